"""The clinic's backups: the last one, the next, where they are; make one, and test one."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.backup.service import OLD_AFTER, Backup, BackupService, Tested
from ot_desktop.clock import now_local, wall_time
from ot_desktop.day_words import clock_am_pm, long_day
from ot_desktop.errors import ClinicError
from ot_desktop.progress import Progress
from ui.backups import BackupDesk
from ui.shared.backup_age import backup_words
from ui.tasks import Task, TaskRunner
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.notice import Notice

_SHOWN = 5


class BackupsDialog(Dialog):
    """Making a copy and testing one run beside the window; what came of it is said here."""

    def __init__(
        self, backups: BackupService, desk: BackupDesk, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(
            parent.tr("Backups"),
            parent.tr(
                "Encrypted copies of the whole clinic, made by themselves once a day and checked. "
                "The same passwords and the same recovery key open them."
            ),
            parent,
        )
        self._backups = backups
        self._desk = desk
        self._tasks = tasks
        self._task: Task | None = None
        self._facts: FactsGrid | None = None
        self._build()
        desk.told.connect(self._say)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read which copies there are."""
        found, now = self._backups.all(), now_local()
        last = wall_time(found[0].made_at) if found else None
        is_old = last is None or now - last > OLD_AFTER
        self.warning.say(self._warning(last, now) if is_old else "")
        facts = [
            (self.tr("Last"), _moment(found[0]) if found else self.tr("None yet")),
            (self.tr("Next"), self._next_words()),
            (self.tr("Where"), str(self._backups.place() or "")),
            (self.tr("Earlier"), "\n".join(map(_moment, found[1:_SHOWN]))),
        ]
        if self._facts is not None:
            take_away(self._facts, self.body)
        self._facts = FactsGrid([(name, words) for name, words in facts if words])
        self.body.insertWidget(1, self._facts)
        self.test_button.setEnabled(bool(found))
        self.folder_button.setEnabled(self._backups.place() is not None)

    def _warning(self, last: datetime | None, now: datetime) -> str:
        if last is None:
            return self.tr("Nothing is backed up yet. Make the first backup now.")
        return self.tr("{0}. Make one now.").format(backup_words(last, now))

    def _next_words(self) -> str:
        due = self._backups.next_due()
        if due is None or due <= now_local():
            return self.tr("Within a quarter of an hour, while the program is open")
        return self.tr("After {0}, {1}").format(long_day(due.date()), clock_am_pm(due))

    def _build(self) -> None:
        self.warning = Notice("warn", "alert-triangle")
        self.answer = label("", "body", wrap=True)
        self.answer.hide()
        self.test_button = Button(self.tr("Test the last backup"), icon="shield-check")
        self.folder_button = Button(self.tr("Show the folder"), icon="folder")
        self.test_button.clicked.connect(self.test)
        self.folder_button.clicked.connect(self._show_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.test_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        self.body.addWidget(self.warning)
        self.body.addLayout(row)
        self.body.addWidget(self.answer)
        self.add_choice("close", self.tr("Close"), safe=True)
        self.make_button = self.add_choice("make", self.tr("Back up now"), "primary")

    def take(self, key: str) -> None:
        """Stay open while a backup is made."""
        if key == "make":
            self._show_busy(self.tr("The backup is being made and checked."))
            self._desk.make()
        else:
            super().take(key)

    @Slot()
    def test(self) -> None:
        """Open the last copy as after a loss, and check every page of it."""
        self._show_busy(self.tr("The last backup is being opened and checked."))
        newest = self._backups.all()[0]
        self._task = self._tasks.task(partial(_tested, partial(self._backups.test, newest)))
        self._task.finished.connect(self._say_tested)
        self._task.failed.connect(self._say_failed)
        self._task.start()

    def _show_busy(self, words: str) -> None:
        self._answer(words)
        for button in (self.test_button, self.make_button):
            button.setEnabled(False)

    def _answer(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.show()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.make_button.setEnabled(True)
        self._answer(sentence)
        self.reload()

    @Slot(object)
    def _say_tested(self, tested: Tested) -> None:
        words = self.tr("The backup opens and every page is sound: {0} children, {1} visits.")
        self._say(words.format(f"{tested.children:,}", f"{tested.visits:,}"))

    @Slot(object)
    def _say_failed(self, error: Exception) -> None:
        if not isinstance(error, ClinicError):
            raise error
        self._say(str(error))

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups.place())))


def _moment(backup: Backup) -> str:
    made = wall_time(backup.made_at)
    return f"{long_day(made.date())}, {clock_am_pm(made)}"


def _tested(test: Callable[[], Tested], _progress: Progress) -> Tested:
    return test()
