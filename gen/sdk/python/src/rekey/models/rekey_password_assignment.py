from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_revocation import RekeyRevocation
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordAssignment(Model):
    """Exactly one of `password`, `generate` and `hash`."""

    password: str | Unset = UNSET
    """ The new password, which must meet the policy. """
    generate: bool | Unset = UNSET
    """ Draw one. It works once, and only to choose another. """
    hash_: str | Unset = UNSET
    """ A PHC or crypt string of argon2id, bcrypt, scrypt, PBKDF2 or SHA-crypt. """
    return_password: bool | Unset = UNSET
    """ Answer the generated password, once. """
    mail_password: bool | Unset = UNSET
    """ Mail the generated password to the user; or, if it was chosen, a link by which he chooses another,
    unless the policy lets it be mailed. """
    must_change: bool | Unset = UNSET
    """ It may only be used to change it. Absent, this is so for a generated one. """
    expires_at: datetime.datetime | Unset = UNSET
    """ Absent, the policy's lifetime holds. """
    clear_history: bool | Unset = UNSET
    """ Forget the earlier passwords. """
    unlock: bool | Unset = UNSET
    """ Unlock the user, and forgive wrong tries; false if absent. """
    revoke: RekeyRevocation | Unset = UNSET
    """ What ends with the old password: `all` sessions and refresh tokens, those of the `others` but the
    session that changes it, or `none`. Absent, all. The tenant's policy says which of them may be
    chosen. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.password is not UNSET:
            out["password"] = self.password
        if self.generate is not UNSET:
            out["generate"] = self.generate
        if self.hash_ is not UNSET:
            out["hash"] = self.hash_
        if self.return_password is not UNSET:
            out["returnPassword"] = self.return_password
        if self.mail_password is not UNSET:
            out["mailPassword"] = self.mail_password
        if self.must_change is not UNSET:
            out["mustChange"] = self.must_change
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        if self.clear_history is not UNSET:
            out["clearHistory"] = self.clear_history
        if self.unlock is not UNSET:
            out["unlock"] = self.unlock
        revoke: str | Unset = UNSET
        if not isinstance(self.revoke, Unset):
            revoke = str(self.revoke)

        if revoke is not UNSET:
            out["revoke"] = revoke
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password = d.pop("password", UNSET)

        generate = d.pop("generate", UNSET)

        hash_ = d.pop("hash", UNSET)

        return_password = d.pop("returnPassword", UNSET)

        mail_password = d.pop("mailPassword", UNSET)

        must_change = d.pop("mustChange", UNSET)

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        clear_history = d.pop("clearHistory", UNSET)

        unlock = d.pop("unlock", UNSET)

        _revoke = d.pop("revoke", UNSET)
        revoke: RekeyRevocation | Unset
        if isinstance(_revoke, Unset):
            revoke = UNSET
        else:
            revoke = RekeyRevocation(_revoke)

        made = cls(
            password=password,
            generate=generate,
            hash_=hash_,
            return_password=return_password,
            mail_password=mail_password,
            must_change=must_change,
            expires_at=expires_at,
            clear_history=clear_history,
            unlock=unlock,
            revoke=revoke,
        )
        made.additional_properties = d
        return made
