from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.entrust_error_parameter import EntrustErrorParameter


@define(repr=False)
class EntrustErrorInfo(Model):
    """Why a request was refused. It never repeats a value of the request."""

    error_code: str
    """ Stable, lower snake case. The values are Rekey's own. """
    error_message: str
    """ One sentence for people. """
    parameters: list[EntrustErrorParameter] | Unset = UNSET
    """ The offending fields or broken rules, if there are any. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["errorCode"] = self.error_code
        out["errorMessage"] = self.error_message
        parameters: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = []
            for parameters_item_data in self.parameters:
                parameters_item = parameters_item_data.to_dict()
                parameters.append(parameters_item)

        if parameters is not UNSET:
            out["parameters"] = parameters
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.entrust_error_parameter import EntrustErrorParameter

        d = dict(src_dict)
        error_code = d.pop("errorCode")

        error_message = d.pop("errorMessage")

        _parameters = d.pop("parameters", UNSET)
        parameters: list[EntrustErrorParameter] | Unset = UNSET
        if _parameters is not UNSET:
            parameters = []
            for parameters_item_data in _parameters:
                parameters_item = EntrustErrorParameter.from_dict(parameters_item_data)

                parameters.append(parameters_item)

        made = cls(
            error_code=error_code,
            error_message=error_message,
            parameters=parameters,
        )
        made.additional_properties = d
        return made
