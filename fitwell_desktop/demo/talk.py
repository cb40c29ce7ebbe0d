"""Conversations: a thread for each client over all channels, a group, announcements, and the notes beside them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fitwell_desktop.demo.rows import Id
from fitwell_desktop.demo.timeline import DAY, budget, season
from fitwell_desktop.demo.world import Client, Part, Week, World, data, table
from fitwell_desktop.models.messaging import Message, MessageThread, ThreadParticipant
from fitwell_desktop.models.records import Note
from fitwell_desktop.vocabulary import Channel, ClientKind, Direction, NoteKind, ThreadType

CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")
TOPICS = {"training": 5, "time": 3, "food": 2, "weight": 1, "video": 1, "money": 0.5, "life": 2}
LIFTS = ("Back Squat", "Bench Press", "Deadlift", "Overhead Press", "Barbell Row", "Hip Thrust", "Goblet Squat")
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
PREVIEW = 120


@dataclass(slots=True)
class Thread:
    """A conversation, and what its row tells of its newest message."""

    id: Id
    client: Client | None
    began: datetime
    people: list[Id]
    last_at: datetime | None = None
    preview: str = ""
    unread: int = 0


class Talk(Part):
    """Writes messages: so many each week as the practice shall have in the end."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        words = data("talk")
        self._words = words
        self._talks: dict[str, list[list[str]]] = {}
        for talk in words["talk"]:
            self._talks.setdefault(talk["topic"], []).append(talk["lines"])
        self._foods = [row["name"] for row in table("demo", "foods.csv") if float(row["protein_g"]) > 9]
        weights = [count * season(monday) for count, monday in zip(world.busy, world.time.mondays, strict=True)]
        self._budget = budget(world.size.messages, weights)
        self._made = 0
        self._threads: dict[Id, Thread] = {}
        opened = world.time.moment(world.time.first, 8 * 60)
        staff = [trainer.id for trainer in world.trainers]
        self._group = Thread(world.rows.ids.at(opened), None, opened, list(staff))
        self._board = Thread(world.rows.ids.at(opened), None, opened, list(staff))

    def joins(self, client: Client) -> None:
        at = self.world.made_on(client)
        self._threads[client.id] = Thread(self.rows.ids.at(at), client, at, [client.trainer.id, client.id])

    def week(self, week: Week) -> None:
        days = [day for day in week.days if day <= self.time.today]
        left = self._budget.left(week.number, self._made)
        while left > 0 and week.clients:
            client = self.chance.one(week.clients)
            before = self._made
            day = self.chance.one(days)
            if client.joined_on <= day:
                self._talk(week, client, day)
            left -= max(1, self._made - before)
        self._chat(week, days)
        self._note(week, days)

    def ends(self) -> None:
        for thread in self._threads.values():
            kind = thread.client.name if thread.client else ""
            self._close(thread, ThreadType.ONE_ON_ONE, kind)
        self._close(self._group, ThreadType.GROUP, "HIIT group")
        self._close(self._board, ThreadType.ANNOUNCEMENT, "News")

    def _talk(self, week: Week, client: Client, day: date) -> None:
        lines = self.chance.one(self._talks[self.chance.weighted(TOPICS)])
        channel = self._channel(client)
        fill = self._fill(client)
        at = self.time.moment(day, self.chance.whole(7 * 60, 21 * 60))
        for line in lines:
            if at > self.time.present:
                break
            speaker, text = line[0], fill(line[3:])
            from_client = speaker == "c"
            self._say(
                self._threads[client.id],
                client.id if from_client else client.trainer.id,
                text,
                at,
                channel,
                from_client,
            )
            if from_client:
                activity = week.activity[client.id, day]
                activity.messages += 1
                activity.last_at = max(activity.last_at or at, at)
            at += timedelta(minutes=self.chance.whole(1, 55))

    def _say(self, thread: Thread, sender: Id, text: str, at: datetime, channel: Channel, inbound: bool) -> None:
        is_new = inbound and at > self.time.present - 30 * timedelta(hours=1)
        read = None if is_new else self.time.past(at + timedelta(minutes=self.chance.whole(1, 300)))
        self.rows.add(
            Message, at, sender, thread_id=thread.id, sender_id=sender, channel=channel, body=text, sent_at=at,
            direction=Direction.INBOUND if inbound else Direction.OUTBOUND, read_at=read,
        )  # fmt: skip
        self._made += 1
        thread.unread = thread.unread + 1 if is_new else 0
        if thread.last_at is None or at >= thread.last_at:
            thread.last_at, thread.preview = at, text[:PREVIEW]

    def _channel(self, client: Client) -> Channel:
        if client.kind is ClientKind.PAPER_ONLY:
            return Channel.SMS
        return self.chance.weighted({Channel.SMS: 0.45, Channel.EMAIL: 0.35, Channel.IN_APP: 0.2})

    def _fill(self, client: Client) -> Callable[[str], str]:
        """Fills one conversation's lines: choices are made, names and numbers are the same in all of them."""
        chance = self.chance
        values = {
            "client": client.first, "trainer": client.trainer.first, "exercise": chance.one(LIFTS),
            "day": chance.one(DAYS), "time": f"{chance.whole(7, 19)}:{chance.one(('00', '30'))}",
            "kg": f"{chance.whole(8, 44) * 2.5:g}", "reps": str(chance.whole(3, 10)),
            "food": chance.one(self._foods).lower(), "protein": str(chance.whole(70, 130)),
            "weight": f"{client.weight_kg + chance.gauss(0, 0.4):.1f}", "program": "Strength foundations",
        }  # fmt: skip

        def fill(text: str) -> str:
            chosen = CHOICE.sub(lambda found: chance.one(found[1].split("|")), text)
            return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], chosen)

        return fill

    def _chat(self, week: Week, days: list[date]) -> None:
        """The group talks a little, and now and then there is news for all."""
        for _ in range(2):
            client = self.chance.one(week.clients) if week.clients else None
            at = self.time.moment(self.chance.one(days), self.chance.whole(8 * 60, 20 * 60))
            if client and at <= self.time.present and client.joined_on <= days[0]:
                if client.id not in self._group.people:
                    self._group.people.append(client.id)
                self._say(
                    self._group, client.id, self.chance.one(self._words["group"]["lines"]), at, Channel.IN_APP, True
                )
        if week.number % 6 == 0:
            text = self.chance.one(self._words["announcements"]["lines"])
            at = self.time.past(self.time.moment(days[0], 7 * 60))
            self._say(self._board, self.world.owner.id, text, at, Channel.EMAIL, False)

    def _note(self, week: Week, days: list[date]) -> None:
        kinds = {NoteKind.NOTE: 0.5, NoteKind.CALL: 0.2, NoteKind.MEETING: 0.15, NoteKind.HEALTH: 0.15}
        for client in week.clients:
            if self.chance.hits(0.07):
                kind, day = self.chance.weighted(kinds), self.chance.one(days)
                at = self.time.past(self.time.moment(max(day, client.joined_on), self.chance.whole(8 * 60, 19 * 60)))
                follow = day + 7 * DAY if kind is NoteKind.CALL and self.chance.hits(0.5) else None
                self.rows.add(
                    Note, at, client.trainer.id, client_id=client.id, author_id=client.trainer.id, kind=kind,
                    body=self.chance.one(self._words["notes"][kind.value.lower()]), noted_at=at, follow_up_on=follow,
                    is_pinned=kind is NoteKind.NOTE and self.chance.hits(0.1),
                )  # fmt: skip

    def _close(self, thread: Thread, kind: ThreadType, title: str) -> None:
        """The thread's row is written when its newest message is known."""
        self.rows.add(
            MessageThread, thread.began, thread.people[0], id=thread.id, thread_type=kind, title=title,
            client_id=thread.client.id if thread.client else None, last_message_at=thread.last_at,
            last_preview=thread.preview, unread_count=thread.unread,
        )  # fmt: skip
        for person in thread.people:
            self.rows.add(
                ThreadParticipant, thread.began, thread.people[0], thread_id=thread.id, user_id=person,
                joined_at=thread.began, last_read_at=thread.last_at if not thread.unread else None,
            )  # fmt: skip
