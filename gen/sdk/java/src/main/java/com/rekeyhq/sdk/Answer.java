package com.rekeyhq.sdk;

import java.net.http.HttpHeaders;

/** What came with an answer besides its body. */
public final class Answer {
  private final int status;
  private final HttpHeaders headers;

  Answer(int status, HttpHeaders headers) {
    this.status = status;
    this.headers = headers;
  }

  public int status() {
    return status;
  }

  public HttpHeaders headers() {
    return headers;
  }

  /** To be sent by {@link RequestOptions#ifMatch} with a change that must not overwrite another's; null if there is none. */
  public String etag() {
    return headers.firstValue("ETag").orElse(null);
  }

  public String requestId() {
    return headers.firstValue("X-Request-Id").orElse(null);
  }

  /** Whether the service had done this before, under the same Idempotency-Key. */
  public boolean replayed() {
    return headers.firstValue("Idempotency-Replayed").filter("true"::equals).isPresent();
  }
}
