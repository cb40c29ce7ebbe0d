"""Form videos: who sends which set, what the trainer answers, and what still waits. All films are of a drawn figure."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from fitwell_desktop.demo.clips import RATE, clip
from fitwell_desktop.demo.media import File
from fitwell_desktop.demo.pictures import frame
from fitwell_desktop.demo.rows import Id, uuid
from fitwell_desktop.demo.timeline import budget
from fitwell_desktop.demo.world import Filmed, Part, Week, World, data
from fitwell_desktop.models.videos import Mark, Suggestion, Video, VideoAnnotation, VideoFeedback
from fitwell_desktop.vocabulary import AnnotationKind, ReviewStatus

HOUR = timedelta(hours=1)
WAITING = timedelta(days=4)
ANSWERS = {ReviewStatus.REVIEWED: 0.5, ReviewStatus.APPROVED: 0.32, ReviewStatus.NEEDS_REVISION: 0.18}
RATINGS = {ReviewStatus.REVIEWED: 4, ReviewStatus.APPROVED: 5, ReviewStatus.NEEDS_REVISION: 2}
DRAWN = (AnnotationKind.LINE, AnnotationKind.ARROW, AnnotationKind.ANGLE, AnnotationKind.CIRCLE)


class Film(Struct, frozen=True):
    """A film in the media folder."""

    file: File
    seconds: float
    width: int
    height: int


class Films(Part):
    """Sends films of what was lifted in the week."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        shapes = [(3, 144, 256), (5, 144, 256), (4, 256, 144)]
        films = [(clip(*shape), shape) for shape in shapes[: 1 if world.size.name == "tiny" else None]]
        self._films = [
            Film(world.media.keep(content, "video/x-msvideo"), seconds, width, height)
            for (content, seconds), (_, width, height) in films
        ]
        self._still = world.media.keep(frame(0.6), "image/jpeg")
        self._words = data("talk")["feedback"]
        self._budget = budget(world.size.videos, list(world.busy))
        self._made = 0

    def week(self, week: Week) -> None:
        left = self._budget.left(week.number, self._made)
        for filmed in sorted(self.chance.some(week.filmed, left), key=lambda each: each.at):
            self._send(week, filmed)
            self._made += 1

    def _send(self, week: Week, filmed: Filmed) -> None:
        client, by = filmed.client, filmed.client.id
        at = self.time.past(filmed.at + self.chance.whole(20, 600) * timedelta(minutes=1))
        film = self.chance.one(self._films)
        name = f"{filmed.exercise.lower().replace(' ', '-')}-{at:%Y-%m-%d}.avi"
        status, answered = self._status(at)
        video = self.rows.add(
            Video, at, by, client_id=client.id, attachment_id=self.world.media.attach(film.file, name, at, by, client.id),
            thumbnail_id=self.world.media.attach(self._still, "still.jpg", at, by, client.id) if self._made < 40 else None,
            workout_session_id=filmed.workout_id, exercise_id=filmed.exercise_id, logged_set_id=filmed.set_id,
            reviewer_id=client.trainer.id if status is not ReviewStatus.PENDING else None, title=filmed.exercise,
            client_notes=self.chance.one(self._words["client"]), review_status=status, recorded_at=filmed.at, uploaded_at=at,
            reviewed_at=answered, duration_seconds=film.seconds, width=film.width, height=film.height,
        )  # fmt: skip
        zone_day = filmed.at.astimezone(self.time.zone).date()
        week.activity[client.id, zone_day].videos += 1
        if answered:
            self._answer(filmed, video, status, answered, film)

    def _status(self, at: datetime) -> tuple[ReviewStatus, datetime | None]:
        """Older ones are answered; of the last days' some wait, and one is being looked at."""
        answered = at + self.chance.whole(2, 60) * HOUR
        if at > self.time.present - WAITING and (answered > self.time.present or self.chance.hits(0.5)):
            status = ReviewStatus.IN_REVIEW if self.chance.hits(0.2) else ReviewStatus.PENDING
            return status, None
        return self.chance.weighted(ANSWERS), self.time.past(answered)

    def _answer(self, filmed: Filmed, video: Id, status: ReviewStatus, at: datetime, film: Film) -> None:
        client, by = filmed.client, filmed.client.trainer.id
        again = status is ReviewStatus.NEEDS_REVISION
        suggestion = (Suggestion(uuid(filmed.exercise_id), "Lighter, with a pause at the bottom"),) if again else ()
        feedback = self.rows.add(
            VideoFeedback, at, by, client_id=client.id, video_id=video, trainer_id=by,
            comments=self.chance.one(self._words["comments"]), rating=RATINGS[status], exercise_suggestions=suggestion,
            needs_follow_up=again and self.chance.hits(0.3), sent_at=at,
        )  # fmt: skip
        for _ in range(self.chance.whole(0, 3)):
            number = self.chance.whole(0, int(film.seconds * RATE) - 1)
            self.rows.add(
                VideoAnnotation, at, by, client_id=client.id, video_feedback_id=feedback, frame_number=number, pts=number,
                timestamp_ms=round(number * 1000 / RATE), text=self.chance.one(self._words["marks"]), **self._drawing(),
            )  # fmt: skip

    def _drawing(self) -> dict[str, Any]:
        if self.chance.hits(0.4):
            return {"kind": AnnotationKind.COMMENT}
        kind = self.chance.one(DRAWN)
        count = 3 if kind is AnnotationKind.ANGLE else 2
        points = tuple(
            (round(self.chance.uniform(0.2, 0.8), 3), round(self.chance.uniform(0.2, 0.8), 3)) for _ in range(count)
        )
        return {"kind": kind, "lasts_ms": 1_500, "position": Mark(points, "#f97316")}
