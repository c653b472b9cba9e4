"""`python lock_holder.py HOME SECONDS`: another program that holds the database's write lock for so long."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from checkin.paths import Home
from checkin.secrets import database_key
from db.engine import open_connection


def main(words: list[str]) -> int:
    home = Home(Path(words[0]))
    connection = open_connection(home.database, database_key(home)[0])
    connection.isolation_level = None
    connection.execute("begin immediate")
    print("locked", flush=True)
    time.sleep(float(words[1]))
    connection.execute("rollback")
    connection.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
