"""One module for each command; each returns an ``Answer`` and prints nothing itself."""
