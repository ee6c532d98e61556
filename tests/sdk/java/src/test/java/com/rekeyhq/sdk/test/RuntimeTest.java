package com.rekeyhq.sdk.test;

import static com.rekeyhq.sdk.test.Person.LIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rekeyhq.sdk.ApiException;
import com.rekeyhq.sdk.BoomiException;
import com.rekeyhq.sdk.NoAnswerException;
import com.rekeyhq.sdk.OAuthException;
import com.rekeyhq.sdk.ProblemCode;
import com.rekeyhq.sdk.ProblemException;
import com.rekeyhq.sdk.Rekey;
import com.rekeyhq.sdk.RequestOptions;
import com.rekeyhq.sdk.Retries;
import com.rekeyhq.sdk.api.BoomiApi;
import com.rekeyhq.sdk.api.EventsApi;
import com.rekeyhq.sdk.api.UsersApi;
import com.rekeyhq.sdk.model.*;
import com.rekeyhq.sdk.test.Stub.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the runtime adds: against a stub that answers what each test has written down, and against the live server. */
class RuntimeTest {
  private static final Retries QUICK = new Retries(4, Duration.ofMillis(10), Duration.ofSeconds(2));
  private static final String TICKET =
      "{'id':'i','applicationId':'a','tenantId':'t','userId':'u','purpose':'reset','medium':'carrier-pigeon',"
              .concat("'deliver':'send','state':'issued','failedTries':0,'newInTheFuture':{'deep':[1]},")
              .concat("'createdAt':'2026-01-02T03:04:05.678Z','expiresAt':'2026-01-03T03:04:05Z'}")
              .replace('\'', '"');
  private static final RekeyTicketCreation NEW_TICKET = new RekeyTicketCreation().userId("u").medium(RekeyTicketMedium.LINK);

  private static Rekey quick(Stub stub) {
    return Rekey.at(stub.url).retries(QUICK).build();
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, Map.of(), body.replace('\'', '"'));
  }

  private static Answer problem(int status, String code, Map<String, String> headers) {
    String text = "{'type':'/p','title':'t','status':%d,'detail':'d','code':'%s','request_id':'r-1',"
        + "'violations':[{'code':'too_short','message':'m','pointer':'/newPassword'}]}";
    return new Answer(status, headers, String.format(text, status, code).replace('\'', '"'));
  }

  private static Answer problem(int status, String code) {
    return problem(status, code, Map.of());
  }

  private static JsonNode tree(String json) throws Exception {
    return new ObjectMapper().readTree(json);
  }

  @Test
  void unknownValuesAndMembersSurvive() throws Exception {
    try (Stub stub = new Stub(answer(200, TICKET))) {
      RekeyTicket ticket = quick(stub).tickets().get("i");
      assertEquals("carrier-pigeon", ticket.getMedium().value());
      assertFalse(ticket.getMedium().isKnown());
      assertTrue(ticket.getState().isKnown());
      assertEquals(RekeyTicketState.ISSUED, ticket.getState());
      assertEquals(Map.of("newInTheFuture", Map.of("deep", List.of(1))), ticket.unknownMembers());
      assertTrue(ticket.toString().contains("newInTheFuture") && !ticket.toString().contains("deep"));
      assertEquals(OffsetDateTime.parse("2026-01-02T03:04:05.678Z"), ticket.getCreatedAt());
    }
  }

  @Test
  void unknownValuesAndMembersAreSent() throws Exception {
    try (Stub stub = new Stub(answer(201, TICKET))) {
      RekeyTicketCreation body = new RekeyTicketCreation().userId("u").medium(RekeyTicketMedium.of("carrier-pigeon"));
      body.unknownMember("newInTheFuture", Map.of("deep", List.of(1)));
      quick(stub).tickets().create(body);
      assertEquals(
          tree("{\"userId\":\"u\",\"medium\":\"carrier-pigeon\",\"newInTheFuture\":{\"deep\":[1]}}"),
          tree(stub.asked.get(0).body()));
    }
  }

  @Test
  void nullIsSentIfItWasSet() throws Exception {
    String key = "{'id':'i'}";
    try (Stub stub = new Stub(answer(200, key), answer(200, key))) {
      quick(stub).apiKeys().update("i", new RekeyApiKeyChange().expiresAt(null));
      quick(stub).apiKeys().update("i", new RekeyApiKeyChange());
      assertEquals("{\"expiresAt\":null}", stub.asked.get(0).body());
      assertEquals("{}", stub.asked.get(1).body());
    }
  }

  @Test
  void aChangeIsRepeatedWithTheSameKeyUntilTheServiceIsReady() throws Exception {
    try (Stub stub =
        new Stub(
            problem(503, "unavailable", Map.of("Retry-After", "1")),
            problem(429, "too_many_requests"),
            Stub.CUT,
            answer(201, TICKET))) {
      quick(stub).tickets().create(NEW_TICKET);
      assertEquals(4, stub.asked.size());
      assertEquals(1, stub.asked.stream().map(a -> a.header("Idempotency-Key")).distinct().count());
      assertEquals(1, stub.asked.stream().map(Stub.Asked::body).distinct().count());
      long waited = stub.asked.get(1).at() - stub.asked.get(0).at();
      assertTrue(waited >= 1_000_000_000L, "Retry-After was not waited for");
    }
  }

  @Test
  void oneThatIsStillCarriedOutIsAskedForAgain() throws Exception {
    try (Stub stub = new Stub(problem(409, ProblemCode.IDEMPOTENCY_IN_PROGRESS), answer(201, TICKET))) {
      quick(stub).tickets().create(NEW_TICKET);
      assertEquals(2, stub.asked.size());
    }
  }

  @Test
  void aKeyOfTheCallerIsKept() throws Exception {
    Answer replayed = new Answer(201, Map.of("Idempotency-Replayed", "true", "ETag", "\"7\""), TICKET);
    try (Stub stub = new Stub(replayed)) {
      RekeyIssuedTicket made =
          quick(stub).tickets().create(NEW_TICKET, RequestOptions.NONE.idempotencyKey("mine"));
      assertEquals("mine", stub.asked.get(0).header("Idempotency-Key"));
      assertTrue(made.answer().replayed());
      assertEquals("\"7\"", made.answer().etag());
      assertEquals(201, made.answer().status());
    }
  }

  @Test
  void aClientsIdAndSecretTakeThePlaceOfTheToken() throws Exception {
    try (Stub stub = new Stub(answer(200, "{'access_token':'a'}"))) {
      Rekey client = Rekey.at(stub.url).token("a token").build();
      client
          .wristband()
          .getToken(
              new WristbandTokenInput().grantType("client_credentials"),
              RequestOptions.NONE.clientCredentials("shop:1", "50 % é"));
      String sent = stub.asked.get(0).header("Authorization");
      byte[] pair = Base64.getDecoder().decode(sent.substring("Basic ".length()));
      assertEquals("shop%3A1:50+%25+%C3%A9", new String(pair, StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatCouldBeDoneTwiceIsNotRepeated() throws Exception {
    BoomiLoginModel login = new BoomiLoginModel().userName("a").password("b");
    try (Stub stub = new Stub(answer(503, "{'type':'about:blank','title':'Service Unavailable','status':503}"))) {
      BoomiException refused = assertThrows(BoomiException.class, () -> quick(stub).boomi().authenticate(login));
      assertEquals(503, refused.status());
      assertNull(refused.code());
      assertEquals(1, stub.asked.size());
    }
    try (Stub stub = new Stub(Stub.CUT)) {
      assertThrows(NoAnswerException.class, () -> quick(stub).boomi().authenticate(login));
      assertEquals(1, stub.asked.size());
    }
  }

  @Test
  void patienceHasAnEnd() throws Exception {
    Answer busy = problem(503, "unavailable");
    try (Stub stub = new Stub(busy, busy, busy, busy)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> quick(stub).users().list(new UsersApi.ListQuery()));
      assertEquals(ProblemCode.UNAVAILABLE, refused.code());
      assertEquals(4, stub.asked.size());
    }
    try (Stub stub = new Stub(problem(429, "too_many_requests", Map.of("Retry-After", "3600")))) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> quick(stub).users().list(new UsersApi.ListQuery()));
      assertEquals(Duration.ofHours(1), refused.retryAfter());
      assertEquals(1, stub.asked.size());
    }
  }

  @Test
  void aSlowAnswerIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      Rekey client =
          Rekey.at("http://127.0.0.1:" + silent.getLocalPort())
              .timeout(Duration.ofMillis(200))
              .retries(new Retries(2, Duration.ofMillis(10), Duration.ofSeconds(1)))
              .build();
      NoAnswerException given =
          assertThrows(NoAnswerException.class, () -> client.users().list(new UsersApi.ListQuery()));
      assertEquals(2, given.attempts());
      assertInstanceOf(java.net.http.HttpTimeoutException.class, given.getCause());
    }
  }

  @Test
  void errorsAreToldApartByCode() throws Exception {
    try (Stub stub = new Stub(problem(422, ProblemCode.PASSWORD_POLICY), problem(418, "not_yet_invented"))) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> quick(stub).tickets().create(NEW_TICKET));
      assertEquals(ProblemCode.PASSWORD_POLICY, refused.code());
      assertEquals("/newPassword", refused.violations().get(0).getPointer());
      assertEquals("r-1", refused.body().getRequestId());
      refused = assertThrows(ProblemException.class, () -> quick(stub).users().get("u"));
      assertEquals("not_yet_invented", refused.code());
    }
    try (Stub stub = new Stub(answer(500, "<html>"), answer(401, "{'error':'invalid_client'}"))) {
      ApiException between = assertThrows(ApiException.class, () -> quick(stub).users().get("u"));
      assertSame(ApiException.class, between.getClass());
      assertEquals(500, between.status());
      OAuthException oauth =
          assertThrows(
              OAuthException.class,
              () -> quick(stub).wristband().getToken(new WristbandTokenInput().grantType("client_credentials")));
      assertEquals("invalid_client", oauth.code());
      assertEquals("grant_type=client_credentials", stub.asked.get(1).body());
    }
  }

  @Test
  void nothingSecretIsPrinted() throws Exception {
    List<String> printed = new ArrayList<>();
    Handler collect =
        new Handler() {
          @Override
          public void publish(LogRecord told) {
            printed.add(told.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("com.rekeyhq.sdk");
    logger.setLevel(Level.FINE);
    logger.addHandler(collect);
    try (Stub stub =
        new Stub(
            answer(200, "{'accessToken':'SECRET-a','refreshToken':'SECRET-b'}"),
            answer(200, "{'key':'SECRET-k','username':'alice'}"),
            answer(403, "{'type':'urn:rekey:fault:x','title':'t','status':403,'key':'SECRET-r'}"))) {
      Rekey client = Rekey.at(stub.url).token("SECRET-token").build();
      BoomiLoginModel login =
          new BoomiLoginModel().userName("alice").password("SECRET-p").oneTimePasscode("SECRET-o");
      printed.add(client.boomi().authenticate(login).toString());
      client.boomi().validatePasswordResetLink(new BoomiApi.ValidatePasswordResetLinkQuery().key("SECRET-q"));
      BoomiException refused = assertThrows(BoomiException.class, () -> client.boomi().authenticate(login));
      printed.addAll(List.of(client.toString(), refused.toString(), refused.body().toString()));
      assertEquals("/api/Password/resetPassword?key=SECRET-q", stub.asked.get(1).target());
    } finally {
      logger.removeHandler(collect);
      logger.setLevel(null);
    }
    String all = String.join("\n", printed);
    assertFalse(all.contains("SECRET"), all);
    assertTrue(all.contains("alice") && all.contains("[secret]") && all.contains("POST /api/Users/authenticate"), all);
  }

  private static void refuses(String why, Executable made) {
    String told = assertThrows(IllegalArgumentException.class, made).getMessage();
    assertTrue(told.contains(why), told);
  }

  @Test
  void nothingIsSentInClearToAnotherMachine() {
    for (String address :
        List.of("http://id.example.com", "http://10.0.0.1:8080", "http://127.0.0.1.example.com", "http://[2001:db8::1]")) {
      refuses("without TLS", () -> Rekey.at(address).token("a key").build());
    }
    for (String address :
        List.of("id.example.com", "ftp://id.example.com", "https://", "", "https://a:b@id.example.com", "https://id.example.com?a=b")) {
      refuses("must be like https://", () -> Rekey.at(address).build());
    }
    for (String address :
        List.of("https://id.example.com/", "http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080")) {
      Rekey.at(address).token("a key").build().withToken(null);
    }
    Rekey allowed = Rekey.at("http://id.example.com").insecureHttp().build().withToken("another key");
    assertTrue(allowed.toString().contains("id.example.com"));
  }

  @Test
  void anEmptyCredentialIsNone() {
    for (String empty : List.of("", " ")) {
      refuses("the token is empty", () -> Rekey.at("https://id.example.com").token(empty));
      refuses("the token is empty", () -> LIVE.withToken(empty));
      refuses("the client id is empty", () -> RequestOptions.NONE.clientCredentials(empty, "a secret"));
      refuses("the client secret is empty", () -> RequestOptions.NONE.clientCredentials("an id", empty));
    }
  }

  @Test
  void aChangeIsNotSentWithoutTheConditionThatItShouldHave() throws Exception {
    try (Stub stub = new Stub(answer(200, TICKET))) {
      RekeyTicket ticket = quick(stub).tickets().get("a/b");
      assertEquals("/v1/tickets/a%2Fb", stub.asked.get(0).target());
      refuses("the ETag is empty", () -> RequestOptions.NONE.ifMatch(ticket.answer().etag()));
    }
  }

  @Test
  void anAnswerOfSomethingBetweenIsTold() throws Exception {
    try (Stub stub = new Stub(answer(200, "<html>"))) {
      ApiException odd = assertThrows(ApiException.class, () -> quick(stub).users().get("u"));
      assertSame(ApiException.class, odd.getClass());
      assertEquals(200, odd.status());
    }
  }

  @Test
  void theUserAgentNamesTheVersion() throws Exception {
    try (Stub stub = new Stub(answer(200, "{'items':[]}"))) {
      Rekey.at(stub.url).userAgent("shop/3").build().users().list(new UsersApi.ListQuery());
      String version = System.getProperty("rekey.version");
      String agent = stub.asked.get(0).header("User-Agent");
      assertTrue(agent.startsWith("shop/3 rekey-java/" + version + " "), agent);
    }
  }

  @Test
  void pagesAreWalkedThrough() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      names.add(Person.withoutPassword(true).username);
    }
    List<String> listed =
        LIVE.users()
            .listAll(new UsersApi.ListQuery().limit(2).tenantId(System.getenv("REKEY_TENANT_ID")))
            .stream()
            .map(RekeyUser::getUsername)
            .collect(Collectors.toList());
    assertTrue(listed.containsAll(names));
    assertEquals(listed.size(), new HashSet<>(listed).size());
  }

  @Test
  void linesArriveOneByOne() {
    EventsApi.ExportQuery query = new EventsApi.ExportQuery().tenantId(System.getenv("REKEY_TENANT_ID"));
    try (Stream<RekeyEvent> events = LIVE.events().export(query)) {
      Iterator<RekeyEvent> each = events.iterator();
      RekeyEvent first = each.next();
      assertTrue(each.next().getSequence() > first.getSequence());
    }
  }

  @Test
  void aChangeIsRefusedIfSomebodyWasFaster() {
    Person p = Person.withoutPassword(true);
    RequestOptions before = RequestOptions.NONE.ifMatch(LIVE.users().get(p.id).answer().etag());
    RekeyUserChange change = new RekeyUserChange().givenName("First");
    LIVE.users().update(p.id, change, before);
    ProblemException late =
        assertThrows(ProblemException.class, () -> LIVE.users().update(p.id, change, before));
    assertEquals(ProblemCode.VERSION_MISMATCH, late.code());
  }

  @Test
  void theSamplesOfTheReadmeRun() throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true));
    try {
      assertTrue(ReadmeSamples.runAll() > 5);
    } finally {
      System.setOut(usual);
      Logger.getLogger("com.rekeyhq.sdk").setLevel(null);
    }
    assertTrue(said.toString().contains("for " + System.getenv("REKEY_USERNAME") + " until"), said.toString());
    assertTrue(said.toString().contains("The link cannot be used."), said.toString());
  }
}
