from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_checks import ZitadelChecks
    from ..models.zitadel_create_session_input_user_agent_type_0 import ZitadelCreateSessionInputUserAgentType0
    from ..models.zitadel_metadata import ZitadelMetadata
    from ..models.zitadel_request_challenges import ZitadelRequestChallenges


@define(repr=False)
class ZitadelCreateSessionInput(Model):
    checks: ZitadelChecks | Unset = UNSET
    """ What to check. A password check needs a user, checked in the same request or earlier in the session. """
    metadata: ZitadelMetadata | Unset = UNSET
    """ Notes of the caller on a session, base64 with padding. Rekey does not read them. """
    lifetime: str | Unset = UNSET
    """ Seconds, followed by the letter s. More than zero. """
    challenges: ZitadelRequestChallenges | Unset = UNSET
    """ Challenges to be answered by a later check. An empty object asks for none. """
    user_agent: None | Unset | ZitadelCreateSessionInputUserAgentType0 = UNSET
    """ What the caller knows of the user's browser. Not served: a request with it is refused. `metadata`
    keeps notes of every kind. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_create_session_input_user_agent_type_0 import ZitadelCreateSessionInputUserAgentType0

        out: dict[str, Any] = {}
        out.update(self.additional_properties)
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
        user_agent: dict[str, Any] | None | Unset
        if isinstance(self.user_agent, Unset):
            user_agent = UNSET
        elif isinstance(self.user_agent, ZitadelCreateSessionInputUserAgentType0):
            user_agent = self.user_agent.to_dict()
        else:
            user_agent = self.user_agent
        if user_agent is not UNSET:
            out["userAgent"] = user_agent
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_checks import ZitadelChecks
        from ..models.zitadel_create_session_input_user_agent_type_0 import ZitadelCreateSessionInputUserAgentType0
        from ..models.zitadel_metadata import ZitadelMetadata
        from ..models.zitadel_request_challenges import ZitadelRequestChallenges

        d = dict(src_dict)
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

        def _parse_user_agent(data: object) -> None | Unset | ZitadelCreateSessionInputUserAgentType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_agent_type_0 = ZitadelCreateSessionInputUserAgentType0.from_dict(data)

                return user_agent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelCreateSessionInputUserAgentType0, data)

        user_agent = _parse_user_agent(d.pop("userAgent", UNSET))

        made = cls(
            checks=checks,
            metadata=metadata,
            lifetime=lifetime,
            challenges=challenges,
            user_agent=user_agent,
        )
        made.additional_properties = d
        return made
