// How a program of a Wristband customer makes its clients. Only the domain is not the vendor's.
import { createRequire } from "node:module";
import { createWristbandJwtValidator } from "@wristband/typescript-jwt";

// Node cannot import the vendor's modules of this package, whose imports have no extension; it can require the package.
const { WristbandM2MClient } = createRequire(import.meta.url)("@wristband/node-m2m-auth");

export const domain = process.env.WRISTBAND_DOMAIN;

// program is a machine-to-machine client: portal, tenant (with the boundary of its tenant) or reader (with one permission).
export function program(name, secret) {
  const [clientId, clientSecret] = process.env[`WRISTBAND_${name.toUpperCase()}`].split(":");
  return new WristbandM2MClient({ appDomain: domain, clientId, clientSecret: secret ?? clientSecret });
}

export const validator = (of = domain) => createWristbandJwtValidator({ wristbandApplicationVanityDomain: of });

// rest calls the vendor's API, for whose other operations there is no package.
export async function rest(token, method, path, body) {
  const answer = await fetch(`https://${domain}${path}`, {
    method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: text && JSON.parse(text) };
}

// form posts to an OAuth endpoint as the client "portal".
export async function form(path, fields) {
  const answer = await fetch(`https://${domain}${path}`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(process.env.WRISTBAND_PORTAL)}` },
    body: new URLSearchParams(fields),
  });
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text) };
}
