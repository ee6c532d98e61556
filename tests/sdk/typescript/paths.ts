import assert from "node:assert/strict";
import { describe } from "node:test";
import type { RekeyTicketDelivery, RekeyTicketMedium, RekeyTicketProof } from "@rekeyhq/rekey";
import { ada, client, env, lastPassword, mailed, newPassword, otpTenant, path, person, firstPassword } from "./stage.js";
import type { Person } from "./stage.js";

const linkKey = /\/reset\?key=([A-Za-z0-9_-]+)/;
const mailedCode = /^\s+(\d{6})\s*$/m;
const credentials = { id: env("REKEY_CLIENT_ID"), secret: env("REKEY_CLIENT_SECRET") };
const applicationId = env("REKEY_APPLICATION_ID");

void describe("every reset path ends with a login", { concurrency: 8 }, () => {
  const boomi = async (p: Person, key: string, set: "set" | "reset", password = newPassword): Promise<[Person, string]> => {
    const body = { key, password, confirmPassword: password };
    await (set === "set" ? client.boomi.setPassword({ body }) : client.boomi.resetPassword({ body }));
    await client.boomi.authenticate({ body: { userName: p.name, password } });
    return [p, password];
  };

  path("boomi", "forgotten, by the mailed link", async () => {
    const p = await ada();
    await client.boomi.forgotPassword({ body: { username: p.name } });
    const key = await mailed(p, /\/reset\?key=([0-9a-f-]{36})/);
    const seen = await client.boomi.validatePasswordResetLink({ query: { key } });
    assert.equal(seen.username, p.name);
    return boomi(p, key, "reset");
  });

  path("boomi", "a first password, by the mailed link", async () => {
    const p = await person();
    await client.passwords.set({ userId: p.id, body: { password: firstPassword, mailPassword: true } });
    const key = await mailed(p, /\/set\?key=([0-9a-f-]{36})/);
    await client.boomi.validatePasswordSetLink({ query: { key } });
    return boomi(p, key, "set");
  });

  path("boomi", "changed by the user", async () => {
    const p = await ada();
    const { accessToken } = await client.boomi.authenticate({ body: { userName: p.name, password: firstPassword } });
    const body = { currentPassword: firstPassword, newPassword, confirmPassword: newPassword };
    await client.boomi.changePassword({ body }, { token: accessToken ?? "" });
    return [p, newPassword];
  });

  const entrustToken = async (): Promise<{ token: string }> => {
    const body = { applicationId: credentials.id, sharedSecret: credentials.secret };
    return { token: (await client.entrust.authenticateAdminApi({ body })).authToken };
  };

  path("entrust", "generated for the user", async () => {
    const [p, as] = [await ada(), await entrustToken()];
    const body = { generatePassword: true, returnPassword: true, emailPassword: false, forceUpdate: false };
    const { newPassword: password } = await client.entrust.setUserPassword({ userid: p.id, body }, as);
    assert.ok(password);
    await client.entrust.validateUserPassword({ userid: p.id, body: { password, ignorePasswordHistory: true } }, as);
    return [p, password];
  });

  path("entrust", "set for the user", async () => {
    const [p, as] = [await ada(), await entrustToken()];
    await client.entrust.setUserPassword({ userid: p.id, body: { password: newPassword, emailPassword: false, forceUpdate: false } }, as);
    assert.equal((await client.entrust.getUserPassword({ userid: p.id }, as)).present, true);
    return [p, newPassword];
  });

  path("entrust", "set for the user, who chooses another by the mailed link", async () => {
    const [p, as] = [await ada(), await entrustToken()];
    await client.entrust.setUserPassword({ userid: p.id, body: { password: newPassword, emailPassword: true } }, as);
    return boomi(p, await mailed(p, /\/set\?key=([0-9a-f-]{36})/), "set", lastPassword);
  });

  const wristbandToken = async (): Promise<{ token: string }> => {
    const granted = await client.wristband.getToken({ body: { grant_type: "client_credentials" } }, { clientCredentials: credentials });
    return { token: granted.access_token };
  };
  type Proof = { emailAuthCode: string } | { passwordResetCode: string } | { requestCode: string; verificationCode: string };
  const wristband = async (p: Person, as: { token: string }, proof: Proof): Promise<[Person, string]> => {
    const outcome = await client.wristband.resetPassword({ body: { ...proof, newPassword } }, as);
    assert.equal(outcome.result, "PASSWORD_RESET_SUCCESSFUL");
    return [p, newPassword];
  };

  path("wristband", "by the mailed link of a request", async () => {
    const [p, as] = [await ada(), await wristbandToken()];
    await client.wristband.requestPasswordReset({ body: { applicationId, email: p.email } }, as);
    const emailAuthCode = await mailed(p, linkKey);
    await client.wristband.introspectPasswordResetEmailAuthCode({ body: { emailAuthCode } }, as);
    return wristband(p, as, { emailAuthCode });
  });

  path("wristband", "by the mailed link of an administrator", async () => {
    const [p, as] = [await ada(), await wristbandToken()];
    await client.wristband.sendPasswordResetEmail({ body: { userId: p.id } }, as);
    return wristband(p, as, { emailAuthCode: await mailed(p, linkKey) });
  });

  path("wristband", "by the mailed code", async () => {
    const [p, as] = [await ada({ tenantId: await otpTenant() }), await wristbandToken()];
    const { requestCode } = await client.wristband.requestPasswordReset({ body: { applicationId, email: p.email, tenantId: p.tenantId } }, as);
    assert.ok(requestCode);
    const verificationCode = await mailed(p, mailedCode);
    const seen = await client.wristband.verifyCode({ body: { requestCode, verificationCode } }, as);
    assert.equal(seen.result, "CODE_VERIFIED");
    return wristband(p, as, { requestCode, verificationCode });
  });

  path("wristband", "by a created link", async () => {
    const [p, as] = [await ada(), await wristbandToken()];
    const { passwordResetCode } = await client.wristband.createPasswordResetLink({ body: { userId: p.id } }, as);
    return wristband(p, as, { passwordResetCode });
  });

  const ownToken = async (p: Person): Promise<{ token: string }> => {
    const login = await client.sessions.create({ body: { username: p.name, password: firstPassword } });
    return { token: login.accessToken };
  };

  path("wristband", "changed by the user", async () => {
    const p = await ada();
    await client.wristband.changePassword({ body: { userId: p.id, currentPassword: firstPassword, newPassword } }, await ownToken(p));
    return [p, newPassword];
  });

  const zitadel = async (p: Person, verificationCode: string | undefined): Promise<[Person, string]> => {
    assert.ok(verificationCode);
    await client.zitadel.setPassword({ userId: p.id, body: { newPassword: { password: newPassword }, verificationCode } });
    const checks = { user: { loginName: p.name }, password: { password: newPassword } };
    assert.ok((await client.zitadel.createSession({ body: { checks } })).sessionId);
    return [p, newPassword];
  };

  path("zitadel", "by a returned code", async () => {
    const p = await ada();
    return zitadel(p, (await client.zitadel.passwordReset({ userId: p.id, body: { returnCode: {} } })).verificationCode);
  });

  path("zitadel", "by a mailed code", async () => {
    const p = await ada();
    await client.zitadel.passwordReset({ userId: p.id, body: { sendLink: {} } });
    return zitadel(p, await mailed(p, linkKey));
  });

  path("zitadel", "by an invitation", async () => {
    const p = await person();
    const { inviteCode } = await client.zitadel.createInviteCode({ userId: p.id, body: { returnCode: {} } });
    assert.ok(inviteCode);
    await client.zitadel.verifyInviteCode({ userId: p.id, body: { verificationCode: inviteCode } });
    return zitadel(p, (await client.zitadel.passwordReset({ userId: p.id, body: { returnCode: {} } })).verificationCode);
  });

  const ticket = async (p: Person, medium: RekeyTicketMedium, deliver: RekeyTicketDelivery): Promise<RekeyTicketProof> =>
    (await client.tickets.create({ body: { userId: p.id, medium, deliver } })).proof ?? {};
  const rekey = async (p: Person, proof: RekeyTicketProof): Promise<[Person, string]> => {
    assert.equal((await client.tickets.inspect({ body: proof })).userId, p.id);
    await client.tickets.redeem({ body: { ...proof, newPassword } });
    return [p, newPassword];
  };

  path("rekey", "by a mailed link", async () => {
    const p = await ada();
    await ticket(p, "link", "send");
    return rekey(p, { ticket: await mailed(p, linkKey) });
  });

  path("rekey", "by a returned link", async () => {
    const p = await ada();
    return rekey(p, await ticket(p, "link", "return"));
  });

  path("rekey", "by a mailed code", async () => {
    const p = await ada();
    const proof = await ticket(p, "otp", "send");
    return rekey(p, { ...proof, code: await mailed(p, mailedCode) });
  });

  path("rekey", "by a returned code", async () => {
    const p = await ada();
    return rekey(p, await ticket(p, "otp", "return"));
  });

  path("rekey", "forgotten, by the mailed link", async () => {
    const p = await ada();
    await client.resetRequests.create({ body: { username: p.name, tenantId: p.tenantId } });
    return rekey(p, { ticket: await mailed(p, linkKey) });
  });

  path("rekey", "forgotten, by the mailed code", async () => {
    const p = await ada({ tenantId: await otpTenant() });
    const { requestCode } = await client.resetRequests.create({ body: { email: p.email, tenantId: p.tenantId } });
    assert.ok(requestCode);
    return rekey(p, { requestCode, code: await mailed(p, mailedCode) });
  });

  path("rekey", "changed by the user", async () => {
    const p = await ada();
    await client.passwords.change({ userId: p.id, body: { currentPassword: firstPassword, newPassword } }, await ownToken(p));
    return [p, newPassword];
  });

  path("rekey", "set by an administrator", async () => {
    const p = await ada();
    await client.passwords.set({ userId: p.id, body: { password: newPassword } });
    return [p, newPassword];
  });
});
