// Generated from openapi/ by specbundle; do not edit.
// Each example of a request in the contract, as it is sent with this SDK.

import type { Client } from "@rekeyhq/rekey";

const clientId = process.env["REKEY_CLIENT_ID"] ?? "";
const clientSecret = process.env["REKEY_CLIENT_SECRET"] ?? "";

export const snippets: Record<string, (client: Client) => Promise<unknown>> = {
  async boomiAuthenticatePassword(client) {
    const answer = await client.boomi.authenticate({
      body: { userName: "alice", password: "correct horse battery staple" },
    });
    return answer;
  },
  async boomiAuthenticatePasswordAndCode(client) {
    const answer = await client.boomi.authenticate({
      body: {
        userName: "alice",
        password: "correct horse battery staple",
        oneTimePasscode: "428913",
      },
    });
    return answer;
  },
  async boomiChangePasswordChange(client) {
    const answer = await client.boomi.changePassword({
      body: {
        userId: 0,
        currentPassword: "correct horse battery staple",
        newPassword: "seven quiet lanterns over the harbour",
        confirmPassword: "seven quiet lanterns over the harbour",
      },
    });
    return answer;
  },
  async boomiCreateAdminUserInvitation(client) {
    const answer = await client.boomi.createAdminUser({
      body: {
        email: "alice@example.com",
        firstName: "Alice",
        lastName: "Liddell",
        username: "alice",
        isActive: true,
        isEnabled: true,
        isLogSession: true,
      },
    });
    return answer;
  },
  async boomiDeleteAdminUser(client) {
    const answer = await client.boomi.deleteAdminUser({
      userId: "1839201733",
    });
    return answer;
  },
  async boomiForgotPasswordByUserName(client) {
    await client.boomi.forgotPassword({
      body: { username: "alice", emailAddress: null },
    });
  },
  async boomiForgotUsernameByAddress(client) {
    await client.boomi.forgotUsername({
      body: { username: null, emailAddress: "alice@example.com" },
    });
  },
  async boomiGetAdminUser(client) {
    const answer = await client.boomi.getAdminUser({
      userId: "1839201733",
    });
    return answer;
  },
  async boomiListAdminUsers(client) {
    await client.boomi.listAdminUsers();
  },
  async boomiRefreshTokenRefresh(client) {
    const answer = await client.boomi.refreshToken({
      body: { refreshToken: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM" },
    });
    return answer;
  },
  async boomiResendActivation(client) {
    const answer = await client.boomi.resendActivation({
      userId: "1839201733",
    });
    return answer;
  },
  async boomiResendMfaAgain(client) {
    await client.boomi.resendMfa({
      body: { sid: "6f7d1b1e-3c58-4d0e-9a57-0c4be1f2a386", email: null },
    });
  },
  async boomiResetPasswordComplete(client) {
    const answer = await client.boomi.resetPassword({
      body: {
        key: "9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90",
        mfaEnabled: true,
        username: "alice",
        password: "seven quiet lanterns over the harbour",
        confirmPassword: "seven quiet lanterns over the harbour",
      },
    });
    return answer;
  },
  async boomiResetPasswordLeast(client) {
    const answer = await client.boomi.resetPassword({
      body: {
        key: "9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90",
        password: "seven quiet lanterns over the harbour",
        confirmPassword: "seven quiet lanterns over the harbour",
      },
    });
    return answer;
  },
  async boomiSetPasswordComplete(client) {
    const answer = await client.boomi.setPassword({
      body: {
        key: "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e",
        mfaEnabled: false,
        username: "alice",
        password: "seven quiet lanterns over the harbour",
        confirmPassword: "seven quiet lanterns over the harbour",
      },
    });
    return answer;
  },
  async boomiSetPasswordLeast(client) {
    const answer = await client.boomi.setPassword({
      body: {
        key: "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e",
        password: "seven quiet lanterns over the harbour",
        confirmPassword: "seven quiet lanterns over the harbour",
      },
    });
    return answer;
  },
  async boomiUnlockAdminUser(client) {
    const answer = await client.boomi.unlockAdminUser({
      userId: "1839201733",
    });
    return answer;
  },
  async boomiUpdateAdminUserRename(client) {
    const answer = await client.boomi.updateAdminUser({
      body: {
        email: "alice@example.com",
        firstName: "Alice",
        lastName: "Liddell",
        username: "alice.liddell",
        isActive: true,
        isEnabled: true,
        isLogSession: true,
        id: 1839201733,
      },
    });
    return answer;
  },
  async boomiValidatePasswordResetLink(client) {
    const answer = await client.boomi.validatePasswordResetLink({
      query: { key: "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e" },
    });
    return answer;
  },
  async boomiValidatePasswordSetLink(client) {
    const answer = await client.boomi.validatePasswordSetLink({
      query: { key: "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e" },
    });
    return answer;
  },
  async entrustAuthenticateAdminApiUsingPOSTApplication(client) {
    const answer = await client.entrust.authenticateAdminApi({
      body: {
        applicationId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
        sharedSecret: "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
      },
    });
    return answer;
  },
  async entrustCreateUserUsingPOSTVerified(client) {
    const answer = await client.entrust.createUser({
      body: {
        userId: "alice",
        firstName: "Alice",
        email: "alice@example.com",
        mobile: "+12025550143",
        verificationRequired: false,
      },
    });
    return answer;
  },
  async entrustCreateUserUsingPOSTWithoutAddress(client) {
    const answer = await client.entrust.createUser({
      body: { userId: "bob" },
    });
    return answer;
  },
  async entrustCreateUsersUsingPOSTUsers(client) {
    await client.entrust.createUsers({
      body: {
        users: [
          {
            userId: "alice",
            firstName: "Alice",
            email: "alice@example.com",
            mobile: "+12025550143",
            verificationRequired: false,
          },
          { userId: "alice" },
        ],
      },
    });
  },
  async entrustDeleteUserPasswordUsingDELETE(client) {
    await client.entrust.deleteUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async entrustDeleteUserUsingDELETE(client) {
    await client.entrust.deleteUser({
      id: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async entrustDeleteUsersUsingDELETEUsers(client) {
    await client.entrust.deleteUsers({
      body: {
        users: [
          { id: "0192f3a4-1111-7d8e-9f01-23456789abcd" },
          { id: "nobody", idType: "USERID" },
        ],
        stopOnError: true,
      },
    });
  },
  async entrustGetUserPasswordSettingsUsingGET(client) {
    const answer = await client.entrust.getUserPasswordSettings({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async entrustGetUserPasswordUsingGET(client) {
    const answer = await client.entrust.getUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async entrustSendPasswordExpiryNotificationUsingPUT(client) {
    await client.entrust.sendPasswordExpiryNotification({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async entrustSetUserPasswordUsingPUTChosen(client) {
    const answer = await client.entrust.setUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { password: "correct horse battery staple", emailPassword: false },
    });
    return answer;
  },
  async entrustSetUserPasswordUsingPUTGenerated(client) {
    const answer = await client.entrust.setUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        generatePassword: true,
        returnPassword: true,
        emailPassword: false,
        forceUpdate: true,
      },
    });
    return answer;
  },
  async entrustSetUserPasswordUsingPUTImported(client) {
    const answer = await client.entrust.setUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        password: "$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
        passwordFormat: "BCRYPT",
        emailPassword: false,
      },
    });
    return answer;
  },
  async entrustUnlockUserUsingPUT(client) {
    await client.entrust.unlockUser({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async entrustUpdateUserStateUsingPUTInactive(client) {
    await client.entrust.updateUserState({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { state: "INACTIVE" },
    });
  },
  async entrustUpdateUserUsingPUTAddress(client) {
    await client.entrust.updateUser({
      id: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { email: "alice@example.org", verificationRequired: false },
    });
  },
  async entrustUpdateUserUsingPUTLock(client) {
    await client.entrust.updateUser({
      id: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { lock: true },
    });
  },
  async entrustUpdateUsersUsingPUTUsers(client) {
    await client.entrust.updateUsers({
      body: {
        users: [
          {
            id: "0192f3a4-1111-7d8e-9f01-23456789abcd",
            parms: { lastName: "Liddell" },
          },
          { id: "nobody", idType: "USERID", parms: { state: "INACTIVE" } },
        ],
      },
    });
  },
  async entrustUserByUseridUsingPOSTAlice(client) {
    const answer = await client.entrust.userByUserid({
      body: { userId: "alice" },
    });
    return answer;
  },
  async entrustUserUsingGET(client) {
    const answer = await client.entrust.user({
      id: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async entrustUsersPagedUsingPOSTByName(client) {
    const answer = await client.entrust.usersPaged({
      body: {
        limit: 10,
        searchByAttributes: [{ name: "userId", operator: "STARTS_WITH", value: "ali" }],
        orderByAttribute: { name: "userId", ascending: true },
      },
    });
    return answer;
  },
  async entrustUsersPagedUsingPOSTAll(client) {
    const answer = await client.entrust.usersPaged({
      body: {},
    });
    return answer;
  },
  async entrustValidateUserPasswordUsingPOSTCandidate(client) {
    const answer = await client.entrust.validateUserPassword({
      userid: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { password: "correct horse battery staple", ignorePasswordHistory: false },
    });
    return answer;
  },
  async rekeyCancelTicket(client) {
    await client.tickets.cancel({
      ticketId: "0192f3a4-3333-7d8e-9f01-23456789abcd",
    });
  },
  async rekeyChangePasswordOwn(client) {
    const answer = await client.passwords.change({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        currentPassword: "correct horse battery staple",
        newPassword: "violet otters paddle at noon",
      },
    });
    return answer;
  },
  async rekeyCheckPasswordUser(client) {
    const answer = await client.passwords.check({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        password: "correct horse battery staple",
      },
    });
    return answer;
  },
  async rekeyCheckPasswordNewcomer(client) {
    const answer = await client.passwords.check({
      body: {
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        username: "carol",
        email: "carol@example.com",
        password: "carol2026",
      },
    });
    return answer;
  },
  async rekeyConfirmTotpCode(client) {
    const answer = await client.secondFactor.confirm({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { code: "730264" },
    });
    return answer;
  },
  async rekeyCreateApiKeyApplication(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "back office",
        boundary: "application",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        permissions: ["applications:read", "tenants:read", "tenants:write", "users:read"],
      },
    });
    return answer;
  },
  async rekeyCreateApiKeyService(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "sign-in service",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        permissions: ["*"],
      },
    });
    return answer;
  },
  async rekeyCreateApiKeyPowerless(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "new service",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
      },
    });
    return answer;
  },
  async rekeyCreateApiKeyReporting(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "reporting",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        permissions: ["users:read"],
        expiresAt: "2027-11-02T09:30:00Z",
      },
    });
    return answer;
  },
  async rekeyCreateApiKeyBulk(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "migration",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        permissions: ["users:read", "users:write"],
        requestsPerMinute: 60000,
        requestsAtOnce: 200,
      },
    });
    return answer;
  },
  async rekeyCreateApiKeyScript(client) {
    const answer = await client.apiKeys.create({
      body: {
        name: "nightly script",
        boundary: "self",
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        permissions: ["sessions:read"],
      },
    });
    return answer;
  },
  async rekeyCreateApplicationShop(client) {
    const answer = await client.applications.create({
      body: { name: "Shop" },
    });
    return answer;
  },
  async rekeyCreateSessionPassword(client) {
    const answer = await client.sessions.create({
      body: { username: "alice", password: "correct horse battery staple" },
    });
    return answer;
  },
  async rekeyCreateSessionCode(client) {
    const answer = await client.sessions.create({
      body: { username: "alice", password: "correct horse battery staple", code: "730264" },
    });
    return answer;
  },
  async rekeyCreateTenantAcme(client) {
    const answer = await client.tenants.create({
      body: {
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        name: "Acme",
        hosts: ["acme.example.com"],
      },
    });
    return answer;
  },
  async rekeyCreateTicketMailed(client) {
    const answer = await client.tickets.create({
      body: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd", medium: "link" },
    });
    return answer;
  },
  async rekeyCreateTicketUnlocking(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        medium: "link",
        unlock: true,
      },
    });
    return answer;
  },
  async rekeyCreateTicketMailedCode(client) {
    const answer = await client.tickets.create({
      body: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd", medium: "otp" },
    });
    return answer;
  },
  async rekeyCreateTicketReturned(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        purpose: "set",
        medium: "link",
        deliver: "return",
        lifetimeSeconds: 86400,
      },
    });
    return answer;
  },
  async rekeyCreateTicketReturnedCode(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        medium: "otp",
        deliver: "return",
      },
    });
    return answer;
  },
  async rekeyCreateTicketInvitation(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        purpose: "invite",
        medium: "link",
      },
    });
    return answer;
  },
  async rekeyCreateTicketVerification(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        purpose: "verify",
        address: "alice.new@example.com",
        medium: "otp",
        deliver: "return",
      },
    });
    return answer;
  },
  async rekeyCreateTicketKey(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        purpose: "set",
        medium: "link",
        form: "key",
        deliver: "return",
      },
    });
    return answer;
  },
  async rekeyCreateTicketOwnPage(client) {
    const answer = await client.tickets.create({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        medium: "link",
        deliver: "return",
        linkTemplate: "https://app.example.com/reset?code={{.Code}}",
      },
    });
    return answer;
  },
  async rekeyCreateUserAlice(client) {
    const answer = await client.users.create({
      body: {
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        username: "alice",
        givenName: "Alice",
        emails: [{ address: "alice@example.com", verified: true }],
        phones: [{ address: "+12025550143", verified: true }],
        metadata: { costCentre: "4711" },
      },
    });
    return answer;
  },
  async rekeyCreateUserBob(client) {
    const answer = await client.users.create({
      body: { tenantId: "01hq3kad3svktnkwp31fmt4bee", username: "bob" },
    });
    return answer;
  },
  async rekeyCreateUserMoved(client) {
    const answer = await client.users.create({
      body: {
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        externalId: "163840776835432705",
        username: "carol",
      },
    });
    return answer;
  },
  async rekeyDeleteApplication(client) {
    await client.applications.delete({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
    });
  },
  async rekeyDeleteTenant(client) {
    await client.tenants.delete({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
    });
  },
  async rekeyDeleteUser(client) {
    await client.users.delete({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async rekeyDropSecondFactorFresh(client) {
    await client.secondFactor.drop({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { currentPassword: "correct horse battery staple", code: "730264" },
    });
  },
  async rekeyEndSessions(client) {
    const answer = await client.users.endSessions({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyEnrollTotpOwn(client) {
    const answer = await client.secondFactor.enroll({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { currentPassword: "correct horse battery staple" },
    });
    return answer;
  },
  async rekeyEnrollTotpOther(client) {
    const answer = await client.secondFactor.enroll({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async rekeyExportEvents(client) {
    for await (const line of client.events.export({
      query: {
        tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        after: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      },
    })) console.log(line);
  },
  async rekeyGetApiKey(client) {
    const answer = await client.apiKeys.get({
      apiKeyId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyGetApplication(client) {
    const answer = await client.applications.get({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
    });
    return answer;
  },
  async rekeyGetApplicationPolicy(client) {
    const answer = await client.applications.policy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
    });
    return answer;
  },
  async rekeyGetEffectivePolicy(client) {
    const answer = await client.tenants.effectivePolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
    });
    return answer;
  },
  async rekeyGetEvent(client) {
    const answer = await client.events.get({
      eventId: "01a20053-82d9-72ea-bd02-0121f9d04d0f",
    });
    return answer;
  },
  async rekeyGetMessage(client) {
    const answer = await client.messages.get({
      messageId: "0192f3a4-2222-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyGetPassword(client) {
    const answer = await client.passwords.get({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyGetSecondFactor(client) {
    const answer = await client.secondFactor.get({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyGetSession(client) {
    const answer = await client.sessions.get({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
    });
    return answer;
  },
  async rekeyGetTenant(client) {
    const answer = await client.tenants.get({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
    });
    return answer;
  },
  async rekeyGetTenantPolicy(client) {
    const answer = await client.tenants.policy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
    });
    return answer;
  },
  async rekeyGetTicket(client) {
    const answer = await client.tickets.get({
      ticketId: "0192f3a4-3333-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyGetUser(client) {
    const answer = await client.users.get({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyInspectTicketLink(client) {
    const answer = await client.tickets.inspect({
      body: { ticket: "3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM" },
    });
    return answer;
  },
  async rekeyInspectTicketCode(client) {
    const answer = await client.tickets.inspect({
      body: { requestCode: "Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky", code: "048213" },
    });
    return answer;
  },
  async rekeyListApiKeys(client) {
    const answer = await client.apiKeys.list({
      query: {
        limit: 50,
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      },
    });
    return answer;
  },
  async rekeyListApplications(client) {
    const answer = await client.applications.list({
      query: { limit: 50 },
    });
    return answer;
  },
  async rekeyListCheckpoints(client) {
    const answer = await client.audit.checkpoints({
      query: { limit: 50, tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w" },
    });
    return answer;
  },
  async rekeyListEvents(client) {
    const answer = await client.events.list({
      query: {
        limit: 50,
        tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        ticketId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        action: "password.set",
        outcome: "refused",
      },
    });
    return answer;
  },
  async rekeyListLocales(client) {
    const answer = await client.locales.list();
    return answer;
  },
  async rekeyListMessages(client) {
    const answer = await client.messages.list({
      query: {
        limit: 50,
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        ticketId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      },
    });
    return answer;
  },
  async rekeyListPermissions(client) {
    const answer = await client.permissions.list();
    return answer;
  },
  async rekeyListPolicyPresets(client) {
    const answer = await client.policyPresets.list();
    return answer;
  },
  async rekeyListSessions(client) {
    const answer = await client.sessions.list({
      query: { limit: 50, userId: "0192f3a4-1111-7d8e-9f01-23456789abcd" },
    });
    return answer;
  },
  async rekeyListSigningKeys(client) {
    const answer = await client.signingKeys.list({
      query: { limit: 50 },
    });
    return answer;
  },
  async rekeyListTenants(client) {
    const answer = await client.tenants.list({
      query: { limit: 50, applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w" },
    });
    return answer;
  },
  async rekeyListTickets(client) {
    const answer = await client.tickets.list({
      query: {
        limit: 50,
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      },
    });
    return answer;
  },
  async rekeyListUsers(client) {
    const answer = await client.users.list({
      query: {
        limit: 50,
        tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        externalId: "163840776835432705",
      },
    });
    return answer;
  },
  async rekeyRedeemTicketLink(client) {
    const answer = await client.tickets.redeem({
      body: {
        ticket: "3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM",
        newPassword: "violet submarine under the rain",
      },
    });
    return answer;
  },
  async rekeyRedeemTicketCode(client) {
    const answer = await client.tickets.redeem({
      body: {
        requestCode: "Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky",
        code: "048213",
        newPassword: "violet submarine under the rain",
      },
    });
    return answer;
  },
  async rekeyRefreshSessionToken(client) {
    const answer = await client.sessions.refresh({
      body: { refreshToken: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM" },
    });
    return answer;
  },
  async rekeyRegisterApiKeyProgram(client) {
    const answer = await client.apiKeys.register({
      body: {
        name: "nightly sync",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        permissions: ["users:read", "users:write"],
        publicKey: "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
      },
    });
    return answer;
  },
  async rekeyRegisterApiKeyKeyFile(client) {
    const answer = await client.apiKeys.register({
      body: {
        name: "login app",
        boundary: "tenant",
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        permissions: ["users:read", "users:write"],
        publicKey: "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
        subject: "login-app",
        keyId: "239120551178895617",
      },
    });
    return answer;
  },
  async rekeyRemovePassword(client) {
    const answer = await client.passwords.remove({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyRemoveSecondFactor(client) {
    await client.secondFactor.remove({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async rekeyRenewRecoveryCodesOwn(client) {
    const answer = await client.secondFactor.recoveryCodes({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { currentPassword: "correct horse battery staple", code: "730264" },
    });
    return answer;
  },
  async rekeyRenewRecoveryCodesOther(client) {
    const answer = await client.secondFactor.recoveryCodes({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async rekeyRequestResetEmail(client) {
    const answer = await client.resetRequests.create({
      body: { email: "alice@example.com" },
    });
    return answer;
  },
  async rekeyRequestResetUsername(client) {
    const answer = await client.resetRequests.create({
      body: { username: "alice", tenantId: "01hq3kad3svktnkwp31fmt4bee" },
    });
    return answer;
  },
  async rekeyResendMessage(client) {
    const answer = await client.messages.resend({
      messageId: "0192f3a4-2222-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyRetireSigningKey(client) {
    const answer = await client.signingKeys.retire({
      signingKeyId: "0192f3a4-8889-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async rekeyRevokeApiKey(client) {
    await client.apiKeys.revoke({
      apiKeyId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
    });
  },
  async rekeyRevokeSession(client) {
    await client.sessions.revoke({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
    });
  },
  async rekeyRotateApiKeyDay(client) {
    const answer = await client.apiKeys.rotate({
      apiKeyId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
      body: { overlapSeconds: 86400 },
    });
    return answer;
  },
  async rekeyRotateSigningKeyPlanned(client) {
    const answer = await client.signingKeys.rotate({
      body: { signsAfterSeconds: 600 },
    });
    return answer;
  },
  async rekeyRotateSigningKeyAtOnce(client) {
    const answer = await client.signingKeys.rotate({
      body: { signsAfterSeconds: 0 },
    });
    return answer;
  },
  async rekeySetApplicationPolicyOwn(client) {
    const answer = await client.applications.replacePolicy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { rules: { password: { history: 5 } } },
    });
    return answer;
  },
  async rekeySetApplicationPolicyPreset(client) {
    const answer = await client.applications.replacePolicy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { preset: "nist", rules: { password: { history: 5 } } },
    });
    return answer;
  },
  async rekeySetPasswordChosen(client) {
    const answer = await client.passwords.set({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { password: "correct horse battery staple" },
    });
    return answer;
  },
  async rekeySetPasswordGenerated(client) {
    const answer = await client.passwords.set({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { generate: true, returnPassword: true },
    });
    return answer;
  },
  async rekeySetPasswordUnlocking(client) {
    const answer = await client.passwords.set({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { password: "correct horse battery staple", unlock: true },
    });
    return answer;
  },
  async rekeySetPasswordImported(client) {
    const answer = await client.passwords.set({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { hash: "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy" },
    });
    return answer;
  },
  async rekeySetTenantPolicyOwn(client) {
    const answer = await client.tenants.replacePolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: {
        rules: {
          password: { minLength: 12 },
          resetBy: "otp",
          linkTemplates: ["https://app.example.com"],
        },
      },
    });
    return answer;
  },
  async rekeySetTenantPolicyPreset(client) {
    const answer = await client.tenants.replacePolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: { preset: "nist", rules: { password: { history: 5 } } },
    });
    return answer;
  },
  async rekeyUpdateApiKeyRename(client) {
    const answer = await client.apiKeys.update({
      apiKeyId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
      body: { name: "monthly reporting" },
    });
    return answer;
  },
  async rekeyUpdateApiKeyBudgets(client) {
    const answer = await client.apiKeys.update({
      apiKeyId: "0192f3a4-4444-7d8e-9f01-23456789abcd",
      body: { requestsPerMinute: 600, requestsAtOnce: 8 },
    });
    return answer;
  },
  async rekeyUpdateApplicationRename(client) {
    const answer = await client.applications.update({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { name: "Shop Europe" },
    });
    return answer;
  },
  async rekeyUpdateApplicationPolicyChange(client) {
    const answer = await client.applications.setPolicy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { rules: { password: { minLength: 16 } } },
    });
    return answer;
  },
  async rekeyUpdateApplicationPolicyInherit(client) {
    const answer = await client.applications.setPolicy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { rules: { password: { history: null } } },
    });
    return answer;
  },
  async rekeyUpdateApplicationPolicyExpire(client) {
    const answer = await client.applications.setPolicy({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      body: { rules: { password: { lifetimeDays: 90 } } },
    });
    return answer;
  },
  async rekeyUpdateTenantHosts(client) {
    const answer = await client.tenants.update({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: { hosts: ["acme.example.com", "login.acme.example.com"] },
    });
    return answer;
  },
  async rekeyUpdateTenantPolicyChange(client) {
    const answer = await client.tenants.setPolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: { rules: { password: { history: 5 } } },
    });
    return answer;
  },
  async rekeyUpdateTenantPolicyInherit(client) {
    const answer = await client.tenants.setPolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: { rules: { resetBy: null } },
    });
    return answer;
  },
  async rekeyUpdateTenantPolicyExpire(client) {
    const answer = await client.tenants.setPolicy({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      body: { rules: { password: { lifetimeDays: 90 } } },
    });
    return answer;
  },
  async rekeyUpdateUserLock(client) {
    const answer = await client.users.update({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { locked: true },
    });
    return answer;
  },
  async rekeyUpdateUserAddress(client) {
    const answer = await client.users.update({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { emails: [{ address: "alice.smith@example.com", verified: true }] },
    });
    return answer;
  },
  async rekeyUpdateUserRights(client) {
    const answer = await client.users.update({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        boundary: "tenant",
        permissions: ["users:read", "passwords:write", "second-factors:write"],
      },
    });
    return answer;
  },
  async rekeyUpdateUserNotes(client) {
    const answer = await client.users.update({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { metadata: { costCentre: "4712", desk: "3B" } },
    });
    return answer;
  },
  async rekeyVerifyAddressLink(client) {
    const answer = await client.tickets.verifyAddress({
      body: { ticket: "3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM" },
    });
    return answer;
  },
  async rekeyVerifyAddressCode(client) {
    const answer = await client.tickets.verifyAddress({
      body: { requestCode: "Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky", code: "048213" },
    });
    return answer;
  },
  async rekeyVerifyAudit(client) {
    const answer = await client.audit.verify({
      query: { tenantId: "01hq3k9v5x7e2m4n8p6r1s0t9w" },
    });
    return answer;
  },
  async rekeyVerifyTenantHost(client) {
    const answer = await client.tenants.verifyHost({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      host: "acme.example.com",
    });
    return answer;
  },
  async wristbandChangePasswordChange(client) {
    await client.wristband.changePassword({
      body: {
        userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
        currentPassword: "correct horse battery staple",
        newPassword: "seven quiet rivers run north",
      },
    });
  },
  async wristbandCreatePasswordResetLinkUser(client) {
    const answer = await client.wristband.createPasswordResetLink({
      body: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd" },
    });
    return answer;
  },
  async wristbandCreateUserActive(client) {
    const answer = await client.wristband.createUser({
      body: {
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
        identityProviderName: "wristband",
        email: "dora@example.com",
        emailVerified: true,
        username: "dora",
        givenName: "Dora",
        familyName: "Hale",
        password: "violet otters paddle at noon",
        status: "ACTIVE",
      },
    });
    return answer;
  },
  async wristbandCreateUserInactive(client) {
    const answer = await client.wristband.createUser({
      body: { tenantId: "01hq3kad3svktnkwp31fmt4bee", email: "dora@example.com" },
    });
    return answer;
  },
  async wristbandDeleteUser(client) {
    await client.wristband.deleteUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async wristbandDeleteUserAuthSessions(client) {
    await client.wristband.deleteUserAuthSessions({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
  },
  async wristbandGetJwks(client) {
    const answer = await client.wristband.getJwks();
    return answer;
  },
  async wristbandGetTokenClientCredentials(client) {
    const answer = await client.wristband.getToken({
      body: { grant_type: "client_credentials" },
    }, { clientCredentials: { id: clientId, secret: clientSecret } });
    return answer;
  },
  async wristbandGetTokenClientInForm(client) {
    const answer = await client.wristband.getToken({
      body: {
        grant_type: "client_credentials",
        client_id: "0192f3a4-4444-7d8e-9f01-23456789abcd",
        client_secret: "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
      },
    });
    return answer;
  },
  async wristbandGetTokenRefreshToken(client) {
    const answer = await client.wristband.getToken({
      body: {
        grant_type: "refresh_token",
        refresh_token: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
      },
    }, { clientCredentials: { id: clientId, secret: clientSecret } });
    return answer;
  },
  async wristbandGetUser(client) {
    const answer = await client.wristband.getUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async wristbandIntrospectPasswordResetEmailAuthCodeCode(client) {
    const answer = await client.wristband.introspectPasswordResetEmailAuthCode({
      body: { emailAuthCode: "bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU" },
    });
    return answer;
  },
  async wristbandPatchUserNames(client) {
    const answer = await client.wristband.patchUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { familyName: "Rowe", nickname: "Mouse" },
    });
    return answer;
  },
  async wristbandPatchUserEmail(client) {
    const answer = await client.wristband.patchUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { email: "alice@example.org", emailVerified: true },
    });
    return answer;
  },
  async wristbandPatchUserDeactivate(client) {
    const answer = await client.wristband.patchUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { status: "INACTIVE" },
    });
    return answer;
  },
  async wristbandQueryApplicationUsers(client) {
    const answer = await client.wristband.queryApplicationUsers({
      applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
      query: {
        query: "email eq \"alice@example.com\"",
        start_index: 1,
        count: 50,
        sort_by: "email:asc",
      },
    });
    return answer;
  },
  async wristbandQueryTenantUsers(client) {
    const answer = await client.wristband.queryTenantUsers({
      tenantId: "01hq3kad3svktnkwp31fmt4bee",
      query: {
        query: "email eq \"alice@example.com\"",
        start_index: 1,
        count: 50,
        sort_by: "email:asc",
      },
    });
    return answer;
  },
  async wristbandRequestPasswordResetInTenant(client) {
    const answer = await client.wristband.requestPasswordReset({
      body: {
        applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w",
        email: "alice@example.com",
        tenantId: "01hq3kad3svktnkwp31fmt4bee",
      },
    });
    return answer;
  },
  async wristbandRequestPasswordResetInDefaultTenant(client) {
    const answer = await client.wristband.requestPasswordReset({
      body: { applicationId: "01hq3k9v5x7e2m4n8p6r1s0t9w", email: "alice@example.com" },
    });
    return answer;
  },
  async wristbandResetPasswordEmailLink(client) {
    const answer = await client.wristband.resetPassword({
      body: {
        emailAuthCode: "bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU",
        newPassword: "seven quiet rivers run north",
      },
    });
    return answer;
  },
  async wristbandResetPasswordOtp(client) {
    const answer = await client.wristband.resetPassword({
      body: {
        requestCode: "XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y",
        verificationCode: "402917",
        newPassword: "seven quiet rivers run north",
      },
    });
    return answer;
  },
  async wristbandResetPasswordCreatedLink(client) {
    const answer = await client.wristband.resetPassword({
      body: {
        passwordResetCode: "h6ZCGSQeGPIbI9ZtJ-_7BbYYvzlW74_i",
        newPassword: "seven quiet rivers run north",
        suppressPasswordUpdatedEmail: true,
      },
    });
    return answer;
  },
  async wristbandRevokeRefreshToken(client) {
    await client.wristband.revokeRefreshToken({
      refreshTokenId: "0192f3a4-7c11-7a52-8b3d-5e6f708192a3",
    });
  },
  async wristbandRevokeTokenBasic(client) {
    await client.wristband.revokeToken({
      body: {
        token: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
        token_type_hint: "refresh_token",
      },
    }, { clientCredentials: { id: clientId, secret: clientSecret } });
  },
  async wristbandRevokeTokenClientInForm(client) {
    await client.wristband.revokeToken({
      body: {
        token: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
        client_id: "0192f3a4-4444-7d8e-9f01-23456789abcd",
        client_secret: "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
      },
    });
  },
  async wristbandSendPasswordResetEmailUser(client) {
    const answer = await client.wristband.sendPasswordResetEmail({
      body: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd" },
    });
    return answer;
  },
  async wristbandVerifyCodeOtp(client) {
    const answer = await client.wristband.verifyCode({
      body: { requestCode: "XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y", verificationCode: "402917" },
    });
    return answer;
  },
  async zitadelAddHumanUserVerified(client) {
    const answer = await client.zitadel.addHumanUser({
      body: {
        userId: "carol-1",
        username: "carol",
        organization: { orgId: "01hq3kad3svktnkwp31fmt4bee" },
        profile: {
          givenName: "Carol",
          familyName: "Shaw",
          nickName: "caz",
          preferredLanguage: "en",
          gender: "GENDER_FEMALE",
        },
        email: { email: "carol@example.com", isVerified: true },
        phone: { phone: "+12025550144", isVerified: true },
        password: { password: "violet otters paddle at noon", changeRequired: true },
        metadata: [{ key: "costCentre", value: "NDcxMQ==" }],
      },
    });
    return answer;
  },
  async zitadelAddHumanUserReturnCode(client) {
    const answer = await client.zitadel.addHumanUser({
      body: {
        userId: "carol-1",
        username: "carol",
        organization: { orgId: "01hq3kad3svktnkwp31fmt4bee" },
        profile: { givenName: "Carol", familyName: "Shaw" },
        email: { email: "carol@example.com", returnCode: {} },
      },
    });
    return answer;
  },
  async zitadelCreateInviteCodeSendCode(client) {
    const answer = await client.zitadel.createInviteCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        sendCode: {
          urlTemplate: "https://app.example.com/user/invite?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}",
          applicationName: "Customer Portal",
        },
      },
    });
    return answer;
  },
  async zitadelCreateInviteCodeReturnCode(client) {
    const answer = await client.zitadel.createInviteCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { returnCode: {} },
    });
    return answer;
  },
  async zitadelCreateSessionLoginName(client) {
    const answer = await client.zitadel.createSession({
      body: {
        checks: {
          user: { loginName: "alice" },
          password: { password: "correct horse battery staple" },
        },
        lifetime: "18000s",
      },
    });
    return answer;
  },
  async zitadelCreateSessionUserId(client) {
    const answer = await client.zitadel.createSession({
      body: {
        checks: {
          user: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd" },
          password: { password: "correct horse battery staple" },
        },
        metadata: { device: "dGFibGV0" },
      },
    });
    return answer;
  },
  async zitadelCreateSessionLoginPage(client) {
    const answer = await client.zitadel.createSession({
      body: {
        checks: {
          user: { loginName: "alice" },
          password: { password: "correct horse battery staple" },
        },
        userAgent: {
          fingerprintId: "5c9f2b1e-3d4a-4f6b-8e7c-1a2b3c4d5e6f",
          ip: "203.0.113.7",
          description: "Firefox on Linux",
          header: {
            "user-agent": {
              values: [
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
              ],
            },
          },
        },
      },
    });
    return answer;
  },
  async zitadelCreateSessionMailedCode(client) {
    const answer = await client.zitadel.createSession({
      body: {
        checks: {
          user: { loginName: "alice" },
          password: { password: "correct horse battery staple" },
        },
        challenges: { otpEmail: {} },
      },
    });
    return answer;
  },
  async zitadelCreateSessionReturnedCode(client) {
    const answer = await client.zitadel.createSession({
      body: {
        checks: { user: { userId: "0192f3a4-1111-7d8e-9f01-23456789abcd" } },
        challenges: { otpEmail: { returnCode: {} } },
      },
    });
    return answer;
  },
  async zitadelCreateUserVerified(client) {
    const answer = await client.zitadel.createUser({
      body: {
        organizationId: "01hq3kad3svktnkwp31fmt4bee",
        userId: "carol-1",
        username: "carol",
        human: {
          profile: {
            givenName: "Carol",
            familyName: "Shaw",
            nickName: "caz",
            preferredLanguage: "en",
            gender: "GENDER_FEMALE",
          },
          email: { email: "carol@example.com", isVerified: true },
          phone: { phone: "+12025550144", isVerified: true },
          password: { password: "violet otters paddle at noon", changeRequired: true },
          metadata: [{ key: "costCentre", value: "NDcxMQ==" }],
        },
      },
    });
    return answer;
  },
  async zitadelCreateUserReturnCode(client) {
    const answer = await client.zitadel.createUser({
      body: {
        organizationId: "01hq3kad3svktnkwp31fmt4bee",
        userId: "carol-1",
        username: "carol",
        human: {
          profile: { givenName: "Carol", familyName: "Shaw" },
          email: { email: "carol@example.com", returnCode: {} },
        },
      },
    });
    return answer;
  },
  async zitadelDeactivateUserEmpty(client) {
    const answer = await client.zitadel.deactivateUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelDeleteSession(client) {
    const answer = await client.zitadel.deleteSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      query: { sessionToken: "rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE" },
    });
    return answer;
  },
  async zitadelDeleteUser(client) {
    const answer = await client.zitadel.deleteUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async zitadelGetKeys(client) {
    const answer = await client.zitadel.getKeys();
    return answer;
  },
  async zitadelGetLockoutSettings(client) {
    const answer = await client.zitadel.getLockoutSettings({
      query: { "ctx.orgId": "01hq3kad3svktnkwp31fmt4bee", "ctx.instance": true },
    });
    return answer;
  },
  async zitadelGetLoginSettings(client) {
    const answer = await client.zitadel.getLoginSettings({
      query: { "ctx.orgId": "01hq3kad3svktnkwp31fmt4bee", "ctx.instance": true },
    });
    return answer;
  },
  async zitadelGetOpenidConfiguration(client) {
    const answer = await client.zitadel.getOpenidConfiguration();
    return answer;
  },
  async zitadelGetPasswordComplexitySettings(client) {
    const answer = await client.zitadel.getPasswordComplexitySettings({
      query: { "ctx.orgId": "01hq3kad3svktnkwp31fmt4bee", "ctx.instance": true },
    });
    return answer;
  },
  async zitadelGetPasswordExpirySettings(client) {
    const answer = await client.zitadel.getPasswordExpirySettings({
      query: { "ctx.orgId": "01hq3kad3svktnkwp31fmt4bee", "ctx.instance": true },
    });
    return answer;
  },
  async zitadelGetSession(client) {
    const answer = await client.zitadel.getSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      query: { sessionToken: "rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE" },
    });
    return answer;
  },
  async zitadelGetTokenClientCredentials(client) {
    const answer = await client.zitadel.getToken({
      body: {
        grant_type: "client_credentials",
        scope: "openid urn:zitadel:iam:org:project:id:zitadel:aud",
      },
    }, { clientCredentials: { id: clientId, secret: clientSecret } });
    return answer;
  },
  async zitadelGetTokenClientInForm(client) {
    const answer = await client.zitadel.getToken({
      body: {
        grant_type: "client_credentials",
        client_id: "0192f3a4-4444-7d8e-9f01-23456789abcd",
        client_secret: "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
      },
    });
    return answer;
  },
  async zitadelGetTokenJwtBearer(client) {
    const answer = await client.zitadel.getToken({
      body: {
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        scope: "openid urn:zitadel:iam:org:project:id:zitadel:aud",
        assertion: "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCIsImtpZCI6IjE2Mzg0MDc3NjgzNTQzMjM0NSJ9.eyJpc3MiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJzdWIiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJhdWQiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIiwiaWF0IjoxNzcyNzQ0NDAwLCJleHAiOjE3NzI3NDgwMDB9.Yi6RtKq4LWuaOD_keYCm7yCR4NkgLr0itC-ntg_Ax4M2Zbqj3Dro8H4TaOTNGH_GVNTUvkiwOOLyG5NCgQWDCg",
      },
    }, { clientCredentials: { id: clientId, secret: clientSecret } });
    return answer;
  },
  async zitadelGetUserByID(client) {
    const answer = await client.zitadel.getUserByID({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async zitadelListAuthenticationMethodTypes(client) {
    const answer = await client.zitadel.listAuthenticationMethodTypes({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
    });
    return answer;
  },
  async zitadelListSessionsOfUser(client) {
    const answer = await client.zitadel.listSessions({
      body: {
        query: { offset: "0", limit: 20, asc: true },
        queries: [{ userIdQuery: { id: "0192f3a4-1111-7d8e-9f01-23456789abcd" } }],
      },
    });
    return answer;
  },
  async zitadelListSessionsByIds(client) {
    const answer = await client.zitadel.listSessions({
      body: { queries: [{ idsQuery: { ids: ["0192f3a4-9d01-7b2c-8e3f-456789abcdef"] } }] },
    });
    return answer;
  },
  async zitadelListUsersByEmail(client) {
    const answer = await client.zitadel.listUsers({
      body: {
        queries: [
          {
            emailQuery: {
              emailAddress: "alice@example.com",
              method: "TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE",
            },
          },
        ],
      },
    });
    return answer;
  },
  async zitadelListUsersByLoginName(client) {
    const answer = await client.zitadel.listUsers({
      body: {
        query: { offset: "0", limit: 1, asc: true },
        sortingColumn: "USER_FIELD_NAME_USER_NAME",
        queries: [
          { loginNameQuery: { loginName: "alice" } },
          { organizationIdQuery: { organizationId: "01hq3kad3svktnkwp31fmt4bee" } },
        ],
      },
    });
    return answer;
  },
  async zitadelListUsersCombined(client) {
    const answer = await client.zitadel.listUsers({
      body: {
        queries: [
          { organizationIdQuery: { organizationId: "01hq3kad3svktnkwp31fmt4bee" } },
          {
            orQuery: {
              queries: [
                {
                  userNameQuery: {
                    userName: "ALI",
                    method: "TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE",
                  },
                },
                { inUserEmailsQuery: { userEmails: ["alice@example.com"] } },
              ],
            },
          },
          { notQuery: { query: { stateQuery: { state: "USER_STATE_LOCKED" } } } },
        ],
      },
    });
    return answer;
  },
  async zitadelLockUserEmpty(client) {
    const answer = await client.zitadel.lockUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelPasswordResetDefaultMail(client) {
    const answer = await client.zitadel.passwordReset({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelPasswordResetSendLink(client) {
    const answer = await client.zitadel.passwordReset({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        sendLink: {
          notificationType: "NOTIFICATION_TYPE_Email",
          urlTemplate: "https://app.example.com/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}",
        },
      },
    });
    return answer;
  },
  async zitadelPasswordResetSendLinkBySms(client) {
    const answer = await client.zitadel.passwordReset({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { sendLink: { notificationType: "NOTIFICATION_TYPE_SMS" } },
    });
    return answer;
  },
  async zitadelPasswordResetReturnCode(client) {
    const answer = await client.zitadel.passwordReset({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { returnCode: {} },
    });
    return answer;
  },
  async zitadelReactivateUserEmpty(client) {
    const answer = await client.zitadel.reactivateUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelResendEmailCodeSendCode(client) {
    const answer = await client.zitadel.resendEmailCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { sendCode: {} },
    });
    return answer;
  },
  async zitadelResendEmailCodeReturnCode(client) {
    const answer = await client.zitadel.resendEmailCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { returnCode: {} },
    });
    return answer;
  },
  async zitadelResendInviteCodeEmpty(client) {
    const answer = await client.zitadel.resendInviteCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelResendPhoneCodeSendCode(client) {
    const answer = await client.zitadel.resendPhoneCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { sendCode: {} },
    });
    return answer;
  },
  async zitadelResendPhoneCodeReturnCode(client) {
    const answer = await client.zitadel.resendPhoneCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { returnCode: {} },
    });
    return answer;
  },
  async zitadelSetEmailSendCode(client) {
    const answer = await client.zitadel.setEmail({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        email: "alice.new@example.com",
        sendCode: {
          urlTemplate: "https://app.example.com/verify?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}",
        },
      },
    });
    return answer;
  },
  async zitadelSetEmailReturnCode(client) {
    const answer = await client.zitadel.setEmail({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { email: "alice.new@example.com", returnCode: {} },
    });
    return answer;
  },
  async zitadelSetEmailVerified(client) {
    const answer = await client.zitadel.setEmail({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { email: "alice.new@example.com", isVerified: true },
    });
    return answer;
  },
  async zitadelSetPasswordWithCode(client) {
    const answer = await client.zitadel.setPassword({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        newPassword: { password: "violet otters paddle at noon" },
        verificationCode: "k3VbQ9tXw2RmZ7pLc8Hn",
      },
    });
    return answer;
  },
  async zitadelSetPasswordWithCurrentPassword(client) {
    const answer = await client.zitadel.setPassword({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        newPassword: { password: "violet otters paddle at noon" },
        currentPassword: "correct horse battery staple",
      },
    });
    return answer;
  },
  async zitadelSetPasswordByAdministrator(client) {
    const answer = await client.zitadel.setPassword({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        newPassword: { password: "violet otters paddle at noon", changeRequired: true },
      },
    });
    return answer;
  },
  async zitadelSetPhoneSendCode(client) {
    const answer = await client.zitadel.setPhone({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { phone: "+12025550187", sendCode: {} },
    });
    return answer;
  },
  async zitadelSetPhoneReturnCode(client) {
    const answer = await client.zitadel.setPhone({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { phone: "+12025550187", returnCode: {} },
    });
    return answer;
  },
  async zitadelSetPhoneVerified(client) {
    const answer = await client.zitadel.setPhone({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { phone: "+12025550187", isVerified: true },
    });
    return answer;
  },
  async zitadelSetSessionPassword(client) {
    const answer = await client.zitadel.setSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      body: { checks: { password: { password: "correct horse battery staple" } } },
    });
    return answer;
  },
  async zitadelSetSessionLifetime(client) {
    const answer = await client.zitadel.setSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      body: { lifetime: "3600s" },
    });
    return answer;
  },
  async zitadelSetSessionMailedCode(client) {
    const answer = await client.zitadel.setSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      body: { checks: { otpEmail: { code: "517204" } } },
    });
    return answer;
  },
  async zitadelSetSessionSmsCode(client) {
    const answer = await client.zitadel.setSession({
      sessionId: "0192f3a4-9d01-7b2c-8e3f-456789abcdef",
      body: { challenges: { otpSms: {} } },
    });
    return answer;
  },
  async zitadelUnlockUserEmpty(client) {
    const answer = await client.zitadel.unlockUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {},
    });
    return answer;
  },
  async zitadelUpdateUserPassword(client) {
    const answer = await client.zitadel.updateUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        human: {
          password: {
            password: { password: "violet otters paddle at noon" },
            currentPassword: "correct horse battery staple",
          },
        },
      },
    });
    return answer;
  },
  async zitadelUpdateUserEverything(client) {
    const answer = await client.zitadel.updateUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        username: "alice.l",
        human: {
          profile: { familyName: "Liddell" },
          email: { email: "alice.l@example.com", isVerified: true },
          phone: {},
          password: { password: { password: "violet otters paddle at noon" } },
        },
      },
    });
    return answer;
  },
  async zitadelUpdateUserHashedPassword(client) {
    const answer = await client.zitadel.updateUser({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: {
        human: {
          password: {
            hashedPassword: {
              hash: "$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
              changeRequired: true,
            },
          },
        },
      },
    });
    return answer;
  },
  async zitadelVerifyEmailCode(client) {
    const answer = await client.zitadel.verifyEmail({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { verificationCode: "r9YdMn4WcKx7TqLb2VgZ" },
    });
    return answer;
  },
  async zitadelVerifyInviteCodeCode(client) {
    const answer = await client.zitadel.verifyInviteCode({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { verificationCode: "w7HnC2vKq9TzR4mXb5Ld" },
    });
    return answer;
  },
  async zitadelVerifyPhoneCode(client) {
    const answer = await client.zitadel.verifyPhone({
      userId: "0192f3a4-1111-7d8e-9f01-23456789abcd",
      body: { verificationCode: "r9YdMn4WcKx7TqLb2VgZ" },
    });
    return answer;
  },
};
