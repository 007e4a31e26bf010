"""Decide once per column whether its dates start with the month or the day."""

from collections.abc import Mapping
from datetime import date

from ot_desktop.day_words import full_day
from ot_desktop.importing.cell_text import one_line
from ot_desktop.importing.columns import ColumnMapping
from ot_desktop.importing.dates import (
    DateOrder,
    OrderEvidence,
    order_evidence,
    read_date,
)
from ot_desktop.importing.fields import DATE_FIELDS, Field
from ot_desktop.importing.plan import DateColumn
from ot_desktop.importing.sheet import Sheet

_IN_WORDS = {DateOrder.MONTH_FIRST: "month first", DateOrder.DAY_FIRST: "day first"}


def date_columns(
    sheet: Sheet, mapping: ColumnMapping, answers: Mapping[int, DateOrder], today: date
) -> tuple[DateColumn, ...]:
    """Settle every date column by answer, by its own dates, or by the other columns.

    A birth date is only ever settled by its own column or an answer. An authorization date may
    follow the other date columns, as one program wrote them all; the plan says so.
    """
    fields = {column: field for field in DATE_FIELDS for column in mapping.columns(field)}
    evidence = {
        column: order_evidence(map(one_line, sheet.column_texts(column)), today.year)
        for column in fields
    }
    return tuple(
        _settled(sheet, column, evidence, answers, today, follows=field is not Field.BIRTH_DATE)
        for column, field in sorted(fields.items())
    )


def _settled(
    sheet: Sheet,
    column: int,
    evidence: Mapping[int, OrderEvidence],
    answers: Mapping[int, DateOrder],
    today: date,
    *,
    follows: bool,
) -> DateColumn:
    heading, own = sheet.heading(column), evidence[column]
    if column in answers:
        return DateColumn(column, heading, answers[column], "as answered")
    if own.order:
        example = own.month_first_example or own.day_first_example
        return DateColumn(column, heading, own.order, f"{_IN_WORDS[own.order]}, as in {example}")
    if not own.ambiguous_example:
        return DateColumn(column, heading, None)
    others = {other: found for other, found in evidence.items() if found.order}
    orders = {found.order for found in others.values()}
    if follows and not own.month_first_example and len(orders) == 1:
        other, found = next(iter(others.items()))
        example = found.month_first_example or found.day_first_example
        because = (
            f"{_IN_WORDS[found.order]}, like {sheet.heading(other)} ({example})"
            if found.order
            else ""
        )
        return DateColumn(column, heading, found.order, because)
    return DateColumn(column, heading, None, "", _question(own.ambiguous_example, today))


def _question(example: str, today: date) -> str:
    reading = read_date(example, None, today.year)
    if reading.day is None or reading.day_first is None:
        return ""
    return f"Is {example} {full_day(reading.day)} or {full_day(reading.day_first)}?"
