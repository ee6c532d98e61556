from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeySigningJwk(Model):
    """The public half of a signing key (RFC 7517). It is absent if the secret file cannot open the key."""

    kty: str
    use: str
    alg: str
    kid: str
    n: str
    e: str
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
