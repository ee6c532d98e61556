from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_i_ds_query import ZitadelIDsQuery
    from ..models.zitadel_user_id_query import ZitadelUserIDQuery


@define(repr=False)
class ZitadelSearchQuery(Model):
    """One criterion, by exactly one of the two fields."""

    ids_query: ZitadelIDsQuery | Unset = UNSET
    """ Sessions with one of these ids. """
    user_id_query: ZitadelUserIDQuery | Unset = UNSET
    """ Sessions of this user. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        ids_query: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ids_query, Unset):
            ids_query = self.ids_query.to_dict()
        if ids_query is not UNSET:
            out["idsQuery"] = ids_query
        user_id_query: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_id_query, Unset):
            user_id_query = self.user_id_query.to_dict()
        if user_id_query is not UNSET:
            out["userIdQuery"] = user_id_query
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_i_ds_query import ZitadelIDsQuery
        from ..models.zitadel_user_id_query import ZitadelUserIDQuery

        d = dict(src_dict)
        _ids_query = d.pop("idsQuery", UNSET)
        ids_query: ZitadelIDsQuery | Unset
        if isinstance(_ids_query, Unset):
            ids_query = UNSET
        else:
            ids_query = ZitadelIDsQuery.from_dict(_ids_query)

        _user_id_query = d.pop("userIdQuery", UNSET)
        user_id_query: ZitadelUserIDQuery | Unset
        if isinstance(_user_id_query, Unset):
            user_id_query = UNSET
        else:
            user_id_query = ZitadelUserIDQuery.from_dict(_user_id_query)

        made = cls(
            ids_query=ids_query,
            user_id_query=user_id_query,
        )
        made.additional_properties = d
        return made
