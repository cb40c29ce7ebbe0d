"""The hands of the tour: real mouse and key events on widgets found by name, and waiting for what they lead to."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QComboBox, QMenu, QTabBar, QWidget

from fitwell_desktop.tour.failure import TourFailed, ensure
from fitwell_desktop.tour.finding import bring_into_sight, front, shown
from fitwell_desktop.ui.errors import ErrorDialog
from fitwell_desktop.ui.widgets.segmented import SegmentedControl

PATIENCE = 60_000
"""How long, in ms, the program may take over anything."""
LOOK = 5
MOST_COLUMNS = 12
"""A list's model keeps to itself how many columns it has."""
LEFT, NOTHING_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
W = TypeVar("W", bound=QWidget)


def until(condition: Callable[[], object], expected: str) -> None:
    """Let the program work until something holds. Raises TourFailed, saying what was expected, when it does not."""
    deadline = QDeadlineTimer(PATIENCE)
    QTest.qWait(LOOK)  # what was done last has been answered by the screen when the next thing is looked for
    while not condition():
        mistake = next((top for top in QApplication.topLevelWidgets() if isinstance(top, ErrorDialog)), None)
        ensure(mistake is None or not mistake.isVisible(), mistake.details.toPlainText() if mistake else "")
        ensure(not deadline.hasExpired(), expected)
        QTest.qWait(LOOK)


def find(name: str, kind: type[W], within: QWidget | None = None) -> W:
    """The widget of that name, once it is there."""
    until(lambda: shown(name, kind, within), f"“{name}” is not on the screen.")
    found = shown(name, kind, within)
    assert found is not None
    return found


def click(name: str, within: QWidget | None = None) -> None:
    """Click what has that name."""
    widget = find(name, QWidget, within)
    until(widget.isEnabled, f"“{name}” can’t be clicked.")
    _reach(widget)
    QTest.mouseClick(widget, LEFT)


def key(keys: str) -> None:
    """Press a shortcut: "Ctrl+K", or one key after the other: "G, B"."""
    QTest.qWait(LOOK)
    QTest.keySequence(_keyboard(), QKeySequence(keys))
    QTest.qWait(LOOK)


def type_text(text: str) -> None:
    """Type letter by letter into whatever has the keyboard."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(_keyboard(), letter)
        else:  # QTest knows no other letters
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(_keyboard(), QKeyEvent(kind, 0, NOTHING_HELD, letter))


def fill(name: str, text: str, within: QWidget | None = None) -> None:
    """Click into a field, type over what stands there, and leave it."""
    field = enter(name, within)
    QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
    type_text(text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.qWait(LOOK)


def enter(name: str, within: QWidget | None = None) -> QWidget:
    """Click into a field, and return it when it has the keyboard."""
    field = find(name, QWidget, within)
    _reach(field)
    QTest.mouseClick(field.viewport() if isinstance(field, QAbstractScrollArea) else field, LEFT)
    until(field.hasFocus, f"“{name}” does not take the keyboard.")
    return field


def choose(name: str, entry: str, within: QWidget | None = None) -> None:
    """Open a list by a click and take one of its entries by the keyboard."""
    box = find(name, QComboBox, within)
    ensure(box.findText(entry) >= 0, f"“{name}” does not offer “{entry}”.")
    _reach(box)
    QTest.mouseClick(box, LEFT)
    view = box.view()
    until(view.isVisible, f"The list of “{name}” does not open.")
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClicks(view, entry.split(" ", maxsplit=1)[0])
    while view.currentIndex().data() != entry and view.currentIndex().row() + 1 < box.count():
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    until(lambda: box.currentText() == entry and not view.isVisible(), f"“{name}” does not become “{entry}”.")


def switch(name: str, entry: str) -> None:
    """Move a segmented control to one of its choices by the arrow keys."""
    control = next(one for one in _segments() if one.accessibleName().startswith(f"{name}: "))
    _reach(control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(9):
        QTest.keyClick(control, Qt.Key.Key_Left)
    for _ in range(9):
        if not control.accessibleName().endswith(f": {entry}"):
            QTest.keyClick(control, Qt.Key.Key_Right)
    ensure(control.accessibleName() == f"{name}: {entry}", f"“{name}” does not offer “{entry}”.")


def tab(name: str, title: str) -> None:
    """Bring a tab to the front: by a click where it is in sight, else out of the menu at the end of the line."""
    bar = find(name, QTabBar)
    at = next(at for at in range(bar.count()) if bar.tabText(at) == title)
    if bar.isTabVisible(at):
        QTest.mouseClick(bar, LEFT, NOTHING_HELD, bar.tabRect(at).center())
    else:
        answering(lambda: click("More pages", bar.parentWidget()), lambda: _take_entry(title))
    until(lambda: bar.currentIndex() == at, f"The tab “{title}” does not come to the front.")


def row(name: str, text: str) -> QAbstractItemView:
    """Click the row of a list in which that text stands, and return the list."""
    view = find(name, QAbstractItemView)
    until(lambda: _place_of(view, text) is not None, f"“{text}” does not stand in “{name}”.")
    index = _place_of(view, text)
    assert index is not None
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), LEFT, NOTHING_HELD, view.visualRect(index).center())
    return view


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move in a few steps, let go."""
    QTest.mousePress(widget, LEFT, NOTHING_HELD, start)
    for step in (1, 2, 3, 4):
        move_to(widget, start + (end - start) * step / 4)
    QTest.mouseRelease(widget, LEFT, NOTHING_HELD, end)


def move_to(widget: QWidget, at: QPoint) -> None:
    """Move the mouse with its left button down."""
    held, where = Qt.MouseButton.LeftButton, widget.mapToGlobal(at)
    kind = QEvent.Type.MouseMove
    moved = QMouseEvent(kind, QPointF(at), QPointF(where), Qt.MouseButton.NoButton, held, NOTHING_HELD)
    QApplication.sendEvent(widget, moved)


def drop_file(widget: QWidget, path: Path) -> None:
    """Drag a file in from elsewhere, and let it fall on a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle, copy = widget.rect().center(), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(middle, copy, data, LEFT, NOTHING_HELD)
    QApplication.sendEvent(widget, entered)
    ensure(entered.isAccepted(), f"“{path.name}” may not be dropped here.")
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, data, LEFT, NOTHING_HELD))


def answering(ask: Callable[[], None], answer: Callable[[], None]) -> None:
    """Do what opens a dialog that must be answered before anything else goes on, and answer it."""
    failures: list[Exception] = []
    deadline = QDeadlineTimer(PATIENCE)

    def watch() -> None:
        dialog = front()
        if dialog is None and not deadline.hasExpired():
            QTimer.singleShot(LOOK, watch)
            return
        try:
            ensure(dialog, "No dialog opens.")
            answer()
        except Exception as failure:  # noqa: BLE001 -- raised again below: here it would go to the window's own hook
            failures.append(failure)
        if failures and (left := QApplication.activeModalWidget()):
            left.close()

    QTimer.singleShot(0, watch)
    ask()
    until(lambda: front() is None, "The dialog stays open.")
    if failures:
        raise failures[0]


def _take_entry(title: str) -> None:
    """Click an entry of the menu that is open."""
    menu = front()
    ensure(isinstance(menu, QMenu), "No menu opens.")
    assert isinstance(menu, QMenu)
    entry = next((entry for entry in menu.actions() if entry.text() == title), None)
    if entry is None:
        menu.close()
        raise TourFailed(f"The menu does not offer “{title}”.")
    QTest.mouseClick(menu, LEFT, NOTHING_HELD, menu.actionGeometry(entry).center())


def _keyboard() -> QWidget:
    """Who gets the next key."""
    place = front() or _window()
    inner: QWidget | None = place.focusWidget()  # the stubs promise one
    return inner or place


def _reach(widget: QWidget) -> None:
    """Bring a widget into sight, in a window that has the keyboard."""
    if front() is None:
        _window()
    bring_into_sight(widget)


def _window() -> QWidget:
    """The window that the keyboard is in. Without a window manager nothing gives it back after a dialog: it is asked."""
    window = QApplication.activeWindow()
    if window is None or not window.isVisible():
        window = next((top for top in QApplication.topLevelWidgets() if top.isVisible()), None)
        if window is None:
            raise TourFailed("No window is open.")
        window.activateWindow()
        until(window.isActiveWindow, "The window does not come to the front.")
    return window


def _segments() -> list[SegmentedControl]:
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return [one for top in tops for one in top.findChildren(SegmentedControl) if one.isVisible()]


def _place_of(view: QAbstractItemView, text: str) -> QModelIndex | None:
    """The first cell with that text in it."""
    model = view.model()
    rows = range(model.rowCount(view.rootIndex()))
    cells = (model.index(at, column) for at in rows for column in range(MOST_COLUMNS))
    return next((cell for cell in cells if cell.isValid() and text in str(cell.data())), None)
