"""How the measures of a plan read, alone or beside another plan's."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ot_desktop.programs.measures import Measures, PlanSummary

_HUNDRED = 100


class Fact(NamedTuple):
    """One measure; ``is_better`` when the plan beside it has less."""

    name: str
    value: str
    is_better: bool = False


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def below_words(summary: PlanSummary) -> str:
    """Return ``At most 2.4% below any possible plan``; nothing while no bound is known."""
    if summary.score is None or not summary.bound or summary.bound <= 0:
        return ""
    return percent_below(summary.score, summary.bound)


def percent_below(score: int, bound: int) -> str:
    """Return how far a score can be from the best there is, rounded up: it has to stay true."""
    gap = max(0, bound - score)
    tenths = -(-gap * 10 * _HUNDRED // bound)
    return _tr("At most {0}% below any possible plan").format(f"{tenths / 10:g}")


def measure_facts(measures: Measures, beside: Measures | None = None) -> tuple[Fact, ...]:
    """Return each measure in words; what cannot be counted is a dash."""
    other = beside if beside is not None else measures
    return (
        Fact(
            _tr("Sessions placed"),
            _tr("{0} of {1}").format(measures.placed, measures.needed),
            measures.placed > other.placed,
        ),
        Fact(
            _tr("Children with their sessions"),
            _tr("{0} of {1}").format(measures.children_placed, measures.children),
            measures.children_placed > other.children_placed,
        ),
        Fact(
            _tr("Same therapist each time"),
            _percent(measures.same_therapist),
            (measures.same_therapist or 0) > (other.same_therapist or 0),
        ),
        Fact(
            _tr("Family’s first-choice time"),
            _percent(measures.first_choice),
            (measures.first_choice or 0) > (other.first_choice or 0),
        ),
        Fact(
            _tr("Longest gap between visits"),
            _days(measures.longest_gap_days),
            _is_shorter(measures.longest_gap_days, other.longest_gap_days),
        ),
    )


def _is_shorter(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _percent(share: int | None) -> str:
    return "–" if share is None else f"{share}%"


def _days(days: int | None) -> str:
    if days is None:
        return "–"
    return _tr("1 day") if days == 1 else _tr("{0} days").format(days)
