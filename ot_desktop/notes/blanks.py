"""What a saved phrase leaves for a person to fill in; with one left, a note is not complete."""

BLANK = "__"


def line_with_blank(text: str) -> str:
    r"""Return the first line that still has a blank, or nothing.

    >>> line_with_blank("Sat well.\nNeeded __ cues.")
    'Needed __ cues.'
    """
    return next((line.strip() for line in text.splitlines() if BLANK in line), "")
