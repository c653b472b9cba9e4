"""An event in one sealed file: its id, its key and its programme, for a desk that is to be of the same event."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from checkin.domain.canonical import canonical
from checkin.domain.errors import UserError
from checkin.domain.programme import Programme
from checkin.domain.programme_things import programme_of, things_of
from checkin.domain.translation import say
from checkin.lists.programme_file import read_programme
from checkin.services.desk import Desk
from checkin.services.programme import ProgrammeService
from db import sealed_file

LEAST_CHARACTERS = 8


class EventFileService:
    """Loads events from files and gives them on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._programmes = ProgrammeService(desk)

    def load(self, path: Path, passphrase: str | None, at: datetime | None = None) -> str | None:
        """Take the event from a TOML file, or, with its key, from a sealed one; the entry, None when nothing changed.

        Raises:
            UserError: no such file, no event in it, no passphrase for a sealed one, or another event than this home's.
        """
        if not path.is_file():
            raise UserError(say("There is no file {path}.", path=path), say("Check the name and the folder."))
        if not sealed_file.is_sealed(path):
            return self._programmes.load(read_programme(path), at)
        if not passphrase:
            raise UserError(
                say("{file} is sealed.", file=path.name),
                say("Name the variable that holds its passphrase: --passphrase-env V."),
            )
        content = json.loads(sealed_file.unseal(path, passphrase))
        own = self._desk.founded
        if own and own.event_id != content["event_id"]:
            raise UserError(
                say("This data folder belongs to another event."), say("Use a folder of its own: --home DIR.")
            )
        programme = programme_of(content["things"])
        if programme is None:
            raise UserError(
                say("There is no event in {file}.", file=path.name), say("Export it once more where it was made.")
            )
        self._desk.found(bytes.fromhex(content["event_key"]), content["event_id"])
        return self._programmes.load(programme, at)

    def export(self, path: Path, passphrase: str) -> Programme:
        """Write event, programme and key, sealed.

        Raises:
            UserError: no passphrase, or one that is guessed in a minute.
        """
        if len(passphrase) < 8:
            raise UserError(
                say("The passphrase is too short."),
                say("Take eight characters or more: the file holds the event's key."),
            )
        programme = self._programmes.show()
        own = self._desk.identity
        things = [{**values, "type": kind} for _, kind, values in things_of(programme)]
        content = {"event_id": own.event_id, "event_key": own.event_key.hex(), "things": things}
        sealed_file.seal(path, canonical(content).encode("ascii"), passphrase)
        return programme
