"""The practice itself: its own data, who works there and when, its rooms, rules, tags, lists and fields."""

from datetime import date, time

from fitwell_desktop.demo.people import People
from fitwell_desktop.demo.pictures import logo
from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import DAY, HOLIDAYS
from fitwell_desktop.demo.world import Trainer, World
from fitwell_desktop.domain.clients.saved_lists import SUGGESTED
from fitwell_desktop.models.accounts import Practice, TaxRate, User, UserRole
from fitwell_desktop.models.availability import BookingPolicy, TimeOff, TrainerAvailability
from fitwell_desktop.models.billing import Party
from fitwell_desktop.models.clients import ClientTag, SavedList
from fitwell_desktop.models.custom_fields import CustomField
from fitwell_desktop.models.scheduling import Room
from fitwell_desktop.vocabulary import FieldKind, Right, Role, TimeOffKind, UserType, Weekday

OWNERS = {"solo": ("Jordan", "Miles"), "studio": ("Morgan", "Adeyemi"), "gym": ("Fiona", "Sinclair")}
TAGS = [
    ("Morning person", "#0f766e"), ("Rehab", "#b45309"), ("Runner", "#1d4ed8"), ("Powerlifter", "#7c3aed"),
    ("Small group", "#be185d"), ("VIP", "#a16207"), ("Prefers messages", "#475569"), ("Company programme", "#047857"),
]  # fmt: skip
FIELDS = [
    ("T-shirt size", FieldKind.CHOICE, ("S", "M", "L", "XL")),
    ("Locker", FieldKind.TEXT, ()),
    ("Agrees to photos", FieldKind.YES_NO, ()),
    ("Shoe size", FieldKind.NUMBER, ()),
    ("First contact", FieldKind.DAY, ()),
]
WINDOWS = ((time(6), time(12, 30)), (time(13, 30), time(20, 30)))
SHORT_WINDOWS = ((time(8), time(13)),)


class Premises:
    """The rows that were there before the first client, and the ids that others refer to."""

    def __init__(self, world: World, people: People) -> None:
        self.world = world
        self.rows = world.rows
        self.people = people
        self.opened_at = world.time.moment(world.time.first - 30 * DAY, 10 * 60)
        self._staff()
        by = world.owner.id
        self._practice(by)
        self.tags = [self.rows.add(ClientTag, self.opened_at, by, name=name, color=color) for name, color in TAGS]
        self.fields = {
            name: self.rows.add(CustomField, self.opened_at, by, name=name, kind=kind, choices=choices, position=place)
            for place, (name, kind, choices) in enumerate(FIELDS)
        }
        self.lists = {
            name: self.rows.add(SavedList, self.opened_at, by, name=name, conditions=conditions, position=place)
            for place, (name, conditions) in enumerate(SUGGESTED, start=1)
        }
        self.policy = self._policies(by)
        self.floor, self.studios = self._rooms(by)
        for trainer in world.trainers:
            self._hours(trainer)
        self._holidays(by)

    def _staff(self) -> None:
        owner = OWNERS[self.world.size.place]
        names = [
            owner,
            *((p.first, p.last) for p in (self.people.person() for _ in range(self.world.size.trainers - 1))),
        ]
        for number, (first, last) in enumerate(names):
            staff_id = self._user(first, last, UserType.TRAINER)
            self.world.trainers.append(Trainer(staff_id, first, last, number))
            role = Role.OWNER if number == 0 else Role.TRAINER
            self.rows.add(UserRole, self.opened_at, self.world.owner.id, user_id=staff_id, role=role)
        if self.world.size.trainers > 1:
            desk = self.people.person()
            desk_id = self._user(desk.first, desk.last, UserType.ADMIN)
            self.rows.add(
                UserRole, self.opened_at, self.world.owner.id,
                user_id=desk_id, role=Role.FRONT_DESK, permissions=(Right.MESSAGES,),
            )  # fmt: skip

    def _user(self, first: str, last: str, user_type: UserType) -> Id:
        email = f"{first}.{last}@example.com".lower().replace(" ", "")
        now = self.world.time.present
        return self.rows.add(
            User, self.opened_at, None, user_type=user_type, first_name=first, last_name=last,
            email=email if email.isascii() else None, phone=self.people.phone(), last_login_at=now,
        )  # fmt: skip

    def _practice(self, by: Id) -> None:
        size, media = self.world.size, self.world.media
        mark = media.attach(media.keep(logo(size.practice), "image/png"), "logo.png", self.opened_at, by)
        country = "DE" if size.currency == "EUR" else "GB"
        known = {
            "name": size.practice, "address": self.people.address(), "email": "hello@example.com",
            "phone": self.people.phone(), "website": "https://example.com", "tax_number": f"{country}000000000",
            "payment_details": f"IBAN {country}00 0000 0000 0000 0000 00\nBIC EXAMPLEXXX", "locale": size.locale,
            "brand_color": "#0f766e",
        }  # fmt: skip
        self.world.issuer = Party(**known, logo_id=uuid(mark))
        self.rows.add(
            Practice, self.opened_at, by, **known, logo_id=mark, currency=size.currency, time_zone=size.zone,
            week_start=Weekday.MONDAY, tax_rates=(TaxRate("VAT", size.tax_ppm), TaxRate("Free of tax", 0)),
        )  # fmt: skip

    def _policies(self, by: Id) -> Id:
        policy = self.rows.add(
            BookingPolicy, self.opened_at, by, name="Usual", position=0, late_cancel_fee=0, no_show_fee=2_500,
            free_per_30_days=1, text="Sessions that are cancelled less than 24 hours before they begin count as taken.",
        )  # fmt: skip
        self.rows.add(
            BookingPolicy, self.opened_at, by, name="Group sessions", position=1, cancel_before_minutes=12 * 60,
            forfeits_credit=False, text="Please free your place in a group 12 hours before it begins.",
        )  # fmt: skip
        return policy

    def _rooms(self, by: Id) -> tuple[Id, list[Id]]:
        floor = self.rows.add(
            Room, self.opened_at, by, name="Training floor", capacity=max(2, len(self.world.trainers))
        )
        count = 2 if self.world.size.trainers == 1 else 3
        studios = [self.rows.add(Room, self.opened_at, by, name=f"Studio {'ABC'[n]}") for n in range(count)]
        return floor, studios

    def _hours(self, trainer: Trainer) -> None:
        for number, day in enumerate(Weekday):
            if number != self.world.time.rest_day:
                for start, end in SHORT_WINDOWS if number == self.world.time.short_day else WINDOWS:
                    self.rows.add(
                        TrainerAvailability, self.opened_at, self.world.owner.id, trainer_id=trainer.id,
                        day_of_week=day, start_time=start, end_time=end,
                    )  # fmt: skip

    def _holidays(self, by: Id) -> None:
        """The days on which the practice is closed, in the years that the demo tells of and the next."""
        clock = self.world.time
        for year in range(clock.first.year, clock.today.year + 2):
            for month, day in sorted(HOLIDAYS):
                off = date(year, month, day)
                if off != clock.today:
                    start, end = clock.moment(off, 0), clock.moment(off + DAY, 0)
                    made = min(self.opened_at, start)
                    self.rows.add(
                        TimeOff, made, by, kind=TimeOffKind.HOLIDAY, starts_at=start, ends_at=end, note="Closed"
                    )
