// What the vendor refuses, and how its client tells the program so.
import assert from "node:assert/strict";
import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema, CredentialsCheckErrorSchema } from "@zitadel/proto/zitadel/message_pb";
import { added, another, known, password } from "./people.mjs";

const refused = "refused", notOffered = "not offered";
const nobody = "163840776835432799";

// refusedWith awaits a refusal with the code, and in its details the id, of the vendor.
async function refusedWith(call, code, id) {
  const failed = await call.then(() => assert.fail("the call succeeded"), (failure) => failure);
  // The packages bring a ConnectError each; ConnectError.from makes one of any of them.
  const error = ConnectError.from(failed);
  assert.equal(failed.name, "ConnectError", failed.stack);
  assert.equal(Code[error.code], Code[code], error.message);
  if (id) assert.equal(failed.findDetails(ErrorDetailSchema)[0]?.id, id, error.message);
  return failed;
}

export const refusals = {
  async "wrong-code"({ users }) {
    const { userId } = known();
    await users.passwordReset({ userId, medium: { case: "returnCode", value: {} } });
    const verification = { case: "verificationCode", value: "WRONG1" };
    await refusedWith(users.setPassword({ userId, newPassword: { password: another }, verification }), Code.InvalidArgument, "CODE-woT0xc");
    return refused;
  },

  async "wrong-password"({ users, sessions }) {
    const { userId } = known();
    const checks = { user: { search: { case: "userId", value: userId } }, password: { password: "not this one" } };
    const failed = await refusedWith(sessions.createSession({ checks }), Code.InvalidArgument);
    assert.equal(failed.findDetails(CredentialsCheckErrorSchema).length, 1);
    return refused;
  },

  async "weak-password"({ users }) {
    const { userId } = known();
    const verification = { case: "currentPassword", value: password };
    await refusedWith(users.setPassword({ userId, newPassword: { password: "short" }, verification }), Code.InvalidArgument, "DOMAIN-HuJf6");
    return refused;
  },

  async "unknown-user"({ users }) {
    await refusedWith(users.passwordReset({ userId: nobody, medium: { case: "returnCode", value: {} } }), Code.NotFound, "COMMAND-SAF4f");
    await refusedWith(users.getUserByID({ userId: nobody }), Code.NotFound);
    return refused;
  },

  async "existing-user"({ users }) {
    const { username } = known();
    await refusedWith(added(users, { username }), Code.AlreadyExists);
    return refused;
  },

  async "no-token"(_, clients) {
    for (const token of ["", "unknown"]) {
      await refusedWith(clients(token).users.getUserByID({ userId: nobody }), Code.Unauthenticated);
    }
    return refused;
  },

  async forbidden({ users }, clients) {
    const { userId } = known();
    const reader = clients(process.env.ZITADEL_READER_TOKEN);
    await refusedWith(reader.users.setPassword({ userId, newPassword: { password: another } }), Code.PermissionDenied, "AUTH-5mWD2");
    return refused;
  },

  async "empty-query"({ users }) {
    await refusedWith(users.listUsers({ queries: [{}] }), Code.InvalidArgument);
    return refused;
  },

  async "second-factors"({ users }) {
    const { userId } = known();
    await refusedWith(users.addOTPEmail({ userId }), Code.Unimplemented);
    await refusedWith(users.registerTOTP({ userId }), Code.Unimplemented);
    return notOffered;
  },

  async passkeys({ users, sessions }) {
    const { userId } = known();
    await refusedWith(users.registerPasskey({ userId }), Code.Unimplemented);
    const checks = { user: { search: { case: "userId", value: userId } }, webAuthN: { credentialAssertionData: {} } };
    await refusedWith(sessions.createSession({ checks }), Code.Unimplemented);
    return notOffered;
  },

  async "identity-providers"({ users }) {
    const idpLinks = [{ idpId: "163840776835432705", userId: "6516849804890468048461403518", userName: "user@external.com" }];
    await refusedWith(added(users, { idpLinks }), Code.Unimplemented);
    return notOffered;
  },

  async "service-users"({ users }) {
    const machine = { case: "machine", value: { name: "robot" } };
    await refusedWith(users.createUser({ organizationId: process.env.ZITADEL_ORG, username: "robot", userType: machine }), Code.Unimplemented);
    return notOffered;
  },
};
