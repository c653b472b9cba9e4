"""Qt's texts from the one catalogue, so that tr(), translate() and QT_TRANSLATE_NOOP speak as the services do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from checkin.domain import translation
from checkin.services import languages

_installed: list[QTranslator] = []


class CatalogueTranslator(QTranslator):
    """Looks into the catalogue of the process; Qt's context is not part of the key, its disambiguation is."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = translation.current()
        if words is None or not text:
            return text
        part = disambiguation or ""
        found = words.find_count(text, text, n, part) if n >= 0 else words.find(text, part)
        return text if found is None else found


def speak(language: str = languages.SYSTEM) -> str:
    """Speak a language from now on: an id of `languages.languages()`, "system" or "xx"; returns the id it came to.

    Views that are made already keep their words: it is called before the window is made.
    """
    _silence()
    system = QLocale.system()
    chosen = languages.chosen(language, system.uiLanguages())
    translation.use(languages.words_of(chosen))
    if system.bcp47Name().partition("-")[0] != chosen:
        system = QLocale("en_GB" if chosen in (languages.ENGLISH, languages.PSEUDO) else chosen)
    QLocale.setDefault(system)
    if translation.current() is not None:
        # What is installed last is asked first: Qt's own words are in Qt's own catalogue.
        _install(CatalogueTranslator())
        own = QTranslator()
        if own.load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            _install(own)
    return chosen


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)


def _silence() -> None:
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
