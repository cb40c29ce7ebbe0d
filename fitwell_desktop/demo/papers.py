"""Writes a one-page letter as PDF by hand: plain text in a built-in font, the same bytes each time."""

from textwrap import wrap

LINE = 15
WIDTH = 88
TOP = 770


def letter(title: str, text: str) -> bytes:
    """A page with a title and paragraphs."""
    lines = [line for paragraph in text.split("\n") for line in (wrap(paragraph, WIDTH) or [""])]
    shown = [f"BT /F1 17 Tf 60 {TOP} Td ({_escaped(title)}) Tj ET"]
    shown += [f"BT /F1 10 Tf 60 {TOP - 36 - LINE * n} Td ({_escaped(line)}) Tj ET" for n, line in enumerate(lines)]
    content = "\n".join(shown).encode("cp1252", "replace")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>"
    stream = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream, font])


def _file(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
