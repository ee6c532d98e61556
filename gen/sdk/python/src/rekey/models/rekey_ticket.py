from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_ticket_delivery import RekeyTicketDelivery
from ..models.rekey_ticket_end import RekeyTicketEnd
from ..models.rekey_ticket_medium import RekeyTicketMedium
from ..models.rekey_ticket_purpose import RekeyTicketPurpose
from ..models.rekey_ticket_state import RekeyTicketState
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTicket(Model):
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
    failed_tries: int
    """ How many wrong codes were tried. """
    created_at: datetime.datetime
    expires_at: datetime.datetime
    ended_because: RekeyTicketEnd | Unset = UNSET
    """ Why a ticket was revoked; `exhausted` means too many wrong codes. """
    queued_at: datetime.datetime | Unset = UNSET
    delivered_at: datetime.datetime | Unset = UNSET
    failed_at: datetime.datetime | Unset = UNSET
    opened_at: datetime.datetime | Unset = UNSET
    verified_at: datetime.datetime | Unset = UNSET
    consumed_at: datetime.datetime | Unset = UNSET
    ended_at: datetime.datetime | Unset = UNSET
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
        out["failedTries"] = self.failed_tries
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        ended_because: str | Unset = UNSET
        if not isinstance(self.ended_because, Unset):
            ended_because = str(self.ended_because)

        if ended_because is not UNSET:
            out["endedBecause"] = ended_because
        queued_at: str | Unset = UNSET
        if not isinstance(self.queued_at, Unset):
            queued_at = self.queued_at.isoformat()
        if queued_at is not UNSET:
            out["queuedAt"] = queued_at
        delivered_at: str | Unset = UNSET
        if not isinstance(self.delivered_at, Unset):
            delivered_at = self.delivered_at.isoformat()
        if delivered_at is not UNSET:
            out["deliveredAt"] = delivered_at
        failed_at: str | Unset = UNSET
        if not isinstance(self.failed_at, Unset):
            failed_at = self.failed_at.isoformat()
        if failed_at is not UNSET:
            out["failedAt"] = failed_at
        opened_at: str | Unset = UNSET
        if not isinstance(self.opened_at, Unset):
            opened_at = self.opened_at.isoformat()
        if opened_at is not UNSET:
            out["openedAt"] = opened_at
        verified_at: str | Unset = UNSET
        if not isinstance(self.verified_at, Unset):
            verified_at = self.verified_at.isoformat()
        if verified_at is not UNSET:
            out["verifiedAt"] = verified_at
        consumed_at: str | Unset = UNSET
        if not isinstance(self.consumed_at, Unset):
            consumed_at = self.consumed_at.isoformat()
        if consumed_at is not UNSET:
            out["consumedAt"] = consumed_at
        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.isoformat()
        if ended_at is not UNSET:
            out["endedAt"] = ended_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        application_id = d.pop("applicationId")

        tenant_id = d.pop("tenantId")

        user_id = d.pop("userId")

        purpose = RekeyTicketPurpose(d.pop("purpose"))

        medium = RekeyTicketMedium(d.pop("medium"))

        deliver = RekeyTicketDelivery(d.pop("deliver"))

        state = RekeyTicketState(d.pop("state"))

        failed_tries = d.pop("failedTries")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        _ended_because = d.pop("endedBecause", UNSET)
        ended_because: RekeyTicketEnd | Unset
        if isinstance(_ended_because, Unset):
            ended_because = UNSET
        else:
            ended_because = RekeyTicketEnd(_ended_because)

        _queued_at = d.pop("queuedAt", UNSET)
        queued_at: datetime.datetime | Unset
        if isinstance(_queued_at, Unset):
            queued_at = UNSET
        else:
            queued_at = datetime.datetime.fromisoformat(_queued_at)

        _delivered_at = d.pop("deliveredAt", UNSET)
        delivered_at: datetime.datetime | Unset
        if isinstance(_delivered_at, Unset):
            delivered_at = UNSET
        else:
            delivered_at = datetime.datetime.fromisoformat(_delivered_at)

        _failed_at = d.pop("failedAt", UNSET)
        failed_at: datetime.datetime | Unset
        if isinstance(_failed_at, Unset):
            failed_at = UNSET
        else:
            failed_at = datetime.datetime.fromisoformat(_failed_at)

        _opened_at = d.pop("openedAt", UNSET)
        opened_at: datetime.datetime | Unset
        if isinstance(_opened_at, Unset):
            opened_at = UNSET
        else:
            opened_at = datetime.datetime.fromisoformat(_opened_at)

        _verified_at = d.pop("verifiedAt", UNSET)
        verified_at: datetime.datetime | Unset
        if isinstance(_verified_at, Unset):
            verified_at = UNSET
        else:
            verified_at = datetime.datetime.fromisoformat(_verified_at)

        _consumed_at = d.pop("consumedAt", UNSET)
        consumed_at: datetime.datetime | Unset
        if isinstance(_consumed_at, Unset):
            consumed_at = UNSET
        else:
            consumed_at = datetime.datetime.fromisoformat(_consumed_at)

        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at, Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)

        made = cls(
            id=id,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            purpose=purpose,
            medium=medium,
            deliver=deliver,
            state=state,
            failed_tries=failed_tries,
            created_at=created_at,
            expires_at=expires_at,
            ended_because=ended_because,
            queued_at=queued_at,
            delivered_at=delivered_at,
            failed_at=failed_at,
            opened_at=opened_at,
            verified_at=verified_at,
            consumed_at=consumed_at,
            ended_at=ended_at,
        )
        made.additional_properties = d
        return made
