from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.entrust_error_parameter_parameters import EntrustErrorParameterParameters


@define(repr=False)
class EntrustErrorParameter(Model):
    """One offending field or one broken rule of the policy."""

    code: str
    """ The stable name of the rule. """
    pointer: str | Unset = UNSET
    """ JSON pointer into the body, or `path:` and the name of a path parameter. """
    message: str | Unset = UNSET
    """ One sentence for people. """
    parameters: EntrustErrorParameterParameters | Unset = UNSET
    """ The bounds of the rule, such as `min`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["code"] = self.code
        if self.pointer is not UNSET:
            out["pointer"] = self.pointer
        if self.message is not UNSET:
            out["message"] = self.message
        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()
        if parameters is not UNSET:
            out["parameters"] = parameters
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.entrust_error_parameter_parameters import EntrustErrorParameterParameters

        d = dict(src_dict)
        code = d.pop("code")

        pointer = d.pop("pointer", UNSET)

        message = d.pop("message", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: EntrustErrorParameterParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = EntrustErrorParameterParameters.from_dict(_parameters)

        made = cls(
            code=code,
            pointer=pointer,
            message=message,
            parameters=parameters,
        )
        made.additional_properties = d
        return made
