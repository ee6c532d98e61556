"""What every type has: it keeps what a later version of the service adds, and prints no secret."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, NamedTuple, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

from .types import UNSET, Unset

HIDDEN = "[secret]"


class OpenEnum(StrEnum):
    """Known values, and any other that an answer brings: `is_known` tells them apart."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        made = str.__new__(cls, value)
        made._name_ = value
        made._value_ = value
        return made

    @property
    def is_known(self) -> bool:
        return self._value_ in type(self)._value2member_map_

    # Created for each answer, so that equality cannot be identity.
    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return str.__ne__(self, other) if isinstance(other, str) else NotImplemented

    __hash__ = str.__hash__


@dataclass(frozen=True)
class Answer:
    """What came with an answer besides its body."""

    status: int
    headers: Mapping[str, str]

    @property
    def etag(self) -> str:
        """Send it as if_match with a change that must not overwrite another change.

        Raises LookupError if the answer has none: a change without it would overwrite.
        """
        found = self.headers.get("etag")
        if found is None:
            raise LookupError("the answer has no ETag")
        return found

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id")

    @property
    def replayed(self) -> bool:
        """Whether the service had done this before, under the same Idempotency-Key."""
        return self.headers.get("idempotency-replayed") == "true"


@dataclass_transform(kw_only_default=True, eq_default=False)
class Model:
    """The base of all types. A subclass declares its members, as a dataclass does."""

    _renamed: ClassVar[dict[str, str]] = {}
    """Members whose name on the wire is not their own in camelCase."""
    _secret: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        dataclass(repr=False, eq=False, kw_only=True)(cls)

    def __post_init__(self) -> None:
        self.additional_properties: dict[str, Any] = {}
        self._answer: Answer | None = None

    @property
    def answer(self) -> Answer:
        """With what the service answered this."""
        if self._answer is None:
            raise AttributeError(f"this {type(self).__name__} was made here, not answered")
        return self._answer

    def to_dict(self) -> dict[str, Any]:
        """As it is sent."""
        out = {name: _written(value) for name, value in self.additional_properties.items()}
        for member in _members(type(self)):
            value = getattr(self, member.name)
            if value is not UNSET:
                out[member.wire] = _written(value)
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """From an answer. Members that this version does not know are kept in `additional_properties`."""
        left, known = dict(data), {}
        for member in _members(cls):
            if member.wire in left:
                known[member.name] = member.read(left.pop(member.wire))
            elif member.required:
                raise KeyError(member.wire)
        made = cls(**known)
        made.additional_properties = left
        return made

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Model) and other.to_dict() == self.to_dict()

    def __repr__(self) -> str:
        shown = []
        for member in _members(type(self)):
            value = getattr(self, member.name)
            if value is not UNSET:
                hidden = member.name in self._secret and value is not None
                shown.append(f"{member.name}={HIDDEN if hidden else _shown(value)}")
        if self.additional_properties:
            # Nobody has said yet which of these are secret.
            shown.append(f"unknown={sorted(self.additional_properties)}")
        return f"{type(self).__name__}({', '.join(shown)})"


class _Member(NamedTuple):
    name: str
    wire: str
    required: bool
    read: Callable[[Any], Any]


_known: dict[type[Model], tuple[_Member, ...]] = {}


def _members(cls: type[Model]) -> tuple[_Member, ...]:
    if cls not in _known:
        hints = get_type_hints(cls, vars(sys.modules[cls.__module__]))
        made = []
        for declared in fields(cls):  # type: ignore[arg-type]
            first, *others = declared.name.split("_")
            wire = cls._renamed.get(declared.name, first + "".join(map(str.capitalize, others)))
            made.append(_Member(declared.name, wire, declared.default is MISSING, _reader(hints[declared.name])))
        _known[cls] = tuple(made)
    return _known[cls]


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of this type from its JSON."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (kind for kind in get_args(hint) if kind not in (Unset, NoneType))
    if get_origin(hint) is list:
        item = _reader(get_args(hint)[0])
        return lambda value: None if value is None else [item(each) for each in value]
    if get_origin(hint) is dict:
        held = _reader(get_args(hint)[1])
        return lambda value: None if value is None else {name: held(each) for name, each in value.items()}
    if not isinstance(hint, type):
        return lambda value: value
    if issubclass(hint, Model):
        return lambda value: None if value is None else hint.from_dict(value)
    if issubclass(hint, OpenEnum):
        return lambda value: None if value is None else hint(value)
    if issubclass(hint, datetime):
        return lambda value: None if value is None else datetime.fromisoformat(value)
    return lambda value: value


def _written(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_written(each) for each in value]
    if isinstance(value, dict):
        return {name: _written(each) for name, each in value.items()}
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, OpenEnum) else value


def _shown(value: object) -> str:
    return repr(value.value) if isinstance(value, Enum) else repr(value)
