"""Finds words for people that go past translation, by reading the program's syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from checkin.domain.pseudo_language import pseudo
from tests.texts.extract import called, literal, parsed, translates

_WORDS = re.compile(
    r"^[“\"'(]?[A-Z][a-z]{2,}(?:[ ’'-][\w“]|[.,:?!]?$)|\b[a-z]{2,} [a-z]{2,}\b.*[.?]$|^[a-z]+(?: [a-z]+){2,}$"
)
"""How a text for people looks: it begins with a capital, or is a sentence, or three words or more."""
_OURS = frozenset(
    {
        "ValueError",
        "KeyError",
        "TypeError",
        "RuntimeError",
        "AssertionError",
        "LookupError",
        "compile",
        "TypeVar",
        "Setting",
    }
)
"""Calls whose words only programmers read; the help of a setting is the command line's, the window has its own."""
_SQL = re.compile(r"^(?:select|insert|update|delete|create|alter|drop|pragma) ", re.IGNORECASE)
_LOGS = frozenset({"debug", "info", "warning", "error", "exception", "log"})


def offences(module: str, source: str) -> Iterator[str]:
    """`module:line text` of each literal that reads like words for people and is not translated.

    Docstrings, patterns, what is logged, and errors of ours that nobody reads at a desk are none.
    """
    for node in _untranslated(parsed(source)):
        text = _text(node)
        # What the pseudo-language leaves as it is stands on a key cap.
        if text is not None and _WORDS.search(text) and not _SQL.match(text) and pseudo(text) != text:
            yield f"{module}:{node.lineno} {text}"


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "X" for part in node.values)
    return literal(node)


def _untranslated(node: ast.AST) -> Iterator[ast.expr]:
    """The literals below a node, without those that are translated or read by programmers only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and literal(child.value) is not None:
            continue
        if isinstance(child, ast.Assert) or _is_ours(child) or _is_names(child):
            continue
        if isinstance(child, ast.Call) and translates(child):
            # What fills the gaps is looked at; the sentence itself is a literal or comes from a table.
            for filling in [k.value for k in child.keywords if k.arg != "context"]:
                yield from _untranslated(ast.Expression(filling))
            continue
        if isinstance(child, ast.Constant | ast.JoinedStr):
            yield child
            continue
        yield from _untranslated(child)


def _is_ours(node: ast.AST) -> bool:
    name = called(node)
    if name in _OURS:
        return True
    return (
        name in _LOGS
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (getattr(node.func.value, "id", "") in ("_log", "logging"))
    )


def _is_names(node: ast.AST) -> bool:
    """The list of a module's names."""
    return isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets)
