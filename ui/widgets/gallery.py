"""Every widget in one window, after the design's component sheet: python -m ui.widgets.gallery."""

import sys
from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Scheme, install_theme, theme
from ui.widgets.avatar import Avatar
from ui.widgets.badge import Badge, Tag
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipGroup
from ui.widgets.choice import CheckBox, ComboBox, RadioButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import KeyCap, label
from ui.widgets.month_view import MonthView
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.pin_edit import PinEdit
from ui.widgets.progress_card import ProgressCard
from ui.widgets.scrolling import scroller
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import SegmentedControl
from ui.widgets.skeleton import Skeleton
from ui.widgets.stepper import Stepper
from ui.widgets.table import TableFrame, TableView
from ui.widgets.tabs import Tabs
from ui.widgets.text_area import TextArea
from ui.widgets.time_edit import TimeEdit
from ui.widgets.toast import Toast

_TWO_COLUMNS_FROM = 130  # percent of text size
_TODAY = date(2026, 6, 9)
_CLOSED = frozenset({date(2026, 6, 19)})
_SKILLS = (
    ("Fine motor", "s-fine-motor", "hand-finger"),
    ("Gross motor", "s-gross-motor", "run"),
    ("Sensory", "s-sensory", "ear"),
    ("Self-care", "s-self-care", "shirt"),
    ("Play", "s-play", "lego"),
    ("Cognitive", "s-cognitive", "bulb"),
)
_THERAPISTS = ("AO", "BC", "MZ", "PR", "EB", "JW", "LN", "SV", "RA")
_CHILDREN = (
    ("Aaliyah Johnson", "Egg", "Wed 8:00", "3 of 12"),
    ("Arjun Pillai", "", "Today 1:00", "3 of 12"),
    ("Beau Thibodeaux", "", "Wed 8:00", "2 of 12"),
    ("Mateo Alvarez", "Peanut", "Now", "3 of 12"),
)


class Gallery(QWidget):
    """Three columns of cards, as on the design's sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.setWindowTitle("Widgets")
        inside = QWidget()
        inside.setProperty("ground", "clear")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(22, 18, 22, 18)
        columns.setSpacing(14)
        for cards in _columns():
            columns.addLayout(_column(cards), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller(inside))


def _columns() -> tuple[Sequence[QWidget], ...]:
    left = (_table(), _entries(), _choices())
    middle = (_buttons(), _banners(), _problems(), _progress(), _toast())
    right = (_dates(), _question(), _empty(), _loading())
    roomy = theme().text_size < _TWO_COLUMNS_FROM
    return (left, middle, right) if roomy else ((*left, *right), middle)


def _column(cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _card(head: str, *parts: QWidget) -> Card:
    card = Card()
    card.add(label(head, "label", wrap=True))
    for part in parts:
        card.add(part)
    return card


def _row(*parts: QWidget, gap: int = 7) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=gap)
    for part in parts:
        flow.addWidget(part)
    return row


def _buttons() -> Card:
    off = Button("Sign")
    off.setEnabled(False)
    filter_on = Chip("Filter on")
    filter_on.setChecked(True)
    return _card(
        "Buttons, chips, badges",
        _row(
            Button("Publish", "primary", icon="checks"),
            Button("Compare", icon="git-compare"),
            Button("Undo", "link"),
            Button("Delete plan", "danger", icon="trash"),
            off,
            Button("Parent view", icon="eye", keys="F8"),
            Button("Small", size="small"),
            IconButton("x", "Close"),
        ),
        _row(*(Tag(text, slot, icon) for text, slot, icon in _SKILLS), gap=6),
        _row(
            Badge("Peanut", "danger", "alert-triangle"),
            Badge("Note due", "warn", "pencil"),
            Badge("Signed", "ok", "check"),
            Badge("Draft", "info"),
            Badge("Weekly"),
            filter_on,
            Chip("Filter off"),
            Chip("Intensive 2026", end_icon="x"),
            gap=6,
        ),
        _row(*(Avatar(who, slot, size=22) for slot, who in enumerate(_THERAPISTS, 1))),
    )


def _banners() -> Card:
    return _card(
        "Alert banners: always under the child’s name, cannot be closed",
        AlertBanner("danger", "Allergy: peanut.", "EpiPen in blue bag."),
        AlertBanner("warn", "Precaution:", "feet on floor before swings."),
        AlertBanner("info", "Pick-up:", "mom, dad or grandma only."),
    )


def _problems() -> Card:
    phone = Field("Parent phone", QLineEdit("555-01"))
    phone.set_problem("Add the last 2 digits, like 555-0142")
    minutes = Field("Minutes a day", Stepper("Minutes a day", (5, 60), 20, suffix="min"))
    minutes.set_warning("More than this family’s limit of 10. You can still save.")
    return _card("Inline validation: on leaving the field, text under it", phone, minutes)


def _progress() -> Card:
    progress = ProgressCard("Finding a plan for 24 children", keep="Use best so far", framed=False)
    progress.show_percent(62)
    progress.show_detail("Best so far: 281 of 288 placed")
    return _card("Solver run: live result, cancel keeps the best so far", progress)


def _toast() -> Card:
    ground = QWidget()
    ground.setMinimumHeight(theme().px(74))
    ground.setAccessibleName("Main area")
    Toast(ground).show_done("Talia moved to Thu 10:45", undo=ground.update)
    return _card("Toast with Undo, 8 seconds, stays while the mouse is over it", ground)


def _dates() -> Card:
    day = DateEdit("Day", _TODAY)
    day.edit.setText("fri")
    month = MonthView(_TODAY)
    month.setAccessibleDescription("Pick a day")
    month.closed = _CLOSED
    month.show_day(date(2026, 6, 12))
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(month, alignment=Qt.AlignmentFlag.AlignHCenter)
    return _card(
        "Date and time: type first, pick second", day, TimeEdit("Time", time(10, 15)), middle
    )


def _question() -> Card:
    dialog = Dialog(
        "Publish Plan B to 24 families?",
        "1 clash is still open. Families with a change get a new schedule to print. "
        "You can still move visits later.",
    )
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setMinimumWidth(0)
    dialog.add_choice("back", "Back to plan")
    dialog.add_choice("fix", "Fix the clash first", "primary", safe=True)
    dialog.add_choice("publish", "Publish anyway", "danger")
    return _card("Dialog: only for choices that cannot be undone. Buttons are verbs.", dialog)


def _empty() -> Card:
    return _card(
        "Empty state: what it is, one action",
        EmptyState(
            "home-heart",
            "No home program yet",
            "Start from a template. Most take 1 minute.",
            action="Pick a template",
            action_icon="template",
        ),
    )


def _loading() -> Card:
    return _card("Loading: shapes after 300 ms, no shimmer", Skeleton("Loading children"))


def _table() -> Card:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Child", "Alert", "Next visit", "Session"])
    for child in _CHILDREN:
        model.appendRow([QStandardItem(text) for text in child])
    view = TableView("Children")
    model.setParent(view)
    view.setModel(model)
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.selectRow(3)
    view.setColumnWidth(0, 140)
    frame = TableFrame(view, _row(KeyCap("J"), KeyCap("K"), label("move", "small", "text-2")))
    frame.setMinimumHeight(theme().px(280))
    tabs = Tabs("Saved views")
    for text, count in (("All active", 86), ("Intensive 2026", 24), ("Note due", 3)):
        tabs.add(text, count)
    tabs.setCurrentIndex(1)
    return _card("Tabs, search, table", tabs, SearchBox("Find a child", "Type to find"), frame)


def _entries() -> Card:
    password = PasswordEdit("Password")
    password.edit.setText("four plain words")
    pin = PinEdit("Your 6-digit PIN")
    pin.setText("1234")
    text = TextArea("What we did", "Type ; for saved phrases")
    text.setPlainText("Third button went in with words only when the shirt lay flat on his lap.")
    return _card(
        "Entries",
        Field("Password", password),
        Field("Your 6-digit PIN", pin),
        Field("What we did", text, optional=True),
    )


def _choices() -> Card:
    help_level = SegmentedControl("Help given", small=True)
    for key in ("Alone", "Words", "Picture", "Touch", "Hands"):
        help_level.add(key, key)
    help_level.choose("Words")
    here = ChipGroup("Who is here")
    here.add("lucia", "Lucía, mom", checked=True)
    here.add("daniel", "Daniel, dad")
    here.add("other", "Other", icon="plus")
    when = ComboBox("When")
    when.addItems(["After bath", "Before dinner"])
    score = Stepper("Score", (0, 4), 3, suffix="of 4", small=True)
    return _card(
        "Choices",
        _row(help_level, score),
        here,
        _row(when, CheckBox("Print summary", checked=True), CheckBox("Chart"), gap=12),
        _row(RadioButton("Letter", checked=True), RadioButton("A4"), gap=12),
    )


def main() -> int:
    """Show the gallery: ``python -m ui.widgets.gallery [light|dark] [text size]``."""
    app = QApplication([*sys.argv, "-style", "Fusion"])
    defaults = dict(enumerate(("system", "100")))
    scheme, text_size = (dict(enumerate(sys.argv[1:])).get(i, defaults[i]) for i in defaults)
    install_theme(app, Scheme(scheme), int(text_size))
    gallery = Gallery()
    gallery.resize(1440, 900)
    gallery.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
