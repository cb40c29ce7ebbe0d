"""The tables, one file for each of the twelve modules of the data design. Importing this knows them all."""

from fitwell_desktop.core import history
from fitwell_desktop.models import (
    accounts,
    analytics,
    billing,
    clients,
    exercises,
    messaging,
    nutrition,
    programs,
    progress,
    records,
    scheduling,
    videos,
    workouts,
)

__all__ = [
    "accounts",
    "analytics",
    "billing",
    "clients",
    "exercises",
    "history",
    "messaging",
    "nutrition",
    "programs",
    "progress",
    "records",
    "scheduling",
    "videos",
    "workouts",
]
