"""What every printed page is made of: sheets, words, pictures, blocks, and the PDF around them."""
