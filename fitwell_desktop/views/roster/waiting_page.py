"""A page on which one types: what is not kept waits for its client, and closing asks about it."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.views.roster.page import Page

T = TypeVar("T")
"""What a page lets wait."""


class WaitingPage(Page, Generic[T]):
    """What waits is there again when one comes back to its client; it lives as long as the program runs."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._waiting: dict[UUID, T] = {}

    def typed_here(self) -> T | None:
        """What is typed on the page and not kept, if anything is."""
        raise NotImplementedError

    def show_typed(self, typed: T | None) -> None:
        """Show this as typed and not kept."""
        raise NotImplementedError

    def ways_out(self, client_id: UUID, typed: T) -> Iterable[Unsaved]:
        """What can become of it."""
        raise NotImplementedError

    def finish(self) -> None:
        """Save what is saved without being asked, before another client is shown."""

    def show_client(self, client_id: UUID) -> None:
        before = self._client
        if before is None or before == client_id:
            super().show_client(client_id)
            return
        self.finish()
        self._waiting = self.waiting()
        self.show_typed(None)
        super().show_client(client_id)
        if (typed := self._waiting.pop(client_id, None)) is not None:
            self.show_typed(typed)

    def waiting(self) -> dict[UUID, T]:
        """What is typed and not kept, by client."""
        here = self.typed_here()
        return self._waiting if self._client is None or here is None else {**self._waiting, self._client: here}

    def let_wait(self, client_id: UUID, typed: T | None) -> None:
        """Let only this wait for a client."""
        if client_id == self._client:
            self.show_typed(typed)
        elif typed is None:
            self._waiting.pop(client_id, None)
        else:
            self._waiting[client_id] = typed

    def unsaved(self) -> Sequence[Unsaved]:
        return [way for client_id, typed in self.waiting().items() for way in self.ways_out(client_id, typed)]
