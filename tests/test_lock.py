"""The lock files are what pyproject.toml asks for, hold hashes throughout, and bring nothing that we may not ship."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
KINDS = ("run", "dev")
RELOCK = (
    "pyproject.toml and the lock differ: run the command in the first lines of requirements/*.lock (run before dev)"
)
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-3.0-only", "MIT", "MIT-0"),
    *("MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"),
}
TOOLS = {  # what the checks need beside the program; not shipped
    "altgraph": "MIT",
    "ast-serialize": "MIT",
    "colorama": "BSD-3-Clause",
    "execnet": "MIT",
    "hypothesis": "MPL-2.0",
    "iniconfig": "MIT",
    "librt": "MIT",
    "macholib": "MIT",
    "mypy": "MIT",
    "mypy-extensions": "MIT",
    "pefile": "MIT",
    "pygments": "BSD-2-Clause",
    "pypdf": "BSD-3-Clause",
    "pytest": "MIT",
    "pytest-qt": "MIT",
    "pytest-timeout": "MIT",
    "pytest-xdist": "MIT",
    "ruff": "MIT",
    "setuptools": "MIT",
    "sortedcontainers": "Apache-2.0",
    "types-openpyxl": "Apache-2.0",
    "types-reportlab": "Apache-2.0",
}
# Under the GPL: they pack the program and stay outside of it, but for the bootloader, whose exception lets a program
# under any licence be packed with it, and run-time hooks under Apache-2.0.
PACKERS = {
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "GPL-2.0-or-later AND Apache-2.0",
}


class Pin(NamedTuple):
    """One locked package: name, version, where it applies, how many hashes, and who asked for it."""

    name: str
    version: Version
    marker: str
    hashes: int
    asked_by: tuple[str, ...]


def read_lock(kind: str) -> list[Pin]:
    """The pins of a lock file, in its order."""
    text = (ROOT / "requirements" / f"{kind}.lock").read_text("utf-8")
    pins = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", text)[1:]:
        head = block.splitlines()[0].removesuffix("\\").strip()
        requirement = Requirement(head)
        (only,) = requirement.specifier
        assert only.operator == "==", head
        asked = re.findall(r"#\s+(?:via )?(\S[^\n]*)", block.partition("# via")[1] + block.partition("# via")[2])
        hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block))
        pins.append(Pin(requirement.name, Version(only.version), str(requirement.marker), hashes, tuple(asked)))
    return pins


def asked_for(kind: str) -> dict[str, Requirement]:
    """What pyproject.toml wants in a lock: the program, what builds it, and for `dev` the tools."""
    page = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = page["project"]
    lines = [*project["dependencies"], *page["dependency-groups"]["build"]]
    lines += project["optional-dependencies"]["dev"] if kind == "dev" else []
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


def licences_in_notice() -> dict[str, str]:
    """The list of Python packages in NOTICE."""
    listed = (ROOT / "NOTICE").read_text("utf-8").partition("\nPython packages\n")[2]
    return dict(re.findall(r"^([a-z0-9-]+) {2,}([^(\n]+?)(?: \(.*)?$", listed, re.MULTILINE))


def test_the_parser_sees_every_pin() -> None:
    for kind in KINDS:
        text = (ROOT / "requirements" / f"{kind}.lock").read_text("utf-8")
        assert len(read_lock(kind)) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 30
        assert sum(pin.hashes for pin in read_lock(kind)) == text.count("--hash=sha256:")


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_project_asks_for_is_locked_in_a_version_it_allows(kind: str) -> None:
    pins = read_lock(kind)
    for name, requirement in asked_for(kind).items():
        versions = [pin.version for pin in pins if pin.name == name]
        assert versions, f"{name} is not locked. {RELOCK}"
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}. {RELOCK}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_lock_calls_the_projects_own_wish_is_one(kind: str) -> None:
    own = {pin.name for pin in read_lock(kind) if any("pyproject.toml" in who for who in pin.asked_by)}
    assert own == set(asked_for(kind)), RELOCK


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_locked_package_needs_here_is_locked_too(kind: str) -> None:
    pins = {pin.name: pin for pin in read_lock(kind)}
    for name in pins:
        try:
            needs = [Requirement(line) for line in distribution(name).requires or []]
        except PackageNotFoundError:  # for another system, or a tool that is not installed
            continue
        for need in needs:
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in pins, f"{name} needs {need}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_pin_has_hashes(kind: str) -> None:
    assert [pin.name for pin in read_lock(kind) if pin.hashes == 0] == []


def test_the_tools_come_on_top_of_the_same_versions() -> None:
    run, dev = ({(pin.name, pin.version, pin.marker) for pin in read_lock(kind)} for kind in KINDS)
    assert run <= dev
    assert {name for name, _, _ in dev - run} == {*TOOLS, *PACKERS}, "give each new tool its licence in this test"


def test_qt_is_the_version_that_is_safe_and_small() -> None:
    versions = {pin.name: str(pin.version) for pin in read_lock("dev")}
    assert versions["pyside6-essentials"] == versions["shiboken6"] == "6.11.3"
    assert not {"pyside6", "pyside6-addons", "pyqt5", "pyqt6"} & set(versions)


def test_opencv_is_the_one_without_a_qt_of_its_own() -> None:
    named = {pin.name for pin in read_lock("dev") if pin.name.startswith("opencv")}
    assert named == {"opencv-python-headless"}


def test_every_package_has_a_licence_that_we_may_ship() -> None:
    notice = licences_in_notice()
    assert set(notice) == {pin.name for pin in read_lock("run")}, "NOTICE lists what requirements/run.lock brings"
    for name, expression in {**notice, **TOOLS}.items():
        unknown = set(re.split(r" (?:AND|OR) ", expression)) - ALLOWED
        assert not unknown, f"{name}: {unknown}"
    assert PACKERS["pyinstaller"] in (ROOT / "NOTICE").read_text("utf-8")


@pytest.mark.parametrize("name", sorted({pin.name for pin in read_lock("dev")} - set(PACKERS)))
def test_no_installed_package_calls_itself_gpl_only(name: str) -> None:
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:  # for another system
        return
    words = [*(about.get_all("License-Expression") or []), *(about.get_all("Classifier") or [])]
    told = " ".join(word for word in words if word and not word.startswith(("Programming", "Topic")))
    free = "LGPL" in told or "Lesser" in told
    assert free or not re.search(r"\bA?GPL|GNU (Affero )?General Public", told), told


@pytest.mark.parametrize("kind", KINDS)
def test_a_lock_tells_how_to_remake_it_and_names_no_machine(kind: str) -> None:
    text = (ROOT / "requirements" / f"{kind}.lock").read_text("utf-8")
    head = text[: text.index("==")]
    for word in ("uv pip compile", "--universal", "--python-version 3.11", "--generate-hashes", f"{kind}.lock"):
        assert word in head
    assert not re.search(r"https?:|file:|/(work|root|home|tmp|opt)/|--index-url|--find-links", text)
