"""Puts the compiled engine into the wheel, where there is a C compiler; else it runs uncompiled."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledEngine(BuildHookInterface):
    """Compiles before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules and say that the wheel is for this Python and system."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from ot_desktop import compiled  # noqa: PLC0415  (found from here on)
        from ot_desktop.setting_up.engine import compile_into  # noqa: PLC0415

        folder = Path(compiled.folder())
        if not folder.is_dir() and not compile_into(folder):
            return
        modules = sorted(folder.glob(f"*{compiled.SUFFIX}"))
        for module in modules:
            build_data["force_include"][str(module)] = str(module.relative_to(Path(self.root)))
        if modules:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
