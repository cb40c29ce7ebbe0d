"""The tables, one file for each of the twelve modules of the data design, and one for the program's own records.

Importing this tells where they are; each is imported when somebody needs it, or all when something is written.
"""

from fitwell_desktop.core.tables import declared_in

MODULES = (
    "accounts",
    "analytics",
    "billing",
    "clients",
    "exercises",
    "messaging",
    "nutrition",
    "programs",
    "progress",
    "records",
    "scheduling",
    "videos",
    "workouts",
)

declared_in(("fitwell_desktop.core.history", *(f"{__name__}.{module}" for module in MODULES)))
