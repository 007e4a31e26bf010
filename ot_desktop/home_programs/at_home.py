"""What a family told of home, as far as it decides which activities come first.

Their words stay as they said them; only parts of the day and things are found in them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ot_desktop.caseload.about_home import HomeLine, HomeTopic
from ot_desktop.caseload.finding import fold
from ot_desktop.home_programs.domain import Activity, Routine

# Words that tell which part of the day somebody speaks of: a goal, or a family of home.
_ROUTINE_WORDS = {
    Routine.MEALTIME: r"spoon|fork|eat|chew|meal|cup|drink|cut|lunch|dinner|breakfast|snack",
    Routine.BATH: r"bath|wash|hair|teeth|tooth|brush|shower",
    Routine.DRESSING: r"dress|button|zip|sock|shoe|shirt|lace|coat|pants|cloth",
    Routine.PLAY: r"play|turn|game|ball|share|build|climb|jump",
    Routine.HOMEWORK: r"writ|name|letter|pencil|cut|color|school|homework|copy|read",
    Routine.OUTINGS: r"store|shop|car|outing|errand|playground|walk|loud|crowd|bag|bus",
}
_LACK = re.compile(r"(?:^|\b(?:and|but|there is|there are) )(?:no|without|never had|not any)\b")
_LACKING_VERB = re.compile(r"\b(?:does not|do not|doesn.t|don.t) have\b")
# Of these there is something in every home, or they are no things at all.
_COMMON = (
    "a an and any are at big both but clean clear few for from have he her his home if in is it its"
    " little long long lots near need of old on one or our own place right room small some space"
    " spot that the their there they thing things to two use we with without you your table chair"
    " floor paper pencil hand hands child family kind nothing not no bit more most all each other"
    " do does don doesn safe soft quiet height warm water new empty full low flat same next time"
)
_NO_THING = frozenset(_COMMON.split())
_ALIKE = {"bathtub": "tub", "bath": "tub", "couch": "sofa", "yard": "garden", "scissor": "scissors"}


@dataclass(frozen=True, slots=True)
class KnownOfHome:
    """Parts of the day that are hard, things that are there or missing, what the child loves.

    ``lacks`` are whole things: of “no therapy ball” both words must be needed.
    """

    hard: frozenset[Routine] = frozenset()
    has: frozenset[str] = frozenset()
    lacks: tuple[tuple[str, ...], ...] = ()
    motivators: tuple[str, ...] = ()

    def hard_for(self, activity: Activity) -> Routine | None:
        """Return the hard part of the day this activity belongs to, if it does."""
        return next((routine for routine in activity.routines if routine in self.hard), None)

    def at_hand(self, activity: Activity) -> tuple[str, ...]:
        """Return which of the things it needs the family said it has."""
        need = activity.words["en"].need
        return tuple(word for word in _things(need) if word in self.has)

    def missing(self, activity: Activity) -> tuple[str, ...]:
        """Return which of the things it needs the family said it does not have."""
        words = activity.words["en"]
        needed = set(_things(f"{words.need} {words.when}"))
        return tuple(" ".join(thing) for thing in self.lacks if needed.issuperset(thing))


def known_of_home(lines: Iterable[HomeLine]) -> KnownOfHome:
    """Read what the family told."""
    told = tuple(lines)
    has: set[str] = set()
    lacks: list[tuple[str, ...]] = []
    for line in _of(told, HomeTopic.SPACE_AND_EQUIPMENT):
        for clause in re.split(r"[.,;\n]| but ", line.casefold()):
            if _LACK.search(clause.strip()) or _LACKING_VERB.search(clause):
                lacks += filter(None, map(_things, re.split(r"\b(?:and|or|nor)\b", clause)))
            else:
                has.update(_things(clause))
    hard = (routines_in(line) for line in _of(told, HomeTopic.HARD_ROUTINES))
    return KnownOfHome(
        hard=frozenset().union(*hard),
        has=frozenset(has),
        lacks=tuple(dict.fromkeys(lacks)),
        motivators=_of(told, HomeTopic.MOTIVATORS),
    )


def routines_in(words: str) -> frozenset[Routine]:
    """Return the parts of the day that some words speak of."""
    plain = words.casefold()
    return frozenset(
        routine for routine, stems in _ROUTINE_WORDS.items() if re.search(rf"\b(?:{stems})", plain)
    )


def _of(lines: Iterable[HomeLine], topic: HomeTopic) -> tuple[str, ...]:
    return tuple(line.words for line in lines if line.topic is topic)


def _things(words: str) -> tuple[str, ...]:
    found = re.findall(r"[a-z]+", fold(words))
    singular = (word[:-1] if word.endswith("s") and len(word) > 3 else word for word in found)  # noqa: PLR2004  (bus, gas)
    alike = (_ALIKE.get(word, word) for word in singular)
    return tuple(dict.fromkeys(word for word in alike if word not in _NO_THING))
