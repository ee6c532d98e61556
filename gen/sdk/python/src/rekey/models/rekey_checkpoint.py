from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyCheckpoint(Model):
    id: str
    tenant_id: str
    """ The chain; empty is the platform's. """
    sequence: int
    """ The place within the chain, from 1, without gaps. """
    head: str
    """ A SHA-256, in hexadecimal. """
    created_at: datetime.datetime
    jws: str
    """ A compact JWS (RFC 7515), RS256, of type `rekey-checkpoint+jwt`. Its payload says `iss`, `iat`,
    `tenantId`, `sequence` and `head`. Of type `rekey-archive+jwt` it is the signature of an archive,
    behind which the chain's events in the database begin. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["tenantId"] = self.tenant_id
        out["sequence"] = self.sequence
        out["head"] = self.head
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        out["jws"] = self.jws
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        tenant_id = d.pop("tenantId")

        sequence = d.pop("sequence")

        head = d.pop("head")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        jws = d.pop("jws")

        made = cls(
            id=id,
            tenant_id=tenant_id,
            sequence=sequence,
            head=head,
            created_at=created_at,
            jws=jws,
        )
        made.additional_properties = d
        return made
