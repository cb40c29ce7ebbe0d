"""Names are found however they are typed."""

import pytest

from fitwell_desktop.core.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("STRAßE", "strasse"),
        ("Łódź", "łodz"),
        ("Zoë  Ångström ", "zoe angstrom"),
        ("ﬁt", "fit"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_marks_and_blanks_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_parts_that_are_missing_leave_no_gap() -> None:
    assert fold("Meier", None, "", "Anna") == "meier anna"
