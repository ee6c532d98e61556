from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..models.rekey_breach_lookup import RekeyBreachLookup
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordRules(Model):
    """What a new password must meet. Lengths count code points; 0 switches a rule off."""

    min_length: int | Unset = UNSET
    """ Least length where the password is the only factor, 1 to 255. """
    min_length_mfa: int | Unset = UNSET
    """ Least length beside a second factor, 0 to 255; 0 for the same. """
    max_length: int | Unset = UNSET
    """ Greatest length, 1 to 1,024. """
    min_lower: int | Unset = UNSET
    """ Lower-case letters required, at most 255. """
    min_upper: int | Unset = UNSET
    """ Upper-case letters required, at most 255. """
    min_digit: int | Unset = UNSET
    """ Digits required, at most 255. """
    min_symbol: int | Unset = UNSET
    """ Characters required that are neither letters nor digits, at most 255. """
    max_repeated: int | Unset = UNSET
    """ Longest run of one character, at most 255; 2 takes aa and refuses aaa. """
    min_strength: int | Unset = UNSET
    """ Least strength, 0 to 4, by estimated guesses. """
    blocklist: bool | Unset = UNSET
    """ Refuse passwords in common use and the patterns they follow. """
    wordlist: bool | Unset = UNSET
    """ Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). """
    breach_lookup: RekeyBreachLookup | Unset = UNSET
    """ Ask the configured service whether a password is known from a breach; five of forty digits of its
    SHA-1 leave the server. If the service does not answer, `fail_open` takes the password and notes it
    in the audit trail, and `fail_closed` answers 503. """
    context_words: bool | Unset = UNSET
    """ Refuse passwords made of the names of service, tenant or user. """
    extra_words: list[str] | Unset = UNSET
    """ Further context words, at most 200 of 3 to 64 characters. """
    history: int | Unset = UNSET
    """ How many of the last passwords are refused, the current one included, at most 255. """
    history_days: int | Unset = UNSET
    """ Refuse those that were in use within so many days as well, at most 36,500. Of one user at most 255
    are kept. """
    lifetime_days: int | Unset = UNSET
    """ Days from its last change until a password expires, at most 36,500; 0 for never. Passwords that
    there are follow it, unless a date was chosen for them. """
    min_lifetime_hours: int | Unset = UNSET
    """ Hours before which users may not change a password again. """
    warn_days: list[int] | Unset = UNSET
    """ Days before expiry at which the user is told, at most 10. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.min_length is not UNSET:
            out["minLength"] = self.min_length
        if self.min_length_mfa is not UNSET:
            out["minLengthMfa"] = self.min_length_mfa
        if self.max_length is not UNSET:
            out["maxLength"] = self.max_length
        if self.min_lower is not UNSET:
            out["minLower"] = self.min_lower
        if self.min_upper is not UNSET:
            out["minUpper"] = self.min_upper
        if self.min_digit is not UNSET:
            out["minDigit"] = self.min_digit
        if self.min_symbol is not UNSET:
            out["minSymbol"] = self.min_symbol
        if self.max_repeated is not UNSET:
            out["maxRepeated"] = self.max_repeated
        if self.min_strength is not UNSET:
            out["minStrength"] = self.min_strength
        if self.blocklist is not UNSET:
            out["blocklist"] = self.blocklist
        if self.wordlist is not UNSET:
            out["wordlist"] = self.wordlist
        breach_lookup: str | Unset = UNSET
        if not isinstance(self.breach_lookup, Unset):
            breach_lookup = str(self.breach_lookup)

        if breach_lookup is not UNSET:
            out["breachLookup"] = breach_lookup
        if self.context_words is not UNSET:
            out["contextWords"] = self.context_words
        extra_words: list[str] | Unset = UNSET
        if not isinstance(self.extra_words, Unset):
            extra_words = self.extra_words

        if extra_words is not UNSET:
            out["extraWords"] = extra_words
        if self.history is not UNSET:
            out["history"] = self.history
        if self.history_days is not UNSET:
            out["historyDays"] = self.history_days
        if self.lifetime_days is not UNSET:
            out["lifetimeDays"] = self.lifetime_days
        if self.min_lifetime_hours is not UNSET:
            out["minLifetimeHours"] = self.min_lifetime_hours
        warn_days: list[int] | Unset = UNSET
        if not isinstance(self.warn_days, Unset):
            warn_days = self.warn_days

        if warn_days is not UNSET:
            out["warnDays"] = warn_days
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        min_length = d.pop("minLength", UNSET)

        min_length_mfa = d.pop("minLengthMfa", UNSET)

        max_length = d.pop("maxLength", UNSET)

        min_lower = d.pop("minLower", UNSET)

        min_upper = d.pop("minUpper", UNSET)

        min_digit = d.pop("minDigit", UNSET)

        min_symbol = d.pop("minSymbol", UNSET)

        max_repeated = d.pop("maxRepeated", UNSET)

        min_strength = d.pop("minStrength", UNSET)

        blocklist = d.pop("blocklist", UNSET)

        wordlist = d.pop("wordlist", UNSET)

        _breach_lookup = d.pop("breachLookup", UNSET)
        breach_lookup: RekeyBreachLookup | Unset
        if isinstance(_breach_lookup, Unset):
            breach_lookup = UNSET
        else:
            breach_lookup = RekeyBreachLookup(_breach_lookup)

        context_words = d.pop("contextWords", UNSET)

        extra_words = cast(list[str], d.pop("extraWords", UNSET))

        history = d.pop("history", UNSET)

        history_days = d.pop("historyDays", UNSET)

        lifetime_days = d.pop("lifetimeDays", UNSET)

        min_lifetime_hours = d.pop("minLifetimeHours", UNSET)

        warn_days = cast(list[int], d.pop("warnDays", UNSET))

        made = cls(
            min_length=min_length,
            min_length_mfa=min_length_mfa,
            max_length=max_length,
            min_lower=min_lower,
            min_upper=min_upper,
            min_digit=min_digit,
            min_symbol=min_symbol,
            max_repeated=max_repeated,
            min_strength=min_strength,
            blocklist=blocklist,
            wordlist=wordlist,
            breach_lookup=breach_lookup,
            context_words=context_words,
            extra_words=extra_words,
            history=history,
            history_days=history_days,
            lifetime_days=lifetime_days,
            min_lifetime_hours=min_lifetime_hours,
            warn_days=warn_days,
        )
        made.additional_properties = d
        return made
