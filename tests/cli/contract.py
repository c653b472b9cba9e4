"""Reads the tables of CLI.md: which commands there are, and the JSON keys each answer always has."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

CLI_MD = Path(__file__).resolve().parents[3] / "shared" / "CLI.md"
_PIECE = re.compile(r"`([^`]*)`")
_NAME = re.compile(r"[a-z][a-z-]*(?:\|[a-z-]+)*(?: [a-z][a-z-]*(?:\|[a-z-]+)*)*(?=\s|$)")


@dataclass
class Shape:
    """The keys of an object: always present, or (`maybe`) sometimes; `parts` are shapes of values, `lists` of items."""

    keys: set[str] = field(default_factory=set)
    maybe: set[str] = field(default_factory=set)
    parts: dict[str, Shape] = field(default_factory=dict)
    lists: dict[str, Shape] = field(default_factory=dict)

    def joined(self, other: Shape) -> Shape:
        """An object with the keys of both."""
        return Shape(
            self.keys | other.keys, self.maybe | other.maybe, self.parts | other.parts, self.lists | other.lists
        )


@dataclass(frozen=True)
class Row:
    """One row of a table: the commands of its first cell and the shapes of its last, in order."""

    commands: tuple[str, ...]
    shapes: tuple[Shape, ...]


def shape(text: str, named: dict[str, Shape] | None = None) -> Shape:
    """`{a, b:[{c}], d?}` as a Shape; `named` are shapes that stand in others by name (PERSON)."""
    made = Shape()
    for part in _parts(text.strip()[1:-1]):
        key, colon, value = part.partition(":")
        key, value = key.strip(), value.strip()
        if not re.fullmatch(r"[a-z_]+\??", key):
            continue
        (made.maybe if key.endswith("?") else made.keys).add(key.removesuffix("?"))
        inner = value.removeprefix("[").removesuffix("]").removesuffix("…").strip()
        if not colon or inner in ("{…}", "{field: header}"):
            continue
        known = _named(inner, named or {}) if inner[:1].isupper() else None
        found = known or (shape(inner, named) if inner.startswith("{") else None)
        if found:
            (made.lists if value.startswith("[") else made.parts)[key] = found
    return made


def _named(text: str, named: dict[str, Shape]) -> Shape | None:
    name, _, rest = text.partition("+")
    base = named.get(name.strip())
    return base.joined(shape(rest, named)) if base and rest.strip() else base


def _parts(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, c in enumerate(text):
        depth += (c in "{[(") - (c in "}])")
        if c == "," and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [p for p in [*parts, text[start:]] if p.strip()]


@cache
def text() -> str:
    """The contract; where it is not beside this checkout, the tests fail in CI and are skipped on a laptop."""
    if not CLI_MD.exists():
        told = f"The contract {CLI_MD} is not beside this checkout."
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    return CLI_MD.read_text("utf-8")


@cache
def named() -> dict[str, Shape]:
    """PERSON and VISIT."""
    person = shape(_after("PERSON is"))
    return {"PERSON": person, "VISIT": shape(_after("VISIT, a departure, is"), {"PERSON": person})}


def _after(words: str) -> str:
    rest = text()[text().index(words) :]
    return _PIECE.search(rest).group(1)  # type: ignore[union-attr]


@cache
def rows() -> tuple[Row, ...]:
    """The rows of every table, in order."""
    found = []
    families: set[str] = set()
    lines = [line for line in text().splitlines() if line.startswith("| ") and not line.startswith("| command |")]
    for line in lines:
        cells = [c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        commands: list[str] = []
        for match in _PIECE.finditer(cells[0]):
            name = _NAME.match(match.group(1).replace("\\|", "|"))
            before = cells[0][: match.start()].rstrip()
            if name and (not before or before.endswith("·") or name.group().split()[0] in families):
                families.add(name.group().split()[0])
                commands += _each(name.group())
        found.append(Row(tuple(commands), tuple(_shapes(cells[-1]))))
    return tuple(found)


def _each(name: str) -> list[str]:
    first, *rest = name.split(" ")
    return [first] if not rest else [" ".join([first, *rest[:-1], last]) for last in rest[-1].split("|")]


def _shapes(cell: str) -> list[Shape]:
    found: list[Shape] = []
    end = 0
    for match in _PIECE.finditer(cell):
        before, end = cell[end : match.start()].strip(), match.end()
        base = next((s for n, s in named().items() if before.endswith(f"{n} +")), None)
        if match.group(1).startswith("{"):
            made = shape(match.group(1), named())
            found.append(base.joined(made) if base else made)
        elif base:
            found.append(base.joined(Shape({match.group(1).partition(":")[0]})))
        elif match.group(1).startswith("`"):
            continue
    return found


def commands() -> set[str]:
    """Every command of the contract."""
    return {name for row in rows() for name in row.commands}


def expected(command: str, which: int = 0) -> Shape:
    """The shape that the row of `command` has, the `which`-th of it."""
    row = next(row for row in rows() if command in row.commands)
    return row.shapes[which]


def missing(value: object, wanted: Shape, where: str = "") -> list[str]:
    """What `value` lacks of `wanted`: keys by their path."""
    if not isinstance(value, dict):
        return [f"{where or 'answer'} is no object: {value!r}"]
    lacks = [f"{where}{key}" for key in sorted(wanted.keys - value.keys())]
    for key, part in wanted.parts.items():
        if value.get(key) is not None:
            lacks += missing(value[key], part, f"{where}{key}.")
    for key, item in wanted.lists.items():
        for n, each in enumerate(value.get(key) or []):
            lacks += missing(each, item, f"{where}{key}[{n}].")
    return lacks
