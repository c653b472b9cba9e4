"""Printers as options, found on a worker thread, and the test badge."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from checkin.domain.errors import CheckinError, MaybePrinted
from checkin.gui.control.settings.keeping import Keeping
from checkin.gui.control.settings.parts import FoundPrinters, SettingsParts
from checkin.gui.widgets.line import Line
from checkin.services.trial_badge import TrialBadgeService

FOLDER = "pdf"
"""The value of `badge.printer` that is a folder of PDF files."""


class Printing(QObject):
    """Looks for printers, offers them, shows and prints the test badge."""

    def __init__(
        self, parts: SettingsParts, keeping: Keeping, trial: TrialBadgeService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._keeping, self._trial = parts, keeping, trial
        self._found: FoundPrinters | None = None
        self._looking = self._testing = False
        self._drawn = ""
        keeping.looked.connect(lambda _values: self.show())
        parts.view.printer_section.test_requested.connect(self.test)

    def set_shown(self, shown: bool) -> None:
        """The section came: what is known is shown, and the machine is asked."""
        if shown:
            if self._found is None:
                self.look()
            self._drawn = ""
            self.show()

    def look(self) -> None:
        """Ask for printers: a print server may take its time, so one question at a time and never here."""
        if not self._looking:
            self._looking = True
            self.show()
            self._parts.searching.run(self._parts.devices.printers, done=self._on_found, failed=self._on_trouble)

    def show(self) -> None:
        """Offer what is known now."""
        chosen = self._keeping.values.get("badge.printer", FOLDER) or FOLDER
        prints = self._parts.services.desk.home.prints
        options = [(FOLDER, Line(self.tr("A folder of PDF files"), str(prints), "folder-open"))]
        options += [(name, self._line(name)) for name in (self._found.names if self._found else ())]
        if chosen not in dict(options):
            options.append((chosen, self._absent(chosen)))
        self._keeping.know("badge.printer", {value: line.title for value, line in options})
        self._parts.view.printer_section.show_printers(options, chosen, self._sentence())
        self._draw()

    def test(self) -> None:
        """Print one test badge with the settings in force."""
        if self._testing:
            return
        self._testing = True
        view = self._parts.view.printer_section
        view.set_testing(self.tr("The test badge is on its way."))
        printer = self._keeping.values.get("badge.printer", FOLDER) or FOLDER
        task = partial(self._trial.print_one, printer, self._template())
        self._parts.searching.run(task, done=partial(self._on_printed, printer), failed=self._on_not_printed)

    def _template(self) -> str:
        return self._keeping.values.get("badge.template", "label-62x100")

    def _line(self, name: str) -> Line:
        usual = self._found is not None and self._found.default == name
        return Line(name, self.tr("This computer's usual printer") if usual else "", "printer")

    def _absent(self, name: str) -> Line:
        if self._found is None:
            return Line(name, "", "printer")
        return Line(
            name, self.tr("Switch it on, or choose another."), "printer",
            chip=(self.tr("Not found"), "hold", "triangle-alert"),
        )  # fmt: skip

    def _sentence(self) -> str:
        if self._looking:
            return self.tr("Looking for printers…")
        told = self._found.sentence if self._found else None
        return f"{told}." if told else ""

    def _on_found(self, found: FoundPrinters) -> None:
        self._looking, self._found = False, found
        self.show()

    def _on_trouble(self, error: BaseException) -> None:
        self._looking = False
        self.show()
        self._parts.trouble(error)

    def _draw(self) -> None:
        """The picture of the stock chosen, while somebody looks at it."""
        template = self._template()
        if self._drawn == template or not self._parts.view.printer_section.isVisible():
            return
        self._drawn = template
        picture = partial(self._trial.picture, template)
        self._parts.asking.run(picture, done=self._parts.view.printer_section.show_picture, failed=self._parts.trouble)

    def _on_printed(self, printer: str, job: str) -> None:
        self._settle()
        if printer == FOLDER:
            title, sentence = self.tr("The test badge was written"), job
        else:
            title = self.tr("{printer} took the test badge").format(printer=printer)
            sentence = self.tr("Look whether letters are sharp and nothing is cut off, and scan its code.")
        self._parts.view.printer_section.show_test(title, sentence, "go", "circle-check")

    def _on_not_printed(self, error: BaseException) -> None:
        self._settle()
        if isinstance(error, CheckinError):
            tone = "hold" if isinstance(error, MaybePrinted) else "stop"
            self._parts.view.printer_section.show_test(error.sentence, error.advice, tone, "triangle-alert")
        else:
            self._parts.trouble(error)

    def _settle(self) -> None:
        self._testing = False
        self._parts.view.printer_section.set_testing("")
