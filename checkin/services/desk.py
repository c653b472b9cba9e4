"""One desk: its data folder opened, its event, who is at it, and what every service needs of these."""

from __future__ import annotations

import contextlib
import os
import platform
import secrets
import uuid
import weakref
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime, tzinfo
from typing import TypeVar

from checkin.domain.days import event_day, to_ms, zone_of
from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.ids import uuid7
from checkin.domain.programme import MAIN_DOOR, Door, Programme
from checkin.domain.translation import say
from checkin.paths import Home
from checkin.secrets import Store, database_key
from db import identity, migrate
from db.engine import Connection, Database
from db.identity import Identity
from db.journal import Writer
from db.queries import programme as programme_queries
from db.queries.people import Today

ORGANISER = "operator:organiser"
"""Who acts in a home that has named no operators."""

Answer = TypeVar("Answer")


class Desk:
    """An opened data folder. Services are made from it; it holds no state of its own beside caches.

    Args:
        home: the data folder; made when missing.
        station: what this desk is called from now on; None keeps its name.
        operator: who is at it, by name; None is the organiser.
        demo: a demo home keeps its key in a file.
        clock: tells the time (aware, UTC).
        wait_seconds: how long another program's lock on the database is waited for.
    """

    def __init__(
        self,
        home: Home,
        *,
        station: str | None = None,
        operator: str | None = None,
        demo: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        wait_seconds: float = 10.0,
    ) -> None:
        self.home = home
        home.make()
        self.key, self.secret_store = self._key(demo)
        migrate.prepare(home.database, self.key)
        self.database = Database(home.database, self.key, wait_seconds=wait_seconds)
        self.clock = clock
        self._identity: Identity | None = None
        self._programme: tuple[int, Programme] | None = None
        self._operators: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._looked_at: Callable[[], Connection | None] = lambda: None
        with self.database.read() as connection:
            self._identity = identity.load(connection)
        if station and self._identity and self._identity.label != station:
            self.rename(station)
        self._first_label = station
        self._wanted_operator = operator
        self._acting: ContextVar[str | None] = ContextVar("operator")

    def _key(self, demo: bool) -> tuple[bytes, Store]:
        try:
            return database_key(self.home, demo=demo)
        except OSError as error:
            raise EnvironmentFault(
                say("The key of {root} cannot be read or written: {cause}.", root=self.home.root, cause=error.strerror),
                say("Give yourself access to the folder, or name another one with --home DIR."),
            ) from error

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    @property
    def has_event(self) -> bool:
        """False in a home where nothing was made yet, or where making it was cut short."""
        if self._programme is not None:
            return True
        with self.database.read() as connection:
            self._identity = self._identity or identity.load(connection)
            return self._identity is not None and programme_queries.programme(connection) is not None

    @property
    def founded(self) -> Identity | None:
        """This station, None in a home where nothing was made yet."""
        return self._identity

    @property
    def identity(self) -> Identity:
        """This station.

        Raises:
            UserError: there is no event here yet.
        """
        if self._identity is None:
            raise UserError(
                say("There is no event in this data folder yet."),
                say("Load one (checkin event load FILE), bring in a list (checkin import FILE), or try checkin demo."),
            )
        return self._identity

    def found(self, event_key: bytes | None = None, event_id: str | None = None, label: str | None = None) -> Identity:
        """Make this station and its event's identity; a home that has one keeps it."""
        if self._identity is None:
            device = platform.node() or "desk"
            name = label or self._first_label or _plain_label(device)
            with self.database.write() as connection:
                if identity.load(connection) is None:
                    event = event_id or str(uuid.uuid4())
                    key = event_key or secrets.token_bytes(32)
                    identity.create(connection, event, key, uuid7(), name, device)
                made = identity.load(connection)
            # Only now is it stored.
            self._identity = made
        return self.identity

    def rename(self, label: str) -> None:
        """Call this desk `label` from now on."""
        with self.database.write() as connection:
            identity.relabel(connection, label)
            renamed = identity.load(connection)
        self._identity = renamed

    def now(self, at: datetime | None = None) -> datetime:
        """The time of an act: `at`, else the clock's."""
        return at or self.clock()

    def programme(self, connection: Connection) -> Programme:
        """The event's programme, read again only when it changed; one transaction sees one programme.

        Raises:
            UserError: there is no event here yet.
        """
        if self._programme is not None and self._looked_at() is connection:
            return self._programme[1]
        revision = programme_queries.revision(connection)
        self._looked_at = weakref.ref(connection)
        if self._programme is None or self._programme[0] != revision:
            found = programme_queries.programme(connection)
            if found is None:
                self._identity = None
                raise UserError(
                    say("There is no event in this data folder yet."), say("Load one: checkin event load FILE.")
                )
            names = programme_queries.things(connection, "operator")
            self._operators = {s: str(t.get("name") or "") for s, t in names.items()}
            self._names = programme_queries.operator_names(connection)
            # Last, as another thread that sees it takes the operators for known.
            self._programme = (revision, found)
        return self._programme[1]

    def forget_programme(self) -> None:
        """The programme was changed in this very transaction: read it again."""
        self._programme = None
        self._looked_at = lambda: None

    def zone(self, connection: Connection) -> tzinfo:
        """The event's time zone."""
        return zone_of(self.programme(connection).event.timezone)

    def today(self, connection: Connection, at: datetime) -> Today:
        """The event day of `at`, and whether it was closed early."""
        event = self.programme(connection).event
        day = event_day(at, zone_of(event.timezone), event.day_starts).isoformat()
        return Today(day, programme_queries.closed_hlc(connection, day))

    def door(self, connection: Connection, name: str | None) -> Door:
        """The door of that id or name, the event's own by default.

        Raises:
            UserError: there is no such door.
        """
        doors = self.programme(connection).doors
        wanted = name or MAIN_DOOR
        found = [d for d in doors if d.id == wanted] or [d for d in doors if d.name.casefold() == wanted.casefold()]
        if not found:
            raise UserError(
                say("There is no door {wanted!r}.", wanted=wanted), say("`checkin event show` lists the doors.")
            )
        return found[0]

    def operator(self, connection: Connection) -> str:
        """The subject id of who acts.

        Raises:
            UserError: the operator that was named is not known here.
        """
        wanted = self._acting.get(self._wanted_operator)
        if wanted is None or wanted.casefold() == "organiser":
            return ORGANISER
        self.programme(connection)
        for subject, name in self._operators.items():
            if name.casefold() == wanted.casefold():
                return subject
        raise UserError(
            say("There is no operator called {wanted!r}.", wanted=wanted),
            say("Add them once: checkin operator add {wanted!r} --role desk.", wanted=wanted),
        )

    def sign_in(self, operator: str | None) -> None:
        """Say who is at the desk from now on, by name; None is the organiser. The next act finds out whether they are
        known here.
        """
        self._wanted_operator = operator

    @property
    def signed_in(self) -> bool:
        """Whether anybody said who is at the desk."""
        return self._wanted_operator is not None

    def by_who_is_here(self, task: Callable[[], Answer]) -> Callable[[], Answer]:
        """`task` as an act of whoever is at the desk now, even when it is done after somebody else signed in."""
        operator = self._wanted_operator

        def as_them() -> Answer:
            before = self._acting.set(operator)
            try:
                return task()
            finally:
                self._acting.reset(before)

        return as_them

    def operator_now(self) -> str:
        """The name of who is at the desk."""
        return self._wanted_operator or "organiser"

    def operator_name(self, subject: str) -> str:
        """The name of an operator's subject id, theirs too who are operators no more."""
        return self._names.get(subject) or "organiser"

    @contextlib.contextmanager
    def act(self, at: datetime | None = None, *, batched: bool = False) -> Iterator[tuple[Connection, Writer]]:
        """One user act: a write transaction and the writer for its acts; call `finish()` inside."""
        with self.acts(at) as (connection, writer_of):
            yield connection, writer_of(batched)

    @contextlib.contextmanager
    def acts(self, at: datetime | None = None) -> Iterator[tuple[Connection, Callable[[bool], Writer]]]:
        """One transaction for acts that are taken back apart, such as an event and its first list: what makes a writer
        (batched or not) for each; finish one before the next.
        """
        own, moment = self.identity, to_ms(self.now(at))
        with self.database.write() as connection:
            yield (
                connection,
                lambda batched: Writer(connection, own, moment, self.operator(connection), batched=batched),
            )


def _plain_label(device: str) -> str:
    return os.environ.get("CHECKIN_STATION") or f"Desk {device}"
