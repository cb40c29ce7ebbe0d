"""Writes short films as Motion JPEG in an AVI file, which every player reads and twenty lines can write."""

import math
import struct

from fitwell_desktop.demo.pictures import frame

RATE = 12
"""Pictures a second."""
PER_REPETITION = 30


def clip(repetitions: int, width: int = 144, height: int = 256) -> tuple[bytes, float]:
    """A film of so many repetitions, and how many seconds it lasts."""
    once = [frame((1 - math.cos(2 * math.pi * n / PER_REPETITION)) / 2, width, height) for n in range(PER_REPETITION)]
    frames = once * repetitions
    return avi(frames, width, height), len(frames) / RATE


def avi(frames: list[bytes], width: int, height: int) -> bytes:
    """JPEG pictures as one film."""
    largest = max(map(len, frames))
    main = struct.pack(
        "<14I", 1_000_000 // RATE, largest * RATE, 0, 0x10, len(frames), 0, 1, largest, width, height, 0, 0, 0, 0
    )
    stream = struct.pack(
        "<4s4s10I4H", b"vids", b"MJPG", 0, 0, 0, 1, RATE, 0, len(frames), largest, 0xFFFFFFFF, 0, 0, 0, width, height
    )
    picture = struct.pack("<3I2H4s5I", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    stream_list = _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", picture))
    parts = [_chunk(b"00dc", data) for data in frames]
    return _chunk(
        b"RIFF",
        b"AVI " + _list(b"hdrl", _chunk(b"avih", main) + stream_list) + _list(b"movi", b"".join(parts)) + _index(parts),
    )


def _index(parts: list[bytes]) -> bytes:
    at, entries = 4, []
    for part in parts:
        entries.append(struct.pack("<4s3I", b"00dc", 0x10, at, struct.unpack_from("<I", part, 4)[0]))
        at += len(part)
    return _chunk(b"idx1", b"".join(entries))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2)


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)
