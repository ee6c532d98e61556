from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_set_human_password import ZitadelSetHumanPassword


@define(repr=False)
class ZitadelUpdateUserHuman(Model):
    """Fields other than `password` are ignored."""

    password: ZitadelSetHumanPassword | Unset = UNSET
    """ The vendor's SetPassword message. One of `password` and `hashedPassword`; at most one of the two
    proofs. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_set_human_password import ZitadelSetHumanPassword

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: ZitadelSetHumanPassword | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelSetHumanPassword.from_dict(_password)

        made = cls(
            password=password,
        )
        made.additional_properties = d
        return made
