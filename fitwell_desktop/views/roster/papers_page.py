"""Private notes and documents. Files are dropped in, opened, saved elsewhere and dragged out."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from fitwell_desktop.core.folder import PracticeFolder
from fitwell_desktop.domain.accounts.attachments import StoredFile
from fitwell_desktop.domain.clients.overview import find_profile
from fitwell_desktop.domain.clients.papers import (
    ShownDocument,
    ShownNote,
    add_document,
    add_health_note,
    add_note,
    delete_document,
    delete_health_note,
    delete_medical_document,
    delete_note,
    documents,
    documents_with_health,
    edit_document,
    edit_health_note,
    edit_medical_document,
    edit_note,
    notes,
    notes_with_health,
    pin_health_note,
    pin_note,
)
from fitwell_desktop.media.attachments import Attachments
from fitwell_desktop.ui.days import Lean
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.unsaved import Unsaved
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.card import Card, row
from fitwell_desktop.ui.widgets.form_fields import ChoiceField, DayField, Field, LongTextField, TextField
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.views.roster.client_fields import choices
from fitwell_desktop.views.roster.document_card import DocumentCard
from fitwell_desktop.views.roster.form_dialog import FormDialog
from fitwell_desktop.views.roster.page import Choice, entry, heading, refill
from fitwell_desktop.views.roster.shapes import file_size
from fitwell_desktop.views.roster.waiting_page import WaitingPage
from fitwell_desktop.vocabulary import DocumentKind, NoteKind, Right

Draft = tuple[str, bool]
"""What is typed, and whether it is on health."""


class PapersPage(WaitingPage[Draft]):
    """A note is typed at the top and kept with Ctrl+Enter."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self.files = Attachments(PracticeFolder(self.workspace.store.database.path.parent).media)
        self._sees_health = self.may(Right.HEALTH)
        self._may_change = self.may(Right.CLIENTS)
        self.paper_edit = QPlainTextEdit()
        self.paper_edit.setPlaceholderText(self.tr("Write a private note…"))
        self.paper_edit.setAccessibleName(self.tr("New note"))
        self.paper_edit.setTabChangesFocus(True)
        self.paper_edit.setFixedHeight(66)
        self.on_health = QCheckBox(self.tr("On health"))
        if not self._sees_health:
            self.on_health.hide()
        self.keep = Button(self.tr("Add note"), "primary")
        self.keep.setShortcut("Ctrl+Return")
        self.keep.clicked.connect(self.add_note)
        self._list = QWidget()
        self._arrange()
        self.setAcceptDrops(self._may_change)

    def typed_here(self) -> Draft | None:
        text = self.paper_edit.toPlainText()
        return (text, self.on_health.isChecked()) if text.strip() else None

    def show_typed(self, typed: Draft | None) -> None:
        text, on_health = typed or ("", False)
        self.paper_edit.setPlainText(text)
        self.on_health.setChecked(on_health)

    def ways_out(self, client_id: UUID, typed: Draft) -> Iterable[Unsaved]:
        known = self.workspace.store.ask(find_profile, client_id)
        yield Unsaved(
            self.tr("The note on {0}").format(known.name if known else self.tr("a client who is gone")),
            partial(self.let_wait, client_id, None),
            partial(self._keep_note, client_id, typed),
            self.tr("Add the note"),
        )

    def _keep_note(self, client_id: UUID, typed: Draft) -> None:
        text, on_health = typed
        self.workspace.do(add_health_note if on_health else add_note, client_id, text)
        self.let_wait(client_id, None)

    def fill(self) -> None:
        note_query = notes_with_health if self._sees_health else notes
        paper_query = documents_with_health if self._sees_health else documents
        shown_notes = self.panel.ask(note_query, self.client)
        shown_papers = self.panel.ask(paper_query, self.client)
        add = Button(self.tr("Add file…"), "link", "paperclip")
        add.clicked.connect(self._ask_files)
        if not self._may_change:
            add.hide()
        nothing = Label(self.tr("Drop files here: contracts, letters, plans."), "quiet", wrap=True)
        papers: list[QWidget] = [self._document(paper) for paper in shown_papers]
        refill(
            self._things,
            [*(self._note(note) for note in shown_notes), heading(self.tr("Documents"), add), *(papers or [nothing])],
        )
        self._things.addStretch(1)

    def begin_typing(self) -> None:
        self.paper_edit.setFocus()

    def add_note(self) -> None:
        """Keep what was typed."""
        if typed := self.typed_here():
            self._keep_note(self.client, typed)

    def take_files(self, paths: list[Path]) -> None:
        """Take files into the practice, and put them on this client."""
        client_id, files = self.client, self.files

        def add(stored: list[StoredFile]) -> None:
            for one in stored:
                self.workspace.do(add_document, client_id, one)

        self.workspace.tasks.run(
            self.tr("Adding files"),
            lambda progress: [files.take(path) for path in progress.over(paths, len(paths))],
            add,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)

    def _arrange(self) -> None:
        self._writing = QWidget()
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.addWidget(self.paper_edit)
        writing.addLayout(row(self.on_health, 1, self.keep))
        self._things = QVBoxLayout(self._list)
        self._things.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._writing)
        self._writing.setVisible(self._may_change)
        self.column.addWidget(self._list, 1)

    # notes

    def _note(self, note: ShownNote) -> Card:
        title = " · ".join(part for part in (self.workspace.formats.moment(note.noted_at), note.author) if part)
        tone = {NoteKind.HEALTH: Tone.BAD, NoteKind.CALL: Tone.INFO, NoteKind.MEETING: Tone.INFO}.get(note.kind)
        pill = (note.kind.label, tone) if tone else (self.tr("Pinned"), Tone.ACCENT) if note.is_pinned else None
        return entry(title, [note.body], pill=pill, choices=self._note_choices(note) if self._may_change else ())

    def _note_choices(self, note: ShownNote) -> list[Choice]:
        pin = self.tr("Unpin") if note.is_pinned else self.tr("Pin to the top")
        return [
            (pin, lambda: self._pin(note)),
            (self.tr("Edit…"), lambda: self._edit_note(note)),
            (self.tr("Delete"), lambda: self._delete_note(note)),
        ]

    def _pin(self, note: ShownNote) -> None:
        self.workspace.do(pin_health_note if note.kind is NoteKind.HEALTH else pin_note, note.id, not note.is_pinned)

    def _edit_note(self, note: ShownNote) -> None:
        command = edit_health_note if note.kind is NoteKind.HEALTH else edit_note
        FormDialog(
            self.tr("Note"),
            self.tr("Save"),
            (LongTextField(name="body", title=self.tr("Note"), required=True, lines=8, longest=50_000),),
            lambda values: self.workspace.do(command, note.id, values["body"]),
            self.workspace.formats,
            self,
            values={"body": note.body},
        ).open()

    def _delete_note(self, note: ShownNote) -> None:
        self.workspace.do(delete_health_note if note.kind is NoteKind.HEALTH else delete_note, note.id)
        self.workspace.said(self.tr("Deleted the note"))

    # documents

    def _document(self, paper: ShownDocument) -> DocumentCard:
        formats = self.workspace.formats
        until = self.tr("valid until {0}").format(formats.day(paper.valid_until_on)) if paper.valid_until_on else ""
        about = (
            formats.near_day(formats.local(paper.added_at).date()),
            file_size(paper.file.size_bytes, formats),
            until,
        )
        pill = (self.tr("Expired"), Tone.BAD) if paper.has_expired else (paper.kind.label, Tone.NEUTRAL)
        card = entry(paper.title, [" · ".join(p for p in about if p)], pill=pill, choices=self._paper_choices(paper))
        return DocumentCard(paper.title, card, lambda: self.open_document(paper), lambda: self._copy_of(paper))

    def _paper_choices(self, paper: ShownDocument) -> list[Choice]:
        looking: list[Choice] = [
            (self.tr("Open"), lambda: self.open_document(paper)),
            (self.tr("Save as…"), lambda: self._save_as(paper)),
        ]
        if not self._may_change:
            return looking
        return [
            *looking,
            (self.tr("Edit…"), lambda: self._edit_document(paper)),
            (self.tr("Delete"), lambda: self._delete_document(paper)),
        ]

    def open_document(self, paper: ShownDocument) -> None:
        """Open a copy with the program that the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._copy_of(paper))))

    def _copy_of(self, paper: ShownDocument) -> Path:
        """A copy under a harmless name that the system's own programs may open; the kept file stays untouched."""
        name = "".join(c if c.isalnum() or c in " .-_" else "_" for c in paper.file.name)[-80:].lstrip(". ") or "file"
        target = self.workspace.copies.folder() / name
        self.files.copy_to(paper.file.digest, target)
        return target

    def _save_as(self, paper: ShownDocument) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save document"), paper.file.name)
        if path:
            self.files.copy_to(paper.file.digest, Path(path))

    def _edit_document(self, paper: ShownDocument) -> None:
        kinds = [one for one in choices(DocumentKind) if self._sees_health or one[0] is not DocumentKind.MEDICAL]
        fields: tuple[Field, ...] = (
            TextField(name="title", title=self.tr("Title"), required=True),
            ChoiceField(name="kind", title=self.tr("Kind"), required=True, choices=kinds),
            DayField(name="valid_until_on", title=self.tr("Valid until"), lean=Lean.AHEAD),
        )
        command = edit_medical_document if paper.kind is DocumentKind.MEDICAL else edit_document
        FormDialog(
            self.tr("Document"),
            self.tr("Save"),
            fields,
            lambda v: self.workspace.do(command, paper.id, v["title"], v["kind"], v["valid_until_on"]),
            self.workspace.formats,
            self,
            values={"title": paper.title, "kind": paper.kind, "valid_until_on": paper.valid_until_on},
        ).open()

    def _delete_document(self, paper: ShownDocument) -> None:
        self.workspace.do(delete_medical_document if paper.kind is DocumentKind.MEDICAL else delete_document, paper.id)
        self.workspace.said(self.tr("Deleted “{0}”").format(paper.title))

    def _ask_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"))
        if paths:
            self.take_files([Path(path) for path in paths])
