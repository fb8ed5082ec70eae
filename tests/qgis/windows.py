# SPDX-License-Identifier: GPL-3.0-or-later
"""The change window, driven."""

MINUTE = 60_000
"""In milliseconds."""


def choose(window, pair, qtbot):
    window.choose.bands.setText("1,2,3")
    window.choose.bands.editingFinished.emit()
    with qtbot.waitSignal(window.state.runner.stopped, timeout=MINUTE):
        window.choose.before.setLayer(pair[0])
        window.choose.after.setLayer(pair[1])
