import { createRequire } from "node:module";
import { createWristbandJwtValidator } from "@wristband/typescript-jwt";

const { WristbandM2MClient } = createRequire(import.meta.url)("@wristband/node-m2m-auth");

const { DOMAIN, CLIENT_ID, CLIENT_SECRET } = process.env;
const client = new WristbandM2MClient({ appDomain: DOMAIN, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
const validator = createWristbandJwtValidator({ wristbandApplicationVanityDomain: DOMAIN });

async function call(path, body) {
  const headers = { Authorization: `Bearer ${await client.getToken()}`, "Content-Type": "application/json" };
  return (await fetch(`https://${DOMAIN}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
}

const { isValid } = await validator.validate(await client.getToken());
const userId = "pzfyvzggsvb3lk4yyqh6l4xzse";
const { passwordResetCode } = await call("password-reset/create-password-reset-link", { userId });
const { result } = await call("password-reset/reset-password", { passwordResetCode, newPassword: "nine copper kettles" });
console.log(isValid, result);
