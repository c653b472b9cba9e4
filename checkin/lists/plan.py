"""Decides what each column of a table means, once, before its rows are read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.domain.errors import UserError
from checkin.domain.names import fold
from checkin.domain.translation import say
from checkin.lists.cleaning import Cleaner, clean_line, clean_lines
from checkin.lists.headers import FIELDS, QUESTIONS, header_key, is_flag, is_known_header, is_needless
from checkin.lists.limits import check_row
from checkin.lists.table import Row, Table, column_letters
from checkin.lists.words import is_no, is_yes

_WAITING_FILE = re.compile(
    r"(waiting ?list|waitlist|warteliste|liste d ?attente|lista de espera|lista d ?attesa|wachtlijst)"
)
_WHOLE_OR_FAMILY = {"name", "nom", "naam"}
_WHOLE_OR_GIVEN = {"nome", "nombre"}
_MANY_LINES = {"guests", "sessions", "visits", "notes"}
REASON = "reason"
"""The last column of a file of rows that were set aside; it is no part of the list."""


@dataclass(slots=True)
class Options:
    """A multiple choice that stands in one Yes/No column per option. `field` is sessions, visits or ""."""

    field: str
    label: str
    choices: list[tuple[str, int]]


@dataclass(slots=True)
class Plan:
    """What the columns of one table mean.

    Attributes:
        index: where the header stands in the table's head; header_row: as a spreadsheet counts.
        labels: the headers, each once: a repeated one with its count, an empty one by its column's letters.
        at: our field -> column; width: number of columns.
        others: columns that become `fields`; flags: those of them whose “No” says nothing.
        left_out: headers of columns that no desk needs.
        family_first: the name's cells read “Family, Given”.
        utc: times of validity are UTC without saying so (pretix's check-in lists); else they are the event's.
    """

    index: int
    header_row: int
    header: tuple[str, ...]
    labels: tuple[str, ...]
    width: int
    at: dict[str, int] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    signature: str = ""
    pretix: bool = False
    waiting: bool = False
    utc: bool = False
    family_first: bool = False
    others: list[tuple[str, int]] = field(default_factory=list)
    flags: list[tuple[str, int]] = field(default_factory=list)
    options: list[Options] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def cleaners(self) -> list[Cleaner]:
        """How each column's cells are cleaned: one line, but for free text several."""
        several = {i for _, i in self.others} | {self.at[f] for f in _MANY_LINES if f in self.at}
        return [clean_lines if i in several else clean_line for i in range(self.width)]


def make_plan(table: Table, mapping: Mapping[str, str]) -> Plan:
    """The plan for a table.

    Raises:
        UserError: `mapping` names a field or a header that there is not, or the table has no cells or too many.
    """
    index = _header_index(table, mapping)
    number, cells = table.head[index]
    check_row(table.file, number, cells)
    header = tuple(clean_line(c) for c in cells)
    plan = Plan(index, number, header, labels_of(header), len(header))
    keys = [header_key(h) for h in header]
    sample = [row for _, row in table.head[index + 1 :]]
    given = _apply_mapping(plan, keys, mapping, table.file)
    plan.pretix = _is_pretix(keys)
    _apply_synonyms(plan, keys, given)
    _settle_names(plan, keys, sample, given)
    plan.waiting = "order" not in plan.at and _is_waiting_list(table.file, keys)
    plan.utc = plan.pretix and "position" not in plan.at
    _apply_questions(plan, keys, given)
    _place_others(plan, keys, sample)
    if "product" in plan.at and "category" not in plan.at and "category" not in given:
        plan.at["category"] = plan.at["product"]
    elif "category" in plan.at and "product" not in plan.at:
        plan.at["product"] = plan.at["category"]
    plan.mapping = {f: header[i] or plan.labels[i] for f, i in plan.at.items()}
    names = sorted(k for k in keys if k and k != REASON)
    plan.signature = hashlib.sha256("\n".join(names).encode()).hexdigest()
    return plan


def _header_index(table: Table, mapping: Mapping[str, str]) -> int:
    wanted = {header_key(h) for h in mapping.values() if h}
    best, most = -1, 0
    for index, (_, cells) in enumerate(table.head[:40]):
        keys = [header_key(c) for c in cells if c and len(c) < 200]
        score = sum(map(is_known_header, cells)) + 3 * sum(k in wanted for k in keys)
        if score > most:
            best, most = index, score
    if best >= 0:
        return best
    return _widest(table.head, table.file)


def _widest(head: list[Row], file: str) -> int:
    filled = [(sum(bool(c.strip()) for c in cells), -index) for index, (_, cells) in enumerate(head[:40])]
    if not filled or not max(filled)[0]:
        raise UserError(say("{file} is empty.", file=file), say("Export the list again."))
    return -max(filled)[1]


def labels_of(header: tuple[str, ...]) -> tuple[str, ...]:
    """Each header once: a repeated one with its count, an empty one by its column's letters."""
    labels: list[str] = []
    seen: Counter[str] = Counter()
    for index, name in enumerate(header):
        label = name or f"Column {column_letters(index)}"
        seen[label] += 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(labels)


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


def _apply_synonyms(plan: Plan, keys: list[str], given: set[str]) -> None:
    taken = set(plan.at.values())
    for name, synonyms in FIELDS.items():
        if name in given or (plan.pretix and name in ("sessions", "visits")):
            # pretix joins the options of a question by commas and options hold commas: not to be taken apart
            continue
        for synonym in synonyms:
            index = next((i for i, k in enumerate(keys) if k == synonym and i not in taken), None)
            if index is not None:
                plan.at[name] = index
                taken.add(index)
                break
    if "addon_to" in plan.at and "position" not in plan.at and "position" in keys:
        plan.at["position"] = keys.index("position")


def _settle_names(plan: Plan, keys: list[str], sample: list[list[str]], given: set[str]) -> None:
    """“Vorname, Name”: the name is the family's. “Nome, Cognome”: it is the given one. One cell: “Family, Given”?"""
    at = plan.at
    if "name" not in at:
        return
    values = [row[at["name"]].strip() for row in sample if len(row) > at["name"] and row[at["name"]].strip()]
    if "name" not in given:
        key = keys[at["name"]]
        if "given" in at and "family" not in at and key in _WHOLE_OR_FAMILY:
            firsts = [row[at["given"]].strip() for row in sample if len(row) > max(at["name"], at["given"])]
            whole = sum(bool(f) and f in v for f, v in zip(firsts, values, strict=False))
            if whole * 2 < len(values):
                at["family"] = at.pop("name")
                return
        elif "family" in at and "given" not in at and key in _WHOLE_OR_GIVEN:
            at["given"] = at.pop("name")
            return
    commas = sum(v.count(",") == 1 for v in values)
    plan.family_first = "family" not in at and commas >= 2 and commas >= 0.8 * len(values)


def _apply_questions(plan: Plan, keys: list[str], given: set[str]) -> None:
    taken = set(plan.at.values())
    for name, pattern in QUESTIONS.items():
        if name in plan.at or name in given:
            continue
        for index, key in enumerate(keys):
            if index not in taken and pattern.search(key):
                plan.at[name] = index
                taken.add(index)
                break


def _place_others(plan: Plan, keys: list[str], sample: list[list[str]]) -> None:
    taken = {i for f, i in plan.at.items() if f != "notes"}
    plan.options = _option_groups(plan, sample, taken)
    taken |= {i for group in plan.options for _, i in group.choices}
    for index, key in enumerate(keys):
        if index in taken or (key == REASON and index == plan.width - 1):
            continue
        if is_needless(key):
            plan.left_out.append(plan.labels[index])
        else:
            (plan.flags if is_flag(key) else plan.others).append((plan.labels[index], index))


def _option_groups(plan: Plan, sample: list[list[str]], taken: set[int]) -> list[Options]:
    groups: dict[str, list[tuple[str, int]]] = {}
    for index, header in enumerate(plan.header):
        label, dash, option = header.partition(" – ")
        if dash and index not in taken:
            groups.setdefault(label, []).append((option, index))
    found: list[Options] = []
    for label, choices in groups.items():
        answers = {row[i].strip() for row in sample for _, i in choices if i < len(row)} - {""}
        if len(choices) > 1 and answers and all(is_yes(a) or is_no(a) for a in answers):
            key = header_key(label)
            about = next((f for f in ("sessions", "visits") if key in FIELDS[f]), "")
            found.append(Options(about, label, choices))
    return found
