"""What leaves the practice: templates, automations, reminders of sessions, and the messages that carried them."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from fitwell_desktop.demo.bookings import Booked, Bookings
from fitwell_desktop.demo.practice import Premises
from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY
from fitwell_desktop.demo.world import Part, World, data
from fitwell_desktop.models.messaging import (
    AutomatedMessage,
    NotificationTemplate,
    OutgoingAttempt,
    OutgoingMessage,
    SenderLease,
)
from fitwell_desktop.models.series import AppointmentReminder
from fitwell_desktop.vocabulary import (
    AttemptOutcome,
    Channel,
    NotificationType,
    OutgoingChannel,
    OutgoingKind,
    OutgoingState,
    TriggerType,
)

VARIABLES = {
    "first_name": "The client’s first name", "trainer_name": "The trainer’s first name",
    "practice_name": "The practice’s name", "start_day": "Day of the session", "start_time": "Time of the session",
    "invoice_number": "Number of the invoice", "total": "What is owed", "due_day": "Until when", "credits": "Sessions left",
    "exercise_name": "The exercise",
}  # fmt: skip
AUTOMATIONS: tuple[tuple[str, TriggerType, str, dict[str, Any], str, str | None], ...] = (
    ("Welcome", TriggerType.EVENT, "client_joined", {}, "Welcome", None),
    ("Birthday wishes", TriggerType.TIME, "birthday", {"at": "08:00"}, "Happy birthday", "Birthday this week"),
    ("Nobody is forgotten", TriggerType.CONDITION, "inactive", {"days": 14}, "We miss you", "Not seen for 14 days"),
    ("Credits run low", TriggerType.CONDITION, "credits_low", {"at_most": 2}, "Credits low", None),
    ("Overdue", TriggerType.CONDITION, "invoice_overdue", {"days": 3}, "Invoice overdue", "Invoice overdue"),
)
LEADS = ((Channel.EMAIL, 24 * 60), (Channel.SMS, 120))
FATES = {
    OutgoingState.DELIVERED: 0.9,
    OutgoingState.SENT: 0.06,
    OutgoingState.DEAD: 0.02,
    OutgoingState.SUPPRESSED: 0.02,
}
OUTCOMES = {
    OutgoingState.DEAD: AttemptOutcome.REFUSED, OutgoingState.IN_DOUBT: AttemptOutcome.IN_DOUBT,
    OutgoingState.QUEUED: AttemptOutcome.OFFLINE,
}  # fmt: skip


class Outbox(Part):
    """Reminds of the sessions of late and of those to come."""

    def __init__(self, world: World, premises: Premises, bookings: Bookings) -> None:
        super().__init__(world)
        self._bookings = bookings
        at = world.time.moment(world.time.first - 27 * DAY, 11 * 60)
        templates = {name: self._template(name, words, at) for name, words in data("talk")["templates"].items()}
        for name, trigger_type, trigger, settings, template, saved_list in AUTOMATIONS:
            self.rows.add(
                AutomatedMessage, at, world.owner.id, name=name, trigger_type=trigger_type, trigger=trigger,
                settings=settings, channel=Channel.EMAIL, template_id=templates[template],
                saved_list_id=premises.lists[saved_list] if saved_list else None, is_active=trigger != "inactive",
                last_run_at=world.time.present - timedelta(hours=2),
            )  # fmt: skip
        self._lease()

    def ends(self) -> None:
        for booked in self._bookings.recent:
            if booked.status.takes_time:
                for channel, minutes in LEADS:
                    if channel is Channel.EMAIL or self.chance.hits(0.3):
                        self._remind(booked, channel, minutes)
        self._news()

    def _template(self, name: str, words: list[str], at: datetime) -> Id:
        kind, subject, email, sms = words
        used = {key: value for key, value in VARIABLES.items() if f"{{{{{key}}}}}" in email + sms}
        return self.rows.add(
            NotificationTemplate, at, self.world.owner.id, name=name, notification_type=NotificationType(kind),
            email_subject=subject, email_template=email, sms_template=sms, push_template=sms, in_app_template=sms,
            template_variables=used,
        )  # fmt: skip

    def _remind(self, booked: Booked, channel: Channel, minutes: int) -> None:
        due = booked.start - timedelta(minutes=minutes)
        reminder = {
            "appointment_id": booked.id, "client_id": booked.client.id, "channel": channel, "minutes_before": minutes,
        }  # fmt: skip
        if due > self.time.present or booked.made_at > due:
            if due > self.time.present:
                self.rows.add(AppointmentReminder, booked.made_at, None, **reminder)
            return
        state = self.chance.weighted(FATES)
        text = f"Your session begins at {booked.start.astimezone(self.time.zone):%H:%M on %d %B}."
        message = self._send(booked, channel, due, text, state, f"reminder:{booked.id.hex()}:{minutes}")
        is_sent = state in {OutgoingState.DELIVERED, OutgoingState.SENT}
        self.rows.add(
            AppointmentReminder, booked.made_at, None, is_sent=is_sent, sent_at=due if is_sent else None,
            outgoing_message_id=message, **reminder,
        )  # fmt: skip

    def _send(
        self, booked: Booked, channel: Channel, due: datetime, text: str, state: OutgoingState, key: str,
        kind: OutgoingKind = OutgoingKind.REMINDER,
    ) -> Id:  # fmt: skip
        by_mail = channel is Channel.EMAIL
        tried = state not in {OutgoingState.SUPPRESSED, OutgoingState.CANCELLED, OutgoingState.EXPIRED}
        done = due + timedelta(seconds=self.chance.whole(1, 9)) if tried and state is not OutgoingState.QUEUED else None
        failed: dict[str, Any] = {}
        if state is OutgoingState.DEAD:
            failed = {"last_error_code": "550", "last_error_text": "The mailbox does not exist."}
        message = self.rows.add(
            OutgoingMessage, due, None, client_id=booked.client.id, kind=kind, account="practice", dedupe_key=key,
            channel=OutgoingChannel.EMAIL if by_mail else OutgoingChannel.SMS, entity_type="appointment",
            entity_id=booked.id, recipient=booked.client.email if by_mail else booked.client.phone, preview=text,
            payload=self._payload(booked, text) if by_mail else text.encode(), idempotency_key=key, state=state, due_at=due,
            next_attempt_at=due, attempts=int(tried and state is not OutgoingState.QUEUED),
            offline_attempts=int(state is OutgoingState.QUEUED), started_at=due if done else None, finished_at=done, **failed,
        )  # fmt: skip
        if tried:
            self.rows.add(
                OutgoingAttempt, due, None, outgoing_message_id=message, number=1, epoch=1, started_at=due, finished_at=done,
                outcome=OUTCOMES.get(state, AttemptOutcome.ACCEPTED), error_code=failed.get("last_error_code"),
                error_text=failed.get("last_error_text"),
            )  # fmt: skip
        return message

    def _payload(self, booked: Booked, text: str) -> bytes:
        mail = EmailMessage()
        mail["From"] = "hello@example.com"
        mail["To"] = booked.client.email
        mail["Subject"] = "See you soon"
        mail["Message-ID"] = f"<{booked.id.hex()}@example.com>"
        mail.set_content(f"Hi {booked.client.first},\n\n{text}\n\n{booked.client.trainer.first}\n")
        return mail.as_bytes()

    def _news(self) -> None:
        """A few messages that did not go as they should, or still wait."""
        states = (OutgoingState.QUEUED, OutgoingState.QUEUED, OutgoingState.IN_DOUBT, OutgoingState.DEAD)
        for number, (state, booked) in enumerate(zip(states, self._bookings.recent[-len(states) :], strict=False)):
            at = self.time.present - timedelta(minutes=4 + 3 * number)
            text = "Your plan for next week is in the program."
            self._send(booked, Channel.EMAIL, at, text, state, f"message:demo:{number}", OutgoingKind.MESSAGE)

    def _lease(self) -> None:
        """Who sent last; long given back."""
        at = self.time.present - timedelta(hours=15)
        self.rows.add(
            SenderLease, at, None, owner=self.rows.ids.at(at), host="demo", process_id=1, epoch=1, expires_at=at
        )
