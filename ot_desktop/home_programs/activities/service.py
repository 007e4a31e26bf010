"""Use cases of the activity library: write, approve, go back, hand on and take in."""

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db.queries import activities as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs.activities import reading, using
from ot_desktop.home_programs.activities.checking import problems
from ot_desktop.home_programs.activities.comparing import UsedIn, differences
from ot_desktop.home_programs.activities.domain import ENGLISH, TINTS, Entry
from ot_desktop.home_programs.activities.package import packed
from ot_desktop.home_programs.codec import activity_text
from ot_desktop.home_programs.domain import Activity
from ot_desktop.home_programs.seeding import seed_library
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.permissions import Permission
from ot_desktop.work import Entry as AuditEntry
from ot_desktop.work import Work

Choices = Mapping[UsedIn, bool]


class ActivityLibrary:
    """The clinic's library. What came with the program is never overwritten."""

    def __init__(self, work: Work, home_programs: HomeProgramService) -> None:
        self._work = work
        self._home_programs = home_programs
        self._is_seeded = False

    @property
    def may_edit(self) -> bool:
        """Whether the signed-in person may write and approve activities."""
        return self._work.user.may(Permission.EDIT_LIBRARY)

    def entries(self) -> tuple[Entry, ...]:
        """Return every activity by its title, drafts and retired ones too."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        if not self._is_seeded:
            seed_library()
            self._is_seeded = True
        return reading.entries()

    def entry(self, key: str) -> Entry:
        """Return one activity."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        return reading.entry(key)

    def save_draft(self, activity: Activity, seen: datetime | None = None) -> Entry:
        """Keep an activity as a draft; one without a key becomes a new one of the clinic's own.

        Nothing is checked: a draft may be half done. ``seen`` is when the draft that was opened
        had been written; a later one by somebody else is not overwritten.
        """
        activity = replace(activity, tint=_tint(activity))
        if not activity.key:
            activity = replace(activity, key=_new_key(activity.words[ENGLISH].title))
            with self._changing(activity.key, "new draft"):
                queries.insert_activity(activity.key, _title(activity), activity_text(activity))
                self._put(activity)
        else:
            with self._going_on(activity.key, seen):
                self._put(activity)
        return reading.entry(activity.key)

    def drop_draft(self, key: str) -> None:
        """Put a draft aside; what is in force stays."""
        with self._changing(key, "draft put aside"):
            queries.end_draft(key, now_utc())

    def used_in(self, key: str, new: Activity) -> tuple[UsedIn, ...]:
        """Return the current programs that would read differently with ``new``."""
        self._work.require(Permission.EDIT_LIBRARY)
        return using.used_in(key, new)

    def waiting(self, key: str) -> tuple[UsedIn, ...]:
        """Return the programs with words of before that nobody has decided about."""
        self._work.require(Permission.EDIT_LIBRARY)
        in_force = reading.entry(key).in_force
        return using.waiting(key, in_force) if in_force else ()

    def approve(self, key: str, choices: Choices | None = None) -> Entry:
        """Let families be given the draft; ``choices`` say for each program whether it takes it.

        Raises ``ValidationError`` naming the fields that are not finished. An issued program
        never changes: taking the new words makes a draft of that child's next one.
        """
        draft = reading.entry(key).draft
        if draft is None:
            raise ClinicError("There is no draft of this activity to approve.")
        if found := problems(draft.activity):
            raise ValidationError({one.field: one.sentence for one in found})
        at = now_utc()
        with self._changing(key, "approved", Action.APPROVED_ACTIVITY):
            version_id = queries.approve_draft(key, self._work.user.id, at)
            queries.retitle(key, _title(draft.activity))
            using.choose(key, version_id, choices or {}, self._work.user.id, at)
        self._let_take(draft.activity, choices or {})
        return reading.entry(key)

    def choose_words(self, key: str, choices: Choices) -> None:
        """Decide later for programs with words of before whether they keep them."""
        entry = reading.entry(key)
        version_id = entry.approved.id if entry.approved else None
        with self._changing(key, f"{len(choices)} programs decided"):
            using.choose(key, version_id, choices, self._work.user.id, now_utc())
        if entry.in_force is not None:
            self._let_take(entry.in_force, choices)

    def back_to_built_in(self, key: str, choices: Choices | None = None) -> Entry:
        """Take the words the program came with again; the clinic's version stays in the file."""
        entry = reading.entry(key)
        if entry.built_in is None:
            raise ClinicError("This activity is your own. There are no built-in words.")
        at = now_utc()
        with self._changing(key, "back to the built-in words", Action.APPROVED_ACTIVITY):
            queries.end_draft(key, at)
            queries.end_in_force(key, at)
            using.choose(key, None, choices or {}, self._work.user.id, at)
        self._let_take(entry.built_in, choices or {})
        return reading.entry(key)

    def put_back(self, before: Entry) -> None:
        """Take back an approval or the way back: in force is what was, the draft is a draft."""
        with self._changing(before.key, "as it was before", Action.APPROVED_ACTIVITY):
            at = now_utc()
            queries.end_draft(before.key, at)
            queries.end_in_force(before.key, at)
            if before.approved is not None:
                queries.put_in_force(before.approved.id)
            if before.draft is not None:
                self._put(before.draft.activity)

    def retire(self, key: str) -> None:
        """Offer an activity to nobody any more; programs that have it keep it."""
        with self._changing(key, "taken out"):
            queries.retire(key, now_utc())

    def bring_back(self, key: str) -> None:
        """Offer a retired activity again."""
        with self._changing(key, "brought back"):
            queries.retire(key, None)

    def export(self, path: Path, keys: Sequence[str]) -> int:
        """Write activities with their pictures to one file; return how many."""
        wanted = set(keys)
        found = [one.in_force for one in self.entries() if one.key in wanted and one.in_force]
        data = packed(found)
        with self._work.viewing(Permission.EDIT_LIBRARY, Action.EXPORTED_ACTIVITIES) as entry:
            entry.subject = f"{len(found)} activities"
            try:
                path.write_bytes(data)
            except OSError as error:
                raise ClinicError(
                    f"{path.name} cannot be written. Choose another place."
                ) from error
        return len(found)

    def compared(self, activities: Sequence[Activity]) -> dict[str, str]:
        """Say for each activity of a file whether it is new, changed or the same as ours."""
        known = {one.key: one.shown for one in self.entries()}
        return {one.key: _compared(known.get(one.key), one) for one in activities}

    def take_in(self, activities: Sequence[Activity]) -> int:
        """Keep activities of a file as drafts, all or none; families get what is approved."""
        known = {one.key: one for one in self.entries()}
        for one in activities:
            if one.key in known and known[one.key].draft:
                title = _title(known[one.key].shown)
                raise ClinicError(f"“{title}” has a draft. Approve it or put it aside first.")
        with self._work.saving(
            Permission.EDIT_LIBRARY, Topic.LIBRARY, Action.IMPORTED_ACTIVITIES
        ) as entry:
            for one in activities:
                if one.key not in known:
                    queries.insert_activity(one.key, _title(one), activity_text(one))
                self._put(one)
            entry.subject = f"{len(activities)} activities"
        return len(activities)

    def _let_take(self, new: Activity, choices: Choices) -> None:
        children = dict.fromkeys(one.child_id for one, takes in choices.items() if takes)
        for child_id in children:
            using.draft_with(self._home_programs, child_id, new)

    def _put(self, activity: Activity) -> None:
        now = now_utc()
        if (photo := activity.photo) is not None:
            queries.keep_picture(photo.name, photo.jpeg, self._work.user.id, now)
        columns = {
            "content": activity_text(activity),
            "written_by": self._work.user.id,
            "written_at": now,
        }
        queries.put_draft(activity.key, columns)

    @contextmanager
    def _going_on(self, key: str, seen: datetime | None) -> Iterator[None]:
        """Save a draft; what one person saves while typing is in the log once."""
        draft = reading.entry(key).draft
        if draft is not None and draft.written_at != seen:
            at = clock_text(wall_time(draft.written_at))
            who = f"{draft.written_by} changed this draft at {at}."
            raise ClinicError(f"{who} Copy your words, then open it again.")
        if draft is not None and draft.written_by == self._work.user.name:
            with self._work.continuing(Permission.EDIT_LIBRARY):
                yield
        else:
            with self._changing(key, "draft"):
                yield

    @contextmanager
    def _changing(
        self, key: str, what: str, action: Action = Action.CHANGED_LIBRARY
    ) -> Iterator[AuditEntry]:
        with self._work.saving(Permission.EDIT_LIBRARY, Topic.LIBRARY, action) as entry:
            entry.subject = f"activity {key}: {what}"
            yield entry


def _compared(ours: Activity | None, other: Activity) -> str:
    if ours is None:
        return "new"
    return "changed" if differences(ours, other) else "same"


def _title(activity: Activity) -> str:
    return activity.words[ENGLISH].title.strip() or "Untitled activity"


def _tint(activity: Activity) -> str:
    """Keep the ground a drawing was made for; else that of the first skill."""
    return activity.tint if activity.drawing or not activity.skills else TINTS[activity.skills[0]]


def _new_key(title: str) -> str:
    """Return a key nobody else's activity has: files of other clinics come in beside it."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:40].strip("-")
    return f"{plain or 'activity'}-{secrets.token_hex(3)}"
