"""Paints the library's rows: drawing, title and skill areas; the rest in one or two lines."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ot_desktop.home_programs.activities.checking import TARGET_GRADE
from ot_desktop.home_programs.activities.domain import SPANISH, Entry, Origin
from ot_desktop.home_programs.domain import Hazard
from ui.home_programs.activities.activities_table_model import (
    AGES,
    GRADE,
    HAZARDS,
    LANGUAGES,
    MINUTES,
    ROUTINES,
    STATE,
    TITLE,
    grade_of,
)
from ui.home_programs.activities.words import (
    about_words,
    children_words,
    hazard_words,
    origin_words,
    state_words,
)
from ui.home_programs.drawings import paint_drawing
from ui.home_programs.words import SKILL_ICONS, routine_chip, tr
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE

_PICTURE = (52, 41)


class ActivitiesDelegate(RowDelegate):
    """One function per column that is more than a text."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        entry: Entry = index.data(ROW_ROLE)
        paint = {
            TITLE: _title,
            AGES: _ages,
            MINUTES: _minutes,
            GRADE: _grade,
            LANGUAGES: _languages,
            HAZARDS: _hazards,
            ROUTINES: _routines,
            STATE: _state,
        }.get(index.column())
        if paint is None:
            super().paint_content(painter, area, index)
        else:
            paint(painter, area, entry)


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    middle = area.height() / 2
    return area.adjusted(0, 5, 0, -middle), area.adjusted(0, middle, 0, -5)


def _title(painter: QPainter, area: QRectF, entry: Entry) -> None:
    activity = entry.shown
    width, height = map(theme().px, _PICTURE)
    picture = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
    paint_drawing(painter, activity, picture)
    above, below = _halves(area.adjusted(width + 10, 0, 0, 0))
    paint_text(painter, above, activity.words["en"].title or tr("No title yet"), weight=600)
    side = theme().px(13)
    for skill in activity.skills[:1]:
        mark = QRectF(below.left(), round(below.center().y() - side / 2), side, side)
        paint_icon(painter, SKILL_ICONS[skill], f"s-{skill.value}", mark)
    words = about_words(activity)
    paint_text(painter, below.adjusted(side + 5, 0, 0, 0), words, px=12, tone="text-2")


def _ages(painter: QPainter, area: QRectF, entry: Entry) -> None:
    paint_text(painter, area, f"{entry.shown.age_from}–{entry.shown.age_to}")


def _minutes(painter: QPainter, area: QRectF, entry: Entry) -> None:
    above, below = _halves(area)
    activity = entry.shown
    paint_text(painter, above, tr("{0} min").format(activity.minutes))
    often = tr("no extra time") if activity.is_embedded else ""
    often = often or tr("{0} a week").format(activity.times_per_week)
    paint_text(painter, below, often, px=12, tone="text-2")


def _grade(painter: QPainter, area: QRectF, entry: Entry) -> None:
    grade = grade_of(entry)
    tone = "text" if round(grade, 1) <= TARGET_GRADE else "warn-text"
    paint_text(painter, area, f"{grade:.1f}", tone=tone)


def _languages(painter: QPainter, area: QRectF, entry: Entry) -> None:
    has_spanish = SPANISH in entry.shown.words
    above, below = _halves(area)
    paint_text(painter, above, tr("English"))
    words, tone = (tr("Spanish"), "text") if has_spanish else (tr("no Spanish"), "warn-text")
    paint_text(painter, below, words, tone=tone)


def _routines(painter: QPainter, area: QRectF, entry: Entry) -> None:
    _two_lines(painter, area, [routine_chip(routine) for routine in entry.shown.routines])


def _hazards(painter: QPainter, area: QRectF, entry: Entry) -> None:
    hazards = entry.shown.hazards
    if not hazards:
        paint_text(painter, area, tr("None"), tone="text-2")
        return
    side = theme().px(15)
    mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
    paint_icon(painter, "alert-triangle", "danger-text", mark)
    words = [hazard_words(hazard) for hazard in Hazard if hazard in hazards]
    _two_lines(painter, area.adjusted(side + 6, 0, 0, 0), words)


def _two_lines(painter: QPainter, area: QRectF, words: list[str]) -> None:
    """Paint one word a line; what does not fit on two lines is counted."""
    if len(words) == 1:
        current = theme()
        painter.setFont(current.font())
        painter.setPen(current.color("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, words[0])
        return
    above, below = _halves(area)
    paint_text(painter, above, words[0])
    rest = words[1] if len(words) == 2 else tr("and {0} more").format(len(words) - 1)  # noqa: PLR2004
    paint_text(painter, below, rest)


def _state(painter: QPainter, area: QRectF, entry: Entry) -> None:
    above, below = _halves(area)
    words, kind = badge_of(entry)
    if kind is None:
        paint_text(painter, above, words)
    else:
        height = theme().px(18)
        width = min(badge_width(words), round(area.width()))
        place = QRectF(above.left(), round(above.center().y() - height / 2), width, height)
        paint_badge(painter, place, words, kind)
    paint_text(painter, below, children_words(entry.children), px=12, tone="text-2")


def badge_of(entry: Entry) -> tuple[str, BadgeKind | None]:
    """Return how an activity stands and the color of its badge; built-in ones have none."""
    if entry.retired_at is not None:
        return state_words(entry), "neutral"
    if entry.draft is not None:
        return (tr("Draft") if entry.in_force is None else tr("Draft waits")), "warn"
    if entry.origin is Origin.BUILT_IN:
        return origin_words(entry), None
    return origin_words(entry), "ok"
