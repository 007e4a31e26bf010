"""A generated clinic as large as ten busy years: encrypted, with every constraint in force."""

import json
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

import resources
from db import connection
from db.encrypted import connect, file_uri
from db.key_file import unlock
from db.migrations import STEPS
from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.first_clinic import FirstClinic, RoomDraft
from ot_desktop.access.founding import Cost, found_clinic
from ot_desktop.caseload.finding import words_of
from ot_desktop.clock import today
from ot_desktop.notes.domain import NoteContent, to_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.session_part import GoalToday, Help, SessionPart, WhatWeDid
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.settings.domain import ClinicSettings, Hours

PASSWORD = "rain on a tin roof"
OWNER = "Rosalind Achebe"
THERAPISTS, HOURS_A_DAY, OPENS_AT = 30, 9, 8
VISITS_A_WEEK, WORKDAYS = 5, 5
WEEKS_AHEAD = 16
GOALS_A_CHILD, SCORES_A_NOTE, CAREGIVERS_A_CHILD = 3, 1, 2
STATUSES = (("held", 88), ("cancelled_in_time", 5), ("cancelled_late", 3), ("no_show", 4))
AREAS = ("fine-motor", "gross-motor", "sensory", "self-care", "play", "cognitive")
# Costs next to nothing; a few MiB more, and the allocator would keep them for the whole run.
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)

FAMILIES = (
    """INSERT INTO child (id, household_id, record_number, given_name, family_name, born_on,
        therapist_id, allergies, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2026-01-05T08:00:00.000Z')""",
    "INSERT INTO child_search (child_id, words) VALUES (?, ?)",
    "INSERT INTO caregiver (id, full_name) VALUES (?, ?)",
    """INSERT INTO caregiver_phone (caregiver_id, call_order, number, digits)
        VALUES (?, 1, ?, ?)""",
    """INSERT INTO guardianship (child_id, caregiver_id, call_order, relation)
        VALUES (?, ?, ?, 'mother')""",
    """INSERT INTO alert (child_id, kind, title, noted_at)
        VALUES (?, 'allergy', ?, '2026-01-05T08:00:00.000Z')""",
    "INSERT INTO authorization (child_id, visits) VALUES (?, ?)",
    "INSERT INTO household (id, address) VALUES (?, ?)",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is in the file."""

    children: int = 5_000
    sessions: int = 500_000
    notes: int = 200_000

    @property
    def name(self) -> str:
        """The folder it is kept in, as long as day, schema and generator are the same."""
        made_by = b"".join(Path(part.__file__).read_bytes() for part in STEPS)
        made_by += Path(__file__).read_bytes()
        stamp = sha256(made_by).hexdigest()[:12]
        return f"{self.children}-{self.sessions}-{self.notes}-{today():%Y%m%d}-{stamp}"


def big_clinic(size: Size) -> ClinicFolder:
    """Return the generated clinic, made once a day and kept in the folder for temporary files."""
    home = Path(tempfile.gettempdir()) / f"ot-desktop-bench-{_user()}"
    folder = home / size.name
    if (folder / "done").exists():
        return ClinicFolder(folder)
    home.mkdir(mode=0o700, exist_ok=True)
    same_size = f"{size.children}-{size.sessions}-{size.notes}-*"
    for old in home.glob(same_size):
        shutil.rmtree(old)
    started = time.monotonic()
    print(f"Generating {size.sessions:,} sessions …", end=" ", file=sys.stderr, flush=True)
    clinic = ClinicFolder(folder)
    _generate(clinic, size)
    (folder / "done").touch()
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    return clinic


def data_key(clinic: ClinicFolder) -> bytes:
    """Return the key that opens the file."""
    keys = json.loads(clinic.key_file.read_bytes())
    return unlock(clinic.key_file, keys["slots"][0]["id"], PASSWORD)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "me"


def _generate(clinic: ClinicFolder, size: Size) -> None:
    found_clinic(clinic, _first(), CHEAP)
    key = connection.open_clinic().key
    connection.close_database()
    with closing(connect(file_uri(clinic.data_file, "rw"), key)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA cache_size = -200000")
        raw.execute("PRAGMA foreign_keys = OFF")  # scores are written before their notes
        raw.execute("BEGIN")
        _Generator(raw, size).fill()
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _first() -> FirstClinic:
    return FirstClinic(
        ColleagueDraft(OWNER, Role.OWNER, PASSWORD),
        settings=ClinicSettings(name="Juniper Lane Pediatric OT", zone="UTC"),
        hours=tuple(Hours(day, 8 * 60, 17 * 60) for day in range(5)),
        rooms=tuple(RoomDraft(f"Room {number}", 4) for number in range(1, 9)),
    )


def _minute(at: datetime) -> str:
    return at.isoformat("T", "minutes")


class _Generator:
    """Fills the tables from the bottom up, each with one ``executemany``."""

    def __init__(self, raw, size: Size) -> None:
        self._raw = raw
        self._size = size
        self._dice = Random(1)  # noqa: S311  (rows that are the same every time)
        self._today = today()
        self._told = json.loads(resources.text("seed/children.json"))

    def fill(self) -> None:
        self._staff()
        self._families()
        self._goals()
        sessions = self._sessions()
        self._notes(sessions)

    def _many(self, sql: str, rows) -> None:
        self._raw.executemany(sql, rows)

    def _staff(self) -> None:
        people = [(number, f"Therapist {number}", number % 8 + 1) for number in
                  range(1, THERAPISTS + 1)]  # fmt: skip
        self._many(
            "INSERT INTO therapist (id, name, credentials, color_slot) VALUES (?, ?, 'OTR/L', ?)",
            people,
        )

    def _families(self) -> None:
        given = [child["name"].split()[0] for child in self._told]
        family = [child["name"].split()[-1] for child in self._told]
        mothers = [child["mother"] for child in self._told]
        children, words, carers, phones, bonds, alerts, papers, houses = ([] for _ in range(8))
        for number in range(1, self._size.children + 1):
            name = self._dice.choice(given)
            surname = f"{self._dice.choice(family)}-{self._dice.choice(family)}"
            born = self._today - timedelta(days=self._dice.randint(500, 4400))
            record = str(10_000 + number)
            houses.append((number, f"{number} Elm Street"))
            asked = self._dice.choice(("listed", "none_known", "none_known", "not_asked"))
            children.append((number, number, record, name, surname, born.isoformat(),
                             number % THERAPISTS + 1, asked))  # fmt: skip
            names, digits = [name, surname], []
            for order in range(1, CAREGIVERS_A_CHILD + 1):
                carer = (number - 1) * CAREGIVERS_A_CHILD + order
                full_name = f"{self._dice.choice(mothers)} {surname}"
                phone = f"402555{carer:05d}"
                carers.append((carer, full_name))
                phones.append((carer, phone, phone))
                bonds.append((number, carer, order))
                names.append(full_name)
                digits.append(phone)
            words.append((number, words_of(names, digits, record)))
            if asked == "listed":
                alerts.append((number, self._dice.choice(("Peanut", "Latex", "Egg"))))
            if number % 2:
                papers.append((number, 24 * (1 + number % 5)))
        self._write_families(children, words, carers, phones, bonds, alerts, papers, houses)

    def _write_families(self, *tables) -> None:
        for sql, rows in zip(FAMILIES, tables, strict=True):
            self._many(sql, rows)

    def _goals(self) -> None:
        rows = (
            ((child - 1) * GOALS_A_CHILD + place + 1, child, AREAS[(child + place) % len(AREAS)],
             "2025-01-01", "2025-06-01" if (child + place) % 4 == 0 else None)
            for child in range(1, self._size.children + 1)
            for place in range(GOALS_A_CHILD)
        )  # fmt: skip
        self._many(
            "INSERT INTO goal (id, child_id, skill_area, statement, out_of, target, starts_on,"
            " met_on) VALUES (?, ?, ?, 'Fastens 4 shirt buttons', 10, 8, ?, ?)",
            rows,
        )

    def _sessions(self) -> list[tuple[int, int, str, str]]:
        """Write series and sessions; return (id, child, start, end) of those held."""
        booked = list(islice(self._visits(), self._size.sessions))
        booked.sort()
        first = {}
        for starts, _, child, _ in booked:
            first.setdefault(child, starts)
        self._many(
            "INSERT INTO series (id, child_id, kind, starts_on, weekdays, times, length_minutes,"
            " planned, therapist_id, booked_at) VALUES (?, ?, 'weekly', ?, '[0]', '[]', 60, 100, 1,"
            " '2026-01-05T08:00:00.000Z')",
            ((child, child, starts[:10]) for child, starts in first.items()),
        )
        numbers, rows, held = defaultdict(int), [], []
        now = f"{self._today.isoformat()}T00:00"
        names, weights = zip(*STATUSES, strict=True)
        for id_, (starts, ends, child, therapist) in enumerate(booked, start=1):
            numbers[child] += 1
            status = self._dice.choices(names, weights)[0] if starts < now else "planned"
            room = (therapist - 1) % 8 + 1
            rows.append((id_, child, min(numbers[child], 9999), child, therapist, room, starts,
                         ends, status))  # fmt: skip
            if status == "held":
                held.append((id_, child, starts, ends))
        self._many(
            "INSERT INTO session (id, series_id, number, child_id, therapist_id, room_id, starts,"
            " ends, zone, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'UTC', ?)",
            rows,
        )
        return held

    def _visits(self):
        """Yield (start, end, child, therapist) of a child's stretch of visits, child by child."""
        each = -(-self._size.sessions // self._size.children) + 4
        weeks = -(-each // VISITS_A_WEEK)
        last = self._today - timedelta(days=self._today.weekday()) + timedelta(weeks=WEEKS_AHEAD)
        span = max(520 - weeks, 1)
        free: defaultdict[tuple[date, int], set[int]] = defaultdict(
            lambda: set(range(1, THERAPISTS + 1))
        )
        order = self._dice.sample(range(1, self._size.children + 1), self._size.children)
        for place, child in enumerate(order):
            ends_ago = int(span * place / len(order))
            monday = last - timedelta(weeks=ends_ago + weeks)
            yield from self._stretch(child, monday, weeks, free)

    def _stretch(self, child: int, monday: date, weeks: int, free):
        hour = child % HOURS_A_DAY
        days = [monday + timedelta(weeks=week, days=day)
                for week in range(weeks) for day in range(WORKDAYS)]  # fmt: skip
        for day in days:
            for turn in range(HOURS_A_DAY):
                at = (hour + turn) % HOURS_A_DAY
                if free[day, at]:
                    therapist = self._own_or_any(child % THERAPISTS + 1, free[day, at])
                    starts = datetime.combine(day, clock(OPENS_AT + at))
                    ends = starts + timedelta(hours=1)
                    yield (
                        starts.isoformat("T", "minutes"),
                        ends.isoformat("T", "minutes"),
                        child,
                        therapist,
                    )
                    break

    def _own_or_any(self, own: int, free: set[int]) -> int:
        therapist = own if own in free else min(free)
        free.remove(therapist)
        return therapist

    def _notes(self, held: list[tuple[int, int, str, str]]) -> None:
        """Sign notes of the newest held visits, but for a few of the last days."""
        newest = held[-self._size.notes - 40 :][: self._size.notes]
        contents = [self._content(child) for child in range(1, 60)]
        texts = [(text, content_hash(text)) for text in contents]
        scores = (
            ((child - 1) * GOALS_A_CHILD + id_ % GOALS_A_CHILD + 1, note, starts[:10], id_ % 10)
            for note, (id_, child, starts, _) in enumerate(newest, start=1)
        )
        self._many(
            "INSERT INTO goal_score (goal_id, note_id, scored_on, score, out_of, help)"
            " VALUES (?, ?, ?, ?, 10, 'words')",
            scores,
        )
        rows = (
            (note, id_, child, *texts[note % len(texts)], f"{ends}:00.000Z", f"{ends}:00.000Z",
             f"{ends}:00.000Z")
            for note, (id_, child, _, ends) in enumerate(newest, start=1)
        )  # fmt: skip
        self._many(
            "INSERT INTO note (id, session_id, child_id, author_id, content, content_hash,"
            " started_at, saved_at, signed_at, signed_by, signed_as)"
            " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, 1, 'R. Achebe, OTR/L')",
            rows,
        )

    def _content(self, child: int) -> str:
        words = " ".join(self._dice.choice((*AREAS, "with", "and", "then", "calm", "slowly"))
                         for _ in range(90))  # fmt: skip
        goal = GoalToday(child, "Fastens 4 shirt buttons", 10, Help.WORDS, child % 10)
        session = SessionPart(goals=(goal,), did=WhatWeDid(text=words), plan=("Smaller buttons",))
        return to_json(NoteContent(session=session))
