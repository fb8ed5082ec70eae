# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch: on CUDA, and on the processor to prove that both runtimes agree."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ModelError
from ..model_card import ModelCard
from . import Batch


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


class TorchSession:
    workers = 1

    def __init__(self, card: ModelCard, device: str, threads: int) -> None:
        import torch

        from ...models.export import deploy, open_model

        self._torch = torch
        self._device = torch.device(device)
        try:
            self._model = deploy(open_model(card), card).to(self._device)
        except Exception as error:  # of PyTorch, safetensors and the network alike
            raise ModelError(f"model {card.id} cannot be loaded by PyTorch: {error}") from error
        if self._device.type == "cpu":
            torch.set_num_threads(threads)
            self.device = f"cpu ({threads} {'thread' if threads == 1 else 'threads'})"
        else:
            self.device = f"{device} ({torch.cuda.get_device_name(self._device)})"
        self.runtime = f"PyTorch {torch.__version__}"

    def run(self, images: Sequence[Batch]) -> Batch:
        torch = self._torch
        try:
            with torch.inference_mode():
                output = self._model(*(torch.from_numpy(image).to(self._device) for image in images))
                result: Batch = output.float().cpu().numpy()
        except torch.cuda.OutOfMemoryError as error:
            raise MemoryError from error
        return result
