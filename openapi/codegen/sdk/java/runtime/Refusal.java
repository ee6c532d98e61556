package com.rekeyhq.sdk;

import com.rekeyhq.sdk.model.BoomiProblemDetails;
import com.rekeyhq.sdk.model.EntrustErrorInfo;
import com.rekeyhq.sdk.model.RekeyProblem;
import com.rekeyhq.sdk.model.WristbandError;
import com.rekeyhq.sdk.model.WristbandOAuthError;
import com.rekeyhq.sdk.model.ZitadelStatus;
import java.net.http.HttpHeaders;
import java.util.function.BiFunction;

/** An answer that is no success, and the exception that it stands for. */
final class Refusal {
  final Call call;
  final int status;
  final HttpHeaders headers;
  private final String text;
  private Model body;

  Refusal(Call call, int status, HttpHeaders headers, String text) {
    this.call = call;
    this.status = status;
    this.headers = headers;
    this.text = text;
  }

  String requestId() {
    return headers.firstValue("X-Request-Id").orElse(null);
  }

  /** What may be printed of it. */
  Model body() {
    return body;
  }

  ApiException exception() {
    if (call.oauth) {
      return as(WristbandOAuthError.class, OAuthException::new);
    }
    switch (call.surface) {
      case "boomi":
        return as(BoomiProblemDetails.class, BoomiException::new);
      case "entrust":
        return as(EntrustErrorInfo.class, EntrustException::new);
      case "wristband":
        return as(WristbandError.class, WristbandException::new);
      case "zitadel":
        return as(ZitadelStatus.class, ZitadelException::new);
      default:
        return as(RekeyProblem.class, ProblemException::new);
    }
  }

  private <B extends Model> ApiException as(Class<B> type, BiFunction<Refusal, B, ApiException> made) {
    B read = Json.read(text, type);
    body = read;
    return read == null ? new ApiException(this, null, null, requestId()) : made.apply(this, read);
  }
}
