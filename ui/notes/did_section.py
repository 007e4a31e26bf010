"""What we did: short names as chips, the rest in words."""

import re

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.session_part import DoneActivity, WhatWeDid
from ui.notes.add_chip import AddChip
from ui.notes.phrase_area import PhraseArea
from ui.notes.section import Section
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.leaving import take_away

_WITH_MINUTES = re.compile(r"^(?P<title>.*\S)[,\s]+(?P<minutes>\d{1,3})\s*(?:min\w*)?$")


def activity_of(typed: str) -> DoneActivity:
    """Read ``Coin bank, 10 min`` or ``coin bank 10``; without a number the minutes are unknown."""
    found = _WITH_MINUTES.match(typed)
    if found is None:
        return DoneActivity(typed)
    return DoneActivity(found["title"].rstrip(","), int(found["minutes"]))


class DidSection(Section):
    """Chips of the program, of last time and of the plan come up; tick what was done."""

    def __init__(self) -> None:
        super().__init__(self.tr("What we did"), self.tr("Type ; for saved phrases"))
        self._chips: list[tuple[DoneActivity, Chip]] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        self.add_chip = AddChip(self.tr("Add an activity"), "", self.tr("Coin bank, 10 min"))
        self._flow.addWidget(self.add_chip)
        self.text_area = PhraseArea(
            self.tr("What we did, in words"), self.tr("What the child did and with what support"),
            lines=4,
        )  # fmt: skip
        self.body.addWidget(holder)
        self.body.addWidget(self.text_area)
        self.add_chip.added.connect(self._add)
        self.text_area.textChanged.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Offer what is likely and tick what the note says."""
        self.show_told(page.content.session.did, _offered(page))

    def go_to(self, index: int | None = None) -> None:
        """Go to a blank that was left, else to the first field."""
        if not self.text_area.go_to_first_blank():
            super().go_to(index)

    def show_told(self, did: WhatWeDid, offered: tuple[str, ...] = ()) -> None:
        """Show what was done; ``offered`` come up unticked."""
        self._show_chips(did, offered)
        self.text_area.setPlainText(did.text)

    def show_copied(self, did: WhatWeDid) -> None:
        """Tick and write what was copied; Ctrl Z takes the words back."""
        offered = tuple(activity.title for activity, _chip in self._chips)
        self._show_chips(did, offered)
        self.text_area.replace_all(did.text)

    def _show_chips(self, did: WhatWeDid, offered: tuple[str, ...]) -> None:
        for _activity, chip in self._chips:
            take_away(chip, self._flow)
        self._chips = []
        done = {activity.title for activity in did.activities}
        for activity in did.activities:
            self._put(activity, done=True)
        for title in dict.fromkeys(offered):
            if title not in done:
                self._put(DoneActivity(title), done=False)

    def told(self) -> WhatWeDid:
        """Return what was ticked and typed."""
        ticked = tuple(activity for activity, chip in self._chips if chip.isChecked())
        return WhatWeDid(ticked, self.text_area.toPlainText())

    @Slot(str)
    def _add(self, typed: str) -> None:
        self._put(activity_of(typed), done=True)
        self.changed.emit()
        self.rebuilt.emit()

    def _put(self, activity: DoneActivity, *, done: bool) -> None:
        words = activity.title
        if activity.minutes is not None:
            words = self.tr("{0}, {1} min").format(activity.title, activity.minutes)
        chip = Chip(words)
        chip.setChecked(done)
        chip.toggled.connect(self.changed)
        self._chips.append((activity, chip))
        self._flow.removeWidget(self.add_chip)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.add_chip)


def _offered(page: NotePage) -> tuple[str, ...]:
    practiced = [activity.title for activity in page.practice.activities] if page.practice else []
    last = page.last_note.content.session.did.activities if page.last_note else ()
    return (*practiced, *(activity.title for activity in last))
