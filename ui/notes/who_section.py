"""Who is here and how: anything but “in the room” asks why, without blame."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.notes.note_page import FamilyMember, NotePage
from ot_desktop.notes.parent_part import PersonHere, Presence, WhoIsHere, WhyNotInRoom
from ot_desktop.notes.wording import PRESENCE, WHY
from ui.notes.add_chip import AddChip
from ui.notes.contact_plan import ContactPlan
from ui.notes.section import Section
from ui.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.choice import ComboBox
from ui.widgets.field import line_edit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.leaving import take_away

_LONGEST_MINUTES = 480
_NAME_WIDTH = 56


class PersonRow(QWidget):
    """How one person took part, and why not in the room."""

    def __init__(self, person: PersonHere, section: Section) -> None:
        super().__init__()
        self._person = person
        called = first_name(person.name)
        self.how_combo = _combo(self.tr("How {0} took part").format(called), PRESENCE)
        self.why_combo = _combo(self.tr("Why {0} was not in the room").format(called), WHY)
        self.why_combo.insertItem(0, self.tr("Why?"), "")
        self.minutes_edit = line_edit(self.tr("Minutes {0} joined").format(called), "min")
        self.minutes_edit.setValidator(QIntValidator(0, _LONGEST_MINUTES, self.minutes_edit))
        self.minutes_edit.setFixedWidth(theme().px(56))
        self.words_edit = line_edit(self.tr("Why, in words"), self.tr("Why, in words"))
        self._build(called)
        self._show(person)
        for combo in (self.how_combo, self.why_combo):
            combo.currentIndexChanged.connect(self._adapt)
            combo.currentIndexChanged.connect(section.changed)
        for edit in (self.minutes_edit, self.words_edit):
            edit.textChanged.connect(section.changed)
        self.how_combo.currentIndexChanged.connect(section.rebuilt)

    @property
    def asked(self) -> QWidget:
        """The field that still needs an answer, the reason first."""
        told = self.told()
        if told.needs_reason and self.words_edit.isVisibleTo(self):
            return self.words_edit
        return self.minutes_edit if told.needs_minutes and not told.needs_reason else self.why_combo

    def told(self) -> PersonHere:
        """Return what was said of this person."""
        how = Presence(self.how_combo.currentData())
        reason = self.why_combo.currentData()
        minutes = self.minutes_edit.text()
        away = how is not Presence.IN_ROOM
        return replace(
            self._person,
            how=how,
            minutes=int(minutes) if how is Presence.JOINED and minutes else None,
            reason=WhyNotInRoom(reason) if away and reason else None,
            reason_words=self.words_edit.text() if away else "",
        )

    def _build(self, called: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        name = label(called, "small", "text-2")
        name.setMinimumWidth(theme().px(_NAME_WIDTH))  # so that the answers stand in one line
        row.addWidget(name)
        for field in (self.how_combo, self.minutes_edit, self.why_combo):
            field.setProperty("compact", "true")
            row.addWidget(field)
        self.words_edit.setProperty("compact", "true")
        row.addWidget(self.words_edit, 1)
        row.addStretch(0)

    def _show(self, person: PersonHere) -> None:
        self.how_combo.setCurrentIndex(self.how_combo.findData(person.how.value))
        reason = person.reason.value if person.reason else ""
        self.why_combo.setCurrentIndex(self.why_combo.findData(reason))
        self.minutes_edit.setText("" if person.minutes is None else str(person.minutes))
        self.words_edit.setText(person.reason_words)
        self._adapt()

    @Slot()
    def _adapt(self) -> None:
        how = Presence(self.how_combo.currentData())
        away = how is not Presence.IN_ROOM
        self.minutes_edit.setVisible(how is Presence.JOINED)
        self.why_combo.setVisible(away)
        self.words_edit.setVisible(away and self.why_combo.currentData() == WhyNotInRoom.OTHER)


@dataclass(slots=True)
class _Candidate:
    person: PersonHere
    chip: Chip
    row: PersonRow | None = None


class WhoSection(Section):
    """Chips of the family list; a chosen one gets a line for how they took part."""

    def __init__(self) -> None:
        super().__init__(self.tr("Who is here"), self.tr("From the family list"))
        self._candidates: list[_Candidate] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        self.add_chip = AddChip(
            self.tr("Somebody else is here"), self.tr("Other"), self.tr("Name, for example aunt")
        )
        self._flow.addWidget(self.add_chip)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.contact: ContactPlan | None = None
        self.body.addWidget(holder)
        self.body.addLayout(self._rows)
        self.add_chip.added.connect(self._add_typed)
        self.changed.connect(self._adapt)

    def show_page(self, page: NotePage) -> None:
        """Offer the family list, and show who the note says was here."""
        for candidate in self._candidates:
            take_away(candidate.chip, self._flow)
            if candidate.row:
                take_away(candidate.row, self._rows)
        self._candidates = []
        here = page.content.parent.who.people
        known = {(person.caregiver_id, person.caregiver_id or person.name) for person in here}
        for member in page.family:
            if (member.caregiver_id, member.caregiver_id or member.name) not in known:
                self._put(_as_person(member), chosen=False)
        self._put_chosen(here, page.family)
        none = self.tr("No parent")
        if none not in {person.name for person in here}:
            self._put(PersonHere(none, how=Presence.NOT_HERE), chosen=False)
        who = page.content.parent.who
        if who.contact_plan or self.contact is not None:
            self._plan_contact().show_told(who.contact_plan, who.contact_on)
        self._adapt()

    def told(self) -> WhoIsHere:
        """Return everybody chosen."""
        people = tuple(one.row.told() for one in self._candidates if one.row is not None)
        who = WhoIsHere(people)
        if self.contact is None or not who.nobody_took_part:
            return who
        return replace(who, contact_plan=self.contact.plan(), contact_on=self.contact.day())

    def go_to(self, index: int | None = None) -> None:
        """Go to the first chip, or to the reason of one person."""
        rows = [one.row for one in self._candidates if one.row is not None]
        if index is not None and index < len(rows):
            rows[index].asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.contact is not None and not self.contact.isHidden() and rows:
            self.contact.words_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().go_to()

    def _put_chosen(self, here: tuple[PersonHere, ...], family: tuple[FamilyMember, ...]) -> None:
        order = {member.caregiver_id: place for place, member in enumerate(family)}
        for person in here:
            place = order.get(person.caregiver_id or 0, len(self._candidates))
            self._put(person, chosen=True, place=min(place, len(self._candidates)))

    @Slot(str)
    def _add_typed(self, name: str) -> None:
        self._put(PersonHere(name), chosen=True)
        self.changed.emit()
        self.rebuilt.emit()

    def _put(self, person: PersonHere, *, chosen: bool, place: int | None = None) -> None:
        called = first_name(person.name) if person.caregiver_id is not None else person.name
        words = f"{called}, {person.relation}" if person.relation else called
        candidate = _Candidate(person, Chip(words))
        spot = len(self._candidates) if place is None else place
        self._candidates.insert(spot, candidate)
        candidate.chip.setChecked(chosen)
        for one in self._candidates:
            self._flow.removeWidget(one.chip)
        self._flow.removeWidget(self.add_chip)
        for one in self._candidates:
            self._flow.addWidget(one.chip)
        self._flow.addWidget(self.add_chip)
        if chosen:
            self._open(candidate)
        candidate.chip.toggled.connect(self._toggle)

    @Slot()
    def _toggle(self) -> None:
        for candidate in self._candidates:
            if candidate.chip.isChecked() and candidate.row is None:
                self._open(candidate)
            elif not candidate.chip.isChecked() and candidate.row is not None:
                candidate.person = candidate.row.told()
                take_away(candidate.row, self._rows)
                candidate.row = None
        self.changed.emit()
        self.rebuilt.emit()

    def _open(self, candidate: _Candidate) -> None:
        candidate.row = PersonRow(candidate.person, self)
        self._rows.addWidget(candidate.row)

    @Slot()
    def _adapt(self) -> None:
        people = tuple(one.row.told() for one in self._candidates if one.row is not None)
        nobody = WhoIsHere(people).nobody_took_part
        if nobody:
            self._plan_contact().show()
        elif self.contact is not None:
            self.contact.hide()

    def _plan_contact(self) -> ContactPlan:
        """Return the fields for the planned contact, made when they are first needed."""
        if self.contact is None:
            self.contact = ContactPlan(self)
            self.contact.show_told("", None)
            self.body.addWidget(self.contact)
            self.contact.changed.connect(self.changed)
        return self.contact


def _as_person(member: FamilyMember) -> PersonHere:
    return PersonHere(member.name, member.relation, member.caregiver_id)


def _combo(name: str, words: Mapping[Presence, str] | Mapping[WhyNotInRoom, str]) -> ComboBox:
    combo = ComboBox(name)
    for key, text in words.items():
        combo.addItem(combo.tr(text), key.value)
    return combo
