// Generated from openapi/ by specbundle; do not edit.

import { operations } from "./facts.gen.js";
import type { Schemas } from "./facts.gen.js";
import { Transport } from "./transport.js";
import type { CallOptions, ClientOptions } from "./transport.js";

/** Calls one Rekey: its native surface by resource, such as `users`, and the others by their product, such as `wristband`. */
export class Client {
  readonly apiKeys: ApiKeysService;
  readonly applications: ApplicationsService;
  readonly audit: AuditService;
  readonly boomi: BoomiService;
  readonly entrust: EntrustService;
  readonly events: EventsService;
  readonly locales: LocalesService;
  readonly messages: MessagesService;
  readonly passwords: PasswordsService;
  readonly permissions: PermissionsService;
  readonly policyPresets: PolicyPresetsService;
  readonly resetRequests: ResetRequestsService;
  readonly secondFactor: SecondFactorService;
  readonly sessions: SessionsService;
  readonly signingKeys: SigningKeysService;
  readonly tenants: TenantsService;
  readonly tickets: TicketsService;
  readonly users: UsersService;
  readonly wristband: WristbandService;
  readonly zitadel: ZitadelService;

  constructor(options: ClientOptions) {
    const transport = new Transport(options);
    this.apiKeys = new ApiKeysService(transport);
    this.applications = new ApplicationsService(transport);
    this.audit = new AuditService(transport);
    this.boomi = new BoomiService(transport);
    this.entrust = new EntrustService(transport);
    this.events = new EventsService(transport);
    this.locales = new LocalesService(transport);
    this.messages = new MessagesService(transport);
    this.passwords = new PasswordsService(transport);
    this.permissions = new PermissionsService(transport);
    this.policyPresets = new PolicyPresetsService(transport);
    this.resetRequests = new ResetRequestsService(transport);
    this.secondFactor = new SecondFactorService(transport);
    this.sessions = new SessionsService(transport);
    this.signingKeys = new SigningKeysService(transport);
    this.tenants = new TenantsService(transport);
    this.tickets = new TicketsService(transport);
    this.users = new UsersService(transport);
    this.wristband = new WristbandService(transport);
    this.zitadel = new ZitadelService(transport);
  }
}

class Service {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }
}

export interface ApiKeysListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this application. */
  applicationId?: Schemas["rekeyShortId"];
  /** Only what belongs to this user. */
  userId?: Schemas["rekeyUuid"];
}

/** The operations of `client.apiKeys`. */
export class ApiKeysService extends Service {
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
  create(input: { body: Schemas["rekeyApiKeyCreation"] }, options?: CallOptions): Promise<Schemas["rekeyCreatedApiKey"]> {
    return this.transport.call(operations.rekeyCreateApiKey, input, options);
  }

  /**
   * Read an API key
   *
   * Reads one API key. `lastUsedAt` is exact to an hour.
   *
   * GET /v1/api-keys/{apiKeyId}
   */
  get(input: { apiKeyId: string }, options?: CallOptions): Promise<Schemas["rekeyApiKey"]> {
    return this.transport.call(operations.rekeyGetApiKey, input, options);
  }

  /**
   * List API keys
   *
   * Lists the API keys whose reach is within the caller's, revoked ones too; for a user who manages no others, his own. Secrets are never
   * shown again. A key is deleted a while after it was revoked or ran out, by default 30 days.
   *
   * GET /v1/api-keys
   */
  list(input?: { query?: ApiKeysListQuery }, options?: CallOptions): Promise<Schemas["rekeyApiKeyList"]> {
    return this.transport.call(operations.rekeyListApiKeys, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: ApiKeysListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyApiKey"]> {
    return this.transport.pages(operations.rekeyListApiKeys, input, options);
  }

  /**
   * Revoke an API key
   *
   * Ends an API key at once and for good, with the tokens that were issued to it. It stays in the list.
   *
   * DELETE /v1/api-keys/{apiKeyId}
   */
  revoke(input: { apiKeyId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyRevokeApiKey, input, options);
  }

  /**
   * Rotate an API key
   *
   * Gives an API key a new secret, in this answer alone. The former secret works for `overlapSeconds` more, the one before it no longer. Tokens
   * that were issued for a secret end with it.
   *
   * POST /v1/api-keys/{apiKeyId}/rotate
   */
  rotate(input: { apiKeyId: string; body: Schemas["rekeyApiKeyRotation"] }, options?: CallOptions): Promise<Schemas["rekeyCreatedApiKey"]> {
    return this.transport.call(operations.rekeyRotateApiKey, input, options);
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
  update(input: { apiKeyId: string; body: Schemas["rekeyApiKeyChange"] }, options?: CallOptions): Promise<Schemas["rekeyApiKey"]> {
    return this.transport.call(operations.rekeyUpdateApiKey, input, options);
  }
}

export interface ApplicationsListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
}

export interface ApplicationsReplacePolicyQuery {
  /** Check the change and tell what it would do, without doing it. */
  dryRun?: boolean;
}

export interface ApplicationsSetPolicyQuery {
  /** Check the change and tell what it would do, without doing it. */
  dryRun?: boolean;
}

/** The operations of `client.applications`. */
export class ApplicationsService extends Service {
  /**
   * Create an application
   *
   * Creates an application without tenants. Names need not be unique.
   *
   * POST /v1/applications
   */
  create(input: { body: Schemas["rekeyApplicationCreation"] }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.transport.call(operations.rekeyCreateApplication, input, options);
  }

  /**
   * Delete an application
   *
   * Deletes an application that has no tenants, and revokes its API keys. Its events stay.
   *
   * DELETE /v1/applications/{applicationId}
   */
  delete(input: { applicationId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyDeleteApplication, input, options);
  }

  /**
   * Read an application
   *
   * Reads one application.
   *
   * GET /v1/applications/{applicationId}
   */
  get(input: { applicationId: string }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.transport.call(operations.rekeyGetApplication, input, options);
  }

  /**
   * Read the policy of an application
   *
   * Reads the rules that an application sets itself. What is not among them is inherited from the built-in defaults.
   *
   * GET /v1/applications/{applicationId}/policy
   */
  policy(input: { applicationId: string }, options?: CallOptions): Promise<Schemas["rekeyPolicy"]> {
    return this.transport.call(operations.rekeyGetApplicationPolicy, input, options);
  }

  /**
   * List applications
   *
   * Lists the applications that the caller reaches.
   *
   * GET /v1/applications
   */
  list(input?: { query?: ApplicationsListQuery }, options?: CallOptions): Promise<Schemas["rekeyApplicationList"]> {
    return this.transport.call(operations.rekeyListApplications, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: ApplicationsListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyApplication"]> {
    return this.transport.pages(operations.rekeyListApplications, input, options);
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
  replacePolicy(input: { applicationId: string; query?: ApplicationsReplacePolicyQuery; body: Schemas["rekeyPolicyChange"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.transport.call(operations.rekeySetApplicationPolicy, input, options);
  }

  /**
   * Change an application
   *
   * Changes the name of an application; its tenants, users and keys stay as they are. `If-Match` refuses the change if somebody
   * else was first.
   *
   * PATCH /v1/applications/{applicationId}
   */
  update(input: { applicationId: string; body: Schemas["rekeyApplicationChange"] }, options?: CallOptions): Promise<Schemas["rekeyApplication"]> {
    return this.transport.call(operations.rekeyUpdateApplication, input, options);
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
  setPolicy(input: { applicationId: string; query?: ApplicationsSetPolicyQuery; body: Schemas["rekeyPolicyPatch"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.transport.call(operations.rekeyUpdateApplicationPolicy, input, options);
  }
}

export interface AuditCheckpointsQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
}

export interface AuditVerifyQuery {
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
  /** The `resume` of the answer before, with the same tenant. */
  resume?: string;
}

/** The operations of `client.audit`. */
export class AuditService extends Service {
  /**
   * List checkpoints
   *
   * Lists signed statements of where the chains ended, the oldest first. Kept elsewhere, they show a trail that was rewritten as a
   * whole. The signature is verified by the keys that the service publishes for its tokens, or by those of `GET /v1/signing-keys` once they
   * are retired.
   *
   * GET /v1/audit/checkpoints
   */
  checkpoints(input?: { query?: AuditCheckpointsQuery }, options?: CallOptions): Promise<Schemas["rekeyCheckpointList"]> {
    return this.transport.call(operations.rekeyListCheckpoints, input, options);
  }

  /** checkpoints with all its pages, which are fetched as they are needed. */
  checkpointsAll(input?: { query?: AuditCheckpointsQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyCheckpoint"]> {
    return this.transport.pages(operations.rekeyListCheckpoints, input, options);
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
  verify(input?: { query?: AuditVerifyQuery }, options?: CallOptions): Promise<Schemas["rekeyAuditVerdict"]> {
    return this.transport.call(operations.rekeyVerifyAudit, input, options);
  }
}

export interface BoomiValidatePasswordResetLinkQuery {
  /** The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
one; the server does not report its format.
 */
  key?: string;
}

export interface BoomiValidatePasswordSetLinkQuery {
  /** The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
one; the server does not report its format.
 */
  key?: string;
}

/** The operations of `client.boomi`. */
export class BoomiService extends Service {
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
  authenticate(input: { body: Schemas["boomiLoginModel"] }, options?: CallOptions): Promise<Schemas["boomiTokenPair"]> {
    return this.transport.call(operations.boomiAuthenticate, input, options);
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
  changePassword(input: { body: Schemas["boomiChangePassword"] }, options?: CallOptions): Promise<Schemas["boomiChangePasswordAnswer"]> {
    return this.transport.call(operations.boomiChangePassword, input, options);
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
  forgotPassword(input: { body: Schemas["boomiForgotModel"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.boomiForgotPassword, input, options);
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
  forgotUsername(input: { body: Schemas["boomiForgotModel"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.boomiForgotUsername, input, options);
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
  refreshToken(input: { body: Schemas["boomiRefreshTokenModel"] }, options?: CallOptions): Promise<Schemas["boomiTokenPair"]> {
    return this.transport.call(operations.boomiRefreshToken, input, options);
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
  resendMfa(input: { body: Schemas["boomiResendMfa"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.boomiResendMfa, input, options);
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
  resetPassword(input: { body: Schemas["boomiPasswordModel"] }, options?: CallOptions): Promise<Schemas["boomiPasswordResult"]> {
    return this.transport.call(operations.boomiResetPassword, input, options);
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
  setPassword(input: { body: Schemas["boomiPasswordModel"] }, options?: CallOptions): Promise<Schemas["boomiPasswordResult"]> {
    return this.transport.call(operations.boomiSetPassword, input, options);
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
  validatePasswordResetLink(input?: { query?: BoomiValidatePasswordResetLinkQuery }, options?: CallOptions): Promise<Schemas["boomiPasswordModel"]> {
    return this.transport.call(operations.boomiValidatePasswordResetLink, input, options);
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
  validatePasswordSetLink(input?: { query?: BoomiValidatePasswordSetLinkQuery }, options?: CallOptions): Promise<Schemas["boomiPasswordModel"]> {
    return this.transport.call(operations.boomiValidatePasswordSetLink, input, options);
  }
}

/** The operations of `client.entrust`. */
export class EntrustService extends Service {
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
  authenticateAdminApi(input: { body: Schemas["entrustAdminApiAuthentication"] }, options?: CallOptions): Promise<Schemas["entrustAdminApiAuthenticationResult"]> {
    return this.transport.call(operations.entrustAuthenticateAdminApiUsingPOST, input, options);
  }

  /**
   * Remove a user's password
   *
   * Removes the password, so that the user cannot log in with one until another is set. Sessions and refresh tokens
   * end. The user and his password history stay. The answer is 200 with an empty body, not 204.
   *
   * DELETE /api/web/v1/users/{userid}/passwords
   */
  deleteUserPassword(input: { userid: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.entrustDeleteUserPasswordUsingDELETE, input, options);
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
  getUserPasswordSettings(input: { userid: string }, options?: CallOptions): Promise<Schemas["entrustUserPasswordSettings"]> {
    return this.transport.call(operations.entrustGetUserPasswordSettingsUsingGET, input, options);
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
  getUserPassword(input: { userid: string }, options?: CallOptions): Promise<Schemas["entrustUserPassword"]> {
    return this.transport.call(operations.entrustGetUserPasswordUsingGET, input, options);
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
  sendPasswordExpiryNotification(input: { userid: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.entrustSendPasswordExpiryNotificationUsingPUT, input, options);
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
  setUserPassword(input: { userid: string; body: Schemas["entrustUserPasswordParms"] }, options?: CallOptions): Promise<Schemas["entrustUserPassword"]> {
    return this.transport.call(operations.entrustSetUserPasswordUsingPUT, input, options);
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
  validateUserPassword(input: { userid: string; body: Schemas["entrustUserPasswordValidateParms"] }, options?: CallOptions): Promise<Schemas["entrustUserPasswordValidationResponse"]> {
    return this.transport.call(operations.entrustValidateUserPasswordUsingPOST, input, options);
  }
}

export interface EventsExportQuery {
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
  /** Only from this time on. */
  from?: Schemas["rekeyMoment"];
  /** Only before this time. */
  to?: Schemas["rekeyMoment"];
  /** The id of the last event that arrived; the export goes on behind it. */
  after?: Schemas["rekeyUuid"];
}

export interface EventsListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
  /** Only what was done to this user. */
  userId?: Schemas["rekeyUuid"];
  /** Only what happened to this ticket. */
  ticketId?: Schemas["rekeyUuid"];
  /** Only this action. */
  action?: string;
  /** Only with this outcome. */
  outcome?: string;
  /** Only from this time on. */
  from?: Schemas["rekeyMoment"];
  /** Only before this time. */
  to?: Schemas["rekeyMoment"];
  /** By time; `desc`, the newest first, if absent. */
  order?: Schemas["rekeySortOrder"];
}

/** The operations of `client.events`. */
export class EventsService extends Service {
  /**
   * Export events
   *
   * Streams events as JSON, one a line: chain by chain, each in the order of its sequence, so that the answer can be checked without
   * this service as docs/audit.md tells. Of a chain that has events in the given time, all between the first and the last of them are
   * told. If the export breaks off, the connection is cut; `after` goes on behind the last event that arrived.
   *
   * GET /v1/events/export
   */
  export(input?: { query?: EventsExportQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyEvent"]> {
    return this.transport.lines(operations.rekeyExportEvents, input, options);
  }

  /**
   * Read an event
   *
   * Reads one event of the audit trail, with its place in the chain and the hash that seals it.
   *
   * GET /v1/events/{eventId}
   */
  get(input: { eventId: string }, options?: CallOptions): Promise<Schemas["rekeyEvent"]> {
    return this.transport.call(operations.rekeyGetEvent, input, options);
  }

  /**
   * List events
   *
   * Lists what happened, the newest first, or the oldest first. Events of no tenant are shown to callers of the platform alone. No
   * operation changes or deletes an event.
   *
   * GET /v1/events
   */
  list(input?: { query?: EventsListQuery }, options?: CallOptions): Promise<Schemas["rekeyEventList"]> {
    return this.transport.call(operations.rekeyListEvents, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: EventsListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyEvent"]> {
    return this.transport.pages(operations.rekeyListEvents, input, options);
  }
}

/** The operations of `client.locales`. */
export class LocalesService extends Service {
  /**
   * List locales
   *
   * Lists the languages that messages are written in. A user may have any other: his messages are written in the nearest of these, so `de`
   * for `de-AT`, else in the fallback. Any caller may read it.
   *
   * GET /v1/locales
   */
  list(options?: CallOptions): Promise<Schemas["rekeyLocaleList"]> {
    return this.transport.call(operations.rekeyListLocales, undefined, options);
  }
}

export interface MessagesListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this user. */
  userId?: Schemas["rekeyUuid"];
  /** Only messages that carry this ticket. */
  ticketId?: Schemas["rekeyUuid"];
  /** Only messages in this state. */
  state?: Schemas["rekeyMessageState"];
}

/** The operations of `client.messages`. */
export class MessagesService extends Service {
  /**
   * Read the state of a message
   *
   * Reads where one message is, and what the mail server or SMS gateway said last.
   *
   * GET /v1/messages/{messageId}
   */
  get(input: { messageId: string }, options?: CallOptions): Promise<Schemas["rekeyMessage"]> {
    return this.transport.call(operations.rekeyGetMessage, input, options);
  }

  /**
   * List messages
   *
   * Lists what was sent, or is to be sent, to the users that the caller reaches: where it is, and never what it says. A message is deleted
   * a while after it was sent or given up, by default 30 days, and not found from then on.
   *
   * GET /v1/messages
   */
  list(input?: { query?: MessagesListQuery }, options?: CallOptions): Promise<Schemas["rekeyMessageList"]> {
    return this.transport.call(operations.rekeyListMessages, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: MessagesListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyMessage"]> {
    return this.transport.pages(operations.rekeyListMessages, input, options);
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
  resend(input: { messageId: string }, options?: CallOptions): Promise<Schemas["rekeyMessage"]> {
    return this.transport.call(operations.rekeyResendMessage, input, options);
  }
}

/** The operations of `client.passwords`. */
export class PasswordsService extends Service {
  /**
   * Change a password by showing it
   *
   * Changes a password by showing the current one, as a user does for himself. Wrong ones count like failed logins.
   *
   * POST /v1/users/{userId}/password/change
   */
  change(input: { userId: string; body: Schemas["rekeyPasswordChange"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.transport.call(operations.rekeyChangePassword, input, options);
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
  check(input: { body: Schemas["rekeyPasswordCheck"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordVerdict"]> {
    return this.transport.call(operations.rekeyCheckPassword, input, options);
  }

  /**
   * Describe a password
   *
   * Tells what may be known of a password without knowing it.
   *
   * GET /v1/users/{userId}/password
   */
  get(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordState"]> {
    return this.transport.call(operations.rekeyGetPassword, input, options);
  }

  /**
   * Remove a password
   *
   * Leaves the user without a password. Sessions, refresh tokens, tickets and pending logins end; the answer counts them.
   *
   * DELETE /v1/users/{userId}/password
   */
  remove(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.transport.call(operations.rekeyRemovePassword, input, options);
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
  set(input: { userId: string; body: Schemas["rekeyPasswordAssignment"] }, options?: CallOptions): Promise<Schemas["rekeyPasswordSet"]> {
    return this.transport.call(operations.rekeySetPassword, input, options);
  }
}

/** The operations of `client.permissions`. */
export class PermissionsService extends Service {
  /**
   * List permissions
   *
   * Lists the catalogue of permissions: all that API keys and users can hold. Any caller may read it.
   *
   * GET /v1/permissions
   */
  list(options?: CallOptions): Promise<Schemas["rekeyPermissionList"]> {
    return this.transport.call(operations.rekeyListPermissions, undefined, options);
  }
}

/** The operations of `client.policyPresets`. */
export class PolicyPresetsService extends Service {
  /**
   * List the presets
   *
   * Lists sets of rules to begin with: the built-in defaults, and the documented defaults of the products that Rekey speaks like.
   *
   * GET /v1/policy-presets
   */
  list(options?: CallOptions): Promise<Schemas["rekeyPolicyPresetList"]> {
    return this.transport.call(operations.rekeyListPolicyPresets, undefined, options);
  }
}

/** The operations of `client.resetRequests`. */
export class ResetRequestsService extends Service {
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
  create(input: { body: Schemas["rekeyResetRequestCreation"] }, options?: CallOptions): Promise<Schemas["rekeyResetRequest"]> {
    return this.transport.call(operations.rekeyRequestReset, input, options);
  }
}

/** The operations of `client.secondFactor`. */
export class SecondFactorService extends Service {
  /**
   * Confirm an authenticator app
   *
   * Makes the enrolled app the second factor of the user by a first code, and answers his recovery codes, once. Every login then asks for a
   * code, on every surface. The user's other sessions end, and he is told.
   *
   * POST /v1/users/{userId}/totp/confirm
   */
  confirm(input: { userId: string; body: Schemas["rekeyTotpCode"] }, options?: CallOptions): Promise<Schemas["rekeyRecoveryCodes"]> {
    return this.transport.call(operations.rekeyConfirmTotp, input, options);
  }

  /**
   * Remove the own second factor
   *
   * Removes the authenticator app of the user who calls, and its recovery codes. He shows his current password and a fresh code. His other
   * sessions end, and he is told.
   *
   * POST /v1/users/{userId}/second-factor/remove
   */
  drop(input: { userId: string; body: Schemas["rekeyFreshness"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyDropSecondFactor, input, options);
  }

  /**
   * Enroll an authenticator app
   *
   * Draws a secret for an authenticator app and answers it, once, also as an address that apps read as a QR code. The app is no factor until
   * a first code confirms it, within an hour; enrolling again replaces one that waits. A user who enrolls his own shows his current password.
   *
   * POST /v1/users/{userId}/totp
   */
  enroll(input: { userId: string; body: Schemas["rekeyProof"] }, options?: CallOptions): Promise<Schemas["rekeyTotpEnrollment"]> {
    return this.transport.call(operations.rekeyEnrollTotp, input, options);
  }

  /**
   * Describe a second factor
   *
   * Tells by which means a user takes the second step of a login.
   *
   * GET /v1/users/{userId}/second-factor
   */
  get(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeySecondFactor"]> {
    return this.transport.call(operations.rekeyGetSecondFactor, input, options);
  }

  /**
   * Remove a second factor
   *
   * Removes the authenticator app of a user and its recovery codes, for one who lost both. Who had mailed codes before has them again. The
   * user's sessions end, and he is told. Nobody uses it on himself: `second-factor/remove` is for that.
   *
   * DELETE /v1/users/{userId}/second-factor
   */
  remove(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyRemoveSecondFactor, input, options);
  }

  /**
   * Renew recovery codes
   *
   * Answers ten new recovery codes, once; all old ones end. Each stands in for the authenticator app one time. A user who renews his own
   * shows his current password and a fresh code.
   *
   * POST /v1/users/{userId}/recovery-codes
   */
  recoveryCodes(input: { userId: string; body: Schemas["rekeyFreshness"] }, options?: CallOptions): Promise<Schemas["rekeyRecoveryCodes"]> {
    return this.transport.call(operations.rekeyRenewRecoveryCodes, input, options);
  }
}

export interface SessionsListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this user. */
  userId?: Schemas["rekeyUuid"];
}

/** The operations of `client.sessions`. */
export class SessionsService extends Service {
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
  create(input: { body: Schemas["rekeyLogin"] }, options?: CallOptions): Promise<Schemas["rekeyLoggedIn"]> {
    return this.transport.call(operations.rekeyCreateSession, input, options);
  }

  /**
   * Read a session
   *
   * Reads one live session. Its tokens are never shown again.
   *
   * GET /v1/sessions/{sessionId}
   */
  get(input: { sessionId: string }, options?: CallOptions): Promise<Schemas["rekeySession"]> {
    return this.transport.call(operations.rekeyGetSession, input, options);
  }

  /**
   * List sessions
   *
   * Lists the live sessions of the users that the caller reaches.
   *
   * GET /v1/sessions
   */
  list(input?: { query?: SessionsListQuery }, options?: CallOptions): Promise<Schemas["rekeySessionList"]> {
    return this.transport.call(operations.rekeyListSessions, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: SessionsListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeySession"]> {
    return this.transport.pages(operations.rekeyListSessions, input, options);
  }

  /**
   * Refresh tokens
   *
   * Exchanges a refresh token for new tokens. Each works once; one that is shown again was stolen, and ends the session,
   * unless `sessions.refreshReuseSeconds` lets the same client have the same successor again for some seconds.
   *
   * POST /v1/sessions/refresh
   */
  refresh(input: { body: Schemas["rekeyRefresh"] }, options?: CallOptions): Promise<Schemas["rekeyLoggedIn"]> {
    return this.transport.call(operations.rekeyRefreshSession, input, options);
  }

  /**
   * Revoke a session
   *
   * Ends a session and its refresh tokens at once. One that has ended stays as it is.
   *
   * DELETE /v1/sessions/{sessionId}
   */
  revoke(input: { sessionId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyRevokeSession, input, options);
  }
}

export interface SigningKeysListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
}

/** The operations of `client.signingKeys`. */
export class SigningKeysService extends Service {
  /**
   * List signing keys
   *
   * Lists the keys that sign access tokens and checkpoints of the audit trail, retired ones too, with their public halves: whoever keeps
   * checkpoints elsewhere verifies those of a retired key by them. Who verifies tokens reads the JWKS, which has the keys that are not retired.
   *
   * GET /v1/signing-keys
   */
  list(input?: { query?: SigningKeysListQuery }, options?: CallOptions): Promise<Schemas["rekeySigningKeyList"]> {
    return this.transport.call(operations.rekeyListSigningKeys, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: SigningKeysListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeySigningKey"]> {
    return this.transport.pages(operations.rekeyListSigningKeys, input, options);
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
  retire(input: { signingKeyId: string }, options?: CallOptions): Promise<Schemas["rekeySigningKey"]> {
    return this.transport.call(operations.rekeyRetireSigningKey, input, options);
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
  rotate(input: { body: Schemas["rekeySigningKeyRotation"] }, options?: CallOptions): Promise<Schemas["rekeySigningKey"]> {
    return this.transport.call(operations.rekeyRotateSigningKey, input, options);
  }
}

export interface TenantsListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this application. */
  applicationId?: Schemas["rekeyShortId"];
}

export interface TenantsReplacePolicyQuery {
  /** Check the change and tell what it would do, without doing it. */
  dryRun?: boolean;
}

export interface TenantsSetPolicyQuery {
  /** Check the change and tell what it would do, without doing it. */
  dryRun?: boolean;
}

/** The operations of `client.tenants`. */
export class TenantsService extends Service {
  /**
   * Create a tenant
   *
   * Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a host selects one tenant only.
   * What a key of the platform sets is active at once. Other hosts are pending until the domain's owner says in the DNS whose they are
   * (`verifyTenantHost`); the public host of the service, addresses, localhost and names without a dot are refused (403 `host_reserved`).
   *
   * POST /v1/tenants
   */
  create(input: { body: Schemas["rekeyTenantCreation"] }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.transport.call(operations.rekeyCreateTenant, input, options);
  }

  /**
   * Delete a tenant
   *
   * Deletes a tenant that has no users, and revokes its API keys. Its events stay. The default tenant cannot be deleted.
   *
   * DELETE /v1/tenants/{tenantId}
   */
  delete(input: { tenantId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyDeleteTenant, input, options);
  }

  /**
   * Read what holds in a tenant
   *
   * Reads every rule that holds for the users of a tenant, and the level that imposed it.
   *
   * GET /v1/tenants/{tenantId}/effective-policy
   */
  effectivePolicy(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyEffectivePolicy"]> {
    return this.transport.call(operations.rekeyGetEffectivePolicy, input, options);
  }

  /**
   * Read a tenant
   *
   * Reads one tenant with its settings. The `ETag` of the answer is what `If-Match` of a change compares.
   *
   * GET /v1/tenants/{tenantId}
   */
  get(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.transport.call(operations.rekeyGetTenant, input, options);
  }

  /**
   * Read the policy of a tenant
   *
   * Reads the rules that a tenant sets itself. What is not among them is inherited from its application, or else from the built-in defaults.
   *
   * GET /v1/tenants/{tenantId}/policy
   */
  policy(input: { tenantId: string }, options?: CallOptions): Promise<Schemas["rekeyPolicy"]> {
    return this.transport.call(operations.rekeyGetTenantPolicy, input, options);
  }

  /**
   * List tenants
   *
   * Lists the tenants that the caller reaches, or those of one application.
   *
   * GET /v1/tenants
   */
  list(input?: { query?: TenantsListQuery }, options?: CallOptions): Promise<Schemas["rekeyTenantList"]> {
    return this.transport.call(operations.rekeyListTenants, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: TenantsListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyTenant"]> {
    return this.transport.pages(operations.rekeyListTenants, input, options);
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
  replacePolicy(input: { tenantId: string; query?: TenantsReplacePolicyQuery; body: Schemas["rekeyPolicyChange"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.transport.call(operations.rekeySetTenantPolicy, input, options);
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
  update(input: { tenantId: string; body: Schemas["rekeyTenantChange"] }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.transport.call(operations.rekeyUpdateTenant, input, options);
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
  setPolicy(input: { tenantId: string; query?: TenantsSetPolicyQuery; body: Schemas["rekeyPolicyPatch"] }, options?: CallOptions): Promise<Schemas["rekeyChangedPolicy"]> {
    return this.transport.call(operations.rekeyUpdateTenantPolicy, input, options);
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
  verifyHost(input: { tenantId: string; host: string }, options?: CallOptions): Promise<Schemas["rekeyTenant"]> {
    return this.transport.call(operations.rekeyVerifyTenantHost, input, options);
  }
}

export interface TicketsListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this user. */
  userId?: Schemas["rekeyUuid"];
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
  /** Only tickets in this state. */
  state?: Schemas["rekeyTicketState"];
  /** Only tickets for this purpose. */
  purpose?: Schemas["rekeyTicketPurpose"];
}

/** The operations of `client.tickets`. */
export class TicketsService extends Service {
  /**
   * Cancel a ticket
   *
   * Revokes a ticket that is not over. What still waits to be sent of it is not sent.
   *
   * DELETE /v1/tickets/{ticketId}
   */
  cancel(input: { ticketId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyCancelTicket, input, options);
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
  create(input: { body: Schemas["rekeyTicketCreation"] }, options?: CallOptions): Promise<Schemas["rekeyIssuedTicket"]> {
    return this.transport.call(operations.rekeyCreateTicket, input, options);
  }

  /**
   * Read a ticket
   *
   * Reads one ticket. Each step of its life is also an event with its id.
   *
   * GET /v1/tickets/{ticketId}
   */
  get(input: { ticketId: string }, options?: CallOptions): Promise<Schemas["rekeyTicket"]> {
    return this.transport.call(operations.rekeyGetTicket, input, options);
  }

  /**
   * Look at a ticket
   *
   * Tells whether a proof would be accepted, and for whom. It consumes nothing, however often it is called; a wrong short code counts as a try.
   * No credential is needed: the proof is one.
   *
   * POST /v1/tickets/inspect
   */
  inspect(input: { body: Schemas["rekeyTicketProof"] }, options?: CallOptions): Promise<Schemas["rekeyInspectedTicket"]> {
    return this.transport.call(operations.rekeyInspectTicket, input, options);
  }

  /**
   * List tickets
   *
   * Lists the tickets of the users that the caller reaches, over or not. No link or code is ever shown again. A ticket is deleted a while
   * after its end, by default 30 days, and not found from then on.
   *
   * GET /v1/tickets
   */
  list(input?: { query?: TicketsListQuery }, options?: CallOptions): Promise<Schemas["rekeyTicketList"]> {
    return this.transport.call(operations.rekeyListTickets, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: TicketsListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyTicket"]> {
    return this.transport.pages(operations.rekeyListTickets, input, options);
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
  redeem(input: { body: Schemas["rekeyTicketRedemption"] }, options?: CallOptions): Promise<Schemas["rekeyRedeemedTicket"]> {
    return this.transport.call(operations.rekeyRedeemTicket, input, options);
  }
}

export interface UsersListQuery {
  /** How many items to answer with at most; 50 if absent. */
  limit?: number;
  /** The `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  /** Only what belongs to this tenant. */
  tenantId?: Schemas["rekeyShortId"];
  /** Only the user of this name. */
  username?: string;
  /** Only the user with this e-mail address. */
  email?: string;
  /** Only users who are disabled, or who are not. */
  disabled?: boolean;
  /** Only users who are locked, or who are not. */
  locked?: boolean;
}

/** The operations of `client.users`. */
export class UsersService extends Service {
  /**
   * Create a user
   *
   * Creates a user of a tenant, without a password: mail a ticket, or set one. User names and addresses are unique in their tenant by their
   * canonical form, and a user name is not the address of somebody else. `verified` is the caller's word that the address is the user's;
   * only verified addresses receive links and codes. Permissions and boundary can be no more than the caller's own (403 `grants_more`).
   *
   * POST /v1/users
   */
  create(input: { body: Schemas["rekeyUserCreation"] }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.transport.call(operations.rekeyCreateUser, input, options);
  }

  /**
   * Delete a user
   *
   * Deletes a user with password, history, sessions, tickets, factors, addresses and the content of messages that wait. The events stay, the
   * names are free again, and the id is never given to anybody else.
   *
   * DELETE /v1/users/{userId}
   */
  delete(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.rekeyDeleteUser, input, options);
  }

  /**
   * Revoke all of a user's sessions
   *
   * Ends all sessions and refresh tokens of a user at once, and counts them.
   *
   * DELETE /v1/users/{userId}/sessions
   */
  endSessions(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyPasswordChanged"]> {
    return this.transport.call(operations.rekeyEndSessions, input, options);
  }

  /**
   * Read a user
   *
   * Reads one user with all addresses and rights, never a password or its hash.
   *
   * GET /v1/users/{userId}
   */
  get(input: { userId: string }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.transport.call(operations.rekeyGetUser, input, options);
  }

  /**
   * List users
   *
   * Lists the users that the caller reaches. Filters narrow the list together; a user name or an address is found by its canonical form, as a
   * whole: case and width make no difference.
   *
   * GET /v1/users
   */
  list(input?: { query?: UsersListQuery }, options?: CallOptions): Promise<Schemas["rekeyUserList"]> {
    return this.transport.call(operations.rekeyListUsers, input, options);
  }

  /** list with all its pages, which are fetched as they are needed. */
  listAll(input?: { query?: UsersListQuery }, options?: CallOptions): AsyncIterable<Schemas["rekeyUser"]> {
    return this.transport.pages(operations.rekeyListUsers, input, options);
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
  update(input: { userId: string; body: Schemas["rekeyUserChange"] }, options?: CallOptions): Promise<Schemas["rekeyUser"]> {
    return this.transport.call(operations.rekeyUpdateUser, input, options);
  }
}

/** The operations of `client.wristband`. */
export class WristbandService extends Service {
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
  changePassword(input: { body: Schemas["wristbandChangePasswordInput"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.wristbandChangePassword, input, options);
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
  createPasswordResetLink(input: { body: Schemas["wristbandPasswordResetLinkInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetLink"]> {
    return this.transport.call(operations.wristbandCreatePasswordResetLink, input, options);
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
  deleteUserAuthSessions(input: { userId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.wristbandDeleteUserAuthSessions, input, options);
  }

  /**
   * The keys that verify access tokens
   *
   * The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it holds the old and
   * the new one. No credential is read. The answer may be kept for five minutes (`Cache-Control: public, max-age=300`).
   *
   * GET /api/v1/oauth2/jwks
   */
  getJwks(options?: CallOptions): Promise<Schemas["wristbandJsonWebKeySet"]> {
    return this.transport.call(operations.wristbandGetJwks, undefined, options);
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
  getToken(input: { body: Schemas["wristbandTokenInput"] }, options?: CallOptions): Promise<Schemas["wristbandTokenResult"]> {
    return this.transport.call(operations.wristbandGetToken, input, options);
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
  introspectPasswordResetEmailAuthCode(input: { body: Schemas["wristbandEmailAuthCodeInput"] }, options?: CallOptions): Promise<Schemas["wristbandEmailAuthCodeIntrospection"]> {
    return this.transport.call(operations.wristbandIntrospectPasswordResetEmailAuthCode, input, options);
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
  requestPasswordReset(input: { body: Schemas["wristbandPasswordResetRequestInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetRequestResult"]> {
    return this.transport.call(operations.wristbandRequestPasswordReset, input, options);
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
  resetPassword(input: { body: Schemas["wristbandResetPasswordInput"] }, options?: CallOptions): Promise<Schemas["wristbandResetPasswordOutcome"]> {
    return this.transport.call(operations.wristbandResetPassword, input, options);
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
  revokeRefreshToken(input: { refreshTokenId: string }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.wristbandRevokeRefreshToken, input, options);
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
  revokeToken(input: { body: Schemas["wristbandTokenRevocationInput"] }, options?: CallOptions): Promise<void> {
    return this.transport.call(operations.wristbandRevokeToken, input, options);
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
  sendPasswordResetEmail(input: { body: Schemas["wristbandPasswordResetEmailInput"] }, options?: CallOptions): Promise<Schemas["wristbandPasswordResetRequestResult"]> {
    return this.transport.call(operations.wristbandSendPasswordResetEmail, input, options);
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
  verifyCode(input: { body: Schemas["wristbandVerificationCodeInput"] }, options?: CallOptions): Promise<Schemas["wristbandVerifyCodeOutcome"]> {
    return this.transport.call(operations.wristbandVerifyCode, input, options);
  }
}

export interface ZitadelDeleteSessionQuery {
  /** The session's present token. It stands in for the permission. */
  sessionToken?: string;
}

export interface ZitadelGetLockoutSettingsQuery {
  /** The tenant whose rules are asked for. Excludes `ctx.instance=true`. */
  "ctx.orgId"?: string;
  /** True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`. */
  "ctx.instance"?: boolean;
}

export interface ZitadelGetPasswordComplexitySettingsQuery {
  /** The tenant whose rules are asked for. Excludes `ctx.instance=true`. */
  "ctx.orgId"?: string;
  /** True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`. */
  "ctx.instance"?: boolean;
}

export interface ZitadelGetPasswordExpirySettingsQuery {
  /** The tenant whose rules are asked for. Excludes `ctx.instance=true`. */
  "ctx.orgId"?: string;
  /** True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`. */
  "ctx.instance"?: boolean;
}

export interface ZitadelGetSessionQuery {
  /** The session's present token. It stands in for the permission. */
  sessionToken?: string;
}

/** The operations of `client.zitadel`. */
export class ZitadelService extends Service {
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
  createInviteCode(input: { userId: string; body: Schemas["zitadelCreateInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelCreateInviteCodeOutput"]> {
    return this.transport.call(operations.zitadelCreateInviteCode, input, options);
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
  createSession(input: { body: Schemas["zitadelCreateSessionInput"] }, options?: CallOptions): Promise<Schemas["zitadelCreateSessionOutput"]> {
    return this.transport.call(operations.zitadelCreateSession, input, options);
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
  deleteSession(input: { sessionId: string; query?: ZitadelDeleteSessionQuery }, options?: CallOptions): Promise<Schemas["zitadelDeleteSessionOutput"]> {
    return this.transport.call(operations.zitadelDeleteSession, input, options);
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
  getLockoutSettings(input?: { query?: ZitadelGetLockoutSettingsQuery }, options?: CallOptions): Promise<Schemas["zitadelGetLockoutSettingsOutput"]> {
    return this.transport.call(operations.zitadelGetLockoutSettings, input, options);
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
  getPasswordComplexitySettings(input?: { query?: ZitadelGetPasswordComplexitySettingsQuery }, options?: CallOptions): Promise<Schemas["zitadelGetPasswordComplexitySettingsOutput"]> {
    return this.transport.call(operations.zitadelGetPasswordComplexitySettings, input, options);
  }

  /**
   * Read how long a password lasts
   *
   * Answers the lifetime of passwords of one tenant, or of the instance. By default passwords do not expire; then both
   * numbers are zero and therefore absent. Without parameters the caller's own tenant is meant.
   *
   * GET /v2/settings/password/expiry
   */
  getPasswordExpirySettings(input?: { query?: ZitadelGetPasswordExpirySettingsQuery }, options?: CallOptions): Promise<Schemas["zitadelGetPasswordExpirySettingsOutput"]> {
    return this.transport.call(operations.zitadelGetPasswordExpirySettings, input, options);
  }

  /**
   * Read a session
   *
   * Answers what a session has checked so far and when it ends, never its token. A caller needs `session.read`, or is the user of the
   * session, or shows the session's present token in `sessionToken`. The token in the query is kept out of all logs.
   *
   * GET /v2/sessions/{sessionId}
   */
  getSession(input: { sessionId: string; query?: ZitadelGetSessionQuery }, options?: CallOptions): Promise<Schemas["zitadelGetSessionOutput"]> {
    return this.transport.call(operations.zitadelGetSession, input, options);
  }

  /**
   * Search sessions
   *
   * Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with `session.read` sees the sessions
   * within his boundary; a user without it sees his own. Sessions that have ended or expired are not listed, and tokens never are.
   *
   * POST /v2/sessions/search
   */
  listSessions(input: { body: Schemas["zitadelListSessionsInput"] }, options?: CallOptions): Promise<Schemas["zitadelListSessionsOutput"]> {
    return this.transport.call(operations.zitadelListSessions, input, options);
  }

  /**
   * Lock a user
   *
   * Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The lock has no end of its
   * own: UnlockUser lifts it. A lockout that failed attempts caused is another thing and ends with time or with a proven reset.
   *
   * POST /v2/users/{userId}/lock
   */
  lockUser(input: { userId: string; body: Schemas["zitadelLockUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelLockUserOutput"]> {
    return this.transport.call(operations.zitadelLockUser, input, options);
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
  passwordReset(input: { userId: string; body: Schemas["zitadelPasswordResetInput"] }, options?: CallOptions): Promise<Schemas["zitadelPasswordResetOutput"]> {
    return this.transport.call(operations.zitadelPasswordReset, input, options);
  }

  /**
   * Mail a new invite code
   *
   * Makes a new invite code and mails it with the template and application name of the former one, which ends. It works only if the
   * former code was mailed; a code that was returned to the caller, or none at all, leaves nothing to repeat.
   *
   * POST /v2/users/{userId}/invite_code/resend
   */
  resendInviteCode(input: { userId: string; body: Schemas["zitadelResendInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelResendInviteCodeOutput"]> {
    return this.transport.call(operations.zitadelResendInviteCode, input, options);
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
  setPassword(input: { userId: string; body: Schemas["zitadelSetPasswordInput"] }, options?: CallOptions): Promise<Schemas["zitadelSetPasswordOutput"]> {
    return this.transport.call(operations.zitadelSetPassword, input, options);
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
  setSession(input: { sessionId: string; body: Schemas["zitadelSetSessionInput"] }, options?: CallOptions): Promise<Schemas["zitadelSetSessionOutput"]> {
    return this.transport.call(operations.zitadelSetSession, input, options);
  }

  /**
   * Unlock a user
   *
   * Lifts a lock, so that the user can log in again. His password is the one he had before. Sessions and refresh tokens that
   * the lock ended do not come back.
   *
   * POST /v2/users/{userId}/unlock
   */
  unlockUser(input: { userId: string; body: Schemas["zitadelUnlockUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelUnlockUserOutput"]> {
    return this.transport.call(operations.zitadelUnlockUser, input, options);
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
  updateUser(input: { userId: string; body: Schemas["zitadelUpdateUserInput"] }, options?: CallOptions): Promise<Schemas["zitadelUpdateUserOutput"]> {
    return this.transport.call(operations.zitadelUpdateUser, input, options);
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
  verifyInviteCode(input: { userId: string; body: Schemas["zitadelVerifyInviteCodeInput"] }, options?: CallOptions): Promise<Schemas["zitadelVerifyInviteCodeOutput"]> {
    return this.transport.call(operations.zitadelVerifyInviteCode, input, options);
  }
}

