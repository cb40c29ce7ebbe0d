"""A client at a glance: what to heed, what comes next, how the goals do."""

from PySide6.QtWidgets import QWidget

from fitwell_desktop.domain.clients.assessments import assessments
from fitwell_desktop.domain.clients.clearance import ASKED_FOR
from fitwell_desktop.domain.clients.goals import Goal, goals
from fitwell_desktop.domain.clients.overview import Overview, Profile, SessionLine, overview, profile
from fitwell_desktop.domain.clients.roster import health_flags
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.ui.tones import SESSION_TONES
from fitwell_desktop.ui.widgets.banner import Banner
from fitwell_desktop.ui.widgets.buttons import Button
from fitwell_desktop.ui.widgets.flow import Beside, FittingRow
from fitwell_desktop.ui.widgets.labels import ElidedLabel, Label
from fitwell_desktop.ui.widgets.pill import Pill
from fitwell_desktop.ui.widgets.progress_line import ProgressLine
from fitwell_desktop.ui.widgets.stat_card import StatCard
from fitwell_desktop.views.roster.goal_words import direction, has_numbers
from fitwell_desktop.views.roster.page import Page, heading, refill
from fitwell_desktop.views.roster.shapes import BAND_TONES, CLEARANCE_TONES
from fitwell_desktop.vocabulary import GoalStatus, Right

SOON_DAYS = 7
SHOWN_GOALS = 4


class OverviewPage(Page):
    """Each part leads to the page or place that it comes from."""

    def fill(self) -> None:
        who, seen = self.panel.ask(profile, self.client), self.panel.ask(overview, self.client)
        parts: list[QWidget] = [*self._alerts(who), self._figures(seen)]
        parts += self._goals()
        parts += self._sessions(self.tr("Coming sessions"), seen.coming, self.tr("Nothing is booked."))
        parts += self._sessions(self.tr("Last sessions · {0} held").format(seen.held), seen.gone, "")
        refill(self.column, parts)
        self.column.addStretch(1)

    def _alerts(self, who: Profile) -> list[Banner]:
        said = [*self._health_alerts(), *self._due(), *self._birthday(who)]
        banners = []
        for sentence, tone in said:
            banner = Banner(parent=self)
            banner.say(sentence, tone)
            banners.append(banner)
        return banners

    def _health_alerts(self) -> list[tuple[str, Tone]]:
        if not self.may(Right.HEALTH):
            return []
        flag = self.panel.ask(health_flags, (self.client,)).get(self.client)
        if flag is None:
            return []
        alerts = [(self.tr("Heed: {0}").format(", ".join(flag.limitations)), Tone.WARN)] if flag.limitations else []
        if flag.clearance in ASKED_FOR:
            alerts.insert(0, (ASKED_FOR[flag.clearance], CLEARANCE_TONES[flag.clearance]))
        return alerts

    def _due(self) -> list[tuple[str, Tone]]:
        due = [one.name for one in self.panel.ask(assessments, self.client) if one.is_due]
        return [(self.tr("Retest due: {0}").format(", ".join(due)), Tone.INFO)] if due else []

    def _birthday(self, who: Profile) -> list[tuple[str, Tone]]:
        if who.birthday_on is None or who.age is None:
            return []
        days = (who.birthday_on - self.workspace.formats.today()).days
        if days > SOON_DAYS:
            return []
        years = who.age if days == 0 else who.age + 1
        when = self.workspace.formats.near_day(who.birthday_on)
        return [(self.tr("Birthday: {0}, {1} years").format(when, years), Tone.INFO)]

    def _figures(self, seen: Overview) -> QWidget:
        formats = self.workspace.formats
        coming, owed = StatCard(self.tr("Next")), StatCard(self.tr("Owed"))
        cards = [coming, owed] if self.may(Right.BILLING) else [coming]
        if seen.coming:
            start = seen.coming[0].start
            coming.show_figure(formats.time(start), delta=formats.weekday_day(formats.local(start).date()))
        if seen.owed:
            owed.show_figure(formats.money(seen.owed, whole=True), tone=Tone.BAD)
        return Beside(*cards)

    def _goals(self) -> list[QWidget]:
        active = [goal for goal in self.panel.ask(goals, self.client) if goal.status is GoalStatus.ACTIVE]
        if not active:
            return []
        return [heading(self.tr("Goals")), *(goal_line(goal, self.workspace.formats) for goal in active[:SHOWN_GOALS])]

    def _sessions(self, title: str, lines: tuple[SessionLine, ...], nothing: str) -> list[QWidget]:
        if not lines and not nothing:
            return []
        moments = [self.workspace.formats.moment(line.start) for line in lines]
        room = max((self.fontMetrics().horizontalAdvance(moment) for moment in moments), default=0)
        shown: list[QWidget] = [self._session(line, room) for line in lines]
        return [heading(title), *(shown or [Label(nothing, "quiet")])]

    def _session(self, line: SessionLine, room: int) -> QWidget:
        """A session in a line; what stands behind the moments begins at one place, behind the longest."""
        formats = self.workspace.formats
        button = Button(formats.moment(line.start), "ghost")
        button.setStyleSheet("text-align: left; padding: 4px 0;")
        button.setMinimumWidth(room + 8)
        button.setAccessibleName(f"{formats.moment(line.start)}, {line.title or line.kind.label}, {line.status.label}")
        button.clicked.connect(lambda: self.workspace.open("calendar", line.id))
        what = ElidedLabel(line.title or line.kind.label, "quiet")
        whole = QWidget()
        layout = FittingRow(whole, spacing=8, grows=1)
        for part in (button, what, Pill(line.status.label, SESSION_TONES[line.status])):
            layout.addWidget(part)
        return whole


def goal_line(goal: Goal, formats: Formats) -> ProgressLine:
    """A goal as a bar, with the way that is left and its band in words."""
    line = ProgressLine(goal.title)
    words = [direction(goal, formats) if has_numbers(goal) else "", goal.trajectory.band.label]
    line.show_progress(goal.trajectory.way, " · ".join(filter(None, words)), BAND_TONES[goal.trajectory.band])
    return line
