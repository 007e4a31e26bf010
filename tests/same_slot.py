"""Two programs on one file that want the same thing at the same moment, again and again.

A lock file keeps two programs out of one clinic; these go round it, as when a network folder loses
that file. Each try goes through the real services, in a process of its own.
"""

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from db.connection import close_database, create_database, database
from db.encrypted import BUSY_SECONDS, PRAGMAS, file_uri
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.services import Services, services_for
from ot_desktop.settings.domain import TherapistDraft
from tests import schedule_facts as facts
from tests.builders import a_child, a_user

KEY = bytes(32)
BOTH = (0, 1)
KINDS = ("same therapist", "same child", "same room", "moved together", "checked in twice")
SLOTS_A_DAY = 8


@dataclass(frozen=True)
class People:
    """Ids: two children, three therapists, a room for one, a room for many."""

    children: tuple[int, int] = (1, 2)
    therapists: tuple[int, int, int] = (1, 2, 3)
    small_room: int = 1
    large_room: int = 2


@dataclass(frozen=True)
class Found:
    """How the tries went, and what the file says when all is over."""

    tries: int
    seconds: float
    winners: Counter
    answers: Counter
    double_bookings: list
    told: int

    @property
    def is_right(self) -> bool:
        """Whether exactly one of the two won every time, and the log tells of each once."""
        return set(self.winners) == {1} and not self.double_bookings and self.told == self.tries


def race(place: Path, tries: int) -> Found:
    """Let two programs try ``tries`` times, each time for another slot."""
    file = place / "clinic.db"
    create_database(file, KEY)
    owner = a_user(Role.OWNER)
    fill(services_for(owner))
    close_database()
    with ExitStack() as running:
        running.callback(close_database)
        go_round_the_lock(file)
        desk = services_for(owner)
        both = [running.enter_context(a_program(file, which)) for which in BOTH]
        started, winners, answers = perf_counter(), Counter(), Counter()
        for number in range(tries):
            ids = prepared(desk, number)
            said = at_once(both, number, ids)
            won = said.count("won")
            winners[won] += 1
            answers.update(said)
        seconds = perf_counter() - started
        return Found(tries, seconds, winners, answers, doubles(), told_of())


def at_once(both, number, ids):
    """Give both the same try, wait until both are ready, let both go; return what they say."""
    for each in both:
        print(number, *ids, file=each.stdin, flush=True)
    for each in both:
        assert each.stdout.readline() == "ready\n"
    for each in both:
        print("go", file=each.stdin, flush=True)
    return [each.stdout.readline().strip() for each in both]


def a_program(file: Path, which: int):
    """Start a program that stands at the slot and waits."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.same_slot", file, str(which)],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go_round_the_lock(file: Path) -> None:
    """Open the clinic's file although somebody else has it open."""
    database.init(file_uri(file, "rw"), pragmas=PRAGMAS, timeout=BUSY_SECONDS, key=KEY)
    database.connect()


def fill(services: Services) -> None:
    """Two children, three therapists, a room for one and a room for many."""
    for name in ("Ana Ruiz", "Ben Cole", "Cam Lee"):
        services.settings.add_therapist(TherapistDraft(name))
    services.settings.add_room("Fine-Motor", 1)
    services.settings.add_room("Sensory Gym", 9)
    a_child(services, "Maya")
    a_child(services, "Owen", family_name="Park")


def slot(number: int) -> datetime:
    """Return when the visit of one try begins; each is on a day that is over."""
    first = today() - timedelta(days=7 + number // SLOTS_A_DAY)
    return datetime.combine(first, time(9 + number % SLOTS_A_DAY))


def prepared(desk: Services, number: int) -> tuple[int, ...]:
    """Book what the try is about beforehand, and return the sessions' ids."""
    kind, people = KINDS[number % len(KINDS)], People()
    at = slot(number)
    if kind == "moved together":
        return tuple(
            visit(desk, people.children[which], people.therapists[which], None, early(at))
            for which in BOTH
        )
    if kind == "checked in twice":
        return (visit(desk, people.children[0], people.therapists[0], None, at),)
    return ()


def early(at: datetime) -> datetime:
    """Return a time of the same day before all slots, another one for each."""
    return at.replace(hour=0) + timedelta(minutes=60 * (at.hour - 9))


def visit(desk: Services, child: int, therapist: int, room: int | None, at: datetime) -> int:
    """Book one visit and return its id."""
    desk.scheduling.book(desk.scheduling.preview(request(child, therapist, room, at)))
    [(session_id,)] = database.execute_sql("SELECT max(id) FROM session").fetchall()
    return session_id


def request(child: int, therapist: int, room: int | None, at: datetime) -> SeriesRequest:
    """Ask for one visit of 50 minutes."""
    weekday = frozenset({at.weekday()})
    return SeriesRequest(child, at.date(), weekday, (at.time(),), 50, therapist, room, count=1)


def doubles() -> list:
    """Return the slots in which somebody is booked twice, or the small room."""
    return [
        row
        for column in ("therapist_id", "child_id")
        for row in facts.rows(
            f"""SELECT starts, {column}, count(*) FROM session WHERE status <> 'withdrawn'
            GROUP BY starts, {column} HAVING count(*) > 1"""  # noqa: S608  (our own names)
        )
    ] + facts.rows(
        """SELECT starts, count(*) FROM session WHERE room_id = 1
        GROUP BY starts HAVING count(*) > 1"""
    )


def told_of() -> int:
    """Return how many deeds of the two programs the log tells of."""
    return len(facts.rows("SELECT id FROM audit WHERE user_name LIKE 'Desk %'"))


# What one of the two programs does.


def deed(desk: Services, which: int, number: int, ids: list[int]):
    """Look at what the try is about, and return what is to be done at the word."""
    kind, people, at = KINDS[number % len(KINDS)], People(), slot(number)
    mine, children, therapists = ids, people.children, people.therapists
    if kind == "moved together":
        found = desk.scheduling.session(mine[which])
        to = visit_of(found, starts=at, ends=at + timedelta(minutes=50), therapist_id=therapists[2])
        seen = desk.rearranging.preview([Step(found.id, to)])
        return partial(desk.rearranging.save, seen)
    if kind == "checked in twice":
        return partial(check_in, desk, mine[0])
    wanted = {
        "same therapist": (children[which], therapists[0], people.large_room),
        "same child": (children[0], therapists[which], people.large_room),
        "same room": (children[which], therapists[which], people.small_room),
    }[kind]
    return partial(desk.scheduling.book, desk.scheduling.preview(request(*wanted, at)))


def check_in(desk: Services, session_id: int) -> None:
    """Check in; whoever comes second finds the child here already, and writes nothing."""
    before = database.connection().total_changes
    desk.attendance.check_in(session_id)
    if database.connection().total_changes == before:
        raise ClinicError("Is here already.")


def main() -> None:
    """Do every try that comes in, and say whether it was won."""
    file, which = Path(sys.argv[1]), int(sys.argv[2])
    go_round_the_lock(file)
    with closing(database):
        desk = services_for(SignedIn(1, f"Desk {which}", Role.OWNER))
        for line in sys.stdin:
            number, *ids = map(int, line.split())
            do = deed(desk, which, number, ids)
            say("ready")
            sys.stdin.readline()
            try:
                do()
            except ClinicError as refused:
                say(str(refused).rpartition(":")[2])
            else:
                say("won")


def say(words: str) -> None:
    """Tell the race."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
