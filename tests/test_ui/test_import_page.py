"""The import as somebody walks it: choose, map, correct in place, decide, import, take back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import shiboken6
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from db.connection import close_database
from ot_desktop.caseload.table import View
from ot_desktop.importing.dates import DateOrder
from ot_desktop.importing.fields import Unmapped
from ot_desktop.permissions import Role
from tests.answering import Answering
from tests.builders import a_child, an_empty_clinic
from ui.change_bridge import ChangeBridge
from ui.importing.columns_table_model import USE
from ui.importing.page import CHECK, COLUMNS, FILE, IMPORT, ImportPage
from ui.tasks import TaskRunner

PATIENCE_MS = 30_000
EXPORT = Path(__file__).parent.parent / "data" / "caseload-export.csv"


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


@pytest.fixture
def role():
    return Role.OWNER


@pytest.fixture
def services(role):
    yield an_empty_clinic(role)
    close_database()


@pytest.fixture
def show(qtbot, services, owner):
    runner = TaskRunner(owner)

    def show(**answers):
        changes = ChangeBridge(services.changes, owner)
        page = ImportPage(
            services.importing, services.settings, Answering(**answers), runner, changes
        )
        qtbot.addWidget(page)
        page.resize(1200, 760)
        page.show()
        return page

    yield show
    runner.stop()


@pytest.fixture
def at_check(show, qtbot):
    """Read a file and come to the third step."""

    def at_check(file=EXPORT, **answers):
        page = show(open=file, **answers)
        qtbot.mouseClick(page.file_panel.drop_area.choose_button, Qt.MouseButton.LeftButton)
        planned(qtbot, page)
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert page.step == CHECK
        return page

    return at_check


def planned(qtbot, page):
    qtbot.waitUntil(
        lambda: page.draft.checked is not None and not page.draft.is_busy, timeout=PATIENCE_MS
    )


def csv(tmp_path, text):
    file = tmp_path / "children.csv"
    file.write_text(text, "utf-8")
    return file


def summary(page):
    return page.check_panel.summary_label.text()


def choose_row(page, number):
    page.check_panel._choose(number)
    return page.check_panel.row_panel


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_chosen_file_leads_to_its_columns(show, qtbot):
    page = show(open=EXPORT)
    click(qtbot, page.file_panel.drop_area.choose_button)
    planned(qtbot, page)
    assert page.step == COLUMNS
    assert page.columns_panel.columns_model.rowCount() == 32


def test_a_dropped_file_is_read(show, qtbot):
    page = show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(EXPORT))])
    drop = QDropEvent(
        QPointF(QPoint(20, 20)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.file_panel.drop_area.dropEvent(drop)
    planned(qtbot, page)
    assert page.draft.checked.plan.summary == "83 new, 1 merged, 5 listed"


def test_a_file_that_is_no_table_is_refused_in_a_sentence(show, qtbot, tmp_path):
    file = tmp_path / "letter.csv"
    file.write_bytes(b"%PDF-1.7 not a table")
    page = show(open=file)
    click(qtbot, page.file_panel.drop_area.choose_button)
    qtbot.waitUntil(lambda: page.file_panel.refusal.sentence != "")
    assert page.step == FILE
    assert not page.next_button.isEnabled()


def test_a_workbook_with_two_sheets_asks_which(show, qtbot, tmp_path):
    book = Workbook()
    first = book.active
    first.title = "Waiting"
    first.append(["First name", "Last name"])
    first.append(["Maya", "Ortega"])
    second = book.create_sheet("Active")
    second.append(["First name", "Last name"])
    second.append(["Leo", "Ito"])
    file = tmp_path / "book.xlsx"
    book.save(file)
    page = show(open=file)
    click(qtbot, page.file_panel.drop_area.choose_button)
    planned(qtbot, page)
    combo = page.file_panel.worksheet_combo
    assert (page.step, combo.count()) == (FILE, 2)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    qtbot.waitUntil(lambda: page.draft.sheet.name == "Active")
    assert combo.count() == 2


def test_where_a_column_goes_is_chosen_from_a_list(show, qtbot):
    page = show(open=EXPORT)
    click(qtbot, page.file_panel.drop_area.choose_button)
    planned(qtbot, page)
    view, model = page.columns_panel.columns_view, page.columns_panel.columns_model
    view.edit(model.index(24, USE))
    combo = view.findChild(QComboBox)
    assert combo.accessibleName() == "Payer goes to"
    combo.setCurrentIndex(combo.findData(Unmapped.LEAVE_OUT.value))
    combo.activated.emit(combo.currentIndex())
    assert model.index(24, USE).data() == "Leave out"
    planned(qtbot, page)
    assert all(end.child.payer == "" for end in page.draft.checked.plan.new)


def test_two_columns_for_one_field_hold_the_next_step_up(show, qtbot):
    page = show(open=EXPORT)
    click(qtbot, page.file_panel.drop_area.choose_button)
    planned(qtbot, page)
    model = page.columns_panel.columns_model
    model.setData(model.index(24, USE), "given_name")
    assert "First Name" in page.columns_panel.problem()
    assert not page.next_button.isEnabled()
    model.setData(model.index(24, USE), "payer")
    planned(qtbot, page)
    assert page.next_button.isEnabled()


def test_dates_that_can_be_read_in_two_ways_are_asked_once(show, qtbot, tmp_path):
    file = csv(tmp_path, "First name,Last name,DOB\nMaya,Ortega,03/04/2020\nLeo,Ito,05/06/2019\n")
    page = show(open=file)
    click(qtbot, page.file_panel.drop_area.choose_button)
    planned(qtbot, page)
    [question] = page.columns_panel.date_questions.questions()
    assert question.choice.accessibleName() == (
        "DOB: Is 03/04/2020 March 4, 2020 or April 3, 2020?"
    )
    assert page.draft.checked.plan.summary == "0 new, 0 merged, 2 listed"
    question.choice.choose(DateOrder.DAY_FIRST.value)
    planned(qtbot, page)
    assert page.draft.checked.plan.summary == "2 new, 0 merged, 0 listed"
    assert page.draft.checked.plan.new[0].child.birth_date.month == 4


def test_a_listed_row_is_corrected_in_place(at_check, qtbot):
    page = at_check()
    panel = choose_row(page, 8)
    [field] = panel.edits.fields
    field.editor.setText("02/28/2021")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: summary(page) == "84 new, 1 merged, 4 listed")
    assert panel.badge.text() == "New"


def test_f8_goes_to_the_next_row_to_correct(at_check, qtbot):
    page = at_check()
    assert page.check_panel.row_panel.shown_row() == 8
    qtbot.keyClick(page.check_panel.rows_view, Qt.Key.Key_F8)
    assert page.check_panel.row_panel.shown_row() == 9
    assert page.check_panel.rows_view.current_key() == 9


def test_what_was_typed_survives_going_back(at_check, qtbot):
    page = at_check()
    choose_row(page, 9).edits.fields[0].editor.setText("Ada")
    click(qtbot, page.back_button)
    assert page.step == COLUMNS
    planned(qtbot, page)
    page.draft.use_column(24, Unmapped.KEEP_AS_NOTE)
    planned(qtbot, page)
    click(qtbot, page.next_button)
    assert choose_row(page, 9).badge.text() == "New"
    assert page.draft.text(9, 1) == "Ada"


def test_alt_and_the_arrow_keys_walk_the_steps(at_check, qtbot):
    page = at_check()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(page.check_panel.rows_view, Qt.Key.Key_Left, alt)
    qtbot.waitUntil(lambda: page.step == COLUMNS)
    qtbot.keyClick(page.columns_panel.columns_view, Qt.Key.Key_Right, alt)
    qtbot.waitUntil(lambda: page.step == CHECK)


def test_a_row_can_be_left_out_and_brought_back(at_check, qtbot):
    page = at_check()
    panel = choose_row(page, 2)
    click(qtbot, panel.leave_button)
    qtbot.waitUntil(lambda: summary(page) == "82 new, 1 merged, 6 listed")
    assert panel.leave_button.text() == "Bring back"
    click(qtbot, panel.leave_button)
    qtbot.waitUntil(lambda: summary(page) == "83 new, 1 merged, 5 listed")


def test_a_doubtful_child_is_shown_side_by_side_and_decided(at_check, qtbot, services, tmp_path):
    a_child(services, "Kathryn", family_name="Ito", born_on=date(2020, 3, 14))
    file = csv(tmp_path, "First name,Last name,DOB\nCatherine,Ito,03/14/2020\n")
    page = at_check(file)
    panel = page.check_panel.row_panel
    words = {each.text() for each in panel.question.findChildren(QWidget) if hasattr(each, "text")}
    assert {"Kathryn Ito", "Catherine Ito"} <= words
    click(qtbot, panel.question.same_button)
    qtbot.waitUntil(lambda: summary(page) == "0 new, 1 merged, 0 listed")
    click(qtbot, panel.ask_button)
    qtbot.waitUntil(lambda: summary(page) == "0 new, 0 merged, 1 listed")
    click(qtbot, panel.question.another_button)
    qtbot.waitUntil(lambda: summary(page) == "1 new, 0 merged, 0 listed")


def test_a_merged_row_can_be_made_another_child(at_check, qtbot):
    page = at_check()
    click(qtbot, choose_row(page, 90).other_button)
    qtbot.waitUntil(lambda: summary(page) == "84 new, 0 merged, 5 listed")


def test_the_chips_show_one_kind_of_row(at_check, qtbot):
    page = at_check()
    click(qtbot, page.check_panel.kinds.chip("listed"))
    model = page.check_panel.rows_model
    assert [model.row(at).row for at in range(model.rowCount())] == [8, 9, 14, 16, 42]


def test_the_listed_rows_are_saved_as_a_file(at_check, qtbot, tmp_path):
    target = tmp_path / "listed.csv"
    page = at_check(save=target)
    click(qtbot, page.check_panel.save_button)
    lines = target.read_text("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert "February 2021 has no day 30" in lines[1]


def test_nothing_is_written_before_import_is_pressed(at_check, qtbot, services):
    page = at_check()
    click(qtbot, page.next_button)
    assert page.step == IMPORT
    assert services.caseload.rows() == []
    assert page.next_button.text() == "Import 83 children"


def test_importing_adds_the_children_and_says_so(at_check, qtbot, services):
    page = at_check()
    click(qtbot, page.next_button)
    with qtbot.waitSignal(page.imported):
        click(qtbot, page.next_button)
    assert services.caseload.search("Hana van der Berg")
    assert len(services.settings.clinic().therapists) == 5
    assert not page.next_button.isVisible()
    with qtbot.waitSignal(page.closed):
        click(qtbot, page.summary_panel.open_button)


def test_a_large_import_can_be_stopped_and_saves_nothing(at_check, qtbot, services, tmp_path):
    file = tmp_path / "large.csv"
    days = [date(2015, 1, 1) + timedelta(days=number) for number in range(4000)]
    rows = (f"{number},Wren,Castillo,{day}" for number, day in enumerate(days))
    file.write_text("\n".join(("Client ID,First Name,Last Name,DOB", *rows)))
    page = at_check(file)
    click(qtbot, page.next_button)
    seen = []

    def back_out():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, back_out)
            return
        seen.append(dialog.question.text())
        dialog.reject()

    QTimer.singleShot(0, back_out)
    click(qtbot, page.next_button)
    assert seen == ["Saving the children…"]
    assert page.hint_label.text() == "Stopped. Nothing was saved."
    assert services.caseload.rows() == []
    assert page.next_button.isEnabled()
    with qtbot.waitSignal(page.imported):
        click(qtbot, page.next_button)
    assert services.caseload.count(View.EVERYONE) == 4000


def test_the_import_key_pressed_twice_imports_once(at_check, qtbot, services):
    page = at_check()
    click(qtbot, page.next_button)
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(services.importing.recent()) == 1


def test_an_unticked_therapist_is_not_added(at_check, qtbot, services):
    page = at_check()
    click(qtbot, page.next_button)
    box = next(b for b in page.findChildren(QAbstractButton) if "Amara" in b.text())
    box.setChecked(False)
    click(qtbot, page.back_button)
    click(qtbot, page.next_button)
    click(qtbot, page.next_button)
    names = {each.name for each in services.settings.clinic().therapists}
    assert "Amara Okafor" not in names
    assert len(names) == 4


def test_an_import_is_taken_back_from_the_page_it_ends_on(at_check, qtbot, services):
    page = at_check(confirm=True)
    click(qtbot, page.next_button)
    click(qtbot, page.next_button)
    click(qtbot, page.summary_panel.undo_button)
    planned(qtbot, page)
    assert services.caseload.rows() == []
    assert page.step == CHECK
    qtbot.waitUntil(lambda: summary(page) == "83 new, 1 merged, 5 listed")


def test_an_earlier_import_is_taken_back_from_the_list(at_check, qtbot, services):
    page = at_check(confirm=True)
    click(qtbot, page.next_button)
    click(qtbot, page.next_button)
    page.hide()
    page.show()
    assert page.step == FILE
    [undo] = page.file_panel.past_imports.undo_buttons
    click(qtbot, undo)
    assert services.caseload.rows() == []
    assert page.file_panel.past_imports.undo_buttons == []


def test_an_import_that_cannot_be_taken_back_says_why(at_check, qtbot, services):
    page = at_check(confirm=True)
    click(qtbot, page.next_button)
    click(qtbot, page.next_button)
    [hana] = services.caseload.search("Hana van der Berg")
    services.caseload.take_off_caregiver(hana.id, 1)
    click(qtbot, page.summary_panel.undo_button)
    assert "Hana van der Berg" in page.summary_panel.refusal.sentence


def test_a_change_on_the_caseload_is_planned_with(at_check, qtbot, services):
    page = at_check()
    a_child(services, "Hana", family_name="van der Berg", born_on=date(2023, 12, 4))
    qtbot.waitUntil(lambda: summary(page) == "82 new, 2 merged, 5 listed")


def test_a_file_with_nothing_new_cannot_be_imported(at_check, qtbot, services, tmp_path):
    a_child(services, "Maya", born_on=date(2020, 5, 31))
    page = at_check(csv(tmp_path, "First name,Last name,DOB\nMaya,Ortega,2020-05-31\n"))
    click(qtbot, page.next_button)
    assert not page.next_button.isEnabled()


@pytest.mark.parametrize("role", [Role.FRONT_DESK])
def test_front_desk_is_told_who_can_add_therapists(at_check, qtbot, services):
    page = at_check()
    click(qtbot, page.next_button)
    assert page.summary_panel.therapists_to_add() == ()
    click(qtbot, page.next_button)
    assert services.caseload.search("Hana van der Berg")


def test_every_control_has_a_name(at_check, qtbot):
    page = at_check()
    steps = [FILE, COLUMNS, CHECK, IMPORT]
    for step in steps:
        page._show_step(step)
        controls = [
            each
            for kind in (QAbstractButton, QLineEdit, QComboBox)
            for each in page.findChildren(kind)
            if each.isVisible()
        ]
        nameless = [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())]
        assert nameless == []


def test_a_stopped_check_can_be_started_again(at_check, qtbot):
    page = at_check()
    page.draft.leave_out(2, out=True)
    click(qtbot, page.progress_card.cancel_button)
    assert page.next_button.text() == "Check again"
    click(qtbot, page.next_button)
    qtbot.waitUntil(lambda: summary(page) == "82 new, 1 merged, 6 listed")
    assert page.step == CHECK


def test_the_caseload_is_looked_at_again_when_the_page_comes_back(at_check, qtbot, services):
    page = at_check()
    page.hide()
    a_child(services, "Hana", family_name="van der Berg", born_on=date(2023, 12, 4))
    assert not page.draft.is_busy
    page.show()
    qtbot.waitUntil(lambda: summary(page) == "82 new, 2 merged, 5 listed")
