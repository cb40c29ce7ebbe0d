"""The program's log: a few rotating files beside the practice, in which secrets are blotted out before they are written."""

import logging
import re
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "fitwell.log"
LARGEST_FILE_BYTES = 1_000_000
KEPT_FILES = 3
BLOT = "[redacted]"

_SECRETS = (
    re.compile(r"\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_]{4,}"),  # Stripe
    re.compile(r"\bAC[0-9a-fA-F]{32}\b"),  # Twilio accounts
    re.compile(r"(?i)(?<=\bbearer )[^\s'\"]+"),
    re.compile(r"(?i)(?<=\bbasic )[A-Za-z0-9+/=]{8,}"),
    re.compile(r"(?<=://)[^\s/:@]+:[^\s/@]+(?=@)"),  # user:password@host
)
_NAMED_SECRET = re.compile(
    r"""(?ix)
    ( (?: password | passphrase | passwd | secret | token | api[_-]?key | authorization | recovery[_-]?code )
      ['"]? \s* [:=] \s* )
    ( ' [^']* ' | " [^"]* " | [^\s,;)}\]]+ )
    """
)


def redacted(text: str) -> str:
    """The text without keys, tokens and passwords, fit to be written down or shown to others."""
    for secret in _SECRETS:
        text = secret.sub(BLOT, text)
    return _NAMED_SECRET.sub(lambda found: found[1] + BLOT, text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished entry, so that neither arguments nor tracebacks get past it."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def start_log(folder: Path) -> logging.Handler:
    """Write warnings and worse, and the program's own notes, to `folder`; the handler is for `stop_log`.

    Where the folder can't be written, entries go to the terminal instead: a full disk must not keep the window shut.
    """
    handler = _file_handler(folder)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("fitwell_desktop").setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close what `start_log` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def traceback_text(error: BaseException) -> str:
    """The error with its way through the program, redacted."""
    return redacted("".join(traceback.format_exception(error)))


def _file_handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LARGEST_FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError:
        return logging.StreamHandler(sys.stderr)
