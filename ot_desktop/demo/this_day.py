"""The demo clinic in the middle of its day: who was here, is here, is late, and who called."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from db.queries import attendance as queries
from ot_desktop.clock import instant_of
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import SessionStatus

_EARLY, _SOON, _CALLED_BEFORE = timedelta(minutes=4), timedelta(minutes=75), timedelta(hours=2)
_FEW = 3


def tell_the_day(visits: Sequence[DemoVisit], now: datetime) -> None:
    """Say what became of the day's visits until ``now``; ``visits`` are in the order of time."""
    today = [each for each in visits if each.visit.day == now.date() and each.status.is_open]
    over = [each for each in today if each.visit.ends <= now]
    running = [each for each in today if each.visit.starts <= now < each.visit.ends]
    ahead = [each for each in today if each.visit.starts > now]
    missed = over[len(over) // 2 :][:1] if len(over) > _FEW else []
    late = running[-1:] if len(running) > 1 else []
    called = ahead[len(ahead) // 2 :][:1] if len(ahead) > _FEW else []
    soon = [each for each in ahead[:1] if each.visit.starts - now < _SOON and each not in called]
    for each in over:
        _change(each, {"status": SessionStatus.NO_SHOW.value} if each in missed else _held(each))
    for each in [*running, *soon]:
        if each not in late:
            _change(each, _arrived(each, now))
    for each in called:
        _change(each, _called_off(now))


def _change(visit: DemoVisit, columns: dict[str, Any]) -> None:
    visit.status = SessionStatus(columns["status"])
    queries.change(visit.id, columns)


def _held(each: DemoVisit) -> dict[str, Any]:
    came, left = instant_of(each.visit.starts - _EARLY), instant_of(each.visit.ends)
    return {"status": SessionStatus.HELD.value, "arrived_at": came, "left_at": left}


def _arrived(each: DemoVisit, now: datetime) -> dict[str, Any]:
    came = instant_of(min(now, each.visit.starts) - _EARLY)
    return {"status": SessionStatus.ARRIVED.value, "arrived_at": came}


def _called_off(now: datetime) -> dict[str, Any]:
    return {
        "status": SessionStatus.CANCELLED_LATE.value,
        "reason": Reason.ILL.value,
        "called_at": instant_of(now - _CALLED_BEFORE),
    }
