"""Reads the name of a person out of the columns of a row, as the plan of the list says."""

from __future__ import annotations

from collections.abc import Sequence

from checkin.domain.listing import ListedPerson
from checkin.domain.translation import mark, say
from checkin.lists import name_forms
from checkin.lists.plan import Plan

_NOBODY = {"-", "–", "—", ".", "?", "n/a", "N/A"}
_FROM_EMAIL = mark(
    "The list has no names: they were made of the e-mail addresses (“{email}” is “{name}”). Look at them."
)
_CASED = mark(
    "Names stood in capitals throughout; they were turned to name case (“{before}” is “{after}”). Look at them."
)
_FAMILY = mark("Family names stood in capitals; they were turned to name case (“{before}” is “{after}”). Look at them.")


def plain_name(given: str, family: str, name: str) -> tuple[str, str, str]:
    """Given name, family name and the whole name. A lone dash is how Indico writes that somebody has one name."""
    if given in _NOBODY:
        given = ""
    if family in _NOBODY:
        family = ""
    if name and name[-2:] == " -":
        name = name[:-2].rstrip()
    if not name or name in _NOBODY:
        name = f"{given} {family}" if given and family else given or family
    return given, family, name


class NameReader:
    """Names that are not written plainly: whole ones in one column, with particles apart, made of addresses.

    Attributes:
        needed: whether names of this list are to be read so; else `plain_name` does.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._form = plan.name_form
        self._particle = plan.at.get("particle", -1)
        self._from_email = plan.names_of_emails
        self._example: tuple[str, str] = ("", "")
        # a whole name beside one part of it tells the other
        self._one_part = "name" in plan.at and ("given" in plan.at) != ("family" in plan.at)
        self.needed = bool(self._form or self._particle >= 0 or self._from_email or self._one_part)

    def of(self, given: str, family: str, name: str, email: str, cells: Sequence[str]) -> tuple[str, str, str, str]:
        """Given name, family name, the whole name and the e-mail address."""
        before = name
        if self._form == name_forms.WITH_EMAIL and "@" in name:
            found, address = name_forms.with_email(name)
            email = email or address or name
            name = found if address else ""
            name = name or name_forms.name_of_email(email)
            parts = name_forms.parted(name_forms.COMMA, name)
            if parts and not (given or family):
                given, family = parts
                name = ""
        elif self._form == name_forms.BEHIND:
            given, family = name_forms.joined_particle(given, family)
        elif self._form and name and not (given or family):
            parts = name_forms.parted(self._form, name)
            if parts:
                given, family = parts
                name = ""
        if self._particle >= 0 and cells[self._particle] and family:
            family = f"{cells[self._particle]} {family}"
        if self._from_email and email:
            name = name_forms.name_of_email(email)
            before = email
        given, family, name = plain_name(given, family, name)
        if self._one_part and given and name.startswith(given + " "):
            family = name[len(given) + 1 :]
        elif self._one_part and family and name.endswith(" " + family):
            given = name[: -len(family) - 1]
        if name and before != name and not self._example[0]:
            self._example = (before, name)
        return given, family, name, email

    def finish(self, people: Sequence[ListedPerson]) -> list[str]:
        """Turn capitals to name case where all names of a column stand in them; what is to be told."""
        told = []
        if self._from_email and self._example[0]:
            told.append(say(_FROM_EMAIL, email=self._example[0], name=self._example[1]))
        if self._form == name_forms.FAMILY_CAPITALS and self._example[0]:
            told.append(say(_FAMILY, before=self._example[0], after=self._example[1]))
        listed = [p for p in people if not p.guest_of]
        if self._plan.capitals and listed:
            told += self._cased(listed)
        return told

    def _cased(self, people: Sequence[ListedPerson]) -> list[str]:
        fields = {"given", "family"} if self._form == name_forms.COMMA else self._plan.capitals
        capitals = {
            f for f in fields if all((text := getattr(p, f)).isupper() or text.upper() == text.lower() for p in people)
        }
        if "name" in capitals or (self._form == name_forms.COMMA and len(capitals) == 2):
            capitals.add("name")
        example = ("", "")
        for person in people if capitals else ():
            before = person.name
            whole = bool(person.given and person.family) and person.name == f"{person.given} {person.family}"
            for field in sorted(capitals - {"name"}):
                setattr(person, field, name_forms.name_case(getattr(person, field)))
            if whole:
                person.name = f"{person.given} {person.family}"
            elif "name" in capitals or before in (person.given.upper(), person.family.upper()):
                person.name = name_forms.name_case(before)
            if before != person.name and not example[0]:
                example = (before, person.name)
        return [say(_CASED, before=example[0], after=example[1])] if example[0] else []
