"""What a printed page says, for whoever reads it back."""

import pypdfium2


def pages_of(pdf):
    """Return the words of each page, one blank between them."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text_of(pdf):
    """Return the words of all pages."""
    return " ".join(pages_of(pdf))
