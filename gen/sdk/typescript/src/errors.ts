import type { Code, Operation, Schemas } from "./facts.gen.js";

/** What every failed call has in common. */
export interface Failure {
  operation: string;
  status: number;
  /** In the words of the surface. */
  code: Code;
  message: string;
  requestId: string;
  /** Seconds, if the service said when to come back. */
  retryAfter: number | undefined;
  headers: Headers;
}

/**
 * An answer that is not a success. Its subclasses have the error of their surface as `details`.
 *
 * `details` and `headers` may hold secrets, such as the ticket of a challenge; they are not
 * enumerable, so that nothing prints them by accident.
 */
export class ApiError<Details = unknown> extends Error {
  override readonly name: string = "ApiError";
  readonly operation: string;
  readonly status: number;
  readonly code: Code;
  readonly requestId: string;
  readonly retryAfter: number | undefined;
  declare readonly headers: Headers;
  declare readonly details: Details;

  constructor(failure: Failure, details: Details) {
    const { operation, status, code, requestId, headers } = failure;
    const request = requestId ? ` (request ${requestId})` : "";
    super(`${operation}: status ${status}${code ? ` ${code}` : ""}${failure.message ? `: ${failure.message}` : ""}${request}`);
    this.operation = operation;
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = failure.retryAfter;
    Object.defineProperty(this, "headers", { value: headers });
    Object.defineProperty(this, "details", { value: details });
  }
}

/** A problem (RFC 9457) of the native surface; `code` is one of `Code`. */
export class RekeyApiError extends ApiError<Schemas["rekeyProblem"]> {
  override readonly name = "RekeyApiError";
}

export class BoomiApiError extends ApiError<Schemas["boomiProblemDetails"]> {
  override readonly name = "BoomiApiError";
}

/** A login needs its second factor. */
export class BoomiSecondFactorError extends ApiError<Schemas["boomiMfaChallenge"]> {
  override readonly name = "BoomiSecondFactorError";
}

export class EntrustApiError extends ApiError<Schemas["entrustErrorInfo"]> {
  override readonly name = "EntrustApiError";
}

export class WristbandApiError extends ApiError<Schemas["wristbandError"]> {
  override readonly name = "WristbandApiError";
}

/** An error of the OAuth endpoints (RFC 6749, section 5.2). */
export class WristbandOAuthApiError extends ApiError<Schemas["wristbandOAuthError"]> {
  override readonly name = "WristbandOAuthApiError";
}

/** An error of the token endpoint (RFC 6749, section 5.2). */
export class ZitadelOAuthApiError extends ApiError<Schemas["zitadelOAuthError"]> {
  override readonly name = "ZitadelOAuthApiError";
}

export class ZitadelApiError extends ApiError<Schemas["zitadelStatus"]> {
  override readonly name = "ZitadelApiError";
}

/**
 * No answer came; `cause` says why. A change of a surface without an Idempotency-Key may
 * still have been made.
 */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  constructor(
    readonly operation: string,
    readonly attempts: number,
    cause: unknown,
  ) {
    super(`${operation}: no answer after ${attempts} attempt${attempts === 1 ? "" : "s"}: ${reason(cause)}`, { cause });
  }
}

/** The text of a failed connection; undici keeps the cause of "fetch failed" inside. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}

type Shape = Schemas[Operation["errors"]["default"]];
type Told = { class: new (f: Failure, d: never) => ApiError; tell: (d: Record<string, unknown>) => [code: unknown, message: unknown] };

/** How each surface says what went wrong. */
const told: Partial<Record<keyof Schemas, Told>> = {
  rekeyProblem: { class: RekeyApiError, tell: (d) => [d["code"], d["detail"]] },
  boomiProblemDetails: { class: BoomiApiError, tell: (d) => [String(d["type"]).replace(/^urn:rekey:fault:/, ""), d["detail"]] },
  boomiMfaChallenge: { class: BoomiSecondFactorError, tell: (d) => ["second_factor_required", d["message"]] },
  entrustErrorInfo: { class: EntrustApiError, tell: (d) => [d["errorCode"], d["errorMessage"]] },
  wristbandError: { class: WristbandApiError, tell: (d) => [d["code"], d["message"]] },
  wristbandOAuthError: { class: WristbandOAuthApiError, tell: (d) => [d["error"], d["error_description"]] },
  zitadelOAuthError: { class: ZitadelOAuthApiError, tell: (d) => [d["error"], d["error_description"]] },
  zitadelStatus: { class: ZitadelApiError, tell: (d) => [d["code"], d["message"]] },
};

export function failed(operation: Operation, answer: Response, text: string, retryAfter: number | undefined): ApiError {
  const failure: Failure = {
    operation: operation.id,
    status: answer.status,
    code: "",
    message: answer.statusText,
    requestId: answer.headers.get("x-request-id") ?? "",
    retryAfter,
    headers: answer.headers,
  };
  const how = told[operation.errors[answer.status] ?? operation.errors.default];
  let details: unknown;
  try {
    details = JSON.parse(text);
  } catch {
    return new ApiError(failure, undefined); // for instance a proxy's page
  }
  if (!how || typeof details !== "object" || details === null) return new ApiError(failure, details);
  const [code, message] = how.tell(details as Record<string, unknown>);
  if (code === undefined || code === "undefined") return new ApiError(failure, details);
  failure.code = String(code);
  failure.message = typeof message === "string" ? message : answer.statusText;
  return new how.class(failure, details as Shape as never);
}
