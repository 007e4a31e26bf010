"""The reference clinic: its people, rooms and hours, by names and numbers that tests can cite."""

from dataclasses import dataclass, replace
from datetime import date, time

from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    AuthorizationDraft,
    CaregiverDraft,
    ChildDraft,
    Phone,
)
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.services import Services
from ot_desktop.settings.domain import ClinicSettings, Hours, TherapistDraft

WEEK = frozenset(range(5))


@dataclass(frozen=True)
class ReferenceClinic:
    """Ids of everybody and every room in the reference fixture."""

    ana: int
    ben: int
    cam: int
    gym: int
    fine_motor: int
    feeding: int
    maya: int
    leo: int
    noa: int
    owen: int
    iris: int


def reference_clinic(services: Services) -> ReferenceClinic:
    """Fill an empty clinic with the people, rooms and hours tests speak of."""
    settings = services.settings
    settings.describe(ClinicSettings(name="Juniper Lane Pediatric OT", zone="America/New_York"))
    settings.set_hours(_week(range(5)))
    settings.close_day(date(2027, 6, 18), "Staff training")
    settings.close_day(date(2027, 7, 5), "Independence Day, observed")
    ana = settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L", hours=_week(range(5))))
    ben = settings.add_therapist(TherapistDraft("Ben Cole", "OTR/L", hours=_week((1, 2, 3))))
    cam = settings.add_therapist(
        TherapistDraft("Cam Lee", "COTA/L", supervisor_id=ana, hours=_week(range(5)))
    )
    twins = _caregiver("Ruth Meyer", "mother", "555-0144")
    leo = _twin(services, "Leo", twins)
    [mother] = services.caseload.banner(leo).caregivers
    shared = replace(twins, caregiver_id=mother.id)
    return ReferenceClinic(
        ana=ana,
        ben=ben,
        cam=cam,
        gym=settings.add_room("Sensory Gym", 2),
        fine_motor=settings.add_room("Fine-Motor", 1),
        feeding=settings.add_room("Feeding", 1),
        maya=_maya(services),
        leo=leo,
        noa=_twin(services, "Noa", shared),
        owen=_owen(services),
        iris=services.caseload.admit(
            ChildDraft("Iris", "Nordin", date(2022, 3, 4), about="The family lives 3 hours away.")
        ),
    )


def mayas_series(clinic: ReferenceClinic, **changes) -> SeriesRequest:
    """Return the reference request: Mon–Fri 09:00–10:00 from Sat 5 Jun 2027, 20 sessions."""
    wanted = {
        "child_id": clinic.maya,
        "starts_on": date(2027, 6, 5),
        "weekdays": WEEK,
        "times": (time(9),),
        "length_minutes": 60,
        "therapist_id": clinic.ana,
        "room_id": clinic.gym,
        "count": None if "last_day" in changes else 20,
    }
    return SeriesRequest(**(wanted | changes))


def _week(weekdays) -> tuple[Hours, ...]:
    return tuple(
        Hours(weekday, start * 60, end * 60)
        for weekday in weekdays
        for start, end in ((8, 12), (13, 17))
    )


def _maya(services: Services) -> int:
    return services.caseload.admit(
        ChildDraft(
            "Maya",
            "Ortega",
            date(2021, 1, 12),
            allergies=Asked.LISTED,
            precautions=Asked.NONE_KNOWN,
            alerts=(
                Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag."),
                Alert(AlertKind.ALLERGY, "Latex", "Use nitrile gloves."),
            ),
            caregivers=(
                _caregiver(
                    "Lucía Ortega", "mother", "555-0142", language="Spanish", needs_interpreter=True
                ),
            ),
            authorizations=(
                AuthorizationDraft(
                    visits=24,
                    used_before=4,
                    payer="Cedar Health",
                    starts_on=date(2027, 6, 1),
                    ends_on=date(2027, 7, 31),
                ),
            ),
        )
    )


def _owen(services: Services) -> int:
    court_order = "Father NOT to collect or receive documents (order 12 Mar 2026)"
    return services.caseload.admit(
        ChildDraft(
            "Owen",
            "Park",
            date(2019, 2, 8),
            allergies=Asked.NONE_KNOWN,
            precautions=Asked.LISTED,
            alerts=(
                Alert(AlertKind.PRECAUTION, "Seizures", "Plan on file."),
                Alert(AlertKind.PICK_UP, court_order),
            ),
            caregivers=(
                _caregiver("Grace Park", "mother", "555-0151"),
                CaregiverDraft(
                    "Daniel Park",
                    "father",
                    may_collect=False,
                    may_receive_papers=False,
                    custody_note="Court order on file.",
                ),
            ),
        )
    )


def _twin(services: Services, name: str, caregiver: CaregiverDraft) -> int:
    return services.caseload.admit(
        ChildDraft(name, "Meyer", date(2023, 2, 20), address="3 Elm St", caregivers=(caregiver,))
    )


def _caregiver(name: str, relation: str, phone: str, **more) -> CaregiverDraft:
    more = {"may_collect": True, "may_receive_papers": True} | more
    return CaregiverDraft(name, relation, (Phone(phone),), **more)
