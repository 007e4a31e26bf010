"""Asks before a plan becomes visits in the calendar: what is open, and who will have to be told."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ot_desktop.programs.measures import PlanSummary
from ot_desktop.programs.telling import PublishPreview
from ui.programs.words import children_words, families_words, proposals_words, sessions_words
from ui.widgets.dialog import Dialog
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.field import Field
from ui.widgets.notice import Notice

_MOST_LISTED = 4


class PublishDialog(Dialog):
    """``chosen`` is ``publish``, ``print`` (publish, then print), ``fix`` or nothing."""

    def __init__(
        self, plan: PlanSummary, preview: PublishPreview, proposals: int, parent: QWidget
    ) -> None:
        families = families_words(len(preview.families))
        question = parent.tr("Publish {0} to {1}?").format(plan.name, families)
        words = parent.tr("The visits go into the calendar. You can still move visits later.")
        super().__init__(question, words, parent)
        self._preview = preview
        self._proposals = proposals
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("Approval is on its way"))
        self.reason_field = Field(self.tr("Why publish all the same"), self.reason_edit)
        self.body.addWidget(FactsGrid(self._facts()))
        self._say_open()
        self.add_choice("no", self.tr("Back to plan"), safe=True)
        if not preview.can_publish:
            words = self.tr("Fix the clash first")
            if len(preview.clashes) > 1:
                words = self.tr("Fix the clashes first")
            self.add_choice("fix", words, "primary")
            return
        self.add_choice("publish", self.tr("Publish"))
        self.add_choice("print", self.tr("Publish and print"), "primary")

    def reason(self) -> str:
        """Return why warnings are overridden."""
        return self.reason_edit.text().strip()

    def take(self, key: str) -> None:
        """Ask for a reason before a warning is overridden."""
        if key in {"publish", "print"} and self._preview.warnings and not self.reason():
            self.reason_field.set_problem(self.tr("Say why, in a few words."))
            self.reason_edit.setFocus()
            return
        super().take(key)

    def _facts(self) -> list[tuple[str, str]]:
        preview = self._preview
        counts = [
            (self.tr("New"), preview.new),
            (self.tr("Moved"), preview.moved),
            (self.tr("Taken out"), preview.taken_out),
            (self.tr("Stay"), preview.kept),
        ]
        facts = [(name, sessions_words(count)) for name, count in counts if count]
        if preview.kept_history:
            words = self.tr("{0} stay as they were")
            facts.append(
                (self.tr("Already held"), words.format(sessions_words(preview.kept_history)))
            )
        told = families_words(preview.changed_families)
        return [*facts, (self.tr("To be told"), told)]

    def _say_open(self) -> None:
        preview = self._preview
        lines = QVBoxLayout()
        lines.setSpacing(6)
        self.body.addLayout(lines)
        told = [("danger", "alert-triangle", clash.text) for clash in preview.clashes]
        told += [("warn", "help", sentence) for sentence in preview.warnings]
        if self._proposals:
            told.append(("info", "message-2", proposals_words(self._proposals)))
        if preview.not_placed:
            missing = sum(each.missing for each in preview.not_placed)
            children = children_words(len({each.child_id for each in preview.not_placed}))
            words = self.tr("{0} of {1} have no place yet.").format(
                sessions_words(missing), children
            )
            told.append(("info", "info-circle", words))
        for kind, icon, sentence in told[:_MOST_LISTED]:
            notice = Notice(kind, icon)
            lines.addWidget(notice)
            notice.say(sentence)
        if len(told) > _MOST_LISTED:
            more = Notice("info", "dots")
            lines.addWidget(more)
            more.say(self.tr("And {0} more.").format(len(told) - _MOST_LISTED))
        if preview.warnings and preview.can_publish:
            self.body.addWidget(self.reason_field)
