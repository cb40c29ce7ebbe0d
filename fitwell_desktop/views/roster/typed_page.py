"""A page that is saved as it is typed: what was refused waits for its client, with its sentence."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from uuid import UUID

from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.ui.refused import Refused, SavedAsTyped
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.views.roster.waiting_page import WaitingPage


class TypedPage(WaitingPage[Mapping[str, Refused]]):
    """What waits is what was refused, by the name of its field."""

    def editors(self) -> Sequence[SavedAsTyped]:
        """What is typed in on this page."""
        raise NotImplementedError

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field."""
        raise NotImplementedError

    def finish(self) -> None:
        for editor in self.editors():
            editor.finish()

    def typed_here(self) -> Mapping[str, Refused] | None:
        return dict(chain.from_iterable(editor.refused().items() for editor in self.editors())) or None

    def show_typed(self, typed: Mapping[str, Refused] | None) -> None:
        for editor in self.editors():
            editor.show_refused(typed or {})

    def ways_out(self, client_id: UUID, typed: Mapping[str, Refused]) -> Iterable[Unsaved]:
        known = self.workspace.store.ask(find_profile, client_id)
        if known is None:
            return  # with the client went the place where it could be mended
        for name, one in typed.items():
            yield Unsaved(
                self.tr("{0} of {1}").format(one.title, known.name),
                partial(self._discard, client_id, name),
                show=partial(self._show_field, client_id, name),
            )

    def _show_field(self, client_id: UUID, name: str) -> None:
        self.workspace.open("client", client_id)
        self.wanted_in_front.emit()
        self.show_client(client_id)
        self.focus_field(name)

    def _discard(self, client_id: UUID, name: str) -> None:
        typed = self.waiting().get(client_id, {})
        self.let_wait(client_id, {other: one for other, one in typed.items() if other != name} or None)
