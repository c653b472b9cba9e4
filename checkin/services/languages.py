"""The languages that the program can speak: English, and whatever lies in resources/translations."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from checkin.domain.catalogue import catalogue_of
from checkin.domain.pseudo_language import PseudoLanguage
from checkin.domain.translation import Words
from checkin.paths import resources

ENGLISH, SYSTEM, PSEUDO = "en", "system", "xx"
VARIABLE = "CHECKIN_LANGUAGE"
"""The environment variable that names a language for one start; the command line obeys nothing else."""


def languages() -> list[tuple[str, str]]:
    """Every language by its id and its own name, English first."""
    found = [(path.stem, _name(path)) for path in sorted(_folder().glob("*.po"))]
    return [(ENGLISH, "English"), *found]


def words_of(language: str) -> Words | None:
    """What translates into `language`; None for English and for a language that is not there."""
    if language == PSEUDO:
        return PseudoLanguage()
    path = _folder() / f"{language}.po"
    if language == ENGLISH or not path.is_file():
        return None
    return catalogue_of(path.read_text("utf-8"))


def chosen(wish: str, of_system: Iterable[str] = ()) -> str:
    """The id of the language to speak.

    The environment variable goes first, then `wish`; with "system" or nothing it is the first language of the system
    that is there, such as `de` for `de-AT`, else English.
    """
    wanted = os.environ.get(VARIABLE) or wish
    there = {path.stem for path in _folder().glob("*.po")} | {ENGLISH, PSEUDO}
    if wanted not in ("", SYSTEM):
        return wanted if wanted in there else ENGLISH
    for name in of_system:
        language = name.replace("_", "-").partition("-")[0].lower()
        if language in there - {PSEUDO}:
            return language
    return ENGLISH


def _folder() -> Path:
    return resources() / "translations"


def _name(path: Path) -> str:
    """The language's own name, from the head of its file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if "X-Language-Name:" in line:
                return line.partition(":")[2].strip().removesuffix('"').removesuffix("\\n").strip()
    return path.stem
