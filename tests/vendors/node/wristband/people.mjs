// What the stories have in common: a user to begin with, his login, the mailbox, and a clock that can be moved.
import assert from "node:assert/strict";
import { rest } from "./clients.mjs";

export const password = process.env.WRISTBAND_PASSWORD;
export const another = "Seven quiet rivers, 4 bends";
export const application = process.env.WRISTBAND_APPLICATION_ID;
export const tenant = process.env.WRISTBAND_TENANT_ID;
const imported = JSON.parse(process.env.WRISTBAND_USERS);

// known is a user who was imported: he has the id of 26 characters that the vendor gave him, a password and a verified address.
export const known = () => imported.shift();

let made = 0;

// somebody is a user who does not exist yet.
export function somebody() {
  const username = `${process.env.WRISTBAND_PREFIX}-${process.pid}-${(made += 1)}`;
  return { username, email: `${username}@example.com` };
}

// logIn is how the customer's program logs a user in: by the native API, as the guide says.
export const logIn = async (portal, { tenantId, username }, secret = password) =>
  rest(await portal.getToken(), "POST", "/v1/sessions", { tenantId, username, password: secret });

// hasAnother tells that the new password is the user's, and the old one is not.
export async function hasAnother(portal, user) {
  assert.equal((await logIn(portal, user, another)).status, 201);
  assert.equal((await logIn(portal, user)).status, 401);
}

// mailed waits for a mail to the address, and returns what the pattern finds in its text.
export async function mailed(address, pattern) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const mails = await (await fetch(process.env.WRISTBAND_MAILBOX)).json();
    for (const mail of mails.filter((m) => m.to === address).reverse()) {
      const found = mail.text.match(pattern);
      if (found) return found[1];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} got no mail with ${pattern}`);
}

// later does something on a clock that is ahead.
export async function later(seconds, what) {
  const now = Date.now;
  Date.now = () => now() + seconds * 1000;
  try {
    return await what();
  } finally {
    Date.now = now;
  }
}
