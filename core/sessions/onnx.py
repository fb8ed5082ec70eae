# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX Runtime on the processor: one session, one thread a run, several runs at once."""

from __future__ import annotations

from collections.abc import Sequence

import onnxruntime

from ..errors import ModelError
from ..model_card import GRAPH_FILE, ModelCard
from . import CPU_BATCH, Batch


class OnnxSession:
    batch = CPU_BATCH

    def __init__(self, card: ModelCard, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        # Runs side by side scale better than threads inside one run, and give the same sums.
        options.intra_op_num_threads = 1
        options.enable_mem_pattern = False  # with it a detector's second run takes half as much memory again
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(card.folder / GRAPH_FILE), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's exceptions have no common root
            raise ModelError(f"model {card.id} cannot be loaded by ONNX Runtime: {error}") from error
        self._names = [node.name for node in self._session.get_inputs()]
        if len(self._names) != card.image_count:
            raise ModelError(f"model {card.id} takes {len(self._names)} images; its task needs {card.image_count}")
        self._id = card.id
        self.workers = threads
        self.device = f"cpu ({threads} {'thread' if threads == 1 else 'threads'})"
        self.runtime = f"ONNX Runtime {onnxruntime.__version__}"

    def run(self, images: Sequence[Batch]) -> Batch:
        try:
            result: Batch = self._session.run(None, dict(zip(self._names, images)))[0]
        except Exception as error:
            shapes = " and ".join(str(image.shape) for image in images)
            raise ModelError(f"model {self._id} cannot work on images of {shapes}: {error}") from error
        return result
