# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks of the engine's kinds: hashes for each platform and Python, one runtime each, the versions that are tested."""

import os
import re
import subprocess

import pytest

from .conftest import ROOT
from .engines import UV

RUNTIMES = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml")
TRIPLES = {
    "linux-x86_64": "x86_64-manylinux_2_28", "linux-aarch64": "aarch64-manylinux_2_28",
    "windows-x86_64": "x86_64-pc-windows-msvc", "macos-x86_64": "x86_64-apple-darwin",
    "macos-arm64": "aarch64-apple-darwin",
}  # fmt: skip


def pairs():
    from lwganet_qgis.engine.pythons.kinds import KINDS
    from lwganet_qgis.engine.pythons.platforms import ALL

    return [(kind, platform, python) for kind in KINDS for platform in ALL for python in kind.pythons(platform)]


def test_kinds_are_offered_where_they_exist(provider):
    from lwganet_qgis.engine.pythons.kinds import offered
    from lwganet_qgis.engine.pythons.platforms import Platform

    found = {name: [kind.id for kind in offered(Platform(name))] for name in (*TRIPLES, "linux-riscv64")}
    assert found == {
        "linux-x86_64": ["processor", "nvidia", "training"], "linux-aarch64": ["processor", "training"],
        "windows-x86_64": ["processor", "nvidia", "directml", "training"], "macos-x86_64": ["processor"],
        "macos-arm64": ["processor", "training"], "linux-riscv64": [],
    }  # fmt: skip


def test_the_basic_kind_is_for_all_pythons_of_qgis(provider):
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.engine.pythons.platforms import ALL

    for platform in ALL:
        assert {"3.10", "3.11", "3.12", "3.13"} <= set(kind_of("processor").pythons(platform)), platform


def test_each_answer_is_whole_hashed_and_has_one_runtime(provider):
    from lwganet_qgis.engine.pythons.locks import names, requirements

    assert len(pairs()) > 50
    for kind, platform, python in pairs():
        where = f"{kind.id} {platform.name} {python}"
        found = [name.split("==")[0] for name in names(kind, platform, python)]
        assert len(found) == len(set(found)), where
        assert {"numpy", "rasterio", "shapely"} <= set(found), where
        assert len(set(found) & set(RUNTIMES)) == 1, where
        text = requirements(kind, platform, python)
        for block in re.split(r"\n(?=\w)", text.strip()):
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), where
        assert ";" not in text and kind.download(platform) > 40e6


def test_no_host_is_named():
    for path in (ROOT / "resources" / "engine").glob("*.lock"):
        assert "://" not in path.read_text(), path


def test_what_is_installed_is_what_the_tests_run_with(provider):
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.engine.pythons.locks import names
    from lwganet_qgis.engine.pythons.platforms import Platform

    tested = set((ROOT / "requirements" / "engine.lock").read_text().lower().replace("_", "-").split())
    locked = set(names(kind_of("processor"), Platform("linux-x86_64"), "3.11"))
    assert locked == tested, "make locks"


@pytest.mark.parametrize(
    ("marker", "holds"),
    [
        ("python_version == '3.9'", True),
        ("python_version == '3.10'", False),
        ("sys_platform == 'win32' and python_version == '3.9'", False),
        ("sys_platform == 'linux' and python_version == '3.9' or python_version == '3.1'", True),
        ("(python_version == '3.1' or python_version == '3.9') and sys_platform == 'linux'", True),
        ("python_version == '3.1' or python_version == '3.9' and sys_platform == 'darwin'", False),
        ("((platform_machine == 'x86_64'))", True),
    ],
)
def test_markers(provider, marker, holds):
    from lwganet_qgis.engine.pythons import locks
    from lwganet_qgis.engine.pythons.platforms import Platform

    assert locks.holds(marker, locks.marker_facts(Platform("linux-x86_64"), "3.9")) is holds


@pytest.mark.parametrize("marker", ["", "(", "python_version", "python_version == '3' and", "a == 'b' c", "(a == 'b'"])
def test_what_is_no_marker(provider, marker):
    from lwganet_qgis.engine.pythons import locks

    with pytest.raises(ValueError):
        locks.holds(marker, {"a": "b", "python_version": "3"})


@pytest.mark.long
@pytest.mark.parametrize("platform", TRIPLES)
@pytest.mark.parametrize("kind", ["processor", "nvidia", "directml", "training"])
def test_each_lock_resolves_for_its_platform(provider, tmp_path, kind, platform):
    """By uv, with hashes, from wheels alone, nothing left to choose; for the oldest, the newest and one between."""
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.engine.pythons.locks import names, requirements
    from lwganet_qgis.engine.pythons.platforms import Platform

    here = Platform(platform)
    known = kind_of(kind).pythons(here)
    for python in sorted({*known[:1], *known[-1:], *({"3.12"} & set(known))}):
        lock = tmp_path / f"{python}.txt"
        lock.write_text(requirements(kind_of(kind), here, python))
        done = subprocess.run(
            [UV, "pip", "compile", lock, "--python-platform", TRIPLES[platform], "--python-version", python,
             "--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"],
            capture_output=True, text=True, env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": "14.0"},
        )  # fmt: skip
        if re.search(r"(?i)dns error|connect error|error sending request", done.stderr):
            pytest.skip("no network")
        assert done.returncode == 0, done.stderr
        assert set(re.findall(r"(?m)^(\S+==\S+)", done.stdout)) == set(names(kind_of(kind), here, python))
