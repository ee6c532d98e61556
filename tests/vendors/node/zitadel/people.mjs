// What the stories have in common: a user to begin with, the mailbox, and an authenticator app.
import { createHmac } from "node:crypto";

export const password = process.env.ZITADEL_PASSWORD;
export const another = "Seven quiet rivers, 4 bends";
const mailbox = process.env.ZITADEL_MAILBOX;
const imported = JSON.parse(process.env.ZITADEL_USERS);
let made = 0;

// somebody is a user who does not exist yet.
export function somebody() {
  made += 1;
  const name = `${process.env.ZITADEL_PREFIX}-${process.pid}-${made}`;
  return { username: name, address: `${name}@example.com` };
}

// known is a user who was imported: he has the id of 18 digits that the vendor gave him, a password and a verified address.
export function known() {
  return imported.shift();
}

// added is a new user with a password and a verified address.
export async function added(users, more = {}) {
  const { username, address } = somebody();
  const { userId } = await users.addHumanUser({
    username,
    organization: { org: { case: "orgId", value: process.env.ZITADEL_ORG } },
    profile: { givenName: "Minnie", familyName: "Mouse" },
    email: { email: address, verification: { case: "isVerified", value: true } },
    passwordType: { case: "password", value: { password, changeRequired: false } },
    ...more,
  });
  return { userId, username, address };
}

// mailed waits for a mail to the address, and returns what the pattern finds in its text.
export async function mailed(address, pattern) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const mails = await (await fetch(mailbox)).json();
    for (const mail of mails.filter((m) => m.to === address).reverse()) {
      const found = mail.text.match(pattern);
      if (found) return found[1];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} got no mail with ${pattern}`);
}

// link of a mail, as the user's browser would open it.
export async function link(address, path) {
  return new URL(await mailed(address, new RegExp(`(https://app\\.example\\.com${path}\\?\\S+)`)));
}

// totp is the code of an authenticator app (RFC 6238) for a secret in base32.
export function totp(secret) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac.at(-1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
