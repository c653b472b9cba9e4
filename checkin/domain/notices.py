"""What the desk should know or do about a person, told as an act and never as a condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checkin.domain.hand_over import handed_over_to, is_no_answer
from checkin.domain.names import fold
from checkin.domain.people import Notice, Status
from checkin.domain.person_fold import State
from checkin.domain.programme import Door, EventInfo
from checkin.domain.translation import mark, say

_ACCESS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("wheel", "step", "rollst", "ramp", "lift", "mobil", "walk", "crutch", "stairs"), mark("Step-free"),
     mark("Show the step-free way and hold a place at the front.")),
    (("hearing", "deaf", "loop", "sign lang", "bsl"), mark("Hearing"),
     mark("Face them when you speak; offer the place by the loop.")),
    (("sight", "blind", "braille", "large print", "guide dog", "assistance dog"), mark("Sight"),
     mark("Say who you are; offer an arm and the large-print programme.")),
    (("quiet", "autis", "sensory", "anxi"), mark("Quiet"), mark("Offer the quiet room and no waiting in the queue.")),
)  # fmt: skip


def notices_of(state: State, event: EventInfo, product: str = "", doors: Sequence[Door] = ()) -> tuple[Notice, ...]:
    """The notices for an attendee, urgent ones first.

    `event` says what a need asks of the desk and what is handed over to whom; `product` is the entitlement whose own
    code was scanned. Notes that are no messages are for the card and not among them.
    """
    found = [
        *_messages(state),
        *_access(str(state.get("access") or ""), event.needs),
        *_registration(state, product),
        *(Notice("hand_over", say("Hand over"), item) for item in handed_over_to(state, event.hand_over, doors)),
        *_meal(str(state.get("diet") or ""), event.needs),
    ]
    if state.get("photo") == "no":
        found.append(Notice("photo", say("No photos"), say("Give the lanyard that says no photos.")))
    return tuple(sorted(found, key=lambda n: not n.urgent))


def _access(need: str, needs: Mapping[str, str]) -> list[Notice]:
    plain = fold(need)
    if is_no_answer(need):
        return []
    title, sentence = mark("Access"), mark("Ask how you can help; the organiser knows the details.")
    for words, known_title, known_sentence in _ACCESS:
        if any(w in plain for w in words):
            title, sentence = known_title, known_sentence
            break
    return [Notice("access", say(title), _own(needs, plain) or say(sentence), urgent=True)]


def _own(needs: Mapping[str, str], plain: str) -> str:
    return next((sentence for need, sentence in needs.items() if fold(need) == plain), "")


def _registration(state: State, product: str) -> list[Notice]:
    found: list[Notice] = []
    lists = state.get("lists", ())
    if lists and all(entry["gone"] for entry in lists):
        sentence = say("Not on the newest list. Let them in and tell the organiser.")
        found.append(Notice("list", say("Newest list"), sentence, urgent=True))
    if state.get("status") == Status.UNPAID:
        found.append(Notice("validity", say("Not paid yet"), say("Remind them of the pay desk."), urgent=True))
    if product:
        found.append(
            Notice("entitlement", product, say("This is the code of {product}, not of the ticket.", product=product))
        )
    return found


def _messages(state: State) -> list[Notice]:
    return [
        Notice("message", say("Tell them"), note["text"], urgent=True)
        for note in state.get("notes", ())
        if note["at_scan"] and not note["delivered"] and note["text"]
    ]


def _meal(diet: str, needs: Mapping[str, str]) -> list[Notice]:
    if is_no_answer(diet):
        return []
    plain = fold(diet)
    return [Notice("diet", say("Meal card"), _own(needs, plain) or say("Give the marked meal card."))]
