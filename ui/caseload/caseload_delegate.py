"""Paints the caseload's rows: initials and age, alert badges, therapist disc, goals bar."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ot_desktop.caseload.domain import Asked, initials
from ot_desktop.caseload.table import CaseloadRow
from ot_desktop.clock import today
from ot_desktop.day_words import near_day_text
from ui.caseload.caseload_table_model import (
    ALERTS,
    APPROVED,
    CHILD,
    GOALS,
    LAST_NOTE,
    NEXT,
    TALK_ROLE,
    THERAPIST,
    approved_words,
    next_visit,
)
from ui.shared.ages import age_text
from ui.theme import theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE


def _tr(words: str) -> str:
    return QCoreApplication.translate("caseload", words)


class CaseloadDelegate(RowDelegate):
    """One method per column that is more than a line of text."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        row: CaseloadRow = index.data(ROW_ROLE)
        paint = {
            CHILD: _paint_child,
            ALERTS: _paint_alerts,
            THERAPIST: _paint_therapist,
            NEXT: _paint_next,
            LAST_NOTE: _paint_last_note,
            GOALS: _paint_goals,
            APPROVED: _paint_approved,
        }.get(index.column())
        if index.column() == CHILD and index.data(TALK_ROLE):
            _paint_talk(painter, area)
        if paint is None:
            super().paint_content(painter, area, index)
        else:
            paint(painter, area, row)


def _paint_child(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    side = theme().px(28)
    mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
    paint_avatar(painter, mark, initials(row.given_name, row.family_name), None)
    words = area.adjusted(side + 9, 0, 0, 0)
    middle = area.height() / 2
    paint_text(painter, words.adjusted(0, 4, 0, -middle), row.full_name, weight=600)
    age = age_text(row.born_on, today())
    paint_text(painter, words.adjusted(0, middle, 0, -3), age, px=12, tone="text-2")


def _paint_talk(painter: QPainter, area: QRectF) -> None:
    """Paint the quiet flag beside the age; the name keeps its line."""
    words, height = _tr("Talk"), theme().px(17)
    width = badge_width(words, "flag")
    where = QRectF(area.right() - width, round(area.bottom() - height - 3), width, height)
    paint_badge(painter, where, words, "neutral", "flag")


def _paint_alerts(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    titles = [(title, "danger", "alert-triangle") for title in row.allergy_titles]
    if row.allergies is Asked.NOT_ASKED and not titles:
        titles = [(_tr("Not asked"), "warn", "help")]
    titles += [(title, "warn", "hand-stop") for title in row.precaution_titles]
    if row.precautions is Asked.NOT_ASKED and row.allergies is not Asked.NOT_ASKED:
        titles.append((_tr("Not all asked"), "warn", "help"))
    if not titles:  # never blank: somebody asked, and nothing is known
        paint_text(painter, area, _tr("None known"), px=13, tone="text-2")
        return
    left, height = area.left(), theme().px(20)
    title, kind, icon = titles[0]
    room = area.width() - (24 if len(titles) > 1 else 0)
    title = _cut(title, room - badge_width("", icon))
    width = badge_width(title, icon)
    where = QRectF(left, round(area.center().y() - height / 2), width, height)
    paint_badge(painter, where, title, "danger" if kind == "danger" else "warn", icon)
    if len(titles) > 1:
        more = area.adjusted(width + 6, 0, 0, 0)
        paint_text(painter, more, f"+{len(titles) - 1}", px=13, tone="text-2")


def _cut(title: str, room: float) -> str:
    metrics = QFontMetricsF(theme().font(12, 700))
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)


def _paint_therapist(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    if not row.therapist_name:
        return
    given, _, family = row.therapist_name.rpartition(" ")
    side = theme().px(22)
    mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
    paint_avatar(painter, mark, initials(given, family), row.therapist_color)
    paint_text(painter, area.adjusted(side + 8, 0, 0, 0), given or family)


def _paint_next(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    is_today = row.next_starts is not None and row.next_starts.date() == today()
    paint_text(painter, area, next_visit(row), weight=600 if is_today else 400)


def _paint_last_note(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    if row.note_is_due:
        height = theme().px(22)
        words = _tr("Note due")
        width = badge_width(words, "pencil")
        where = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
        paint_badge(painter, where, words, "warn", "pencil")
    elif row.last_note:
        paint_text(painter, area, near_day_text(row.last_note.date(), today()))


def _paint_goals(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    if not row.goals:
        return
    current = theme()
    track = QRectF(area.left(), round(area.center().y() - 4), current.px(50), 8)
    paint_box(painter, track, 4, current.color("sunken"))
    if row.goals_met:
        done = QRectF(track)
        done.setWidth(track.width() * row.goals_met / row.goals)
        paint_box(painter, done, 4, current.color("accent"))
    words = area.adjusted(track.width() + 9, 0, 0, 0)
    paint_text(
        painter, words, _tr("{0} of {1}").format(row.goals_met, row.goals), px=13, tone="text-2"
    )


def _paint_approved(painter: QPainter, area: QRectF, row: CaseloadRow) -> None:
    words = approved_words(row)
    if row.approved is None or not row.approved.is_due(today()):
        paint_text(painter, area, words, px=13, tone="text-2")
        return
    height = theme().px(20)
    words = _cut(words, area.width() - badge_width("", "certificate"))
    width = badge_width(words, "certificate")
    where = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
    paint_badge(painter, where, words, "warn", "certificate")
