package com.rekeyhq.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is particular to one call. Objects of this class do not change. */
public final class RequestOptions {
  public static final RequestOptions NONE = new RequestOptions(Collections.emptyMap(), null);

  private final Map<String, String> headers;
  private final Duration timeout;

  private RequestOptions(Map<String, String> headers, Duration timeout) {
    this.headers = headers;
    this.timeout = timeout;
  }

  /** Refuses the change if somebody else was faster; the value is {@link Answer#etag}, and never null. */
  public RequestOptions ifMatch(String etag) {
    // A change without its condition would overwrite.
    return header("If-Match", given("ETag", etag));
  }

  /** A key of your own, kept across restarts of your program; otherwise each call makes one for itself. */
  public RequestOptions idempotencyKey(String key) {
    return header("Idempotency-Key", key);
  }

  /** An OAuth client's id and secret in place of the token, for the operations that take them. */
  public RequestOptions clientCredentials(String id, String secret) {
    // Encoded as in a form first (RFC 6749, section 2.3.1).
    String pair =
        URLEncoder.encode(given("client id", id), StandardCharsets.UTF_8)
            + ":" + URLEncoder.encode(given("client secret", secret), StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** A credential that is empty is one that somebody forgot to set. */
  static String given(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the " + name + " is empty");
    }
    return value;
  }

  public RequestOptions header(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new RequestOptions(more, timeout);
  }

  /** For each attempt. */
  public RequestOptions timeout(Duration given) {
    return new RequestOptions(headers, given);
  }

  Map<String, String> headers() {
    return headers;
  }

  Duration timeoutOr(Duration usual) {
    return timeout != null ? timeout : usual;
  }
}
