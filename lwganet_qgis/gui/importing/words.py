# SPDX-License-Identifier: GPL-3.0-or-later
"""What a graph gives, in words that people choose from."""

from __future__ import annotations

from ...algorithms.parameters.forms import form_text
from ...core.jobs.inspection import Fit, InspectionResult
from ...texts import tr


def fit_text(fit: Fit, several: bool) -> str:
    """With how many classes there are, and of which output where there are several."""
    text = form_text(fit.form)
    if fit.classes and not fit.background:
        text += f" ({tr('1 class') if fit.classes == 1 else tr('{} classes').format(fit.classes)})"
    return f"{text} – {fit.output}" if several else text


def holds_text(seen: InspectionResult) -> str:
    """What goes in and comes out, a line each; plain text."""
    lines = [(tr("Takes"), value) for value in seen.inputs] + [(tr("Gives"), value) for value in seen.outputs]
    return "\n".join(f"{label} {value.name}: {value.kind}, {value.shape}" for label, value in lines)


def normalisation_text(name: str) -> str:
    return {
        "unit": tr("fed as 0 to 1"), "none": tr("fed as they are"),
        "imagenet": tr("fed with ImageNet's mean and deviation"), "own": tr("fed with a mean and deviation of its own"),
    }[name]  # fmt: skip
