"""One operation with its arguments, before it is sent."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar
from urllib.parse import quote

from .opened import Model
from .types import UNSET, Unset

T = TypeVar("T")


def quoted(value: str) -> str:
    """A part of a path."""
    return quote(str(value), safe="")


def _written(value: object) -> str:
    """A value of a query."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else str(value)


@dataclass(frozen=True)
class Call(Generic[T]):
    operation: str
    """As it is called: `users.create`."""
    method: str
    path: str
    answer: type[T]
    """What comes back, or each line of it."""
    body: Model | Mapping[str, Any] | None = None
    form: bool = False
    query: Mapping[str, Any] = field(default_factory=dict)
    key: str | Unset | None = UNSET
    """Of idempotency, where the operation takes one; None for one that is made up."""
    if_match: str | None = None
    oauth: bool = False
    """Whether refusals have the shape of RFC 6749."""

    @property
    def keyed(self) -> bool:
        """Whether an Idempotency-Key makes it repeatable."""
        return self.key is not UNSET

    def params(self) -> dict[str, str]:
        return {k: _written(v) for k, v in self.query.items() if v is not None}

    def headers(self) -> dict[str, str]:
        headers = {}
        if self.keyed:
            headers["Idempotency-Key"] = self.key or str(uuid.uuid4())
        if self.if_match is not None:
            headers["If-Match"] = self.if_match
        return headers

    def sent(self) -> Any:
        return self.body.to_dict() if isinstance(self.body, Model) else self.body

    def parse(self, text: bytes | str) -> T:
        """What the service answered. Raises ValueError, KeyError, TypeError or AttributeError if it is something else."""
        if self.answer is type(None):
            return None
        data = json.loads(text)
        if issubclass(self.answer, Model):
            return self.answer.from_dict(data)
        if not isinstance(data, self.answer):
            raise TypeError(f"not a {self.answer.__name__}")
        return data
