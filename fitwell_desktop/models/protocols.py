"""How assessments are done."""

from msgspec import Struct
from sqlalchemy.orm import Mapped, mapped_column

from fitwell_desktop.core.tables import Json, Table


class Norm(Struct, frozen=True):
    """What a value means for people of that sex and age: at least `at_least` is `rating`."""

    rating: str
    at_least: float
    sex: str = ""
    age_from: int = 0
    age_to: int = 200


class TestItem(Struct, frozen=True):
    """One value that a protocol asks for."""

    name: str
    unit: str = ""
    lower_is_better: bool = False
    norms: tuple[Norm, ...] = ()


class AssessmentProtocol(Table):
    """How an assessment is done, again and again: its tests, and after how many days to repeat it."""

    __tablename__ = "assessment_protocol"

    name: Mapped[str]
    instructions: Mapped[str] = mapped_column(default="")
    items: Mapped[tuple[TestItem, ...]] = mapped_column(Json(tuple[TestItem, ...]), default=())
    retest_days: Mapped[int | None]
