from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyLogin(Model):
    username: str
    """ The user name or a verified address, in any spelling. """
    password: str
    """ The user's password. """
    tenant_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    code: str | Unset = UNSET
    """ Of the second step, mailed, of an authenticator app, or a recovery code. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["username"] = self.username
        out["password"] = self.password
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        if self.code is not UNSET:
            out["code"] = self.code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        username = d.pop("username")

        password = d.pop("password")

        tenant_id = d.pop("tenantId", UNSET)

        code = d.pop("code", UNSET)

        made = cls(
            username=username,
            password=password,
            tenant_id=tenant_id,
            code=code,
        )
        made.additional_properties = d
        return made
