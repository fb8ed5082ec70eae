# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting: a fault is never silent, and what happens around the models folder meanwhile is no fault."""

import os
import threading

from .conftest import ROOT, QgisProcess


def test_a_plugin_that_cannot_be_loaded_says_why(tmp_path):
    """qgis_process itself says no more than that there is no such algorithm."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    source, broken = ROOT / "lwganet_qgis", plugins / "lwganet_qgis"
    broken.mkdir()
    for name in os.listdir(source):
        if name != "provider.py":
            (broken / name).symlink_to(source / name)
    (broken / "provider.py").write_text("raise RuntimeError('a file of the plugin is damaged')\n")
    process = QgisProcess(tmp_path, plugins)
    done = process("help", "lwganet:segmentimage")
    assert done.returncode != 0 and "a file of the plugin is damaged" in done.stderr


def test_models_that_come_and_go_do_not_disturb_a_start(tiny_models, tmp_path):
    from lwganet_qgis.core.cards.card import list_cards

    busy, stop = tmp_path / "models", threading.Event()

    def churn():
        while not stop.is_set():
            (busy / "some").mkdir(parents=True, exist_ok=True)
            (busy / "some" / "model.json").touch()
            (busy / "some" / "model.json").unlink()
            (busy / "some").rmdir()
            busy.rmdir()

    thread = threading.Thread(target=churn)
    thread.start()
    try:
        for _ in range(3000):
            assert len(list(list_cards([busy, tiny_models]))) == 4
    finally:
        stop.set()
        thread.join()
