"""The calendar's week with 500 appointments: painted beside a QGraphicsScene of the same, dragged over, and changed."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from statistics import median

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from benchmarks.benchmark import Benchmark, Conditions, Figure, Measured
from benchmarks.busy_week import fill_week
from benchmarks.painting import painted_ms
from benchmarks.practices import copy_of, opened, with_clients
from benchmarks.samples import percentile, settled_memory, spread
from benchmarks.scene_peer import ScenePeer
from benchmarks.window import PracticeWindow, practice_window, shown
from fitwell_desktop.core.store import Store
from fitwell_desktop.views.calendar.drag import Ghost
from fitwell_desktop.views.calendar.geometry import SNAP
from fitwell_desktop.views.calendar.panel import CalendarPanel
from fitwell_desktop.views.calendar.pieces import Piece
from fitwell_desktop.views.calendar.surface import Surface

TRAINERS = 10


def _measure(conditions: Conditions) -> Measured:
    clients = with_clients(conditions, conditions.some(800, 50))
    rounds = conditions.some(30, 2)
    with copy_of(clients) as folder, opened(folder) as store:
        _fill_this_week(store, conditions.some(50, 4))
        with practice_window(store) as practice, settled_memory():
            panel = _panel(practice)
            count = len(panel.board.grid.content.pieces)
            frames = list(_drag_frames(practice, panel, rounds))
            moves = list(_moves(practice, panel, rounds))
            steps = list(_steps(practice, panel, rounds))
            surface = _painting(panel, rounds)
    values = {
        **surface,
        "drag": median(frames),
        "drag_p95": percentile(frames, 95),
        "move": median(moves),
        "move_p95": percentile(moves, 95),
        "step": median(steps),
    }
    return Measured(values, [f"{count} appointments in the week", f"drag frames: {spread(frames)} ms"])


def _fill_this_week(store: Store, each: int) -> None:
    today = store.clock.now().date()
    store.do(fill_week, today - timedelta(days=today.weekday()), TRAINERS, each)


def _panel(practice: PracticeWindow) -> CalendarPanel:
    panel = practice.open("calendar")
    assert isinstance(panel, CalendarPanel)
    return panel


def _painting(panel: CalendarPanel, rounds: int) -> dict[str, float]:
    """The same week on a surface of its own and on a scene, in windows of the same size."""
    content, lanes = panel.board.grid.content, panel.board.grid.grid.lanes
    surface, peer = shown(Surface(panel.formats)), ScenePeer(content.hours)
    surface.show_lanes(lanes, 40)
    fill = median(painted_ms(surface, partial(surface.show_content, content)) for _ in range(rounds))
    repaint = median(painted_ms(surface, surface.update) for _ in range(rounds))
    shown(peer).resize(surface.size())
    pieces, grid = content.pieces, surface.grid
    peer_fill = median(painted_ms(peer, lambda: peer.show_pieces(pieces, grid)) for _ in range(rounds))
    peer_repaint = median(painted_ms(peer, peer.view.viewport().update) for _ in range(rounds))
    surface.close()
    peer.close()
    return {
        "fill": fill,
        "scene_fill": peer_fill,
        "fill_ratio": fill / peer_fill,
        "repaint": repaint,
        "scene_repaint": peer_repaint,
        "repaint_ratio": repaint / peer_repaint,
    }


def _drag_frames(practice: PracticeWindow, panel: CalendarPanel, rounds: int) -> Iterator[float]:
    """A session is dragged up and down by the mouse, a step of the grid each time, and let go by Esc."""
    grid, piece = panel.board.grid, _last_of_a_day(panel)
    box = piece.box(grid.grid)
    at = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
    panel.board.area.ensureVisible(at.x(), at.y(), 0, 200)
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(grid, at + QPoint(0, 12))
    step = round(grid.grid.hour * SNAP / 60)
    for number in range(rounds):
        there = at + QPoint(number % 3 * 40 - 40, (number % 8 - 4) * step * 2)
        yield painted_ms(practice.window, partial(QTest.mouseMove, grid, there))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=at)


def _moves(practice: PracticeWindow, panel: CalendarPanel, rounds: int) -> Iterator[float]:
    """A session is dropped an hour later, and back: written, asked for anew, and painted."""
    chosen = _last_of_a_day(panel)
    for number in range(rounds):
        piece = next(one for one in panel.board.grid.content.pieces if one.entry.id == chosen.entry.id)
        begin = chosen.begin + (60 if number % 2 == 0 else 0)
        ghost = Ghost(piece.lane, begin, begin + piece.minutes)
        yield painted_ms(practice.window, partial(panel.board.grid.move_wanted.emit, piece.entry, ghost))


def _steps(practice: PracticeWindow, panel: CalendarPanel, rounds: int) -> Iterator[float]:
    """The next week, which is empty, and back."""
    for number in range(rounds):
        by = 1 if number % 2 == 0 else -1
        taken = painted_ms(practice.window, partial(panel.step, by))
        if by == -1:
            yield taken


def _last_of_a_day(panel: CalendarPanel) -> Piece:
    """A session after which its trainer and its client are free."""
    return max(panel.board.grid.content.pieces, key=lambda piece: (piece.end, -piece.lane))


BENCHMARK = Benchmark(
    "calendar",
    "a week of 500 appointments",
    (
        Figure("fill", "ms", "500 other entries → painted, median"),
        Figure("scene_fill", "ms", "  the like by QGraphicsScene"),
        Figure("fill_ratio", "×", "  against it", at_most=0.6),
        Figure("repaint", "ms", "repaint, nothing changed, median"),
        Figure("scene_repaint", "ms", "  the like by QGraphicsScene"),
        Figure("repaint_ratio", "×", "  against it", at_most=0.6),
        Figure("drag", "ms", "mouse moved in a drag → painted, median"),
        Figure("drag_p95", "ms", "  95th percentile", at_most=8),
        Figure("move", "ms", "session dropped → written, asked anew, painted, median"),
        Figure("move_p95", "ms", "  95th percentile"),
        Figure("step", "ms", "this week asked for and painted, median"),
    ),
    _measure,
)
