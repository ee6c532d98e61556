from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_revocation import RekeyRevocation
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordChange(Model):
    current_password: str
    """ The password that the user has now. """
    new_password: str
    """ The new password, which must meet the policy. """
    revoke: RekeyRevocation | Unset = UNSET
    """ What ends with the old password: `all` sessions and refresh tokens, those of the `others` but the
    session that changes it, or `none`. Absent, all. The tenant's policy says which of them may be
    chosen. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["currentPassword"] = self.current_password
        out["newPassword"] = self.new_password
        revoke: str | Unset = UNSET
        if not isinstance(self.revoke, Unset):
            revoke = str(self.revoke)

        if revoke is not UNSET:
            out["revoke"] = revoke
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        current_password = d.pop("currentPassword")

        new_password = d.pop("newPassword")

        _revoke = d.pop("revoke", UNSET)
        revoke: RekeyRevocation | Unset
        if isinstance(_revoke, Unset):
            revoke = UNSET
        else:
            revoke = RekeyRevocation(_revoke)

        made = cls(
            current_password=current_password,
            new_password=new_password,
            revoke=revoke,
        )
        made.additional_properties = d
        return made
