"""Reads the lists of one call together: sheets and rows, extras and their holders, what is to be told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ListWarning, ReadOptions
from checkin.domain.translation import mark, say, say_count, together
from checkin.lists.column_choices import column_choices
from checkin.lists.container import Source, sources_of
from checkin.lists.contents import is_email
from checkin.lists.delimited import delimited_table
from checkin.lists.extras import ExtraNames, Holders, suspected_extras
from checkin.lists.garbled import garbled
from checkin.lists.plan import Plan
from checkin.lists.planning import make_plan
from checkin.lists.reading import Follow
from checkin.lists.refusal import check_people
from checkin.lists.rows import Gathered, RowReader
from checkin.lists.table import Table
from checkin.lists.workbook import open_workbook, sheet_tables

_MAILCHIMP_GONE = ("unsubscribed", "cleaned")
_FIRST_ROWS = 20
"""So many rows are shown as they stand in the file."""
_Part = tuple[Table, Plan, Gathered]


def _other_sheets(n: int, sheet: str, others: str) -> str:
    return say_count(
        "Sheet “{sheet}” was read; {others} was not (--sheet takes another).",
        "Sheet “{sheet}” was read; {others} were not (--sheet takes another).",
        n,
        sheet=sheet,
        others=others,
    )


def _lost(n: int, rows: str) -> str:
    return say_count(
        "One extra belongs to nobody on these lists (row {rows}).",
        "{n} extras belong to nobody on these lists (rows {rows}).",
        n,
        rows=rows,
    )


def read_all(paths: Sequence[Path], options: ReadOptions, follow: Follow) -> list[ListReading]:
    """The lists in `paths`; see `reading.read_lists`."""
    names = ExtraNames(options.extras)
    parts: list[_Part] = []
    passed_over: list[str] = []
    for path in paths:
        sources, notes = sources_of(path)
        passed_over += notes
        for source in sources:
            if source.file.lower().startswith(_MAILCHIMP_GONE) and len(sources) > 1:
                passed_over.append(
                    say("{file} holds people who left the mailing list; it was passed over.", file=source.file)
                )
                continue
            parts.append(_read(source, options, names, follow))
    if not parts:
        raise UserError(
            say("There is no list of attendees among the files."), say("Choose the file of those who take part.")
        )
    _refuse_without_people(parts)
    holders = Holders()
    for _, _, gathered in parts:
        holders.add(gathered.register.people if any(g.extras for _, _, g in parts) else (), gathered.positions)
    readings = [_reading(*part, holders) for part in parts]
    general = [*passed_over, *_unused(names, readings)]
    readings[0].warnings[:0] = [ListWarning(text) for text in general]
    return readings


def _read(source: Source, options: ReadOptions, names: ExtraNames, follow: Follow) -> _Part:
    if source.kind != "text":
        with open_workbook(source) as sheets:
            table, plan = _best_sheet(sheet_tables(sheets, source, options.sheet), options)
            table.sheets = tuple(sheet.title for sheet in sheets if sheet.visible)
            return _gathered(table, plan, options, names, follow)
    table = delimited_table(source, options.encoding, options.delimiter)
    plan = make_plan(table, options.mapping, options.columns)
    check_people(plan, table)
    return _gathered(table, plan, options, names, follow)


def _gathered(table: Table, plan: Plan, options: ReadOptions, names: ExtraNames, follow: Follow) -> _Part:
    table.rest = follow(table.rest)
    return table, plan, RowReader(table, plan, names, options.statuses).gather()


def _best_sheet(tables: list[Table], options: ReadOptions) -> tuple[Table, Plan]:
    """The sheet of people: the one with most columns that are known; the others are told in a warning."""
    usable: list[tuple[tuple[bool, int], Table, Plan]] = []
    refused: list[UserError] = []
    for table in tables:
        try:
            plan = make_plan(table, options.mapping, options.columns)
            check_people(plan, table)
        except UserError as error:
            refused.append(error)
        else:
            usable.append(((plan.header_row > 0, len(set(plan.at.values()))), table, plan))
    if not usable:
        raise refused[0]
    _, table, plan = max(usable, key=lambda found: found[0])
    people = [f"“{t.sheet}”" for (_, known), t, _ in usable if t is not table and known > 1]
    others = [f"“{t.sheet}”" for t in tables if t is not table]
    if others:
        told = _other_sheets(len(others), sheet=table.sheet or "", others=", ".join(others))
        if people:
            told = together(told, say("There may be people in {sheets} too.", sheets=", ".join(people)))
        table.warnings.append(ListWarning(told))
    return table, plan


def _refuse_without_people(parts: list[_Part]) -> None:
    if any(gathered.register.people or gathered.unknown_statuses for _, _, gathered in parts):
        return
    table, _, gathered = parts[0]
    if gathered.extras:
        raise UserError(
            say(
                "{file} holds extras only ({product}), no attendees.",
                file=table.file,
                product=gathered.extras[0].product,
            ),
            say(
                "Import it together with the list of the people who hold them, or do not name the product as an extra."
            ),
        )
    told = say("No row of {file} is a person.", file=table.file)
    if gathered.rejected:
        first = gathered.rejected[0]
        told = say(
            "No row of {file} is a person; row {row}: {reason}", file=table.file, row=first.row, reason=first.reason
        )
    raise UserError(
        told,
        say("Export the list with the attendees' names, or say which column holds them (--map name=HEADER)."),
    )


def _reading(table: Table, plan: Plan, gathered: Gathered, holders: Holders) -> ListReading:
    entitlements = [holders.entitlement(extra) for extra in gathered.extras]
    people = gathered.register.people
    told_here = [*table.warnings, *_above(table, plan)]
    if told := garbled(cell for _, cells in table.head for cell in cells):
        told_here.append(ListWarning(told))
    lost = [e.row for e in entitlements if not e.holder]
    if lost:
        rows = ", ".join(map(str, lost[:10])) + (" …" if len(lost) > 10 else "")
        text = _lost(len(lost), rows=rows)
        told_here.append(ListWarning(text, lost[0]))
    suspected = suspected_extras(people)
    told_here += map(ListWarning, _suspicion(suspected))
    if plan.left_out:
        columns = ", ".join(label for label, _ in plan.left_out)
        told_here.append(ListWarning(say("Left out, because no desk needs them: {columns}.", columns=columns)))
    return ListReading(
        file=table.file,
        rows=gathered.rows,
        people=people,
        entitlements=entitlements,
        merged=gathered.register.merged,
        rejected=gathered.rejected,
        warnings=[*told_here, *gathered.warnings],
        header=plan.header,
        header_row=plan.header_row,
        mapping=plan.mapping,
        signature=plan.signature,
        encoding=table.encoding,
        delimiter=table.delimiter,
        encoding_why=table.encoding_why,
        sheet=table.sheet,
        duplicates=gathered.register.duplicates,
        has_status=gathered.has_status,
        columns=column_choices(plan, table),
        unknown_statuses=gathered.unknown_statuses,
        suspected_extras=suspected,
        partial=plan.reason_last,
        sheets=table.sheets,
        first_rows=tuple(
            (number, tuple([*cells, *[""] * plan.width][: plan.width]))
            for number, cells in table.head[plan.index + 1 :][:_FIRST_ROWS]
        ),
    )


def _above(table: Table, plan: Plan) -> list[ListWarning]:
    """What is told of rows above the header that look like people: they were not read."""
    width = sum(map(bool, plan.header))
    return [
        ListWarning(say("Row {row} stands above the header and was not read, but holds an e-mail.", row=number), number)
        for number, cells in table.head[: plan.index]
        if plan.header_row and any(map(is_email, cells)) and 2 * sum(map(bool, cells)) > width
    ]


def _suspicion(products: Sequence[str]) -> list[str]:
    if not products:
        return []
    words = " ".join(f'--extra "{product}"' for product in products)
    return [
        say(
            "One order and name stands on several rows with different products, and each row became a person. "
            "If some products are extras, name them: {words}",
            words=words,
        )
    ]


def _unused(names: ExtraNames, readings: list[ListReading]) -> list[str]:
    told = mark("“{name}” is no product of the file.")
    if len(readings) != 1:
        told = mark("“{name}” is no product of the files.")
    return [say(told, name=name) for name in names.unused()]
