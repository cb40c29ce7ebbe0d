"""What a panel holds that is typed and not kept, and the question about it before the window closes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog


@dataclass(frozen=True)
class Unsaved:
    """Something typed: its name ("The note on Ava Nguyen"), and the ways out of it: it can be kept, or, where it was
    refused, be shown where it can be mended.
    """

    what: str
    discard: Callable[[], object]
    keep: Callable[[], object] | None = None
    keep_text: str = ""
    """What the button says that keeps it alone."""
    show: Callable[[], object] | None = None


class UnsavedDialog(Dialog):
    """Accepted when all was kept or thrown away, rejected when something is shown instead; what the keeping raises goes
    up, and the question stays.
    """

    def __init__(self, unsaved: Sequence[Unsaved], parent: QWidget) -> None:
        self._unsaved = unsaved
        named = ", ".join(one.what for one in unsaved)
        super().__init__(
            translated("Close without keeping this?"),
            _way_on(unsaved),
            parent,
            explanation=translated("Typed, but not kept yet: {0}.", named),
        )
        self.discard = Button(self.tr("Discard"))
        self.discard.clicked.connect(self._throw_away)
        self.add_button(self.discard)

    def confirm(self) -> None:
        for one in self._unsaved:
            if one.keep:
                one.keep()
        if show := _first_shown(self._unsaved):
            self.reject()
            show()
        else:
            self.accept()

    def _throw_away(self) -> None:
        for one in self._unsaved:
            one.discard()
        self.accept()


def _way_on(unsaved: Sequence[Unsaved]) -> str:
    """What the primary button says: it keeps what can be kept, then shows the first that can't."""
    if len(unsaved) == 1:
        return unsaved[0].keep_text or translated("Show it")
    if _first_shown(unsaved) is None:
        return translated("Keep all")
    return translated("Keep what can be kept") if any(one.keep for one in unsaved) else translated("Show the first")


def _first_shown(unsaved: Sequence[Unsaved]) -> Callable[[], object] | None:
    return next((one.show for one in unsaved if one.show), None)
