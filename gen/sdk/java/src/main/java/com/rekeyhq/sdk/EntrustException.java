package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.EntrustErrorInfo;

/** A refusal of the entrust surface. */
public final class EntrustException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient EntrustErrorInfo body;

  EntrustException(Refusal refusal, EntrustErrorInfo body) {
    super(refusal, body.getErrorCode(), body.getErrorMessage(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public EntrustErrorInfo body() {
    return body;
  }
}
