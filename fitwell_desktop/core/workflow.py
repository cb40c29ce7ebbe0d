"""Status words move only along their arrows."""

from typing import TypeVar

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.vocabulary import Word

W = TypeVar("W", bound=Word)


def step(old: W, new: W) -> W:
    """The new status, where an arrow leads to it from the old one; raises UserError where none does."""
    if new not in old.may_become:
        onward = ", ".join(f"“{word.label}”" for word in type(old) if word in old.may_become)
        ways = f"It can become {onward}." if onward else "That can no longer be changed."
        raise UserError(f"This is “{old.label}” and can’t become “{new.label}”. {ways}")
    return new
