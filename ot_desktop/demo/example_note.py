"""A note as a good visit leaves it, with the parent's half filled in; for the demo's walk."""

from dataclasses import replace

from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import (
    AtHome,
    Ease,
    HomeReport,
    ParentHelp,
    ParentSaid,
    PersonHere,
    Question,
    ShownHow,
    ShownToday,
    StrategyShown,
    TaughtBack,
    TeachBack,
    WhoIsHere,
)
from ot_desktop.notes.session_part import Help, HowChildWas, Mood, WhatWeDid


def written_with_the_parent(page: NotePage) -> NoteContent:
    """Return the page's note, complete: nothing that signing asks for is missing."""
    goals = tuple(
        replace(goal, help=Help.WORDS, score=min(goal.out_of, 3))
        for goal in page.content.session.goals
    )
    session = replace(
        page.content.session,
        goals=goals,
        did=WhatWeDid(text="The third button went in with words only when the shirt lay flat."),
        child_was=HowChildWas((Mood.BUSY,), "2 breaks"),
        plan=("Button 4, shirt on a pillow first", "Ask about the coat zipper"),
    )
    [first, *_] = page.family
    here = PersonHere(first.name, first.relation, first.caregiver_id)
    days = page.days_asked_about
    report = HomeReport(
        first.name,
        first.caregiver_id,
        practiced_on=(*days[:1], *days[2:5], *days[-1:]),
        overall=Ease.OK,
        words="Buttons go best right after the bath. Bear walk is too loud for the baby at 7.",
    )
    parent = replace(
        page.content.parent,
        who=WhoIsHere((here,)),
        at_home=AtHome((report,)),
        shown=ShownToday((StrategyShown("Coin bank", (ShownHow.TRIED,), ParentHelp.WORDS),)),
        teach_back=TeachBack(TaughtBack.ALONE, "Held the shirt flat, waited 5 seconds."),
        said=ParentSaid(success="Did two buttons before school."),
        questions=(
            Question("Can we do bear walk in the garden?", "Yes. Grass is fine, shoes on."),
        ),
    )
    return replace(page.content, session=session, parent=parent)
