// What programs of ZITADEL's customers do, from finding a user to logging him in.
import assert from "node:assert/strict";
import { UserState } from "@zitadel/proto/zitadel/user/v2/user_pb";
import { AuthenticationMethodType } from "@zitadel/proto/zitadel/user/v2/user_service_pb";
import { TextQueryMethod } from "@zitadel/proto/zitadel/object/v2/object_pb";
import { added, another, known, link, mailed, password, somebody, totp } from "./people.mjs";

const method = TextQueryMethod.EQUALS;
const org = process.env.ZITADEL_ORG;
const byLoginName = (loginName) => ({ user: { search: { case: "loginName", value: loginName } } });
const byId = (userId) => ({ user: { search: { case: "userId", value: userId } } });

// logsIn tells whether a password opens a session.
async function logsIn(sessions, username, password) {
  return sessions.createSession({ checks: { ...byLoginName(username), password: { password } } }).then(
    (made) => Boolean(made.sessionToken),
    () => false,
  );
}

export const stories = {
  async find({ users }) {
    const { userId, username, address } = known();
    assert.match(userId, /^[0-9]{18}$/);
    for (const query of [
      { case: "emailQuery", value: { emailAddress: address, method } },
      { case: "loginNameQuery", value: { loginName: username, method } },
      { case: "userNameQuery", value: { userName: username, method } },
      { case: "inUserIdsQuery", value: { userIds: [userId] } },
    ]) {
      const found = await users.listUsers({ query: { limit: 2 }, queries: [{ query }] });
      assert.deepEqual(found.result.map((user) => user.userId), [userId], query.case);
      assert.equal(found.details.totalResult, 1n);
    }
    const nobody = { case: "emailQuery", value: { emailAddress: "nobody@example.com", method } };
    assert.deepEqual((await users.listUsers({ queries: [{ query: nobody }] })).result, []);
  },

  async add({ users }) {
    const { username, address } = somebody();
    const made = await users.createUser({
      organizationId: org,
      username,
      userType: {
        case: "human",
        value: {
          profile: { givenName: "Minnie", familyName: "Mouse" },
          email: { email: address, verification: { case: "isVerified", value: true } },
          passwordType: { case: "password", value: { password } },
        },
      },
    });
    const { userId } = await added(users);
    assert.notEqual(made.id, userId);
    const { user } = await users.getUserByID({ userId: made.id });
    assert.equal(user.username, username);
    assert.equal(user.state, UserState.ACTIVE);
    assert.equal(user.details.resourceOwner, org);
    assert.equal(user.type.case, "human");
    assert.equal(user.type.value.profile.givenName, "Minnie");
    assert.equal(user.type.value.email.email, address);
    assert.equal(user.type.value.email.isVerified, true);
  },

  async "verify-email"({ users }) {
    const { userId } = known();
    const isVerified = async () => (await users.getUserByID({ userId })).user.type.value.email.isVerified;
    assert.equal(await isVerified(), true);
    const first = somebody().address;
    const returned = await users.setEmail({ userId, email: first, verification: { case: "returnCode", value: {} } });
    assert.equal(await isVerified(), false);
    await users.verifyEmail({ userId, verificationCode: returned.verificationCode });
    assert.equal(await isVerified(), true);

    const second = somebody().address;
    const urlTemplate = "https://app.example.com/verify?user={{.UserID}}&code={{.Code}}";
    await users.setEmail({ userId, email: second, verification: { case: "sendCode", value: { urlTemplate } } });
    const opened = await link(second, "/verify");
    assert.equal(opened.searchParams.get("user"), userId);
    await users.verifyEmail({ userId, verificationCode: opened.searchParams.get("code") });
    assert.equal((await users.getUserByID({ userId })).user.type.value.email.email, second);
    assert.equal(await isVerified(), true);
  },

  async "send-link"({ users, sessions }) {
    const { userId, username, address } = known();
    const urlTemplate = "https://app.example.com/new?user={{.UserID}}&code={{.Code}}&org={{.OrgID}}";
    await users.passwordReset({ userId, medium: { case: "sendLink", value: { notificationType: 1, urlTemplate } } });
    const opened = await link(address, "/new");
    assert.equal(opened.searchParams.get("user"), userId);
    assert.equal(opened.searchParams.get("org"), org);
    const verification = { case: "verificationCode", value: opened.searchParams.get("code") };
    await users.setPassword({ userId, newPassword: { password: another }, verification });
    assert.equal(await logsIn(sessions, username, another), true);
    assert.equal(await logsIn(sessions, username, password), false);
  },

  async "return-code"({ users, sessions }) {
    const { userId, username } = known();
    const { verificationCode } = await users.passwordReset({ userId, medium: { case: "returnCode", value: {} } });
    const verification = { case: "verificationCode", value: verificationCode };
    await users.setPassword({ userId, newPassword: { password: another }, verification });
    assert.equal(await logsIn(sessions, username, another), true);
  },

  async change({ users, sessions }) {
    const { userId, username } = known();
    await users.setPassword({ userId, newPassword: { password: another }, verification: { case: "currentPassword", value: password } });
    assert.equal(await logsIn(sessions, username, another), true);
    await users.updateUser({
      userId,
      userType: { case: "human", value: { password: { passwordType: { case: "password", value: { password: "Nine grey kites, 7 winds" } } } } },
    });
    assert.equal(await logsIn(sessions, username, "Nine grey kites, 7 winds"), true);
    await users.setPassword({ userId, newPassword: { password } });
    assert.equal(await logsIn(sessions, username, password), true);
  },

  async session({ users, sessions }) {
    const { userId, username } = known();
    const first = await sessions.createSession({ checks: byLoginName(username) });
    const { sessionId } = first;
    const { sessionToken } = await sessions.setSession({ sessionId, sessionToken: first.sessionToken, checks: { password: { password } } });
    const { session } = await sessions.getSession({ sessionId, sessionToken });
    assert.equal(session.factors.user.id, userId);
    assert.equal(session.factors.user.organizationId, org);
    assert.ok(session.factors.password.verifiedAt);
    await sessions.deleteSession({ sessionId, sessionToken });
    await assert.rejects(sessions.getSession({ sessionId, sessionToken }));
  },

  async "otp-email"({ users, sessions }) {
    const { userId, address } = known();
    for (const deliveryType of [{ case: "returnCode", value: {} }, { case: "sendCode", value: {} }]) {
      const checks = { ...byId(userId), password: { password } };
      const { sessionId, challenges } = await sessions.createSession({ checks, challenges: { otpEmail: { deliveryType } } });
      const code = challenges?.otpEmail || (await mailed(address, /\b([0-9]{6,10})\b/));
      assert.equal(Boolean(challenges?.otpEmail), deliveryType.case === "returnCode");
      await sessions.setSession({ sessionId, checks: { otpEmail: { code } } });
      const { session } = await sessions.getSession({ sessionId });
      assert.ok(session.factors.password.verifiedAt);
      assert.ok(session.factors.otpEmail.verifiedAt);
    }
  },

  async totp({ users, sessions }) {
    const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { userId } = await added(users, { totpSecret });
    const { authMethodTypes } = await users.listAuthenticationMethodTypes({ userId });
    assert.ok(authMethodTypes.includes(AuthenticationMethodType.TOTP));
    assert.ok(authMethodTypes.includes(AuthenticationMethodType.PASSWORD));
    const { sessionId } = await sessions.createSession({ checks: { ...byId(userId), password: { password } } });
    await sessions.setSession({ sessionId, checks: { totp: { code: totp(totpSecret) } } });
    const { session } = await sessions.getSession({ sessionId });
    assert.ok(session.factors.password.verifiedAt);
    assert.ok(session.factors.totp.verifiedAt);
  },

  async state({ users, sessions }) {
    const { userId, username } = known();
    const state = async () => (await users.getUserByID({ userId })).user.state;
    await users.deactivateUser({ userId });
    assert.equal(await state(), UserState.INACTIVE);
    assert.equal(await logsIn(sessions, username, password), false);
    await users.reactivateUser({ userId });
    await users.lockUser({ userId });
    assert.equal(await state(), UserState.LOCKED);
    await users.unlockUser({ userId });
    assert.equal(await state(), UserState.ACTIVE);
    assert.equal(await logsIn(sessions, username, password), true);
    await users.deleteUser({ userId });
    await assert.rejects(users.getUserByID({ userId }));
  },

  async invite({ users, sessions }) {
    const { userId, username } = await added(users, { passwordType: { case: undefined } });
    const { inviteCode } = await users.createInviteCode({ userId, verification: { case: "returnCode", value: {} } });
    await users.verifyInviteCode({ userId, verificationCode: inviteCode });
    await users.setPassword({ userId, newPassword: { password } });
    assert.equal(await logsIn(sessions, username, password), true);
  },

  async update({ users }) {
    const { userId } = known();
    const { username, address } = somebody();
    await users.updateUser({
      userId,
      username,
      userType: {
        case: "human",
        value: {
          profile: { givenName: "Daisy", familyName: "Duck", nickName: "D", displayName: "Daisy D", preferredLanguage: "de" },
          email: { email: address, verification: { case: "isVerified", value: true } },
          phone: { phone: "+15550100", verification: { case: "isVerified", value: true } },
        },
      },
    });
    const { user } = await users.getUserByID({ userId });
    assert.equal(user.username, username);
    assert.equal(user.type.value.profile.givenName, "Daisy");
    assert.equal(user.type.value.email.email, address);
    assert.equal(user.type.value.phone.phone, "+15550100");
  },

  async settings({ settings }) {
    const ctx = { resourceOwner: { case: "orgId", value: org } };
    const complexity = await settings.getPasswordComplexitySettings({ ctx });
    assert.equal(complexity.settings.minLength, 8n);
    assert.equal(complexity.settings.requiresSymbol, true);
    assert.ok((await settings.getLoginSettings({ ctx })).settings.allowUsernamePassword);
    assert.ok((await settings.getLockoutSettings({ ctx })).settings);
    assert.ok((await settings.getPasswordExpirySettings({ ctx })).settings);
  },

  async organization({ users }, clients) {
    const { userId } = known();
    const inOrg = (id) => clients(process.env.ZITADEL_TOKEN, (headers) => headers.set("x-zitadel-orgid", id)).users;
    assert.equal((await inOrg(org).getUserByID({ userId })).user.userId, userId);
    await assert.rejects(inOrg(process.env.ZITADEL_OTHER_ORG).getUserByID({ userId }), { code: 7 });
  },
};
