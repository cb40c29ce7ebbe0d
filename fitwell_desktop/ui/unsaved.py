"""What a panel holds that is typed and not kept, and the question about it before the window closes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from fitwell_desktop.ui.translation import translated
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.dialog import Dialog


@dataclass(frozen=True)
class Unsaved:
    """Something typed: its name ("The note on Ava Nguyen"), the button that keeps it, and the two ways out of it."""

    what: str
    keep_text: str
    keep: Callable[[], object]
    discard: Callable[[], object]
    is_refused: bool = False
    """It can't be kept as it is: `keep` shows it where it can be mended, and the window stays open for that."""


class UnsavedDialog(Dialog):
    """Accepted when all was kept or thrown away; what the keeping raises goes up, and the question stays."""

    def __init__(self, unsaved: Sequence[Unsaved], parent: QWidget) -> None:
        self._unsaved = unsaved
        keep_text = unsaved[0].keep_text if len(unsaved) == 1 else translated("Keep all")
        named = ", ".join(one.what for one in unsaved)
        super().__init__(
            translated("Close without keeping this?"),
            keep_text,
            parent,
            explanation=translated("Typed, but not kept yet: {0}.", named),
        )
        self.discard = Button(self.tr("Discard"))
        self.discard.clicked.connect(self._throw_away)
        self.add_button(self.discard)

    def confirm(self) -> None:
        for one in self._unsaved:
            one.keep()
        if any(one.is_refused for one in self._unsaved):
            self.reject()
        else:
            self.accept()

    def _throw_away(self) -> None:
        for one in self._unsaved:
            one.discard()
        self.accept()
