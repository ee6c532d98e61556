import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

/** One journey a surface with the client that OpenAPI Generator makes for Java. */
final class Driver {
  private static final String PASSWORD = env("NEW_PASSWORD");
  private static final ApiClient ANONYMOUS = as(null);
  private static final ApiClient OWNER = as(env("REKEY_API_KEY"));

  interface Journey {
    void drive() throws Exception;
  }

  public static void main(String[] args) {
    journey("boomi", Driver::boomi);
    journey("entrust", Driver::entrust);
    journey("wristband", Driver::wristband);
    journey("zitadel", Driver::zitadel);
    journey("rekey", Driver::rekey);
  }

  private static void boomi() throws ApiException {
    String said = new BoomiPasswordApi(ANONYMOUS).boomiResetPassword(
        new BoomiPasswordModel().key(UUID.fromString(env("BOOMI_KEY"))).password(PASSWORD).confirmPassword(PASSWORD));
    must("said " + said, said.equals("Password has been reset."));
    must("no token", new BoomiUsersApi(ANONYMOUS)
        .boomiAuthenticate(new BoomiLoginModel().userName(env("BOOMI_NAME")).password(PASSWORD)).getAccessToken() != null);
  }

  private static void entrust() throws ApiException {
    String token = new EntrustAdminAuthenticationApi(ANONYMOUS).entrustAuthenticateAdminApiUsingPOST(
        new EntrustAdminApiAuthentication().applicationId(UUID.fromString(env("REKEY_CLIENT_ID"))).sharedSecret(env("REKEY_CLIENT_SECRET"))).getAuthToken();
    EntrustPasswordsApi passwords = new EntrustPasswordsApi(as(token));
    UUID user = UUID.fromString(env("ENTRUST_USER"));
    passwords.entrustSetUserPasswordUsingPUT(user.toString(), new EntrustUserPasswordParms().password(PASSWORD).emailPassword(false));
    must("short is long enough", !passwords
        .entrustValidateUserPasswordUsingPOST(user.toString(), new EntrustUserPasswordValidateParms().password("short")).getLength());
  }

  private static void wristband() throws ApiException {
    String token = new WristbandOAuthApi(ANONYMOUS)
        .wristbandGetToken("client_credentials", null, null, env("REKEY_CLIENT_ID"), env("REKEY_CLIENT_SECRET")).getAccessToken();
    WristbandPasswordResetApi resets = new WristbandPasswordResetApi(as(token));
    String code = resets.wristbandCreatePasswordResetLink(
        new WristbandPasswordResetLinkInput().userId(env("WRISTBAND_USER"))).getPasswordResetCode();
    String result = String.valueOf(resets
        .wristbandResetPassword(new WristbandResetPasswordInput().passwordResetCode(code).newPassword(PASSWORD)).getResult());
    must("result " + result, result.equals("PASSWORD_RESET_SUCCESSFUL"));
  }

  private static void zitadel() throws ApiException {
    ZitadelPasswordsApi passwords = new ZitadelPasswordsApi(OWNER);
    String user = env("ZITADEL_USER");
    String code = passwords.zitadelPasswordReset(user, new ZitadelPasswordResetInput().returnCode(Map.of())).getVerificationCode();
    ZitadelPassword password = new ZitadelPassword().password(PASSWORD);
    passwords.zitadelSetPassword(user, new ZitadelSetPasswordInput().newPassword(password).verificationCode(code));
    ZitadelChecks checks = new ZitadelChecks().user(new ZitadelCheckUser().loginName(env("ZITADEL_NAME")))
        .password(new ZitadelCheckPassword().password(PASSWORD));
    must("no session", new ZitadelSessionsApi(OWNER).zitadelCreateSession(new ZitadelCreateSessionInput().checks(checks)).getSessionId() != null);
  }

  private static void rekey() throws Exception {
    String ticket = new RekeyTicketsApi(OWNER).rekeyCreateTicket(new RekeyTicketCreation().userId(UUID.fromString(env("REKEY_USER")))
        .medium(RekeyTicketMedium.LINK).deliver(RekeyTicketDelivery.RETURN), null).getProof().getTicket();
    RekeyTicketsApi tickets = new RekeyTicketsApi(ANONYMOUS);
    try {
      tickets.rekeyRedeemTicket(new RekeyTicketRedemption().ticket(ticket).newPassword("short"), null);
      must("a short password is taken", false);
    } catch (ApiException refused) {
      RekeyProblem problem = ANONYMOUS.getObjectMapper().readValue(refused.getResponseBody(), RekeyProblem.class);
      must("refused as " + problem, "password_policy".equals(problem.getCode()) && !problem.getViolations().isEmpty());
    }
    tickets.rekeyRedeemTicket(new RekeyTicketRedemption().ticket(ticket).newPassword(PASSWORD), null);
    must("the export has one line",
        Files.readAllLines(new RekeyEventsApi(OWNER).rekeyExportEvents(null, null, null, null).toPath()).size() > 1);
  }

  private static ApiClient as(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(env("REKEY_URL"));
    return token == null ? client : client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
  }

  private static void journey(String surface, Journey journey) {
    try {
      journey.drive();
      System.out.println(surface + " ok");
    } catch (Exception failed) {
      System.out.println(surface + " " + failed.toString().replace('\n', ' '));
    }
  }

  private static void must(String what, boolean ok) {
    if (!ok) {
      throw new IllegalStateException(what);
    }
  }

  private static String env(String name) {
    return System.getenv(name) == null ? "" : System.getenv(name);
  }
}
