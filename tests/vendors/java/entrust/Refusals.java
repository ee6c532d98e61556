import org.openapitools.client.model.ErrorInfo;
import org.openapitools.client.model.PasswordFormat;
import org.openapitools.client.model.UserGetParms;
import org.openapitools.client.model.UserPasswordParms;

/** What the service refuses the program, in the vendor's shape. */
final class Refusals {
  private static final UserPasswordParms CHOSEN = new UserPasswordParms().password("Nine copper kettles, 4 lids").emailPassword(false);

  static Stories.Story of(String name) {
    return switch (name) {
      case "weak-password" -> Refusals::weakPassword;
      case "import-mailed" -> Refusals::importMailed;
      case "unknown-user" -> Refusals::unknownUser;
      case "no-token" -> Refusals::noToken;
      case "forbidden" -> Refusals::forbidden;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String weakPassword(Play play) throws Exception {
    Play.User user = Play.somebody();
    ErrorInfo error = Play.refused(400, "password_policy_violation",
        () -> play.passwords.setUserPasswordUsingPUT(user.id(), new UserPasswordParms().password("pw1").emailPassword(false)));
    Play.must(error.getParameters().stream().anyMatch(broken -> broken.getCode().equals("too_short")), "refused for " + error);
    return "refused";
  }

  private static String importMailed(Play play) throws Exception {
    Play.User user = Play.somebody();
    ErrorInfo error = Play.refused(400, "invalid_password", () -> play.passwords.setUserPasswordUsingPUT(user.id(),
        new UserPasswordParms().password(Play.env("ENTRUST_HASH")).passwordFormat(PasswordFormat.BCRYPT)));
    Play.must(error.getErrorMessage().equals("emailPassword must be false when passwordFormat is BCRYPT"), "refused for " + error);
    return "refused";
  }

  private static String unknownUser(Play play) throws Exception {
    String nobody = "0192f3a4-5b6c-4d8e-9f01-23456789abcd";
    Play.refused(404, "user_not_found", () -> play.users.userByUseridUsingPOST(new UserGetParms().userId("nobody")));
    Play.refused(404, "user_not_found", () -> play.users.userUsingGET(nobody));
    Play.refused(404, "user_not_found", () -> play.passwords.setUserPasswordUsingPUT(nobody, CHOSEN));
    return "refused";
  }

  private static String noToken(Play play) throws Exception {
    Play.User user = Play.somebody();
    for (String token : new String[] {null, "not.a.token"}) {
      Play.refused(401, "access_denied", () -> Play.with(token).passwords.getUserPasswordUsingGET(user.id()));
    }
    return "refused";
  }

  private static String forbidden(Play play) throws Exception {
    Play.User user = Play.somebody();
    Play viewer = Play.viewer();
    Play.must(viewer.passwords.getUserPasswordUsingGET(user.id()).getPresent(), "the viewer does not see the password");
    ErrorInfo error = Play.refused(403, "forbidden", () -> viewer.passwords.setUserPasswordUsingPUT(user.id(), CHOSEN));
    Play.must(error.getErrorMessage().equals("USERPASSWORDS:EDIT required"), "refused for " + error);
    return "refused";
  }
}
