"""Who this station is: its ids and keys, one row that is never given to a peer."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class Identity:
    """This installation as an author of acts. `event_key` makes attendee ids and badge codes; `signer` is Ed25519."""

    event_id: str
    station_id: str
    label: str
    event_key: bytes
    signer: Ed25519PrivateKey

    @property
    def pubkey(self) -> bytes:
        """The station's public key, 32 bytes."""
        return self.signer.public_key().public_bytes_raw()


def load(connection: Connection) -> Identity | None:
    """This station's identity, None in a home where nothing was made yet."""
    row = connection.exec_driver_sql("select event_id, station_id, label, event_key, secret from me").fetchone()
    if row is None:
        return None
    return Identity(row[0], row[1], row[2], bytes(row[3]), Ed25519PrivateKey.from_private_bytes(bytes(row[4])))


def create(connection: Connection, event_id: str, event_key: bytes, station_id: str, label: str, device: str) -> None:
    """Make this station, with a new signing key, as a member of the event."""
    signer = Ed25519PrivateKey.generate()
    connection.exec_driver_sql(
        "insert into me(one, event_id, station_id, label, device, secret, event_key, fingerprint, last_hlc)"
        " values (1, ?, ?, ?, ?, ?, ?, ?, 0)",
        (event_id, station_id, label, device, signer.private_bytes_raw(), event_key, device),
    )
    connection.exec_driver_sql(
        "insert into cursor(station_id, seq, hash, pubkey) values (?, 0, ?, ?)",
        (station_id, b"", signer.public_key().public_bytes_raw()),
    )


def relabel(connection: Connection, label: str) -> None:
    """Give this desk another name; acts already made keep the old one."""
    connection.exec_driver_sql("update me set label = ?", (label,))


def renew(connection: Connection, station_id: str) -> None:
    """Go on as a new incarnation: a new id and key. What a restored copy wrote after it was made is in no chain of
    ours; with the old id this station would fork its own (reference/sync.md §3, "Clone, restore, reinstall").
    """
    signer = Ed25519PrivateKey.generate()
    connection.exec_driver_sql("update me set station_id = ?, secret = ?", (station_id, signer.private_bytes_raw()))
    connection.exec_driver_sql(
        "insert into cursor(station_id, seq, hash, pubkey) values (?, 0, ?, ?)",
        (station_id, b"", signer.public_key().public_bytes_raw()),
    )
