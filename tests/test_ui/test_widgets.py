"""The widgets: keyboard, names, states. The gallery holds one of each and is walked."""

from datetime import date, time

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QMargins, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.theme import Scheme, install_theme
from ui.widgets.avatar import Avatar
from ui.widgets.badge import Badge
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import CheckBox, ComboBox, RadioButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.dialog import Dialog
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.field import Field, FormProblems
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.gallery import Gallery
from ui.widgets.label import label, lead_label
from ui.widgets.month_view import MonthView
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.pin_edit import PinEdit
from ui.widgets.progress_card import ProgressCard
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.table import KEY_ROLE, TableView
from ui.widgets.tabs import Tabs
from ui.widgets.text_area import TextArea
from ui.widgets.time_edit import TimeEdit
from ui.widgets.toast import Toast

TODAY = date(2026, 6, 9)


@pytest.fixture(autouse=True)
def look(qapp):
    yield install_theme(qapp, Scheme.LIGHT, 100)
    install_theme(qapp, Scheme.LIGHT, 100)


@pytest.fixture
def shown(qtbot):
    """Show a widget in an active window and return it."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab reaches, in order."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and widget.isVisibleTo(window) and widget.isEnabled() and not widget.focusProxy():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("text_size", [90, 100, 150])
def test_every_control_of_the_gallery_has_a_name(shown, look, scheme, text_size):
    look.set_scheme(scheme)
    look.set_text_size(text_size)
    gallery = shown(Gallery())
    nameless = [
        type(widget).__name__
        for widget in reachable(gallery)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_every_control_of_the_gallery_is_big_enough_to_hit(shown):
    small = [
        (widget.accessibleName(), widget.size().toTuple())
        for widget in reachable(shown(Gallery()))
        if widget.width() < 24 or widget.height() < 24
    ]
    assert small == []


def test_the_gallery_shows_where_the_focus_is(shown, qapp):
    gallery = shown(Gallery())
    gallery.resize(1500, 1700)
    unchanged = []
    for widget in reachable(gallery):
        if qapp.focusWidget() is not None:
            qapp.focusWidget().clearFocus()
        before = around(gallery, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if around(gallery, widget) == before:
            unchanged.append(widget.accessibleName() or widget.text())
    assert unchanged == []


def around(gallery: QWidget, widget: QWidget) -> QImage:
    corner = widget.mapTo(gallery, QPoint(-6, -6))
    return gallery.grab(QRect(corner, widget.size().grownBy(QMargins(6, 6, 6, 6)))).toImage()


def test_the_gallery_survives_a_change_of_look(shown, look):
    gallery = shown(Gallery())
    light = gallery.grab().toImage()
    look.set_scheme(Scheme.DARK)
    look.set_text_size(150)
    assert gallery.grab().toImage() != light


def test_a_name_with_markup_is_shown_as_typed(qtbot):
    name = label("<b>Mateo</b>")
    qtbot.addWidget(name)
    assert name.textFormat() is Qt.TextFormat.PlainText


def test_the_bold_lead_of_a_banner_escapes_what_people_wrote(qtbot):
    made = lead_label("<i>Peanut</i>", "a & b")
    qtbot.addWidget(made)
    assert made.text() == "<b>&lt;i&gt;Peanut&lt;/i&gt;</b> a &amp; b"


def test_a_banner_is_read_whole_and_cannot_be_closed(qtbot):
    banner = AlertBanner("danger", "Allergy: peanut.", "EpiPen in blue bag.")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Allergy: peanut. EpiPen in blue bag."
    assert banner.findChildren(QPushButton) == []


def test_a_badge_says_its_word(qtbot):
    badge = Badge("Peanut", "danger", "alert-triangle")
    qtbot.addWidget(badge)
    spoken = QAccessible.queryAccessibleInterface(badge).text(QAccessible.Text.Name)
    assert spoken == "Peanut"


def test_a_badge_grows_when_its_word_does(qtbot):
    badge = Badge("Egg", "danger")
    qtbot.addWidget(badge)
    before = badge.sizeHint().width()
    badge.show_badge("Tree nuts", "danger", "alert-triangle")
    assert badge.sizeHint().width() > before


def test_an_avatar_has_the_name_it_was_given(qtbot):
    avatar = Avatar("AO", 1, name="Amara Okafor")
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Amara Okafor"


@pytest.mark.parametrize(("size", "height"), [("small", 28), ("normal", 32), ("large", 40)])
def test_buttons_have_the_heights_of_the_design(qtbot, size, height):
    button = Button("Sign", "primary", icon="signature", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_a_key_hint_makes_room_for_itself(qtbot):
    plain, hinted = Button("Open"), Button("Open", keys="Enter")
    qtbot.addWidget(plain)
    qtbot.addWidget(hinted)
    assert hinted.sizeHint().width() > plain.sizeHint().width() + 30


def test_an_icon_alone_has_a_name_and_the_same_tooltip(qtbot):
    button = IconButton("x", "Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")


def test_chips_of_one_choice_behave_as_radio_buttons(qtbot):
    group = ChipGroup("Teach-back", one=True)
    qtbot.addWidget(group)
    group.add("no", "Not today", checked=True)
    group.add("yes", "Showed it").click()
    assert group.chosen() == ("yes",)


def test_chips_of_many_choices_keep_each_other(qtbot):
    group = ChipGroup("Who is here")
    qtbot.addWidget(group)
    group.add("lucia", "Lucía, mom", checked=True)
    group.add("daniel", "Daniel, dad")
    with qtbot.waitSignal(group.changed):
        group.chip("daniel").click()
    assert group.chosen() == ("lucia", "daniel")


def test_chips_wrap_to_the_next_line(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for number in range(4):
        flow.addWidget(Button(f"Button {number}"))
    assert flow.heightForWidth(120) > 3 * flow.heightForWidth(1200)


def test_a_segmented_control_always_has_one_choice_and_arrow_keys_move_it(shown, qtbot):
    control = SegmentedControl("Help given")
    for key in ("alone", "words", "touch"):
        control.add(key, key)
    shown(control).setFocus()
    with qtbot.waitSignal(control.changed):
        QTest.keyClick(control.focusProxy(), Qt.Key.Key_Right)
    assert control.chosen() == "words"


def test_a_segmented_control_is_one_tab_stop(shown):
    control = SegmentedControl("Help given")
    for key in ("alone", "words", "touch"):
        control.add(key, key)
    assert len(reachable(shown(control))) == 1


def test_a_stepper_steps_types_and_keeps_its_limits(shown):
    stepper = shown(Stepper("Score", (0, 4), 3, suffix="of 4"))
    stepper.setFocus()
    QTest.keyClick(stepper.edit, Qt.Key.Key_Up)
    QTest.keyClick(stepper.edit, Qt.Key.Key_Up)
    highest = stepper.value()
    QTest.keyClicks(stepper.edit, "2")
    QTest.keyClick(stepper.edit, Qt.Key.Key_Return)
    assert (highest, stepper.value()) == (4, 2)


def test_a_stepper_at_its_limit_offers_no_further_step(qtbot):
    stepper = Stepper("Score", (0, 4), 4)
    qtbot.addWidget(stepper)
    assert (stepper.more_button.isEnabled(), stepper.less_button.isEnabled()) == (False, True)


def test_a_field_shows_its_problem_in_words_and_to_screen_readers(shown):
    field = shown(Field("Parent phone", QLineEdit()))
    field.set_problem("Add the last 2 digits, like 555-0142")
    assert field.problem == "Add the last 2 digits, like 555-0142"
    assert field.editor.accessibleDescription() == field.problem
    assert field.editor.accessibleName() == "Parent phone"


def test_a_warning_is_not_a_problem(qtbot):
    field = Field("Minutes a day", QLineEdit())
    qtbot.addWidget(field)
    field.set_problem("Type a number")
    field.set_warning("More than this family’s limit of 10.")
    assert field.problem == ""
    assert field.editor.property("problem") == "false"


def test_a_refused_form_goes_to_the_first_problem_and_returns_the_rest(shown):
    window = QWidget()
    column = FlowLayout(window)
    fields = {name: Field(name, QLineEdit()) for name in ("given_name", "born_on")}
    for field in fields.values():
        column.addWidget(field)
    shown(window)
    problems = FormProblems(fields)
    rest = problems.show({"born_on": "Type a date", "family": "Pick a family"})
    assert rest == ["Pick a family"]
    assert fields["born_on"].editor.hasFocus()
    assert (fields["given_name"].problem, fields["born_on"].problem) == ("", "Type a date")


def test_a_text_area_grows_with_its_text(shown):
    area = shown(TextArea("What we did", lines=2, most_lines=5))
    before = area.sizeHint().height()
    area.setPlainText("\n".join("12345"))
    five = area.sizeHint().height()
    area.setPlainText("\n".join("1234567890"))
    assert before < five == area.sizeHint().height()


def test_pasted_control_characters_do_not_reach_the_record(qtbot, qapp):
    area = TextArea("What we did")
    qtbot.addWidget(area)
    qapp.clipboard().setText("held\x00 the\tshirt\nflat")
    area.paste()
    assert area.toPlainText() == "held theshirt\nflat"


def test_a_password_can_be_shown_and_pasted(qtbot, qapp):
    password = PasswordEdit("Password")
    qtbot.addWidget(password)
    qapp.clipboard().setText("four plain words")
    password.edit.paste()
    password.edit.actions()[0].trigger()
    assert password.text() == "four plain words"
    assert password.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_caps_lock_is_said_while_typing_a_password(shown):
    password = shown(PasswordEdit("Password"))
    QTest.keyClick(password.edit, "A", Qt.KeyboardModifier.NoModifier)
    assert password._caps.isVisible()
    QTest.keyClick(password.edit, "b", Qt.KeyboardModifier.NoModifier)
    assert not password._caps.isVisible()


def test_a_pin_takes_digits_only_and_says_when_it_is_complete(shown, qtbot):
    pin = shown(PinEdit("Your 6-digit PIN"))
    with qtbot.waitSignal(pin.completed):
        QTest.keyClicks(pin, "12x3456")
    assert pin.text() == "123456"


def test_escape_empties_the_search_first(shown):
    search = shown(SearchBox("Find a child", "Type to find"))
    QTest.keyClicks(search, "mat")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_typed_date_says_what_it_means(shown):
    edit = shown(DateEdit("Start", TODAY))
    QTest.keyClicks(edit.edit, "fri")
    assert (edit.value(), edit.meaning.text()) == (date(2026, 6, 12), "Fri, Jun 12")


def test_a_closed_day_is_said_beside_the_date(qtbot):
    edit = DateEdit("Start", TODAY)
    qtbot.addWidget(edit)
    edit.set_days(closed={date(2026, 6, 19)})
    edit.set_value(date(2026, 6, 19))
    assert edit.meaning.text() == "Fri, Jun 19, clinic closed"


@pytest.mark.parametrize("day", [date(2026, 6, 9), date(2027, 1, 2), date(2019, 2, 28)])
def test_a_date_that_is_set_is_read_back(qtbot, day):
    edit = DateEdit("Start", TODAY)
    qtbot.addWidget(edit)
    edit.set_value(day)
    assert edit.value() == day


def test_a_day_is_picked_in_the_month_with_keys(shown, qtbot):
    month = shown(MonthView(TODAY))
    QTest.keyClick(month, Qt.Key.Key_PageDown)
    QTest.keyClick(month, Qt.Key.Key_Right)
    with qtbot.waitSignal(month.picked) as picked:
        QTest.keyClick(month, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 7, 10)]
    QTest.keyClick(month, Qt.Key.Key_T)
    assert month.day() == TODAY


def test_the_month_opens_under_the_date_and_gives_its_day_back(shown, qtbot):
    edit = shown(DateEdit("Start", TODAY))
    QTest.keyClick(edit.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(edit._popup.month, Qt.Key.Key_Down)
    QTest.keyClick(edit._popup.month, Qt.Key.Key_Return)
    assert (edit.value(), edit._popup.isVisible()) == (date(2026, 6, 16), False)


def test_a_time_steps_by_a_quarter_of_an_hour(shown):
    edit = shown(TimeEdit("Time", time(10, 10)))
    QTest.keyClick(edit.edit, Qt.Key.Key_Up)
    assert edit.value() == time(10, 15)


def test_a_tab_says_its_count(qtbot):
    tabs = Tabs("Saved views")
    qtbot.addWidget(tabs)
    tabs.add("All active", 86)
    assert tabs.accessibleTabName(0) == "All active, 86"


def test_progress_stays_hidden_when_the_work_is_quick(shown):
    holder = shown(QWidget())
    card = ProgressCard("Reading the file")
    card.setParent(holder)
    card.start()
    card.finish()
    QTest.qWait(350)
    assert not card.isVisible()


def test_cancelling_is_said_once(shown, qtbot):
    card = shown(ProgressCard("Reading the file"))
    with qtbot.waitSignal(card.cancelled):
        card.cancel_button.click()
    assert not card.cancel_button.isEnabled()


def test_escape_takes_the_safe_choice_of_a_dialog(shown):
    dialog = Dialog("Publish Plan B to 24 families?")
    dialog.add_choice("publish", "Publish anyway", "danger")
    dialog.add_choice("fix", "Fix the clash first", "primary", safe=True)
    shown(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == "fix"


def test_enter_presses_the_focused_choice_not_the_default(shown):
    dialog = Dialog("Publish Plan B to 24 families?")
    publish = dialog.add_choice("publish", "Publish anyway", "danger")
    dialog.add_choice("fix", "Fix the clash first", "primary", safe=True)
    shown(dialog)
    publish.setFocus()
    QTest.keyClick(publish, Qt.Key.Key_Return)
    assert dialog.chosen == "publish"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_focused_button_is_pressed_by_its_keys(shown, qtbot, key):
    button = shown(Button("Save as PDF"))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_destructive_choice_is_never_the_default(qtbot):
    dialog = Dialog("Delete the draft?")
    qtbot.addWidget(dialog)
    with pytest.raises(ValueError, match="never the default"):
        dialog.add_choice("delete", "Delete the draft", "danger", safe=True)


def test_a_dialogs_title_bar_shows_no_names(qtbot):
    dialog = Dialog("Discharge Mateo Alvarez?")
    qtbot.addWidget(dialog)
    assert dialog.windowTitle().strip() == ""


def test_a_toast_undoes_once(shown):
    undone = []
    toast = Toast(shown(QWidget()))
    toast.show_done("Talia moved to Thu 10:45", undo=lambda: undone.append("Talia"))
    toast.undo_button.click()
    toast.undo_button.click()
    assert undone == ["Talia"]


def test_a_toast_leaves_by_itself_but_waits_for_the_focus(shown):
    toast = Toast(shown(QWidget()))
    toast._timer.setInterval(40)
    toast.show_done("Saved", undo=list)
    toast.undo_button.setFocus()
    QTest.qWait(120)
    stayed = toast.isVisible()
    toast.undo_button.clearFocus()
    QTest.qWait(120)
    assert (stayed, toast.isVisible()) == (True, False)


class Children(QAbstractTableModel):
    """Names that can be ticked, with their identity under KEY_ROLE."""

    def __init__(self, names):
        super().__init__()
        self.names = names
        self.ticked = set()

    def reload(self, names):
        self.beginResetModel()
        self.names = names
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else 2

    def flags(self, index):
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if name in self.ticked else Qt.CheckState.Unchecked
        return name if role in {KEY_ROLE, Qt.ItemDataRole.DisplayRole} else None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        self.ticked ^= {self.names[index.row()]}
        return True

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        return ["Child", "Alert"][section] if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def table(shown):
    model = Children(["Arjun", "Mateo", "Noor"])
    view = TableView("Children")
    model.setParent(view)
    view.setModel(model)
    shown(view).setFocus()
    return view


def test_j_and_k_move_and_stop_at_the_ends(table):
    QTest.keyClicks(table, "jjjjk")
    assert table.current_key() == "Mateo"


def test_enter_opens_and_space_peeks(table, qtbot):
    table.select_key("Mateo")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.peeked) as peeked:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert [signal.args[0].row() for signal in (opened, peeked)] == [1, 1]


def test_x_ticks_the_row(table):
    table.select_key("Mateo")
    QTest.keyClick(table, Qt.Key.Key_X)
    assert table.model().ticked == {"Mateo"}


def test_letter_keys_can_be_switched_off(table):
    table.select_key("Mateo")
    table.letter_keys = False
    QTest.keyClick(table, Qt.Key.Key_X)
    assert table.model().ticked == set()


def test_a_reload_keeps_the_selected_child(table):
    table.select_key("Mateo")
    table.model().reload(["Aaliyah", "Arjun", "Mateo"])
    assert table.current_key() == "Mateo"


def test_rows_follow_density_and_text_size(table, look):
    table.set_row_height("compact")
    compact = table.verticalHeader().defaultSectionSize()
    look.set_text_size(150)
    assert (compact, table.verticalHeader().defaultSectionSize()) == (34, 51)


def test_the_sorted_column_is_said(table):
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.accessibleDescription() == "sorted by Child, A to Z"


LONG = "Maximiliana-Konstantina Featherstonehaugh"


def test_a_long_choice_ends_in_an_ellipsis_and_gives_way(shown):
    combo = ComboBox("Therapist")
    combo.addItem(LONG)
    combo.setMaximumWidth(140)
    shown(combo)
    assert combo._option().currentText.endswith("…")
    assert combo.minimumSizeHint().width() < 140
    middle = combo.rect().center()
    QApplication.sendEvent(combo, QHelpEvent(QEvent.Type.ToolTip, middle, middle))
    assert combo.toolTip() == LONG


def test_a_name_takes_no_more_room_than_it_needs_and_gives_way(shown):
    row = QWidget()
    line = QHBoxLayout(row)
    name = ElidedLabel("h1", "text", hug=True)
    line.addWidget(name)
    line.addStretch(1)
    name.show_text(LONG)
    shown(row)
    row.resize(900, 60)
    assert name.text() == LONG
    assert name.width() < 900
    row.resize(200, 60)
    assert name.text().endswith("…")
    assert (name.toolTip(), name.accessibleName()) == (LONG, LONG)


def test_a_button_inside_a_field_is_easy_to_hit(shown):
    field = shown(PasswordEdit("Your password"))
    field.resize(300, field.sizeHint().height())
    [button] = field.findChildren(QToolButton)
    assert button.width() >= 24
    assert button.height() >= 24
    edge = button.geometry().topLeft() + QPoint(1, 1)
    QTest.mouseClick(field.edit.childAt(edge), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_click_anywhere_on_a_choice_chooses_it(shown, kind):
    choice = shown(kind("Print a practice chart"))
    choice.resize(choice.sizeHint())
    far_end = QPoint(choice.width() - 2, 2)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=far_end)
    assert choice.isChecked()
    assert choice.minimumSizeHint() == choice.sizeHint()
    assert choice.height() >= 24
