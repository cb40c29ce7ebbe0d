"""Files are taken in whole or not at all, and pictures lose what tells where they were taken."""

import hashlib
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.media import attachments as module
from fitwell_desktop.media.attachments import Attachments


@pytest.fixture
def store(tmp_path: Path) -> Attachments:
    """A media folder of one's own."""
    return Attachments(tmp_path / "media")


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def photo_from_a_phone() -> bytes:
    """40 × 20 pixels, the left half red, to be turned right, with a place in it."""
    image = Image.new("RGB", (40, 20), "red")
    image.paste((0, 0, 255), (20, 0, 40, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90° clockwise
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 0.0), 3: "E", 4: (13.0, 24.0, 0.0)})
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_file_is_kept_under_its_hash_and_read_back(store: Attachments, tmp_path: Path) -> None:
    stored = store.take(written(tmp_path / "plan.pdf", b"%PDF-1.7 content"))
    digest = hashlib.sha256(b"%PDF-1.7 content").hexdigest()
    assert (stored.digest, stored.name, stored.size_bytes) == (digest, "plan.pdf", 16)
    assert stored.media_type == "application/pdf"
    assert (tmp_path / "media" / digest[:2] / digest).exists()
    assert store.read(digest) == b"%PDF-1.7 content"


def test_a_logo_that_is_not_here_is_none(store: Attachments) -> None:
    digest = store.take_bytes("plan.pdf", b"%PDF-1.7 content").digest
    assert store.read_if_here(digest) == b"%PDF-1.7 content"
    store.path(digest).unlink()
    assert store.read_if_here(digest) is None
    assert store.read_if_here("") is None


def test_the_same_content_is_kept_once(store: Attachments, tmp_path: Path) -> None:
    one = store.take(written(tmp_path / "a.txt", b"same"))
    two = store.take(written(tmp_path / "b.txt", b"same"))
    assert one.digest == two.digest
    assert len(list(store.path(one.digest).parent.iterdir())) == 1


def test_a_photo_stands_upright_and_forgets_where_it_was_taken(store: Attachments) -> None:
    stored = store.take_bytes("me.jpg", photo_from_a_phone())
    with Image.open(BytesIO(store.read(stored.digest))) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
        red, _, blue = image.getpixel((10, 5))  # type: ignore[misc]
        assert red > 200 > 60 > blue
    assert b"Exif" not in store.read(stored.digest)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_shines_through_stays_so(store: Attachments, kind: str) -> None:
    out = BytesIO()
    Image.new("RGBA", (8, 8), (10, 120, 90, 0)).save(out, kind)
    stored = store.take_bytes(f"logo.{kind.lower()}", out.getvalue())
    assert stored.media_type == f"image/{kind.lower()}"
    with Image.open(BytesIO(store.read(stored.digest))) as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_picture_that_would_fill_the_memory_is_refused(store: Attachments) -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    with pytest.raises(UserError, match="50 million pixels"):
        store.take_bytes("bomb.png", data)


def test_a_damaged_picture_is_refused_and_leaves_nothing(store: Attachments) -> None:
    with pytest.raises(UserError, match="damaged"):
        store.take_bytes("me.jpg", photo_from_a_phone()[:200])
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []


def test_a_picture_by_name_alone_is_kept_as_it_is(store: Attachments, tmp_path: Path) -> None:
    stored = store.take(written(tmp_path / "list.png", b"#EXTM3U\nhttp://example.com/a.ts"))
    assert store.read(stored.digest).startswith(b"#EXTM3U")


def test_empty_missing_and_huge_files_are_refused(
    store: Attachments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match="empty"):
        store.take(written(tmp_path / "none.txt", b""))
    with pytest.raises(UserError, match="can’t be read"):
        store.take(tmp_path / "nowhere.txt")
    with pytest.raises(UserError, match="not a file"):
        store.take(tmp_path)
    monkeypatch.setattr(module, "LARGEST", 10)
    with pytest.raises(UserError, match="at most"):
        store.take(written(tmp_path / "big.bin", b"x" * 11))


def test_names_are_only_names(store: Attachments, tmp_path: Path) -> None:
    stored = store.take_bytes("..\\..\\CON/../x" + "y" * 300, b"data")
    assert store.path(stored.digest).parent.parent == tmp_path / "media"
    with pytest.raises(ValueError, match="SHA-256"):
        store.path("../../etc/passwd")


def test_damage_on_the_disk_is_noticed(store: Attachments) -> None:
    stored = store.take_bytes("a.txt", b"right")
    store.path(stored.digest).write_bytes(b"wrong")
    with pytest.raises(UserError, match="damaged on the disk"):
        store.read(stored.digest)
    store.path(stored.digest).unlink()
    with pytest.raises(UserError, match="missing"):
        store.read(stored.digest)


def test_a_damaged_file_is_whole_again_once_the_original_is_added_again(store: Attachments) -> None:
    digest = store.take_bytes("a.txt", b"right").digest
    store.path(digest).write_bytes(b"wrong")
    store.take_bytes("again.txt", b"right")
    assert store.read(digest) == b"right"


def test_the_sweep_passes_by_what_found_its_place_meanwhile(
    store: Attachments, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = store.take_bytes("old.txt", b"old")
    os.utime(store.path(old.digest), (0, 0))
    gone = store.folder / "incoming" / "moved-away"
    monkeypatch.setattr(Attachments, "_files", lambda self: iter((gone, self.path(old.digest))))
    assert store.sweep(frozenset()) == 1
    assert not store.path(old.digest).exists()


def test_the_sweep_takes_only_what_is_old_and_unused(store: Attachments) -> None:
    used, old, fresh = (store.take_bytes(f"{name}.txt", name.encode()) for name in ("used", "old", "fresh"))
    for stored in (used, old):
        os.utime(store.path(stored.digest), (0, 0))
    left = store.folder / "incoming" / "left-by-a-crash"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert store.sweep(frozenset({used.digest})) == 2
    assert store.path(used.digest).exists()
    assert store.path(fresh.digest).exists()
    assert not store.path(old.digest).exists()


def test_a_copy_goes_where_the_user_wants_it(store: Attachments, tmp_path: Path) -> None:
    stored = store.take_bytes("a.txt", b"content")
    store.copy_to(stored.digest, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"content"
    with pytest.raises(UserError, match="can’t be written"):
        store.copy_to(stored.digest, tmp_path / "no" / "such" / "folder.txt")


@pytest.mark.parametrize(("brand", "kind"), [(b"heic", "HEIC"), (b"mif1", "HEIC"), (b"avif", "AVIF")])
def test_a_photo_that_can_not_forget_where_it_was_taken_is_refused(
    store: Attachments, tmp_path: Path, brand: bytes, kind: str
) -> None:
    photo = written(tmp_path / "IMG_0001.HEIC", b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0 GPS 52.5 N")
    with pytest.raises(UserError, match=rf"IMG_0001.HEIC.* is a {kind} photo.*Save it as JPEG"):
        store.take(photo)
    with pytest.raises(UserError, match="Save it as JPEG"):
        store.take_bytes(photo.name, photo.read_bytes())
    assert not store.folder.exists()


def test_a_photo_too_large_to_be_written_anew_is_refused(
    store: Attachments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = written(tmp_path / "me.jpg", photo_from_a_phone())
    monkeypatch.setattr(module, "LARGEST_PICTURE", 100)
    with pytest.raises(UserError, match="a picture has"):
        store.take(photo)
    assert not store.folder.exists()
