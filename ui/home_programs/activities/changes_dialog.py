"""What changes for whom, before words are approved: per program, keep or take the new ones."""

from difflib import SequenceMatcher

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.checking import hints
from ot_desktop.home_programs.activities.comparing import Difference, UsedIn, differences
from ot_desktop.home_programs.activities.domain import Entry
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ot_desktop.home_programs.domain import Activity
from ui.home_programs.activities.words import field_words
from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.dialog import Dialog, confirm
from ui.widgets.fitted_scroller import FittedScroller
from ui.widgets.label import label, lead_label, rule, show_leads
from ui.widgets.segmented import SegmentedControl

_WIDTH = 600
LATER, KEEP, TAKE = "later", "keep", "take"


class ChangesDialog(Dialog):
    """``choices`` holds the programs somebody decided about."""

    def __init__(
        self, question: str, verb: str, changed: tuple[Difference, ...], parent: QWidget | None
    ) -> None:
        super().__init__(question, parent=parent)
        self.setMinimumWidth(theme().px(_WIDTH))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 0, 8, 0)
        self._column.setSpacing(8)
        self._answers: dict[UsedIn, SegmentedControl] = {}
        if changed:
            self._column.addWidget(label(tr("What changed"), "h3"))
        for one in changed:
            self._column.addWidget(DifferenceRow(one))
        self.body.addWidget(FittedScroller(inside))
        self.add_choice("no", tr("Cancel"), safe=True)
        self.add_choice("yes", verb, "primary").setFocus()

    def show_programs(self, programs: tuple[UsedIn, ...]) -> None:
        """Ask for each program what happens to its words."""
        if not programs:
            return
        self._column.addWidget(rule())
        self._column.addWidget(label(tr("Children who have it now"), "h3"))
        told = tr(
            "Papers that were given stay as they are. “Take” makes a draft of the next program"
            " with the new words, for you to print."
        )
        self._column.addWidget(label(told, "small", "text-2", wrap=True))
        for program in programs:
            self._column.addWidget(self._program_row(program))

    def show_hints(self, sentences: tuple[str, ...]) -> None:
        """Show what is worth a second look before it is approved."""
        if sentences:
            self._column.addWidget(rule())
            self._column.addWidget(label(tr("Worth a second look"), "h3"))
        for sentence in sentences:
            self._column.addWidget(label(sentence, "body", "warn-text", wrap=True))

    def choices(self) -> dict[UsedIn, bool]:
        """Return the programs that were decided: True takes the new words."""
        chosen = {program: answer.chosen() for program, answer in self._answers.items()}
        return {program: one == TAKE for program, one in chosen.items() if one != LATER}

    def answer(self, program: UsedIn) -> SegmentedControl:
        """Return where a program is decided."""
        return self._answers[program]

    def _program_row(self, program: UsedIn) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        about = tr("draft") if program.is_draft else tr("current program")
        if program.own:
            own = ", ".join(field_words(name) for name in program.own)
            about = tr("{0}; worded for this child: {1}").format(about, own)
        name = lead_label()
        show_leads(name, [(program.child_name, about)])
        row.addWidget(name, 1)
        choice = SegmentedControl(tr("Words for {0}").format(program.child_name), small=True)
        for key, words in ((LATER, tr("Later")), (KEEP, tr("Keep")), (TAKE, tr("Take"))):
            choice.add(key, words)
        choice.choose(LATER)
        self._answers[program] = choice
        row.addWidget(choice)
        return holder


class DifferenceRow(QFrame):
    """One field: its words before, struck through, and after."""

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        self.setProperty("card", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        column.addWidget(label(field_words(difference.field), "caption", "text-2"))
        before, after = difference.before.split("\n"), difference.after.split("\n")
        for kind, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
            if kind == "equal":
                column.addWidget(label("\n".join(before[a:b]), "body", "text-2", wrap=True))
                continue
            if words := "\n".join(before[a:b]):
                column.addWidget(_struck(words))
            if words := "\n".join(after[c:d]):
                shown = label(words, "body-strong", wrap=True)
                shown.setAccessibleName(tr("Now: {0}").format(words))
                column.addWidget(shown)


def _struck(words: str) -> QLabel:
    shown = label(words, "body", "text-2", wrap=True)
    font = shown.font()
    font.setStrikeOut(True)
    shown.setFont(font)
    shown.setAccessibleName(tr("Before: {0}").format(words))
    return shown


def ask_about_changes(
    library: ActivityLibrary,
    entry: Entry,
    new: Activity,
    parent: QWidget | None,
    *,
    is_new: bool = True,
) -> dict[UsedIn, bool] | None:
    """Ask before ``new`` is in force; return what was decided, or None to leave all as it is.

    Without ``is_new`` it is in force already, and only programs with words of before are asked
    about.
    """
    title = new.words["en"].title
    changed = differences(entry.in_force, new) if entry.in_force and is_new else ()
    programs = library.used_in(entry.key, new) if is_new else library.waiting(entry.key)
    question = tr("Let families be given “{0}”?") if is_new else tr("Which words for “{0}”?")
    verb = tr("Approve") if is_new else tr("Keep these choices")
    if not is_new and programs:
        changed = programs[0].differences
    dialog = ChangesDialog(question.format(title), verb, changed, parent)
    dialog.show_programs(programs)
    if is_new:
        dialog.show_hints(tuple(f"{field_words(one.field)}: {one.sentence}" for one in hints(new)))
    answered = confirm(dialog) == "yes"
    choices = dialog.choices() if answered else None
    dialog.deleteLater()
    return choices
