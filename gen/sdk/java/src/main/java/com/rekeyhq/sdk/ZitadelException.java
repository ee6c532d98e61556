package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.ZitadelStatus;

/** A refusal of the zitadel surface. {@code code} is the id of the fault; the body has the number. */
public final class ZitadelException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient ZitadelStatus body;

  ZitadelException(Refusal refusal, ZitadelStatus body) {
    super(refusal, fault(body), body.getMessage(), refusal.requestId());
    this.body = body;
  }

  /** The surface's own error object. */
  public ZitadelStatus body() {
    return body;
  }

  private static String fault(ZitadelStatus body) {
    return body.getDetails() == null
        ? null
        : body.getDetails().stream().map(d -> d.getId()).filter(id -> id != null).findFirst().orElse(null);
  }
}
