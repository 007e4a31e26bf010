"""What a family's calendar says beside the visits: what to bring, and who may collect."""

from collections.abc import Sequence
from datetime import date

from db.queries import home_programs as home_program_queries
from ot_desktop.caseload.domain import AlertKind, ChildPage
from ot_desktop.clock import today
from ot_desktop.scheduling.paper.domain import ToBring

_INJECTOR = ("epipen", "epinephrine", "auto-injector")


def what_to_bring(pages: Sequence[ChildPage]) -> tuple[ToBring, ...]:
    """Return what every family brings, with what the children's allergies ask for."""
    allergies = [alert for page in pages for alert in page.alerts.of(AlertKind.ALLERGY)]
    foods = tuple(
        dict.fromkeys(
            alert.title.lower() for alert in allergies if "latex" not in alert.title.lower()
        )
    )
    snack = f"Snack, no {' or '.join(foods)}" if foods else "Snack"
    things = [ToBring("socks", "Socks"), ToBring("bottle", "Water"), ToBring("snack", snack)]
    told = " ".join(f"{alert.title} {alert.details}" for alert in allergies).lower()
    if any(word in told for word in _INJECTOR):
        things.append(ToBring("bag", "EpiPen"))
    if any(home_program_queries.current_program(page.id, today(), _anything) for page in pages):
        things.append(ToBring("chart", "Practice chart"))
    return tuple(things)


def _anything(**_columns: object) -> bool:
    return True


def who_may_collect(pages: Sequence[ChildPage], last: date) -> tuple[str, ...]:
    """Return the adults who may collect every one of the children up to the last visit."""
    allowed = [
        {
            one.full_name
            for one in page.caregivers
            if one.may_collect and (one.may_collect_until or last) >= last
        }
        for page in pages
    ]
    everywhere = set.intersection(*allowed) if allowed else set()
    in_order = [one.full_name for page in pages for one in page.caregivers]
    return tuple(dict.fromkeys(name for name in in_order if name in everywhere))
