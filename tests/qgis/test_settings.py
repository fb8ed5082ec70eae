# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: a tool's parameter, a variable of the environment, a setting, a default; and what may not be is said."""

import re

import pytest
from qgis.core import QgsProcessingException, QgsSettings

from .conftest import ENGINE, ROOT
from .test_detection import Said, run

pytestmark = pytest.mark.usefixtures("provider")
CASES = {
    "device": ("cpu", "cuda", "auto"), "threads": ("2", "1", 0), "memory_limit_gb": ("3", "1.5", None),
    "models_folder": ("/a", "/b", ""), "engine_folder": ("/a", "/b", ""), "engine_python": ("/a", "/b", ""),
}  # fmt: skip
"""Of each setting: what a variable says, what is stored, and the default."""
BAD = {
    "device": ("gpu", "give auto, cpu, cuda, cuda:N or directml"), "threads": ("many", "give a whole number from 0"),
    "memory_limit_gb": ("-1", "give gigabytes, 0 for no limit"),
    "models_folder": ("models", "give the path of a folder"), "engine_folder": ("engine", "give the path of a folder"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def unset(provider, monkeypatch):
    from lwganet_qgis import settings

    for setting in settings.ALL:
        monkeypatch.delenv(setting.variable, raising=False)
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", ENGINE)
    yield
    for setting in settings.ALL:
        QgsSettings().remove(setting.key)


def by_name(name):
    from lwganet_qgis import settings

    return next(setting for setting in settings.ALL if setting.key == f"lwganet/{name}")


@pytest.mark.parametrize("name", CASES)
def test_a_variable_counts_more_than_a_setting_and_that_more_than_the_default(name, monkeypatch):
    setting, (variable, stored, default) = by_name(name), CASES[name]
    monkeypatch.delenv(setting.variable, raising=False)
    assert setting.value() == default
    setting.store(stored)
    assert setting.value() == setting.read(stored) and QgsSettings().value(setting.key) == stored
    monkeypatch.setenv(setting.variable, f" {variable} ")
    assert setting.value() == setting.read(variable)
    setting.store("")
    monkeypatch.delenv(setting.variable)
    assert not QgsSettings().contains(setting.key) and setting.value() == default


@pytest.mark.parametrize("place", ["variable", "setting"])
@pytest.mark.parametrize("name", BAD)
def test_what_may_not_be_is_named_and_no_tool_runs(name, place, image, monkeypatch):
    from lwganet_qgis.setting import SettingFault

    setting, (wrong, expected) = by_name(name), BAD[name]
    with pytest.raises(SettingFault, match=f"The setting {setting.key} is '{wrong}'; {expected}"):
        setting.store(wrong)
    assert not QgsSettings().contains(setting.key)
    if place == "variable":
        monkeypatch.setenv(setting.variable, wrong)
    else:
        QgsSettings().setValue(setting.key, wrong)
    named = f"environment variable {setting.variable}" if place == "variable" else f"setting {setting.key}"
    with pytest.raises(QgsProcessingException, match=f"The {named} is '{wrong}'; {expected}"):
        run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT="TEMPORARY_OUTPUT")
    assert setting.value() == setting.default


def test_threads_reach_the_engine(image, monkeypatch):
    for given, said in (("1", "cpu (1 thread)"), ("2", "cpu (2 threads)")):
        monkeypatch.setenv("LWGANET_THREADS", given)
        told = Said()
        run("segmentimage", told, INPUT=image, MODEL="tiny-cover", DEVICE="cpu", OUTPUT="TEMPORARY_OUTPUT")
        assert any(f"on {said}" in line for line in told.lines)


def test_tools_begin_with_the_device_that_is_set_and_their_own_counts_more(image, monkeypatch):
    from qgis.core import QgsApplication

    def begun():
        tool = QgsApplication.processingRegistry().createAlgorithmById("lwganet:segmentimage")
        return tool.parameterDefinition("DEVICE").defaultValue()

    assert begun() == "auto"
    by_name("device").store("cuda:7")
    assert begun() == "cuda:7"
    with pytest.raises(QgsProcessingException, match="cuda:7 is not available"):
        run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT="TEMPORARY_OUTPUT")
    run("segmentimage", INPUT=image, MODEL="tiny-cover", DEVICE="cpu", OUTPUT="TEMPORARY_OUTPUT")
    monkeypatch.setenv("LWGANET_DEVICE", "cpu")
    assert begun() == "cpu"


def test_variables_reach_qgis_process(qgis_process, image, tmp_path):
    wanted = {"INPUT": image, "MODEL": "tiny-cover", "OUTPUT": tmp_path / "o.tif"}
    done = qgis_process.run("segmentimage", {"LWGANET_DEVICE": "gpu"}, **wanted)
    assert done.returncode == 1 and "The environment variable LWGANET_DEVICE is 'gpu'; give auto" in done.stderr
    done = qgis_process.run("segmentimage", {"LWGANET_DEVICE": "cpu", "LWGANET_THREADS": "1"}, **wanted)
    assert done.returncode == 0 and "on cpu (1 thread)" in done.stdout + done.stderr


def table():
    """Key, variable, what it may be and the default, of each row."""
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = [line.strip("| \n").split(" | ") for line in text.splitlines() if line.startswith("| `lwganet/")]
    return [row for row in rows if len(row) == 5], [row[0].strip("`") for row in rows]


def test_the_page_has_what_the_code_has():
    from lwganet_qgis import settings

    rows, named = table()
    assert [(row[0].strip("`"), row[1].strip("`"), row[2]) for row in rows] == [
        (setting.key, setting.variable, setting.expected()) for setting in settings.ALL
    ]
    assert {row[0].strip("`"): row[3].strip("`") for row in rows}["lwganet/device"] == settings.DEVICE.default
    used, listed = set(), {key.split("TASK")[0] for key in named}
    for path in (ROOT / "lwganet_qgis").rglob("*.py"):
        if not {"core", "models", "resources"} & set(path.relative_to(ROOT / "lwganet_qgis").parts[:1]):
            used |= set(re.findall(r"\"(lwganet/[a-z_]+/?)\"", path.read_text(encoding="utf-8")))
    assert used and used - listed == set()


def test_processing_shows_the_same_and_stores_what_was_changed_alone():
    from processing.core.ProcessingConfig import ProcessingConfig

    shown = {name: entry for name, entry in ProcessingConfig.settings.items() if entry.group == "LWGANet"}
    assert {entry.qname for entry in shown.values()} == {
        f"lwganet/{name}" for name in ("engine_python", "device", "threads", "memory_limit_gb", "models_folder")
    }  # fmt: skip
    device, threads = shown["LWGANET_DEVICE"], shown["LWGANET_THREADS"]
    for entry in (device, threads):
        entry.read()
    with pytest.raises(ValueError, match="is 'gpu'; give auto, cpu, cuda, cuda:N or directml"):
        device.setValue("gpu")
    by_name("threads").store("3")  # by the page of LWGANet in the same window
    device.setValue("cpu")
    for entry in (device, threads):
        entry.save()
    assert (by_name("device").value(), by_name("threads").value()) == ("cpu", 3)
