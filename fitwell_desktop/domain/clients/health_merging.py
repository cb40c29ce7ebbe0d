"""Making one health history of two: nothing that training must heed is lost, and the stricter clearance counts."""

from fitwell_desktop.domain.clients.health import require_clearance
from fitwell_desktop.models.clients import HealthHistory
from fitwell_desktop.vocabulary import Clearance

TEXTS = ("exercise_limitations", "medications", "injuries", "surgeries", "lifestyle", "notes")
SINGLE = ("fitness_level", "resting_heart_rate", "blood_pressure", "clearance_document_id")
OF_CLEARANCE = ("medical_clearance", "cleared_on", "clearance_expires_on", "cleared_by")
STRICTEST_FIRST = (Clearance.REQUIRED, Clearance.CLEARED, Clearance.NOT_REQUIRED)


def unite_health(kept: HealthHistory, other: HealthHistory) -> None:
    """Bring what the other history tells into the kept one."""
    conditions = _all(kept.conditions, other.conditions)
    kept.allergies = _all(kept.allergies, other.allergies)
    for name in TEXTS:
        setattr(kept, name, _both(getattr(kept, name), getattr(other, name)))
    for name in SINGLE:
        setattr(kept, name, getattr(kept, name) or getattr(other, name))
    kept.reviewed_on = min(filter(None, (kept.reviewed_on, other.reviewed_on)), default=None)
    stricter = min((kept, other), key=lambda own: STRICTEST_FIRST.index(own.medical_clearance))
    cleared_for = frozenset(stricter.conditions), stricter.is_pregnant
    for name in OF_CLEARANCE:
        setattr(kept, name, getattr(stricter, name))
    kept.is_pregnant = kept.is_pregnant or other.is_pregnant
    kept.conditions = conditions
    if kept.medical_clearance is Clearance.CLEARED and cleared_for != (frozenset(conditions), kept.is_pregnant):
        require_clearance(kept)


def _all(kept: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*kept, *other)))


def _both(kept: str, other: str) -> str:
    """Both texts below one another; one that the other holds already only once."""
    if not other or other in kept:
        return kept
    return other if kept in other else f"{kept}\n{other}"
