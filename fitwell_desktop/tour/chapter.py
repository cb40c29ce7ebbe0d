"""A tour's chapters: a title, and steps that say what they do."""

import traceback
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.tour.failure import TourFailed
from fitwell_desktop.tour.stage import A_MINUTE, Stage

Step = Callable[[Stage], None]
Say = Callable[[str], object]


class Chapter(Struct, frozen=True):
    """Steps in their order; each one's docstring says what it does."""

    title: str
    steps: Sequence[Step]


def go_through(chapters: Iterable[Chapter], stage: Stage, say: Say, before: Callable[[], object] = lambda: None) -> int:
    """Take all steps and return how many there were. Raises TourFailed, naming the step that did not go well."""
    number = 0
    for chapter in chapters:
        say(chapter.title)
        for number, step in enumerate(chapter.steps, start=number + 1):  # noqa: B020 -- the count goes on over chapters
            say(f"{number:4}  {_sentence(step)}")
            before()
            _take(step, number, stage)
            stage.clock.moment += A_MINUTE
    return number


def _take(step: Step, number: int, stage: Stage) -> None:
    try:
        step(stage)
    except Exception as failure:
        stage.picture("failed")
        details = str(failure) if isinstance(failure, UserError) else traceback.format_exc()
        raise TourFailed(f"Step {number}, “{_sentence(step)}”: {details}") from failure


def _sentence(step: Step) -> str:
    return (step.__doc__ or step.__name__).strip().splitlines()[0]
