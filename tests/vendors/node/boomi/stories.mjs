// What programs of Boomi's customers do, from an invitation to a login, and what is refused.
import assert from "node:assert/strict";
import { another, asUser, auth, boomi, hasPassword, known, lock, logIn, mailed, password, refused, resetKey, setKey, somebody, withKey } from "./people.mjs";

const model = (key, secret = another, confirmPassword = secret) => ({ auth, body: { key, password: secret, confirmPassword } });

async function succeeds(answer) {
  const { data, error, response } = await answer;
  assert.equal(response.status, 200, JSON.stringify(error));
  return data;
}

// creation is a request for an active user, without what the vendor's model may leave out.
const creation = ({ username, address }) =>
  ({ email: address, firstName: "Ada", lastName: "Hale", username, isActive: true, isEnabled: true, isLogSession: false });

const setLink = /\/set\?key=([0-9a-f-]{36})/;
const read = (userId) => succeeds(boomi.getAdminUser({ auth, path: { userId } }));
const rowOf = async (id) => (await succeeds(boomi.listAdminUsers({ auth }))).find((row) => row.id === id);

export const stories = {
  async "find-user"() {
    const { id, username, address } = known();
    const user = await read(id);
    assert.deepEqual([user.id, user.username, user.email, user.isActive], [id, username, address, true]);
    const row = await rowOf(id);
    assert.deepEqual([row.username, row.failedAttempts], [username, 0]);
  },

  async invite() {
    const user = somebody();
    const { entity } = await succeeds(boomi.createAdminUser({ auth, body: creation(user) }));
    assert.ok(Number.isInteger(entity.id));
    const first = await mailed(user.address, setLink);
    assert.equal((await boomi.resendActivation({ auth, path: { userId: entity.id } })).response.status, 200);
    const key = await mailed(user.address, setLink, first);
    refused(await boomi.setPassword(model(first)), 400);
    assert.equal((await succeeds(boomi.validatePasswordSetLink({ auth, query: { key } }))).username, user.username);
    await succeeds(boomi.setPassword(model(key)));
    await hasPassword(user, another);
  },

  async "update-user"() {
    const user = known();
    const change = async (more) => succeeds(boomi.updateAdminUser({ auth, body: { ...(await read(user.id)), ...more } }));
    const { username } = somebody();
    await change({ username, firstName: "Daisy", lastName: "Duck" });
    const changed = await read(user.id);
    assert.deepEqual([changed.username, changed.firstName, changed.lastName, changed.email], [username, "Daisy", "Duck", user.address]);
    await change({ isActive: false, isEnabled: false });
    refused(await logIn({ username }, password), 401);
    await change({ isActive: true, isEnabled: true });
    await hasPassword({ username }, password);
  },

  async unlock() {
    const user = known();
    refused(await logIn(user, "not this one"), 401);
    assert.equal((await rowOf(user.id)).failedAttempts, 1);
    await lock(user);
    assert.ok((await rowOf(user.id)).bannedUntil);
    refused(await logIn(user, password), 401);
    assert.equal((await boomi.unlockAdminUser({ auth, path: { userId: user.id } })).response.status, 200);
    const row = await rowOf(user.id);
    assert.deepEqual([row.failedAttempts, row.bannedUntil], [0, undefined]);
    await hasPassword(user, password);
  },

  async "delete-user"() {
    const user = known();
    assert.equal((await boomi.deleteAdminUser({ auth, path: { userId: user.id } })).response.status, 200);
    refused(await boomi.getAdminUser({ auth, path: { userId: user.id } }), 404);
    refused(await logIn(user, password), 401);
  },

  async "taken-name"() {
    const { username } = known();
    return refused(await boomi.createAdminUser({ auth, body: creation({ username, address: somebody().address }) }), 409);
  },

  async forbidden() {
    const reader = withKey(process.env.BOOMI_READER_KEY);
    assert.equal((await boomi.listAdminUsers({ auth: reader })).response.status, 200);
    return refused(await boomi.createAdminUser({ auth: reader, body: creation(somebody()) }), 403);
  },

  async "chosen-password"() {
    const user = somebody();
    refused(await boomi.createAdminUser({ auth, body: { ...creation(user), password } }), 501);
    refused(await boomi.createAdminUser({ auth, body: { ...creation(user), roleIds: [1] } }), 501);
    return "not offered";
  },

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
    const [toReset, toSet] = [await resetKey(known()), await setKey(known("newcomers"))];
    refused(await boomi.setPassword(model(toReset)), 400);
    refused(await boomi.resetPassword(model(toSet)), 400);
    refused(await boomi.validatePasswordSetLink({ auth, query: { key: crypto.randomUUID() } }), 400);
    await succeeds(boomi.resetPassword(model(toReset)));
    await succeeds(boomi.setPassword(model(toSet)));
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
