# SPDX-License-Identifier: GPL-3.0-or-later
"""Of a lock file, what is to be installed on one platform by one Python.

Markers are resolved here and not by the installer: a folder of wheels is made for another computer than this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import Kind
from .platforms import Platform

_SYS = {"linux": "linux", "windows": "win32", "macos": "darwin"}
_MACHINES = {"windows-x86_64": "AMD64"}
_TOKEN = re.compile(r"\s*(\(|\)|and\b|or\b|(\w+) == '([^']*)')")


def requirements(kind: Kind, platform: Platform, python: str) -> str:
    """The lines of a requirements file, with hashes and without markers.

    Args:
        python: version, e.g. ``3.11``.
    """
    facts = marker_facts(platform, python)
    blocks = re.findall(r"(?m)^[a-zA-Z][^\n]*(?:\n[ ]+--hash[^\n]*)*", kind.lock)
    return "\n".join(_chosen(blocks, facts)) + "\n"


def names(kind: Kind, platform: Platform, python: str) -> list[str]:
    """Names and versions, e.g. ``numpy==2.4.6``."""
    return re.findall(r"(?m)^(\S+==\S+)", requirements(kind, platform, python))


def marker_facts(platform: Platform, python: str) -> dict[str, str]:
    system, _, machine = platform.name.partition("-")
    return {
        "sys_platform": _SYS[system], "platform_machine": _MACHINES.get(platform.name, machine),
        "python_version": python,
    }  # fmt: skip


def _chosen(blocks: list[str], facts: dict[str, str]) -> Iterator[str]:
    for block in blocks:
        head, _, hashes = block.partition("\n")
        name, _, marker = head.rstrip(" \\").partition(" ; ")
        if not marker or holds(marker, facts):
            yield f"{name} \\\n{hashes}"


def holds(marker: str, facts: dict[str, str]) -> bool:
    """Of the markers that locks have: equalities, `and`, `or`, brackets. Raises ValueError for others."""
    tokens = list(_tokens(marker))
    value = _either(tokens, facts)
    if tokens:
        raise ValueError(f"a marker ends with {tokens}")
    return value


def _tokens(marker: str) -> Iterator[tuple[str, str, str]]:
    place = 0
    while place < len(marker.rstrip()):
        found = _TOKEN.match(marker, place)
        if found is None:
            raise ValueError(f"not a marker: {marker[place:]}")
        yield found.group(1), found.group(2) or "", found.group(3) or ""
        place = found.end()


def _either(tokens: list[tuple[str, str, str]], facts: dict[str, str]) -> bool:
    value = _both(tokens, facts)
    while tokens and tokens[0][0] == "or":
        del tokens[0]
        value = _both(tokens, facts) or value
    return value


def _both(tokens: list[tuple[str, str, str]], facts: dict[str, str]) -> bool:
    value = _one(tokens, facts)
    while tokens and tokens[0][0] == "and":
        del tokens[0]
        value = _one(tokens, facts) and value
    return value


def _one(tokens: list[tuple[str, str, str]], facts: dict[str, str]) -> bool:
    if not tokens:
        raise ValueError("a marker breaks off")
    text, name, wanted = tokens.pop(0)
    if text != "(":
        if not name:
            raise ValueError(f"a marker has {text} where a condition belongs")
        return facts[name] == wanted
    value = _either(tokens, facts)
    if not tokens or tokens.pop(0)[0] != ")":
        raise ValueError("a bracket of a marker is not closed")
    return value
