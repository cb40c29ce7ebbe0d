"""What the practice sells: packages, discounts, and the providers' side of it."""

from datetime import datetime, timedelta

from msgspec import Struct

from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import World
from fitwell_desktop.models.provider import ProviderCursor, ProviderEvent
from fitwell_desktop.models.selling import Discount, Features, Package
from fitwell_desktop.vocabulary import BillingInterval, PackageType, Provider


class Offer(Struct, frozen=True):
    """A package as the demo sells it."""

    id: Id
    name: str
    price: int
    sessions: int
    valid_days: int | None


class Catalog:
    """Writes what is sold and keeps it by name."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._at = world.time.moment(world.time.first - 28 * DAY, 12 * 60)
        month = BillingInterval.MONTH
        self.coaching = self._package("Online coaching", PackageType.SUBSCRIPTION, 14_900, 4, 62, month)
        self.weekly = self._package("One session a week", PackageType.SUBSCRIPTION, 26_000, 4, 62, month)
        self.twice = self._package("Two sessions a week", PackageType.SUBSCRIPTION, 49_000, 8, 62, month)
        self.ten = self._package("Ten sessions", PackageType.PER_SESSION, 65_000, 10, 240)
        self.single = self._package("Single session", PackageType.PER_SESSION, 7_000, 1, 90)
        self.program = self._package("Programme, eight weeks", PackageType.PER_PROGRAM, 19_900, 0, None)
        self.plan = self._package("Nutrition plan", PackageType.ONE_TIME, 12_000, 0, None)
        self.review = self._package("Body composition analysis", PackageType.ONE_TIME, 3_500, 0, None)
        self.extras = (self.program, self.plan, self.review)
        by = world.owner.id
        self.welcome = world.rows.add(
            Discount, self._at, by, name="Welcome", code="WELCOME10", rate_ppm=100_000, uses_left=50
        )
        world.rows.add(
            Discount, self._at, by, name="Bring a friend", code="FRIEND", amount=2_000, currency=world.size.currency
        )
        self._provider()

    def _package(
        self, name: str, kind: PackageType, price: int, sessions: int, valid: int | None,
        interval: BillingInterval | None = None,
    ) -> Offer:  # fmt: skip
        world = self._world
        features = Features(
            sessions_per_month=sessions if interval else None, nutrition_plan="Nutrition" in name or interval is not None,
            form_checks="unlimited" if interval else "", messaging=True, app_access=interval is not None,
        )  # fmt: skip
        package = world.rows.add(
            Package, self._at, world.owner.id, trainer_id=world.owner.id, name=name, package_type=kind, price=price,
            currency=world.size.currency, tax_name="VAT", tax_rate_ppm=world.size.tax_ppm, billing_interval=interval,
            sessions_included=sessions, credits_valid_days=valid, features_included=features,
        )  # fmt: skip
        return Offer(package, name, price, sessions, valid)

    def _provider(self) -> None:
        """The last news that were read from the payment provider's test side."""
        event_id, at = "", self._world.time.present
        for number in range(6):
            at = self._world.time.present - timedelta(hours=30 - 5 * number)
            event_id = f"evt_demo{number:04}"
            self._event(event_id, at, number)
        self._world.rows.add(
            ProviderCursor,
            at,
            None,
            provider=Provider.STRIPE,
            livemode=False,
            stream="events",
            event_id=event_id,
            read_at=at,
        )

    def _event(self, event_id: str, at: datetime, number: int) -> None:
        kind = "charge.failed" if number == 2 else "charge.succeeded"
        self._world.rows.add(
            ProviderEvent, at, None, provider=Provider.STRIPE, event_id=event_id, event_type=kind, livemode=False,
            object_id=f"ch_demo{number:04}", occurred_at=at,
        )  # fmt: skip
