from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_revocation import RekeyRevocation
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTicketRedemption(Model):
    """Either `ticket`, or `requestCode` and `code`; and the new password."""

    new_password: str
    """ The new password, which must meet the policy. """
    ticket: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    request_code: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    code: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    factor_code: str | Unset = UNSET
    """ A code of the user's authenticator app, or a recovery code, where `secondFactorRequired` says so. """
    revoke: RekeyRevocation | Unset = UNSET
    """ What ends with the old password: `all` sessions and refresh tokens, those of the `others` but the
    session that changes it, or `none`. Absent, all. The tenant's policy says which of them may be
    chosen. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["newPassword"] = self.new_password
        if self.ticket is not UNSET:
            out["ticket"] = self.ticket
        if self.request_code is not UNSET:
            out["requestCode"] = self.request_code
        if self.code is not UNSET:
            out["code"] = self.code
        if self.factor_code is not UNSET:
            out["factorCode"] = self.factor_code
        revoke: str | Unset = UNSET
        if not isinstance(self.revoke, Unset):
            revoke = str(self.revoke)

        if revoke is not UNSET:
            out["revoke"] = revoke
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        new_password = d.pop("newPassword")

        ticket = d.pop("ticket", UNSET)

        request_code = d.pop("requestCode", UNSET)

        code = d.pop("code", UNSET)

        factor_code = d.pop("factorCode", UNSET)

        _revoke = d.pop("revoke", UNSET)
        revoke: RekeyRevocation | Unset
        if isinstance(_revoke, Unset):
            revoke = UNSET
        else:
            revoke = RekeyRevocation(_revoke)

        made = cls(
            new_password=new_password,
            ticket=ticket,
            request_code=request_code,
            code=code,
            factor_code=factor_code,
            revoke=revoke,
        )
        made.additional_properties = d
        return made
