"""Entries of a lane share its width: none lies on another, and none is narrower than it must be."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from fitwell_desktop.views.calendar.packing import ALONE, Place, Span, pack

spans = st.tuples(st.integers(0, 1400), st.integers(5, 240)).map(lambda found: (found[0], found[0] + found[1]))


def overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def share(place: Place) -> tuple[float, float]:
    return place.column / place.columns, (place.column + place.width) / place.columns


def test_one_that_is_alone_takes_all_the_width() -> None:
    assert pack([(540, 600), (600, 660)]) == [ALONE, ALONE]


def test_two_that_overlap_stand_side_by_side() -> None:
    assert pack([(540, 600), (570, 630)]) == [Place(0, 1, 2), Place(1, 1, 2)]


def test_one_that_meets_only_the_first_column_reaches_over_the_rest() -> None:
    long, early, late, alone = pack([(540, 720), (540, 600), (550, 600), (600, 660)])
    assert (long, early, late) == (Place(0, 1, 3), Place(1, 1, 3), Place(2, 1, 3))
    assert alone == Place(1, 2, 3)


@given(st.lists(spans, max_size=14))
def test_none_lies_on_another_and_all_are_in_the_lane(found: list[Span]) -> None:
    places = pack(found)
    assert len(places) == len(found)
    for place in places:
        assert 0 <= place.column < place.column + place.width <= place.columns
    for (first, at), (second, beside) in combinations(zip(found, places, strict=True), 2):
        if overlap(first, second):
            left, right = sorted((share(at), share(beside)))
            assert left[1] <= right[0] + 1e-9


@given(st.lists(spans, max_size=14))
def test_no_more_columns_are_used_than_overlap_at_once(found: list[Span]) -> None:
    places = pack(found)
    most = max((sum(begin <= moment < end for begin, end in found) for moment, _ in found), default=0)
    assert max((place.columns for place in places), default=0) <= most


@given(st.lists(spans, max_size=14), st.randoms())
def test_the_order_in_which_they_come_makes_no_difference(found: list[Span], random: object) -> None:
    distinct = sorted(set(found))
    shuffled = list(distinct)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert dict(zip(distinct, pack(distinct), strict=True)) == dict(zip(shuffled, pack(shuffled), strict=True))
