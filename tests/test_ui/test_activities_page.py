"""Story 25 on screen: the clinic finds, reads, writes and approves its activities."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.connection import close_database
from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.domain import Origin
from ot_desktop.home_programs.activities.package import read_package
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.activity_files import a_file, a_photo, reworded, sock_toss
from tests.answering import Answering
from tests.builders import a_user, an_empty_clinic
from tests.note_builders import mateo
from ui.change_bridge import ChangeBridge
from ui.home_programs.activities.activities_table_model import HAZARDS, LANGUAGES, STATE
from ui.home_programs.activities.changes_dialog import KEEP, LATER, TAKE, ChangesDialog
from ui.home_programs.activities.page import ActivitiesPage
from ui.home_programs.activities.take_in_dialog import TakeInDialog
from ui.tasks import TaskRunner
from ui.widgets.segmented import SegmentedControl


class Screen:
    """The page, and whoever answers its dialogs."""

    def __init__(self, services, owner):
        self.services = services
        self.asker = Answering()
        self.tasks = TaskRunner(owner)
        changes = ChangeBridge(services.changes, owner)
        self.page = ActivitiesPage(services.activities, self.asker, self.tasks, changes)
        self.told: list[str] = []
        self.page.told.connect(lambda words, _undo: self.told.append(words))

    @property
    def english(self):
        return self.page.editor.languages["en"]

    def titles(self):
        model = self.page.browse.list.model_
        return [model.row(row).shown.words["en"].title for row in range(model.rowCount())]

    def choose(self, key):
        assert self.page.browse.list.select_key(key)

    def cell(self, column):
        view = self.page.browse.list
        return view.model_.index(view.currentIndex().row(), column).data()

    def write(self, field, words):
        edit = self.english.fields[field].editor
        (edit.setText if hasattr(edit, "setText") else edit.setPlainText)(words)


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


def shown(qtbot, owner, role):
    screen = Screen(an_empty_clinic(role), owner)
    qtbot.addWidget(screen.page)
    screen.page.resize(1290, 640)
    screen.page.show()
    return screen


@pytest.fixture
def screen(qtbot, owner):
    screen = shown(qtbot, owner, Role.OWNER)
    yield screen
    screen.tasks.stop()
    close_database()


class Approving:
    """Somebody who answers the dialog before an approval; ``program`` is for each program."""

    def __init__(self):
        self.program = LATER
        self.seen: list[list[str]] = []
        self.timer = QTimer(interval=10)
        self.timer.timeout.connect(self._answer)
        self.timer.start()

    def _answer(self):
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ChangesDialog):
            for choice in dialog.findChildren(SegmentedControl):
                choice.choose(self.program)
            self.seen.append([each.text() for each in dialog.findChildren(QLabel)])
            dialog.take("yes")


@pytest.fixture
def approving(qapp):
    approving = Approving()
    yield approving
    approving.timer.stop()


def change_bear_walk(screen):
    screen.choose("bear-walk")
    screen.page._do("edit")
    screen.write("say", "Slow paws.")
    screen.page.editor._approve()


def given(screen, *keys):
    child = mateo(screen.services)
    page = screen.services.home_programs.start(child)
    draft = page.draft
    for key in keys:
        draft = page.added(draft, library.activity(key))
    screen.services.home_programs.issue(draft)
    return child


def test_the_list_shows_the_whole_library_by_title(screen):
    assert screen.titles() == [one.words["en"].title for one in library.all_activities()]


def test_a_row_says_whose_it_is_in_which_languages_and_what_is_dangerous(screen):
    screen.choose("peanut-butter-tongue-walk")
    assert "Built in, In no program" in screen.cell(STATE)
    assert "EN" in screen.cell(LANGUAGES)
    assert "Peanut" in screen.cell(HAZARDS)


def test_a_search_looks_through_every_word_a_family_reads(screen):
    screen.page.browse.filters.find_edit.setText("heavy hands")
    assert "Bear walk" in screen.titles()


@pytest.mark.parametrize(
    ("box", "key", "fits"),
    [
        ("age_box", 13, lambda one: one.suits_age(13)),
        ("minutes_box", 2, lambda one: one.minutes <= 2),
        ("language_box", "es", lambda one: "es" in one.words),
        ("hazard_box", "none", lambda one: not one.hazards),
        ("hazard_box", "water", lambda one: "water" not in one.hazards),
        ("state_box", "built-in", lambda one: True),
        ("state_box", "ours", lambda one: False),
    ],
)
def test_a_filter_leaves_only_what_fits(screen, box, key, fits):
    getattr(screen.page.browse.filters, box).choose(key)
    wanted = [one.words["en"].title for one in library.all_activities() if fits(one)]
    assert screen.titles() == wanted


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(screen):
    screen.page.browse.filters.find_edit.setText("nothing like this")
    assert screen.page.browse.empty.isVisible()
    screen.page.browse.empty.button.click()
    assert len(screen.titles()) == len(library.all_activities())


def test_the_drawings_show_the_same_activities(screen):
    screen.choose("bear-walk")
    screen.page._turn_look()
    assert screen.page.browse.drawings.current_key() == "bear-walk"
    assert screen.page.browse.drawings.model_.rowCount() == len(library.all_activities())


def test_what_is_typed_is_kept_as_a_draft_and_the_built_in_words_stay(screen):
    screen.choose("bear-walk")
    screen.page._do("edit")
    screen.write("say", "Slow paws.")
    screen.page.editor.leave()
    entry = screen.services.activities.entry("bear-walk")
    assert entry.draft.activity.words["en"].say == "Slow paws."
    assert entry.in_force == library.activity("bear-walk")


def test_looking_at_an_activity_in_the_editor_makes_no_draft(screen):
    screen.choose("bear-walk")
    screen.page._do("edit")
    screen.page.editor.leave()
    assert screen.services.activities.entry("bear-walk").draft is None


def test_words_of_two_people_are_both_kept(screen):
    screen.choose("bear-walk")
    screen.page._do("edit")
    ben = services_for(a_user(Role.THERAPIST, "Ben Cole")).activities
    ben.save_draft(reworded("bear-walk", say="Slow paws."))
    screen.write("say", "Heavy paws.")
    screen.page.editor.leave()
    assert "Ben Cole changed this draft" in screen.page.editor.notice.words.text()
    screen.page.editor.notice.button.click()
    said = [one.draft.activity.words["en"].say for one in ben.entries() if one.draft]
    assert sorted(said) == ["Heavy paws.", "Slow paws."]


def test_another_screen_finds_everything_saved(screen):
    screen.page._new()
    screen.write("title", "Sock toss")
    assert screen.page.flush()
    titles = [one.shown.words["en"].title for one in screen.services.activities.entries()]
    assert "Sock toss" in titles


def test_a_step_of_13_words_is_warned_of_while_it_is_written(screen):
    screen.page._new()
    step = screen.english.steps.rows[0]
    QTest.keyClicks(step.edit, "Put the red basket on the floor three big steps away from you.")
    assert step._warning.text() == "13 words. Keep a step to 12."


def test_the_reading_grade_follows_the_typing(screen):
    screen.page._new()
    screen.write("why", "Bilateral coordination facilitates independent participation.")
    head = screen.english.head
    assert "Hard words: Bilateral" in head.told.text()
    assert float(head.badge.text().split()[-1]) > 5


def test_enter_goes_on_to_the_next_step(screen):
    screen.page._new()
    rows = screen.english.steps.rows
    rows[0].edit.setFocus()
    QTest.keyClick(rows[0].edit, Qt.Key.Key_Return)
    assert screen.page.editor.isAncestorOf(rows[1].edit)
    assert rows[1].edit.hasFocus()


def test_what_is_missing_is_said_beside_its_field(screen):
    screen.page._new()
    screen.write("title", "Sock toss")
    screen.page.editor._approve()
    assert screen.english.fields["why"].problem == "Say why it helps."
    assert screen.page.is_editing


def test_a_sentence_goes_when_its_field_is_put_right(screen):
    screen.page._new()
    screen.write("title", "Sock toss")
    screen.page.editor._approve()
    screen.write("why", "It helps the hands.")
    assert screen.english.fields["why"].problem == ""


def test_a_copy_is_a_new_activity_of_our_own(screen, approving):
    screen.choose("bear-walk")
    screen.page._do("copy")
    screen.write("title", "Crab walk")
    screen.page.editor._approve()
    [ours] = [one for one in screen.services.activities.entries() if one.origin is Origin.OURS]
    assert ours.approved.activity.words["en"].title == "Crab walk"


def test_before_an_approval_the_changes_and_children_are_shown(screen, approving):
    child = given(screen, "bear-walk")
    approving.program = TAKE
    change_bear_walk(screen)
    [words] = approving.seen
    assert "Slow paws." in words
    assert any("Mateo" in each for each in words)
    assert screen.services.home_programs.start(child).draft.id is not None


def test_programs_nobody_decided_about_are_told_and_decided_later(screen, approving):
    given(screen, "bear-walk")
    change_bear_walk(screen)
    screen.choose("bear-walk")
    notice = screen.page.browse.reader.waiting_notice
    assert "1 program has the words of before." in notice.words.text()
    approving.program = KEEP
    notice.button.click()
    assert screen.services.activities.waiting("bear-walk") == ()


def test_the_way_back_to_the_built_in_words_can_be_undone(screen, approving):
    undo = []
    screen.page.told.connect(lambda _words, back: undo.append(back))
    change_bear_walk(screen)
    screen.choose("bear-walk")
    screen.page._do("back")
    library_ = screen.services.activities
    assert library_.entry("bear-walk").origin is Origin.BUILT_IN
    undo[-1]()
    assert library_.entry("bear-walk").approved.activity.words["en"].say == "Slow paws."


def test_a_photo_is_dropped_and_credited(screen, tmp_path):
    file = tmp_path / "socks.jpg"
    file.write_bytes(a_photo())
    screen.choose("bear-walk")
    screen.page._do("edit")
    box = screen.page.editor.picture
    box._take_dropped([file])
    box.credit_edit.setText("Ana Ruiz")
    screen.page.editor.leave()
    photo = screen.services.activities.entry("bear-walk").draft.activity.photo
    assert photo.credit_line == "Ana Ruiz"


def test_a_file_that_is_no_picture_is_refused_in_place(screen, tmp_path):
    file = tmp_path / "x.jpg"
    file.write_bytes(b"no picture")
    screen.choose("bear-walk")
    screen.page._do("edit")
    screen.page.editor.picture._take_dropped([file])
    assert screen.page.editor.picture.problem.isVisible()


def test_taken_out_is_taken_back_with_undo(screen):
    undo = []
    screen.page.told.connect(lambda _words, back: undo.append(back))
    screen.choose("bear-walk")
    screen.page._do("retire")
    assert "Bear walk" not in screen.titles()
    undo[-1]()
    assert "Bear walk" in screen.titles()


def test_the_shown_activities_are_saved_as_a_file(screen, tmp_path):
    screen.asker.answers["save"] = tmp_path / "ours.zip"
    screen.page.browse.filters.find_edit.setText("bear walk")
    screen.page._export()
    assert "bear-walk" in {one.key for one in read_package(tmp_path / "ours.zip").activities}


def test_a_file_is_shown_before_anything_of_it_is_taken_in(qtbot, screen, tmp_path):
    new = replace(sock_toss(), key="sock-toss")
    file = a_file(tmp_path, new, reworded("bear-walk", say="Slow paws."))
    dialog = TakeInDialog(screen.services.activities, read_package(file), None)
    qtbot.addWidget(dialog)
    assert [one.key for one in dialog.wanted()] == ["bear-walk", "sock-toss"]
    assert "sock-toss" not in {one.key for one in screen.services.activities.entries()}


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ASSISTANT])
def test_who_may_not_edit_reads_and_finds_no_button(qtbot, owner, role):
    screen = shown(qtbot, owner, role)
    page = screen.page
    page.browse.list.opened.emit(page.browse.list.currentIndex())
    assert not page.is_editing
    assert not page.new_button.isVisible()
    assert not page.browse.reader.deeds["edit"].isVisible()
    screen.tasks.stop()
    close_database()
