"""Scans are checked before they are kept: what is unfit is refused, what is hidden is dropped."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ot_desktop.caseload.document import Format
from ot_desktop.caseload.scans import LONGEST_SIDE, MOST_BYTES, read_scan, scan_of
from ot_desktop.errors import ClinicError
from tests.scans import a_jpeg, a_jpeg_bomb, a_pdf, a_png, a_png_bomb


def picture_of(scan):
    return Image.open(BytesIO(scan.content))


def test_a_photo_loses_place_time_camera_and_comment():
    scan = scan_of("order.jpg", a_jpeg())
    assert not picture_of(scan).getexif()
    assert b"Camera of the family" not in scan.content
    assert b"at our house" not in scan.content


def test_a_photo_taken_sideways_is_kept_upright():
    assert picture_of(scan_of("order.jpg", a_jpeg(orientation=6))).size == (480, 640)


def test_a_png_becomes_a_picture_on_white():
    scan = scan_of("card.png", a_png())
    assert (scan.format, scan.file_name) == (Format.JPEG, "card.jpg")
    red, green, _blue = picture_of(scan).getpixel((5, 5))
    assert (red > 200, 100 < green < 160) == (True, True)


def test_a_scan_in_black_and_white_is_taken():
    assert picture_of(scan_of("fax.png", a_png(mode="1"))).size == (320, 200)


def test_a_large_photo_is_kept_as_sharp_as_a_printed_page():
    assert max(picture_of(scan_of("a.jpg", a_jpeg((4000, 3000)))).size) == LONGEST_SIDE


@pytest.mark.parametrize("bomb", [a_png_bomb(), a_jpeg_bomb(), a_png_bomb(2**31, 2**31)])
def test_a_picture_that_would_unpack_into_gigabytes_is_refused_unopened(bomb):
    with pytest.raises(ClinicError, match="too large to open safely"):
        scan_of("small.png", bomb)


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path):
    path = tmp_path / "film.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ClinicError, match="too large"):
        read_scan(path)


def test_a_folder_or_nothing_is_no_scan(tmp_path):
    for path in (tmp_path, tmp_path / "gone.pdf"):
        with pytest.raises(ClinicError, match="There is no file"):
            read_scan(path)


@pytest.mark.parametrize("data", [b"", b"MZ\x90", b"<svg/>", b"PK\x03\x04", b"GIF89a"])
def test_only_the_three_kinds_are_kept_whatever_they_are_called(data):
    with pytest.raises(ClinicError, match="Only PDF, JPG and PNG"):
        scan_of("order.pdf", data)


def test_a_pdf_is_kept_as_it_came():
    data = a_pdf(3)
    scan = scan_of("Court order.PDF", data)
    assert (scan.format, scan.pages, scan.content) == (Format.PDF, 3, data)


def test_a_pdf_loses_what_runs_by_itself_and_what_it_hides():
    scan = scan_of("a.pdf", a_pdf(acts=True))
    with pikepdf.open(BytesIO(scan.content)) as document:
        assert "/OpenAction" not in document.Root
        assert "/A" not in document.pages[0].Annots[0]
        assert not document.attachments
        assert len(document.pages) == 2


def test_a_locked_pdf_says_what_to_do():
    with pytest.raises(ClinicError, match="without one first"):
        scan_of("a.pdf", a_pdf(password=True))


def test_a_pdf_of_a_thousand_pages_is_refused():
    with pytest.raises(ClinicError, match="1 to 100 pages"):
        scan_of("a.pdf", a_pdf(101))


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("../../etc/Order.pdf", "Order.pdf"),
        ("c:\\scans\\Order.pdf", "Order.pdf"),
        ("order\u202efdp.exe", "order-fdp.pdf"),
        ("a\0b\n.pdf", "a-b.pdf"),
        ("....", "Scan.pdf"),
        ("Nú" + "ñ" * 300 + ".pdf", "Nú" + "ñ" * 78 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_for_every_computer(called, kept):
    assert scan_of(called, a_pdf()).file_name == kept


@settings(max_examples=60)
@given(st.sampled_from([a_jpeg((40, 30)), a_png((40, 30)), a_pdf(1, acts=True)]), st.data())
def test_no_damaged_file_does_more_than_be_refused(whole, data):
    harmed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        harmed[data.draw(st.integers(0, len(harmed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(harmed)))
    try:
        scan = scan_of("a.pdf", bytes(harmed[:cut]) if cut % 3 == 0 else bytes(harmed))
    except ClinicError:
        return
    assert scan.pages >= 1
