// What the stories have in common: the client, users to begin with, their links and mails.
import assert from "node:assert/strict";

const clients = `${process.env.BOOMI_CLIENTS}/boomi-contract/built`;
export const boomi = await import(`${clients}/index.mjs`);
const { client } = await import(`${clients}/client.gen.mjs`);

// The client as the generator's guide says: a base URL, and an API key for the scheme ApiKey.
client.setConfig({ baseUrl: process.env.BOOMI_URL });
export const withKey = (key) => (scheme) => (scheme.type === "apiKey" ? key : undefined);
export const auth = withKey(process.env.BOOMI_API_KEY);
export const asUser = (token) => (scheme) => (scheme.scheme === "bearer" ? token : undefined);

export const password = process.env.BOOMI_PASSWORD;
export const another = "seven quiet rivers run north";
const people = JSON.parse(process.env.BOOMI_PEOPLE);

// known is a user who was imported: a member with a password, a newcomer without one, or one with a second factor.
export const known = (kind = "members") => people[kind].shift();

let made = 0;

// somebody is a user who does not exist yet.
export function somebody() {
  const username = `${process.env.BOOMI_PREFIX}-${process.pid}-${(made += 1)}`;
  return { username, address: `${username}@example.com` };
}

// mailed waits for a mail to the address, and returns what the pattern finds in its text; not what was found before.
export async function mailed(address, pattern, before) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const mails = await (await fetch(`${process.env.BOOMI_URL}/dev/mailbox.json`)).json();
    for (const mail of mails.filter((m) => m.to === address).reverse()) {
      const found = mail.text.match(pattern);
      if (found && found[1] !== before) return found[1];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} got no mail with ${pattern}`);
}

export async function resetKey(user) {
  assert.equal((await boomi.forgotPassword({ auth, body: { username: user.username } })).response.status, 200);
  return mailed(user.address, /\/reset\?key=([0-9a-f-]{36})/);
}

// native calls the native API, as the customer's own server does for what the vendor's has not.
export async function native(method, path, body) {
  const headers = { Authorization: `Bearer ${process.env.BOOMI_API_KEY}`, "Content-Type": "application/json" };
  const answer = await fetch(process.env.BOOMI_URL + path, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

const nativeId = async ({ username }) => (await native("GET", `/v1/users?username=${username}`)).items[0].id;

export const lock = async (user) => native("PATCH", `/v1/users/${await nativeId(user)}`, { locked: true });

export async function setKey(user) {
  const link = { userId: await nativeId(user), purpose: "set", medium: "link", form: "key", deliver: "return" };
  return (await native("POST", "/v1/tickets", link)).proof.key;
}

export const logIn = (user, secret, oneTimePasscode) =>
  boomi.authenticate({ body: { userName: user.username, password: secret, oneTimePasscode } });

export async function hasPassword(user, secret) {
  const { data, error } = await logIn(user, secret);
  assert.ok(data?.accessToken, JSON.stringify(error));
}

export function refused(answer, status) {
  assert.equal(answer.response.status, status, JSON.stringify(answer.error ?? answer.data));
  assert.equal(answer.error.status, status);
  return "refused";
}
