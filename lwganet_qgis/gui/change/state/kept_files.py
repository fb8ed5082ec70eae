# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the window that go when the last one who reads them lets go of them."""

from __future__ import annotations

import weakref
from pathlib import Path

from ....core.outputs.placing import remove


class KeptFiles:
    """Files in `folder` whose names begin with `stem`.

    Whoever writes or reads them holds this object, runs that only wait included; without holders they are removed.
    """

    def __init__(self, folder: Path, stem: str) -> None:
        self._folder, self._stem = folder, stem
        weakref.finalize(self, _remove_all, folder, stem)

    def named(self, ending: str) -> str:
        """The path of one of them."""
        return str(self._folder / f"{self._stem}{ending}")


def _remove_all(folder: Path, stem: str) -> None:
    for path in folder.glob(f"{stem}[-.]*"):
        remove(path)
