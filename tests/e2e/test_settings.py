"""The Settings page on a real desk: what is changed is stored and undone, or refused in words; devices wait aside."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from checkin.devices.camera_list import CameraName
from checkin.devices.key_decoding import Layout
from checkin.devices.keyboard import Key, KeyKind
from checkin.devices.printer_list import PrinterList
from checkin.devices.qt.keyboard_scanner import KeyboardScanner
from checkin.devices.tried import tried
from checkin.domain.badge import make_code
from checkin.gui.control.settings.keeping import ONE_GO_S
from checkin.paths import Home
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.settings import SETTINGS, SettingService
from checkin.services.trial_badge import trial_code
from tests.e2e.frames import StillCamera, held
from tests.gui.settings_stage import Machine, SettingsStage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LINK = "/dev/v4l/by-id/usb-Logitech_BRIO-video-index0"
BRIO = CameraName(2, "Logitech BRIO", LINK)


@pytest.fixture
def stage_on(open_desk: Callable[[Home], Desk]) -> Iterator[Callable[..., SettingsStage]]:
    """Opens the page on a home and closes it at the end."""
    made: list[SettingsStage] = []

    def opened(home: Home, machine: Machine | None = None, section: str = "event") -> SettingsStage:
        made.append(SettingsStage(open_desk(home), machine))
        return made[-1].open(section)

    yield opened
    for stage in made:
        stage.close_all()


@pytest.fixture
def stage(stage_on: Callable[..., SettingsStage], demo_home: Home) -> SettingsStage:
    """The page on the demo."""
    return stage_on(demo_home)


def keys_of(text: str, gap_ms: float, end: bool = True) -> list[Key]:
    """A scanner's keys, so far apart."""
    pressed = [Key(letter, at_ms=place * gap_ms) for place, letter in enumerate(text)]
    return [*pressed, Key("\r", at_ms=len(text) * gap_ms, kind=KeyKind.END)] if end else pressed


def send(stage: SettingsStage, text: str, gap_ms: float = 8.0, layout: Layout = "auto", least: int = 6) -> None:
    """Let the scanner send a code to the card that tries it."""
    stage.machine.scanner.tried.emit(tried(keys_of(text, gap_ms), layout=layout, least_keys=least))


def code_of(stage: SettingsStage) -> str:
    return stage.services.people.expected_codes(1)[0]


def test_a_change_is_stored_and_taken_back(stage: SettingsStage) -> None:
    changed: list[tuple[str, str]] = []
    stage.page.changed.connect(lambda key, value: changed.append((key, value)))
    stage.page.show_section("look")
    choice = stage.page.look_section.settings["look.theme"].control
    choice.button("dark").click()
    stage.wait(lambda: changed == [("look.theme", "dark")])
    assert stage.stored("look.theme") == "dark"
    assert stage.page.header.undo.words == "Undo: Theme Like the computer → Dark"
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.wait(lambda: len(changed) == 2)
    assert stage.stored("look.theme") == "system"
    assert choice.chosen == "system"
    assert not stage.page.header.undo.isEnabled()


def test_every_choice_of_every_setting_can_be_made(stage: SettingsStage) -> None:
    rows = {key: row for section in stage.page.sections.values() for key, row in section.settings.items()}
    for setting in SETTINGS:
        for value in setting.choices:
            rows[setting.key].control.button(value).click()
            stage.wait(lambda key=setting.key, value=value: stage.page.keeping.values[key] == value)
            assert stage.stored(setting.key) == value
    assert stage.told == []


def test_steps_that_follow_each_other_are_undone_as_one(stage: SettingsStage, monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr(stage.page.keeping, "_steady", lambda: now[0])
    for after, volume in ((0.0, "60"), (1.0, "50"), (1.0, "40"), (ONE_GO_S + 1, "30")):
        now[0] += after
        stage.page.keeping.set("sound.volume", volume)
        stage.wait(lambda volume=volume: stage.page.keeping.values["sound.volume"] == volume)
    assert stage.page.keeping.last == "Loudness 40 → 30"
    stage.page.keeping.undo()
    stage.wait(lambda: stage.stored("sound.volume") == "40")
    stage.wait(lambda: stage.page.keeping.last == "Loudness 80 → 40")
    stage.page.keeping.undo()
    stage.wait(lambda: stage.stored("sound.volume") == "80")
    stage.wait(lambda: stage.page.keeping.last == "")


def test_a_name_that_cannot_be_is_refused_below_the_field(stage: SettingsStage) -> None:
    stage.page.keeping.set("desk.name", "   ")
    row = stage.page.event_section.settings["desk.name"]
    stage.wait(lambda: row.fault)
    assert row.fault == "A desk's name has 1 to 60 characters. For example: Desk 2, or Main entrance."
    assert stage.stored("desk.name") == "Desk A"
    stage.page.keeping.set("desk.name", "Main entrance")
    stage.wait(lambda: stage.desk.identity.label == "Main entrance")
    stage.wait(lambda: not row.fault)


def test_the_door_is_chosen_among_the_events(stage: SettingsStage) -> None:
    section = stage.page.event_section
    stage.wait(lambda: section.doors.rows)
    assert section.doors.chosen == "main"
    assert section.event_card.title.whole == "Social Innovation Lab Glasgow"
    assert [word for word, _ in section.days._buttons.items()] == ["2026-03-23", "2026-03-24", "2026-03-25"]
    section.doors.rows["opening"].click()
    stage.wait(lambda: stage.stored("desk.door") == "opening")
    stage.wait(lambda: section.doors.chosen == "opening")
    stage.wait(lambda: stage.page.keeping.last)
    assert stage.page.keeping.last == "Door of this desk Main door → Official opening"


def test_what_another_program_set_is_shown(stage: SettingsStage, demo_home: Home) -> None:
    other = Desk(demo_home)
    SettingService(other).set("look.zoom", "150")
    other.close()
    stage.page.refresh()
    stage.wait(lambda: stage.page.look_section.settings["look.zoom"].control.chosen == "150")


def test_lists_are_told_with_when_and_by_whom(stage: SettingsStage) -> None:
    stage.page.show_section("list")
    rows = stage.page.list_section.known
    stage.wait(lambda: rows.rows.count() == 1)
    assert rows.about.whole == "130 people are on the list, walk-ins among them."
    line = rows.rows.itemAt(0).widget().line
    assert (line.title, line.detail) == ("demo", "130 rows, 24 March 2026, 09:00, by organiser at Desk A")
    asked: list[str] = []
    stage.page.import_requested.connect(lambda: asked.append("button"))
    stage.page.list_section.drop.button.click()
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["button", "button"]


def test_an_event_file_is_loaded_and_one_that_is_none_is_refused(stage: SettingsStage, tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    path.write_text("[event]\n", "utf-8")
    stage.machine.event_file = str(path)
    stage.page.header.button().click()
    stage.wait(lambda: stage.told)
    assert stage.services.programmes.show().event.title == "Social Innovation Lab Glasgow"
    path.write_text(
        '[event]\ntitle = "Cities"\nshort = "GX"\ntimezone = "Europe/London"\n'
        "starts = 2026-03-23\nends = 2026-03-25\n[main_door]\nname = 'Front'\n",
        "utf-8",
    )
    stage.page.header.button().click()
    stage.wait(lambda: stage.page.event_section.event_card.title.whole == "Cities")
    assert list(stage.page.event_section.doors.rows) == ["main"]


def test_a_code_that_is_tried_tells_whether_it_is_on_the_list_and_never_whose(stage: SettingsStage) -> None:
    stage.page.show_section("scanners")
    assert stage.machine.scanner.trying
    box = stage.page.scanner_section.try_card.box
    code = code_of(stage)
    name = stage.services.people.holders((code,))[0].name
    send(stage, code)
    stage.wait(lambda: box.tone == "go")
    assert box.title.endswith("is on the list")
    assert name not in box.accessibleName()
    assert box.sentence == (
        "This scanner works: 11 keys, at most 8 ms apart. Keyboard: same as this computer. It ends with Enter."
    )
    for text, words in (
        (make_code("GX", 123456), "is a badge code"), ("ABC-123-XYZ", "may be a ticket"),
        ("https://example.org/programme", "is none of our codes"),
        (trial_code(stage.services.programmes.show().event), "is the test badge"),
    ):  # fmt: skip
        send(stage, text)
        stage.wait(lambda words=words: words in box.title)
    send(stage, "hello world of codes")
    stage.wait(lambda: "hello" in box.title)
    assert "20 characters, 8 ms apart, 8 ms at most." in box.sentence
    stage.page.show_section("look")
    assert not stage.machine.scanner.trying
    assert stage.services.people.figures()["inside"] == 0


def test_the_real_scanner_is_tried_and_admits_nobody(stage_on: Callable[..., SettingsStage], demo_home: Home) -> None:
    scanner = KeyboardScanner(gap_ms=90.0)
    scanner.start()
    stage = stage_on(demo_home, Machine(scanner=scanner))
    scanned: list[str] = []
    scanner.payload_scanned.connect(scanned.append)
    try:
        stage.page.show_section("scanners")
        for letter in code_of(stage):
            QTest.keyClick(stage.windowHandle(), letter)
        QTest.keyClick(stage.windowHandle(), Qt.Key.Key_Return)
        stage.wait(lambda: stage.page.scanner_section.try_card.box.title.endswith("is on the list"))
        assert stage.page.section == "scanners"
        assert scanned == []
    finally:
        scanner.stop()
    assert stage.services.people.figures()["inside"] == 0


def test_a_camera_that_is_not_there_is_told_beside_its_place(stage: SettingsStage) -> None:
    stage.page.show_section("scanners")
    card = stage.page.scanner_section.camera
    stage.wait(lambda: card.advice.whole)
    assert card.advice.whole == "There is no camera on this machine. Plug one in."
    stage.wait(lambda: card.about.whole == "No camera was found. Hand scanners and typing work without one.")


def test_a_scanner_that_is_slow_is_told_the_number_to_use(stage: SettingsStage) -> None:
    stage.page.show_section("scanners")
    card = stage.page.scanner_section.try_card
    send(stage, code_of(stage), gap_ms=48)
    stage.wait(lambda: "was taken for typing" in card.box.title)
    assert card.use_gap.words == "Use 60 ms"
    card.use_gap.click()
    stage.wait(lambda: stage.stored("scanner.gap_ms") == "60")
    stage.wait(lambda: stage.page.scanner_section.gap.value == 60)
    stage.page.scanner_section.keys.less.click()
    stage.wait(lambda: stage.stored("scanner.least_keys") == "5")


def test_the_camera_is_on_only_while_its_section_is_shown(
    stage_on: Callable[..., SettingsStage], demo_home: Home
) -> None:
    machine = Machine(cameras=(CameraName(0, "Front camera"), BRIO))
    stage = stage_on(demo_home, machine)
    code = code_of(stage)
    machine.camera = lambda: StillCamera(held(code))
    stage.page.show_section("scanners")
    box = stage.page.scanner_section.try_card.box
    stage.wait(lambda: box.title.endswith("is on the list"))
    assert box.sentence == "From the camera."
    assert stage.page.viewing.on
    cameras = stage.page.scanner_section.camera.cameras
    stage.wait(lambda: LINK in cameras.rows)
    assert cameras.chosen == "simulated"
    cameras.rows[LINK].click()
    stage.wait(lambda: stage.page.keeping.last)
    assert stage.stored("camera.source") == LINK
    assert stage.page.keeping.last == "Camera Simulated camera → Logitech BRIO"
    stage.page.show_section("look")
    assert not stage.page.viewing.on
    stage.wait(lambda: not stage.page.viewing._ending)
    assert stage.services.people.figures()["inside"] == 0


def test_a_camera_that_the_desk_uses_is_left_to_it_until_asked_for(
    stage_on: Callable[..., SettingsStage], demo_home: Home
) -> None:
    machine = Machine()
    stage = stage_on(demo_home, machine)
    code = code_of(stage)
    machine.camera = lambda: StillCamera(held(code))
    machine.desk_camera.on = True
    stage.page.show_section("scanners")
    card = stage.page.scanner_section.camera
    assert not stage.page.viewing.on
    assert card.picture.accessibleName() == "Camera: In use by the Desk page"
    card.use_here.click()
    assert stage.page.viewing.on
    assert not machine.desk_camera.on


def test_printers_are_looked_for_beside_the_window(stage_on: Callable[..., SettingsStage], demo_home: Home) -> None:
    machine = Machine(printers=PrinterList(("Labels", "Office"), "Office", None), waits_s=0.5)
    stage = stage_on(demo_home, machine)
    beats: list[float] = []
    pulse = QTimer(interval=5)
    pulse.timeout.connect(lambda: beats.append(time.monotonic()))
    pulse.start()
    stage.page.show_section("printers")
    section = stage.page.printer_section
    assert section.where.about.whole == "Looking for printers…"
    assert list(section.printers.rows) == ["pdf"]
    stage.wait(lambda: len(section.printers.rows) == 3)
    pulse.stop()
    assert max(b - a for a, b in pairwise(beats)) < 0.4
    assert section.printers.chosen == "pdf"
    section.printers.rows["Labels"].click()
    stage.wait(lambda: stage.stored("badge.printer") == "Labels")
    machine.printers = PrinterList((), None, "No printer is set up here")
    stage.page.header.button().click()
    stage.wait(lambda: section.where.about.whole == "No printer is set up here.")
    line = section.printers.rows["Labels"].line
    assert line.chip is not None
    assert line.chip[0] == "Not found"


def test_a_test_badge_is_shown_and_printed_and_is_nobodys(stage: SettingsStage) -> None:
    stage.page.show_section("printers")
    section = stage.page.printer_section
    stage.wait(lambda: not section.picture.empty)
    entries = len(stage.services.people.last_acts(50))
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    stage.wait(lambda: section.told.title == "The test badge was written")
    assert section.test.isEnabled()
    written = list(stage.desk.home.prints.glob("*.pdf"))
    assert [str(path) for path in written] == [section.told.sentence]
    assert written[0].read_bytes().startswith(b"%PDF")
    assert len(stage.services.people.last_acts(50)) == entries
    assert stage.services.badges.jobs() == []
    code = trial_code(stage.services.programmes.show().event)
    assert not ScanService(stage.desk).scan(ScanRequest(code)).admitted


def test_a_printer_that_is_not_there_is_told_where_the_button_is(stage: SettingsStage) -> None:
    SettingService(stage.desk).set("badge.printer", "No-such-queue")
    stage.page.keeping.look()
    stage.page.show_section("printers")
    section = stage.page.printer_section
    stage.wait(lambda: section.printers.chosen == "No-such-queue")
    section.test.click()
    stage.wait(lambda: section.told.title, 20_000)
    assert section.told.tone in ("stop", "hold")
    assert section.told.sentence
    assert stage.told == []


def test_sounds_are_tried_one_by_one(stage: SettingsStage) -> None:
    stage.page.show_section("look")
    for family, row in stage.page.look_section.sounds.items():
        row.button.click()
        assert stage.machine.player.last == family.value
    assert not stage.page.look_section.silent.isVisible()
    stage.machine.player.audible = False
    stage.page.look_section.sounds[family].button.click()
    stage.wait(stage.page.look_section.silent.isVisible)


def test_a_copy_is_made_and_brought_back_after_a_question(stage: SettingsStage) -> None:
    stage.page.show_section("backup")
    section = stage.page.backup_section
    codes = stage.services.people.expected_codes(2)
    assert stage.services.scans.scan(ScanRequest(codes[0])).admitted
    stage.page.header.button().click()
    stage.wait(lambda: section.told.title == "A copy was made")
    copies = list(stage.desk.home.backups.glob("*.db"))
    assert len(copies) == 1
    stage.wait(lambda: section.last.line.detail == copies[0].name)
    assert stage.services.scans.scan(ScanRequest(codes[1])).admitted
    heard: list[str] = []
    stage.page.restoring.connect(lambda: heard.append("restoring"))
    stage.page.restored.connect(lambda: heard.append("restored"))
    stage.machine.copy = str(copies[0])
    section.choose.click()
    assert section.asking
    assert copies[0].name in section.question.title
    section.leave.click()
    assert not section.asking
    assert heard == []
    section.choose.click()
    station = stage.desk.identity.station_id
    section.confirm.click()
    stage.wait(lambda: heard == ["restoring", "restored"])
    assert section.told.title == f"{copies[0].name} was brought back"
    assert stage.desk.identity.station_id != station
    assert stage.desk.identity.label == "Desk A"
    outcomes = [stage.services.scans.scan(ScanRequest(code)).outcome.value for code in codes]
    assert outcomes == ["already", "admitted"]
    assert stage.services.care.verify(signatures=True).whole


def test_a_file_that_is_no_copy_is_refused_and_nothing_is_lost(stage: SettingsStage, tmp_path: Path) -> None:
    stage.page.show_section("backup")
    section = stage.page.backup_section
    path = tmp_path / "holiday.db"
    path.write_bytes(b"\0" * 8192)
    stage.machine.copy = str(path)
    section.choose.click()
    section.confirm.click()
    stage.wait(lambda: section.told.tone == "stop")
    assert section.told.title == "holiday.db is no backup that this computer can open."
    assert section.choose.isEnabled()
    assert stage.services.people.figures()["listed"] == 130
    section.folder.click()
    assert stage.machine.shown_folders == [str(stage.desk.home.backups)]


def test_escape_answers_the_question_first_and_then_leaves_the_page(stage: SettingsStage, tmp_path: Path) -> None:
    closed: list[bool] = []
    stage.page.closed.connect(lambda: closed.append(True))
    stage.page.show_section("backup")
    (tmp_path / "a.db").write_bytes(b"x")
    stage.machine.copy = str(tmp_path / "a.db")
    stage.page.backup_section.choose.click()
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_Escape)
    assert not stage.page.backup_section.asking
    assert closed == []
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_Escape)
    assert closed == [True]


def test_a_home_without_an_event_shows_what_can_be_set(stage_on: Callable[..., SettingsStage], home: Home) -> None:
    stage = stage_on(home)
    assert not stage.page.event_section.name.isEnabled()
    assert not stage.page.event_section.doors_card.isVisible()
    for section in stage.page.sections:
        if section != "scanners":
            stage.page.show_section(section)
            stage.settle()
    stage.page.look_section.settings["sound.on"].control.button("no").click()
    stage.wait(lambda: stage.stored("sound.on") == "no")
    assert stage.told == []
