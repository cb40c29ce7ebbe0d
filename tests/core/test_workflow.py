"""A refused step of a status says where one can go from there."""

import pytest

from fitwell_desktop import vocabulary
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.workflow import step
from fitwell_desktop.vocabulary import AppointmentStatus, InvoiceStatus, Word

STATUSES = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Word)]


def test_the_sentence_names_the_ways_that_are_open() -> None:
    with pytest.raises(UserError) as error:
        step(InvoiceStatus.DRAFT, InvoiceStatus.PAID)
    assert str(error.value) == "This is “Draft” and can’t become “Paid”. It can become “Sent”."


def test_the_end_of_the_road_is_said() -> None:
    with pytest.raises(UserError, match="can no longer be changed"):
        step(AppointmentStatus.COMPLETED, AppointmentStatus.SCHEDULED)


@pytest.mark.parametrize("kind", STATUSES)
def test_every_arrow_leads_to_a_word_of_the_same_set(kind: type[Word]) -> None:
    for word in kind:
        assert word not in word.may_become
        assert word.label
