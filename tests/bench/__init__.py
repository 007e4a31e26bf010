"""Benchmarks: how long the program takes, beside a floor measured in turns with it."""
