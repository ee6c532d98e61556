import datetime
from collections.abc import AsyncIterator, Iterator
from typing import Any, cast
from urllib.parse import quote

import httpx

from ..calls import Call
from ..models.rekey_api_key import RekeyApiKey
from ..models.rekey_api_key_change import RekeyApiKeyChange
from ..models.rekey_api_key_creation import RekeyApiKeyCreation
from ..models.rekey_api_key_list import RekeyApiKeyList
from ..models.rekey_api_key_rotation import RekeyApiKeyRotation
from ..models.rekey_application import RekeyApplication
from ..models.rekey_application_change import RekeyApplicationChange
from ..models.rekey_application_creation import RekeyApplicationCreation
from ..models.rekey_application_list import RekeyApplicationList
from ..models.rekey_audit_verdict import RekeyAuditVerdict
from ..models.rekey_changed_policy import RekeyChangedPolicy
from ..models.rekey_checkpoint import RekeyCheckpoint
from ..models.rekey_checkpoint_list import RekeyCheckpointList
from ..models.rekey_created_api_key import RekeyCreatedApiKey
from ..models.rekey_effective_policy import RekeyEffectivePolicy
from ..models.rekey_event import RekeyEvent
from ..models.rekey_event_list import RekeyEventList
from ..models.rekey_freshness import RekeyFreshness
from ..models.rekey_inspected_ticket import RekeyInspectedTicket
from ..models.rekey_issued_ticket import RekeyIssuedTicket
from ..models.rekey_locale_list import RekeyLocaleList
from ..models.rekey_logged_in import RekeyLoggedIn
from ..models.rekey_login import RekeyLogin
from ..models.rekey_message import RekeyMessage
from ..models.rekey_message_list import RekeyMessageList
from ..models.rekey_message_state import RekeyMessageState
from ..models.rekey_password_assignment import RekeyPasswordAssignment
from ..models.rekey_password_change import RekeyPasswordChange
from ..models.rekey_password_changed import RekeyPasswordChanged
from ..models.rekey_password_check import RekeyPasswordCheck
from ..models.rekey_password_set import RekeyPasswordSet
from ..models.rekey_password_state import RekeyPasswordState
from ..models.rekey_password_verdict import RekeyPasswordVerdict
from ..models.rekey_permission_list import RekeyPermissionList
from ..models.rekey_policy import RekeyPolicy
from ..models.rekey_policy_change import RekeyPolicyChange
from ..models.rekey_policy_patch import RekeyPolicyPatch
from ..models.rekey_policy_preset_list import RekeyPolicyPresetList
from ..models.rekey_proof import RekeyProof
from ..models.rekey_recovery_codes import RekeyRecoveryCodes
from ..models.rekey_redeemed_ticket import RekeyRedeemedTicket
from ..models.rekey_refresh import RekeyRefresh
from ..models.rekey_reset_request import RekeyResetRequest
from ..models.rekey_reset_request_creation import RekeyResetRequestCreation
from ..models.rekey_second_factor import RekeySecondFactor
from ..models.rekey_session import RekeySession
from ..models.rekey_session_list import RekeySessionList
from ..models.rekey_signing_key import RekeySigningKey
from ..models.rekey_signing_key_list import RekeySigningKeyList
from ..models.rekey_signing_key_rotation import RekeySigningKeyRotation
from ..models.rekey_sort_order import RekeySortOrder
from ..models.rekey_tenant import RekeyTenant
from ..models.rekey_tenant_change import RekeyTenantChange
from ..models.rekey_tenant_creation import RekeyTenantCreation
from ..models.rekey_tenant_list import RekeyTenantList
from ..models.rekey_ticket import RekeyTicket
from ..models.rekey_ticket_creation import RekeyTicketCreation
from ..models.rekey_ticket_list import RekeyTicketList
from ..models.rekey_ticket_proof import RekeyTicketProof
from ..models.rekey_ticket_purpose import RekeyTicketPurpose
from ..models.rekey_ticket_redemption import RekeyTicketRedemption
from ..models.rekey_ticket_state import RekeyTicketState
from ..models.rekey_totp_code import RekeyTotpCode
from ..models.rekey_totp_enrollment import RekeyTotpEnrollment
from ..models.rekey_user import RekeyUser
from ..models.rekey_user_change import RekeyUserChange
from ..models.rekey_user_creation import RekeyUserCreation
from ..models.rekey_user_list import RekeyUserList
from ..pages import each, each_async
from ..transport import AsyncTransport, Transport
from ..types import UNSET, Unset


def _list_applications_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Call[RekeyApplicationList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyApplicationList:
        response_200 = RekeyApplicationList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_applications",
        surface="rekey",
        method="GET",
        path="/v1/applications",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_application_call(
    *,
    body: RekeyApplicationCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyApplication]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyApplication:
        response_201 = RekeyApplication.from_dict(response.json())

        return response_201

    return Call(
        operation="create_application",
        surface="rekey",
        method="POST",
        path="/v1/applications",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_application_call(
    application_id: str,
) -> Call[RekeyApplication]:
    def parse(response: httpx.Response) -> RekeyApplication:
        response_200 = RekeyApplication.from_dict(response.json())

        return response_200

    return Call(
        operation="get_application",
        surface="rekey",
        method="GET",
        path="/v1/applications/{application_id}".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _delete_application_call(
    application_id: str,
    *,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="delete_application",
        surface="rekey",
        method="DELETE",
        path="/v1/applications/{application_id}".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _update_application_call(
    application_id: str,
    *,
    body: RekeyApplicationChange,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyApplication]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyApplication:
        response_200 = RekeyApplication.from_dict(response.json())

        return response_200

    return Call(
        operation="update_application",
        surface="rekey",
        method="PATCH",
        path="/v1/applications/{application_id}".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _list_tenants_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    application_id: str | Unset = UNSET,
) -> Call[RekeyTenantList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["applicationId"] = application_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyTenantList:
        response_200 = RekeyTenantList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_tenants",
        surface="rekey",
        method="GET",
        path="/v1/tenants",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_tenant_call(
    *,
    body: RekeyTenantCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyTenant]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyTenant:
        response_201 = RekeyTenant.from_dict(response.json())

        return response_201

    return Call(
        operation="create_tenant",
        surface="rekey",
        method="POST",
        path="/v1/tenants",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_tenant_call(
    tenant_id: str,
) -> Call[RekeyTenant]:
    def parse(response: httpx.Response) -> RekeyTenant:
        response_200 = RekeyTenant.from_dict(response.json())

        return response_200

    return Call(
        operation="get_tenant",
        surface="rekey",
        method="GET",
        path="/v1/tenants/{tenant_id}".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _delete_tenant_call(
    tenant_id: str,
    *,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="delete_tenant",
        surface="rekey",
        method="DELETE",
        path="/v1/tenants/{tenant_id}".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _update_tenant_call(
    tenant_id: str,
    *,
    body: RekeyTenantChange,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyTenant]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyTenant:
        response_200 = RekeyTenant.from_dict(response.json())

        return response_200

    return Call(
        operation="update_tenant",
        surface="rekey",
        method="PATCH",
        path="/v1/tenants/{tenant_id}".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _verify_tenant_host_call(
    tenant_id: str,
    host: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyTenant]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> RekeyTenant:
        response_200 = RekeyTenant.from_dict(response.json())

        return response_200

    return Call(
        operation="verify_tenant_host",
        surface="rekey",
        method="POST",
        path="/v1/tenants/{tenant_id}/hosts/{host}/verify".format(
            tenant_id=quote(str(tenant_id), safe=""),
            host=quote(str(host), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _list_users_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    tenant_id: str | Unset = UNSET,
    username: str | Unset = UNSET,
    email: str | Unset = UNSET,
    disabled: bool | Unset = UNSET,
    locked: bool | Unset = UNSET,
) -> Call[RekeyUserList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["tenantId"] = tenant_id

    params["username"] = username

    params["email"] = email

    params["disabled"] = disabled

    params["locked"] = locked

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyUserList:
        response_200 = RekeyUserList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_users",
        surface="rekey",
        method="GET",
        path="/v1/users",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_user_call(
    *,
    body: RekeyUserCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyUser]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyUser:
        response_201 = RekeyUser.from_dict(response.json())

        return response_201

    return Call(
        operation="create_user",
        surface="rekey",
        method="POST",
        path="/v1/users",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_user_call(
    user_id: str,
) -> Call[RekeyUser]:
    def parse(response: httpx.Response) -> RekeyUser:
        response_200 = RekeyUser.from_dict(response.json())

        return response_200

    return Call(
        operation="get_user",
        surface="rekey",
        method="GET",
        path="/v1/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _delete_user_call(
    user_id: str,
    *,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="delete_user",
        surface="rekey",
        method="DELETE",
        path="/v1/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _update_user_call(
    user_id: str,
    *,
    body: RekeyUserChange,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyUser]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyUser:
        response_200 = RekeyUser.from_dict(response.json())

        return response_200

    return Call(
        operation="update_user",
        surface="rekey",
        method="PATCH",
        path="/v1/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _list_locales_call() -> Call[RekeyLocaleList]:
    def parse(response: httpx.Response) -> RekeyLocaleList:
        response_200 = RekeyLocaleList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_locales",
        surface="rekey",
        method="GET",
        path="/v1/locales",
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _list_permissions_call() -> Call[RekeyPermissionList]:
    def parse(response: httpx.Response) -> RekeyPermissionList:
        response_200 = RekeyPermissionList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_permissions",
        surface="rekey",
        method="GET",
        path="/v1/permissions",
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _list_api_keys_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    application_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
) -> Call[RekeyApiKeyList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["applicationId"] = application_id

    params["userId"] = user_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyApiKeyList:
        response_200 = RekeyApiKeyList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_api_keys",
        surface="rekey",
        method="GET",
        path="/v1/api-keys",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_api_key_call(
    *,
    body: RekeyApiKeyCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyCreatedApiKey]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyCreatedApiKey:
        response_201 = RekeyCreatedApiKey.from_dict(response.json())

        return response_201

    return Call(
        operation="create_api_key",
        surface="rekey",
        method="POST",
        path="/v1/api-keys",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_api_key_call(
    api_key_id: str,
) -> Call[RekeyApiKey]:
    def parse(response: httpx.Response) -> RekeyApiKey:
        response_200 = RekeyApiKey.from_dict(response.json())

        return response_200

    return Call(
        operation="get_api_key",
        surface="rekey",
        method="GET",
        path="/v1/api-keys/{api_key_id}".format(
            api_key_id=quote(str(api_key_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _revoke_api_key_call(
    api_key_id: str,
    *,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="revoke_api_key",
        surface="rekey",
        method="DELETE",
        path="/v1/api-keys/{api_key_id}".format(
            api_key_id=quote(str(api_key_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _update_api_key_call(
    api_key_id: str,
    *,
    body: RekeyApiKeyChange,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyApiKey]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyApiKey:
        response_200 = RekeyApiKey.from_dict(response.json())

        return response_200

    return Call(
        operation="update_api_key",
        surface="rekey",
        method="PATCH",
        path="/v1/api-keys/{api_key_id}".format(
            api_key_id=quote(str(api_key_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _rotate_api_key_call(
    api_key_id: str,
    *,
    body: RekeyApiKeyRotation,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyCreatedApiKey]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyCreatedApiKey:
        response_200 = RekeyCreatedApiKey.from_dict(response.json())

        return response_200

    return Call(
        operation="rotate_api_key",
        surface="rekey",
        method="POST",
        path="/v1/api-keys/{api_key_id}/rotate".format(
            api_key_id=quote(str(api_key_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _list_signing_keys_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Call[RekeySigningKeyList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeySigningKeyList:
        response_200 = RekeySigningKeyList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_signing_keys",
        surface="rekey",
        method="GET",
        path="/v1/signing-keys",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _rotate_signing_key_call(
    *,
    body: RekeySigningKeyRotation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeySigningKey]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeySigningKey:
        response_201 = RekeySigningKey.from_dict(response.json())

        return response_201

    return Call(
        operation="rotate_signing_key",
        surface="rekey",
        method="POST",
        path="/v1/signing-keys/rotate",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _retire_signing_key_call(
    signing_key_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeySigningKey]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> RekeySigningKey:
        response_200 = RekeySigningKey.from_dict(response.json())

        return response_200

    return Call(
        operation="retire_signing_key",
        surface="rekey",
        method="POST",
        path="/v1/signing-keys/{signing_key_id}/retire".format(
            signing_key_id=quote(str(signing_key_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _get_application_policy_call(
    application_id: str,
) -> Call[RekeyPolicy]:
    def parse(response: httpx.Response) -> RekeyPolicy:
        response_200 = RekeyPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="get_application_policy",
        surface="rekey",
        method="GET",
        path="/v1/applications/{application_id}/policy".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _set_application_policy_call(
    application_id: str,
    *,
    body: RekeyPolicyChange,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyChangedPolicy]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dryRun"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyChangedPolicy:
        response_200 = RekeyChangedPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="set_application_policy",
        surface="rekey",
        method="PUT",
        path="/v1/applications/{application_id}/policy".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        query=params,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _update_application_policy_call(
    application_id: str,
    *,
    body: RekeyPolicyPatch,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyChangedPolicy]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dryRun"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyChangedPolicy:
        response_200 = RekeyChangedPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="update_application_policy",
        surface="rekey",
        method="PATCH",
        path="/v1/applications/{application_id}/policy".format(
            application_id=quote(str(application_id), safe=""),
        ),
        parse=parse,
        query=params,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_tenant_policy_call(
    tenant_id: str,
) -> Call[RekeyPolicy]:
    def parse(response: httpx.Response) -> RekeyPolicy:
        response_200 = RekeyPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="get_tenant_policy",
        surface="rekey",
        method="GET",
        path="/v1/tenants/{tenant_id}/policy".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _set_tenant_policy_call(
    tenant_id: str,
    *,
    body: RekeyPolicyChange,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyChangedPolicy]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dryRun"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyChangedPolicy:
        response_200 = RekeyChangedPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="set_tenant_policy",
        surface="rekey",
        method="PUT",
        path="/v1/tenants/{tenant_id}/policy".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        query=params,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _update_tenant_policy_call(
    tenant_id: str,
    *,
    body: RekeyPolicyPatch,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyChangedPolicy]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dryRun"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyChangedPolicy:
        response_200 = RekeyChangedPolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="update_tenant_policy",
        surface="rekey",
        method="PATCH",
        path="/v1/tenants/{tenant_id}/policy".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        query=params,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_effective_policy_call(
    tenant_id: str,
) -> Call[RekeyEffectivePolicy]:
    def parse(response: httpx.Response) -> RekeyEffectivePolicy:
        response_200 = RekeyEffectivePolicy.from_dict(response.json())

        return response_200

    return Call(
        operation="get_effective_policy",
        surface="rekey",
        method="GET",
        path="/v1/tenants/{tenant_id}/effective-policy".format(
            tenant_id=quote(str(tenant_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _list_policy_presets_call() -> Call[RekeyPolicyPresetList]:
    def parse(response: httpx.Response) -> RekeyPolicyPresetList:
        response_200 = RekeyPolicyPresetList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_policy_presets",
        surface="rekey",
        method="GET",
        path="/v1/policy-presets",
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _check_password_call(
    *,
    body: RekeyPasswordCheck,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyPasswordVerdict]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyPasswordVerdict:
        response_200 = RekeyPasswordVerdict.from_dict(response.json())

        return response_200

    return Call(
        operation="check_password",
        surface="rekey",
        method="POST",
        path="/v1/password-checks",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_password_call(
    user_id: str,
) -> Call[RekeyPasswordState]:
    def parse(response: httpx.Response) -> RekeyPasswordState:
        response_200 = RekeyPasswordState.from_dict(response.json())

        return response_200

    return Call(
        operation="get_password",
        surface="rekey",
        method="GET",
        path="/v1/users/{user_id}/password".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _set_password_call(
    user_id: str,
    *,
    body: RekeyPasswordAssignment,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyPasswordSet]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyPasswordSet:
        response_200 = RekeyPasswordSet.from_dict(response.json())

        return response_200

    return Call(
        operation="set_password",
        surface="rekey",
        method="PUT",
        path="/v1/users/{user_id}/password".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _remove_password_call(
    user_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyPasswordChanged]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> RekeyPasswordChanged:
        response_200 = RekeyPasswordChanged.from_dict(response.json())

        return response_200

    return Call(
        operation="remove_password",
        surface="rekey",
        method="DELETE",
        path="/v1/users/{user_id}/password".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _change_password_call(
    user_id: str,
    *,
    body: RekeyPasswordChange,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyPasswordChanged]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyPasswordChanged:
        response_200 = RekeyPasswordChanged.from_dict(response.json())

        return response_200

    return Call(
        operation="change_password",
        surface="rekey",
        method="POST",
        path="/v1/users/{user_id}/password/change".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_second_factor_call(
    user_id: str,
) -> Call[RekeySecondFactor]:
    def parse(response: httpx.Response) -> RekeySecondFactor:
        response_200 = RekeySecondFactor.from_dict(response.json())

        return response_200

    return Call(
        operation="get_second_factor",
        surface="rekey",
        method="GET",
        path="/v1/users/{user_id}/second-factor".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _remove_second_factor_call(
    user_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="remove_second_factor",
        surface="rekey",
        method="DELETE",
        path="/v1/users/{user_id}/second-factor".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _drop_second_factor_call(
    user_id: str,
    *,
    body: RekeyFreshness,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="drop_second_factor",
        surface="rekey",
        method="POST",
        path="/v1/users/{user_id}/second-factor/remove".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _enroll_totp_call(
    user_id: str,
    *,
    body: RekeyProof,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyTotpEnrollment]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyTotpEnrollment:
        response_201 = RekeyTotpEnrollment.from_dict(response.json())

        return response_201

    return Call(
        operation="enroll_totp",
        surface="rekey",
        method="POST",
        path="/v1/users/{user_id}/totp".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _confirm_totp_call(
    user_id: str,
    *,
    body: RekeyTotpCode,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyRecoveryCodes]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyRecoveryCodes:
        response_200 = RekeyRecoveryCodes.from_dict(response.json())

        return response_200

    return Call(
        operation="confirm_totp",
        surface="rekey",
        method="POST",
        path="/v1/users/{user_id}/totp/confirm".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _renew_recovery_codes_call(
    user_id: str,
    *,
    body: RekeyFreshness,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyRecoveryCodes]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyRecoveryCodes:
        response_200 = RekeyRecoveryCodes.from_dict(response.json())

        return response_200

    return Call(
        operation="renew_recovery_codes",
        surface="rekey",
        method="POST",
        path="/v1/users/{user_id}/recovery-codes".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _list_tickets_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    tenant_id: str | Unset = UNSET,
    state: RekeyTicketState | Unset = UNSET,
    purpose: RekeyTicketPurpose | Unset = UNSET,
) -> Call[RekeyTicketList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["userId"] = user_id

    params["tenantId"] = tenant_id

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = str(state)

    params["state"] = json_state

    json_purpose: str | Unset = UNSET
    if not isinstance(purpose, Unset):
        json_purpose = str(purpose)

    params["purpose"] = json_purpose

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyTicketList:
        response_200 = RekeyTicketList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_tickets",
        surface="rekey",
        method="GET",
        path="/v1/tickets",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_ticket_call(
    *,
    body: RekeyTicketCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyIssuedTicket]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyIssuedTicket:
        response_201 = RekeyIssuedTicket.from_dict(response.json())

        return response_201

    return Call(
        operation="create_ticket",
        surface="rekey",
        method="POST",
        path="/v1/tickets",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _inspect_ticket_call(
    *,
    body: RekeyTicketProof,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyInspectedTicket]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyInspectedTicket:
        response_200 = RekeyInspectedTicket.from_dict(response.json())

        return response_200

    return Call(
        operation="inspect_ticket",
        surface="rekey",
        method="POST",
        path="/v1/tickets/inspect",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _redeem_ticket_call(
    *,
    body: RekeyTicketRedemption,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyRedeemedTicket]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyRedeemedTicket:
        response_200 = RekeyRedeemedTicket.from_dict(response.json())

        return response_200

    return Call(
        operation="redeem_ticket",
        surface="rekey",
        method="POST",
        path="/v1/tickets/redeem",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_ticket_call(
    ticket_id: str,
) -> Call[RekeyTicket]:
    def parse(response: httpx.Response) -> RekeyTicket:
        response_200 = RekeyTicket.from_dict(response.json())

        return response_200

    return Call(
        operation="get_ticket",
        surface="rekey",
        method="GET",
        path="/v1/tickets/{ticket_id}".format(
            ticket_id=quote(str(ticket_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _cancel_ticket_call(
    ticket_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="cancel_ticket",
        surface="rekey",
        method="DELETE",
        path="/v1/tickets/{ticket_id}".format(
            ticket_id=quote(str(ticket_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _request_reset_call(
    *,
    body: RekeyResetRequestCreation,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyResetRequest]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyResetRequest:
        response_202 = RekeyResetRequest.from_dict(response.json())

        return response_202

    return Call(
        operation="request_reset",
        surface="rekey",
        method="POST",
        path="/v1/reset-requests",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _list_sessions_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
) -> Call[RekeySessionList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["userId"] = user_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeySessionList:
        response_200 = RekeySessionList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_sessions",
        surface="rekey",
        method="GET",
        path="/v1/sessions",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_session_call(
    *,
    body: RekeyLogin,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyLoggedIn]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyLoggedIn:
        response_201 = RekeyLoggedIn.from_dict(response.json())

        return response_201

    return Call(
        operation="create_session",
        surface="rekey",
        method="POST",
        path="/v1/sessions",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _refresh_session_call(
    *,
    body: RekeyRefresh,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyLoggedIn]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> RekeyLoggedIn:
        response_200 = RekeyLoggedIn.from_dict(response.json())

        return response_200

    return Call(
        operation="refresh_session",
        surface="rekey",
        method="POST",
        path="/v1/sessions/refresh",
        parse=parse,
        headers=headers,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=True,
        oauth=False,
    )


def _get_session_call(
    session_id: str,
) -> Call[RekeySession]:
    def parse(response: httpx.Response) -> RekeySession:
        response_200 = RekeySession.from_dict(response.json())

        return response_200

    return Call(
        operation="get_session",
        surface="rekey",
        method="GET",
        path="/v1/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _revoke_session_call(
    session_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="revoke_session",
        surface="rekey",
        method="DELETE",
        path="/v1/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _end_sessions_call(
    user_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyPasswordChanged]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> RekeyPasswordChanged:
        response_200 = RekeyPasswordChanged.from_dict(response.json())

        return response_200

    return Call(
        operation="end_sessions",
        surface="rekey",
        method="DELETE",
        path="/v1/users/{user_id}/sessions".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _list_messages_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    ticket_id: str | Unset = UNSET,
    state: RekeyMessageState | Unset = UNSET,
) -> Call[RekeyMessageList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["userId"] = user_id

    params["ticketId"] = ticket_id

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = str(state)

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyMessageList:
        response_200 = RekeyMessageList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_messages",
        surface="rekey",
        method="GET",
        path="/v1/messages",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _get_message_call(
    message_id: str,
) -> Call[RekeyMessage]:
    def parse(response: httpx.Response) -> RekeyMessage:
        response_200 = RekeyMessage.from_dict(response.json())

        return response_200

    return Call(
        operation="get_message",
        surface="rekey",
        method="GET",
        path="/v1/messages/{message_id}".format(
            message_id=quote(str(message_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _resend_message_call(
    message_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> Call[RekeyMessage]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    def parse(response: httpx.Response) -> RekeyMessage:
        response_200 = RekeyMessage.from_dict(response.json())

        return response_200

    return Call(
        operation="resend_message",
        surface="rekey",
        method="POST",
        path="/v1/messages/{message_id}/resend".format(
            message_id=quote(str(message_id), safe=""),
        ),
        parse=parse,
        headers=headers,
        keyed=True,
        oauth=False,
    )


def _list_events_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    tenant_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    ticket_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    outcome: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    order: RekeySortOrder | Unset = UNSET,
) -> Call[RekeyEventList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["tenantId"] = tenant_id

    params["userId"] = user_id

    params["ticketId"] = ticket_id

    params["action"] = action

    params["outcome"] = outcome

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = str(order)

    params["order"] = json_order

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyEventList:
        response_200 = RekeyEventList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_events",
        surface="rekey",
        method="GET",
        path="/v1/events",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _get_event_call(
    event_id: str,
) -> Call[RekeyEvent]:
    def parse(response: httpx.Response) -> RekeyEvent:
        response_200 = RekeyEvent.from_dict(response.json())

        return response_200

    return Call(
        operation="get_event",
        surface="rekey",
        method="GET",
        path="/v1/events/{event_id}".format(
            event_id=quote(str(event_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _export_events_call(
    *,
    tenant_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    after: str | Unset = UNSET,
) -> Call[RekeyEvent]:
    params: dict[str, Any] = {}

    params["tenantId"] = tenant_id

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params["after"] = after

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyEvent:
        response_200 = RekeyEvent.from_dict(response.json())

        return response_200

    return Call(
        operation="export_events",
        surface="rekey",
        method="GET",
        path="/v1/events/export",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _verify_audit_call(
    *,
    tenant_id: str | Unset = UNSET,
    resume: str | Unset = UNSET,
) -> Call[RekeyAuditVerdict]:
    params: dict[str, Any] = {}

    params["tenantId"] = tenant_id

    params["resume"] = resume

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyAuditVerdict:
        response_200 = RekeyAuditVerdict.from_dict(response.json())

        return response_200

    return Call(
        operation="verify_audit",
        surface="rekey",
        method="GET",
        path="/v1/audit/verify",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _list_checkpoints_call(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    tenant_id: str | Unset = UNSET,
) -> Call[RekeyCheckpointList]:
    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["tenantId"] = tenant_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> RekeyCheckpointList:
        response_200 = RekeyCheckpointList.from_dict(response.json())

        return response_200

    return Call(
        operation="list_checkpoints",
        surface="rekey",
        method="GET",
        path="/v1/audit/checkpoints",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


class RekeyApi:
    """The operations of the surface rekey."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_applications(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> RekeyApplicationList:
        """List applications

        Lists the applications that the caller reaches.

        Args:
        """
        return self._transport.send(
            _list_applications_call(
                limit=limit,
                cursor=cursor,
            )
        )

    def iter_applications(
        self,
        *,
        limit: int | Unset = UNSET,
    ) -> Iterator[RekeyApplication]:
        """List applications, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_applications(
                cursor=cursor,
                limit=limit,
            )
        )

    def create_application(
        self,
        *,
        body: RekeyApplicationCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApplication:
        """Create an application

        Creates an application without tenants. Names need not be unique.

        Args:
        """
        return self._transport.send(
            _create_application_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_application(
        self,
        application_id: str,
    ) -> RekeyApplication:
        """Read an application

        Reads one application.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _get_application_call(
                application_id=application_id,
            )
        )

    def delete_application(
        self,
        application_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete an application

        Deletes an application that has no tenants, and revokes its API keys. Its events stay.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _delete_application_call(
                application_id=application_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_application(
        self,
        application_id: str,
        *,
        body: RekeyApplicationChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApplication:
        """Change an application

        Changes the name of an application; its tenants, users and keys stay as they are. `If-Match` refuses
        the change if somebody else was first.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _update_application_call(
                application_id=application_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def list_tenants(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        application_id: str | Unset = UNSET,
    ) -> RekeyTenantList:
        """List tenants

        Lists the tenants that the caller reaches, or those of one application.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _list_tenants_call(
                limit=limit,
                cursor=cursor,
                application_id=application_id,
            )
        )

    def iter_tenants(
        self,
        *,
        limit: int | Unset = UNSET,
        application_id: str | Unset = UNSET,
    ) -> Iterator[RekeyTenant]:
        """List tenants, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_tenants(
                cursor=cursor,
                limit=limit,
                application_id=application_id,
            )
        )

    def create_tenant(
        self,
        *,
        body: RekeyTenantCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Create a tenant

        Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a
        host selects one tenant only. What a key of the platform sets is active at once. Other hosts are
        pending until the domain's owner says in the DNS whose they are (`verifyTenantHost`); the public
        host of the service, addresses, localhost and names without a dot are refused (403 `host_reserved`).

        Args:
        """
        return self._transport.send(
            _create_tenant_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_tenant(
        self,
        tenant_id: str,
    ) -> RekeyTenant:
        """Read a tenant

        Reads one tenant with its settings. The `ETag` of the answer is what `If-Match` of a change
        compares.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _get_tenant_call(
                tenant_id=tenant_id,
            )
        )

    def delete_tenant(
        self,
        tenant_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete a tenant

        Deletes a tenant that has no users, and revokes its API keys. Its events stay. The default tenant
        cannot be deleted.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _delete_tenant_call(
                tenant_id=tenant_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_tenant(
        self,
        tenant_id: str,
        *,
        body: RekeyTenantChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Change a tenant

        Changes name or hosts. Hosts, if given, replace the hosts there were, the pending ones among them: a
        host that is listed stays as it is, one that is left out is given up, and has to be proven anew when
        it is added again. What a key of the platform lists is active at once; what another key adds is
        pending (`verifyTenantHost`).

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _update_tenant_call(
                tenant_id=tenant_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def verify_tenant_host(
        self,
        tenant_id: str,
        host: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Verify a host of a tenant

        Looks in the DNS for the TXT record that `pendingHosts` of the tenant shows for the host, and makes
        the host active if one of the records there is its value. Of several tenants that prove a host the
        first one has it (409 `host_taken`). A record that is not there yet is 409 `host_unproven`: ask
        again, with another Idempotency-Key. Where nobody knows, since the DNS does not answer or two look-
        ups of the tenant are under way, the answer is 503 `dns_unavailable`. Once the host is active the
        record is not looked at any more. Of a host that is active nothing changes.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
            host: A host name without port, compared in lower case.
        """
        return self._transport.send(
            _verify_tenant_host_call(
                tenant_id=tenant_id,
                host=host,
                idempotency_key=idempotency_key,
            )
        )

    def list_users(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        username: str | Unset = UNSET,
        email: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
    ) -> RekeyUserList:
        """List users

        Lists the users that the caller reaches. Filters narrow the list together; a user name or an address
        is found by its canonical form, as a whole: case and width make no difference.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _list_users_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
                username=username,
                email=email,
                disabled=disabled,
                locked=locked,
            )
        )

    def iter_users(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        username: str | Unset = UNSET,
        email: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
    ) -> Iterator[RekeyUser]:
        """List users, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_users(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
                username=username,
                email=email,
                disabled=disabled,
                locked=locked,
            )
        )

    def create_user(
        self,
        *,
        body: RekeyUserCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyUser:
        """Create a user

        Creates a user of a tenant, without a password: mail a ticket, or set one. User names and addresses
        are unique in their tenant by their canonical form, and a user name is not the address of somebody
        else. `verified` is the caller's word that the address is the user's; only verified addresses
        receive links and codes. Permissions and boundary can be no more than the caller's own (403
        `grants_more`).

        Args:
        """
        return self._transport.send(
            _create_user_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_user(
        self,
        user_id: str,
    ) -> RekeyUser:
        """Read a user

        Reads one user with all addresses and rights, never a password or its hash.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _get_user_call(
                user_id=user_id,
            )
        )

    def delete_user(
        self,
        user_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete a user

        Deletes a user with password, history, sessions, tickets, factors, addresses and the content of
        messages that wait. The events stay, the names are free again, and the id is never given to anybody
        else.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _delete_user_call(
                user_id=user_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_user(
        self,
        user_id: str,
        *,
        body: RekeyUserChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyUser:
        """Change a user

        Changes what is given. Lists and metadata are replaced as a whole. `disabled` and `locked` end all
        sessions, refresh tokens, challenges and tickets at once. A change of addresses ends tickets and
        challenges and is told to all verified e-mail addresses, old and new. To switch `secondFactor` on or
        off the caller needs `second-factors:write` as well (403 `forbidden`), and the user is told.
        Permissions and boundary can be no more than the caller's own (403 `grants_more`), and of a user who
        holds more than the caller nothing can be changed (403 `holds_more`).

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _update_user_call(
                user_id=user_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def list_locales(
        self,
    ) -> RekeyLocaleList:
        """List locales

        Lists the languages that messages are written in. A user may have any other: his messages are
        written in the nearest of these, so `de` for `de-AT`, else in the fallback. Any caller may read it.

        """
        return self._transport.send(_list_locales_call())

    def list_permissions(
        self,
    ) -> RekeyPermissionList:
        """List permissions

        Lists the catalogue of permissions: all that API keys and users can hold. Any caller may read it.

        """
        return self._transport.send(_list_permissions_call())

    def list_api_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        application_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> RekeyApiKeyList:
        """List API keys

        Lists the API keys whose reach is within the caller's, revoked ones too; for a user who manages no
        others, his own. Secrets are never shown again. A key is deleted a while after it was revoked or ran
        out, by default 30 days.

        Args:
            application_id: An id of 26 characters, lower-case base32.
            user_id: An id.
        """
        return self._transport.send(
            _list_api_keys_call(
                limit=limit,
                cursor=cursor,
                application_id=application_id,
                user_id=user_id,
            )
        )

    def iter_api_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        application_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> Iterator[RekeyApiKey]:
        """List API keys, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_api_keys(
                cursor=cursor,
                limit=limit,
                application_id=application_id,
                user_id=user_id,
            )
        )

    def create_api_key(
        self,
        *,
        body: RekeyApiKeyCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyCreatedApiKey:
        """Create an API key

        Creates an API key, which is an OAuth client too: its id is the client id. Key and client secret are
        in this answer alone. Permissions and boundary can be no more than the caller's own (403
        `grants_more`).

        `requestsPerMinute` and `requestsAtOnce` are what the key may ask of each server; more is 429.
        Callers of the boundary `platform` alone set them (403 `platform_only`).

        A key with the boundary `self` belongs to a user, for his scripts: it does what its permissions name
        of what a user may do to himself, and nothing of what he may do to others. The user makes it himself
        in a session, or somebody who reaches him and holds no less than he does (403 `holds_more`). It
        opens no session and is no OAuth client. It is refused while the user is disabled, locked or has to
        change his password, and revoked when he is disabled, locked or deleted, and when a change of his
        password ends all sessions. It cannot make, change, rotate or revoke keys.

        Args:
        """
        return self._transport.send(
            _create_api_key_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_api_key(
        self,
        api_key_id: str,
    ) -> RekeyApiKey:
        """Read an API key

        Reads one API key. `lastUsedAt` is exact to an hour.

        Args:
            api_key_id: An id.
        """
        return self._transport.send(
            _get_api_key_call(
                api_key_id=api_key_id,
            )
        )

    def revoke_api_key(
        self,
        api_key_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Revoke an API key

        Ends an API key at once and for good, with the tokens that were issued to it. It stays in the list.

        Args:
            api_key_id: An id.
        """
        return self._transport.send(
            _revoke_api_key_call(
                api_key_id=api_key_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_api_key(
        self,
        api_key_id: str,
        *,
        body: RekeyApiKeyChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApiKey:
        """Change an API key

        Changes name, permissions, expiry or budgets; the next request with the key meets the change.
        `requestsPerMinute` and `requestsAtOnce` are set by callers of the boundary `platform` alone (403
        `platform_only`). Boundary, application and tenants of a key are for good. A key that holds more
        than the caller cannot be changed (403 `holds_more`).

        Args:
            api_key_id: An id.
        """
        return self._transport.send(
            _update_api_key_call(
                api_key_id=api_key_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def rotate_api_key(
        self,
        api_key_id: str,
        *,
        body: RekeyApiKeyRotation,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyCreatedApiKey:
        """Rotate an API key

        Gives an API key a new secret, in this answer alone. The former secret works for `overlapSeconds`
        more, the one before it no longer. Tokens that were issued for a secret end with it.

        Args:
            api_key_id: An id.
        """
        return self._transport.send(
            _rotate_api_key_call(
                api_key_id=api_key_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def list_signing_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> RekeySigningKeyList:
        """List signing keys

        Lists the keys that sign access tokens and checkpoints of the audit trail, retired ones too, with
        their public halves: whoever keeps checkpoints elsewhere verifies those of a retired key by them.
        Who verifies tokens reads the JWKS, which has the keys that are not retired.

        Args:
        """
        return self._transport.send(
            _list_signing_keys_call(
                limit=limit,
                cursor=cursor,
            )
        )

    def iter_signing_keys(
        self,
        *,
        limit: int | Unset = UNSET,
    ) -> Iterator[RekeySigningKey]:
        """List signing keys, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_signing_keys(
                cursor=cursor,
                limit=limit,
            )
        )

    def rotate_signing_key(
        self,
        *,
        body: RekeySigningKeyRotation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeySigningKey:
        """Make the next signing key

        Makes a key that is published at once and signs after `signsAfterSeconds`: by then those who verify
        tokens, and keep the JWKS for a while, have it. The keys before it verify for 16 minutes more, which
        is longer than any access token lives, and are retired by themselves then. A key that waits already
        is replaced by this one. If the private half of a key was seen, rotate with 0 and retire that key.

        Args:
        """
        return self._transport.send(
            _rotate_signing_key_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def retire_signing_key(
        self,
        signing_key_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeySigningKey:
        """Retire a signing key

        Ends a key at once and for good: the tokens that it signed are refused and it is no longer
        published, by every server within a minute. Checkpoints that it signed stay verifiable. The key that
        signs cannot be retired (409 `signing_key_signs`). Of a key that is retired nothing changes.

        Args:
            signing_key_id: An id.
        """
        return self._transport.send(
            _retire_signing_key_call(
                signing_key_id=signing_key_id,
                idempotency_key=idempotency_key,
            )
        )

    def get_application_policy(
        self,
        application_id: str,
    ) -> RekeyPolicy:
        """Read the policy of an application

        Reads the rules that an application sets itself. What is not among them is inherited from the built-
        in defaults.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _get_application_policy_call(
                application_id=application_id,
            )
        )

    def set_application_policy(
        self,
        application_id: str,
        *,
        body: RekeyPolicyChange,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Replace the policy of an application, dropping its other rules

        Replaces all rules that an application sets itself: a rule that is left out is dropped, and
        inherited again, and `removed` answers what was dropped. To change single rules use `PATCH`, on the
        command line `set-policy`. A preset brings its rules, and those in `rules` win over them; its name
        stays as a label. The rules act on the next call. They are refused as a whole, with every mistake
        named, if a value is out of bounds or if together with what is inherited they contradict each other.

        Args:
            application_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _set_application_policy_call(
                application_id=application_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_application_policy(
        self,
        application_id: str,
        *,
        body: RekeyPolicyPatch,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Change rules of the policy of an application

        Changes the rules that are named and leaves the others as they are; `null`, on the command line
        `--unset`, has a rule inherited again. The body is merged (RFC 7396) with what is set at that
        moment, so two changes of different rules at once both last. A preset lays its rules over those that
        are set, those in `rules` win over them, and its name stays as a label. What the former preset set
        and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are
        refused as a whole, with every mistake named, if a value is out of bounds or if together with what
        is inherited they contradict each other. `If-Match` refuses the change if somebody else was first.

        Args:
            application_id: An id of 26 characters, lower-case base32.
            body: A merge patch (RFC 7396) of a policy. What it leaves out stays.
        """
        return self._transport.send(
            _update_application_policy_call(
                application_id=application_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def get_tenant_policy(
        self,
        tenant_id: str,
    ) -> RekeyPolicy:
        """Read the policy of a tenant

        Reads the rules that a tenant sets itself. What is not among them is inherited from its application,
        or else from the built-in defaults.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _get_tenant_policy_call(
                tenant_id=tenant_id,
            )
        )

    def set_tenant_policy(
        self,
        tenant_id: str,
        *,
        body: RekeyPolicyChange,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Replace the policy of a tenant, dropping its other rules

        Replaces all rules that a tenant sets itself: a rule that is left out is dropped, and inherited
        again, and `removed` answers what was dropped. To change single rules use `PATCH`, on the command
        line `set-policy`. A preset brings its rules, and those in `rules` win over them; its name stays as
        a label. The rules act on the next call. They are refused as a whole, with every mistake named, if a
        value is out of bounds or if together with what is inherited they contradict each other.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _set_tenant_policy_call(
                tenant_id=tenant_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def update_tenant_policy(
        self,
        tenant_id: str,
        *,
        body: RekeyPolicyPatch,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Change rules of the policy of a tenant

        Changes the rules that are named and leaves the others as they are; `null`, on the command line
        `--unset`, has a rule inherited again. The body is merged (RFC 7396) with what is set at that
        moment, so two changes of different rules at once both last. A preset lays its rules over those that
        are set, those in `rules` win over them, and its name stays as a label. What the former preset set
        and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are
        refused as a whole, with every mistake named, if a value is out of bounds or if together with what
        is inherited they contradict each other. `If-Match` refuses the change if somebody else was first.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
            body: A merge patch (RFC 7396) of a policy. What it leaves out stays.
        """
        return self._transport.send(
            _update_tenant_policy_call(
                tenant_id=tenant_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    def get_effective_policy(
        self,
        tenant_id: str,
    ) -> RekeyEffectivePolicy:
        """Read what holds in a tenant

        Reads every rule that holds for the users of a tenant, and the level that imposed it.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _get_effective_policy_call(
                tenant_id=tenant_id,
            )
        )

    def list_policy_presets(
        self,
    ) -> RekeyPolicyPresetList:
        """List the presets

        Lists sets of rules to begin with: the built-in defaults, and the documented defaults of the
        products that Rekey speaks like.

        """
        return self._transport.send(_list_policy_presets_call())

    def check_password(
        self,
        *,
        body: RekeyPasswordCheck,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordVerdict:
        """Check a password

        Tells whether a password would be accepted, and which rules it breaks, for a user or for somebody
        who is to become a user of a tenant. The engine is the one of every change: what is acceptable here
        is accepted there, with the same violations otherwise. Nothing is changed, and the password is not
        kept. Earlier passwords and breaches are only asked about when the other rules pass. A caller who
        may not set the user's password gets 100 answers a day that compare with his earlier ones, since
        each is a guess.

        Args:
            body: Exactly one of `userId` and `tenantId` says for whom. The names are for who is no user
                yet.
        """
        return self._transport.send(
            _check_password_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_password(
        self,
        user_id: str,
    ) -> RekeyPasswordState:
        """Describe a password

        Tells what may be known of a password without knowing it.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _get_password_call(
                user_id=user_id,
            )
        )

    def set_password(
        self,
        user_id: str,
        *,
        body: RekeyPasswordAssignment,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordSet:
        """Set a password

        Sets the password of a user, whatever it was. Exactly one of `password`, `generate` and `hash` says
        what it becomes. A chosen password has to meet the policy. A generated one works once, and only to
        choose another. An imported hash is kept as it is and renewed at the next login.

        Sessions, refresh tokens, tickets and pending logins of the user end with the old password; the
        answer counts them.

        A lock stays, unless `unlock` is true: then the user may log in with the new password at once, as
        after `locked: false` of updateUser. The caller needs `users:write` as well for that (403
        `forbidden`).

        Args:
            user_id: An id.
            body: Exactly one of `password`, `generate` and `hash`.
        """
        return self._transport.send(
            _set_password_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def remove_password(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Remove a password

        Leaves the user without a password. Sessions, refresh tokens, tickets and pending logins end; the
        answer counts them.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _remove_password_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    def change_password(
        self,
        user_id: str,
        *,
        body: RekeyPasswordChange,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Change a password by showing it

        Changes a password by showing the current one, as a user does for himself. Wrong ones count like
        failed logins.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _change_password_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_second_factor(
        self,
        user_id: str,
    ) -> RekeySecondFactor:
        """Describe a second factor

        Tells by which means a user takes the second step of a login.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _get_second_factor_call(
                user_id=user_id,
            )
        )

    def remove_second_factor(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Remove a second factor

        Removes the authenticator app of a user and its recovery codes, for one who lost both. Who had
        mailed codes before has them again. The user's sessions end, and he is told. Nobody uses it on
        himself: `second-factor/remove` is for that.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _remove_second_factor_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    def drop_second_factor(
        self,
        user_id: str,
        *,
        body: RekeyFreshness,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Remove the own second factor

        Removes the authenticator app of the user who calls, and its recovery codes. He shows his current
        password and a fresh code. His other sessions end, and he is told.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _drop_second_factor_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def enroll_totp(
        self,
        user_id: str,
        *,
        body: RekeyProof,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTotpEnrollment:
        """Enroll an authenticator app

        Draws a secret for an authenticator app and answers it, once, also as an address that apps read as a
        QR code. The app is no factor until a first code confirms it, within an hour; enrolling again
        replaces one that waits. A user who enrolls his own shows his current password.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _enroll_totp_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def confirm_totp(
        self,
        user_id: str,
        *,
        body: RekeyTotpCode,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRecoveryCodes:
        """Confirm an authenticator app

        Makes the enrolled app the second factor of the user by a first code, and answers his recovery
        codes, once. Every login then asks for a code, on every surface. The user's other sessions end, and
        he is told.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _confirm_totp_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def renew_recovery_codes(
        self,
        user_id: str,
        *,
        body: RekeyFreshness,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRecoveryCodes:
        """Renew recovery codes

        Answers ten new recovery codes, once; all old ones end. Each stands in for the authenticator app one
        time. A user who renews his own shows his current password and a fresh code.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _renew_recovery_codes_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def list_tickets(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        state: RekeyTicketState | Unset = UNSET,
        purpose: RekeyTicketPurpose | Unset = UNSET,
    ) -> RekeyTicketList:
        """List tickets

        Lists the tickets of the users that the caller reaches, over or not. No link or code is ever shown
        again. A ticket is deleted a while after its end, by default 30 days, and not found from then on.

        Args:
            user_id: An id.
            tenant_id: An id of 26 characters, lower-case base32.
            state: How far the ticket is. `consumed`, `superseded` (another took its place), `revoked` and
                `expired` are ends.
            purpose: `set`: the first password; `reset`: a forgotten one; `invite`: a new user who has not
                proven his address yet.
        """
        return self._transport.send(
            _list_tickets_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
                tenant_id=tenant_id,
                state=state,
                purpose=purpose,
            )
        )

    def iter_tickets(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        state: RekeyTicketState | Unset = UNSET,
        purpose: RekeyTicketPurpose | Unset = UNSET,
    ) -> Iterator[RekeyTicket]:
        """List tickets, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_tickets(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
                tenant_id=tenant_id,
                state=state,
                purpose=purpose,
            )
        )

    def create_ticket(
        self,
        *,
        body: RekeyTicketCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyIssuedTicket:
        """Issue a ticket

        Issues the one-time right to set a password, and ends the user's older tickets of the same purpose.

        With `deliver: send` Rekey sends link or code to the user's verified address; an invitation also
        goes to one that is not verified yet. With `deliver: return` nothing is sent, and the answer holds
        link or code, once. That needs the permission `tickets:return` besides. A link leads to Rekey's own
        page, or by `linkTemplate` to yours; `{{.Code}}` in it is the `ticket` of the proof. A short code
        belongs to a `requestCode`, which is always answered to the caller: the proof needs both.

        A locked user gets no ticket (409), unless `unlock` is true: then he is unlocked with it, as by
        `locked: false` of updateUser. The caller needs `users:write` as well for that (403 `forbidden`).

        Args:
        """
        return self._transport.send(
            _create_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def inspect_ticket(
        self,
        *,
        body: RekeyTicketProof,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyInspectedTicket:
        """Look at a ticket

        Tells whether a proof would be accepted, and for whom. It consumes nothing, however often it is
        called; a wrong short code counts as a try. No credential is needed: the proof is one.

        Args:
            body: Either `ticket`, or `requestCode` and `code`.
        """
        return self._transport.send(
            _inspect_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def redeem_ticket(
        self,
        *,
        body: RekeyTicketRedemption,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRedeemedTicket:
        """Set a password with a ticket

        Sets the password. The ticket dies with an accepted password alone: a refused one, or a failure,
        leaves it as it was. All sessions and refresh tokens of the user end, and all his other tickets. No
        credential is needed: the proof is one.

        Where the tenant's policy wants it, a user with an authenticator app sends `factorCode` too. Without
        it nothing is used up.

        Args:
            body: Either `ticket`, or `requestCode` and `code`; and the new password.
        """
        return self._transport.send(
            _redeem_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_ticket(
        self,
        ticket_id: str,
    ) -> RekeyTicket:
        """Read a ticket

        Reads one ticket. Each step of its life is also an event with its id.

        Args:
            ticket_id: An id.
        """
        return self._transport.send(
            _get_ticket_call(
                ticket_id=ticket_id,
            )
        )

    def cancel_ticket(
        self,
        ticket_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Cancel a ticket

        Revokes a ticket that is not over. What still waits to be sent of it is not sent.

        Args:
            ticket_id: An id.
        """
        return self._transport.send(
            _cancel_ticket_call(
                ticket_id=ticket_id,
                idempotency_key=idempotency_key,
            )
        )

    def request_reset(
        self,
        *,
        body: RekeyResetRequestCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyResetRequest:
        """Ask for a reset

        Asks for a ticket in the name of somebody who proved nothing yet. The answer is the same for
        everybody, known or not; who may be helped gets a mail. Exactly one of `username` and `email` is
        given; an address must be verified, and the mail goes to that one. Asked by user name, it goes to
        the primary address. A tenant that mails short codes answers with a `requestCode`, whoever is asked
        for. Without `tenantId` the request acts in the caller's tenant, else in the one whose host was
        called, else in the default one.

        Args:
            body: Exactly one of `username` and `email`.
        """
        return self._transport.send(
            _request_reset_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def list_sessions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> RekeySessionList:
        """List sessions

        Lists the live sessions of the users that the caller reaches.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _list_sessions_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
            )
        )

    def iter_sessions(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> Iterator[RekeySession]:
        """List sessions, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_sessions(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
            )
        )

    def create_session(
        self,
        *,
        body: RekeyLogin,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyLoggedIn:
        """Log a user in

        Logs a user in by name, or verified address, and password. A refusal is one answer for an unknown
        name, a wrong password, a wrong code and a user who may not log in. After the right password a
        second factor may be asked for: repeat the request with `code`. A password that is temporary,
        expired or marked for change opens no session; the problem's `ticket` then redeems the change.

        A caller with an API key logs users of its own tenant in, or of the tenant that it names.

        Args:
        """
        return self._transport.send(
            _create_session_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def refresh_session(
        self,
        *,
        body: RekeyRefresh,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyLoggedIn:
        """Refresh tokens

        Exchanges a refresh token for new tokens. Each works once; one that is shown again was stolen, and
        ends the session, unless `sessions.refreshReuseSeconds` lets the same client have the same successor
        again for some seconds.

        Args:
        """
        return self._transport.send(
            _refresh_session_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get_session(
        self,
        session_id: str,
    ) -> RekeySession:
        """Read a session

        Reads one live session. Its tokens are never shown again.

        Args:
            session_id: An id.
        """
        return self._transport.send(
            _get_session_call(
                session_id=session_id,
            )
        )

    def revoke_session(
        self,
        session_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Revoke a session

        Ends a session and its refresh tokens at once. One that has ended stays as it is.

        Args:
            session_id: An id.
        """
        return self._transport.send(
            _revoke_session_call(
                session_id=session_id,
                idempotency_key=idempotency_key,
            )
        )

    def end_sessions(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Revoke all of a user's sessions

        Ends all sessions and refresh tokens of a user at once, and counts them.

        Args:
            user_id: An id.
        """
        return self._transport.send(
            _end_sessions_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    def list_messages(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        state: RekeyMessageState | Unset = UNSET,
    ) -> RekeyMessageList:
        """List messages

        Lists what was sent, or is to be sent, to the users that the caller reaches: where it is, and never
        what it says. A message is deleted a while after it was sent or given up, by default 30 days, and
        not found from then on.

        Args:
            user_id: An id.
            ticket_id: An id.
            state: `sent` means that the mail server or SMS gateway took it; `failed`, that it was given up.
        """
        return self._transport.send(
            _list_messages_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
                ticket_id=ticket_id,
                state=state,
            )
        )

    def iter_messages(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        state: RekeyMessageState | Unset = UNSET,
    ) -> Iterator[RekeyMessage]:
        """List messages, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_messages(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
                ticket_id=ticket_id,
                state=state,
            )
        )

    def get_message(
        self,
        message_id: str,
    ) -> RekeyMessage:
        """Read the state of a message

        Reads where one message is, and what the mail server or SMS gateway said last.

        Args:
            message_id: An id.
        """
        return self._transport.send(
            _get_message_call(
                message_id=message_id,
            )
        )

    def resend_message(
        self,
        message_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyMessage:
        """Send a message again

        Sends a failed message again, word for word; its ticket is `queued` again. A message that waits is
        due at once. The content of a sent message is gone, and so is that of a failed one when what it
        carries has expired: issue a new ticket instead. The budget of messages to one user in an hour holds
        here too.

        Args:
            message_id: An id.
        """
        return self._transport.send(
            _resend_message_call(
                message_id=message_id,
                idempotency_key=idempotency_key,
            )
        )

    def list_events(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        action: str | Unset = UNSET,
        outcome: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        order: RekeySortOrder | Unset = UNSET,
    ) -> RekeyEventList:
        """List events

        Lists what happened, the newest first, or the oldest first. Events of no tenant are shown to callers
        of the platform alone. No operation changes or deletes an event.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
            user_id: An id.
            ticket_id: An id.
        """
        return self._transport.send(
            _list_events_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
                user_id=user_id,
                ticket_id=ticket_id,
                action=action,
                outcome=outcome,
                from_=from_,
                to=to,
                order=order,
            )
        )

    def iter_events(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        action: str | Unset = UNSET,
        outcome: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        order: RekeySortOrder | Unset = UNSET,
    ) -> Iterator[RekeyEvent]:
        """List events, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_events(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
                user_id=user_id,
                ticket_id=ticket_id,
                action=action,
                outcome=outcome,
                from_=from_,
                to=to,
                order=order,
            )
        )

    def get_event(
        self,
        event_id: str,
    ) -> RekeyEvent:
        """Read an event

        Reads one event of the audit trail, with its place in the chain and the hash that seals it.

        Args:
            event_id: An id.
        """
        return self._transport.send(
            _get_event_call(
                event_id=event_id,
            )
        )

    def export_events(
        self,
        *,
        tenant_id: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        after: str | Unset = UNSET,
    ) -> Iterator[RekeyEvent]:
        """Export events

        Streams events as JSON, one a line: chain by chain, each in the order of its sequence, so that the
        answer can be checked without this service as docs/audit.md tells. Of a chain that has events in the
        given time, all between the first and the last of them are told. If the export breaks off, the
        connection is cut; `after` goes on behind the last event that arrived.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
            after: An id.
        """
        return self._transport.lines(
            _export_events_call(
                tenant_id=tenant_id,
                from_=from_,
                to=to,
                after=after,
            ),
            RekeyEvent.from_dict,
        )

    def verify_audit(
        self,
        *,
        tenant_id: str | Unset = UNSET,
        resume: str | Unset = UNSET,
    ) -> RekeyAuditVerdict:
        """Check the audit trail

        Checks that events are what was written: each one against its hash, their order, the ends of the
        chains, and the signed checkpoints. A chain whose old events the operator archived is checked from
        the signed end of its archive on. Without `tenantId`, every chain that the caller reaches is
        checked. The answer names the first flaw. A long trail is checked in several requests: while there
        is more, the answer has `resume`.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _verify_audit_call(
                tenant_id=tenant_id,
                resume=resume,
            )
        )

    def list_checkpoints(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
    ) -> RekeyCheckpointList:
        """List checkpoints

        Lists signed statements of where the chains ended, the oldest first. Kept elsewhere, they show a
        trail that was rewritten as a whole. The signature is verified by the keys that the service
        publishes for its tokens, or by those of `GET /v1/signing-keys` once they are retired.

        Args:
            tenant_id: An id of 26 characters, lower-case base32.
        """
        return self._transport.send(
            _list_checkpoints_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
            )
        )

    def iter_checkpoints(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
    ) -> Iterator[RekeyCheckpoint]:
        """List checkpoints, one by one over all pages. `limit` is the size of a page."""
        return each(
            lambda cursor: self.list_checkpoints(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
            )
        )


class AsyncRekeyApi:
    """The operations of the surface rekey, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list_applications(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> RekeyApplicationList:
        """List applications"""
        return await self._transport.send(
            _list_applications_call(
                limit=limit,
                cursor=cursor,
            )
        )

    def iter_applications(
        self,
        *,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[RekeyApplication]:
        """List applications, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_applications(
                cursor=cursor,
                limit=limit,
            )
        )

    async def create_application(
        self,
        *,
        body: RekeyApplicationCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApplication:
        """Create an application"""
        return await self._transport.send(
            _create_application_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_application(
        self,
        application_id: str,
    ) -> RekeyApplication:
        """Read an application"""
        return await self._transport.send(
            _get_application_call(
                application_id=application_id,
            )
        )

    async def delete_application(
        self,
        application_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete an application"""
        return await self._transport.send(
            _delete_application_call(
                application_id=application_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_application(
        self,
        application_id: str,
        *,
        body: RekeyApplicationChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApplication:
        """Change an application"""
        return await self._transport.send(
            _update_application_call(
                application_id=application_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def list_tenants(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        application_id: str | Unset = UNSET,
    ) -> RekeyTenantList:
        """List tenants"""
        return await self._transport.send(
            _list_tenants_call(
                limit=limit,
                cursor=cursor,
                application_id=application_id,
            )
        )

    def iter_tenants(
        self,
        *,
        limit: int | Unset = UNSET,
        application_id: str | Unset = UNSET,
    ) -> AsyncIterator[RekeyTenant]:
        """List tenants, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_tenants(
                cursor=cursor,
                limit=limit,
                application_id=application_id,
            )
        )

    async def create_tenant(
        self,
        *,
        body: RekeyTenantCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Create a tenant"""
        return await self._transport.send(
            _create_tenant_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_tenant(
        self,
        tenant_id: str,
    ) -> RekeyTenant:
        """Read a tenant"""
        return await self._transport.send(
            _get_tenant_call(
                tenant_id=tenant_id,
            )
        )

    async def delete_tenant(
        self,
        tenant_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete a tenant"""
        return await self._transport.send(
            _delete_tenant_call(
                tenant_id=tenant_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_tenant(
        self,
        tenant_id: str,
        *,
        body: RekeyTenantChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Change a tenant"""
        return await self._transport.send(
            _update_tenant_call(
                tenant_id=tenant_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def verify_tenant_host(
        self,
        tenant_id: str,
        host: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTenant:
        """Verify a host of a tenant"""
        return await self._transport.send(
            _verify_tenant_host_call(
                tenant_id=tenant_id,
                host=host,
                idempotency_key=idempotency_key,
            )
        )

    async def list_users(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        username: str | Unset = UNSET,
        email: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
    ) -> RekeyUserList:
        """List users"""
        return await self._transport.send(
            _list_users_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
                username=username,
                email=email,
                disabled=disabled,
                locked=locked,
            )
        )

    def iter_users(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        username: str | Unset = UNSET,
        email: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        locked: bool | Unset = UNSET,
    ) -> AsyncIterator[RekeyUser]:
        """List users, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_users(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
                username=username,
                email=email,
                disabled=disabled,
                locked=locked,
            )
        )

    async def create_user(
        self,
        *,
        body: RekeyUserCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyUser:
        """Create a user"""
        return await self._transport.send(
            _create_user_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_user(
        self,
        user_id: str,
    ) -> RekeyUser:
        """Read a user"""
        return await self._transport.send(
            _get_user_call(
                user_id=user_id,
            )
        )

    async def delete_user(
        self,
        user_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Delete a user"""
        return await self._transport.send(
            _delete_user_call(
                user_id=user_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_user(
        self,
        user_id: str,
        *,
        body: RekeyUserChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyUser:
        """Change a user"""
        return await self._transport.send(
            _update_user_call(
                user_id=user_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def list_locales(
        self,
    ) -> RekeyLocaleList:
        """List locales"""
        return await self._transport.send(_list_locales_call())

    async def list_permissions(
        self,
    ) -> RekeyPermissionList:
        """List permissions"""
        return await self._transport.send(_list_permissions_call())

    async def list_api_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        application_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> RekeyApiKeyList:
        """List API keys"""
        return await self._transport.send(
            _list_api_keys_call(
                limit=limit,
                cursor=cursor,
                application_id=application_id,
                user_id=user_id,
            )
        )

    def iter_api_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        application_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> AsyncIterator[RekeyApiKey]:
        """List API keys, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_api_keys(
                cursor=cursor,
                limit=limit,
                application_id=application_id,
                user_id=user_id,
            )
        )

    async def create_api_key(
        self,
        *,
        body: RekeyApiKeyCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyCreatedApiKey:
        """Create an API key"""
        return await self._transport.send(
            _create_api_key_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_api_key(
        self,
        api_key_id: str,
    ) -> RekeyApiKey:
        """Read an API key"""
        return await self._transport.send(
            _get_api_key_call(
                api_key_id=api_key_id,
            )
        )

    async def revoke_api_key(
        self,
        api_key_id: str,
        *,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Revoke an API key"""
        return await self._transport.send(
            _revoke_api_key_call(
                api_key_id=api_key_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_api_key(
        self,
        api_key_id: str,
        *,
        body: RekeyApiKeyChange,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyApiKey:
        """Change an API key"""
        return await self._transport.send(
            _update_api_key_call(
                api_key_id=api_key_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def rotate_api_key(
        self,
        api_key_id: str,
        *,
        body: RekeyApiKeyRotation,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyCreatedApiKey:
        """Rotate an API key"""
        return await self._transport.send(
            _rotate_api_key_call(
                api_key_id=api_key_id,
                body=body,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def list_signing_keys(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
    ) -> RekeySigningKeyList:
        """List signing keys"""
        return await self._transport.send(
            _list_signing_keys_call(
                limit=limit,
                cursor=cursor,
            )
        )

    def iter_signing_keys(
        self,
        *,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[RekeySigningKey]:
        """List signing keys, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_signing_keys(
                cursor=cursor,
                limit=limit,
            )
        )

    async def rotate_signing_key(
        self,
        *,
        body: RekeySigningKeyRotation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeySigningKey:
        """Make the next signing key"""
        return await self._transport.send(
            _rotate_signing_key_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def retire_signing_key(
        self,
        signing_key_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeySigningKey:
        """Retire a signing key"""
        return await self._transport.send(
            _retire_signing_key_call(
                signing_key_id=signing_key_id,
                idempotency_key=idempotency_key,
            )
        )

    async def get_application_policy(
        self,
        application_id: str,
    ) -> RekeyPolicy:
        """Read the policy of an application"""
        return await self._transport.send(
            _get_application_policy_call(
                application_id=application_id,
            )
        )

    async def set_application_policy(
        self,
        application_id: str,
        *,
        body: RekeyPolicyChange,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Replace the policy of an application, dropping its other rules"""
        return await self._transport.send(
            _set_application_policy_call(
                application_id=application_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_application_policy(
        self,
        application_id: str,
        *,
        body: RekeyPolicyPatch,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Change rules of the policy of an application"""
        return await self._transport.send(
            _update_application_policy_call(
                application_id=application_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def get_tenant_policy(
        self,
        tenant_id: str,
    ) -> RekeyPolicy:
        """Read the policy of a tenant"""
        return await self._transport.send(
            _get_tenant_policy_call(
                tenant_id=tenant_id,
            )
        )

    async def set_tenant_policy(
        self,
        tenant_id: str,
        *,
        body: RekeyPolicyChange,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Replace the policy of a tenant, dropping its other rules"""
        return await self._transport.send(
            _set_tenant_policy_call(
                tenant_id=tenant_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def update_tenant_policy(
        self,
        tenant_id: str,
        *,
        body: RekeyPolicyPatch,
        dry_run: bool | Unset = UNSET,
        if_match: str | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyChangedPolicy:
        """Change rules of the policy of a tenant"""
        return await self._transport.send(
            _update_tenant_policy_call(
                tenant_id=tenant_id,
                body=body,
                dry_run=dry_run,
                if_match=if_match,
                idempotency_key=idempotency_key,
            )
        )

    async def get_effective_policy(
        self,
        tenant_id: str,
    ) -> RekeyEffectivePolicy:
        """Read what holds in a tenant"""
        return await self._transport.send(
            _get_effective_policy_call(
                tenant_id=tenant_id,
            )
        )

    async def list_policy_presets(
        self,
    ) -> RekeyPolicyPresetList:
        """List the presets"""
        return await self._transport.send(_list_policy_presets_call())

    async def check_password(
        self,
        *,
        body: RekeyPasswordCheck,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordVerdict:
        """Check a password"""
        return await self._transport.send(
            _check_password_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_password(
        self,
        user_id: str,
    ) -> RekeyPasswordState:
        """Describe a password"""
        return await self._transport.send(
            _get_password_call(
                user_id=user_id,
            )
        )

    async def set_password(
        self,
        user_id: str,
        *,
        body: RekeyPasswordAssignment,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordSet:
        """Set a password"""
        return await self._transport.send(
            _set_password_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def remove_password(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Remove a password"""
        return await self._transport.send(
            _remove_password_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    async def change_password(
        self,
        user_id: str,
        *,
        body: RekeyPasswordChange,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Change a password by showing it"""
        return await self._transport.send(
            _change_password_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_second_factor(
        self,
        user_id: str,
    ) -> RekeySecondFactor:
        """Describe a second factor"""
        return await self._transport.send(
            _get_second_factor_call(
                user_id=user_id,
            )
        )

    async def remove_second_factor(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Remove a second factor"""
        return await self._transport.send(
            _remove_second_factor_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    async def drop_second_factor(
        self,
        user_id: str,
        *,
        body: RekeyFreshness,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Remove the own second factor"""
        return await self._transport.send(
            _drop_second_factor_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def enroll_totp(
        self,
        user_id: str,
        *,
        body: RekeyProof,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyTotpEnrollment:
        """Enroll an authenticator app"""
        return await self._transport.send(
            _enroll_totp_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def confirm_totp(
        self,
        user_id: str,
        *,
        body: RekeyTotpCode,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRecoveryCodes:
        """Confirm an authenticator app"""
        return await self._transport.send(
            _confirm_totp_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def renew_recovery_codes(
        self,
        user_id: str,
        *,
        body: RekeyFreshness,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRecoveryCodes:
        """Renew recovery codes"""
        return await self._transport.send(
            _renew_recovery_codes_call(
                user_id=user_id,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def list_tickets(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        state: RekeyTicketState | Unset = UNSET,
        purpose: RekeyTicketPurpose | Unset = UNSET,
    ) -> RekeyTicketList:
        """List tickets"""
        return await self._transport.send(
            _list_tickets_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
                tenant_id=tenant_id,
                state=state,
                purpose=purpose,
            )
        )

    def iter_tickets(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        state: RekeyTicketState | Unset = UNSET,
        purpose: RekeyTicketPurpose | Unset = UNSET,
    ) -> AsyncIterator[RekeyTicket]:
        """List tickets, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_tickets(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
                tenant_id=tenant_id,
                state=state,
                purpose=purpose,
            )
        )

    async def create_ticket(
        self,
        *,
        body: RekeyTicketCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyIssuedTicket:
        """Issue a ticket"""
        return await self._transport.send(
            _create_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def inspect_ticket(
        self,
        *,
        body: RekeyTicketProof,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyInspectedTicket:
        """Look at a ticket"""
        return await self._transport.send(
            _inspect_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def redeem_ticket(
        self,
        *,
        body: RekeyTicketRedemption,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyRedeemedTicket:
        """Set a password with a ticket"""
        return await self._transport.send(
            _redeem_ticket_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_ticket(
        self,
        ticket_id: str,
    ) -> RekeyTicket:
        """Read a ticket"""
        return await self._transport.send(
            _get_ticket_call(
                ticket_id=ticket_id,
            )
        )

    async def cancel_ticket(
        self,
        ticket_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Cancel a ticket"""
        return await self._transport.send(
            _cancel_ticket_call(
                ticket_id=ticket_id,
                idempotency_key=idempotency_key,
            )
        )

    async def request_reset(
        self,
        *,
        body: RekeyResetRequestCreation,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyResetRequest:
        """Ask for a reset"""
        return await self._transport.send(
            _request_reset_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def list_sessions(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> RekeySessionList:
        """List sessions"""
        return await self._transport.send(
            _list_sessions_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
            )
        )

    def iter_sessions(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
    ) -> AsyncIterator[RekeySession]:
        """List sessions, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_sessions(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
            )
        )

    async def create_session(
        self,
        *,
        body: RekeyLogin,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyLoggedIn:
        """Log a user in"""
        return await self._transport.send(
            _create_session_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def refresh_session(
        self,
        *,
        body: RekeyRefresh,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyLoggedIn:
        """Refresh tokens"""
        return await self._transport.send(
            _refresh_session_call(
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get_session(
        self,
        session_id: str,
    ) -> RekeySession:
        """Read a session"""
        return await self._transport.send(
            _get_session_call(
                session_id=session_id,
            )
        )

    async def revoke_session(
        self,
        session_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> Any:
        """Revoke a session"""
        return await self._transport.send(
            _revoke_session_call(
                session_id=session_id,
                idempotency_key=idempotency_key,
            )
        )

    async def end_sessions(
        self,
        user_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyPasswordChanged:
        """Revoke all of a user's sessions"""
        return await self._transport.send(
            _end_sessions_call(
                user_id=user_id,
                idempotency_key=idempotency_key,
            )
        )

    async def list_messages(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        state: RekeyMessageState | Unset = UNSET,
    ) -> RekeyMessageList:
        """List messages"""
        return await self._transport.send(
            _list_messages_call(
                limit=limit,
                cursor=cursor,
                user_id=user_id,
                ticket_id=ticket_id,
                state=state,
            )
        )

    def iter_messages(
        self,
        *,
        limit: int | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        state: RekeyMessageState | Unset = UNSET,
    ) -> AsyncIterator[RekeyMessage]:
        """List messages, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_messages(
                cursor=cursor,
                limit=limit,
                user_id=user_id,
                ticket_id=ticket_id,
                state=state,
            )
        )

    async def get_message(
        self,
        message_id: str,
    ) -> RekeyMessage:
        """Read the state of a message"""
        return await self._transport.send(
            _get_message_call(
                message_id=message_id,
            )
        )

    async def resend_message(
        self,
        message_id: str,
        *,
        idempotency_key: str | Unset = UNSET,
    ) -> RekeyMessage:
        """Send a message again"""
        return await self._transport.send(
            _resend_message_call(
                message_id=message_id,
                idempotency_key=idempotency_key,
            )
        )

    async def list_events(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        action: str | Unset = UNSET,
        outcome: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        order: RekeySortOrder | Unset = UNSET,
    ) -> RekeyEventList:
        """List events"""
        return await self._transport.send(
            _list_events_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
                user_id=user_id,
                ticket_id=ticket_id,
                action=action,
                outcome=outcome,
                from_=from_,
                to=to,
                order=order,
            )
        )

    def iter_events(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        ticket_id: str | Unset = UNSET,
        action: str | Unset = UNSET,
        outcome: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        order: RekeySortOrder | Unset = UNSET,
    ) -> AsyncIterator[RekeyEvent]:
        """List events, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_events(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
                user_id=user_id,
                ticket_id=ticket_id,
                action=action,
                outcome=outcome,
                from_=from_,
                to=to,
                order=order,
            )
        )

    async def get_event(
        self,
        event_id: str,
    ) -> RekeyEvent:
        """Read an event"""
        return await self._transport.send(
            _get_event_call(
                event_id=event_id,
            )
        )

    def export_events(
        self,
        *,
        tenant_id: str | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        after: str | Unset = UNSET,
    ) -> AsyncIterator[RekeyEvent]:
        """Export events"""
        return self._transport.lines(
            _export_events_call(
                tenant_id=tenant_id,
                from_=from_,
                to=to,
                after=after,
            ),
            RekeyEvent.from_dict,
        )

    async def verify_audit(
        self,
        *,
        tenant_id: str | Unset = UNSET,
        resume: str | Unset = UNSET,
    ) -> RekeyAuditVerdict:
        """Check the audit trail"""
        return await self._transport.send(
            _verify_audit_call(
                tenant_id=tenant_id,
                resume=resume,
            )
        )

    async def list_checkpoints(
        self,
        *,
        limit: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
    ) -> RekeyCheckpointList:
        """List checkpoints"""
        return await self._transport.send(
            _list_checkpoints_call(
                limit=limit,
                cursor=cursor,
                tenant_id=tenant_id,
            )
        )

    def iter_checkpoints(
        self,
        *,
        limit: int | Unset = UNSET,
        tenant_id: str | Unset = UNSET,
    ) -> AsyncIterator[RekeyCheckpoint]:
        """List checkpoints, one by one over all pages. `limit` is the size of a page."""
        return each_async(
            lambda cursor: self.list_checkpoints(
                cursor=cursor,
                limit=limit,
                tenant_id=tenant_id,
            )
        )
