from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_violation_params import RekeyViolationParams


@define(repr=False)
class RekeyViolation(Model):
    """A broken rule."""

    code: str
    message: str
    pointer: str | Unset = UNSET
    """ A JSON pointer into the body; empty for the body as a whole. """
    parameter: str | Unset = UNSET
    """ The name of the parameter, if it is one. """
    params: RekeyViolationParams | Unset = UNSET
    """ The bounds of the rule. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["code"] = self.code
        out["message"] = self.message
        if self.pointer is not UNSET:
            out["pointer"] = self.pointer
        if self.parameter is not UNSET:
            out["parameter"] = self.parameter
        params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params.to_dict()
        if params is not UNSET:
            out["params"] = params
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_violation_params import RekeyViolationParams

        d = dict(src_dict)
        code = d.pop("code")

        message = d.pop("message")

        pointer = d.pop("pointer", UNSET)

        parameter = d.pop("parameter", UNSET)

        _params = d.pop("params", UNSET)
        params: RekeyViolationParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = RekeyViolationParams.from_dict(_params)

        made = cls(
            code=code,
            message=message,
            pointer=pointer,
            parameter=parameter,
            params=params,
        )
        made.additional_properties = d
        return made
