package com.rekeyhq.sdk.test;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rekeyhq.sdk.Rekey;
import com.rekeyhq.sdk.Retries;
import com.rekeyhq.sdk.model.RekeyLoggedIn;
import com.rekeyhq.sdk.model.RekeyLogin;
import com.rekeyhq.sdk.model.RekeyPasswordAssignment;
import com.rekeyhq.sdk.model.RekeyUserCreation;
import com.rekeyhq.sdk.model.RekeyUserAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user of his own for each test, so that no test meets another's locks and limits. */
final class Person {
  static final String FIRST = "seven quiet rivers run north";
  static final String NEW = "nine copper kettles in a row";
  static final String URL = System.getenv("REKEY_URL");
  static final Rekey LIVE =
      Rekey.at(URL)
          .token(System.getenv("REKEY_API_KEY"))
          .retries(new Retries(4, Duration.ofMillis(50), Duration.ofSeconds(5)))
          .build();
  static final Rekey ANONYMOUS = LIVE.withToken(null);

  private static final HttpClient MAILBOX = HttpClient.newHttpClient();

  final String username = "java-" + UUID.randomUUID().toString().substring(24);
  final String email = username + "@example.com";
  final String tenant;
  final String id;

  private Person(String tenant, String password, boolean verified) {
    this.tenant = tenant;
    id =
        LIVE.users()
            .create(
                new RekeyUserCreation()
                    .tenantId(tenant)
                    .username(username)
                    .emails(List.of(new RekeyUserAddress().address(email).verified(verified))))
            .getId();
    if (password != null) {
      LIVE.passwords().set(id, new RekeyPasswordAssignment().password(password).mustChange(false));
    }
  }

  static Person known() {
    return in(System.getenv("REKEY_TENANT_ID"));
  }

  static Person in(String tenant) {
    return new Person(tenant, FIRST, true);
  }

  static Person withoutPassword(boolean verified) {
    return new Person(System.getenv("REKEY_TENANT_ID"), null, verified);
  }

  RekeyLoggedIn logIn(String password) {
    return LIVE.sessions().create(new RekeyLogin().username(username).password(password).tenantId(tenant));
  }

  /** What the pattern finds in a mail to this person; the outbox delivers within seconds. */
  String mailed(String pattern) throws Exception {
    Instant until = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(until)) {
      HttpRequest asked = HttpRequest.newBuilder(URI.create(URL + "/dev/mailbox.json")).build();
      for (JsonNode mail : new ObjectMapper().readTree(MAILBOX.send(asked, BodyHandlers.ofString()).body())) {
        Matcher found = Pattern.compile(pattern).matcher(mail.get("text").asText());
        if (mail.get("to").toString().contains(email) && found.find()) {
          return found.group(1);
        }
      }
      Thread.sleep(50);
    }
    return fail("no mail to " + email + " has " + pattern);
  }
}
