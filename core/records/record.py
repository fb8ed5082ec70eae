# SPDX-License-Identifier: GPL-3.0-or-later
"""Records: frozen dataclasses whose fields say what they may hold, so that JSON is read and checked by that alone.

    @dataclass(frozen=True)
    class Cut:
        tile_size: int = entry(whole(0), 0)
        scaling: str = entry(one_of("auto", "none"), "auto")

    @dataclass(frozen=True)
    class Job:
        image: Source = part(Source)
        cut: Cut = part(Cut)
        output: str = path(Role.OUTPUT)

A converter (`converters`) takes a JSON value and returns what it stands for; it raises ValueError or TypeError saying
what was expected. Records hold records, and tuples of them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, TypeVar

from .converters import list_of, text

T = TypeVar("T")
Convert = Callable[[Any], Any]
_READ, _ROLE, _LEVEL = "read", "role", "level"


class Role(Enum):
    """What a field that names a place on disk is for."""

    INPUT = "a file that is read"
    MODEL = "a model's folder, which is read"
    OUTPUT = "a file that is written"
    FOLDER = "a folder that gets what is written"


class FieldError(ValueError):
    """A field that is missing, unknown or wrong; `name` is dotted where records hold records."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(f"field '{name}' {text}" if name else text)
        self.name, self.text = name, text

    def within(self, name: str) -> FieldError:
        if not self.name:
            return FieldError(name, f"is wrong: {self.text}")
        return FieldError(f"{name}.{self.name}", self.text)


def entry(read: Convert, *default: Any, role: Role | None = None) -> Any:
    """A field that `read` converts; without a default, or a type that makes one, it must be given."""
    made = bool(default) and isinstance(default[0], type)
    given: dict[str, Any] = {"default_factory" if made else "default": default[0]} if default else {}
    return dataclasses.field(metadata={_READ: read, _ROLE: role}, **given)


def path(role: Role, *default: str) -> Any:
    """A field that names a file or a folder."""
    return entry(text, *default, role=role)


def part(kind: type[Any], *, level: bool = False) -> Any:
    """A record within a record, by default one that is all defaults, where it can be.

    Args:
        level: its fields lie among those of the record around it, not in an object of their own.
    """
    whole = all(f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING
                for f in dataclasses.fields(kind))  # fmt: skip
    given: dict[str, Any] = {"default_factory": kind} if whole else {}
    return dataclasses.field(metadata={_READ: reader(kind), _LEVEL: kind if level else None}, **given)


def parts(kind: type[Any], *default: Any) -> Any:
    """A tuple of records."""
    return entry(list_of(reader(kind)), *default)


def reader(kind: type[T]) -> Callable[[Any], T]:
    return lambda value: from_json(kind, value)


def from_json(kind: type[T], data: Any, *, strict: bool = True) -> T:
    """A record from a JSON object.

    Args:
        strict: whether fields that the record does not know are wrong.
    Raises:
        FieldError: the first field that is missing, unknown or wrong.
    """
    if not isinstance(data, Mapping):
        raise FieldError("", f"expected an object, found {data!r:.80}")
    unknown = data.keys() - _names(kind)
    if unknown and strict:
        raise FieldError(min(map(str, unknown)), "is not known")
    return kind(**dict(_values(kind, data)))


def _names(kind: type[Any]) -> set[str]:
    found: set[str] = set()
    for field in _fields(kind):
        level = field.metadata.get(_LEVEL)
        found |= {field.name} if level is None else _names(level)
    return found


def _fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:
    """Those that are read: a record may have others, that its maker fills."""
    return tuple(field for field in dataclasses.fields(kind) if _READ in field.metadata)


def _values(kind: type[Any], data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in _fields(kind):
        name, level = field.name, field.metadata.get(_LEVEL)
        if level is not None:
            yield name, from_json(level, data, strict=False)
        elif name in data:
            yield name, _read(field, data[name])
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise FieldError(name, "is missing")


def _read(field: dataclasses.Field[Any], value: Any) -> Any:
    try:
        return field.metadata[_READ](value)
    except FieldError as error:
        raise error.within(field.name) from error
    except KeyError as error:
        raise FieldError(field.name, f"is wrong: {error} is missing") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise FieldError(field.name, f"is wrong: {error}") from error


def to_json(record: Any) -> dict[str, Any]:
    """What `from_json` reads."""
    found: dict[str, Any] = {}
    for field in _fields(record):
        value = getattr(record, field.name)
        if field.metadata.get(_LEVEL) is not None:
            found.update(to_json(value))
        else:
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return to_json(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def checked(record: T) -> T:
    """The record as JSON would give it. Raises FieldError."""
    return from_json(type(record), to_json(record))


def paths(record: Any, *roles: Role) -> Iterator[tuple[str, str]]:
    """Dotted name and value of each field of these roles that names a place."""
    for field in _fields(record):
        value = getattr(record, field.name)
        if field.metadata.get(_ROLE) in roles and value:
            yield field.name, value
        for inner in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(inner):
                yield from ((f"{field.name}.{name}", found) for name, found in paths(inner, *roles))


def without_paths(record: Any) -> dict[str, Any]:
    """As `to_json`, less what names a place."""
    found: dict[str, Any] = {}
    for field in _fields(record):
        value = getattr(record, field.name)
        if field.metadata.get(_ROLE) is not None:
            continue
        if dataclasses.is_dataclass(value):
            found[field.name] = without_paths(value)
        elif isinstance(value, tuple):
            found[field.name] = [without_paths(v) if dataclasses.is_dataclass(v) else _plain(v) for v in value]
        else:
            found[field.name] = value
    return found


def moved(record: T, places: Mapping[str, str]) -> T:
    """The record with files that are read elsewhere."""

    def act(value: Any, role: Role | None = None) -> Any:
        if isinstance(value, tuple):
            return tuple(act(item) for item in value)
        if dataclasses.is_dataclass(value):
            return moved(value, places)
        return places.get(value, value) if role is Role.INPUT else value

    changes = {f.name: act(getattr(record, f.name), f.metadata.get(_ROLE)) for f in _fields(record)}
    whole: T = dataclasses.replace(record, **changes)  # type: ignore[type-var]
    return whole
