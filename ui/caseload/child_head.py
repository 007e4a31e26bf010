"""Who the page is about: initials, name, pronouns, status, age, record number, language."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage, initials
from ui.caseload.child_dialog import statuses
from ui.shared.ages import age_words
from ui.widgets.avatar import Avatar
from ui.widgets.badge import Tag
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label

PRONOUNS = {"he": "he/him", "she": "she/her", "they": "they/them"}


class ChildHead(QWidget):
    """The name is where the eye begins; the alerts follow under it."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.avatar = Avatar("", None, size=52)
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(9)
        self.name_label = ElidedLabel("name", "text", hug=True)
        self.pronouns_label = label("", "body", "text-2")
        self.status_tag = Tag("", "ok")
        for shown in (self.name_label, self.pronouns_label, self.status_tag):
            first.addWidget(shown)
        first.addStretch(1)
        words.addLayout(first)
        self.about_label = ElidedLabel("body")
        words.addWidget(self.about_label)
        row.addLayout(words, 1)

    def show_child(self, child: ChildPage, today: date) -> None:
        """Show another child, or the same one after a change."""
        self.avatar.show_person(initials(child.given_name, child.family_name))
        self.name_label.show_text(child.full_name)
        self.pronouns_label.setText(PRONOUNS.get(child.pronouns, ""))
        self.pronouns_label.setVisible(bool(self.pronouns_label.text()))
        self.status_tag.show_tag(statuses(self.tr)[child.status], "ok")
        about = [age_words(child.born_on, today)]
        if child.record_number:
            about.append(self.tr("record {0}").format(child.record_number))
        if child.language:
            about.append(self.tr("speaks {0} at home").format(child.language))
        self.about_label.show_text(", ".join(about))
