import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.openapitools.client.JSON;
import org.openapitools.client.model.ErrorInfo;
import org.openapitools.client.model.PasswordFormat;
import org.openapitools.client.model.UserGetParms;
import org.openapitools.client.model.UserPassword;
import org.openapitools.client.model.UserPasswordParms;
import org.openapitools.client.model.UserPasswordValidateParms;
import org.openapitools.client.model.UserPasswordValidationResponse;

/** What the program does. Each story tells how it ended. */
final class Stories {
  private static final String FIRST = Play.env("ENTRUST_PASSWORD");
  private static final String NEXT = "Nine copper kettles, 4 lids";
  private static final String LAST = "Violet trams cross 7 bridges";

  interface Story {
    String play(Play play) throws Exception;
  }

  static Story of(String name) {
    return switch (name) {
      case "find" -> Stories::find;
      case "set" -> Stories::set;
      case "current" -> Stories::current;
      case "generate" -> Stories::generate;
      case "import" -> Stories::bcrypt;
      case "expiry" -> Stories::expiry;
      case "history" -> Stories::history;
      case "validate" -> Stories::validate;
      case "delete" -> Stories::delete;
      case "unlock" -> Stories::unlock;
      case "nulls" -> Stories::nulls;
      default -> Refusals.of(name);
    };
  }

  private static UserPasswordParms chosen(String password) {
    return new UserPasswordParms().password(password).emailPassword(false);
  }

  private static String find(Play play) throws Exception {
    Play.User user = Play.somebody();
    for (String name : new String[] {user.name(), user.address()}) {
      Play.must(play.users.userByUseridUsingPOST(new UserGetParms().userId(name)).getId().equals(user.id()), "found another by " + name);
    }
    Play.must(play.users.userUsingGET(user.id()).getUserId().equals(user.name()), "read another");
    return "works";
  }

  private static String set(Play play) throws Exception {
    Play.User user = Play.somebody();
    UserPassword answer = play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT));
    Play.must(answer.getPresent() && !answer.getForceUpdate() && answer.getNewPassword() == null, "answered " + answer);
    UserPassword state = play.passwords.getUserPasswordUsingGET(user.id());
    Play.must(state.getPresent() && state.getLastChangedTime().equals(answer.getLastChangedTime()), "described " + state);
    Play.must(Play.opens(user, NEXT) && !Play.opens(user, FIRST), "the old password opens the account");
    return "works";
  }

  private static String current(Play play) throws Exception {
    Play.User user = Play.somebody();
    Play.refused(400, "wrong_current_password", () -> play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT).currentPassword(LAST)));
    Play.must(!Play.opens(user, NEXT), "set with a wrong current password");
    play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT).currentPassword(FIRST));
    Play.must(Play.opens(user, NEXT), "not set with the current password");
    return "works";
  }

  private static String generate(Play play) throws Exception {
    Play.User user = Play.somebody();
    UserPassword answer = play.passwords.setUserPasswordUsingPUT(user.id(),
        new UserPasswordParms().generatePassword(true).returnPassword(true).emailPassword(false).forceUpdate(false));
    String made = answer.getNewPassword();
    UserPasswordValidationResponse verdict = play.passwords.validateUserPasswordUsingPOST(user.id(),
        new UserPasswordValidateParms().password(made).ignorePasswordHistory(true));
    Play.must(verdict.getLength() && verdict.getStrength() && verdict.getBlacklisted(), "generated a weak one: " + verdict);
    Play.must(Play.opens(user, made), "the generated password does not open the account");
    return "works";
  }

  private static String bcrypt(Play play) throws Exception {
    Play.User user = Play.somebody();
    play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT));
    UserPasswordParms hash = chosen(Play.env("ENTRUST_HASH")).passwordFormat(PasswordFormat.BCRYPT);
    play.passwords.setUserPasswordUsingPUT(user.id(), hash);
    Play.must(Play.opens(user, FIRST) && !Play.opens(user, NEXT), "the imported password does not open the account");
    return "works";
  }

  /** As the vendor's samples write times: 2018-05-28T19:07:50.328+0000. */
  private static String expiry(Play play) throws Exception {
    Play.User user = Play.somebody();
    OffsetDateTime at = OffsetDateTime.now(ZoneOffset.ofHours(2)).plusDays(60).truncatedTo(ChronoUnit.SECONDS);
    UserPassword answer = withGson(Stories::basicOffsets, () -> {
      String body = JSON.serialize(chosen(NEXT).expiryTime(at));
      Play.must(body.contains(".000+0200\""), "sent " + body);
      return play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT).expiryTime(at));
    });
    Play.must(answer.getExpiryTime().isEqual(at) && answer.getExpiryNotificationDate().isBefore(at), "answered " + answer);
    play.passwords.sendPasswordExpiryNotificationUsingPUT(user.id());
    return "works";
  }

  private static String history(Play play) throws Exception {
    Play.User user = Play.somebody();
    play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT).forceUpdate(true));
    ErrorInfo error = Play.refused(400, "password_policy_violation", () -> play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT)));
    Play.must(error.getParameters().get(0).getCode().equals("in_history"), "refused for " + error);
    play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT).clearPasswordHistory(true));
    Play.must(Play.opens(user, NEXT), "the history was not cleared first");
    return "works";
  }

  private static String validate(Play play) throws Exception {
    Play.User user = Play.somebody();
    UserPasswordValidationResponse bad = play.passwords.validateUserPasswordUsingPOST(user.id(), new UserPasswordValidateParms().password("pw1"));
    UserPasswordValidationResponse good = play.passwords.validateUserPasswordUsingPOST(user.id(), new UserPasswordValidateParms().password(NEXT));
    Play.must(!bad.getLength() && good.getLength() && good.getPasswordHistory(), "the flags are " + bad + good);
    Play.must(play.passwords.getUserPasswordSettingsUsingGET(user.id()).getMinimumLength() > 3, "no minimum length");
    return "works";
  }

  private static String delete(Play play) throws Exception {
    Play.User user = Play.somebody();
    play.passwords.deleteUserPasswordUsingDELETE(user.id());
    Play.must(!play.passwords.getUserPasswordUsingGET(user.id()).getPresent() && !Play.opens(user, FIRST), "the password is still there");
    Play.refused(404, "password_not_found", () -> play.passwords.deleteUserPasswordUsingDELETE(user.id()));
    return "works";
  }

  private static String unlock(Play play) throws Exception {
    Play.User user = Play.somebody();
    for (int i = 0; i < 10; i++) {
      Play.must(!Play.opens(user, LAST), "a wrong password opens the account");
    }
    Play.must(!Play.opens(user, FIRST), "wrong passwords do not count");
    play.users.unlockUserUsingPUT(user.id());
    Play.must(Play.opens(user, FIRST), "the user is still locked out");
    return "works";
  }

  /** A program whose Gson writes null for each member without a value. */
  private static String nulls(Play play) throws Exception {
    Play.User user = Play.somebody();
    withGson(GsonBuilder::serializeNulls, () -> {
      String body = JSON.serialize(chosen(NEXT));
      Play.must(body.contains("\"expiryTime\":null") && body.contains("\"currentPassword\":null"), "sent " + body);
      play.passwords.validateUserPasswordUsingPOST(user.id(), new UserPasswordValidateParms().password(LAST));
      Play.application();
      return play.passwords.setUserPasswordUsingPUT(user.id(), chosen(NEXT));
    });
    Play.must(Play.opens(user, NEXT), "not set");
    return "works";
  }

  private static final DateTimeFormatter BASIC_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

  private static GsonBuilder basicOffsets(GsonBuilder builder) {
    JsonSerializer<OffsetDateTime> writer = (at, type, context) -> new JsonPrimitive(BASIC_OFFSET.format(at));
    return builder.registerTypeAdapter(OffsetDateTime.class, writer);
  }

  /** Calls of a program that set up the client's Gson in its own way. */
  private static <T> T withGson(UnaryOperator<GsonBuilder> setUp, Callable<T> calls) throws Exception {
    Gson before = JSON.getGson();
    JSON.setGson(setUp.apply(before.newBuilder()).create());
    try {
      return calls.call();
    } finally {
      JSON.setGson(before);
    }
  }
}
