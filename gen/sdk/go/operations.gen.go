// Code generated from openapi/ by specbundle; DO NOT EDIT.

package rekey

import (
	"context"
	"io"
	"iter"
	"net/url"
)

// Client calls one Rekey. It may be used by many goroutines at once.
type Client struct {
	APIKeys       *APIKeysService
	Applications  *ApplicationsService
	Audit         *AuditService
	Boomi         *BoomiService
	Entrust       *EntrustService
	Events        *EventsService
	Locales       *LocalesService
	Messages      *MessagesService
	Passwords     *PasswordsService
	Permissions   *PermissionsService
	PolicyPresets *PolicyPresetsService
	ResetRequests *ResetRequestsService
	SecondFactor  *SecondFactorService
	Sessions      *SessionsService
	SigningKeys   *SigningKeysService
	Tenants       *TenantsService
	Tickets       *TicketsService
	Users         *UsersService
	Wristband     *WristbandService
	Zitadel       *ZitadelService

	base *url.URL
	settings
}

func (c *Client) serve() {
	c.APIKeys = &APIKeysService{c}
	c.Applications = &ApplicationsService{c}
	c.Audit = &AuditService{c}
	c.Boomi = &BoomiService{c}
	c.Entrust = &EntrustService{c}
	c.Events = &EventsService{c}
	c.Locales = &LocalesService{c}
	c.Messages = &MessagesService{c}
	c.Passwords = &PasswordsService{c}
	c.Permissions = &PermissionsService{c}
	c.PolicyPresets = &PolicyPresetsService{c}
	c.ResetRequests = &ResetRequestsService{c}
	c.SecondFactor = &SecondFactorService{c}
	c.Sessions = &SessionsService{c}
	c.SigningKeys = &SigningKeysService{c}
	c.Tenants = &TenantsService{c}
	c.Tickets = &TicketsService{c}
	c.Users = &UsersService{c}
	c.Wristband = &WristbandService{c}
	c.Zitadel = &ZitadelService{c}
}

// APIKeysService has the operations of Client.APIKeys.
type APIKeysService struct{ client *Client }

// Create: Create an API key
//
// Creates an API key, which is an OAuth client too: its id is the client id. Key and client secret are in this answer alone. Permissions and
// boundary can be no more than the caller's own (403 `grants_more`).
//
// `requestsPerMinute` and `requestsAtOnce` are what the key may ask of each server; more is 429. Callers of the boundary `platform` alone
// set them (403 `platform_only`).
//
// A key with the boundary `self` belongs to a user, for his scripts: it does what its permissions name of what a user may do to himself, and
// nothing of what he may do to others. The user makes it himself in a session, or somebody who reaches him and holds no less than he does
// (403 `holds_more`). It opens no session and is no OAuth client. It is refused while the user is disabled, locked or has to change his
// password, and revoked when he is disabled, locked or deleted, and when a change of his password ends all sessions. It cannot make,
// change, rotate or revoke keys.
//
// POST /v1/api-keys
func (s *APIKeysService) Create(ctx context.Context, body RekeyAPIKeyCreation, opts ...Option) (*RekeyCreatedAPIKey, error) {
	return answered[RekeyCreatedAPIKey](ctx, s.client, request{operation: operations["rekeyCreateApiKey"], body: body}, opts)
}

// Get: Read an API key
//
// Reads one API key. `lastUsedAt` is exact to an hour.
//
// GET /v1/api-keys/{apiKeyId}
func (s *APIKeysService) Get(ctx context.Context, apiKeyID string, opts ...Option) (*RekeyAPIKey, error) {
	return answered[RekeyAPIKey](ctx, s.client, request{operation: operations["rekeyGetApiKey"], path: []string{apiKeyID}}, opts)
}

// APIKeysListParams are the query parameters of APIKeysService.List.
type APIKeysListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this application.
	ApplicationID *RekeyShortID `query:"applicationId"`
	// Only what belongs to this user.
	UserID *RekeyUUID `query:"userId"`
}

// List: List API keys
//
// Lists the API keys whose reach is within the caller's, revoked ones too; for a user who manages no others, his own. Secrets are never
// shown again. A key is deleted a while after it was revoked or ran out, by default 30 days.
//
// GET /v1/api-keys
func (s *APIKeysService) List(ctx context.Context, params *APIKeysListParams, opts ...Option) (*RekeyAPIKeyList, error) {
	return answered[RekeyAPIKeyList](ctx, s.client, request{operation: operations["rekeyListApiKeys"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *APIKeysService) ListAll(ctx context.Context, params *APIKeysListParams, opts ...Option) iter.Seq2[RekeyAPIKey, error] {
	return everyPage[RekeyAPIKey](ctx, s.client, request{operation: operations["rekeyListApiKeys"], query: queryOf(params)}, opts)
}

// Revoke: Revoke an API key
//
// Ends an API key at once and for good, with the tokens that were issued to it. It stays in the list.
//
// DELETE /v1/api-keys/{apiKeyId}
func (s *APIKeysService) Revoke(ctx context.Context, apiKeyID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRevokeApiKey"], path: []string{apiKeyID}}, opts)
}

// Rotate: Rotate an API key
//
// Gives an API key a new secret, in this answer alone. The former secret works for `overlapSeconds` more, the one before it no longer. Tokens
// that were issued for a secret end with it.
//
// POST /v1/api-keys/{apiKeyId}/rotate
func (s *APIKeysService) Rotate(ctx context.Context, apiKeyID string, body RekeyAPIKeyRotation, opts ...Option) (*RekeyCreatedAPIKey, error) {
	return answered[RekeyCreatedAPIKey](ctx, s.client, request{operation: operations["rekeyRotateApiKey"], path: []string{apiKeyID}, body: body}, opts)
}

// Update: Change an API key
//
// Changes name, permissions, expiry or budgets; the next request with the key meets the change. `requestsPerMinute` and `requestsAtOnce`
// are set by callers of the boundary `platform` alone (403 `platform_only`). Boundary, application and tenants of a key are for
// good. A key that holds more than the caller cannot be changed (403 `holds_more`).
//
// PATCH /v1/api-keys/{apiKeyId}
func (s *APIKeysService) Update(ctx context.Context, apiKeyID string, body RekeyAPIKeyChange, opts ...Option) (*RekeyAPIKey, error) {
	return answered[RekeyAPIKey](ctx, s.client, request{operation: operations["rekeyUpdateApiKey"], path: []string{apiKeyID}, body: body}, opts)
}

// ApplicationsService has the operations of Client.Applications.
type ApplicationsService struct{ client *Client }

// Create: Create an application
//
// Creates an application without tenants. Names need not be unique.
//
// POST /v1/applications
func (s *ApplicationsService) Create(ctx context.Context, body RekeyApplicationCreation, opts ...Option) (*RekeyApplication, error) {
	return answered[RekeyApplication](ctx, s.client, request{operation: operations["rekeyCreateApplication"], body: body}, opts)
}

// Delete: Delete an application
//
// Deletes an application that has no tenants, and revokes its API keys. Its events stay.
//
// DELETE /v1/applications/{applicationId}
func (s *ApplicationsService) Delete(ctx context.Context, applicationID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyDeleteApplication"], path: []string{applicationID}}, opts)
}

// Get: Read an application
//
// Reads one application.
//
// GET /v1/applications/{applicationId}
func (s *ApplicationsService) Get(ctx context.Context, applicationID string, opts ...Option) (*RekeyApplication, error) {
	return answered[RekeyApplication](ctx, s.client, request{operation: operations["rekeyGetApplication"], path: []string{applicationID}}, opts)
}

// Policy: Read the policy of an application
//
// Reads the rules that an application sets itself. What is not among them is inherited from the built-in defaults.
//
// GET /v1/applications/{applicationId}/policy
func (s *ApplicationsService) Policy(ctx context.Context, applicationID string, opts ...Option) (*RekeyPolicy, error) {
	return answered[RekeyPolicy](ctx, s.client, request{operation: operations["rekeyGetApplicationPolicy"], path: []string{applicationID}}, opts)
}

// ApplicationsListParams are the query parameters of ApplicationsService.List.
type ApplicationsListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
}

// List: List applications
//
// Lists the applications that the caller reaches.
//
// GET /v1/applications
func (s *ApplicationsService) List(ctx context.Context, params *ApplicationsListParams, opts ...Option) (*RekeyApplicationList, error) {
	return answered[RekeyApplicationList](ctx, s.client, request{operation: operations["rekeyListApplications"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *ApplicationsService) ListAll(ctx context.Context, params *ApplicationsListParams, opts ...Option) iter.Seq2[RekeyApplication, error] {
	return everyPage[RekeyApplication](ctx, s.client, request{operation: operations["rekeyListApplications"], query: queryOf(params)}, opts)
}

// ApplicationsReplacePolicyParams are the query parameters of ApplicationsService.ReplacePolicy.
type ApplicationsReplacePolicyParams struct {
	// Check the change and tell what it would do, without doing it.
	DryRun *bool `query:"dryRun"`
}

// ReplacePolicy: Replace the policy of an application, dropping its other rules
//
// Replaces all rules that an application sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
// was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
// `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
// mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
//
// PUT /v1/applications/{applicationId}/policy
func (s *ApplicationsService) ReplacePolicy(ctx context.Context, applicationID string, params *ApplicationsReplacePolicyParams, body RekeyPolicyChange, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeySetApplicationPolicy"], path: []string{applicationID}, query: queryOf(params), body: body}, opts)
}

// Update: Change an application
//
// Changes the name of an application; its tenants, users and keys stay as they are. `If-Match` refuses the change if somebody
// else was first.
//
// PATCH /v1/applications/{applicationId}
func (s *ApplicationsService) Update(ctx context.Context, applicationID string, body RekeyApplicationChange, opts ...Option) (*RekeyApplication, error) {
	return answered[RekeyApplication](ctx, s.client, request{operation: operations["rekeyUpdateApplication"], path: []string{applicationID}, body: body}, opts)
}

// ApplicationsSetPolicyParams are the query parameters of ApplicationsService.SetPolicy.
type ApplicationsSetPolicyParams struct {
	// Check the change and tell what it would do, without doing it.
	DryRun *bool `query:"dryRun"`
}

// SetPolicy: Change rules of the policy of an application
//
// Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
// again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
// preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
// set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
// inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
//
// PATCH /v1/applications/{applicationId}/policy
func (s *ApplicationsService) SetPolicy(ctx context.Context, applicationID string, params *ApplicationsSetPolicyParams, body RekeyPolicyPatch, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeyUpdateApplicationPolicy"], path: []string{applicationID}, query: queryOf(params), body: body}, opts)
}

// AuditService has the operations of Client.Audit.
type AuditService struct{ client *Client }

// AuditCheckpointsParams are the query parameters of AuditService.Checkpoints.
type AuditCheckpointsParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
}

// Checkpoints: List checkpoints
//
// Lists signed statements of where the chains ended, the oldest first. Kept elsewhere, they show a trail that was rewritten as a
// whole. The signature is verified by the keys that the service publishes for its tokens, or by those of `GET /v1/signing-keys` once they
// are retired.
//
// GET /v1/audit/checkpoints
func (s *AuditService) Checkpoints(ctx context.Context, params *AuditCheckpointsParams, opts ...Option) (*RekeyCheckpointList, error) {
	return answered[RekeyCheckpointList](ctx, s.client, request{operation: operations["rekeyListCheckpoints"], query: queryOf(params)}, opts)
}

// CheckpointsAll is Checkpoints with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *AuditService) CheckpointsAll(ctx context.Context, params *AuditCheckpointsParams, opts ...Option) iter.Seq2[RekeyCheckpoint, error] {
	return everyPage[RekeyCheckpoint](ctx, s.client, request{operation: operations["rekeyListCheckpoints"], query: queryOf(params)}, opts)
}

// AuditVerifyParams are the query parameters of AuditService.Verify.
type AuditVerifyParams struct {
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// The `resume` of the answer before, with the same tenant.
	Resume *string `query:"resume"`
}

// Verify: Check the audit trail
//
// Checks that events are what was written: each one against its hash, their order, the ends of the chains, and the signed
// checkpoints. A chain whose old events the operator archived is checked from the signed end of its archive on. Without `tenantId`, every chain that the caller reaches is checked. The answer names the first flaw. A long trail is
// checked in several requests: while there is more, the answer has `resume`.
//
// GET /v1/audit/verify
func (s *AuditService) Verify(ctx context.Context, params *AuditVerifyParams, opts ...Option) (*RekeyAuditVerdict, error) {
	return answered[RekeyAuditVerdict](ctx, s.client, request{operation: operations["rekeyVerifyAudit"], query: queryOf(params)}, opts)
}

// BoomiService has the operations of Client.Boomi.
type BoomiService struct{ client *Client }

// Authenticate: Log in
//
// Checks user name and password and answers an access token and a refresh token, with `Cache-Control: no-store`.
//
// A user with a second factor who sends no `oneTimePasscode` is answered 409: a code was mailed, and the same
// call with that code finishes the login. A user with an authenticator app is mailed nothing: the same call with
// the app's code, or with a recovery code, finishes the login. The challenge is revealed only after the right password. 401 does not
// tell an unknown user, a wrong password, a wrong code, a disabled and a locked user apart.
//
// A right password that is expired, temporary or marked for change opens no session: the 401 then has the type
// `urn:rekey:fault:password_change_required` and a `key` with which resetPassword sets a new password.
//
// An `Authorization` header is not read, so a stale one does no harm.
//
// POST /api/Users/authenticate
func (s *BoomiService) Authenticate(ctx context.Context, body BoomiLoginModel, opts ...Option) (*BoomiTokenPair, error) {
	return answered[BoomiTokenPair](ctx, s.client, request{operation: operations["boomiAuthenticate"], body: body}, opts)
}

// ChangePassword: Change one's own password
//
// Replaces the password of the user whose access token is sent, after checking the current one. Both entries of
// the new password must agree and meet policy and history. On success all of the user's sessions and refresh
// tokens end, this one too: the user logs in again, as with the vendor.
//
// Only a user's own access token is accepted; an API key is answered 403, and so is a `userId` that is not the
// user's own. A wrong current password is a 400, not a 401, since the token itself is good.
//
// POST /api/Account/changePassword
func (s *BoomiService) ChangePassword(ctx context.Context, body BoomiChangePassword, opts ...Option) (*BoomiChangePasswordAnswer, error) {
	return answered[BoomiChangePasswordAnswer](ctx, s.client, request{operation: operations["boomiChangePassword"], body: body}, opts)
}

// ForgotPassword: Ask for a reset link by mail
//
// Mails a reset link to the user named by `username` or, if that is missing, by `emailAddress`. The older reset
// links of that user die. The mail goes to the user's verified address that was named, else to his primary one.
//
// The answer is the same, in body and in time, for known, unknown, disabled, locked and directory users: it says
// only that the request was understood. No password changes, no session ends, and nothing is sent to an address
// that the user does not have. At least one of the two fields is needed.
//
// POST /api/ForgotUser/forgotPassword
func (s *BoomiService) ForgotPassword(ctx context.Context, body BoomiForgotModel, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiForgotPassword"], body: body}, opts)
}

// ForgotUsername: Ask for the user name by mail
//
// Mails the user name, or the names if several users share it, to the stored address that equals `emailAddress`.
//
// The answer is the same, in body and in time, whether anybody has that address or not. No link is made, nothing
// changes, and `username` is ignored.
//
// POST /api/ForgotUser/forgotUsername
func (s *BoomiService) ForgotUsername(ctx context.Context, body BoomiForgotModel, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiForgotUsername"], body: body}, opts)
}

// RefreshToken: Exchange a refresh token for new tokens
//
// Answers a new access token and a new refresh token, with `Cache-Control: no-store`; the refresh token that was
// sent is used up. Sending a used one again ends every token of that login, because one of the two senders is
// not the user. Unknown, used, revoked and expired tokens are answered alike with 401.
//
// An `Authorization` header is not read, so an expired access token in it does no harm.
//
// POST /api/Users/refreshToken
func (s *BoomiService) RefreshToken(ctx context.Context, body BoomiRefreshTokenModel, opts ...Option) (*BoomiTokenPair, error) {
	return answered[BoomiTokenPair](ctx, s.client, request{operation: operations["boomiRefreshToken"], body: body}, opts)
}

// ResendMfa: Send the login code again
//
// Mails a new code for the challenge `sid`; the earlier code dies. The answer is the same whether the challenge
// exists or not. The code goes to the user's stored address alone: if `email` names another, no mail is sent. Codes per challenge and per account are limited, and sending again does not refund a wrong guess.
//
// An `Authorization` header is not read.
//
// POST /api/Users/resendMfa
func (s *BoomiService) ResendMfa(ctx context.Context, body BoomiResendMfa, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiResendMfa"], body: body}, opts)
}

// ResetPassword: Reset a forgotten password through a reset link
//
// Redeems a reset link and replaces the user's password. Both entries must agree and meet policy and history; a
// refusal for any of these reasons leaves the link alive. On success the link is used up, other links of the user
// die, sessions and refresh tokens end, a lockout is lifted, and the user is told by mail.
//
// `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
// stored: a reset cannot switch a second factor off. Nobody is logged in by this.
//
// The answer is a bare string, as JSON.
//
// POST /api/Password/resetPassword
func (s *BoomiService) ResetPassword(ctx context.Context, body BoomiPasswordModel, opts ...Option) (*BoomiPasswordResult, error) {
	return answered[BoomiPasswordResult](ctx, s.client, request{operation: operations["boomiResetPassword"], body: body}, opts)
}

// SetPassword: Set the first password through a set link
//
// Redeems a set link and stores the user's first password. Both entries must agree and meet the policy; a refusal
// for either reason leaves the link alive. On success the link is used up, the user's sessions and refresh tokens
// end, and the user is told by mail.
//
// `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
// stored: a link cannot rename anybody or switch a second factor off. Nobody is logged in by this.
//
// The answer is a bare string, as JSON.
//
// POST /api/Password/setPassword
func (s *BoomiService) SetPassword(ctx context.Context, body BoomiPasswordModel, opts ...Option) (*BoomiPasswordResult, error) {
	return answered[BoomiPasswordResult](ctx, s.client, request{operation: operations["boomiSetPassword"], body: body}, opts)
}

// BoomiValidatePasswordResetLinkParams are the query parameters of BoomiService.ValidatePasswordResetLink.
type BoomiValidatePasswordResetLinkParams struct {
	// The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
	// one; the server does not report its format.
	Key *Secret `query:"key"`
}

// ValidatePasswordResetLink: Check a reset-password link
//
// Answers the model of a live reset link: the key, the user name, and whether the user has a second factor (which
// decides how long the new password must be). Both password fields are always null.
//
// Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
// set links are unknown here. The answer carries `Cache-Control: no-store`.
//
// GET /api/Password/resetPassword
func (s *BoomiService) ValidatePasswordResetLink(ctx context.Context, params *BoomiValidatePasswordResetLinkParams, opts ...Option) (*BoomiPasswordModel, error) {
	return answered[BoomiPasswordModel](ctx, s.client, request{operation: operations["boomiValidatePasswordResetLink"], query: queryOf(params)}, opts)
}

// BoomiValidatePasswordSetLinkParams are the query parameters of BoomiService.ValidatePasswordSetLink.
type BoomiValidatePasswordSetLinkParams struct {
	// The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
	// one; the server does not report its format.
	Key *Secret `query:"key"`
}

// ValidatePasswordSetLink: Check a set-password link
//
// Answers the model of a live set link: the key, the user name, and whether the user has a second factor (which
// decides how long the new password must be). Both password fields are always null.
//
// Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
// reset links are unknown here. The answer carries `Cache-Control: no-store`.
//
// GET /api/Password/setPassword
func (s *BoomiService) ValidatePasswordSetLink(ctx context.Context, params *BoomiValidatePasswordSetLinkParams, opts ...Option) (*BoomiPasswordModel, error) {
	return answered[BoomiPasswordModel](ctx, s.client, request{operation: operations["boomiValidatePasswordSetLink"], query: queryOf(params)}, opts)
}

// EntrustService has the operations of Client.Entrust.
type EntrustService struct{ client *Client }

// AuthenticateAdminAPI: Obtain a token for an administration application
//
// Exchanges the id and the shared secret of an administration application for a token that lives fifteen minutes,
// answered with `Cache-Control: no-store`. There is no refresh token; ask again when it has expired. The token can
// do what the application's permissions and boundaries allow at the time of each call.
//
// An unknown application, a wrong secret and a revoked application are answered alike with 401. An `Authorization`
// header is not read, so an expired token in it does no harm.
//
// POST /api/web/v1/adminapi/authenticate
func (s *EntrustService) AuthenticateAdminAPI(ctx context.Context, body EntrustAdminAPIAuthentication, opts ...Option) (*EntrustAdminAPIAuthenticationResult, error) {
	return answered[EntrustAdminAPIAuthenticationResult](ctx, s.client, request{operation: operations["entrustAuthenticateAdminApiUsingPOST"], body: body}, opts)
}

// DeleteUserPassword: Remove a user's password
//
// Removes the password, so that the user cannot log in with one until another is set. Sessions and refresh tokens
// end. The user and his password history stay. The answer is 200 with an empty body, not 204.
//
// DELETE /api/web/v1/users/{userid}/passwords
func (s *EntrustService) DeleteUserPassword(ctx context.Context, userid string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustDeleteUserPasswordUsingDELETE"], path: []string{userid}}, opts)
}

// GetUserPasswordSettings: Read the password rules of a user
//
// Answers the rules that setting a password would apply to this user, with his second factor taken into account
// (it shortens the minimum length). Rules that the tenant does not use are answered by the value that switches
// them off. Nothing about the user's own password is told.
//
// GET /api/web/v1/users/{userid}/settings/password
func (s *EntrustService) GetUserPasswordSettings(ctx context.Context, userid string, opts ...Option) (*EntrustUserPasswordSettings, error) {
	return answered[EntrustUserPasswordSettings](ctx, s.client, request{operation: operations["entrustGetUserPasswordSettingsUsingGET"], path: []string{userid}}, opts)
}

// GetUserPassword: Describe a user's password
//
// Answers whether the user has a password, when it was changed last, when it expires, when the user will next be
// warned, and whether a change is forced. It never answers the password: `newPassword` is always absent. A user
// without a password is answered 200 with `present` false.
//
// GET /api/web/v1/users/{userid}/passwords
func (s *EntrustService) GetUserPassword(ctx context.Context, userid string, opts ...Option) (*EntrustUserPassword, error) {
	return answered[EntrustUserPassword](ctx, s.client, request{operation: operations["entrustGetUserPasswordUsingGET"], path: []string{userid}}, opts)
}

// SendPasswordExpiryNotification: Warn a user that the password expires
//
// Mails the user when the password expires and where to change it, now, whatever the schedule says. The scheduled
// warning is still sent when it is due. The password, its expiry and the sessions stay as they are.
//
// There is no request body. A password without an expiry is answered 400, since there is nothing to warn about.
// The answer is 200 with an empty body.
//
// PUT /api/web/v1/users/{userid}/password/notify
func (s *EntrustService) SendPasswordExpiryNotification(ctx context.Context, userid string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustSendPasswordExpiryNotificationUsingPUT"], path: []string{userid}}, opts)
}

// SetUserPassword: Set a user password
//
// Sets, generates or imports the password of a user. All of the user's sessions and refresh tokens and all
// outstanding links end. Policy and history apply to a given password; a refusal lists every broken rule.
//
//   - `generatePassword` makes a random password that meets the policy; `password` is then ignored.
//   - `returnPassword` answers a generated password once in `newPassword`. It has no effect on a password that
//     the caller sent. Every answer carries `Cache-Control: no-store`.
//   - `emailPassword` is true unless false is sent. A generated password is mailed for one use, with a forced change;
//     for a chosen one the mail carries a one-time link instead, unless the tenant wants the vendor's way.
//   - `passwordFormat` BCRYPT imports a hash given in `password`, without policy. The user must be local,
//     `currentPassword` must be null, and `generatePassword`, `emailPassword` and `returnPassword` must be false.
//     As `emailPassword` defaults to true, it has to be sent as false. Only the modular crypt form of bcrypt with
//     an acceptable cost is taken.
//   - `currentPassword` is only for users of a directory. It is refused for local users. Until a directory is
//     configured, the passwords of its users cannot be set.
//   - `expiryTime` lies in the future, and at most 36,500 days ahead.
//   - `clearPasswordHistory` forgets the history first, so that an old password may come back.
//
// PUT /api/web/v1/users/{userid}/passwords
func (s *EntrustService) SetUserPassword(ctx context.Context, userid string, body EntrustUserPasswordParms, opts ...Option) (*EntrustUserPassword, error) {
	return answered[EntrustUserPassword](ctx, s.client, request{operation: operations["entrustSetUserPasswordUsingPUT"], path: []string{userid}, body: body}, opts)
}

// ValidateUserPassword: Check a candidate password
//
// Tries a candidate against the rules that setting a password would apply to this user, by the same engine, and
// answers one flag a rule: true means that the candidate passes. A bad candidate is still answered 200. Flags of
// rules that the tenant does not use are true; the setter takes what has no false flag. Those that only a directory
// could judge are absent, and `passwordHistory` is when it was left out.
//
// Nothing is stored and nothing is sent. It does not tell whether the candidate is the current password, other
// than through the history rule, which `ignorePasswordHistory` leaves out.
//
// POST /api/web/v1/users/{userid}/password/validate
func (s *EntrustService) ValidateUserPassword(ctx context.Context, userid string, body EntrustUserPasswordValidateParms, opts ...Option) (*EntrustUserPasswordValidationResponse, error) {
	return answered[EntrustUserPasswordValidationResponse](ctx, s.client, request{operation: operations["entrustValidateUserPasswordUsingPOST"], path: []string{userid}, body: body}, opts)
}

// EventsService has the operations of Client.Events.
type EventsService struct{ client *Client }

// EventsExportParams are the query parameters of EventsService.Export.
type EventsExportParams struct {
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only from this time on.
	From *RekeyMoment `query:"from"`
	// Only before this time.
	To *RekeyMoment `query:"to"`
	// The id of the last event that arrived; the export goes on behind it.
	After *RekeyUUID `query:"after"`
}

// Export: Export events
//
// Streams events as JSON, one a line: chain by chain, each in the order of its sequence, so that the answer can be checked without
// this service as docs/audit.md tells. Of a chain that has events in the given time, all between the first and the last of them are
// told. If the export breaks off, the connection is cut; `after` goes on behind the last event that arrived.
//
// GET /v1/events/export
func (s *EventsService) Export(ctx context.Context, params *EventsExportParams, opts ...Option) (io.ReadCloser, error) {
	return stream(ctx, s.client, request{operation: operations["rekeyExportEvents"], query: queryOf(params)}, opts)
}

// Get: Read an event
//
// Reads one event of the audit trail, with its place in the chain and the hash that seals it.
//
// GET /v1/events/{eventId}
func (s *EventsService) Get(ctx context.Context, eventID string, opts ...Option) (*RekeyEvent, error) {
	return answered[RekeyEvent](ctx, s.client, request{operation: operations["rekeyGetEvent"], path: []string{eventID}}, opts)
}

// EventsListParams are the query parameters of EventsService.List.
type EventsListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only what was done to this user.
	UserID *RekeyUUID `query:"userId"`
	// Only what happened to this ticket.
	TicketID *RekeyUUID `query:"ticketId"`
	// Only this action.
	Action *string `query:"action"`
	// Only with this outcome.
	Outcome *string `query:"outcome"`
	// Only from this time on.
	From *RekeyMoment `query:"from"`
	// Only before this time.
	To *RekeyMoment `query:"to"`
	// By time; `desc`, the newest first, if absent.
	Order *RekeySortOrder `query:"order"`
}

// List: List events
//
// Lists what happened, the newest first, or the oldest first. Events of no tenant are shown to callers of the platform alone. No
// operation changes or deletes an event.
//
// GET /v1/events
func (s *EventsService) List(ctx context.Context, params *EventsListParams, opts ...Option) (*RekeyEventList, error) {
	return answered[RekeyEventList](ctx, s.client, request{operation: operations["rekeyListEvents"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *EventsService) ListAll(ctx context.Context, params *EventsListParams, opts ...Option) iter.Seq2[RekeyEvent, error] {
	return everyPage[RekeyEvent](ctx, s.client, request{operation: operations["rekeyListEvents"], query: queryOf(params)}, opts)
}

// LocalesService has the operations of Client.Locales.
type LocalesService struct{ client *Client }

// List: List locales
//
// Lists the languages that messages are written in. A user may have any other: his messages are written in the nearest of these, so `de`
// for `de-AT`, else in the fallback. Any caller may read it.
//
// GET /v1/locales
func (s *LocalesService) List(ctx context.Context, opts ...Option) (*RekeyLocaleList, error) {
	return answered[RekeyLocaleList](ctx, s.client, request{operation: operations["rekeyListLocales"]}, opts)
}

// MessagesService has the operations of Client.Messages.
type MessagesService struct{ client *Client }

// Get: Read the state of a message
//
// Reads where one message is, and what the mail server or SMS gateway said last.
//
// GET /v1/messages/{messageId}
func (s *MessagesService) Get(ctx context.Context, messageID string, opts ...Option) (*RekeyMessage, error) {
	return answered[RekeyMessage](ctx, s.client, request{operation: operations["rekeyGetMessage"], path: []string{messageID}}, opts)
}

// MessagesListParams are the query parameters of MessagesService.List.
type MessagesListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this user.
	UserID *RekeyUUID `query:"userId"`
	// Only messages that carry this ticket.
	TicketID *RekeyUUID `query:"ticketId"`
	// Only messages in this state.
	State *RekeyMessageState `query:"state"`
}

// List: List messages
//
// Lists what was sent, or is to be sent, to the users that the caller reaches: where it is, and never what it says. A message is deleted
// a while after it was sent or given up, by default 30 days, and not found from then on.
//
// GET /v1/messages
func (s *MessagesService) List(ctx context.Context, params *MessagesListParams, opts ...Option) (*RekeyMessageList, error) {
	return answered[RekeyMessageList](ctx, s.client, request{operation: operations["rekeyListMessages"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *MessagesService) ListAll(ctx context.Context, params *MessagesListParams, opts ...Option) iter.Seq2[RekeyMessage, error] {
	return everyPage[RekeyMessage](ctx, s.client, request{operation: operations["rekeyListMessages"], query: queryOf(params)}, opts)
}

// Resend: Send a message again
//
// Sends a failed message again, word for word; its ticket is `queued` again. A message that waits is due at once. The content of a sent
// message is gone, and so is that of a failed one when what it carries has expired: issue a new ticket instead. The budget of messages to
// one user in an hour holds here too.
//
// POST /v1/messages/{messageId}/resend
func (s *MessagesService) Resend(ctx context.Context, messageID string, opts ...Option) (*RekeyMessage, error) {
	return answered[RekeyMessage](ctx, s.client, request{operation: operations["rekeyResendMessage"], path: []string{messageID}}, opts)
}

// PasswordsService has the operations of Client.Passwords.
type PasswordsService struct{ client *Client }

// Change: Change a password by showing it
//
// Changes a password by showing the current one, as a user does for himself. Wrong ones count like failed logins.
//
// POST /v1/users/{userId}/password/change
func (s *PasswordsService) Change(ctx context.Context, userID string, body RekeyPasswordChange, opts ...Option) (*RekeyPasswordChanged, error) {
	return answered[RekeyPasswordChanged](ctx, s.client, request{operation: operations["rekeyChangePassword"], path: []string{userID}, body: body}, opts)
}

// Check: Check a password
//
// Tells whether a password would be accepted, and which rules it breaks, for a user or for somebody who is to become a user of a
// tenant. The engine is the one of every change: what is acceptable here is accepted there, with the same violations otherwise.
// Nothing is changed, and the password is not kept. Earlier passwords and breaches are only asked about when the other rules pass.
// A caller who may not set the user's password gets 100 answers a day that compare with his earlier ones, since each is a guess.
//
// POST /v1/password-checks
func (s *PasswordsService) Check(ctx context.Context, body RekeyPasswordCheck, opts ...Option) (*RekeyPasswordVerdict, error) {
	return answered[RekeyPasswordVerdict](ctx, s.client, request{operation: operations["rekeyCheckPassword"], body: body}, opts)
}

// Get: Describe a password
//
// Tells what may be known of a password without knowing it.
//
// GET /v1/users/{userId}/password
func (s *PasswordsService) Get(ctx context.Context, userID string, opts ...Option) (*RekeyPasswordState, error) {
	return answered[RekeyPasswordState](ctx, s.client, request{operation: operations["rekeyGetPassword"], path: []string{userID}}, opts)
}

// Remove: Remove a password
//
// Leaves the user without a password. Sessions, refresh tokens, tickets and pending logins end; the answer counts them.
//
// DELETE /v1/users/{userId}/password
func (s *PasswordsService) Remove(ctx context.Context, userID string, opts ...Option) (*RekeyPasswordChanged, error) {
	return answered[RekeyPasswordChanged](ctx, s.client, request{operation: operations["rekeyRemovePassword"], path: []string{userID}}, opts)
}

// Set: Set a password
//
// Sets the password of a user, whatever it was. Exactly one of `password`, `generate` and `hash` says what it becomes. A chosen password
// has to meet the policy. A generated one works once, and only to choose another. An imported hash is kept as it is and renewed at the
// next login.
//
// Sessions, refresh tokens, tickets and pending logins of the user end with the old password; the answer counts them.
//
// A lock stays, unless `unlock` is true: then the user may log in with the new password at once, as after `locked: false` of
// updateUser. The caller needs `users:write` as well for that (403 `forbidden`).
//
// PUT /v1/users/{userId}/password
func (s *PasswordsService) Set(ctx context.Context, userID string, body RekeyPasswordAssignment, opts ...Option) (*RekeyPasswordSet, error) {
	return answered[RekeyPasswordSet](ctx, s.client, request{operation: operations["rekeySetPassword"], path: []string{userID}, body: body}, opts)
}

// PermissionsService has the operations of Client.Permissions.
type PermissionsService struct{ client *Client }

// List: List permissions
//
// Lists the catalogue of permissions: all that API keys and users can hold. Any caller may read it.
//
// GET /v1/permissions
func (s *PermissionsService) List(ctx context.Context, opts ...Option) (*RekeyPermissionList, error) {
	return answered[RekeyPermissionList](ctx, s.client, request{operation: operations["rekeyListPermissions"]}, opts)
}

// PolicyPresetsService has the operations of Client.PolicyPresets.
type PolicyPresetsService struct{ client *Client }

// List: List the presets
//
// Lists sets of rules to begin with: the built-in defaults, and the documented defaults of the products that Rekey speaks like.
//
// GET /v1/policy-presets
func (s *PolicyPresetsService) List(ctx context.Context, opts ...Option) (*RekeyPolicyPresetList, error) {
	return answered[RekeyPolicyPresetList](ctx, s.client, request{operation: operations["rekeyListPolicyPresets"]}, opts)
}

// ResetRequestsService has the operations of Client.ResetRequests.
type ResetRequestsService struct{ client *Client }

// Create: Ask for a reset
//
// Asks for a ticket in the name of somebody who proved nothing yet. The answer is the same for everybody, known or not; who may be helped
// gets a mail. Exactly one of `username` and `email` is given; an address must be verified, and the mail goes to that one. Asked by user
// name, it goes to the primary address. A tenant that mails short codes answers with a `requestCode`,
// whoever is asked for. Without `tenantId` the request acts in the caller's tenant, else in the one whose host was called, else in the default one.
//
// POST /v1/reset-requests
func (s *ResetRequestsService) Create(ctx context.Context, body RekeyResetRequestCreation, opts ...Option) (*RekeyResetRequest, error) {
	return answered[RekeyResetRequest](ctx, s.client, request{operation: operations["rekeyRequestReset"], body: body}, opts)
}

// SecondFactorService has the operations of Client.SecondFactor.
type SecondFactorService struct{ client *Client }

// Confirm: Confirm an authenticator app
//
// Makes the enrolled app the second factor of the user by a first code, and answers his recovery codes, once. Every login then asks for a
// code, on every surface. The user's other sessions end, and he is told.
//
// POST /v1/users/{userId}/totp/confirm
func (s *SecondFactorService) Confirm(ctx context.Context, userID string, body RekeyTotpCode, opts ...Option) (*RekeyRecoveryCodes, error) {
	return answered[RekeyRecoveryCodes](ctx, s.client, request{operation: operations["rekeyConfirmTotp"], path: []string{userID}, body: body}, opts)
}

// Drop: Remove the own second factor
//
// Removes the authenticator app of the user who calls, and its recovery codes. He shows his current password and a fresh code. His other
// sessions end, and he is told.
//
// POST /v1/users/{userId}/second-factor/remove
func (s *SecondFactorService) Drop(ctx context.Context, userID string, body RekeyFreshness, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyDropSecondFactor"], path: []string{userID}, body: body}, opts)
}

// Enroll: Enroll an authenticator app
//
// Draws a secret for an authenticator app and answers it, once, also as an address that apps read as a QR code. The app is no factor until
// a first code confirms it, within an hour; enrolling again replaces one that waits. A user who enrolls his own shows his current password.
//
// POST /v1/users/{userId}/totp
func (s *SecondFactorService) Enroll(ctx context.Context, userID string, body RekeyProof, opts ...Option) (*RekeyTotpEnrollment, error) {
	return answered[RekeyTotpEnrollment](ctx, s.client, request{operation: operations["rekeyEnrollTotp"], path: []string{userID}, body: body}, opts)
}

// Get: Describe a second factor
//
// Tells by which means a user takes the second step of a login.
//
// GET /v1/users/{userId}/second-factor
func (s *SecondFactorService) Get(ctx context.Context, userID string, opts ...Option) (*RekeySecondFactor, error) {
	return answered[RekeySecondFactor](ctx, s.client, request{operation: operations["rekeyGetSecondFactor"], path: []string{userID}}, opts)
}

// Remove: Remove a second factor
//
// Removes the authenticator app of a user and its recovery codes, for one who lost both. Who had mailed codes before has them again. The
// user's sessions end, and he is told. Nobody uses it on himself: `second-factor/remove` is for that.
//
// DELETE /v1/users/{userId}/second-factor
func (s *SecondFactorService) Remove(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRemoveSecondFactor"], path: []string{userID}}, opts)
}

// RecoveryCodes: Renew recovery codes
//
// Answers ten new recovery codes, once; all old ones end. Each stands in for the authenticator app one time. A user who renews his own
// shows his current password and a fresh code.
//
// POST /v1/users/{userId}/recovery-codes
func (s *SecondFactorService) RecoveryCodes(ctx context.Context, userID string, body RekeyFreshness, opts ...Option) (*RekeyRecoveryCodes, error) {
	return answered[RekeyRecoveryCodes](ctx, s.client, request{operation: operations["rekeyRenewRecoveryCodes"], path: []string{userID}, body: body}, opts)
}

// SessionsService has the operations of Client.Sessions.
type SessionsService struct{ client *Client }

// Create: Log a user in
//
// Logs a user in by name, or verified address, and password. A refusal is one answer for an unknown name, a wrong password, a wrong code
// and a user who may not log in. After the right password a second factor may be asked for: repeat the request with `code`. A password
// that is temporary, expired or marked for change opens no session; the problem's `ticket` then redeems the change.
//
// A caller with an API key logs users of its own tenant in, or of the tenant that it names.
//
// POST /v1/sessions
func (s *SessionsService) Create(ctx context.Context, body RekeyLogin, opts ...Option) (*RekeyLoggedIn, error) {
	return answered[RekeyLoggedIn](ctx, s.client, request{operation: operations["rekeyCreateSession"], body: body}, opts)
}

// Get: Read a session
//
// Reads one live session. Its tokens are never shown again.
//
// GET /v1/sessions/{sessionId}
func (s *SessionsService) Get(ctx context.Context, sessionID string, opts ...Option) (*RekeySession, error) {
	return answered[RekeySession](ctx, s.client, request{operation: operations["rekeyGetSession"], path: []string{sessionID}}, opts)
}

// SessionsListParams are the query parameters of SessionsService.List.
type SessionsListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this user.
	UserID *RekeyUUID `query:"userId"`
}

// List: List sessions
//
// Lists the live sessions of the users that the caller reaches.
//
// GET /v1/sessions
func (s *SessionsService) List(ctx context.Context, params *SessionsListParams, opts ...Option) (*RekeySessionList, error) {
	return answered[RekeySessionList](ctx, s.client, request{operation: operations["rekeyListSessions"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *SessionsService) ListAll(ctx context.Context, params *SessionsListParams, opts ...Option) iter.Seq2[RekeySession, error] {
	return everyPage[RekeySession](ctx, s.client, request{operation: operations["rekeyListSessions"], query: queryOf(params)}, opts)
}

// Refresh: Refresh tokens
//
// Exchanges a refresh token for new tokens. Each works once; one that is shown again was stolen, and ends the session,
// unless `sessions.refreshReuseSeconds` lets the same client have the same successor again for some seconds.
//
// POST /v1/sessions/refresh
func (s *SessionsService) Refresh(ctx context.Context, body RekeyRefresh, opts ...Option) (*RekeyLoggedIn, error) {
	return answered[RekeyLoggedIn](ctx, s.client, request{operation: operations["rekeyRefreshSession"], body: body}, opts)
}

// Revoke: Revoke a session
//
// Ends a session and its refresh tokens at once. One that has ended stays as it is.
//
// DELETE /v1/sessions/{sessionId}
func (s *SessionsService) Revoke(ctx context.Context, sessionID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRevokeSession"], path: []string{sessionID}}, opts)
}

// SigningKeysService has the operations of Client.SigningKeys.
type SigningKeysService struct{ client *Client }

// SigningKeysListParams are the query parameters of SigningKeysService.List.
type SigningKeysListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
}

// List: List signing keys
//
// Lists the keys that sign access tokens and checkpoints of the audit trail, retired ones too, with their public halves: whoever keeps
// checkpoints elsewhere verifies those of a retired key by them. Who verifies tokens reads the JWKS, which has the keys that are not retired.
//
// GET /v1/signing-keys
func (s *SigningKeysService) List(ctx context.Context, params *SigningKeysListParams, opts ...Option) (*RekeySigningKeyList, error) {
	return answered[RekeySigningKeyList](ctx, s.client, request{operation: operations["rekeyListSigningKeys"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *SigningKeysService) ListAll(ctx context.Context, params *SigningKeysListParams, opts ...Option) iter.Seq2[RekeySigningKey, error] {
	return everyPage[RekeySigningKey](ctx, s.client, request{operation: operations["rekeyListSigningKeys"], query: queryOf(params)}, opts)
}

// Retire: Retire a signing key
//
// Ends a key at once and for good: the tokens that it signed are refused and it is no longer published, by every server within a minute.
// Checkpoints that it signed stay verifiable. The key that signs cannot be retired (409 `signing_key_signs`). Of a key that is retired
// nothing changes.
//
// POST /v1/signing-keys/{signingKeyId}/retire
func (s *SigningKeysService) Retire(ctx context.Context, signingKeyID string, opts ...Option) (*RekeySigningKey, error) {
	return answered[RekeySigningKey](ctx, s.client, request{operation: operations["rekeyRetireSigningKey"], path: []string{signingKeyID}}, opts)
}

// Rotate: Make the next signing key
//
// Makes a key that is published at once and signs after `signsAfterSeconds`: by then those who verify tokens, and keep the JWKS for a while,
// have it. The keys before it verify for 16 minutes more, which is longer than any access token lives, and are retired by themselves then.
// A key that waits already is replaced by this one. If the private half of a key was seen, rotate with 0 and retire that key.
//
// POST /v1/signing-keys/rotate
func (s *SigningKeysService) Rotate(ctx context.Context, body RekeySigningKeyRotation, opts ...Option) (*RekeySigningKey, error) {
	return answered[RekeySigningKey](ctx, s.client, request{operation: operations["rekeyRotateSigningKey"], body: body}, opts)
}

// TenantsService has the operations of Client.Tenants.
type TenantsService struct{ client *Client }

// Create: Create a tenant
//
// Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a host selects one tenant only.
// What a key of the platform sets is active at once. Other hosts are pending until the domain's owner says in the DNS whose they are
// (`verifyTenantHost`); the public host of the service, addresses, localhost and names without a dot are refused (403 `host_reserved`).
//
// POST /v1/tenants
func (s *TenantsService) Create(ctx context.Context, body RekeyTenantCreation, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyCreateTenant"], body: body}, opts)
}

// Delete: Delete a tenant
//
// Deletes a tenant that has no users, and revokes its API keys. Its events stay. The default tenant cannot be deleted.
//
// DELETE /v1/tenants/{tenantId}
func (s *TenantsService) Delete(ctx context.Context, tenantID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyDeleteTenant"], path: []string{tenantID}}, opts)
}

// EffectivePolicy: Read what holds in a tenant
//
// Reads every rule that holds for the users of a tenant, and the level that imposed it.
//
// GET /v1/tenants/{tenantId}/effective-policy
func (s *TenantsService) EffectivePolicy(ctx context.Context, tenantID string, opts ...Option) (*RekeyEffectivePolicy, error) {
	return answered[RekeyEffectivePolicy](ctx, s.client, request{operation: operations["rekeyGetEffectivePolicy"], path: []string{tenantID}}, opts)
}

// Get: Read a tenant
//
// Reads one tenant with its settings. The `ETag` of the answer is what `If-Match` of a change compares.
//
// GET /v1/tenants/{tenantId}
func (s *TenantsService) Get(ctx context.Context, tenantID string, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyGetTenant"], path: []string{tenantID}}, opts)
}

// Policy: Read the policy of a tenant
//
// Reads the rules that a tenant sets itself. What is not among them is inherited from its application, or else from the built-in defaults.
//
// GET /v1/tenants/{tenantId}/policy
func (s *TenantsService) Policy(ctx context.Context, tenantID string, opts ...Option) (*RekeyPolicy, error) {
	return answered[RekeyPolicy](ctx, s.client, request{operation: operations["rekeyGetTenantPolicy"], path: []string{tenantID}}, opts)
}

// TenantsListParams are the query parameters of TenantsService.List.
type TenantsListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this application.
	ApplicationID *RekeyShortID `query:"applicationId"`
}

// List: List tenants
//
// Lists the tenants that the caller reaches, or those of one application.
//
// GET /v1/tenants
func (s *TenantsService) List(ctx context.Context, params *TenantsListParams, opts ...Option) (*RekeyTenantList, error) {
	return answered[RekeyTenantList](ctx, s.client, request{operation: operations["rekeyListTenants"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *TenantsService) ListAll(ctx context.Context, params *TenantsListParams, opts ...Option) iter.Seq2[RekeyTenant, error] {
	return everyPage[RekeyTenant](ctx, s.client, request{operation: operations["rekeyListTenants"], query: queryOf(params)}, opts)
}

// TenantsReplacePolicyParams are the query parameters of TenantsService.ReplacePolicy.
type TenantsReplacePolicyParams struct {
	// Check the change and tell what it would do, without doing it.
	DryRun *bool `query:"dryRun"`
}

// ReplacePolicy: Replace the policy of a tenant, dropping its other rules
//
// Replaces all rules that a tenant sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
// was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
// `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
// mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
//
// PUT /v1/tenants/{tenantId}/policy
func (s *TenantsService) ReplacePolicy(ctx context.Context, tenantID string, params *TenantsReplacePolicyParams, body RekeyPolicyChange, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeySetTenantPolicy"], path: []string{tenantID}, query: queryOf(params), body: body}, opts)
}

// Update: Change a tenant
//
// Changes name or hosts. Hosts, if given, replace the hosts there were, the pending ones among them: a host that is listed stays as it
// is, one that is left out is given up, and has to be proven anew when it is added again. What a key of the platform lists is active at
// once; what another key adds is pending (`verifyTenantHost`).
//
// PATCH /v1/tenants/{tenantId}
func (s *TenantsService) Update(ctx context.Context, tenantID string, body RekeyTenantChange, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyUpdateTenant"], path: []string{tenantID}, body: body}, opts)
}

// TenantsSetPolicyParams are the query parameters of TenantsService.SetPolicy.
type TenantsSetPolicyParams struct {
	// Check the change and tell what it would do, without doing it.
	DryRun *bool `query:"dryRun"`
}

// SetPolicy: Change rules of the policy of a tenant
//
// Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
// again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
// preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
// set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
// inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
//
// PATCH /v1/tenants/{tenantId}/policy
func (s *TenantsService) SetPolicy(ctx context.Context, tenantID string, params *TenantsSetPolicyParams, body RekeyPolicyPatch, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeyUpdateTenantPolicy"], path: []string{tenantID}, query: queryOf(params), body: body}, opts)
}

// VerifyHost: Verify a host of a tenant
//
// Looks in the DNS for the TXT record that `pendingHosts` of the tenant shows for the host, and makes the host active if one of the
// records there is its value. Of several tenants that prove a host the first one has it (409 `host_taken`). A record that is not there yet
// is 409 `host_unproven`: ask again, with another Idempotency-Key. Where nobody knows, since the DNS does not answer or two look-ups of
// the tenant are under way, the answer is 503 `dns_unavailable`. Once the host is active the record is not looked at any more. Of a
// host that is active nothing changes.
//
// POST /v1/tenants/{tenantId}/hosts/{host}/verify
func (s *TenantsService) VerifyHost(ctx context.Context, tenantID string, host string, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyVerifyTenantHost"], path: []string{tenantID, host}}, opts)
}

// TicketsService has the operations of Client.Tickets.
type TicketsService struct{ client *Client }

// Cancel: Cancel a ticket
//
// Revokes a ticket that is not over. What still waits to be sent of it is not sent.
//
// DELETE /v1/tickets/{ticketId}
func (s *TicketsService) Cancel(ctx context.Context, ticketID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyCancelTicket"], path: []string{ticketID}}, opts)
}

// Create: Issue a ticket
//
// Issues the one-time right to set a password, and ends the user's older tickets of the same purpose.
//
// With `deliver: send` Rekey sends link or code to the user's verified address; an invitation also goes to one that is not verified yet.
// With `deliver: return` nothing is sent, and the answer holds link or code, once. That needs the permission `tickets:return` besides.
// A link leads to Rekey's own page, or by `linkTemplate` to yours; `{{.Code}}` in it is the `ticket` of the proof.
// A short code belongs to a `requestCode`, which is always answered to the caller: the proof needs both.
//
// A locked user gets no ticket (409), unless `unlock` is true: then he is unlocked with it, as by `locked: false` of updateUser. The
// caller needs `users:write` as well for that (403 `forbidden`).
//
// POST /v1/tickets
func (s *TicketsService) Create(ctx context.Context, body RekeyTicketCreation, opts ...Option) (*RekeyIssuedTicket, error) {
	return answered[RekeyIssuedTicket](ctx, s.client, request{operation: operations["rekeyCreateTicket"], body: body}, opts)
}

// Get: Read a ticket
//
// Reads one ticket. Each step of its life is also an event with its id.
//
// GET /v1/tickets/{ticketId}
func (s *TicketsService) Get(ctx context.Context, ticketID string, opts ...Option) (*RekeyTicket, error) {
	return answered[RekeyTicket](ctx, s.client, request{operation: operations["rekeyGetTicket"], path: []string{ticketID}}, opts)
}

// Inspect: Look at a ticket
//
// Tells whether a proof would be accepted, and for whom. It consumes nothing, however often it is called; a wrong short code counts as a try.
// No credential is needed: the proof is one.
//
// POST /v1/tickets/inspect
func (s *TicketsService) Inspect(ctx context.Context, body RekeyTicketProof, opts ...Option) (*RekeyInspectedTicket, error) {
	return answered[RekeyInspectedTicket](ctx, s.client, request{operation: operations["rekeyInspectTicket"], body: body}, opts)
}

// TicketsListParams are the query parameters of TicketsService.List.
type TicketsListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this user.
	UserID *RekeyUUID `query:"userId"`
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only tickets in this state.
	State *RekeyTicketState `query:"state"`
	// Only tickets for this purpose.
	Purpose *RekeyTicketPurpose `query:"purpose"`
}

// List: List tickets
//
// Lists the tickets of the users that the caller reaches, over or not. No link or code is ever shown again. A ticket is deleted a while
// after its end, by default 30 days, and not found from then on.
//
// GET /v1/tickets
func (s *TicketsService) List(ctx context.Context, params *TicketsListParams, opts ...Option) (*RekeyTicketList, error) {
	return answered[RekeyTicketList](ctx, s.client, request{operation: operations["rekeyListTickets"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *TicketsService) ListAll(ctx context.Context, params *TicketsListParams, opts ...Option) iter.Seq2[RekeyTicket, error] {
	return everyPage[RekeyTicket](ctx, s.client, request{operation: operations["rekeyListTickets"], query: queryOf(params)}, opts)
}

// Redeem: Set a password with a ticket
//
// Sets the password. The ticket dies with an accepted password alone: a refused one, or a failure, leaves it as it was. All sessions and refresh
// tokens of the user end, and all his other tickets. No credential is needed: the proof is one.
//
// Where the tenant's policy wants it, a user with an authenticator app sends `factorCode` too. Without it nothing is used up.
//
// POST /v1/tickets/redeem
func (s *TicketsService) Redeem(ctx context.Context, body RekeyTicketRedemption, opts ...Option) (*RekeyRedeemedTicket, error) {
	return answered[RekeyRedeemedTicket](ctx, s.client, request{operation: operations["rekeyRedeemTicket"], body: body}, opts)
}

// UsersService has the operations of Client.Users.
type UsersService struct{ client *Client }

// Create: Create a user
//
// Creates a user of a tenant, without a password: mail a ticket, or set one. User names and addresses are unique in their tenant by their
// canonical form, and a user name is not the address of somebody else. `verified` is the caller's word that the address is the user's;
// only verified addresses receive links and codes. Permissions and boundary can be no more than the caller's own (403 `grants_more`).
//
// POST /v1/users
func (s *UsersService) Create(ctx context.Context, body RekeyUserCreation, opts ...Option) (*RekeyUser, error) {
	return answered[RekeyUser](ctx, s.client, request{operation: operations["rekeyCreateUser"], body: body}, opts)
}

// Delete: Delete a user
//
// Deletes a user with password, history, sessions, tickets, factors, addresses and the content of messages that wait. The events stay, the
// names are free again, and the id is never given to anybody else.
//
// DELETE /v1/users/{userId}
func (s *UsersService) Delete(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyDeleteUser"], path: []string{userID}}, opts)
}

// EndSessions: Revoke all of a user's sessions
//
// Ends all sessions and refresh tokens of a user at once, and counts them.
//
// DELETE /v1/users/{userId}/sessions
func (s *UsersService) EndSessions(ctx context.Context, userID string, opts ...Option) (*RekeyPasswordChanged, error) {
	return answered[RekeyPasswordChanged](ctx, s.client, request{operation: operations["rekeyEndSessions"], path: []string{userID}}, opts)
}

// Get: Read a user
//
// Reads one user with all addresses and rights, never a password or its hash.
//
// GET /v1/users/{userId}
func (s *UsersService) Get(ctx context.Context, userID string, opts ...Option) (*RekeyUser, error) {
	return answered[RekeyUser](ctx, s.client, request{operation: operations["rekeyGetUser"], path: []string{userID}}, opts)
}

// UsersListParams are the query parameters of UsersService.List.
type UsersListParams struct {
	// How many items to answer with at most; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only what belongs to this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only the user of this name.
	Username *string `query:"username"`
	// Only the user with this e-mail address.
	Email *string `query:"email"`
	// Only users who are disabled, or who are not.
	Disabled *bool `query:"disabled"`
	// Only users who are locked, or who are not.
	Locked *bool `query:"locked"`
}

// List: List users
//
// Lists the users that the caller reaches. Filters narrow the list together; a user name or an address is found by its canonical form, as a
// whole: case and width make no difference.
//
// GET /v1/users
func (s *UsersService) List(ctx context.Context, params *UsersListParams, opts ...Option) (*RekeyUserList, error) {
	return answered[RekeyUserList](ctx, s.client, request{operation: operations["rekeyListUsers"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *UsersService) ListAll(ctx context.Context, params *UsersListParams, opts ...Option) iter.Seq2[RekeyUser, error] {
	return everyPage[RekeyUser](ctx, s.client, request{operation: operations["rekeyListUsers"], query: queryOf(params)}, opts)
}

// Update: Change a user
//
// Changes what is given. Lists and metadata are replaced as a whole. `disabled` and `locked` end all sessions, refresh tokens, challenges and
// tickets at once. A change of addresses ends tickets and challenges and is told to all verified e-mail addresses, old and new. To switch
// `secondFactor` on or off the caller needs `second-factors:write` as well (403 `forbidden`), and the user is told. Permissions
// and boundary can be no more than the caller's own (403 `grants_more`), and of a user who holds more than the caller nothing can be
// changed (403 `holds_more`).
//
// PATCH /v1/users/{userId}
func (s *UsersService) Update(ctx context.Context, userID string, body RekeyUserChange, opts ...Option) (*RekeyUser, error) {
	return answered[RekeyUser](ctx, s.client, request{operation: operations["rekeyUpdateUser"], path: []string{userID}, body: body}, opts)
}

// WristbandService has the operations of Client.Wristband.
type WristbandService struct{ client *Client }

// ChangePassword: Change one's own password
//
// Replaces the password of the calling user, who has to know the present one. userId has to be the caller's own: any
// other id, known or not, is refused with 403, and so is a caller that is no user.
//
// On success, at once and together: all sessions and refresh tokens of the user are revoked, this call's own included, open resets of
// the user end, the "Password Updated" mail is queued, and the act is audited. A wrong present password is a 400 on currentPassword,
// changes nothing, and is counted like a failed login; while logins of the user are slowed down, the right one gets the same 400.
//
// POST /api/v1/change-password
func (s *WristbandService) ChangePassword(ctx context.Context, body WristbandChangePasswordInput, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandChangePassword"], body: body}, opts)
}

// CreatePasswordResetLink: Create a reset link and return it
//
// Makes a reset link for the user and returns it to the caller, who delivers it; no mail is sent. Every older reset link of the user
// stops working. The password stays as it is and sessions go on. By default the link lives 60 minutes and works once.
//
// The address in the link comes from the configuration, never from the request (no header can change it). The answer holds a live code:
// it is `Cache-Control: no-store`, and the act is audited. A user outside the caller's reach is answered like one that does not exist.
//
// POST /api/v1/password-reset/create-password-reset-link
func (s *WristbandService) CreatePasswordResetLink(ctx context.Context, body WristbandPasswordResetLinkInput, opts ...Option) (*WristbandPasswordResetLink, error) {
	return answered[WristbandPasswordResetLink](ctx, s.client, request{operation: operations["wristbandCreatePasswordResetLink"], body: body}, opts)
}

// DeleteUserAuthSessions: End all sessions of a user
//
// Ends every session of the user, on every device, together with the refresh tokens that would bring them back; access tokens that
// come from them are refused from then on. The password stays. A user without sessions is answered alike, so repeating the
// call does no harm.
//
// With the Self boundary another user's id is refused with 403. With any other boundary, a user outside the caller's reach is
// answered like one that does not exist.
//
// DELETE /api/v1/users/{userId}/auth-sessions
func (s *WristbandService) DeleteUserAuthSessions(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandDeleteUserAuthSessions"], path: []string{userID}}, opts)
}

// GetJwks: The keys that verify access tokens
//
// The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it holds the old and
// the new one. No credential is read. The answer may be kept for five minutes (`Cache-Control: public, max-age=300`).
//
// GET /api/v1/oauth2/jwks
func (s *WristbandService) GetJwks(ctx context.Context, opts ...Option) (*WristbandJSONWebKeySet, error) {
	return answered[WristbandJSONWebKeySet](ctx, s.client, request{operation: operations["wristbandGetJwks"]}, opts)
}

// GetToken: Get an access token
//
// The token endpoint of RFC 6749, for two grants. client_credentials gives an access token that carries the permissions of the client,
// and no refresh token. refresh_token exchanges a refresh token for a new pair: the old one is dead from then on, and using it again ends
// every token that came from it.
//
// The client shows itself by HTTP Basic, or by client_id and client_secret in the form; both at once is a 400, neither or a
// wrong one is a 401. A bearer token is not read here. An access token lives 15 minutes at most.
//
// A refresh token that is unknown, used, revoked, expired or another client's is always the same invalid_grant. Answers
// are `Cache-Control: no-store`.
//
// POST /api/v1/oauth2/token
func (s *WristbandService) GetToken(ctx context.Context, body WristbandTokenInput, opts ...Option) (*WristbandTokenResult, error) {
	return answered[WristbandTokenResult](ctx, s.client, request{operation: operations["wristbandGetToken"], body: body}, opts)
}

// IntrospectPasswordResetEmailAuthCode: Look at the code of a reset mail
//
// Says whether the code of a mailed link still works, and whose it is. Looking consumes nothing, however often it is done, and
// lengthens nothing.
//
// A code that is unknown, used, superseded, expired or of another application is always the same 400, so nothing can be
// learnt from the difference. The answer is `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/introspect-email-auth-code
func (s *WristbandService) IntrospectPasswordResetEmailAuthCode(ctx context.Context, body WristbandEmailAuthCodeInput, opts ...Option) (*WristbandEmailAuthCodeIntrospection, error) {
	return answered[WristbandEmailAuthCodeIntrospection](ctx, s.client, request{operation: operations["wristbandIntrospectPasswordResetEmailAuthCode"], body: body}, opts)
}

// RequestPasswordReset: Ask for a password reset by address
//
// Writes a reset mail to this address, if it is a verified one of a user who can have it. The mail holds a link or an OTP, as the tenant has
// chosen. Without tenantId the default tenant of the application is meant.
//
// The answer is the same, in content and in time, for a known, an unknown, a disabled and a locked user, and when the limit of mails
// for the address is reached; a requestCode made for nobody simply never works. The password stays as it is and sessions go on.
// A later request ends the codes of an earlier one. By default a link lives 60 minutes and an OTP 10 minutes.
//
// An applicationId other than the caller's is refused with 403, whether it exists or not. Where a requestCode is sent, the
// answer is `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/request-password-reset
func (s *WristbandService) RequestPasswordReset(ctx context.Context, body WristbandPasswordResetRequestInput, opts ...Option) (*WristbandPasswordResetRequestResult, error) {
	return answered[WristbandPasswordResetRequestResult](ctx, s.client, request{operation: operations["wristbandRequestPasswordReset"], body: body}, opts)
}

// ResetPassword: Set a new password with the proof of a reset
//
// Replaces the password of the user to whom the proof belongs. There are three ways, and exactly one has to be taken:
//
// 1. emailAuthCode, from a mail with a link;
// 2. requestCode and verificationCode, both, from a mail with an OTP;
// 3. passwordResetCode, from a link made by create-password-reset-link.
//
// More than one way, half of the second, or none at all is a 400 and counts as no try.
//
// On success, at once and together: the password is replaced, the proof and every other open reset of the user end, all
// sessions and refresh tokens of the user are revoked, a lockout is lifted, the "Password Updated" mail is queued unless it is suppressed
// (which is audited), and the act is audited. The user is not logged in by it, and MFA stays as it was.
//
// A password that the policy or the history refuses is a 400 that names every broken rule; the proof can be used again.
// A code that is unknown, used, superseded, expired, of another application or of a user who is not active is always the same 400
// on its own field, and so is one that another call redeems in the same moment. Wrong OTPs are counted as in verify-code.
//
// A client should read `result` all the same: the vendor's own service answers 200 with other results too.
//
// POST /api/v1/password-reset/reset-password
func (s *WristbandService) ResetPassword(ctx context.Context, body WristbandResetPasswordInput, opts ...Option) (*WristbandResetPasswordOutcome, error) {
	return answered[WristbandResetPasswordOutcome](ctx, s.client, request{operation: operations["wristbandResetPassword"], body: body}, opts)
}

// RevokeRefreshToken: Revoke a refresh token
//
// Revokes the refresh token with this id, together with all that were rotated from it and the access tokens they gave. The id is not
// the token: holding it allows nothing. A token that is revoked already is answered alike. The password and the other refresh
// tokens of the user stay.
//
// With the Self boundary only the caller's own tokens can be named. A token outside the caller's reach is answered like one that does
// not exist. The vendor prints the path without the `/api/v1` it has everywhere else; here it has it.
//
// POST /api/v1/refresh-tokens/{refreshTokenId}/revoke
func (s *WristbandService) RevokeRefreshToken(ctx context.Context, refreshTokenID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandRevokeRefreshToken"], path: []string{refreshTokenID}}, opts)
}

// RevokeToken: Revoke a token
//
// The revocation endpoint of RFC 7009, for refresh tokens. The token, all that were rotated from it and the access tokens they gave stop
// working. An unknown, expired or already revoked token is answered with the same 200. Another client's token is refused with
// invalid_grant and goes on working; an access token is refused with unsupported_token_type, since it ends by itself within minutes.
//
// The client shows itself as at the token endpoint. A bearer token is not read here.
//
// POST /api/v1/oauth2/revoke
func (s *WristbandService) RevokeToken(ctx context.Context, body WristbandTokenRevocationInput, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandRevokeToken"], body: body}, opts)
}

// SendPasswordResetEmail: Send a reset mail to a user
//
// Writes a reset mail for the user with this id, with a link or an OTP as the tenant has chosen. The codes of earlier reset mails of
// the user end. The password stays as it is and sessions go on.
//
// A user outside the caller's reach is answered like one that does not exist. Where a requestCode is sent, the answer is
// `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/send-password-reset-email
func (s *WristbandService) SendPasswordResetEmail(ctx context.Context, body WristbandPasswordResetEmailInput, opts ...Option) (*WristbandPasswordResetRequestResult, error) {
	return answered[WristbandPasswordResetRequestResult](ctx, s.client, request{operation: operations["wristbandSendPasswordResetEmail"], body: body}, opts)
}

// VerifyCode: Check the OTP of a reset mail
//
// Checks the OTP before the user is asked for a new password. A right OTP is not consumed: it is sent again, with the same requestCode,
// to reset-password.
//
// Every wrong try is counted, here and there together: after five an OTP is dead, and a budget for the user holds across all
// OTPs. Failed tries never hinder a login with the right password. A requestCode that was made for nobody, an unknown one,
// and a used, superseded, expired or exhausted OTP are the same 400 as a wrong OTP.
//
// POST /api/v1/password-reset/verify-code
func (s *WristbandService) VerifyCode(ctx context.Context, body WristbandVerificationCodeInput, opts ...Option) (*WristbandVerifyCodeOutcome, error) {
	return answered[WristbandVerifyCodeOutcome](ctx, s.client, request{operation: operations["wristbandVerifyCode"], body: body}, opts)
}

// ZitadelService has the operations of Client.Zitadel.
type ZitadelService struct{ client *Client }

// CreateInviteCode: Invite a user who has no password yet
//
// Makes a code with which a new user proves his address, and delivers it: `sendCode` mails it inside a link, `returnCode` puts
// it into this answer (`Cache-Control: no-store`) and nowhere else, neither of them mails it with the default link.
// Both at once is refused. An earlier invite code of the user ends.
//
// `sendCode.urlTemplate` follows the rules of PasswordReset: allow-listed, and only the three literal placeholders are replaced.
// `sendCode.applicationName` stands in the mail in place of the tenant's name; host names in it are written so that no mail program makes links of them.
// A user who has a password already cannot be invited. The code lives 72 hours by default.
//
// POST /v2/users/{userId}/invite_code
func (s *ZitadelService) CreateInviteCode(ctx context.Context, userID string, body ZitadelCreateInviteCodeInput, opts ...Option) (*ZitadelCreateInviteCodeOutput, error) {
	return answered[ZitadelCreateInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelCreateInviteCode"], path: []string{userID}, body: body}, opts)
}

// CreateSession: Log a user in
//
// Makes a session and records the checks that the request passes: a user, named by id or by login name, and his password.
// The token in the answer (`Cache-Control: no-store`) serves as a Bearer token of that user once his password was checked.
//
// A password check answers alike for a wrong password and for a user who is unknown, disabled, locked or without a password,
// and it takes the same time; there is no `failedAttempts` for that reason. The vendor tells these cases apart. A check of the user
// alone, without a password, does say 404: whoever holds `session.write` may know. Every session is a user's: one without checks is refused.
//
// A password that must be changed first gives 400 with code 9 and no session. A user with a second factor gets a session with his
// password recorded, but its token acts as him only once `totp` was checked too. Each code of an app is accepted once,
// and a few wrong ones in a row make all that follow wrong for five minutes.
// Without `lifetime`, and for one beyond it, the tenant's limit for sessions applies; the vendor's sessions live until deleted.
//
// POST /v2/sessions
func (s *ZitadelService) CreateSession(ctx context.Context, body ZitadelCreateSessionInput, opts ...Option) (*ZitadelCreateSessionOutput, error) {
	return answered[ZitadelCreateSessionOutput](ctx, s.client, request{operation: operations["zitadelCreateSession"], body: body}, opts)
}

// ZitadelDeleteSessionParams are the query parameters of ZitadelService.DeleteSession.
type ZitadelDeleteSessionParams struct {
	// The session's present token. It stands in for the permission.
	SessionToken *Secret `query:"sessionToken"`
}

// DeleteSession: End a session
//
// Ends a session and its token for good. A caller needs `session.delete`, or is the user of the session, or shows the session's present
// token in `sessionToken`. As with the vendor, that token may be in a JSON body instead of the query; in both it is refused.
// Deleting a session that has ended already answers 200 again.
//
// DELETE /v2/sessions/{sessionId}
func (s *ZitadelService) DeleteSession(ctx context.Context, sessionID string, params *ZitadelDeleteSessionParams, opts ...Option) (*ZitadelDeleteSessionOutput, error) {
	return answered[ZitadelDeleteSessionOutput](ctx, s.client, request{operation: operations["zitadelDeleteSession"], path: []string{sessionID}, query: queryOf(params)}, opts)
}

// ZitadelGetLockoutSettingsParams are the query parameters of ZitadelService.GetLockoutSettings.
type ZitadelGetLockoutSettingsParams struct {
	// The tenant whose rules are asked for. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetLockoutSettings: Read after how many failed attempts a user is locked out
//
// Answers the limits for failed attempts of one tenant, or of the instance. After `maxPasswordAttempts` failures in a row further
// attempts wait, longer each time; nobody is locked out for good, and a proven reset ends the wait. Wrong codes end the
// code and never lock the user, so `maxOtpAttempts` is zero and therefore absent. Without parameters the caller's own tenant is meant.
//
// GET /v2/settings/lockout
func (s *ZitadelService) GetLockoutSettings(ctx context.Context, params *ZitadelGetLockoutSettingsParams, opts ...Option) (*ZitadelGetLockoutSettingsOutput, error) {
	return answered[ZitadelGetLockoutSettingsOutput](ctx, s.client, request{operation: operations["zitadelGetLockoutSettings"], query: queryOf(params)}, opts)
}

// ZitadelGetPasswordComplexitySettingsParams are the query parameters of ZitadelService.GetPasswordComplexitySettings.
type ZitadelGetPasswordComplexitySettingsParams struct {
	// The tenant whose rules are asked for. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetPasswordComplexitySettings: Read what a password must look like
//
// Answers the rules for new passwords of one tenant, or of the instance. `minLength` is the length for a user whose password is his
// only factor. The rules that this object cannot express, such as the list of refused passwords and the history, apply all the same.
// Without parameters the caller's own tenant is meant.
//
// GET /v2/settings/password/complexity
func (s *ZitadelService) GetPasswordComplexitySettings(ctx context.Context, params *ZitadelGetPasswordComplexitySettingsParams, opts ...Option) (*ZitadelGetPasswordComplexitySettingsOutput, error) {
	return answered[ZitadelGetPasswordComplexitySettingsOutput](ctx, s.client, request{operation: operations["zitadelGetPasswordComplexitySettings"], query: queryOf(params)}, opts)
}

// ZitadelGetPasswordExpirySettingsParams are the query parameters of ZitadelService.GetPasswordExpirySettings.
type ZitadelGetPasswordExpirySettingsParams struct {
	// The tenant whose rules are asked for. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetPasswordExpirySettings: Read how long a password lasts
//
// Answers the lifetime of passwords of one tenant, or of the instance. By default passwords do not expire; then both
// numbers are zero and therefore absent. Without parameters the caller's own tenant is meant.
//
// GET /v2/settings/password/expiry
func (s *ZitadelService) GetPasswordExpirySettings(ctx context.Context, params *ZitadelGetPasswordExpirySettingsParams, opts ...Option) (*ZitadelGetPasswordExpirySettingsOutput, error) {
	return answered[ZitadelGetPasswordExpirySettingsOutput](ctx, s.client, request{operation: operations["zitadelGetPasswordExpirySettings"], query: queryOf(params)}, opts)
}

// ZitadelGetSessionParams are the query parameters of ZitadelService.GetSession.
type ZitadelGetSessionParams struct {
	// The session's present token. It stands in for the permission.
	SessionToken *Secret `query:"sessionToken"`
}

// GetSession: Read a session
//
// Answers what a session has checked so far and when it ends, never its token. A caller needs `session.read`, or is the user of the
// session, or shows the session's present token in `sessionToken`. The token in the query is kept out of all logs.
//
// GET /v2/sessions/{sessionId}
func (s *ZitadelService) GetSession(ctx context.Context, sessionID string, params *ZitadelGetSessionParams, opts ...Option) (*ZitadelGetSessionOutput, error) {
	return answered[ZitadelGetSessionOutput](ctx, s.client, request{operation: operations["zitadelGetSession"], path: []string{sessionID}, query: queryOf(params)}, opts)
}

// ListSessions: Search sessions
//
// Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with `session.read` sees the sessions
// within his boundary; a user without it sees his own. Sessions that have ended or expired are not listed, and tokens never are.
//
// POST /v2/sessions/search
func (s *ZitadelService) ListSessions(ctx context.Context, body ZitadelListSessionsInput, opts ...Option) (*ZitadelListSessionsOutput, error) {
	return answered[ZitadelListSessionsOutput](ctx, s.client, request{operation: operations["zitadelListSessions"], body: body}, opts)
}

// LockUser: Lock a user
//
// Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The lock has no end of its
// own: UnlockUser lifts it. A lockout that failed attempts caused is another thing and ends with time or with a proven reset.
//
// POST /v2/users/{userId}/lock
func (s *ZitadelService) LockUser(ctx context.Context, userID string, body ZitadelLockUserInput, opts ...Option) (*ZitadelLockUserOutput, error) {
	return answered[ZitadelLockUserOutput](ctx, s.client, request{operation: operations["zitadelLockUser"], path: []string{userID}, body: body}, opts)
}

// PasswordReset: Request a code to reset a password
//
// Makes a code with which the user's password can be set through SetPassword, and delivers it one of three ways:
//
// - `sendLink`: by e-mail, or by SMS when `notificationType` says so, inside a link made from `urlTemplate` or from the tenant's default.
// - `returnCode`: in this answer and nowhere else, for a caller who delivers it himself. The answer is `Cache-Control: no-store`.
// - Neither: by e-mail with the default link. An empty object is a valid request.
//
// `sendLink` together with `returnCode` is refused and makes no code, although the vendor's own sample sends both.
// `urlTemplate` is checked against the tenant's allow-list before anything is created.
//
// An earlier reset code of the user ends. The password itself, his sessions and his ability to log in are left alone.
// A user may call this for himself without the permission.
//
// POST /v2/users/{userId}/password_reset
func (s *ZitadelService) PasswordReset(ctx context.Context, userID string, body ZitadelPasswordResetInput, opts ...Option) (*ZitadelPasswordResetOutput, error) {
	return answered[ZitadelPasswordResetOutput](ctx, s.client, request{operation: operations["zitadelPasswordReset"], path: []string{userID}, body: body}, opts)
}

// ResendInviteCode: Mail a new invite code
//
// Makes a new invite code and mails it with the template and application name of the former one, which ends. It works only if the
// former code was mailed; a code that was returned to the caller, or none at all, leaves nothing to repeat.
//
// POST /v2/users/{userId}/invite_code/resend
func (s *ZitadelService) ResendInviteCode(ctx context.Context, userID string, body ZitadelResendInviteCodeInput, opts ...Option) (*ZitadelResendInviteCodeOutput, error) {
	return answered[ZitadelResendInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelResendInviteCode"], path: []string{userID}, body: body}, opts)
}

// SetPassword: Set or change a password
//
// Sets the user's password. Which right is used follows from the body:
//
// - `verificationCode`: the code that PasswordReset made. It is used up only when the password is really set.
// - `currentPassword`: the user's present password.
// - Neither: set by an administrator, which needs `user.write` on the user.
//
// Both at once is refused. The new password must meet the tenant's policy and must not repeat a former one.
// `changeRequired` counts only when an administrator sets the password; with a code or the current password it is taken as false.
//
// In one transaction the user's sessions, refresh tokens and open codes end, failed attempts are forgotten, and the
// notice about the change is queued. Nobody is logged in by this call. With a code or a current password an unknown user is
// answered exactly like one without an open code, or like a wrong password. An administrator who names an unknown user gets
// 400 with code 9, as the vendor answers; a user who was deleted is unknown.
//
// POST /v2/users/{userId}/password
func (s *ZitadelService) SetPassword(ctx context.Context, userID string, body ZitadelSetPasswordInput, opts ...Option) (*ZitadelSetPasswordOutput, error) {
	return answered[ZitadelSetPasswordOutput](ctx, s.client, request{operation: operations["zitadelSetPassword"], path: []string{userID}, body: body}, opts)
}

// SetSession: Add checks to a session
//
// Runs further checks on a session, adds metadata, or moves its end, and answers a new token (`Cache-Control: no-store`); the former
// token dies. The user of a session is named once and cannot be exchanged afterwards. A metadata key with an empty value is removed.
// A failed check changes nothing: the session and its token stay as they were, and the attempt is counted.
//
// A password that must be changed first, and a user with a second factor, are treated as in CreateSession.
// A session that was deleted or has expired gives 400 with code 9.
//
// PATCH /v2/sessions/{sessionId}
func (s *ZitadelService) SetSession(ctx context.Context, sessionID string, body ZitadelSetSessionInput, opts ...Option) (*ZitadelSetSessionOutput, error) {
	return answered[ZitadelSetSessionOutput](ctx, s.client, request{operation: operations["zitadelSetSession"], path: []string{sessionID}, body: body}, opts)
}

// UnlockUser: Unlock a user
//
// Lifts a lock, so that the user can log in again. His password is the one he had before. Sessions and refresh tokens that
// the lock ended do not come back.
//
// POST /v2/users/{userId}/unlock
func (s *ZitadelService) UnlockUser(ctx context.Context, userID string, body ZitadelUnlockUserInput, opts ...Option) (*ZitadelUnlockUserOutput, error) {
	return answered[ZitadelUnlockUserOutput](ctx, s.client, request{operation: operations["zitadelUnlockUser"], path: []string{userID}, body: body}, opts)
}

// UpdateUser: Update a user's password
//
// Sets the user's password, from clear text or from an imported hash. Of the vendor's update only `human.password` is served.
// A request with another field of it, under `human` or beside it, is refused with 501 and changes nothing, the password included.
// A request without `human.password` changes nothing and answers with the date of the last change.
//
// The proof is chosen as in SetPassword: `verificationCode`, `currentPassword`, or neither for an administrator. The effects are
// the same too. A hash cannot be held against the policy, so `hashedPassword` always needs `user.write`, even for oneself;
// its format and its cost must be within the bounds the server accepts. It is replaced by a stronger one at the next login.
// A proof beside a hash is refused, since it would prove nothing.
//
// PATCH /v2/users/{userId}
func (s *ZitadelService) UpdateUser(ctx context.Context, userID string, body ZitadelUpdateUserInput, opts ...Option) (*ZitadelUpdateUserOutput, error) {
	return answered[ZitadelUpdateUserOutput](ctx, s.client, request{operation: operations["zitadelUpdateUser"], path: []string{userID}, body: body}, opts)
}

// VerifyInviteCode: Verify an invite code
//
// Uses up an invite code: the user's e-mail address counts as verified and he may set his first password. It sets no password itself;
// the caller goes on with PasswordReset and SetPassword. A code that is wrong, expired, replaced or used gives one and the same
// answer. Only a code that was mailed proves an address: one that was returned to the caller leaves it as it was.
//
// POST /v2/users/{userId}/invite_code/verify
func (s *ZitadelService) VerifyInviteCode(ctx context.Context, userID string, body ZitadelVerifyInviteCodeInput, opts ...Option) (*ZitadelVerifyInviteCodeOutput, error) {
	return answered[ZitadelVerifyInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelVerifyInviteCode"], path: []string{userID}, body: body}, opts)
}
