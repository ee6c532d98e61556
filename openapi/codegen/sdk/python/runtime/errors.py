"""Everything that a call can raise. A problem of the native surface has a class per code, in `problems`."""

from __future__ import annotations

import datetime
import email.utils
import json
from typing import Any

import httpx

from .calls import Call
from .models import (
    BoomiProblemDetails,
    EntrustErrorInfo,
    RekeyProblem,
    RekeyViolation,
    WristbandError as WristbandErrorBody,
    WristbandOAuthError as OAuthErrorBody,
    ZitadelStatus,
)


class RekeyError(Exception):
    """The base of all errors of this package."""


class NoAnswerError(RekeyError):
    """The service could not be reached, or its answer did not arrive; `__cause__` says why."""

    def __init__(self, operation: str, attempts: int) -> None:
        super().__init__(f"{operation}: no answer after {attempts} attempt{'s' if attempts > 1 else ''}")
        self.operation = operation
        self.attempts = attempts


class UnreadableAnswerError(RekeyError):
    """The call succeeded, but what came back is not what the contract says; something between may have answered."""


class ApiError(RekeyError):
    """The service refused. `code` is stable and for programs, the text is for people."""

    body: Any = None
    """The surface's own error object, or None if something between answered."""

    def __init__(self, call: Call[Any], response: httpx.Response) -> None:
        self.operation = call.operation
        self.surface = _surface(call)
        self.status = response.status_code
        self.headers = response.headers
        self.request_id: str | None = response.headers.get("x-request-id")
        self.retry_after = retry_after(response)
        """How many seconds to wait before another try, if the service said so."""
        self.code: str | None = None
        self.message: str = response.reason_phrase
        try:
            self.body = self._read(json.loads(response.content))
        except (ValueError, KeyError, TypeError, AttributeError):
            self.body = None
        super().__init__(str(self))

    def _read(self, data: Any) -> Any:
        return None

    def __str__(self) -> str:
        told = f" (request {self.request_id})" if self.request_id else ""
        code = f" {self.code}" if self.code else ""
        return f"{self.operation}: {self.status}{code}: {self.message}{told}"


class ProblemError(ApiError):
    """A problem of RFC 9457, from the native surface."""

    body: RekeyProblem | None

    @property
    def violations(self) -> list[RekeyViolation]:
        """Each broken rule, with a JSON pointer into the body."""
        return (self.body.violations or []) if self.body else []

    def _read(self, data: Any) -> RekeyProblem:
        body = RekeyProblem.from_dict(data)
        self.code, self.message = body.code, body.detail
        self.request_id = body.request_id
        return body


class BoomiError(ApiError):
    """A problem of RFC 7807. `code` is there where `type` names a fault."""

    body: BoomiProblemDetails | None

    def _read(self, data: Any) -> BoomiProblemDetails:
        body = BoomiProblemDetails.from_dict(data)
        self.code = body.type_.removeprefix("urn:rekey:fault:") if body.type_.startswith("urn:rekey:fault:") else None
        self.message = body.detail or body.title
        return body


class EntrustError(ApiError):
    body: EntrustErrorInfo | None

    def _read(self, data: Any) -> EntrustErrorInfo:
        body = EntrustErrorInfo.from_dict(data)
        self.code, self.message = body.error_code, body.error_message
        return body


class WristbandError(ApiError):
    body: WristbandErrorBody | None

    def _read(self, data: Any) -> WristbandErrorBody:
        body = WristbandErrorBody.from_dict(data)
        self.code, self.message = body.code, body.message
        return body


class OAuthError(ApiError):
    """A refusal of an OAuth endpoint, RFC 6749 section 5.2: it has the same shape on each surface."""

    body: OAuthErrorBody | None

    def _read(self, data: Any) -> OAuthErrorBody:
        body = OAuthErrorBody.from_dict(data)
        self.code, self.message = body.error, body.error_description or body.error
        return body


class ZitadelError(ApiError):
    """`code` is the id of the fault, `grpc_code` the number."""

    body: ZitadelStatus | None
    grpc_code: int | None = None

    def _read(self, data: Any) -> ZitadelStatus:
        body = ZitadelStatus.from_dict(data)
        self.grpc_code, self.message = body.code, body.message
        self.code = next((d.id for d in body.details or [] if d.id), None)
        return body


SURFACES: dict[str, type[ApiError]] = {
    "boomi": BoomiError,
    "entrust": EntrustError,
    "wristband": WristbandError,
    "zitadel": ZitadelError,
}


def _surface(call: Call[Any]) -> str:
    """The product whose operation it is; each of them is a member of the client."""
    first = call.operation.partition(".")[0]
    return first if first in SURFACES else "rekey"


def error_of(call: Call[Any], response: httpx.Response) -> ApiError:
    """The error that an answer stands for."""
    if call.oauth:
        return OAuthError(call, response)
    surface = _surface(call)
    if surface in SURFACES:
        return SURFACES[surface](call, response)
    from .problems import BY_CODE

    try:
        code = json.loads(response.content)["code"]
    except (ValueError, KeyError, TypeError):
        code = None
    return BY_CODE.get(code, ProblemError)(call, response)


def retry_after(response: httpx.Response) -> float | None:
    """Retry-After in seconds, from a number or a date (RFC 9110 section 10.2.3)."""
    given: str | None = response.headers.get("retry-after")
    if given is None:
        return None
    if given.strip().isdigit():
        return float(given)
    try:
        until = email.utils.parsedate_to_datetime(given)
    except ValueError:
        return None
    seconds: float = (until - datetime.datetime.now(datetime.UTC)).total_seconds()
    return max(0.0, seconds)
