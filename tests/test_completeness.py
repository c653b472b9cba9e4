"""Nothing is half there: every outcome, kind, setting and command has all that belongs to it."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checkin.cli.parsing import parser
from checkin.domain import sentences
from checkin.domain.kinds import ENTERS, LEAVES, UNDOABLE, Kind
from checkin.domain.outcome import STYLES, Family, Outcome
from checkin.domain.people import WalkIn
from checkin.lists.programme_file import read_programme
from checkin.paths import Home, resources
from checkin.services.badges import BadgeService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.handing_over import HandingOverService
from checkin.services.histories import sentence
from checkin.services.importing import ImportService
from checkin.services.noting import NoteService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.settings import SETTINGS
from checkin.services.substituting import SubstituteService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from db.projections.entries import is_silent
from db.queries.entries import EntryRow

ROOT = Path(__file__).resolve().parents[1]
TOKENS = json.loads((resources() / "theme" / "tokens.json").read_text("utf-8"))

# Written by desks of later issues; folded here already.
FOREIGN = frozenset({Kind.BOOKED, Kind.RELEASED})


@pytest.mark.parametrize("outcome", Outcome)
class TestOutcome:
    """All that an answer of a door needs."""

    def test_style_and_tokens_agree(self, outcome: Outcome) -> None:
        token = TOKENS["outcomes"][outcome.value]
        style = STYLES[outcome]
        assert (token["family"], token["icon"]) == (style.family.value, style.icon)
        if outcome is Outcome.WRONG_TIME:
            # The verdict says which; lists say the common word.
            assert token["word"] == "Too early | Too late"
        else:
            assert token["word"] == style.word
        assert style.word == style.word.strip() != ""

    def test_a_reason_and_a_way_out(self, outcome: Outcome) -> None:
        assert sentences.reason_of(outcome, {"span": "Valid until 12:00"}).strip()
        way_out = sentences.way_out_of(
            outcome, {"alternative": "Ask them to wait.", "way": "Ask them to come at 14:00."}, {}
        )
        assert way_out.strip()
        assert way_out[-1] in ".?"
        for text in (sentences.REASONS[outcome], sentences.WAYS_OUT[outcome]):
            assert not re.search(r"\b(please|invalid|error|payload|null)\b", text.lower())

    def test_its_icon_is_there(self, outcome: Outcome) -> None:
        icon = resources() / "icons" / f"{STYLES[outcome].icon}.svg"
        assert ElementTree.parse(icon).getroot().tag.endswith("svg")


@pytest.mark.parametrize("family", Family)
class TestFamily:
    """All that a family of outcomes needs."""

    def test_shape_colour_and_time(self, family: Family) -> None:
        token = TOKENS["families"][family.value]
        assert token["shape"]
        assert token["shows_ms"] > 0
        for theme in TOKENS["themes"].values():
            for name in (token["colour"], f"on_{token['colour']}", f"{token['colour']}_soft"):
                assert re.fullmatch(r"#[0-9A-F]{6}", theme[name])

    def test_its_sound_is_there(self, family: Family) -> None:
        import wave

        with wave.open(str(resources() / "sounds" / f"{family.value}.wav")) as sound:
            assert 0.05 < sound.getnframes() / sound.getframerate() < 2


def test_the_list_of_outcomes_is_closed() -> None:
    assert set(TOKENS["outcomes"]) == {o.value for o in Outcome}
    assert set(TOKENS["families"]) == {f.value for f in Family}
    assert {style.family for style in STYLES.values()} == set(Family)
    assert len({style.word for style in STYLES.values()}) == len(Outcome)
    assert len({style.icon for style in STYLES.values()}) == len(Outcome), "told apart without reading"


def test_themes_have_the_same_colours() -> None:
    colours = [set(theme) for theme in TOKENS["themes"].values()]
    assert all(one == colours[0] for one in colours)


class Printer:
    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        return "1"


EVENT = """
[event]
title = "Hill towns"
short = "HT"
timezone = "UTC"
starts = 2026-03-23
ends = 2026-03-25
[[room]]
id = "hall"
name = "Hall"
capacity = 20
[[session]]
id = "talk"
name = "Talk"
room = "hall"
starts = 2026-03-24T09:00:00
ends = 2026-03-24T11:00:00
mode = "open"
capacity = 20
[[departure]]
id = "walk"
site_visit = "Old town"
name = "Old town, on foot"
vehicle = "on foot"
starts = 2026-03-24T09:00:00
ends = 2026-03-24T16:00:00
ends_at = "Hall"
capacity = 5
meeting_point = "Main door"
leader = "Ann Guide"
leader_phone = "+44 7700 900123"
"""


@pytest.fixture
def busy(desk: Desk, tmp_path: Path) -> Desk:
    """A desk at which everything happened that can happen in this slice."""
    (tmp_path / "event.toml").write_text(EVENT, "utf-8")
    programme, people, scans = ProgrammeService(desk), PeopleService(desk), ScanService(desk)
    programme.load(read_programme(tmp_path / "event.toml"))
    programme.add_operator("Ailsa", "desk")
    rows = 'Ticket code,Name,City,Visits\nT-1,Åse Sahin,Bergen,"Old town, on foot"\nT-2,Jan Novák,Brno,\n'
    (tmp_path / "people.csv").write_text(rows, "utf-8")
    ImportService(desk).run([tmp_path / "people.csv"])
    for door in ("main", "talk", "walk"):
        for leaving in (False, True):
            assert scans.scan(ScanRequest("T-1", door=door, exit=leaving)).outcome.passes
    scans.scan(ScanRequest("NOT-OURS"))
    walk_in = WalkInService(desk).register(WalkIn("Bo", "Li"))
    badges = BadgeService(desk, lambda _: Printer())
    badges.queue(walk_in.attendee, "p")
    badges.step()
    correcting = CorrectingService(desk)
    correcting.correct(people.resolve("T-2"), {"city": "Olomouc"})
    (tmp_path / "people.csv").write_text(rows.replace("Brno", "Ostrava"), "utf-8")
    ImportService(desk).run([tmp_path / "people.csv"])
    conflicts = ConflictService(desk)
    conflicts.acknowledge(conflicts.all()[0].id)
    correcting.merge(people.resolve("T-1"), walk_in.attendee)
    correcting.unmerge(walk_in.attendee)
    noting, handing = NoteService(desk), HandingOverService(desk)
    noting.deliver(noting.note(walk_in.attendee, "Tell Marta", at_scan=True)[1])
    handing.hand_over(walk_in.attendee)
    handing.keep(walk_in.attendee)
    handing.replace(walk_in.attendee)
    SubstituteService(desk, scans).substitute(people.resolve("T-2"), WalkIn("Eva", "Stone"))
    programme.close_day()
    UndoService(desk).undo(walk_in.entry, "wrong")
    return desk


def test_every_kind_is_written_or_foreign(busy: Desk) -> None:
    with busy.database.read() as connection:
        written = {row[0] for row in connection.exec_driver_sql("select distinct kind from act")}
    assert written == {k.value for k in Kind} - FOREIGN


def test_every_kind_has_a_sentence(busy: Desk) -> None:
    scans = {*ENTERS.values(), *LEAVES.values(), Kind.SCAN_REFUSED}
    with busy.database.read() as connection:
        for kind in set(Kind) - scans:
            if kind in ("listed", "changed_at_source", "event_opened", "programme_changed", "operator_named"):
                continue
            row = EntryRow("a", "a", "s", kind.value, 0, "p", "", "", False, "", "", {}, "")
            told = sentence(busy, connection, row)
            assert told != kind.value.replace("_", " "), kind
            assert told[0].isupper()


def test_what_a_history_shows_is_a_sentence(busy: Desk) -> None:
    people = PeopleService(busy)
    texts = [e.text for code in ("T-1", "T-2", "bo li") for e in people.card(people.resolve(code)).entries]
    texts += [e.text for e in people.last_acts(50)]
    assert len(texts) > 15
    for text in texts:
        assert text[0].isupper()
        assert "_" not in text
        assert "None" not in text


def test_only_kinds_that_people_make_can_be_taken_back() -> None:
    assert UNDOABLE.issubset(Kind)
    assert not UNDOABLE & {Kind.SCAN_REFUSED, Kind.UNDONE, Kind.BADGE_PRINTED, Kind.CONFLICT_ACKNOWLEDGED}
    assert set(ENTERS.values()) | set(LEAVES.values()) <= UNDOABLE


def test_silent_kinds_stand_in_no_history(busy: Desk) -> None:
    with busy.database.read() as connection:
        shown = {row[0] for row in connection.exec_driver_sql("select distinct kind from entry")}
    assert not shown & {"listed", "changed_at_source", "event_opened", "programme_changed", "operator_named"}
    assert is_silent.__doc__


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_every_setting_has_help(setting: object) -> None:
    text = setting.help  # type: ignore[attr-defined]
    assert text[0].isupper() or text[0] == "`"
    assert text.endswith(".")
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", setting.key)  # type: ignore[attr-defined]


def test_every_setting_is_used_somewhere() -> None:
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "checkin").rglob("*.py") if p.name != "settings.py")
    assert [s.key for s in SETTINGS if s.key not in code] == []


def every_command() -> list[tuple[str, argparse.ArgumentParser, str]]:
    """(words, parser, help) of every command and word that commands follow."""
    found = []

    def walk(made: argparse.ArgumentParser, before: str) -> None:
        for action in made._actions:
            if isinstance(action, argparse._SubParsersAction):
                helps = {choice.dest: choice.help for choice in action._choices_actions}
                for name, child in action.choices.items():
                    words = f"{before} {name}".strip()
                    found.append((words, child, helps.get(name) or ""))
                    walk(child, words)

    walk(parser(), "")
    return found


@pytest.mark.parametrize(("words", "made", "told"), every_command(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_command_has_help(words: str, made: argparse.ArgumentParser, told: str) -> None:
    assert told
    assert not told.endswith(".")
    assert words in made.format_help()


def documents() -> str:
    return "\n".join(p.read_text("utf-8") for p in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))))


def test_every_command_is_documented() -> None:
    """README.md or a page of docs/ names each command as one types it."""
    text = documents()
    assert [words for words, *_ in every_command() if not re.search(rf"checkin\b[^\n]*\b{words}\b", text)] == []


def test_a_home_has_a_place_for_everything(tmp_path: Path) -> None:
    home = Home(tmp_path)
    places = [home.database, home.key, home.backups, home.logs, home.prints]
    assert len(set(places)) == 5
    assert all(place.parent == tmp_path for place in places)
