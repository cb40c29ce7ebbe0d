"""Pictures made harmless: decoded, turned upright, and written anew without a trace of where and when they were taken."""

import warnings
from io import BytesIO

from fitwell_desktop.core.errors import UserError

MOST_PIXELS = 50_000_000
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
MAGIC = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
PHONES = dict.fromkeys(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "HEIC"
) | dict.fromkeys((b"avif", b"avis"), "AVIF")
"""What phones take by the brand in the file's head, which nothing here decodes."""
QUALITY = 90
SQUARE_PIXELS = 512


def picture_format(head: bytes) -> str | None:
    """The format of a picture by its first bytes ("JPEG", "PNG", "WEBP"), or None for all else."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return next((name for magic, name in MAGIC if head.startswith(magic)), None)


def ensure_no_other_picture(name: str, head: bytes) -> None:
    """Raise UserError for photos, as phones take them, that can't be written anew: they tell where they were taken."""
    if head[4:8] == b"ftyp" and head[8:12] in PHONES:
        raise UserError(
            f"“{name}” is a {PHONES[head[8:12]]} photo, from which FitWell can’t remove where it was taken. Save it as JPEG "
            "and add that; an iPhone takes JPEG with Settings › Camera › Formats › Most Compatible."
        )


def cleaned_picture(data: bytes) -> tuple[bytes, str]:
    """The picture upright and without metadata, and its media type. Raises UserError for what can't be decoded."""
    from PIL import Image, UnidentifiedImageError  # here and below: who only shows pictures does without it

    name = picture_format(data[:16])
    if name is None:
        raise UserError("This is not a picture that FitWell knows. Use JPEG, PNG or WebP.")
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _written(data, name), FORMATS[name]
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large() from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
            raise UserError("This picture is damaged and can’t be read.") from error


def square_picture(data: bytes, left: int, top: int, side: int) -> bytes:
    """A square cut out of a cleaned picture, at most `SQUARE_PIXELS` wide, as JPEG; what is clear in it becomes white."""
    from PIL import Image

    with Image.open(BytesIO(data), formats=tuple(FORMATS)) as opened:
        cut = opened.convert("RGBA").crop((left, top, left + side, top + side))
    pixels = min(side, SQUARE_PIXELS)
    paper = Image.new("RGBA", cut.size, "white")
    paper.alpha_composite(cut)
    out = BytesIO()
    paper.convert("RGB").resize((pixels, pixels), Image.Resampling.LANCZOS).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _written(data: bytes, name: str) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=(name,)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_large()
        upright = ImageOps.exif_transpose(opened)
        has_alpha = "A" in upright.getbands() or "transparency" in upright.info
        mode = "RGBA" if has_alpha and name != "JPEG" else "RGB"
        bare = Image.new(mode, upright.size)
        bare.paste(upright.convert(mode))
    out = BytesIO()
    if name == "PNG":
        bare.save(out, name, optimize=True)
    else:
        bare.save(out, name, quality=QUALITY)
    return out.getvalue()


def _too_large() -> UserError:
    return UserError(f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller first.")
