"""Where the database's key lives: the operating system's keyring, else a file only this user can read."""

from __future__ import annotations

import os
import secrets
from typing import Literal

from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.translation import say
from checkin.paths import Home, put_if_absent

Store = Literal["keyring", "file"]
_SERVICE = "checkin-desk"
_KEY_BYTES = 32


def database_key(home: Home, *, demo: bool = False) -> tuple[bytes, Store]:
    """The key of this home's database, made on first use, and where it is kept.

    CHECKIN_SECRET_STORE decides: `keyring`, `file`, or `auto` (the keyring if one answers, else the file). A home
    whose key lies in a file keeps it there; demo homes use a file by themselves.

    Raises:
        EnvironmentFault: the keyring was asked for and none answers, or the database is there and its key is gone.
    """
    choice = os.environ.get("CHECKIN_SECRET_STORE", "auto")
    if choice not in ("auto", "keyring", "file"):
        raise UserError(
            say("CHECKIN_SECRET_STORE cannot be {choice!r}.", choice=choice), say("Set it to auto, keyring or file.")
        )
    if home.key.exists():
        return _from_file(home), "file"
    if choice != "file" and not demo:
        found = _from_keyring(home)
        if found is not None:
            return found, "keyring"
        if choice == "keyring":
            raise EnvironmentFault(
                say("No keyring of the operating system answers."),
                say("Unlock it, or set CHECKIN_SECRET_STORE=file to keep the key in a file only you can read."),
            )
    if home.database.exists():
        if home.key.exists():
            # Another program made both since we looked.
            return _from_file(home), "file"
        raise EnvironmentFault(
            say("The database {database} is there but its key is not.", database=home.database),
            say("Unlock the keyring, or put the secret.key that belongs to it beside it."),
        )
    return _to_file(home), "file"


def _from_file(home: Home) -> bytes:
    text = home.key.read_text("ascii", "replace").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise EnvironmentFault(
            say("{file} is no key.", file=home.key), say("Put back the file that belongs to this database.")
        )
    return key


def _to_file(home: Home) -> bytes:
    beside = home.key.with_name(f"{home.key.name}.{os.getpid()}-{secrets.token_hex(4)}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(_KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        # Another program may make one in this very moment; then that one is the key.
        put_if_absent(beside, home.key)
    finally:
        beside.unlink(missing_ok=True)
    return _from_file(home)


def _from_keyring(home: Home) -> bytes | None:
    import keyring
    from keyring.errors import KeyringError

    name = str(home.root.resolve())
    try:
        text = keyring.get_password(_SERVICE, name)
        if text is None:
            if home.database.exists():
                return None
            text = secrets.token_hex(_KEY_BYTES)
            keyring.set_password(_SERVICE, name, text)
        return bytes.fromhex(text)
    except (KeyringError, ValueError):
        return None
