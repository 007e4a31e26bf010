"""Whether an interpreter was used is noted in the visit panel, with its way back."""

from datetime import datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.clock import today
from ot_desktop.scheduling.domain import InterpreterUse, SeriesRequest
from tests.builders import an_empty_clinic
from tests.reference_clinic import reference_clinic
from ui.visits.visit_panel import VisitPanel


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def opened(qtbot, services, clinic):
    def opened(child_id, **more):
        at = datetime.combine(today() + timedelta(days=1), time(9))
        asked = SeriesRequest.single(child_id, at, 60, clinic.ana, clinic.gym, **more)
        services.scheduling.book(services.scheduling.preview(asked), "The family asked for it.")
        [visit] = services.scheduling.sessions_of(child_id)
        panel = VisitPanel(services)
        panel.told = []
        panel.done.connect(lambda words, deed: panel.told.append((words, deed)))
        qtbot.addWidget(panel)
        panel.show_visit(visit.id)
        panel.show()
        return panel

    return opened


def used(services, panel):
    return services.scheduling.session(panel.session.id).interpreter_use


def test_a_family_that_declines_is_noted_with_one_click_and_undone(services, clinic, opened):
    panel = opened(clinic.maya)
    panel.interpreter_box.use_chips.chip("declined").click()
    assert used(services, panel) == InterpreterUse.DECLINED.value
    [(words, deed)] = panel.told
    assert words == "Maya Ortega: interpreter declined"
    deed.undo()
    assert used(services, panel) == ""
    assert panel.interpreter_box.use_chips.chosen() == ()


def test_nobody_is_asked_where_no_interpreter_is_needed(clinic, opened):
    assert not opened(clinic.owen).interpreter_box.isVisible()


def test_who_comes_with_the_child_is_shown(services, clinic, opened):
    mother = services.caseload.banner(clinic.maya).caregivers[0]
    panel = opened(clinic.maya, comes_with_id=mother.id)
    assert panel.session.comes_with_name == "Lucía Ortega"
