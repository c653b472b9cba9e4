"""Decides what each column of a table means, once, before its rows are read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from checkin.domain.errors import UserError
from checkin.domain.listing import LEFT_OUT, Sureness
from checkin.domain.names import fold
from checkin.domain.translation import say
from checkin.lists import booking_columns, column_search, name_columns
from checkin.lists.cleaning import clean_line
from checkin.lists.dates import is_day_first_header
from checkin.lists.header_row import find_header
from checkin.lists.headers import FIELDS, header_key, is_flag, is_needless
from checkin.lists.limits import check_row
from checkin.lists.plan import REASON, Look, Plan, labels_of, named
from checkin.lists.questions import asks_to_refuse
from checkin.lists.rejected import tells_reasons
from checkin.lists.table import Table

_HELD = "\0held "
"""Begins what a column is called for the time in which no field may take it."""
_WAITING_FILE = re.compile(
    r"(waiting ?list|waitlist|warteliste|liste d ?attente|lista de espera|lista d ?attesa|wachtlijst|lista rezerwowa)"
)


def make_plan(table: Table, mapping: Mapping[str, str], columns: Mapping[str, str] | None = None) -> Plan:
    """The plan for a table; `mapping` and `columns` as in `ReadOptions`.

    Raises:
        UserError: `mapping` names a field or a header that there is not, or the table has no cells or too many.
    """
    head = find_header(table, {header_key(h) for h in mapping.values() if h})
    check_row(table.file, head.number, head.cells)
    rows = [list(map(clean_line, cells)) for _, cells in table.head[head.index + 1 :]]
    header = tuple(map(clean_line, head.cells))
    width = len(header) if head.number else max(map(len, rows), default=0)
    plan = Plan(head.index, head.number, header, labels_of(header or ("",) * width), width)
    keys = [header_key(h) for h in header] if head.number else [""] * width
    look = Look(keys, rows, _apply_mapping(plan, keys, mapping, table.file))
    _hold(plan, keys, columns or {})
    plan.pretix = _is_pretix(keys)
    column_search.by_headers(plan, look)
    name_columns.leave_to_guests(plan, look)
    column_search.by_near_headers(plan, look)
    name_columns.settle(plan, look)
    plan.waiting = "order" not in plan.at and _is_waiting_list(table.file, keys)
    plan.utc = plan.pretix and "position" not in plan.at
    column_search.by_questions(plan, look)
    column_search.by_contents(plan, look)
    name_columns.find_forms(plan, look)
    booking_columns.find(plan, look)
    plan.refused = "photo" in plan.at and asks_to_refuse(plan.header[plan.at["photo"]] if header else "")
    plan.day_first = True if any(map(is_day_first_header, keys)) else None
    _place_others(plan, look, _let_go(plan, columns or {}))
    if "product" in plan.at and "category" not in plan.at and "category" not in look.given:
        plan.at["category"] = plan.at["product"]
    elif "category" in plan.at and "product" not in plan.at:
        plan.at["product"] = plan.at["category"]
    plan.mapping = {f: (header[i] if i < len(header) else "") or plan.labels[i] for f, i in plan.at.items()}
    plan.signature = _signature(plan)
    return plan


def _signature(plan: Plan) -> str:
    """What tells lists of the same columns: their headers in any order, else what the columns hold. Rows that were set
    aside are saved with the headers of `labels_of`: they make the same.
    """
    names = sorted(k for k in map(header_key, named(plan.labels)) if k != REASON or not plan.reason_last)
    if not names:
        width = plan.width - plan.reason_last
        names = ["no header", str(width), *sorted(f"{f} {i}" for f, i in plan.at.items())]
    return hashlib.sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()


def _apply_mapping(plan: Plan, keys: list[str], mapping: Mapping[str, str], file: str) -> set[str]:
    """Columns that the caller named; a field mapped to "" is not in the file. Returns the fields settled so."""
    for name, header in mapping.items():
        if name not in FIELDS:
            raise UserError(
                say("“{name}” is no field of ours.", name=name),
                say("Fields are {fields}.", fields=", ".join(sorted(FIELDS))),
            )
        if not header.strip():
            continue
        if header in plan.labels:
            plan.at[name] = plan.labels.index(header)
        elif header_key(header) in keys and header_key(header):
            plan.at[name] = keys.index(header_key(header))
        else:
            names = ", ".join(f"“{label}”" for label in plan.labels)
            raise UserError(
                say("{file} has no column “{header}”.", file=file, header=header),
                say("Its columns are {names}.", names=names),
            )
        plan.chosen[plan.at[name]] = (Sureness.YOURS, say("You said so."))
    return set(mapping)


def _is_pretix(keys: list[str]) -> bool:
    return bool({"order code", "bestellnummer"} & set(keys)) and any(
        k.startswith(("attendee name", "name teilnehmer in", "teilnehmer innenname")) for k in keys
    )


def _is_waiting_list(file: str, keys: list[str]) -> bool:
    told = {"priority", "prioritat", "priorite"} & set(keys) and any(
        k.startswith(("voucher", "gutschein")) for k in keys
    )
    return bool(told) or bool(_WAITING_FILE.search(fold(file)))


def _hold(plan: Plan, keys: list[str], columns: Mapping[str, str]) -> None:
    """Columns that the caller wants for no field of ours are taken before anything is looked for."""
    for header in columns:
        index = plan.labels.index(header) if header in plan.labels else -1
        if index < 0 and header_key(header) in keys and header_key(header):
            index = keys.index(header_key(header))
        if index >= 0 and index not in plan.at.values():
            plan.at[f"{_HELD}{header}"] = index
            plan.chosen[index] = (Sureness.YOURS, say("You said so."))


def _let_go(plan: Plan, columns: Mapping[str, str]) -> dict[int, str]:
    """Those columns, and what the caller wants with each."""
    held = {name: index for name, index in plan.at.items() if name.startswith(_HELD)}
    for name in held:
        del plan.at[name]
    return {index: columns[name.removeprefix(_HELD)] for name, index in held.items()}


def _place_others(plan: Plan, look: Look, wanted: Mapping[int, str]) -> None:
    taken = {i for f, i in plan.at.items() if f != "notes"} | {i for _, i in plan.more}
    taken |= {i for group in plan.options for _, i in group.choices} | {i for _, i in plan.left_out}
    for index, key in enumerate(look.keys):
        if index in taken:
            continue
        if key == REASON and index == plan.width - 1 and tells_reasons(look.rows, index):
            plan.reason_last = True
            continue
        if index in wanted:
            place = plan.left_out if wanted[index] == LEFT_OUT else plan.others
            place.append((plan.labels[index], index))
        elif is_needless(key):
            plan.left_out.append((plan.labels[index], index))
        else:
            (plan.flags if is_flag(key) else plan.others).append((plan.labels[index], index))
