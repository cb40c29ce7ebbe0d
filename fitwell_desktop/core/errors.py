"""What can go wrong, sorted by who has to know: the user, the outside world, or nobody but us."""


class UserError(Exception):
    """A sentence for the user, shown as it stands; `field` names the form field that it belongs beside."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Conflict(UserError):
    """Someone or something else changed the same thing meanwhile, or holds the same place."""


class NotAllowed(UserError):
    """The person who is signed in lacks the right for this."""


class ServiceError(Exception):
    """The outside world failed. `retry` tells whether another attempt may succeed by itself."""

    def __init__(self, sentence: str, *, retry: bool) -> None:
        super().__init__(sentence)
        self.retry = retry


class Cancelled(Exception):
    """The user stopped a long task; whatever it had begun is rolled back."""
