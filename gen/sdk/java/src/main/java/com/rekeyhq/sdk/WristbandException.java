package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.WristbandError;

/** A refusal of the wristband surface. */
public final class WristbandException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient WristbandError body;

  WristbandException(Refusal refusal, WristbandError body) {
    super(refusal, body.getCode(), body.getMessage(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public WristbandError body() {
    return body;
  }
}
