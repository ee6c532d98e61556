import { hide, hideText } from "./debug.js";
import { ConnectionError, failed, reason } from "./errors.js";
import { version } from "./facts.gen.js";
import type { Operation } from "./facts.gen.js";
import { pause, retryAfter, sleep } from "./retry.js";

export interface ClientOptions {
  /** For instance https://id.example.com. */
  url: string;
  /** An API key, an access token or a session token, sent with every operation that takes one. */
  token?: string;
  /** An OAuth client, sent with the operations that take one. */
  clientCredentials?: { id: string; secret: string };
  /** Milliseconds for each attempt; the default is 30,000. */
  timeout?: number;
  /** The maximum number of repetitions of a call; the default is 3. */
  retries?: number;
  /** Put in front of the SDK's own User-Agent. */
  userAgent?: string;
  /** Called for each attempt, without any secret. */
  debug?: (record: DebugRecord) => void;
  /** Used instead of the global fetch. */
  fetch?: typeof fetch;
  /** Allows an address that begins with http and is not this machine's. */
  insecureHttp?: boolean;
}

export interface CallOptions {
  /** Ends the call with all its attempts. */
  signal?: AbortSignal;
  timeout?: number;
  retries?: number;
  token?: string;
  clientCredentials?: { id: string; secret: string };
  /** Replaces the key that an operation of the native surface is sent with. */
  idempotencyKey?: string;
  /** Only if the object still has this ETag. */
  ifMatch?: string;
  /** Gets the parts of the answer besides the value. */
  onAnswer?: (answer: Answer) => void;
}

export interface Answer {
  status: number;
  headers: Headers;
  requestId: string;
  etag: string | undefined;
  attempts: number;
}

/** One attempt. Secrets are replaced by [redacted]. */
export interface DebugRecord {
  operation: string;
  method: string;
  path: string;
  query: unknown;
  request: unknown;
  attempt: number;
  milliseconds: number;
  /** None if no answer came. */
  status?: number;
  requestId?: string;
  headers?: Record<string, string>;
  answer?: unknown;
  lost?: string;
  /** The operation is deprecated: the date of its Sunset, or of its Deprecation. */
  deprecated?: string;
}

/** The parameters of the path by their names, the query and the body. */
type Input = object & { query?: object; body?: unknown };

const shownHeaders = ["content-type", "etag", "retry-after", "ratelimit", "location", "deprecation", "sunset"];
const stream = "application/x-ndjson";

/** One answer, with the end of its attempt. */
interface Reached {
  response: Response;
  attempts: number;
  record: DebugRecord;
  done: () => void;
}

/** Makes calls: credentials, timeouts, retries, errors, debugging. */
export class Transport {
  readonly #base: string;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    const u = new URL(options.url);
    if (!/^https?:$/.test(u.protocol) || u.username || u.password || u.search || u.hash) {
      throw new TypeError("url must be like https://id.example.com");
    }
    // Credentials and passwords must not travel in clear (CWE-319).
    const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(u.hostname);
    if (u.protocol === "http:" && !here && !options.insecureHttp) {
      throw new TypeError(`${u.host} would be called without TLS; use https, or insecureHttp`);
    }
    this.#base = u.href.replace(/\/+$/, "");
    this.#options = options;
  }

  async call<T>(operation: Operation, input: Input | undefined, options: CallOptions = {}): Promise<T> {
    const reached = await this.#reach(operation, input, options);
    try {
      const text = await this.#read(operation, reached);
      if (!reached.response.ok) throw failed(operation, reached.response, text, retryAfter(reached.response.headers));
      if (operation.accepts === undefined) return undefined as T;
      try {
        return JSON.parse(text) as T;
      } catch (cause) {
        throw new SyntaxError(`${operation.id}: the answer (status ${reached.response.status}) is not JSON`, { cause });
      }
    } finally {
      reached.done();
    }
  }

  /** An answer of one JSON value a line. The time for an attempt ends with its headers. */
  async *lines<T>(operation: Operation, input: Input | undefined, options: CallOptions = {}): AsyncGenerator<T> {
    const reached = await this.#reach(operation, input, options);
    try {
      const { response } = reached;
      if (!response.ok) throw failed(operation, response, await this.#read(operation, reached), retryAfter(response.headers));
      this.#options.debug?.(reached.record);
      const decoder = new TextDecoder();
      let rest = "";
      for await (const chunk of response.body ?? []) {
        const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
        rest = parts.pop() ?? "";
        for (const line of parts) if (line !== "") yield JSON.parse(line) as T;
      }
      if (rest.trim() !== "") yield JSON.parse(rest) as T;
    } finally {
      reached.done();
    }
  }

  /** The items of all pages of a list. */
  async *pages<T>(operation: Operation, input: Input | undefined, options?: CallOptions): AsyncGenerator<T> {
    let page: { items: T[]; nextCursor?: string } | undefined;
    do {
      const next = page?.nextCursor ? { cursor: page.nextCursor } : {};
      page = await this.call<{ items: T[]; nextCursor?: string }>(operation, { ...input, query: { ...input?.query, ...next } }, options);
      yield* page.items;
    } while (page.nextCursor);
  }

  async #read(operation: Operation, { response, attempts, record }: Reached): Promise<string> {
    try {
      const text = await response.text();
      this.#options.debug?.({ ...record, answer: hideText(operation.surface, text, response.status) });
      return text;
    } catch (cause) {
      throw new ConnectionError(operation.id, attempts, cause);
    }
  }

  /**
   * Makes a call, and repeats it while that is useful and safe: reading is
   * harmless, and a change with an Idempotency-Key is done once however often it arrives.
   */
  async #reach(operation: Operation, input: Input | undefined, options: CallOptions): Promise<Reached> {
    const target = this.#target(operation, input);
    const init = this.#init(operation, input, options);
    const retries = options.retries ?? this.#options.retries ?? 3;
    const safe = operation.method === "GET" || operation.idempotent;
    for (let n = 1; ; n++) {
      let reached: Reached | undefined;
      let lost: unknown;
      try {
        reached = await this.#attempt(operation, input, target, init, options, n);
      } catch (error) {
        lost = error;
      }
      const wait = options.signal?.aborted ? undefined : pause(n, reached?.response);
      if (wait === undefined || n > retries || !safe) {
        if (!reached) throw new ConnectionError(operation.id, n, lost);
        const { response } = reached;
        options.onAnswer?.({
          status: response.status,
          headers: response.headers,
          requestId: response.headers.get("x-request-id") ?? "",
          etag: response.headers.get("etag") ?? undefined,
          attempts: n,
        });
        return reached;
      }
      if (reached) {
        this.#options.debug?.(reached.record);
        await reached.response.body?.cancel().catch(() => undefined);
        reached.done();
      }
      try {
        await sleep(wait, options.signal);
      } catch (cause) {
        throw new ConnectionError(operation.id, n, cause);
      }
    }
  }

  async #attempt(
    operation: Operation,
    input: Input | undefined,
    target: string,
    init: RequestInit,
    options: CallOptions,
    attempt: number,
  ): Promise<Reached> {
    const timeout = options.timeout ?? this.#options.timeout ?? 30_000;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new DOMException(`no answer within ${timeout} ms`, "TimeoutError")), timeout);
    const done = (): void => clearTimeout(timer);
    const began = performance.now();
    const record: DebugRecord = {
      operation: operation.id,
      method: operation.method,
      path: operation.path,
      query: hide(operation.surface, input?.query),
      request: hide(operation.surface, input?.body),
      attempt,
      milliseconds: 0,
    };
    try {
      const signal = options.signal ? AbortSignal.any([options.signal, late.signal]) : late.signal;
      const response = await (this.#options.fetch ?? fetch)(target, { ...init, signal });
      if (operation.accepts === stream) done();
      const deprecated = response.headers.get("sunset") ?? response.headers.get("deprecation");
      return {
        response,
        attempts: attempt,
        done,
        record: {
          ...record,
          milliseconds: Math.round(performance.now() - began),
          status: response.status,
          requestId: response.headers.get("x-request-id") ?? "",
          headers: Object.fromEntries(shownHeaders.flatMap((h) => (response.headers.has(h) ? [[h, response.headers.get(h) ?? ""]] : []))),
          ...(deprecated === null ? {} : { deprecated }),
        },
      };
    } catch (error) {
      done();
      this.#options.debug?.({ ...record, milliseconds: Math.round(performance.now() - began), lost: reason(error) });
      throw error;
    }
  }

  #target(operation: Operation, input: Input | undefined): string {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String((input as Record<string, unknown> | undefined)?.[name] ?? "");
      if (value === "" || value === "." || value === "..") {
        throw new TypeError(`${operation.id}: ${name} is empty or not a name`); // would name another path
      }
      return encodeURIComponent(value);
    });
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries<unknown>({ ...input?.query })) {
      if (value !== undefined && value !== null) query.append(name, String(value));
    }
    return this.#base + path + (query.size > 0 ? `?${query}` : "");
  }

  #init(operation: Operation, input: Input | undefined, options: CallOptions): RequestInit {
    const own = this.#options;
    const headers = new Headers({
      accept: `${operation.accepts ?? "application/json"}, application/problem+json;q=0.9, application/json;q=0.8`,
      "user-agent": `${own.userAgent ? `${own.userAgent} ` : ""}rekey-typescript/${version}`,
    });
    if (operation.idempotent) headers.set("idempotency-key", options.idempotencyKey ?? crypto.randomUUID());
    if (options.ifMatch !== undefined) headers.set("if-match", options.ifMatch);
    const token = options.token ?? own.token;
    const basic = options.clientCredentials ?? own.clientCredentials;
    if (operation.bearer && token) headers.set("authorization", `Bearer ${token}`);
    else if (!operation.bearer && basic) {
      // RFC 6749, section 2.3.1
      headers.set("authorization", `Basic ${btoa(`${encodeURIComponent(basic.id)}:${encodeURIComponent(basic.secret)}`)}`);
    }
    // A redirect is not followed: credentials go where they were sent.
    const init: RequestInit = { method: operation.method, headers, redirect: "manual" };
    if (input?.body !== undefined && operation.sends) {
      headers.set("content-type", operation.sends);
      init.body =
        operation.sends === "application/x-www-form-urlencoded"
          ? new URLSearchParams(Object.entries(input.body as Record<string, unknown>).map(([k, v]) => [k, String(v)])).toString()
          : JSON.stringify(input.body);
    }
    return init;
  }
}
