import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.AdminAuthenticationApi;
import org.openapitools.client.api.PasswordsApi;
import org.openapitools.client.api.UsersApi;
import org.openapitools.client.auth.ApiKeyAuth;
import org.openapitools.client.model.AdminApiAuthentication;
import org.openapitools.client.model.ErrorInfo;

/** A program with the client that OpenAPI Generator makes for Java: java Play STORY... */
final class Play {
  /** A user who was imported. */
  record User(String id, String name, String address) {}

  /** A call that may be refused. */
  interface Call {
    void make() throws ApiException;
  }

  final PasswordsApi passwords;
  final UsersApi users;

  private static Iterator<User> imported;

  private Play(ApiClient client) {
    passwords = new PasswordsApi(client);
    users = new UsersApi(client);
  }

  public static void main(String[] stories) {
    JsonArray told = JsonParser.parseString(env("ENTRUST_USERS")).getAsJsonArray();
    imported = told.asList().stream().map(of -> of.getAsJsonObject())
        .map(of -> new User(of.get("userId").getAsString(), of.get("username").getAsString(), of.get("address").getAsString())).iterator();
    for (String name : stories) {
      String result = "failed";
      String why = "";
      try {
        result = Stories.of(name).play(application());
      } catch (Exception | AssertionError failed) {
        why = failed instanceof ApiException refused ? refused.getCode() + " " + refused.getResponseBody() : failed.toString();
      }
      System.out.println(new Gson().toJson(Map.of("story", name, "result", result, "why", why)));
    }
  }

  /** The administration application, with a token of its own. */
  static Play application() throws ApiException {
    return with(token("ENTRUST_APPLICATION_ID", "ENTRUST_SHARED_SECRET"));
  }

  /** An application whose role lets it see passwords, and no more. */
  static Play viewer() throws ApiException {
    return with(token("ENTRUST_VIEWER_ID", "ENTRUST_VIEWER_SECRET"));
  }

  /** The client with a token, as the vendor's page for developers sets it. */
  static Play with(String token) {
    ApiClient client = client();
    if (token != null) {
      ((ApiKeyAuth) client.getAuthentication("AdminAPIAuthentication")).setApiKey(token);
    }
    return new Play(client);
  }

  private static ApiClient client() {
    return new ApiClient().setBasePath(env("ENTRUST_URL"));
  }

  private static String token(String id, String secret) throws ApiException {
    AdminApiAuthentication application = new AdminApiAuthentication().applicationId(UUID.fromString(env(id))).sharedSecret(env(secret));
    return new AdminAuthenticationApi(client()).authenticateAdminApiUsingPOST(application).getAuthToken();
  }

  /** Somebody whom no other story knows; his password is that of all imported users. */
  static User somebody() {
    return imported.next();
  }

  static void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** A call that has to be refused so. */
  static ErrorInfo refused(int status, String code, Call call) throws Exception {
    try {
      call.make();
    } catch (ApiException refusal) {
      ErrorInfo error = JSON.deserialize(refusal.getResponseBody(), ErrorInfo.class);
      must(refusal.getCode() == status && error.getErrorCode().equals(code), "refused with " + refusal.getCode() + " " + refusal.getResponseBody());
      return error;
    }
    throw new AssertionError("not refused with " + code);
  }

  /** Whether a password opens a session, with the key of the tenant's login page. */
  static boolean opens(User user, String password) throws Exception {
    JsonObject body = new JsonObject();
    body.addProperty("username", user.name());
    body.addProperty("password", password);
    HttpRequest request = HttpRequest.newBuilder(URI.create(env("ENTRUST_URL") + "/v1/sessions"))
        .header("Content-Type", "application/json").header("Authorization", "Bearer " + env("ENTRUST_LOGIN_KEY")).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201;
  }

  static String env(String name) {
    return System.getenv(name);
  }
}
