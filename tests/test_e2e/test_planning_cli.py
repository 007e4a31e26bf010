"""The planner's commands, as a person at a terminal sees them."""

import json
from _thread import interrupt_main
from signal import SIGINT, default_int_handler, getsignal
from threading import Thread
from time import sleep

import pytest

from ot_desktop.cli import main
from tests.planning_cases import PLANS, stored
from tests.repair_cases import EARLY, MON, NEXT_MON, a_summer, at, away, child, therapist

INSTANCE = str(PLANS / "XS-1.00-s1.json")


@pytest.fixture
def plan_file(tmp_path, capsys):
    path = tmp_path / "plan.json"
    assert main(["plan", INSTANCE, "-o", str(path), "--iterations", "10"]) == 0
    capsys.readouterr()
    return path


def test_a_plan_is_written_and_passes_the_check(plan_file, capsys):
    assert main(["check-plan", INSTANCE, str(plan_file), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["ok"]
    assert facts["score"] == facts["claimed"]


def test_a_plan_is_told_with_its_bound_and_who_has_no_place(tmp_path, capsys):
    path = str(tmp_path / "plan.json")
    assert main(["plan", INSTANCE, "-o", path, "--iterations", "10"]) == 0
    said = capsys.readouterr().out
    assert "% below any possible plan." in said
    assert "Without a place:\n  c002: The family is away" in said


def test_the_same_iterations_write_the_same_file(plan_file, tmp_path):
    again = tmp_path / "again.json"
    main(["plan", INSTANCE, "-o", str(again), "--iterations", "10"])
    assert again.read_bytes() == plan_file.read_bytes()


def ctrl_c():
    """Press Ctrl C as soon as the search can be stopped."""
    while getsignal(SIGINT) is default_int_handler:
        sleep(0.01)
    sleep(0.5)
    interrupt_main()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_the_best_plan_so_far(workers, tmp_path, capsys):
    path = tmp_path / "plan.json"
    Thread(target=ctrl_c).start()
    asked = ["--seconds", "100", "--workers", workers]
    assert main(["plan", INSTANCE, "-o", str(path), *asked]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Stopped early: this is the best plan so far.\n")
    assert main(["check-plan", INSTANCE, str(path)]) == 0


def test_a_broken_plan_is_told_with_its_places(plan_file, capsys):
    data = json.loads(plan_file.read_text(encoding="utf-8"))
    data["sessions"][0]["start"] = "05:00"
    plan_file.write_text(json.dumps(data), encoding="utf-8")
    assert main(["check-plan", INSTANCE, str(plan_file)]) == 1
    assert "sessions[0]: CLINIC_HOURS" in capsys.readouterr().err


def test_a_bad_instance_is_refused_with_its_path(tmp_path, capsys):
    data = stored("XS-1.00-s1")
    data["children"][3]["services"][0]["duration_min"] = 50
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["plan", str(path), "-o", str(tmp_path / "plan.json")]) == 1
    said = capsys.readouterr().err
    assert said == "children[3].services[0].duration_min: not a multiple of grid_min\n"
    assert not (tmp_path / "plan.json").exists()


def test_places_are_listed_with_a_sentence_each(plan_file, capsys):
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    child = plan["sessions"][0]["child"]
    assert main(["place", INSTANCE, str(plan_file), "--child", child, "-k", "2"]) == 0
    assert capsys.readouterr().out.startswith("1. ")


def test_an_unknown_child_is_refused(plan_file, capsys):
    assert main(["place", INSTANCE, str(plan_file), "--child", "nobody"]) == 1
    assert capsys.readouterr().err == "No child of this file has the id nobody.\n"


def test_everybody_who_is_left_out_is_explained(plan_file, capsys):
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    assert main(["explain", INSTANCE, str(plan_file), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    left_out = [entry["child"] for entry in plan["unplaced"]]
    assert [entry["child"] for entry in facts["children"]] == left_out
    assert all(entry["reasons"] for entry in facts["children"])


def test_one_child_is_explained_in_plain_words(plan_file, capsys):
    assert main(["explain", INSTANCE, str(plan_file), "--child", "c004"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Nico Kim (c004):"
    assert said[1].startswith(
        "  Only 4 visits authorized. Even without other children 4 of at least"
    )


def test_a_child_with_a_place_is_said_to_have_one(plan_file, capsys):
    child = json.loads(plan_file.read_text(encoding="utf-8"))["sessions"][0]["child"]
    assert main(["explain", INSTANCE, str(plan_file), "--child", child]) == 0
    assert capsys.readouterr().out.endswith("  has a place.\n")


def test_a_child_that_is_not_in_the_file_cannot_be_explained(plan_file, capsys):
    assert main(["explain", INSTANCE, str(plan_file), "--child", "nobody"]) == 1
    assert capsys.readouterr().err == "No child of this file has the id nobody.\n"


MAYA = [at("Maya", MON, "09:00"), at("Maya", NEXT_MON, "09:00")]


@pytest.fixture
def a_sick_monday(tmp_path):
    """An instance in which Ana is sick when Maya is to come, who can come on Mondays only."""
    maya = child("Maya", availability={"mon": [["08:00", "10:00"]]})
    clinic = away(a_summer(maya, therapists=[therapist("Ana Ruiz")]), "ana", MON)
    path = tmp_path / "instance.json"
    clinic["published"] = {"now": EARLY, "sessions": MAYA}
    path.write_text(json.dumps(clinic), encoding="utf-8")
    return str(path)


def test_a_published_plan_is_repaired_and_said_what_changed(a_sick_monday, tmp_path, capsys):
    path = str(tmp_path / "plan.json")
    assert main(["plan", a_sick_monday, "-o", path]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 session broke: 0 saved, 1 lost; 67 points.",
        f"The plan is in {path}.",
        "  Maya, Mon Jun 21: 09:00 with Ana Ruiz is lost",
        "To make up:",
        "  Maya, Mon Jun 21 at 09:00: no time is free until the program ends",
    ]
    assert main(["check-plan", a_sick_monday, path]) == 0


def test_a_repair_is_told_to_programs_too(a_sick_monday, tmp_path, capsys):
    assert main(["plan", a_sick_monday, "-o", str(tmp_path / "plan.json"), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert [(each["kind"], each["before"], each["after"]) for each in facts["changes"]] == [
        ("lost", MAYA[0], None)
    ]
    assert facts["kept"] == 1
    assert facts["make_up"][0]["lost"] == MAYA[0]


def test_the_same_repair_writes_the_same_file(a_sick_monday, tmp_path):
    for name in ("one.json", "other.json"):
        main(["plan", a_sick_monday, "-o", str(tmp_path / name), "--iterations", "1"])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()


def a_crowded_monday(path):
    """Write a clinic in which Noa fits only if Leo moves; return instance and plan."""
    nine, morning = {"mon": [["09:00", "10:00"]]}, {"mon": [["08:00", "12:00"]]}
    children = [child("Leo", availability=morning), child("Noa", availability=nine)]
    instance, plan = path / "instance.json", path / "plan.json"
    clinic = a_summer(*children, therapists=[therapist("Ana Ruiz")])
    instance.write_text(json.dumps(clinic), encoding="utf-8")
    leos = [at("Leo", MON, "09:00"), at("Leo", NEXT_MON, "09:00")]
    told = {"format": "ot-plan-solution/1", "instance": "summer", "sessions": leos}
    plan.write_text(json.dumps(told), encoding="utf-8")
    return str(instance), str(plan)


def test_a_place_that_needs_others_to_move_is_told_with_their_changes(tmp_path, capsys):
    assert main(["place", *a_crowded_monday(tmp_path), "--child", "noa", "--may-move", "1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "There is no place beside the other children's."
    assert said[1].startswith("With 1 family asked to move: 2 of 3 sessions, at 09:00, Mon")
    assert said[2].startswith("  Leo, Mon Jun 21: 09:00 moved to ")


def test_the_drawbacks_of_a_place_are_told(tmp_path, capsys):
    instance, plan = a_crowded_monday(tmp_path)
    assert main(["place", instance, plan, "--child", "leo", "-k", "1", "--json"]) == 0
    option = json.loads(capsys.readouterr().out)["options"][0]
    assert option["drawbacks"] == ["1 of 3 sessions finds no place"]


@pytest.mark.parametrize("command", ["plan", "place"])
def test_fewer_than_no_family_cannot_move(command, tmp_path, capsys):
    instance, plan = a_crowded_monday(tmp_path)
    rest = ["-o", plan] if command == "plan" else [plan, "--child", "noa"]
    assert main([command, instance, *rest, "--may-move", "-1"]) == 1
    assert capsys.readouterr().err == "Give --may-move as a number from 0 up.\n"
