"""What is asked of every new family before the first visit, and what of it is still open."""

from dataclasses import dataclass
from enum import Enum

from ot_desktop.caseload.document import Document, DocumentKind
from ot_desktop.caseload.domain import Asked, ChildPage

TWO_CONTACTS = 2


class FirstStep(Enum):
    """One thing to ask, in the order a first talk goes."""

    ALERTS = "alerts"
    CONTACTS = "contacts"
    MINUTES = "minutes"
    GOAL = "goal"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class CheckedStep:
    """A step, and whether it is done."""

    step: FirstStep
    is_done: bool


def first_steps(
    child: ChildPage, documents: tuple[Document, ...], *, sees_goals: bool
) -> tuple[CheckedStep, ...]:
    """Return the steps in order, none once all are done; goals only for those who may read them."""
    reviews = (child.alerts.allergies, child.alerts.precautions)
    done = {
        FirstStep.ALERTS: all(review.asked is not Asked.NOT_ASKED for review in reviews),
        FirstStep.CONTACTS: len(child.caregivers) >= TWO_CONTACTS,
        FirstStep.MINUTES: child.practice is not None,
        FirstStep.GOAL: bool(child.goals),
        FirstStep.CONSENT: any(each.kind is DocumentKind.CONSENT for each in documents),
    }
    asked = [step for step in FirstStep if sees_goals or step is not FirstStep.GOAL]
    is_due = not all(done[step] for step in asked)
    return tuple(CheckedStep(step, done[step]) for step in asked if is_due)
