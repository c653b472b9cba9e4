"""Makes the keys by which a person of a list is known again in its next version, at another desk, in another list.

Kinds, the most telling first: `id` (the source's own id), `ticket` (ticket code), `position` (order and position),
`order` (order, folded name and product), `email` (e-mail and folded name), `name` (folded name and organisation).
"""

from __future__ import annotations

from checkin.domain.names import fold
from checkin.domain.translation import mark, say

WHY = {
    "id": mark("The same id"),
    "ticket": mark("The same ticket code"),
    "position": mark("The same position of one order"),
    "order": mark("The same order, name and product"),
    "email": mark("The same name and e-mail"),
    "name": mark("The same name and organisation"),
    "guest": mark("The same guest"),
}
_REMEMBERED = 50_000


class _Folded(dict[str, str]):
    """`fold`, remembered: words of names, organisations and products repeat."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = self[text] = fold(text)
        return folded


_FOLDED = _Folded()


def folded_name(name: str) -> str:
    """`fold` of a name, word by word, which is the same as of the whole; the name itself where nothing is left."""
    return " ".join([word for word in map(_FOLDED.__getitem__, name.split(" ")) if word]) or name


def keys_of(
    source_id: str, code: str, order: str, position: str, product: str, email: str, name: str, organisation: str
) -> list[str]:
    """All keys that a row gives, the most telling first; at least one."""
    folded = folded_name(name)
    keys = []
    if source_id:
        keys.append("id:" + source_id)
    if code:
        keys.append("ticket:" + code)
    if order:
        if position:
            keys.append(f"position:{order}/{position}")
        keys.append(f"order:{order}|{folded}|{_FOLDED[product]}")
    if email:
        keys.append(f"email:{email.casefold()}|{folded}")
    keys.append(f"name:{folded}|{_FOLDED[organisation]}")
    return keys


def why_of(key: str) -> str:
    """In words, what two rows with this key have in common."""
    return say(WHY[key.partition(":")[0]])


def is_telling(key: str) -> bool:
    """Whether two rows with this key are worth a look; a bare name without organisation is not."""
    return not (key.startswith("name:") and key.endswith("|"))
