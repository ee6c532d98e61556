from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTicketRulesPatch(Model):
    """Changes of how long tickets live. `null` has a rule inherited again."""

    otp_minutes: int | None | Unset = UNSET
    """ Life of a short code, 1 to 15. """
    link_minutes: int | None | Unset = UNSET
    """ Life of a reset link or a returned code, 1 to 1,440. """
    set_hours: int | None | Unset = UNSET
    """ Life of the link of a new account, 1 to 168. """
    invite_hours: int | None | Unset = UNSET
    """ Life of an invitation, 1 to 168. """
    otp_length: int | None | Unset = UNSET
    """ Digits of a short code, 6 to 10. """
    otp_tries: int | None | Unset = UNSET
    """ Wrong tries that end a short code, 1 to 10. """
    account_tries: int | None | Unset = UNSET
    """ Wrong mailed codes of a user, or wrong codes of his app, in a row, 1 to 100. """
    mails_per_hour: int | None | Unset = UNSET
    """ Messages to a user an hour, 1 to 20. """
    temp_pass_hours: int | None | Unset = UNSET
    """ Life of a generated password, 1 to 168. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        otp_minutes: int | None | Unset
        if isinstance(self.otp_minutes, Unset):
            otp_minutes = UNSET
        else:
            otp_minutes = self.otp_minutes
        if otp_minutes is not UNSET:
            out["otpMinutes"] = otp_minutes
        link_minutes: int | None | Unset
        if isinstance(self.link_minutes, Unset):
            link_minutes = UNSET
        else:
            link_minutes = self.link_minutes
        if link_minutes is not UNSET:
            out["linkMinutes"] = link_minutes
        set_hours: int | None | Unset
        if isinstance(self.set_hours, Unset):
            set_hours = UNSET
        else:
            set_hours = self.set_hours
        if set_hours is not UNSET:
            out["setHours"] = set_hours
        invite_hours: int | None | Unset
        if isinstance(self.invite_hours, Unset):
            invite_hours = UNSET
        else:
            invite_hours = self.invite_hours
        if invite_hours is not UNSET:
            out["inviteHours"] = invite_hours
        otp_length: int | None | Unset
        if isinstance(self.otp_length, Unset):
            otp_length = UNSET
        else:
            otp_length = self.otp_length
        if otp_length is not UNSET:
            out["otpLength"] = otp_length
        otp_tries: int | None | Unset
        if isinstance(self.otp_tries, Unset):
            otp_tries = UNSET
        else:
            otp_tries = self.otp_tries
        if otp_tries is not UNSET:
            out["otpTries"] = otp_tries
        account_tries: int | None | Unset
        if isinstance(self.account_tries, Unset):
            account_tries = UNSET
        else:
            account_tries = self.account_tries
        if account_tries is not UNSET:
            out["accountTries"] = account_tries
        mails_per_hour: int | None | Unset
        if isinstance(self.mails_per_hour, Unset):
            mails_per_hour = UNSET
        else:
            mails_per_hour = self.mails_per_hour
        if mails_per_hour is not UNSET:
            out["mailsPerHour"] = mails_per_hour
        temp_pass_hours: int | None | Unset
        if isinstance(self.temp_pass_hours, Unset):
            temp_pass_hours = UNSET
        else:
            temp_pass_hours = self.temp_pass_hours
        if temp_pass_hours is not UNSET:
            out["tempPassHours"] = temp_pass_hours
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_otp_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        otp_minutes = _parse_otp_minutes(d.pop("otpMinutes", UNSET))

        def _parse_link_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        link_minutes = _parse_link_minutes(d.pop("linkMinutes", UNSET))

        def _parse_set_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        set_hours = _parse_set_hours(d.pop("setHours", UNSET))

        def _parse_invite_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        invite_hours = _parse_invite_hours(d.pop("inviteHours", UNSET))

        def _parse_otp_length(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        otp_length = _parse_otp_length(d.pop("otpLength", UNSET))

        def _parse_otp_tries(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        otp_tries = _parse_otp_tries(d.pop("otpTries", UNSET))

        def _parse_account_tries(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        account_tries = _parse_account_tries(d.pop("accountTries", UNSET))

        def _parse_mails_per_hour(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        mails_per_hour = _parse_mails_per_hour(d.pop("mailsPerHour", UNSET))

        def _parse_temp_pass_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        temp_pass_hours = _parse_temp_pass_hours(d.pop("tempPassHours", UNSET))

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
