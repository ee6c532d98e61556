"""The clients."""

from __future__ import annotations

import base64
import platform
from types import TracebackType
from typing import Self
from urllib.parse import quote_plus

import httpx

from .api.boomi import AsyncBoomiApi, BoomiApi
from .api.entrust import AsyncEntrustApi, EntrustApi
from .api.rekey import AsyncRekeyApi, RekeyApi
from .api.wristband import AsyncWristbandApi, WristbandApi
from .api.zitadel import AsyncZitadelApi, ZitadelApi
from .transport import AsyncTransport, Retries, Transport
from .version import VERSION

USER_AGENT = f"rekey-python/{VERSION} (Python {platform.python_version()}; httpx {httpx.__version__})"
TIMEOUT = httpx.Timeout(30.0, connect=5.0)


def _headers(token: str | None, user_agent: str | None) -> dict[str, str]:
    headers = {"User-Agent": f"{user_agent} {USER_AGENT}" if user_agent else USER_AGENT}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return headers


def _basic(client_id: str, client_secret: str) -> str:
    """Both are escaped before they are joined, as RFC 6749 has it in section 2.3.1."""
    pair = f"{quote_plus(client_id)}:{quote_plus(client_secret)}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


class Rekey:
    """All surfaces of one service. It may be used by several threads at once.

    Args:
        url: Where the service is, without a path of a surface.
        token: An API key, an access token or a session token. Without it the calls are anonymous.
        timeout: Seconds for each attempt of a call.
        retries: How often a call is repeated that can be repeated without harm.
        user_agent: The name and version of your program, put before that of this package.
        http: A client of your own, for a proxy or certificates; `url` and `timeout` are then its own.
    """

    def __init__(self, url: str, token: str | None = None, *, timeout: float | httpx.Timeout = TIMEOUT,
                 retries: Retries = Retries(), user_agent: str | None = None, http: httpx.Client | None = None) -> None:
        self._owned = http is None
        self._http = http or httpx.Client(base_url=url, timeout=timeout)
        self._retries, self._user_agent = retries, user_agent
        self._headers = _headers(token, user_agent)
        transport = Transport(self._http, retries, self._headers)
        self.rekey = RekeyApi(transport)
        self.boomi = BoomiApi(transport)
        self.entrust = EntrustApi(transport)
        self.wristband = WristbandApi(transport)
        self.zitadel = ZitadelApi(transport)

    def with_token(self, token: str | None) -> Rekey:
        """The same service and connections for another caller."""
        return Rekey("", token, retries=self._retries, user_agent=self._user_agent, http=self._http)

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
        return f"Rekey({str(self._http.base_url)!r})"


class AsyncRekey:
    """As Rekey, with calls to be awaited."""

    def __init__(self, url: str, token: str | None = None, *, timeout: float | httpx.Timeout = TIMEOUT,
                 retries: Retries = Retries(), user_agent: str | None = None,
                 http: httpx.AsyncClient | None = None) -> None:
        self._owned = http is None
        self._http = http or httpx.AsyncClient(base_url=url, timeout=timeout)
        self._retries, self._user_agent = retries, user_agent
        self._headers = _headers(token, user_agent)
        transport = AsyncTransport(self._http, retries, self._headers)
        self.rekey = AsyncRekeyApi(transport)
        self.boomi = AsyncBoomiApi(transport)
        self.entrust = AsyncEntrustApi(transport)
        self.wristband = AsyncWristbandApi(transport)
        self.zitadel = AsyncZitadelApi(transport)

    def with_token(self, token: str | None) -> AsyncRekey:
        """The same service and connections for another caller."""
        return AsyncRekey("", token, retries=self._retries, user_agent=self._user_agent, http=self._http)

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

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None,
                        at: TracebackType | None) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"AsyncRekey({str(self._http.base_url)!r})"
