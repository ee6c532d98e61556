from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..models.rekey_ticket_medium import RekeyTicketMedium
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_password_rules import RekeyPasswordRules
    from ..models.rekey_session_rules import RekeySessionRules
    from ..models.rekey_ticket_rules import RekeyTicketRules


@define(repr=False)
class RekeyPolicyRules(Model):
    """Rules by what they are about. What is left out is inherited."""

    password: RekeyPasswordRules | Unset = UNSET
    """ What a new password must meet. Lengths count code points; 0 switches a rule off. """
    tickets: RekeyTicketRules | Unset = UNSET
    """ How long tickets live, and how often they may be tried. """
    sessions: RekeySessionRules | Unset = UNSET
    """ How long sessions live, and what failed logins cost. """
    reset_by: RekeyTicketMedium | Unset = UNSET
    """ A link with a long secret, or a short code to be typed. """
    reset_needs_factor: bool | Unset = UNSET
    """ Whoever has a second factor needs it for a reset as well. """
    mail_chosen_password: bool | Unset = UNSET
    """ A password that an administrator chose is mailed in clear, in place of a one-time link. """
    link_templates: list[str] | Unset = UNSET
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
        reset_by: str | Unset = UNSET
        if not isinstance(self.reset_by, Unset):
            reset_by = str(self.reset_by)

        if reset_by is not UNSET:
            out["resetBy"] = reset_by
        if self.reset_needs_factor is not UNSET:
            out["resetNeedsFactor"] = self.reset_needs_factor
        if self.mail_chosen_password is not UNSET:
            out["mailChosenPassword"] = self.mail_chosen_password
        link_templates: list[str] | Unset = UNSET
        if not isinstance(self.link_templates, Unset):
            link_templates = self.link_templates

        if link_templates is not UNSET:
            out["linkTemplates"] = link_templates
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_password_rules import RekeyPasswordRules
        from ..models.rekey_session_rules import RekeySessionRules
        from ..models.rekey_ticket_rules import RekeyTicketRules

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: RekeyPasswordRules | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = RekeyPasswordRules.from_dict(_password)

        _tickets = d.pop("tickets", UNSET)
        tickets: RekeyTicketRules | Unset
        if isinstance(_tickets, Unset):
            tickets = UNSET
        else:
            tickets = RekeyTicketRules.from_dict(_tickets)

        _sessions = d.pop("sessions", UNSET)
        sessions: RekeySessionRules | Unset
        if isinstance(_sessions, Unset):
            sessions = UNSET
        else:
            sessions = RekeySessionRules.from_dict(_sessions)

        _reset_by = d.pop("resetBy", UNSET)
        reset_by: RekeyTicketMedium | Unset
        if isinstance(_reset_by, Unset):
            reset_by = UNSET
        else:
            reset_by = RekeyTicketMedium(_reset_by)

        reset_needs_factor = d.pop("resetNeedsFactor", UNSET)

        mail_chosen_password = d.pop("mailChosenPassword", UNSET)

        link_templates = cast(list[str], d.pop("linkTemplates", UNSET))

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
