# SPDX-License-Identifier: GPL-3.0-or-later
"""Published checkpoints, and ONNX files of other tools, become models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
)

from .. import model_library, settings
from ..core.cards.card import read_card
from ..core.cards.datasets import datasets
from ..core.errors import InputError
from ..core.jobs.importing import ImportJob
from ..texts import tr
from .bases.engine import EngineAlgorithm
from .parameters import numbers, statement
from .parameters import shared as p

CHECKPOINT, DATASET, CLASSES, GSD, NAME, LICENSE = "CHECKPOINT", "DATASET", "CLASSES", "GSD", "NAME", "LICENSE"
AUTO = "auto"


class ImportCheckpoint(EngineAlgorithm):
    NAME = "importcheckpoint"
    GROUP = "models"
    PAGE = "importing.md"
    TITLE = "Import checkpoint"
    ICON = "lwganet"
    TAGS = "deep learning,weights,pytorch,pth,ckpt,safetensors,model,lwganet,lsknet,lrformer,onnx,yolo,deepness"
    SHORT = (
        "Makes a model of a checkpoint that the authors of LWGANet, LSKNet or LRFormer publish, of your own, or of an "
        "ONNX file."
    )
    HELP = (
        "<p>Network, variant, task and number of classes are read from the file. What no file says, the names of the "
        "classes and the ground resolution, comes from the data set it was trained on. The model is then in the list "
        "of its tool.</p>"
        "<p>ONNX files of other tools: segmentation, and YOLO detection with upright boxes (v5 to v9, Ultralytics) or "
        "turned ones (Ultralytics obb), with metadata as Deepness reads or Ultralytics writes them. Class names, "
        "ground resolution, tile size, standardisation and thresholds come from there. Of a file without them you say "
        "what it gives, its classes and the rest yourself; LWGANet's own window for importing models reads the file "
        "first and offers what fits.</p>"
        "<p>No code in the file is run. What is none of these is refused, and a model that does not give what its file "
        "gives is not kept.</p>"
        "<p>Published weights have a licence, most for non-commercial use: it is shown whenever the model runs.</p>"
        "<p>ONNX files need nothing but the engine. For checkpoints its Python has to have the packages torch and "
        "safetensors as well.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        behavior = QgsProcessingParameterFile.Behavior
        kinds = tr("Checkpoints") + " (*.pth *.pt *.ckpt *.tar *.safetensors *.onnx);;" + tr("All files") + " (*)"
        sets = {AUTO: tr("As the file says"), **{name: entry.title for name, entry in datasets().items()}}
        gsd = numbers.NumberParameter(
            GSD, tr("Ground metres of a pixel"), numbers.NumberParameter.Type.Double, None, True, 0.0
        )
        help_texts = {
            CHECKPOINT: tr("File as it was downloaded: .pth, .pt, .ckpt, .tar, .safetensors or .onnx."),
            GSD: tr("Of the imagery that it was trained on. Empty: as the file or the data set has it."),
            p.OUTPUT: tr("Empty: your models folder, whose models the tools list."),
        }  # fmt: skip
        parameters = [
            QgsProcessingParameterFile(CHECKPOINT, tr("Checkpoint"), behavior.File, "", None, False, kinds),
            p.choice(DATASET, tr("Data set"), sets, AUTO, tr(
                "What it was trained on. auto: told by what the file says, or by its number of classes; you are asked "
                "where several fit.")),
            p.text(CLASSES, tr("Classes"), tr("For data of your own: names of the classes in the checkpoint's order, "
                                              "with commas between them.")),
            gsd,
            p.text(NAME, tr("Name of the model"), tr("Empty: made of network and data set; an ONNX file's name.")),
            p.text(LICENSE, tr("Licence of the weights"),
                   tr("Empty: that of the network's authors, or what an ONNX file says."), advanced=True),
            *statement.parameters(),
            QgsProcessingParameterFile(p.OUTPUT, tr("Folder for the model"), behavior.Folder, "", None, True),
        ]  # fmt: skip
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        for parameter in parameters:
            if parameter.name() in help_texts:
                parameter.setHelp(help_texts[parameter.name()])
            if parameter.name() in (GSD, p.OUTPUT):
                parameter.setFlags(parameter.flags() | advanced)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString("MODEL", tr("Id of the model")))
        self.addOutput(QgsProcessingOutputFolder("FOLDER", tr("Folder of the model")))

    def check(self, values: dict[str, Any], context: Any) -> None:
        path = self.parameterAsFile(values, CHECKPOINT, context)
        if path and not Path(path).is_file():
            raise InputError(tr("CHECKPOINT is {}, which is no file.").format(path))
        dataset = self.parameterAsString(values, DATASET, context) or AUTO
        if dataset != AUTO and dataset not in datasets():
            raise InputError(tr("DATASET is '{}'; write one of {}.").format(dataset, ", ".join([AUTO, *datasets()])))
        gsd = self._gsd(values, context)
        if gsd is not None and gsd <= 0:
            raise InputError(tr("GSD is {:g}; give metres above 0, or leave it out.").format(gsd))
        name = self.parameterAsString(values, NAME, context)
        if name.lower() in [card.id for card in model_library.cards()]:
            raise InputError(tr("NAME is '{}', which a model is called already; choose another name.").format(name))
        statement.read(self, values, context)
        super().check(values, context)

    def _gsd(self, values: dict[str, Any], context: Any) -> float | None:
        return numbers.read(self, values, GSD, context)

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        dataset = self.parameterAsString(values, DATASET, context) or AUTO
        names = self.parameterAsString(values, CLASSES, context).split(",")
        listed = settings.models_folder()
        folder = self.parameterAsString(values, p.OUTPUT, context) or str(listed)
        job = ImportJob(
            self.parameterAsFile(values, CHECKPOINT, context), folder,
            dataset="" if dataset == AUTO else dataset,
            classes=tuple(filter(None, (name.strip() for name in names))),
            gsd=self._gsd(values, context),
            name=self.parameterAsString(values, NAME, context).strip(),
            license=self.parameterAsString(values, LICENSE, context).strip(),
            stated=statement.read(self, values, context),
        )  # fmt: skip
        result = self.run_engine(job, feedback)
        card = read_card(Path(result.folder))
        feedback.pushInfo(f"{tr('Model')}: {card.title} [{card.id}], {model_library.task_name(card.task)}")
        feedback.pushInfo(f"{tr('Classes')}: {', '.join(label.name for label in card.knows.classes)}")
        feedback.pushInfo(f"{tr('Folder')}: {card.folder}")
        if Path(folder).resolve() != listed.resolve():
            feedback.pushWarning(tr("The tools list the models of {} only.").format(listed))
        return {"MODEL": card.id, "FOLDER": str(card.folder)}
