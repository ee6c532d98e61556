from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordRulesPatch(Model):
    """Changes of what a password must meet. `null` has a rule inherited again."""

    min_length: int | None | Unset = UNSET
    """ Least length where the password is the only factor, 1 to 255. """
    min_length_mfa: int | None | Unset = UNSET
    """ Least length beside a second factor, 0 to 255; 0 for the same. """
    max_length: int | None | Unset = UNSET
    """ Greatest length, 1 to 1,024. """
    min_lower: int | None | Unset = UNSET
    """ Lower-case letters required, at most 255. """
    min_upper: int | None | Unset = UNSET
    """ Upper-case letters required, at most 255. """
    min_digit: int | None | Unset = UNSET
    """ Digits required, at most 255. """
    min_symbol: int | None | Unset = UNSET
    """ Characters required that are neither letters nor digits, at most 255. """
    max_repeated: int | None | Unset = UNSET
    """ Longest run of one character, at most 255; 2 takes aa and refuses aaa. """
    min_strength: int | None | Unset = UNSET
    """ Least strength, 0 to 4, by estimated guesses. """
    blocklist: bool | None | Unset = UNSET
    """ Refuse passwords in common use and the patterns they follow. """
    wordlist: bool | None | Unset = UNSET
    """ Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). """
    breach_lookup: None | str | Unset = UNSET
    """ Ask whether a password is known from a breach, `off`, `fail_open` or `fail_closed`. """
    context_words: bool | None | Unset = UNSET
    """ Refuse passwords made of the names of service, tenant or user. """
    extra_words: list[str] | None | Unset = UNSET
    """ Further context words, at most 200 of 3 to 64 characters. """
    history: int | None | Unset = UNSET
    """ How many of the last passwords are refused, the current one included, at most 255. """
    history_days: int | None | Unset = UNSET
    """ Refuse those that were in use within so many days as well, at most 36,500. Of one user at most 255
    are kept. """
    lifetime_days: int | None | Unset = UNSET
    """ Days from its last change until a password expires, at most 36,500; 0 for never. Passwords that
    there are follow it, unless a date was chosen for them. """
    min_lifetime_hours: int | None | Unset = UNSET
    """ Hours before which users may not change a password again. """
    warn_days: list[int] | None | Unset = UNSET
    """ Days before expiry at which the user is told, at most 10. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        min_length: int | None | Unset
        if isinstance(self.min_length, Unset):
            min_length = UNSET
        else:
            min_length = self.min_length
        if min_length is not UNSET:
            out["minLength"] = min_length
        min_length_mfa: int | None | Unset
        if isinstance(self.min_length_mfa, Unset):
            min_length_mfa = UNSET
        else:
            min_length_mfa = self.min_length_mfa
        if min_length_mfa is not UNSET:
            out["minLengthMfa"] = min_length_mfa
        max_length: int | None | Unset
        if isinstance(self.max_length, Unset):
            max_length = UNSET
        else:
            max_length = self.max_length
        if max_length is not UNSET:
            out["maxLength"] = max_length
        min_lower: int | None | Unset
        if isinstance(self.min_lower, Unset):
            min_lower = UNSET
        else:
            min_lower = self.min_lower
        if min_lower is not UNSET:
            out["minLower"] = min_lower
        min_upper: int | None | Unset
        if isinstance(self.min_upper, Unset):
            min_upper = UNSET
        else:
            min_upper = self.min_upper
        if min_upper is not UNSET:
            out["minUpper"] = min_upper
        min_digit: int | None | Unset
        if isinstance(self.min_digit, Unset):
            min_digit = UNSET
        else:
            min_digit = self.min_digit
        if min_digit is not UNSET:
            out["minDigit"] = min_digit
        min_symbol: int | None | Unset
        if isinstance(self.min_symbol, Unset):
            min_symbol = UNSET
        else:
            min_symbol = self.min_symbol
        if min_symbol is not UNSET:
            out["minSymbol"] = min_symbol
        max_repeated: int | None | Unset
        if isinstance(self.max_repeated, Unset):
            max_repeated = UNSET
        else:
            max_repeated = self.max_repeated
        if max_repeated is not UNSET:
            out["maxRepeated"] = max_repeated
        min_strength: int | None | Unset
        if isinstance(self.min_strength, Unset):
            min_strength = UNSET
        else:
            min_strength = self.min_strength
        if min_strength is not UNSET:
            out["minStrength"] = min_strength
        blocklist: bool | None | Unset
        if isinstance(self.blocklist, Unset):
            blocklist = UNSET
        else:
            blocklist = self.blocklist
        if blocklist is not UNSET:
            out["blocklist"] = blocklist
        wordlist: bool | None | Unset
        if isinstance(self.wordlist, Unset):
            wordlist = UNSET
        else:
            wordlist = self.wordlist
        if wordlist is not UNSET:
            out["wordlist"] = wordlist
        breach_lookup: None | str | Unset
        if isinstance(self.breach_lookup, Unset):
            breach_lookup = UNSET
        else:
            breach_lookup = self.breach_lookup
        if breach_lookup is not UNSET:
            out["breachLookup"] = breach_lookup
        context_words: bool | None | Unset
        if isinstance(self.context_words, Unset):
            context_words = UNSET
        else:
            context_words = self.context_words
        if context_words is not UNSET:
            out["contextWords"] = context_words
        extra_words: list[str] | None | Unset
        if isinstance(self.extra_words, Unset):
            extra_words = UNSET
        elif isinstance(self.extra_words, list):
            extra_words = self.extra_words

        else:
            extra_words = self.extra_words
        if extra_words is not UNSET:
            out["extraWords"] = extra_words
        history: int | None | Unset
        if isinstance(self.history, Unset):
            history = UNSET
        else:
            history = self.history
        if history is not UNSET:
            out["history"] = history
        history_days: int | None | Unset
        if isinstance(self.history_days, Unset):
            history_days = UNSET
        else:
            history_days = self.history_days
        if history_days is not UNSET:
            out["historyDays"] = history_days
        lifetime_days: int | None | Unset
        if isinstance(self.lifetime_days, Unset):
            lifetime_days = UNSET
        else:
            lifetime_days = self.lifetime_days
        if lifetime_days is not UNSET:
            out["lifetimeDays"] = lifetime_days
        min_lifetime_hours: int | None | Unset
        if isinstance(self.min_lifetime_hours, Unset):
            min_lifetime_hours = UNSET
        else:
            min_lifetime_hours = self.min_lifetime_hours
        if min_lifetime_hours is not UNSET:
            out["minLifetimeHours"] = min_lifetime_hours
        warn_days: list[int] | None | Unset
        if isinstance(self.warn_days, Unset):
            warn_days = UNSET
        elif isinstance(self.warn_days, list):
            warn_days = self.warn_days

        else:
            warn_days = self.warn_days
        if warn_days is not UNSET:
            out["warnDays"] = warn_days
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_min_length(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_length = _parse_min_length(d.pop("minLength", UNSET))

        def _parse_min_length_mfa(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_length_mfa = _parse_min_length_mfa(d.pop("minLengthMfa", UNSET))

        def _parse_max_length(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_length = _parse_max_length(d.pop("maxLength", UNSET))

        def _parse_min_lower(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_lower = _parse_min_lower(d.pop("minLower", UNSET))

        def _parse_min_upper(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_upper = _parse_min_upper(d.pop("minUpper", UNSET))

        def _parse_min_digit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_digit = _parse_min_digit(d.pop("minDigit", UNSET))

        def _parse_min_symbol(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_symbol = _parse_min_symbol(d.pop("minSymbol", UNSET))

        def _parse_max_repeated(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_repeated = _parse_max_repeated(d.pop("maxRepeated", UNSET))

        def _parse_min_strength(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_strength = _parse_min_strength(d.pop("minStrength", UNSET))

        def _parse_blocklist(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        blocklist = _parse_blocklist(d.pop("blocklist", UNSET))

        def _parse_wordlist(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        wordlist = _parse_wordlist(d.pop("wordlist", UNSET))

        def _parse_breach_lookup(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        breach_lookup = _parse_breach_lookup(d.pop("breachLookup", UNSET))

        def _parse_context_words(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        context_words = _parse_context_words(d.pop("contextWords", UNSET))

        def _parse_extra_words(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                extra_words_type_0 = cast(list[str], data)

                return extra_words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        extra_words = _parse_extra_words(d.pop("extraWords", UNSET))

        def _parse_history(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        history = _parse_history(d.pop("history", UNSET))

        def _parse_history_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        history_days = _parse_history_days(d.pop("historyDays", UNSET))

        def _parse_lifetime_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        lifetime_days = _parse_lifetime_days(d.pop("lifetimeDays", UNSET))

        def _parse_min_lifetime_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_lifetime_hours = _parse_min_lifetime_hours(d.pop("minLifetimeHours", UNSET))

        def _parse_warn_days(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                warn_days_type_0 = cast(list[int], data)

                return warn_days_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        warn_days = _parse_warn_days(d.pop("warnDays", UNSET))

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
