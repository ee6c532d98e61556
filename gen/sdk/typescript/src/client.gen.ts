// Generated from openapi/ by specbundle; do not edit.

import { operations } from "./facts.gen.js";
import type { Schemas } from "./facts.gen.js";
import type { operations as Specified } from "./schema.gen.js";
import { Transport } from "./transport.js";
import type { CallOptions } from "./transport.js";

type Query<Id extends keyof Specified> = NonNullable<Specified[Id]["parameters"]["query"]>;

/** Calls one Rekey. Its methods are the operations of the contract, under the same names. */
export class Client extends Transport {
  /**
   * Log in
   *
   * Checks user name and password and answers an access token and a refresh token, with `Cache-Control: no-store`.
   *
   * A user with a second factor who sends no `oneTimePasscode` is answered 409: a code was mailed, and the same
   * call with that code finishes the login. A user with an authenticator app is mailed nothing: the same call with
   * the app's code, or with a recovery code, finishes the login. The challenge is revealed only after the right password. 401 does not
   * tell an unknown user, a wrong password, a wrong code, a disabled and a locked user apart.
   *
   * A right password that is expired, temporary or marked for change opens no session: the 401 then has the type
   * `urn:rekey:fault:password_change_required` and a `key` with which resetPassword sets a new password.
   *
   * An `Authorization` header is not read, so a stale one does no harm.
   *
   * POST /api/Users/authenticate
   */
  boomiAuthenticate(input: { body: Schemas["boomiLoginModel"] }, options?: CallOptions): Promise<Schemas["boomiTokenPair"]> {
    return this.call<Schemas["boomiTokenPair"]>(operations.boomiAuthenticate, input, options);
  }

  /**
   * Change one's own password
   *
   * Replaces the password of the user whose access token is sent, after checking the current one. Both entries of
   * the new password must agree and meet policy and history. On success all of the user's sessions and refresh
   * tokens end, this one too: the user logs in again, as with the vendor.
   *
   * Only a user's own access token is accepted; an API key is answered 403, and so is a `userId` that is not the
   * user's own. A wrong current password is a 400, not a 401, since the token itself is good.
   *
   * POST /api/Account/changePassword
   */
  boomiChangePassword(input: { body: Schemas["boomiChangePassword"] }, options?: CallOptions): Promise<Schemas["boomiChangePasswordAnswer"]> {
    return this.call<Schemas["boomiChangePasswordAnswer"]>(operations.boomiChangePassword, input, options);
  }

  /**
   * Ask for a reset link by mail
   *
   * Mails a reset link to the user named by `username` or, if that is missing, by `emailAddress`. The older reset
   * links of that user die. The mail goes to the user's verified address that was named, else to his primary one.
   *
   * The answer is the same, in body and in time, for known, unknown, disabled, locked and directory users: it says
   * only that the request was understood. No password changes, no session ends, and nothing is sent to an address
   * that the user does not have. At least one of the two fields is needed.
   *
   * POST /api/ForgotUser/forgotPassword
   */
  boomiForgotPassword(input: { body: Schemas["boomiForgotModel"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.boomiForgotPassword, input, options);
  }

  /**
   * Ask for the user name by mail
   *
   * Mails the user name, or the names if several users share it, to the stored address that equals `emailAddress`.
   *
   * The answer is the same, in body and in time, whether anybody has that address or not. No link is made, nothing
   * changes, and `username` is ignored.
   *
   * POST /api/ForgotUser/forgotUsername
   */
  boomiForgotUsername(input: { body: Schemas["boomiForgotModel"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.boomiForgotUsername, input, options);
  }

  /**
   * Exchange a refresh token for new tokens
   *
   * Answers a new access token and a new refresh token, with `Cache-Control: no-store`; the refresh token that was
   * sent is used up. Sending a used one again ends every token of that login, because one of the two senders is
   * not the user. Unknown, used, revoked and expired tokens are answered alike with 401.
   *
   * An `Authorization` header is not read, so an expired access token in it does no harm.
   *
   * POST /api/Users/refreshToken
   */
  boomiRefreshToken(input: { body: Schemas["boomiRefreshTokenModel"] }, options?: CallOptions): Promise<Schemas["boomiTokenPair"]> {
    return this.call<Schemas["boomiTokenPair"]>(operations.boomiRefreshToken, input, options);
  }

  /**
   * Send the login code again
   *
   * Mails a new code for the challenge `sid`; the earlier code dies. The answer is the same whether the challenge
   * exists or not. The code goes to the user's stored address alone: if `email` names another, no mail is sent. Codes per challenge and per account are limited, and sending again does not refund a wrong guess.
   *
   * An `Authorization` header is not read.
   *
   * POST /api/Users/resendMfa
   */
  boomiResendMfa(input: { body: Schemas["boomiResendMfa"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.boomiResendMfa, input, options);
  }

  /**
   * Reset a forgotten password through a reset link
   *
   * Redeems a reset link and replaces the user's password. Both entries must agree and meet policy and history; a
   * refusal for any of these reasons leaves the link alive. On success the link is used up, other links of the user
   * die, sessions and refresh tokens end, a lockout is lifted, and the user is told by mail.
   *
   * `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
   * stored: a reset cannot switch a second factor off. Nobody is logged in by this.
   *
   * The answer is a bare string, as JSON.
   *
   * POST /api/Password/resetPassword
   */
  boomiResetPassword(input: { body: Schemas["boomiPasswordModel"] }, options?: CallOptions): Promise<Schemas["boomiPasswordResult"]> {
    return this.call<Schemas["boomiPasswordResult"]>(operations.boomiResetPassword, input, options);
  }

  /**
   * Set the first password through a set link
   *
   * Redeems a set link and stores the user's first password. Both entries must agree and meet the policy; a refusal
   * for either reason leaves the link alive. On success the link is used up, the user's sessions and refresh tokens
   * end, and the user is told by mail.
   *
   * `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
   * stored: a link cannot rename anybody or switch a second factor off. Nobody is logged in by this.
   *
   * The answer is a bare string, as JSON.
   *
   * POST /api/Password/setPassword
   */
  boomiSetPassword(input: { body: Schemas["boomiPasswordModel"] }, options?: CallOptions): Promise<Schemas["boomiPasswordResult"]> {
    return this.call<Schemas["boomiPasswordResult"]>(operations.boomiSetPassword, input, options);
  }

  /**
   * Check a reset-password link
   *
   * Answers the model of a live reset link: the key, the user name, and whether the user has a second factor (which
   * decides how long the new password must be). Both password fields are always null.
   *
   * Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
   * set links are unknown here. The answer carries `Cache-Control: no-store`.
   *
   * GET /api/Password/resetPassword
   */
  boomiValidatePasswordResetLink(input?: { query?: Query<"boomiValidatePasswordResetLink"> }, options?: CallOptions): Promise<Schemas["boomiPasswordModel"]> {
    return this.call<Schemas["boomiPasswordModel"]>(operations.boomiValidatePasswordResetLink, input, options);
  }

  /**
   * Check a set-password link
   *
   * Answers the model of a live set link: the key, the user name, and whether the user has a second factor (which
   * decides how long the new password must be). Both password fields are always null.
   *
   * Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
   * reset links are unknown here. The answer carries `Cache-Control: no-store`.
   *
   * GET /api/Password/setPassword
   */
  boomiValidatePasswordSetLink(input?: { query?: Query<"boomiValidatePasswordSetLink"> }, options?: CallOptions): Promise<Schemas["boomiPasswordModel"]> {
    return this.call<Schemas["boomiPasswordModel"]>(operations.boomiValidatePasswordSetLink, input, options);
  }

  /**
   * Obtain a token for an administration application
   *
   * Exchanges the id and the shared secret of an administration application for a token that lives fifteen minutes,
   * answered with `Cache-Control: no-store`. There is no refresh token; ask again when it has expired. The token can
   * do what the application's permissions and boundaries allow at the time of each call.
   *
   * An unknown application, a wrong secret and a revoked application are answered alike with 401. An `Authorization`
   * header is not read, so an expired token in it does no harm.
   *
   * POST /api/web/v1/adminapi/authenticate
   */
  entrustAuthenticateAdminApiUsingPOST(input: { body: Schemas["entrustAdminApiAuthentication"] }, options?: CallOptions): Promise<Schemas["entrustAdminApiAuthenticationResult"]> {
    return this.call<Schemas["entrustAdminApiAuthenticationResult"]>(operations.entrustAuthenticateAdminApiUsingPOST, input, options);
  }

  /**
   * Remove a user's password
   *
   * Removes the password, so that the user cannot log in with one until another is set. Sessions and refresh tokens
   * end. The user and his password history stay. The answer is 200 with an empty body, not 204.
   *
   * DELETE /api/web/v1/users/{userid}/passwords
   */
  entrustDeleteUserPasswordUsingDELETE(input: { userid: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.entrustDeleteUserPasswordUsingDELETE, input, options);
  }

  /**
   * Read the password rules of a user
   *
   * Answers the rules that setting a password would apply to this user, with his second factor taken into account
   * (it shortens the minimum length). Rules that the tenant does not use are answered by the value that switches
   * them off. Nothing about the user's own password is told.
   *
   * GET /api/web/v1/users/{userid}/settings/password
   */
  entrustGetUserPasswordSettingsUsingGET(input: { userid: string }, options?: CallOptions): Promise<Schemas["entrustUserPasswordSettings"]> {
    return this.call<Schemas["entrustUserPasswordSettings"]>(operations.entrustGetUserPasswordSettingsUsingGET, input, options);
  }

  /**
   * Describe a user's password
   *
   * Answers whether the user has a password, when it was changed last, when it expires, when the user will next be
   * warned, and whether a change is forced. It never answers the password: `newPassword` is always absent. A user
   * without a password is answered 200 with `present` false.
   *
   * GET /api/web/v1/users/{userid}/passwords
   */
  entrustGetUserPasswordUsingGET(input: { userid: string }, options?: CallOptions): Promise<Schemas["entrustUserPassword"]> {
    return this.call<Schemas["entrustUserPassword"]>(operations.entrustGetUserPasswordUsingGET, input, options);
  }

  /**
   * Warn a user that the password expires
   *
   * Mails the user when the password expires and where to change it, now, whatever the schedule says. The scheduled
   * warning is still sent when it is due. The password, its expiry and the sessions stay as they are.
   *
   * There is no request body. A password without an expiry is answered 400, since there is nothing to warn about.
   * The answer is 200 with an empty body.
   *
   * PUT /api/web/v1/users/{userid}/password/notify
   */
  entrustSendPasswordExpiryNotificationUsingPUT(input: { userid: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.entrustSendPasswordExpiryNotificationUsingPUT, input, options);
  }

  /**
   * Set a user password
   *
   * Sets, generates or imports the password of a user. All of the user's sessions and refresh tokens and all
   * outstanding links end. Policy and history apply to a given password; a refusal lists every broken rule.
   *
   * - `generatePassword` makes a random password that meets the policy; `password` is then ignored.
   * - `returnPassword` answers a generated password once in `newPassword`. It has no effect on a password that
   *   the caller sent. Every answer carries `Cache-Control: no-store`.
   * - `emailPassword` is true unless false is sent. A generated password is mailed for one use, with a forced change;
   *   for a chosen one the mail carries a one-time link instead, unless the tenant wants the vendor's way.
   * - `passwordFormat` BCRYPT imports a hash given in `password`, without policy. The user must be local,
   *   `currentPassword` must be null, and `generatePassword`, `emailPassword` and `returnPassword` must be false.
   *   As `emailPassword` defaults to true, it has to be sent as false. Only the modular crypt form of bcrypt with
   *   an acceptable cost is taken.
   * - `currentPassword` is only for users of a directory. It is refused for local users. Until a directory is
   *   configured, the passwords of its users cannot be set.
   * - `expiryTime` lies in the future, and at most 36,500 days ahead.
   * - `clearPasswordHistory` forgets the history first, so that an old password may come back.
   *
   * PUT /api/web/v1/users/{userid}/passwords
   */
  entrustSetUserPasswordUsingPUT(input: { userid: string; body: Schemas["entrustUserPasswordParms"] }, options?: CallOptions): Promise<Schemas["entrustUserPassword"]> {
    return this.call<Schemas["entrustUserPassword"]>(operations.entrustSetUserPasswordUsingPUT, input, options);
  }

  /**
   * Check a candidate password
   *
   * Tries a candidate against the rules that setting a password would apply to this user, by the same engine, and
   * answers one flag a rule: true means that the candidate passes. A bad candidate is still answered 200. Flags of
   * rules that the tenant does not use are true; the setter takes what has no false flag. Those that only a directory
   * could judge are absent, and `passwordHistory` is when it was left out.
   *
   * Nothing is stored and nothing is sent. It does not tell whether the candidate is the current password, other
   * than through the history rule, which `ignorePasswordHistory` leaves out.
   *
   * POST /api/web/v1/users/{userid}/password/validate
   */
  entrustValidateUserPasswordUsingPOST(input: { userid: string; body: Schemas["entrustUserPasswordValidateParms"] }, options?: CallOptions): Promise<Schemas["entrustUserPasswordValidationResponse"]> {
    return this.call<Schemas["entrustUserPasswordValidationResponse"]>(operations.entrustValidateUserPasswordUsingPOST, input, options);
  }

  /**
   * Cancel a ticket
   *
   * Revokes a ticket that is not over. What still waits to be sent of it is not sent.
   *
   * DELETE /v1/tickets/{ticketId}
   */
  rekeyCancelTicket(input: { ticketId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyCancelTicket, input, options);
  }

  /**
   * Change a password by showing it
   *
   * Changes a password by showing the current one, as a user does for himself. Wrong ones count like failed logins.
   *
   * POST /v1/users/{userId}/password/change
   */
  rekeyChangePassword(input: { userId: string; body: Schemas["rekeyPasswordChange"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.call<Schemas["rekeyPasswordChanged"]>(operations.rekeyChangePassword, input, options);
  }

  /**
   * Check a password
   *
   * Tells whether a password would be accepted, and which rules it breaks, for a user or for somebody who is to become a user of a
   * tenant. The engine is the one of every change: what is acceptable here is accepted there, with the same violations otherwise.
   * Nothing is changed, and the password is not kept. Earlier passwords and breaches are only asked about when the other rules pass.
   * A caller who may not set the user's password gets 100 answers a day that compare with his earlier ones, since each is a guess.
   *
   * POST /v1/password-checks
   */
  rekeyCheckPassword(input: { body: Schemas["rekeyPasswordCheck"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordVerdict"]> {
    return this.call<Schemas["rekeyPasswordVerdict"]>(operations.rekeyCheckPassword, input, options);
  }

  /**
   * Confirm an authenticator app
   *
   * Makes the enrolled app the second factor of the user by a first code, and answers his recovery codes, once. Every login then asks for a
   * code, on every surface. The user's other sessions end, and he is told.
   *
   * POST /v1/users/{userId}/totp/confirm
   */
  rekeyConfirmTotp(input: { userId: string; body: Schemas["rekeyTotpCode"] }, options?: CallOptions): Promise<Schemas["rekeyRecoveryCodes"]> {
    return this.call<Schemas["rekeyRecoveryCodes"]>(operations.rekeyConfirmTotp, input, options);
  }

  /**
   * Create an API key
   *
   * Creates an API key, which is an OAuth client too: its id is the client id. Key and client secret are in this answer alone. Permissions and
   * boundary can be no more than the caller's own (403 `grants_more`).
   *
   * `requestsPerMinute` and `requestsAtOnce` are what the key may ask of each server; more is 429. Callers of the boundary `platform` alone
   * set them (403 `platform_only`).
   *
   * A key with the boundary `self` belongs to a user, for his scripts: it does what its permissions name of what a user may do to himself, and
   * nothing of what he may do to others. The user makes it himself in a session, or somebody who reaches him and holds no less than he does
   * (403 `holds_more`). It opens no session and is no OAuth client. It is refused while the user is disabled, locked or has to change his
   * password, and revoked when he is disabled, locked or deleted, and when a change of his password ends all sessions. It cannot make,
   * change, rotate or revoke keys.
   *
   * POST /v1/api-keys
   */
  rekeyCreateApiKey(input: { body: Schemas["rekeyApiKeyCreation"] }, options?: CallOptions): Promise<Schemas["rekeyCreatedApiKey"]> {
    return this.call<Schemas["rekeyCreatedApiKey"]>(operations.rekeyCreateApiKey, input, options);
  }

  /**
   * Create an application
   *
   * Creates an application without tenants. Names need not be unique.
   *
   * POST /v1/applications
   */
  rekeyCreateApplication(input: { body: Schemas["rekeyApplicationCreation"] }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.call<Schemas["rekeyApplication"]>(operations.rekeyCreateApplication, input, options);
  }

  /**
   * Log a user in
   *
   * Logs a user in by name, or verified address, and password. A refusal is one answer for an unknown name, a wrong password, a wrong code
   * and a user who may not log in. After the right password a second factor may be asked for: repeat the request with `code`. A password
   * that is temporary, expired or marked for change opens no session; the problem's `ticket` then redeems the change.
   *
   * A caller with an API key logs users of its own tenant in, or of the tenant that it names.
   *
   * POST /v1/sessions
   */
  rekeyCreateSession(input: { body: Schemas["rekeyLogin"] }, options?: CallOptions): Promise<Schemas["rekeyLoggedIn"]> {
    return this.call<Schemas["rekeyLoggedIn"]>(operations.rekeyCreateSession, input, options);
  }

  /**
   * Create a tenant
   *
   * Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a host selects one tenant only.
   * What a key of the platform sets is active at once. Other hosts are pending until the domain's owner says in the DNS whose they are
   * (`verifyTenantHost`); the public host of the service, addresses, localhost and names without a dot are refused (403 `host_reserved`).
   *
   * POST /v1/tenants
   */
  rekeyCreateTenant(input: { body: Schemas["rekeyTenantCreation"] }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.call<Schemas["rekeyTenant"]>(operations.rekeyCreateTenant, input, options);
  }

  /**
   * Issue a ticket
   *
   * Issues the one-time right to set a password, and ends the user's older tickets of the same purpose.
   *
   * With `deliver: send` Rekey sends link or code to the user's verified address; an invitation also goes to one that is not verified yet.
   * With `deliver: return` nothing is sent, and the answer holds link or code, once. That needs the permission `tickets:return` besides.
   * A link leads to Rekey's own page, or by `linkTemplate` to yours; `{{.Code}}` in it is the `ticket` of the proof.
   * A short code belongs to a `requestCode`, which is always answered to the caller: the proof needs both.
   *
   * A locked user gets no ticket (409), unless `unlock` is true: then he is unlocked with it, as by `locked: false` of updateUser. The
   * caller needs `users:write` as well for that (403 `forbidden`).
   *
   * POST /v1/tickets
   */
  rekeyCreateTicket(input: { body: Schemas["rekeyTicketCreation"] }, options?: CallOptions): Promise<Schemas["rekeyIssuedTicket"]> {
    return this.call<Schemas["rekeyIssuedTicket"]>(operations.rekeyCreateTicket, input, options);
  }

  /**
   * Create a user
   *
   * Creates a user of a tenant, without a password: mail a ticket, or set one. User names and addresses are unique in their tenant by their
   * canonical form, and a user name is not the address of somebody else. `verified` is the caller's word that the address is the user's;
   * only verified addresses receive links and codes. Permissions and boundary can be no more than the caller's own (403 `grants_more`).
   *
   * POST /v1/users
   */
  rekeyCreateUser(input: { body: Schemas["rekeyUserCreation"] }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.call<Schemas["rekeyUser"]>(operations.rekeyCreateUser, input, options);
  }

  /**
   * Delete an application
   *
   * Deletes an application that has no tenants, and revokes its API keys. Its events stay.
   *
   * DELETE /v1/applications/{applicationId}
   */
  rekeyDeleteApplication(input: { applicationId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyDeleteApplication, input, options);
  }

  /**
   * Delete a tenant
   *
   * Deletes a tenant that has no users, and revokes its API keys. Its events stay. The default tenant cannot be deleted.
   *
   * DELETE /v1/tenants/{tenantId}
   */
  rekeyDeleteTenant(input: { tenantId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyDeleteTenant, input, options);
  }

  /**
   * Delete a user
   *
   * Deletes a user with password, history, sessions, tickets, factors, addresses and the content of messages that wait. The events stay, the
   * names are free again, and the id is never given to anybody else.
   *
   * DELETE /v1/users/{userId}
   */
  rekeyDeleteUser(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyDeleteUser, input, options);
  }

  /**
   * Remove the own second factor
   *
   * Removes the authenticator app of the user who calls, and its recovery codes. He shows his current password and a fresh code. His other
   * sessions end, and he is told.
   *
   * POST /v1/users/{userId}/second-factor/remove
   */
  rekeyDropSecondFactor(input: { userId: string; body: Schemas["rekeyFreshness"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyDropSecondFactor, input, options);
  }

  /**
   * Revoke all of a user's sessions
   *
   * Ends all sessions and refresh tokens of a user at once, and counts them.
   *
   * DELETE /v1/users/{userId}/sessions
   */
  rekeyEndSessions(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.call<Schemas["rekeyPasswordChanged"]>(operations.rekeyEndSessions, input, options);
  }

  /**
   * Enroll an authenticator app
   *
   * Draws a secret for an authenticator app and answers it, once, also as an address that apps read as a QR code. The app is no factor until
   * a first code confirms it, within an hour; enrolling again replaces one that waits. A user who enrolls his own shows his current password.
   *
   * POST /v1/users/{userId}/totp
   */
  rekeyEnrollTotp(input: { userId: string; body: Schemas["rekeyProof"] }, options?: CallOptions): Promise<Schemas["rekeyTotpEnrollment"]> {
    return this.call<Schemas["rekeyTotpEnrollment"]>(operations.rekeyEnrollTotp, input, options);
  }

  /**
   * Export events
   *
   * Streams events as JSON, one a line: chain by chain, each in the order of its sequence, so that the answer can be checked without
   * this service as docs/audit.md tells. Of a chain that has events in the given time, all between the first and the last of them are
   * told. If the export breaks off, the connection is cut; `after` goes on behind the last event that arrived.
   *
   * GET /v1/events/export
   */
  rekeyExportEvents(input?: { query?: Query<"rekeyExportEvents"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyEvent"]> {
    return this.lines<Schemas["rekeyEvent"]>(operations.rekeyExportEvents, input, options);
  }

  /**
   * Read an API key
   *
   * Reads one API key. `lastUsedAt` is exact to an hour.
   *
   * GET /v1/api-keys/{apiKeyId}
   */
  rekeyGetApiKey(input: { apiKeyId: string }, options?: CallOptions): Promise<Schemas["rekeyApiKey"]> {
    return this.call<Schemas["rekeyApiKey"]>(operations.rekeyGetApiKey, input, options);
  }

  /**
   * Read an application
   *
   * Reads one application.
   *
   * GET /v1/applications/{applicationId}
   */
  rekeyGetApplication(input: { applicationId: string }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.call<Schemas["rekeyApplication"]>(operations.rekeyGetApplication, input, options);
  }

  /**
   * Read the policy of an application
   *
   * Reads the rules that an application sets itself. What is not among them is inherited from the built-in defaults.
   *
   * GET /v1/applications/{applicationId}/policy
   */
  rekeyGetApplicationPolicy(input: { applicationId: string }, options?: CallOptions): Promise<Schemas["rekeyPolicy"]> {
    return this.call<Schemas["rekeyPolicy"]>(operations.rekeyGetApplicationPolicy, input, options);
  }

  /**
   * Read what holds in a tenant
   *
   * Reads every rule that holds for the users of a tenant, and the level that imposed it.
   *
   * GET /v1/tenants/{tenantId}/effective-policy
   */
  rekeyGetEffectivePolicy(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyEffectivePolicy"]> {
    return this.call<Schemas["rekeyEffectivePolicy"]>(operations.rekeyGetEffectivePolicy, input, options);
  }

  /**
   * Read an event
   *
   * Reads one event of the audit trail, with its place in the chain and the hash that seals it.
   *
   * GET /v1/events/{eventId}
   */
  rekeyGetEvent(input: { eventId: string }, options?: CallOptions): Promise<Schemas["rekeyEvent"]> {
    return this.call<Schemas["rekeyEvent"]>(operations.rekeyGetEvent, input, options);
  }

  /**
   * Read the state of a message
   *
   * Reads where one message is, and what the mail server or SMS gateway said last.
   *
   * GET /v1/messages/{messageId}
   */
  rekeyGetMessage(input: { messageId: string }, options?: CallOptions): Promise<Schemas["rekeyMessage"]> {
    return this.call<Schemas["rekeyMessage"]>(operations.rekeyGetMessage, input, options);
  }

  /**
   * Describe a password
   *
   * Tells what may be known of a password without knowing it.
   *
   * GET /v1/users/{userId}/password
   */
  rekeyGetPassword(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordState"]> {
    return this.call<Schemas["rekeyPasswordState"]>(operations.rekeyGetPassword, input, options);
  }

  /**
   * Describe a second factor
   *
   * Tells by which means a user takes the second step of a login.
   *
   * GET /v1/users/{userId}/second-factor
   */
  rekeyGetSecondFactor(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeySecondFactor"]> {
    return this.call<Schemas["rekeySecondFactor"]>(operations.rekeyGetSecondFactor, input, options);
  }

  /**
   * Read a session
   *
   * Reads one live session. Its tokens are never shown again.
   *
   * GET /v1/sessions/{sessionId}
   */
  rekeyGetSession(input: { sessionId: string }, options?: CallOptions): Promise<Schemas["rekeySession"]> {
    return this.call<Schemas["rekeySession"]>(operations.rekeyGetSession, input, options);
  }

  /**
   * Read a tenant
   *
   * Reads one tenant with its settings. The `ETag` of the answer is what `If-Match` of a change compares.
   *
   * GET /v1/tenants/{tenantId}
   */
  rekeyGetTenant(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.call<Schemas["rekeyTenant"]>(operations.rekeyGetTenant, input, options);
  }

  /**
   * Read the policy of a tenant
   *
   * Reads the rules that a tenant sets itself. What is not among them is inherited from its application, or else from the built-in defaults.
   *
   * GET /v1/tenants/{tenantId}/policy
   */
  rekeyGetTenantPolicy(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyPolicy"]> {
    return this.call<Schemas["rekeyPolicy"]>(operations.rekeyGetTenantPolicy, input, options);
  }

  /**
   * Read a ticket
   *
   * Reads one ticket. Each step of its life is also an event with its id.
   *
   * GET /v1/tickets/{ticketId}
   */
  rekeyGetTicket(input: { ticketId: string }, options?: CallOptions): Promise<Schemas["rekeyTicket"]> {
    return this.call<Schemas["rekeyTicket"]>(operations.rekeyGetTicket, input, options);
  }

  /**
   * Read a user
   *
   * Reads one user with all addresses and rights, never a password or its hash.
   *
   * GET /v1/users/{userId}
   */
  rekeyGetUser(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.call<Schemas["rekeyUser"]>(operations.rekeyGetUser, input, options);
  }

  /**
   * Look at a ticket
   *
   * Tells whether a proof would be accepted, and for whom. It consumes nothing, however often it is called; a wrong short code counts as a try.
   * No credential is needed: the proof is one.
   *
   * POST /v1/tickets/inspect
   */
  rekeyInspectTicket(input: { body: Schemas["rekeyTicketProof"] }, options?: CallOptions): Promise<Schemas["rekeyInspectedTicket"]> {
    return this.call<Schemas["rekeyInspectedTicket"]>(operations.rekeyInspectTicket, input, options);
  }

  /**
   * List API keys
   *
   * Lists the API keys whose reach is within the caller's, revoked ones too; for a user who manages no others, his own. Secrets are never
   * shown again. A key is deleted a while after it was revoked or ran out, by default 30 days.
   *
   * GET /v1/api-keys
   */
  rekeyListApiKeys(input?: { query?: Query<"rekeyListApiKeys"> }, options?: CallOptions): Promise<Schemas["rekeyApiKeyList"]> {
    return this.call<Schemas["rekeyApiKeyList"]>(operations.rekeyListApiKeys, input, options);
  }

  /** rekeyListApiKeys with all its pages, which are fetched as they are needed. */
  rekeyListApiKeysAll(input?: { query?: Query<"rekeyListApiKeys"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyApiKeyList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListApiKeys({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List applications
   *
   * Lists the applications that the caller reaches.
   *
   * GET /v1/applications
   */
  rekeyListApplications(input?: { query?: Query<"rekeyListApplications"> }, options?: CallOptions): Promise<Schemas["rekeyApplicationList"]> {
    return this.call<Schemas["rekeyApplicationList"]>(operations.rekeyListApplications, input, options);
  }

  /** rekeyListApplications with all its pages, which are fetched as they are needed. */
  rekeyListApplicationsAll(input?: { query?: Query<"rekeyListApplications"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyApplicationList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListApplications({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List checkpoints
   *
   * Lists signed statements of where the chains ended, the oldest first. Kept elsewhere, they show a trail that was rewritten as a
   * whole. The signature is verified by the keys that the service publishes for its tokens, or by those of `GET /v1/signing-keys` once they
   * are retired.
   *
   * GET /v1/audit/checkpoints
   */
  rekeyListCheckpoints(input?: { query?: Query<"rekeyListCheckpoints"> }, options?: CallOptions): Promise<Schemas["rekeyCheckpointList"]> {
    return this.call<Schemas["rekeyCheckpointList"]>(operations.rekeyListCheckpoints, input, options);
  }

  /** rekeyListCheckpoints with all its pages, which are fetched as they are needed. */
  rekeyListCheckpointsAll(input?: { query?: Query<"rekeyListCheckpoints"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyCheckpointList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListCheckpoints({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List events
   *
   * Lists what happened, the newest first, or the oldest first. Events of no tenant are shown to callers of the platform alone. No
   * operation changes or deletes an event.
   *
   * GET /v1/events
   */
  rekeyListEvents(input?: { query?: Query<"rekeyListEvents"> }, options?: CallOptions): Promise<Schemas["rekeyEventList"]> {
    return this.call<Schemas["rekeyEventList"]>(operations.rekeyListEvents, input, options);
  }

  /** rekeyListEvents with all its pages, which are fetched as they are needed. */
  rekeyListEventsAll(input?: { query?: Query<"rekeyListEvents"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyEventList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListEvents({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List locales
   *
   * Lists the languages that messages are written in. A user may have any other: his messages are written in the nearest of these, so `de`
   * for `de-AT`, else in the fallback. Any caller may read it.
   *
   * GET /v1/locales
   */
  rekeyListLocales(options?: CallOptions): Promise<Schemas["rekeyLocaleList"]> {
    return this.call<Schemas["rekeyLocaleList"]>(operations.rekeyListLocales, undefined, options);
  }

  /**
   * List messages
   *
   * Lists what was sent, or is to be sent, to the users that the caller reaches: where it is, and never what it says. A message is deleted
   * a while after it was sent or given up, by default 30 days, and not found from then on.
   *
   * GET /v1/messages
   */
  rekeyListMessages(input?: { query?: Query<"rekeyListMessages"> }, options?: CallOptions): Promise<Schemas["rekeyMessageList"]> {
    return this.call<Schemas["rekeyMessageList"]>(operations.rekeyListMessages, input, options);
  }

  /** rekeyListMessages with all its pages, which are fetched as they are needed. */
  rekeyListMessagesAll(input?: { query?: Query<"rekeyListMessages"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyMessageList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListMessages({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List permissions
   *
   * Lists the catalogue of permissions: all that API keys and users can hold. Any caller may read it.
   *
   * GET /v1/permissions
   */
  rekeyListPermissions(options?: CallOptions): Promise<Schemas["rekeyPermissionList"]> {
    return this.call<Schemas["rekeyPermissionList"]>(operations.rekeyListPermissions, undefined, options);
  }

  /**
   * List the presets
   *
   * Lists sets of rules to begin with: the built-in defaults, and the documented defaults of the products that Rekey speaks like.
   *
   * GET /v1/policy-presets
   */
  rekeyListPolicyPresets(options?: CallOptions): Promise<Schemas["rekeyPolicyPresetList"]> {
    return this.call<Schemas["rekeyPolicyPresetList"]>(operations.rekeyListPolicyPresets, undefined, options);
  }

  /**
   * List sessions
   *
   * Lists the live sessions of the users that the caller reaches.
   *
   * GET /v1/sessions
   */
  rekeyListSessions(input?: { query?: Query<"rekeyListSessions"> }, options?: CallOptions): Promise<Schemas["rekeySessionList"]> {
    return this.call<Schemas["rekeySessionList"]>(operations.rekeyListSessions, input, options);
  }

  /** rekeyListSessions with all its pages, which are fetched as they are needed. */
  rekeyListSessionsAll(input?: { query?: Query<"rekeyListSessions"> }, options?: CallOptions): AsyncIterable<Schemas["rekeySessionList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListSessions({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List signing keys
   *
   * Lists the keys that sign access tokens and checkpoints of the audit trail, retired ones too, with their public halves: whoever keeps
   * checkpoints elsewhere verifies those of a retired key by them. Who verifies tokens reads the JWKS, which has the keys that are not retired.
   *
   * GET /v1/signing-keys
   */
  rekeyListSigningKeys(input?: { query?: Query<"rekeyListSigningKeys"> }, options?: CallOptions): Promise<Schemas["rekeySigningKeyList"]> {
    return this.call<Schemas["rekeySigningKeyList"]>(operations.rekeyListSigningKeys, input, options);
  }

  /** rekeyListSigningKeys with all its pages, which are fetched as they are needed. */
  rekeyListSigningKeysAll(input?: { query?: Query<"rekeyListSigningKeys"> }, options?: CallOptions): AsyncIterable<Schemas["rekeySigningKeyList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListSigningKeys({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List tenants
   *
   * Lists the tenants that the caller reaches, or those of one application.
   *
   * GET /v1/tenants
   */
  rekeyListTenants(input?: { query?: Query<"rekeyListTenants"> }, options?: CallOptions): Promise<Schemas["rekeyTenantList"]> {
    return this.call<Schemas["rekeyTenantList"]>(operations.rekeyListTenants, input, options);
  }

  /** rekeyListTenants with all its pages, which are fetched as they are needed. */
  rekeyListTenantsAll(input?: { query?: Query<"rekeyListTenants"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyTenantList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListTenants({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List tickets
   *
   * Lists the tickets of the users that the caller reaches, over or not. No link or code is ever shown again. A ticket is deleted a while
   * after its end, by default 30 days, and not found from then on.
   *
   * GET /v1/tickets
   */
  rekeyListTickets(input?: { query?: Query<"rekeyListTickets"> }, options?: CallOptions): Promise<Schemas["rekeyTicketList"]> {
    return this.call<Schemas["rekeyTicketList"]>(operations.rekeyListTickets, input, options);
  }

  /** rekeyListTickets with all its pages, which are fetched as they are needed. */
  rekeyListTicketsAll(input?: { query?: Query<"rekeyListTickets"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyTicketList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListTickets({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * List users
   *
   * Lists the users that the caller reaches. Filters narrow the list together; a user name or an address is found by its canonical form, as a
   * whole: case and width make no difference.
   *
   * GET /v1/users
   */
  rekeyListUsers(input?: { query?: Query<"rekeyListUsers"> }, options?: CallOptions): Promise<Schemas["rekeyUserList"]> {
    return this.call<Schemas["rekeyUserList"]>(operations.rekeyListUsers, input, options);
  }

  /** rekeyListUsers with all its pages, which are fetched as they are needed. */
  rekeyListUsersAll(input?: { query?: Query<"rekeyListUsers"> }, options?: CallOptions): AsyncIterable<Schemas["rekeyUserList"]["items"][number]> {
    return this.pages((cursor) => this.rekeyListUsers({ ...input, query: { ...input?.query, ...(cursor ? { cursor } : {}) } }, options));
  }

  /**
   * Set a password with a ticket
   *
   * Sets the password. The ticket dies with an accepted password alone: a refused one, or a failure, leaves it as it was. All sessions and refresh
   * tokens of the user end, and all his other tickets. No credential is needed: the proof is one.
   *
   * Where the tenant's policy wants it, a user with an authenticator app sends `factorCode` too. Without it nothing is used up.
   *
   * POST /v1/tickets/redeem
   */
  rekeyRedeemTicket(input: { body: Schemas["rekeyTicketRedemption"] }, options?: CallOptions): Promise<Schemas["rekeyRedeemedTicket"]> {
    return this.call<Schemas["rekeyRedeemedTicket"]>(operations.rekeyRedeemTicket, input, options);
  }

  /**
   * Refresh tokens
   *
   * Exchanges a refresh token for new tokens. Each works once; one that is shown again was stolen, and ends the session,
   * unless `sessions.refreshReuseSeconds` lets the same client have the same successor again for some seconds.
   *
   * POST /v1/sessions/refresh
   */
  rekeyRefreshSession(input: { body: Schemas["rekeyRefresh"] }, options?: CallOptions): Promise<Schemas["rekeyLoggedIn"]> {
    return this.call<Schemas["rekeyLoggedIn"]>(operations.rekeyRefreshSession, input, options);
  }

  /**
   * Remove a password
   *
   * Leaves the user without a password. Sessions, refresh tokens, tickets and pending logins end; the answer counts them.
   *
   * DELETE /v1/users/{userId}/password
   */
  rekeyRemovePassword(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.call<Schemas["rekeyPasswordChanged"]>(operations.rekeyRemovePassword, input, options);
  }

  /**
   * Remove a second factor
   *
   * Removes the authenticator app of a user and its recovery codes, for one who lost both. Who had mailed codes before has them again. The
   * user's sessions end, and he is told. Nobody uses it on himself: `second-factor/remove` is for that.
   *
   * DELETE /v1/users/{userId}/second-factor
   */
  rekeyRemoveSecondFactor(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyRemoveSecondFactor, input, options);
  }

  /**
   * Renew recovery codes
   *
   * Answers ten new recovery codes, once; all old ones end. Each stands in for the authenticator app one time. A user who renews his own
   * shows his current password and a fresh code.
   *
   * POST /v1/users/{userId}/recovery-codes
   */
  rekeyRenewRecoveryCodes(input: { userId: string; body: Schemas["rekeyFreshness"] }, options?: CallOptions): Promise<Schemas["rekeyRecoveryCodes"]> {
    return this.call<Schemas["rekeyRecoveryCodes"]>(operations.rekeyRenewRecoveryCodes, input, options);
  }

  /**
   * Ask for a reset
   *
   * Asks for a ticket in the name of somebody who proved nothing yet. The answer is the same for everybody, known or not; who may be helped
   * gets a mail. Exactly one of `username` and `email` is given; an address must be verified, and the mail goes to that one. Asked by user
   * name, it goes to the primary address. A tenant that mails short codes answers with a `requestCode`,
   * whoever is asked for. Without `tenantId` the request acts in the caller's tenant, else in the one whose host was called, else in the default one.
   *
   * POST /v1/reset-requests
   */
  rekeyRequestReset(input: { body: Schemas["rekeyResetRequestCreation"] }, options?: CallOptions): Promise<Schemas["rekeyResetRequest"]> {
    return this.call<Schemas["rekeyResetRequest"]>(operations.rekeyRequestReset, input, options);
  }

  /**
   * Send a message again
   *
   * Sends a failed message again, word for word; its ticket is `queued` again. A message that waits is due at once. The content of a sent
   * message is gone, and so is that of a failed one when what it carries has expired: issue a new ticket instead. The budget of messages to
   * one user in an hour holds here too.
   *
   * POST /v1/messages/{messageId}/resend
   */
  rekeyResendMessage(input: { messageId: string }, options?: CallOptions): Promise<Schemas["rekeyMessage"]> {
    return this.call<Schemas["rekeyMessage"]>(operations.rekeyResendMessage, input, options);
  }

  /**
   * Retire a signing key
   *
   * Ends a key at once and for good: the tokens that it signed are refused and it is no longer published, by every server within a minute.
   * Checkpoints that it signed stay verifiable. The key that signs cannot be retired (409 `signing_key_signs`). Of a key that is retired
   * nothing changes.
   *
   * POST /v1/signing-keys/{signingKeyId}/retire
   */
  rekeyRetireSigningKey(input: { signingKeyId: string }, options?: CallOptions): Promise<Schemas["rekeySigningKey"]> {
    return this.call<Schemas["rekeySigningKey"]>(operations.rekeyRetireSigningKey, input, options);
  }

  /**
   * Revoke an API key
   *
   * Ends an API key at once and for good, with the tokens that were issued to it. It stays in the list.
   *
   * DELETE /v1/api-keys/{apiKeyId}
   */
  rekeyRevokeApiKey(input: { apiKeyId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyRevokeApiKey, input, options);
  }

  /**
   * Revoke a session
   *
   * Ends a session and its refresh tokens at once. One that has ended stays as it is.
   *
   * DELETE /v1/sessions/{sessionId}
   */
  rekeyRevokeSession(input: { sessionId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.rekeyRevokeSession, input, options);
  }

  /**
   * Rotate an API key
   *
   * Gives an API key a new secret, in this answer alone. The former secret works for `overlapSeconds` more, the one before it no longer. Tokens
   * that were issued for a secret end with it.
   *
   * POST /v1/api-keys/{apiKeyId}/rotate
   */
  rekeyRotateApiKey(input: { apiKeyId: string; body: Schemas["rekeyApiKeyRotation"] }, options?: CallOptions): Promise<Schemas["rekeyCreatedApiKey"]> {
    return this.call<Schemas["rekeyCreatedApiKey"]>(operations.rekeyRotateApiKey, input, options);
  }

  /**
   * Make the next signing key
   *
   * Makes a key that is published at once and signs after `signsAfterSeconds`: by then those who verify tokens, and keep the JWKS for a while,
   * have it. The keys before it verify for 16 minutes more, which is longer than any access token lives, and are retired by themselves then.
   * A key that waits already is replaced by this one. If the private half of a key was seen, rotate with 0 and retire that key.
   *
   * POST /v1/signing-keys/rotate
   */
  rekeyRotateSigningKey(input: { body: Schemas["rekeySigningKeyRotation"] }, options?: CallOptions): Promise<Schemas["rekeySigningKey"]> {
    return this.call<Schemas["rekeySigningKey"]>(operations.rekeyRotateSigningKey, input, options);
  }

  /**
   * Replace the policy of an application, dropping its other rules
   *
   * Replaces all rules that an application sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
   * was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
   * `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
   * mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
   *
   * PUT /v1/applications/{applicationId}/policy
   */
  rekeySetApplicationPolicy(input: { applicationId: string; query?: Query<"rekeySetApplicationPolicy">; body: Schemas["rekeyPolicyChange"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.call<Schemas["rekeyChangedPolicy"]>(operations.rekeySetApplicationPolicy, input, options);
  }

  /**
   * Set a password
   *
   * Sets the password of a user, whatever it was. Exactly one of `password`, `generate` and `hash` says what it becomes. A chosen password
   * has to meet the policy. A generated one works once, and only to choose another. An imported hash is kept as it is and renewed at the
   * next login.
   *
   * Sessions, refresh tokens, tickets and pending logins of the user end with the old password; the answer counts them.
   *
   * A lock stays, unless `unlock` is true: then the user may log in with the new password at once, as after `locked: false` of
   * updateUser. The caller needs `users:write` as well for that (403 `forbidden`).
   *
   * PUT /v1/users/{userId}/password
   */
  rekeySetPassword(input: { userId: string; body: Schemas["rekeyPasswordAssignment"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordSet"]> {
    return this.call<Schemas["rekeyPasswordSet"]>(operations.rekeySetPassword, input, options);
  }

  /**
   * Replace the policy of a tenant, dropping its other rules
   *
   * Replaces all rules that a tenant sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
   * was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
   * `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
   * mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
   *
   * PUT /v1/tenants/{tenantId}/policy
   */
  rekeySetTenantPolicy(input: { tenantId: string; query?: Query<"rekeySetTenantPolicy">; body: Schemas["rekeyPolicyChange"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.call<Schemas["rekeyChangedPolicy"]>(operations.rekeySetTenantPolicy, input, options);
  }

  /**
   * Change an API key
   *
   * Changes name, permissions, expiry or budgets; the next request with the key meets the change. `requestsPerMinute` and `requestsAtOnce`
   * are set by callers of the boundary `platform` alone (403 `platform_only`). Boundary, application and tenants of a key are for
   * good. A key that holds more than the caller cannot be changed (403 `holds_more`).
   *
   * PATCH /v1/api-keys/{apiKeyId}
   */
  rekeyUpdateApiKey(input: { apiKeyId: string; body: Schemas["rekeyApiKeyChange"] }, options?: CallOptions): Promise<Schemas["rekeyApiKey"]> {
    return this.call<Schemas["rekeyApiKey"]>(operations.rekeyUpdateApiKey, input, options);
  }

  /**
   * Change an application
   *
   * Changes the name of an application; its tenants, users and keys stay as they are. `If-Match` refuses the change if somebody
   * else was first.
   *
   * PATCH /v1/applications/{applicationId}
   */
  rekeyUpdateApplication(input: { applicationId: string; body: Schemas["rekeyApplicationChange"] }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.call<Schemas["rekeyApplication"]>(operations.rekeyUpdateApplication, input, options);
  }

  /**
   * Change rules of the policy of an application
   *
   * Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
   * again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
   * preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
   * set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
   * inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
   *
   * PATCH /v1/applications/{applicationId}/policy
   */
  rekeyUpdateApplicationPolicy(input: { applicationId: string; query?: Query<"rekeyUpdateApplicationPolicy">; body: Schemas["rekeyPolicyPatch"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.call<Schemas["rekeyChangedPolicy"]>(operations.rekeyUpdateApplicationPolicy, input, options);
  }

  /**
   * Change a tenant
   *
   * Changes name or hosts. Hosts, if given, replace the hosts there were, the pending ones among them: a host that is listed stays as it
   * is, one that is left out is given up, and has to be proven anew when it is added again. What a key of the platform lists is active at
   * once; what another key adds is pending (`verifyTenantHost`).
   *
   * PATCH /v1/tenants/{tenantId}
   */
  rekeyUpdateTenant(input: { tenantId: string; body: Schemas["rekeyTenantChange"] }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.call<Schemas["rekeyTenant"]>(operations.rekeyUpdateTenant, input, options);
  }

  /**
   * Change rules of the policy of a tenant
   *
   * Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
   * again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
   * preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
   * set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
   * inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
   *
   * PATCH /v1/tenants/{tenantId}/policy
   */
  rekeyUpdateTenantPolicy(input: { tenantId: string; query?: Query<"rekeyUpdateTenantPolicy">; body: Schemas["rekeyPolicyPatch"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.call<Schemas["rekeyChangedPolicy"]>(operations.rekeyUpdateTenantPolicy, input, options);
  }

  /**
   * Change a user
   *
   * Changes what is given. Lists and metadata are replaced as a whole. `disabled` and `locked` end all sessions, refresh tokens, challenges and
   * tickets at once. A change of addresses ends tickets and challenges and is told to all verified e-mail addresses, old and new. To switch
   * `secondFactor` on or off the caller needs `second-factors:write` as well (403 `forbidden`), and the user is told. Permissions
   * and boundary can be no more than the caller's own (403 `grants_more`), and of a user who holds more than the caller nothing can be
   * changed (403 `holds_more`).
   *
   * PATCH /v1/users/{userId}
   */
  rekeyUpdateUser(input: { userId: string; body: Schemas["rekeyUserChange"] }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.call<Schemas["rekeyUser"]>(operations.rekeyUpdateUser, input, options);
  }

  /**
   * Check the audit trail
   *
   * Checks that events are what was written: each one against its hash, their order, the ends of the chains, and the signed
   * checkpoints. A chain whose old events the operator archived is checked from the signed end of its archive on. Without `tenantId`, every chain that the caller reaches is checked. The answer names the first flaw. A long trail is
   * checked in several requests: while there is more, the answer has `resume`.
   *
   * GET /v1/audit/verify
   */
  rekeyVerifyAudit(input?: { query?: Query<"rekeyVerifyAudit"> }, options?: CallOptions): Promise<Schemas["rekeyAuditVerdict"]> {
    return this.call<Schemas["rekeyAuditVerdict"]>(operations.rekeyVerifyAudit, input, options);
  }

  /**
   * Verify a host of a tenant
   *
   * Looks in the DNS for the TXT record that `pendingHosts` of the tenant shows for the host, and makes the host active if one of the
   * records there is its value. Of several tenants that prove a host the first one has it (409 `host_taken`). A record that is not there yet
   * is 409 `host_unproven`: ask again, with another Idempotency-Key. Where nobody knows, since the DNS does not answer or two look-ups of
   * the tenant are under way, the answer is 503 `dns_unavailable`. Once the host is active the record is not looked at any more. Of a
   * host that is active nothing changes.
   *
   * POST /v1/tenants/{tenantId}/hosts/{host}/verify
   */
  rekeyVerifyTenantHost(input: { tenantId: string; host: string }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.call<Schemas["rekeyTenant"]>(operations.rekeyVerifyTenantHost, input, options);
  }

  /**
   * Change one's own password
   *
   * Replaces the password of the calling user, who has to know the present one. userId has to be the caller's own: any
   * other id, known or not, is refused with 403, and so is a caller that is no user.
   *
   * On success, at once and together: all sessions and refresh tokens of the user are revoked, this call's own included, open resets of
   * the user end, the "Password Updated" mail is queued, and the act is audited. A wrong present password is a 400 on currentPassword,
   * changes nothing, and is counted like a failed login; while logins of the user are slowed down, the right one gets the same 400.
   *
   * POST /api/v1/change-password
   */
  wristbandChangePassword(input: { body: Schemas["wristbandChangePasswordInput"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.wristbandChangePassword, input, options);
  }

  /**
   * Create a reset link and return it
   *
   * Makes a reset link for the user and returns it to the caller, who delivers it; no mail is sent. Every older reset link of the user
   * stops working. The password stays as it is and sessions go on. By default the link lives 60 minutes and works once.
   *
   * The address in the link comes from the configuration, never from the request (no header can change it). The answer holds a live code:
   * it is `Cache-Control: no-store`, and the act is audited. A user outside the caller's reach is answered like one that does not exist.
   *
   * POST /api/v1/password-reset/create-password-reset-link
   */
  wristbandCreatePasswordResetLink(input: { body: Schemas["wristbandPasswordResetLinkInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetLink"]> {
    return this.call<Schemas["wristbandPasswordResetLink"]>(operations.wristbandCreatePasswordResetLink, input, options);
  }

  /**
   * End all sessions of a user
   *
   * Ends every session of the user, on every device, together with the refresh tokens that would bring them back; access tokens that
   * come from them are refused from then on. The password stays. A user without sessions is answered alike, so repeating the
   * call does no harm.
   *
   * With the Self boundary another user's id is refused with 403. With any other boundary, a user outside the caller's reach is
   * answered like one that does not exist.
   *
   * DELETE /api/v1/users/{userId}/auth-sessions
   */
  wristbandDeleteUserAuthSessions(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.wristbandDeleteUserAuthSessions, input, options);
  }

  /**
   * The keys that verify access tokens
   *
   * The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it holds the old and
   * the new one. No credential is read. The answer may be kept for five minutes (`Cache-Control: public, max-age=300`).
   *
   * GET /api/v1/oauth2/jwks
   */
  wristbandGetJwks(options?: CallOptions): Promise<Schemas["wristbandJsonWebKeySet"]> {
    return this.call<Schemas["wristbandJsonWebKeySet"]>(operations.wristbandGetJwks, undefined, options);
  }

  /**
   * Get an access token
   *
   * The token endpoint of RFC 6749, for two grants. client_credentials gives an access token that carries the permissions of the client,
   * and no refresh token. refresh_token exchanges a refresh token for a new pair: the old one is dead from then on, and using it again ends
   * every token that came from it.
   *
   * The client shows itself by HTTP Basic, or by client_id and client_secret in the form; both at once is a 400, neither or a
   * wrong one is a 401. A bearer token is not read here. An access token lives 15 minutes at most.
   *
   * A refresh token that is unknown, used, revoked, expired or another client's is always the same invalid_grant. Answers
   * are `Cache-Control: no-store`.
   *
   * POST /api/v1/oauth2/token
   */
  wristbandGetToken(input: { body: Schemas["wristbandTokenInput"] }, options?: CallOptions): Promise<Schemas["wristbandTokenResult"]> {
    return this.call<Schemas["wristbandTokenResult"]>(operations.wristbandGetToken, input, options);
  }

  /**
   * Look at the code of a reset mail
   *
   * Says whether the code of a mailed link still works, and whose it is. Looking consumes nothing, however often it is done, and
   * lengthens nothing.
   *
   * A code that is unknown, used, superseded, expired or of another application is always the same 400, so nothing can be
   * learnt from the difference. The answer is `Cache-Control: no-store`.
   *
   * POST /api/v1/password-reset/introspect-email-auth-code
   */
  wristbandIntrospectPasswordResetEmailAuthCode(input: { body: Schemas["wristbandEmailAuthCodeInput"] }, options?: CallOptions): Promise<Schemas["wristbandEmailAuthCodeIntrospection"]> {
    return this.call<Schemas["wristbandEmailAuthCodeIntrospection"]>(operations.wristbandIntrospectPasswordResetEmailAuthCode, input, options);
  }

  /**
   * Ask for a password reset by address
   *
   * Writes a reset mail to this address, if it is a verified one of a user who can have it. The mail holds a link or an OTP, as the tenant has
   * chosen. Without tenantId the default tenant of the application is meant.
   *
   * The answer is the same, in content and in time, for a known, an unknown, a disabled and a locked user, and when the limit of mails
   * for the address is reached; a requestCode made for nobody simply never works. The password stays as it is and sessions go on.
   * A later request ends the codes of an earlier one. By default a link lives 60 minutes and an OTP 10 minutes.
   *
   * An applicationId other than the caller's is refused with 403, whether it exists or not. Where a requestCode is sent, the
   * answer is `Cache-Control: no-store`.
   *
   * POST /api/v1/password-reset/request-password-reset
   */
  wristbandRequestPasswordReset(input: { body: Schemas["wristbandPasswordResetRequestInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetRequestResult"]> {
    return this.call<Schemas["wristbandPasswordResetRequestResult"]>(operations.wristbandRequestPasswordReset, input, options);
  }

  /**
   * Set a new password with the proof of a reset
   *
   * Replaces the password of the user to whom the proof belongs. There are three ways, and exactly one has to be taken:
   *
   * 1. emailAuthCode, from a mail with a link;
   * 2. requestCode and verificationCode, both, from a mail with an OTP;
   * 3. passwordResetCode, from a link made by create-password-reset-link.
   *
   * More than one way, half of the second, or none at all is a 400 and counts as no try.
   *
   * On success, at once and together: the password is replaced, the proof and every other open reset of the user end, all
   * sessions and refresh tokens of the user are revoked, a lockout is lifted, the "Password Updated" mail is queued unless it is suppressed
   * (which is audited), and the act is audited. The user is not logged in by it, and MFA stays as it was.
   *
   * A password that the policy or the history refuses is a 400 that names every broken rule; the proof can be used again.
   * A code that is unknown, used, superseded, expired, of another application or of a user who is not active is always the same 400
   * on its own field, and so is one that another call redeems in the same moment. Wrong OTPs are counted as in verify-code.
   *
   * A client should read `result` all the same: the vendor's own service answers 200 with other results too.
   *
   * POST /api/v1/password-reset/reset-password
   */
  wristbandResetPassword(input: { body: Schemas["wristbandResetPasswordInput"] }, options?: CallOptions): Promise<Schemas["wristbandResetPasswordOutcome"]> {
    return this.call<Schemas["wristbandResetPasswordOutcome"]>(operations.wristbandResetPassword, input, options);
  }

  /**
   * Revoke a refresh token
   *
   * Revokes the refresh token with this id, together with all that were rotated from it and the access tokens they gave. The id is not
   * the token: holding it allows nothing. A token that is revoked already is answered alike. The password and the other refresh
   * tokens of the user stay.
   *
   * With the Self boundary only the caller's own tokens can be named. A token outside the caller's reach is answered like one that does
   * not exist. The vendor prints the path without the `/api/v1` it has everywhere else; here it has it.
   *
   * POST /api/v1/refresh-tokens/{refreshTokenId}/revoke
   */
  wristbandRevokeRefreshToken(input: { refreshTokenId: string }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.wristbandRevokeRefreshToken, input, options);
  }

  /**
   * Revoke a token
   *
   * The revocation endpoint of RFC 7009, for refresh tokens. The token, all that were rotated from it and the access tokens they gave stop
   * working. An unknown, expired or already revoked token is answered with the same 200. Another client's token is refused with
   * invalid_grant and goes on working; an access token is refused with unsupported_token_type, since it ends by itself within minutes.
   *
   * The client shows itself as at the token endpoint. A bearer token is not read here.
   *
   * POST /api/v1/oauth2/revoke
   */
  wristbandRevokeToken(input: { body: Schemas["wristbandTokenRevocationInput"] }, options?: CallOptions): Promise<void> {
    return this.call<void>(operations.wristbandRevokeToken, input, options);
  }

  /**
   * Send a reset mail to a user
   *
   * Writes a reset mail for the user with this id, with a link or an OTP as the tenant has chosen. The codes of earlier reset mails of
   * the user end. The password stays as it is and sessions go on.
   *
   * A user outside the caller's reach is answered like one that does not exist. Where a requestCode is sent, the answer is
   * `Cache-Control: no-store`.
   *
   * POST /api/v1/password-reset/send-password-reset-email
   */
  wristbandSendPasswordResetEmail(input: { body: Schemas["wristbandPasswordResetEmailInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetRequestResult"]> {
    return this.call<Schemas["wristbandPasswordResetRequestResult"]>(operations.wristbandSendPasswordResetEmail, input, options);
  }

  /**
   * Check the OTP of a reset mail
   *
   * Checks the OTP before the user is asked for a new password. A right OTP is not consumed: it is sent again, with the same requestCode,
   * to reset-password.
   *
   * Every wrong try is counted, here and there together: after five an OTP is dead, and a budget for the user holds across all
   * OTPs. Failed tries never hinder a login with the right password. A requestCode that was made for nobody, an unknown one,
   * and a used, superseded, expired or exhausted OTP are the same 400 as a wrong OTP.
   *
   * POST /api/v1/password-reset/verify-code
   */
  wristbandVerifyCode(input: { body: Schemas["wristbandVerificationCodeInput"] }, options?: CallOptions): Promise<Schemas["wristbandVerifyCodeOutcome"]> {
    return this.call<Schemas["wristbandVerifyCodeOutcome"]>(operations.wristbandVerifyCode, input, options);
  }

  /**
   * Invite a user who has no password yet
   *
   * Makes a code with which a new user proves his address, and delivers it: `sendCode` mails it inside a link, `returnCode` puts
   * it into this answer (`Cache-Control: no-store`) and nowhere else, neither of them mails it with the default link.
   * Both at once is refused. An earlier invite code of the user ends.
   *
   * `sendCode.urlTemplate` follows the rules of PasswordReset: allow-listed, and only the three literal placeholders are replaced.
   * `sendCode.applicationName` stands in the mail in place of the tenant's name; host names in it are written so that no mail program makes links of them.
   * A user who has a password already cannot be invited. The code lives 72 hours by default.
   *
   * POST /v2/users/{userId}/invite_code
   */
  zitadelCreateInviteCode(input: { userId: string; body: Schemas["zitadelCreateInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelCreateInviteCodeOutput"]> {
    return this.call<Schemas["zitadelCreateInviteCodeOutput"]>(operations.zitadelCreateInviteCode, input, options);
  }

  /**
   * Log a user in
   *
   * Makes a session and records the checks that the request passes: a user, named by id or by login name, and his password.
   * The token in the answer (`Cache-Control: no-store`) serves as a Bearer token of that user once his password was checked.
   *
   * A password check answers alike for a wrong password and for a user who is unknown, disabled, locked or without a password,
   * and it takes the same time; there is no `failedAttempts` for that reason. The vendor tells these cases apart. A check of the user
   * alone, without a password, does say 404: whoever holds `session.write` may know. Every session is a user's: one without checks is refused.
   *
   * A password that must be changed first gives 400 with code 9 and no session. A user with a second factor gets a session with his
   * password recorded, but its token acts as him only once `totp` was checked too. Each code of an app is accepted once,
   * and a few wrong ones in a row make all that follow wrong for five minutes.
   * Without `lifetime`, and for one beyond it, the tenant's limit for sessions applies; the vendor's sessions live until deleted.
   *
   * POST /v2/sessions
   */
  zitadelCreateSession(input: { body: Schemas["zitadelCreateSessionInput"] }, options?: CallOptions): Promise<Schemas["zitadelCreateSessionOutput"]> {
    return this.call<Schemas["zitadelCreateSessionOutput"]>(operations.zitadelCreateSession, input, options);
  }

  /**
   * End a session
   *
   * Ends a session and its token for good. A caller needs `session.delete`, or is the user of the session, or shows the session's present
   * token in `sessionToken`. As with the vendor, that token may be in a JSON body instead of the query; in both it is refused.
   * Deleting a session that has ended already answers 200 again.
   *
   * DELETE /v2/sessions/{sessionId}
   */
  zitadelDeleteSession(input: { sessionId: string; query?: Query<"zitadelDeleteSession"> }, options?: CallOptions): Promise<Schemas["zitadelDeleteSessionOutput"]> {
    return this.call<Schemas["zitadelDeleteSessionOutput"]>(operations.zitadelDeleteSession, input, options);
  }

  /**
   * Read after how many failed attempts a user is locked out
   *
   * Answers the limits for failed attempts of one tenant, or of the instance. After `maxPasswordAttempts` failures in a row further
   * attempts wait, longer each time; nobody is locked out for good, and a proven reset ends the wait. Wrong codes end the
   * code and never lock the user, so `maxOtpAttempts` is zero and therefore absent. Without parameters the caller's own tenant is meant.
   *
   * GET /v2/settings/lockout
   */
  zitadelGetLockoutSettings(input?: { query?: Query<"zitadelGetLockoutSettings"> }, options?: CallOptions): Promise<Schemas["zitadelGetLockoutSettingsOutput"]> {
    return this.call<Schemas["zitadelGetLockoutSettingsOutput"]>(operations.zitadelGetLockoutSettings, input, options);
  }

  /**
   * Read what a password must look like
   *
   * Answers the rules for new passwords of one tenant, or of the instance. `minLength` is the length for a user whose password is his
   * only factor. The rules that this object cannot express, such as the list of refused passwords and the history, apply all the same.
   * Without parameters the caller's own tenant is meant.
   *
   * GET /v2/settings/password/complexity
   */
  zitadelGetPasswordComplexitySettings(input?: { query?: Query<"zitadelGetPasswordComplexitySettings"> }, options?: CallOptions): Promise<Schemas["zitadelGetPasswordComplexitySettingsOutput"]> {
    return this.call<Schemas["zitadelGetPasswordComplexitySettingsOutput"]>(operations.zitadelGetPasswordComplexitySettings, input, options);
  }

  /**
   * Read how long a password lasts
   *
   * Answers the lifetime of passwords of one tenant, or of the instance. By default passwords do not expire; then both
   * numbers are zero and therefore absent. Without parameters the caller's own tenant is meant.
   *
   * GET /v2/settings/password/expiry
   */
  zitadelGetPasswordExpirySettings(input?: { query?: Query<"zitadelGetPasswordExpirySettings"> }, options?: CallOptions): Promise<Schemas["zitadelGetPasswordExpirySettingsOutput"]> {
    return this.call<Schemas["zitadelGetPasswordExpirySettingsOutput"]>(operations.zitadelGetPasswordExpirySettings, input, options);
  }

  /**
   * Read a session
   *
   * Answers what a session has checked so far and when it ends, never its token. A caller needs `session.read`, or is the user of the
   * session, or shows the session's present token in `sessionToken`. The token in the query is kept out of all logs.
   *
   * GET /v2/sessions/{sessionId}
   */
  zitadelGetSession(input: { sessionId: string; query?: Query<"zitadelGetSession"> }, options?: CallOptions): Promise<Schemas["zitadelGetSessionOutput"]> {
    return this.call<Schemas["zitadelGetSessionOutput"]>(operations.zitadelGetSession, input, options);
  }

  /**
   * Search sessions
   *
   * Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with `session.read` sees the sessions
   * within his boundary; a user without it sees his own. Sessions that have ended or expired are not listed, and tokens never are.
   *
   * POST /v2/sessions/search
   */
  zitadelListSessions(input: { body: Schemas["zitadelListSessionsInput"] }, options?: CallOptions): Promise<Schemas["zitadelListSessionsOutput"]> {
    return this.call<Schemas["zitadelListSessionsOutput"]>(operations.zitadelListSessions, input, options);
  }

  /**
   * Lock a user
   *
   * Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The lock has no end of its
   * own: UnlockUser lifts it. A lockout that failed attempts caused is another thing and ends with time or with a proven reset.
   *
   * POST /v2/users/{userId}/lock
   */
  zitadelLockUser(input: { userId: string; body: Schemas["zitadelLockUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelLockUserOutput"]> {
    return this.call<Schemas["zitadelLockUserOutput"]>(operations.zitadelLockUser, input, options);
  }

  /**
   * Request a code to reset a password
   *
   * Makes a code with which the user's password can be set through SetPassword, and delivers it one of three ways:
   *
   * - `sendLink`: by e-mail, or by SMS when `notificationType` says so, inside a link made from `urlTemplate` or from the tenant's default.
   * - `returnCode`: in this answer and nowhere else, for a caller who delivers it himself. The answer is `Cache-Control: no-store`.
   * - Neither: by e-mail with the default link. An empty object is a valid request.
   *
   * `sendLink` together with `returnCode` is refused and makes no code, although the vendor's own sample sends both.
   * `urlTemplate` is checked against the tenant's allow-list before anything is created.
   *
   * An earlier reset code of the user ends. The password itself, his sessions and his ability to log in are left alone.
   * A user may call this for himself without the permission.
   *
   * POST /v2/users/{userId}/password_reset
   */
  zitadelPasswordReset(input: { userId: string; body: Schemas["zitadelPasswordResetInput"] }, options?: CallOptions): Promise<Schemas["zitadelPasswordResetOutput"]> {
    return this.call<Schemas["zitadelPasswordResetOutput"]>(operations.zitadelPasswordReset, input, options);
  }

  /**
   * Mail a new invite code
   *
   * Makes a new invite code and mails it with the template and application name of the former one, which ends. It works only if the
   * former code was mailed; a code that was returned to the caller, or none at all, leaves nothing to repeat.
   *
   * POST /v2/users/{userId}/invite_code/resend
   */
  zitadelResendInviteCode(input: { userId: string; body: Schemas["zitadelResendInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelResendInviteCodeOutput"]> {
    return this.call<Schemas["zitadelResendInviteCodeOutput"]>(operations.zitadelResendInviteCode, input, options);
  }

  /**
   * Set or change a password
   *
   * Sets the user's password. Which right is used follows from the body:
   *
   * - `verificationCode`: the code that PasswordReset made. It is used up only when the password is really set.
   * - `currentPassword`: the user's present password.
   * - Neither: set by an administrator, which needs `user.write` on the user.
   *
   * Both at once is refused. The new password must meet the tenant's policy and must not repeat a former one.
   * `changeRequired` counts only when an administrator sets the password; with a code or the current password it is taken as false.
   *
   * In one transaction the user's sessions, refresh tokens and open codes end, failed attempts are forgotten, and the
   * notice about the change is queued. Nobody is logged in by this call. With a code or a current password an unknown user is
   * answered exactly like one without an open code, or like a wrong password. An administrator who names an unknown user gets
   * 400 with code 9, as the vendor answers; a user who was deleted is unknown.
   *
   * POST /v2/users/{userId}/password
   */
  zitadelSetPassword(input: { userId: string; body: Schemas["zitadelSetPasswordInput"] }, options?: CallOptions): Promise<Schemas["zitadelSetPasswordOutput"]> {
    return this.call<Schemas["zitadelSetPasswordOutput"]>(operations.zitadelSetPassword, input, options);
  }

  /**
   * Add checks to a session
   *
   * Runs further checks on a session, adds metadata, or moves its end, and answers a new token (`Cache-Control: no-store`); the former
   * token dies. The user of a session is named once and cannot be exchanged afterwards. A metadata key with an empty value is removed.
   * A failed check changes nothing: the session and its token stay as they were, and the attempt is counted.
   *
   * A password that must be changed first, and a user with a second factor, are treated as in CreateSession.
   * A session that was deleted or has expired gives 400 with code 9.
   *
   * PATCH /v2/sessions/{sessionId}
   */
  zitadelSetSession(input: { sessionId: string; body: Schemas["zitadelSetSessionInput"] }, options?: CallOptions): Promise<Schemas["zitadelSetSessionOutput"]> {
    return this.call<Schemas["zitadelSetSessionOutput"]>(operations.zitadelSetSession, input, options);
  }

  /**
   * Unlock a user
   *
   * Lifts a lock, so that the user can log in again. His password is the one he had before. Sessions and refresh tokens that
   * the lock ended do not come back.
   *
   * POST /v2/users/{userId}/unlock
   */
  zitadelUnlockUser(input: { userId: string; body: Schemas["zitadelUnlockUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelUnlockUserOutput"]> {
    return this.call<Schemas["zitadelUnlockUserOutput"]>(operations.zitadelUnlockUser, input, options);
  }

  /**
   * Update a user's password
   *
   * Sets the user's password, from clear text or from an imported hash. Of the vendor's update only `human.password` is served.
   * A request with another field of it, under `human` or beside it, is refused with 501 and changes nothing, the password included.
   * A request without `human.password` changes nothing and answers with the date of the last change.
   *
   * The proof is chosen as in SetPassword: `verificationCode`, `currentPassword`, or neither for an administrator. The effects are
   * the same too. A hash cannot be held against the policy, so `hashedPassword` always needs `user.write`, even for oneself;
   * its format and its cost must be within the bounds the server accepts. It is replaced by a stronger one at the next login.
   * A proof beside a hash is refused, since it would prove nothing.
   *
   * PATCH /v2/users/{userId}
   */
  zitadelUpdateUser(input: { userId: string; body: Schemas["zitadelUpdateUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelUpdateUserOutput"]> {
    return this.call<Schemas["zitadelUpdateUserOutput"]>(operations.zitadelUpdateUser, input, options);
  }

  /**
   * Verify an invite code
   *
   * Uses up an invite code: the user's e-mail address counts as verified and he may set his first password. It sets no password itself;
   * the caller goes on with PasswordReset and SetPassword. A code that is wrong, expired, replaced or used gives one and the same
   * answer. Only a code that was mailed proves an address: one that was returned to the caller leaves it as it was.
   *
   * POST /v2/users/{userId}/invite_code/verify
   */
  zitadelVerifyInviteCode(input: { userId: string; body: Schemas["zitadelVerifyInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelVerifyInviteCodeOutput"]> {
    return this.call<Schemas["zitadelVerifyInviteCodeOutput"]>(operations.zitadelVerifyInviteCode, input, options);
  }

}
