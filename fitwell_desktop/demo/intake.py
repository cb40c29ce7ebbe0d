"""What is written down when a client begins: profile, health, contacts, consent, signature, tags."""

import hashlib
from datetime import datetime

from fitwell_desktop.demo.papers import letter
from fitwell_desktop.demo.people import People
from fitwell_desktop.demo.pictures import signature
from fitwell_desktop.demo.practice import TAGS, Premises
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Client, Part, World, data, listed
from fitwell_desktop.models.accounts import User
from fitwell_desktop.models.circle import EmergencyContact, FamilyLink
from fitwell_desktop.models.clients import ClientPause, ClientProfile, ClientTagLink, ClientTrainer
from fitwell_desktop.models.custom_fields import CustomFieldValue
from fitwell_desktop.models.messaging import Consent
from fitwell_desktop.models.provider import ProviderCustomer
from fitwell_desktop.models.records import ClientDocument, Waiver, WaiverSignature
from fitwell_desktop.vocabulary import Channel, ClientKind, DocumentKind, FamilyTie, Provider, UserStatus, UserType

AIM_TAGS = {"endurance": 2, "strength": 3, "health": 1}


class Intake(Part):
    """Enters each client."""

    def __init__(self, world: World, premises: Premises, people: People) -> None:
        super().__init__(world)
        self.premises = premises
        self.people = people
        self._words = data("people")
        self._waiver_id, self._waiver_hash = self._waiver()
        self._signatures = [world.media.keep(signature(self.chance), "image/png") for _ in range(4)]
        self._contract = world.media.keep(
            letter("Training agreement", data("health")["waiver"]["text"]), "application/pdf"
        )
        self._before: list[Client] = []

    def joins(self, client: Client) -> None:
        at, by = self.world.made_on(client), client.trainer.id
        self._person(client, at, by)
        self._pauses(client, by)
        self._around(client, at, by)
        self._papers(client, at, by)
        self._marks(client, at, by)
        self._before.append(client)

    def _person(self, client: Client, at: datetime, by: Id) -> None:
        status = UserStatus.ACTIVE if self.world.present(client) else UserStatus.INACTIVE
        login = None if client.kind is ClientKind.PAPER_ONLY else self._last_login(client)
        self.rows.add(
            User, at, by, id=client.id, user_type=UserType.CLIENT, status=status, first_name=client.first,
            last_name=client.last, email=client.email, phone=client.phone, phone_typed=client.phone, last_login_at=login,
        )  # fmt: skip
        left = client.left_on
        self.rows.add(
            ClientProfile, at, by, client_id=client.id, kind=client.kind, date_of_birth=client.born, sex=client.sex,
            height_cm=client.height_cm, address=client.address, occupation=self.chance.one(listed(self._words["occupations"])),
            timezone=client.zone, preferences={"language": self.chance.one(("de", "en", "en"))} if self.chance.hits(0.5) else {},
            referral_source=self.chance.one(listed(self._words["sources"])), joined_on=client.joined_on,
            referred_by_id=self.chance.one(self._before).id if self._before and self.chance.hits(0.15) else None,
            archived_at=self.time.moment(left, 17 * 60) if left else None,
            archive_reason=self.chance.one(listed(self._words["leave_reasons"])) if left else "",
        )  # fmt: skip
        self.rows.add(ClientTrainer, at, by, client_id=client.id, trainer_id=by, is_primary=True)
        others = [trainer.id for trainer in self.world.trainers if trainer.id != by]
        if others and self.chance.hits(0.1):
            self.rows.add(ClientTrainer, at, by, client_id=client.id, trainer_id=self.chance.one(others))

    def _last_login(self, client: Client) -> datetime:
        day = client.left_on or self.time.today - self.chance.whole(0, 6) * DAY
        return self.time.past(self.time.moment(day, self.chance.whole(400, 1300)))

    def _pauses(self, client: Client, by: Id) -> None:
        for pause in client.pauses:
            at = self.time.past(self.time.moment(pause.starts_on - DAY, 18 * 60))
            self.rows.add(
                ClientPause, at, by, client_id=client.id, reason=pause.reason,
                starts_on=pause.starts_on, ends_on=pause.ends_on,
            )  # fmt: skip

    def _around(self, client: Client, at: datetime, by: Id) -> None:
        for number in range(1 + self.chance.hits(0.35)):
            name, relationship = self.people.relative(client.last)
            self.rows.add(
                EmergencyContact, at, by, client_id=client.id, name=name, relationship=relationship,
                phone=self.people.phone(), is_primary=number == 0,
            )  # fmt: skip
        if self._before and self.chance.hits(0.06):
            relative, tie = self.chance.one(self._before), self.chance.one((FamilyTie.PARTNER, FamilyTie.SIBLING))
            self.rows.add(FamilyLink, at, by, client_id=client.id, relative_id=relative.id, tie=tie)
            self.rows.add(FamilyLink, at, by, client_id=relative.id, relative_id=client.id, tie=tie)
        for channel, given in ((Channel.EMAIL, 0.96), (Channel.SMS, 0.7)):
            self.rows.add(
                Consent, at, by, client_id=client.id, channel=channel, is_given=self.chance.hits(given),
                source="Training agreement", decided_at=at,
            )  # fmt: skip

    def _papers(self, client: Client, at: datetime, by: Id) -> None:
        media = self.world.media
        if self.chance.hits(0.93):
            picture = media.attach(self.chance.one(self._signatures), "signature.png", at, by, client.id)
            self.rows.add(
                WaiverSignature, at, by, client_id=client.id, waiver_id=self._waiver_id, signed_name=client.name,
                signed_at=at, text_hash=self._waiver_hash, signature_id=picture,
            )  # fmt: skip
        if self.chance.hits(0.3):
            paper = media.attach(self._contract, "training-agreement.pdf", at, by, client.id)
            self.rows.add(
                ClientDocument, at, by, client_id=client.id, attachment_id=paper, kind=DocumentKind.CONTRACT,
                title="Training agreement",
            )  # fmt: skip
        if self.chance.hits(0.25):
            self.rows.add(
                ProviderCustomer, at, by, client_id=client.id, provider=Provider.STRIPE, livemode=False,
                provider_id=f"cus_demo{client.id.hex()[-12:]}", payment_method_id=f"pm_demo{client.id.hex()[-12:]}",
                payment_method_label=f"{self.chance.one(('Visa', 'Mastercard'))} ending in 4242",
            )  # fmt: skip

    def _marks(self, client: Client, at: datetime, by: Id) -> None:
        worn = set(self.chance.some(range(len(TAGS)), self.chance.whole(0, 2)))
        worn |= {AIM_TAGS[client.aim]} if client.aim in AIM_TAGS else set()
        for number in sorted(worn):
            self.rows.add(ClientTagLink, at, by, client_id=client.id, client_tag_id=self.premises.tags[number])
        values = {
            "T-shirt size": self.chance.one(["S", "M", "L", "XL"]),
            "Locker": str(self.chance.whole(1, 60)),
            "Agrees to photos": self.chance.one(("1", "1", "0")),
            "Shoe size": str(self.chance.whole(36, 47)),
            "First contact": (client.joined_on - self.chance.whole(2, 20) * DAY).isoformat(),
        }
        for name in self.chance.some(list(values), self.chance.whole(1, 4)):
            field = self.premises.fields[name]
            self.rows.add(CustomFieldValue, at, by, client_id=client.id, custom_field_id=field, value=values[name])

    def _waiver(self) -> tuple[Id, str]:
        words = data("health")["waiver"]
        text_hash = hashlib.sha256(words["text"].encode()).hexdigest()
        waiver = self.rows.add(
            Waiver, self.premises.opened_at, self.world.owner.id,
            title=words["title"], text=words["text"], text_hash=text_hash,
        )  # fmt: skip
        return waiver, text_hash
