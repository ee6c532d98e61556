// What programs of Boomi's customers do, from an invitation to a login, and what is refused.
import assert from "node:assert/strict";
import { another, asUser, auth, boomi, hasPassword, known, logIn, mailed, password, refused, resetKey, setKey, withKey } from "./people.mjs";

const model = (key, secret = another, confirmPassword = secret) => ({ auth, body: { key, password: secret, confirmPassword } });

async function succeeds(answer) {
  const { data, error, response } = await answer;
  assert.equal(response.status, 200, JSON.stringify(error));
  return data;
}

export const stories = {
  async set() {
    const user = known("newcomers");
    const key = await setKey(user);
    const link = await succeeds(boomi.validatePasswordSetLink({ auth, query: { key } }));
    assert.deepEqual(link, { key, username: user.username, mfaEnabled: false, password: null, confirmPassword: null });
    assert.match(await succeeds(boomi.setPassword(model(key))), /set/);
    await hasPassword(user, another);
  },

  async reset() {
    const user = known();
    const key = await resetKey(user);
    const link = await succeeds(boomi.validatePasswordResetLink({ auth, query: { key } }));
    assert.equal(link.username, user.username);
    const body = { ...link, password: another, confirmPassword: another };
    assert.match(await succeeds(boomi.resetPassword({ auth, body })), /reset/);
    await hasPassword(user, another);
    refused(await logIn(user, password), 401);
  },

  async "log-in"() {
    const user = known();
    const first = await succeeds(logIn(user, password));
    const next = await succeeds(boomi.refreshToken({ body: { refreshToken: first.refreshToken } }));
    assert.notEqual(next.refreshToken, first.refreshToken);
    refused(await boomi.refreshToken({ body: { refreshToken: first.refreshToken } }), 401);
  },

  async mfa() {
    const user = known("careful");
    const challenge = await logIn(user, password);
    assert.equal(challenge.response.status, 409);
    const code = await mailed(user.address, /\b([0-9]{6})\b/);
    assert.equal((await boomi.resendMfa({ body: { sid: challenge.error.sid, email: user.address } })).response.status, 200);
    const again = await mailed(user.address, /\b([0-9]{6})\b/, code);
    assert.ok((await succeeds(logIn(user, password, again))).accessToken);
  },

  async "forgot-username"() {
    const { address, username } = known();
    assert.equal((await boomi.forgotUsername({ auth, body: { emailAddress: address } })).response.status, 200);
    await mailed(address, new RegExp(`(${username})`));
  },

  async "change-password"() {
    const user = known();
    const { accessToken } = await succeeds(logIn(user, password));
    const body = { userId: user.id, currentPassword: password, newPassword: another, confirmPassword: another };
    assert.match((await succeeds(boomi.changePassword({ auth: asUser(accessToken), body }))).message, /changed/);
    await hasPassword(user, another);
  },

  async "used-link"() {
    const key = await resetKey(known());
    await succeeds(boomi.resetPassword(model(key)));
    refused(await boomi.validatePasswordResetLink({ auth, query: { key } }), 400);
    return refused(await boomi.resetPassword(model(key)), 400);
  },

  async "other-link"() {
    const [resetLink, setLink] = [await resetKey(known()), await setKey(known("newcomers"))];
    refused(await boomi.setPassword(model(resetLink)), 400);
    refused(await boomi.resetPassword(model(setLink)), 400);
    refused(await boomi.validatePasswordSetLink({ auth, query: { key: crypto.randomUUID() } }), 400);
    await succeeds(boomi.resetPassword(model(resetLink)));
    await succeeds(boomi.setPassword(model(setLink)));
    return "refused";
  },

  async mismatch() {
    const user = known();
    const key = await resetKey(user);
    refused(await boomi.resetPassword(model(key, another, "another one that differs")), 400);
    refused(await boomi.resetPassword(model(key, "short")), 400);
    await succeeds(boomi.resetPassword(model(key)));
    await hasPassword(user, another);
    return "refused";
  },

  async "wrong-key"() {
    const wrong = withKey(process.env.BOOMI_API_KEY.slice(0, -1) + "_");
    return refused(await boomi.validatePasswordSetLink({ auth: wrong, query: { key: crypto.randomUUID() } }), 401);
  },

  async "wrong-login"() {
    const user = known();
    const wrong = await logIn(user, "not this one");
    refused(wrong, 401);
    const unknown = await logIn({ username: "nobody" }, "not this one");
    assert.deepEqual({ ...unknown.error, traceId: "" }, { ...wrong.error, traceId: "" });
    return "refused";
  },
};
