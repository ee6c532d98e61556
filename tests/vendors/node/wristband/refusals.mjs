// What the vendor, its packages and Rekey refuse, and how the program is told so.
import assert from "node:assert/strict";
import { domain, program, rest, validator } from "./clients.mjs";
import { another, known, later, logIn } from "./people.mjs";
import { createLink, creation, reset } from "./stories.mjs";

const refused = "refused";
const link = "/api/v1/password-reset/create-password-reset-link";
const nobody = "pzfyvzggsvb3lk4yyqh6l4xzse";

// refusedWith expects the vendor's error, and maybe a code of a violation on a member.
async function refusedWith(status, code, token, path, body, [member, violation] = []) {
  const answer = await rest(token, "POST", path, body);
  assert.deepEqual([answer.status, answer.body.code], [status, code], answer.text);
  assert.match(answer.body.ticket, /^[a-z0-9]{26}$/);
  if (member) assert.ok(answer.body.violations[member].some((v) => v.code === violation), answer.text);
}

async function notValid(token, why, of) {
  const { isValid, errorMessage } = await validator(of).validate(token);
  assert.equal(isValid, false);
  assert.match(errorMessage, why);
}

const part = (of) => Buffer.from(JSON.stringify(of)).toString("base64url");

export const refusals = {
  async "wrong-secret"() {
    await assert.rejects(program("portal", "wrong").getToken(), { message: "Failed to acquire a new access token" });
    return refused;
  },

  async "jwt-expired"(portal) {
    const token = await portal.getToken();
    await later(901, () => notValid(token, /expired/));
    return refused;
  },

  async "jwt-forged"(portal) {
    const [header, payload, signature] = (await portal.getToken()).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url"));
    const head = JSON.parse(Buffer.from(header, "base64url"));
    await notValid([header, part({ ...claims, sub: nobody }), signature].join("."), /signature/i);
    await notValid([part({ ...head, kid: "unknown" }), payload, signature].join("."), /signing key/i);
    await notValid([part({ ...head, alg: "none" }), payload, ""].join("."), /not allowed/);
    await notValid([part({ ...head, alg: "HS256" }), payload, signature].join("."), /not allowed/);
    await refusedWith(401, "unauthorized", [header, part({ ...claims, sub: nobody }), signature].join("."), link, { userId: nobody });
    return refused;
  },

  async "jwt-other-issuer"(portal) {
    const token = await portal.getToken();
    await notValid(token, new RegExp(`Expected https://${process.env.WRISTBAND_OTHER_DOMAIN}, got https://${domain}`), process.env.WRISTBAND_OTHER_DOMAIN);
    await notValid(process.env.WRISTBAND_OTHER_TOKEN, /Invalid issuer/);
    await refusedWith(401, "unauthorized", process.env.WRISTBAND_OTHER_TOKEN, link, { userId: nobody });
    return refused;
  },

  async "used-code"(portal) {
    const { passwordResetCode } = await createLink(portal, known());
    await reset(portal, { passwordResetCode });
    const again = { passwordResetCode, newPassword: "Nine grey kites, 7 winds" };
    const token = await portal.getToken();
    await refusedWith(400, "message_body_constraint_violations", token, "/api/v1/password-reset/reset-password", again, ["passwordResetCode", "invalid_password_reset_code"]);
    return refused;
  },

  async "weak-password"(portal) {
    const { passwordResetCode } = await createLink(portal, known());
    const weak = { passwordResetCode, newPassword: "short" };
    const token = await portal.getToken();
    await refusedWith(400, "message_body_constraint_violations", token, "/api/v1/password-reset/reset-password", weak, ["newPassword", "too_short"]);
    await reset(portal, { passwordResetCode });
    return refused;
  },

  async "wrong-password"(portal) {
    const user = known();
    const { body } = await logIn(portal, user);
    const change = { userId: user.userId, currentPassword: "not this one", newPassword: another };
    await refusedWith(400, "message_body_constraint_violations", body.accessToken, "/api/v1/change-password", change, ["currentPassword", "invalid_current_password"]);
    return refused;
  },

  async "unknown-user"(portal) {
    await refusedWith(404, "user_not_found", await portal.getToken(), link, { userId: nobody });
    return refused;
  },

  async "taken-email"(portal) {
    const body = creation({ email: known().address });
    await refusedWith(400, "message_body_constraint_violations", await portal.getToken(), "/api/v1/users", body, ["email", "not_unique"]);
    return refused;
  },

  async "no-token"() {
    await refusedWith(401, "unauthorized", undefined, link, { userId: nobody });
    await refusedWith(401, "unauthorized", "unknown", link, { userId: nobody });
    return refused;
  },

  async forbidden() {
    const { userId } = known();
    await refusedWith(403, "forbidden", await program("reader").getToken(), link, { userId });
    const tenant = await program("tenant").getToken();
    assert.equal((await rest(tenant, "POST", link, { userId })).status, 200);
    const reset = { passwordResetCode: "unknown", newPassword: another };
    await refusedWith(403, "forbidden", tenant, "/api/v1/password-reset/reset-password", reset);
    return refused;
  },

  async "some-fields"(portal) {
    const answer = await rest(await portal.getToken(), "GET", `/api/v1/users/${known().userId}?fields=id,email`);
    assert.deepEqual([answer.status, answer.body.code], [501, "not_implemented"]);
    return "not offered";
  },

  async "invite-existing"(portal) {
    const { userId } = known();
    const { status, body } = await rest(await portal.getToken(), "POST", "/api/v1/existing-user-invitation/invite-user", { userId });
    assert.deepEqual([status, body.code], [501, "not_implemented"]);
    return "not offered";
  },

  async "login-pages"(portal) {
    const token = await portal.getToken();
    const [clientId] = process.env.WRISTBAND_PORTAL.split(":");
    for (const [path, code] of [
      ["/api/v1/oauth2/authorize", "error_description"], ["/api/v1/oauth2/userinfo", "error_description"], ["/api/v1/logout", "message"],
      [`/api/v1/clients/${clientId}/sdk-configuration`, "message"],
    ]) {
      const answer = await rest(token, "GET", path);
      assert.equal(answer.status, 501, `${path}: ${answer.text}`);
      assert.match(answer.body[code], /does not serve this call\. .*\/v1\//, answer.text);
    }
    return "not offered";
  },
};
