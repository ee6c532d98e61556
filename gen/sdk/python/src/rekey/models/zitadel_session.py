from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_factors import ZitadelFactors
    from ..models.zitadel_metadata import ZitadelMetadata


@define(repr=False)
class ZitadelSession(Model):
    id: str
    creation_date: datetime.datetime | Unset = UNSET
    change_date: datetime.datetime | Unset = UNSET
    sequence: str | Unset = UNSET
    """ A number that grows with every change of the session. """
    factors: ZitadelFactors | Unset = UNSET
    """ What the session has checked. A factor that is absent was not checked. """
    metadata: ZitadelMetadata | Unset = UNSET
    """ Notes of the caller on a session, base64 with padding. Rekey does not read them. """
    expiration_date: datetime.datetime | Unset = UNSET
    """ When the session ends by itself. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        creation_date: str | Unset = UNSET
        if not isinstance(self.creation_date, Unset):
            creation_date = self.creation_date.isoformat()
        if creation_date is not UNSET:
            out["creationDate"] = creation_date
        change_date: str | Unset = UNSET
        if not isinstance(self.change_date, Unset):
            change_date = self.change_date.isoformat()
        if change_date is not UNSET:
            out["changeDate"] = change_date
        if self.sequence is not UNSET:
            out["sequence"] = self.sequence
        factors: dict[str, Any] | Unset = UNSET
        if not isinstance(self.factors, Unset):
            factors = self.factors.to_dict()
        if factors is not UNSET:
            out["factors"] = factors
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            out["metadata"] = metadata
        expiration_date: str | Unset = UNSET
        if not isinstance(self.expiration_date, Unset):
            expiration_date = self.expiration_date.isoformat()
        if expiration_date is not UNSET:
            out["expirationDate"] = expiration_date
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_factors import ZitadelFactors
        from ..models.zitadel_metadata import ZitadelMetadata

        d = dict(src_dict)
        id = d.pop("id")

        _creation_date = d.pop("creationDate", UNSET)
        creation_date: datetime.datetime | Unset
        if isinstance(_creation_date, Unset):
            creation_date = UNSET
        else:
            creation_date = datetime.datetime.fromisoformat(_creation_date)

        _change_date = d.pop("changeDate", UNSET)
        change_date: datetime.datetime | Unset
        if isinstance(_change_date, Unset):
            change_date = UNSET
        else:
            change_date = datetime.datetime.fromisoformat(_change_date)

        sequence = d.pop("sequence", UNSET)

        _factors = d.pop("factors", UNSET)
        factors: ZitadelFactors | Unset
        if isinstance(_factors, Unset):
            factors = UNSET
        else:
            factors = ZitadelFactors.from_dict(_factors)

        _metadata = d.pop("metadata", UNSET)
        metadata: ZitadelMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = ZitadelMetadata.from_dict(_metadata)

        _expiration_date = d.pop("expirationDate", UNSET)
        expiration_date: datetime.datetime | Unset
        if isinstance(_expiration_date, Unset):
            expiration_date = UNSET
        else:
            expiration_date = datetime.datetime.fromisoformat(_expiration_date)

        made = cls(
            id=id,
            creation_date=creation_date,
            change_date=change_date,
            sequence=sequence,
            factors=factors,
            metadata=metadata,
            expiration_date=expiration_date,
        )
        made.additional_properties = d
        return made
