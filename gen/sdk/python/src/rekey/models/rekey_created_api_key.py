from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_api_key import RekeyApiKey


@define(repr=False)
class RekeyCreatedApiKey(Model):
    """An API key with its secret, which is shown in this answer alone."""

    api_key: RekeyApiKey
    key: str
    """ The bearer credential. """
    client_secret: str
    """ The secret of the OAuth client; the client id is the key's id. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        api_key = self.api_key.to_dict()
        out["apiKey"] = api_key
        out["key"] = self.key
        out["clientSecret"] = self.client_secret
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_api_key import RekeyApiKey

        d = dict(src_dict)
        api_key = RekeyApiKey.from_dict(d.pop("apiKey"))

        key = d.pop("key")

        client_secret = d.pop("clientSecret")

        made = cls(
            api_key=api_key,
            key=key,
            client_secret=client_secret,
        )
        made.additional_properties = d
        return made
