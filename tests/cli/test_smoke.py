"""`--smoke` from source: what it answers, that it fails where something is missing, and that it leaves nothing."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from checkin.__main__ import main
from checkin.cli import loaded, smoke_steps
from checkin.devices import engines
from checkin.domain.errors import EnvironmentFault
from checkin.lists import programme_file
from checkin.paper import fonts
from tests.cli import contract
from tests.cli.conftest import Answer, Cli

STEPS = ["home", "event", "import", "badge", "read", "scan", "window", "export", "verify"]


@pytest.fixture
def smoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`--smoke`, its throw-away folder below one that the test can look into."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    cli = Cli(tmp_path / "home")

    def run(*words: str) -> Answer:
        rc, out, err = cli.streams(["--home", str(cli.home), "--smoke", "--json", *words], None)
        return Answer(rc, [json.loads(line) for line in out.splitlines()], out, err)

    return run


def windowless(home: Path, codes: list[str]) -> dict[str, Any]:
    """In place of the window's process, where a test is about another step."""
    raise EnvironmentFault("This test opens no window.", "")


def failed(answer: Answer) -> dict[str, Any]:
    """The first step that did not work; those before it did, those behind it were not tried."""
    assert (answer.rc, answer["ok"]) == (1, False), answer
    names = [step["name"] for step in answer["steps"]]
    assert names == STEPS
    at = [step["ok"] for step in answer["steps"]].index(False)
    for step in answer["steps"][at + 1 :]:
        assert (step["ok"], step["ms"], step["error"]) == (
            False,
            0.0,
            f"Not tried, because “{names[at]}” did not work.",
        )
    told: dict[str, Any] = answer["steps"][at]
    return told


def test_every_step_works_and_nothing_is_left(smoke: Any, tmp_path: Path) -> None:
    answer = smoke()
    assert (answer.rc, answer["ok"], answer["packed"]) == (0, True, False), answer
    assert answer.err == ""
    assert [step["name"] for step in answer["steps"]] == STEPS
    for step in answer["steps"]:
        assert (step["ok"], step["error"], step["ms"] > 0) == (True, None, True)
    facts = {step["name"]: step["facts"] for step in answer["steps"]}
    assert facts["home"] == {"key": "file"}
    assert facts["import"] == {"rows": 2, "encoding": "cp1250"}
    assert facts["read"]["engines"][:3] == ["zxing", "zxing2x", "threshold"]
    assert ("zbar" in facts["read"]["engines"]) == (facts["read"]["zbar"] is not None)
    assert (facts["scan"]["outcome"], facts["window"]["outcomes"]) == ("admitted", ["admitted"])
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "home").exists()


def test_the_answer_holds_what_the_contract_says(smoke: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke_steps, "window_tour", windowless)
    assert "| `--smoke` of the frozen program | `{ok, steps:[…]}` |" in contract.text()
    assert contract.missing(smoke().lines[0], contract.shape("{ok, steps}")) == []


def test_people_get_a_line_for_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke_steps, "window_tour", windowless)
    rc, out, _ = Cli(tmp_path).streams(["--smoke"], None)
    assert rc == 1
    lines = out.splitlines()
    assert [line.split()[0] for line in lines[:-1]] == STEPS
    assert lines[6].endswith("This test opens no window.")
    assert lines[-1] == "Not everything works."


def test_a_missing_event_file_is_told(smoke: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(smoke_steps, "resources", lambda: tmp_path)
    step = failed(smoke())
    assert step["name"] == "event"
    assert step["error"].strip()


def test_a_missing_typeface_is_told(smoke: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    for cached in vars(fonts).values():
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()
    try:
        step = failed(smoke())
    finally:
        for cached in vars(fonts).values():
            if hasattr(cached, "cache_clear"):
                cached.cache_clear()
    assert step["name"] == "badge"
    assert "typeface" in step["error"]


@pytest.mark.parametrize("engine", ["zxing", "zxing2x", "threshold", "zbar"])
def test_an_engine_that_reads_nothing_is_named(smoke: Any, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    monkeypatch.setitem(engines.ENGINES, engine, lambda _grey: [])
    monkeypatch.setattr(smoke_steps, "zbar_library", lambda: "/somewhere/libzbar.so.0")
    step = failed(smoke())
    assert step["name"] == "read"
    assert engine in step["error"].split()


def test_from_source_zbar_may_be_missing(smoke: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines.ENGINES, "zbar", lambda _grey: [])
    monkeypatch.setattr(smoke_steps, "zbar_library", lambda: None)
    monkeypatch.setattr(smoke_steps, "window_tour", windowless)
    assert failed(smoke())["name"] == "window"


def test_packed_zbar_has_to_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke_steps, "zbar_library", lambda: None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(EnvironmentFault, match="No libzbar"):
        smoke_steps.Trial().read_picture()


def test_a_window_that_admits_nobody_is_told(smoke: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke_steps, "window_tour", lambda _home, _codes: {"outcomes": [], "names": []})
    step = failed(smoke())
    assert (step["name"], step["error"]) == ("window", "The window admitted nobody.")


def test_what_nobody_expected_is_told_in_a_sentence(smoke: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_path: Path) -> None:
        raise KeyError("Glasgow")

    monkeypatch.setattr(programme_file, "read_programme", broken)
    answer = smoke()
    assert "KeyError" in failed(answer)["error"]
    assert "Traceback" in answer.err


def test_without_a_temporary_folder_the_first_step_tells(smoke: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nobody/has/this")
    assert failed(smoke())["name"] == "home"


def test_it_takes_no_command(smoke: Any) -> None:
    answer = smoke("verify")
    assert (answer.rc, answer["error"]) == (2, "--smoke stands alone.")


def test_modules_and_libraries_from_elsewhere_are_seen() -> None:
    own = Path(loaded.__file__)
    assert str(own) in loaded.modules_outside(Path("/nobody/has/this"))
    assert str(own) not in loaded.modules_outside(own.parent)
    if sys.platform == "linux":
        outside = loaded.libraries_outside(Path("/nobody/has/this"))
        assert any("libc.so" in path for path in outside)
        assert loaded.libraries_outside(Path("/")) == []


def test_only_packed_the_program_is_its_own_interpreter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr("checkin.bench.window_shown.main", lambda words: seen.append(words) or 7)
    words = ["-m", "checkin.bench.window_shown", "bare", str(tmp_path), "0"]
    assert main(words) == 2
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(words) == 7
    assert seen == [words[2:]]
    assert main(["-m", "checkin.cli.running"]) == 2
    assert "usage" not in capsys.readouterr().out
