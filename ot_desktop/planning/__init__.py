"""The intensive planner: from an instance to a checked plan, without Qt, database or libraries.

The engine's compiled modules, where there are some, are found before their sources.
"""

from ot_desktop import compiled

COMPILED = compiled.paths()
__path__[:0] = COMPILED
