"""What families tell about home, which no session shows: each line with its day and who said it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.queries import about_home as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

LONGEST = 500


class HomeTopic(StrEnum):
    """What a line is about, in the order it is read."""

    MOTIVATORS = "motivators"
    HOME_AND_CLINIC = "home_and_clinic"
    HARD_ROUTINES = "hard_routines"
    WHAT_FITS = "what_fits"
    SPACE_AND_EQUIPMENT = "space_and_equipment"
    SIBLINGS = "siblings"


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One thing a family told; ``said_by`` is empty when nobody was named."""

    id: int
    topic: HomeTopic
    words: str
    said_by: str
    said_on: date


@dataclass(frozen=True, slots=True)
class HomeLineDraft:
    """A line before it is saved."""

    topic: HomeTopic
    words: str
    said_by: str = ""

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        if not self.words.strip():
            raise ValidationError({"words": "Write what the family told."})
        if len(self.words.strip()) > LONGEST:
            raise ValidationError({"words": f"Keep it to {LONGEST} letters. Two lines are fine."})


class AboutHomeService:
    """Keep and read what families tell about home; nothing told is ever deleted."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of_child(self, child_id: int) -> tuple[HomeLine, ...]:
        """Return one child's lines by topic, the latest of each first."""
        self._work.require(Permission.SEE_NOTES)
        order = list(HomeTopic)
        lines = queries.of_child(child_id, _line)
        return tuple(sorted(lines, key=lambda line: order.index(line.topic)))

    def tell(self, child_id: int, draft: HomeLineDraft) -> int:
        """Keep one more line with today's date, and return its id."""
        draft.check()
        with self._work.saving(
            Permission.WRITE_NOTE, Topic.CASELOAD, Action.CHANGED_FAMILY, child_id
        ):
            return queries.insert(
                {
                    "child": child_id,
                    "topic": draft.topic.value,
                    "words": draft.words.strip(),
                    "said_by": draft.said_by.strip(),
                    "said_on": today(),
                    "noted_by": self._work.user.id,
                }
            )

    def take_off(self, child_id: int, line_id: int) -> None:
        """Take a line that is no longer true off the list."""
        self._end(child_id, line_id, today())

    def put_back(self, child_id: int, line_id: int) -> None:
        """Take ``take_off`` back."""
        self._end(child_id, line_id, None)

    def _end(self, child_id: int, line_id: int, day: date | None) -> None:
        with self._work.saving(
            Permission.WRITE_NOTE, Topic.CASELOAD, Action.CHANGED_FAMILY, child_id
        ):
            if not queries.end(line_id, child_id, day):
                raise NotFound("This line is no longer in the file.")


def _line(*, topic: str, **row: object) -> HomeLine:
    return HomeLine(topic=HomeTopic(topic), **row)  # type: ignore[arg-type]  # the fields' names
