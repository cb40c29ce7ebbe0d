"""What each new day of the practice brings."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fitwell_desktop.core.store import Command
from fitwell_desktop.domain.billing.overdue import mark_overdue

DAILY: Sequence[Command[[date], Any]] = (mark_overdue,)
