import assert from "node:assert/strict";
import { after, test } from "node:test";
import { writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Client, version } from "@rekeyhq/rekey";
import type { RekeyLoggedIn, RekeyUserCreation } from "@rekeyhq/rekey";

export const firstPassword = "a lantern over the old harbour";
export const newPassword = "seven quiet rivers run north";
export const lastPassword = "nine copper kettles in a row";

export function env(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; run make sdk/typescript, or tests/with-demo.sh`);
  return value;
}

export const client = new Client({ url: env("REKEY_URL"), token: env("REKEY_API_KEY") });

export interface Person {
  id: string;
  name: string;
  email: string;
  tenantId: string;
}

let made = 0;

/** A user of one test alone, without a password. */
export async function person(more: Partial<RekeyUserCreation> = {}): Promise<Person> {
  const name = `ts-${Date.now()}-${process.pid}-${++made}`;
  const email = `${name}@example.com`;
  const tenantId = more.tenantId ?? env("REKEY_TENANT_ID");
  const user = await client.users.create({ body: { tenantId, username: name, emails: [{ address: email, verified: true }], ...more } });
  return { id: user.id, name, email, tenantId };
}

/** One with a password. */
export async function ada(more: Partial<RekeyUserCreation> = {}): Promise<Person> {
  const p = await person(more);
  await client.passwords.set({ userId: p.id, body: { password: firstPassword } });
  return p;
}

/** A tenant that mails codes in place of links. */
export async function otpTenant(): Promise<string> {
  const tenant = await client.tenants.create({ body: { applicationId: env("REKEY_APPLICATION_ID"), name: `Codes by mail, TypeScript ${++made}` } });
  await client.tenants.replacePolicy({ tenantId: tenant.id, body: { rules: { resetBy: "otp" } } });
  return tenant.id;
}

/** Waits for a mail to a person and gives the match of a pattern in it. */
export async function mailed(p: Person, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const answer = await fetch(`${env("REKEY_URL")}/dev/mailbox.json`);
    const mails = (await answer.json()) as { to: string; text: string }[];
    for (const mail of mails) {
      const found = mail.to === p.email ? pattern.exec(mail.text)?.[1] : undefined;
      if (found !== undefined) return found;
    }
    await wait(50);
  }
  assert.fail(`no mail to ${p.email} has ${pattern}`);
}

/** Requires that this password opens a session and the first one no longer does. */
export async function logsIn(p: Person, password: string): Promise<RekeyLoggedIn> {
  const { tenantId, name: username } = p;
  await assert.rejects(client.sessions.create({ body: { tenantId, username, password: firstPassword } }));
  const login = await client.sessions.create({ body: { tenantId, username, password } });
  assert.equal(login.session.userId, p.id);
  return login;
}

type Row = { surface: string; label: string; done: number; of: number };
const rows: Row[] = [];

export function count(surface: string, label: string, of = 0): Row {
  let row = rows.find((r) => r.surface === surface && r.label === label);
  if (!row) rows.push((row = { surface, label, done: 0, of }));
  return row;
}

/** Tests one way to a new password, which must end with a login. */
export function path(surface: string, name: string, drive: () => Promise<[Person, string]>): void {
  const row = count(surface, "TypeScript: reset paths driven");
  row.of++;
  void test(`${surface}: ${name}`, async () => {
    await logsIn(...(await drive()));
    row.done++;
  });
}

export function report(name: string | undefined): void {
  after(() => {
    if (name === undefined) return;
    rows.sort((a, b) => (a.label + a.surface < b.label + b.surface ? -1 : 1));
    const notes = [`version ${version}`, `Node ${process.version}`];
    writeFileSync(name, `${JSON.stringify({ title: "SDK for TypeScript", command: "make sdk/typescript", rows, notes }, null, 2)}\n`);
  });
}
