"""The card of the camera: which one, its picture while it is shown, and how well it sees in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from checkin.gui.layout_metrics import Metrics
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.camera_view import CameraView
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.option_list import OptionList
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.setting_row import SettingRow
from checkin.gui.zooming import room

_PICTURE = 320


class CameraCard(SettingsCard):
    """Signals: `use_here_requested()` when the camera is to be taken from the Desk page."""

    use_here_requested = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("CameraCard", "Camera"))
        self.picture = CameraView()
        self.advice = Paragraph()
        self.use_here = Button(self.tr("Show its picture here"), "camera")
        self.use_here.hide()
        self.use_here.clicked.connect(self.use_here_requested)
        self.cameras = OptionList(name_of("camera.source"))
        self.row = SettingRow("", "", self.cameras, True)
        self._frame = QWidget()
        picture = QVBoxLayout(self._frame)
        room(picture, (0, 0, 0, 0), 8)
        picture.addWidget(self.picture)
        picture.addWidget(self.advice)
        picture.addWidget(self.use_here)
        picture.addStretch(1)
        choice = QVBoxLayout()
        room(choice, (0, 0, 0, 0), 0)
        choice.addWidget(self.cameras)
        choice.addWidget(self.row)
        choice.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        room(self._both, (0, 0, 0, 8), 16)
        self._both.addLayout(choice, 1)
        self._both.addWidget(self._frame)
        self.rows.addLayout(self._both)
        self.fit_zoom()

    def show_cameras(self, options: Sequence[tuple[str, Line]], chosen: str, sentence: str) -> None:
        """Show the cameras found, and what there is to say of them as a whole."""
        self.cameras.set_options(options, chosen)
        self.set_about(sentence)

    def show_advice(self, advice: str, use_here: bool = False) -> None:
        """Say what to do for a better picture; `use_here` offers to take the camera from the Desk page."""
        self.advice.set_text(advice)
        self.advice.setVisible(bool(advice))
        self.use_here.setVisible(use_here)

    def set_metrics(self, metrics: Metrics) -> None:
        super().set_metrics(metrics)
        down = not metrics.roomy
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)

    def fit_zoom(self) -> None:
        """The picture's width at the zoom in force."""
        self._frame.setFixedWidth(px(_PICTURE))
