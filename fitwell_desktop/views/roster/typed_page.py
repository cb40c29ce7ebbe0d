"""A page that is saved as it is typed: what was refused waits for its client, and closing asks about it."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from uuid import UUID

from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.refused import Refused, SavedAsTyped
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.views.roster.page import Page


class TypedPage(Page):
    """What was refused is there again, with its sentence, when one comes back; it lives as long as the program runs."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._waiting: dict[UUID, dict[str, Refused]] = {}

    def editors(self) -> Sequence[SavedAsTyped]:
        """What is typed in on this page."""
        raise NotImplementedError

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field."""
        raise NotImplementedError

    def show_client(self, client_id: UUID) -> None:
        before = getattr(self, "client", None)
        if before == client_id:
            super().show_client(client_id)
            return
        if before is not None:
            self._leave(before)
        super().show_client(client_id)
        if waiting := self._waiting.pop(client_id, {}):
            self._show_refused(waiting)

    def refused(self) -> dict[UUID, dict[str, Refused]]:
        """What could not be saved as it was typed, by client and field."""
        here = {self.client: self._refused_here()} if hasattr(self, "client") else {}
        return {client_id: refused for client_id, refused in (self._waiting | here).items() if refused}

    def unsaved(self) -> Sequence[Unsaved]:
        return list(chain.from_iterable(self._unsaved(*one) for one in self.refused().items()))

    def _unsaved(self, client_id: UUID, refused: Mapping[str, Refused]) -> list[Unsaved]:
        known = self.workspace.store.ask(find_profile, client_id)
        if known is None:
            return []  # with the client went the place where it could be mended
        return [
            Unsaved(
                self.tr("{0} of {1}").format(one.title, known.name),
                partial(self._discard, client_id, name),
                show=partial(self._show_field, client_id, name),
            )
            for name, one in refused.items()
        ]

    def _show_field(self, client_id: UUID, name: str) -> None:
        self.workspace.open("client", client_id)
        self.wanted_in_front.emit()
        self.show_client(client_id)
        self.focus_field(name)

    def _discard(self, client_id: UUID, name: str) -> None:
        self._waiting.get(client_id, {}).pop(name, None)
        if client_id == self.client:
            self._show_refused({kept: one for kept, one in self._refused_here().items() if kept != name})

    def _leave(self, client_id: UUID) -> None:
        for editor in self.editors():
            editor.finish()
        self._waiting[client_id] = self._refused_here()
        self._show_refused({})

    def _refused_here(self) -> dict[str, Refused]:
        return dict(chain.from_iterable(editor.refused().items() for editor in self.editors()))

    def _show_refused(self, refused: Mapping[str, Refused]) -> None:
        for editor in self.editors():
            editor.show_refused(refused)
