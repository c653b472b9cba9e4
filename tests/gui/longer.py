"""A language a third longer than English, for layouts that must hold it."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class Longer(QTranslator):
    """Every text of four letters or more, 35 % longer."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text if len(text) < 4 else text + "n" * (len(text) * 35 // 100)
