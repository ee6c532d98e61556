from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordCheck(Model):
    """Exactly one of `userId` and `tenantId` says for whom. The names are for who is no user yet."""

    password: str
    """ The password to check. It is neither stored nor logged. """
    user_id: str | Unset = UNSET
    """ An id. """
    tenant_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    username: str | Unset = UNSET
    """ The name of a user who does not exist yet; the password must not be made of it. """
    given_name: str | Unset = UNSET
    """ The given name of a user who does not exist yet; the password must not be made of it. """
    email: str | Unset = UNSET
    """ The address of a user who does not exist yet; the password must not be made of it. """
    mfa: bool | Unset = UNSET
    """ He will have a second factor. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["password"] = self.password
        if self.user_id is not UNSET:
            out["userId"] = self.user_id
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        if self.username is not UNSET:
            out["username"] = self.username
        if self.given_name is not UNSET:
            out["givenName"] = self.given_name
        if self.email is not UNSET:
            out["email"] = self.email
        if self.mfa is not UNSET:
            out["mfa"] = self.mfa
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password = d.pop("password")

        user_id = d.pop("userId", UNSET)

        tenant_id = d.pop("tenantId", UNSET)

        username = d.pop("username", UNSET)

        given_name = d.pop("givenName", UNSET)

        email = d.pop("email", UNSET)

        mfa = d.pop("mfa", UNSET)

        made = cls(
            password=password,
            user_id=user_id,
            tenant_id=tenant_id,
            username=username,
            given_name=given_name,
            email=email,
            mfa=mfa,
        )
        made.additional_properties = d
        return made
