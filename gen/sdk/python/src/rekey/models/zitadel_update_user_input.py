from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_update_user_human import ZitadelUpdateUserHuman


@define(repr=False)
class ZitadelUpdateUserInput(Model):
    """Fields other than `human` are ignored."""

    human: ZitadelUpdateUserHuman | Unset = UNSET
    """ Fields other than `password` are ignored. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        human: dict[str, Any] | Unset = UNSET
        if not isinstance(self.human, Unset):
            human = self.human.to_dict()
        if human is not UNSET:
            out["human"] = human
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_update_user_human import ZitadelUpdateUserHuman

        d = dict(src_dict)
        _human = d.pop("human", UNSET)
        human: ZitadelUpdateUserHuman | Unset
        if isinstance(_human, Unset):
            human = UNSET
        else:
            human = ZitadelUpdateUserHuman.from_dict(_human)

        made = cls(
            human=human,
        )
        made.additional_properties = d
        return made
