from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_update_user_human import ZitadelUpdateUserHuman
    from ..models.zitadel_update_user_input_machine_type_0 import ZitadelUpdateUserInputMachineType0


@define(repr=False)
class ZitadelUpdateUserInput(Model):
    human: ZitadelUpdateUserHuman | Unset = UNSET
    username: None | str | Unset = UNSET
    """ A new login name. Not served: a request with it is refused. """
    machine: None | Unset | ZitadelUpdateUserInputMachineType0 = UNSET
    """ A service account. Not served: a request with it is refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_update_user_input_machine_type_0 import ZitadelUpdateUserInputMachineType0

        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        human: dict[str, Any] | Unset = UNSET
        if not isinstance(self.human, Unset):
            human = self.human.to_dict()
        if human is not UNSET:
            out["human"] = human
        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username
        if username is not UNSET:
            out["username"] = username
        machine: dict[str, Any] | None | Unset
        if isinstance(self.machine, Unset):
            machine = UNSET
        elif isinstance(self.machine, ZitadelUpdateUserInputMachineType0):
            machine = self.machine.to_dict()
        else:
            machine = self.machine
        if machine is not UNSET:
            out["machine"] = machine
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_update_user_human import ZitadelUpdateUserHuman
        from ..models.zitadel_update_user_input_machine_type_0 import ZitadelUpdateUserInputMachineType0

        d = dict(src_dict)
        _human = d.pop("human", UNSET)
        human: ZitadelUpdateUserHuman | Unset
        if isinstance(_human, Unset):
            human = UNSET
        else:
            human = ZitadelUpdateUserHuman.from_dict(_human)

        def _parse_username(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        username = _parse_username(d.pop("username", UNSET))

        def _parse_machine(data: object) -> None | Unset | ZitadelUpdateUserInputMachineType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                machine_type_0 = ZitadelUpdateUserInputMachineType0.from_dict(data)

                return machine_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelUpdateUserInputMachineType0, data)

        machine = _parse_machine(d.pop("machine", UNSET))

        made = cls(
            human=human,
            username=username,
            machine=machine,
        )
        made.additional_properties = d
        return made
