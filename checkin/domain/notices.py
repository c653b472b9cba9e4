"""What the desk should know or do about a person, told as an act and never as a condition."""

from __future__ import annotations

from collections.abc import Mapping

from checkin.domain.names import fold
from checkin.domain.people import Notice, Status
from checkin.domain.person_fold import State
from checkin.domain.programme import EventInfo

_ACCESS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("wheel", "step", "rollst", "ramp", "lift", "mobil", "walk", "crutch", "stairs"), "Step-free",
     "Show the step-free way and hold a place at the front."),
    (("hearing", "deaf", "loop", "sign lang", "bsl"), "Hearing",
     "Face them when you speak; offer the place by the loop."),
    (("sight", "blind", "braille", "large print", "guide dog", "assistance dog"), "Sight",
     "Say who you are; offer an arm and the large-print programme."),
    (("quiet", "autis", "sensory", "anxi"), "Quiet", "Offer the quiet room and no waiting in the queue."),
)  # fmt: skip
_NOTHING = frozenset({"", "no", "none", "nein", "non", "keine", "aucun", "nothing", "n a", "na", "no restrictions"})


def notices_of(state: State, event: EventInfo, product: str = "") -> tuple[Notice, ...]:
    """The notices for an attendee, urgent ones first.

    `event` says what a need asks of the desk and what a category gets; `product` is the entitlement whose own code was
    scanned.
    """
    found = [
        *_access(str(state.get("access") or ""), event.needs),
        *_registration(state, product),
        *_hand_over(str(state.get("category") or ""), event.hand_over),
        *_meal(str(state.get("diet") or ""), event.needs),
    ]
    if state.get("photo") == "no":
        found.append(Notice("photo", "No photos", "Give the lanyard that says no photos."))
    return tuple(sorted(found, key=lambda n: not n.urgent))


def _access(need: str, needs: Mapping[str, str]) -> list[Notice]:
    plain = fold(need)
    if plain in _NOTHING:
        return []
    title, sentence = "Access", "Ask how you can help; the organiser knows the details."
    for words, known_title, known_sentence in _ACCESS:
        if any(w in plain for w in words):
            title, sentence = known_title, known_sentence
            break
    return [Notice("access", title, _own(needs, plain) or sentence, urgent=True)]


def _own(needs: Mapping[str, str], plain: str) -> str:
    return next((sentence for need, sentence in needs.items() if fold(need) == plain), "")


def _registration(state: State, product: str) -> list[Notice]:
    found: list[Notice] = []
    lists = state.get("lists", ())
    if lists and all(entry["gone"] for entry in lists):
        sentence = "Not on the newest list. Let them in and tell the organiser."
        found.append(Notice("list", "Newest list", sentence, urgent=True))
    if state.get("status") == Status.UNPAID:
        found.append(Notice("validity", "Not paid yet", "Remind them of the pay desk.", urgent=True))
    if product:
        found.append(Notice("entitlement", product, f"This is the code of {product}, not of the ticket."))
    return found


def _hand_over(category: str, rules: Mapping[str, str]) -> list[Notice]:
    sentence = rules.get(category)
    return [Notice("entitlement", category, sentence)] if sentence else []


def _meal(diet: str, needs: Mapping[str, str]) -> list[Notice]:
    plain = fold(diet)
    if plain in _NOTHING:
        return []
    return [Notice("diet", "Meal card", _own(needs, plain) or "Give the marked meal card.")]
