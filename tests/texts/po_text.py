"""Writes catalogues for translators: the template (.pot), and a language's file brought up to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checkin.domain.catalogue import Message
from tests.texts.extract import Found

_HEAD = (
    "Project-Id-Version: checkin-desk\n"
    "Language: \n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
    "X-Language-Name: \n"
)
_WIDTH = 100
Key = tuple[str, str]


def gathered(found: Iterable[Found]) -> dict[Key, tuple[Message, list[str]]]:
    """Each text once, with the modules that say it, in the order of the text.

    Raises:
        ValueError: a text stands once with and once without a form for several; gettext has one entry for both.
    """
    made: dict[Key, tuple[Message, list[str]]] = {}
    for one in found:
        key = (one.message.text, one.message.context)
        message, modules = made.setdefault(key, (one.message, []))
        if message.many != one.message.many:
            raise ValueError(f"{message.text!r} has two plural forms: {message.many!r}, {one.message.many!r}")
        if one.module not in modules:
            modules.append(one.module)
    return dict(sorted(made.items()))


def written(
    texts: Mapping[Key, tuple[Message, list[str]]], head: str = _HEAD, known: Mapping[Key, Message] | None = None
) -> str:
    """The text of a .po file; `known` holds the translations that are there already."""
    blocks = [f'msgid ""\n{_field("msgstr", head)}']
    for key, (message, modules) in texts.items():
        old = (known or {}).get(key)
        lines = [f"#: {module}" for module in modules]
        lines += ["#, " + ", ".join(sorted(old.flags))] if old and old.flags else []
        lines += [_field("msgctxt", message.context)] if message.context else []
        lines.append(_field("msgid", message.text))
        forms = old.forms if old else ()
        if message.many:
            lines.append(_field("msgid_plural", message.many))
            lines += [_field(f"msgstr[{n}]", form) for n, form in enumerate(forms or ("", ""))]
        else:
            lines.append(_field("msgstr", forms[0] if forms else ""))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _field(name: str, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if len(lines) < 2 and len(text) <= _WIDTH:
        return f"{name} {_quoted(text)}"
    pieces = [piece for line in lines for piece in _wrapped(line)]
    return "\n".join([f'{name} ""', *map(_quoted, pieces)])


def _wrapped(line: str) -> list[str]:
    pieces, piece = [], ""
    for word in line.split(" "):
        if piece and len(piece) + len(word) > _WIDTH:
            pieces.append(piece)
            piece = ""
        piece += word + " "
    return [*pieces, piece[:-1]]


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{plain}"'
