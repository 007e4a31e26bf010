"""Sets up and runs every check: ``python3 -m tests``, or some: ``python3 -m tests types pytest``.

``--set-up`` only sets up, ``--lock`` writes the lock files anew. What follows ``--`` goes to
pytest, or with ``--lock`` to uv: ``python3 -m tests pytest -- -k wheel``.
"""

import os
import sys

from ot_desktop.setting_up import enter, set_up

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "--set-up" in sys.argv:
        set_up(checks=True)
        sys.exit()
    enter(checks=True)
    from tests.checks import main

    sys.exit(main())
