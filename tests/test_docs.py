"""The pages for people are held against the program: commands, settings, kinds, outcomes, links, pictures, examples."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checkin.cli.parsing import parser
from checkin.domain.kinds import UNDOABLE_BY_ID, Kind
from checkin.domain.outcome import Outcome
from checkin.paper.badge import TEMPLATES
from checkin.services.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
TEXTS = {name: page.read_text("utf-8") for name, page in zip(NAMES, PAGES, strict=True)}
README = TEXTS["README.md"]
FIRST_SCREEN = README.splitlines()[:60]
LONGEST = 200
"""Characters of a line outside tables, code and a picture's line; source wraps at 120."""


def without_code(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def links(text: str) -> list[str]:
    """What a page links to or shows, addresses of the web left out."""
    found = re.findall(r"\]\(([^)\s]+)\)", without_code(text))
    return [target for target in found if "://" not in target]


def anchors(text: str) -> set[str]:
    """The places within a page that a link can lead to, by the rule of the places that show Markdown."""
    heads = re.findall(r"^#+ (.+)$", without_code(text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def commands() -> set[str]:
    """Every word that can follow `checkin`."""
    groups = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return set(groups[0].choices)


def rows(text: str, heading: str) -> list[str]:
    """The rows of the first table below a heading."""
    part = text.split(heading, 1)[1]
    table = re.search(r"(?:^\|.*\n)+", part, flags=re.MULTILINE)
    assert table, heading
    return table.group().splitlines()[2:]


def test_the_first_screen_has_a_picture_and_the_two_commands() -> None:
    assert "python3 start.py" in FIRST_SCREEN
    assert "python3 start.py test" in FIRST_SCREEN
    assert any(line.startswith("git clone ") for line in FIRST_SCREEN)
    shown = [line for line in FIRST_SCREEN if re.search(r"!\[[^\]]{20,}\]\(docs/pictures/[^)]+\.png\)", line)]
    assert shown
    first = "\n".join(FIRST_SCREEN)
    assert "without any network" in first
    assert all(name in first for name in ("Ailsa", "Iain", "Marta"))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_picture_is_there(name: str) -> None:
    made = any(PICTURES.glob("*.png"))
    here = (ROOT / name).parent
    missing = []
    for link in links(TEXTS[name]):
        target, _, anchor = link.partition("#")
        file = (here / target).resolve() if target else ROOT / name
        if file.suffix == ".png" and file.parent == PICTURES:
            assert is_taken(file.name), link
            if not made:
                # The pictures are made by a script; a checkout without any of them has not run it yet.
                continue
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            missing.append(link)
    assert missing == []


def is_taken(picture: str) -> bool:
    """Whether the script that takes the pictures (tests/gui/pictures.py) makes one of this name."""
    from tests.gui.pictures import names

    return picture in names()


def test_pictures_that_nobody_takes_are_seen() -> None:
    assert is_taken("admitted-light-1280x800.png")
    assert not is_taken("admitted-light-640x400.png")
    assert not is_taken("nothing-of-the-kind-light-1280x800.png")


def test_links_and_anchors_are_seen() -> None:
    assert links("[a](b.md#c) ![d](e.png) [w](https://x.example)\n```\n[no](f.md)\n```\n") == ["b.md#c", "e.png"]
    assert anchors("# A new camera, or `more`\n## What to do when …\n") == {"a-new-camera-or-more", "what-to-do-when-"}


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_a_page_names_is_there(name: str) -> None:
    text = without_code(TEXTS[name])
    tops = "checkin|db|tests|resources|requirements|docs"
    named = set(re.findall(rf"`((?:{tops})/[\w./-]*\w)`", text))
    assert {path for path in named if "NAME" not in path and "NNNN" not in path and not (ROOT / path).exists()} == set()


def test_every_command_is_told() -> None:
    told = "\n".join(TEXTS.values())
    assert {word for word in commands() if not re.search(rf"`{word}`|checkin (?:--\S+ )*{word}\b", told)} == set()


def test_no_command_is_told_that_is_none() -> None:
    for name, text in TEXTS.items():
        told = set(re.findall(r"^(?:\$ |.*\| )?checkin (?:--json )?([a-z][a-z-]+)", code_of(text), flags=re.MULTILINE))
        assert told - commands() == set(), name


def code_of(text: str) -> str:
    """What a page tells people to type: its blocks of code, and code in lines that begins with the program."""
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`(checkin (?!is\b)[^`]+)`", without_code(text).replace("\n", " "))
    return "\n".join([*blocks, *inline])


def test_every_setting_and_template_is_told() -> None:
    told = "\n".join(TEXTS.values())
    keys = {setting.key for setting in SETTINGS}
    assert {key for key in keys if f"`{key}`" not in told} == set()
    assert {name for name in TEMPLATES if f"`{name}`" not in README} == set()


def test_what_is_called_not_obeyed_is_not() -> None:
    """The pages are honest about settings that nothing reads, and are mended when something does."""
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "checkin").rglob("*.py") if p.name != "settings.py")
    idle = {setting.key for setting in SETTINGS if setting.key not in code}
    for name in ("README.md", "docs/using.md"):
        told = {
            key for line in TEXTS[name].splitlines() if "obeyed" in line for key in re.findall(r"`(\w+\.\w+)`", line)
        }
        assert told == idle, name


def test_every_kind_of_act_is_in_the_glossary_with_whether_it_can_be_taken_back() -> None:
    told: dict[str, bool] = {}
    for row in rows(TEXTS["docs/glossary.md"], "## Kinds of act"):
        first = row.split("|")[1]
        for kind, mark in re.findall(r"`([a-z_]+)`( ↶)?", first):
            told[kind] = bool(mark)
    assert told == {kind.value: kind in UNDOABLE_BY_ID for kind in Kind}


def test_every_outcome_is_explained_with_its_word_and_whether_it_can_be_set_aside() -> None:
    from checkin.domain.scan import OVERRIDABLE

    told = {}
    for row in rows(TEXTS["docs/using.md"], "## What each outcome means"):
        word, code, means, way_out, anyway = (cell.strip() for cell in row.split("|")[1:-1])
        assert means, row
        assert way_out, row
        told[code.strip("`")] = (word, anyway.startswith("yes"))
    assert set(told) == {outcome.value for outcome in Outcome}
    for outcome in Outcome:
        word, anyway = told[outcome.value]
        assert word == ("Too early, Too late" if outcome is Outcome.WRONG_TIME else outcome.style.word)
        assert anyway == (outcome in OVERRIDABLE), outcome


def test_words_of_the_glossary_are_in_order_and_each_once() -> None:
    words = [row.split("|")[1].strip() for row in rows(TEXTS["docs/glossary.md"], "# Words")]
    folded = [word.casefold() for word in words]
    assert folded == sorted(folded)
    assert len(set(folded)) == len(folded)
    each = {part.strip() for word in folded for part in word.split(",")}
    design = """event attendee category badge operator role door scan outcome check-in check-out room session booking
        headcount departure manifest boarding return walk-in substitution journal entry act projection hub source
        station"""
    assert set(design.split()) - each == set()


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_sane(name: str) -> None:
    text = TEXTS[name]
    assert text.endswith("\n")
    assert "\t" not in without_code(text)
    long = []
    for line in without_code(text).splitlines():
        assert line == line.rstrip(), line
        if len(line) > 120 and not line.startswith(("|", "![")) and len(re.sub(r"\([^)]*\)", "", line)) > 130:
            long.append(line)
        assert len(line) <= LONGEST or line.startswith("|"), line
    assert long == []


def examples() -> list[tuple[str, str]]:
    """(command, answer) of the README's lines at a prompt."""
    block = re.search(r"^```console\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    assert block
    parts = re.split(r"^\$ ", block.group(1), flags=re.MULTILINE)[1:]
    return [(part.split("\n", 1)[0], part.split("\n", 1)[1]) for part in parts]


def as_pattern(answer: str) -> str:
    """An answer with its `…` as whatever stands there."""
    return ".*".join(re.escape(piece) for piece in answer.split("…"))


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
def test_the_readmes_examples_answer_as_it_says(tmp_path: Path) -> None:
    found = examples()
    assert len(found) >= 10
    env = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path),
        "CHECKIN_HOME": str(tmp_path / "home"), "CHECKIN_SECRET_STORE": "file", "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
    }  # fmt: skip
    for command, answer in found:
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=env, check=False
        )
        assert done.stderr == "", command
        assert re.fullmatch(as_pattern(answer), done.stdout), (command, done.stdout)
    assert (tmp_path / "badge.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "attendance.xlsx").stat().st_size > 1000
