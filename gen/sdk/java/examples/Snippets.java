// Generated from openapi/ by specbundle; do not edit.
package examples;

import com.rekeyhq.sdk.Rekey;
import com.rekeyhq.sdk.RequestOptions;
import com.rekeyhq.sdk.api.*;
import com.rekeyhq.sdk.model.*;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each example of a request in the contract, as it is sent with this SDK. */
public final class Snippets {
  private final String clientId = System.getenv("REKEY_CLIENT_ID");
  private final String clientSecret = System.getenv("REKEY_CLIENT_SECRET");
  private final Rekey client;

  public Snippets(Rekey client) {
    this.client = client;
  }

  public void boomiAuthenticatePassword() {
    BoomiTokenPair answer =
        client
            .boomi()
            .authenticate(
                new BoomiLoginModel().userName("alice").password("correct horse battery staple"));
  }

  public void boomiAuthenticatePasswordAndCode() {
    BoomiTokenPair answer =
        client
            .boomi()
            .authenticate(
                new BoomiLoginModel()
                    .userName("alice")
                    .password("correct horse battery staple")
                    .oneTimePasscode("428913"));
  }

  public void boomiChangePasswordChange() {
    BoomiChangePasswordAnswer answer =
        client
            .boomi()
            .changePassword(
                new BoomiChangePassword()
                    .userId(0)
                    .currentPassword("correct horse battery staple")
                    .newPassword("seven quiet lanterns over the harbour")
                    .confirmPassword("seven quiet lanterns over the harbour"));
  }

  public void boomiCreateAdminUserInvitation() {
    BoomiAdminUserResult answer =
        client
            .boomi()
            .createAdminUser(
                new BoomiAdminUserModel()
                    .email("alice@example.com")
                    .firstName("Alice")
                    .lastName("Liddell")
                    .username("alice")
                    .isActive(true)
                    .isEnabled(true)
                    .isLogSession(true));
  }

  public void boomiDeleteAdminUser() {
    BoomiAdminActionResult answer = client.boomi().deleteAdminUser("1839201733");
  }

  public void boomiForgotPasswordByUserName() {
    client.boomi().forgotPassword(new BoomiForgotModel().username("alice").emailAddress(null));
  }

  public void boomiForgotUsernameByAddress() {
    client
        .boomi()
        .forgotUsername(new BoomiForgotModel().username(null).emailAddress("alice@example.com"));
  }

  public void boomiGetAdminUser() {
    BoomiAdminUser answer = client.boomi().getAdminUser("1839201733");
  }

  public void boomiListAdminUsers() {
    client.boomi().listAdminUsers(new BoomiApi.ListAdminUsersQuery());
  }

  public void boomiRefreshTokenRefresh() {
    BoomiTokenPair answer =
        client
            .boomi()
            .refreshToken(
                new BoomiRefreshTokenModel()
                    .refreshToken("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM"));
  }

  public void boomiResendActivation() {
    BoomiAdminActionResult answer = client.boomi().resendActivation("1839201733");
  }

  public void boomiResendMfaAgain() {
    client
        .boomi()
        .resendMfa(new BoomiResendMfa().sid("6f7d1b1e-3c58-4d0e-9a57-0c4be1f2a386").email(null));
  }

  public void boomiResetPasswordComplete() {
    String answer =
        client
            .boomi()
            .resetPassword(
                new BoomiPasswordModel()
                    .key("9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90")
                    .mfaEnabled(true)
                    .username("alice")
                    .password("seven quiet lanterns over the harbour")
                    .confirmPassword("seven quiet lanterns over the harbour"));
  }

  public void boomiResetPasswordLeast() {
    String answer =
        client
            .boomi()
            .resetPassword(
                new BoomiPasswordModel()
                    .key("9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90")
                    .password("seven quiet lanterns over the harbour")
                    .confirmPassword("seven quiet lanterns over the harbour"));
  }

  public void boomiSetPasswordComplete() {
    String answer =
        client
            .boomi()
            .setPassword(
                new BoomiPasswordModel()
                    .key("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")
                    .mfaEnabled(false)
                    .username("alice")
                    .password("seven quiet lanterns over the harbour")
                    .confirmPassword("seven quiet lanterns over the harbour"));
  }

  public void boomiSetPasswordLeast() {
    String answer =
        client
            .boomi()
            .setPassword(
                new BoomiPasswordModel()
                    .key("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")
                    .password("seven quiet lanterns over the harbour")
                    .confirmPassword("seven quiet lanterns over the harbour"));
  }

  public void boomiUnlockAdminUser() {
    BoomiAdminActionResult answer = client.boomi().unlockAdminUser("1839201733");
  }

  public void boomiUpdateAdminUserRename() {
    BoomiAdminUserResult answer =
        client
            .boomi()
            .updateAdminUser(
                new BoomiAdminUserModel()
                    .email("alice@example.com")
                    .firstName("Alice")
                    .lastName("Liddell")
                    .username("alice.liddell")
                    .isActive(true)
                    .isEnabled(true)
                    .isLogSession(true)
                    .id(1839201733));
  }

  public void boomiValidatePasswordResetLink() {
    BoomiPasswordModel answer =
        client
            .boomi()
            .validatePasswordResetLink(
                new BoomiApi.ValidatePasswordResetLinkQuery()
                    .key("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"));
  }

  public void boomiValidatePasswordSetLink() {
    BoomiPasswordModel answer =
        client
            .boomi()
            .validatePasswordSetLink(
                new BoomiApi.ValidatePasswordSetLinkQuery()
                    .key("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"));
  }

  public void entrustAuthenticateAdminApiUsingPOSTApplication() {
    EntrustAdminApiAuthenticationResult answer =
        client
            .entrust()
            .authenticateAdminApi(
                new EntrustAdminApiAuthentication()
                    .applicationId("0192f3a4-4444-7d8e-9f01-23456789abcd")
                    .sharedSecret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA"));
  }

  public void entrustCreateUserUsingPOSTVerified() {
    EntrustUser answer =
        client
            .entrust()
            .createUser(
                new EntrustUserParms()
                    .userId("alice")
                    .firstName("Alice")
                    .email("alice@example.com")
                    .mobile("+12025550143")
                    .verificationRequired(false));
  }

  public void entrustCreateUserUsingPOSTWithoutAddress() {
    EntrustUser answer = client.entrust().createUser(new EntrustUserParms().userId("bob"));
  }

  public void entrustCreateUsersUsingPOSTUsers() {
    client
        .entrust()
        .createUsers(
            new EntrustCreateUsersParms()
                .users(
                    List.of(
                        new EntrustUserParms()
                            .userId("alice")
                            .firstName("Alice")
                            .email("alice@example.com")
                            .mobile("+12025550143")
                            .verificationRequired(false),
                        new EntrustUserParms().userId("alice"))));
  }

  public void entrustDeleteUserPasswordUsingDELETE() {
    client.entrust().deleteUserPassword("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustDeleteUserUsingDELETE() {
    client.entrust().deleteUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustDeleteUsersUsingDELETEUsers() {
    client
        .entrust()
        .deleteUsers(
            new EntrustDeleteUsersParms()
                .users(
                    List.of(
                        new EntrustDeleteUserParms().id("0192f3a4-1111-7d8e-9f01-23456789abcd"),
                        new EntrustDeleteUserParms().id("nobody").idType(EntrustUserIdType.USERID)))
                .stopOnError(true));
  }

  public void entrustGetUserPasswordSettingsUsingGET() {
    EntrustUserPasswordSettings answer =
        client.entrust().getUserPasswordSettings("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustGetUserPasswordUsingGET() {
    EntrustUserPassword answer =
        client.entrust().getUserPassword("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustSendPasswordExpiryNotificationUsingPUT() {
    client.entrust().sendPasswordExpiryNotification("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustSetUserPasswordUsingPUTChosen() {
    EntrustUserPassword answer =
        client
            .entrust()
            .setUserPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new EntrustUserPasswordParms()
                    .password("correct horse battery staple")
                    .emailPassword(false));
  }

  public void entrustSetUserPasswordUsingPUTGenerated() {
    EntrustUserPassword answer =
        client
            .entrust()
            .setUserPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new EntrustUserPasswordParms()
                    .generatePassword(true)
                    .returnPassword(true)
                    .emailPassword(false)
                    .forceUpdate(true));
  }

  public void entrustSetUserPasswordUsingPUTImported() {
    EntrustUserPassword answer =
        client
            .entrust()
            .setUserPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new EntrustUserPasswordParms()
                    .password("$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO")
                    .passwordFormat(EntrustPasswordFormat.BCRYPT)
                    .emailPassword(false));
  }

  public void entrustUnlockUserUsingPUT() {
    client.entrust().unlockUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustUpdateUserStateUsingPUTInactive() {
    client
        .entrust()
        .updateUserState(
            "0192f3a4-1111-7d8e-9f01-23456789abcd",
            new EntrustUserChangeStateParms().state(EntrustUserState.INACTIVE));
  }

  public void entrustUpdateUserUsingPUTAddress() {
    client
        .entrust()
        .updateUser(
            "0192f3a4-1111-7d8e-9f01-23456789abcd",
            new EntrustUserParms().email("alice@example.org").verificationRequired(false));
  }

  public void entrustUpdateUserUsingPUTLock() {
    client
        .entrust()
        .updateUser("0192f3a4-1111-7d8e-9f01-23456789abcd", new EntrustUserParms().lock(true));
  }

  public void entrustUpdateUsersUsingPUTUsers() {
    client
        .entrust()
        .updateUsers(
            new EntrustUpdateUsersParms()
                .users(
                    List.of(
                        new EntrustUpdateUserParms()
                            .id("0192f3a4-1111-7d8e-9f01-23456789abcd")
                            .parms(new EntrustUserParms().lastName("Liddell")),
                        new EntrustUpdateUserParms()
                            .id("nobody")
                            .idType(EntrustUserIdType.USERID)
                            .parms(new EntrustUserParms().state(EntrustUserState.INACTIVE)))));
  }

  public void entrustUserByUseridUsingPOSTAlice() {
    EntrustUser answer = client.entrust().userByUserid(new EntrustUserGetParms().userId("alice"));
  }

  public void entrustUserUsingGET() {
    EntrustUser answer = client.entrust().user("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void entrustUsersPagedUsingPOSTByName() {
    EntrustUsersPage answer =
        client
            .entrust()
            .usersPaged(
                new EntrustSearchParms()
                    .limit(10)
                    .searchByAttributes(
                        List.of(
                            new EntrustSearchByAttribute()
                                .name("userId")
                                .operator(EntrustSearchOperator.STARTS_WITH)
                                .value("ali")))
                    .orderByAttribute(
                        new EntrustOrderByAttribute().name("userId").ascending(true)));
  }

  public void entrustUsersPagedUsingPOSTAll() {
    EntrustUsersPage answer = client.entrust().usersPaged(new EntrustSearchParms());
  }

  public void entrustValidateUserPasswordUsingPOSTCandidate() {
    EntrustUserPasswordValidationResponse answer =
        client
            .entrust()
            .validateUserPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new EntrustUserPasswordValidateParms()
                    .password("correct horse battery staple")
                    .ignorePasswordHistory(false));
  }

  public void rekeyCancelTicket() {
    client.tickets().cancel("0192f3a4-3333-7d8e-9f01-23456789abcd");
  }

  public void rekeyChangePasswordOwn() {
    RekeyPasswordChanged answer =
        client
            .passwords()
            .change(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyPasswordChange()
                    .currentPassword("correct horse battery staple")
                    .newPassword("violet otters paddle at noon"));
  }

  public void rekeyCheckPasswordUser() {
    RekeyPasswordVerdict answer =
        client
            .passwords()
            .check(
                new RekeyPasswordCheck()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .password("correct horse battery staple"));
  }

  public void rekeyCheckPasswordNewcomer() {
    RekeyPasswordVerdict answer =
        client
            .passwords()
            .check(
                new RekeyPasswordCheck()
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .username("carol")
                    .email("carol@example.com")
                    .password("carol2026"));
  }

  public void rekeyConfirmTotpCode() {
    RekeyRecoveryCodes answer =
        client
            .secondFactor()
            .confirm("0192f3a4-1111-7d8e-9f01-23456789abcd", new RekeyTotpCode().code("730264"));
  }

  public void rekeyCreateApiKeyApplication() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("back office")
                    .boundary(RekeyKeyBoundary.APPLICATION)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .permissions(
                        List.of(
                            "applications:read", "tenants:read", "tenants:write", "users:read")));
  }

  public void rekeyCreateApiKeyService() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("sign-in service")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .permissions(List.of("*")));
  }

  public void rekeyCreateApiKeyPowerless() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("new service")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee"));
  }

  public void rekeyCreateApiKeyReporting() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("reporting")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .permissions(List.of("users:read"))
                    .expiresAt(OffsetDateTime.parse("2027-11-02T09:30:00Z")));
  }

  public void rekeyCreateApiKeyBulk() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("migration")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .permissions(List.of("users:read", "users:write"))
                    .requestsPerMinute(60000)
                    .requestsAtOnce(200));
  }

  public void rekeyCreateApiKeyScript() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .create(
                new RekeyApiKeyCreation()
                    .name("nightly script")
                    .boundary(RekeyKeyBoundary.SELF)
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .permissions(List.of("sessions:read")));
  }

  public void rekeyCreateApplicationShop() {
    RekeyApplication answer =
        client.applications().create(new RekeyApplicationCreation().name("Shop"));
  }

  public void rekeyCreateSessionPassword() {
    RekeyLoggedIn answer =
        client
            .sessions()
            .create(new RekeyLogin().username("alice").password("correct horse battery staple"));
  }

  public void rekeyCreateSessionCode() {
    RekeyLoggedIn answer =
        client
            .sessions()
            .create(
                new RekeyLogin()
                    .username("alice")
                    .password("correct horse battery staple")
                    .code("730264"));
  }

  public void rekeyCreateTenantAcme() {
    RekeyTenant answer =
        client
            .tenants()
            .create(
                new RekeyTenantCreation()
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .name("Acme")
                    .hosts(List.of("acme.example.com")));
  }

  public void rekeyCreateTicketMailed() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .medium(RekeyTicketMedium.LINK));
  }

  public void rekeyCreateTicketUnlocking() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .medium(RekeyTicketMedium.LINK)
                    .unlock(true));
  }

  public void rekeyCreateTicketMailedCode() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .medium(RekeyTicketMedium.OTP));
  }

  public void rekeyCreateTicketReturned() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .purpose(RekeyTicketPurpose.SET)
                    .medium(RekeyTicketMedium.LINK)
                    .deliver(RekeyTicketDelivery.RETURN)
                    .lifetimeSeconds(86400));
  }

  public void rekeyCreateTicketReturnedCode() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .medium(RekeyTicketMedium.OTP)
                    .deliver(RekeyTicketDelivery.RETURN));
  }

  public void rekeyCreateTicketInvitation() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .purpose(RekeyTicketPurpose.INVITE)
                    .medium(RekeyTicketMedium.LINK));
  }

  public void rekeyCreateTicketVerification() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .purpose(RekeyTicketPurpose.VERIFY)
                    .address("alice.new@example.com")
                    .medium(RekeyTicketMedium.OTP)
                    .deliver(RekeyTicketDelivery.RETURN));
  }

  public void rekeyCreateTicketKey() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .purpose(RekeyTicketPurpose.SET)
                    .medium(RekeyTicketMedium.LINK)
                    .form(RekeyTicketForm.KEY)
                    .deliver(RekeyTicketDelivery.RETURN));
  }

  public void rekeyCreateTicketOwnPage() {
    RekeyIssuedTicket answer =
        client
            .tickets()
            .create(
                new RekeyTicketCreation()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .medium(RekeyTicketMedium.LINK)
                    .deliver(RekeyTicketDelivery.RETURN)
                    .linkTemplate("https://app.example.com/reset?code={{.Code}}"));
  }

  public void rekeyCreateUserAlice() {
    RekeyUser answer =
        client
            .users()
            .create(
                new RekeyUserCreation()
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .username("alice")
                    .givenName("Alice")
                    .emails(
                        List.of(new RekeyUserAddress().address("alice@example.com").verified(true)))
                    .phones(List.of(new RekeyUserPhone().address("+12025550143").verified(true)))
                    .metadata(Map.of("costCentre", "4711")));
  }

  public void rekeyCreateUserBob() {
    RekeyUser answer =
        client
            .users()
            .create(new RekeyUserCreation().tenantId("01hq3kad3svktnkwp31fmt4bee").username("bob"));
  }

  public void rekeyCreateUserMoved() {
    RekeyUser answer =
        client
            .users()
            .create(
                new RekeyUserCreation()
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .externalId("163840776835432705")
                    .username("carol"));
  }

  public void rekeyDeleteApplication() {
    client.applications().delete("01hq3k9v5x7e2m4n8p6r1s0t9w");
  }

  public void rekeyDeleteTenant() {
    client.tenants().delete("01hq3kad3svktnkwp31fmt4bee");
  }

  public void rekeyDeleteUser() {
    client.users().delete("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyDropSecondFactorFresh() {
    client
        .secondFactor()
        .drop(
            "0192f3a4-1111-7d8e-9f01-23456789abcd",
            new RekeyFreshness().currentPassword("correct horse battery staple").code("730264"));
  }

  public void rekeyEndSessions() {
    RekeyPasswordChanged answer =
        client.users().endSessions("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyEnrollTotpOwn() {
    RekeyTotpEnrollment answer =
        client
            .secondFactor()
            .enroll(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyProof().currentPassword("correct horse battery staple"));
  }

  public void rekeyEnrollTotpOther() {
    RekeyTotpEnrollment answer =
        client.secondFactor().enroll("0192f3a4-1111-7d8e-9f01-23456789abcd", new RekeyProof());
  }

  public void rekeyExportEvents() {
    try (Stream<RekeyEvent> answer =
        client
            .events()
            .export(
                new EventsApi.ExportQuery()
                    .tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .after("0192f3a4-1111-7d8e-9f01-23456789abcd"))) {
      answer.forEach(System.out::println);
    }
  }

  public void rekeyGetApiKey() {
    RekeyApiKey answer = client.apiKeys().get("0192f3a4-4444-7d8e-9f01-23456789abcd");
  }

  public void rekeyGetApplication() {
    RekeyApplication answer = client.applications().get("01hq3k9v5x7e2m4n8p6r1s0t9w");
  }

  public void rekeyGetApplicationPolicy() {
    RekeyPolicy answer = client.applications().policy("01hq3k9v5x7e2m4n8p6r1s0t9w");
  }

  public void rekeyGetEffectivePolicy() {
    RekeyEffectivePolicy answer = client.tenants().effectivePolicy("01hq3kad3svktnkwp31fmt4bee");
  }

  public void rekeyGetEvent() {
    RekeyEvent answer = client.events().get("01a20053-82d9-72ea-bd02-0121f9d04d0f");
  }

  public void rekeyGetMessage() {
    RekeyMessage answer = client.messages().get("0192f3a4-2222-7d8e-9f01-23456789abcd");
  }

  public void rekeyGetPassword() {
    RekeyPasswordState answer = client.passwords().get("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyGetSecondFactor() {
    RekeySecondFactor answer = client.secondFactor().get("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyGetSession() {
    RekeySession answer = client.sessions().get("0192f3a4-9d01-7b2c-8e3f-456789abcdef");
  }

  public void rekeyGetTenant() {
    RekeyTenant answer = client.tenants().get("01hq3kad3svktnkwp31fmt4bee");
  }

  public void rekeyGetTenantPolicy() {
    RekeyPolicy answer = client.tenants().policy("01hq3kad3svktnkwp31fmt4bee");
  }

  public void rekeyGetTicket() {
    RekeyTicket answer = client.tickets().get("0192f3a4-3333-7d8e-9f01-23456789abcd");
  }

  public void rekeyGetUser() {
    RekeyUser answer = client.users().get("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyInspectTicketLink() {
    RekeyInspectedTicket answer =
        client
            .tickets()
            .inspect(new RekeyTicketProof().ticket("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM"));
  }

  public void rekeyInspectTicketCode() {
    RekeyInspectedTicket answer =
        client
            .tickets()
            .inspect(
                new RekeyTicketProof()
                    .requestCode("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")
                    .code("048213"));
  }

  public void rekeyListApiKeys() {
    RekeyApiKeyList answer =
        client
            .apiKeys()
            .list(
                new ApiKeysApi.ListQuery()
                    .limit(50)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd"));
  }

  public void rekeyListApplications() {
    RekeyApplicationList answer =
        client.applications().list(new ApplicationsApi.ListQuery().limit(50));
  }

  public void rekeyListCheckpoints() {
    RekeyCheckpointList answer =
        client
            .audit()
            .checkpoints(
                new AuditApi.CheckpointsQuery().limit(50).tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w"));
  }

  public void rekeyListEvents() {
    RekeyEventList answer =
        client
            .events()
            .list(
                new EventsApi.ListQuery()
                    .limit(50)
                    .tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .ticketId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .action("password.set")
                    .outcome("refused"));
  }

  public void rekeyListLocales() {
    RekeyLocaleList answer = client.locales().list();
  }

  public void rekeyListMessages() {
    RekeyMessageList answer =
        client
            .messages()
            .list(
                new MessagesApi.ListQuery()
                    .limit(50)
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .ticketId("0192f3a4-1111-7d8e-9f01-23456789abcd"));
  }

  public void rekeyListPermissions() {
    RekeyPermissionList answer = client.permissions().list();
  }

  public void rekeyListPolicyPresets() {
    RekeyPolicyPresetList answer = client.policyPresets().list();
  }

  public void rekeyListSessions() {
    RekeySessionList answer =
        client
            .sessions()
            .list(
                new SessionsApi.ListQuery()
                    .limit(50)
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd"));
  }

  public void rekeyListSigningKeys() {
    RekeySigningKeyList answer =
        client.signingKeys().list(new SigningKeysApi.ListQuery().limit(50));
  }

  public void rekeyListTenants() {
    RekeyTenantList answer =
        client
            .tenants()
            .list(new TenantsApi.ListQuery().limit(50).applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w"));
  }

  public void rekeyListTickets() {
    RekeyTicketList answer =
        client
            .tickets()
            .list(
                new TicketsApi.ListQuery()
                    .limit(50)
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                    .tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w"));
  }

  public void rekeyListUsers() {
    RekeyUserList answer =
        client
            .users()
            .list(
                new UsersApi.ListQuery()
                    .limit(50)
                    .tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .externalId("163840776835432705"));
  }

  public void rekeyRedeemTicketLink() {
    RekeyRedeemedTicket answer =
        client
            .tickets()
            .redeem(
                new RekeyTicketRedemption()
                    .ticket("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")
                    .newPassword("violet submarine under the rain"));
  }

  public void rekeyRedeemTicketCode() {
    RekeyRedeemedTicket answer =
        client
            .tickets()
            .redeem(
                new RekeyTicketRedemption()
                    .requestCode("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")
                    .code("048213")
                    .newPassword("violet submarine under the rain"));
  }

  public void rekeyRefreshSessionToken() {
    RekeyLoggedIn answer =
        client
            .sessions()
            .refresh(
                new RekeyRefresh().refreshToken("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM"));
  }

  public void rekeyRegisterApiKeyProgram() {
    RekeyApiKey answer =
        client
            .apiKeys()
            .register(
                new RekeyApiKeyRegistration()
                    .name("nightly sync")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .permissions(List.of("users:read", "users:write"))
                    .publicKey(
                        "-----BEGIN PUBLIC KEY-----\n"
                            + "MCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n"
                            + "-----END PUBLIC KEY-----\n"));
  }

  public void rekeyRegisterApiKeyKeyFile() {
    RekeyApiKey answer =
        client
            .apiKeys()
            .register(
                new RekeyApiKeyRegistration()
                    .name("login app")
                    .boundary(RekeyKeyBoundary.TENANT)
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .permissions(List.of("users:read", "users:write"))
                    .publicKey(
                        "-----BEGIN PUBLIC KEY-----\n"
                            + "MCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n"
                            + "-----END PUBLIC KEY-----\n")
                    .subject("login-app")
                    .keyId("239120551178895617"));
  }

  public void rekeyRemovePassword() {
    RekeyPasswordChanged answer = client.passwords().remove("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyRemoveSecondFactor() {
    client.secondFactor().remove("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void rekeyRenewRecoveryCodesOwn() {
    RekeyRecoveryCodes answer =
        client
            .secondFactor()
            .recoveryCodes(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyFreshness()
                    .currentPassword("correct horse battery staple")
                    .code("730264"));
  }

  public void rekeyRenewRecoveryCodesOther() {
    RekeyRecoveryCodes answer =
        client
            .secondFactor()
            .recoveryCodes("0192f3a4-1111-7d8e-9f01-23456789abcd", new RekeyFreshness());
  }

  public void rekeyRequestResetEmail() {
    RekeyResetRequest answer =
        client.resetRequests().create(new RekeyResetRequestCreation().email("alice@example.com"));
  }

  public void rekeyRequestResetUsername() {
    RekeyResetRequest answer =
        client
            .resetRequests()
            .create(
                new RekeyResetRequestCreation()
                    .username("alice")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee"));
  }

  public void rekeyResendMessage() {
    RekeyMessage answer = client.messages().resend("0192f3a4-2222-7d8e-9f01-23456789abcd");
  }

  public void rekeyRetireSigningKey() {
    RekeySigningKey answer = client.signingKeys().retire("0192f3a4-8889-7d8e-9f01-23456789abcd");
  }

  public void rekeyRevokeApiKey() {
    client.apiKeys().revoke("0192f3a4-4444-7d8e-9f01-23456789abcd");
  }

  public void rekeyRevokeSession() {
    client.sessions().revoke("0192f3a4-9d01-7b2c-8e3f-456789abcdef");
  }

  public void rekeyRotateApiKeyDay() {
    RekeyCreatedApiKey answer =
        client
            .apiKeys()
            .rotate(
                "0192f3a4-4444-7d8e-9f01-23456789abcd",
                new RekeyApiKeyRotation().overlapSeconds(86400));
  }

  public void rekeyRotateSigningKeyPlanned() {
    RekeySigningKey answer =
        client.signingKeys().rotate(new RekeySigningKeyRotation().signsAfterSeconds(600));
  }

  public void rekeyRotateSigningKeyAtOnce() {
    RekeySigningKey answer =
        client.signingKeys().rotate(new RekeySigningKeyRotation().signsAfterSeconds(0));
  }

  public void rekeySetApplicationPolicyOwn() {
    RekeyChangedPolicy answer =
        client
            .applications()
            .replacePolicy(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new ApplicationsApi.ReplacePolicyQuery(),
                new RekeyPolicyChange()
                    .rules(new RekeyPolicyRules().password(new RekeyPasswordRules().history(5))));
  }

  public void rekeySetApplicationPolicyPreset() {
    RekeyChangedPolicy answer =
        client
            .applications()
            .replacePolicy(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new ApplicationsApi.ReplacePolicyQuery(),
                new RekeyPolicyChange()
                    .preset(RekeyPresetName.NIST)
                    .rules(new RekeyPolicyRules().password(new RekeyPasswordRules().history(5))));
  }

  public void rekeySetPasswordChosen() {
    RekeyPasswordSet answer =
        client
            .passwords()
            .set(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyPasswordAssignment().password("correct horse battery staple"));
  }

  public void rekeySetPasswordGenerated() {
    RekeyPasswordSet answer =
        client
            .passwords()
            .set(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyPasswordAssignment().generate(true).returnPassword(true));
  }

  public void rekeySetPasswordUnlocking() {
    RekeyPasswordSet answer =
        client
            .passwords()
            .set(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyPasswordAssignment()
                    .password("correct horse battery staple")
                    .unlock(true));
  }

  public void rekeySetPasswordImported() {
    RekeyPasswordSet answer =
        client
            .passwords()
            .set(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyPasswordAssignment()
                    .hash("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"));
  }

  public void rekeySetTenantPolicyOwn() {
    RekeyChangedPolicy answer =
        client
            .tenants()
            .replacePolicy(
                "01hq3kad3svktnkwp31fmt4bee",
                new TenantsApi.ReplacePolicyQuery(),
                new RekeyPolicyChange()
                    .rules(
                        new RekeyPolicyRules()
                            .password(new RekeyPasswordRules().minLength(12))
                            .resetBy(RekeyTicketMedium.OTP)
                            .linkTemplates(List.of("https://app.example.com"))));
  }

  public void rekeySetTenantPolicyPreset() {
    RekeyChangedPolicy answer =
        client
            .tenants()
            .replacePolicy(
                "01hq3kad3svktnkwp31fmt4bee",
                new TenantsApi.ReplacePolicyQuery(),
                new RekeyPolicyChange()
                    .preset(RekeyPresetName.NIST)
                    .rules(new RekeyPolicyRules().password(new RekeyPasswordRules().history(5))));
  }

  public void rekeyUpdateApiKeyRename() {
    RekeyApiKey answer =
        client
            .apiKeys()
            .update(
                "0192f3a4-4444-7d8e-9f01-23456789abcd",
                new RekeyApiKeyChange().name("monthly reporting"));
  }

  public void rekeyUpdateApiKeyBudgets() {
    RekeyApiKey answer =
        client
            .apiKeys()
            .update(
                "0192f3a4-4444-7d8e-9f01-23456789abcd",
                new RekeyApiKeyChange().requestsPerMinute(600).requestsAtOnce(8));
  }

  public void rekeyUpdateApplicationRename() {
    RekeyApplication answer =
        client
            .applications()
            .update("01hq3k9v5x7e2m4n8p6r1s0t9w", new RekeyApplicationChange().name("Shop Europe"));
  }

  public void rekeyUpdateApplicationPolicyChange() {
    RekeyChangedPolicy answer =
        client
            .applications()
            .setPolicy(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new ApplicationsApi.SetPolicyQuery(),
                new RekeyPolicyPatch()
                    .rules(
                        new RekeyPolicyRulesPatch()
                            .password(new RekeyPasswordRulesPatch().minLength(16))));
  }

  public void rekeyUpdateApplicationPolicyInherit() {
    RekeyChangedPolicy answer =
        client
            .applications()
            .setPolicy(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new ApplicationsApi.SetPolicyQuery(),
                new RekeyPolicyPatch()
                    .rules(
                        new RekeyPolicyRulesPatch()
                            .password(new RekeyPasswordRulesPatch().history(null))));
  }

  public void rekeyUpdateApplicationPolicyExpire() {
    RekeyChangedPolicy answer =
        client
            .applications()
            .setPolicy(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new ApplicationsApi.SetPolicyQuery(),
                new RekeyPolicyPatch()
                    .rules(
                        new RekeyPolicyRulesPatch()
                            .password(new RekeyPasswordRulesPatch().lifetimeDays(90))));
  }

  public void rekeyUpdateTenantHosts() {
    RekeyTenant answer =
        client
            .tenants()
            .update(
                "01hq3kad3svktnkwp31fmt4bee",
                new RekeyTenantChange()
                    .hosts(List.of("acme.example.com", "login.acme.example.com")));
  }

  public void rekeyUpdateTenantPolicyChange() {
    RekeyChangedPolicy answer =
        client
            .tenants()
            .setPolicy(
                "01hq3kad3svktnkwp31fmt4bee",
                new TenantsApi.SetPolicyQuery(),
                new RekeyPolicyPatch()
                    .rules(
                        new RekeyPolicyRulesPatch()
                            .password(new RekeyPasswordRulesPatch().history(5))));
  }

  public void rekeyUpdateTenantPolicyInherit() {
    RekeyChangedPolicy answer =
        client
            .tenants()
            .setPolicy(
                "01hq3kad3svktnkwp31fmt4bee",
                new TenantsApi.SetPolicyQuery(),
                new RekeyPolicyPatch().rules(new RekeyPolicyRulesPatch().resetBy(null)));
  }

  public void rekeyUpdateTenantPolicyExpire() {
    RekeyChangedPolicy answer =
        client
            .tenants()
            .setPolicy(
                "01hq3kad3svktnkwp31fmt4bee",
                new TenantsApi.SetPolicyQuery(),
                new RekeyPolicyPatch()
                    .rules(
                        new RekeyPolicyRulesPatch()
                            .password(new RekeyPasswordRulesPatch().lifetimeDays(90))));
  }

  public void rekeyUpdateUserLock() {
    RekeyUser answer =
        client
            .users()
            .update("0192f3a4-1111-7d8e-9f01-23456789abcd", new RekeyUserChange().locked(true));
  }

  public void rekeyUpdateUserAddress() {
    RekeyUser answer =
        client
            .users()
            .update(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyUserChange()
                    .emails(
                        List.of(
                            new RekeyUserAddress()
                                .address("alice.smith@example.com")
                                .verified(true))));
  }

  public void rekeyUpdateUserRights() {
    RekeyUser answer =
        client
            .users()
            .update(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyUserChange()
                    .boundary(RekeyUserBoundary.TENANT)
                    .permissions(List.of("users:read", "passwords:write", "second-factors:write")));
  }

  public void rekeyUpdateUserNotes() {
    RekeyUser answer =
        client
            .users()
            .update(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new RekeyUserChange().metadata(Map.of("costCentre", "4712", "desk", "3B")));
  }

  public void rekeyVerifyAddressLink() {
    RekeyVerifiedAddress answer =
        client
            .tickets()
            .verifyAddress(
                new RekeyTicketProof().ticket("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM"));
  }

  public void rekeyVerifyAddressCode() {
    RekeyVerifiedAddress answer =
        client
            .tickets()
            .verifyAddress(
                new RekeyTicketProof()
                    .requestCode("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")
                    .code("048213"));
  }

  public void rekeyVerifyAudit() {
    RekeyAuditVerdict answer =
        client.audit().verify(new AuditApi.VerifyQuery().tenantId("01hq3k9v5x7e2m4n8p6r1s0t9w"));
  }

  public void rekeyVerifyTenantHost() {
    RekeyTenant answer =
        client.tenants().verifyHost("01hq3kad3svktnkwp31fmt4bee", "acme.example.com");
  }

  public void wristbandChangePasswordChange() {
    client
        .wristband()
        .changePassword(
            new WristbandChangePasswordInput()
                .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")
                .currentPassword("correct horse battery staple")
                .newPassword("seven quiet rivers run north"));
  }

  public void wristbandCreatePasswordResetLinkUser() {
    WristbandPasswordResetLink answer =
        client
            .wristband()
            .createPasswordResetLink(
                new WristbandPasswordResetLinkInput()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd"));
  }

  public void wristbandCreateUserActive() {
    WristbandUser answer =
        client
            .wristband()
            .createUser(
                new WristbandCreateUserInput()
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .identityProviderName("wristband")
                    .email("dora@example.com")
                    .emailVerified(true)
                    .username("dora")
                    .givenName("Dora")
                    .familyName("Hale")
                    .password("violet otters paddle at noon")
                    .status(WristbandUserStatus.ACTIVE));
  }

  public void wristbandCreateUserInactive() {
    WristbandUser answer =
        client
            .wristband()
            .createUser(
                new WristbandCreateUserInput()
                    .tenantId("01hq3kad3svktnkwp31fmt4bee")
                    .email("dora@example.com"));
  }

  public void wristbandDeleteUser() {
    client.wristband().deleteUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void wristbandDeleteUserAuthSessions() {
    client.wristband().deleteUserAuthSessions("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void wristbandGetJwks() {
    WristbandJsonWebKeySet answer = client.wristband().getJwks();
  }

  public void wristbandGetTokenClientCredentials() {
    WristbandTokenResult answer =
        client
            .wristband()
            .getToken(
                new WristbandTokenInput().grantType("client_credentials"),
                RequestOptions.NONE.clientCredentials(clientId, clientSecret));
  }

  public void wristbandGetTokenClientInForm() {
    WristbandTokenResult answer =
        client
            .wristband()
            .getToken(
                new WristbandTokenInput()
                    .grantType("client_credentials")
                    .clientId("0192f3a4-4444-7d8e-9f01-23456789abcd")
                    .clientSecret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA"));
  }

  public void wristbandGetTokenRefreshToken() {
    WristbandTokenResult answer =
        client
            .wristband()
            .getToken(
                new WristbandTokenInput()
                    .grantType("refresh_token")
                    .refreshToken("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM"),
                RequestOptions.NONE.clientCredentials(clientId, clientSecret));
  }

  public void wristbandGetUser() {
    WristbandUser answer = client.wristband().getUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void wristbandIntrospectPasswordResetEmailAuthCodeCode() {
    WristbandEmailAuthCodeIntrospection answer =
        client
            .wristband()
            .introspectPasswordResetEmailAuthCode(
                new WristbandEmailAuthCodeInput()
                    .emailAuthCode("bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU"));
  }

  public void wristbandPatchUserNames() {
    WristbandUser answer =
        client
            .wristband()
            .patchUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new WristbandPatchUserInput().familyName("Rowe").nickname("Mouse"));
  }

  public void wristbandPatchUserEmail() {
    WristbandUser answer =
        client
            .wristband()
            .patchUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new WristbandPatchUserInput().email("alice@example.org").emailVerified(true));
  }

  public void wristbandPatchUserDeactivate() {
    WristbandUser answer =
        client
            .wristband()
            .patchUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new WristbandPatchUserInput().status(WristbandUserStatus.INACTIVE));
  }

  public void wristbandQueryApplicationUsers() {
    WristbandUserPage answer =
        client
            .wristband()
            .queryApplicationUsers(
                "01hq3k9v5x7e2m4n8p6r1s0t9w",
                new WristbandApi.QueryApplicationUsersQuery()
                    .query("email eq \"alice@example.com\"")
                    .startIndex(1)
                    .count(50)
                    .sortBy("email:asc"));
  }

  public void wristbandQueryTenantUsers() {
    WristbandUserPage answer =
        client
            .wristband()
            .queryTenantUsers(
                "01hq3kad3svktnkwp31fmt4bee",
                new WristbandApi.QueryTenantUsersQuery()
                    .query("email eq \"alice@example.com\"")
                    .startIndex(1)
                    .count(50)
                    .sortBy("email:asc"));
  }

  public void wristbandRequestPasswordResetInTenant() {
    WristbandPasswordResetRequestResult answer =
        client
            .wristband()
            .requestPasswordReset(
                new WristbandPasswordResetRequestInput()
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .email("alice@example.com")
                    .tenantId("01hq3kad3svktnkwp31fmt4bee"));
  }

  public void wristbandRequestPasswordResetInDefaultTenant() {
    WristbandPasswordResetRequestResult answer =
        client
            .wristband()
            .requestPasswordReset(
                new WristbandPasswordResetRequestInput()
                    .applicationId("01hq3k9v5x7e2m4n8p6r1s0t9w")
                    .email("alice@example.com"));
  }

  public void wristbandResetPasswordEmailLink() {
    WristbandResetPasswordOutcome answer =
        client
            .wristband()
            .resetPassword(
                new WristbandResetPasswordInput()
                    .emailAuthCode("bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU")
                    .newPassword("seven quiet rivers run north"));
  }

  public void wristbandResetPasswordOtp() {
    WristbandResetPasswordOutcome answer =
        client
            .wristband()
            .resetPassword(
                new WristbandResetPasswordInput()
                    .requestCode("XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y")
                    .verificationCode("402917")
                    .newPassword("seven quiet rivers run north"));
  }

  public void wristbandResetPasswordCreatedLink() {
    WristbandResetPasswordOutcome answer =
        client
            .wristband()
            .resetPassword(
                new WristbandResetPasswordInput()
                    .passwordResetCode("h6ZCGSQeGPIbI9ZtJ-_7BbYYvzlW74_i")
                    .newPassword("seven quiet rivers run north")
                    .suppressPasswordUpdatedEmail(true));
  }

  public void wristbandRevokeRefreshToken() {
    client.wristband().revokeRefreshToken("0192f3a4-7c11-7a52-8b3d-5e6f708192a3");
  }

  public void wristbandRevokeTokenBasic() {
    client
        .wristband()
        .revokeToken(
            new WristbandTokenRevocationInput()
                .token("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")
                .tokenTypeHint("refresh_token"),
            RequestOptions.NONE.clientCredentials(clientId, clientSecret));
  }

  public void wristbandRevokeTokenClientInForm() {
    client
        .wristband()
        .revokeToken(
            new WristbandTokenRevocationInput()
                .token("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")
                .clientId("0192f3a4-4444-7d8e-9f01-23456789abcd")
                .clientSecret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA"));
  }

  public void wristbandSendPasswordResetEmailUser() {
    WristbandPasswordResetRequestResult answer =
        client
            .wristband()
            .sendPasswordResetEmail(
                new WristbandPasswordResetEmailInput()
                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd"));
  }

  public void wristbandVerifyCodeOtp() {
    WristbandVerifyCodeOutcome answer =
        client
            .wristband()
            .verifyCode(
                new WristbandVerificationCodeInput()
                    .requestCode("XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y")
                    .verificationCode("402917"));
  }

  public void zitadelAddHumanUserVerified() {
    ZitadelAddHumanUserOutput answer =
        client
            .zitadel()
            .addHumanUser(
                new ZitadelAddHumanUserInput()
                    .userId("carol-1")
                    .username("carol")
                    .organization(new ZitadelOrganization().orgId("01hq3kad3svktnkwp31fmt4bee"))
                    .profile(
                        new ZitadelSetHumanProfile()
                            .givenName("Carol")
                            .familyName("Shaw")
                            .nickName("caz")
                            .preferredLanguage("en")
                            .gender(ZitadelGender.GENDER_FEMALE))
                    .email(new ZitadelSetHumanEmail().email("carol@example.com").isVerified(true))
                    .phone(new ZitadelSetHumanPhone().phone("+12025550144").isVerified(true))
                    .password(
                        new ZitadelOptionalPassword()
                            .password("violet otters paddle at noon")
                            .changeRequired(true))
                    .metadata(
                        List.of(new ZitadelUserMetadata().key("costCentre").value("NDcxMQ=="))));
  }

  public void zitadelAddHumanUserReturnCode() {
    ZitadelAddHumanUserOutput answer =
        client
            .zitadel()
            .addHumanUser(
                new ZitadelAddHumanUserInput()
                    .userId("carol-1")
                    .username("carol")
                    .organization(new ZitadelOrganization().orgId("01hq3kad3svktnkwp31fmt4bee"))
                    .profile(new ZitadelSetHumanProfile().givenName("Carol").familyName("Shaw"))
                    .email(
                        new ZitadelSetHumanEmail()
                            .email("carol@example.com")
                            .returnCode(new ZitadelReturnEmailVerificationCode())));
  }

  public void zitadelCreateInviteCodeSendCode() {
    ZitadelCreateInviteCodeOutput answer =
        client
            .zitadel()
            .createInviteCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelCreateInviteCodeInput()
                    .sendCode(
                        new ZitadelSendInviteCode()
                            .urlTemplate(
                                "https://app.example.com/user/invite?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}")
                            .applicationName("Customer Portal")));
  }

  public void zitadelCreateInviteCodeReturnCode() {
    ZitadelCreateInviteCodeOutput answer =
        client
            .zitadel()
            .createInviteCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelCreateInviteCodeInput().returnCode(new ZitadelReturnInviteCode()));
  }

  public void zitadelCreateSessionLoginName() {
    ZitadelCreateSessionOutput answer =
        client
            .zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(new ZitadelCheckUser().loginName("alice"))
                            .password(
                                new ZitadelCheckPassword()
                                    .password("correct horse battery staple")))
                    .lifetime("18000s"));
  }

  public void zitadelCreateSessionUserId() {
    ZitadelCreateSessionOutput answer =
        client
            .zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(
                                new ZitadelCheckUser()
                                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd"))
                            .password(
                                new ZitadelCheckPassword()
                                    .password("correct horse battery staple")))
                    .metadata(Map.of("device", "dGFibGV0")));
  }

  public void zitadelCreateSessionLoginPage() {
    ZitadelCreateSessionOutput answer =
        client
            .zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(new ZitadelCheckUser().loginName("alice"))
                            .password(
                                new ZitadelCheckPassword()
                                    .password("correct horse battery staple")))
                    .userAgent(
                        new ZitadelUserAgent()
                            .fingerprintId("5c9f2b1e-3d4a-4f6b-8e7c-1a2b3c4d5e6f")
                            .ip("203.0.113.7")
                            .description("Firefox on Linux")
                            .header(
                                Map.of(
                                    "user-agent",
                                    new ZitadelUserAgentHeaderValues()
                                        .values(
                                            List.of(
                                                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0)"
                                                    + " Gecko/20100101 Firefox/140.0"))))));
  }

  public void zitadelCreateSessionMailedCode() {
    ZitadelCreateSessionOutput answer =
        client
            .zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(new ZitadelCheckUser().loginName("alice"))
                            .password(
                                new ZitadelCheckPassword()
                                    .password("correct horse battery staple")))
                    .challenges(
                        new ZitadelRequestChallenges().otpEmail(new ZitadelChallengeOTPEmail())));
  }

  public void zitadelCreateSessionReturnedCode() {
    ZitadelCreateSessionOutput answer =
        client
            .zitadel()
            .createSession(
                new ZitadelCreateSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .user(
                                new ZitadelCheckUser()
                                    .userId("0192f3a4-1111-7d8e-9f01-23456789abcd")))
                    .challenges(
                        new ZitadelRequestChallenges()
                            .otpEmail(
                                new ZitadelChallengeOTPEmail()
                                    .returnCode(new ZitadelReturnChallengeCode()))));
  }

  public void zitadelCreateUserVerified() {
    ZitadelCreateUserOutput answer =
        client
            .zitadel()
            .createUser(
                new ZitadelCreateUserInput()
                    .organizationId("01hq3kad3svktnkwp31fmt4bee")
                    .userId("carol-1")
                    .username("carol")
                    .human(
                        new ZitadelCreateUserHuman()
                            .profile(
                                new ZitadelSetHumanProfile()
                                    .givenName("Carol")
                                    .familyName("Shaw")
                                    .nickName("caz")
                                    .preferredLanguage("en")
                                    .gender(ZitadelGender.GENDER_FEMALE))
                            .email(
                                new ZitadelSetHumanEmail()
                                    .email("carol@example.com")
                                    .isVerified(true))
                            .phone(
                                new ZitadelSetHumanPhone().phone("+12025550144").isVerified(true))
                            .password(
                                new ZitadelOptionalPassword()
                                    .password("violet otters paddle at noon")
                                    .changeRequired(true))
                            .metadata(
                                List.of(
                                    new ZitadelUserMetadata()
                                        .key("costCentre")
                                        .value("NDcxMQ==")))));
  }

  public void zitadelCreateUserReturnCode() {
    ZitadelCreateUserOutput answer =
        client
            .zitadel()
            .createUser(
                new ZitadelCreateUserInput()
                    .organizationId("01hq3kad3svktnkwp31fmt4bee")
                    .userId("carol-1")
                    .username("carol")
                    .human(
                        new ZitadelCreateUserHuman()
                            .profile(
                                new ZitadelSetHumanProfile().givenName("Carol").familyName("Shaw"))
                            .email(
                                new ZitadelSetHumanEmail()
                                    .email("carol@example.com")
                                    .returnCode(new ZitadelReturnEmailVerificationCode()))));
  }

  public void zitadelDeactivateUserEmpty() {
    ZitadelDeactivateUserOutput answer =
        client.zitadel().deactivateUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelDeleteSession() {
    ZitadelDeleteSessionOutput answer =
        client
            .zitadel()
            .deleteSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelApi.DeleteSessionQuery()
                    .sessionToken("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE"));
  }

  public void zitadelDeleteUser() {
    ZitadelDeleteUserOutput answer =
        client.zitadel().deleteUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelGetKeys() {
    ZitadelJsonWebKeySet answer = client.zitadel().getKeys();
  }

  public void zitadelGetLockoutSettings() {
    ZitadelGetLockoutSettingsOutput answer =
        client
            .zitadel()
            .getLockoutSettings(
                new ZitadelApi.GetLockoutSettingsQuery()
                    .ctxOrgId("01hq3kad3svktnkwp31fmt4bee")
                    .ctxInstance(true));
  }

  public void zitadelGetLoginSettings() {
    ZitadelGetLoginSettingsOutput answer =
        client
            .zitadel()
            .getLoginSettings(
                new ZitadelApi.GetLoginSettingsQuery()
                    .ctxOrgId("01hq3kad3svktnkwp31fmt4bee")
                    .ctxInstance(true));
  }

  public void zitadelGetOpenidConfiguration() {
    ZitadelOpenidConfiguration answer = client.zitadel().getOpenidConfiguration();
  }

  public void zitadelGetPasswordComplexitySettings() {
    ZitadelGetPasswordComplexitySettingsOutput answer =
        client
            .zitadel()
            .getPasswordComplexitySettings(
                new ZitadelApi.GetPasswordComplexitySettingsQuery()
                    .ctxOrgId("01hq3kad3svktnkwp31fmt4bee")
                    .ctxInstance(true));
  }

  public void zitadelGetPasswordExpirySettings() {
    ZitadelGetPasswordExpirySettingsOutput answer =
        client
            .zitadel()
            .getPasswordExpirySettings(
                new ZitadelApi.GetPasswordExpirySettingsQuery()
                    .ctxOrgId("01hq3kad3svktnkwp31fmt4bee")
                    .ctxInstance(true));
  }

  public void zitadelGetSession() {
    ZitadelGetSessionOutput answer =
        client
            .zitadel()
            .getSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelApi.GetSessionQuery()
                    .sessionToken("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE"));
  }

  public void zitadelGetTokenClientCredentials() {
    ZitadelTokenOutput answer =
        client
            .zitadel()
            .getToken(
                new ZitadelTokenInput()
                    .grantType("client_credentials")
                    .scope("openid urn:zitadel:iam:org:project:id:zitadel:aud"),
                RequestOptions.NONE.clientCredentials(clientId, clientSecret));
  }

  public void zitadelGetTokenClientInForm() {
    ZitadelTokenOutput answer =
        client
            .zitadel()
            .getToken(
                new ZitadelTokenInput()
                    .grantType("client_credentials")
                    .clientId("0192f3a4-4444-7d8e-9f01-23456789abcd")
                    .clientSecret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA"));
  }

  public void zitadelGetTokenJwtBearer() {
    ZitadelTokenOutput answer =
        client
            .zitadel()
            .getToken(
                new ZitadelTokenInput()
                    .grantType("urn:ietf:params:oauth:grant-type:jwt-bearer")
                    .scope("openid urn:zitadel:iam:org:project:id:zitadel:aud")
                    .assertion(
                        "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCIsImtpZCI6IjE2Mzg0MDc3NjgzNTQzMjM0NSJ9.eyJpc3MiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJzdWIiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJhdWQiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIiwiaWF0IjoxNzcyNzQ0NDAwLCJleHAiOjE3NzI3NDgwMDB9.Yi6RtKq4LWuaOD_keYCm7yCR4NkgLr0itC-ntg_Ax4M2Zbqj3Dro8H4TaOTNGH_GVNTUvkiwOOLyG5NCgQWDCg"),
                RequestOptions.NONE.clientCredentials(clientId, clientSecret));
  }

  public void zitadelGetUserByID() {
    ZitadelGetUserByIDOutput answer =
        client.zitadel().getUserByID("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelListAuthenticationMethodTypes() {
    ZitadelListAuthenticationMethodTypesOutput answer =
        client.zitadel().listAuthenticationMethodTypes("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelListSessionsOfUser() {
    ZitadelListSessionsOutput answer =
        client
            .zitadel()
            .listSessions(
                new ZitadelListSessionsInput()
                    .query(new ZitadelListQuery().offset("0").limit(20).asc(true))
                    .queries(
                        List.of(
                            new ZitadelSearchQuery()
                                .userIdQuery(
                                    new ZitadelUserIDQuery()
                                        .id("0192f3a4-1111-7d8e-9f01-23456789abcd")))));
  }

  public void zitadelListSessionsByIds() {
    ZitadelListSessionsOutput answer =
        client
            .zitadel()
            .listSessions(
                new ZitadelListSessionsInput()
                    .queries(
                        List.of(
                            new ZitadelSearchQuery()
                                .idsQuery(
                                    new ZitadelIDsQuery()
                                        .ids(List.of("0192f3a4-9d01-7b2c-8e3f-456789abcdef"))))));
  }

  public void zitadelListUsersByEmail() {
    ZitadelListUsersOutput answer =
        client
            .zitadel()
            .listUsers(
                new ZitadelListUsersInput()
                    .queries(
                        List.of(
                            new ZitadelUserSearchQuery()
                                .emailQuery(
                                    new ZitadelEmailQuery()
                                        .emailAddress("alice@example.com")
                                        .method(
                                            ZitadelTextQueryMethod
                                                .TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE)))));
  }

  public void zitadelListUsersByLoginName() {
    ZitadelListUsersOutput answer =
        client
            .zitadel()
            .listUsers(
                new ZitadelListUsersInput()
                    .query(new ZitadelListQuery().offset("0").limit(1).asc(true))
                    .sortingColumn(ZitadelUserFieldName.USER_FIELD_NAME_USER_NAME)
                    .queries(
                        List.of(
                            new ZitadelUserSearchQuery()
                                .loginNameQuery(new ZitadelLoginNameQuery().loginName("alice")),
                            new ZitadelUserSearchQuery()
                                .organizationIdQuery(
                                    new ZitadelOrganizationIdQuery()
                                        .organizationId("01hq3kad3svktnkwp31fmt4bee")))));
  }

  public void zitadelListUsersCombined() {
    ZitadelListUsersOutput answer =
        client
            .zitadel()
            .listUsers(
                new ZitadelListUsersInput()
                    .queries(
                        List.of(
                            new ZitadelUserSearchQuery()
                                .organizationIdQuery(
                                    new ZitadelOrganizationIdQuery()
                                        .organizationId("01hq3kad3svktnkwp31fmt4bee")),
                            new ZitadelUserSearchQuery()
                                .orQuery(
                                    new ZitadelOrQuery()
                                        .queries(
                                            List.of(
                                                new ZitadelUserSearchQuery()
                                                    .userNameQuery(
                                                        new ZitadelUserNameQuery()
                                                            .userName("ALI")
                                                            .method(
                                                                ZitadelTextQueryMethod
                                                                    .TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE)),
                                                new ZitadelUserSearchQuery()
                                                    .inUserEmailsQuery(
                                                        new ZitadelInUserEmailsQuery()
                                                            .userEmails(
                                                                List.of("alice@example.com")))))),
                            new ZitadelUserSearchQuery()
                                .notQuery(
                                    new ZitadelNotQuery()
                                        .query(
                                            new ZitadelUserSearchQuery()
                                                .stateQuery(
                                                    new ZitadelUserStateQuery()
                                                        .state(
                                                            ZitadelUserState
                                                                .USER_STATE_LOCKED)))))));
  }

  public void zitadelLockUserEmpty() {
    ZitadelLockUserOutput answer =
        client.zitadel().lockUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelPasswordResetDefaultMail() {
    ZitadelPasswordResetOutput answer =
        client
            .zitadel()
            .passwordReset("0192f3a4-1111-7d8e-9f01-23456789abcd", new ZitadelPasswordResetInput());
  }

  public void zitadelPasswordResetSendLink() {
    ZitadelPasswordResetOutput answer =
        client
            .zitadel()
            .passwordReset(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelPasswordResetInput()
                    .sendLink(
                        new ZitadelSendPasswordResetLink()
                            .notificationType(ZitadelNotificationType.NOTIFICATION_TYPE_EMAIL)
                            .urlTemplate(
                                "https://app.example.com/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}")));
  }

  public void zitadelPasswordResetSendLinkBySms() {
    ZitadelPasswordResetOutput answer =
        client
            .zitadel()
            .passwordReset(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelPasswordResetInput()
                    .sendLink(
                        new ZitadelSendPasswordResetLink()
                            .notificationType(ZitadelNotificationType.NOTIFICATION_TYPE_SMS)));
  }

  public void zitadelPasswordResetReturnCode() {
    ZitadelPasswordResetOutput answer =
        client
            .zitadel()
            .passwordReset(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelPasswordResetInput().returnCode(new ZitadelReturnPasswordResetCode()));
  }

  public void zitadelReactivateUserEmpty() {
    ZitadelReactivateUserOutput answer =
        client.zitadel().reactivateUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelResendEmailCodeSendCode() {
    ZitadelResendEmailCodeOutput answer =
        client
            .zitadel()
            .resendEmailCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelResendEmailCodeInput().sendCode(new ZitadelSendEmailVerificationCode()));
  }

  public void zitadelResendEmailCodeReturnCode() {
    ZitadelResendEmailCodeOutput answer =
        client
            .zitadel()
            .resendEmailCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelResendEmailCodeInput()
                    .returnCode(new ZitadelReturnEmailVerificationCode()));
  }

  public void zitadelResendInviteCodeEmpty() {
    ZitadelResendInviteCodeOutput answer =
        client.zitadel().resendInviteCode("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelResendPhoneCodeSendCode() {
    ZitadelResendPhoneCodeOutput answer =
        client
            .zitadel()
            .resendPhoneCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelResendPhoneCodeInput().sendCode(new ZitadelSendPhoneVerificationCode()));
  }

  public void zitadelResendPhoneCodeReturnCode() {
    ZitadelResendPhoneCodeOutput answer =
        client
            .zitadel()
            .resendPhoneCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelResendPhoneCodeInput()
                    .returnCode(new ZitadelReturnPhoneVerificationCode()));
  }

  public void zitadelSetEmailSendCode() {
    ZitadelSetEmailOutput answer =
        client
            .zitadel()
            .setEmail(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetEmailInput()
                    .email("alice.new@example.com")
                    .sendCode(
                        new ZitadelSendEmailVerificationCode()
                            .urlTemplate(
                                "https://app.example.com/verify?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}")));
  }

  public void zitadelSetEmailReturnCode() {
    ZitadelSetEmailOutput answer =
        client
            .zitadel()
            .setEmail(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetEmailInput()
                    .email("alice.new@example.com")
                    .returnCode(new ZitadelReturnEmailVerificationCode()));
  }

  public void zitadelSetEmailVerified() {
    ZitadelSetEmailOutput answer =
        client
            .zitadel()
            .setEmail(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetEmailInput().email("alice.new@example.com").isVerified(true));
  }

  public void zitadelSetPasswordWithCode() {
    ZitadelSetPasswordOutput answer =
        client
            .zitadel()
            .setPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPasswordInput()
                    .newPassword(new ZitadelPassword().password("violet otters paddle at noon"))
                    .verificationCode("k3VbQ9tXw2RmZ7pLc8Hn"));
  }

  public void zitadelSetPasswordWithCurrentPassword() {
    ZitadelSetPasswordOutput answer =
        client
            .zitadel()
            .setPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPasswordInput()
                    .newPassword(new ZitadelPassword().password("violet otters paddle at noon"))
                    .currentPassword("correct horse battery staple"));
  }

  public void zitadelSetPasswordByAdministrator() {
    ZitadelSetPasswordOutput answer =
        client
            .zitadel()
            .setPassword(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPasswordInput()
                    .newPassword(
                        new ZitadelPassword()
                            .password("violet otters paddle at noon")
                            .changeRequired(true)));
  }

  public void zitadelSetPhoneSendCode() {
    ZitadelSetPhoneOutput answer =
        client
            .zitadel()
            .setPhone(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPhoneInput()
                    .phone("+12025550187")
                    .sendCode(new ZitadelSendPhoneVerificationCode()));
  }

  public void zitadelSetPhoneReturnCode() {
    ZitadelSetPhoneOutput answer =
        client
            .zitadel()
            .setPhone(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPhoneInput()
                    .phone("+12025550187")
                    .returnCode(new ZitadelReturnPhoneVerificationCode()));
  }

  public void zitadelSetPhoneVerified() {
    ZitadelSetPhoneOutput answer =
        client
            .zitadel()
            .setPhone(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelSetPhoneInput().phone("+12025550187").isVerified(true));
  }

  public void zitadelSetSessionPassword() {
    ZitadelSetSessionOutput answer =
        client
            .zitadel()
            .setSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelSetSessionInput()
                    .checks(
                        new ZitadelChecks()
                            .password(
                                new ZitadelCheckPassword()
                                    .password("correct horse battery staple"))));
  }

  public void zitadelSetSessionLifetime() {
    ZitadelSetSessionOutput answer =
        client
            .zitadel()
            .setSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelSetSessionInput().lifetime("3600s"));
  }

  public void zitadelSetSessionMailedCode() {
    ZitadelSetSessionOutput answer =
        client
            .zitadel()
            .setSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelSetSessionInput()
                    .checks(
                        new ZitadelChecks().otpEmail(new ZitadelCheckOTPEmail().code("517204"))));
  }

  public void zitadelSetSessionSmsCode() {
    ZitadelSetSessionOutput answer =
        client
            .zitadel()
            .setSession(
                "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
                new ZitadelSetSessionInput()
                    .challenges(
                        new ZitadelRequestChallenges().otpSms(new ZitadelChallengeOTPSMS())));
  }

  public void zitadelUnlockUserEmpty() {
    ZitadelUnlockUserOutput answer =
        client.zitadel().unlockUser("0192f3a4-1111-7d8e-9f01-23456789abcd");
  }

  public void zitadelUpdateUserPassword() {
    ZitadelUpdateUserOutput answer =
        client
            .zitadel()
            .updateUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelUpdateUserInput()
                    .human(
                        new ZitadelUpdateUserHuman()
                            .password(
                                new ZitadelSetHumanPassword()
                                    .password(
                                        new ZitadelOptionalPassword()
                                            .password("violet otters paddle at noon"))
                                    .currentPassword("correct horse battery staple"))));
  }

  public void zitadelUpdateUserEverything() {
    ZitadelUpdateUserOutput answer =
        client
            .zitadel()
            .updateUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelUpdateUserInput()
                    .username("alice.l")
                    .human(
                        new ZitadelUpdateUserHuman()
                            .profile(new ZitadelUpdateHumanProfile().familyName("Liddell"))
                            .email(
                                new ZitadelSetHumanEmail()
                                    .email("alice.l@example.com")
                                    .isVerified(true))
                            .phone(new ZitadelSetHumanPhone())
                            .password(
                                new ZitadelSetHumanPassword()
                                    .password(
                                        new ZitadelOptionalPassword()
                                            .password("violet otters paddle at noon")))));
  }

  public void zitadelUpdateUserHashedPassword() {
    ZitadelUpdateUserOutput answer =
        client
            .zitadel()
            .updateUser(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelUpdateUserInput()
                    .human(
                        new ZitadelUpdateUserHuman()
                            .password(
                                new ZitadelSetHumanPassword()
                                    .hashedPassword(
                                        new ZitadelHashedPassword()
                                            .hash(
                                                "$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO")
                                            .changeRequired(true)))));
  }

  public void zitadelVerifyEmailCode() {
    ZitadelVerifyEmailOutput answer =
        client
            .zitadel()
            .verifyEmail(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelVerifyEmailInput().verificationCode("r9YdMn4WcKx7TqLb2VgZ"));
  }

  public void zitadelVerifyInviteCodeCode() {
    ZitadelVerifyInviteCodeOutput answer =
        client
            .zitadel()
            .verifyInviteCode(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelVerifyInviteCodeInput().verificationCode("w7HnC2vKq9TzR4mXb5Ld"));
  }

  public void zitadelVerifyPhoneCode() {
    ZitadelVerifyPhoneOutput answer =
        client
            .zitadel()
            .verifyPhone(
                "0192f3a4-1111-7d8e-9f01-23456789abcd",
                new ZitadelVerifyPhoneInput().verificationCode("r9YdMn4WcKx7TqLb2VgZ"));
  }
}
