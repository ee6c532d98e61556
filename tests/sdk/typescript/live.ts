import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  BoomiApiError,
  Client,
  Code,
  EntrustApiError,
  RekeyApiError,
  WristbandApiError,
  WristbandOAuthApiError,
  ZitadelApiError,
} from "@rekeyhq/rekey";
import type { ApiError, DebugRecord, RekeyEvent } from "@rekeyhq/rekey";
import { client, count, env, newPassword } from "./stage.js";

void describe("on the server", { concurrency: 8 }, () => {
  const nobody = "0192f0c1-0000-7000-8000-000000000000";
  const errors: [surface: string, call: () => Promise<unknown>, type: new (...a: never[]) => ApiError, code: string | undefined][] = [
    ["rekey", () => client.users.get({ userId: nobody }), RekeyApiError, Code.UserNotFound],
    ["boomi", () => client.boomi.resetPassword({ body: { key: nobody, password: newPassword, confirmPassword: newPassword } }), BoomiApiError, undefined],
    ["entrust", () => client.entrust.getUserPassword({ userid: nobody }), EntrustApiError, "user_not_found"],
    ["wristband", () => client.wristband.createPasswordResetLink({ body: { userId: nobody } }), WristbandApiError, "user_not_found"],
    ["wristband", () => client.wristband.getToken({ body: { grant_type: "guess" } }), WristbandOAuthApiError, "invalid_client"],
    ["zitadel", () => client.zitadel.passwordReset({ userId: nobody, body: {} }), ZitadelApiError, "5"],
  ];
  for (const [surface, call, type, code] of errors) {
    const row = count(surface, "TypeScript: errors typed");
    row.of++;
    void test(`errors are typed: ${type.name}`, async () => {
      await assert.rejects(call(), (e: unknown) => {
        assert.ok(e instanceof type);
        assert.ok(e.status >= 400 && e.details !== undefined);
        if (code !== undefined) assert.equal(e.code, code);
        return true;
      });
      row.done++;
    });
  }

  void test("pages, ETags, keys and streams", async () => {
    const records: DebugRecord[] = [];
    const own = new Client({ url: env("REKEY_URL"), token: env("REKEY_API_KEY"), debug: (r) => void records.push(r) });
    const tenant = await own.tenants.create({ body: { applicationId: env("REKEY_APPLICATION_ID"), name: "Pages, TypeScript" } });
    for (let i = 0; i < 5; i++) {
      const body = { tenantId: tenant.id, username: `user-${i}` };
      const once = { idempotencyKey: `${tenant.id}-${i}` };
      const first = await own.users.create({ body }, once);
      assert.equal((await own.users.create({ body }, once)).id, first.id);
    }
    const names: string[] = [];
    const query = { tenantId: tenant.id, limit: 2 };
    for await (const u of own.users.listAll({ query })) names.push(u.username);
    assert.deepEqual(names.sort(), ["user-0", "user-1", "user-2", "user-3", "user-4"]);
    assert.equal(records.filter((r) => r.operation === "rekeyListUsers").length, 3);
    for await (const _ of own.users.listAll({ query })) break;
    assert.equal(records.filter((r) => r.operation === "rekeyListUsers").length, 4);

    let ifMatch = "";
    await own.tenants.get({ tenantId: tenant.id }, { onAnswer: (a) => (ifMatch = a.etag ?? "") });
    const rename = { tenantId: tenant.id, body: { name: "Pages of TypeScript" } };
    await own.tenants.update(rename, { ifMatch });
    await assert.rejects(own.tenants.update(rename, { ifMatch }), (e: unknown) => e instanceof RekeyApiError && e.code === Code.VersionMismatch);

    const events: RekeyEvent[] = [];
    for await (const e of own.events.export({ query: { tenantId: tenant.id } })) events.push(e);
    assert.ok(events.length >= 6 && events.every((e) => typeof e.action === "string"));
    await assert.rejects(async () => {
      for await (const e of own.events.export({ query: { tenantId: "no-such" } })) assert.fail(e.id);
    }, RekeyApiError);
    assert.ok(!JSON.stringify(records).includes(env("REKEY_API_KEY")));
  });
});
