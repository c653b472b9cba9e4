"""Finds the texts that go through translation, by reading the program's syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.catalogue import Message

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("checkin", "db")
OWN_WAYS = ("checkin/starting/", "checkin/bench/")
"""Run before the program is there, or beside it; they have a `say` of their own and are English."""
# Where the text stands among the arguments: tr(text, part, n), translate(context, text, part, n).
QT = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
OURS = frozenset({"say", "mark", "say_count"})


@dataclass(frozen=True, slots=True)
class Found:
    """A text that is translated, and the module that says it."""

    message: Message
    module: str


def called(node: ast.AST) -> str:
    """The bare name of what a call calls, as `parsed` left it; "" for anything else."""
    return _name(node.func) if isinstance(node, ast.Call) else ""


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def parsed(source: str) -> ast.Module:
    """The tree of a module in which short names of translating functions are written out: `_T = QT_TRANSLATE_NOOP`,
    and `def _say(text): return translate("Here", text)`.
    """
    tree = ast.parse(source)
    short = {name: full for node in ast.walk(tree) for name, full in _short_names(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            node.func.id = short.get(node.func.id, node.func.id)
    return tree


def _short_names(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Assign) and _name(node.value) in QT:
        yield from ((_name(target), _name(node.value)) for target in node.targets)
    if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
        last = node.body[-1]
        inner = last.value if isinstance(last, ast.Return) else None
        if isinstance(inner, ast.Call) and translates(inner):
            passed = inner.args[QT.get(called(inner), 0)]
            if _name(passed) == node.args.args[0].arg:
                yield node.name, "say"


def literal(node: ast.AST | None) -> str | None:
    """The text of a string literal."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def translates(node: ast.AST) -> bool:
    """True for a call whose literal is translated; `str.translate(table)` is none."""
    name = called(node)
    assert isinstance(node, ast.Call) or not name
    return name in OURS or (name in QT and isinstance(node, ast.Call) and len(node.args) > QT[name])


def message_of(node: ast.Call) -> Message | None:
    """What a call says to translators; None when its text comes from a table, which marks it."""
    name = called(node)
    first = QT.get(name, 0)
    text = literal(node.args[first]) if len(node.args) > first else None
    if not text:
        return None
    if name in QT:
        part = literal(node.args[first + 1]) if len(node.args) > first + 1 else ""
        return Message(text, text if len(node.args) > first + 2 else "", part or "")
    context = next((literal(k.value) for k in node.keywords if k.arg == "context"), "") or ""
    many = literal(node.args[1]) if name == "say_count" else ""
    return Message(text, many or "", context)


def texts_in(module: str, source: str) -> Iterator[Found]:
    """The translated texts of one module."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Call) and translates(node) and (message := message_of(node)):
            yield Found(message, module)


def modules(packages: Iterable[str] = PACKAGES) -> Iterator[tuple[str, str]]:
    """Path and source of every module of the program."""
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def all_texts() -> list[Found]:
    """Every translated text of the program."""
    return [found for m, source in modules() if not m.startswith(OWN_WAYS) for found in texts_in(m, source)]
