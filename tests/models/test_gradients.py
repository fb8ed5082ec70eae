# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that a network computes with learns, on images of any sides."""

from __future__ import annotations

import pytest
import torch

from lwganet_qgis.models import create_model

from . import golden

UNUSED = ("conv_offset.", "_beta.conv.bias", "project.")
"""Parameters that published weights of CLAFA have, and that nothing uses."""
NETWORKS = {
    "lsknet_t": {"num_classes": 3},
    "unetformer_lsknet_t": {"num_classes": 3},
    "lrformer_t": {"num_classes": 3},
    "lrformer_t_plus": {"num_classes": 3},
    "clafa_lwganet_l0": {"auxiliary": None},
}


def tensors(output):
    if isinstance(output, torch.Tensor):
        return [output]
    return [x for part in output for x in tensors(part)]


@pytest.mark.long
@pytest.mark.parametrize("name", NETWORKS)
def test_gradients_reach_every_parameter(name):
    torch.manual_seed(0)
    model = create_model(name, **NETWORKS[name]).train()
    images = [golden.draw_input(seed, (2, 3, 75, 128)) for seed in range(2 if "clafa" in name else 1)]
    outputs = tensors(model(*images))
    sum(x.square().mean() for x in outputs).backward()
    for key, parameter in model.named_parameters():
        if any(part in key for part in UNUSED):
            assert parameter.grad is None
        else:
            assert torch.isfinite(parameter.grad).all()


@pytest.mark.long
@pytest.mark.parametrize("name", ["lrformer_t", "lrformer_t_plus", "clafa_lwganet_l0"])
def test_widths_that_do_not_divide_are_refused(name):
    with pytest.raises(ValueError, match="multiple of|divisible"):
        create_model(name, width=36)
