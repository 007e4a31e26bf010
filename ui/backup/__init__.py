"""The clinic's backups on screen."""
