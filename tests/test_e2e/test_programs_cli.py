"""From a clinic's intensive to the planner's files and back, as a person at a terminal sees it."""

import json
from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.cli import main
from ot_desktop.programs.domain import ChildWishes, Dose, KindDraft, ProgramDraft, Wanted
from tests.an_intensive import ALL_WEEK
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, a_clinic_in
from tests.working_clinic import services_as


@pytest.fixture
def clinic(tmp_path):
    folder, _, _ = a_clinic_in(tmp_path)
    close_database()
    services = services_as(folder, "Rosalind Achebe", OWNERS_PASSWORD)
    found = services.settings.clinic()
    programs = services.programs
    draft = ProgramDraft("Summer", date(2027, 6, 7), date(2027, 6, 25), Dose(4, 60))
    program_id = programs.begin(draft)
    therapists = tuple(each.id for each in found.therapists)
    kind = KindDraft("Play", "play", 60, (found.rooms[0].id,), therapists)
    wanted = Wanted(programs.put_kind(program_id, kind), 4, 3, 2)
    for name in ("Maya", "Leo"):
        wishes = ChildWishes((wanted,), can_come=ALL_WEEK)
        programs.children.add(program_id, a_child(services, name), wishes)
    close_database()
    yield folder
    close_database()


@pytest.fixture
def run(clinic, tmp_path, capsys):
    """Run one command on the clinic; returns status and what was said as JSON."""
    password = tmp_path / "password.txt"
    password.write_text(OWNERS_PASSWORD, encoding="utf-8")

    def command(name, *arguments):
        given = [name, *(str(each) for each in arguments)]
        options = ["--clinic", str(clinic.root), "--password-file", str(password), "--json"]
        status = main([*given, *options])
        return status, json.loads(capsys.readouterr().out)

    return command


def test_an_intensive_is_planned_outside_and_brought_back(run, tmp_path):
    instance, plan = tmp_path / "instance.json", tmp_path / "plan.json"
    status, facts = run("export-instance", "--program", 1, "-o", instance)
    assert (status, facts["children"], facts["sessions"]) == (0, 2, 8)
    assert main(["plan", str(instance), "-o", str(plan), "--iterations", "5"]) == 0
    assert main(["check-plan", str(instance), str(plan)]) == 0


def test_a_plan_is_kept_under_the_next_name(run, tmp_path, capsys):
    instance, plan = tmp_path / "instance.json", tmp_path / "plan.json"
    run("export-instance", "--program", 1, "-o", instance)
    main(["plan", str(instance), "-o", str(plan), "--iterations", "5"])
    capsys.readouterr()
    names = [run("import-plan", "--program", 1, plan)[1]["name"] for _ in range(2)]
    assert names == ["Plan A", "Plan B"]


def test_a_plan_that_breaks_a_rule_is_not_kept(run, tmp_path, capsys):
    instance, plan = tmp_path / "instance.json", tmp_path / "plan.json"
    run("export-instance", "--program", 1, "-o", instance)
    main(["plan", str(instance), "-o", str(plan), "--iterations", "5"])
    capsys.readouterr()
    data = json.loads(plan.read_text(encoding="utf-8"))
    data["sessions"][0]["start"] = "05:00"
    plan.write_text(json.dumps(data), encoding="utf-8")
    status, facts = run("import-plan", "--program", 1, plan)
    assert status == 1
    assert "sessions[0]" in facts["error"]
    assert run("import-plan", "--program", 1, plan)[0] == 1


def test_a_program_that_is_not_there_is_refused(run, tmp_path):
    status, facts = run("export-instance", "--program", 9, "-o", tmp_path / "x.json")
    assert (status, facts["error"]) == (1, "This intensive is no longer in the file.")
