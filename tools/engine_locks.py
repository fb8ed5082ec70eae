# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/engine/KIND.lock from requirements/KIND.in: versions and hashes for every platform and Python.

Each pair of platform and Python is resolved for itself, from wheels alone and with nothing newer than what the tests
run with (requirements/*.lock), and the answers are put together with markers. A pair without an answer is left out;
the first lines of the lock name the others. resources/engine/sizes.json gets the bytes to download, of the largest
Python. Needs uv and the network.

Usage: python3 -m tools.engine_locks [KIND…]
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Any

import tomllib

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
KINDS = ("processor", "nvidia", "directml", "training", "uv")
Pair = tuple[str, str]
FOLDER = ROOT / "resources" / "engine"
Pin = tuple[str, frozenset[str], int]
"""Name and version, hashes of its wheels, and bytes of the largest."""


def newest() -> str:
    """Constraints: what the tests run with."""
    text = "".join((ROOT / "requirements" / name).read_text() for name in ("engine.lock", "dev.lock"))
    return re.sub(r"(?m)^([\w.-]+)==", r"\1<=", text)


def resolve(kind: str, pair: Pair, constraints: str) -> list[Pin]:
    """Empty: there is no answer, as a package has no wheel for the pair."""
    platform, python = pair
    done = subprocess.run(
        [shutil.which("uv") or "uv", "pip", "compile", f"requirements/{kind}.in", "--format", "pylock.toml",
         "--constraints", constraints, "--only-binary", ":all:", "--python-platform", PLATFORMS[platform][0],
         "--python-version", python, "--quiet"],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": NEWEST_MACOS},
    )  # fmt: skip
    if done.returncode:
        print(f"{kind}, {platform}, Python {python}: {' '.join(done.stderr.split())[:200]}", flush=True)
        return []
    return [pin(package) for package in tomllib.loads(done.stdout)["packages"]]


def pin(package: dict[str, Any]) -> Pin:
    wheels = package["wheels"]
    hashes = frozenset(f"sha256:{wheel['hashes']['sha256']}" for wheel in wheels)
    return f"{package['name']}=={package['version']}", hashes, max(wheel["size"] for wheel in wheels)


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
        place = _any([PLATFORMS[name][1] for name in names])
        versions = _any([f"python_version == '{version}'" for version in pythons])
        if all(known[name] == pythons for name in names):
            parts.append(place)
        elif len(names) == sum(1 for name in PLATFORMS if known[name]):
            parts.append(versions)
        else:
            parts.append(f"({place} and {versions})")
    return " or ".join(parts)


def _any(conditions: list[str]) -> str:
    return f"({' or '.join(conditions)})" if len(conditions) > 1 else conditions[0]


def lock(kind: str) -> tuple[str, dict[str, int]]:
    """The lock's text, and bytes to download per platform."""
    where: dict[str, set[Pair]] = defaultdict(set)
    hashes: dict[str, set[str]] = defaultdict(set)
    sizes: dict[str, int] = {}
    pairs = [(platform, python) for platform in PLATFORMS for python in PYTHONS]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as constraints, ThreadPoolExecutor(3) as pool:
        constraints.write(newest())
        constraints.flush()
        answers = list(pool.map(lambda pair: resolve(kind, pair, constraints.name), pairs))
    solved = {pair for pair, pins in zip(pairs, answers, strict=True) if pins}
    for pair, pins in zip(pairs, answers, strict=True):
        for name, digests, _ in pins:
            where[name].add(pair)
            hashes[name] |= digests
        sizes[pair[0]] = max(sizes.get(pair[0], 0), sum(size for *_, size in pins))
    lines = ["# Made by `make locks`; it holds for these platforms and Pythons:"]
    for platform in PLATFORMS:
        pythons = [python for name, python in pairs if name == platform and (name, python) in solved]
        if pythons:
            lines.append(f"# {platform}: {' '.join(pythons)}")
    for name in sorted(where):
        condition = marker(where[name], solved)
        lines.append(f"{name}{f' ; {condition}' if condition else ''} \\")
        lines += [f"    --hash={digest} \\" for digest in sorted(hashes[name])]
        lines[-1] = lines[-1][:-2]
    return "\n".join(lines) + "\n", {platform: size for platform, size in sizes.items() if size}


def main(kinds: Iterable[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    table = FOLDER / "sizes.json"
    sizes = json.loads(table.read_text()) if table.exists() else {}
    for kind in kinds:
        text, sizes[kind] = lock(kind)
        (FOLDER / f"{kind}.lock").write_text(text, encoding="utf-8")
        table.write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")
        print(f"{kind}: {text.count(chr(10))} lines, {sizes[kind]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or KINDS)
