from datetime import datetime, timedelta

import pytest

from ui.shared.backup_age import backup_words

NOON = datetime.fromisoformat("2026-06-09T12:00")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "Backup today, 12:00 PM"),
        (3, "Backup today, 9:00 AM"),
        (24, "Backup yesterday, 12:00 PM"),
        (72, "Backup 3 days ago"),
        (-24, "Backup today, 12:00 PM"),
    ],
)
def test_a_backup_is_as_old_as_people_count_days(qapp, hours, words):
    assert backup_words(NOON - timedelta(hours=hours), NOON) == words
