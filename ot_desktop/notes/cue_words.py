"""Words that worked are kept once, with the goal, and printed unchanged."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from db.queries import notes as queries
from ot_desktop.notes.parent_part import CueWords


def merged(known: Sequence[str], worked: Iterable[str]) -> tuple[str, ...]:
    """Return ``known`` with what worked added; the same words in other capitals are not new."""
    together = {words.casefold(): words for words in known}
    for words in worked:
        clean = " ".join(words.split())
        if clean:
            together.setdefault(clean.casefold(), clean)
    return tuple(together.values())


def keep_with_goals(cues: Iterable[CueWords]) -> None:
    """Add each goal's words to the goal; call it inside the transaction that signs."""
    worked: dict[int, list[str]] = defaultdict(list)
    for cue in cues:
        if cue.goal_id is not None:
            worked[cue.goal_id].append(cue.words)
    for goal_id, text in queries.cue_words(worked).items():
        known = json.loads(text)
        together = merged(known, worked[goal_id])
        if list(together) != known:
            queries.keep_cue_words(goal_id, json.dumps(together, ensure_ascii=False))
