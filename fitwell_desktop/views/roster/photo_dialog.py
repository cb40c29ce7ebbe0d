"""The dialog that cuts a client's photo out of a picture."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitwell_desktop.ui.widgets.choices import Slider
from fitwell_desktop.ui.widgets.crop_view import CropView
from fitwell_desktop.ui.widgets.dialog import Dialog
from fitwell_desktop.ui.widgets.labels import Label


class PhotoDialog(Dialog):
    """`save` is told which square of the picture was chosen."""

    def __init__(self, name: str, picture: QImage, save: Callable[[QRect], object], parent: QWidget) -> None:
        super().__init__(
            f"Photo of {name}",
            "Set photo",
            parent,
            explanation="Drag the picture until the face is in the circle.",
        )
        self._save = save
        self.crop = CropView(picture, self.tr("Picture"))
        self.slider = Slider()
        self.slider.setRange(100, round(self.crop.most * 100))
        self.slider.setEnabled(self.crop.most > 1)
        self.slider.setAccessibleName(self.tr("Zoom"))
        self.slider.valueChanged.connect(lambda value: self.crop.zoom(value / 100))
        self.crop.zoomed.connect(self._show_zoom)
        line = QHBoxLayout()
        line.addWidget(Label(self.tr("Zoom"), "label"))
        line.addWidget(self.slider, 1)
        self.body.addWidget(self.crop, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(line)
        self.crop.setFocus()

    def confirm(self) -> None:
        self._save(self.crop.square())
        self.accept()

    def _show_zoom(self, zoom: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(zoom * 100))
        self.slider.blockSignals(False)
