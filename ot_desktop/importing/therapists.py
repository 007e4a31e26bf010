"""The therapists a file names and the clinic does not have yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ot_desktop.importing.names import fold
from ot_desktop.importing.plan import ImportPlan


@dataclass(frozen=True, slots=True)
class MissingTherapist:
    """A name in the file; ``looks_sure`` when credentials stand beside it, as in “OTR/L”."""

    name: str
    credentials: str
    children: int

    @property
    def key(self) -> str:
        """The folded name, by which therapists are matched."""
        return fold(self.name)

    @property
    def looks_sure(self) -> bool:
        """Somebody with credentials is a therapist; a bare name may be anything."""
        return bool(self.credentials)


def missing_therapists(plan: ImportPlan, clinic: Iterable[str]) -> tuple[MissingTherapist, ...]:
    """Return them in the order of their names; ``clinic`` are the names of those who are there."""
    there = {fold(name) for name in clinic}
    after = [*(end.child for end in plan.new), *(update.after for update in plan.updates)]
    named = [child.therapist for child in after if child.therapist]
    counts = Counter(fold(therapist.name) for therapist in named)
    first = {fold(therapist.name): therapist for therapist in reversed(named)}
    missing = [
        MissingTherapist(therapist.name, therapist.credentials, counts[key])
        for key, therapist in first.items()
        if key and key not in there
    ]
    return tuple(sorted(missing, key=lambda each: each.name.casefold()))
