"""Verified encrypted copies of the clinic's file."""
