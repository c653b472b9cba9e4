"""Who may import whom (DESIGN §4), read from the code itself; and what a start of the program must not load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IMAGING = frozenset({"cv2", "numpy", "PIL", "pyzbar", "segno", "zxingcpp", "pypdfium2", "reportlab"})
FILES = frozenset({"openpyxl", "charset_normalizer"})
PDF = frozenset({"reportlab", "segno", "pypdfium2", "uharfbuzz", "PIL", "numpy"})
PLACES = frozenset({"checkin.paths", "checkin.log", "checkin.secrets"})

# package | may import, besides itself, the standard library and (all but domain) the places.
TABLE: dict[str, frozenset[str]] = {
    "checkin.domain": frozenset(),
    "db": frozenset({"checkin.domain", "sqlalchemy", "alembic", "sqlcipher3", "cryptography", "rapidfuzz"}),
    "checkin.lists": frozenset({"checkin.domain"}) | FILES,
    "checkin.paper": frozenset({"checkin.domain"}) | PDF,
    "checkin.devices": frozenset({"checkin.domain"}) | IMAGING,
    "checkin.services": frozenset({"checkin.domain", "db", "checkin.lists", "checkin.paper", "argon2"}),
    "checkin.sync": frozenset({"checkin.domain", "db", "httpx", "psycopg", "cryptography"}),
    "checkin.workers": frozenset(
        {"checkin.domain", "checkin.services", "checkin.sync", "checkin.devices", "PySide6.QtCore", "PySide6.QtGui"}
    ),
    "checkin.gui": frozenset({"checkin.domain", "checkin.services", "checkin.workers", "PySide6"}),
    "checkin.paths": frozenset({"checkin.domain", "platformdirs"}),
    "checkin.secrets": frozenset({"checkin.domain", "checkin.paths", "keyring"}),
    "checkin.log": frozenset({"checkin.domain", "checkin.paths"}),
    "checkin.starting": frozenset(),
    "resources": frozenset(),
}
# The composition roots: anything but what stands here.
FREE: dict[str, frozenset[str]] = {
    "checkin.cli": frozenset({"PySide6"}),
    "checkin.bench": frozenset(),
    "checkin.app": frozenset(),
    "checkin.tour": frozenset(),
    "checkin.__main__": frozenset({"PySide6"}),
    "checkin": frozenset({"PySide6"}),
}
PACKAGES = [*TABLE, *FREE]


class Import:
    """One import: the module that has it, what it names, and whether it runs when the module is loaded."""

    def __init__(self, module: str, name: str, line: int, *, at_once: bool, relative: bool) -> None:
        self.module, self.name, self.line, self.at_once, self.relative = module, name, line, at_once, relative

    def __repr__(self) -> str:
        return f"{self.module}:{self.line} imports {self.name}"


def modules() -> dict[str, Path]:
    """Every module of the program by its name."""
    found = {}
    for top in ("checkin", "db", "resources"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def typing_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def imports_in(module: str, text: str) -> Iterator[Import]:
    """The imports of a module, those inside functions too."""

    def walk(node: ast.AST, at_once: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or typing_only(child)
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(module, alias.name, child.lineno, at_once=at_once, relative=False)
            elif isinstance(child, ast.ImportFrom):
                for alias in child.names:
                    name = f"{child.module or ''}.{alias.name}"
                    yield Import(module, name, child.lineno, at_once=at_once, relative=child.level > 0)
            yield from walk(child, at_once and not later)

    yield from walk(ast.parse(text), True)


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def package_of(module: str) -> str | None:
    """The row of the table that a module of ours belongs to: the most exact one."""
    fitting = [p for p in PACKAGES if inside(module, p)]
    return max(fitting, key=len, default=None)


def wrong(found: Import) -> str | None:
    """Why an import is none that the table allows; None when it is."""
    name, row = found.name, package_of(found.module)
    if found.relative:
        return f"{found!r} relatively"
    if row is None:
        return f"{found.module} belongs to no package of the table"
    if row in FREE:
        return f"{found!r}" if any(inside(name, p) for p in FREE[row]) else None
    top = name.partition(".")[0]
    if top == "shiboken6":
        # The binding's own half of PySide6.
        top = name = "PySide6"
    if top in sys.stdlib_module_names or inside(name, row):
        return None
    if any(inside(name, p) for p in TABLE[row]):
        return None
    if row != "checkin.domain" and any(inside(name, p) for p in PLACES):
        return None
    if row == "checkin.devices" and found.module.startswith("checkin.devices.qt.") and top == "PySide6":
        return None
    return f"{found!r}"


ALL = [found for name, path in modules().items() for found in imports_in(name, path.read_text("utf-8"))]


@pytest.mark.parametrize("package", [p for p in PACKAGES if any(package_of(m) == p for m in modules())])
def test_imports_follow_the_table(package: str) -> None:
    of_package = [found for found in ALL if package_of(found.module) == package]
    assert [told for found in of_package if (told := wrong(found))] == []


def test_every_module_belongs_to_a_package_of_the_table() -> None:
    assert {"checkin.domain", "checkin.services", "checkin.cli", "db"} <= {package_of(m) for m in modules()}
    exact = {m for m in modules() if m.startswith("checkin.") and package_of(m) == "checkin"}
    assert exact == set()


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("checkin.domain.x", "import sqlalchemy"),
        ("checkin.domain.x", "from checkin.paths import Home"),
        ("db.x", "from checkin.services.desk import Desk"),
        ("checkin.lists.x", "import db.engine"),
        ("checkin.paper.x", "from PySide6.QtGui import QImage"),
        ("checkin.devices.x", "from PySide6.QtCore import QObject"),
        ("checkin.services.x", "import PySide6"),
        ("checkin.services.x", "def f():\n    from checkin.devices.camera import Camera"),
        ("checkin.workers.x", "from PySide6 import QtWidgets"),
        ("checkin.gui.x", "import sqlalchemy.engine"),
        ("checkin.gui.x", "from db.queries import people"),
        ("checkin.cli.x", "from PySide6.QtCore import QTimer"),
        ("checkin.gui.x", "from . import theme"),
    ],
)
def test_a_wrong_arrow_is_seen(module: str, line: str) -> None:
    assert any(wrong(found) for found in imports_in(module, line))


def test_no_cycles_between_packages() -> None:
    arrows: dict[str, set[str]] = {}
    for found in ALL:
        here, there = package_of(found.module), package_of(found.name)
        # The bare package `checkin` only holds the version.
        if here and there and here != there and "checkin" not in (here, there):
            arrows.setdefault(here, set()).add(there)
    assert cycle_in(arrows) is None
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}}) is not None


def cycle_in(arrows: dict[str, set[str]]) -> list[str] | None:
    """A way from a package back to itself, None when there is none."""

    def follow(package: str, way: list[str]) -> list[str] | None:
        if package in way:
            return [*way[way.index(package) :], package]
        for other in sorted(arrows.get(package, ())):
            if found := follow(other, [*way, package]):
                return found
        return None

    return next((found for package in sorted(arrows) if (found := follow(package, []))), None)


def test_no_module_waits_for_itself() -> None:
    known = modules()
    arrows: dict[str, set[str]] = {}
    for found in ALL:
        target = next((n for n in (found.name, found.name.rpartition(".")[0]) if n in known), None)
        if found.at_once and target and target != found.module:
            arrows.setdefault(found.module, set()).add(target)
    assert cycle_in(arrows) is None


HEAVY = (
    "PySide6", "cv2", "numpy", "reportlab", "openpyxl", "alembic", "keyring", "rapidfuzz", "pypdfium2", "uharfbuzz",
    "charset_normalizer", "PIL", "segno", "zxingcpp", "pyzbar",
)  # fmt: skip


def test_a_start_of_the_command_line_loads_nothing_heavy() -> None:
    words = [sys.executable, "-X", "importtime", "-c", "import checkin.cli.running, checkin.cli.context"]
    told = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True).stderr
    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert {"checkin.cli.running", "sqlalchemy"} <= loaded
    assert sorted(name for name in loaded if any(inside(name, heavy) for heavy in HEAVY)) == []


def test_a_scan_loads_nothing_heavy_either(tmp_path: Path) -> None:
    """What a scan and a search need is what every process of a busy desk pays for."""
    script = (
        "import sys; from checkin.cli import run; run(sys.argv[1:]); "
        f"print(sorted(m for m in sys.modules if m.split('.')[0] in {HEAVY!r}), file=sys.stderr)"
    )
    home = ["--home", str(tmp_path / "home"), "--json"]
    run = [sys.executable, "-c", script, *home]
    env = {"CHECKIN_SECRET_STORE": "file", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    subprocess.run([*run, "demo", "--seed-only"], capture_output=True, cwd=ROOT, env=env, check=True)
    for words in (["scan", "NOT-OURS"], ["search", "ma"], ["undo", "--reason", "x"], ["day", "show"]):
        done = subprocess.run([*run, *words], capture_output=True, text=True, cwd=ROOT, env=env, check=False)
        assert done.stderr.splitlines()[-1] == "[]", words


def test_files_and_functions_stay_small() -> None:
    """Median of at most 110 lines, no file above 600 (shared/acceptance/house.py), no function above 60."""
    sizes = sorted((len(p.read_text("utf-8").splitlines()), name) for name, p in modules().items())
    assert sizes[len(sizes) // 2][0] <= 110
    assert [name for lines, name in sizes if lines > 400] == []
    long = []
    for name, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > 60:
                    long.append(f"{name}.{node.name}: {lines}")
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    empty = [name for name, path in modules().items() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert empty == []
