from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_channel import RekeyChannel
from ..models.rekey_ticket_delivery import RekeyTicketDelivery
from ..models.rekey_ticket_medium import RekeyTicketMedium
from ..models.rekey_ticket_purpose import RekeyTicketPurpose
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTicketCreation(Model):
    user_id: str
    """ An id. """
    medium: RekeyTicketMedium
    """ A link with a long secret, or a short code to be typed. """
    purpose: RekeyTicketPurpose | Unset = UNSET
    """ `set`: the first password; `reset`: a forgotten one; `invite`: a new user who has not proven his
    address yet. """
    deliver: RekeyTicketDelivery | Unset = UNSET
    """ Rekey sends it to the user, or hands it to the caller. """
    channel: RekeyChannel | Unset = UNSET
    link_template: str | Unset = UNSET
    """ Where the link leads, with the placeholders {{.UserID}}, {{.Code}} and {{.OrgID}}. It must begin
    with an entry of the tenant's allow-list. Only with `medium` link. """
    lifetime_seconds: int | Unset = UNSET
    """ How long it can be redeemed; the tenant's rule if absent. At most 15 minutes for a short code, 24
    hours for a reset link, 7 days otherwise. """
    unlock: bool | Unset = UNSET
    """ Unlock the user, and forgive wrong tries; false if absent. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        medium = str(self.medium)
        out["medium"] = medium
        purpose: str | Unset = UNSET
        if not isinstance(self.purpose, Unset):
            purpose = str(self.purpose)

        if purpose is not UNSET:
            out["purpose"] = purpose
        deliver: str | Unset = UNSET
        if not isinstance(self.deliver, Unset):
            deliver = str(self.deliver)

        if deliver is not UNSET:
            out["deliver"] = deliver
        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = str(self.channel)

        if channel is not UNSET:
            out["channel"] = channel
        if self.link_template is not UNSET:
            out["linkTemplate"] = self.link_template
        if self.lifetime_seconds is not UNSET:
            out["lifetimeSeconds"] = self.lifetime_seconds
        if self.unlock is not UNSET:
            out["unlock"] = self.unlock
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_id = d.pop("userId")

        medium = RekeyTicketMedium(d.pop("medium"))

        _purpose = d.pop("purpose", UNSET)
        purpose: RekeyTicketPurpose | Unset
        if isinstance(_purpose, Unset):
            purpose = UNSET
        else:
            purpose = RekeyTicketPurpose(_purpose)

        _deliver = d.pop("deliver", UNSET)
        deliver: RekeyTicketDelivery | Unset
        if isinstance(_deliver, Unset):
            deliver = UNSET
        else:
            deliver = RekeyTicketDelivery(_deliver)

        _channel = d.pop("channel", UNSET)
        channel: RekeyChannel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = RekeyChannel(_channel)

        link_template = d.pop("linkTemplate", UNSET)

        lifetime_seconds = d.pop("lifetimeSeconds", UNSET)

        unlock = d.pop("unlock", UNSET)

        made = cls(
            user_id=user_id,
            medium=medium,
            purpose=purpose,
            deliver=deliver,
            channel=channel,
            link_template=link_template,
            lifetime_seconds=lifetime_seconds,
            unlock=unlock,
        )
        made.additional_properties = d
        return made
