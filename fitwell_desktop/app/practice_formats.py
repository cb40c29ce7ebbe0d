"""How this practice writes and reads, made from its settings."""

from fitwell_desktop.core.clock import Clock
from fitwell_desktop.domain.accounts.practice import PracticeSettings
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.units import Units
from fitwell_desktop.vocabulary import UnitSystem, Weekday


def formats_of(settings: PracticeSettings, clock: Clock) -> Formats:
    """The formats that the settings ask for."""
    measures = Units.US if settings.unit_system is UnitSystem.IMPERIAL else Units.METRIC
    formats = Formats(clock, settings.locale, settings.time_zone, settings.currency, measures)
    formats.first_weekday = list(Weekday).index(settings.week_start)
    return formats
