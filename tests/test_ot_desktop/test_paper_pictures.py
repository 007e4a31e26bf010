"""Every paper still looks as it did when somebody looked at it and was content."""

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.paper_pictures import KEPT, NAMES, picture_of

MOST_DIFFERENT = 0.0005  # of all dots; machines round the edges of letters differently
CLEARLY = 60  # of 255 grays, after a little blur


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_looks_as_it_was_approved(name):
    with Image.open(KEPT / f"{name}.png") as kept:
        before = kept.convert("L")
    now = picture_of(name)
    assert now.size == before.size
    blurred = [each.filter(ImageFilter.GaussianBlur(1)) for each in (now, before)]
    counts = ImageChops.difference(*blurred).histogram()
    different = sum(counts[CLEARLY:]) / sum(counts)
    assert different <= MOST_DIFFERENT, f"{different:.2%} differs; see tests/paper_pictures.py"
