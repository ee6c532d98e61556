from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_preset_name import RekeyPresetName
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_policy_preview import RekeyPolicyPreview
    from ..models.rekey_policy_rules import RekeyPolicyRules


@define(repr=False)
class RekeyChangedPolicy(Model):
    rules: RekeyPolicyRules
    """ Rules by what they are about. What is left out is inherited. """
    version: int
    """ Grows with every change; the ETag holds it. """
    removed: RekeyPolicyRules
    """ Rules by what they are about. What is left out is inherited. """
    preset: RekeyPresetName | Unset = UNSET
    """ Rules to begin with, those of SP 800-63B (`nist`) or what a product says its default is. Rules given
    besides win. """
    preview: RekeyPolicyPreview | Unset = UNSET
    """ What would hold: in a tenant, or in the tenants of an application as far as they set nothing else.
    Passwords are counted of users who are neither disabled nor locked, and are kept here; for an
    application, in the tenants that inherit `password.lifetimeDays`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        rules = self.rules.to_dict()
        out["rules"] = rules
        out["version"] = self.version
        removed = self.removed.to_dict()
        out["removed"] = removed
        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = str(self.preset)

        if preset is not UNSET:
            out["preset"] = preset
        preview: dict[str, Any] | Unset = UNSET
        if not isinstance(self.preview, Unset):
            preview = self.preview.to_dict()
        if preview is not UNSET:
            out["preview"] = preview
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_policy_preview import RekeyPolicyPreview
        from ..models.rekey_policy_rules import RekeyPolicyRules

        d = dict(src_dict)
        rules = RekeyPolicyRules.from_dict(d.pop("rules"))

        version = d.pop("version")

        removed = RekeyPolicyRules.from_dict(d.pop("removed"))

        _preset = d.pop("preset", UNSET)
        preset: RekeyPresetName | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = RekeyPresetName(_preset)

        _preview = d.pop("preview", UNSET)
        preview: RekeyPolicyPreview | Unset
        if isinstance(_preview, Unset):
            preview = UNSET
        else:
            preview = RekeyPolicyPreview.from_dict(_preview)

        made = cls(
            rules=rules,
            version=version,
            removed=removed,
            preset=preset,
            preview=preview,
        )
        made.additional_properties = d
        return made
