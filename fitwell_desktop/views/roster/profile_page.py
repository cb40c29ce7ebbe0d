"""A client's profile, saved as it is typed: facts, tags, own fields, who looks after them and who pays."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitwell_desktop.domain.accounts.queries import trainers
from fitwell_desktop.domain.clients.commands import assign_trainers, edit_client
from fitwell_desktop.domain.clients.custom_fields import Field as OwnField
from fitwell_desktop.domain.clients.custom_fields import FieldValue, custom_values, set_custom_value
from fitwell_desktop.domain.clients.families import family, link_family, set_payer, unlink_family
from fitwell_desktop.domain.clients.overview import Profile, profile
from fitwell_desktop.domain.clients.tags import set_tags, tags
from fitwell_desktop.ui.panel import Panel
from fitwell_desktop.ui.refused import SavedAsTyped
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.form import Form
from fitwell_desktop.ui.widgets.form_fields import CheckField, ChoiceField, Field
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.tag_editor import TagEditor
from fitwell_desktop.views.roster.client_fields import ALL, as_typed, choices
from fitwell_desktop.views.roster.client_picker import PickDialog
from fitwell_desktop.views.roster.own_fields import form_field, kept_text, typed_value
from fitwell_desktop.views.roster.own_fields_dialog import OwnFieldsDialog
from fitwell_desktop.views.roster.page import entry, heading
from fitwell_desktop.views.roster.typed_page import TypedPage
from fitwell_desktop.vocabulary import FamilyTie, Right

PRIMARY = "primary"


class ProfilePage(TypedPage):
    """The forms stay while the client changes; only those of own fields are made anew when the fields change."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._own: tuple[OwnField, ...] = ()
        self._trainer_fields: list[Field] = []
        self.form = Form(ALL, self.workspace.formats, columns=2, save=self._save)
        self.tags = TagEditor(
            self.tr("Tags"), save=lambda words: self.workspace.do(set_tags, self.client, tuple(words))
        )
        self.own_form = Form((), self.workspace.formats)
        self.trainer_form = Form((), self.workspace.formats)
        self.people = QWidget()
        self._build()
        self.setEnabled(self.may(Right.CLIENTS))

    def editors(self) -> Sequence[SavedAsTyped]:
        return (self.form, self.tags, self.own_form, self.trainer_form)

    def focus_field(self, name: str) -> None:
        forms = (self.form, self.own_form, self.trainer_form)
        found = (form.widget(name) for form in forms if form.has(name))
        next(found, self.tags).setFocus()

    def fill(self) -> None:
        shown = self.panel.ask(profile, self.client)
        self.form.set_values(self._facts(shown))
        self.tags.set_known([tag.name for tag in self.panel.ask(tags)])
        self.tags.set_tags(shown.tags)
        self._show_own(self.panel.ask(custom_values, self.client))
        self._show_trainers(shown)
        self._show_family()

    def begin_typing(self) -> None:
        self.form.widget("first_name").setFocus()

    def _build(self) -> None:
        own = Button(self.tr("Manage…"), "link", "sliders-horizontal")
        own.setAccessibleName(self.tr("Manage own fields"))
        own.clicked.connect(self.manage_fields)
        for thing in (
            self.form,
            heading(self.tr("Tags")),
            self.tags,
            self.tags.wrong,
            heading(self.tr("Own fields"), own),
            self.own_form,
            heading(self.tr("Trainers")),
            self.trainer_form,
            self.people,
        ):
            self.column.addWidget(thing)
        self.column.addStretch(1)

    def _facts(self, shown: Profile) -> dict[str, Any]:
        facts = {field.name: getattr(shown, field.name) for field in ALL}
        return facts | {"phone": shown.phone or shown.phone_typed, "language": shown.language or None}

    def _save(self, name: str, value: Any) -> None:
        change: Any = {name: as_typed(name, value)}
        self.workspace.do(edit_client, self.client, **change)

    # own fields

    def _show_own(self, values: tuple[FieldValue, ...]) -> None:
        fields = tuple(one.field for one in values)
        if fields != self._own:
            self._own = fields
            fresh = Form(
                [form_field(field) for field in fields], self.workspace.formats, columns=2, save=self._save_own
            )
            fresh.show_refused(self.own_form.refused())
            self.own_form = self._replace(self.own_form, fresh)
        self.own_form.set_values({str(one.field.id): typed_value(one.field.kind, one.value) for one in values})

    def _save_own(self, name: str, value: Any) -> None:
        self.workspace.do(set_custom_value, self.client, UUID(name), kept_text(value))

    def manage_fields(self) -> None:
        """Add, rename, move and delete own fields."""
        OwnFieldsDialog(self.workspace, self).open()

    # people around the client

    def _show_trainers(self, shown: Profile) -> None:
        known = self.panel.ask(trainers)
        fields: list[Field] = [
            ChoiceField(name=PRIMARY, title=self.tr("Primary trainer"), choices=[(one.id, one.name) for one in known])
        ]
        others = [one for one in known if one.id != shown.primary_trainer_id]
        fields += [CheckField(name=str(one.id), title=self.tr("{0} too").format(one.name)) for one in others]
        if fields != self._trainer_fields:
            self._trainer_fields = fields
            fresh = Form(fields, self.workspace.formats, columns=2, save=self._save_trainers)
            self.trainer_form = self._replace(self.trainer_form, fresh)
        shared = {str(one.id): one.id in shown.trainer_ids for one in others}
        self.trainer_form.set_values({PRIMARY: shown.primary_trainer_id, **shared})

    def _save_trainers(self, name: str, value: Any) -> None:
        chosen = self.trainer_form.values() | {name: value}
        primary = chosen.pop(PRIMARY)
        shared = tuple(UUID(key) for key, on in chosen.items() if on and UUID(key) != primary)
        self.workspace.do(assign_trainers, self.client, primary, shared)

    def _show_family(self) -> None:
        known = self.panel.ask(family, self.client)
        link, pay = Button(self.tr("Link…"), "link", "link"), Button(self.tr("Who pays…"), "link", "wallet")
        link.clicked.connect(self._link)
        pay.clicked.connect(self._choose_payer)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("Family and payer"), link))
        for one in known.relatives:
            choices_ = [(self.tr("Unlink"), lambda one=one: self.workspace.do(unlink_family, self.client, one.id))]
            column.addWidget(entry(one.name, [one.tie.label], choices=choices_))
        paid_by = self.tr("{0} pays").format(known.payer[1]) if known.payer else self.tr("Pays for themselves")
        column.addWidget(Label(paid_by, "quiet"))
        if known.pays_for:
            names = ", ".join(name for _id, name in known.pays_for)
            column.addWidget(Label(self.tr("Pays for: {0}").format(names), "quiet"))
        column.addWidget(pay, 0, Qt.AlignmentFlag.AlignLeft)
        self.people = self._replace(self.people, fresh)

    def _link(self) -> None:
        tie = ChoiceField(name="tie", title="Is the client’s", required=True, choices=choices(FamilyTie))

        def save(other: UUID | None, values: dict[str, Any]) -> None:
            if other:
                self.workspace.do(link_family, self.client, other, values["tie"])

        PickDialog(
            self.workspace, self.tr("Link family"), save, self, fields=(tie,), values={"tie": FamilyTie.PARTNER}
        ).open()

    def _choose_payer(self) -> None:
        PickDialog(
            self.workspace,
            self.tr("Who pays?"),
            lambda other, _values: self.workspace.do(set_payer, self.client, other),
            self,
            nobody=self.tr("Pays for themselves"),
        ).open()

    def _replace(self, old: Any, fresh: Any) -> Any:
        self.column.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        return fresh
