"""Draws the activities' pictures: a small kit, people with looks and poses, and one scene each.

The files in ``resources/drawings`` are what ``scenes.draw`` returns with each scene's own child.
"""
