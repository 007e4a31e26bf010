"""Who may open the file, and who is signed in."""
