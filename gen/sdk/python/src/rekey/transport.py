"""Sends calls: deadlines, safe retries, errors, and a log without secrets."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

from .calls import Call
from .errors import NoAnswerError, UnreadableAnswerError, error_of
from .facts import SECRET_PARAMETERS
from .opened import HIDDEN, Answer, Model

T = TypeVar("T")

log = logging.getLogger("rekey")

BUSY = frozenset({429, 502, 503, 504})


@dataclass(frozen=True)
class Retries:
    """How often a call that is safe to repeat is repeated, and how long to wait."""

    attempts: int = 4
    first_wait: float = 0.25
    longest_wait: float = 30.0

    def wait(self, attempt: int, asked: float | None) -> float | None:
        """Seconds before the next attempt; None if there is none."""
        if attempt >= self.attempts:
            return None
        if asked is not None:
            # Not before the moment that the service named, and not all callers at once.
            return None if asked > self.longest_wait else asked + random.uniform(0, self.first_wait)
        ceiling = min(self.longest_wait, self.first_wait * 2 ** (attempt - 1))
        return random.uniform(ceiling / 2, ceiling)


class _HideParameters(logging.Filter):
    """httpx logs each address with its query, where keys of links are."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_without_secrets(a) if isinstance(a, httpx.URL) else a for a in record.args)
        return True


def _without_secrets(url: httpx.URL) -> httpx.URL:
    hidden = SECRET_PARAMETERS & set(url.params)
    return url.copy_with(params=url.params.merge({k: HIDDEN for k in hidden})) if hidden else url


logging.getLogger("httpx").addFilter(_HideParameters())


@dataclass(frozen=True)
class _Sender:
    """What all calls of a client have in common."""

    url: str
    retries: Retries
    headers: Mapping[str, str]


class _Sending:
    """One running call: the request, and how to read the answer."""

    def __init__(self, call: Call[Any], sender: _Sender, accept: str = "application/json") -> None:
        self.call = call
        self.url = sender.url + call.path
        self.retries = sender.retries
        self.attempt = 0
        self.query = call.params()
        self.headers = {"Accept": accept, **sender.headers, **call.headers()}
        # Anything else might be done twice.
        self.repeatable = call.keyed or call.method == "GET"

    def request(self) -> dict[str, Any]:
        self.attempt += 1
        self.began = time.monotonic()
        if log.isEnabledFor(logging.DEBUG):
            query = {k: HIDDEN if k in SECRET_PARAMETERS else v for k, v in self.query.items()}
            log.debug(
                "%s %s %s%s attempt %d",
                self.call.method,
                self.call.path,
                query or "",
                f" {self.call.body!r}" if self.call.body is not None else "",
                self.attempt,
            )
        kwargs: dict[str, Any] = {"headers": self.headers, "params": self.query or None}
        if self.call.body is not None:
            kwargs["data" if self.call.form else "json"] = self.call.sent()
        return {"method": self.call.method, "url": self.url, **kwargs}

    def failed(self, cause: httpx.TransportError) -> float:
        """How long to wait after there was no answer."""
        log.debug("%s %s: %s", self.call.method, self.call.path, type(cause).__name__)
        wait = self.retries.wait(self.attempt, None) if self.repeatable else None
        if wait is None:
            raise NoAnswerError(self.call.operation, self.attempt) from cause
        return wait

    def refused(self, response: httpx.Response) -> float:
        """How long to wait after a refusal."""
        error = error_of(self.call, response)
        self._log(response, error.body)
        wait = None
        if self.repeatable and (error.status in BUSY or error.code == "idempotency_in_progress"):
            wait = self.retries.wait(self.attempt, error.retry_after)
        if wait is None:
            raise error
        return wait

    def done(self, response: httpx.Response) -> Any:
        try:
            result = self.call.parse(response.content)
        except (ValueError, KeyError, TypeError, AttributeError) as cause:
            request = response.headers.get("x-request-id")
            raise UnreadableAnswerError(
                f"{self.call.operation}: the answer of request {request} is not as promised"
            ) from cause
        if isinstance(result, Model):
            result._answer = Answer(response.status_code, response.headers)
        # A bare text may hold anything.
        self._log(response, result if isinstance(result, Model) else None)
        return result

    def _log(self, response: httpx.Response, body: object) -> None:
        log.debug(
            "%s %s: %d in %.0f ms, request %s%s",
            self.call.method,
            self.call.path,
            response.status_code,
            (time.monotonic() - self.began) * 1000,
            response.headers.get("x-request-id"),
            f" {body!r}" if body is not None else "",
        )


class Transport:
    def __init__(self, http: httpx.Client, url: str, retries: Retries, headers: Mapping[str, str]) -> None:
        self._http, self._sender = http, _Sender(url, retries, headers)

    def send(self, call: Call[T]) -> T:
        sending = _Sending(call, self._sender)
        while True:
            try:
                response = self._http.request(**sending.request())
            except httpx.TransportError as cause:
                wait = sending.failed(cause)
            else:
                if response.is_success:
                    return sending.done(response)  # type: ignore[no-any-return]
                wait = sending.refused(response)
            time.sleep(wait)

    def lines(self, call: Call[T]) -> Iterator[T]:
        """One object per line, as the lines arrive. A call is not repeated once its answer has begun."""
        sending = _Sending(call, self._sender, "application/x-ndjson")
        try:
            with self._http.stream(**sending.request()) as response:
                if not response.is_success:
                    response.read()
                    raise error_of(call, response)
                for line in response.iter_lines():
                    if line:
                        yield call.parse(line)
        except httpx.TransportError as cause:
            raise NoAnswerError(call.operation, 1) from cause


class AsyncTransport:
    def __init__(self, http: httpx.AsyncClient, url: str, retries: Retries, headers: Mapping[str, str]) -> None:
        self._http, self._sender = http, _Sender(url, retries, headers)

    async def send(self, call: Call[T]) -> T:
        sending = _Sending(call, self._sender)
        while True:
            try:
                response = await self._http.request(**sending.request())
            except httpx.TransportError as cause:
                wait = sending.failed(cause)
            else:
                if response.is_success:
                    return sending.done(response)  # type: ignore[no-any-return]
                wait = sending.refused(response)
            await asyncio.sleep(wait)

    async def lines(self, call: Call[T]) -> AsyncIterator[T]:
        """One object per line, as the lines arrive. A call is not repeated once its answer has begun."""
        sending = _Sending(call, self._sender, "application/x-ndjson")
        try:
            async with self._http.stream(**sending.request()) as response:
                if not response.is_success:
                    await response.aread()
                    raise error_of(call, response)
                async for line in response.aiter_lines():
                    if line:
                        yield call.parse(line)
        except httpx.TransportError as cause:
            raise NoAnswerError(call.operation, 1) from cause


__all__ = ["AsyncTransport", "Retries", "Transport"]
