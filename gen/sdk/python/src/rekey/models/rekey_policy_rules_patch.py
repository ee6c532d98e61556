from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_password_rules_patch import RekeyPasswordRulesPatch
    from ..models.rekey_session_rules_patch import RekeySessionRulesPatch
    from ..models.rekey_ticket_rules_patch import RekeyTicketRulesPatch


@define(repr=False)
class RekeyPolicyRulesPatch(Model):
    """Changes of rules. What is left out stays, and `null` has a rule inherited again."""

    password: RekeyPasswordRulesPatch | Unset = UNSET
    """ Changes of what a password must meet. `null` has a rule inherited again. """
    tickets: RekeyTicketRulesPatch | Unset = UNSET
    """ Changes of how long tickets live. `null` has a rule inherited again. """
    sessions: RekeySessionRulesPatch | Unset = UNSET
    """ Changes of how long sessions live. `null` has a rule inherited again. """
    reset_by: None | str | Unset = UNSET
    """ How a mailbox proves that it is the user's, by opening a link (`link`) or by a short code (`otp`). """
    reset_needs_factor: bool | None | Unset = UNSET
    """ Whoever has a second factor needs it for a reset as well. """
    mail_chosen_password: bool | None | Unset = UNSET
    """ A password that an administrator chose is mailed in clear, in place of a one-time link. """
    link_templates: list[str] | None | Unset = UNSET
    """ What links that a caller asks for may begin with, as scheme, host and perhaps a path. At most 50, of
    at most 200 bytes. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        tickets: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tickets, Unset):
            tickets = self.tickets.to_dict()
        if tickets is not UNSET:
            out["tickets"] = tickets
        sessions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sessions, Unset):
            sessions = self.sessions.to_dict()
        if sessions is not UNSET:
            out["sessions"] = sessions
        reset_by: None | str | Unset
        if isinstance(self.reset_by, Unset):
            reset_by = UNSET
        else:
            reset_by = self.reset_by
        if reset_by is not UNSET:
            out["resetBy"] = reset_by
        reset_needs_factor: bool | None | Unset
        if isinstance(self.reset_needs_factor, Unset):
            reset_needs_factor = UNSET
        else:
            reset_needs_factor = self.reset_needs_factor
        if reset_needs_factor is not UNSET:
            out["resetNeedsFactor"] = reset_needs_factor
        mail_chosen_password: bool | None | Unset
        if isinstance(self.mail_chosen_password, Unset):
            mail_chosen_password = UNSET
        else:
            mail_chosen_password = self.mail_chosen_password
        if mail_chosen_password is not UNSET:
            out["mailChosenPassword"] = mail_chosen_password
        link_templates: list[str] | None | Unset
        if isinstance(self.link_templates, Unset):
            link_templates = UNSET
        elif isinstance(self.link_templates, list):
            link_templates = self.link_templates

        else:
            link_templates = self.link_templates
        if link_templates is not UNSET:
            out["linkTemplates"] = link_templates
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_password_rules_patch import RekeyPasswordRulesPatch
        from ..models.rekey_session_rules_patch import RekeySessionRulesPatch
        from ..models.rekey_ticket_rules_patch import RekeyTicketRulesPatch

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: RekeyPasswordRulesPatch | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = RekeyPasswordRulesPatch.from_dict(_password)

        _tickets = d.pop("tickets", UNSET)
        tickets: RekeyTicketRulesPatch | Unset
        if isinstance(_tickets, Unset):
            tickets = UNSET
        else:
            tickets = RekeyTicketRulesPatch.from_dict(_tickets)

        _sessions = d.pop("sessions", UNSET)
        sessions: RekeySessionRulesPatch | Unset
        if isinstance(_sessions, Unset):
            sessions = UNSET
        else:
            sessions = RekeySessionRulesPatch.from_dict(_sessions)

        def _parse_reset_by(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reset_by = _parse_reset_by(d.pop("resetBy", UNSET))

        def _parse_reset_needs_factor(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        reset_needs_factor = _parse_reset_needs_factor(d.pop("resetNeedsFactor", UNSET))

        def _parse_mail_chosen_password(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        mail_chosen_password = _parse_mail_chosen_password(d.pop("mailChosenPassword", UNSET))

        def _parse_link_templates(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                link_templates_type_0 = cast(list[str], data)

                return link_templates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        link_templates = _parse_link_templates(d.pop("linkTemplates", UNSET))

        made = cls(
            password=password,
            tickets=tickets,
            sessions=sessions,
            reset_by=reset_by,
            reset_needs_factor=reset_needs_factor,
            mail_chosen_password=mail_chosen_password,
            link_templates=link_templates,
        )
        made.additional_properties = d
        return made
