"""Files dropped on the window: a picture or a PDF is read like a badge held up, anything else is a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError, UserError
from checkin.domain.people import Person
from checkin.gui.control.parts import Parts

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".pdf"})


class Dropping(QObject):
    """Signals: `scanned(payload)` for the one code of a picture; `several(people)` when it shows several badges."""

    scanned = Signal(str)
    several = Signal(list)

    def __init__(
        self, parts: Parts, read_list: Callable[[Sequence[str]], None], codes_in: Callable[[Path], list[str]],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parts, self._read_list, self._codes_in = parts, read_list, codes_in

    def drop(self, paths: Sequence[str]) -> None:
        """Take what was dropped. Lists are shown with their diff before anything is written."""
        pictures = [p for p in paths if Path(p).suffix.casefold() in PICTURES]
        lists = [p for p in paths if p not in pictures]
        if lists:
            self._read_list(lists)
        elif pictures:
            read = partial(self._read, [Path(p) for p in pictures])
            self._parts.asking.run(read, done=partial(self._on_codes, Path(pictures[0]).name), failed=self._tell)

    def _read(self, pictures: Sequence[Path]) -> list[str]:
        return list(dict.fromkeys(code for picture in pictures for code in self._codes_in(picture)))

    def _on_codes(self, name: str, codes: list[str]) -> None:
        if len(codes) == 1:
            self.scanned.emit(codes[0])
        elif codes:
            self._parts.asking.run(partial(self._holders, codes), done=self._on_holders, failed=self._tell)
        else:
            self._tell(
                UserError(
                    self.tr("No code was found in {name}.").format(name=name),
                    self.tr("Take a sharper picture of the whole code, or type the characters below it."),
                )
            )

    def _holders(self, codes: Sequence[str]) -> tuple[str, list[Person]]:
        """The code that means somebody (a ticket shows a web address too), and everybody whom they mean."""
        holders = self._parts.services.people.holders
        ours = next((code for code in codes if holders((code,))), codes[0])
        return ours, holders(tuple(codes))

    def _on_holders(self, told: tuple[str, list[Person]]) -> None:
        code, people = told
        if len(people) > 1:
            self.several.emit(people)
        else:
            self.scanned.emit(code)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)
