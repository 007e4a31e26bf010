"""What the storage layer reports, as errors a screen can show."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.faults import Fault, StorageFault
from ot_desktop.access.domain import ClinicClosed, Why
from ot_desktop.errors import ClinicError

_WHY = {
    Fault.MISSING: Why.MISSING,
    Fault.KEYS_MISSING: Why.MISSING,
    Fault.NOT_A_CLINIC_FILE: Why.MISSING,
    Fault.DAMAGED: Why.DAMAGED,
    Fault.KEYS_DAMAGED: Why.DAMAGED,
    Fault.WRONG_KEY: Why.DAMAGED,
    Fault.NEWER_FILE: Why.NEWER,
    Fault.NEWER_KEYS: Why.NEWER,
    Fault.LOCKED_BY_OTHER: Why.IN_USE,
    Fault.BUSY: Why.IN_USE,
}
_NOT_THE_CLINICS = {
    Fault.WRONG_PASSWORD,
    Fault.RECOVERY_KEY_MISTYPED,
    Fault.WRONG_RECOVERY_KEY,
    Fault.NO_SUCH_PERSON,
    Fault.TOO_LITTLE_MEMORY,
}


@contextmanager
def said_plainly() -> Iterator[None]:
    """Raise ``ClinicError`` for every ``StorageFault`` of the block; see ``ClinicClosed``."""
    try:
        yield
    except StorageFault as fault:
        if fault.fault in _NOT_THE_CLINICS:
            raise ClinicError(str(fault)) from fault
        raise ClinicClosed(str(fault), _WHY.get(fault.fault, Why.OTHER)) from fault


def is_fault(error: ClinicError, fault: Fault) -> bool:
    """Say whether ``error`` tells of this fault."""
    return isinstance(error.__cause__, StorageFault) and error.__cause__.fault is fault
