from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.zitadel_details import ZitadelDetails
    from ..models.zitadel_password_complexity_settings import ZitadelPasswordComplexitySettings


@define(repr=False)
class ZitadelGetPasswordComplexitySettingsOutput(Model):
    details: ZitadelDetails
    """ Where and when an object changed. Fields that hold their zero value are left out. """
    settings: ZitadelPasswordComplexitySettings
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        details = self.details.to_dict()
        out["details"] = details
        settings = self.settings.to_dict()
        out["settings"] = settings
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_details import ZitadelDetails
        from ..models.zitadel_password_complexity_settings import ZitadelPasswordComplexitySettings

        d = dict(src_dict)
        details = ZitadelDetails.from_dict(d.pop("details"))

        settings = ZitadelPasswordComplexitySettings.from_dict(d.pop("settings"))

        made = cls(
            details=details,
            settings=settings,
        )
        made.additional_properties = d
        return made
