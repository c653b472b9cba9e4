"""start.py sets up once, repairs what was cut short, says in plain words what is missing, and passes exit codes on."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from checkin.starting import parts
from checkin.starting.checks import run_checks
from checkin.starting.commands import environment, logged
from checkin.starting.desk import data_folder, demo
from checkin.starting.display import has_display
from checkin.starting.environment import make_venv, reason_to_remake
from checkin.starting.packages import UNKNOWN, fault, install_packages
from checkin.starting.project import Project, Stop
from checkin.starting.stamp import digest, ready, write_stamp
from checkin.starting.turn import turn

ROOT = Path(__file__).parents[1]
BOOKWORM = 'ID=debian\nVERSION_CODENAME=bookworm\nVERSION_ID="12"\n'
NOBLE = "ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n"
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=virginia\nUBUNTU_CODENAME=jammy\n'
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for checkin is a shell script")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A working copy with the real start.py, lock files and page, and nothing set up."""
    for name in ("start.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / "checkin").mkdir()
    shutil.copy(ROOT / "checkin" / "__init__.py", tmp_path / "checkin")
    pages = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "checkin" / "starting", tmp_path / "checkin" / "starting", ignore=pages)
    copy = Project(tmp_path)
    copy.scratch.mkdir()
    return copy


@pytest.fixture
def in_place(project: Project) -> Project:
    """The same, with a .venv that has been set up; its `checkin` prints its words and exits with the last one."""
    project.program.parent.mkdir(parents=True)
    project.python.symlink_to(sys.executable)
    project.program.write_text(
        '#!/bin/sh\necho "$CHECKIN_DEMO_REUSE $QT_QPA_PLATFORM $*"\nfor w; do :; done; exit "$w"\n'
    )
    project.program.chmod(0o755)
    write_stamp(project, "run", screen=True)
    return project


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package index at a port of this machine where nobody listens, and no copy of its packages."""
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    told = {"INDEX_URL": "http://127.0.0.1:9/simple", "RETRIES": "1", "NO_CACHE_DIR": "1", "CONFIG_FILE": os.devnull}
    for name, value in told.items():
        monkeypatch.setenv(f"PIP_{name}", value)


def door() -> ModuleType:
    """start.py, imported by its path."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(project: Project, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run start.py as a person without a display does."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, str(project.root / "start.py"), *words]
    return subprocess.run(
        command, env=kept | env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120
    )


# ---- Which Python ----


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 14)])
def test_another_python_is_told_which_ones_do(version: tuple[int, int]) -> None:
    sentence = door().wrong_python(version)
    assert f"this is Python {version[0]}.{version[1]}." in sentence
    assert "3.11, 3.12 or 3.13" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_these_pythons_do(version: tuple[int, int]) -> None:
    assert door().wrong_python(version) == ""


def test_an_old_python_can_read_the_door() -> None:
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 6))
    evaluated = [node for node in ast.walk(tree) if isinstance(node, ast.arg | ast.FunctionDef)]
    notes = [node.annotation if isinstance(node, ast.arg) else node.returns for node in evaluated]
    assert all(isinstance(note, ast.Constant | ast.Name) for note in notes), "list[str] must be quoted for old Pythons"
    first = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert {alias.name for node in first for alias in node.names} == {"os", "sys"}


def test_only_the_standard_library_is_used() -> None:
    for page in [ROOT / "start.py", *(ROOT / "checkin" / "starting").glob("*.py")]:
        for node in ast.walk(ast.parse(page.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in {*sys.stdlib_module_names, "checkin"}, f"{page.name}: {name}"


# ---- System packages ----


@pytest.mark.parametrize(
    ("release", "glib", "zbar"),
    [
        (BOOKWORM, "libglib2.0-0", "libzbar0"),
        (NOBLE, "libglib2.0-0t64", "libzbar0t64"),
        (MINT, "libglib2.0-0", "libzbar0"),
        ("ID=debian\nVERSION_CODENAME=trixie\n", "libglib2.0-0t64", "libzbar0t64"),
        ("", "libglib2.0-0t64", "libzbar0t64"),
    ],
)
def test_debian_and_ubuntu_call_two_libraries_differently(release: str, glib: str, zbar: str) -> None:
    names = parts.apt_names(parts.PARTS, release)
    assert {glib, zbar, "libgl1", "libxcb-cursor0", "xvfb", "xdotool"} <= set(names)
    assert len(names) == len(parts.PARTS)


def test_each_family_gets_a_line_that_can_be_typed() -> None:
    chosen = [part for part in parts.PARTS if part.name in ("libxcb-icccm.so.4", "Xvfb", "ensurepip")]
    lines = {family: parts.line_to_type(family, chosen, BOOKWORM) for family in (*parts.INSTALL, "")}
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    apt = "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
    assert lines["apt"] == f"Type: {apt} libxcb-icccm4 {python} xvfb"
    assert lines["dnf"] == "Type: sudo dnf install 'libxcb-icccm.so.4()(64bit)' python3-pip /usr/bin/Xvfb"
    assert lines["pacman"] == "Type: sudo pacman -S --needed python xcb-util-wm xorg-server-xvfb"
    assert lines["zypper"].startswith("Type: sudo zypper install 'libxcb-icccm")
    assert "libxcb-icccm.so.4" in lines[""]


def test_a_part_is_there_or_not() -> None:
    here = [parts.Part(sys.executable, "spare", ""), parts.Part("venv", "python", "")]
    gone = [
        parts.Part(name, "window", "") for name in ("libnobody-has-this.so.7", "nobody-has-this", "/nobody/has/this")
    ]
    assert all(parts.present(part) for part in here)
    assert not any(parts.present(part) for part in [*gone, parts.Part("nobody_has_this", "python", "")])


# ---- The stamp ----


@posix
def test_nothing_is_left_to_do_until_something_changes(in_place: Project) -> None:
    assert ready(in_place, "run")
    assert not ready(in_place, "dev")
    write_stamp(in_place, "dev", screen=True)
    assert ready(in_place, "run")
    assert ready(in_place, "dev")
    for page in (in_place.lock("run"), in_place.root / "pyproject.toml"):
        before = page.read_text("utf-8")
        page.write_text(before + "\n# changed\n", "utf-8")
        assert not ready(in_place, "run"), page
        page.write_text(before, "utf-8")
        assert ready(in_place, "run")


@posix
def test_a_set_up_that_was_cut_short_or_damaged_is_noticed(in_place: Project, tmp_path: Path) -> None:
    in_place.unfinished.touch()
    assert not ready(in_place, "run")
    assert "cut short" in reason_to_remake(in_place, None)
    in_place.unfinished.unlink()
    in_place.python.unlink()
    in_place.python.symlink_to(tmp_path / "a Python that was removed")
    assert not ready(in_place, "run")
    (in_place.venv / "pyvenv.cfg").touch()
    assert "no Python that runs" in reason_to_remake(in_place, None)


@posix
def test_a_moved_project_is_set_up_again(in_place: Project, tmp_path: Path) -> None:
    moved = Project(tmp_path / "moved")
    shutil.copytree(in_place.root, moved.root, symlinks=True, ignore=shutil.ignore_patterns("moved"))
    assert digest(moved, "run") == digest(in_place, "run")
    assert not ready(moved, "run")
    assert "moved" in reason_to_remake(moved, None)


@posix
def test_a_desk_set_up_without_a_screen_is_completed_for_one(
    in_place: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stamp(in_place, "run", screen=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert ready(in_place, "run")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":7")
    assert not ready(in_place, "run")


def test_a_folder_of_somebody_else_is_left_alone(project: Project) -> None:
    project.venv.mkdir()
    letter = project.venv / "letter.txt"
    letter.write_text("dear", "utf-8")
    with pytest.raises(Stop, match="Move it away"):
        make_venv(project, None)
    assert letter.read_text("utf-8") == "dear"


# ---- Setting up for real ----


def test_without_a_network_one_sentence_says_so_and_the_environment_stays(project: Project, no_network: None) -> None:
    make_venv(project, None)
    assert project.unfinished.exists()
    with pytest.raises(Stop, match="the package index does not answer") as stop:
        install_packages(project, "run", None)
    assert str(project.log) in str(stop.value)
    assert not project.unfinished.exists()
    assert reason_to_remake(project, None) == ""


def test_half_an_environment_is_made_anew(project: Project) -> None:
    project.venv.mkdir()
    project.unfinished.touch()
    (project.venv / "lib").mkdir()
    (project.venv / "lib" / "half a file").touch()
    assert reason_to_remake(project, None)
    make_venv(project, None)
    assert not (project.venv / "lib" / "half a file").exists()
    assert project.unfinished.exists(), "until the packages are in"
    worked, printed = logged(project, [str(project.python), "-c", "import pip; print('there')"])
    assert (worked, printed) == (True, "there\n")


@pytest.mark.parametrize(
    ("output", "sentence", "untouched"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one in the lock", True),
        ("OSError: [Errno 28] No space left on device", "disk is full", False),
        ("error: Failed to fetch\n Caused by: dns error", "does not answer", True),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed", "not trusted", True),
        ("ERROR: No matching distribution found for PySide6-Essentials==6.11.3", "no build for this computer", True),
        ("ERROR: something else", UNKNOWN.sentence, False),
    ],
)
def test_what_pip_says_becomes_a_sentence(output: str, sentence: str, untouched: bool) -> None:
    found = fault(f"Looking in indexes\n{output}\n")
    assert sentence in found.sentence
    assert found.untouched is untouched
    assert found.advice


def test_a_persons_own_pip_settings_do_not_lead_packages_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_TARGET", "PIP_USER", "PYTHONPATH"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/a/file")
    kept = environment()
    assert not {"PIP_TARGET", "PIP_USER", "PYTHONPATH"} & set(kept)
    assert kept["PIP_CERT"] == "/a/file"
    assert kept["UV_PYTHON_DOWNLOADS"] == "never"


def test_a_second_start_waits_for_the_first(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    order: list[str] = []

    def second() -> None:
        with turn(project):
            order.append("second")

    with turn(project):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.5)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]
    assert "waiting for it" in capfd.readouterr().err


# ---- What is run ----


@pytest.mark.parametrize(
    ("env", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_the_demo_opens_a_window_where_somebody_can_see_it(env: Mapping[str, str], platform: str, shown: bool) -> None:
    assert has_display(env, platform) is shown
    words, given = demo(env, platform)
    assert words[0] == "--home"
    assert Path(words[1]).name == "checkin-desk-demo"
    assert words[2:] == (["demo"] if shown else ["demo", "--tour"])
    assert given["CHECKIN_DEMO_REUSE"] == "1"
    assert (given.get("QT_QPA_PLATFORM") == "offscreen") is not shown


def test_the_demo_lies_where_programs_keep_their_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert data_folder({}, "linux") == tmp_path / ".local" / "share"
    assert data_folder({"XDG_DATA_HOME": str(tmp_path / "x")}, "linux") == tmp_path / "x"
    assert data_folder({"XDG_DATA_HOME": "relative"}, "linux") == tmp_path / ".local" / "share"
    assert data_folder({}, "darwin") == tmp_path / "Library" / "Application Support"
    assert data_folder({"LOCALAPPDATA": str(tmp_path / "l")}, "win32") == tmp_path / "l"


@posix
def test_words_and_exit_codes_go_to_the_program_and_back(in_place: Project, tmp_path: Path) -> None:
    asked = start(in_place, "scan", "ÄÖ", "--json", "3")
    assert (asked.returncode, asked.stdout.split()) == (
        3,
        [*os.environ.get("QT_QPA_PLATFORM", "").split(), "scan", "ÄÖ", "--json", "3"],
    )
    assert asked.stderr == ""
    done = start(in_place, "setup")
    assert (done.returncode, done.stdout) == (0, "")
    assert str(in_place.program) in done.stderr


@posix
def test_no_words_are_the_demo(in_place: Project, tmp_path: Path) -> None:
    shown = start(in_place, XDG_DATA_HOME=str(tmp_path / "data"), QT_QPA_PLATFORM="xcb")
    home = tmp_path / "data" / "checkin-desk-demo"
    assert shown.stdout == f"1 offscreen --home {home} demo --tour\n"


def test_every_check_runs_even_when_one_fails_and_pytest_is_last(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    project.python.parent.mkdir(parents=True)
    noted = 'import os, sys\nprint(*sys.argv[2:], flush=True)\nsys.exit("ruff" in sys.argv)\n'
    (project.root / "noted.py").write_text(noted, "utf-8")
    project.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" noted.py "$@"\n', "utf-8")
    project.python.chmod(0o755)
    assert run_checks(project, ["-k", "door"]) == 1
    lines = [line for line in capfd.readouterr().out.splitlines() if not line.startswith(("==", "  "))]
    assert lines == ["ruff format --check .", "ruff check .", "mypy", "pytest -n 2 -k door"]


def test_ci_runs_what_the_readme_tells_everybody() -> None:
    assert "python3 start.py test\n" in (ROOT / ".ci" / "run").read_text("utf-8")
