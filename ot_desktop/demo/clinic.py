"""Makes the demo clinic: invented people, told from a seed, on any day."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from db import connection
from db.key_file import Cost
from db.queries import access as access_queries
from db.queries import demo as demo_queries
from db.queries import settings as settings_queries
from ot_desktop.access import founding
from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.first_clinic import FirstClinic, RoomDraft
from ot_desktop.access.pin import pin_hash
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import Status
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.clock import zone_name
from ot_desktop.demo import approvals, visits
from ot_desktop.demo.closing import closed_days
from ot_desktop.demo.diary import Diary
from ot_desktop.demo.goals import set_goals
from ot_desktop.demo.intensives import DAYS, Intensives, Summer, Team
from ot_desktop.demo.papers import Papers
from ot_desktop.demo.people import Families
from ot_desktop.demo.ratings import tell_ratings
from ot_desktop.demo.records import HELD, Records, Signers
from ot_desktop.demo.scanned import file_documents
from ot_desktop.demo.story import DemoChild, Dice, instant, told
from ot_desktop.demo.talks import Talks
from ot_desktop.demo.this_day import tell_the_day
from ot_desktop.demo.visits import DemoVisit, Timetable, Week
from ot_desktop.home_programs.seeding import seed_library
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Permission, Role, SignedIn
from ot_desktop.settings.domain import Clinic, ClinicSettings, Hours
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

PASSWORD = "demo demo demo demo"  # noqa: S105  (everybody may know it)
PIN = "123456"
# A password everybody knows needs no slow guessing.
CHEAP = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
MORNING = time()
SUMMER_PLANS, PRESENT_PLANS = 3, 7  # printing takes the longest


def make_demo_clinic(
    folder: ClinicFolder,
    made_on: date,
    seed: int = 1,
    cost: Cost | None = CHEAP,
    now: time = MORNING,
) -> None:
    """Make a clinic as it stands ``now`` on ``made_on``; the file is closed afterwards.

    The same seed and day tell the same story. Raises ``ClinicClosed`` when there is a clinic in
    the folder, and leaves nothing behind when it fails.
    """
    first = _first_clinic()
    keys = founding.cut_first_keys(folder, first, cost)
    owner = founding.move_in(folder, first, keys)
    try:
        work = Work(ChangeFeed(), owner)
        saving = work.saving(Permission.IMPORT_CHILDREN, Topic.CASELOAD, Action.IMPORTED_CHILDREN)
        with saving as entry:
            entry.subject = f"the demo clinic, seed {seed}"
            _Demo(work, made_on, Dice(seed)).tell(now)
    except BaseException:
        founding.withdraw(folder, keys)
        raise
    connection.close_database()


class _Demo:
    """Tells the story chapter by chapter; the caller holds the transaction."""

    def __init__(self, work: Work, made_on: date, dice: Dice) -> None:
        self._settings = SettingsService(work)
        self._made_on = made_on
        self._dice = dice
        self._users = {user.name: user for user in access_queries.users(_signed_in)}
        self._close_days()
        self._set_staff()
        self._clinic = self._settings.clinic()
        treats = {user.therapist_id or 0: user.id for user in self._users.values()}
        self._intensives = Intensives(self._clinic, made_on, Team(self._desk, treats), dice)

    def tell(self, now: time) -> None:
        seed_library()
        children = self._admit()
        timetable = self._timetable()
        summers = self._book_summers(children, timetable)
        timetable.weekly(child for child in children if child.status is not Status.WAITING)
        in_order = sorted(timetable.visits, key=_when)
        by_child = _by_child(in_order)
        for child in children:
            approvals.approve(child, by_child[child.id], self._made_on, self._dice)
        zone = self._clinic.settings.zone
        visits.write(in_order, zone, self._desk)
        self._plan_summers(summers, in_order)
        papers = Papers(self._clinic, self._signers.writes, self._dice)
        self._give_plans(children, by_child, papers)
        signers = self._signers
        Records(self._made_on, signers, papers.given_before, self._dice).write(in_order)
        tell_ratings(children, self._made_on, self._users["Amara Okafor"].id)
        talks = Talks(self._clinic, self._made_on, self._users)
        talks.tell(children, self._desk)
        file_documents(children, self._made_on, self._desk)
        if now != MORNING:
            tell_the_day(in_order, datetime.combine(self._made_on, now))
        talks.call_off(in_order, self._dice)

    @property
    def _desk(self) -> int:
        return next(user.id for user in self._users.values() if user.role is Role.FRONT_DESK)

    @property
    def _signers(self) -> Signers:
        """Say who writes a therapist's notes, and who signs them."""
        writes = {
            user.therapist_id: user
            for user in self._users.values()
            if user.therapist_id is not None
        }
        signs = {
            one.id: writes[one.supervisor_id or one.id]
            for one in self._clinic.therapists
            if one.id in writes
        }
        return Signers(writes, signs)

    def _close_days(self) -> None:
        for year in range(self._made_on.year - 1, self._made_on.year + 2):
            for day, reason in closed_days(year):
                self._settings.close_day(day, reason)

    def _set_staff(self) -> None:
        """Say who supervises whom, who leaves early, and since when everybody works here."""
        ids = {one.name: one.id for one in self._settings.clinic().therapists}
        for assistant, supervisor in told("clinic")["supervised"]:
            demo_queries.supervise(ids[assistant], ids[supervisor])
        for name, leaves_at in told("clinic")["leaves_early"].items():
            settings_queries.replace_therapist_hours(ids[name], _hours(leaves_at))
        hashed = pin_hash(PIN)
        hired_at = instant(date(self._made_on.year - 3, 3, 2), 8)
        for user in self._users.values():
            access_queries.change_user(user.id, pin_hash=hashed, created_at=hired_at)

    def _admit(self) -> list[DemoChild]:
        ids = {one.name: one.id for one in self._clinic.therapists}
        reviewer = self._users["Amara Okafor"].id
        families = Families(self._made_on, self._dice, ids, reviewer)
        children = [families.admit(child) for child in told("children")]
        for child in children:
            set_goals(child, self._made_on, self._dice)
        return children

    def _timetable(self) -> Timetable:
        week = Week(
            made_on=self._made_on,
            closed=frozenset(each.day for each in self._clinic.closed_days),
            rooms={room.name: room.id for room in self._clinic.rooms},
            leaves_at=_leaving_times(self._clinic),
            booked_by=self._desk,
        )
        capacities = {room.id: room.capacity for room in self._clinic.rooms}
        return Timetable(week, Diary(capacities), self._dice)

    def _book_summers(self, children: list[DemoChild], timetable: Timetable) -> list[Summer]:
        """Set the intensives up; book what has begun, and keep the weeks of the others free."""
        summer = [child for child in children if child.comes_in_summer]
        found = []
        for first in visits.summers(self._made_on):
            program_id = self._intensives.set_up(first)
            wanted = self._intensives.enlist(program_id, first, summer)
            found.append(Summer(program_id, first, wanted))
            if first > self._made_on:
                timetable.keep_free(summer, first, first + timedelta(days=DAYS))
            else:
                timetable.summer(summer, first, program_id)
        return found

    def _plan_summers(self, summers: list[Summer], in_order: list[DemoVisit]) -> None:
        """Keep the plans behind what is booked, and make those of what is not."""
        for summer in summers:
            booked = [each for each in in_order if each.program_id == summer.program_id]
            if booked:
                self._intensives.keep_booked(summer.program_id, summer.wanted, booked)
            else:
                self._intensives.plan_ahead(summer.program_id, summer.first)

    def _give_plans(
        self, children: list[DemoChild], by_child: dict[int, list[DemoVisit]], papers: Papers
    ) -> None:
        """Give some families a plan in the summer behind, and some at their last visit."""
        mateo = [child for child in children if "plans" in child.told]
        others = [
            child for child in children if child.status is Status.ACTIVE and child not in mateo
        ]
        in_summer = [child for child in others if child.comes_in_summer]
        for child in [*mateo, *self._dice.some(in_summer, SUMMER_PLANS)]:
            self._give_plan(by_child[child.id], papers, 2)
        for child in [*mateo, *self._dice.some(others, PRESENT_PLANS)]:
            self._give_plan(by_child[child.id], papers, -1)

    def _give_plan(self, all_visits: list[DemoVisit], papers: Papers, place: int) -> None:
        held = [each for each in all_visits if each.status in HELD]
        with suppress(IndexError):
            visit = held[place]
            later = [each for each in all_visits if each.visit.starts > visit.visit.starts]
            papers.give(visit, [each for each in later if each.status.takes_time])


def _first_clinic() -> FirstClinic:
    clinic = told("clinic")
    return FirstClinic(
        owner=ColleagueDraft(clinic["owner"], Role.OWNER, PASSWORD),
        settings=ClinicSettings(
            name=clinic["name"],
            address=clinic["address"],
            phone=clinic["phone"],
            phone_hours=clinic["phone_hours"],
            zone=zone_name(),
        ),
        hours=tuple(_stretches(clinic["hours"])),
        colleagues=tuple(
            ColleagueDraft(name, Role(role), PASSWORD, credentials)
            for name, role, credentials in clinic["colleagues"]
        ),
        rooms=tuple(RoomDraft(*room) for room in clinic["rooms"]),
    )


def _stretches(hours: Iterable[tuple[str, str]]) -> Iterable[Hours]:
    for weekday in range(visits.WORKDAYS):
        for starts, ends in hours:
            yield Hours(weekday, _minute(starts), _minute(ends))


def _hours(leaves_at: str) -> list[tuple[int, int, int]]:
    """Return the clinic's hours with an earlier end of the day."""
    morning, (starts, _) = told("clinic")["hours"]
    stretches = _stretches([morning, (starts, leaves_at)])
    return [(each.weekday, each.starts_min, each.ends_min) for each in stretches]


def _minute(text: str) -> int:
    at = time.fromisoformat(text)
    return at.hour * 60 + at.minute


def _leaving_times(clinic: Clinic) -> dict[int, time]:
    return {
        one.id: time(*divmod(max(each.ends_min for each in one.hours), 60))
        for one in clinic.therapists
    }


def _when(each: DemoVisit) -> tuple[object, ...]:
    return each.visit.starts, each.id


def _by_child(in_order: Iterable[DemoVisit]) -> dict[int, list[DemoVisit]]:
    found: defaultdict[int, list[DemoVisit]] = defaultdict(list)
    for each in in_order:
        found[each.child.id].append(each)
    return found


def _signed_in(**columns: object) -> SignedIn:
    known = {name: columns[name] for name in ("id", "name", "therapist_id")}
    credentials = columns["credentials"] or ""
    return SignedIn(**known, role=Role(columns["role"]), credentials=credentials)  # type: ignore[arg-type]  # column names are the fields' names
