"""The command line is English wherever it runs, unless it is asked for another language by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def answered(home: Path, **environment: str) -> dict[str, str]:
    """What `checkin show` answers in a folder without an event."""
    words = [sys.executable, "-m", "checkin", "--home", str(home), "--json", "show", "somebody"]
    kept = {name: value for name, value in os.environ.items() if name != "CHECKIN_LANGUAGE"}
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env={**kept, **environment}, check=False)
    told: dict[str, str] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "There is no event in this data folder yet."),
        (
            {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
            "There is no event in this data folder yet.",
        ),
        ({"CHECKIN_LANGUAGE": "de"}, "In diesem Datenordner ist noch keine Tagung."),
        ({"CHECKIN_LANGUAGE": "nonsense"}, "There is no event in this data folder yet."),
    ],
)
def test_the_language_of_an_answer(tmp_path: Path, environment: dict[str, str], sentence: str) -> None:
    assert sentence in answered(tmp_path / "home", **environment).values()
