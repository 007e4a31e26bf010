"""Home programs: activities, the family's minutes, and the pages they take home."""
