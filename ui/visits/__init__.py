"""What shows, books and moves visits, for every page that does."""
