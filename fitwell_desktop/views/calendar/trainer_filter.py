"""Chooses whose sessions are shown: everybody's, or those of some trainers."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.domain.accounts.queries import Trainer
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.menu import Menu

SETTING = "calendar.trainers"


class TrainerFilter(IconButton):
    """A menu with a mark for each trainer, kept in the settings. Hidden where there is one trainer only."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__("users", self.tr("Trainers shown"))
        self._settings = settings
        self.offered: Sequence[Trainer] = ()
        self._menu = Menu(parent=self)
        self.setMenu(self._menu)
        self.hide()

    def show_trainers(self, trainers: Sequence[Trainer]) -> None:
        """Offer these."""
        if trainers != self.offered:
            self.offered = trainers
            self.setVisible(len(trainers) > 1)
            self._fill()

    def shown(self) -> tuple[UUID, ...]:
        """Whose sessions are shown: all, unless some are marked."""
        marked = self._marked()
        chosen = tuple(trainer.id for trainer in self.offered if str(trainer.id) in marked)
        return chosen or tuple(trainer.id for trainer in self.offered)

    def all_shown(self) -> bool:
        """Whether nobody is left out."""
        return len(self.shown()) == len(self.offered)

    def _marked(self) -> list[str]:
        marked: list[str] = self._settings.get(SETTING, [])
        return marked

    def _fill(self) -> None:
        self._menu.clear()
        everybody = self._menu.addAction(self.tr("All trainers"))
        everybody.triggered.connect(lambda: self._mark([]))
        self._menu.addSeparator()
        for trainer in self.offered:
            entry = self._menu.addAction(trainer.name)
            entry.setCheckable(True)
            entry.setChecked(str(trainer.id) in self._marked())
            entry.triggered.connect(lambda on, mark=str(trainer.id): self._toggle(mark, on))

    def _toggle(self, mark: str, on: bool) -> None:
        others = [marked for marked in self._marked() if marked != mark]
        self._mark([*others, mark] if on else others)

    def _mark(self, marks: list[str]) -> None:
        self._settings.put(SETTING, marks)
        self._fill()
        self.changed.emit()
