"""Which text the bytes of a client list are: its encoding is found, or the user has said it."""

from fitwell_desktop.core.errors import UserError

ENCODINGS = {
    "UTF-8": "utf-8-sig",
    "UTF-16": "utf-16",
    "Windows-1252": "cp1252",
    "Windows-1250": "cp1250",
    "Windows-1251": "cp1251",
    "Windows-1254": "cp1254",
    "Macintosh": "mac_roman",
}
"""The encodings to choose from. The last ones can't be told from Windows-1252; only who knows the names can."""
HEAD = 4000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format", b"\x1f\x8b", b"{\\rtf", b"<", b"{", b"[{")
_CONTROLS = bytes(set(range(32)) - {0, *b"\t\n\r\f\x1a\x1b"})
"""Text has none of these. A NUL is not counted: some programs fill up cells with it."""


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The file's text and the name of its encoding. UserError for what is no text.

    Found are UTF-8, also where a few bytes of it are broken, and UTF-16 and UTF-32 by their marks or zeros; all else is
    Windows' Latin.
    """
    _ensure_text(data)
    if encoding:
        return _decoded(data, ENCODINGS[encoding]), encoding
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return _decoded(data, "utf-32"), "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16"), "UTF-16"
    wide = _wide(data[:HEAD])
    if wide:
        return _decoded(data, wide), "UTF-16"
    text = _decoded(data, "utf-8")
    broken = text.count("\ufffd")
    if broken and broken * 4 > sum(character > "\x7f" for character in text) - broken:
        return _decoded(data, "cp1252"), "Windows-1252"
    return text, "UTF-8"


def _ensure_text(data: bytes) -> None:
    if data.startswith(_WORKBOOKS):
        raise UserError("This is a workbook, not a CSV file. Open it and save it as “CSV UTF-8”.")
    head = data[:HEAD]
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or bool(_wide(head))
    controls = len(head) - len(head.translate(None, _CONTROLS))
    zeros = head.count(0)
    is_binary = not is_wide and (controls * 50 > len(head) or zeros * 4 > len(head))
    if is_binary or data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_NO_TABLES):
        raise UserError("This is not a table. Choose a CSV file.")


def _wide(head: bytes) -> str:
    """The kind of UTF-16 without a mark, where every other byte is a zero; else nothing."""
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if max(evens, odds) > len(head) // 5 and min(evens, odds) * 4 < max(evens, odds):
        return "utf-16-be" if evens > odds else "utf-16-le"
    return ""


def _decoded(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace").removeprefix("\ufeff")
