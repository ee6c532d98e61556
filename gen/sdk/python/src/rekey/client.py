"""The clients."""

from __future__ import annotations

import base64
import ipaddress
import platform
from types import TracebackType
from typing import Self
from urllib.parse import quote_plus, urlsplit

import httpx

from .api import AsyncNamespaces, Namespaces
from .facts import VERSION
from .transport import AsyncTransport, Retries, Transport

USER_AGENT = f"rekey-python/{VERSION} (Python {platform.python_version()}; httpx {httpx.__version__})"
TIMEOUT = httpx.Timeout(30.0, connect=5.0)


def _address(url: str, insecure_http: bool) -> str:
    """The address without a slash at its end, or a ValueError."""
    parts = urlsplit(url)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.username is not None
        or parts.query
        or parts.fragment
    ):
        raise ValueError("the address must be like https://id.example.com")
    # Credentials and passwords must not travel in clear (CWE-319).
    if parts.scheme == "http" and not insecure_http and not _here(parts.hostname):
        raise ValueError(f"{parts.netloc} would be called without TLS; use https, or insecure_http=True")
    return url.rstrip("/")


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _headers(token: str | None, user_agent: str | None) -> dict[str, str]:
    headers = {"User-Agent": f"{user_agent} {USER_AGENT}" if user_agent else USER_AGENT}
    if token is not None:
        headers["Authorization"] = f"Bearer {_given('token', token)}"
    return headers


def _given(name: str, value: str) -> str:
    """An empty credential means that it was not set."""
    if not value.strip():
        raise ValueError(f"the {name} is empty; a client without one calls anonymously")
    return value


def _basic(client_id: str, client_secret: str) -> str:
    """Both are escaped before they are joined (RFC 6749, section 2.3.1)."""
    pair = f"{quote_plus(_given('client id', client_id))}:{quote_plus(_given('client secret', client_secret))}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


class Rekey(Namespaces):
    """All surfaces of one service. It may be used by several threads at once.

    Args:
        url: Where the service is, without a path of a surface: https://id.example.com.
        token: An API key, an access token or a session token. Without it the calls are anonymous.
        timeout: Seconds for each attempt of a call.
        retries: How often a call is repeated that can be repeated without harm.
        user_agent: The name and version of your program, put before that of this package.
        insecure_http: Allows an address that begins with http and is not this machine's.
        http: A client of your own, for a proxy or certificates; `timeout` is then its own.
    """

    def __init__(
        self,
        url: str,
        token: str | None = None,
        *,
        timeout: float | httpx.Timeout = TIMEOUT,
        retries: Retries = Retries(),
        user_agent: str | None = None,
        insecure_http: bool = False,
        http: httpx.Client | None = None,
    ) -> None:
        self._url, self._headers = _address(url, insecure_http), _headers(token, user_agent)
        self._owned = http is None
        self._http = http or httpx.Client(timeout=timeout)
        self._retries, self._user_agent = retries, user_agent
        super().__init__(Transport(self._http, self._url, retries, self._headers))

    def with_token(self, token: str | None) -> Rekey:
        """The same service and connections for another caller."""
        return Rekey(
            self._url, token, retries=self._retries, user_agent=self._user_agent, insecure_http=True, http=self._http
        )

    def with_client(self, client_id: str, client_secret: str) -> Rekey:
        """The same service and connections for an application that gets or revokes its tokens."""
        other = self.with_token(None)
        other._headers["Authorization"] = _basic(client_id, client_secret)
        return other

    def close(self) -> None:
        if self._owned:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Rekey({self._url!r})"


class AsyncRekey(AsyncNamespaces):
    """As Rekey, with calls to be awaited."""

    def __init__(
        self,
        url: str,
        token: str | None = None,
        *,
        timeout: float | httpx.Timeout = TIMEOUT,
        retries: Retries = Retries(),
        user_agent: str | None = None,
        insecure_http: bool = False,
        http: httpx.AsyncClient | None = None,
    ) -> None:
        self._url, self._headers = _address(url, insecure_http), _headers(token, user_agent)
        self._owned = http is None
        self._http = http or httpx.AsyncClient(timeout=timeout)
        self._retries, self._user_agent = retries, user_agent
        super().__init__(AsyncTransport(self._http, self._url, retries, self._headers))

    def with_token(self, token: str | None) -> AsyncRekey:
        """The same service and connections for another caller."""
        return AsyncRekey(
            self._url, token, retries=self._retries, user_agent=self._user_agent, insecure_http=True, http=self._http
        )

    def with_client(self, client_id: str, client_secret: str) -> AsyncRekey:
        """The same service and connections for an application that gets or revokes its tokens."""
        other = self.with_token(None)
        other._headers["Authorization"] = _basic(client_id, client_secret)
        return other

    async def aclose(self) -> None:
        if self._owned:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"AsyncRekey({self._url!r})"
