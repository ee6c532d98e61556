from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_ticket_delivery import RekeyTicketDelivery
from ..models.rekey_ticket_medium import RekeyTicketMedium
from ..models.rekey_ticket_purpose import RekeyTicketPurpose
from ..models.rekey_ticket_state import RekeyTicketState
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_issued_proof import RekeyIssuedProof


@define(repr=False)
class RekeyIssuedTicket(Model):
    id: str
    """ An id. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    user_id: str
    """ An id. """
    purpose: RekeyTicketPurpose
    """ `set`: the first password; `reset`: a forgotten one; `invite`: a new user who has not proven his
    address yet. """
    medium: RekeyTicketMedium
    """ A link with a long secret, or a short code to be typed. """
    deliver: RekeyTicketDelivery
    """ Rekey sends it to the user, or hands it to the caller. """
    state: RekeyTicketState
    """ How far the ticket is. `consumed`, `superseded` (another took its place), `revoked` and `expired`
    are ends. """
    created_at: datetime.datetime
    expires_at: datetime.datetime
    queued_at: datetime.datetime | Unset = UNSET
    link: str | Unset = UNSET
    """ Of a returned link, to be opened by the user. """
    proof: RekeyIssuedProof | Unset = UNSET
    """ What redeems the ticket, as `inspect` and `redeem` take it; of a short code that was sent, the
    caller's half. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["applicationId"] = self.application_id
        out["tenantId"] = self.tenant_id
        out["userId"] = self.user_id
        purpose = str(self.purpose)
        out["purpose"] = purpose
        medium = str(self.medium)
        out["medium"] = medium
        deliver = str(self.deliver)
        out["deliver"] = deliver
        state = str(self.state)
        out["state"] = state
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        queued_at: str | Unset = UNSET
        if not isinstance(self.queued_at, Unset):
            queued_at = self.queued_at.isoformat()
        if queued_at is not UNSET:
            out["queuedAt"] = queued_at
        if self.link is not UNSET:
            out["link"] = self.link
        proof: dict[str, Any] | Unset = UNSET
        if not isinstance(self.proof, Unset):
            proof = self.proof.to_dict()
        if proof is not UNSET:
            out["proof"] = proof
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_issued_proof import RekeyIssuedProof

        d = dict(src_dict)
        id = d.pop("id")

        application_id = d.pop("applicationId")

        tenant_id = d.pop("tenantId")

        user_id = d.pop("userId")

        purpose = RekeyTicketPurpose(d.pop("purpose"))

        medium = RekeyTicketMedium(d.pop("medium"))

        deliver = RekeyTicketDelivery(d.pop("deliver"))

        state = RekeyTicketState(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        _queued_at = d.pop("queuedAt", UNSET)
        queued_at: datetime.datetime | Unset
        if isinstance(_queued_at, Unset):
            queued_at = UNSET
        else:
            queued_at = datetime.datetime.fromisoformat(_queued_at)

        link = d.pop("link", UNSET)

        _proof = d.pop("proof", UNSET)
        proof: RekeyIssuedProof | Unset
        if isinstance(_proof, Unset):
            proof = UNSET
        else:
            proof = RekeyIssuedProof.from_dict(_proof)

        made = cls(
            id=id,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            purpose=purpose,
            medium=medium,
            deliver=deliver,
            state=state,
            created_at=created_at,
            expires_at=expires_at,
            queued_at=queued_at,
            link=link,
            proof=proof,
        )
        made.additional_properties = d
        return made
