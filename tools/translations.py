# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings resources/i18n/*.ts up to what the sources say; translations that are there stay.

Usage: python3 tools/translations.py [--check]

`--check` changes nothing and fails where a .ts file and the sources differ, or a translation is missing or damaged.
pylupdate takes the context of a string from where it is written; ours is `tr` of lwganet_qgis/texts.py, or
that of the object's class, which may be a child of the class that the string is written in.
"""

from __future__ import annotations

import ast
import json
import re
import string
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "lwganet_qgis", ROOT / "core", ROOT / "models")
FOLDER = ROOT / "resources" / "i18n"
CARDS = ROOT / "resources" / "models"
"""Of bundled models: what people read of their cards is translated too."""
SHARED = "LWGANet"
"""Context of `tr`, as in lwganet_qgis/texts.py."""
TAG = re.compile(r"<[^<>]+>")
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


class Text(NamedTuple):
    context: str
    source: str


class NotLiteral(Exception):
    """A string that cannot be translated, as it is made while the program runs."""


class Said(NamedTuple):
    translation: str = ""
    finished: bool = False


Tree = tuple[Path, ast.Module]
Translations = dict[Text, Said]


def parse(folder: Path) -> list[Tree]:
    """Links are not followed."""
    linked = {path for path in folder.iterdir() if path.is_symlink()}
    paths = [path for path in sorted(folder.rglob("*.py")) if not linked & set(path.parents)]
    return [(path, ast.parse(path.read_text(encoding="utf-8"), str(path))) for path in paths]


def collect(*folders: Path) -> list[Text]:
    """In the order of files and lines, each once; of the project's own folders where none is named.

    Raises NotLiteral naming all places.
    """
    named = bool(folders)
    trees = [tree for folder in folders or SOURCES for tree in parse(folder)]
    heirs, found, wrong = _heirs(trees), {}, []
    for path, tree in trees:
        for owner, call in _calls(tree, ""):
            contexts = heirs.get(owner, [owner]) if isinstance(call.func, ast.Attribute) else [SHARED]
            try:
                texts = _literals(call.args[0], trees)
            except NotLiteral:
                wrong.append(f"{Path(*path.parts[-2:])}:{call.lineno} {ast.unparse(call)}")
                continue
            found.update(dict.fromkeys(Text(context, text) for text in texts for context in contexts))
    if wrong:
        raise NotLiteral("\n".join(wrong))
    if not named:
        found.update(dict.fromkeys(Text(SHARED, text) for text in _of_cards()))
    return list(found)


def _of_cards() -> Iterator[str]:
    """Titles, descriptions, caveats, classes and bands of the bundled models."""
    for path in sorted(CARDS.glob("*/model.json")):
        card = json.loads(path.read_text(encoding="utf-8"))
        caveat = card["training"].get("caveat")
        yield from (card["title"], card["description"], *([caveat] if caveat else []))
        yield from (known["name"] for known in card["classes"])
        yield from card["input"]["bands"]


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Calls of `tr`, `self.tr` and the engine's `say`, with the class they are in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            function = child.func
            plain = isinstance(function, ast.Name) and function.id in ("tr", "say")
            own = isinstance(function, ast.Attribute) and ast.unparse(function) == "self.tr"
            if plain or own:
                yield owner, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _heirs(trees: list[Tree]) -> dict[str, list[str]]:
    """Each class with its children: PyQt translates in the context of the object's class."""
    classes = [node for _, tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    children: dict[str, list[str]] = {node.name: [] for node in classes}
    for node in classes:
        for base in node.bases:
            children.get(ast.unparse(base).split(".")[-1], []).append(node.name)

    def family(name: str) -> list[str]:
        return [name, *(heir for child in children[name] for heir in family(child))]

    return {name: family(name) for name in children}


def _literals(argument: ast.expr, trees: list[Tree]) -> list[str]:
    """A string, or all that a class attribute (`self.TITLE`) is anywhere."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value] if argument.value else []
    if isinstance(argument, ast.Attribute) and argument.attr.isupper() and ast.unparse(argument.value) == "self":
        classes = (node for _, tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
        values = [value for owner in classes for value in _attribute(owner, argument.attr)]
        return [text for value in values for text in _literals(value, trees)]
    raise NotLiteral


def _attribute(owner: ast.ClassDef, name: str) -> Iterator[ast.expr]:
    for node in owner.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            yield node.value


def read(path: Path) -> Translations:
    found: Translations = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(context.findtext("name") or "", message.findtext("source") or "")
            said = message.find("translation")
            if said is not None:
                found[text] = Said(said.text or "", bool(said.text) and said.get("type") is None)
    return found


def write(path: Path, translations: Translations) -> None:
    root = ET.Element("TS", version="2.1", language=path.stem.partition("_")[2], sourcelanguage="en")
    for name in sorted({text.context for text in translations}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text, said in translations.items():
            if text.context == name:
                message = ET.SubElement(context, "message")
                ET.SubElement(message, "source").text = text.source
                element = ET.SubElement(message, "translation", {} if said.finished else {"type": "unfinished"})
                element.text = said.translation
    ET.indent(root)
    path.write_text(HEADER + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def update(path: Path, texts: list[Text]) -> int:
    """Returns how many are left to be translated."""
    known = read(path)
    merged = {text: known.get(text, Said()) for text in texts}
    write(path, merged)
    return sum(not said.finished for said in merged.values())


def faults(path: Path, texts: list[Text]) -> list[str]:
    """What keeps a .ts file from being right, one line each."""
    known, wanted = read(path), set(texts)
    lines = [f"not in the file: {text.context}: {text.source}" for text in texts if text not in known]
    lines += [f"not in the sources: {text.context}: {text.source}" for text in known if text not in wanted]
    for text, said in known.items():
        damage = damaged(text.source, said.translation) if said.finished else "unfinished"
        if damage and text in wanted:
            lines.append(f"{damage}: {text.context}: {text.source}")
    return [f"{path.name}: {line}" for line in lines]


def damaged(source: str, translation: str) -> str:
    """In which way a translation lost what the program needs; empty: in none."""
    if _edges(source) != _edges(translation):
        return "other spaces at the ends"
    if Counter(TAG.findall(source)) != Counter(TAG.findall(translation)):
        return "other HTML tags"
    try:
        same = _fields(source) == _fields(translation)
    except ValueError as error:
        return f"braces ({error})"
    return "" if same else "other placeholders"


def _edges(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def _fields(text: str) -> Counter[tuple[str, str, str]]:
    """`{}` counts as `{0}`, `{1}` and so on, so that a translation may change the order by naming them."""
    pieces = string.Formatter().parse(text)
    fields = [(name, spec or "", how or "") for _, name, spec, how in pieces if name is not None]
    numbers = iter(range(len(fields)))
    return Counter((name or str(next(numbers)), spec, how) for name, spec, how in fields)


def main(check: bool) -> int:
    try:
        texts = collect()
    except NotLiteral as error:
        print(f"Only literal strings can be translated:\n{error}")
        return 1
    paths = sorted(FOLDER.glob("*.ts"))
    if check:
        found = [line for path in paths for line in faults(path, texts)]
        print("\n".join(found) or f"{len(texts)} texts in {len(paths)} languages.")
        return 1 if found else 0
    for path in paths:
        print(f"{path.name}: {len(texts)} texts, {update(path, texts)} to be translated")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
