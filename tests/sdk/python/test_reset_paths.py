"""Every way to a new password, on every surface, against the live server; each ends with a login."""

import asyncio
import os
import uuid

import pytest

from rekey import AsyncRekey
from rekey.errors import BoomiError, EntrustError, WristbandError, ZitadelError
from rekey.models import (
    BoomiChangePassword,
    BoomiForgotModel,
    BoomiLoginModel,
    BoomiPasswordModel,
    EntrustAdminApiAuthentication,
    EntrustUserPasswordParms,
    EntrustUserPasswordValidateParms,
    RekeyLogin,
    RekeyPasswordAssignment,
    RekeyResetRequestCreation,
    RekeyTenantCreation,
    RekeyTicketCreation,
    RekeyPasswordChange,
    RekeyPolicyChange,
    RekeyPolicyRules,
    RekeyTicketProof,
    RekeyTicketRedemption,
    WristbandChangePasswordInput,
    WristbandEmailAuthCodeInput,
    WristbandPasswordResetEmailInput,
    WristbandPasswordResetLinkInput,
    WristbandPasswordResetRequestInput,
    WristbandResetPasswordInput,
    WristbandTokenInput,
    WristbandVerificationCodeInput,
    ZitadelCheckPassword,
    ZitadelChecks,
    ZitadelCheckUser,
    ZitadelCreateInviteCodeInput,
    ZitadelCreateSessionInput,
    ZitadelOptionalPassword,
    ZitadelPassword,
    ZitadelPasswordResetInput,
    ZitadelReturnInviteCode,
    ZitadelReturnPasswordResetCode,
    ZitadelSetHumanPassword,
    ZitadelSetPasswordInput,
    ZitadelUpdateUserHuman,
    ZitadelUpdateUserInput,
    ZitadelVerifyInviteCodeInput,
)
from rekey.problems import TicketUnusable

from conftest import FIRST, NEW

UUID = r"[0-9a-f-]{36}"


# ---- boomi ----


def boomi_login(live, person):
    pair = live.with_token(None).boomi.authenticate(body=BoomiLoginModel(user_name=person.username, password=NEW))
    assert pair.access_token and pair.refresh_token


@pytest.mark.path("boomi")
def test_boomi_forgotten(live, person):
    p, anonymous = person(), live.with_token(None)
    anonymous.boomi.forgot_password(body=BoomiForgotModel(username=p.username))
    key = p.mailed(rf"/reset\?key=({UUID})")
    assert anonymous.boomi.validate_password_reset_link(key=key).username == p.username
    with pytest.raises(BoomiError) as refused:
        anonymous.boomi.reset_password(body=BoomiPasswordModel(key=key, password="short", confirm_password="short"))
    assert refused.value.status == 400 and refused.value.body.violations
    said = anonymous.boomi.reset_password(body=BoomiPasswordModel(key=key, password=NEW, confirm_password=NEW))
    assert isinstance(said, str) and said
    boomi_login(live, p)


@pytest.mark.path("boomi")
def test_boomi_set_link(live, entrust, person):
    p, anonymous = person(), live.with_token(None)
    # A password that an administrator chose is not mailed: the mail carries a link to set another.
    entrust.set_user_password(p.id, body=EntrustUserPasswordParms(password="an administrator chose this"))
    key = p.mailed(rf"/set\?key=({UUID})")
    assert anonymous.boomi.validate_password_set_link(key=key).username == p.username
    anonymous.boomi.set_password(body=BoomiPasswordModel(key=key, password=NEW, confirm_password=NEW))
    boomi_login(live, p)


@pytest.mark.path("boomi")
def test_boomi_change(live, person):
    p = person()
    token = live.with_token(None).boomi.authenticate(body=BoomiLoginModel(user_name=p.username, password=FIRST)).access_token
    live.with_token(token).boomi.change_password(
        body=BoomiChangePassword(current_password=FIRST, new_password=NEW, confirm_password=NEW))
    boomi_login(live, p)


# ---- entrust ----


@pytest.fixture
def entrust(live):
    token = live.with_token(None).entrust.authenticate_admin_api(body=EntrustAdminApiAuthentication(
        application_id=os.environ["REKEY_CLIENT_ID"], shared_secret=os.environ["REKEY_CLIENT_SECRET"])).auth_token
    return live.with_token(token).entrust


@pytest.mark.path("entrust")
def test_entrust_generated(entrust, person):
    p = person()
    made = entrust.set_user_password(p.id, body=EntrustUserPasswordParms(
        generate_password=True, return_password=True, email_password=False, force_update=False))
    verdict = entrust.validate_user_password(
        p.id, body=EntrustUserPasswordValidateParms(password=made.new_password))
    assert verdict.length and verdict.strength
    p.log_in(made.new_password)


@pytest.mark.path("entrust")
def test_entrust_set(entrust, person):
    p = person()
    assert entrust.validate_user_password(p.id, body=EntrustUserPasswordValidateParms(password=NEW)).length
    entrust.set_user_password(p.id, body=EntrustUserPasswordParms(password=NEW, force_update=False))
    assert entrust.get_user_password(p.id).present
    p.log_in(NEW)
    entrust.delete_user_password(p.id)
    with pytest.raises(EntrustError) as gone:
        entrust.get_user_password(str(uuid.uuid4()))
    assert gone.value.status == 404 and gone.value.code


# ---- wristband ----


@pytest.fixture
def wristband(live):
    token = live.with_token(None).wristband.get_token(body=WristbandTokenInput(
        grant_type="client_credentials", client_id=os.environ["REKEY_CLIENT_ID"],
        client_secret=os.environ["REKEY_CLIENT_SECRET"])).access_token
    return live.with_token(token).wristband


@pytest.mark.path("wristband")
def test_wristband_mailed_link(wristband, person):
    p = person()
    wristband.send_password_reset_email(body=WristbandPasswordResetEmailInput(user_id=p.id))
    code = p.mailed(r"/reset\?key=([A-Za-z0-9_-]+)")
    wristband.introspect_password_reset_email_auth_code(body=WristbandEmailAuthCodeInput(email_auth_code=code))
    wristband.reset_password(body=WristbandResetPasswordInput(email_auth_code=code, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("wristband")
def test_wristband_mailed_code(live, wristband, person):
    tenant = live.tenants.create(
        body=RekeyTenantCreation(application_id=os.environ["REKEY_APPLICATION_ID"], name=f"Codes {uuid.uuid4().hex[:8]}"))
    live.tenants.replace_policy(tenant.id, body=RekeyPolicyChange(rules=RekeyPolicyRules(reset_by="otp")))
    p = person(tenant=tenant.id)
    request = wristband.request_password_reset(body=WristbandPasswordResetRequestInput(
        application_id=os.environ["REKEY_APPLICATION_ID"], tenant_id=tenant.id, email=p.email)).request_code
    code = p.mailed(r"\b(\d{6,8})\b")
    verified = wristband.verify_code(body=WristbandVerificationCodeInput(request_code=request, verification_code=code))
    assert verified.result
    wristband.reset_password(body=WristbandResetPasswordInput(
        request_code=request, verification_code=code, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("wristband")
def test_wristband_created_link(wristband, person):
    p = person()
    link = wristband.create_password_reset_link(body=WristbandPasswordResetLinkInput(user_id=p.id))
    body = WristbandResetPasswordInput(password_reset_code=link.password_reset_code, new_password=NEW)
    wristband.reset_password(body=body)
    p.log_in(NEW)
    with pytest.raises(WristbandError) as used:
        wristband.reset_password(body=body)
    assert used.value.status == 400 and used.value.code and used.value.body.ticket


@pytest.mark.path("wristband")
def test_wristband_change(live, person):
    p = person()
    token = p.log_in(FIRST).access_token
    live.with_token(token).wristband.change_password(body=WristbandChangePasswordInput(user_id=p.id, current_password=FIRST, new_password=NEW))
    p.log_in(NEW)


# ---- zitadel ----


def zitadel_login(live, person):
    session = live.zitadel.create_session(body=ZitadelCreateSessionInput(checks=ZitadelChecks(
        user=ZitadelCheckUser(login_name=person.username), password=ZitadelCheckPassword(password=NEW))))
    assert session.session_token


@pytest.mark.path("zitadel")
def test_zitadel_returned_code(live, person):
    p = person()
    code = live.zitadel.password_reset(
        p.id, body=ZitadelPasswordResetInput(return_code=ZitadelReturnPasswordResetCode())).verification_code
    body = ZitadelSetPasswordInput(new_password=ZitadelPassword(password=NEW), verification_code=code)
    live.zitadel.set_password(p.id, body=body)
    zitadel_login(live, p)
    with pytest.raises(ZitadelError) as used:
        live.zitadel.set_password(p.id, body=body)
    assert used.value.status == 400 and used.value.grpc_code and used.value.code


@pytest.mark.path("zitadel")
def test_zitadel_mailed_code(live, person):
    p = person()
    live.zitadel.password_reset(p.id, body=ZitadelPasswordResetInput())
    code = p.mailed(r"key=([A-Za-z0-9]{20})")
    live.zitadel.set_password(p.id, body=ZitadelSetPasswordInput(
        new_password=ZitadelPassword(password=NEW), verification_code=code))
    zitadel_login(live, p)


@pytest.mark.path("zitadel")
def test_zitadel_invitation(live, person):
    p = person(password=None, verified=False)
    live.zitadel.create_invite_code(p.id, body=ZitadelCreateInviteCodeInput())
    invited = p.mailed(r"/set\?key=([A-Za-z0-9]{20})")
    live.zitadel.verify_invite_code(p.id, body=ZitadelVerifyInviteCodeInput(verification_code=invited))
    code = live.zitadel.password_reset(
        p.id, body=ZitadelPasswordResetInput(return_code=ZitadelReturnPasswordResetCode())).verification_code
    live.zitadel.set_password(p.id, body=ZitadelSetPasswordInput(
        new_password=ZitadelPassword(password=NEW), verification_code=code))
    zitadel_login(live, p)


@pytest.mark.path("zitadel")
def test_zitadel_returned_invitation(live, person):
    p = person(password=None)
    code = live.zitadel.create_invite_code(
        p.id, body=ZitadelCreateInviteCodeInput(return_code=ZitadelReturnInviteCode())).invite_code
    live.zitadel.verify_invite_code(p.id, body=ZitadelVerifyInviteCodeInput(verification_code=code))
    live.zitadel.set_password(p.id, body=ZitadelSetPasswordInput(new_password=ZitadelPassword(password=NEW)))
    zitadel_login(live, p)


@pytest.mark.path("zitadel")
def test_zitadel_administrator(live, person):
    p = person()
    live.zitadel.update_user(p.id, body=ZitadelUpdateUserInput(human=ZitadelUpdateUserHuman(
        password=ZitadelSetHumanPassword(password=ZitadelOptionalPassword(password=NEW)))))
    zitadel_login(live, p)


# ---- native ----


@pytest.mark.path("rekey")
def test_native_mailed_link(live, person):
    p, anonymous = person(), live.with_token(None)
    live.tickets.create(body=RekeyTicketCreation(user_id=p.id, medium="link"))
    ticket = p.mailed(r"/reset\?key=([A-Za-z0-9_-]+)")
    assert anonymous.tickets.inspect(body=RekeyTicketProof(ticket=ticket)).username == p.username
    anonymous.tickets.redeem(body=RekeyTicketRedemption(ticket=ticket, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("rekey")
def test_native_mailed_code(live, person):
    p, anonymous = person(), live.with_token(None)
    issued = live.tickets.create(body=RekeyTicketCreation(user_id=p.id, medium="otp"))
    code = p.mailed(r"\b(\d{6,8})\b")
    anonymous.tickets.redeem(body=RekeyTicketRedemption(
        request_code=issued.proof.request_code, code=code, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("rekey")
def test_native_returned(live, person):
    p, anonymous = person(), live.with_token(None)
    issued = live.tickets.create(body=RekeyTicketCreation(user_id=p.id, medium="link", deliver="return"))
    redemption = RekeyTicketRedemption(ticket=issued.proof.ticket, new_password=NEW)
    anonymous.tickets.redeem(body=redemption)
    p.log_in(NEW)
    with pytest.raises(TicketUnusable):
        anonymous.tickets.redeem(body=redemption)


@pytest.mark.path("rekey")
def test_native_forgotten(live, person):
    p, anonymous = person(), live.with_token(None)
    anonymous.reset_requests.create(body=RekeyResetRequestCreation(username=p.username))
    ticket = p.mailed(r"/reset\?key=([A-Za-z0-9_-]+)")
    anonymous.tickets.redeem(body=RekeyTicketRedemption(ticket=ticket, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("rekey")
def test_native_change(live, person):
    p = person()
    token = p.log_in(FIRST).access_token
    live.with_token(token).passwords.change(
        p.id, body=RekeyPasswordChange(current_password=FIRST, new_password=NEW))
    p.log_in(NEW)


@pytest.mark.path("rekey")
def test_native_administrator(live, person):
    p = person(password=None)
    made = live.passwords.set(p.id, body=RekeyPasswordAssignment(generate=True, return_password=True, must_change=False))
    p.log_in(made.password)


@pytest.mark.path("rekey")
def test_native_returned_awaited(person):
    p = person()

    async def reset():
        async with AsyncRekey(os.environ["REKEY_URL"], os.environ["REKEY_API_KEY"]) as client:
            issued = await client.tickets.create(body=RekeyTicketCreation(user_id=p.id, medium="link", deliver="return"))
            anonymous = client.with_token(None)
            await anonymous.tickets.redeem(body=RekeyTicketRedemption(ticket=issued.proof.ticket, new_password=NEW))
            return await client.sessions.create(
                body=RekeyLogin(username=p.username, password=NEW, tenant_id=p.tenant))

    assert asyncio.run(reset()).session.user_id == p.id
