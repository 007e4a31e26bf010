"""Use cases of a child's own look in the drawings: read it, choose it, give it up."""

from dataclasses import asdict

from db.queries import own_looks as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.home_programs.drawing.looks import Aid, Hair
from ot_desktop.home_programs.drawing.own_look import HairColor, OwnLook, Skin
from ot_desktop.permissions import Permission
from ot_desktop.work import Work


class OwnLookService:
    """Keep how each child looks on paper; papers given before stay as they were."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of_child(self, child_id: int) -> OwnLook | None:
        """Return a child's look, or None while the drawings show their own children."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        return look_of(child_id)

    def choose(self, child_id: int, look: OwnLook) -> None:
        """Draw this child from now on."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.CHANGED_CHILD, child_id
        ) as entry:
            entry.subject = "look in the drawings"
            queries.put(child_id, asdict(look))

    def forget(self, child_id: int) -> None:
        """Let the drawings show their own children again."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.CHANGED_CHILD, child_id
        ) as entry:
            entry.subject = "look in the drawings"
            queries.forget(child_id)


def look_of(child_id: int) -> OwnLook | None:
    """Read a child's look for somebody who may see home programs."""
    return queries.look_of(child_id, _look)


def _look(*, skin: str, hair: str, hair_color: str, aid: str | None, **worn: bool) -> OwnLook:
    return OwnLook(
        skin=Skin(skin),
        hair=Hair(hair),
        hair_color=HairColor(hair_color),
        aid=Aid(aid) if aid else None,
        **worn,
    )
