"""The tone of a word that several panels show: a status looks the same wherever it stands."""

from fitwell_desktop.ui.tokens import Tone
from fitwell_desktop.vocabulary import AppointmentStatus

SESSION_TONES = {
    AppointmentStatus.SCHEDULED: Tone.NEUTRAL,
    AppointmentStatus.CONFIRMED: Tone.INFO,
    AppointmentStatus.COMPLETED: Tone.GOOD,
    AppointmentStatus.CANCELLED: Tone.WARN,
    AppointmentStatus.NO_SHOW: Tone.BAD,
    AppointmentStatus.RESCHEDULED: Tone.NEUTRAL,
}
