from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_channel import RekeyChannel
from ..models.rekey_message_state import RekeyMessageState
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyMessage(Model):
    id: str
    """ An id. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    user_id: str
    """ An id. """
    channel: RekeyChannel
    template: str
    """ What kind of message it is. """
    state: RekeyMessageState
    """ `sent` means that the mail server or SMS gateway took it; `failed`, that it was given up. """
    attempts: int
    """ How often it was tried since it was queued last. """
    created_at: datetime.datetime
    ticket_id: str | Unset = UNSET
    """ An id. """
    last_answer: str | Unset = UNSET
    """ What the mail server or SMS gateway said last, without what repeats the message or its recipient. """
    next_attempt_at: datetime.datetime | Unset = UNSET
    sent_at: datetime.datetime | Unset = UNSET
    failed_at: datetime.datetime | Unset = UNSET
    resendable_until: datetime.datetime | Unset = UNSET
    """ Until when a failed message can be sent again. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["applicationId"] = self.application_id
        out["tenantId"] = self.tenant_id
        out["userId"] = self.user_id
        channel = str(self.channel)
        out["channel"] = channel
        out["template"] = self.template
        state = str(self.state)
        out["state"] = state
        out["attempts"] = self.attempts
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        if self.ticket_id is not UNSET:
            out["ticketId"] = self.ticket_id
        if self.last_answer is not UNSET:
            out["lastAnswer"] = self.last_answer
        next_attempt_at: str | Unset = UNSET
        if not isinstance(self.next_attempt_at, Unset):
            next_attempt_at = self.next_attempt_at.isoformat()
        if next_attempt_at is not UNSET:
            out["nextAttemptAt"] = next_attempt_at
        sent_at: str | Unset = UNSET
        if not isinstance(self.sent_at, Unset):
            sent_at = self.sent_at.isoformat()
        if sent_at is not UNSET:
            out["sentAt"] = sent_at
        failed_at: str | Unset = UNSET
        if not isinstance(self.failed_at, Unset):
            failed_at = self.failed_at.isoformat()
        if failed_at is not UNSET:
            out["failedAt"] = failed_at
        resendable_until: str | Unset = UNSET
        if not isinstance(self.resendable_until, Unset):
            resendable_until = self.resendable_until.isoformat()
        if resendable_until is not UNSET:
            out["resendableUntil"] = resendable_until
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        application_id = d.pop("applicationId")

        tenant_id = d.pop("tenantId")

        user_id = d.pop("userId")

        channel = RekeyChannel(d.pop("channel"))

        template = d.pop("template")

        state = RekeyMessageState(d.pop("state"))

        attempts = d.pop("attempts")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        ticket_id = d.pop("ticketId", UNSET)

        last_answer = d.pop("lastAnswer", UNSET)

        _next_attempt_at = d.pop("nextAttemptAt", UNSET)
        next_attempt_at: datetime.datetime | Unset
        if isinstance(_next_attempt_at, Unset):
            next_attempt_at = UNSET
        else:
            next_attempt_at = datetime.datetime.fromisoformat(_next_attempt_at)

        _sent_at = d.pop("sentAt", UNSET)
        sent_at: datetime.datetime | Unset
        if isinstance(_sent_at, Unset):
            sent_at = UNSET
        else:
            sent_at = datetime.datetime.fromisoformat(_sent_at)

        _failed_at = d.pop("failedAt", UNSET)
        failed_at: datetime.datetime | Unset
        if isinstance(_failed_at, Unset):
            failed_at = UNSET
        else:
            failed_at = datetime.datetime.fromisoformat(_failed_at)

        _resendable_until = d.pop("resendableUntil", UNSET)
        resendable_until: datetime.datetime | Unset
        if isinstance(_resendable_until, Unset):
            resendable_until = UNSET
        else:
            resendable_until = datetime.datetime.fromisoformat(_resendable_until)

        made = cls(
            id=id,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            channel=channel,
            template=template,
            state=state,
            attempts=attempts,
            created_at=created_at,
            ticket_id=ticket_id,
            last_answer=last_answer,
            next_attempt_at=next_attempt_at,
            sent_at=sent_at,
            failed_at=failed_at,
            resendable_until=resendable_until,
        )
        made.additional_properties = d
        return made
