"""Every widget of the kit in one window, for looking: `python -m tests.ui.gallery OUT` paints it in every look."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fitwell_desktop.core.settings import Settings
from fitwell_desktop.ui.theme import Density, Scheme, Theme
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.widgets.avatar import Avatar
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.bars import Bars, GoalBar
from fitwell_desktop.ui.widgets.buttons import Button, IconButton
from fitwell_desktop.ui.widgets.card import Card, row, rule
from fitwell_desktop.ui.widgets.empty_state import EmptyState
from fitwell_desktop.ui.widgets.flow import FlowLayout
from fitwell_desktop.ui.widgets.keycap import KeyCap
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.ui.widgets.progress_line import ProgressLine
from fitwell_desktop.ui.widgets.search_field import SearchField
from fitwell_desktop.ui.widgets.segmented import SegmentedControl
from fitwell_desktop.ui.widgets.sparkline import Sparkline
from fitwell_desktop.ui.widgets.stat_card import StatCard
from fitwell_desktop.ui.widgets.tabs import Tabs
from fitwell_desktop.ui.widgets.tag_editor import TagEditor
from tests.ui.gallery_pages import forms, rows
from tests.ui.gallery_popups import POPUPS, Stage


def buttons() -> Card:
    card = Card("Buttons")
    kinds = ("primary", "secondary", "ghost", "danger", "link")
    made = [Button(kind.title(), kind, "plus" if kind == "primary" else "") for kind in kinds]  # type: ignore[arg-type]  # all are variants
    off = [Button("Off", "primary"), Button("Off")]
    for button in off:
        button.setEnabled(False)
    card.body.addLayout(row(*made, *off, 1))
    icons = [("arrow-down-up", "Sort"), ("user-plus", "New client"), ("bell", "News"), ("ellipsis", "More")]
    pinned = IconButton("pin", "Pin", checkable=True)
    pinned.setChecked(True)
    card.body.addLayout(
        row(*(IconButton(*named) for named in icons), pinned, KeyCap("Ctrl"), KeyCap("K"), KeyCap("↵"), 1)
    )
    view = SegmentedControl("View", [(name, name) for name in ("Day", "Week", "Month", "Agenda")])
    view.set_value("Week")
    card.body.addLayout(row(view, 1))
    return card


def inputs() -> Card:
    card = Card("Inputs")
    search = SearchField("Filter clients", "filter")
    wrong = QLineEdit("sam@")
    wrong.setProperty("wrong", "true")
    wrong.setAccessibleName("Email")
    combo = QComboBox()
    combo.addItems(["Active", "Paused", "Archived"])
    combo.setAccessibleName("State")
    ticked, choice = QCheckBox("Waiver signed"), QRadioButton("Monthly")
    ticked.setChecked(True)
    choice.setChecked(True)
    tags = TagEditor("Tags", ["rehab", "morning"])
    tags.set_tags(["rehab", "postnatal", "early bird"])
    card.body.addWidget(search)
    card.body.addLayout(row(wrong, combo))
    card.body.addLayout(row(ticked, QCheckBox("News"), choice, QRadioButton("Yearly"), 1))
    card.body.addWidget(tags)
    return card


def people() -> Card:
    card = Card("States and people")
    names = (
        "Ava Nguyen",
        "Liam Silva",
        "Noah Tanaka",
        "Emma Rossi",
        "Mia Brown",
        "Leo Okafor",
        "Zoe Lindqvist",
        "Max Patel",
    )
    card.body.addLayout(row(*map(Avatar, names), 1))
    pills = QWidget()
    flow = FlowLayout(pills)
    for text, tone in zip(("Paused", "New program", "Paid", "Due soon", "At risk", "New"), Tone, strict=True):
        flow.addWidget(Pill(text, tone))
    card.body.addWidget(pills)
    for title, ratio, words in (("Workouts", 0.75, "3 of 4"), ("Protein ≥ 120 g", 5 / 7, "5 of 7 days")):
        line = ProgressLine(title)
        line.show_progress(ratio, words)
        card.body.addWidget(line)
    goal = GoalBar("Weight")
    goal.show_goal(80, 72, 75.4, due=76.5)
    goal.say("75.4 kg", "80 kg", "72 kg")
    week = Bars("Workouts a day")
    week.show_bars([("Mo", 2), ("Tu", 5), ("We", 3), ("Th", 0), ("Fr", 4), ("Sa", 1), ("Su", 3)])
    course = Sparkline("Sleep, 14 days")
    course.show_course([7, 6.5, 7.2, 6.9, 7.8, 7.1, 7.4], Tone.INFO)
    card.body.addWidget(goal)
    card.body.addWidget(week)
    card.body.addWidget(course)
    return card


def words() -> Card:
    card = Card()
    card.body.addWidget(Label("November 2026", "title"))
    card.body.addLayout(row(Label("Ava Nguyen", "strong"), Label("Strength · wk 3 of 8", "quiet"), 1))
    card.body.addWidget(
        ElidedLabel(
            "A very long sentence that has no room and therefore ends in an ellipsis, as it should " * 2, "quiet"
        )
    )
    card.body.addWidget(rule())
    tabs = Tabs("Client")
    for name in ("Progress", "Program", "Notes", "Billing"):
        tabs.add(name, QWidget())
    tabs.setMaximumHeight(48)
    card.body.addWidget(tabs)
    for tone, sentence, action in (
        (Tone.INFO, "You are looking at the demo practice.", "Start your own"),
        (Tone.WARN, "The last backup is 9 days old.", "Back up"),
        (Tone.BAD, "The invoice has no lines.", ""),
    ):
        banner = Banner(closable=tone is Tone.INFO)
        banner.say(sentence, tone, action)
        card.body.addWidget(banner)
    return card


def figures() -> QHBoxLayout:
    cards = []
    for title, icon, value, delta, tone in (
        ("Revenue, Nov", "wallet", "€8,420", "+12.4%", Tone.GOOD),
        ("Sessions this week", "activity", "34 / 38", "+3", Tone.GOOD),
        ("Adherence", "flame", "87%", "+2.1%", Tone.GOOD),
        ("At risk", "circle-alert", "3", "+1", Tone.BAD),
    ):
        card = StatCard(title, icon)
        card.show_figure(value, delta=delta, tone=tone, course=[1, 2, 1.6, 3, 3.2, 2.8, 4, 4.2, 5])
        cards.append(card)
    return row(*cards)


def page(parts: Callable[[], list[QWidget]]) -> QWidget:
    window = QWidget()
    outer = QVBoxLayout(window)
    outer.setContentsMargins(16, 16, 16, 16)
    outer.setSpacing(12)
    outer.addLayout(figures())
    grid = QGridLayout()
    grid.setSpacing(12)
    for index, part in enumerate(parts()):
        grid.addWidget(part, index // 2, index % 2)
    outer.addLayout(grid, 1)
    return window


def kit() -> QWidget:
    """All widgets that need no data."""
    empty = Card()
    empty.body.addWidget(
        EmptyState(
            "users",
            "No clients yet",
            "Import your list from a CSV file, or write down the first one.",
            "Import clients",
        )
    )
    return page(lambda: [buttons(), inputs(), people(), words(), empty])


PAGES: dict[str, Callable[[], QWidget]] = {"kit": kit, "rows": rows, "forms": forms}


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which the program can look."""

    name: str
    scheme: Scheme = Scheme.LIGHT
    density: Density = Density.COMFORTABLE
    scale: int = 100
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


LOOKS = (
    Look("light"),
    Look("dark", Scheme.DARK),
    Look("compact", Scheme.DARK, Density.COMPACT),
    Look("large", scale=150),
    Look("right-to-left", direction=Qt.LayoutDirection.RightToLeft),
)


def main(out: Path) -> None:
    """Paint everything in every look. On a screen (Xvfb does) the popups are shown as they stand there."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, Settings(Path(tempfile.mkdtemp()) / "settings.json"))
    out.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        app.setLayoutDirection(look.direction)
        theme.choose(scheme=look.scheme, density=look.density, scale=look.scale)
        for name, make in PAGES.items():
            window = make()
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            theme.dress(window)
            window.resize(1180, 860)
            window.show()
            app.processEvents()
            window.grab().save(str(out / f"{name}-{look.name}.png"))
            window.close()
        paint_popups(app, theme, out, look.name)


def paint_popups(app: QApplication, theme: Theme, out: Path, look: str) -> None:
    on_screen = app.platformName() != "offscreen"
    for name, open_popup in POPUPS.items():
        stage = Stage()
        theme.dress(stage)
        stage.show()
        QTest.qWaitForWindowExposed(stage)
        popup = open_popup(stage)
        QTest.qWait(200)
        shown = stage.screen().grabWindow(0) if on_screen else popup.grab()
        shown.save(str(out / f"popup-{name}-{look}.png"))
        popup.close()
        stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
