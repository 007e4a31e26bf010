"""What a document of a child is, who may see it, and when it runs out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.errors import ValidationError


class DocumentKind(Enum):
    """What was scanned; the value is how the file knows it."""

    COURT_ORDER = "court_order"
    CONSENT = "consent"
    REFERRAL = "referral"
    INSURANCE = "insurance"
    IDENTITY = "identity"
    PLAN = "plan"
    REPORT = "report"
    OTHER = "other"

    @property
    def is_clinical(self) -> bool:
        """Whether only those who may read notes may open it."""
        return self in (DocumentKind.PLAN, DocumentKind.REPORT)

    @property
    def words(self) -> str:
        """How a list names it."""
        return _WORDS[self]


_WORDS = {
    DocumentKind.COURT_ORDER: "Court order",
    DocumentKind.CONSENT: "Consent",
    DocumentKind.REFERRAL: "Referral",
    DocumentKind.INSURANCE: "Insurance card or letter",
    DocumentKind.IDENTITY: "ID of an adult",
    DocumentKind.PLAN: "Plan on file (health or safety)",
    DocumentKind.REPORT: "Report or evaluation",
    DocumentKind.OTHER: "Other paper",
}


class Format(Enum):
    """How a document is kept; every picture becomes a JPEG without hidden data."""

    PDF = "pdf"
    JPEG = "jpeg"

    @property
    def ending(self) -> str:
        """The ending of its file's name."""
        return {Format.PDF: "pdf", Format.JPEG: "jpg"}[self]


class Validity(Enum):
    """Whether something still holds on a day."""

    HOLDS = "holds"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


def validity(until: date | None, day: date, warn_days: int) -> Validity:
    """Say how what holds until some day (that day too) stands."""
    if until is None or until > day + timedelta(days=warn_days):
        return Validity.HOLDS
    return Validity.ENDS_SOON if until >= day else Validity.ENDED


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that was found fit to be kept."""

    file_name: str
    format: Format
    pages: int
    content: bytes

    @property
    def title(self) -> str:
        """What it is suggested to be called."""
        return self.file_name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What is said of a scan; ``caregiver_id`` when it is about one of the family."""

    kind: DocumentKind | None
    title: str
    dated_on: date | None = None
    expires_on: date | None = None
    caregiver_id: int | None = None

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems = {}
        if self.kind is None:
            problems["kind"] = "Choose what it is."
        if not self.title.strip():
            problems["title"] = "Say in a few words what it is."
        if self.dated_on is not None and self.dated_on > today:
            problems["dated_on"] = "This date is in the future. Check it."
        if self.dated_on and self.expires_on and self.expires_on < self.dated_on:
            problems["expires_on"] = "It would expire before its date. Check both."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as lists show it, without what it holds."""

    id: int
    child_id: int
    kind: DocumentKind
    title: str
    file_name: str
    format: Format
    pages: int
    dated_on: date | None
    expires_on: date | None
    added_at: datetime
    added_by: str
    caregiver_id: int | None
    caregiver_name: str | None

    @property
    def draft(self) -> DocumentDraft:
        """What was said of it, to be changed."""
        return DocumentDraft(
            self.kind, self.title, self.dated_on, self.expires_on, self.caregiver_id
        )


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """The clinic's own rules of documents."""

    warn_days: int = 30

    def check(self) -> None:
        """Raise ``ValidationError`` naming every rule that cannot be kept."""
        if not 0 <= self.warn_days <= 365:  # noqa: PLR2004  (a year)
            raise ValidationError({"warn_days": "Choose 0 to 365 days."})
