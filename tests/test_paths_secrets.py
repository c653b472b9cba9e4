"""Where a desk's data lies and where its key lives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import keyring
import keyring.errors
import pytest

from checkin import paths, secrets
from checkin.domain.errors import EnvironmentFault
from checkin.paths import Home, default_home, filesystem_of
from checkin.secrets import database_key

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /mnt/home nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /mnt/home/local ext4 rw 0 0
"""


@pytest.fixture
def mounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with shares."""
    read, exists = Path.read_text, Path.exists
    monkeypatch.setattr(Path, "read_text", lambda s, *a: MOUNTS if str(s) == "/proc/mounts" else read(s, *a))
    monkeypatch.setattr(Path, "exists", lambda s, **k: str(s) == "/proc/mounts" or exists(s, **k))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/home/ailsa", "ext4"), ("/mnt/home/ailsa", "nfs4"), ("/mnt/homes", "ext4"), ("/mnt/my share/desk", "cifs"),
     ("/mnt/home/local/desk", "ext4"), ("/", "ext4")],
)  # fmt: skip
@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells shares by drive")
def test_the_nearest_mount_decides(folder: str, kind: str, mounted: None) -> None:
    assert filesystem_of(Path(folder)) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_share_is_refused_with_advice(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "filesystem_of", lambda _: kind)
    with pytest.raises(EnvironmentFault, match="network share") as caught:
        Home(tmp_path / "home").make()
    assert "--home" in caught.value.advice


def test_a_home_is_for_this_user_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.make()
    home.make()
    assert home.root.is_dir()
    if os.name == "posix":
        assert home.root.stat().st_mode & 0o077 == 0


def test_where_a_home_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHECKIN_HOME", raising=False)
    assert "checkin-desk" in str(default_home())
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "mine"))
    assert default_home() == tmp_path / "mine"


def test_resources_come_with_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (paths.resources() / "theme" / "tokens.json").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


class Keyring:
    """The operating system's keyring, by hand."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, name: str) -> str | None:
        self._ask()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        self._ask()
        self.kept[service, name] = text

    def _ask(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    made = Keyring()
    monkeypatch.setattr(keyring, "get_password", made.get_password)
    monkeypatch.setattr(keyring, "set_password", made.set_password)
    return made


@pytest.fixture
def place(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.make()
    return home


def choose(monkeypatch: pytest.MonkeyPatch, choice: str | None) -> None:
    if choice is None:
        monkeypatch.delenv("CHECKIN_SECRET_STORE", raising=False)
    else:
        monkeypatch.setenv("CHECKIN_SECRET_STORE", choice)


@pytest.mark.parametrize("choice", [None, "auto", "keyring"])
def test_a_keyring_that_answers_keeps_the_key(
    choice: str | None, place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, choice)
    key, store = database_key(place)
    assert (store, len(key), place.key.exists()) == ("keyring", 32, False)
    place.database.write_bytes(b"there")
    assert database_key(place) == (key, "keyring")
    assert list(ring.kept.values()) == [key.hex()]


@pytest.mark.parametrize("choice", [None, "auto"])
def test_without_one_a_file_keeps_it(
    choice: str | None, place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, choice)
    ring.locked = True
    key, store = database_key(place)
    assert (store, database_key(place)) == ("file", (key, "file"))
    if os.name == "posix":
        assert place.key.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in place.root.iterdir()] == ["secret.key"]


def test_a_key_in_a_file_stays_there(place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "file")
    key, _ = database_key(place)
    choose(monkeypatch, "auto")
    assert database_key(place) == (key, "file")
    assert ring.kept == {}


def test_a_demo_uses_a_file_by_itself(place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    assert database_key(place, demo=True)[1] == "file"
    assert ring.kept == {}


def test_a_keyring_that_was_asked_for_and_is_locked(
    place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "keyring")
    ring.locked = True
    with pytest.raises(EnvironmentFault, match="keyring") as caught:
        database_key(place)
    assert "CHECKIN_SECRET_STORE=file" in caught.value.advice
    assert not place.key.exists()


@pytest.mark.parametrize("choice", ["auto", "file"])
def test_a_database_without_its_key_gets_no_new_one(
    choice: str, place: Home, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new key would make the database unreadable for good."""
    choose(monkeypatch, choice)
    place.database.write_bytes(b"there")
    ring.locked = True
    with pytest.raises(EnvironmentFault, match="key"):
        database_key(place)
    assert not place.key.exists()
    ring.locked = False
    with pytest.raises(EnvironmentFault, match="key"):
        database_key(place)
    assert ring.kept == {}


@pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31, "ab" * 33, "\xff\xfe"])
def test_a_damaged_key_is_told(text: str, place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "file")
    place.key.write_text(text, "latin-1")
    with pytest.raises(EnvironmentFault, match="key"):
        database_key(place)
    assert place.key.read_text("latin-1") == text


def test_every_home_has_a_key_of_its_own(tmp_path: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = set()
    for choice in ("file", "keyring"):
        choose(monkeypatch, choice)
        for name in ("one", "two"):
            home = Home(tmp_path / choice / name)
            home.make()
            keys.add(database_key(home)[0])
    assert len(keys) == 4


def test_programs_that_start_at_once_share_one_key(place: Home) -> None:
    script = (
        "import sys; from pathlib import Path; from checkin.paths import Home;"
        " from checkin.secrets import database_key;"
        " sys.stdin.readline(); print(database_key(Home(Path(sys.argv[1])))[0].hex())"
    )
    words = [sys.executable, "-c", script, str(place.root)]
    env = {**os.environ, "CHECKIN_SECRET_STORE": "file"}
    options: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": env}
    programs = [subprocess.Popen(words, cwd=Path(__file__).resolve().parents[1], **options) for _ in range(4)]
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    answers = [program.communicate(timeout=30)[0].strip() for program in programs]
    assert [program.returncode for program in programs] == [0] * 4
    assert len(set(answers)) == 1
    assert len(answers[0]) == 64
    assert [p.name for p in place.root.iterdir()] == ["secret.key"]


def test_keys_are_random() -> None:
    assert secrets._KEY_BYTES == 32
