package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.RekeyProblem;
import com.rekeyhq.sdk.model.RekeyViolation;
import java.util.List;

/** A problem of the native surface, RFC 9457; {@link ProblemCode} lists the codes. */
public final class ProblemException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient RekeyProblem body;

  ProblemException(Refusal refusal, RekeyProblem body) {
    super(refusal, body.getCode(), body.getDetail(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public RekeyProblem body() {
    return body;
  }

  /** Each broken rule, with a JSON pointer into the body. */
  public List<RekeyViolation> violations() {
    return body.getViolations() == null ? List.of() : body.getViolations();
  }
}
