from datetime import date

import pypdfium2
import pytest

from ot_desktop.access.recovery_sheet import RecoverySheet, recovery_sheet
from ot_desktop.paper.page import PageSize

KEY = "7AEW-K8AZ-FA0X-BJ09-3ARC-WS83-SDYK-FN7N-ZQ57"


def read(paper):
    sheet = RecoverySheet("Juniper Lane Pediatric OT", KEY, date(2027, 6, 9), paper)
    return pypdfium2.PdfDocument(recovery_sheet(sheet))


@pytest.mark.parametrize("paper", PageSize)
def test_the_sheet_is_one_page_with_the_whole_key(paper):
    document = read(paper)
    text = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    letters = "".join(text.split())
    assert all(group in letters for group in KEY.split("-"))
    assert "Juniper Lane Pediatric OT" in text
    assert "Made on June 9, 2027" in text


def test_the_key_is_in_no_other_text_of_the_file():
    sheet = RecoverySheet("Juniper Lane", KEY, date(2027, 6, 9))
    assert KEY not in repr(sheet)
    assert "Juniper" not in str(read(PageSize.A4).get_metadata_dict())
