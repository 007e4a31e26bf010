"""How wide the caseload's columns are."""

from ui.caseload.caseload_table_model import (
    ALERTS,
    APPROVED,
    GOALS,
    LAST_NOTE,
    NEXT,
    SESSION,
    THERAPIST,
)

CHILD_WIDTH = 180
# What is needed most comes first; the last goes first.
WIDTHS = {
    ALERTS: 136,
    NEXT: 118,
    THERAPIST: 112,
    SESSION: 92,
    LAST_NOTE: 122,
    APPROVED: 104,
    GOALS: 128,
}
