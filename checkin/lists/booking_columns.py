"""Finds columns of sessions, site visits and guests beyond the first: choices, yes/no columns, numbered ones."""

from __future__ import annotations

import re

from checkin.domain.listing import Sureness
from checkin.domain.translation import mark, say
from checkin.lists.contents import is_answer, share, values_of
from checkin.lists.headers import FIELDS, GROUP, header_key
from checkin.lists.plan import Look, Options, Plan
from checkin.lists.questions import CHECKED, is_question

_MARKED = mark("Each cell says yes or no to what the header names.")
_ANOTHER = mark("The header names another choice of the same kind.")
_SESSION = (
    "sessions?|workshops?|ateliers?|sesiones?|sesion|taller(es)?|sessioni?e?|laboratori?o?|sessies?|sesj[ae]|warsztaty?"
)
_VISIT = (
    "site visits?|visits?|excursions?|tours?|field trips?|exkursion(en)?|ausflu(g|ge)|besichtigung(en)?"
    "|visites?|visitas?|visite guidate|visita guidata|escursion[ei]|excursies?|rondleiding(en)?|wycieczk[ai]"
)
_GUEST = (
    "guests?|guest names?|name of guest|plus ones?|companions?|accompanying persons?|begleitpersone?n?|gaste?"
    "|accompagnant|invites?|acompanantes?|invitados?|accompagnatore|ospite|acompanhantes?|introduces?|gosc"
    "|osoba towarzyszaca"
)
_WHICH = r"( (\d{1,2}|[a-h]|am|pm|morning|afternoon|evening|vormittag|nachmittag|matin|apres midi|manana|tarde|mattina"
_WHICH += r"|pomeriggio|manha|ochtend|middag|name"
_WHICH += r"|(day|tag|jour|dia|giorno|dag|dzien|slot|choice|wahl|choix|block) \d{1,2}))+"
NUMBERED = {
    "sessions": re.compile(rf"({_SESSION})({_WHICH})"),
    "visits": re.compile(rf"({_VISIT})({_WHICH})"),
    "guests": re.compile(rf"({_GUEST})({_WHICH})"),
}
_ASKS_WHICH = ("which", "select", "choose", "welche", "quel", "que", "qual")
_NAMED = re.compile(r"^\s*(?P<label>[^:–—\[\]()]{3,40}?)\s*(?:[:–—]\s*|\s-\s|[\[(]\s*)(?P<option>.+?)\s*[\])]?\s*$")
_TIMES = """timestamp|zeitstempel|horodateur|marca temporal|informazioni cronologiche|tijdstempel|carimbo de data hora
sygnatura czasowa"""
_GOOGLE = {word for line in _TIMES.splitlines() for word in line.split("|")}
"""The first column of a list that Google Forms made."""


def find(plan: Plan, look: Look) -> None:
    """The columns of bookings and guests that the plan has not got yet."""
    plan.commas = bool(_GOOGLE & set(look.keys[:1]))
    plan.options = _groups(plan, look)
    if plan.pretix:
        return
    _marked(plan, look)
    taken = set(plan.at.values()) | {i for group in plan.options for _, i in group.choices}
    for index, (header, key) in enumerate(zip(plan.header, look.keys, strict=False)):
        name = _another(header, key) if index not in taken else ""
        values = values_of(look.rows, index)
        if not name or name in look.given or (name != "guests" and share(values, is_answer) > 0.5):
            continue
        if name not in plan.at:
            plan.at[name] = index
        else:
            plan.more.append((name, index))
            plan.chosen[index] = (Sureness.LOOK, say(_ANOTHER))


def _another(header: str, key: str) -> str:
    """The field that a further column belongs to, "" for none."""
    label, dash, _ = header.partition(GROUP)
    for name in ("sessions", "visits"):
        if NUMBERED[name].fullmatch(key) or (dash and header_key(label) in FIELDS[name]):
            return name
        if is_question(header, key) and key.startswith(_ASKS_WHICH) and CHECKED[name].search(key):
            return name
    return "guests" if NUMBERED["guests"].fullmatch(key) else ""


def _groups(plan: Plan, look: Look) -> list[Options]:
    """Multiple choices with one Yes/No column per option, as pretix and two-line headers have them."""
    taken = {i for f, i in plan.at.items() if f != "notes"}
    groups: dict[str, list[tuple[str, int]]] = {}
    for index, header in enumerate(plan.header):
        label, dash, option = header.partition(GROUP)
        if dash and index not in taken:
            groups.setdefault(label, []).append((option, index))
    found: list[Options] = []
    for label, choices in groups.items():
        answers = {row[i].strip() for row in look.rows for _, i in choices if i < len(row)} - {""}
        if len(choices) > 1 and answers and all(map(is_answer, answers)):
            key = header_key(label)
            about = next((f for f in ("sessions", "visits") if key in FIELDS[f]), "")
            found.append(Options(about, label, choices))
            for _, index in choices:
                plan.chosen[index] = (Sureness.SURE, say(_MARKED))
    return found


def _marked(plan: Plan, look: Look) -> None:
    """“Site visit: Harbour” or “Harbour tour” above nothing but yes and no: a booking of what the header names."""
    done = {i for group in plan.options for _, i in group.choices}
    held = {i for f, i in plan.at.items() if f not in ("sessions", "visits")}
    for index, (header, key) in enumerate(zip(plan.header, look.keys, strict=False)):
        if index in done or index in held or is_question(header, key):
            continue
        values = values_of(look.rows, index)
        about, option = _booking(header, key)
        if not about or about in look.given or not values or not all(map(is_answer, values)):
            continue
        if plan.at.get(about) == index:
            del plan.at[about]
        plan.options.append(Options(about, header, [(option, index)]))
        plan.chosen[index] = (Sureness.LOOK, say(_MARKED))


def _booking(header: str, key: str) -> tuple[str, str]:
    """Which kind of booking a header names, and what is booked; ("", "") for none."""
    named = _NAMED.match(header)
    for name, words in (("visits", _VISIT), ("sessions", _SESSION)):
        if named and re.fullmatch(rf"({words})({_WHICH})?", header_key(named["label"])):
            return name, named["option"]
    for name, words in (("visits", _VISIT), ("sessions", _SESSION)):
        if re.search(rf"\b({words})\b", key):
            return name, header
    return "", ""
