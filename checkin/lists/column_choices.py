"""Tells what each column was taken for, how sure that is, why, and what stands in it: the preview of a list."""

from __future__ import annotations

from checkin.domain.listing import LEFT_OUT, ColumnChoice, Sureness
from checkin.domain.translation import mark, say
from checkin.lists.cleaning import clean_line
from checkin.lists.contents import values_of
from checkin.lists.plan import Plan
from checkin.lists.table import Table

_SAMPLES, _LONGEST = 3, 60
_SAYS_SO = mark("The header says so.")
_KEPT = mark("Shown among the details under its own header.")
_NEEDLESS = mark("No desk needs it.")
_REASON = mark("Why the row was set aside before.")


def column_choices(plan: Plan, table: Table) -> tuple[ColumnChoice, ...]:
    """The choice for each column, from left to right."""
    # what stands later is the narrower meaning: a product is shown as the category that it is
    fields = {i: f for f, i in plan.at.items() if f not in ("product", "position")}
    fields |= {i: f for f, i in plan.at.items() if i not in fields}
    fields |= {i: f for f, i in plan.more}
    fields |= {i: group.field for group in plan.options for _, i in group.choices if group.field}
    left_out = {i for _, i in plan.left_out}
    rows = [cells for _, cells in table.head[plan.index + 1 :]]
    return tuple(
        _choice(plan, index, fields.get(index, LEFT_OUT if index in left_out else ""), rows)
        for index in range(plan.width)
    )


def _choice(plan: Plan, index: int, field: str, rows: list[list[str]]) -> ColumnChoice:
    why = _NEEDLESS if field == LEFT_OUT else _SAYS_SO if field else _KEPT
    if not field and index == plan.width - 1 and plan.reason_last:
        field, why = LEFT_OUT, _REASON
    sureness, told = plan.chosen.get(index, (Sureness.SURE, say(why)))
    samples = tuple(dict.fromkeys(map(clean_line, values_of(rows, index))))[:_SAMPLES]
    shortened = tuple(s if len(s) <= _LONGEST else s[: _LONGEST - 1] + "…" for s in samples)
    return ColumnChoice(index, plan.labels[index], field, sureness, told, shortened)
