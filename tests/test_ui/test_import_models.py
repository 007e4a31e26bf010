"""The table models of the import, looked at by Qt's own tester."""

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database
from ot_desktop.importing.check_rows import Checked, CheckRow
from ot_desktop.importing.domain import ImportedChild, Problem
from ot_desktop.importing.plan import ImportPlan, ListedRow, NewRow
from tests.builders import an_empty_clinic
from ui.importing.columns_table_model import USE, ColumnsTableModel
from ui.importing.import_draft import ImportDraft
from ui.importing.rows_table_model import END, REASON, RowsTableModel
from ui.tasks import TaskRunner

MAYA = CheckRow(2, "Maya Ortega", NewRow(2, ImportedChild("Maya", "Ortega"), 0), ("Maya", "Ortega"))
NOBODY = CheckRow(
    3, "", ListedRow(3, (Problem(3, 0, "First name", "", "The first name is missing."),)), ("", "")
)
CHECKED = Checked(ImportPlan((), (), (), (), ()), (MAYA, NOBODY), {"new": 1, "listed": 1})


@pytest.fixture
def draft(qapp, qtbot, tmp_path):
    file = tmp_path / "children.csv"
    file.write_text("First name,Last name,Shoe size\nMaya,Ortega,28\n", "utf-8")
    owner = QObject()
    runner = TaskRunner(owner)
    draft = ImportDraft(an_empty_clinic().importing, runner, owner)
    with qtbot.waitSignal(draft.planned):
        draft.open_file(file)
    yield draft
    runner.stop()
    shiboken6.delete(owner)
    close_database()


@pytest.fixture
def rows(qapp):
    model = RowsTableModel()
    model.show_checked(CHECKED)
    return model


def test_the_rows_model_keeps_qts_rules(rows, qtmodeltester):
    qtmodeltester.check(rows)


def test_the_rows_model_keeps_qts_rules_while_it_is_filtered(rows, qtmodeltester):
    qtmodeltester.check(rows)
    rows.show_kind("listed")
    rows.show_kind("every")
    rows.show_checked(None)


def test_the_columns_model_keeps_qts_rules(draft, qtmodeltester):
    model = ColumnsTableModel(draft)
    qtmodeltester.check(model)


def test_a_listed_row_says_column_and_reason(rows):
    assert rows.index(1, REASON).data() == "First name: The first name is missing."


def test_what_happens_is_read_aloud_with_its_heading(rows):
    spoken = rows.index(0, END).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "What happens: New"


def test_the_next_problem_after_the_last_is_the_first(rows):
    assert rows.next_problem(3) == 3


def test_only_where_a_column_goes_can_be_edited(draft):
    model = ColumnsTableModel(draft)
    editable = [
        column
        for column in range(model.columnCount())
        if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [USE]


def test_a_use_that_does_not_exist_is_refused(draft):
    model = ColumnsTableModel(draft)
    assert not model.setData(model.index(0, USE), "nonsense")
