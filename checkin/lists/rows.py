"""Turns the rows of a planned table into people and extras; the hot loop of every import."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter

from checkin.domain.listing import ListedPerson, ListWarning, RejectedRow
from checkin.domain.names import fold
from checkin.domain.people import Status
from checkin.domain.translation import say
from checkin.lists.cleaning import SEAM, clean_row, is_tidy
from checkin.lists.details import DetailReader
from checkin.lists.extras import ExtraNames, ExtraRow
from checkin.lists.keys import keys_of
from checkin.lists.limits import CELL_CHARACTERS, COLUMNS, check_row
from checkin.lists.plan import Plan
from checkin.lists.register import Register
from checkin.lists.statuses import StatusReader
from checkin.lists.table import Table, column_letters

_TOTALS = {
    "total",
    "totals",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "totale",
    "totaal",
    "razem",
    "suma",
}
_NOBODY = {"-", "–", "—", ".", "?", "n/a", "N/A"}
_VOID = (Status.CANCELLED, Status.WAITLISTED)
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


class RowReader:
    """Reads the rows of one table by its plan."""

    def __init__(self, table: Table, plan: Plan, extra_names: ExtraNames) -> None:
        self._table = table
        self._plan = plan
        self._extra_names = extra_names
        self._statuses = StatusReader(plan)
        self._details = DetailReader(plan)
        self._out = Gathered(has_status=self._statuses.told)
        # a column that the list lacks reads the empty cell that is put behind each row
        at = {f: plan.at.get(f, plan.width) for f in (*_PICKED, *_EXTRA_PICKED, "product", "variation")}
        self._pick = itemgetter(*(at[f] for f in _PICKED))
        self._pick_extra = itemgetter(*(at[f] for f in _EXTRA_PICKED))
        self._pick_name = itemgetter(at["given"], at["family"], at["name"])
        self._pick_product = itemgetter(at["product"], at["variation"])
        self._varied = "variation" in plan.at and at["category"] == at["product"]
        self._damaged: list[int] = []

    def gather(self) -> Gathered:
        """Everything in the rows.

        Raises:
            UserError: a row is too long to be one.
        """
        out, plan, file = self._out, self._plan, self._table.file
        width, cleaners = plan.width, plan.cleaners()
        extra_of, person_of = self._extra, self._person
        may_have_extras = "addon_to" in plan.at or (bool(self._extra_names) and "product" in plan.at)
        for row, raw in self._table.after(plan.index):
            joined = SEAM.join(raw)
            if len(joined) > CELL_CHARACTERS or len(raw) > COLUMNS:
                check_row(file, row, raw)
            cells = raw[:] if is_tidy(joined) else clean_row(raw, cleaners)
            if len(cells) != width and not self._fitted(row, raw, cells):
                continue
            cells.append("")
            if not any(cells):
                continue
            out.rows += 1
            if not (may_have_extras and extra_of(row, cells)):
                person_of(row, raw, cells)
        self._finish()
        return out

    def _fitted(self, row: int, raw: list[str], cells: list[str]) -> bool:
        """Make the row as wide as the header; False when it was set aside."""
        width = self._plan.width
        if len(cells) < width:
            cells.extend([""] * (width - len(cells)))
            return True
        surplus = [(i, cell) for i, cell in enumerate(cells[width:], width) if cell]
        del cells[width:]
        if surplus and self._table.sheet is None:
            self._out.rows += 1
            reason = say(
                "The row has {cells} cells, the header only {width}: a delimiter inside a cell without quotation "
                "marks? The first cell too many holds “{first}”.",
                cells=surplus[-1][0] + 1,
                width=width,
                first=surplus[0][1][:40],
            )
            self._out.rejected.append(RejectedRow(row, reason, tuple(raw)))
            return False
        # in a sheet somebody wrote beside the table, under no header
        self._details.beside = {f"Column {column_letters(i)}": cell for i, cell in surplus}
        return True

    def _product(self, cells: list[str]) -> str:
        product, variation = self._pick_product(cells)
        return f"{product} – {variation}" if variation else str(product)

    def _extra(self, row: int, cells: list[str]) -> bool:
        product = self._product(cells)
        code, order, parent, email, word, paid = self._pick_extra(cells)
        if not parent and not self._extra_names.match(product):
            return False
        status = self._statuses.of(word, paid, row)
        name = self._name(*self._pick_name(cells))[2]
        valid = status not in _VOID and not self._details.is_blocked(cells)
        self._out.extras.append(ExtraRow(row, product, code, order, parent, email, name, valid))
        return True

    def _name(self, given: str, family: str, name: str) -> tuple[str, str, str]:
        """Given name, family name and the whole name. A lone dash is how Indico writes that somebody has one name."""
        if given in _NOBODY:
            given = ""
        if family in _NOBODY:
            family = ""
        if name:
            if name[-2:] == " -":
                name = name[:-2].rstrip()
            if self._plan.family_first and name.count(",") == 1 and not (given or family):
                family, given = (part.strip() for part in name.split(","))
                name = ""
        if not name or name in _NOBODY:
            name = f"{given} {family}" if given and family else given or family
        return given, family, name

    def _person(self, row: int, raw: list[str], cells: list[str]) -> None:
        (
            given, family, name, email, phone, organisation, city, country, category, word, paid,
            code, order, position, source_id, diet, access,
        ) = self._pick(cells)  # fmt: skip
        given, family, name = self._name(given, family, name)
        if not name or (not email and len(name) < 14 and fold(name) in _TOTALS):
            self._reject(row, raw, name)
            return
        if email == "anonymous":
            # what Microsoft Forms writes for people who did not log in
            email = ""
        if self._varied:
            category = self._product(cells)
        if code[-2:] == ".0" or source_id[-2:] == ".0" or "E+" in code:
            code, source_id = self._whole(code, row), self._whole(source_id, row)
        status = self._statuses.of(word, paid, row)
        keys = keys_of(source_id, code, order, position, category, email, name, organisation)
        person = ListedPerson(
            row, keys[0], given, family, name, email, phone, organisation, city, country, category, status,
            code, order, source_id, False, None, None, diet, access, "",
            {label: cells[i] for label, i in self._plan.others if cells[i]}, (), (), tuple(keys[1:]),
        )  # fmt: skip
        details, out = self._details, self._out
        guests = details.fill(person, cells) if details.needed or details.beside else ()
        if out.register.add(person):
            if position and order:
                out.positions[order, position] = person
            for guest in guests:
                guest.guest_of = person.key
                out.rows += 1
                out.register.add(guest)

    def _whole(self, code: str, row: int) -> str:
        """A numeric code without the “.0” a spreadsheet gave it; one that lost digits is told."""
        number = code[:-2]
        if code[-2:] == ".0" and number.isdigit():
            return number
        if "E+" in code and code.replace("E+", "").replace(".", "").replace(",", "").isdigit():
            self._damaged.append(row)
        return code

    def _reject(self, row: int, raw: list[str], name: str) -> None:
        reason = say("The row is a total, no person.") if name else say("The row has no name.")
        self._out.rejected.append(RejectedRow(row, reason, tuple(raw)))

    def _finish(self) -> None:
        out = self._out
        changed = self._statuses.finish()
        if changed:
            for person in out.register.people:
                person.status = changed.get(person.row, person.status)
        out.register.settle()
        told = [ListWarning(text, row) for text, row in (*self._statuses.warnings, *self._details.warnings)]
        if self._damaged:
            rows = ", ".join(map(str, self._damaged[:10])) + (" …" if len(self._damaged) > 10 else "")
            text = say("A spreadsheet has rounded the codes of {n} rows ({rows}).", n=len(self._damaged), rows=rows)
            told.append(ListWarning(text))
        out.warnings = told
