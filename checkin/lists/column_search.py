"""Finds the columns of our fields: by their headers, by questions, and by what their cells hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checkin.domain.listing import Sureness
from checkin.domain.names import fold
from checkin.domain.translation import mark, say
from checkin.lists.contents import (
    ENOUGH,
    are_codes,
    are_countries,
    is_answer,
    is_email,
    is_name,
    is_name_word,
    is_phone,
    named_email,
    share,
    values_of,
)
from checkin.lists.headers import AMBIGUOUS, FIELDS, GROUP, WEAK, field_of, is_needless, nearly
from checkin.lists.plan import Look, Plan
from checkin.lists.questions import ALWAYS, fields_asked
from checkin.lists.words import STATUS_WORDS

_NEARLY = mark("The header nearly says so.")
_MOSTLY = mark("The header mostly means this.")
_ASKED = mark("The question asks for it.")
_HOLDS = {
    "email": mark("Its cells are e-mail addresses."),
    "phone": mark("Its cells are phone numbers."),
    "country": mark("Its cells are countries."),
    "ticket_code": mark("Its cells are codes, each once."),
    "name": mark("Its cells look like names of people."),
}
_DISAGREES = {
    "email": mark("The header says so, but hardly any cell is an e-mail address."),
    "phone": mark("The header says so, but hardly any cell is a phone number."),
}
_NOT_OURS = re.compile(
    r"\b(emergency|notfall|urgence|emergencia|emergenza|billing|invoice|buyer|office|fax|parent|rechnung\w*|payment|order"
    r"|facture|factura|fattura|language|sprache|langue|idioma|lingua|taal|jezyk|flight|flug\w*|vol|vuelo|volo|train|zug"
    r"|plate|kennzeichen|member\w*|mitglied\w*|student|matrikel\w*|orcid|id card|ausweis|serial|po number"
    r"|partner\w*|spouse|assistant\w*|assistent\w*|manager|supervisor|vorgesetzt\w*|referee|secretary)\b"
)
_OF_GUEST = re.compile(
    r"^(guest|guests|gast|gaste|companion|accompan\w*|plus one|begleit\w*|accompagn\w*|invite|acompan\w*|invitado"
    r"|ospite|convidado|introduce\w*|gosc\w*|osob\w* towarzysz\w*)\b"
)
"""Begins headers of what a guest has, where the list has a column for guests."""
_GUESSED = ("email", "phone", "country", "ticket_code")


def by_headers(plan: Plan, look: Look) -> None:
    """Columns whose header is known."""
    taken = set(plan.at.values())
    for name, synonyms in FIELDS.items():
        if _is_closed(plan, look, name):
            continue
        for synonym in synonyms:
            index = next((i for i, k in enumerate(look.keys) if k == synonym and i not in taken), None)
            if index is not None and _holds_status(look, synonym, index):
                plan.at[name] = index
                taken.add(index)
                if synonym in WEAK:
                    plan.chosen[index] = (Sureness.LOOK, say(_MOSTLY))
                break
    if "addon_to" in plan.at and "position" not in plan.at and "position" in look.keys:
        plan.at["position"] = look.keys.index("position")


def by_near_headers(plan: Plan, look: Look) -> None:
    """Columns whose header is known but for words around it."""
    taken = set(plan.at.values())
    labels = Counter(header.partition(GROUP)[0] for header in plan.header if GROUP in header)
    for index, header in enumerate(plan.header):
        if index in taken or is_needless(look.keys[index]) or labels[header.partition(GROUP)[0]] > 1:
            # several options of one choice are told apart later
            continue
        if _is_of_guest(plan, look.keys[index]):
            continue
        key = nearly(header)
        name = field_of(key)
        if name == "source_id" and share(values_of(look.rows, index), is_email) >= 0.3:
            # “Participant ID (UPN)” of Teams is the address again
            continue
        if name == "name" and {"given", "family"} <= plan.at.keys():
            continue
        if name and _is_free(plan, look, name) and not _is_closed(plan, look, name) and _holds_status(look, key, index):
            _take(plan, name, index, Sureness.LOOK, say(_NEARLY))
            taken.add(index)


def _is_of_guest(plan: Plan, key: str) -> bool:
    return "guests" in plan.at and bool(_OF_GUEST.search(key))


def _take(plan: Plan, name: str, index: int, sureness: Sureness, why: str) -> None:
    """Let a column hold a field; one that was empty and held it before is left out."""
    if name in plan.at:
        plan.left_out.append((plan.labels[plan.at[name]], plan.at[name]))
    plan.at[name] = index
    plan.chosen[index] = (sureness, why)


def _is_closed(plan: Plan, look: Look, name: str) -> bool:
    # pretix joins the options of a question by commas and options hold commas: not to be taken apart
    return name in look.given or (plan.pretix and name in ("sessions", "visits", "quantity"))


def _is_free(plan: Plan, look: Look, name: str) -> bool:
    """Whether no column holds a field yet, or only one that is empty: Microsoft Forms has columns for the name and the
    address of people who logged in, and nobody did.
    """
    if name not in plan.at:
        return True
    values = values_of(look.rows, plan.at[name])
    return name in ("email", "name") and bool(look.rows) and all(v.casefold() == "anonymous" for v in values)


def _holds_status(look: Look, key: str, index: int) -> bool:
    """Whether the cells under a header with several meanings are words about status."""
    if key not in AMBIGUOUS:
        return True
    values = values_of(look.rows, index)
    return share(values, lambda v: fold(v) in STATUS_WORDS or is_answer(v)) >= 0.5


def by_questions(plan: Plan, look: Look) -> None:
    """Columns whose header is a question, for fields that no column is known to hold."""
    taken = set(plan.at.values())
    for name, pattern in ALWAYS.items():
        if name in plan.at or name in look.given:
            continue
        index = next((i for i, k in enumerate(look.keys) if i not in taken and pattern.search(k)), None)
        if index is not None:
            plan.at[name] = index
            taken.add(index)
            plan.chosen[index] = (Sureness.LOOK, say(_ASKED))
    if plan.pretix:
        return
    for index, header in enumerate(plan.header):
        if index in taken:
            continue
        values = values_of(look.rows, index)
        for name in fields_asked(header, look.keys[index]):
            if name not in look.given and _is_free(plan, look, name) and _agrees(name, values, plan):
                _take(plan, name, index, Sureness.LOOK, say(_ASKED))
                break


def _agrees(name: str, values: Sequence[str], plan: Plan) -> bool:
    """Whether the cells are answers to a question for this field."""
    if not values:
        return False
    answers = share(values, is_answer)
    if name == "email":
        return share(values, is_email) >= 0.5
    if name == "phone":
        return share(values, lambda v: sum(c.isdigit() for c in v) >= 6) >= 0.5
    if name == "country":
        return are_countries(values) or share(values, lambda v: len(v) < 40) >= ENOUGH > answers
    if name in ("given", "family", "name"):
        others = {"given", "family"} if name == "name" else {"name"}
        return not others & plan.at.keys() and share(values, is_name_word) >= 0.6 and answers < 0.3
    if name == "status":
        return share(values, lambda v: fold(v) in STATUS_WORDS or is_answer(v)) >= 0.5
    if name == "guests":
        return share(values, lambda v: is_answer(v) or v.lstrip("+ ").isdigit() or is_name(v)) >= ENOUGH
    # organisation, city, sessions, visits: anything but a bare yes or no
    return answers < 0.5


def by_contents(plan: Plan, look: Look) -> None:
    """Columns that only their cells tell; and columns whose cells disagree with their header."""
    _name_that_is_email(plan, look)
    for name in _GUESSED:
        taken = set(plan.at.values())
        if not _is_free(plan, look, name) or name in look.given or (name == "ticket_code" and "source_id" in plan.at):
            continue
        for index, key in enumerate(look.keys):
            # “Adresse elektronisch” is no postal address
            needless = is_needless(key) and name != "email"
            if index in taken or needless or _NOT_OURS.search(key) or field_of(key) or _is_of_guest(plan, key):
                continue
            if _holds(name, values_of(look.rows, index)):
                _take(plan, name, index, Sureness.GUESS, say(_HOLDS[name]))
                break
    for name, told in _DISAGREES.items():
        index = plan.at.get(name, -1)
        values = values_of(look.rows, index) if index >= 0 and name not in look.given else []
        fits = share(values, lambda v: "@" in v if name == "email" else sum(c.isdigit() for c in v) > 4)  # noqa: B023
        if len(values) >= 3 and fits < 0.3:
            plan.chosen[index] = (Sureness.LOOK, say(told))


def _holds(name: str, values: Sequence[str]) -> bool:
    if name == "email":
        return share(values, is_email) >= ENOUGH
    if name == "phone":
        return share(values, is_phone) >= ENOUGH
    if name == "country":
        return are_countries(values)
    return are_codes(values)


def _name_that_is_email(plan: Plan, look: Look) -> None:
    """A column “Participants” that holds nothing but addresses, or names with addresses."""
    index = plan.at.get("name", -1)
    if index < 0 or "name" in look.given or "email" in plan.at or "email" in look.given:
        return
    values = values_of(look.rows, index)
    if share(values, is_email) >= 0.8 and share(values, lambda v: named_email(v) is not None) < 0.1:
        plan.at["email"] = plan.at.pop("name")
        plan.chosen[index] = (Sureness.LOOK, say(_HOLDS["email"]))
