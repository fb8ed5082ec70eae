# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX Runtime on the processor: one session, one thread a run, several runs at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnxruntime

from ..cards.card import GRAPH_FILE, ModelCard
from ..cards.kinds import FEATURES
from ..errors import ModelError
from ..sentences import say
from .graph_files import files_of_graph
from .limits import LOAD_SECONDS, Patience, allowed_memory, is_bundled, within
from .session import CPU_BATCH, Batch

Provider = tuple[str, "dict[str, Any]"]
PROCESSOR: Provider = ("CPUExecutionProvider", {})


def open_within(seconds: float, what: str, graph: str | bytes, provider: Provider = PROCESSOR) -> Any:
    """A session of ONNX Runtime.

    Args:
        what: is opened, for messages.
        graph: a file, or what is in one.
        provider: name and settings of what is to run it; the runtime may take another.
    Raises:
        ModelError: the runtime does not take the graph.
        StuckModel: it does not come to an end with it.
    """
    options = onnxruntime.SessionOptions()
    # Runs side by side scale better than threads inside one run, and give the same sums.
    options.intra_op_num_threads = 1
    options.enable_mem_pattern = False  # with it a detector's second run takes half as much memory again
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 4

    def load() -> Any:
        return onnxruntime.InferenceSession(graph, options, providers=[provider])

    try:
        return within(seconds, f"loading {what}", load)
    except ModelError:
        raise
    except Exception as error:  # the runtime's exceptions have no common root
        raise ModelError(
            say("{} cannot be loaded by ONNX Runtime {}: {}", what, onnxruntime.__version__, said(error))
        ) from error


def answer_within(
    seconds: float | None, what: str, session: Any, feed: Mapping[str, Any], names: Sequence[str] | None = None
) -> list[Any]:
    """Outputs of a session.

    Args:
        names: of the outputs; None: all.
        seconds: that it may take; None: it is known to end.
    Raises:
        ModelError: it fails, or takes longer.
        StuckModel: it takes longer and does not stop.
    """
    options = onnxruntime.RunOptions()

    def stop() -> None:
        options.terminate = True

    def run() -> list[Any]:
        outputs: list[Any] = session.run(names, dict(feed), options)
        return outputs

    shapes = " and ".join(str(image.shape) for image in feed.values())
    try:
        return within(seconds, f"{what} on images of {shapes}", run, stop)
    except ModelError:
        raise
    except Exception as error:  # as above
        raise ModelError(say("{} cannot work on images of {}: {}", what, shapes, said(error))) from error


def said(error: Exception) -> str:
    """What the runtime says, in one line; where it is about memory, how much there is."""
    text = " ".join(str(error).split())[:300] or type(error).__name__
    return f"{text}; {allowed_memory()}" if isinstance(error, MemoryError) or "alloc" in text else text


def graph_of(card: ModelCard) -> Path:
    """The graph's file. Raises ModelError where it asks for files that the card does not name."""
    with card.open(GRAPH_FILE) as stream:
        try:
            others = files_of_graph(stream)
        except ValueError as error:
            text = f"model {card.id} cannot be loaded by ONNX Runtime: its graph is damaged ({error})"
            raise ModelError(text) from error
    for name in others:
        card.path(name)
    return card.path(GRAPH_FILE)


def outputs_of(session: Any) -> tuple[list[str], list[str]]:
    """Names of a graph's answer, and of its features where it gives any."""
    given = [node.name for node in session.get_outputs()]
    return given[:1], [name for name in given[1:] if name == FEATURES]


class OnnxSession:
    batch = CPU_BATCH

    def __init__(self, card: ModelCard, threads: int) -> None:
        self._what = f"model {card.id}"
        self._session = open_within(LOAD_SECONDS, self._what, str(graph_of(card)))
        self._names = [node.name for node in self._session.get_inputs()]
        if len(self._names) != len(card.kind.inputs):
            raise ModelError(
                say("model {} takes {} images; its task needs {}", card.id, len(self._names), len(card.kind.inputs))
            )
        self._answers, self._seen = outputs_of(self._session)
        self._patience = None if is_bundled(card) else Patience()
        self.workers = threads
        self.device = f"cpu ({threads} {'thread' if threads == 1 else 'threads'})"
        self.runtime = f"ONNX Runtime {onnxruntime.__version__}"

    def run(self, images: Sequence[Batch]) -> Batch:
        return self._within_patience(images, self._answers)[0]

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        answer, *seen = self._within_patience(images, self._answers + self._seen)
        return answer, seen[0] if seen else None

    def _within_patience(self, images: Sequence[Batch], names: list[str]) -> list[Batch]:
        if self._patience is None:
            return self._answer(images, names, None)
        height, width = images[0].shape[2:]
        first = [image[:1] for image in images]
        self._patience.trial(height * width, lambda seconds: self._answer(first, names, seconds))
        return self._answer(images, names, self._patience.seconds(len(images[0]) * height * width))

    def _answer(self, images: Sequence[Batch], names: list[str], seconds: float | None) -> list[Batch]:
        return answer_within(seconds, self._what, self._session, dict(zip(self._names, images)), names)
