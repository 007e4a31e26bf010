"""Chooses one of the drawings that come with the program."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.home_programs.activities.domain import Entry
from ui.home_programs.activities.drawings_view import DrawingsView
from ui.home_programs.activities.wanted import Wanted
from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.dialog import Dialog, confirm
from ui.widgets.search_box import SearchBox

_SIZE = (600, 420)


class DrawingDialog(Dialog):
    """Shows each drawing once, found by the words of its activity."""

    def __init__(self, entries: tuple[Entry, ...], parent: QWidget | None) -> None:
        super().__init__(tr("Which drawing shows it?"), parent=parent)
        self._entries = [one for one in entries if one.built_in and one.built_in.drawing]
        self.find_edit = SearchBox(tr("Find a drawing"), tr("Name, word or toy"))
        self.body.addWidget(self.find_edit)
        self.view = DrawingsView(tr("Drawings"))
        self.view.setMinimumSize(*map(theme().px, _SIZE))
        self.body.addWidget(self.view)
        self.add_choice("no", tr("Cancel"), safe=True)
        self.add_choice("yes", tr("Use this drawing"), "primary")
        self.find_edit.textChanged.connect(self._filter)
        self.view.opened.connect(lambda: self.take("yes"))
        self._filter()

    def drawing(self) -> tuple[str, str] | None:
        """Return the chosen drawing's name and ground."""
        key = self.view.current_key()
        found = next((one.built_in for one in self._entries if one.key == key), None)
        return (found.drawing, found.tint) if found and found.drawing else None

    @Slot()
    def _filter(self) -> None:
        wanted = Wanted(words=self.find_edit.text())
        self.view.show_entries([one for one in self._entries if wanted.fits(one)])


def choose_drawing(entries: tuple[Entry, ...], parent: QWidget | None) -> tuple[str, str] | None:
    """Ask for a drawing; return its name and ground, or None when the person backs out."""
    dialog = DrawingDialog(entries, parent)
    chosen = dialog.drawing() if confirm(dialog) == "yes" else None
    dialog.deleteLater()
    return chosen
