"""Settles which columns hold the parts of a name, and how one column holds a whole one."""

from __future__ import annotations

from collections.abc import Sequence

from checkin.domain.listing import Sureness
from checkin.domain.translation import mark, say
from checkin.lists import name_forms
from checkin.lists.contents import ENOUGH, is_email, is_name, is_name_word, named_email, share, speaks_of, values_of
from checkin.lists.headers import field_of, is_needless
from checkin.lists.plan import Look, Plan

_WHOLE_OR_FAMILY = {"name", "nom", "naam", "names"}
_WHOLE_OR_GIVEN = {"nome", "nombre"}
_PARTS = {"given", "family", "name"}
_OF_GUESTS = {"guest name"}
_ORDERED = """name vorname|nachname vorname|name und vorname|nachname und vorname|last name first name
surname first name|family name given name|surname and first name|apellidos y nombre|apellidos y nombres
apellidos nombre|cognome e nome|cognome nome|nazwisko i imie|nazwisko imie"""
_FAMILY_FIRST = {header for line in _ORDERED.splitlines() for header in line.split("|")}
_LOOKS = mark("Its cells look like names of people.")
_IN_EMAIL = mark("Its cells stand in the e-mail addresses.")
_MAIL_NAME = mark("Its cells are names with e-mail addresses.")
_ONLY_EMAIL = mark("Its cells are e-mail addresses, and names are made of them.")
_FORMS = {
    name_forms.COMMA: mark("Its cells read “Family, Given”."),
    name_forms.FAMILY_CAPITALS: mark("The family name stands in capitals."),
    name_forms.FAMILY_FIRST: mark("The header says that the family name comes first."),
}


def leave_to_guests(plan: Plan, look: Look) -> None:
    """“Guest name” beside a name: the name of a guest."""
    at = plan.at
    if "name" not in at or "name" in look.given or "guests" in at:
        return
    if look.keys[at["name"]] in _OF_GUESTS and ("given" in at or "family" in at):
        at["guests"] = at.pop("name")


def settle(plan: Plan, look: Look) -> None:
    """“Vorname, Name”: the name is the family's. “Nome, Cognome”: it is the given one."""
    at = plan.at
    if "name" not in at or "name" in look.given:
        return
    key = look.keys[at["name"]]
    if "given" in at and "family" not in at and key in _WHOLE_OR_FAMILY:
        if _are_apart(look, at["given"], at["name"]) and not _are_whole(look, at["name"]):
            at["family"] = at.pop("name")
    elif (
        "family" in at and "given" not in at and (key in _WHOLE_OR_GIVEN or _are_apart(look, at["family"], at["name"]))
    ):
        at["given"] = at.pop("name")


def _are_apart(look: Look, part: int, whole: int) -> bool:
    """Whether most cells of a column of names do not hold the part of the name beside them: “Name” and “Surname”."""
    pairs = [(row[part], row[whole]) for row in look.rows if len(row) > max(part, whole)]
    pairs = [(one, name) for one, name in pairs if one and name]
    return sum(one in name for one, name in pairs) * 2 < len(pairs)


def _are_whole(look: Look, index: int) -> bool:
    values = values_of(look.rows, index)
    return len(values) >= 5 and share(values, is_name) >= 0.95


def find_forms(plan: Plan, look: Look) -> None:
    """Columns of names that only their cells tell; how one column holds a whole name; which ones are in capitals."""
    if not _PARTS & plan.at.keys() and not _PARTS & look.given:
        _find_names(plan, look)
    index = plan.at.get("name", -1)
    if index >= 0 and "family" not in plan.at:
        values = values_of(look.rows, index)
        plan.name_form = _form(values, look.keys[index] if plan.header_row else "")
        if plan.name_form in _FORMS and index not in plan.chosen:
            plan.chosen[index] = (Sureness.LOOK, say(_FORMS[plan.name_form]))
    elif any(map(name_forms.has_particle_behind, values_of(look.rows, plan.at.get("family", plan.width)))):
        plan.name_form = name_forms.BEHIND
    for name in ("given", "family", "name"):
        if name in plan.at and name_forms.are_capitals(values_of(look.rows, plan.at[name])):
            plan.capitals.add(name)


def _form(values: Sequence[str], key: str) -> str:
    """How a column holds whole names, "" when they read as they are called."""
    if sum(v.count(",") == 1 for v in values) >= max(2, 0.8 * len(values)):
        return name_forms.COMMA
    if share(values, lambda v: named_email(v) is not None) >= 0.5:
        return name_forms.WITH_EMAIL
    several = [v for v in values if " " in v]
    if len(several) >= 3 and share(several, name_forms.has_family_capitals) >= 0.8:
        return name_forms.FAMILY_CAPITALS
    return name_forms.FAMILY_FIRST if key in _FAMILY_FIRST else ""


def _find_names(plan: Plan, look: Look) -> None:
    """The names of a list whose headers do not tell them (or that has none)."""
    free = [
        i for i, key in enumerate(look.keys)
        if i not in plan.at.values() and not is_needless(key) and not field_of(key)
    ]  # fmt: skip
    columns = {i: values_of(look.rows, i) for i in free}
    named = [i for i, v in columns.items() if share(v, lambda c: named_email(c) is not None) >= 0.5]
    if named:
        _choose(plan, "name", named[0], say(_MAIL_NAME))
        return
    whole = [i for i, v in columns.items() if v and share(v, is_name) >= ENOUGH]
    if "email" in plan.at:
        parts = _parts_in_email(plan, look, free)
        if parts:
            for name, index in zip(("name",) if len(parts) == 1 else ("given", "family"), parts, strict=False):
                _choose(plan, name, index, say(_IN_EMAIL))
            return
    # where two columns look like names, nobody knows which is the organisation
    if len(whole) == 1 or (whole and not plan.header_row):
        _choose(plan, "name", whole[0], say(_LOOKS))
    elif "email" in plan.at and not any(share(v, is_name_word) >= 0.5 for v in columns.values()):
        plan.names_of_emails = True
        plan.chosen.setdefault(plan.at["email"], (Sureness.LOOK, say(_ONLY_EMAIL)))


def _choose(plan: Plan, name: str, index: int, why: str) -> None:
    plan.at[name] = index
    plan.chosen[index] = (Sureness.GUESS, why)


def _parts_in_email(plan: Plan, look: Look, free: Sequence[int]) -> list[int]:
    """One or two columns whose words stand in the e-mail addresses of their rows."""
    email = plan.at["email"]
    found: list[tuple[float, int]] = []
    for index in free:
        rows = [row for row in look.rows if len(row) > max(index, email) and row[index] and is_email(row[email])]
        hits = sum(speaks_of(row[email], row[index]) and is_name_word(row[index]) for row in rows)
        if rows and hits >= 0.5 * len(rows):
            found.append((hits / len(rows), index))
    return sorted(index for _, index in sorted(found, reverse=True)[:2])
