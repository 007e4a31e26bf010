"""Changing saved phrases, mine and, for the owner, the clinic's."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.phrases import Phrase, Phrases
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.field import Field, line_edit
from ui.widgets.text_area import TextArea


class PhrasesDialog(FormDialog):
    """Choose a phrase to change it, or type a new one."""

    def __init__(self, phrases: Phrases, typed: str, parent: QWidget | None) -> None:
        super().__init__(parent.tr("Saved phrases") if parent else "", "", parent)
        self.save_button.setText(self.tr("Save phrase"))
        self._phrases = phrases
        self._offered = phrases.offered()
        self.which_combo = ComboBox(self.tr("Phrase"))
        self.name_edit = line_edit(self.tr("Name"), self.tr("buttons"))
        self.words_area = TextArea(
            self.tr("Words"), self.tr("{child} needed {__} cues to {__}."), lines=3
        )
        self.clinic_box = CheckBox(self.tr("For everybody at the clinic"))
        self.remove_button = self.add_choice("remove", self.tr("Remove"))
        self._fill(typed)
        self.which_combo.currentIndexChanged.connect(self._show_chosen)

    def save(self) -> None:
        """Keep the phrase under its name."""
        self._phrases.put(
            self.name_edit.text(),
            self.words_area.toPlainText(),
            for_clinic=self.clinic_box.isChecked(),
        )

    def take(self, key: str) -> None:
        """Remove the chosen phrase, save, or leave."""
        chosen = self._chosen()
        if key != "remove" or chosen is None:
            super().take(key)
        elif self._saved(lambda: self._phrases.remove(chosen.id)):
            self.accept()

    def _fill(self, typed: str) -> None:
        self.which_combo.addItem(self.tr("New phrase"), 0)
        for phrase in self._offered:
            whose = self.tr("clinic") if phrase.is_clinics else self.tr("mine")
            self.which_combo.addItem(f"{phrase.name}, {whose}", phrase.id)
        self.name_edit.setText(typed)
        hint = self.tr("{child} is the first name; Tab goes from one {__} to the next.")
        self.show_fields(
            {
                "phrase": Field(self.tr("Phrase"), self.which_combo),
                "name": Field(self.tr("Name, typed after ;"), self.name_edit),
                "words": Field(self.tr("Words"), self.words_area, hint=hint),
            }
        )
        self.form.addWidget(self.clinic_box)
        self.clinic_box.setVisible(self._phrases.may_edit_clinics)
        self.remove_button.hide()
        self.name_edit.setFocus()

    def _chosen(self) -> Phrase | None:
        wanted = self.which_combo.currentData()
        return next((each for each in self._offered if each.id == wanted), None)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self.name_edit.setText(chosen.name if chosen else "")
        self.words_area.setPlainText(chosen.words if chosen else "")
        is_clinics = chosen is not None and chosen.is_clinics
        self.clinic_box.setChecked(is_clinics)
        may_remove = chosen is not None and (not is_clinics or self._phrases.may_edit_clinics)
        self.remove_button.setVisible(may_remove)
