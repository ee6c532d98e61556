from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_list_query import ZitadelListQuery
    from ..models.zitadel_search_query import ZitadelSearchQuery


@define(repr=False)
class ZitadelListSessionsInput(Model):
    query: ZitadelListQuery | Unset = UNSET
    queries: list[ZitadelSearchQuery] | Unset = UNSET
    sorting_column: None | str | Unset = UNSET
    """ What to sort by, other than as it is. Not served: a request with it is refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        query: dict[str, Any] | Unset = UNSET
        if not isinstance(self.query, Unset):
            query = self.query.to_dict()
        if query is not UNSET:
            out["query"] = query
        queries: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.queries, Unset):
            queries = []
            for queries_item_data in self.queries:
                queries_item = queries_item_data.to_dict()
                queries.append(queries_item)

        if queries is not UNSET:
            out["queries"] = queries
        sorting_column: None | str | Unset
        if isinstance(self.sorting_column, Unset):
            sorting_column = UNSET
        else:
            sorting_column = self.sorting_column
        if sorting_column is not UNSET:
            out["sortingColumn"] = sorting_column
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_list_query import ZitadelListQuery
        from ..models.zitadel_search_query import ZitadelSearchQuery

        d = dict(src_dict)
        _query = d.pop("query", UNSET)
        query: ZitadelListQuery | Unset
        if isinstance(_query, Unset):
            query = UNSET
        else:
            query = ZitadelListQuery.from_dict(_query)

        _queries = d.pop("queries", UNSET)
        queries: list[ZitadelSearchQuery] | Unset = UNSET
        if _queries is not UNSET:
            queries = []
            for queries_item_data in _queries:
                queries_item = ZitadelSearchQuery.from_dict(queries_item_data)

                queries.append(queries_item)

        def _parse_sorting_column(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sorting_column = _parse_sorting_column(d.pop("sortingColumn", UNSET))

        made = cls(
            query=query,
            queries=queries,
            sorting_column=sorting_column,
        )
        made.additional_properties = d
        return made
