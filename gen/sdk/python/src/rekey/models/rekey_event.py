from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyEvent(Model):
    """Something that happened. What does not apply is empty. The events of a tenant form a chain, and
    those of no tenant form another."""

    id: str
    at: datetime.datetime
    application_id: str
    """ Whose subject it is about. """
    tenant_id: str
    """ The chain that it belongs to. """
    user_id: str
    """ To whom it was done. """
    actor_kind: str
    """ Who did it: `api_key`, `user`, `anonymous` or `system`. """
    actor_id: str
    """ The API key, the user, or the part of the service. """
    action: str
    """ What was done. """
    outcome: str
    """ `done`, or why not. """
    surface: str
    """ By which API. """
    request_id: str
    """ The X-Request-Id of the request. """
    source: str
    """ The client's address; of IPv6 the network. """
    ticket_id: str
    """ The ticket that it is about. """
    detail: str
    """ More about it, for people. """
    sequence: int
    """ The place within the chain, from 1, without gaps. """
    previous_hash: str
    """ A SHA-256, in hexadecimal. """
    hash_: str
    """ A SHA-256, in hexadecimal. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        at = self.at.isoformat()
        out["at"] = at
        out["applicationId"] = self.application_id
        out["tenantId"] = self.tenant_id
        out["userId"] = self.user_id
        out["actorKind"] = self.actor_kind
        out["actorId"] = self.actor_id
        out["action"] = self.action
        out["outcome"] = self.outcome
        out["surface"] = self.surface
        out["requestId"] = self.request_id
        out["source"] = self.source
        out["ticketId"] = self.ticket_id
        out["detail"] = self.detail
        out["sequence"] = self.sequence
        out["previousHash"] = self.previous_hash
        out["hash"] = self.hash_
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        application_id = d.pop("applicationId")

        tenant_id = d.pop("tenantId")

        user_id = d.pop("userId")

        actor_kind = d.pop("actorKind")

        actor_id = d.pop("actorId")

        action = d.pop("action")

        outcome = d.pop("outcome")

        surface = d.pop("surface")

        request_id = d.pop("requestId")

        source = d.pop("source")

        ticket_id = d.pop("ticketId")

        detail = d.pop("detail")

        sequence = d.pop("sequence")

        previous_hash = d.pop("previousHash")

        hash_ = d.pop("hash")

        made = cls(
            id=id,
            at=at,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            actor_kind=actor_kind,
            actor_id=actor_id,
            action=action,
            outcome=outcome,
            surface=surface,
            request_id=request_id,
            source=source,
            ticket_id=ticket_id,
            detail=detail,
            sequence=sequence,
            previous_hash=previous_hash,
            hash_=hash_,
        )
        made.additional_properties = d
        return made
