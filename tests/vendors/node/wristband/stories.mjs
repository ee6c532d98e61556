// What programs of Wristband's customers do, from getting a token to logging a user in.
import assert from "node:assert/strict";
import { domain, form, program, rest, validator } from "./clients.mjs";
import { another, application, hasAnother, known, later, logIn, mailed, password, somebody, tenant } from "./people.mjs";

// succeeds answers the body of a call of the vendor's API.
export async function succeeds(portal, method, path, body) {
  const answer = await rest(await portal.getToken(), method, path, body);
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

export const reset = (portal, proof, newPassword = another) =>
  succeeds(portal, "POST", "/api/v1/password-reset/reset-password", { ...proof, newPassword });

export const createLink = (portal, { userId }) => succeeds(portal, "POST", "/api/v1/password-reset/create-password-reset-link", { userId });

const askForMail = (portal, { tenantId, address: email }) =>
  succeeds(portal, "POST", "/api/v1/password-reset/request-password-reset", { applicationId: application, tenantId, email });

// creation is a request for an active user with a verified address.
export function creation(more = {}) {
  const { username, email } = somebody();
  return { tenantId: tenant, identityProviderName: "wristband", email, emailVerified: true, username, givenName: "Ada", status: "ACTIVE", ...more };
}

// usersOf a tenant or an application, for which a query holds.
const usersOf = (portal, path, query) => succeeds(portal, "GET", `/api/v1/${path}/users?query=${encodeURIComponent(query)}&count=2`);

export const stories = {
  async "find-user"(portal) {
    const { userId, address, username } = known();
    const user = await succeeds(portal, "GET", `/api/v1/users/${userId}`);
    assert.deepEqual([user.id, user.email, user.username, user.status], [userId, address, username, "ACTIVE"]);
    for (const path of [`tenants/${tenant}`, `applications/${application}`]) {
      const found = await usersOf(portal, path, `email eq "${address}"`);
      assert.deepEqual([found.totalResults, found.items.map((u) => u.id)], [1, [userId]]);
    }
    assert.equal((await usersOf(portal, `tenants/${tenant}`, 'email eq "nobody@example.com"')).totalResults, 0);
  },

  async "add-user"(portal) {
    const made = await succeeds(portal, "POST", "/api/v1/users", creation({ password: another }));
    assert.equal((await logIn(portal, made, another)).status, 201);
    const invited = await succeeds(portal, "POST", "/api/v1/users", creation());
    const { passwordResetCode } = await createLink(portal, { userId: invited.id });
    await reset(portal, { passwordResetCode });
    assert.equal((await logIn(portal, invited, another)).status, 201);
  },

  async "update-user"(portal) {
    const user = known();
    const change = (body) => succeeds(portal, "PATCH", `/api/v1/users/${user.userId}`, body);
    const { email } = somebody();
    const changed = await change({ givenName: "Daisy", familyName: null, email, emailVerified: true });
    assert.deepEqual([changed.givenName, changed.familyName, changed.email, changed.emailVerified], ["Daisy", null, email, true]);
    assert.equal((await change({ status: "INACTIVE" })).status, "INACTIVE");
    assert.equal((await logIn(portal, user)).status, 401);
    await change({ status: "ACTIVE" });
    assert.equal((await logIn(portal, user)).status, 201);
  },

  async "delete-user"(portal) {
    const { userId } = known();
    await succeeds(portal, "DELETE", `/api/v1/users/${userId}`);
    assert.equal((await rest(await portal.getToken(), "GET", `/api/v1/users/${userId}`)).status, 404);
  },

  async token() {
    const portal = program("portal");
    const token = await portal.getToken();
    assert.equal(await portal.getToken(), token);
    await later(899, async () => assert.equal(await portal.getToken(), token));
    const next = await later(901, () => portal.getToken());
    assert.notEqual(next, token);
    await portal.clearToken();
    assert.notEqual(await portal.getToken(), next);
    const first = program("portal");
    const both = await Promise.all([first.getToken(), first.getToken()]);
    assert.equal(both[0], both[1]);
  },

  async jwt(portal) {
    const { payload } = await validator().validate(await portal.getToken());
    assert.equal(payload.iss, `https://${domain}`);
    assert.ok(payload.exp > Date.now() / 1000);

    const { body } = await logIn(portal, known());
    const token = validator().extractBearerToken(`Bearer ${body.accessToken}`);
    const user = await validator().validate(token);
    assert.equal(user.isValid, true, user.errorMessage);
    assert.equal(user.payload.sub, body.session.userId);
  },

  async "create-link"(portal) {
    const user = known();
    const older = await createLink(portal, user);
    const { passwordResetCode, passwordResetLink } = await createLink(portal, user);
    assert.ok(passwordResetLink.includes(passwordResetCode));
    const { result } = await reset(portal, { passwordResetCode });
    assert.equal(result, "PASSWORD_RESET_SUCCESSFUL");
    await hasAnother(portal, user);
    await assert.rejects(reset(portal, { passwordResetCode: older.passwordResetCode }), /400/);
  },

  async "mailed-link"(portal) {
    const user = known();
    assert.deepEqual(await askForMail(portal, user), { requestCode: null });
    const emailAuthCode = await mailed(user.address, /reset\?key=([\w-]+)/);
    const told = await succeeds(portal, "POST", "/api/v1/password-reset/introspect-email-auth-code", { emailAuthCode });
    assert.equal(told.userId, user.userId);
    assert.equal(told.email, user.address);
    await reset(portal, { emailAuthCode, passwordResetCode: null, requestCode: null, verificationCode: null });
    await hasAnother(portal, user);
  },

  async "mailed-code"(portal) {
    const user = JSON.parse(process.env.WRISTBAND_OTP_USER);
    const { requestCode } = await askForMail(portal, user);
    const verificationCode = await mailed(user.address, /^\s*([0-9]{6})\s*$/m);
    const { result } = await succeeds(portal, "POST", "/api/v1/password-reset/verify-code", { requestCode, verificationCode });
    assert.equal(result, "CODE_VERIFIED");
    await reset(portal, { requestCode, verificationCode });
    await hasAnother(portal, user);
  },

  async "change-password"(portal) {
    const user = known();
    const { body } = await logIn(portal, user);
    const change = { userId: user.userId, currentPassword: password, newPassword: another };
    const { status, text } = await rest(body.accessToken, "POST", "/api/v1/change-password", change);
    assert.deepEqual({ status, text }, { status: 200, text: "" });
    await hasAnother(portal, user);
    assert.equal((await form("/api/v1/oauth2/token", { grant_type: "refresh_token", refresh_token: body.refreshToken })).status, 400);
  },

  async refresh(portal) {
    const { body } = await logIn(portal, known());
    const renewed = await form("/api/v1/oauth2/token", { grant_type: "refresh_token", refresh_token: body.refreshToken });
    assert.equal(renewed.status, 200, JSON.stringify(renewed.body));
    assert.equal(typeof renewed.body.expires_in, "number");
    assert.equal((await validator().validate(renewed.body.access_token)).payload.sub, body.session.userId);
    assert.equal((await form("/api/v1/oauth2/revoke", { token: renewed.body.refresh_token })).status, 200);
    const refused = await form("/api/v1/oauth2/token", { grant_type: "refresh_token", refresh_token: renewed.body.refresh_token });
    assert.equal(refused.body.error, "invalid_grant");
  },

  async "end-sessions"(portal) {
    const user = known();
    const { body } = await logIn(portal, user);
    await succeeds(portal, "DELETE", `/api/v1/users/${user.userId}/auth-sessions`);
    const refused = await form("/api/v1/oauth2/token", { grant_type: "refresh_token", refresh_token: body.refreshToken });
    assert.deepEqual([refused.status, refused.body.error], [400, "invalid_grant"]);
    const again = await logIn(portal, user);
    await succeeds(portal, "POST", `/api/v1/refresh-tokens/${again.body.refreshTokenId}/revoke`);
    assert.equal((await form("/api/v1/oauth2/token", { grant_type: "refresh_token", refresh_token: again.body.refreshToken })).status, 400);
  },
};
