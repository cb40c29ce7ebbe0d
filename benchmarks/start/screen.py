"""Looks at the screen from outside, the same way for every program: which windows there are, and what is painted in them.

A few lines of pixels are read at a time, which takes a fraction of a millisecond and tells a painted window from an empty one.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

VIEWABLE = 2
ZPIXMAP = 2
ALL_PLANES = 0xFFFFFFFF
STRIPS = 24
"""How many lines of a window are looked at."""


class _Attributes(ctypes.Structure):
    """The beginning of XWindowAttributes, and room for the rest of it."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        ("rest", ctypes.c_ulong * 16),
    )


class _Image(ctypes.Structure):
    """The beginning of XImage."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window is on the screen, in px."""

    x: int
    y: int
    width: int
    height: int


class Screen:
    """The display that this process is told of; only windows of a program's size count."""

    SMALLEST = 200

    def __init__(self) -> None:
        self._x = _library()
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise SystemExit("There is no X display to look at.")
        self._root = self._x.XDefaultRootWindow(self._display)
        self._clients = self._x.XInternAtom(self._display, b"_NET_CLIENT_LIST", 0)

    def close(self) -> None:
        """Let go of the display."""
        self._x.XCloseDisplay(self._display)

    def windows(self) -> list[Place]:
        """The windows of programs that can be seen now, the oldest first."""
        return [place for window in self._managed() if (place := self._place(window))]

    def picture(self, place: Place) -> bytes:
        """Some lines of what is on the screen there, 4 bytes a pixel."""
        step = max(1, place.height // STRIPS)
        lines = range(place.y + step // 2, place.y + place.height, step)
        return b"".join(self._line(place, y) for y in lines)

    def _managed(self) -> list[int]:
        """The windows that the window manager has given a frame."""
        kind, form = ctypes.c_ulong(), ctypes.c_int()
        count, rest, data = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        found = (kind, form, count, rest, data)
        any_type = 0
        self._x.XGetWindowProperty(
            self._display, self._root, self._clients, 0, 64, 0, any_type, *(ctypes.byref(part) for part in found)
        )
        windows = [data[at] for at in range(count.value)]
        self._x.XFree(data)
        return windows

    def _place(self, window: int) -> Place | None:
        """Where the window is, as far as it is on the screen; None where it can't be seen or is small."""
        seen, root = _Attributes(), _Attributes()
        if not self._x.XGetWindowAttributes(self._display, window, ctypes.byref(seen)) or seen.map_state != VIEWABLE:
            return None
        self._x.XGetWindowAttributes(self._display, self._root, ctypes.byref(root))
        x, y, child = ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
        self._x.XTranslateCoordinates(
            self._display, window, self._root, 0, 0, ctypes.byref(x), ctypes.byref(y), ctypes.byref(child)
        )
        left, top = max(0, x.value), max(0, y.value)
        right, bottom = min(root.width, x.value + seen.width), min(root.height, y.value + seen.height)
        if right - left < self.SMALLEST or bottom - top < self.SMALLEST:
            return None
        return Place(left, top, right - left, bottom - top)

    def _line(self, place: Place, y: int) -> bytes:
        pointer = self._x.XGetImage(self._display, self._root, place.x, y, place.width, 1, ALL_PLANES, ZPIXMAP)
        if not pointer:
            return b""
        image = pointer.contents
        pixels = ctypes.string_at(image.data, image.bytes_per_line)
        self._x.XDestroyImage(pointer)
        return pixels


def is_painted(picture: bytes) -> bool:
    """Whether most of the picture is painted: where nobody has, the virtual screen's black shines through."""
    some = memoryview(picture).cast("I")[::16].tolist()
    return sum(1 for pixel in some if pixel & 0xFFFFFF) > len(some) / 2


@contextmanager
def looking() -> Iterator[Screen]:
    """The screen, for as long as it is looked at."""
    screen = Screen()
    try:
        yield screen
    finally:
        screen.close()


_Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_ignore = _Handler(lambda display, error: 0)
"""A window may go while it is looked at; Xlib's own reaction would be to end this process."""


def _library() -> ctypes.CDLL:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XDefaultRootWindow.restype = ctypes.c_ulong
    x.XInternAtom.restype = ctypes.c_ulong
    x.XGetImage.restype = ctypes.POINTER(_Image)
    display, window, number = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
    pointer = ctypes.c_void_p
    x.XCloseDisplay.argtypes = [display]
    x.XDefaultRootWindow.argtypes = [display]
    x.XInternAtom.argtypes = [display, ctypes.c_char_p, number]
    x.XGetWindowAttributes.argtypes = [display, window, pointer]
    x.XTranslateCoordinates.argtypes = [display, window, window, number, number, pointer, pointer, pointer]
    x.XGetImage.argtypes = [display, window, number, number, ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, number]
    x.XGetWindowProperty.argtypes = [
        *(display, window, ctypes.c_ulong, ctypes.c_long, ctypes.c_long, number, ctypes.c_ulong),
        *([pointer] * 5),
    ]
    x.XSetErrorHandler(_ignore)
    return x
