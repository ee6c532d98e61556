from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.entrust_character_rule import EntrustCharacterRule
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustUserPasswordSettings(Model):
    """The rules for a user's password."""

    ad_complexity: bool | Unset = UNSET
    """ Whether the complexity rule of Active Directory applies. """
    include_lowercase: EntrustCharacterRule | Unset = UNSET
    """ Whether a kind of character has to, may or must not occur. """
    include_nonalphanumeric: EntrustCharacterRule | Unset = UNSET
    """ Whether a kind of character has to, may or must not occur. """
    include_number: EntrustCharacterRule | Unset = UNSET
    """ Whether a kind of character has to, may or must not occur. """
    include_uppercase: EntrustCharacterRule | Unset = UNSET
    """ Whether a kind of character has to, may or must not occur. """
    lifetime_days: int | Unset = UNSET
    """ Days until a password expires; 0 is never. """
    maximum_length: int | Unset = UNSET
    maximum_repeated: int | Unset = UNSET
    """ How often a character may be repeated; 0 is no limit. """
    minimum_length: int | Unset = UNSET
    minimum_lifetime: int | Unset = UNSET
    """ Days before a password may be changed again; 0 is no wait. """
    minimum_strength: int | Unset = UNSET
    """ The least strength; 0 switches the rule off, 1 is weak, 3 good, 4 strong. """
    number_of_lowercase_required: int | Unset = UNSET
    number_of_nonalphanumeric_required: int | Unset = UNSET
    number_of_numeric_required: int | Unset = UNSET
    number_of_uppercase_required: int | Unset = UNSET
    password_history_size: int | Unset = UNSET
    """ How many earlier passwords may not come back; 0 is off. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.ad_complexity is not UNSET:
            out["adComplexity"] = self.ad_complexity
        include_lowercase: str | Unset = UNSET
        if not isinstance(self.include_lowercase, Unset):
            include_lowercase = str(self.include_lowercase)

        if include_lowercase is not UNSET:
            out["includeLowercase"] = include_lowercase
        include_nonalphanumeric: str | Unset = UNSET
        if not isinstance(self.include_nonalphanumeric, Unset):
            include_nonalphanumeric = str(self.include_nonalphanumeric)

        if include_nonalphanumeric is not UNSET:
            out["includeNonalphanumeric"] = include_nonalphanumeric
        include_number: str | Unset = UNSET
        if not isinstance(self.include_number, Unset):
            include_number = str(self.include_number)

        if include_number is not UNSET:
            out["includeNumber"] = include_number
        include_uppercase: str | Unset = UNSET
        if not isinstance(self.include_uppercase, Unset):
            include_uppercase = str(self.include_uppercase)

        if include_uppercase is not UNSET:
            out["includeUppercase"] = include_uppercase
        if self.lifetime_days is not UNSET:
            out["lifetimeDays"] = self.lifetime_days
        if self.maximum_length is not UNSET:
            out["maximumLength"] = self.maximum_length
        if self.maximum_repeated is not UNSET:
            out["maximumRepeated"] = self.maximum_repeated
        if self.minimum_length is not UNSET:
            out["minimumLength"] = self.minimum_length
        if self.minimum_lifetime is not UNSET:
            out["minimumLifetime"] = self.minimum_lifetime
        if self.minimum_strength is not UNSET:
            out["minimumStrength"] = self.minimum_strength
        if self.number_of_lowercase_required is not UNSET:
            out["numberOfLowercaseRequired"] = self.number_of_lowercase_required
        if self.number_of_nonalphanumeric_required is not UNSET:
            out["numberOfNonalphanumericRequired"] = self.number_of_nonalphanumeric_required
        if self.number_of_numeric_required is not UNSET:
            out["numberOfNumericRequired"] = self.number_of_numeric_required
        if self.number_of_uppercase_required is not UNSET:
            out["numberOfUppercaseRequired"] = self.number_of_uppercase_required
        if self.password_history_size is not UNSET:
            out["passwordHistorySize"] = self.password_history_size
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        ad_complexity = d.pop("adComplexity", UNSET)

        _include_lowercase = d.pop("includeLowercase", UNSET)
        include_lowercase: EntrustCharacterRule | Unset
        if isinstance(_include_lowercase, Unset):
            include_lowercase = UNSET
        else:
            include_lowercase = EntrustCharacterRule(_include_lowercase)

        _include_nonalphanumeric = d.pop("includeNonalphanumeric", UNSET)
        include_nonalphanumeric: EntrustCharacterRule | Unset
        if isinstance(_include_nonalphanumeric, Unset):
            include_nonalphanumeric = UNSET
        else:
            include_nonalphanumeric = EntrustCharacterRule(_include_nonalphanumeric)

        _include_number = d.pop("includeNumber", UNSET)
        include_number: EntrustCharacterRule | Unset
        if isinstance(_include_number, Unset):
            include_number = UNSET
        else:
            include_number = EntrustCharacterRule(_include_number)

        _include_uppercase = d.pop("includeUppercase", UNSET)
        include_uppercase: EntrustCharacterRule | Unset
        if isinstance(_include_uppercase, Unset):
            include_uppercase = UNSET
        else:
            include_uppercase = EntrustCharacterRule(_include_uppercase)

        lifetime_days = d.pop("lifetimeDays", UNSET)

        maximum_length = d.pop("maximumLength", UNSET)

        maximum_repeated = d.pop("maximumRepeated", UNSET)

        minimum_length = d.pop("minimumLength", UNSET)

        minimum_lifetime = d.pop("minimumLifetime", UNSET)

        minimum_strength = d.pop("minimumStrength", UNSET)

        number_of_lowercase_required = d.pop("numberOfLowercaseRequired", UNSET)

        number_of_nonalphanumeric_required = d.pop("numberOfNonalphanumericRequired", UNSET)

        number_of_numeric_required = d.pop("numberOfNumericRequired", UNSET)

        number_of_uppercase_required = d.pop("numberOfUppercaseRequired", UNSET)

        password_history_size = d.pop("passwordHistorySize", UNSET)

        made = cls(
            ad_complexity=ad_complexity,
            include_lowercase=include_lowercase,
            include_nonalphanumeric=include_nonalphanumeric,
            include_number=include_number,
            include_uppercase=include_uppercase,
            lifetime_days=lifetime_days,
            maximum_length=maximum_length,
            maximum_repeated=maximum_repeated,
            minimum_length=minimum_length,
            minimum_lifetime=minimum_lifetime,
            minimum_strength=minimum_strength,
            number_of_lowercase_required=number_of_lowercase_required,
            number_of_nonalphanumeric_required=number_of_nonalphanumeric_required,
            number_of_numeric_required=number_of_numeric_required,
            number_of_uppercase_required=number_of_uppercase_required,
            password_history_size=password_history_size,
        )
        made.additional_properties = d
        return made
