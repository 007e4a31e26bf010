"""Signing in, locking, and setting up a clinic for the first time."""
