# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a licence allows commercial use, as far as its name says: no advice, and "unknown" where it is not plain."""

from __future__ import annotations

import re

_FREE = (
    "CC0", "CC0-1.0", "CC-BY-4.0", "CC-BY-3.0", "CC-BY-SA-4.0", "MIT", "APACHE-2.0", "BSD-2-CLAUSE", "BSD-3-CLAUSE",
    "ODBL-1.0", "ODC-BY-1.0", "PDDL-1.0", "GPL-3.0-OR-LATER", "GPL-3.0-ONLY", "AGPL-3.0", "AGPL-3.0-OR-LATER",
    "AGPL-3.0-ONLY", "MPL-2.0", "UNLICENSE",
)  # fmt: skip
_FORBIDS = re.compile(r"\bNC\b|non-?commercial|research only|academic", re.IGNORECASE)


def commercial_use(license: str) -> str:
    """One of "yes", "no" and "unknown", of the weights where a card tells them from the data."""
    if _FORBIDS.search(license):
        return "no"
    said = re.match(r"\s*(?:weights:)?\s*([A-Za-z0-9.+ -]+?)\s*(?:$|[(;,]|\.\s)", license, re.IGNORECASE)
    name = re.sub(r"\s+", "-", said.group(1).strip()).upper().rstrip(".") if said else ""
    return "yes" if name in _FREE else "unknown"
