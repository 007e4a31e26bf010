"""The library as a list: one row for each activity, filtered by words, skills and routines."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ot_desktop.caseload.finding import fold
from ot_desktop.home_programs.domain import Activity
from ot_desktop.home_programs.suggesting import Offer
from ui.home_programs.words import activity_facts, routine_words, skill_words, tr, why_words

Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ADDED_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person is looking for; nothing chosen means everything.

    ``ages`` are the youngest and the oldest looked for, ``most_minutes`` 0: no extra time.
    """

    words: str = ""
    skills: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    most_minutes: int | None = None
    only_fitting: bool = False

    @property
    def is_everything(self) -> bool:
        """Nothing is filtered out."""
        return self == Wanted()

    def fits(self, offer: Offer, text: str) -> bool:
        """Say whether an activity is to be shown; ``text`` is what its words are looked for in."""
        activity = offer.activity
        if self.only_fitting and not offer.fits:
            return False
        if self.skills and not {skill.value for skill in activity.skills} & set(self.skills):
            return False
        if self.routines and not {one.value for one in activity.routines} & set(self.routines):
            return False
        if not self._suits_time(activity) or not self._suits_age(activity):
            return False
        return all(word in text for word in fold(self.words).split())

    def _suits_time(self, activity: Activity) -> bool:
        if self.most_minutes is None:
            return True
        return (0 if activity.is_embedded else activity.minutes) <= self.most_minutes

    def _suits_age(self, activity: Activity) -> bool:
        if self.ages is None:
            return True
        youngest, oldest = self.ages
        return activity.age_from <= oldest and youngest <= activity.age_to


class LibraryModel(QAbstractListModel):
    """Rows of ``Offer``; an added one is marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._texts: dict[str, str] = {}
        self._shown: list[Offer] = []
        self._added: frozenset[str] = frozenset()
        self._wanted = Wanted()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show another child's library."""
        self._offers = tuple(offers)
        self._texts = {offer.activity.key: _searched(offer) for offer in self._offers}
        self.filter(self._wanted)

    def filter(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        self.beginResetModel()
        self._wanted = wanted
        texts = self._texts
        self._shown = [one for one in self._offers if wanted.fits(one, texts[one.activity.key])]
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
            int(Qt.ItemDataRole.ToolTipRole): _tip,
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
            parts.append(tr("suggested: {0}").format(why_words(offer)))
        return ", ".join(parts)


def _title(offer: Offer) -> str:
    return offer.activity.words["en"].title


def _tip(offer: Offer) -> str | None:
    return offer.refusal or why_words(offer) or None


def _itself(offer: Offer) -> Offer:
    return offer


def _searched(offer: Offer) -> str:
    activity = offer.activity
    words = activity.words["en"]
    skills = " ".join(skill_words(skill) for skill in activity.skills)
    routines = " ".join(routine_words(routine) for routine in activity.routines)
    goal = offer.goal.statement if offer.goal is not None else ""
    return fold(f"{words.title} {words.short_title} {words.need} {skills} {routines} {goal}")
