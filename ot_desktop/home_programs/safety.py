"""What a child's allergies and precautions forbid, and the lines they add to the safety box."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ot_desktop.errors import ValidationError
from ot_desktop.home_programs.domain import Activity, Hazard

SMALL_PARTS_FROM_AGE = 3


@dataclass(frozen=True, slots=True)
class _Danger:
    """What an alert is called, the hazard it means, and what the family reads on paper.

    ``why`` tells the therapist of a danger that the alert's own words do not show.
    """

    words: str
    hazard: Hazard
    line: str
    why: str = ""


_SEIZURES = r"seizures?|epilep\w+|convulsion\w*"
# Words are matched whole, without accents or case; Spanish ones as families say them.
_DANGERS = (
    _Danger(
        r"peanuts?|(?<!tree )(?<!tree-)nuts?|cacahuates?|mani",
        Hazard.PEANUT,
        "No treats with peanuts.",
    ),
    _Danger(
        r"tree[ -]?nuts?|(?<!tree )(?<!tree-)nuts?|almonds?|cashews?|walnuts?|pecans?|hazelnuts?"
        r"|pistachios?|nueces|nuez",
        Hazard.TREE_NUT,
        "No treats with nuts.",
    ),
    _Danger(r"milk|dairy|lactose|leche|casein", Hazard.MILK, "No treats with milk."),
    _Danger(r"eggs?|huevos?", Hazard.EGG, "No treats with egg."),
    _Danger(r"wheat|gluten|c(o)?eliac|trigo", Hazard.WHEAT, "No treats with wheat."),
    _Danger(r"soy|soya", Hazard.SOY, "No treats with soy."),
    _Danger(r"sesame|tahini|ajonjoli|sesamo", Hazard.SESAME, "No treats with sesame."),
    _Danger(r"fish|pescado", Hazard.FISH, "No treats with fish."),
    _Danger(r"shellfish|shrimps?|crab|mariscos?", Hazard.SHELLFISH, "No treats with shellfish."),
    _Danger(
        r"fruits?|strawberr(y|ies)|kiwis?|bananas?|citrus",
        Hazard.FRUIT,
        "Keep to the fruit your doctor says is safe.",
    ),
    _Danger(r"latex", Hazard.LATEX, "No balloons and no rubber gloves."),
    _Danger(
        r"chok(e|es|ing)|dysphagia|swallow(s|ing)?|aspirat(e|es|ion)|thickened",
        Hazard.CHOKING,
        "Only food and drink the way your therapist showed you.",
    ),
    _Danger(
        r"pica|mouths|mouthing|puts things in (his|her|their) mouth",
        Hazard.SMALL_PARTS,
        "Keep small things out of reach.",
    ),
    _Danger(
        r"inver(sion|ted)|upside[ -]down|head[ -]down|atlanto\w*|shunt|neck|cervical",
        Hazard.INVERSION,
        "Keep the head up. No upside-down play.",
    ),
    _Danger(
        _SEIZURES,
        Hazard.SWING,
        "Swings and spins only as your therapist showed you.",
        "a seizure on a swing means a fall",
    ),
    _Danger(_SEIZURES, Hazard.HEIGHT, "No climbing.", "a seizure high up means a fall"),
    _Danger(
        _SEIZURES,
        Hazard.WATER,
        "Near water, stay at arm’s reach, always.",
        "a child can drown in a seizure",
    ),
    _Danger(
        r"swings?|swinging|spin(ning|s)?|vestibular",
        Hazard.SWING,
        "Swings and spins only as your therapist showed you.",
    ),
    _Danger(
        r"climb(ing|s)?|heights?|brittle|fracture\w*|osteogenesis",
        Hazard.HEIGHT,
        "No climbing.",
    ),
    _Danger(
        r"ear tubes?|grommets?|no (bath|water)|keep dry|cast|feeding tube site|trach(eo\w+)?",
        Hazard.WATER,
        "Ask us before play in water.",
    ),
    _Danger(
        r"heat|burns?|loss of feeling|numb\w*|insensate|overheat\w*",
        Hazard.HEAT,
        "Keep away from hot things. Test warm water first.",
    ),
    _Danger(
        r"bleeding|h(a)?emophilia|blood thinn\w+|anticoagulant\w*",
        Hazard.SHARP,
        "No sharp tools.",
    ),
    _Danger(
        r"non[ -]?weight[ -]?bearing|no weight[ -]?bearing|nwb|fracture\w*|brittle|osteogenesis"
        r"|subluxation",
        Hazard.WEIGHT_BEARING,
        "No weight on sore arms or legs.",
    ),
)
ALWAYS = "Stop if it hurts, if {he} cr{ies}, or if {he} cover{s} {his} ears."


@dataclass(frozen=True, slots=True)
class Clash:
    """An activity or reward that a child's alert forbids."""

    what: str
    hazard: Hazard
    because: str
    why: str = ""

    @property
    def sentence(self) -> str:
        """Say it to the therapist."""
        why = f": {self.why}" if self.why else ""
        return f"{self.what} clashes with {self.because}{why}. Choose another one."


def hazards_of(alert: str) -> frozenset[Hazard]:
    """Return the hazards that an allergy's or precaution's words stand for."""
    plain = _plain(alert)
    return frozenset(danger.hazard for danger in _DANGERS if _says(danger, plain))


def clashes(
    activity: Activity, alerts: Iterable[str], age_years: int | None = None, language: str = "en"
) -> tuple[Clash, ...]:
    """Find what in ``activity`` the child's allergies and precautions (or age) forbid."""
    title = activity.words[language].title
    found = list(clashes_of(title, activity.hazards, alerts))
    if age_years is not None and age_years < SMALL_PARTS_FROM_AGE:
        found += [
            Clash(title, hazard, f"the child's age: {hazard.value} under {SMALL_PARTS_FROM_AGE}")
            for hazard in (Hazard.SMALL_PARTS, Hazard.CHOKING)
            if hazard in activity.hazards
        ]
    return tuple(found)


def clashes_of(title: str, hazards: frozenset[Hazard], alerts: Iterable[str]) -> tuple[Clash, ...]:
    """Find which of some hazards the child's allergies and precautions forbid."""
    return tuple(
        Clash(title, hazard, f"“{alert}”", _why(alert, hazard))
        for alert in alerts
        for hazard in sorted(hazards_of(alert) & hazards)
    )


def refuse_clashes(
    activities: Iterable[Activity], alerts: Sequence[str], age_years: int | None = None
) -> None:
    """Raise ``ValidationError`` keyed by activity when any of them clashes."""
    problems = {
        activity.key: " ".join(dict.fromkeys(clash.sentence for clash in found))
        for activity in activities
        if (found := clashes(activity, alerts, age_years))
    }
    if problems:
        raise ValidationError(problems)


def reward_clashes(prize: str, alerts: Iterable[str]) -> tuple[Clash, ...]:
    """Find the alerts that a reward's own words run into: “peanut butter cookie”."""
    in_prize = _treats_in(prize)
    return tuple(
        Clash(f"The reward “{prize}”", hazard, f"“{alert}”", _why(alert, hazard))
        for alert in alerts
        for hazard in sorted(hazards_of(alert) & in_prize)
    )


def safety_lines(alerts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that allergies and precautions add to the family's safety box."""
    plain = [_plain(alert) for alert in alerts]
    lines = [danger.line for danger in _DANGERS if any(_says(danger, text) for text in plain)]
    return tuple(dict.fromkeys(lines))


_TREATS = (
    (r"cookies?|cakes?|cupcakes?|pancakes?|pizza|pastr(y|ies)|donuts?", Hazard.WHEAT),
    (r"cakes?|cupcakes?|pancakes?|cookies?", Hazard.EGG),
    (r"ice cream|yogurt|cheese|pizza|chocolate|milkshakes?|pudding", Hazard.MILK),
    (r"peanut|pb ?& ?j|reese\W?s", Hazard.PEANUT),
    (r"balloons?", Hazard.LATEX),
    (r"candy|gum|popcorn|grapes?|hot dogs?|marshmallows?|lollipops?", Hazard.CHOKING),
    (r"swings?|trampoline", Hazard.SWING),
    (r"climbing|playground", Hazard.HEIGHT),
    (r"swimming|pool|water park", Hazard.WATER),
)


def _treats_in(prize: str) -> frozenset[Hazard]:
    plain = _plain(prize)
    named = {hazard for words, hazard in _TREATS if re.search(rf"\b(?:{words})\b", plain)}
    return hazards_of(prize) | named


def _why(alert: str, hazard: Hazard) -> str:
    plain = _plain(alert)
    reasons = (one.why for one in _DANGERS if one.hazard is hazard and _says(one, plain))
    return next(filter(None, reasons), "")


def _says(danger: _Danger, plain: str) -> bool:
    return re.search(rf"\b(?:{danger.words})\b", plain) is not None


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
