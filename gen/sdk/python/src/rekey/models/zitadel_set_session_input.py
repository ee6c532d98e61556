from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_checks import ZitadelChecks
    from ..models.zitadel_metadata import ZitadelMetadata
    from ..models.zitadel_request_challenges import ZitadelRequestChallenges


@define(repr=False)
class ZitadelSetSessionInput(Model):
    session_token: str | Unset = UNSET
    """ Ignored. """
    checks: ZitadelChecks | Unset = UNSET
    """ What to check. A password check needs a user, checked in the same request or earlier in the session. """
    metadata: ZitadelMetadata | Unset = UNSET
    """ Notes of the caller on a session, base64 with padding. Rekey does not read them. """
    lifetime: str | Unset = UNSET
    """ Seconds, followed by the letter s. More than zero. """
    challenges: ZitadelRequestChallenges | Unset = UNSET
    """ Challenges to be answered by a later check. An empty object asks for none. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.session_token is not UNSET:
            out["sessionToken"] = self.session_token
        checks: dict[str, Any] | Unset = UNSET
        if not isinstance(self.checks, Unset):
            checks = self.checks.to_dict()
        if checks is not UNSET:
            out["checks"] = checks
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            out["metadata"] = metadata
        if self.lifetime is not UNSET:
            out["lifetime"] = self.lifetime
        challenges: dict[str, Any] | Unset = UNSET
        if not isinstance(self.challenges, Unset):
            challenges = self.challenges.to_dict()
        if challenges is not UNSET:
            out["challenges"] = challenges
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_checks import ZitadelChecks
        from ..models.zitadel_metadata import ZitadelMetadata
        from ..models.zitadel_request_challenges import ZitadelRequestChallenges

        d = dict(src_dict)
        session_token = d.pop("sessionToken", UNSET)

        _checks = d.pop("checks", UNSET)
        checks: ZitadelChecks | Unset
        if isinstance(_checks, Unset):
            checks = UNSET
        else:
            checks = ZitadelChecks.from_dict(_checks)

        _metadata = d.pop("metadata", UNSET)
        metadata: ZitadelMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = ZitadelMetadata.from_dict(_metadata)

        lifetime = d.pop("lifetime", UNSET)

        _challenges = d.pop("challenges", UNSET)
        challenges: ZitadelRequestChallenges | Unset
        if isinstance(_challenges, Unset):
            challenges = UNSET
        else:
            challenges = ZitadelRequestChallenges.from_dict(_challenges)

        made = cls(
            session_token=session_token,
            checks=checks,
            metadata=metadata,
            lifetime=lifetime,
            challenges=challenges,
        )
        made.additional_properties = d
        return made
