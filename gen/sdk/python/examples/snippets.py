# Generated from openapi/ by specbundle; do not edit.
"""Each example of a request in the contract, as it is sent with this SDK."""

import os

from rekey import Rekey

client_id = os.environ["REKEY_CLIENT_ID"]
client_secret = os.environ["REKEY_CLIENT_SECRET"]


def boomi_authenticate_password(client: Rekey) -> object:
    from rekey.models import BoomiLoginModel

    answer = client.boomi.authenticate(
        body=BoomiLoginModel(user_name="alice", password="correct horse battery staple")
    )
    return answer


def boomi_authenticate_password_and_code(client: Rekey) -> object:
    from rekey.models import BoomiLoginModel

    answer = client.boomi.authenticate(
        body=BoomiLoginModel(
            user_name="alice",
            password="correct horse battery staple",
            one_time_passcode="428913",
        )
    )
    return answer


def boomi_change_password_change(client: Rekey) -> object:
    from rekey.models import BoomiChangePassword

    answer = client.boomi.change_password(
        body=BoomiChangePassword(
            user_id=0,
            current_password="correct horse battery staple",
            new_password="seven quiet lanterns over the harbour",
            confirm_password="seven quiet lanterns over the harbour",
        )
    )
    return answer


def boomi_create_admin_user_invitation(client: Rekey) -> object:
    from rekey.models import BoomiAdminUserModel

    answer = client.boomi.create_admin_user(
        body=BoomiAdminUserModel(
            email="alice@example.com",
            first_name="Alice",
            last_name="Liddell",
            username="alice",
            is_active=True,
            is_enabled=True,
            is_log_session=True,
        )
    )
    return answer


def boomi_delete_admin_user(client: Rekey) -> object:
    answer = client.boomi.delete_admin_user("1839201733")
    return answer


def boomi_forgot_password_by_user_name(client: Rekey) -> None:
    from rekey.models import BoomiForgotModel

    client.boomi.forgot_password(
        body=BoomiForgotModel(username="alice", email_address=None)
    )


def boomi_forgot_username_by_address(client: Rekey) -> None:
    from rekey.models import BoomiForgotModel

    client.boomi.forgot_username(
        body=BoomiForgotModel(username=None, email_address="alice@example.com")
    )


def boomi_get_admin_user(client: Rekey) -> object:
    answer = client.boomi.get_admin_user("1839201733")
    return answer


def boomi_list_admin_users(client: Rekey) -> None:
    client.boomi.list_admin_users()


def boomi_refresh_token_refresh(client: Rekey) -> object:
    from rekey.models import BoomiRefreshTokenModel

    answer = client.boomi.refresh_token(
        body=BoomiRefreshTokenModel(
            refresh_token="Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM"
        )
    )
    return answer


def boomi_resend_activation(client: Rekey) -> object:
    answer = client.boomi.resend_activation("1839201733")
    return answer


def boomi_resend_mfa_again(client: Rekey) -> None:
    from rekey.models import BoomiResendMfa

    client.boomi.resend_mfa(
        body=BoomiResendMfa(sid="6f7d1b1e-3c58-4d0e-9a57-0c4be1f2a386", email=None)
    )


def boomi_reset_password_complete(client: Rekey) -> object:
    from rekey.models import BoomiPasswordModel

    answer = client.boomi.reset_password(
        body=BoomiPasswordModel(
            key="9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90",
            mfa_enabled=True,
            username="alice",
            password="seven quiet lanterns over the harbour",
            confirm_password="seven quiet lanterns over the harbour",
        )
    )
    return answer


def boomi_reset_password_least(client: Rekey) -> object:
    from rekey.models import BoomiPasswordModel

    answer = client.boomi.reset_password(
        body=BoomiPasswordModel(
            key="9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90",
            password="seven quiet lanterns over the harbour",
            confirm_password="seven quiet lanterns over the harbour",
        )
    )
    return answer


def boomi_set_password_complete(client: Rekey) -> object:
    from rekey.models import BoomiPasswordModel

    answer = client.boomi.set_password(
        body=BoomiPasswordModel(
            key="4adfe27e-63d3-45b9-8238-62b6ed6fdb5e",
            mfa_enabled=False,
            username="alice",
            password="seven quiet lanterns over the harbour",
            confirm_password="seven quiet lanterns over the harbour",
        )
    )
    return answer


def boomi_set_password_least(client: Rekey) -> object:
    from rekey.models import BoomiPasswordModel

    answer = client.boomi.set_password(
        body=BoomiPasswordModel(
            key="4adfe27e-63d3-45b9-8238-62b6ed6fdb5e",
            password="seven quiet lanterns over the harbour",
            confirm_password="seven quiet lanterns over the harbour",
        )
    )
    return answer


def boomi_unlock_admin_user(client: Rekey) -> object:
    answer = client.boomi.unlock_admin_user("1839201733")
    return answer


def boomi_update_admin_user_rename(client: Rekey) -> object:
    from rekey.models import BoomiAdminUserModel

    answer = client.boomi.update_admin_user(
        body=BoomiAdminUserModel(
            email="alice@example.com",
            first_name="Alice",
            last_name="Liddell",
            username="alice.liddell",
            is_active=True,
            is_enabled=True,
            is_log_session=True,
            id=1839201733,
        )
    )
    return answer


def boomi_validate_password_reset_link(client: Rekey) -> object:
    answer = client.boomi.validate_password_reset_link(
        key="4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"
    )
    return answer


def boomi_validate_password_set_link(client: Rekey) -> object:
    answer = client.boomi.validate_password_set_link(
        key="4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"
    )
    return answer


def entrust_authenticate_admin_api_using_post_application(client: Rekey) -> object:
    from rekey.models import EntrustAdminApiAuthentication

    answer = client.entrust.authenticate_admin_api(
        body=EntrustAdminApiAuthentication(
            application_id="0192f3a4-4444-7d8e-9f01-23456789abcd",
            shared_secret="Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
        )
    )
    return answer


def entrust_create_user_using_post_verified(client: Rekey) -> object:
    from rekey.models import EntrustUserParms

    answer = client.entrust.create_user(
        body=EntrustUserParms(
            user_id="alice",
            first_name="Alice",
            email="alice@example.com",
            mobile="+12025550143",
            verification_required=False,
        )
    )
    return answer


def entrust_create_user_using_post_without_address(client: Rekey) -> object:
    from rekey.models import EntrustUserParms

    answer = client.entrust.create_user(body=EntrustUserParms(user_id="bob"))
    return answer


def entrust_create_users_using_post_users(client: Rekey) -> None:
    from rekey.models import EntrustCreateUsersParms, EntrustUserParms

    client.entrust.create_users(
        body=EntrustCreateUsersParms(
            users=[
                EntrustUserParms(
                    user_id="alice",
                    first_name="Alice",
                    email="alice@example.com",
                    mobile="+12025550143",
                    verification_required=False,
                ),
                EntrustUserParms(user_id="alice"),
            ]
        )
    )


def entrust_delete_user_password_using_delete(client: Rekey) -> None:
    client.entrust.delete_user_password("0192f3a4-1111-7d8e-9f01-23456789abcd")


def entrust_delete_user_using_delete(client: Rekey) -> None:
    client.entrust.delete_user("0192f3a4-1111-7d8e-9f01-23456789abcd")


def entrust_delete_users_using_delete_users(client: Rekey) -> None:
    from rekey.models import (
        EntrustDeleteUserParms,
        EntrustDeleteUsersParms,
        EntrustUserIdType,
    )

    client.entrust.delete_users(
        body=EntrustDeleteUsersParms(
            users=[
                EntrustDeleteUserParms(id="0192f3a4-1111-7d8e-9f01-23456789abcd"),
                EntrustDeleteUserParms(id="nobody", id_type=EntrustUserIdType.USERID),
            ],
            stop_on_error=True,
        )
    )


def entrust_get_user_password_settings_using_get(client: Rekey) -> object:
    answer = client.entrust.get_user_password_settings(
        "0192f3a4-1111-7d8e-9f01-23456789abcd"
    )
    return answer


def entrust_get_user_password_using_get(client: Rekey) -> object:
    answer = client.entrust.get_user_password("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def entrust_send_password_expiry_notification_using_put(client: Rekey) -> None:
    client.entrust.send_password_expiry_notification("0192f3a4-1111-7d8e-9f01-23456789abcd")


def entrust_set_user_password_using_put_chosen(client: Rekey) -> object:
    from rekey.models import EntrustUserPasswordParms

    answer = client.entrust.set_user_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserPasswordParms(
            password="correct horse battery staple", email_password=False
        ),
    )
    return answer


def entrust_set_user_password_using_put_generated(client: Rekey) -> object:
    from rekey.models import EntrustUserPasswordParms

    answer = client.entrust.set_user_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserPasswordParms(
            generate_password=True,
            return_password=True,
            email_password=False,
            force_update=True,
        ),
    )
    return answer


def entrust_set_user_password_using_put_imported(client: Rekey) -> object:
    from rekey.models import EntrustPasswordFormat, EntrustUserPasswordParms

    answer = client.entrust.set_user_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserPasswordParms(
            password="$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
            password_format=EntrustPasswordFormat.BCRYPT,
            email_password=False,
        ),
    )
    return answer


def entrust_unlock_user_using_put(client: Rekey) -> None:
    client.entrust.unlock_user("0192f3a4-1111-7d8e-9f01-23456789abcd")


def entrust_update_user_state_using_put_inactive(client: Rekey) -> None:
    from rekey.models import EntrustUserChangeStateParms, EntrustUserState

    client.entrust.update_user_state(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserChangeStateParms(state=EntrustUserState.INACTIVE),
    )


def entrust_update_user_using_put_address(client: Rekey) -> None:
    from rekey.models import EntrustUserParms

    client.entrust.update_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserParms(email="alice@example.org", verification_required=False),
    )


def entrust_update_user_using_put_lock(client: Rekey) -> None:
    from rekey.models import EntrustUserParms

    client.entrust.update_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=EntrustUserParms(lock=True)
    )


def entrust_update_users_using_put_users(client: Rekey) -> None:
    from rekey.models import (
        EntrustUpdateUserParms,
        EntrustUpdateUsersParms,
        EntrustUserIdType,
        EntrustUserParms,
        EntrustUserState,
    )

    client.entrust.update_users(
        body=EntrustUpdateUsersParms(
            users=[
                EntrustUpdateUserParms(
                    id="0192f3a4-1111-7d8e-9f01-23456789abcd",
                    parms=EntrustUserParms(last_name="Liddell"),
                ),
                EntrustUpdateUserParms(
                    id="nobody",
                    id_type=EntrustUserIdType.USERID,
                    parms=EntrustUserParms(state=EntrustUserState.INACTIVE),
                ),
            ]
        )
    )


def entrust_user_by_userid_using_post_alice(client: Rekey) -> object:
    from rekey.models import EntrustUserGetParms

    answer = client.entrust.user_by_userid(body=EntrustUserGetParms(user_id="alice"))
    return answer


def entrust_user_using_get(client: Rekey) -> object:
    answer = client.entrust.user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def entrust_users_paged_using_post_by_name(client: Rekey) -> object:
    from rekey.models import (
        EntrustOrderByAttribute,
        EntrustSearchByAttribute,
        EntrustSearchOperator,
        EntrustSearchParms,
    )

    answer = client.entrust.users_paged(
        body=EntrustSearchParms(
            limit=10,
            search_by_attributes=[
                EntrustSearchByAttribute(
                    name="userId", operator=EntrustSearchOperator.STARTS_WITH, value="ali"
                )
            ],
            order_by_attribute=EntrustOrderByAttribute(name="userId", ascending=True),
        )
    )
    return answer


def entrust_users_paged_using_post_all(client: Rekey) -> object:
    from rekey.models import EntrustSearchParms

    answer = client.entrust.users_paged(body=EntrustSearchParms())
    return answer


def entrust_validate_user_password_using_post_candidate(client: Rekey) -> object:
    from rekey.models import EntrustUserPasswordValidateParms

    answer = client.entrust.validate_user_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=EntrustUserPasswordValidateParms(
            password="correct horse battery staple", ignore_password_history=False
        ),
    )
    return answer


def rekey_cancel_ticket(client: Rekey) -> None:
    client.tickets.cancel("0192f3a4-3333-7d8e-9f01-23456789abcd")


def rekey_change_password_own(client: Rekey) -> object:
    from rekey.models import RekeyPasswordChange

    answer = client.passwords.change(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyPasswordChange(
            current_password="correct horse battery staple",
            new_password="violet otters paddle at noon",
        ),
    )
    return answer


def rekey_check_password_user(client: Rekey) -> object:
    from rekey.models import RekeyPasswordCheck

    answer = client.passwords.check(
        body=RekeyPasswordCheck(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            password="correct horse battery staple",
        )
    )
    return answer


def rekey_check_password_newcomer(client: Rekey) -> object:
    from rekey.models import RekeyPasswordCheck

    answer = client.passwords.check(
        body=RekeyPasswordCheck(
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            username="carol",
            email="carol@example.com",
            password="carol2026",
        )
    )
    return answer


def rekey_confirm_totp_code(client: Rekey) -> object:
    from rekey.models import RekeyTotpCode

    answer = client.second_factor.confirm(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=RekeyTotpCode(code="730264")
    )
    return answer


def rekey_create_api_key_application(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="back office",
            boundary=RekeyKeyBoundary.APPLICATION,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            permissions=[
                "applications:read",
                "tenants:read",
                "tenants:write",
                "users:read",
            ],
        )
    )
    return answer


def rekey_create_api_key_service(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="sign-in service",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            permissions=["*"],
        )
    )
    return answer


def rekey_create_api_key_powerless(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="new service",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
        )
    )
    return answer


def rekey_create_api_key_reporting(client: Rekey) -> object:
    from datetime import UTC, datetime

    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="reporting",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            permissions=["users:read"],
            expires_at=datetime(2027, 11, 2, 9, 30, tzinfo=UTC),
        )
    )
    return answer


def rekey_create_api_key_bulk(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="migration",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            permissions=["users:read", "users:write"],
            requests_per_minute=60000,
            requests_at_once=200,
        )
    )
    return answer


def rekey_create_api_key_script(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyCreation, RekeyKeyBoundary

    answer = client.api_keys.create(
        body=RekeyApiKeyCreation(
            name="nightly script",
            boundary=RekeyKeyBoundary.SELF,
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            permissions=["sessions:read"],
        )
    )
    return answer


def rekey_create_application_shop(client: Rekey) -> object:
    from rekey.models import RekeyApplicationCreation

    answer = client.applications.create(body=RekeyApplicationCreation(name="Shop"))
    return answer


def rekey_create_session_password(client: Rekey) -> object:
    from rekey.models import RekeyLogin

    answer = client.sessions.create(
        body=RekeyLogin(username="alice", password="correct horse battery staple")
    )
    return answer


def rekey_create_session_code(client: Rekey) -> object:
    from rekey.models import RekeyLogin

    answer = client.sessions.create(
        body=RekeyLogin(
            username="alice", password="correct horse battery staple", code="730264"
        )
    )
    return answer


def rekey_create_tenant_acme(client: Rekey) -> object:
    from rekey.models import RekeyTenantCreation

    answer = client.tenants.create(
        body=RekeyTenantCreation(
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            name="Acme",
            hosts=["acme.example.com"],
        )
    )
    return answer


def rekey_create_ticket_mailed(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketMedium

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd", medium=RekeyTicketMedium.LINK
        )
    )
    return answer


def rekey_create_ticket_unlocking(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketMedium

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            medium=RekeyTicketMedium.LINK,
            unlock=True,
        )
    )
    return answer


def rekey_create_ticket_mailed_code(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketMedium

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd", medium=RekeyTicketMedium.OTP
        )
    )
    return answer


def rekey_create_ticket_returned(client: Rekey) -> object:
    from rekey.models import (
        RekeyTicketCreation,
        RekeyTicketDelivery,
        RekeyTicketMedium,
        RekeyTicketPurpose,
    )

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            purpose=RekeyTicketPurpose.SET,
            medium=RekeyTicketMedium.LINK,
            deliver=RekeyTicketDelivery.RETURN,
            lifetime_seconds=86400,
        )
    )
    return answer


def rekey_create_ticket_returned_code(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketDelivery, RekeyTicketMedium

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            medium=RekeyTicketMedium.OTP,
            deliver=RekeyTicketDelivery.RETURN,
        )
    )
    return answer


def rekey_create_ticket_invitation(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketMedium, RekeyTicketPurpose

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            purpose=RekeyTicketPurpose.INVITE,
            medium=RekeyTicketMedium.LINK,
        )
    )
    return answer


def rekey_create_ticket_verification(client: Rekey) -> object:
    from rekey.models import (
        RekeyTicketCreation,
        RekeyTicketDelivery,
        RekeyTicketMedium,
        RekeyTicketPurpose,
    )

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            purpose=RekeyTicketPurpose.VERIFY,
            address="alice.new@example.com",
            medium=RekeyTicketMedium.OTP,
            deliver=RekeyTicketDelivery.RETURN,
        )
    )
    return answer


def rekey_create_ticket_key(client: Rekey) -> object:
    from rekey.models import (
        RekeyTicketCreation,
        RekeyTicketDelivery,
        RekeyTicketForm,
        RekeyTicketMedium,
        RekeyTicketPurpose,
    )

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            purpose=RekeyTicketPurpose.SET,
            medium=RekeyTicketMedium.LINK,
            form=RekeyTicketForm.KEY,
            deliver=RekeyTicketDelivery.RETURN,
        )
    )
    return answer


def rekey_create_ticket_own_page(client: Rekey) -> object:
    from rekey.models import RekeyTicketCreation, RekeyTicketDelivery, RekeyTicketMedium

    answer = client.tickets.create(
        body=RekeyTicketCreation(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            medium=RekeyTicketMedium.LINK,
            deliver=RekeyTicketDelivery.RETURN,
            link_template="https://app.example.com/reset?code={{.Code}}",
        )
    )
    return answer


def rekey_create_user_alice(client: Rekey) -> object:
    from rekey.models import RekeyUserAddress, RekeyUserCreation, RekeyUserPhone

    answer = client.users.create(
        body=RekeyUserCreation(
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            username="alice",
            given_name="Alice",
            emails=[RekeyUserAddress(address="alice@example.com", verified=True)],
            phones=[RekeyUserPhone(address="+12025550143", verified=True)],
            metadata={"costCentre": "4711"},
        )
    )
    return answer


def rekey_create_user_bob(client: Rekey) -> object:
    from rekey.models import RekeyUserCreation

    answer = client.users.create(
        body=RekeyUserCreation(tenant_id="01hq3kad3svktnkwp31fmt4bee", username="bob")
    )
    return answer


def rekey_create_user_moved(client: Rekey) -> object:
    from rekey.models import RekeyUserCreation

    answer = client.users.create(
        body=RekeyUserCreation(
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            external_id="163840776835432705",
            username="carol",
        )
    )
    return answer


def rekey_delete_application(client: Rekey) -> None:
    client.applications.delete("01hq3k9v5x7e2m4n8p6r1s0t9w")


def rekey_delete_tenant(client: Rekey) -> None:
    client.tenants.delete("01hq3kad3svktnkwp31fmt4bee")


def rekey_delete_user(client: Rekey) -> None:
    client.users.delete("0192f3a4-1111-7d8e-9f01-23456789abcd")


def rekey_drop_second_factor_fresh(client: Rekey) -> None:
    from rekey.models import RekeyFreshness

    client.second_factor.drop(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyFreshness(current_password="correct horse battery staple", code="730264"),
    )


def rekey_end_sessions(client: Rekey) -> object:
    answer = client.users.end_sessions("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_enroll_totp_own(client: Rekey) -> object:
    from rekey.models import RekeyProof

    answer = client.second_factor.enroll(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyProof(current_password="correct horse battery staple"),
    )
    return answer


def rekey_enroll_totp_other(client: Rekey) -> object:
    from rekey.models import RekeyProof

    answer = client.second_factor.enroll(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=RekeyProof()
    )
    return answer


def rekey_export_events(client: Rekey) -> None:
    for line in client.events.export(
        tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w", after="0192f3a4-1111-7d8e-9f01-23456789abcd"
    ):
        print(line)


def rekey_get_api_key(client: Rekey) -> object:
    answer = client.api_keys.get("0192f3a4-4444-7d8e-9f01-23456789abcd")
    return answer


def rekey_get_application(client: Rekey) -> object:
    answer = client.applications.get("01hq3k9v5x7e2m4n8p6r1s0t9w")
    return answer


def rekey_get_application_policy(client: Rekey) -> object:
    answer = client.applications.policy("01hq3k9v5x7e2m4n8p6r1s0t9w")
    return answer


def rekey_get_effective_policy(client: Rekey) -> object:
    answer = client.tenants.effective_policy("01hq3kad3svktnkwp31fmt4bee")
    return answer


def rekey_get_event(client: Rekey) -> object:
    answer = client.events.get("01a20053-82d9-72ea-bd02-0121f9d04d0f")
    return answer


def rekey_get_message(client: Rekey) -> object:
    answer = client.messages.get("0192f3a4-2222-7d8e-9f01-23456789abcd")
    return answer


def rekey_get_password(client: Rekey) -> object:
    answer = client.passwords.get("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_get_second_factor(client: Rekey) -> object:
    answer = client.second_factor.get("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_get_session(client: Rekey) -> object:
    answer = client.sessions.get("0192f3a4-9d01-7b2c-8e3f-456789abcdef")
    return answer


def rekey_get_tenant(client: Rekey) -> object:
    answer = client.tenants.get("01hq3kad3svktnkwp31fmt4bee")
    return answer


def rekey_get_tenant_policy(client: Rekey) -> object:
    answer = client.tenants.policy("01hq3kad3svktnkwp31fmt4bee")
    return answer


def rekey_get_ticket(client: Rekey) -> object:
    answer = client.tickets.get("0192f3a4-3333-7d8e-9f01-23456789abcd")
    return answer


def rekey_get_user(client: Rekey) -> object:
    answer = client.users.get("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_inspect_ticket_link(client: Rekey) -> object:
    from rekey.models import RekeyTicketProof

    answer = client.tickets.inspect(
        body=RekeyTicketProof(ticket="3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")
    )
    return answer


def rekey_inspect_ticket_code(client: Rekey) -> object:
    from rekey.models import RekeyTicketProof

    answer = client.tickets.inspect(
        body=RekeyTicketProof(
            request_code="Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky", code="048213"
        )
    )
    return answer


def rekey_list_api_keys(client: Rekey) -> object:
    answer = client.api_keys.list(
        limit=50,
        application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
        user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
    )
    return answer


def rekey_list_applications(client: Rekey) -> object:
    answer = client.applications.list(limit=50)
    return answer


def rekey_list_checkpoints(client: Rekey) -> object:
    answer = client.audit.checkpoints(limit=50, tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w")
    return answer


def rekey_list_events(client: Rekey) -> object:
    answer = client.events.list(
        limit=50,
        tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
        user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
        ticket_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
        action="password.set",
        outcome="refused",
    )
    return answer


def rekey_list_locales(client: Rekey) -> object:
    answer = client.locales.list()
    return answer


def rekey_list_messages(client: Rekey) -> object:
    answer = client.messages.list(
        limit=50,
        user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
        ticket_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
    )
    return answer


def rekey_list_permissions(client: Rekey) -> object:
    answer = client.permissions.list()
    return answer


def rekey_list_policy_presets(client: Rekey) -> object:
    answer = client.policy_presets.list()
    return answer


def rekey_list_sessions(client: Rekey) -> object:
    answer = client.sessions.list(limit=50, user_id="0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_list_signing_keys(client: Rekey) -> object:
    answer = client.signing_keys.list(limit=50)
    return answer


def rekey_list_tenants(client: Rekey) -> object:
    answer = client.tenants.list(limit=50, application_id="01hq3k9v5x7e2m4n8p6r1s0t9w")
    return answer


def rekey_list_tickets(client: Rekey) -> object:
    answer = client.tickets.list(
        limit=50,
        user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
        tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
    )
    return answer


def rekey_list_users(client: Rekey) -> object:
    answer = client.users.list(
        limit=50, tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w", external_id="163840776835432705"
    )
    return answer


def rekey_redeem_ticket_link(client: Rekey) -> object:
    from rekey.models import RekeyTicketRedemption

    answer = client.tickets.redeem(
        body=RekeyTicketRedemption(
            ticket="3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM",
            new_password="violet submarine under the rain",
        )
    )
    return answer


def rekey_redeem_ticket_code(client: Rekey) -> object:
    from rekey.models import RekeyTicketRedemption

    answer = client.tickets.redeem(
        body=RekeyTicketRedemption(
            request_code="Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky",
            code="048213",
            new_password="violet submarine under the rain",
        )
    )
    return answer


def rekey_refresh_session_token(client: Rekey) -> object:
    from rekey.models import RekeyRefresh

    answer = client.sessions.refresh(
        body=RekeyRefresh(refresh_token="Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")
    )
    return answer


def rekey_register_api_key_program(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyRegistration, RekeyKeyBoundary

    answer = client.api_keys.register(
        body=RekeyApiKeyRegistration(
            name="nightly sync",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            permissions=["users:read", "users:write"],
            public_key="-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
        )
    )
    return answer


def rekey_register_api_key_key_file(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyRegistration, RekeyKeyBoundary

    answer = client.api_keys.register(
        body=RekeyApiKeyRegistration(
            name="login app",
            boundary=RekeyKeyBoundary.TENANT,
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            permissions=["users:read", "users:write"],
            public_key="-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
            subject="login-app",
            key_id="239120551178895617",
        )
    )
    return answer


def rekey_remove_password(client: Rekey) -> object:
    answer = client.passwords.remove("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def rekey_remove_second_factor(client: Rekey) -> None:
    client.second_factor.remove("0192f3a4-1111-7d8e-9f01-23456789abcd")


def rekey_renew_recovery_codes_own(client: Rekey) -> object:
    from rekey.models import RekeyFreshness

    answer = client.second_factor.recovery_codes(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyFreshness(current_password="correct horse battery staple", code="730264"),
    )
    return answer


def rekey_renew_recovery_codes_other(client: Rekey) -> object:
    from rekey.models import RekeyFreshness

    answer = client.second_factor.recovery_codes(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=RekeyFreshness()
    )
    return answer


def rekey_request_reset_email(client: Rekey) -> object:
    from rekey.models import RekeyResetRequestCreation

    answer = client.reset_requests.create(
        body=RekeyResetRequestCreation(email="alice@example.com")
    )
    return answer


def rekey_request_reset_username(client: Rekey) -> object:
    from rekey.models import RekeyResetRequestCreation

    answer = client.reset_requests.create(
        body=RekeyResetRequestCreation(
            username="alice", tenant_id="01hq3kad3svktnkwp31fmt4bee"
        )
    )
    return answer


def rekey_resend_message(client: Rekey) -> object:
    answer = client.messages.resend("0192f3a4-2222-7d8e-9f01-23456789abcd")
    return answer


def rekey_retire_signing_key(client: Rekey) -> object:
    answer = client.signing_keys.retire("0192f3a4-8889-7d8e-9f01-23456789abcd")
    return answer


def rekey_revoke_api_key(client: Rekey) -> None:
    client.api_keys.revoke("0192f3a4-4444-7d8e-9f01-23456789abcd")


def rekey_revoke_session(client: Rekey) -> None:
    client.sessions.revoke("0192f3a4-9d01-7b2c-8e3f-456789abcdef")


def rekey_rotate_api_key_day(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyRotation

    answer = client.api_keys.rotate(
        "0192f3a4-4444-7d8e-9f01-23456789abcd",
        body=RekeyApiKeyRotation(overlap_seconds=86400),
    )
    return answer


def rekey_rotate_signing_key_planned(client: Rekey) -> object:
    from rekey.models import RekeySigningKeyRotation

    answer = client.signing_keys.rotate(
        body=RekeySigningKeyRotation(signs_after_seconds=600)
    )
    return answer


def rekey_rotate_signing_key_at_once(client: Rekey) -> object:
    from rekey.models import RekeySigningKeyRotation

    answer = client.signing_keys.rotate(body=RekeySigningKeyRotation(signs_after_seconds=0))
    return answer


def rekey_set_application_policy_own(client: Rekey) -> object:
    from rekey.models import RekeyPasswordRules, RekeyPolicyChange, RekeyPolicyRules

    answer = client.applications.replace_policy(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        body=RekeyPolicyChange(
            rules=RekeyPolicyRules(password=RekeyPasswordRules(history=5))
        ),
    )
    return answer


def rekey_set_application_policy_preset(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRules,
        RekeyPolicyChange,
        RekeyPolicyRules,
        RekeyPresetName,
    )

    answer = client.applications.replace_policy(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        body=RekeyPolicyChange(
            preset=RekeyPresetName.NIST,
            rules=RekeyPolicyRules(password=RekeyPasswordRules(history=5)),
        ),
    )
    return answer


def rekey_set_password_chosen(client: Rekey) -> object:
    from rekey.models import RekeyPasswordAssignment

    answer = client.passwords.set(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyPasswordAssignment(password="correct horse battery staple"),
    )
    return answer


def rekey_set_password_generated(client: Rekey) -> object:
    from rekey.models import RekeyPasswordAssignment

    answer = client.passwords.set(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyPasswordAssignment(generate=True, return_password=True),
    )
    return answer


def rekey_set_password_unlocking(client: Rekey) -> object:
    from rekey.models import RekeyPasswordAssignment

    answer = client.passwords.set(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyPasswordAssignment(password="correct horse battery staple", unlock=True),
    )
    return answer


def rekey_set_password_imported(client: Rekey) -> object:
    from rekey.models import RekeyPasswordAssignment

    answer = client.passwords.set(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyPasswordAssignment(
            hash_="$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
        ),
    )
    return answer


def rekey_set_tenant_policy_own(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRules,
        RekeyPolicyChange,
        RekeyPolicyRules,
        RekeyTicketMedium,
    )

    answer = client.tenants.replace_policy(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyPolicyChange(
            rules=RekeyPolicyRules(
                password=RekeyPasswordRules(min_length=12),
                reset_by=RekeyTicketMedium.OTP,
                link_templates=["https://app.example.com"],
            )
        ),
    )
    return answer


def rekey_set_tenant_policy_preset(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRules,
        RekeyPolicyChange,
        RekeyPolicyRules,
        RekeyPresetName,
    )

    answer = client.tenants.replace_policy(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyPolicyChange(
            preset=RekeyPresetName.NIST,
            rules=RekeyPolicyRules(password=RekeyPasswordRules(history=5)),
        ),
    )
    return answer


def rekey_update_api_key_rename(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyChange

    answer = client.api_keys.update(
        "0192f3a4-4444-7d8e-9f01-23456789abcd",
        body=RekeyApiKeyChange(name="monthly reporting"),
    )
    return answer


def rekey_update_api_key_budgets(client: Rekey) -> object:
    from rekey.models import RekeyApiKeyChange

    answer = client.api_keys.update(
        "0192f3a4-4444-7d8e-9f01-23456789abcd",
        body=RekeyApiKeyChange(requests_per_minute=600, requests_at_once=8),
    )
    return answer


def rekey_update_application_rename(client: Rekey) -> object:
    from rekey.models import RekeyApplicationChange

    answer = client.applications.update(
        "01hq3k9v5x7e2m4n8p6r1s0t9w", body=RekeyApplicationChange(name="Shop Europe")
    )
    return answer


def rekey_update_application_policy_change(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRulesPatch,
        RekeyPolicyPatch,
        RekeyPolicyRulesPatch,
    )

    answer = client.applications.set_policy(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        body=RekeyPolicyPatch(
            rules=RekeyPolicyRulesPatch(password=RekeyPasswordRulesPatch(min_length=16))
        ),
    )
    return answer


def rekey_update_application_policy_inherit(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRulesPatch,
        RekeyPolicyPatch,
        RekeyPolicyRulesPatch,
    )

    answer = client.applications.set_policy(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        body=RekeyPolicyPatch(
            rules=RekeyPolicyRulesPatch(password=RekeyPasswordRulesPatch(history=None))
        ),
    )
    return answer


def rekey_update_application_policy_expire(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRulesPatch,
        RekeyPolicyPatch,
        RekeyPolicyRulesPatch,
    )

    answer = client.applications.set_policy(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        body=RekeyPolicyPatch(
            rules=RekeyPolicyRulesPatch(password=RekeyPasswordRulesPatch(lifetime_days=90))
        ),
    )
    return answer


def rekey_update_tenant_hosts(client: Rekey) -> object:
    from rekey.models import RekeyTenantChange

    answer = client.tenants.update(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyTenantChange(hosts=["acme.example.com", "login.acme.example.com"]),
    )
    return answer


def rekey_update_tenant_policy_change(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRulesPatch,
        RekeyPolicyPatch,
        RekeyPolicyRulesPatch,
    )

    answer = client.tenants.set_policy(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyPolicyPatch(
            rules=RekeyPolicyRulesPatch(password=RekeyPasswordRulesPatch(history=5))
        ),
    )
    return answer


def rekey_update_tenant_policy_inherit(client: Rekey) -> object:
    from rekey.models import RekeyPolicyPatch, RekeyPolicyRulesPatch

    answer = client.tenants.set_policy(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyPolicyPatch(rules=RekeyPolicyRulesPatch(reset_by=None)),
    )
    return answer


def rekey_update_tenant_policy_expire(client: Rekey) -> object:
    from rekey.models import (
        RekeyPasswordRulesPatch,
        RekeyPolicyPatch,
        RekeyPolicyRulesPatch,
    )

    answer = client.tenants.set_policy(
        "01hq3kad3svktnkwp31fmt4bee",
        body=RekeyPolicyPatch(
            rules=RekeyPolicyRulesPatch(password=RekeyPasswordRulesPatch(lifetime_days=90))
        ),
    )
    return answer


def rekey_update_user_lock(client: Rekey) -> object:
    from rekey.models import RekeyUserChange

    answer = client.users.update(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=RekeyUserChange(locked=True)
    )
    return answer


def rekey_update_user_address(client: Rekey) -> object:
    from rekey.models import RekeyUserAddress, RekeyUserChange

    answer = client.users.update(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyUserChange(
            emails=[RekeyUserAddress(address="alice.smith@example.com", verified=True)]
        ),
    )
    return answer


def rekey_update_user_rights(client: Rekey) -> object:
    from rekey.models import RekeyUserBoundary, RekeyUserChange

    answer = client.users.update(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyUserChange(
            boundary=RekeyUserBoundary.TENANT,
            permissions=["users:read", "passwords:write", "second-factors:write"],
        ),
    )
    return answer


def rekey_update_user_notes(client: Rekey) -> object:
    from rekey.models import RekeyUserChange

    answer = client.users.update(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=RekeyUserChange(metadata={"costCentre": "4712", "desk": "3B"}),
    )
    return answer


def rekey_verify_address_link(client: Rekey) -> object:
    from rekey.models import RekeyTicketProof

    answer = client.tickets.verify_address(
        body=RekeyTicketProof(ticket="3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")
    )
    return answer


def rekey_verify_address_code(client: Rekey) -> object:
    from rekey.models import RekeyTicketProof

    answer = client.tickets.verify_address(
        body=RekeyTicketProof(
            request_code="Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky", code="048213"
        )
    )
    return answer


def rekey_verify_audit(client: Rekey) -> object:
    answer = client.audit.verify(tenant_id="01hq3k9v5x7e2m4n8p6r1s0t9w")
    return answer


def rekey_verify_tenant_host(client: Rekey) -> object:
    answer = client.tenants.verify_host("01hq3kad3svktnkwp31fmt4bee", "acme.example.com")
    return answer


def wristband_change_password_change(client: Rekey) -> None:
    from rekey.models import WristbandChangePasswordInput

    client.wristband.change_password(
        body=WristbandChangePasswordInput(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd",
            current_password="correct horse battery staple",
            new_password="seven quiet rivers run north",
        )
    )


def wristband_create_password_reset_link_user(client: Rekey) -> object:
    from rekey.models import WristbandPasswordResetLinkInput

    answer = client.wristband.create_password_reset_link(
        body=WristbandPasswordResetLinkInput(user_id="0192f3a4-1111-7d8e-9f01-23456789abcd")
    )
    return answer


def wristband_create_user_active(client: Rekey) -> object:
    from rekey.models import WristbandCreateUserInput, WristbandUserStatus

    answer = client.wristband.create_user(
        body=WristbandCreateUserInput(
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
            identity_provider_name="wristband",
            email="dora@example.com",
            email_verified=True,
            username="dora",
            given_name="Dora",
            family_name="Hale",
            password="violet otters paddle at noon",
            status=WristbandUserStatus.ACTIVE,
        )
    )
    return answer


def wristband_create_user_inactive(client: Rekey) -> object:
    from rekey.models import WristbandCreateUserInput

    answer = client.wristband.create_user(
        body=WristbandCreateUserInput(
            tenant_id="01hq3kad3svktnkwp31fmt4bee", email="dora@example.com"
        )
    )
    return answer


def wristband_delete_user(client: Rekey) -> None:
    client.wristband.delete_user("0192f3a4-1111-7d8e-9f01-23456789abcd")


def wristband_delete_user_auth_sessions(client: Rekey) -> None:
    client.wristband.delete_user_auth_sessions("0192f3a4-1111-7d8e-9f01-23456789abcd")


def wristband_get_jwks(client: Rekey) -> object:
    answer = client.wristband.get_jwks()
    return answer


def wristband_get_token_client_credentials(client: Rekey) -> object:
    from rekey.models import WristbandTokenInput

    application = client.with_client(client_id, client_secret)
    answer = application.wristband.get_token(
        body=WristbandTokenInput(grant_type="client_credentials")
    )
    return answer


def wristband_get_token_client_in_form(client: Rekey) -> object:
    from rekey.models import WristbandTokenInput

    answer = client.wristband.get_token(
        body=WristbandTokenInput(
            grant_type="client_credentials",
            client_id="0192f3a4-4444-7d8e-9f01-23456789abcd",
            client_secret="Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
        )
    )
    return answer


def wristband_get_token_refresh_token(client: Rekey) -> object:
    from rekey.models import WristbandTokenInput

    application = client.with_client(client_id, client_secret)
    answer = application.wristband.get_token(
        body=WristbandTokenInput(
            grant_type="refresh_token",
            refresh_token="Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
        )
    )
    return answer


def wristband_get_user(client: Rekey) -> object:
    answer = client.wristband.get_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def wristband_introspect_password_reset_email_auth_code_code(client: Rekey) -> object:
    from rekey.models import WristbandEmailAuthCodeInput

    answer = client.wristband.introspect_password_reset_email_auth_code(
        body=WristbandEmailAuthCodeInput(email_auth_code="bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU")
    )
    return answer


def wristband_patch_user_names(client: Rekey) -> object:
    from rekey.models import WristbandPatchUserInput

    answer = client.wristband.patch_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=WristbandPatchUserInput(family_name="Rowe", nickname="Mouse"),
    )
    return answer


def wristband_patch_user_email(client: Rekey) -> object:
    from rekey.models import WristbandPatchUserInput

    answer = client.wristband.patch_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=WristbandPatchUserInput(email="alice@example.org", email_verified=True),
    )
    return answer


def wristband_patch_user_deactivate(client: Rekey) -> object:
    from rekey.models import WristbandPatchUserInput, WristbandUserStatus

    answer = client.wristband.patch_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=WristbandPatchUserInput(status=WristbandUserStatus.INACTIVE),
    )
    return answer


def wristband_query_application_users(client: Rekey) -> object:
    answer = client.wristband.query_application_users(
        "01hq3k9v5x7e2m4n8p6r1s0t9w",
        query='email eq "alice@example.com"',
        start_index=1,
        count=50,
        sort_by="email:asc",
    )
    return answer


def wristband_query_tenant_users(client: Rekey) -> object:
    answer = client.wristband.query_tenant_users(
        "01hq3kad3svktnkwp31fmt4bee",
        query='email eq "alice@example.com"',
        start_index=1,
        count=50,
        sort_by="email:asc",
    )
    return answer


def wristband_request_password_reset_in_tenant(client: Rekey) -> object:
    from rekey.models import WristbandPasswordResetRequestInput

    answer = client.wristband.request_password_reset(
        body=WristbandPasswordResetRequestInput(
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w",
            email="alice@example.com",
            tenant_id="01hq3kad3svktnkwp31fmt4bee",
        )
    )
    return answer


def wristband_request_password_reset_in_default_tenant(client: Rekey) -> object:
    from rekey.models import WristbandPasswordResetRequestInput

    answer = client.wristband.request_password_reset(
        body=WristbandPasswordResetRequestInput(
            application_id="01hq3k9v5x7e2m4n8p6r1s0t9w", email="alice@example.com"
        )
    )
    return answer


def wristband_reset_password_email_link(client: Rekey) -> object:
    from rekey.models import WristbandResetPasswordInput

    answer = client.wristband.reset_password(
        body=WristbandResetPasswordInput(
            email_auth_code="bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU",
            new_password="seven quiet rivers run north",
        )
    )
    return answer


def wristband_reset_password_otp(client: Rekey) -> object:
    from rekey.models import WristbandResetPasswordInput

    answer = client.wristband.reset_password(
        body=WristbandResetPasswordInput(
            request_code="XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y",
            verification_code="402917",
            new_password="seven quiet rivers run north",
        )
    )
    return answer


def wristband_reset_password_created_link(client: Rekey) -> object:
    from rekey.models import WristbandResetPasswordInput

    answer = client.wristband.reset_password(
        body=WristbandResetPasswordInput(
            password_reset_code="h6ZCGSQeGPIbI9ZtJ-_7BbYYvzlW74_i",
            new_password="seven quiet rivers run north",
            suppress_password_updated_email=True,
        )
    )
    return answer


def wristband_revoke_refresh_token(client: Rekey) -> None:
    client.wristband.revoke_refresh_token("0192f3a4-7c11-7a52-8b3d-5e6f708192a3")


def wristband_revoke_token_basic(client: Rekey) -> None:
    from rekey.models import WristbandTokenRevocationInput

    application = client.with_client(client_id, client_secret)
    application.wristband.revoke_token(
        body=WristbandTokenRevocationInput(
            token="Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
            token_type_hint="refresh_token",
        )
    )


def wristband_revoke_token_client_in_form(client: Rekey) -> None:
    from rekey.models import WristbandTokenRevocationInput

    client.wristband.revoke_token(
        body=WristbandTokenRevocationInput(
            token="Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
            client_id="0192f3a4-4444-7d8e-9f01-23456789abcd",
            client_secret="Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
        )
    )


def wristband_send_password_reset_email_user(client: Rekey) -> object:
    from rekey.models import WristbandPasswordResetEmailInput

    answer = client.wristband.send_password_reset_email(
        body=WristbandPasswordResetEmailInput(
            user_id="0192f3a4-1111-7d8e-9f01-23456789abcd"
        )
    )
    return answer


def wristband_verify_code_otp(client: Rekey) -> object:
    from rekey.models import WristbandVerificationCodeInput

    answer = client.wristband.verify_code(
        body=WristbandVerificationCodeInput(
            request_code="XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y", verification_code="402917"
        )
    )
    return answer


def zitadel_add_human_user_verified(client: Rekey) -> object:
    from rekey.models import (
        ZitadelAddHumanUserInput,
        ZitadelGender,
        ZitadelOptionalPassword,
        ZitadelOrganization,
        ZitadelSetHumanEmail,
        ZitadelSetHumanPhone,
        ZitadelSetHumanProfile,
        ZitadelUserMetadata,
    )

    answer = client.zitadel.add_human_user(
        body=ZitadelAddHumanUserInput(
            user_id="carol-1",
            username="carol",
            organization=ZitadelOrganization(org_id="01hq3kad3svktnkwp31fmt4bee"),
            profile=ZitadelSetHumanProfile(
                given_name="Carol",
                family_name="Shaw",
                nick_name="caz",
                preferred_language="en",
                gender=ZitadelGender.GENDER_FEMALE,
            ),
            email=ZitadelSetHumanEmail(email="carol@example.com", is_verified=True),
            phone=ZitadelSetHumanPhone(phone="+12025550144", is_verified=True),
            password=ZitadelOptionalPassword(
                password="violet otters paddle at noon", change_required=True
            ),
            metadata=[ZitadelUserMetadata(key="costCentre", value="NDcxMQ==")],
        )
    )
    return answer


def zitadel_add_human_user_return_code(client: Rekey) -> object:
    from rekey.models import (
        ZitadelAddHumanUserInput,
        ZitadelOrganization,
        ZitadelReturnEmailVerificationCode,
        ZitadelSetHumanEmail,
        ZitadelSetHumanProfile,
    )

    answer = client.zitadel.add_human_user(
        body=ZitadelAddHumanUserInput(
            user_id="carol-1",
            username="carol",
            organization=ZitadelOrganization(org_id="01hq3kad3svktnkwp31fmt4bee"),
            profile=ZitadelSetHumanProfile(given_name="Carol", family_name="Shaw"),
            email=ZitadelSetHumanEmail(
                email="carol@example.com", return_code=ZitadelReturnEmailVerificationCode()
            ),
        )
    )
    return answer


def zitadel_create_invite_code_send_code(client: Rekey) -> object:
    from rekey.models import ZitadelCreateInviteCodeInput, ZitadelSendInviteCode

    answer = client.zitadel.create_invite_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelCreateInviteCodeInput(
            send_code=ZitadelSendInviteCode(
                url_template="https://app.example.com/user/invite?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}",
                application_name="Customer Portal",
            )
        ),
    )
    return answer


def zitadel_create_invite_code_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelCreateInviteCodeInput, ZitadelReturnInviteCode

    answer = client.zitadel.create_invite_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelCreateInviteCodeInput(return_code=ZitadelReturnInviteCode()),
    )
    return answer


def zitadel_create_session_login_name(client: Rekey) -> object:
    from rekey.models import (
        ZitadelCheckPassword,
        ZitadelChecks,
        ZitadelCheckUser,
        ZitadelCreateSessionInput,
    )

    answer = client.zitadel.create_session(
        body=ZitadelCreateSessionInput(
            checks=ZitadelChecks(
                user=ZitadelCheckUser(login_name="alice"),
                password=ZitadelCheckPassword(password="correct horse battery staple"),
            ),
            lifetime="18000s",
        )
    )
    return answer


def zitadel_create_session_user_id(client: Rekey) -> object:
    from rekey.models import (
        ZitadelCheckPassword,
        ZitadelChecks,
        ZitadelCheckUser,
        ZitadelCreateSessionInput,
    )

    answer = client.zitadel.create_session(
        body=ZitadelCreateSessionInput(
            checks=ZitadelChecks(
                user=ZitadelCheckUser(user_id="0192f3a4-1111-7d8e-9f01-23456789abcd"),
                password=ZitadelCheckPassword(password="correct horse battery staple"),
            ),
            metadata={"device": "dGFibGV0"},
        )
    )
    return answer


def zitadel_create_session_login_page(client: Rekey) -> object:
    from rekey.models import (
        ZitadelCheckPassword,
        ZitadelChecks,
        ZitadelCheckUser,
        ZitadelCreateSessionInput,
        ZitadelUserAgent,
        ZitadelUserAgentHeaderValues,
    )

    answer = client.zitadel.create_session(
        body=ZitadelCreateSessionInput(
            checks=ZitadelChecks(
                user=ZitadelCheckUser(login_name="alice"),
                password=ZitadelCheckPassword(password="correct horse battery staple"),
            ),
            user_agent=ZitadelUserAgent(
                fingerprint_id="5c9f2b1e-3d4a-4f6b-8e7c-1a2b3c4d5e6f",
                ip="203.0.113.7",
                description="Firefox on Linux",
                header={
                    "user-agent": ZitadelUserAgentHeaderValues(
                        values=[
                            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                        ]
                    )
                },
            ),
        )
    )
    return answer


def zitadel_create_session_mailed_code(client: Rekey) -> object:
    from rekey.models import (
        ZitadelChallengeOTPEmail,
        ZitadelCheckPassword,
        ZitadelChecks,
        ZitadelCheckUser,
        ZitadelCreateSessionInput,
        ZitadelRequestChallenges,
    )

    answer = client.zitadel.create_session(
        body=ZitadelCreateSessionInput(
            checks=ZitadelChecks(
                user=ZitadelCheckUser(login_name="alice"),
                password=ZitadelCheckPassword(password="correct horse battery staple"),
            ),
            challenges=ZitadelRequestChallenges(otp_email=ZitadelChallengeOTPEmail()),
        )
    )
    return answer


def zitadel_create_session_returned_code(client: Rekey) -> object:
    from rekey.models import (
        ZitadelChallengeOTPEmail,
        ZitadelChecks,
        ZitadelCheckUser,
        ZitadelCreateSessionInput,
        ZitadelRequestChallenges,
        ZitadelReturnChallengeCode,
    )

    answer = client.zitadel.create_session(
        body=ZitadelCreateSessionInput(
            checks=ZitadelChecks(
                user=ZitadelCheckUser(user_id="0192f3a4-1111-7d8e-9f01-23456789abcd")
            ),
            challenges=ZitadelRequestChallenges(
                otp_email=ZitadelChallengeOTPEmail(return_code=ZitadelReturnChallengeCode())
            ),
        )
    )
    return answer


def zitadel_create_user_verified(client: Rekey) -> object:
    from rekey.models import (
        ZitadelCreateUserHuman,
        ZitadelCreateUserInput,
        ZitadelGender,
        ZitadelOptionalPassword,
        ZitadelSetHumanEmail,
        ZitadelSetHumanPhone,
        ZitadelSetHumanProfile,
        ZitadelUserMetadata,
    )

    answer = client.zitadel.create_user(
        body=ZitadelCreateUserInput(
            organization_id="01hq3kad3svktnkwp31fmt4bee",
            user_id="carol-1",
            username="carol",
            human=ZitadelCreateUserHuman(
                profile=ZitadelSetHumanProfile(
                    given_name="Carol",
                    family_name="Shaw",
                    nick_name="caz",
                    preferred_language="en",
                    gender=ZitadelGender.GENDER_FEMALE,
                ),
                email=ZitadelSetHumanEmail(email="carol@example.com", is_verified=True),
                phone=ZitadelSetHumanPhone(phone="+12025550144", is_verified=True),
                password=ZitadelOptionalPassword(
                    password="violet otters paddle at noon", change_required=True
                ),
                metadata=[ZitadelUserMetadata(key="costCentre", value="NDcxMQ==")],
            ),
        )
    )
    return answer


def zitadel_create_user_return_code(client: Rekey) -> object:
    from rekey.models import (
        ZitadelCreateUserHuman,
        ZitadelCreateUserInput,
        ZitadelReturnEmailVerificationCode,
        ZitadelSetHumanEmail,
        ZitadelSetHumanProfile,
    )

    answer = client.zitadel.create_user(
        body=ZitadelCreateUserInput(
            organization_id="01hq3kad3svktnkwp31fmt4bee",
            user_id="carol-1",
            username="carol",
            human=ZitadelCreateUserHuman(
                profile=ZitadelSetHumanProfile(given_name="Carol", family_name="Shaw"),
                email=ZitadelSetHumanEmail(
                    email="carol@example.com",
                    return_code=ZitadelReturnEmailVerificationCode(),
                ),
            ),
        )
    )
    return answer


def zitadel_deactivate_user_empty(client: Rekey) -> object:
    answer = client.zitadel.deactivate_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_delete_session(client: Rekey) -> object:
    answer = client.zitadel.delete_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        session_token="rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE",
    )
    return answer


def zitadel_delete_user(client: Rekey) -> object:
    answer = client.zitadel.delete_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_get_keys(client: Rekey) -> object:
    answer = client.zitadel.get_keys()
    return answer


def zitadel_get_lockout_settings(client: Rekey) -> object:
    answer = client.zitadel.get_lockout_settings(
        ctx_org_id="01hq3kad3svktnkwp31fmt4bee", ctx_instance=True
    )
    return answer


def zitadel_get_login_settings(client: Rekey) -> object:
    answer = client.zitadel.get_login_settings(
        ctx_org_id="01hq3kad3svktnkwp31fmt4bee", ctx_instance=True
    )
    return answer


def zitadel_get_openid_configuration(client: Rekey) -> object:
    answer = client.zitadel.get_openid_configuration()
    return answer


def zitadel_get_password_complexity_settings(client: Rekey) -> object:
    answer = client.zitadel.get_password_complexity_settings(
        ctx_org_id="01hq3kad3svktnkwp31fmt4bee", ctx_instance=True
    )
    return answer


def zitadel_get_password_expiry_settings(client: Rekey) -> object:
    answer = client.zitadel.get_password_expiry_settings(
        ctx_org_id="01hq3kad3svktnkwp31fmt4bee", ctx_instance=True
    )
    return answer


def zitadel_get_session(client: Rekey) -> object:
    answer = client.zitadel.get_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        session_token="rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE",
    )
    return answer


def zitadel_get_token_client_credentials(client: Rekey) -> object:
    from rekey.models import ZitadelTokenInput

    application = client.with_client(client_id, client_secret)
    answer = application.zitadel.get_token(
        body=ZitadelTokenInput(
            grant_type="client_credentials",
            scope="openid urn:zitadel:iam:org:project:id:zitadel:aud",
        )
    )
    return answer


def zitadel_get_token_client_in_form(client: Rekey) -> object:
    from rekey.models import ZitadelTokenInput

    answer = client.zitadel.get_token(
        body=ZitadelTokenInput(
            grant_type="client_credentials",
            client_id="0192f3a4-4444-7d8e-9f01-23456789abcd",
            client_secret="Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
        )
    )
    return answer


def zitadel_get_token_jwt_bearer(client: Rekey) -> object:
    from rekey.models import ZitadelTokenInput

    application = client.with_client(client_id, client_secret)
    answer = application.zitadel.get_token(
        body=ZitadelTokenInput(
            grant_type="urn:ietf:params:oauth:grant-type:jwt-bearer",
            scope="openid urn:zitadel:iam:org:project:id:zitadel:aud",
            assertion="eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCIsImtpZCI6IjE2Mzg0MDc3NjgzNTQzMjM0NSJ9.eyJpc3MiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJzdWIiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJhdWQiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIiwiaWF0IjoxNzcyNzQ0NDAwLCJleHAiOjE3NzI3NDgwMDB9.Yi6RtKq4LWuaOD_keYCm7yCR4NkgLr0itC-ntg_Ax4M2Zbqj3Dro8H4TaOTNGH_GVNTUvkiwOOLyG5NCgQWDCg",
        )
    )
    return answer


def zitadel_get_user_by_id(client: Rekey) -> object:
    answer = client.zitadel.get_user_by_i_d("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_list_authentication_method_types(client: Rekey) -> object:
    answer = client.zitadel.list_authentication_method_types(
        "0192f3a4-1111-7d8e-9f01-23456789abcd"
    )
    return answer


def zitadel_list_sessions_of_user(client: Rekey) -> object:
    from rekey.models import (
        ZitadelListQuery,
        ZitadelListSessionsInput,
        ZitadelSearchQuery,
        ZitadelUserIDQuery,
    )

    answer = client.zitadel.list_sessions(
        body=ZitadelListSessionsInput(
            query=ZitadelListQuery(offset="0", limit=20, asc=True),
            queries=[
                ZitadelSearchQuery(
                    user_id_query=ZitadelUserIDQuery(
                        id="0192f3a4-1111-7d8e-9f01-23456789abcd"
                    )
                )
            ],
        )
    )
    return answer


def zitadel_list_sessions_by_ids(client: Rekey) -> object:
    from rekey.models import ZitadelIDsQuery, ZitadelListSessionsInput, ZitadelSearchQuery

    answer = client.zitadel.list_sessions(
        body=ZitadelListSessionsInput(
            queries=[
                ZitadelSearchQuery(
                    ids_query=ZitadelIDsQuery(ids=["0192f3a4-9d01-7b2c-8e3f-456789abcdef"])
                )
            ]
        )
    )
    return answer


def zitadel_list_users_by_email(client: Rekey) -> object:
    from rekey.models import (
        ZitadelEmailQuery,
        ZitadelListUsersInput,
        ZitadelTextQueryMethod,
        ZitadelUserSearchQuery,
    )

    answer = client.zitadel.list_users(
        body=ZitadelListUsersInput(
            queries=[
                ZitadelUserSearchQuery(
                    email_query=ZitadelEmailQuery(
                        email_address="alice@example.com",
                        method=ZitadelTextQueryMethod.TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE,
                    )
                )
            ]
        )
    )
    return answer


def zitadel_list_users_by_login_name(client: Rekey) -> object:
    from rekey.models import (
        ZitadelListQuery,
        ZitadelListUsersInput,
        ZitadelLoginNameQuery,
        ZitadelOrganizationIdQuery,
        ZitadelUserFieldName,
        ZitadelUserSearchQuery,
    )

    answer = client.zitadel.list_users(
        body=ZitadelListUsersInput(
            query=ZitadelListQuery(offset="0", limit=1, asc=True),
            sorting_column=ZitadelUserFieldName.USER_FIELD_NAME_USER_NAME,
            queries=[
                ZitadelUserSearchQuery(
                    login_name_query=ZitadelLoginNameQuery(login_name="alice")
                ),
                ZitadelUserSearchQuery(
                    organization_id_query=ZitadelOrganizationIdQuery(
                        organization_id="01hq3kad3svktnkwp31fmt4bee"
                    )
                ),
            ],
        )
    )
    return answer


def zitadel_list_users_combined(client: Rekey) -> object:
    from rekey.models import (
        ZitadelInUserEmailsQuery,
        ZitadelListUsersInput,
        ZitadelNotQuery,
        ZitadelOrganizationIdQuery,
        ZitadelOrQuery,
        ZitadelTextQueryMethod,
        ZitadelUserNameQuery,
        ZitadelUserSearchQuery,
        ZitadelUserState,
        ZitadelUserStateQuery,
    )

    answer = client.zitadel.list_users(
        body=ZitadelListUsersInput(
            queries=[
                ZitadelUserSearchQuery(
                    organization_id_query=ZitadelOrganizationIdQuery(
                        organization_id="01hq3kad3svktnkwp31fmt4bee"
                    )
                ),
                ZitadelUserSearchQuery(
                    or_query=ZitadelOrQuery(
                        queries=[
                            ZitadelUserSearchQuery(
                                user_name_query=ZitadelUserNameQuery(
                                    user_name="ALI",
                                    method=ZitadelTextQueryMethod.TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE,
                                )
                            ),
                            ZitadelUserSearchQuery(
                                in_user_emails_query=ZitadelInUserEmailsQuery(
                                    user_emails=["alice@example.com"]
                                )
                            ),
                        ]
                    )
                ),
                ZitadelUserSearchQuery(
                    not_query=ZitadelNotQuery(
                        query=ZitadelUserSearchQuery(
                            state_query=ZitadelUserStateQuery(
                                state=ZitadelUserState.USER_STATE_LOCKED
                            )
                        )
                    )
                ),
            ]
        )
    )
    return answer


def zitadel_lock_user_empty(client: Rekey) -> object:
    answer = client.zitadel.lock_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_password_reset_default_mail(client: Rekey) -> object:
    from rekey.models import ZitadelPasswordResetInput

    answer = client.zitadel.password_reset(
        "0192f3a4-1111-7d8e-9f01-23456789abcd", body=ZitadelPasswordResetInput()
    )
    return answer


def zitadel_password_reset_send_link(client: Rekey) -> object:
    from rekey.models import (
        ZitadelNotificationType,
        ZitadelPasswordResetInput,
        ZitadelSendPasswordResetLink,
    )

    answer = client.zitadel.password_reset(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelPasswordResetInput(
            send_link=ZitadelSendPasswordResetLink(
                notification_type=ZitadelNotificationType.NOTIFICATION_TYPE_EMAIL,
                url_template="https://app.example.com/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}",
            )
        ),
    )
    return answer


def zitadel_password_reset_send_link_by_sms(client: Rekey) -> object:
    from rekey.models import (
        ZitadelNotificationType,
        ZitadelPasswordResetInput,
        ZitadelSendPasswordResetLink,
    )

    answer = client.zitadel.password_reset(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelPasswordResetInput(
            send_link=ZitadelSendPasswordResetLink(
                notification_type=ZitadelNotificationType.NOTIFICATION_TYPE_SMS
            )
        ),
    )
    return answer


def zitadel_password_reset_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelPasswordResetInput, ZitadelReturnPasswordResetCode

    answer = client.zitadel.password_reset(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelPasswordResetInput(return_code=ZitadelReturnPasswordResetCode()),
    )
    return answer


def zitadel_reactivate_user_empty(client: Rekey) -> object:
    answer = client.zitadel.reactivate_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_resend_email_code_send_code(client: Rekey) -> object:
    from rekey.models import ZitadelResendEmailCodeInput, ZitadelSendEmailVerificationCode

    answer = client.zitadel.resend_email_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelResendEmailCodeInput(send_code=ZitadelSendEmailVerificationCode()),
    )
    return answer


def zitadel_resend_email_code_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelResendEmailCodeInput, ZitadelReturnEmailVerificationCode

    answer = client.zitadel.resend_email_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelResendEmailCodeInput(return_code=ZitadelReturnEmailVerificationCode()),
    )
    return answer


def zitadel_resend_invite_code_empty(client: Rekey) -> object:
    answer = client.zitadel.resend_invite_code("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_resend_phone_code_send_code(client: Rekey) -> object:
    from rekey.models import ZitadelResendPhoneCodeInput, ZitadelSendPhoneVerificationCode

    answer = client.zitadel.resend_phone_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelResendPhoneCodeInput(send_code=ZitadelSendPhoneVerificationCode()),
    )
    return answer


def zitadel_resend_phone_code_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelResendPhoneCodeInput, ZitadelReturnPhoneVerificationCode

    answer = client.zitadel.resend_phone_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelResendPhoneCodeInput(return_code=ZitadelReturnPhoneVerificationCode()),
    )
    return answer


def zitadel_set_email_send_code(client: Rekey) -> object:
    from rekey.models import ZitadelSendEmailVerificationCode, ZitadelSetEmailInput

    answer = client.zitadel.set_email(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetEmailInput(
            email="alice.new@example.com",
            send_code=ZitadelSendEmailVerificationCode(
                url_template="https://app.example.com/verify?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"
            ),
        ),
    )
    return answer


def zitadel_set_email_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelReturnEmailVerificationCode, ZitadelSetEmailInput

    answer = client.zitadel.set_email(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetEmailInput(
            email="alice.new@example.com", return_code=ZitadelReturnEmailVerificationCode()
        ),
    )
    return answer


def zitadel_set_email_verified(client: Rekey) -> object:
    from rekey.models import ZitadelSetEmailInput

    answer = client.zitadel.set_email(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetEmailInput(email="alice.new@example.com", is_verified=True),
    )
    return answer


def zitadel_set_password_with_code(client: Rekey) -> object:
    from rekey.models import ZitadelPassword, ZitadelSetPasswordInput

    answer = client.zitadel.set_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPasswordInput(
            new_password=ZitadelPassword(password="violet otters paddle at noon"),
            verification_code="k3VbQ9tXw2RmZ7pLc8Hn",
        ),
    )
    return answer


def zitadel_set_password_with_current_password(client: Rekey) -> object:
    from rekey.models import ZitadelPassword, ZitadelSetPasswordInput

    answer = client.zitadel.set_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPasswordInput(
            new_password=ZitadelPassword(password="violet otters paddle at noon"),
            current_password="correct horse battery staple",
        ),
    )
    return answer


def zitadel_set_password_by_administrator(client: Rekey) -> object:
    from rekey.models import ZitadelPassword, ZitadelSetPasswordInput

    answer = client.zitadel.set_password(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPasswordInput(
            new_password=ZitadelPassword(
                password="violet otters paddle at noon", change_required=True
            )
        ),
    )
    return answer


def zitadel_set_phone_send_code(client: Rekey) -> object:
    from rekey.models import ZitadelSendPhoneVerificationCode, ZitadelSetPhoneInput

    answer = client.zitadel.set_phone(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPhoneInput(
            phone="+12025550187", send_code=ZitadelSendPhoneVerificationCode()
        ),
    )
    return answer


def zitadel_set_phone_return_code(client: Rekey) -> object:
    from rekey.models import ZitadelReturnPhoneVerificationCode, ZitadelSetPhoneInput

    answer = client.zitadel.set_phone(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPhoneInput(
            phone="+12025550187", return_code=ZitadelReturnPhoneVerificationCode()
        ),
    )
    return answer


def zitadel_set_phone_verified(client: Rekey) -> object:
    from rekey.models import ZitadelSetPhoneInput

    answer = client.zitadel.set_phone(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelSetPhoneInput(phone="+12025550187", is_verified=True),
    )
    return answer


def zitadel_set_session_password(client: Rekey) -> object:
    from rekey.models import ZitadelCheckPassword, ZitadelChecks, ZitadelSetSessionInput

    answer = client.zitadel.set_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        body=ZitadelSetSessionInput(
            checks=ZitadelChecks(
                password=ZitadelCheckPassword(password="correct horse battery staple")
            )
        ),
    )
    return answer


def zitadel_set_session_lifetime(client: Rekey) -> object:
    from rekey.models import ZitadelSetSessionInput

    answer = client.zitadel.set_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        body=ZitadelSetSessionInput(lifetime="3600s"),
    )
    return answer


def zitadel_set_session_mailed_code(client: Rekey) -> object:
    from rekey.models import ZitadelCheckOTPEmail, ZitadelChecks, ZitadelSetSessionInput

    answer = client.zitadel.set_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        body=ZitadelSetSessionInput(
            checks=ZitadelChecks(otp_email=ZitadelCheckOTPEmail(code="517204"))
        ),
    )
    return answer


def zitadel_set_session_sms_code(client: Rekey) -> object:
    from rekey.models import (
        ZitadelChallengeOTPSMS,
        ZitadelRequestChallenges,
        ZitadelSetSessionInput,
    )

    answer = client.zitadel.set_session(
        "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
        body=ZitadelSetSessionInput(
            challenges=ZitadelRequestChallenges(otp_sms=ZitadelChallengeOTPSMS())
        ),
    )
    return answer


def zitadel_unlock_user_empty(client: Rekey) -> object:
    answer = client.zitadel.unlock_user("0192f3a4-1111-7d8e-9f01-23456789abcd")
    return answer


def zitadel_update_user_password(client: Rekey) -> object:
    from rekey.models import (
        ZitadelOptionalPassword,
        ZitadelSetHumanPassword,
        ZitadelUpdateUserHuman,
        ZitadelUpdateUserInput,
    )

    answer = client.zitadel.update_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelUpdateUserInput(
            human=ZitadelUpdateUserHuman(
                password=ZitadelSetHumanPassword(
                    password=ZitadelOptionalPassword(
                        password="violet otters paddle at noon"
                    ),
                    current_password="correct horse battery staple",
                )
            )
        ),
    )
    return answer


def zitadel_update_user_everything(client: Rekey) -> object:
    from rekey.models import (
        ZitadelOptionalPassword,
        ZitadelSetHumanEmail,
        ZitadelSetHumanPassword,
        ZitadelSetHumanPhone,
        ZitadelUpdateHumanProfile,
        ZitadelUpdateUserHuman,
        ZitadelUpdateUserInput,
    )

    answer = client.zitadel.update_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelUpdateUserInput(
            username="alice.l",
            human=ZitadelUpdateUserHuman(
                profile=ZitadelUpdateHumanProfile(family_name="Liddell"),
                email=ZitadelSetHumanEmail(email="alice.l@example.com", is_verified=True),
                phone=ZitadelSetHumanPhone(),
                password=ZitadelSetHumanPassword(
                    password=ZitadelOptionalPassword(
                        password="violet otters paddle at noon"
                    )
                ),
            ),
        ),
    )
    return answer


def zitadel_update_user_hashed_password(client: Rekey) -> object:
    from rekey.models import (
        ZitadelHashedPassword,
        ZitadelSetHumanPassword,
        ZitadelUpdateUserHuman,
        ZitadelUpdateUserInput,
    )

    answer = client.zitadel.update_user(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelUpdateUserInput(
            human=ZitadelUpdateUserHuman(
                password=ZitadelSetHumanPassword(
                    hashed_password=ZitadelHashedPassword(
                        hash_="$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
                        change_required=True,
                    )
                )
            )
        ),
    )
    return answer


def zitadel_verify_email_code(client: Rekey) -> object:
    from rekey.models import ZitadelVerifyEmailInput

    answer = client.zitadel.verify_email(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelVerifyEmailInput(verification_code="r9YdMn4WcKx7TqLb2VgZ"),
    )
    return answer


def zitadel_verify_invite_code_code(client: Rekey) -> object:
    from rekey.models import ZitadelVerifyInviteCodeInput

    answer = client.zitadel.verify_invite_code(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelVerifyInviteCodeInput(verification_code="w7HnC2vKq9TzR4mXb5Ld"),
    )
    return answer


def zitadel_verify_phone_code(client: Rekey) -> object:
    from rekey.models import ZitadelVerifyPhoneInput

    answer = client.zitadel.verify_phone(
        "0192f3a4-1111-7d8e-9f01-23456789abcd",
        body=ZitadelVerifyPhoneInput(verification_code="r9YdMn4WcKx7TqLb2VgZ"),
    )
    return answer
