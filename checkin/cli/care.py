"""Care: verify, backup, restore, bench."""

from __future__ import annotations

from pathlib import Path

from checkin.cli.context import Context
from checkin.cli.words import Group, at_least, command


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    verify = command(group, "verify", run_verify, "prove that nothing was lost or altered")
    verify.add_argument("--signatures", action="store_true", help="check every signature too")
    backup = command(group, "backup", run_backup, "copy the database")
    backup.add_argument("--out", metavar="F")
    restore = command(group, "restore", run_restore, "bring a copy back; what was there is kept beside it")
    restore.add_argument("file")
    bench = command(group, "bench", run_bench, "measure each figure beside its floor")
    bench.add_argument("--attendees", type=at_least(1), default=1000, metavar="N")


def run_verify(context: Context) -> int:
    """Check everything; exit 1 when anything is wrong."""
    report = context.care.verify(signatures=context.words.signatures)
    value = {
        "entries": report.entries,
        "subjects": report.subjects,
        "differences": report.differences,
        "chain_breaks": report.chain_breaks,
        "state_digest": report.state_digest,
        "secret_store": context.desk.secret_store,
    }
    wrong = "\n".join([*report.differences, *report.chain_breaks])
    where = "this home's file secret.key" if context.desk.secret_store == "file" else "the system's keyring"
    told = f"{report.entries} acts of {report.subjects} subjects, all whole." if report.whole else wrong
    context.answers.say(value, f"{told}\nState {report.state_digest}\nThe key lies in {where}.")
    return 0 if report.whole else 1


def run_backup(context: Context) -> int:
    """Copy the database."""
    result = context.care.backup(Path(context.words.out) if context.words.out else None)
    value = {"file": str(result.file), "bytes": result.bytes, "entries": result.entries}
    context.answers.say(value, f"{result.file}: {result.entries} acts, {result.bytes // 1024} KiB")
    return 0


def run_restore(context: Context) -> int:
    """Bring a copy back."""
    from checkin.services.care import restore

    result = restore(context.home, Path(context.words.file))
    value = {"file": str(result.file), "bytes": result.bytes, "entries": result.entries}
    context.answers.say(value, f"{result.entries} acts are back in {result.file}")
    return 0


def run_bench(context: Context) -> int:
    """Measure."""
    from checkin.cli.bench import bench

    return bench(context)
