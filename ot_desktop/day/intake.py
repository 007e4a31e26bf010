"""What a new family was not asked yet before the first visit."""

from dataclasses import dataclass

from ot_desktop.caseload.domain import Asked

_BETWEEN_NAMES = "\x1f"


@dataclass(frozen=True, slots=True)
class Intake:
    """The answers of one family; ``collect_open`` names contacts nobody asked about collecting."""

    child_id: int
    child_name: str
    allergies: str
    precautions: str
    contacts: int
    collect_open: str
    has_signer: int
    has_language: int
    has_interpreter_answer: int
    has_phone: int

    @property
    def words(self) -> str:
        """What is missing, by name; nothing once everything was asked."""
        open_ = self._not_asked()
        missing = [f"{_listed(open_)} not asked"] if open_ else []
        missing += [] if self.has_phone else ["no phone number"]
        return f"intake open: {', '.join(missing)}" if missing else ""

    def _not_asked(self) -> list[str]:
        facts = (
            ("allergies", self.allergies != Asked.NOT_ASKED.value),
            ("precautions", self.precautions != Asked.NOT_ASKED.value),
            (self._collecting(), bool(self.contacts) and not self.collect_open),
            ("who signs consent", self.has_signer),
            ("language", self.has_language),
            ("interpreter", self.has_interpreter_answer),
        )
        return [name for name, is_known in facts if not is_known]

    def _collecting(self) -> str:
        names = self.collect_open.split(_BETWEEN_NAMES)
        if len(names) >= self.contacts:
            return "who may collect"
        return f"whether {_listed(names)} may collect"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
