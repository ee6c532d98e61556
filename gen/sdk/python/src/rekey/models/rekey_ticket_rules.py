from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTicketRules(Model):
    """How long tickets live, and how often they may be tried."""

    otp_minutes: int | Unset = UNSET
    """ Life of a short code, 1 to 15. """
    link_minutes: int | Unset = UNSET
    """ Life of a reset link or a returned code, 1 to 1,440. """
    set_hours: int | Unset = UNSET
    """ Life of the link of a new account, 1 to 168. """
    invite_hours: int | Unset = UNSET
    """ Life of an invitation, 1 to 168. """
    otp_length: int | Unset = UNSET
    """ Digits of a short code, 6 to 10. """
    otp_tries: int | Unset = UNSET
    """ Wrong tries that end a short code, 1 to 10. """
    account_tries: int | Unset = UNSET
    """ Wrong mailed codes of a user, or wrong codes of his app, in a row, 1 to 100. """
    mails_per_hour: int | Unset = UNSET
    """ Messages to a user an hour, 1 to 20. """
    temp_pass_hours: int | Unset = UNSET
    """ Life of a generated password, 1 to 168. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.otp_minutes is not UNSET:
            out["otpMinutes"] = self.otp_minutes
        if self.link_minutes is not UNSET:
            out["linkMinutes"] = self.link_minutes
        if self.set_hours is not UNSET:
            out["setHours"] = self.set_hours
        if self.invite_hours is not UNSET:
            out["inviteHours"] = self.invite_hours
        if self.otp_length is not UNSET:
            out["otpLength"] = self.otp_length
        if self.otp_tries is not UNSET:
            out["otpTries"] = self.otp_tries
        if self.account_tries is not UNSET:
            out["accountTries"] = self.account_tries
        if self.mails_per_hour is not UNSET:
            out["mailsPerHour"] = self.mails_per_hour
        if self.temp_pass_hours is not UNSET:
            out["tempPassHours"] = self.temp_pass_hours
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        otp_minutes = d.pop("otpMinutes", UNSET)

        link_minutes = d.pop("linkMinutes", UNSET)

        set_hours = d.pop("setHours", UNSET)

        invite_hours = d.pop("inviteHours", UNSET)

        otp_length = d.pop("otpLength", UNSET)

        otp_tries = d.pop("otpTries", UNSET)

        account_tries = d.pop("accountTries", UNSET)

        mails_per_hour = d.pop("mailsPerHour", UNSET)

        temp_pass_hours = d.pop("tempPassHours", UNSET)

        made = cls(
            otp_minutes=otp_minutes,
            link_minutes=link_minutes,
            set_hours=set_hours,
            invite_hours=invite_hours,
            otp_length=otp_length,
            otp_tries=otp_tries,
            account_tries=account_tries,
            mails_per_hour=mails_per_hour,
            temp_pass_hours=temp_pass_hours,
        )
        made.additional_properties = d
        return made
