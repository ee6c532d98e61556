from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_set_human_password import ZitadelSetHumanPassword
    from ..models.zitadel_update_user_human_email_type_0 import ZitadelUpdateUserHumanEmailType0
    from ..models.zitadel_update_user_human_phone_type_0 import ZitadelUpdateUserHumanPhoneType0
    from ..models.zitadel_update_user_human_profile_type_0 import ZitadelUpdateUserHumanProfileType0


@define(repr=False)
class ZitadelUpdateUserHuman(Model):
    password: ZitadelSetHumanPassword | Unset = UNSET
    """ The vendor's SetPassword message. One of `password` and `hashedPassword`; at most one of the two
    proofs. """
    profile: None | Unset | ZitadelUpdateUserHumanProfileType0 = UNSET
    """ The user's names and language. Not served: a request with it is refused. """
    email: None | Unset | ZitadelUpdateUserHumanEmailType0 = UNSET
    """ The user's e-mail address. Not served: a request with it is refused. """
    phone: None | Unset | ZitadelUpdateUserHumanPhoneType0 = UNSET
    """ The user's phone number. Not served: a request with it is refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_update_user_human_email_type_0 import ZitadelUpdateUserHumanEmailType0
        from ..models.zitadel_update_user_human_phone_type_0 import ZitadelUpdateUserHumanPhoneType0
        from ..models.zitadel_update_user_human_profile_type_0 import ZitadelUpdateUserHumanProfileType0

        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        profile: dict[str, Any] | None | Unset
        if isinstance(self.profile, Unset):
            profile = UNSET
        elif isinstance(self.profile, ZitadelUpdateUserHumanProfileType0):
            profile = self.profile.to_dict()
        else:
            profile = self.profile
        if profile is not UNSET:
            out["profile"] = profile
        email: dict[str, Any] | None | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        elif isinstance(self.email, ZitadelUpdateUserHumanEmailType0):
            email = self.email.to_dict()
        else:
            email = self.email
        if email is not UNSET:
            out["email"] = email
        phone: dict[str, Any] | None | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        elif isinstance(self.phone, ZitadelUpdateUserHumanPhoneType0):
            phone = self.phone.to_dict()
        else:
            phone = self.phone
        if phone is not UNSET:
            out["phone"] = phone
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_set_human_password import ZitadelSetHumanPassword
        from ..models.zitadel_update_user_human_email_type_0 import ZitadelUpdateUserHumanEmailType0
        from ..models.zitadel_update_user_human_phone_type_0 import ZitadelUpdateUserHumanPhoneType0
        from ..models.zitadel_update_user_human_profile_type_0 import ZitadelUpdateUserHumanProfileType0

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: ZitadelSetHumanPassword | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelSetHumanPassword.from_dict(_password)

        def _parse_profile(data: object) -> None | Unset | ZitadelUpdateUserHumanProfileType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                profile_type_0 = ZitadelUpdateUserHumanProfileType0.from_dict(data)

                return profile_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelUpdateUserHumanProfileType0, data)

        profile = _parse_profile(d.pop("profile", UNSET))

        def _parse_email(data: object) -> None | Unset | ZitadelUpdateUserHumanEmailType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                email_type_0 = ZitadelUpdateUserHumanEmailType0.from_dict(data)

                return email_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelUpdateUserHumanEmailType0, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | Unset | ZitadelUpdateUserHumanPhoneType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                phone_type_0 = ZitadelUpdateUserHumanPhoneType0.from_dict(data)

                return phone_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelUpdateUserHumanPhoneType0, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        made = cls(
            password=password,
            profile=profile,
            email=email,
            phone=phone,
        )
        made.additional_properties = d
        return made
