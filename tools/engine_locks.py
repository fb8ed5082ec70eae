# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/engine/KIND.lock from requirements/KIND.in: versions and hashes for every platform and Python.

Each pair of platform and Python is resolved for itself, from wheels alone, and the answers are put together with
markers: newer versions where they exist, older ones where a platform or a Python was left behind. A pair without an
answer is left out; the first lines of the lock name the others. Needs uv and the network.

Usage: python3 tools/engine_locks.py [KIND…]
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
PLATFORMS = {
    "linux-x86_64": ("x86_64-manylinux_2_28", "sys_platform == 'linux' and platform_machine == 'x86_64'"),
    "linux-aarch64": ("aarch64-manylinux_2_28", "sys_platform == 'linux' and platform_machine == 'aarch64'"),
    "windows-x86_64": ("x86_64-pc-windows-msvc", "sys_platform == 'win32' and platform_machine == 'AMD64'"),
    "macos-x86_64": ("x86_64-apple-darwin", "sys_platform == 'darwin' and platform_machine == 'x86_64'"),
    "macos-arm64": ("aarch64-apple-darwin", "sys_platform == 'darwin' and platform_machine == 'arm64'"),
}
"""Name of each, as uv calls it, and its marker."""
NEWEST_MACOS = "14.0"
"""Wheels may ask for this macOS, and no newer one."""
KINDS = ("processor", "nvidia", "directml", "training")
Pair = tuple[str, str]
Pin = tuple[str, tuple[str, ...]]
"""Name and version, and the hashes of its files."""


def resolve(kind: str, pair: Pair) -> list[Pin]:
    """Empty: there is no answer, as a package has no wheel for the pair."""
    platform, python = pair
    done = subprocess.run(
        [shutil.which("uv") or "uv", "pip", "compile", f"requirements/{kind}.in", "--generate-hashes", "--no-header",
         "--no-annotate", "--only-binary", ":all:", "--python-platform", PLATFORMS[platform][0],
         "--python-version", python, "--quiet"],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": NEWEST_MACOS},
    )  # fmt: skip
    if done.returncode:
        print(f"{kind}, {platform}, Python {python}: {' '.join(done.stderr.split())[:200]}")
        return []
    return list(pins(done.stdout))


def pins(text: str) -> Iterable[Pin]:
    for block in re.split(r"\n(?=\S)", text.strip()):
        name = block.split()[0]
        yield name, tuple(sorted(re.findall(r"--hash=(\S+)", block)))


def marker(pairs: set[Pair], all_pairs: set[Pair]) -> str:
    """Where these pairs are, and no others that are known; empty: everywhere."""
    if pairs == all_pairs:
        return ""
    by_platform = {name: tuple(v for v in PYTHONS if (name, v) in pairs) for name in PLATFORMS}
    known = {name: tuple(v for v in PYTHONS if (name, v) in all_pairs) for name in PLATFORMS}
    parts = []
    alike = sorted((name for name in PLATFORMS if by_platform[name]), key=lambda n: (by_platform[n], known[n]))
    for pythons, group in groupby(alike, key=by_platform.__getitem__):
        names = list(group)
        place = " or ".join(f"({PLATFORMS[name][1]})" for name in names)
        versions = " or ".join(f"python_version == '{version}'" for version in pythons)
        if all(known[name] == pythons for name in names):
            parts.append(f"({place})")
        elif len(names) == sum(1 for name in PLATFORMS if known[name]):
            parts.append(f"({versions})")
        else:
            parts.append(f"(({place}) and ({versions}))")
    return " or ".join(parts)


def lock(kind: str) -> str:
    found: dict[Pin, set[Pair]] = defaultdict(set)
    pairs = [(platform, python) for platform in PLATFORMS for python in PYTHONS]
    solved = set()
    for pair in pairs:
        for pin in resolve(kind, pair):
            found[pin].add(pair)
            solved.add(pair)
    lines = ["# Made by `make locks`; it holds for these platforms and Pythons:"]
    for platform in PLATFORMS:
        pythons = [python for name, python in pairs if name == platform and (name, python) in solved]
        if pythons:
            lines.append(f"# {platform}: {' '.join(pythons)}")
    for (name, hashes), where in sorted(found.items()):
        condition = marker(where, solved)
        lines.append(f"{name}{f' ; {condition}' if condition else ''} \\")
        lines += [f"    --hash={digest} \\" for digest in hashes]
        lines[-1] = lines[-1][:-2]
    return "\n".join(lines) + "\n"


def main(kinds: Iterable[str]) -> None:
    folder = ROOT / "resources" / "engine"
    folder.mkdir(exist_ok=True)
    for kind in kinds:
        text = lock(kind)
        (folder / f"{kind}.lock").write_text(text, encoding="utf-8")
        print(f"{kind}: {text.count(chr(10))} lines")


if __name__ == "__main__":
    main(sys.argv[1:] or KINDS)
