"""The tables, by the modules of the data design; where a start reads only some of a module’s, the others have a file
of their own.

Importing this tells where they are; each is imported when somebody needs it, or all when something is written.
"""

from fitwell_desktop.core.tables import declared_in

MODULES = (
    "accounts",
    "analytics",
    "assessments",
    "availability",
    "billing",
    "circle",
    "clients",
    "custom_fields",
    "exercises",
    "goals",
    "messaging",
    "numbering",
    "nutrition",
    "programs",
    "progress",
    "protocols",
    "provider",
    "records",
    "safety",
    "scheduling",
    "screening",
    "selling",
    "series",
    "sign_in",
    "videos",
    "workouts",
)

declared_in(("fitwell_desktop.core.history", *(f"{__name__}.{module}" for module in MODULES)))
