# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch: on CUDA, and on the processor for models without a graph and to prove that both runtimes agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..cards.card import ModelCard
from ..errors import DeviceError, ModelError
from ..sentences import say
from .session import CPU_BATCH, Batch, BatchLimits

if TYPE_CHECKING:
    import torch

LARGEST_BATCH = 64
MEMORY_SHARE = 0.8
"""Of the device's free memory, for a batch."""
HOST_BYTES = 256 << 20
"""That a batch's images or outputs may take in the processor's memory, where several batches wait."""
VOLTA = (7, 0)
"""The first devices that are quicker in half precision."""


def cuda_problem(device: str) -> str | None:
    """Why a CUDA device (``auto``: any) cannot be used; None where it can."""
    try:
        import torch
    except ImportError:
        return "PyTorch is not installed in the engine's environment"
    if not torch.cuda.is_available():
        return "this PyTorch is built without CUDA" if torch.version.cuda is None else "PyTorch finds no CUDA device"
    index = int(device.partition(":")[2] or 0)
    if index >= torch.cuda.device_count():
        return f"there are {torch.cuda.device_count()} CUDA devices, counted from 0"
    return None


def batch_limits(side: int, free: int, needed: int, host: int) -> BatchLimits:
    """How large batches may be.

    Args:
        side: of a tile in pixels.
        free: bytes of the device.
        needed: bytes that one tile takes there.
        host: bytes of its images or outputs, whichever are more.
    """
    fitting = min(int(free * MEMORY_SHARE) // max(needed, 1), HOST_BYTES // max(host, 1))
    return BatchLimits(max(1, min(fitting, LARGEST_BATCH)) * side**2, LARGEST_BATCH)


class TorchSession:
    """Convolutions work in half precision on CUDA, until a result is no number: from then on in single.

    Args:
        precision: the type to use instead, on any device; `torch.float32` or what `torch.autocast` takes.
    """

    workers = 1

    def __init__(self, card: ModelCard, device: str, threads: int, precision: torch.dtype | None = None) -> None:
        try:
            import torch

            from ...models.export.deploy import deploy
            from ...models.export.folder import open_model
            from ...models.export.folding import fold_norms
        except ImportError as error:
            raise DeviceError(
                say("model {} needs PyTorch, which the engine's environment lacks: {}", card.id, error)
            ) from error
        self._torch, self._id = torch, card.id
        self._device = torch.device(device)
        self._cuda = self._device.type == "cuda"
        try:
            model = deploy(fold_norms(open_model(card)), card, features=True).requires_grad_(False).to(self._device)
            self._model: Callable[..., Any] = model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        except Exception as error:  # of PyTorch, safetensors and the network alike
            raise ModelError(say("model {} cannot be loaded by PyTorch: {}", card.id, error)) from error
        self._half = None if precision == torch.float32 else precision
        self._largest = LARGEST_BATCH * LARGEST_BATCH
        self.batch = CPU_BATCH
        self.runtime = f"PyTorch {torch.__version__}"
        if not self._cuda:
            torch.set_num_threads(threads)
            self.device = f"cpu ({threads} {'thread' if threads == 1 else 'threads'})"
            return
        self.device = f"{device} ({torch.cuda.get_device_name(self._device)})"
        if precision is None and torch.cuda.get_device_capability(self._device) >= VOLTA:
            self._half = torch.float16
        if self._half is not None:
            self.runtime += ", half precision"
        self.batch = self._measured(card)

    def _measured(self, card: ModelCard) -> BatchLimits:
        """Batches for the memory that is free, by what one tile takes."""
        cuda, side = self._torch.cuda, card.takes.tile_size
        images = [np.zeros((1, len(card.takes.input.bands), side, side), np.float32)] * len(card.kind.inputs)
        held = cuda.memory_allocated(self._device)
        cuda.reset_peak_memory_stats(self._device)
        try:
            output = self.run(images)
        except MemoryError:  # smaller tiles than the card's may still fit
            return BatchLimits(side**2, LARGEST_BATCH)
        needed = cuda.max_memory_allocated(self._device) - held
        cuda.empty_cache()
        free, _ = cuda.mem_get_info(self._device)
        return batch_limits(side, free, needed, max(output.nbytes, sum(image.nbytes for image in images)))

    def run(self, images: Sequence[Batch]) -> Batch:
        """As `Session.run`. A batch that does not fit the memory is halved, and so are those that follow."""
        return self.look(images)[0]

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        parts: list[tuple[Batch, Batch]] = []
        start, count = 0, len(images[0])
        while start < count:
            end = min(start + self._largest, count)
            part = self._fitting([image[start:end] for image in images])
            if part is not None:
                parts.append(part)
                start = end
            elif end - start == 1:
                raise MemoryError(f"model {self._id} on one tile of {images[0].shape[2:]}")
            else:
                self._largest = (end - start) // 2
                if self._cuda:
                    self._torch.cuda.empty_cache()
        if len(parts) == 1:
            return parts[0]
        answers, seen = zip(*parts)
        return np.concatenate(answers), np.concatenate(seen)

    def _fitting(self, images: list[Batch]) -> tuple[Batch, Batch] | None:
        """The model's outputs; None where memory does not suffice. (What failed is freed on return.)"""
        try:
            result = self._forward(images)
            if self._half is not None and not np.isfinite(result[0]).all():
                self._half = None
                result = self._forward(images)
        except self._torch.OutOfMemoryError:
            return None
        except (RuntimeError, ValueError) as error:
            shapes = " and ".join(str(image.shape) for image in images)
            raise ModelError(say("model {} cannot work on images of {}: {}", self._id, shapes, error)) from error
        return result

    def _forward(self, images: list[Batch]) -> tuple[Batch, Batch]:
        torch = self._torch
        half = torch.autocast(self._device.type, self._half, enabled=self._half is not None)
        with torch.inference_mode(), half:
            answer, seen = self._model(*(self._sent(image) for image in images))
            return self._received(answer), self._received(seen)

    def _received(self, output: torch.Tensor) -> Batch:
        output = output.float()
        if self._cuda:
            output = self._torch.empty(output.shape, pin_memory=True).copy_(output)
        result: Batch = output.numpy()
        return result

    def _sent(self, image: Batch) -> torch.Tensor:
        """On the device; the processor goes on while pinned memory is copied."""
        tensor = self._torch.from_numpy(np.ascontiguousarray(image))
        if self._cuda:
            tensor = tensor.pin_memory().to(self._device, non_blocking=True)
        return tensor.contiguous(memory_format=self._torch.channels_last)
