"""The planner's commands, as a person at a terminal sees them."""

import json

import pytest

from ot_desktop.cli import main
from tests.planning_cases import PLANS, stored

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
