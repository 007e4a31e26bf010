"""What the demo clinic's front desk is in the middle of: who waits, what families asked."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from db.queries import about_home as about_home_queries
from db.queries import attendance as attendance_queries
from db.queries import messages as message_queries
from db.queries import own_looks as look_queries
from db.queries import waitlist as waitlist_queries
from ot_desktop.caseload.domain import Status
from ot_desktop.demo.story import DemoChild, Dice, instant, told
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.demo.wishes import name_of
from ot_desktop.permissions import SignedIn
from ot_desktop.programs.facts import open_windows
from ot_desktop.programs.typed_times import parse_times
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.settings.domain import Clinic

DAYS_AHEAD = 6
HELD_FOR = timedelta(minutes=20)


class Talks:
    """Writes the chapter; everything of it happened before the morning of ``made_on``."""

    def __init__(self, clinic: Clinic, made_on: date, users: dict[str, SignedIn]) -> None:
        self._clinic = clinic
        self._made_on = made_on
        self._users = users
        self._hours = open_windows(ClinicFacts.of(clinic))
        self._therapists = {one.name: one.id for one in clinic.therapists}

    def tell(self, children: Sequence[DemoChild], desk: int) -> None:
        """Put everybody who waits and everything that was said into the file."""
        story, by_name = told("talks"), {name_of(child): child for child in children}
        for wait in story["waiting"]:
            self._wait(by_name[wait["child"]], wait, desk)
        for message in story["messages"]:
            self._say(by_name[message["child"]], message)
        for name, look in story["looks"].items():
            look_queries.put(by_name[name].id, look)
        writers = {user.therapist_id: user.id for user in self._users.values()}
        for child in children:
            if child.status is Status.ACTIVE and child.therapist_id in writers:
                self._tell_of_home(child, story["about_home"], writers[child.therapist_id])

    def call_off(self, visits: Iterable[DemoVisit], dice: Dice) -> None:
        """Let some families call off a visit of the days to come; their times are open."""
        last = self._made_on + timedelta(days=DAYS_AHEAD)
        ahead = [
            each
            for each in visits
            if self._made_on <= each.visit.day <= last
            and each.status is SessionStatus.PLANNED
            and (each.visit.day > self._made_on or each.visit.starts.hour > 12)  # noqa: PLR2004  (noon)
        ]
        for each in dice.some(ahead, told("talks")["opened"]):
            called_at = instant(self._made_on - timedelta(days=1), dice.between(8, 16))
            columns = {"status": "cancelled_in_time", "reason": "ill", "called_at": called_at}
            attendance_queries.change(each.id, columns)

    def _tell_of_home(self, child: DemoChild, told_of: dict[str, Any], writer: int) -> None:
        """Let a family tell of some topics; of the others nobody has asked yet."""
        dice = Dice(child.id)  # of its own: the rest of the story stays as it is
        carer = child.carers[0]
        for topic in dice.some(tuple(told_of), dice.between(2, 5)):
            about_home_queries.insert(
                {
                    "child": child.id,
                    "topic": topic,
                    "words": dice.one(told_of[topic]),
                    "said_by": f"{carer.name} ({carer.relation})",
                    "said_on": self._made_on - timedelta(days=dice.between(3, 120)),
                    "noted_by": writer,
                }
            )

    def _wait(self, child: DemoChild, wait: dict[str, Any], desk: int) -> None:
        entry_id = waitlist_queries.insert_entry(
            {
                "child": child.id,
                "wants": wait["wants"],
                "length_minutes": wait["length"],
                "weeks": wait["weeks"],
                "therapist": self._therapists.get(wait.get("therapist", "")),
                "urgency": wait["urgency"],
                "added_on": self._made_on - timedelta(days=wait["days"]),
                "added_by": desk,
                "note": wait.get("note", ""),
            }
        )
        times = parse_times(wait["times"], self._hours) or () if wait["times"] else ()
        stretches = [(each.weekday, each.starts_min, each.ends_min) for each in times]
        waitlist_queries.replace_hours(entry_id, stretches)
        for outcome, days in wait.get("calls", ()):
            self._call(entry_id, outcome, self._made_on - timedelta(days=days), desk)

    def _call(self, entry_id: int, outcome: str, day: date, desk: int) -> None:
        """Offer a time of two days later, long over by now."""
        made_at = instant(day, 10, 20)
        starts = datetime.combine(day + timedelta(days=2), time(14))
        offer = {
            "entry": entry_id,
            "therapist": self._clinic.therapists[1].id,
            "starts": starts,
            "ends": starts + timedelta(minutes=45),
            "made_at": made_at,
            "made_by": desk,
            "held_until": made_at + HELD_FOR,
            "outcome": outcome,
            "answered_at": made_at + timedelta(minutes=3),
        }
        waitlist_queries.insert_offer(offer)

    def _say(self, child: DemoChild, message: dict[str, Any], answers: int | None = None) -> None:
        at = time.fromisoformat(message["at"])
        day = self._made_on - timedelta(days=message["days"])
        message_id = message_queries.insert_message(
            {
                "child": child.id,
                "caregiver": self._carer(child, message.get("who", "")),
                "way": message["way"],
                "direction": "from_family" if message.get("from") else "to_family",
                "said": child.says(message["said"].replace("{Name}", child.given_name)),
                "outcome": message.get("outcome", ""),
                "tries": message.get("tries", 1),
                "minutes": message.get("minutes"),
                "is_question": message.get("question", False),
                "answers": answers,
                "at": instant(day, at.hour, at.minute),
                "logged_by": self._users[message["by"]].id,
            }
        )
        if promise := message.get("promise"):
            due_on = self._made_on + timedelta(days=promise["due"])
            who = self._users[promise["who"]].id
            columns = {"what": promise["what"], "due_on": due_on, "who": who}
            message_queries.insert_promise({"message": message_id} | columns)
        if answer := message.get("answer"):
            self._say(child, answer | {"who": message.get("who", "")}, message_id)

    def _carer(self, child: DemoChild, relation: str) -> int | None:
        """Return the parent who is meant, as far as the story knows them."""
        return next((one.id for one in child.carers if one.relation == relation), None)
