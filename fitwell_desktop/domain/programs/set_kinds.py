"""The short words before a group of sets that say their kind: w: 2x10, drop: 12."""

from fitwell_desktop.vocabulary import SetKind

WORDS = {
    SetKind.WARM_UP: ("w", "warm-up", "warmup", "warm up", "warm"),
    SetKind.DROP: ("drop", "d", "drop set"),
    SetKind.MYO: ("myo", "m", "myo-reps", "myoreps"),
    SetKind.PARTIAL: ("partial", "p", "partials"),
    SetKind.FORCED: ("forced", "f"),
    SetKind.ISOMETRIC: ("iso", "i", "isometric", "hold"),
    SetKind.WORKING: ("", "work", "working"),
}
"""The first word of each is the one that is written."""
_KINDS = {word: kind for kind, words in WORDS.items() for word in words}


def split_kind(text: str) -> tuple[SetKind, str]:
    """The kind that a text names before a colon, and what stands behind it."""
    word, colon, rest = text.partition(":")
    kind = _KINDS.get(word.strip().lower()) if colon and word.strip() else None
    return (SetKind.WORKING, text) if kind is None else (kind, rest.strip())


def write_kind(kind: SetKind) -> str:
    """What stands before sets of that kind."""
    word = WORDS[kind][0]
    return f"{word}: " if word else ""
