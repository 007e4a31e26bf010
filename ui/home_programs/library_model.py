"""The library as a list: one row for each activity, filtered by words, skills and routines."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ot_desktop.caseload.finding import fold
from ot_desktop.home_programs.suggesting import Offer
from ui.home_programs.words import activity_facts, routine_words, skill_words, tr

Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ADDED_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person is looking for; nothing chosen means everything."""

    words: str = ""
    skills: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()

    def fits(self, offer: Offer) -> bool:
        """Say whether an activity is to be shown."""
        activity = offer.activity
        if self.skills and not {skill.value for skill in activity.skills} & set(self.skills):
            return False
        if self.routines and not {one.value for one in activity.routines} & set(self.routines):
            return False
        text = _searched(offer)
        return all(word in text for word in fold(self.words).split())


class LibraryModel(QAbstractListModel):
    """Rows of ``Offer``; an added one is marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._shown: list[Offer] = []
        self._added: frozenset[str] = frozenset()
        self._wanted = Wanted()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show another child's library."""
        self._offers = tuple(offers)
        self.filter(self._wanted)

    def filter(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        self.beginResetModel()
        self._wanted = wanted
        self._shown = [offer for offer in self._offers if wanted.fits(offer)]
        self.endResetModel()

    def mark_added(self, keys: Collection[str]) -> None:
        """Mark what is in the program."""
        self._added = frozenset(keys)
        if self._shown:
            last = self.index(len(self._shown) - 1)
            self.dataChanged.emit(self.index(0), last, [ADDED_ROLE])

    def offer(self, row: int) -> Offer:
        """Return what one row shows."""
        return self._shown[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        answer = {
            int(Qt.ItemDataRole.DisplayRole): _title,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            int(Qt.ItemDataRole.ToolTipRole): _refusal,
            OFFER_ROLE: _itself,
            ADDED_ROLE: self._is_added,
        }.get(int(role))
        return answer(self._shown[index.row()]) if answer else None

    def _is_added(self, offer: Offer) -> bool:
        return offer.activity.key in self._added

    def _spoken(self, offer: Offer) -> str:
        parts = [offer.activity.words["en"].title, activity_facts(offer.activity)]
        if offer.clashes:
            parts.append(offer.refusal)
        elif self._is_added(offer):
            parts.append(tr("in the program"))
        elif offer.is_suggested:
            parts.append(tr("suggested"))
        return ", ".join(parts)


def _title(offer: Offer) -> str:
    return offer.activity.words["en"].title


def _refusal(offer: Offer) -> str | None:
    return offer.refusal or None


def _itself(offer: Offer) -> Offer:
    return offer


def _searched(offer: Offer) -> str:
    activity = offer.activity
    words = activity.words["en"]
    skills = " ".join(skill_words(skill) for skill in activity.skills)
    routines = " ".join(routine_words(routine) for routine in activity.routines)
    return fold(f"{words.title} {words.short_title} {words.need} {skills} {routines}")
