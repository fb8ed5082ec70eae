# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a module of this package in a bare interpreter: ``PYTHON -I launch.py lwganet_qgis.core.worker``.

Only our package is registered, under its name: neither the plugins folder nor this folder gets on
the path, where other packages' names (`core`, `models`) would be taken for ours. The package's own
`__init__` is not run, as it belongs to QGIS.
"""

import os
import runpy
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec

if __name__ == "__main__":
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    spec = ModuleSpec("lwganet_qgis", None, is_package=True)
    spec.submodule_search_locations = [package]
    sys.modules["lwganet_qgis"] = module_from_spec(spec)
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != os.path.join(package, "core")]
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
