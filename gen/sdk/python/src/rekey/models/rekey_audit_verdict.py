from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_audit_flaw import RekeyAuditFlaw


@define(repr=False)
class RekeyAuditVerdict(Model):
    intact: bool
    """ Nothing was found wrong so far. """
    checked: int
    """ Events that this request checked. """
    chains: int
    """ Chains that it checked to their ends. """
    first_bad: RekeyAuditFlaw | Unset = UNSET
    """ The first place at which a chain is not what was written. """
    resume: str | Unset = UNSET
    """ There is more to check; send this to go on. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["intact"] = self.intact
        out["checked"] = self.checked
        out["chains"] = self.chains
        first_bad: dict[str, Any] | Unset = UNSET
        if not isinstance(self.first_bad, Unset):
            first_bad = self.first_bad.to_dict()
        if first_bad is not UNSET:
            out["firstBad"] = first_bad
        if self.resume is not UNSET:
            out["resume"] = self.resume
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_audit_flaw import RekeyAuditFlaw

        d = dict(src_dict)
        intact = d.pop("intact")

        checked = d.pop("checked")

        chains = d.pop("chains")

        _first_bad = d.pop("firstBad", UNSET)
        first_bad: RekeyAuditFlaw | Unset
        if isinstance(_first_bad, Unset):
            first_bad = UNSET
        else:
            first_bad = RekeyAuditFlaw.from_dict(_first_bad)

        resume = d.pop("resume", UNSET)

        made = cls(
            intact=intact,
            checked=checked,
            chains=chains,
            first_bad=first_bad,
            resume=resume,
        )
        made.additional_properties = d
        return made
