"""What the file itself says of the schedule: read with bare SQL, none of our rules in between."""

import re
from collections import Counter, defaultdict

from db.connection import database
from ot_desktop.scheduling.domain import SessionStatus

CALLED_OFF = (
    SessionStatus.CANCELLED_IN_TIME,
    SessionStatus.CANCELLED_LATE,
    SessionStatus.CANCELLED_BY_CLINIC,
)
NO_TIME = {each.value for each in CALLED_OFF} | {"withdrawn"}
TABLES = ("session", "series", "therapist_absence", "room_closure", "closed_day", "audit")
MADE = {"therapist_absence": "noted_at", "room_closure": "noted_at"}


def rows(sql, *values):
    """Return every row as a dictionary."""
    cursor = database.execute_sql(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def everything():
    """Return every row of the schedule's tables, the log among them, by table and id."""
    return {
        table: {row["id"]: row for row in rows(f"SELECT * FROM {table}")}  # noqa: S608
        for table in TABLES
    }


def live():
    """Return the whole file as people see it: without what was taken back, and without the log.

    When somebody noted that a therapist is away is not part of it, nor under which id; nor is the
    moment a family was checked in, only that it was.
    """
    found = everything()
    return (
        {
            "session": {
                id_: row | {"arrived_at": row["arrived_at"] is not None}
                for id_, row in found["session"].items()
                if row["status"] != "withdrawn"
            },
            "series": {
                id_: row for id_, row in found["series"].items() if row["withdrawn_at"] is None
            },
            "closed_day": {row["day"]: row["reason"] for row in found["closed_day"].values()},
        }
        | {
            table: Counter(
                tuple(value for name, value in row.items() if name not in ("id", "noted_at"))
                for row in found[table].values()
                if row["taken_back_at"] is None
            )
            for table in ("therapist_absence", "room_closure")
        }
        | {"all else": everything_else()}
    )


def everything_else():
    """Return every other table of the file, row by row."""
    tables = rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    ours = {each["name"] for each in tables if not each["name"].startswith("sqlite_")}
    return {
        name: database.execute_sql(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        for name in sorted(ours - set(TABLES))
    }


def assert_told(before, after):
    """Nothing of the log is gone or rewritten, and what is new names every session changed."""
    log = after["audit"]
    assert {id_: log.get(id_) for id_ in before["audit"]} == before["audit"]
    new = [row for id_, row in log.items() if id_ not in before["audit"]]
    assert all(row["user_name"] and row["computer"] and row["at"] for row in new)
    told = " ".join(row["subject"] for row in new)
    numbers = set(map(int, re.findall(r"session (\d+)", told)))
    for stretch in re.findall(r"sessions ([\d, ]+)", told):
        numbers |= set(map(int, stretch.replace(",", " ").split()))
    series = set(map(int, re.findall(r"series (\d+)", told)))
    for id_, row in after["session"].items():
        if row != before["session"].get(id_):
            assert id_ in numbers or row["series_id"] in series, (id_, told)


def double_bookings():
    """Return every pair that shares therapist or child at once, and every room too full."""
    pairs = rows(
        """SELECT one.id AS one, other.id AS other FROM session AS one
        JOIN session AS other ON one.id < other.id
            AND one.starts < other.ends AND other.starts < one.ends
            AND (one.therapist_id = other.therapist_id OR one.child_id = other.child_id)
        WHERE one.status NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic',
                'withdrawn')
            AND other.status NOT IN ('cancelled_in_time', 'cancelled_late',
                'cancelled_by_clinic', 'withdrawn')"""
    )
    capacity = {row["id"]: row["capacity"] for row in rows("SELECT id, capacity FROM room")}
    by_room = defaultdict(list)
    for row in rows("SELECT room_id, starts, ends, status FROM session WHERE room_id IS NOT NULL"):
        if row["status"] not in NO_TIME:
            by_room[row["room_id"]].append((row["starts"], row["ends"]))
    full = [
        (room, moment)
        for room, spans in by_room.items()
        for moment, _ in spans
        if sum(starts <= moment < ends for starts, ends in spans) > capacity[room]
    ]
    return pairs + full


def session_ids():
    """Return the id of every session ever booked."""
    return {row["id"] for row in rows("SELECT id FROM session")}


def ids_of(statuses):
    """Return the sessions that stand so, by time."""
    found = rows("SELECT id, status FROM session ORDER BY starts, id")
    return [row["id"] for row in found if row["status"] in statuses]


def children():
    """Return every child."""
    return [row["id"] for row in rows("SELECT id FROM child")]


def series_counts():
    """Return (held, to come, missed, planned) of every series not taken back."""
    counts = {}
    for series in rows("SELECT id, planned FROM series WHERE withdrawn_at IS NULL"):
        found = rows("SELECT status FROM session WHERE series_id = ?", series["id"])
        how_many = Counter(row["status"] for row in found)
        held = how_many["held"] + how_many["cut_short"]
        to_come = how_many["planned"] + how_many["confirmed"] + how_many["arrived"]
        missed = sum(how_many[each.value] for each in CALLED_OFF) + how_many["no_show"]
        counts[series["id"]] = held, to_come, missed, series["planned"]
    return counts


def authorization_counts(child_id):
    """Return (used, booked, left) of each authorization of a child, visit by visit."""
    counts = {}
    for paper in rows("SELECT * FROM authorization WHERE child_id = ?", child_id):
        used, booked = paper["used_before"], 0
        for visit in rows("SELECT status FROM session WHERE authorization_id = ?", paper["id"]):
            used += visit["status"] in ("held", "cut_short")
            booked += visit["status"] in ("planned", "confirmed", "arrived")
        counts[paper["id"]] = used, booked, paper["visits"] - used - booked
    return counts


def overdrawn():
    """Return what is wrong with the use of authorizations: too many, another child's, too late."""
    too_many = [
        paper
        for child_id in children()
        for paper, (_, _, left) in authorization_counts(child_id).items()
        if left < 0
    ]
    return too_many + rows(
        """SELECT session.id, session.starts, paper.ends_on FROM session
        JOIN authorization AS paper ON paper.id = session.authorization_id
        WHERE session.status NOT IN ('cancelled_in_time', 'cancelled_late',
                'cancelled_by_clinic', 'withdrawn', 'no_show')
            AND (session.child_id <> paper.child_id
                OR substr(session.starts, 1, 10) > paper.ends_on
                OR substr(session.starts, 1, 10) < paper.starts_on)"""
    )


def noted(time_off):
    """Return when a stretch of time off was noted."""
    table = "therapist_absence" if time_off.room_id is None else "room_closure"
    [row] = rows(f"SELECT noted_at FROM {table} WHERE id = ?", time_off.id)  # noqa: S608
    return row["noted_at"]
