"""What is typed finds what is meant."""

from dataclasses import dataclass

from fitwell_desktop.ui.ranking import match, rank


@dataclass(frozen=True)
class Named:
    title: str
    group: str = "Actions"
    detail: str = ""
    also: str = ""

    @property
    def key(self) -> str:
        return self.title


def titles(text: str, hits: list[Named], recent: tuple[str, ...] = ()) -> list[str]:
    return [hit.title for hit, _ in rank(text, hits, recent)]


def bold(text: str, title: str, also: str = "") -> list[str]:
    found = match(text, title, also=also)
    assert found is not None
    return [title[start : start + length] for start, length in found.spans]


def test_words_are_found_in_any_order() -> None:
    assert titles("client new", [Named("New client…"), Named("New program…")]) == ["New client…"]


def test_every_word_must_be_found() -> None:
    assert titles("new client zebra", [Named("New client…")]) == []


def test_the_start_of_a_word_counts_more_than_its_middle() -> None:
    assert titles("ava", [Named("Gustava Lind"), Named("Nguyen Ava"), Named("Ava Patel")]) == [
        "Ava Patel",
        "Nguyen Ava",
        "Gustava Lind",
    ]


def test_accents_and_case_do_not_matter() -> None:
    assert titles("novak", [Named("Eli Novák")]) == ["Eli Novák"]
    assert titles("MÜL", [Named("Ruby Muller")]) == ["Ruby Muller"]


def test_letters_with_gaps_are_found_last() -> None:
    assert titles("npro", [Named("New program…"), Named("Unpronounceable")]) == ["Unpronounceable", "New program…"]


def test_a_word_may_stand_in_the_detail() -> None:
    assert titles("ava rehab", [Named("Ava Patel", detail="Rehab · wk 2"), Named("Ava Nguyen")]) == ["Ava Patel"]


def test_the_stretches_that_answer_are_told() -> None:
    assert bold("ng av", "Ava Nguyen") == ["Av", "Ng"]


def test_stretches_stay_in_place_where_lower_case_is_longer() -> None:
    assert bold("oglu", "İİ Oğlu") == ["Oğlu"]


def test_what_was_chosen_lately_comes_first_among_equals() -> None:
    hits = [Named("Ava Nguyen"), Named("Ava Silver")]
    assert titles("ava", hits, ("Ava Silver",)) == ["Ava Silver", "Ava Nguyen"]


def test_recency_does_not_lift_what_hardly_answers() -> None:
    assert titles("prog", [Named("Program"), Named("Puzzle of right gear")], ("Puzzle of right gear",))[0] == "Program"


def test_without_text_all_stand_in_the_order_of_their_last_use() -> None:
    assert titles("", [Named("A"), Named("B"), Named("C")], ("C", "B")) == ["C", "B", "A"]


def test_groups_stay_together_and_the_best_leads() -> None:
    hits = [Named("New invoice for Ava"), Named("Ava", "Clients"), Named("Book Ava"), Named("Gustava", "Clients")]
    assert [hit.group for hit, _ in rank("ava", hits)] == ["Clients", "Clients", "Actions", "Actions"]


def test_a_thing_is_found_by_what_people_call_it() -> None:
    hits = [Named("Appearance", also="text size font"), Named("Next week", also="forward"), Named("Textbook")]
    assert titles("text size", hits) == ["Appearance"]
    assert titles("tex", hits) == ["Textbook", "Appearance"], "what is called so comes first"
    assert titles("ont", hits) == [], "such a word is found from its beginning only"
    assert bold("font", "Appearance", "text size font") == []
