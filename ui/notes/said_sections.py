"""Teach-back, and the lines a parent says: observation, worry, success; the win of the day."""

from PySide6.QtWidgets import QFormLayout, QLineEdit

from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import ParentSaid, TaughtBack, TeachBack
from ot_desktop.notes.wording import TAUGHT_BACK
from ui.notes.choice_bar import ChoiceBar
from ui.notes.section import Section
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.text_area import TextArea


class TeachBackSection(Section):
    """The parent shows it back: how, and what they did."""

    def __init__(self) -> None:
        super().__init__(self.tr("Teach-back"), self.tr("“Show me how you will do it at home.”"))
        self.how_bar = ChoiceBar(
            self.tr("Teach-back"),
            [(how, self.tr(TAUGHT_BACK[how])) for how in TaughtBack], check=True,
        )  # fmt: skip
        self.did_area = TextArea(
            self.tr("What the parent did"), self.tr("What the parent did and said"), lines=2
        )
        self.body.addWidget(self.how_bar)
        self.body.addWidget(self.did_area)
        self.how_bar.chosen.connect(self.changed)
        self.did_area.textChanged.connect(self.changed)

    def speak_plainly(self, *, on: bool) -> None:
        """Ask the family in the field, too."""
        super().speak_plainly(on=on)
        about = self.tr("What the parent did and said")
        self.did_area.setPlaceholderText(self.tr("How did it go?") if on else about)

    def show_page(self, page: NotePage) -> None:
        """Show what the note says."""
        told = page.content.parent.teach_back
        self.how_bar.set_value(told.how or "")
        self.did_area.setPlainText(told.did)

    def told(self) -> TeachBack:
        """Return how it went."""
        key = self.how_bar.value()
        return TeachBack(TaughtBack(key) if key else None, self.did_area.toPlainText())


class SaidSection(Section):
    """Three short lines and the win of the day; all optional."""

    def __init__(self) -> None:
        super().__init__(self.tr("In the parent’s words"), self.tr("Optional"))
        self.observation_edit = line_edit(self.tr("What the parent noticed"))
        self.concern_edit = line_edit(self.tr("What worries the parent"))
        self.success_edit = line_edit(self.tr("What the parent is proud of"))
        self.win_edit = line_edit(self.tr("Win of the day"))
        form = QFormLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, edit in (
            (self.tr("Noticed"), self.observation_edit),
            (self.tr("Worry"), self.concern_edit),
            (self.tr("Success"), self.success_edit),
            (self.tr("Win of the day"), self.win_edit),
        ):
            edit.setProperty("compact", "true")
            form.addRow(label(words, "small", "text-2"), edit)
            edit.textChanged.connect(self.changed)
        self.body.addLayout(form)

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        """The four lines."""
        return (self.observation_edit, self.concern_edit, self.success_edit, self.win_edit)

    def show_page(self, page: NotePage) -> None:
        """Show what the note says."""
        said = page.content.parent.said
        texts = (said.observation, said.concern, said.success, page.content.parent.win_of_the_day)
        for edit, text in zip(self.edits, texts, strict=True):
            edit.setText(text)

    def told(self) -> ParentSaid:
        """Return the three lines."""
        return ParentSaid(
            self.observation_edit.text(), self.concern_edit.text(), self.success_edit.text()
        )

    def win(self) -> str:
        """Return the win of the day."""
        return self.win_edit.text()
