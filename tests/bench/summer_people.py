"""Who works and who comes in an invented summer: therapists, families, children and their doses."""

from datetime import timedelta
from math import ceil

KINDS = ("sensory_gym", "fine_motor_room", "kitchen", "table")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
SKILLS = {  # how often each is prescribed, and the kinds of room it can take place in
    "sensory": (29, ["sensory_gym"]),
    "fine_motor": (21, ["fine_motor_room", "table"]),
    "gross_motor": (14, ["sensory_gym"]),
    "self_care": (14, ["kitchen"]),
    "cognitive": (12, ["table", "fine_motor_room"]),
    "play": (10, ["sensory_gym", "fine_motor_room"]),
}
NAMES = (
    *("Adams", "Baker", "Clark", "Diaz", "Evans", "Flores", "Garcia", "Hall", "Ito", "Jones"),
    *("Kim", "Lopez", "Moore", "Nguyen", "Ortiz", "Patel", "Quinn", "Reyes", "Silva", "Turner"),
    *("Umar", "Vega", "Wong", "Xu", "Young", "Zhao"),
)
GIVEN = (
    *("Amos", "Anna", "Beau", "Bram", "Cleo", "Cora", "Dora", "Ella", "Esme", "Faye"),
    *("Finn", "Hugo", "Iris", "Isla", "Juno", "Leo", "Lila", "Luna", "Max", "Maya"),
    *("Nico", "Nina", "Noah", "Opal", "Otis", "Owen", "Reid", "Rosa", "Thea", "Zoe"),
)
# Hours, days a week, and the contact limits (minutes a day) with their weights.
SHIFTS = {
    "early": ("08:00", "16:30", 5, {330: 5, 360: 19, 390: 7}),
    "late": ("09:30", "18:00", 5, {330: 2, 360: 9, 390: 5}),
    "four_days": ("08:00", "18:00", 4, {390: 1, 420: 1}),
    "mornings": ("08:00", "13:00", 4, {240: 1}),
    "afternoons": ("12:30", "18:00", 4, {240: 1}),
}
FULL_TIME = {"early": 30, "late": 16, "four_days": 8}
LARGE_STAFF, PART_TIME = 10, {"mornings": 2, "afternoons": 2}
LUNCH = {"earliest": "11:30", "latest": "14:00"}
HALF_DAYS = (("08:00", "12:00"), ("13:00", "18:00"))
WINDOWS = {"all": 19, "some_days": 17, "mornings": 21, "after_school": 20, "late": 13, "split": 10}
PREFERRED = {
    "all": [["08:00", "12:00"], ["12:00", "18:00"]],
    "some_days": [["08:00", "12:00"], ["12:00", "18:00"]],
    "mornings": [["08:00", "10:30"]],
    "after_school": [["14:00", "18:00"]],
    "late": [["15:00", "17:30"]],
    "split": [],
}
MINUTES = {30: 26, 45: 29, 60: 37, 90: 5, 120: 3}
SECOND_MINUTES = {30: 22, 45: 33, 60: 49}


def therapists(count, days, dice):
    """Return a staff in which every skill has half of them or more."""
    shifts = {**FULL_TIME, **(PART_TIME if count > LARGE_STAFF else {})}
    staff = [
        _therapist(f"t{number:02}", name, dice.weighted(shifts), days, dice)
        for number, name in enumerate(_names(count, dice), start=1)
    ]
    for skill in SKILLS:
        have = [each for each in staff if skill in each["skills"]]
        lack = [each for each in staff if skill not in each["skills"]]
        for each in dice.some(lack, max(0, count // 2 - len(have))):
            each["skills"] = sorted([*each["skills"], skill])
    return staff


def _names(count, dice):
    once = dice.some(NAMES, min(count, len(NAMES)))
    return once + [f"{dice.pick(NAMES)}-{name}" for name in once[: count - len(once)]]


def _therapist(therapist_id, name, shift, days, dice):
    start, end, days_a_week, limits = SHIFTS[shift]
    weekdays = sorted(dice.some(range(5), days_a_week))
    absences = [_absence(days, dice) for _ in range(dice.weighted({0: 30, 1: 16, 2: 3}))]
    skills = dice.some(SKILLS, dice.weighted({3: 8, 4: 48, 5: 33, 6: 11}))
    is_full_day = shift in FULL_TIME
    return {
        "id": therapist_id,
        "name": f"{name}, OTR/L",
        "skills": sorted(skills),
        "hours": {WEEKDAYS[each]: [[start, end]] for each in weekdays},
        "lunch": {**LUNCH, "minutes": dice.weighted({30: 2, 45: 1})} if is_full_day else None,
        "max_contact_min_per_day": dice.weighted(limits),
        "doc_gap_min": dice.weighted({15: 3, 0: 1}),
        "absences": absences,
    }


def _absence(days, dice):
    day = {"day": dice.pick(days).isoformat()}
    if dice.chance(0.5):
        return day
    start, end = dice.pick(HALF_DAYS)
    return {**day, "start": start, "end": end}


def families_and_children(size, days, staff, dice):
    """Return families with one to three children each, and the children."""
    town = _Town(size, days, staff, dice)
    while len(town.children) < size.children:
        town.a_family_comes()
    return town.families, town.children


class _Town:
    """Families as they come, one after the other; all of them fall from the same dice."""

    def __init__(self, size, days, staff, dice):
        self.size, self.days, self.staff, self.dice = size, days, staff, dice
        self.families, self.children = [], []

    def a_family_comes(self):
        dice = self.dice
        siblings = dice.weighted({2: 3, 3: 1}) if dice.chance(0.12) else 1
        is_far, windows = dice.chance(0.16), dice.weighted(WINDOWS)
        home = {
            "family": f"f{len(self.families) + 1:03}",
            "availability": self._availability(windows),
            "unavailable": self._vacation() if dice.chance(0.15) else [],
        }
        first = len(self.children) + 1
        ids = [f"c{number:03}" for number in range(first, first + siblings)]
        ids = ids[: self.size.children - len(self.children)]
        self.children += [self._child(each, home, PREFERRED[windows], is_far) for each in ids]
        self.families.append(
            {
                "id": home["family"],
                "travel_min": dice.between(60, 120, 5) if is_far else dice.between(5, 40, 5),
                "caregivers": 2 if dice.chance(0.25) else 1,
                "children": ids,
            }
        )

    def _child(self, child_id, home, wishes, is_far):
        dice = self.dice
        services = self._services(child_id)
        return {
            "id": child_id,
            "name": f"{dice.pick(GIVEN)} {dice.pick(NAMES)}",
            "family": home["family"],
            "priority": dice.weighted({1: 20, 2: 45, 3: 35}),
            "waiting_weeks": dice.waiting_weeks(10, 60),
            "primary_therapist": self._primary(services[0]["skill"]),
            "excluded_therapists": [dice.pick(self.staff)["id"]] if dice.chance(0.03) else [],
            "availability": home["availability"],
            "unavailable": home["unavailable"],
            "preferred": [dice.pick(wishes)] if wishes and dice.chance(0.37) else None,
            "max_sessions_per_day": 2 if is_far and dice.chance(0.6) else 1,
            "authorization": self._authorization(sum(each["sessions"] for each in services)),
            "services": services,
        }

    def _availability(self, windows):
        """Return when child and caregiver can come, by weekday."""
        dice = self.dice
        end, start = (
            dice.pick(["11:30", "12:00", "12:30", "13:00"]),
            dice.pick(["14:30", "15:00", "15:30"]),
        )
        of_a_day = {
            "all": lambda: ["08:00", "18:00"],
            "some_days": lambda: ["08:00", "18:00"],
            "mornings": lambda: ["08:00", end],
            "after_school": lambda: [dice.pick(["12:15", "12:30", "13:00"]), "18:00"],
            "late": lambda: [start, "18:00"],
            "split": lambda: dice.pick([["08:00", "12:30"], ["12:30", "18:00"]]),
        }[windows]
        count = 5 - (windows != "all" and dice.chance(0.15))
        if windows == "some_days":
            count = dice.between(3, 4)
        return {WEEKDAYS[each]: [of_a_day()] for each in sorted(dice.some(range(5), count))}

    def _vacation(self):
        length = self.dice.between(2, 5)
        first = self.dice.between(0, len(self.days) - length)
        return [{"day": day.isoformat()} for day in self.days[first : first + length]]

    def _services(self, child_id):
        """Return one service, or the dose split two to one between two skill areas."""
        dice, weights = self.dice, {skill: weight for skill, (weight, _) in SKILLS.items()}
        dose, skill = dice.weighted(self.size.doses), dice.weighted(weights)
        minutes = dice.weighted(MINUTES)
        if not dice.chance(0.25):
            return [self._service(f"{child_id}-a", skill, minutes, dose, 0)]
        other = dice.weighted({each: weight for each, weight in weights.items() if each != skill})
        return [
            self._service(f"{child_id}-a", skill, minutes, dose - dose // 3, 1),
            self._service(f"{child_id}-b", other, dice.weighted(SECOND_MINUTES), dose // 3, 1),
        ]

    def _service(self, service_id, skill, minutes, dose, spare_days):
        """``spare_days`` a week are allowed beyond what the dose needs."""
        per_week = ceil(dose / self.size.weeks) + spare_days
        return {
            "id": service_id,
            "skill": skill,
            "room_kinds": SKILLS[skill][1],
            "duration_min": minutes,
            "sessions": dose,
            "min_sessions": ceil(0.8 * dose),
            "max_per_week": per_week,
            "max_therapists": self.dice.weighted({2: 73, 1: 12, 3: 15}),
            "spread": per_week <= 3 and self.dice.chance(0.65),
        }

    def _primary(self, skill):
        able = [each["id"] for each in self.staff if skill in each["skills"]]
        return self.dice.pick(able) if self.dice.chance(0.73) else None

    def _authorization(self, dose):
        """Return visits that are sometimes too few, and dates that sometimes run out."""
        dice = self.dice
        fewer = dice.between(1, 3) if dice.chance(0.12) else 0
        first = self.days[0] - timedelta(days=dice.between(0, 30))
        after = dice.between(-3, -1) if dice.chance(0.08) else dice.between(0, 62)
        return {
            "visits": dose - fewer,
            "from": first.isoformat(),
            "to": (self.days[-1] + timedelta(days=after)).isoformat(),
        }
