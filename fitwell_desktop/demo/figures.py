"""Figures that are kept: each client's engagement a day over two years, and the practice's metrics a month."""

from collections import Counter
from datetime import date

from fitwell_desktop.demo.money import Money
from fitwell_desktop.demo.timeline import DAY, months
from fitwell_desktop.demo.world import Client, Part, Week, World
from fitwell_desktop.models.analytics import BusinessMetric, ClientEngagement
from fitwell_desktop.vocabulary import BusinessMetricType, ClientKind

KEPT = 730 * DAY


class Figures(Part):
    """Sums up. Must be the last part of each week."""

    def __init__(self, world: World, money: Money) -> None:
        super().__init__(world)
        self._money = money
        self._kept: Counter[date] = Counter()
        self._missed: Counter[date] = Counter()

    def week(self, week: Week) -> None:
        month = week.monday.replace(day=1)
        self._kept[month] += len(week.sessions)
        self._missed[month] += len(week.forfeited)
        if week.monday < self.time.today - KEPT:
            return
        for client in week.clients:
            for day in week.days:
                if (client.id, day) in week.activity:
                    self._engage(week, client, day)

    def ends(self) -> None:
        for first in months(self.time.first, self.time.today.replace(day=1) - DAY):
            self._month(first)

    def _engage(self, week: Week, client: Client, day: date) -> None:
        activity = week.activity[client.id, day]
        at = self.time.past(self.time.moment(day, 23 * 60 + 55))
        last = activity.last_at
        self.rows.add(
            ClientEngagement, at, None, client_id=client.id, engagement_date=day, workouts_completed=activity.workouts,
            videos_uploaded=activity.videos, messages_sent=activity.messages,
            login_count=0 if client.kind is ClientKind.PAPER_ONLY else self.chance.whole(1, 4),
            completion_rate=activity.workouts / activity.planned if activity.planned else None,
            last_activity_at=self.time.past(last) if last else at,
        )  # fmt: skip

    def _month(self, first: date) -> None:
        end = (first + 32 * DAY).replace(day=1) - DAY
        joined = [client for client in self.world.clients if first <= client.joined_on <= end]
        left = [client for client in self.world.clients if client.left_on and first <= client.left_on <= end]
        at_start = sum(c.joined_on < first and (c.left_on is None or c.left_on >= first) for c in self.world.clients)
        details = {
            "month": f"{first:%Y-%m}", "retained_clients": at_start - len(left), "churned_clients": len(left),
            "new_clients": len(joined),
        }  # fmt: skip
        kept, missed = self._kept[first], self._missed[first]
        referred = sum(client.born.day % 7 == 0 for client in joined)
        found = {
            BusinessMetricType.RETENTION: (1 - len(left) / at_start if at_start else None, details),
            BusinessMetricType.REVENUE: (float(self._money.revenue[first]), {"currency": self.world.size.currency}),
            BusinessMetricType.ATTENDANCE: (
                kept / (kept + missed) if kept + missed else None,
                {"kept": kept, "missed": missed},
            ),
            BusinessMetricType.SATISFACTION: (round(self.chance.near(4.5, 0.12, 3.8, 5), 2), {"scale": 5}),
            BusinessMetricType.REFERRAL: (float(referred), {"new_clients": len(joined)}),
        }
        at = self.time.past(self.time.moment(end + DAY, 3 * 60))
        for kind, (value, facts) in found.items():
            self.rows.add(
                BusinessMetric, at, None, metric_type=kind, metric_name=kind.label, period_start=first, period_end=end,
                metric_value=value, details=facts,
            )  # fmt: skip
