package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.BoomiProblemDetails;

/** A refusal of the boomi surface, RFC 7807. There is a {@code code} where {@code type} names a fault. */
public final class BoomiException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient BoomiProblemDetails body;

  BoomiException(Refusal refusal, BoomiProblemDetails body) {
    super(refusal, fault(body), body.getDetail() != null ? body.getDetail() : body.getTitle(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public BoomiProblemDetails body() {
    return body;
  }

  private static String fault(BoomiProblemDetails body) {
    String named = "urn:rekey:fault:";
    return body.getType() != null && body.getType().startsWith(named) ? body.getType().substring(named.length()) : null;
  }
}
