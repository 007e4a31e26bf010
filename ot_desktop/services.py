"""Builds every service once; screens and commands receive what they need from here."""

from dataclasses import dataclass

from ot_desktop.access.service import AccessService
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import ChangeFeed
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.permissions import SignedIn
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True)
class Services:
    """The use cases of the person who is signed in, one attribute per feature."""

    user: SignedIn
    changes: ChangeFeed
    work: Work
    access: AccessService
    caseload: CaseloadService
    settings: SettingsService
    scheduling: SchedulingService
    home_programs: HomeProgramService


def services_for(user: SignedIn) -> Services:
    """Wire the services on the open data file for ``user``."""
    changes = ChangeFeed()
    work = Work(changes, user)
    return Services(
        user=user,
        changes=changes,
        work=work,
        access=AccessService(work),
        caseload=CaseloadService(work),
        settings=SettingsService(work),
        scheduling=SchedulingService(work),
        home_programs=HomeProgramService(work),
    )
