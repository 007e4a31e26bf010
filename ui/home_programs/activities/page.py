"""The activity library: find and read an activity, or write one."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.domain import Entry, blank, copy_of
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.home_programs.activities.browse import DRAWINGS, LIST, Browse
from ui.home_programs.activities.changes_dialog import ask_about_changes
from ui.home_programs.activities.editor import Editor
from ui.home_programs.activities.files import LibraryFiles
from ui.tasks import TaskRunner
from ui.widgets.button import Button
from ui.widgets.file_drops import FileDrops
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.shortcut import bind

OURS = {Topic.LIBRARY, Topic.HOME_PROGRAMS}


class ActivitiesPage(QWidget):
    """``told`` carries a sentence and what takes it back."""

    told = Signal(str, object)

    def __init__(
        self, library: ActivityLibrary, asker: Asker, tasks: TaskRunner, changes: ChangeBridge
    ) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self._library = library
        self._asker = asker
        self.files = LibraryFiles(library, asker, tasks, self)
        self._build()
        self._connect(changes)
        self.browse.reload()

    def take_focus(self) -> None:
        """Put the keyboard where one goes on."""
        if self.is_editing:
            self.editor.take_focus()
        else:
            self.browse.take_focus()

    def flush(self) -> bool:
        """Keep what was typed, before something else is shown."""
        return not self.is_editing or self.editor.flush()

    @property
    def is_editing(self) -> bool:
        """Whether an activity is being written."""
        return self._stack.currentIndex() > 0

    @cached_property
    def editor(self) -> Editor:
        """Where an activity is written, made when the first one is."""
        editor = Editor(self._library, self._asker)
        editor.closed.connect(self._close_editor)
        editor.told.connect(self.told)
        self._stack.addWidget(editor)
        return editor

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        reading = QWidget()
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(self._head())
        self.browse = Browse(self._library)
        inside.addWidget(self.browse, 1)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: it shows what is put into it
        self._stack.addWidget(reading)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("Activity library"), "h1"))
        row.addStretch(1)
        self.looks = SegmentedControl(self.tr("Look"), small=True)
        self.looks.add(LIST, self.tr("List"))
        self.looks.add(DRAWINGS, self.tr("Drawings"))
        row.addWidget(self.looks)
        self.import_button = Button(self.tr("Take in"), icon="file-import")
        self.export_button = Button(self.tr("Save as file"), icon="file-export")
        self.new_button = Button(self.tr("New activity"), "primary", icon="plus", keys="Ctrl N")
        for button in (self.import_button, self.export_button, self.new_button):
            row.addWidget(button)
            if not self._library.may_edit:
                button.hide()
        return row

    def _connect(self, changes: ChangeBridge) -> None:
        self.looks.changed.connect(self.browse.show_look)
        self.browse.wanted.connect(self._do)
        self.new_button.clicked.connect(self._new)
        self.import_button.clicked.connect(self.files.take_in)
        self.export_button.clicked.connect(self._export)
        self.files.told.connect(self.told)
        if self._library.may_edit:
            FileDrops(self.browse).dropped.connect(self._take_dropped)
        self.files.taken_in.connect(self._show_drafts)
        for keys, run in (
            ("/", self._find),
            ("V", self._turn_look),
            ("Ctrl+N", self._new),
            ("E", self._edit),
            ("Ctrl+D", self._copy),
            ("Escape", self._leave),
        ):
            bind(self, keys, run)
        changes.saved.connect(self._reload_if_ours)

    @Slot(str)
    def _do(self, what: str) -> None:
        entry = self.browse.current()
        if entry is None or not self._library.may_edit:
            return
        deeds: dict[str, Callable[[Entry], None]] = {
            "edit": self._open,
            "copy": self._open_copy,
            "back": self._go_back,
            "retire": self._retire,
            "bring-back": self._bring_back,
            "decide": self._decide,
        }
        try:
            deeds[what](entry)
        except ClinicError as refusal:
            self.told.emit(str(refusal), None)

    @Slot()
    def _find(self) -> None:
        if not self.is_editing:
            self.browse.filters.find_edit.setFocus()

    @Slot()
    def _turn_look(self) -> None:
        if not self.is_editing:
            look = LIST if self.looks.chosen() == DRAWINGS else DRAWINGS
            self.looks.choose(look)
            self.browse.show_look(look)
            self.browse.take_focus()

    @Slot()
    def _new(self) -> None:
        if self._library.may_edit and not self.is_editing:
            self._edit_activity(None)

    @Slot()
    def _edit(self) -> None:
        if not self.is_editing:
            self._do("edit")

    @Slot()
    def _copy(self) -> None:
        if not self.is_editing:
            self._do("copy")

    @Slot()
    def _leave(self) -> None:
        if self.is_editing:
            self.editor.leave()
        else:
            self.browse.filters.clear()
            self.browse.take_focus()

    def _open(self, entry: Entry) -> None:
        self._edit_activity(entry)

    def _open_copy(self, entry: Entry) -> None:
        self.editor.start(copy_of(entry.shown))
        self._show_editor()

    def _edit_activity(self, entry: Entry | None) -> None:
        if entry is None:
            self.editor.start(blank())
        else:
            self.editor.open(self._library.entry(entry.key))
        self._show_editor()

    def _show_editor(self) -> None:
        self._stack.setCurrentWidget(self.editor)
        self.editor.take_focus()

    def _go_back(self, entry: Entry) -> None:
        if entry.built_in is None:
            return
        answer = ask_about_changes(self._library, entry, entry.built_in, self._asker.window)
        if answer is None:
            return
        self._library.back_to_built_in(entry.key, answer)
        undo = partial(self._library.put_back, entry)
        self.told.emit(self.tr("The built-in words are in use again."), undo)

    def _retire(self, entry: Entry) -> None:
        self._library.retire(entry.key)
        words = self.tr("Taken out. Programs that have it keep it.")
        self.told.emit(words, lambda: self._library.bring_back(entry.key))

    def _bring_back(self, entry: Entry) -> None:
        self._library.bring_back(entry.key)
        words = self.tr("Brought back to the library.")
        self.told.emit(words, lambda: self._library.retire(entry.key))

    def _decide(self, entry: Entry) -> None:
        if entry.in_force is None:
            return
        answer = ask_about_changes(
            self._library, entry, entry.in_force, self._asker.window, is_new=False
        )
        if answer:
            self._library.choose_words(entry.key, answer)
            self.told.emit(self.tr("Kept for {0} programs.").format(len(answer)), None)

    @Slot()
    def _export(self) -> None:
        self.files.save(self.browse.shown_keys())

    @Slot(list)
    def _take_dropped(self, paths: list[Path]) -> None:
        self.files.read(paths[0])

    @Slot()
    def _show_drafts(self) -> None:
        self.browse.reload()
        self.browse.filters.show_state("drafts")

    @Slot(str)
    def _close_editor(self, key: str) -> None:
        self._stack.setCurrentIndex(0)
        self.browse.reload(key or None)
        self.browse.take_focus()

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS and self.isVisible() and not self.is_editing:
            self.browse.reload()
