"""What a child may earn: what the family said the child loves, then what costs nothing."""

from collections.abc import Iterable, Sequence

from ot_desktop.home_programs.domain import RewardKind
from ot_desktop.home_programs.safety import reward_clashes

MOST_IDEAS = 3
LONGEST_IDEA = 40
_USUAL = {
    RewardKind.SMALL_AND_OFTEN: ("A sticker", "One more story", "Picks the song", "A silly dance"),
    RewardKind.SAVE_UP: ("Movie night at home", "A picnic", "Picks dinner", "A trip to the park"),
}


def ideas(
    kind: RewardKind, motivators: Iterable[str], alerts: Sequence[str], most: int = MOST_IDEAS
) -> tuple[str, ...]:
    """Return short ideas that no alert forbids, the family's own first."""
    own = (words.strip().rstrip(".") for words in motivators)
    short = (words for words in own if words and len(words) <= LONGEST_IDEA)
    found = dict.fromkeys((*short, *_USUAL[kind]))
    return tuple(words for words in found if not reward_clashes(words, alerts))[:most]
