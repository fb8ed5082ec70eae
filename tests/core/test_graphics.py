# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX Runtime on graphics cards, as far as that can be seen without one: who is asked, with what, and who answers."""

import numpy as np
import pytest

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.errors import DeviceError
from lwganet_qgis.core.sessions import choose, onnx
from lwganet_qgis.core.sessions.choose import choose_target, open_session
from lwganet_qgis.core.sessions.session import Target

CUDA, DIRECTML, PROCESSOR = "CUDAExecutionProvider", "DmlExecutionProvider", "CPUExecutionProvider"


@pytest.fixture
def runtime(monkeypatch):
    """ONNX Runtime with the providers that it is said to have; what they are asked is kept, the processor does it."""

    def make(*providers, answers=True):
        asked, real = [], onnx.onnxruntime.InferenceSession

        class Session:
            def __init__(self, graph, options, providers):
                asked.append((providers[0], options.enable_mem_pattern))
                self._real = real(graph, options, providers=[PROCESSOR])
                self._name = providers[0][0] if answers else PROCESSOR

            def get_providers(self):
                return [self._name]

            def __getattr__(self, name):
                return getattr(self._real, name)

        monkeypatch.setattr(onnx.onnxruntime, "get_available_providers", lambda: [*providers, PROCESSOR])
        monkeypatch.setattr(onnx.onnxruntime, "InferenceSession", Session)
        return asked

    return make


@pytest.fixture
def card(models):
    return read_card(models["segmentation"])


def test_directml_is_taken_when_it_is_asked_for(runtime, card, monkeypatch):
    asked = runtime(DIRECTML)
    monkeypatch.setattr(choose, "_has_driver", lambda: False)
    assert choose_target("auto", card) == Target("onnx", "cpu")
    target = choose_target("directml", card)
    session = open_session(card, target, 4)
    assert asked == [((DIRECTML, {"device_id": 0}), False)]
    assert session.device == "directml" and session.workers == 1
    image = np.zeros((1, 3, 32, 32), np.float32)
    image[:, 1] = 9
    assert (session.run([image]).argmax(1) == 1).all()


def test_cuda_runs_by_onnx_runtime_where_it_is_made_for_it(runtime, card, monkeypatch):
    asked = runtime(CUDA)
    monkeypatch.setattr(choose, "_has_driver", lambda: True)
    assert choose_target("auto", card) == choose_target("cuda", card) == Target("onnx", "cuda:0")
    assert choose_target("cpu", card) == Target("onnx", "cpu")
    open_session(card, choose_target("cuda:1", card), 1)
    ((provider, settings), _) = asked[0]
    assert provider == CUDA and settings["device_id"] == 1 and settings["use_tf32"] == 0


@pytest.mark.parametrize("device", ["cuda", "directml"])
def test_the_processor_in_a_card_s_place_is_an_error(runtime, card, device):
    runtime(CUDA, DIRECTML, answers=False)
    with pytest.raises(DeviceError, match="ONNX Runtime took CPUExecutionProvider in its place"):
        open_session(card, Target("onnx", device), 1)


def test_directml_that_is_absent_says_which_engine_has_it(card):
    with pytest.raises(DeviceError, match="directml is not available: .*Any graphics card"):
        choose_target("directml", card)
