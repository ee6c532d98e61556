from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_audit_flaw_kind import RekeyAuditFlawKind
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyAuditFlaw(Model):
    """The first place at which a chain is not what was written."""

    tenant_id: str
    """ The chain; empty is the platform's. """
    sequence: int
    """ The place within the chain, from 1, without gaps. """
    why: RekeyAuditFlawKind
    """ `changed`: the event is not what its hash says. `missing`: there is no such event. `out_of_order`:
    it does not follow the one before it. `head_mismatch`: the chain's end is another one.
    `checkpoint_mismatch`: a signed checkpoint says otherwise. `checkpoint_signature`: the checkpoint
    itself was changed. """
    event_id: str | Unset = UNSET
    """ Absent if the event is missing. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["tenantId"] = self.tenant_id
        out["sequence"] = self.sequence
        why = str(self.why)
        out["why"] = why
        if self.event_id is not UNSET:
            out["eventId"] = self.event_id
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        tenant_id = d.pop("tenantId")

        sequence = d.pop("sequence")

        why = RekeyAuditFlawKind(d.pop("why"))

        event_id = d.pop("eventId", UNSET)

        made = cls(
            tenant_id=tenant_id,
            sequence=sequence,
            why=why,
            event_id=event_id,
        )
        made.additional_properties = d
        return made
