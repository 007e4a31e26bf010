"""What an imported row means to the clinic, before anything is saved; independent of the tables."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Where a child stands with the clinic."""

    ACTIVE = "active"
    WAITING = "waiting"
    ON_HOLD = "on_hold"
    DISCHARGED = "discharged"


class Sex(StrEnum):
    """Sex as the other program exported it; a blank cell is unknown."""

    FEMALE = "female"
    MALE = "male"
    X = "x"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """Who a caregiver is to the child; what was typed is kept beside it."""

    MOTHER = "mother"
    FATHER = "father"
    STEPMOTHER = "stepmother"
    STEPFATHER = "stepfather"
    GRANDMOTHER = "grandmother"
    GRANDFATHER = "grandfather"
    AUNT = "aunt"
    UNCLE = "uncle"
    SIBLING = "sibling"
    FOSTER_PARENT = "foster parent"
    LEGAL_GUARDIAN = "legal guardian"
    PARENT = "parent"
    OTHER = "other"
    UNKNOWN = "unknown"


class ReviewState(StrEnum):
    """What is known about one kind of alert; never blank."""

    LISTED = "listed"
    NONE_KNOWN = "none_known"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class ImportedPhone:
    """A phone number as typed, with the digits that identify it (without a leading 1)."""

    typed: str
    digits: str
    extension: str = ""


@dataclass(frozen=True, slots=True)
class ImportedCaregiver:
    """A person who looks after the child; the first one listed is called first."""

    name: str
    relation: Relation = Relation.UNKNOWN
    relation_typed: str = ""
    phones: tuple[ImportedPhone, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAlert:
    """One allergy or precaution; title and details together say all that was typed."""

    title: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAlerts:
    """Everything the file says about the allergies, or the precautions, of one child."""

    state: ReviewState = ReviewState.NOT_ASKED
    alerts: tuple[ImportedAlert, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedTherapist:
    """A clinician the file names, split so that the clinic's own list can be matched."""

    name: str
    credentials: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAddress:
    """Where the family lives; the zip code is text, as leading zeros count."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAuthorization:
    """Visits a payer has allowed; unknown parts are ``None``."""

    number: str = ""
    visits: int | None = None
    used: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class ImportedChild:
    """One child as the file describes them; blank text and ``None`` mean not known."""

    given_name: str
    family_name: str
    preferred_name: str = ""
    birth_date: date | None = None
    sex: Sex = Sex.UNKNOWN
    pronouns: str = ""
    status: Status = Status.ACTIVE
    therapist: ImportedTherapist | None = None
    record_number: str = ""
    caregivers: tuple[ImportedCaregiver, ...] = ()
    address: ImportedAddress = ImportedAddress()
    language: str = ""
    needs_interpreter: bool | None = None
    allergies: ImportedAlerts = ImportedAlerts()
    precautions: ImportedAlerts = ImportedAlerts()
    diagnosis_codes: tuple[str, ...] = ()
    payer: str = ""
    authorizations: tuple[ImportedAuthorization, ...] = ()
    availability: str = ""
    notes: str = ""
    custody_rules: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Given name first, as people say it."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class KnownChild:
    """A child already in the clinic's file, described the way a row would."""

    child_id: int
    household_id: int | None
    child: ImportedChild


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be brought in yet; ``column`` is ``None`` when it is the whole row."""

    row: int
    column: int | None
    heading: str
    typed: str
    reason: str


class NoticeKind(StrEnum):
    """What a person should look at, though the row comes in."""

    CUSTODY = "custody"
    NO_BIRTH_DATE = "no_birth_date"
    CHECK_VALUE = "check_value"
    KEPT_AS_NOTE = "kept_as_note"
    PLAIN_TEXT = "plain_text"
    SAME_NAME = "same_name"
    DATE_ORDER = "date_order"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth a look; it holds nothing up. ``row`` is ``None`` for a whole column."""

    row: int | None
    column: int | None
    heading: str
    kind: NoticeKind
    reason: str
