from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..models.entrust_directory_type import EntrustDirectoryType
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.entrust_user_password_strength import EntrustUserPasswordStrength


@define(repr=False)
class EntrustUserPasswordValidationResponse(Model):
    """One flag a rule. True means that the candidate passes, for `blacklisted` and `passwordHistory` too."""

    ad_complexity: bool | Unset = UNSET
    """ Absent for local users. """
    alias: bool | Unset = UNSET
    """ True if the candidate is not made of an address of the user. """
    alpha_numeric: bool | Unset = UNSET
    """ True if there are enough characters that are neither letters nor digits. """
    blacklisted: bool | Unset = UNSET
    """ True if the candidate is not on the list of known passwords, and not made of a name of the service
    or the tenant or of a word that the tenant forbids. """
    directory_type: EntrustDirectoryType | Unset = UNSET
    """ The kind of directory of a directory user; absent for local users. """
    full_name: bool | Unset = UNSET
    """ True if the candidate is not made of the user's name. """
    length: bool | Unset = UNSET
    lower_case: bool | Unset = UNSET
    nondeterministic_validations: list[str] | Unset = UNSET
    """ Names of the rules that only the directory itself can decide. """
    numeric: bool | Unset = UNSET
    password_history: bool | Unset = UNSET
    """ True if the candidate is not in the history. """
    repeated_characters: bool | Unset = UNSET
    strength: bool | Unset = UNSET
    upper_case: bool | Unset = UNSET
    user_id: bool | Unset = UNSET
    """ True if the candidate is not made of the login name. """
    user_password_strength: EntrustUserPasswordStrength | Unset = UNSET
    """ How hard the candidate is to guess. The vendor's fields are not published. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.ad_complexity is not UNSET:
            out["adComplexity"] = self.ad_complexity
        if self.alias is not UNSET:
            out["alias"] = self.alias
        if self.alpha_numeric is not UNSET:
            out["alphaNumeric"] = self.alpha_numeric
        if self.blacklisted is not UNSET:
            out["blacklisted"] = self.blacklisted
        directory_type: str | Unset = UNSET
        if not isinstance(self.directory_type, Unset):
            directory_type = str(self.directory_type)

        if directory_type is not UNSET:
            out["directoryType"] = directory_type
        if self.full_name is not UNSET:
            out["fullName"] = self.full_name
        if self.length is not UNSET:
            out["length"] = self.length
        if self.lower_case is not UNSET:
            out["lowerCase"] = self.lower_case
        nondeterministic_validations: list[str] | Unset = UNSET
        if not isinstance(self.nondeterministic_validations, Unset):
            nondeterministic_validations = self.nondeterministic_validations

        if nondeterministic_validations is not UNSET:
            out["nondeterministicValidations"] = nondeterministic_validations
        if self.numeric is not UNSET:
            out["numeric"] = self.numeric
        if self.password_history is not UNSET:
            out["passwordHistory"] = self.password_history
        if self.repeated_characters is not UNSET:
            out["repeatedCharacters"] = self.repeated_characters
        if self.strength is not UNSET:
            out["strength"] = self.strength
        if self.upper_case is not UNSET:
            out["upperCase"] = self.upper_case
        if self.user_id is not UNSET:
            out["userID"] = self.user_id
        user_password_strength: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_password_strength, Unset):
            user_password_strength = self.user_password_strength.to_dict()
        if user_password_strength is not UNSET:
            out["userPasswordStrength"] = user_password_strength
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.entrust_user_password_strength import EntrustUserPasswordStrength

        d = dict(src_dict)
        ad_complexity = d.pop("adComplexity", UNSET)

        alias = d.pop("alias", UNSET)

        alpha_numeric = d.pop("alphaNumeric", UNSET)

        blacklisted = d.pop("blacklisted", UNSET)

        _directory_type = d.pop("directoryType", UNSET)
        directory_type: EntrustDirectoryType | Unset
        if isinstance(_directory_type, Unset):
            directory_type = UNSET
        else:
            directory_type = EntrustDirectoryType(_directory_type)

        full_name = d.pop("fullName", UNSET)

        length = d.pop("length", UNSET)

        lower_case = d.pop("lowerCase", UNSET)

        nondeterministic_validations = cast(list[str], d.pop("nondeterministicValidations", UNSET))

        numeric = d.pop("numeric", UNSET)

        password_history = d.pop("passwordHistory", UNSET)

        repeated_characters = d.pop("repeatedCharacters", UNSET)

        strength = d.pop("strength", UNSET)

        upper_case = d.pop("upperCase", UNSET)

        user_id = d.pop("userID", UNSET)

        _user_password_strength = d.pop("userPasswordStrength", UNSET)
        user_password_strength: EntrustUserPasswordStrength | Unset
        if isinstance(_user_password_strength, Unset):
            user_password_strength = UNSET
        else:
            user_password_strength = EntrustUserPasswordStrength.from_dict(_user_password_strength)

        made = cls(
            ad_complexity=ad_complexity,
            alias=alias,
            alpha_numeric=alpha_numeric,
            blacklisted=blacklisted,
            directory_type=directory_type,
            full_name=full_name,
            length=length,
            lower_case=lower_case,
            nondeterministic_validations=nondeterministic_validations,
            numeric=numeric,
            password_history=password_history,
            repeated_characters=repeated_characters,
            strength=strength,
            upper_case=upper_case,
            user_id=user_id,
            user_password_strength=user_password_strength,
        )
        made.additional_properties = d
        return made
