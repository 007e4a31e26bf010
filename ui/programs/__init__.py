"""Screens of the intensives: set up, children, solve, adjust, publish."""
