"""The payments of an invoice, a line each, with the way to remove one that was recorded by mistake."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fitwell_desktop.domain.billing.details import PaymentRow
from fitwell_desktop.ui.formats import Formats
from fitwell_desktop.ui.widgets.buttons import IconButton
from fitwell_desktop.ui.widgets.card import row
from fitwell_desktop.ui.widgets.labels import Label
from fitwell_desktop.ui.widgets.menu import Menu


class PaymentsView(QWidget):
    """Hides where there are none. `remove_requested` tells which one is meant."""

    remove_requested = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._shown: tuple[tuple[PaymentRow, str], ...] = ()
        self.lines: list[PaymentLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_payments(self, payments: tuple[PaymentRow, ...], currency: str) -> None:
        """Show these; lines that say the same stay as they are, with the keyboard in them."""
        shown = tuple((payment, self._sentence(payment, currency)) for payment in payments)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(payment, sentence) for payment, sentence in shown]

    def text(self) -> str:
        """What is said, a line for each payment."""
        return "\n".join(sentence for _payment, sentence in self._shown)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the lines."""
        focus = QApplication.focusWidget()
        return focus is not None and any(line.isAncestorOf(focus) for line in self.lines)

    def _line(self, payment: PaymentRow, sentence: str) -> "PaymentLine":
        line = PaymentLine(sentence)
        line.remove_requested.connect(lambda: self.remove_requested.emit(payment))
        self._layout.addWidget(line)
        return line

    def _sentence(self, payment: PaymentRow, currency: str) -> str:
        formats = self._formats
        day = formats.near_day(formats.local(payment.paid_at).date()) if payment.paid_at else ""
        parts = (formats.money(payment.amount, currency), payment.method.label, day, payment.reference)
        return " · ".join(part for part in parts if part)


class PaymentLine(QWidget):
    """One payment; its menu offers what its button does."""

    remove_requested = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.remove = IconButton("trash-2", self.tr("Remove payment"), side=16)
        self.remove.setAccessibleDescription(sentence)
        self.remove.clicked.connect(self.remove_requested)
        label = Label(sentence, "quiet", wrap=True)
        line = row(label, self.remove)
        line.setStretch(0, 1)
        self.setLayout(line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> Menu:
        """What can be done with the payment."""
        menu = Menu(parent=self)
        menu.addAction(self.tr("Remove payment"), self.remove_requested.emit)
        return menu
