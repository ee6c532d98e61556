// A stub answers what the real server cannot be made to answer, such as values of a later
// version. Everything that the server does answer is tried on the server.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { inspect } from "node:util";
import { ApiError, Client, Code, ConnectionError, RekeyApiError, version } from "@rekeyhq/rekey";
import type { ClientOptions, DebugRecord } from "@rekeyhq/rekey";

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
const cuts: Reply = (request) => void request.socket.destroy();
const hangs: Reply = () => undefined;

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** One answer an attempt; the last one stays. */
async function stub(t: TestContext, replies: Reply[], options: Partial<ClientOptions> = {}): Promise<{ client: Client; seen: Seen[]; url: string }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      replies[Math.min(seen.length, replies.length) - 1]?.(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { client: new Client({ url, token: "rk_stub_secret", ...options }), seen, url };
}

const user = JSON.stringify({ id: "u1", username: "ada", source: "quantum", aLaterField: { x: [1] } });
const busy = JSON.stringify({ code: "unavailable", detail: "later", status: 503 });
const now = says(503, busy, { "retry-after": "0" });

void describe("the runtime", { concurrency: 8 }, () => {
  void test("what a later server answers survives", async (t) => {
    const { client } = await stub(t, [says(200, user)]);
    const u = await client.users.get({ userId: "u1" });
    assert.deepEqual((u as { aLaterField?: unknown }).aLaterField, { x: [1] });
    switch (u.source) {
      case "local":
        assert.fail();
      default: // the type knows that there may be more
        assert.equal(u.source, "quantum");
    }
    const later = await stub(t, [says(418, JSON.stringify({ code: "of_a_later_version", detail: "d", more: 1 }))]);
    await assert.rejects(later.client.users.get({ userId: "u1" }), (e: unknown) => {
      assert.ok(e instanceof RekeyApiError);
      assert.equal(e.code, "of_a_later_version");
      assert.equal(e.status, 418);
      return true;
    });
    const proxy = await stub(t, [says(502, "<html>bad gateway")], { retries: 0 });
    await assert.rejects(proxy.client.users.get({ userId: "u1" }), (e: unknown) => e instanceof ApiError && e.status === 502 && e.code === "");
  });

  const get = (c: Client): Promise<unknown> => c.users.get({ userId: "u1" });
  const create = (c: Client): Promise<unknown> => c.users.create({ body: { tenantId: "t1", username: "ada" } });
  const foreign = (c: Client): Promise<unknown> => c.boomi.forgotPassword({ body: {} });
  const cases: [name: string, call: (c: Client) => Promise<unknown>, replies: Reply[], attempts: number, fails: boolean][] = [
    ["reading, while busy", get, [now, now, says(200, user)], 3, false],
    ["reading, too many", get, [says(429, busy, { "retry-after": "0" }), says(200, user)], 2, false],
    ["reading, cut", get, [cuts, says(200, user)], 2, false],
    ["reading, a proxy is", get, [says(504, ""), says(200, user)], 2, false],
    ["reading, an end", get, [now], 4, true],
    ["reading, told to come back much later", get, [says(503, busy, { "retry-after": "3600" })], 1, true],
    ["reading, a fault", get, [says(500, busy)], 1, true],
    ["a change with a key, while busy", create, [now, says(201, user)], 2, false],
    ["a change with a key, cut", create, [cuts, cuts, says(201, user)], 3, false],
    ["a change with a key, refused", create, [says(409, busy)], 1, true],
    ["a change of another surface, while busy", foreign, [now], 1, true],
    ["a change of another surface, cut", foreign, [cuts], 1, true],
    ["a change of another surface, one too many", foreign, [says(429, "{}", { "retry-after": "0" })], 1, true],
  ];
  for (const [name, call, replies, attempts, fails] of cases) {
    void test(`only what is safe is repeated: ${name}`, async (t) => {
      const { client, seen } = await stub(t, replies);
      await (fails ? assert.rejects(call(client)) : call(client));
      assert.equal(seen.length, attempts);
      const keys = new Set(seen.map((s) => s.headers["idempotency-key"]));
      assert.equal(keys.size, 1);
      assert.equal([...keys][0] !== undefined, call === create);
      assert.equal(new Set(seen.map((s) => s.body)).size, 1);
    });
  }

  void test("Retry-After is obeyed, and told when it is not", async (t) => {
    const { client } = await stub(t, [says(503, busy, { "retry-after": "1" }), says(200, user)]);
    const began = performance.now();
    let attempts = 0;
    await client.users.get({ userId: "u1" }, { onAnswer: (a) => (attempts = a.attempts) });
    assert.equal(attempts, 2);
    assert.ok(performance.now() - began >= 1000);
    const later = await stub(t, [says(503, busy, { "retry-after": "120" })]);
    await assert.rejects(get(later.client), (e: unknown) => e instanceof RekeyApiError && e.retryAfter === 120 && e.code === Code.Unavailable);
  });

  void test("timeouts and signals end a call", async (t) => {
    const slowBody: Reply = (_, response) => void response.writeHead(200).flushHeaders();
    for (const reply of [hangs, slowBody]) {
      const { client } = await stub(t, [reply], { timeout: 50, retries: 1 });
      await assert.rejects(get(client), (e: unknown) => e instanceof ConnectionError && (e.cause as Error).name === "TimeoutError");
    }
    const user = new AbortController();
    const { client, seen } = await stub(t, [() => user.abort()]);
    await assert.rejects(client.users.get({ userId: "u1" }, { signal: user.signal }), ConnectionError);
    assert.equal(seen.length, 1);
    const waiting = await stub(t, [says(503, busy, { "retry-after": "30" })]);
    await assert.rejects(waiting.client.users.get({ userId: "u1" }, { signal: AbortSignal.timeout(50) }), ConnectionError);
  });

  void test("nothing secret is printed", async (t) => {
    const records: DebugRecord[] = [];
    const options = { debug: (r: DebugRecord) => void records.push(r), token: "hush-hush-4", retries: 0 };
    const answer = { accessToken: "hush-hush-1", refreshToken: "hush-hush-2", visible: "seen", later: { password: "hush-hush-3" } };
    const { client, seen } = await stub(t, [says(200, JSON.stringify(answer), { deprecation: "@1700000000", sunset: "Sun, 06 Nov 2033 08:49:37 GMT" })], options);
    const key = "hush-hush-5";
    await client.boomi.resetPassword({ body: { key, password: "hush-hush-6", confirmPassword: "hush-hush-6" } });
    await client.boomi.validatePasswordResetLink({ query: { key } });
    await client.wristband.getToken({ body: { grant_type: "x", client_secret: "hush-hush-7" } }, { clientCredentials: { id: "id", secret: "hush-hush-8" } });
    const printed: unknown[] = records;
    const refused = await stub(t, [says(400, JSON.stringify({ code: "the_code", ticket: "hush-hush-11", detail: "d" }))], options);
    const login = { username: "ada", password: "hush-hush-9", code: "hush-hush-10" };
    await refused.client.sessions.create({ body: login }).catch((e: unknown) => printed.push(inspect(e, { depth: 9 }), JSON.stringify(e)));
    const gone = await stub(t, [cuts], options);
    await gone.client.boomi.validatePasswordResetLink({ query: { key } }).catch((e: unknown) => printed.push(inspect(e, { depth: 9 })));
    const text = inspect(printed, { depth: 20, maxArrayLength: null, maxStringLength: null });
    for (const leak of ["hush-hush", "Basic ", "Bearer "]) assert.ok(!text.includes(leak), text);
    for (const told of ["seen", "the_code", "boomiResetPassword", "[redacted]", "2033"]) assert.ok(text.includes(told), told);
    assert.ok(seen[0]?.body.includes("hush-hush-6"));
    assert.equal(seen[0]?.headers["authorization"], "Bearer hush-hush-4");
  });

  void test("credentials go where they belong", async (t) => {
    const elsewhere = await stub(t, [says(200, user)]);
    const { client, seen } = await stub(t, [says(307, "", { location: elsewhere.url })], { userAgent: "shop/7" });
    await assert.rejects(get(client), (e: unknown) => e instanceof ApiError && e.status === 307);
    assert.equal(elsewhere.seen.length, 0);
    assert.equal(seen[0]?.headers["user-agent"], `shop/7 rekey-typescript/${version}`);
    await assert.rejects(client.boomi.authenticate({ body: { userName: "ada", password: "x" } }), ApiError);
    assert.equal(seen[1]?.headers["authorization"], undefined);
    for (const userId of ["", ".", ".."]) await assert.rejects(client.users.get({ userId }), TypeError);
    await assert.rejects(client.users.get({ userId: "a/b?c" }));
    assert.equal(seen[2]?.url, "/v1/users/a%2Fb%3Fc");
    for (const url of ["http://id.example.com", "ftp://x", "id.example.com", "https://u:p@x", "https://x?y=z", ""]) {
      assert.throws(() => new Client({ url }), TypeError, url);
    }
    assert.ok(new Client({ url: "http://id.example.com", insecureHttp: true }));
  });
});
