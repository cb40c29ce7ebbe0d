"""The first-run pages, joined to what they wish for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fitwell_desktop.app import whereabouts
from fitwell_desktop.app.loading import begin
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.views.welcome.wizard import Wish, Wizard

if TYPE_CHECKING:
    from fitwell_desktop.app.program import Program

IMPORT = "clients.import"
"""The action that a practice begins with where the user has a list of clients."""


class Beginning(QObject):
    """Shows the pages, makes the practice that they describe, and opens it."""

    def __init__(self, program: "Program", folder: PracticeFolder) -> None:
        super().__init__(program)
        self._program = program
        self.wizard = Wizard(program.clock, folder)
        program.theme.dress(self.wizard)
        self.wizard.wished.connect(self._make)
        self.wizard.demo_wanted.connect(lambda: self._follow_with(program.open_demo_anew))
        self.wizard.existing_wanted.connect(lambda: program.choose_folder(self.wizard))
        self.wizard.closed.connect(program.not_answered)
        program.asking = self.wizard

    def show(self) -> None:
        """Show the pages."""
        self.wizard.show()

    def _make(self, wish: Wish) -> None:
        self._program.errand(
            "Creating the practice",
            lambda: begin(wish.folder, self._program.clock, wish.practice),
            lambda _: self._made(wish),
            self._refused,
        )

    def _made(self, wish: Wish) -> None:
        whereabouts.remember(wish.folder, self._program.settings)
        if wish.first == "demo":
            self._follow_with(self._program.open_demo_anew)
        else:
            first = IMPORT if wish.first == "import" else ""
            self._follow_with(partial(self._program.open_anew, wish.folder, first))

    def _follow_with(self, then: Callable[[], None]) -> None:
        self._program.asked(partial(self._program.follow_with, then))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.wizard.set_busy(False)
            raise error
        self.wizard.complain(error)
