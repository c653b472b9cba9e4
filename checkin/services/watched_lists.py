"""A watched file or folder: an export that is made again and again flows in; what would lose anybody waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from checkin.domain.errors import CheckinError, EnvironmentFault
from checkin.domain.translation import say, say_count
from checkin.services.desk import Desk
from checkin.services.import_run import ImportResult
from checkin.services.importing import ImportService
from db.queries import mappings

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".zip"})
EVERY_S = 5
"""Seconds between two looks; a file that is the same in two of them is complete."""
_KEY = "watched"
_MOST_TAKEN = 200


@dataclass(frozen=True, slots=True)
class WatchNews:
    """What a look found.

    Attributes:
        event: applied, waits, refused, gone (the path itself) or back.
        file: the file's whole path, or the watched path.
        sentence: what happened, in words.
    """

    event: str
    file: str
    sentence: str
    new: int = 0
    changed: int = 0
    vanished: int = 0
    entry: str | None = None


class WatchedLists:
    """Looks at one path; call `look` every few seconds, on a thread that may wait for a slow drive.

    Args:
        may_apply: asked right before a list is brought in by itself; false while somebody is looking at another one.
    """

    def __init__(
        self, desk: Desk, imports: ImportService, path: Path, may_apply: Callable[[], bool] = lambda: True
    ) -> None:
        self._desk, self._imports, self._path, self._may_apply = desk, imports, path, may_apply
        self._seen: dict[Path, tuple[int, int]] = {}
        self._settled: dict[Path, tuple[int, int]] = {}
        self._missing = False

    def look(self, at: datetime | None = None) -> list[WatchNews]:
        """See what is new since the last look; lists that lose nobody are brought in."""
        try:
            files = self._files()
        except OSError:
            return self._is_missing()
        news: list[WatchNews] = []
        if self._missing:
            self._missing = False
            news.append(WatchNews("back", str(self._path), say("{path} is there again.", path=self._path)))
        before, self._seen = self._seen, files
        for file, state in sorted(files.items(), key=lambda item: (item[1][1], item[0])):
            if before.get(file) == state and self._settled.get(file) != state:
                found = self._complete(file, at)
                if found is not None:
                    self._settled[file] = state
                    news += found
        return news

    def look_again(self, file: str) -> None:
        """Tell of a file anew: whoever looked at it left it as it was."""
        self._settled.pop(Path(file), None)

    def _files(self) -> dict[Path, tuple[int, int]]:
        """The lists there, with size and time of change."""
        self._path.stat()
        paths = [*self._path.iterdir()] if self._path.is_dir() else [self._path]
        found = {}
        for path in paths:
            if not path.is_file():
                # Gone between two looks, or a folder that is called like a list.
                continue
            if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")):
                stat = path.stat()
                found[path] = (stat.st_size, stat.st_mtime_ns)
        return found

    def _is_missing(self) -> list[WatchNews]:
        self._seen = {}
        if self._missing:
            return []
        self._missing = True
        return [WatchNews("gone", str(self._path), say("{path} cannot be reached.", path=self._path))]

    def _complete(self, file: Path, at: datetime | None) -> list[WatchNews] | None:
        """What a file that is complete comes to; None where it has to be looked at again."""
        if not self._may_apply():
            return None
        try:
            with file.open("rb") as stream:
                content = file_digest(stream, "sha256").hexdigest()
            if content == self._taken().get(str(file)):
                return []
            told = self._imports.run([file], dry_run=True, at=at)
            why = self._why_wait(told)
            if why:
                return [_news("waits", file, f"{file.name}: {why}", told)]
            if not self._may_apply():
                return None
            # The very rows that were looked at: the file may be another one by now.
            done = self._imports.apply(told.readings, at=at)
        except (OSError, EnvironmentFault):
            return None
        except CheckinError as error:
            return [WatchNews("refused", str(file), f"{error.sentence} {error.advice}")]
        self._take(file, content)
        if done.entry is None:
            return []
        sentence = say("{file} came in by itself: {new} new, {changed} changed.", file=file.name, new=done.new,
                       changed=done.changed)  # fmt: skip
        return [_news("applied", file, sentence, done)]

    def _why_wait(self, told: ImportResult) -> str:
        """Why somebody has to look at it first; "" when nobody is lost and nothing is asked."""
        if told.vanished:
            return say_count("1 person is not on it any more.", "{n} people are not on it any more.", told.vanished)
        if any(reading.rejected or reading.unknown_statuses for reading in told.readings):
            aside = sum(len(reading.rejected) for reading in told.readings)
            return say_count("1 row is set aside.", "{n} rows are set aside.", aside)
        if told.likely:
            return say_count("1 pair may be one person.", "{n} pairs may be one person each.", len(told.likely))
        if any(field.kept for change in told.altered for field in change.changes):
            return say("It says something else than was corrected here.")
        if told.newer < len(told.readings):
            return say("This list was not here before.")
        return ""

    def _taken(self) -> dict[str, str]:
        """What was taken last of each file."""
        with self._desk.database.read() as connection:
            found: dict[str, str] = mappings.get(connection, _KEY)
            return found

    def _take(self, file: Path, content: str) -> None:
        """Remember it here, so that the same export is not taken twice, also when it was taken back by hand."""
        with self._desk.database.write() as connection:
            taken = {k: v for k, v in mappings.get(connection, _KEY).items() if k != str(file)}
            kept = dict(list(taken.items())[-_MOST_TAKEN:])
            mappings.put(connection, _KEY, {**kept, str(file): content})


def _news(event: str, file: Path, sentence: str, result: ImportResult) -> WatchNews:
    return WatchNews(event, str(file), sentence, result.new, result.changed, result.vanished, result.entry)
