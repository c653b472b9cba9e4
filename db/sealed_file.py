"""A file that only a passphrase opens: scrypt makes the key, AES-GCM keeps the content secret and whole."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from checkin.domain.errors import UserError
from checkin.domain.translation import say

MAGIC = b"CHECKIN-SEALED-1\n"
_SALT, _NONCE = 16, 12
_LOG_N, _R, _P = 15, 8, 1
"""scrypt's cost: 32 MiB and about a tenth of a second (RFC 7914)."""


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=1 << _LOG_N, r=_R, p=_P).derive(passphrase.encode("utf-8"))


def seal(path: Path, content: bytes, passphrase: str) -> None:
    """Write `content` sealed, beside the name first and then renamed, for this user only."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = MAGIC + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, content, MAGIC)
    beside = path.with_name(path.name + ".part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def is_sealed(path: Path) -> bool:
    """Whether a file is one of ours."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def unseal(path: Path, passphrase: str) -> bytes:
    """The content of a sealed file.

    Raises:
        UserError: another passphrase, or a file that was cut or altered.
    """
    data = path.read_bytes()[len(MAGIC) :]
    salt, nonce, rest = data[:_SALT], data[_SALT : _SALT + _NONCE], data[_SALT + _NONCE :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, rest, MAGIC)
    except (InvalidTag, ValueError) as error:
        raise UserError(
            say("{file} does not open with this passphrase.", file=path.name),
            say("Type it again; if it is right, the file is damaged."),
        ) from error
