package com.rekeyhq.sdk;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The service refused. {@link #code} is stable and for programs, the message is for people. */
public class ApiException extends RekeyException {
  private static final long serialVersionUID = 1L;

  private final String surface;
  private final String operation;
  private final int status;
  private final String code;
  private final String requestId;
  private final transient HttpHeaders headers;

  ApiException(Refusal refusal, String code, String message, String requestId) {
    super(told(refusal, code, message, requestId), null);
    this.surface = refusal.call.surface;
    this.operation = refusal.call.operation;
    this.status = refusal.status;
    this.code = code;
    this.requestId = requestId;
    this.headers = refusal.headers;
  }

  private static String told(Refusal refusal, String code, String message, String requestId) {
    return refusal.call.operation + ": " + refusal.status
        + (code == null ? "" : " " + code)
        + (message == null ? "" : ": " + message)
        + (requestId == null ? "" : " (request " + requestId + ")");
  }

  public final String surface() {
    return surface;
  }

  public final String operation() {
    return operation;
  }

  public final int status() {
    return status;
  }

  /** Null if the answer has none, for instance because something between answered. */
  public final String code() {
    return code;
  }

  /** What the operator finds in the log; null if there is none. */
  public final String requestId() {
    return requestId;
  }

  public final HttpHeaders headers() {
    return headers;
  }

  /** How long to wait before another try; null if the service did not say. */
  public final Duration retryAfter() {
    return retryAfter(headers.firstValue("Retry-After").orElse(null));
  }

  /** From a number of seconds or a date, RFC 9110 section 10.2.3. */
  private static Duration retryAfter(String given) {
    if (given == null) {
      return null;
    }
    try {
      return Duration.ofSeconds(Long.parseLong(given.trim()));
    } catch (NumberFormatException e) {
      try {
        Duration left =
            Duration.between(Instant.now(), ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        return left.isNegative() ? Duration.ZERO : left;
      } catch (DateTimeParseException neither) {
        return null;
      }
    }
  }
}
