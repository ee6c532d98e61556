package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.WristbandOAuthError;

/** A refusal of the wristband surface's OAuth endpoints, RFC 6749 section 5.2. */
public final class OAuthException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient WristbandOAuthError body;

  OAuthException(Refusal refusal, WristbandOAuthError body) {
    super(refusal, body.getError(), body.getErrorDescription(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public WristbandOAuthError body() {
    return body;
  }
}
