"""The home program builder with real services: by mouse, by keyboard, to the printed page."""

from dataclasses import replace
from datetime import timedelta
from itertools import cycle, islice
from time import perf_counter

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView

from db.connection import close_database
from db.models.home_programs import HomeProgram, IssuedPaper
from ot_desktop.caseload.about_home import HomeLineDraft, HomeTopic
from ot_desktop.caseload.domain import Alert, AlertKind, Asked, PracticeCapacity
from ot_desktop.clock import today
from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import Reward, RewardKind, Skill
from ot_desktop.home_programs.page_pictures import count_pages
from tests.answering import Answering
from tests.builders import a_child, an_empty_clinic
from tests.note_builders import a_goal
from tests.paper_tray import PaperTray
from tests.reference_clinic import reference_clinic
from ui.change_bridge import ChangeBridge
from ui.home_programs.library_delegate import _button_area
from ui.home_programs.library_model import LibraryModel, Wanted
from ui.home_programs.page import HomeProgramPage
from ui.tasks import TaskRunner
from ui.theme import Scheme, install_theme

HOSTILE = "<b>bold</b> & {{ %s %d <img src=x>"


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


@pytest.fixture
def tasks(owner):
    runner = TaskRunner(owner)
    yield runner
    runner.stop()


@pytest.fixture
def show(qtbot, services, clinic, owner, tasks, tmp_path):
    """Open the builder; ``tray`` on the page is where papers end up."""

    def show(child_id=None, shown=(), tray=None, **answers):
        tray = tray or PaperTray(tmp_path)
        changes = ChangeBridge(services.changes, owner)
        page = HomeProgramPage(services.home_programs, tasks, Answering(**answers), changes, tray)
        page.tray = tray
        qtbot.addWidget(page)
        page.resize(1228, 874)
        page.show_child(child_id or clinic.maya, shown)
        page.show()
        return page

    return show


def add(page, *keys):
    """Add activities as a click in the library would."""
    for key in keys:
        page.deeds.choose(offer(page, key))


def offer(page, key):
    return next(one for one in page.drafting.opened.offers if one.activity.key == key)


def row_of(page, key):
    model = page.library_panel.model
    return next(row for row in range(model.rowCount()) if model.offer(row).activity.key == key)


def click_button_of(page, qtbot, key):
    """Click the + or the check mark at the right end of a library row."""
    view = page.library_panel.view
    index = page.library_panel.model.index(row_of(page, key))
    view.scrollTo(index)
    where = _button_area(view.visualRect(index).toRectF()).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drawn(page, qtbot, act):
    """Return the preview that an action leads to."""
    with qtbot.waitSignal(page.desk.drawn, timeout=20_000) as blocker:
        act()
    return blocker.args[0]


def test_a_click_adds_an_activity_and_a_second_takes_it_out(show, qtbot):
    page = show()
    click_button_of(page, qtbot, "bear-walk")
    assert page.drafting.draft.keys == ("bear-walk",)
    click_button_of(page, qtbot, "bear-walk")
    assert page.drafting.draft.keys == ()


def test_peanut_butter_is_refused_for_maya_on_screen(show, qtbot):
    page = show()
    click_button_of(page, qtbot, "peanut-butter-tongue-walk")
    assert page.drafting.draft.keys == ()
    expected = "Peanut butter tongue walk clashes with “Peanut”. Choose another one."
    assert page.message_line.words.text() == expected


def test_a_clash_is_said_to_a_screen_reader_in_the_list(show):
    page = show()
    index = page.library_panel.model.index(row_of(page, "peanut-butter-tongue-walk"))
    assert "clashes with “Peanut”" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_suggestions_come_first_in_the_list(show, services, clinic):
    a_goal(services, clinic.maya, "Fastens 4 shirt buttons", skill_area="self-care")
    page = show()
    first = page.library_panel.model.offer(0)
    assert first.is_suggested
    assert page.library_panel.view.currentIndex().row() == 0


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("zip", "zip-and-unzip-race"),
        ("sponge", "sponge-squeeze"),
        ("COGNITIVE bag", "pack-the-bag-list"),
    ],
)
def test_the_library_is_searched_by_name_toy_and_skill(show, qtbot, typed, key):
    page = show()
    qtbot.keyClicks(page.library_panel.find_edit, typed)
    model = page.library_panel.model
    assert key in {model.offer(row).activity.key for row in range(model.rowCount())}


def test_skill_and_routine_filters_work_together(show, qtbot):
    page = show()
    click(qtbot, page.library_panel.filters.routine_chips.chip("bath"))
    click(qtbot, page.library_panel.filters.skill_buttons[Skill.SENSORY])
    model = page.library_panel.model
    shown = [model.offer(row).activity for row in range(model.rowCount())]
    assert shown
    assert all("bath" in one.routines and "sensory" in one.skills for one in shown)


def test_a_search_without_hits_says_so(show, qtbot):
    page = show()
    qtbot.keyClicks(page.library_panel.find_edit, "xylophone")
    assert page.library_panel.empty_label.isVisible()


def test_the_library_model_obeys_qt(services, clinic, qtmodeltester, owner):
    model = LibraryModel(owner)
    qtmodeltester.check(model)
    model.show_offers(services.home_programs.start(clinic.maya).offers)
    model.filter(Wanted("a"))
    qtmodeltester.check(model)


def test_ten_of_ten_minutes(show):
    page = show()
    add(page, "bear-walk", "sponge-squeeze", "coin-bank-then-buttons")
    assert page.program_panel.budget_panel.sum_label.text() == "10 of 10 minutes used"
    assert not page.program_panel.budget_panel.reason_field.isVisible()


def test_over_the_limit_asks_for_a_reason_and_prints_with_one(show, qtbot, services, clinic):
    services.caseload.set_practice(clinic.maya, PracticeCapacity(1, 5, 7, "mother", today()))
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    draft = page.drafting.draft.changed(1, minutes=4)
    page.deeds.edit(draft, "")
    panel = page.program_panel.budget_panel
    assert panel.sum_label.text() == "7 min a day, limit 5"
    page.print_papers()
    assert IssuedPaper.select().count() == 0
    assert "reason" in panel.reason_field.problem
    qtbot.keyClicks(panel.reason_edit, "Grandmother helps")
    page.print_papers()
    assert IssuedPaper.get().reason == "Grandmother helps"


def test_more_than_twice_the_minutes_cannot_be_printed(show):
    page = show()
    add(page, "bear-walk")
    page.deeds.edit(page.drafting.draft.changed(0, minutes=30), "")
    assert not page.preview_panel.print_button.isEnabled()
    assert "more than twice" in page.program_panel.budget_panel.notice_label.text()


def test_a_fourth_activity_is_warned_about_and_allowed(show):
    page = show()
    add(page, "bear-walk", "sponge-squeeze", "wall-push-game", "sock-pull")
    notice = page.program_panel.budget_panel.notice_label
    assert "4 activities" in notice.text()
    assert notice.property("tone") == "warn-text"
    assert page.preview_panel.print_button.isEnabled()


def test_what_the_safety_box_says_is_shown(show):
    page = show()
    add(page, "bear-walk")
    assert "No treats with peanuts." in page.program_panel.safety_banner.accessibleName()


def test_a_peanut_reward_is_refused_beside_its_field(show, qtbot):
    page = show()
    add(page, "bear-walk")
    qtbot.keyClicks(page.program_panel.reward_panel.prize_edit, "Peanut butter cups")
    problem = page.program_panel.reward_panel.problem_label
    assert problem.isVisible()
    assert "clashes with “Peanut”" in problem.text()


def test_from_shown_today_to_paper_in_one_click(show, qtbot, clinic):
    page = show(shown=("Bear walk", "Sponge squeeze"))
    click(qtbot, page.preview_panel.print_button)
    paper = IssuedPaper.get()
    assert [file.read_bytes() for file in page.tray.folder.iterdir()] == [bytes(paper.pdf)]


def test_without_a_printer_the_file_is_kept_and_its_path_shown(show, qtbot):
    page = show(shown=("Bear walk",))
    page.print_papers()
    [file] = page.tray.folder.iterdir()
    assert file.name == f"Maya-O_home-program_{today().isoformat()}.pdf"
    assert str(file) in page.message_line.words.text()
    click(qtbot, page.message_line.open_button)
    assert page.tray.opened == [file]


def test_the_printer_gets_one_picture_for_each_page(show, qtbot, tmp_path):
    page = show(shown=("Bear walk",), tray=PaperTray(tmp_path, has_printer=True))
    with qtbot.waitSignal(page.desk.giver.printed, timeout=20_000):
        page.print_papers()
    [pictures] = page.tray.printed
    assert len(pictures) == IssuedPaper.get().pages
    assert pictures[0].width == pytest.approx(8.5 * 300, abs=1)


def test_backing_out_of_the_print_dialog_gives_nothing(show, tmp_path):
    page = show(shown=("Bear walk",), tray=PaperTray(tmp_path, has_printer=True, backs_out=True))
    page.print_papers()
    assert IssuedPaper.select().count() == 0


def test_the_pdf_button_writes_the_stored_bytes_where_asked(show, qtbot, tmp_path):
    path = tmp_path / "for the family.pdf"
    page = show(shown=("Bear walk",), save=path)
    click(qtbot, page.preview_panel.pdf_button)
    assert path.read_bytes() == bytes(IssuedPaper.get().pdf)


def test_printing_then_saving_unchanged_gives_the_papers_once(show, tmp_path):
    page = show(shown=("Bear walk",), save=tmp_path / "again.pdf")
    page.print_papers()
    page.save_pdf()
    assert IssuedPaper.select().count() == 1


def test_a_folder_that_does_not_take_files_is_said(show, tmp_path):
    (tmp_path / "file").write_text("")
    page = show(shown=("Bear walk",), save=tmp_path / "file" / "x.pdf")
    page.save_pdf()
    assert "Choose another folder" in page.message_line.words.text()


def test_the_child_is_told_to_the_window_when_papers_are_given(show, qtbot, clinic):
    page = show(shown=("Bear walk",))
    with qtbot.waitSignal(page.issued) as blocker:
        page.print_papers()
    assert blocker.args == [clinic.maya]


def choose_owens_father(page):
    combo = page.preview_panel.recipient_combo
    combo.setCurrentIndex(combo.findText("Not allowed: Daniel Park, father"))


def test_owens_father_cannot_be_chosen_by_a_therapist(show, clinic):
    page = show(clinic.owen)
    panel = page.preview_panel
    panel.show_recipients(page.drafting.opened.recipients, may_allow=False)
    combo = panel.recipient_combo
    place = combo.findText("Not allowed: Daniel Park, father")
    assert not combo.model().item(place).isEnabled()
    assert combo.currentText() == "Grace Park, mother"


def test_the_owner_says_why_owens_father_gets_papers(show, clinic):
    page = show(clinic.owen, shown=("Bear walk",))
    page.desk._asker.answers["text"] = "The court changed the order today."
    choose_owens_father(page)
    page.print_papers()
    assert IssuedPaper.select().count() == 1
    assert "order 12 Mar 2026" in page.desk._asker.asked[-1]


def test_owens_father_is_refused_even_when_chosen_by_force(show, clinic):
    page = show(clinic.owen, shown=("Bear walk",))
    combo = page.preview_panel.recipient_combo
    combo.setCurrentIndex(combo.findText("Not allowed: Daniel Park, father"))
    page.print_papers()
    assert "order 12 Mar 2026" in page.message_line.words.text()
    assert IssuedPaper.select().count() == 0


def test_the_preview_counts_the_pages(show, qtbot):
    page = show()
    preview = drawn(page, qtbot, lambda: add(page, "bear-walk", "sponge-squeeze"))
    assert preview.pages == len(preview.pictures)
    assert page.preview_panel.print_button.text() == f"Print {preview.pages} pages"
    assert page.preview_panel.chart_box.text() == "Practice chart, 1 page"
    assert "reading level" in page.preview_panel.reading_tag.text()


def test_leaving_out_the_chart_leaves_its_pages_out(show, qtbot):
    page = show()
    add(page, "bear-walk")
    preview = drawn(page, qtbot, page.preview_panel.chart_box.click)
    assert preview.chart_pages == 0
    assert not page.drafting.draft.choice.chart


def test_pages_are_drawn_in_the_language_chosen(show, qtbot):
    page = show(shown=("Bear walk",))
    panel = page.preview_panel
    other = "en" if panel.language_control.chosen() == "es" else "es"
    before = drawn(page, qtbot, panel.tick_box.click)
    after = drawn(page, qtbot, lambda: panel.language_control.choose(other))
    assert page.drafting.draft.choice.language == other
    assert after.pictures[0].pixels != before.pictures[0].pixels


def test_a_spanish_speaking_family_gets_spanish_pages_at_once(show, services, clinic):
    page = show(a_child(services, "Marisol", language="Spanish"))
    assert page.preview_panel.language_control.chosen() == "es"


def test_routine_sheets_come_after_plan_and_chart(show, qtbot):
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    preview = drawn(page, qtbot, page.preview_panel.sheets_box.click)
    assert (preview.plan_pages, preview.chart_pages, preview.sheet_pages) == (
        preview.pages - 3,
        1,
        2,
    )
    assert page.preview_panel.sheets_box.text() == "Routine sheets, 2 pages"


def test_gray_pages_have_no_color(show, qtbot):
    page = show(shown=("Bear walk",))
    preview = drawn(page, qtbot, lambda: page.preview_panel.ink_control.choose("gray"))
    pixels = preview.pictures[0].pixels
    assert all(pixels[at] == pixels[at + 1] == pixels[at + 2] for at in range(0, len(pixels), 404))


def test_nothing_to_print_is_said_instead_of_pages(show, qtbot):
    page = show(shown=("Bear walk",))
    page.preview_panel.plan_box.click()
    page.preview_panel.chart_box.click()
    assert not page.preview_panel.print_button.isEnabled()
    assert "Choose the home plan" in page.preview_panel.nothing_label.text()


def test_a_letter_nobody_can_print_is_named(show, qtbot):
    page = show()
    add(page, "bear-walk")
    draft = page.drafting.draft.worded(0, say="Go \U0001f9a7")
    preview = drawn(page, qtbot, lambda: page.deeds.edit(draft, ""))
    assert "\U0001f9a7" in preview.problem
    assert "cannot be printed" in page.preview_panel.nothing_label.text()


def test_undo_and_redo_walk_through_the_changes(show, qtbot):
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    page.program_panel.card_list.cards["bear-walk"].minutes_stepper.set_value(5)
    page.setFocus()
    qtbot.keyClick(page.library_panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.drafting.draft.activities[0].minutes == 3
    qtbot.keyClick(page.library_panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.drafting.draft.keys == ("bear-walk",)
    click(qtbot, page.head.redo_button)
    assert page.drafting.draft.keys == ("bear-walk", "sponge-squeeze")


def test_the_pages_undo_comes_before_the_windows(show, qtbot):
    page = show()
    add(page, "bear-walk")
    heard = []
    window_wide = QAction(page)
    window_wide.setShortcut("Ctrl+Z")
    window_wide.triggered.connect(lambda: heard.append("window"))
    page.addAction(window_wide)
    qtbot.keyClick(page.library_panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.drafting.draft.keys == ()
    assert heard == []


def test_typing_in_one_field_is_one_step_back(show, qtbot):
    page = show()
    add(page, "bear-walk")
    edit = page.program_panel.card_list.cards["bear-walk"].say_edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Paws down.")
    assert page.drafting.draft.activities[0].changes.say == "Paws down."
    page.drafting.undo()
    assert page.drafting.draft.activities[0].changes.say is None


def test_alt_down_moves_an_activity_and_keeps_the_focus(show, qtbot):
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    card = page.program_panel.card_list.cards["bear-walk"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.drafting.draft.keys == ("sponge-squeeze", "bear-walk")
    qtbot.keyClick(card.say_edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.drafting.draft.keys == ("bear-walk", "sponge-squeeze")


def test_dragging_the_grip_moves_an_activity(show, qtbot):
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    qtbot.waitUntil(lambda: page.program_panel.card_list.cards["sponge-squeeze"].height() > 50)
    cards = page.program_panel.card_list.cards
    target = cards["sponge-squeeze"]
    grip = cards["bear-walk"].grip
    where = grip.mapFromGlobal(target.mapToGlobal(QPoint(10, target.height() // 2)))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, where)
    assert page.drafting.draft.keys == ("sponge-squeeze", "bear-walk")


def test_changing_a_step_changes_it_for_this_child_only(show, qtbot, services):
    page = show()
    add(page, "bear-walk")
    edit = page.program_panel.change_panel.step_edits[0]
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Hands down.")
    assert page.drafting.draft.activities[0].changes.steps[0] == "Hands down."
    in_library = next(one for one in services.home_programs.library() if one.key == "bear-walk")
    assert in_library.words["en"].steps[0] != "Hands down."


def test_going_back_to_the_librarys_words(show, qtbot):
    page = show()
    add(page, "bear-walk")
    page.deeds.edit(page.drafting.draft.worded(0, say="Go", title="Bear"), "")
    click(qtbot, page.program_panel.change_panel.reset_button)
    assert page.drafting.draft.activities[0].changes.title is None


def test_the_draft_is_saved_soon_after_the_last_change(show, qtbot):
    page = show()
    with qtbot.waitSignal(page.drafting.saved, timeout=3_000):
        add(page, "bear-walk")
    assert HomeProgram.select().count() == 1
    assert page.head.saved_label.text().startswith("Saved ")


def test_leaving_the_page_saves_at_once(show):
    page = show()
    add(page, "bear-walk")
    assert page.flush()
    assert HomeProgram.select().count() == 1


def test_a_change_after_giving_makes_the_next_program(show, qtbot):
    page = show(shown=("Bear walk",))
    page.print_papers()
    given = page.drafting.draft.id
    add(page, "sponge-squeeze")
    assert page.drafting.draft.id is None
    assert page.drafting.draft.replaces_id == given
    page.flush()
    page.print_papers()
    assert HomeProgram.select().where(HomeProgram.issued_at.is_null(is_null=False)).count() == 2


def test_a_gray_copy_after_giving_is_the_same_program(show):
    page = show(shown=("Bear walk",))
    page.print_papers()
    page.preview_panel.ink_control.choose("gray")
    page.print_papers()
    assert HomeProgram.select().count() == 1
    assert IssuedPaper.select().count() == 2


def test_the_program_may_end_on_another_day(show, qtbot):
    page = show(shown=("Bear walk",))
    wanted = today() + timedelta(days=20)
    page.program_panel.dates_panel.ends_edit.set_value(wanted)
    assert page.drafting.draft.ends_on == wanted
    page.drafting.undo()
    assert page.drafting.draft.ends_on == today() + timedelta(days=14)


def test_a_program_does_not_end_before_it_begins(show):
    page = show(shown=("Bear walk",))
    page.program_panel.dates_panel.ends_edit.set_value(today() - timedelta(days=1))
    assert page.drafting.draft.ends_on == today() + timedelta(days=14)
    assert page.program_panel.dates_panel.problem_label.isVisible()


def test_starting_from_suggestions_fits_the_familys_minutes(show, services, clinic, qtbot):
    a_goal(services, clinic.maya, "Fastens 4 shirt buttons", skill_area="self-care")
    page = show()
    click(qtbot, page.program_panel.empty.button)
    assert 1 <= len(page.drafting.draft.keys) <= 3
    assert not page.drafting.draft.budget.is_over


def test_starting_from_the_last_program(show, services, clinic):
    page = show(shown=("Bear walk",))
    page.print_papers()
    page.show_child(clinic.maya)
    page.start_menu.last.trigger()
    assert page.drafting.draft.keys == ("bear-walk",)


def test_a_whole_program_is_built_with_the_keyboard_only(show, qtbot):
    page = show()
    view, find = page.library_panel.view, page.library_panel.find_edit
    qtbot.keyClicks(view, "/")
    assert page.focusWidget() is find
    qtbot.keyClicks(find, "bear walk")
    qtbot.keyClick(find, Qt.Key.Key_Return)
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    qtbot.keyClicks(find, "sponge squeeze")
    qtbot.keyClick(find, Qt.Key.Key_Return)
    card = page.program_panel.card_list.cards["sponge-squeeze"]
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    qtbot.keyClicks(card, "+")
    qtbot.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(card, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    [program] = HomeProgram.select().where(HomeProgram.issued_at.is_null(is_null=False))
    assert page.drafting.draft.keys == ("sponge-squeeze", "bear-walk")
    assert page.drafting.draft.activities[0].minutes == 4
    assert program.id == page.drafting.draft.id


def test_enter_and_space_add_from_the_list(show, qtbot):
    page = show()
    view = page.library_panel.view
    view.setCurrentIndex(page.library_panel.model.index(row_of(page, "bear-walk")))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.drafting.draft.keys == ("bear-walk",)


def test_every_control_has_a_name(show):
    page = show(shown=("Bear walk", "Sponge squeeze"))
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()}"
        for kind in (QLineEdit, QAbstractButton, QComboBox, QListView)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []


@pytest.mark.parametrize("text", [HOSTILE, "W" * 200, "ñ é Việt Ελλάς Жук", "\t\r line"])
def test_any_words_are_shown_and_printed_as_typed(show, qtbot, text):
    page = show()
    add(page, "bear-walk")
    draft = page.drafting.draft.worded(0, title=text, say=text, too_hard=text, steps=(text,) * 12)
    draft = replace(draft, reward=Reward(RewardKind.SAVE_UP, text))
    preview = drawn(page, qtbot, lambda: page.deeds.edit(draft, ""))
    assert preview.problem == ""
    page.print_papers()
    assert count_pages(bytes(IssuedPaper.get().pdf)) == preview.pages
    assert not page.grab().isNull()


def test_a_title_with_markup_is_plain_text_on_screen(show):
    page = show()
    add(page, "bear-walk")
    page.deeds.edit(page.drafting.draft.worded(0, title="<b>x</b>"), "")
    card = page.program_panel.card_list.cards["bear-walk"]
    assert card.title_label.textFormat() == Qt.TextFormat.PlainText
    assert card.accessibleName() == "Activity 1: <b>x</b>"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [100, 150])
def test_the_page_is_painted_in_every_look(show, qapp, scheme, size):
    page = show(shown=("Bear walk",))
    install_theme(qapp, scheme, size)
    assert not page.grab().isNull()
    install_theme(qapp, Scheme.LIGHT, 100)


def test_large_text_shows_two_columns_that_fit(show, qapp, qtbot):
    page = show(shown=("Bear walk",))
    install_theme(qapp, Scheme.LIGHT, 150)
    qapp.processEvents()  # the parts of the page have their new sizes now
    page.resize(1228, 874)
    assert page.width() == 1228
    assert not page.preview_panel.isVisible()
    page.head.side_control.choose("preview")
    assert page.preview_panel.isVisible()
    assert not page.program_panel.isVisible()
    install_theme(qapp, Scheme.LIGHT, 100)


def test_a_new_alert_reaches_the_open_builder(show, services, clinic):
    page = show()
    services.caseload.review_alerts(
        clinic.maya, AlertKind.PRECAUTION, Asked.LISTED, (Alert(AlertKind.PRECAUTION, "Seizures"),)
    )
    clashes = page.drafting.opened.clashes(library.activity("swing-and-toss"))
    assert {clash.because for clash in clashes} == {"“Seizures”"}
    assert any("Seizures" in banner.accessibleName() for banner in page.alert_strip.banners)


def test_a_clash_can_be_swapped_for_something_like_it(show, qtbot):
    page = show()
    click_button_of(page, qtbot, "peanut-butter-tongue-walk")
    click(qtbot, page.message_line.offer_button)
    [key] = page.drafting.draft.keys
    assert "mealtime" in offer(page, key).activity.routines
    assert not offer(page, key).clashes


def test_an_activity_is_swapped_in_its_place_in_two_clicks(show, qtbot):
    page = show()
    add(page, "bear-walk", "sponge-squeeze")
    card_list = page.program_panel.card_list
    click(qtbot, card_list.cards["bear-walk"].swap_button)
    first = card_list.swap_menu.actions()[0]
    card_list.swap_menu.close()
    first.trigger()
    keys = page.drafting.draft.keys
    assert len(keys) == 2
    assert keys[1] == "sponge-squeeze"
    assert keys[0] != "bear-walk"


def test_a_card_says_what_a_new_alert_forbids_in_it(show, services, clinic):
    page = show(clinic.iris)
    add(page, "peanut-butter-tongue-walk")
    alerts = (Alert(AlertKind.ALLERGY, "Peanut"),)
    services.caseload.review_alerts(clinic.iris, AlertKind.ALLERGY, Asked.LISTED, alerts)
    card = page.program_panel.card_list.cards["peanut-butter-tongue-walk"]
    assert "clashes with “Peanut”" in card.clash_label.text()


def test_the_last_program_comes_without_what_clashes_now_and_says_so(show, services, clinic):
    page = show(clinic.iris)
    add(page, "peanut-butter-tongue-walk", "bear-walk")
    page.print_papers()
    alerts = (Alert(AlertKind.ALLERGY, "Peanut"),)
    services.caseload.review_alerts(clinic.iris, AlertKind.ALLERGY, Asked.LISTED, alerts)
    page.show_child(clinic.iris)
    page.start_menu.last.trigger()
    assert page.drafting.draft.keys == ("bear-walk",)
    assert "Left out. Peanut butter tongue walk clashes" in page.message_line.words.text()


def test_a_suggestion_says_why_in_a_few_words(show, services, clinic):
    a_goal(services, clinic.maya, "Fastens 4 shirt buttons", skill_area="self-care")
    line = HomeLineDraft(HomeTopic.HARD_ROUTINES, "Getting dressed before school")
    services.about_home.tell(clinic.maya, line)
    page = show()
    told = page.library_panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "suggested: Dressing is hard. Fastens 4 shirt buttons" in told


def test_only_what_fits_the_child_is_shown_when_asked(show, qtbot):
    page = show()
    panel = page.library_panel
    click(qtbot, panel.filters.fits_chip)
    shown = [panel.model.offer(row) for row in range(panel.model.rowCount())]
    assert shown
    assert all(one.fits for one in shown)
    assert panel.count_label.text() == f"{len(shown)} of {len(page.drafting.opened.offers)}"
    click(qtbot, panel.clear_button)
    assert panel.model.rowCount() == len(page.drafting.opened.offers)


def test_the_library_is_filtered_by_age_and_minutes(show):
    page = show()
    filters, model = page.library_panel.filters, page.library_panel.model
    filters.age_combo.choose(11)
    filters.minutes_combo.choose(0)
    shown = [model.offer(row).activity for row in range(model.rowCount())]
    assert shown
    assert all(one.age_to >= 11 and one.is_embedded for one in shown)


def test_filtering_a_long_library_takes_no_time_to_speak_of(show, qtbot):
    page = show()
    model = page.library_panel.model
    offers = page.drafting.opened.offers
    model.show_offers(tuple(islice(cycle(offers), 400)))
    started = perf_counter()
    for words in ("b", "bu", "but", "butt", "butto"):
        model.filter(Wanted(words))
    assert (perf_counter() - started) / 5 < 0.03


def test_a_template_is_saved_and_begun_with(show, clinic, qtbot):
    page = show(text="Mornings")
    add(page, "bear-walk")
    click(qtbot, page.head.template_button)
    assert page.message_line.words.text() == "Template saved: Mornings"
    page.start_menu.nothing.trigger()
    mine = next(one for one in page.drafting.opened.templates if one.id)
    page.start_menu.template_chosen.emit(mine)
    assert page.drafting.draft.keys == ("bear-walk",)


def test_an_empty_program_offers_four_templates(show, qtbot):
    page = show()
    buttons = page.program_panel.empty.template_buttons
    assert len(buttons) == 4
    click(qtbot, buttons[0])
    assert page.drafting.draft.keys == page.drafting.opened.templates[0].keys
    page.drafting.undo()
    assert page.drafting.draft.keys == ()


def test_a_removed_template_is_put_back_from_the_message(show, qtbot):
    page = show(text="Mornings")
    add(page, "bear-walk")
    click(qtbot, page.head.template_button)
    mine = next(one for one in page.drafting.opened.templates if one.id)
    page.deeds.remove_template(mine)
    assert not any(one.id for one in page.drafting.opened.templates)
    click(qtbot, page.message_line.offer_button)
    assert any(one.id for one in page.drafting.opened.templates)


def typed_over(qtbot, edit, words):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_what_was_changed_stands_beside_the_librarys_words(show, qtbot):
    page = show()
    add(page, "bear-walk")
    panel = page.program_panel.change_panel
    row = panel.steps[0]
    before = row.edit.text()
    typed_over(qtbot, row.edit, "Hands down.")
    assert row.before_label.toolTip() == f"Library: {before}"
    assert panel.changed_label.text() == "1 change"
    click(qtbot, row.back_button)
    assert not row.is_changed
    assert page.drafting.draft.activities[0].changes.steps is None


def test_why_and_need_are_worded_for_this_child(show, qtbot):
    page = show()
    add(page, "bear-walk")
    texts = page.program_panel.change_panel.texts
    typed_over(qtbot, texts["why"].edit, "It calms.")
    typed_over(qtbot, texts["need"].edit, "The hall.")
    changes = page.drafting.draft.activities[0].changes
    assert (changes.why, changes.need) == ("It calms.", "The hall.")


def test_hard_words_and_long_sentences_are_marked_while_writing(show, qtbot):
    page = show()
    add(page, "bear-walk")
    panel = page.program_panel.change_panel
    long = "Walk " + "and walk " * 8 + "approximately home."
    typed_over(qtbot, panel.steps[0].edit, long)
    kinds = [(mark.is_word, mark.simpler) for mark in panel.steps[0].edit.found]
    assert kinds == [(True, "about"), (False, "")]
    assert "approximately (about)" in panel.steps[0].edit.accessibleDescription()
    assert "1 long sentence." in panel.reading_line.grade_label.text()


def test_taking_back_reaches_the_field_somebody_types_in(show, qtbot):
    page = show()
    add(page, "bear-walk")
    edit = page.program_panel.change_panel.steps[0].edit
    before = edit.text()
    typed_over(qtbot, edit, "Hands down.")
    click(qtbot, page.head.undo_button)
    assert edit.text() == before
    click(qtbot, page.head.redo_button)
    assert edit.text() == "Hands down."


def test_words_are_changed_in_the_language_of_the_papers(show, qtbot):
    page = show()
    add(page, "bear-walk")
    page.preview_panel.language_control.choose("es")
    panel = page.program_panel.change_panel
    spanish = offer(page, "bear-walk").activity.words["es"]
    assert panel.steps[0].edit.text() == spanish.steps[0]
    typed_over(qtbot, panel.steps[0].edit, "Manos al piso.")
    planned = page.drafting.draft.activities[0]
    assert (planned.worded_in, planned.changes.steps[0]) == ("es", "Manos al piso.")
    page.preview_panel.language_control.choose("en")
    assert panel.steps[0].edit.text() != "Manos al piso."


def test_spanish_words_have_no_english_grade_and_no_english_marks(show):
    page = show()
    add(page, "bear-walk")
    page.preview_panel.language_control.choose("es")
    panel = page.program_panel.change_panel
    assert "Grade" not in panel.reading_line.grade_label.text()
    assert "Spanish" in panel.reading_line.grade_label.text()
    assert not any(row.edit.found for row in panel.steps)
