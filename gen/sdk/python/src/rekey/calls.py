"""One operation with its arguments, before it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx

T = TypeVar("T")


@dataclass(frozen=True)
class Call(Generic[T]):
    operation: str
    surface: str
    method: str
    path: str
    parse: Callable[[httpx.Response], T]
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    """What is sent, as it may be printed."""
    json: Any = None
    form: Any = None
    keyed: bool = False
    """Whether an Idempotency-Key makes it repeatable."""
    oauth: bool = False
    """Whether refusals have the shape of RFC 6749."""
