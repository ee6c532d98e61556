"""What every type has: it keeps what a later version of the service adds, and prints no secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Self, cast

from attrs import AttrsInstance, fields

from .secret_members import SECRET_MEMBERS
from .types import UNSET

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

    # Made anew for each answer, so that equality cannot be identity.
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
    def etag(self) -> str | None:
        """To be sent as if_match with a change that must not overwrite another's."""
        return self.headers.get("etag")

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id")

    @property
    def replayed(self) -> bool:
        """Whether the service had done this before, under the same Idempotency-Key."""
        return self.headers.get("idempotency-replayed") == "true"


class Model:
    """The base of all types."""

    __slots__ = ("answer",)

    answer: Answer | None
    """With what the service answered, if this is an answer."""

    additional_properties: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        raise NotImplementedError

    def __repr__(self) -> str:
        name = type(self).__name__
        hidden = SECRET_MEMBERS.get(name, frozenset())
        shown = []
        declared = [f.name for f in fields(cast(type[AttrsInstance], type(self))) if f.name != "additional_properties"]
        for member in declared:
            value = getattr(self, member)
            if value is not UNSET:
                shown.append(f"{member}={HIDDEN if member in hidden and value is not None else _shown(value)}")
        if not declared:
            shown += [f"{k!r}: {v!r}" for k, v in self.additional_properties.items()]
        elif self.additional_properties:
            # Nobody has said yet which of these are secret.
            shown.append(f"unknown={sorted(self.additional_properties)}")
        return f"{name}({', '.join(shown)})"


def _shown(value: object) -> str:
    return repr(value.value) if isinstance(value, Enum) else repr(value)
