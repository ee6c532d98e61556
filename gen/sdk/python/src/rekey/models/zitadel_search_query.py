from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_i_ds_query import ZitadelIDsQuery
    from ..models.zitadel_search_query_creation_date_query_type_0 import ZitadelSearchQueryCreationDateQueryType0
    from ..models.zitadel_search_query_creator_query_type_0 import ZitadelSearchQueryCreatorQueryType0
    from ..models.zitadel_search_query_expiration_date_query_type_0 import ZitadelSearchQueryExpirationDateQueryType0
    from ..models.zitadel_search_query_user_agent_query_type_0 import ZitadelSearchQueryUserAgentQueryType0
    from ..models.zitadel_user_id_query import ZitadelUserIDQuery


@define(repr=False)
class ZitadelSearchQuery(Model):
    """One criterion, by exactly one of the two fields."""

    ids_query: ZitadelIDsQuery | Unset = UNSET
    """ Sessions with one of these ids. """
    user_id_query: ZitadelUserIDQuery | Unset = UNSET
    """ Sessions of this user. """
    creation_date_query: None | Unset | ZitadelSearchQueryCreationDateQueryType0 = UNSET
    """ By the time of the login. Not served: a request with it is refused. """
    creator_query: None | Unset | ZitadelSearchQueryCreatorQueryType0 = UNSET
    """ By who made the session. Not served: a request with it is refused. """
    user_agent_query: None | Unset | ZitadelSearchQueryUserAgentQueryType0 = UNSET
    """ By the user's browser. Not served: a request with it is refused. """
    expiration_date_query: None | Unset | ZitadelSearchQueryExpirationDateQueryType0 = UNSET
    """ By the time of the end. Not served: a request with it is refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_search_query_creation_date_query_type_0 import ZitadelSearchQueryCreationDateQueryType0
        from ..models.zitadel_search_query_creator_query_type_0 import ZitadelSearchQueryCreatorQueryType0
        from ..models.zitadel_search_query_expiration_date_query_type_0 import (
            ZitadelSearchQueryExpirationDateQueryType0,
        )
        from ..models.zitadel_search_query_user_agent_query_type_0 import ZitadelSearchQueryUserAgentQueryType0

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
        creation_date_query: dict[str, Any] | None | Unset
        if isinstance(self.creation_date_query, Unset):
            creation_date_query = UNSET
        elif isinstance(self.creation_date_query, ZitadelSearchQueryCreationDateQueryType0):
            creation_date_query = self.creation_date_query.to_dict()
        else:
            creation_date_query = self.creation_date_query
        if creation_date_query is not UNSET:
            out["creationDateQuery"] = creation_date_query
        creator_query: dict[str, Any] | None | Unset
        if isinstance(self.creator_query, Unset):
            creator_query = UNSET
        elif isinstance(self.creator_query, ZitadelSearchQueryCreatorQueryType0):
            creator_query = self.creator_query.to_dict()
        else:
            creator_query = self.creator_query
        if creator_query is not UNSET:
            out["creatorQuery"] = creator_query
        user_agent_query: dict[str, Any] | None | Unset
        if isinstance(self.user_agent_query, Unset):
            user_agent_query = UNSET
        elif isinstance(self.user_agent_query, ZitadelSearchQueryUserAgentQueryType0):
            user_agent_query = self.user_agent_query.to_dict()
        else:
            user_agent_query = self.user_agent_query
        if user_agent_query is not UNSET:
            out["userAgentQuery"] = user_agent_query
        expiration_date_query: dict[str, Any] | None | Unset
        if isinstance(self.expiration_date_query, Unset):
            expiration_date_query = UNSET
        elif isinstance(self.expiration_date_query, ZitadelSearchQueryExpirationDateQueryType0):
            expiration_date_query = self.expiration_date_query.to_dict()
        else:
            expiration_date_query = self.expiration_date_query
        if expiration_date_query is not UNSET:
            out["expirationDateQuery"] = expiration_date_query
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_i_ds_query import ZitadelIDsQuery
        from ..models.zitadel_search_query_creation_date_query_type_0 import ZitadelSearchQueryCreationDateQueryType0
        from ..models.zitadel_search_query_creator_query_type_0 import ZitadelSearchQueryCreatorQueryType0
        from ..models.zitadel_search_query_expiration_date_query_type_0 import (
            ZitadelSearchQueryExpirationDateQueryType0,
        )
        from ..models.zitadel_search_query_user_agent_query_type_0 import ZitadelSearchQueryUserAgentQueryType0
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

        def _parse_creation_date_query(data: object) -> None | Unset | ZitadelSearchQueryCreationDateQueryType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                creation_date_query_type_0 = ZitadelSearchQueryCreationDateQueryType0.from_dict(data)

                return creation_date_query_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelSearchQueryCreationDateQueryType0, data)

        creation_date_query = _parse_creation_date_query(d.pop("creationDateQuery", UNSET))

        def _parse_creator_query(data: object) -> None | Unset | ZitadelSearchQueryCreatorQueryType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                creator_query_type_0 = ZitadelSearchQueryCreatorQueryType0.from_dict(data)

                return creator_query_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelSearchQueryCreatorQueryType0, data)

        creator_query = _parse_creator_query(d.pop("creatorQuery", UNSET))

        def _parse_user_agent_query(data: object) -> None | Unset | ZitadelSearchQueryUserAgentQueryType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_agent_query_type_0 = ZitadelSearchQueryUserAgentQueryType0.from_dict(data)

                return user_agent_query_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelSearchQueryUserAgentQueryType0, data)

        user_agent_query = _parse_user_agent_query(d.pop("userAgentQuery", UNSET))

        def _parse_expiration_date_query(data: object) -> None | Unset | ZitadelSearchQueryExpirationDateQueryType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                expiration_date_query_type_0 = ZitadelSearchQueryExpirationDateQueryType0.from_dict(data)

                return expiration_date_query_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelSearchQueryExpirationDateQueryType0, data)

        expiration_date_query = _parse_expiration_date_query(d.pop("expirationDateQuery", UNSET))

        made = cls(
            ids_query=ids_query,
            user_id_query=user_id_query,
            creation_date_query=creation_date_query,
            creator_query=creator_query,
            user_agent_query=user_agent_query,
            expiration_date_query=expiration_date_query,
        )
        made.additional_properties = d
        return made
