"""What a child on the caseload is, and the rules that hold for one."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from ot_desktop.caseload.goals import Goal
from ot_desktop.caseload.units import Rounding
from ot_desktop.errors import ValidationError


class Status(Enum):
    """Where a child stands with the clinic."""

    ACTIVE = "active"
    WAITING = "waiting"
    ON_HOLD = "on_hold"
    DISCHARGED = "discharged"


class Asked(Enum):
    """What is known of allergies or precautions; never blank, because unknown is not none."""

    LISTED = "listed"
    NONE_KNOWN = "none_known"
    NOT_ASKED = "not_asked"


class AlertKind(Enum):
    """The order in which banners are read."""

    ALLERGY = "allergy"
    PRECAUTION = "precaution"
    PICK_UP = "pick_up"
    OTHER = "other"


# Older answers are asked again.
REVIEW_AFTER_DAYS = 365


def age_on(born_on: date, day: date) -> tuple[int, int]:
    """Return the age in whole years and months.

    >>> age_on(date(2020, 5, 31), date(2024, 5, 30))
    (3, 11)
    """
    months = (day.year - born_on.year) * 12 + day.month - born_on.month
    if day.day < born_on.day:
        months -= 1
    return divmod(months, 12)


def full_name(given_name: str, family_name: str) -> str:
    """Return the name as it is read out; either part may be empty."""
    return f"{given_name} {family_name}".strip()


def initials(given_name: str, family_name: str) -> str:
    """Return up to two capital letters, one of each name."""
    return f"{given_name[:1]}{family_name[:1]}".upper()


def first_name(name: str) -> str:
    """Return what somebody is called, from their full name; nothing when it is not known."""
    return name.split(maxsplit=1)[0] if name.strip() else ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A danger sign: what it is, and what to do."""

    kind: AlertKind
    title: str
    details: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class AlertReview:
    """Whether allergies or precautions were asked about, when and by whom."""

    asked: Asked
    reviewed_on: date | None = None
    reviewed_by: str = ""

    def is_due(self, today: date) -> bool:
        """Say whether somebody should ask the family (again)."""
        if self.asked is Asked.NOT_ASKED or self.reviewed_on is None:
            return True
        return (today - self.reviewed_on).days > REVIEW_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Alerts:
    """Everything the banners under a child's name say, in the order they say it."""

    allergies: AlertReview
    precautions: AlertReview
    listed: tuple[Alert, ...] = ()

    def of(self, kind: AlertKind) -> tuple[Alert, ...]:
        """Return the alerts of one kind."""
        return tuple(alert for alert in self.listed if alert.kind is kind)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed; its digits are for finding it."""

    number: str
    kind: str = "mobile"

    @property
    def digits(self) -> str:
        """The number's digits, an extension left out."""
        return "".join(sign for sign in self.number.lower().partition("x")[0] if sign.isdigit())


@dataclass(frozen=True, slots=True)
class CaregiverDraft:
    """A caregiver of one child as the family form knows them; None means nobody has asked."""

    full_name: str
    relation: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    language: str = ""
    needs_interpreter: bool | None = None
    may_collect: bool | None = None
    may_collect_until: date | None = None
    may_receive_papers: bool | None = None
    custody_note: str = ""
    contact_note: str = ""
    caregiver_id: int | None = None
    is_adult: bool | None = None
    may_be_told: bool | None = None
    lives_with: bool | None = None
    signs_consent: bool | None = None
    id_seen_on: date | None = None
    address: str = ""

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems = {}
        if not self.full_name.strip():
            problems["full_name"] = "Enter the caregiver’s name."
        if self.may_collect and self.is_adult is False:
            problems["may_collect"] = "Only somebody of 18 or older may collect a child. Choose No."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class AuthorizationDraft:
    """Visits, or units with a ``rounding``; ``used_before`` this file knew of the approval."""

    visits: int
    payer: str = ""
    number: str = ""
    used_before: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    rounding: Rounding | None = None
    counts_no_shows: bool = False


@dataclass(frozen=True, slots=True)
class ChildDraft:
    """What is known of a child before it is saved."""

    given_name: str
    family_name: str = ""
    born_on: date | None = None
    preferred_name: str = ""
    pronouns: str = ""
    sex: str | None = None
    status: Status = Status.ACTIVE
    record_number: str | None = None
    therapist_id: int | None = None
    language: str = ""
    needs_interpreter: bool | None = None
    diagnosis_codes: str = ""
    availability: str = ""
    about: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    allergies: Asked = Asked.NOT_ASKED
    precautions: Asked = Asked.NOT_ASKED
    alerts: tuple[Alert, ...] = ()
    caregivers: tuple[CaregiverDraft, ...] = ()
    authorizations: tuple[AuthorizationDraft, ...] = ()

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems: dict[str, str] = {}
        if not self.given_name.strip():
            problems["given_name"] = "Enter the child’s first name."
        if self.born_on and self.born_on > today:
            problems["born_on"] = "This birth date is in the future. Check the year."
        if self.born_on and (today.year - self.born_on.year) > 25:  # noqa: PLR2004  (named below)
            problems["born_on"] = "This birth date is over 25 years ago. Check the year."
        for number, caregiver in enumerate(self.caregivers):
            if not caregiver.full_name.strip():
                problems[f"caregiver_{number}"] = "Enter the caregiver’s name, or leave them out."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Caregiver:
    """A caregiver as the child's page shows them, in call order."""

    id: int
    full_name: str
    relation: str
    phones: tuple[Phone, ...]
    email: str
    language: str
    needs_interpreter: bool | None
    may_collect: bool | None
    may_collect_until: date | None
    may_receive_papers: bool | None
    custody_note: str
    contact_note: str
    is_adult: bool | None = None
    may_be_told: bool | None = None
    lives_with: bool | None = None
    signs_consent: bool | None = None
    id_seen_on: date | None = None
    address: str = ""
    court_order_on: date | None = None

    @property
    def may_hear(self) -> bool:
        """Whether the clinic may tell them about the child, as far as it was asked."""
        if self.may_be_told is None:
            return self.may_receive_papers is not False
        return self.may_be_told


@dataclass(frozen=True, slots=True)
class PracticeCapacity:
    """How many minutes a day, on how many days, the family says it can practice."""

    min_minutes: int
    max_minutes: int
    days: int
    said_by: str
    said_on: date


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another child of the same household."""

    id: int
    full_name: str


@dataclass(frozen=True, slots=True)
class ChildPage:
    """Everything about one child but the schedule, notes and home programs."""

    id: int
    given_name: str
    family_name: str
    preferred_name: str
    pronouns: str
    born_on: date | None
    sex: str | None
    status: Status
    record_number: str | None
    language: str
    needs_interpreter: bool | None
    diagnosis_codes: str
    availability: str
    about: str
    address: str
    therapist_id: int | None
    therapist_name: str | None
    alerts: Alerts
    caregivers: tuple[Caregiver, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    goals: tuple[Goal, ...] = field(default=())
    practice: PracticeCapacity | None = None

    @property
    def full_name(self) -> str:
        """The name as it is read out."""
        return full_name(self.given_name, self.family_name)

    @property
    def first_name(self) -> str:
        """What the child is called."""
        return self.preferred_name or self.given_name
