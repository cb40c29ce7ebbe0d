"""What ends a tour."""

from fitwell_desktop.core.errors import UserError


class TourFailed(UserError):
    """The program did not do what a step asks of it; the sentence says which step, and what was missing."""


def ensure(held: object, expected: str) -> None:
    """Raise TourFailed unless what a step expects holds."""
    if not held:
        raise TourFailed(expected)
