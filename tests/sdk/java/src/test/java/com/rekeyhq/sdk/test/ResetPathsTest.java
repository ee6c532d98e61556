package com.rekeyhq.sdk.test;

import static com.rekeyhq.sdk.test.Person.ANONYMOUS;
import static com.rekeyhq.sdk.test.Person.FIRST;
import static com.rekeyhq.sdk.test.Person.LIVE;
import static com.rekeyhq.sdk.test.Person.NEW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rekeyhq.sdk.BoomiException;
import com.rekeyhq.sdk.EntrustException;
import com.rekeyhq.sdk.ProblemCode;
import com.rekeyhq.sdk.ProblemException;
import com.rekeyhq.sdk.WristbandException;
import com.rekeyhq.sdk.ZitadelException;
import com.rekeyhq.sdk.api.BoomiApi;
import com.rekeyhq.sdk.api.EntrustApi;
import com.rekeyhq.sdk.api.TenantsApi;
import com.rekeyhq.sdk.api.WristbandApi;
import com.rekeyhq.sdk.model.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every way to a new password, on every surface, against the live server; each ends with a login. */
@Execution(ExecutionMode.CONCURRENT) // Each has a user of his own, and mostly waits for his mail.
class ResetPathsTest {
  private static final String KEY = "([0-9a-f-]{36})";

  // ---- boomi ----

  private static void boomiLogin(Person p) {
    BoomiTokenPair pair = ANONYMOUS.boomi().authenticate(new BoomiLoginModel().userName(p.username).password(NEW));
    assertNotNull(pair.getAccessToken());
  }

  @Test
  void boomiForgotten() throws Exception {
    Person p = Person.known();
    ANONYMOUS.boomi().forgotPassword(new BoomiForgotModel().username(p.username));
    String key = p.mailed("/reset\\?key=" + KEY);
    BoomiPasswordModel link =
        ANONYMOUS.boomi().validatePasswordResetLink(new BoomiApi.ValidatePasswordResetLinkQuery().key(key));
    assertEquals(p.username, link.getUsername());
    BoomiException refused =
        assertThrows(
            BoomiException.class,
            () ->
                ANONYMOUS.boomi().resetPassword(
                    new BoomiPasswordModel().key(key).password("short").confirmPassword("short")));
    assertEquals(400, refused.status());
    assertFalse(refused.body().getViolations().isEmpty());
    String said =
        ANONYMOUS.boomi().resetPassword(new BoomiPasswordModel().key(key).password(NEW).confirmPassword(NEW));
    assertFalse(said.isEmpty());
    boomiLogin(p);
  }

  @Test
  void boomiSetLink() throws Exception {
    Person p = Person.known();
    // A password that an administrator chose is not mailed: the mail carries a link to set another.
    entrust().setUserPassword(p.id, new EntrustUserPasswordParms().password("an administrator chose this"));
    String key = p.mailed("/set\\?key=" + KEY);
    BoomiPasswordModel link = ANONYMOUS.boomi().validatePasswordSetLink(new BoomiApi.ValidatePasswordSetLinkQuery().key(key));
    assertEquals(p.username, link.getUsername());
    ANONYMOUS.boomi().setPassword(new BoomiPasswordModel().key(key).password(NEW).confirmPassword(NEW));
    boomiLogin(p);
  }

  @Test
  void boomiChange() {
    Person p = Person.known();
    String token =
        ANONYMOUS.boomi().authenticate(new BoomiLoginModel().userName(p.username).password(FIRST)).getAccessToken();
    LIVE.withToken(token)
        .boomi()
        .changePassword(new BoomiChangePassword().currentPassword(FIRST).newPassword(NEW).confirmPassword(NEW));
    boomiLogin(p);
  }

  // ---- entrust ----

  private static EntrustApi entrust() {
    String token =
        ANONYMOUS.entrust()
            .authenticateAdminApi(
                new EntrustAdminApiAuthentication()
                    .applicationId(System.getenv("REKEY_CLIENT_ID"))
                    .sharedSecret(System.getenv("REKEY_CLIENT_SECRET")))
            .getAuthToken();
    return LIVE.withToken(token).entrust();
  }

  @Test
  void entrustGenerated() {
    Person p = Person.known();
    EntrustUserPassword made =
        entrust()
            .setUserPassword(
                p.id,
                new EntrustUserPasswordParms()
                    .generatePassword(true)
                    .returnPassword(true)
                    .emailPassword(false)
                    .forceUpdate(false));
    EntrustUserPasswordValidationResponse verdict =
        entrust()
            .validateUserPassword(
                p.id, new EntrustUserPasswordValidateParms().password(made.getNewPassword()));
    assertTrue(verdict.getLength());
    p.logIn(made.getNewPassword());
  }

  @Test
  void entrustSet() {
    Person p = Person.known();
    assertTrue(
        entrust()
            .validateUserPassword(p.id, new EntrustUserPasswordValidateParms().password(NEW))
            .getLength());
    entrust().setUserPassword(p.id, new EntrustUserPasswordParms().password(NEW).forceUpdate(false));
    assertTrue(entrust().getUserPassword(p.id).getPresent());
    p.logIn(NEW);
    entrust().deleteUserPassword(p.id);
    EntrustException gone =
        assertThrows(
            EntrustException.class, () -> entrust().getUserPassword(UUID.randomUUID().toString()));
    assertEquals(404, gone.status());
    assertEquals(gone.code(), gone.body().getErrorCode());
  }

  // ---- wristband ----

  private static WristbandApi wristband() {
    String token =
        ANONYMOUS.wristband()
            .getToken(
                new WristbandTokenInput()
                    .grantType("client_credentials")
                    .clientId(System.getenv("REKEY_CLIENT_ID"))
                    .clientSecret(System.getenv("REKEY_CLIENT_SECRET")))
            .getAccessToken();
    return LIVE.withToken(token).wristband();
  }

  @Test
  void wristbandMailedLink() throws Exception {
    Person p = Person.known();
    wristband().sendPasswordResetEmail(new WristbandPasswordResetEmailInput().userId(p.id));
    String code = p.mailed("/reset\\?key=([A-Za-z0-9_-]+)");
    wristband().introspectPasswordResetEmailAuthCode(new WristbandEmailAuthCodeInput().emailAuthCode(code));
    wristband().resetPassword(new WristbandResetPasswordInput().emailAuthCode(code).newPassword(NEW));
    p.logIn(NEW);
  }

  @Test
  void wristbandMailedCode() throws Exception {
    String application = System.getenv("REKEY_APPLICATION_ID");
    String tenant =
        LIVE.tenants()
            .create(new RekeyTenantCreation().applicationId(application).name("Codes " + UUID.randomUUID()))
            .getId();
    LIVE.tenants()
        .replacePolicy(
            tenant,
            new TenantsApi.ReplacePolicyQuery(),
            new RekeyPolicyChange().rules(new RekeyPolicyRules().resetBy(RekeyTicketMedium.OTP)));
    Person p = Person.in(tenant);
    String request =
        wristband()
            .requestPasswordReset(
                new WristbandPasswordResetRequestInput().applicationId(application).tenantId(tenant).email(p.email))
            .getRequestCode();
    String code = p.mailed("\\b(\\d{6,8})\\b");
    assertNotNull(
        wristband()
            .verifyCode(new WristbandVerificationCodeInput().requestCode(request).verificationCode(code))
            .getResult());
    wristband()
        .resetPassword(
            new WristbandResetPasswordInput().requestCode(request).verificationCode(code).newPassword(NEW));
    p.logIn(NEW);
  }

  @Test
  void wristbandCreatedLink() {
    Person p = Person.known();
    WristbandPasswordResetLink link =
        wristband().createPasswordResetLink(new WristbandPasswordResetLinkInput().userId(p.id));
    WristbandResetPasswordInput body =
        new WristbandResetPasswordInput().passwordResetCode(link.getPasswordResetCode()).newPassword(NEW);
    wristband().resetPassword(body);
    p.logIn(NEW);
    WristbandException used = assertThrows(WristbandException.class, () -> wristband().resetPassword(body));
    assertEquals(400, used.status());
    assertNotNull(used.body().getTicket());
  }

  @Test
  void wristbandChange() {
    Person p = Person.known();
    LIVE.withToken(p.logIn(FIRST).getAccessToken())
        .wristband()
        .changePassword(
            new WristbandChangePasswordInput().userId(p.id).currentPassword(FIRST).newPassword(NEW));
    p.logIn(NEW);
  }

  // ---- zitadel ----

  private static void zitadelLogin(Person p) {
    ZitadelCreateSessionOutput session =
        LIVE.zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(new ZitadelCheckUser().loginName(p.username))
                            .password(new ZitadelCheckPassword().password(NEW))));
    assertNotNull(session.getSessionToken());
  }

  private static String zitadelReturned(Person p) {
    return LIVE.zitadel()
        .passwordReset(p.id, new ZitadelPasswordResetInput().returnCode(new ZitadelReturnPasswordResetCode()))
        .getVerificationCode();
  }

  private static ZitadelSetPasswordInput zitadelNew(String code) {
    return new ZitadelSetPasswordInput().newPassword(new ZitadelPassword().password(NEW)).verificationCode(code);
  }

  @Test
  void zitadelReturnedCode() {
    Person p = Person.known();
    ZitadelSetPasswordInput body = zitadelNew(zitadelReturned(p));
    LIVE.zitadel().setPassword(p.id, body);
    zitadelLogin(p);
    ZitadelException used = assertThrows(ZitadelException.class, () -> LIVE.zitadel().setPassword(p.id, body));
    assertEquals(400, used.status());
    assertNotNull(used.code());
  }

  @Test
  void zitadelMailedCode() throws Exception {
    Person p = Person.known();
    LIVE.zitadel().passwordReset(p.id, new ZitadelPasswordResetInput());
    LIVE.zitadel().setPassword(p.id, zitadelNew(p.mailed("key=([A-Za-z0-9]{20})")));
    zitadelLogin(p);
  }

  @Test
  void zitadelInvitation() throws Exception {
    Person p = Person.withoutPassword(false);
    LIVE.zitadel().createInviteCode(p.id, new ZitadelCreateInviteCodeInput());
    String invited = p.mailed("/set\\?key=([A-Za-z0-9]{20})");
    LIVE.zitadel().verifyInviteCode(p.id, new ZitadelVerifyInviteCodeInput().verificationCode(invited));
    LIVE.zitadel().setPassword(p.id, zitadelNew(zitadelReturned(p)));
    zitadelLogin(p);
  }

  @Test
  void zitadelReturnedInvitation() {
    Person p = Person.withoutPassword(true);
    String code =
        LIVE.zitadel()
            .createInviteCode(p.id, new ZitadelCreateInviteCodeInput().returnCode(new ZitadelReturnInviteCode()))
            .getInviteCode();
    LIVE.zitadel().verifyInviteCode(p.id, new ZitadelVerifyInviteCodeInput().verificationCode(code));
    LIVE.zitadel()
        .setPassword(p.id, new ZitadelSetPasswordInput().newPassword(new ZitadelPassword().password(NEW)));
    zitadelLogin(p);
  }

  @Test
  void zitadelAdministrator() {
    Person p = Person.known();
    LIVE.zitadel()
        .updateUser(
            p.id,
            new ZitadelUpdateUserInput()
                .human(
                    new ZitadelUpdateUserHuman()
                        .password(
                            new ZitadelSetHumanPassword()
                                .password(new ZitadelOptionalPassword().password(NEW)))));
    zitadelLogin(p);
    LIVE.zitadel().lockUser(p.id);
    LIVE.zitadel().unlockUser(p.id);
    zitadelLogin(p);
  }

  // ---- native ----

  private static RekeyTicketRedemption redemption(String ticket) {
    return new RekeyTicketRedemption().ticket(ticket).newPassword(NEW);
  }

  @Test
  void rekeyMailedLink() throws Exception {
    Person p = Person.known();
    LIVE.tickets().create(new RekeyTicketCreation().userId(p.id).medium(RekeyTicketMedium.LINK));
    String ticket = p.mailed("/reset\\?key=([A-Za-z0-9_-]+)");
    assertEquals(p.username, ANONYMOUS.tickets().inspect(new RekeyTicketProof().ticket(ticket)).getUsername());
    ANONYMOUS.tickets().redeem(redemption(ticket));
    p.logIn(NEW);
  }

  @Test
  void rekeyMailedCode() throws Exception {
    Person p = Person.known();
    RekeyIssuedTicket issued =
        LIVE.tickets().create(new RekeyTicketCreation().userId(p.id).medium(RekeyTicketMedium.OTP));
    ANONYMOUS.tickets()
        .redeem(
            new RekeyTicketRedemption()
                .requestCode(issued.getProof().getRequestCode())
                .code(p.mailed("\\b(\\d{6,8})\\b"))
                .newPassword(NEW));
    p.logIn(NEW);
  }

  @Test
  void rekeyReturned() {
    Person p = Person.known();
    RekeyIssuedTicket issued =
        LIVE.tickets()
            .create(
                new RekeyTicketCreation()
                    .userId(p.id)
                    .medium(RekeyTicketMedium.LINK)
                    .deliver(RekeyTicketDelivery.RETURN));
    RekeyTicketRedemption redemption = redemption(issued.getProof().getTicket());
    ANONYMOUS.tickets().redeem(redemption);
    p.logIn(NEW);
    ProblemException used =
        assertThrows(ProblemException.class, () -> ANONYMOUS.tickets().redeem(redemption));
    assertEquals(ProblemCode.TICKET_UNUSABLE, used.code());
  }

  @Test
  void rekeyForgotten() throws Exception {
    Person p = Person.known();
    ANONYMOUS.resetRequests().create(new RekeyResetRequestCreation().username(p.username));
    ANONYMOUS.tickets().redeem(redemption(p.mailed("/reset\\?key=([A-Za-z0-9_-]+)")));
    p.logIn(NEW);
  }

  @Test
  void rekeyChange() {
    Person p = Person.known();
    LIVE.withToken(p.logIn(FIRST).getAccessToken())
        .passwords()
        .change(p.id, new RekeyPasswordChange().currentPassword(FIRST).newPassword(NEW));
    p.logIn(NEW);
  }

  @Test
  void rekeyAdministrator() {
    Person p = Person.withoutPassword(true);
    RekeyPasswordSet made =
        LIVE.passwords()
            .set(p.id, new RekeyPasswordAssignment().generate(true).returnPassword(true).mustChange(false));
    p.logIn(made.getPassword());
  }
}
