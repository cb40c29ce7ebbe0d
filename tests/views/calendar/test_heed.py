"""What is to be heeded of a client's health is seen where sessions are booked and looked at, by those who may see it."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from fitwell_desktop.domain.clients.health import set_clearance
from fitwell_desktop.domain.clients.limitations import add_limitation
from fitwell_desktop.views.calendar.booking_form import BookingForm
from fitwell_desktop.views.calendar.details_card import DetailsCard
from fitwell_desktop.vocabulary import Clearance, Right
from tests.views.calendar.conftest import THURSDAY, Studio

FRIDAY = THURSDAY + timedelta(days=1)


def open_content(studio: Studio) -> object:
    assert studio.panel.booking.popover is not None
    return studio.panel.booking.popover.content


@pytest.mark.parametrize("sees", [True, False])
def test_what_to_heed_is_said_before_a_session_is_booked_and_on_its_card(studio: Studio, sees: bool) -> None:
    ava, leo = studio.client("Ava", "Nguyen"), studio.client("Leo", "Silva")
    plain, careful = studio.booked(ava, THURSDAY, "12:00"), studio.booked(leo, THURSDAY, "14:00")
    studio.store.do(add_limitation, leo, "knee")
    studio.store.do(set_clearance, leo, Clearance.REQUIRED)
    if not sees:
        studio.store.signed_in = replace(studio.store.signed_in, rights=frozenset(Right) - {Right.HEALTH})
    studio.workspace.open("calendar", plain)
    card = open_content(studio)
    assert isinstance(card, DetailsCard)
    assert card.heed.isHidden()
    studio.workspace.open("calendar", careful)
    card = open_content(studio)
    assert isinstance(card, DetailsCard)
    said = "There is no medical clearance yet. Ask for one before you train. Heed: knee"
    assert card.heed.sentence() == (said if sees else "")
    studio.panel.booking.close()
    studio.drag(studio.point(FRIDAY, "10:10"), studio.point(FRIDAY, "10:45"))
    form = open_content(studio)
    assert isinstance(form, BookingForm)
    assert ("Heed: knee" in form.warning.sentence()) == sees
