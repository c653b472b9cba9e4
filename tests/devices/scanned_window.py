"""A window with a field, run by `test_keyboard_scanner_x11.py` on a real X server; tells on stdout what reaches it."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from checkin.devices.qt.keyboard_scanner import KeyboardScanner


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    application = QApplication(sys.argv)
    # On a busy test machine xdotool itself pauses for more than a scanner's 35 ms; people type here at 600 ms.
    scanner = KeyboardScanner(layout=sys.argv[1], gap_ms=400)
    scanner.payload_scanned.connect(lambda text: tell(scanned=text))
    window = QWidget()
    layout, field, button = QVBoxLayout(window), QLineEdit(), QPushButton("Check in")
    for widget in (field, button):
        layout.addWidget(widget)
    field.textChanged.connect(lambda text: tell(field=text))
    field.returnPressed.connect(lambda: tell(entered=field.text()))
    button.clicked.connect(lambda: tell(pressed=True))
    window.setWindowTitle("desk")
    window.show()
    if "dialog" in sys.argv:
        dialog = QDialog(window)
        dialog.setModal(True)
        dialog.accepted.connect(lambda: tell(dialog="accepted"))
        inner = QVBoxLayout(dialog)
        inner.addWidget(typed := QLineEdit())
        typed.textChanged.connect(lambda text: tell(dialog=text))
        inner.addWidget(apply := QPushButton("Apply"))
        apply.setDefault(True)
        apply.clicked.connect(dialog.accept)
        dialog.show()
        dialog.activateWindow()
    scanner.start()
    application.focusWindowChanged.connect(lambda new: new and tell(focus=True))
    application.exec()


main()
