"""Turns the rows of a planned table into people and extras; the hot loop of every import."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from checkin.domain.listing import ListedPerson, ListWarning, RejectedRow
from checkin.domain.people import Status
from checkin.domain.translation import say
from checkin.lists.cleaning import SEAM, clean_row, is_tidy
from checkin.lists.codes import lost_zeros
from checkin.lists.contents import bare_address
from checkin.lists.damaged_cells import DamagedCells
from checkin.lists.details import DetailReader
from checkin.lists.extras import ExtraNames, ExtraRow
from checkin.lists.header_row import same_header
from checkin.lists.headers import header_key
from checkin.lists.keys import keys_of
from checkin.lists.limits import CELL_CHARACTERS, COLUMNS, check_row
from checkin.lists.names_read import NameReader, plain_name
from checkin.lists.no_person import is_header_like, why_no_person
from checkin.lists.plan import Plan
from checkin.lists.quantities import Quantities
from checkin.lists.register import Register
from checkin.lists.statuses import StatusReader
from checkin.lists.table import Table, column_letters
from checkin.lists.words import says_nothing

_VOID = (Status.CANCELLED, Status.WAITLISTED)
_DELIMITED = re.compile(r"[,;\t|].*@|@.*[,;\t|]")
# In this order a person's row is picked apart.
_PICKED = (
    "given", "family", "name", "email", "phone", "organisation", "city", "country", "category", "status", "paid",
    "ticket_code", "order", "position", "source_id", "diet", "access",
)  # fmt: skip
_EXTRA_PICKED = ("ticket_code", "order", "addon_to", "email", "status", "paid")


@dataclass(slots=True)
class Gathered:
    """What the rows of one table gave. `positions` finds a person by order and position."""

    rows: int = 0
    register: Register = field(default_factory=Register)
    extras: list[ExtraRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    warnings: list[ListWarning] = field(default_factory=list)
    positions: dict[tuple[str, str], ListedPerson] = field(default_factory=dict)
    has_status: bool = True
    unknown_statuses: dict[str, tuple[int, ...]] = field(default_factory=dict)


class RowReader:
    """Reads the rows of one table by its plan; `statuses` says what words about status mean."""

    def __init__(self, table: Table, plan: Plan, extra_names: ExtraNames, statuses: Mapping[str, Status]) -> None:
        self._table = table
        self._plan = plan
        self._extra_names = extra_names
        self._statuses = StatusReader(plan, statuses)
        self._details = DetailReader(plan)
        self._names = NameReader(plan)
        self._damaged = DamagedCells(plan, table)
        self._quantities = Quantities(plan)
        self._out = Gathered(has_status=self._statuses.told)
        # a column that the list lacks reads the empty cell that is put behind each row
        at = {f: plan.at.get(f, plan.width) for f in (*_PICKED, *_EXTRA_PICKED, "product", "variation")}
        self._pick = itemgetter(*(at[f] for f in _PICKED))
        self._pick_extra = itemgetter(*(at[f] for f in _EXTRA_PICKED))
        self._pick_name = itemgetter(at["given"], at["family"], at["name"])
        self._pick_product = itemgetter(at["product"], at["variation"])
        self._varied = "variation" in plan.at and at["category"] == at["product"]
        self._named_apart = self._names.needed
        self._beyond: list[int] = []
        self._keys = [header_key(header) for header in plan.header]
        self._header_words = frozenset(header.casefold() for header in plan.header if header)
        # What many people share is kept once: a long list has to fit.
        shared: dict[str, str] = {}
        self._same = shared.setdefault

    def gather(self) -> Gathered:
        """Everything in the rows.

        Raises:
            UserError: a row is too long to be one.
        """
        out, plan, file = self._out, self._plan, self._table.file
        width, cleaners = plan.width, plan.cleaners()
        extra_of, person_of, damaged = self._extra, self._person, self._damaged
        may_have_extras = "addon_to" in plan.at or (bool(self._extra_names) and "product" in plan.at)
        above = frozenset(SEAM.join(cells) for _, cells in self._table.head[: plan.index + 1] if any(cells))
        # a look at the first cell tells most rows from those above
        firsts = frozenset(line.partition(SEAM)[0] for line in above)
        titles, beyond, cut = self._table.titles, self._beyond, damaged.cut
        for row, raw in self._table.after(plan.index):
            joined = SEAM.join(raw)
            if len(joined) > CELL_CHARACTERS or len(raw) > COLUMNS:
                check_row(file, row, raw)
            tidy = is_tidy(joined)
            cells = raw[:] if tidy else clean_row(raw, cleaners)
            if len(cells) != width and not self._fitted(row, raw, cells):
                continue
            cells.append("")
            if not any(cells):
                continue
            out.rows += 1
            if (raw[0] in firsts and joined in above) or beyond or (titles and row in titles):
                self._reject(row, raw, self._why_between(row))
                continue
            # a row without these holds no number that a spreadsheet damaged
            odd = "E+" in joined or ".0" in joined or "#" in joined or '="' in joined
            odd = odd or cut or (not tidy and "\n" in joined)
            if odd and not damaged.mend(row, raw, cells, out.rejected):
                continue
            if not (may_have_extras and extra_of(row, raw, cells)):
                person_of(row, raw, cells)
        self._finish()
        return out

    def _why_between(self, row: int) -> str:
        if self._beyond:
            return say("The row belongs to another table that begins in row {row}.", row=self._beyond[0])
        if row in self._table.titles:
            return say("The row is a title across the columns, no person.")
        return say("The row repeats the header or a title above it.")

    def _fitted(self, row: int, raw: list[str], cells: list[str]) -> bool:
        """Make the row as wide as the header; False when it was set aside."""
        width = self._plan.width
        if len(cells) < width:
            cells.extend([""] * (width - len(cells)))
            return True
        surplus = [(i, cell) for i, cell in enumerate(cells[width:], width) if cell]
        del cells[width:]
        if surplus and self._table.sheet is None and self._plan.header_row and not self._beyond:
            self._out.rows += 1
            reason = say(
                "The row has {cells} cells, the header only {width}: a delimiter inside a cell without quotation "
                "marks? The first cell too many holds “{first}”.",
                cells=surplus[-1][0] + 1,
                width=width,
                first=surplus[0][1][:40],
            )
            self._reject(row, raw, reason)
            return False
        # in a sheet somebody wrote beside the table, under no header
        self._details.beside = {f"Column {column_letters(i)}": cell for i, cell in surplus}
        return True

    def _product(self, cells: list[str]) -> str:
        product, variation = self._pick_product(cells)
        return f"{product} – {variation}" if variation else str(product)

    def _extra(self, row: int, raw: list[str], cells: list[str]) -> bool:
        product = self._product(cells)
        code, order, parent, email, word, paid = self._pick_extra(cells)
        if not parent and not self._extra_names.match(product):
            return False
        status = self._statuses.of(word, paid, row)
        if status is None:
            self._reject(row, raw, self._statuses.why(word, paid))
            return True
        given, family, name = self._pick_name(cells)
        if self._named_apart:
            _, _, name, email = self._names.of(given, family, name, email, cells)
        else:
            name = plain_name(given, family, name)[2]
        valid = status not in _VOID and not self._details.is_blocked(cells)
        self._out.extras.append(ExtraRow(row, product, code, order, parent, email, name, valid))
        return True

    def _person(self, row: int, raw: list[str], cells: list[str]) -> None:
        (
            given, family, name, email, phone, organisation, city, country, category, word, paid,
            code, order, position, source_id, diet, access,
        ) = self._pick(cells)  # fmt: skip
        if self._named_apart:
            given, family, name, email = self._names.of(given, family, name, email, cells)
        else:
            given, family, name = plain_name(given, family, name)
        if "@" not in email or not name:
            if self._is_no_person(row, raw, given, name, email, cells):
                return
            if email == "anonymous":
                # what Microsoft Forms writes for people who did not log in
                email = ""
        elif email[-1] == ">" or ":" in email:
            email = bare_address(email)
        if code[:1] == "'" and code[1:].isalnum():
            # typed before a number so that a spreadsheet keeps its zeros
            code = code[1:]
        if diet and says_nothing(diet):
            diet = ""
        if access and says_nothing(access):
            access = ""
        if self._varied:
            category = self._product(cells)
        status = self._statuses.of(word, paid, row)
        keys = keys_of(source_id, code, order, position, category, email, name, organisation)
        if status is None:
            self._reject(row, raw, self._statuses.why(word, paid), tuple(keys))
            return
        others, same = self._plan.others, self._same
        person = ListedPerson(
            row, keys[0], given, family, name, email, phone, same(organisation, organisation), same(city, city),
            same(country, country), same(category, category), status,
            code, order, source_id, False, None, None, diet, access, "",
            {label: cells[i] for label, i in others if cells[i]} if others else {}, (), (), tuple(keys[1:]),
        )  # fmt: skip
        details, out = self._details, self._out
        guests = details.fill(person, cells) if details.needed or details.beside else []
        if out.register.add(person):
            if position and order:
                out.positions[order, position] = person
            if self._quantities.needed:
                self._quantities.note(person, cells, len(guests))
            if guests:
                self._add_guests(person, guests)

    def _add_guests(self, person: ListedPerson, guests: list[ListedPerson]) -> None:
        for guest in guests:
            guest.guest_of = person.key
            self._out.rows += 1
            self._out.register.add(guest)

    def _is_no_person(self, row: int, raw: list[str], given: str, name: str, email: str, cells: list[str]) -> bool:
        """Set a row aside that is no person, or has no name; only looked at where no e-mail says otherwise."""
        first = next(filter(None, cells), "").casefold()
        if first in self._header_words and same_header(cells, self._keys):
            self._reject(row, raw, self._why_between(row))
            return True
        if name and self._plan.header_row and is_header_like(given, name, cells):
            self._beyond.append(row)
            self._reject(row, raw, self._why_between(row))
            return True
        reason = why_no_person(name, cells)
        if not reason and not email and "@" in name and _DELIMITED.search(name):
            reason = say("The row is written with another delimiter than the others.")
        if reason:
            self._reject(row, raw, reason)
        return bool(reason)

    def _reject(self, row: int, raw: list[str], reason: str, keys: tuple[str, ...] = ()) -> None:
        self._out.rejected.append(RejectedRow(row, reason, tuple(raw), keys))

    def _finish(self) -> None:
        out = self._out
        changed = self._statuses.finish()
        if changed:
            for person in out.register.people:
                person.status = changed.get(person.row, person.status)
        for person, guests in self._quantities.guests(out.register.people):
            self._add_guests(person, guests)
        texts = self._names.finish(out.register.people)
        out.register.settle()
        out.unknown_statuses = {word: tuple(rows) for word, rows in self._statuses.unknown.items()}
        details = self._details.finish(out.register.people)
        told = [ListWarning(text, row) for text, row in (*self._statuses.warnings, *details)]
        told += [ListWarning(text, row) for text, row in (*self._quantities.warnings, *self._damaged.warnings())]
        zeros = lost_zeros(out.register.people) if "ticket_code" in self._plan.at else []
        out.warnings = [*told, *map(ListWarning, texts), *zeros]
