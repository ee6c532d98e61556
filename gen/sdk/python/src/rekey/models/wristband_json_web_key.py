from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandJsonWebKey(Model):
    """One public RSA key."""

    kty: str
    """ The kind of key; RSA, the only one that the vendor's clients accept. """
    use: str
    """ What the key is for; sig. """
    alg: str
    """ The signature algorithm; RS256, the only one that the vendor's clients accept. """
    kid: str
    """ The name of the key, as found in the header of a token. """
    n: str
    """ The modulus, base64url. """
    e: str
    """ The exponent, base64url. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["kty"] = self.kty
        out["use"] = self.use
        out["alg"] = self.alg
        out["kid"] = self.kid
        out["n"] = self.n
        out["e"] = self.e
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kty = d.pop("kty")

        use = d.pop("use")

        alg = d.pop("alg")

        kid = d.pop("kid")

        n = d.pop("n")

        e = d.pop("e")

        made = cls(
            kty=kty,
            use=use,
            alg=alg,
            kid=kid,
            n=n,
            e=e,
        )
        made.additional_properties = d
        return made
