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
// Creates an API key, which is also an OAuth client: its id is the client id. Only this answer has the key and the client
// secret. Permissions and boundary can be no more than the caller's own (403 `grants_more`).
//
// `requestsPerMinute` and `requestsAtOnce` limit the requests of the key at each node; more are answered 429. Only callers with the
// boundary `platform` may set them (403 `platform_only`).
//
// A key with the boundary `self` belongs to a user, for his scripts: its permissions apply only to the user himself, not to
// other users. The user makes it in a session, or a caller with the user in its scope and no fewer rights makes it for him
// (403 `holds_more`). It cannot open a session, and is not an OAuth client. It is refused while the user is disabled, locked
// or has to change his password. It is revoked when he is disabled, locked or deleted, and when a change of his password
// ends all sessions. It cannot make, change, rotate or revoke keys.
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
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this application.
	ApplicationID *RekeyShortID `query:"applicationId"`
	// Only objects of this user.
	UserID *RekeyUUID `query:"userId"`
}

// List: List API keys
//
// Lists the API keys whose scope is within the caller's, including revoked ones; a user who manages no others gets his own. Secrets are
// never shown again. A key is deleted some time after it was revoked or expired, by default after 30 days.
//
// GET /v1/api-keys
func (s *APIKeysService) List(ctx context.Context, params *APIKeysListParams, opts ...Option) (*RekeyAPIKeyList, error) {
	return answered[RekeyAPIKeyList](ctx, s.client, request{operation: operations["rekeyListApiKeys"], query: queryOf(params)}, opts)
}

// ListAll is List with all its pages, which are fetched as they are needed. It ends with the first error.
func (s *APIKeysService) ListAll(ctx context.Context, params *APIKeysListParams, opts ...Option) iter.Seq2[RekeyAPIKey, error] {
	return everyPage[RekeyAPIKey](ctx, s.client, request{operation: operations["rekeyListApiKeys"], query: queryOf(params)}, opts)
}

// Register: Register a program with a public key
//
// Creates an API key that has no secret: a program proves who it is with the private key that belongs to `publicKey`. It signs
// an assertion (RFC 7523) and gets an access token for it at `/oauth/v2/token`, with the grant
// `urn:ietf:params:oauth:grant-type:jwt-bearer`. Only the public key is stored.
//
// `subject` is `iss` and `sub` of the assertions, and `keyId` is `kid`: those of an existing key file, so that it goes on
// working, or those that this answer has. No other key that is not revoked has the same subject (409 `subject_taken`).
//
// Permissions, boundaries and budgets are those of other API keys, except that a user cannot have such a key. The key
// cannot be rotated: register another one, and revoke this one when nothing uses it any more.
//
// POST /v1/api-keys/register
func (s *APIKeysService) Register(ctx context.Context, body RekeyAPIKeyRegistration, opts ...Option) (*RekeyAPIKey, error) {
	return answered[RekeyAPIKey](ctx, s.client, request{operation: operations["rekeyRegisterApiKey"], body: body}, opts)
}

// Revoke: Revoke an API key
//
// Revokes an API key and the tokens that were issued for it, at once and permanently. The key stays in the list.
//
// DELETE /v1/api-keys/{apiKeyId}
func (s *APIKeysService) Revoke(ctx context.Context, apiKeyID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRevokeApiKey"], path: []string{apiKeyID}}, opts)
}

// Rotate: Rotate an API key
//
// Gives an API key a new secret, which only this answer has. The former secret still works for `overlapSeconds`; older ones
// no longer work. Tokens that were issued for a secret end with it.
//
// POST /v1/api-keys/{apiKeyId}/rotate
func (s *APIKeysService) Rotate(ctx context.Context, apiKeyID string, body RekeyAPIKeyRotation, opts ...Option) (*RekeyCreatedAPIKey, error) {
	return answered[RekeyCreatedAPIKey](ctx, s.client, request{operation: operations["rekeyRotateApiKey"], path: []string{apiKeyID}, body: body}, opts)
}

// Update: Change an API key
//
// Changes name, permissions, expiry or budgets; the change applies from the next request with the key. Only callers with the
// boundary `platform` may set `requestsPerMinute` and `requestsAtOnce` (403 `platform_only`). Boundary, application and tenants
// of a key cannot be changed. A key with more rights than the caller cannot be changed (403 `holds_more`).
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
// Reads the rules that an application sets itself. All other rules are inherited from the built-in defaults.
//
// GET /v1/applications/{applicationId}/policy
func (s *ApplicationsService) Policy(ctx context.Context, applicationID string, opts ...Option) (*RekeyPolicy, error) {
	return answered[RekeyPolicy](ctx, s.client, request{operation: operations["rekeyGetApplicationPolicy"], path: []string{applicationID}}, opts)
}

// ApplicationsListParams are the query parameters of ApplicationsService.List.
type ApplicationsListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
}

// List: List applications
//
// Lists the applications in the caller's scope.
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
	// Check the change and describe its effect, without making it.
	DryRun *bool `query:"dryRun"`
}

// ReplacePolicy: Replace the policy of an application, removing its other rules
//
// Replaces all rules that an application sets itself: a rule that is left out is removed and inherited again, and `removed` lists the
// removed rules. To change single rules use `PATCH`, on the command line `set-policy`. A preset adds its rules; those in
// `rules` win over them, and its name is kept as a label. The rules apply from the next request. If a value is out of bounds,
// or if the rules contradict each other or the inherited ones, all of them are refused, and the error names every mistake.
//
// PUT /v1/applications/{applicationId}/policy
func (s *ApplicationsService) ReplacePolicy(ctx context.Context, applicationID string, params *ApplicationsReplacePolicyParams, body RekeyPolicyChange, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeySetApplicationPolicy"], path: []string{applicationID}, query: queryOf(params), body: body}, opts)
}

// Update: Change an application
//
// Changes the name of an application; its tenants, users and keys stay as they are. With `If-Match` the change is refused if
// somebody else changed it first.
//
// PATCH /v1/applications/{applicationId}
func (s *ApplicationsService) Update(ctx context.Context, applicationID string, body RekeyApplicationChange, opts ...Option) (*RekeyApplication, error) {
	return answered[RekeyApplication](ctx, s.client, request{operation: operations["rekeyUpdateApplication"], path: []string{applicationID}, body: body}, opts)
}

// ApplicationsSetPolicyParams are the query parameters of ApplicationsService.SetPolicy.
type ApplicationsSetPolicyParams struct {
	// Check the change and describe its effect, without making it.
	DryRun *bool `query:"dryRun"`
}

// SetPolicy: Change rules of the policy of an application
//
// Changes the rules in the body and leaves the others as they are; `null`, on the command line `--unset`, removes a rule
// from this level, so that it is inherited again. The body is merged (RFC 7396) with the current rules, so two concurrent
// changes of different rules both stay. A preset adds its rules to the current ones; those in `rules` win over them, and its
// name is kept as a label. What the former preset set and nobody changed since is removed, and listed in `removed`. The
// rules apply from the next request. If a value is out of bounds, or if the rules contradict each other or the inherited
// ones, all of them are refused, and the error names every mistake. With `If-Match` the change is refused if somebody else
// changed it first.
//
// PATCH /v1/applications/{applicationId}/policy
func (s *ApplicationsService) SetPolicy(ctx context.Context, applicationID string, params *ApplicationsSetPolicyParams, body RekeyPolicyPatch, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeyUpdateApplicationPolicy"], path: []string{applicationID}, query: queryOf(params), body: body}, opts)
}

// AuditService has the operations of Client.Audit.
type AuditService struct{ client *Client }

// AuditCheckpointsParams are the query parameters of AuditService.Checkpoints.
type AuditCheckpointsParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
}

// Checkpoints: List checkpoints
//
// Lists signed statements about the ends of the chains, the oldest first. Copies that are kept elsewhere show if the whole trail was
// rewritten. Verify the signature with the keys that the service publishes for its tokens, or with those of `GET /v1/signing-keys` if
// they are retired.
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
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// The `resume` of the previous answer, with the same tenant.
	Resume *string `query:"resume"`
}

// Verify: Check the audit trail
//
// Checks that nobody changed events: each event against its hash, their order, the ends of the chains, and the signed
// checkpoints. If the operator archived old events of a chain, the check starts at the signed end of the archive. Without
// `tenantId`, every chain in the caller's scope is checked. The answer names the first flaw. A long trail is checked in
// several requests: while there is more, the answer has `resume`.
//
// GET /v1/audit/verify
func (s *AuditService) Verify(ctx context.Context, params *AuditVerifyParams, opts ...Option) (*RekeyAuditVerdict, error) {
	return answered[RekeyAuditVerdict](ctx, s.client, request{operation: operations["rekeyVerifyAudit"], query: queryOf(params)}, opts)
}

// BoomiService has the operations of Client.Boomi.
type BoomiService struct{ client *Client }

// Authenticate: Log in
//
// Checks user name and password and returns an access token and a refresh token, with `Cache-Control: no-store`.
//
// If a user with a second factor sends no `oneTimePasscode`, the answer is 409: a code was mailed, and the same request with that
// code completes the login. A user with an authenticator app gets no mail: the same request with the app's code, or with a recovery
// code, completes the login. The challenge is revealed only after the right password. 401 is the same for an unknown user, a wrong
// password, a wrong code, a disabled user and a locked user.
//
// A right password that is expired, temporary or marked for change opens no session: the 401 then has the type
// `urn:rekey:fault:password_change_required` and a `key` with which resetPassword sets a new password.
//
// The `Authorization` header is not read, so an expired token in it does no harm.
//
// POST /api/Users/authenticate
func (s *BoomiService) Authenticate(ctx context.Context, body BoomiLoginModel, opts ...Option) (*BoomiTokenPair, error) {
	return answered[BoomiTokenPair](ctx, s.client, request{operation: operations["boomiAuthenticate"], body: body}, opts)
}

// ChangePassword: Change one's own password
//
// Replaces the password of the user whose access token is sent, after checking the current password. Both entries
// of the new password must be the same and meet policy and history. On success all of the user's sessions and
// refresh tokens end, including this one: the user logs in again, as with the vendor. Only a user's own access
// token is accepted; an API key is answered 403, and so is a `userId` that is not the user's own. A wrong current
// password is a 400, not a 401, since the token itself is valid.
//
// POST /api/Account/changePassword
func (s *BoomiService) ChangePassword(ctx context.Context, body BoomiChangePassword, opts ...Option) (*BoomiChangePasswordAnswer, error) {
	return answered[BoomiChangePasswordAnswer](ctx, s.client, request{operation: operations["boomiChangePassword"], body: body}, opts)
}

// CreateAdminUser: Create a user and mail an invitation
//
// Creates a user and mails him a link to set a password, in one step. setPassword redeems its key, which also proves the address. A
// user who is created inactive gets no mail; resendActivation mails it later. An administrator does not choose the password. If the
// address got as many messages within an hour as the tenant allows, no user is created (409).
//
// POST /api/AdminUsers
func (s *BoomiService) CreateAdminUser(ctx context.Context, body BoomiAdminUserModel, opts ...Option) (*BoomiAdminUserResult, error) {
	return answered[BoomiAdminUserResult](ctx, s.client, request{operation: operations["boomiCreateAdminUser"], body: body}, opts)
}

// DeleteAdminUser: Delete a user
//
// Deletes a user with all that belongs to him. His sessions, refresh tokens and links end. His id is not given to another user.
//
// DELETE /api/AdminUsers/{userId}
func (s *BoomiService) DeleteAdminUser(ctx context.Context, userID string, opts ...Option) (*BoomiAdminActionResult, error) {
	return answered[BoomiAdminActionResult](ctx, s.client, request{operation: operations["boomiDeleteAdminUser"], path: []string{userID}}, opts)
}

// ForgotPassword: Request a reset link by mail
//
// Mails a reset link to the user named by `username` or, if that is missing, by `emailAddress`. The older reset
// links of that user end. The mail goes to the verified address in the request, or otherwise to the user's primary
// address. The answer is the same, in body and in time, for known, unknown, disabled, locked and directory users:
// it says only that the request was accepted. The password and the sessions stay as they are, and nothing is sent
// to an address that the user does not have. At least one of the two fields is required.
//
// POST /api/ForgotUser/forgotPassword
func (s *BoomiService) ForgotPassword(ctx context.Context, body BoomiForgotModel, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiForgotPassword"], body: body}, opts)
}

// ForgotUsername: Request the user name by mail
//
// Mails the user name, or the names if several users share it, to the stored address that equals `emailAddress`.
//
// The answer is the same, in body and in time, whether or not a user has that address. No link is made, nothing
// changes, and `username` is ignored.
//
// POST /api/ForgotUser/forgotUsername
func (s *BoomiService) ForgotUsername(ctx context.Context, body BoomiForgotModel, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiForgotUsername"], body: body}, opts)
}

// GetAdminUser: Read a user
//
// Reads one user of the customer.
//
// GET /api/AdminUsers/{userId}
func (s *BoomiService) GetAdminUser(ctx context.Context, userID string, opts ...Option) (*BoomiAdminUser, error) {
	return answered[BoomiAdminUser](ctx, s.client, request{operation: operations["boomiGetAdminUser"], path: []string{userID}}, opts)
}

// BoomiListAdminUsersParams are the query parameters of BoomiService.ListAdminUsers.
type BoomiListAdminUsersParams struct {
	// The id of the customer, or 0. It does not select another customer. Any other id is answered 403.
	CustomerID *int32 `query:"customerId"`
	// The length of a page.
	Limit *int32 `query:"limit"`
	// Only users with a greater id.
	AfterID *int32 `query:"afterId"`
}

// ListAdminUsers: List the users of the customer
//
// Lists the users in the order of their ids: those of the customer, a tenant here, in which the caller acts. The vendor has no
// pages. A customer with more than 1000 users is refused without `limit`: an answer with a part of them would be taken for all. Ask
// for a page of `limit` users, then for those after the last `id`, until a page is shorter.
//
// GET /api/AdminUsers
func (s *BoomiService) ListAdminUsers(ctx context.Context, params *BoomiListAdminUsersParams, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiListAdminUsers"], query: queryOf(params)}, opts)
}

// RefreshToken: Exchange a refresh token for new tokens
//
// Returns a new access token and a new refresh token, with `Cache-Control: no-store`; the refresh token in the
// request is used up. If a used one is sent again, all tokens of that login end, because one of the two senders is
// not the user. Unknown, used, revoked and expired tokens get the same 401. The `Authorization` header is not
// read, so an expired access token in it does no harm.
//
// POST /api/Users/refreshToken
func (s *BoomiService) RefreshToken(ctx context.Context, body BoomiRefreshTokenModel, opts ...Option) (*BoomiTokenPair, error) {
	return answered[BoomiTokenPair](ctx, s.client, request{operation: operations["boomiRefreshToken"], body: body}, opts)
}

// ResendActivation: Mail a link to set the password again
//
// Mails a new link to set a password, and ends the earlier ones. A user without a password gets an invitation, as at his creation. A
// user who has a password and forgot it gets a set link at his proven address; until he uses it, his password stays as it is. An address
// that nobody has proven gets no more messages in an hour than the tenant allows.
//
// POST /api/AdminUsers/{userId}/resendActivation
func (s *BoomiService) ResendActivation(ctx context.Context, userID string, opts ...Option) (*BoomiAdminActionResult, error) {
	return answered[BoomiAdminActionResult](ctx, s.client, request{operation: operations["boomiResendActivation"], path: []string{userID}}, opts)
}

// ResendMfa: Send the login code again
//
// Mails a new code for the challenge `sid`; the earlier code ends. The answer is the same whether the challenge exists or
// not. The code goes only to the user's stored address: if `email` names another, no mail is sent. The number of codes per
// challenge and per account is limited, and a new code does not reset the count of wrong guesses. The `Authorization` header
// is not read.
//
// POST /api/Users/resendMfa
func (s *BoomiService) ResendMfa(ctx context.Context, body BoomiResendMfa, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["boomiResendMfa"], body: body}, opts)
}

// ResetPassword: Reset a forgotten password through a reset link
//
// Redeems a reset link and replaces the user's password. Both entries must be the same and meet policy and
// history; a refusal does not consume the link. On success the link is consumed, other links of the user end,
// sessions and refresh tokens end, a lockout is lifted, and the user is notified by mail.
//
// `username` and `mfaEnabled` are accepted because clients send back the model of the check. They are never
// stored: a reset cannot switch off a second factor. The user is not logged in.
//
// The answer is a bare string, as JSON.
//
// POST /api/Password/resetPassword
func (s *BoomiService) ResetPassword(ctx context.Context, body BoomiPasswordModel, opts ...Option) (*BoomiPasswordResult, error) {
	return answered[BoomiPasswordResult](ctx, s.client, request{operation: operations["boomiResetPassword"], body: body}, opts)
}

// SetPassword: Set the first password through a set link
//
// Redeems a set link and stores the user's first password. Both entries must be the same and meet the policy; a
// refusal does not consume the link. On success the link is consumed, the user's sessions and refresh tokens end,
// and the user is notified by mail.
//
// `username` and `mfaEnabled` are accepted because clients send back the model of the check. They are never
// stored: a link cannot rename a user or switch off a second factor. The user is not logged in.
//
// The answer is a bare string, as JSON.
//
// POST /api/Password/setPassword
func (s *BoomiService) SetPassword(ctx context.Context, body BoomiPasswordModel, opts ...Option) (*BoomiPasswordResult, error) {
	return answered[BoomiPasswordResult](ctx, s.client, request{operation: operations["boomiSetPassword"], body: body}, opts)
}

// UnlockAdminUser: Unlock a user
//
// Unlocks a user who is locked, or whose password or codes are refused after too many wrong ones: what the vendor calls a banned user.
//
// POST /api/AdminUsers/{userId}/unlock
func (s *BoomiService) UnlockAdminUser(ctx context.Context, userID string, opts ...Option) (*BoomiAdminActionResult, error) {
	return answered[BoomiAdminActionResult](ctx, s.client, request{operation: operations["boomiUnlockAdminUser"], path: []string{userID}}, opts)
}

// UpdateAdminUser: Update a user
//
// Replaces names, address and state of the user `id`. An inactive user is logged out, and his links end. A new address has to be
// proven before it receives links: it is mailed a link for that, and the earlier address is notified. An inactive or locked user is
// mailed no link.
//
// PUT /api/AdminUsers
func (s *BoomiService) UpdateAdminUser(ctx context.Context, body BoomiAdminUserModel, opts ...Option) (*BoomiAdminUserResult, error) {
	return answered[BoomiAdminUserResult](ctx, s.client, request{operation: operations["boomiUpdateAdminUser"], body: body}, opts)
}

// BoomiValidatePasswordResetLinkParams are the query parameters of BoomiService.ValidatePasswordResetLink.
type BoomiValidatePasswordResetLinkParams struct {
	// The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
	// one; the server does not report its format.
	Key *Secret `query:"key"`
}

// ValidatePasswordResetLink: Check a reset-password link
//
// Returns the model of a live reset link: the key, the user name, and whether the user has a second factor (which
// decides how long the new password must be). Both password fields are always null.
//
// A check does not consume the link, so mail scanners and prefetching do no harm. Keys of set links are not
// accepted here. The answer has `Cache-Control: no-store`.
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
// Returns the model of a live set link: the key, the user name, and whether the user has a second factor (which
// decides how long the new password must be). Both password fields are always null.
//
// A check does not consume the link, so mail scanners and prefetching do no harm. Keys of reset links are not
// accepted here. The answer has `Cache-Control: no-store`.
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
// with `Cache-Control: no-store`. There is no refresh token; request a new token when it has expired. The
// application's permissions and boundaries at the time of each call apply. An unknown application, a wrong secret
// and a revoked application get the same 401. The `Authorization` header is not read, so an expired token in it
// does no harm.
//
// POST /api/web/v1/adminapi/authenticate
func (s *EntrustService) AuthenticateAdminAPI(ctx context.Context, body EntrustAdminAPIAuthentication, opts ...Option) (*EntrustAdminAPIAuthenticationResult, error) {
	return answered[EntrustAdminAPIAuthenticationResult](ctx, s.client, request{operation: operations["entrustAuthenticateAdminApiUsingPOST"], body: body}, opts)
}

// CreateUser: Create a user
//
// Creates a user in the tenant in which the request acts, without a password. `userId` is required. The answer is 200, as
// by the vendor.
//
// An address is unverified, and receives no links, unless `verificationRequired` is false: the caller then knows that the
// address is the user's. Otherwise a link to prove it is mailed to the e-mail address, unless `emailVerification` is false
// or the user cannot log in. Members of the vendor's that Rekey does not serve are refused with 501, and nothing is created.
//
// POST /api/web/v3/users
func (s *EntrustService) CreateUser(ctx context.Context, body EntrustUserParms, opts ...Option) (*EntrustUser, error) {
	return answered[EntrustUser](ctx, s.client, request{operation: operations["entrustCreateUserUsingPOST"], body: body}, opts)
}

// CreateUsers: Create several users
//
// Creates up to 100 users, as createUserUsingPOST does.
//
// Each user is created in a transaction of his own: an error of one does not touch the others, and each has its result, in the
// order of the request. With `stopOnError` the first error is the last result. A request that does not fit the contract, or
// has a member that Rekey does not serve, is refused as a whole.
//
// POST /api/web/v3/users/multiple
func (s *EntrustService) CreateUsers(ctx context.Context, body EntrustCreateUsersParms, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustCreateUsersUsingPOST"], body: body}, opts)
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

// DeleteUser: Delete a user
//
// Deletes a user with everything that belongs to him except the audit events. The names can be used again, the id cannot. The
// answer is 200 with an empty body.
//
// DELETE /api/web/v3/users/{id}
func (s *EntrustService) DeleteUser(ctx context.Context, id string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustDeleteUserUsingDELETE"], path: []string{id}}, opts)
}

// DeleteUsers: Delete several users
//
// Deletes up to 100 users, as deleteUserUsingDELETE does.
//
// Each user is deleted in a transaction of his own: an error of one does not touch the others, and each has its result, in the
// order of the request. With `stopOnError` the first error is the last result. A request that does not fit the contract is refused as a whole.
//
// DELETE /api/web/v3/users/multiple
func (s *EntrustService) DeleteUsers(ctx context.Context, body EntrustDeleteUsersParms, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustDeleteUsersUsingDELETE"], body: body}, opts)
}

// GetUserPasswordSettings: Read the password rules of a user
//
// Returns the password rules for this user, including the effect of his second factor (it shortens the minimum
// length). Rules that the tenant does not use have the value that switches them off. The answer does not reveal
// anything about the user's own password.
//
// GET /api/web/v1/users/{userid}/settings/password
func (s *EntrustService) GetUserPasswordSettings(ctx context.Context, userid string, opts ...Option) (*EntrustUserPasswordSettings, error) {
	return answered[EntrustUserPasswordSettings](ctx, s.client, request{operation: operations["entrustGetUserPasswordSettingsUsingGET"], path: []string{userid}}, opts)
}

// GetUserPassword: Describe a user's password
//
// Says whether the user has a password, when it was last changed, when it expires, when the user will next be
// warned, and whether a change is forced. It never returns the password: `newPassword` is always absent. A user
// without a password is answered 200 with `present` false.
//
// GET /api/web/v1/users/{userid}/passwords
func (s *EntrustService) GetUserPassword(ctx context.Context, userid string, opts ...Option) (*EntrustUserPassword, error) {
	return answered[EntrustUserPassword](ctx, s.client, request{operation: operations["entrustGetUserPasswordUsingGET"], path: []string{userid}}, opts)
}

// SendPasswordExpiryNotification: Warn a user that the password expires
//
// Mails the user at once when the password expires and where to change it, independent of the schedule. The
// scheduled warning is still sent when it is due. The password, its expiry and the sessions stay as they are.
//
// There is no request body. For a password without an expiry the answer is 400.
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
//   - `returnPassword` returns a generated password once in `newPassword`. It has no effect on a password that the
//     caller sent. Every answer has `Cache-Control: no-store`.
//   - `emailPassword` is true unless false is sent. A generated password is mailed for one use, with a forced change;
//     for a chosen password the mail has a one-time link instead, unless the tenant selects the vendor's behaviour.
//   - `passwordFormat` BCRYPT imports a hash given in `password`, without policy. The user must be local,
//     `currentPassword` must be null, and `generatePassword`, `emailPassword` and `returnPassword` must be false.
//     As `emailPassword` defaults to true, it has to be sent as false. Only the modular crypt format of bcrypt with
//     an acceptable cost is accepted.
//   - `currentPassword` is verified if it is given. A wrong one is a 400 on `currentPassword`, changes nothing, and
//     counts like a failed login; while tries are refused, the right one gets the same answer. Absent, null and
//     empty, nothing is verified. The vendor documents it for users of a directory; until a directory is
//     configured, the passwords of its users cannot be set.
//   - `expiryTime` has to be in the future, and at most 36,500 days ahead.
//   - `clearPasswordHistory` deletes the history first, so that an old password can be used again, also one that
//     must be changed; a generated one that must be changed never stays. If the password is refused, the history
//     stays.
//
// PUT /api/web/v1/users/{userid}/passwords
func (s *EntrustService) SetUserPassword(ctx context.Context, userid string, body EntrustUserPasswordParms, opts ...Option) (*EntrustUserPassword, error) {
	return answered[EntrustUserPassword](ctx, s.client, request{operation: operations["entrustSetUserPasswordUsingPUT"], path: []string{userid}, body: body}, opts)
}

// UnlockUser: Unlock a user
//
// Lifts a lock that an administrator set, and the lockout after failed attempts: no earlier wrong attempt counts. A
// user who is not locked stays as he is, and the answer is the same. The answer is 200 with an empty body.
//
// PUT /api/web/v1/users/{userid}/unlock
func (s *EntrustService) UnlockUser(ctx context.Context, userid string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustUnlockUserUsingPUT"], path: []string{userid}}, opts)
}

// UpdateUserState: Enable or disable a user
//
// ACTIVE enables the user, INACTIVE disables him and ends all of his sessions and links. A user who has the state already
// stays as he is, and the answer is the same. The answer is 200 with an empty body.
//
// PUT /api/web/v1/users/{userid}/state
func (s *EntrustService) UpdateUserState(ctx context.Context, userid string, body EntrustUserChangeStateParms, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustUpdateUserStateUsingPUT"], path: []string{userid}, body: body}, opts)
}

// UpdateUser: Change a user
//
// Changes the members that the request has, in one transaction; others stay as they are. An empty text removes a value. The
// answer is 200 with an empty body.
//
//   - `email` and `mobile` take the place of the primary address, and are verified as on creation. An empty one removes all
//     addresses of its kind. Every verified e-mail address, old and new, is told of the change, and outstanding links end.
//   - `verificationRequired: false` without a new address verifies the primary e-mail address. A verified address cannot
//     be made unverified: true is then refused.
//   - `emailVerification: true` with the address that the user has mails another link, if it is unverified.
//   - `lock: true` ends all sessions and links; `lock: false` unlocks like the operation `unlock`.
//   - `externalId` cannot be changed: another value than the user's own is refused.
//
// Members that only answers have, such as `id` and `locked`, are ignored, so that what was read can be sent back.
//
// PUT /api/web/v3/users/{id}
func (s *EntrustService) UpdateUser(ctx context.Context, id string, body EntrustUserParms, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustUpdateUserUsingPUT"], path: []string{id}, body: body}, opts)
}

// UpdateUsers: Change several users
//
// Changes up to 100 users, as updateUserUsingPUT does.
//
// Each user is changed in a transaction of his own: an error of one does not touch the others, and each has its result, in the
// order of the request. With `stopOnError` the first error is the last result. A request that does not fit the contract, or
// has a member that Rekey does not serve, is refused as a whole.
//
// PUT /api/web/v3/users/multiple
func (s *EntrustService) UpdateUsers(ctx context.Context, body EntrustUpdateUsersParms, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["entrustUpdateUsersUsingPUT"], body: body}, opts)
}

// UserByUserid: Find a user by his user id or alias
//
// Finds a user by the name with which he logs in: his user name or one of his e-mail addresses, compared in
// canonical form. Rekey knows no other aliases.
//
// POST /api/web/v3/users/userid
func (s *EntrustService) UserByUserid(ctx context.Context, body EntrustUserGetParms, opts ...Option) (*EntrustUser, error) {
	return answered[EntrustUser](ctx, s.client, request{operation: operations["entrustUserByUseridUsingPOST"], body: body}, opts)
}

// User: Read a user
//
// Returns a user in the caller's scope. Members of the vendor's that Rekey has no value for are absent.
//
// GET /api/web/v3/users/{id}
func (s *EntrustService) User(ctx context.Context, id string, opts ...Option) (*EntrustUser, error) {
	return answered[EntrustUser](ctx, s.client, request{operation: operations["entrustUserUsingGET"], path: []string{id}}, opts)
}

// UsersPaged: List a page of users
//
// Returns the users in the caller's scope who meet all search attributes, by default in the order of their ids. A page has at most
// `limit` users. `paging.nextCursor` and `prevCursor` lead to the pages beside it, and are absent where there is none. A cursor has
// the search and the order in it, so those of the request are ignored; it belongs to the caller who got it. A page begins
// where the one before it ended, also if users were created or deleted in between.
//
// | attribute | operators | values |
// | --- | --- | --- |
// | `userId` | EQUALS, NOT_EQUALS, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH | user name or e-mail address, whatever the case |
// | `state` | EQUALS | ACTIVE, INACTIVE |
// | `locked` | EQUALS | true |
// | `userType` | EQUALS | LOCAL, SYNC, EXTERNAL |
// | `registrationRequired` | EQUALS | true, false |
//
// The vendor's other attributes (`groupId`, `roleId`, `authenticator`, `verificationRequired`, `lastAuthTime`,
// `passwordExpirationTime`, `organizationId`, `passwordCompromised`) are refused with 501. The order is by `userId` or `state`.
//
// POST /api/web/v4/userspaged
func (s *EntrustService) UsersPaged(ctx context.Context, body EntrustSearchParms, opts ...Option) (*EntrustUsersPage, error) {
	return answered[EntrustUsersPage](ctx, s.client, request{operation: operations["entrustUsersPagedUsingPOST"], body: body}, opts)
}

// ValidateUserPassword: Check a candidate password
//
// Checks a candidate against the rules for this user, in the same way as a change of the password, and returns one
// flag per rule: true means that the candidate passes. The answer to a bad candidate is also 200. Flags of rules
// that the tenant does not use are true; a password without a false flag is accepted by a change. Flags of rules
// that only a directory could check are absent, and so is `passwordHistory` if it was left out. Nothing is stored
// or sent. The answer does not reveal whether the candidate is the current password, except through the history
// rule, which `ignorePasswordHistory` leaves out.
//
// POST /api/web/v1/users/{userid}/password/validate
func (s *EntrustService) ValidateUserPassword(ctx context.Context, userid string, body EntrustUserPasswordValidateParms, opts ...Option) (*EntrustUserPasswordValidationResponse, error) {
	return answered[EntrustUserPasswordValidationResponse](ctx, s.client, request{operation: operations["entrustValidateUserPasswordUsingPOST"], path: []string{userid}, body: body}, opts)
}

// EventsService has the operations of Client.Events.
type EventsService struct{ client *Client }

// EventsExportParams are the query parameters of EventsService.Export.
type EventsExportParams struct {
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only from this time on.
	From *RekeyMoment `query:"from"`
	// Only before this time.
	To *RekeyMoment `query:"to"`
	// The id of the last event that arrived; the export continues after it.
	After *RekeyUUID `query:"after"`
}

// Export: Export events
//
// Streams events as JSON lines: chain by chain, each in the order of its sequence, so that the answer can be checked without this
// service, as docs/audit.md describes. If a chain has events in the given time, the export has all events between the first and the
// last of them. If the export fails, the connection is closed; `after` continues after the last event that arrived.
//
// GET /v1/events/export
func (s *EventsService) Export(ctx context.Context, params *EventsExportParams, opts ...Option) (io.ReadCloser, error) {
	return stream(ctx, s.client, request{operation: operations["rekeyExportEvents"], query: queryOf(params)}, opts)
}

// Get: Read an event
//
// Reads one event of the audit trail, with its place in the chain and its hash.
//
// GET /v1/events/{eventId}
func (s *EventsService) Get(ctx context.Context, eventID string, opts ...Option) (*RekeyEvent, error) {
	return answered[RekeyEvent](ctx, s.client, request{operation: operations["rekeyGetEvent"], path: []string{eventID}}, opts)
}

// EventsListParams are the query parameters of EventsService.List.
type EventsListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only events about this user.
	UserID *RekeyUUID `query:"userId"`
	// Only events about this ticket.
	TicketID *RekeyUUID `query:"ticketId"`
	// Only events with this action.
	Action *string `query:"action"`
	// Only events with this outcome.
	Outcome *string `query:"outcome"`
	// Only from this time on.
	From *RekeyMoment `query:"from"`
	// Only before this time.
	To *RekeyMoment `query:"to"`
	// The order by time; if absent `desc`, the newest first.
	Order *RekeySortOrder `query:"order"`
}

// List: List events
//
// Lists events, the newest or the oldest first. Only callers of the platform get events without a tenant. No
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
// Reads the state of a message, and the last answer of the mail server or SMS gateway.
//
// GET /v1/messages/{messageId}
func (s *MessagesService) Get(ctx context.Context, messageID string, opts ...Option) (*RekeyMessage, error) {
	return answered[RekeyMessage](ctx, s.client, request{operation: operations["rekeyGetMessage"], path: []string{messageID}}, opts)
}

// MessagesListParams are the query parameters of MessagesService.List.
type MessagesListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this user.
	UserID *RekeyUUID `query:"userId"`
	// Only messages with this ticket.
	TicketID *RekeyUUID `query:"ticketId"`
	// Only messages in this state.
	State *RekeyMessageState `query:"state"`
}

// List: List messages
//
// Lists the sent and queued messages to the users in the caller's scope: their state, never their content. A message is deleted some
// time after it was sent or given up, by default after 30 days; then it is not found any more.
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
// Sends a failed message again, without changes; its ticket is `queued` again. A message that waits is sent at once. The
// content of a sent message is deleted, and so is that of a failed one whose ticket has expired: issue a new ticket instead.
// The budget of messages to one user per hour applies here too.
//
// POST /v1/messages/{messageId}/resend
func (s *MessagesService) Resend(ctx context.Context, messageID string, opts ...Option) (*RekeyMessage, error) {
	return answered[RekeyMessage](ctx, s.client, request{operation: operations["rekeyResendMessage"], path: []string{messageID}}, opts)
}

// PasswordsService has the operations of Client.Passwords.
type PasswordsService struct{ client *Client }

// Change: Change a password with the current one
//
// Changes a password with the current one, as a user does for himself. Wrong passwords count like failed logins.
//
// POST /v1/users/{userId}/password/change
func (s *PasswordsService) Change(ctx context.Context, userID string, body RekeyPasswordChange, opts ...Option) (*RekeyPasswordChanged, error) {
	return answered[RekeyPasswordChanged](ctx, s.client, request{operation: operations["rekeyChangePassword"], path: []string{userID}, body: body}, opts)
}

// Check: Check a password
//
// Says whether a password would be accepted, and which rules it breaks, for a user or for a future user of a tenant. Every change
// of a password makes the same check: it accepts the same passwords and names the same violations. Nothing is changed, and the
// password is not stored. Earlier passwords and breaches are checked only if the other rules pass.
// A caller who may not set the user's password gets at most 100 answers a day that include the user's earlier passwords, since
// each is a guess.
//
// POST /v1/password-checks
func (s *PasswordsService) Check(ctx context.Context, body RekeyPasswordCheck, opts ...Option) (*RekeyPasswordVerdict, error) {
	return answered[RekeyPasswordVerdict](ctx, s.client, request{operation: operations["rekeyCheckPassword"], body: body}, opts)
}

// Get: Describe a password
//
// Describes a password without revealing it.
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
// Sets the password of a user. Send exactly one of `password`, `generate` and `hash`. A chosen password
// has to meet the policy. A generated password works once, and only to choose another. An imported hash is stored as it is and
// replaced at the next login.
//
// Sessions, refresh tokens, tickets and pending logins of the user end with the old password; the answer counts them.
//
// A locked user stays locked, unless `unlock` is true: then he may log in with the new password at once, as after `locked:
// false` of updateUser. For that the caller also needs `users:write` (403 `forbidden`).
//
// PUT /v1/users/{userId}/password
func (s *PasswordsService) Set(ctx context.Context, userID string, body RekeyPasswordAssignment, opts ...Option) (*RekeyPasswordSet, error) {
	return answered[RekeyPasswordSet](ctx, s.client, request{operation: operations["rekeySetPassword"], path: []string{userID}, body: body}, opts)
}

// PermissionsService has the operations of Client.Permissions.
type PermissionsService struct{ client *Client }

// List: List permissions
//
// Lists all permissions that API keys and users can have. Any caller may read it.
//
// GET /v1/permissions
func (s *PermissionsService) List(ctx context.Context, opts ...Option) (*RekeyPermissionList, error) {
	return answered[RekeyPermissionList](ctx, s.client, request{operation: operations["rekeyListPermissions"]}, opts)
}

// PolicyPresetsService has the operations of Client.PolicyPresets.
type PolicyPresetsService struct{ client *Client }

// List: List the presets
//
// Lists sets of rules to start with: the built-in defaults, and the documented defaults of the products whose APIs Rekey
// offers.
//
// GET /v1/policy-presets
func (s *PolicyPresetsService) List(ctx context.Context, opts ...Option) (*RekeyPolicyPresetList, error) {
	return answered[RekeyPolicyPresetList](ctx, s.client, request{operation: operations["rekeyListPolicyPresets"]}, opts)
}

// ResetRequestsService has the operations of Client.ResetRequests.
type ResetRequestsService struct{ client *Client }

// Create: Request a reset
//
// Requests a ticket for a user who has not proven anything yet. The answer is always the same, whether the user exists or
// not; a user who can reset his password gets a mail. Send exactly one of `username` and `email`. An address must be
// verified; the mail goes to that address. With a user name, the mail goes to the primary address. A tenant that mails short
// codes always answers with a `requestCode`. Without `tenantId` the request acts in the caller's tenant, otherwise in the
// tenant of the requested host, otherwise in the default tenant.
//
// POST /v1/reset-requests
func (s *ResetRequestsService) Create(ctx context.Context, body RekeyResetRequestCreation, opts ...Option) (*RekeyResetRequest, error) {
	return answered[RekeyResetRequest](ctx, s.client, request{operation: operations["rekeyRequestReset"], body: body}, opts)
}

// SecondFactorService has the operations of Client.SecondFactor.
type SecondFactorService struct{ client *Client }

// Confirm: Confirm an authenticator app
//
// Makes the enrolled app the second factor of the user, with a first code, and returns his recovery codes once. From then on every login
// asks for a code, on every surface. The user's other sessions end, and he is notified.
//
// POST /v1/users/{userId}/totp/confirm
func (s *SecondFactorService) Confirm(ctx context.Context, userID string, body RekeyTotpCode, opts ...Option) (*RekeyRecoveryCodes, error) {
	return answered[RekeyRecoveryCodes](ctx, s.client, request{operation: operations["rekeyConfirmTotp"], path: []string{userID}, body: body}, opts)
}

// Drop: Remove one's own second factor
//
// Removes the authenticator app and the recovery codes of the calling user. The request has his current password and a new code. His
// other sessions end, and he is notified.
//
// POST /v1/users/{userId}/second-factor/remove
func (s *SecondFactorService) Drop(ctx context.Context, userID string, body RekeyFreshness, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyDropSecondFactor"], path: []string{userID}, body: body}, opts)
}

// Enroll: Enroll an authenticator app
//
// Makes a secret for an authenticator app and returns it once, also as an address for a QR code. The app becomes a factor
// when a first code confirms it, within an hour; enrolling again replaces an app that waits for its first code. A user who
// enrolls his own app sends his current password.
//
// POST /v1/users/{userId}/totp
func (s *SecondFactorService) Enroll(ctx context.Context, userID string, body RekeyProof, opts ...Option) (*RekeyTotpEnrollment, error) {
	return answered[RekeyTotpEnrollment](ctx, s.client, request{operation: operations["rekeyEnrollTotp"], path: []string{userID}, body: body}, opts)
}

// Get: Describe a second factor
//
// Says which second factor a user has.
//
// GET /v1/users/{userId}/second-factor
func (s *SecondFactorService) Get(ctx context.Context, userID string, opts ...Option) (*RekeySecondFactor, error) {
	return answered[RekeySecondFactor](ctx, s.client, request{operation: operations["rekeyGetSecondFactor"], path: []string{userID}}, opts)
}

// Remove: Remove a second factor
//
// Removes the authenticator app and the recovery codes of a user who lost both. If the user had mailed codes before, he has them again.
// His sessions end, and he is notified. A user removes his own app with `second-factor/remove`.
//
// DELETE /v1/users/{userId}/second-factor
func (s *SecondFactorService) Remove(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRemoveSecondFactor"], path: []string{userID}}, opts)
}

// RecoveryCodes: Renew recovery codes
//
// Returns ten new recovery codes once; the old ones no longer work. Each code replaces a code of the authenticator app one time. A
// user who renews his own codes sends his current password and a new code.
//
// POST /v1/users/{userId}/recovery-codes
func (s *SecondFactorService) RecoveryCodes(ctx context.Context, userID string, body RekeyFreshness, opts ...Option) (*RekeyRecoveryCodes, error) {
	return answered[RekeyRecoveryCodes](ctx, s.client, request{operation: operations["rekeyRenewRecoveryCodes"], path: []string{userID}, body: body}, opts)
}

// SessionsService has the operations of Client.Sessions.
type SessionsService struct{ client *Client }

// Create: Log a user in
//
// Logs a user in with his name, or a verified address, and his password. The answer is the same for an unknown name, a wrong password, a
// wrong code and a user who may not log in. After the right password a second factor may be asked for: repeat the request with `code`. A
// password that is temporary, expired or marked for change opens no session; the user changes it with the `ticket` of the problem. A
// caller with an API key logs in users of its own tenant, or of the tenant that it names.
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
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this user.
	UserID *RekeyUUID `query:"userId"`
}

// List: List sessions
//
// Lists the live sessions of the users in the caller's scope.
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
// Exchanges a refresh token for new tokens. Each refresh token works once. If one is sent again, it may have been
// stolen, and the session ends, unless `sessions.refreshReuseSeconds` gives the same client the same successor again
// for some seconds.
//
// POST /v1/sessions/refresh
func (s *SessionsService) Refresh(ctx context.Context, body RekeyRefresh, opts ...Option) (*RekeyLoggedIn, error) {
	return answered[RekeyLoggedIn](ctx, s.client, request{operation: operations["rekeyRefreshSession"], body: body}, opts)
}

// Revoke: Revoke a session
//
// Ends a session and its refresh tokens at once. A session that has ended stays as it is.
//
// DELETE /v1/sessions/{sessionId}
func (s *SessionsService) Revoke(ctx context.Context, sessionID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyRevokeSession"], path: []string{sessionID}}, opts)
}

// SigningKeysService has the operations of Client.SigningKeys.
type SigningKeysService struct{ client *Client }

// SigningKeysListParams are the query parameters of SigningKeysService.List.
type SigningKeysListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
}

// List: List signing keys
//
// Lists the keys that sign access tokens and checkpoints of the audit trail, including retired keys, with their public keys. Use them to
// verify checkpoints of a retired key. To verify tokens, read the JWKS, which has only the keys that are not retired.
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
// Retires a key permanently: within a minute, every node refuses the tokens that it signed, and no longer publishes it. Checkpoints that
// it signed can still be verified. The key that signs cannot be retired (409 `signing_key_signs`). A key that is already retired stays
// as it is.
//
// POST /v1/signing-keys/{signingKeyId}/retire
func (s *SigningKeysService) Retire(ctx context.Context, signingKeyID string, opts ...Option) (*RekeySigningKey, error) {
	return answered[RekeySigningKey](ctx, s.client, request{operation: operations["rekeyRetireSigningKey"], path: []string{signingKeyID}}, opts)
}

// Rotate: Rotate the signing key
//
// Makes a key that is published at once and signs after `signsAfterSeconds`; by then, services that cache the JWKS have it.
// The former key still verifies for 16 minutes, which is longer than the lifetime of any access token; then it retires
// automatically. A next key that already waits is replaced. If somebody may have read a private key, rotate with 0 and
// retire that key.
//
// POST /v1/signing-keys/rotate
func (s *SigningKeysService) Rotate(ctx context.Context, body RekeySigningKeyRotation, opts ...Option) (*RekeySigningKey, error) {
	return answered[RekeySigningKey](ctx, s.client, request{operation: operations["rekeyRotateSigningKey"], body: body}, opts)
}

// TenantsService has the operations of Client.Tenants.
type TenantsService struct{ client *Client }

// Create: Create a tenant
//
// Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a host selects only one tenant. Hosts
// that a key of the platform sets are active at once. Other hosts are pending until a DNS record of the domain proves them
// (`verifyTenantHost`); the public host of the service, IP addresses, localhost and names without a dot are refused (403
// `host_reserved`).
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

// EffectivePolicy: Read the effective policy of a tenant
//
// Reads every rule that applies to the users of a tenant, and the level that imposes it.
//
// GET /v1/tenants/{tenantId}/effective-policy
func (s *TenantsService) EffectivePolicy(ctx context.Context, tenantID string, opts ...Option) (*RekeyEffectivePolicy, error) {
	return answered[RekeyEffectivePolicy](ctx, s.client, request{operation: operations["rekeyGetEffectivePolicy"], path: []string{tenantID}}, opts)
}

// Get: Read a tenant
//
// Reads one tenant with its settings. Use the `ETag` of the answer for `If-Match` of a change.
//
// GET /v1/tenants/{tenantId}
func (s *TenantsService) Get(ctx context.Context, tenantID string, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyGetTenant"], path: []string{tenantID}}, opts)
}

// Policy: Read the policy of a tenant
//
// Reads the rules that a tenant sets itself. All other rules are inherited from its application, or from the built-in defaults.
//
// GET /v1/tenants/{tenantId}/policy
func (s *TenantsService) Policy(ctx context.Context, tenantID string, opts ...Option) (*RekeyPolicy, error) {
	return answered[RekeyPolicy](ctx, s.client, request{operation: operations["rekeyGetTenantPolicy"], path: []string{tenantID}}, opts)
}

// TenantsListParams are the query parameters of TenantsService.List.
type TenantsListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this application.
	ApplicationID *RekeyShortID `query:"applicationId"`
}

// List: List tenants
//
// Lists the tenants in the caller's scope, or those of one application.
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
	// Check the change and describe its effect, without making it.
	DryRun *bool `query:"dryRun"`
}

// ReplacePolicy: Replace the policy of a tenant, removing its other rules
//
// Replaces all rules that a tenant sets itself: a rule that is left out is removed and inherited again, and `removed` lists the
// removed rules. To change single rules use `PATCH`, on the command line `set-policy`. A preset adds its rules; those in
// `rules` win over them, and its name is kept as a label. The rules apply from the next request. If a value is out of bounds,
// or if the rules contradict each other or the inherited ones, all of them are refused, and the error names every mistake.
//
// PUT /v1/tenants/{tenantId}/policy
func (s *TenantsService) ReplacePolicy(ctx context.Context, tenantID string, params *TenantsReplacePolicyParams, body RekeyPolicyChange, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeySetTenantPolicy"], path: []string{tenantID}, query: queryOf(params), body: body}, opts)
}

// Update: Change a tenant
//
// Changes name or hosts. `hosts` replaces the whole list, including pending hosts: a host in the list stays as it is, a host that is
// left out is removed, and has to be proven again if it is added later. Hosts that a key of the platform sets are active at once; hosts
// that another key adds are pending (`verifyTenantHost`).
//
// PATCH /v1/tenants/{tenantId}
func (s *TenantsService) Update(ctx context.Context, tenantID string, body RekeyTenantChange, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyUpdateTenant"], path: []string{tenantID}, body: body}, opts)
}

// TenantsSetPolicyParams are the query parameters of TenantsService.SetPolicy.
type TenantsSetPolicyParams struct {
	// Check the change and describe its effect, without making it.
	DryRun *bool `query:"dryRun"`
}

// SetPolicy: Change rules of the policy of a tenant
//
// Changes the rules in the body and leaves the others as they are; `null`, on the command line `--unset`, removes a rule
// from this level, so that it is inherited again. The body is merged (RFC 7396) with the current rules, so two concurrent
// changes of different rules both stay. A preset adds its rules to the current ones; those in `rules` win over them, and its
// name is kept as a label. What the former preset set and nobody changed since is removed, and listed in `removed`. The
// rules apply from the next request. If a value is out of bounds, or if the rules contradict each other or the inherited
// ones, all of them are refused, and the error names every mistake. With `If-Match` the change is refused if somebody else
// changed it first.
//
// PATCH /v1/tenants/{tenantId}/policy
func (s *TenantsService) SetPolicy(ctx context.Context, tenantID string, params *TenantsSetPolicyParams, body RekeyPolicyPatch, opts ...Option) (*RekeyChangedPolicy, error) {
	return answered[RekeyChangedPolicy](ctx, s.client, request{operation: operations["rekeyUpdateTenantPolicy"], path: []string{tenantID}, query: queryOf(params), body: body}, opts)
}

// VerifyHost: Verify a host of a tenant
//
// Looks in the DNS for the TXT record that `pendingHosts` of the tenant shows for the host, and makes the host active if the
// record has this value. The first tenant that proves a host gets it; for others the answer is 409 `host_taken`. If the
// record is not there yet, the answer is 409 `host_unproven`: try again, with another Idempotency-Key. If the DNS does not
// answer, or two look-ups of the tenant are running already, the answer is 503 `dns_unavailable`. Once the host is active,
// the record is not needed any more. A host that is already active stays as it is.
//
// POST /v1/tenants/{tenantId}/hosts/{host}/verify
func (s *TenantsService) VerifyHost(ctx context.Context, tenantID string, host string, opts ...Option) (*RekeyTenant, error) {
	return answered[RekeyTenant](ctx, s.client, request{operation: operations["rekeyVerifyTenantHost"], path: []string{tenantID, host}}, opts)
}

// TicketsService has the operations of Client.Tickets.
type TicketsService struct{ client *Client }

// Cancel: Cancel a ticket
//
// Revokes a ticket that has not ended. Its queued messages are not sent.
//
// DELETE /v1/tickets/{ticketId}
func (s *TicketsService) Cancel(ctx context.Context, ticketID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["rekeyCancelTicket"], path: []string{ticketID}}, opts)
}

// Create: Issue a ticket
//
// Issues the one-time right to set a password, and ends the user's older tickets of the same purpose. With purpose `verify` it is the
// right to verify one address, sets no password, and ends the older tickets for that address (409 `address_unknown` and
// `address_verified` if there is nothing to verify).
//
// With `deliver: send` Rekey sends link or code to the user's verified address; an invitation also goes to one that is not verified yet,
// and a verification to the address that it is for, both up to the hourly budget of the account and of the address (409 `mail_budget_spent`).
// With `deliver: return` nothing is sent, and only this answer has the link or code. This also needs the permission `tickets:return`.
// A link leads to Rekey's page, or with `linkTemplate` to your own; `{{.Code}}` in it is the `ticket` of the proof.
// A short code belongs to a `requestCode`, which the caller always gets: the proof needs both.
//
// With `form: key` the link has a UUID as its key, which `/api/Password/setPassword` accepts for the purposes `set` and `invite`, and
// `/api/Password/resetPassword` for `reset`. The hosted pages accept it too; inspectTicket and redeemTicket do not.
//
// A locked user gets no ticket (409), unless `unlock` is true: then he is also unlocked, as with `locked: false` of updateUser. For
// that the caller also needs `users:write` (403 `forbidden`).
//
// POST /v1/tickets
func (s *TicketsService) Create(ctx context.Context, body RekeyTicketCreation, opts ...Option) (*RekeyIssuedTicket, error) {
	return answered[RekeyIssuedTicket](ctx, s.client, request{operation: operations["rekeyCreateTicket"], body: body}, opts)
}

// Get: Read a ticket
//
// Reads one ticket. Each change of its state is also an event with its id.
//
// GET /v1/tickets/{ticketId}
func (s *TicketsService) Get(ctx context.Context, ticketID string, opts ...Option) (*RekeyTicket, error) {
	return answered[RekeyTicket](ctx, s.client, request{operation: operations["rekeyGetTicket"], path: []string{ticketID}}, opts)
}

// Inspect: Inspect a ticket
//
// Says whether a proof that sets a password would be accepted, and for which user. It does not consume the ticket, however often it is called; a
// wrong short code counts as a try. Apart from the proof, no credential is needed.
//
// POST /v1/tickets/inspect
func (s *TicketsService) Inspect(ctx context.Context, body RekeyTicketProof, opts ...Option) (*RekeyInspectedTicket, error) {
	return answered[RekeyInspectedTicket](ctx, s.client, request{operation: operations["rekeyInspectTicket"], body: body}, opts)
}

// TicketsListParams are the query parameters of TicketsService.List.
type TicketsListParams struct {
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this user.
	UserID *RekeyUUID `query:"userId"`
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only tickets in this state.
	State *RekeyTicketState `query:"state"`
	// Only tickets for this purpose.
	Purpose *RekeyTicketPurpose `query:"purpose"`
}

// List: List tickets
//
// Lists the tickets of the users in the caller's scope, including tickets that have ended. Links and codes are never shown again.
// A ticket is deleted some time after its end, by default after 30 days; then it is not found any more.
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
// Sets the password. Only an accepted password consumes the ticket: after a refused password or a failure it can still be
// used. All sessions and refresh tokens of the user end, and all his other tickets. Apart from the proof, no credential is
// needed.
//
// If the tenant's policy requires it, a user with an authenticator app also sends `factorCode`. A request without it consumes nothing.
//
// POST /v1/tickets/redeem
func (s *TicketsService) Redeem(ctx context.Context, body RekeyTicketRedemption, opts ...Option) (*RekeyRedeemedTicket, error) {
	return answered[RekeyRedeemedTicket](ctx, s.client, request{operation: operations["rekeyRedeemTicket"], body: body}, opts)
}

// VerifyAddress: Verify an address with a ticket
//
// Consumes a ticket of purpose `verify`: its address then counts as the user's own, and may receive reset links and codes. It opens no
// session and sets no password. A wrong short code counts as a try. Apart from the proof, no credential is needed.
//
// POST /v1/tickets/verify-address
func (s *TicketsService) VerifyAddress(ctx context.Context, body RekeyTicketProof, opts ...Option) (*RekeyVerifiedAddress, error) {
	return answered[RekeyVerifiedAddress](ctx, s.client, request{operation: operations["rekeyVerifyAddress"], body: body}, opts)
}

// UsersService has the operations of Client.Users.
type UsersService struct{ client *Client }

// Create: Create a user
//
// Creates a user of a tenant, without a password: mail a ticket, or set a password. User names and addresses are unique in their tenant
// by their
// canonical form, and a user name is not the address of somebody else. With `verified` the caller confirms that the address is the
// user's; links and codes are sent only to verified addresses. An `externalId` is the id that the user had in another system: the
// surfaces of other vendors find the user by it, and answer it. Permissions and boundary can be no more than the caller's own (403
// `grants_more`).
//
// POST /v1/users
func (s *UsersService) Create(ctx context.Context, body RekeyUserCreation, opts ...Option) (*RekeyUser, error) {
	return answered[RekeyUser](ctx, s.client, request{operation: operations["rekeyCreateUser"], body: body}, opts)
}

// Delete: Delete a user
//
// Deletes a user with password, history, sessions, tickets, factors, addresses and the content of messages that wait. The
// events stay, the names are free again, and the id is never given to anybody else.
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
	// The maximum number of items in the answer; 50 if absent.
	Limit *int32 `query:"limit"`
	// The `nextCursor` of the page before, with the same filters.
	Cursor *string `query:"cursor"`
	// Only objects of this tenant.
	TenantID *RekeyShortID `query:"tenantId"`
	// Only the user with this name.
	Username *string `query:"username"`
	// Only the user with this e-mail address.
	Email *string `query:"email"`
	// Only the user with this external id, compared with its case. Each tenant in the caller's scope can have one.
	ExternalID *RekeyExternalID `query:"externalId"`
	// Only users who are disabled, or who are not.
	Disabled *bool `query:"disabled"`
	// Only users who are locked, or who are not.
	Locked *bool `query:"locked"`
}

// List: List users
//
// Lists the users in the caller's scope. Several filters apply together. A user name or an address has to match as a whole, in its
// canonical form: case and width make no difference.
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
// Changes the members in the request. Lists and metadata are replaced as a whole. `disabled` and `locked` end all sessions,
// refresh tokens, challenges and tickets at once. A change of addresses ends tickets and challenges, and all verified e-mail
// addresses, old and new, are notified. To switch `secondFactor` on or off, the caller also needs `second-factors:write`
// (403 `forbidden`), and the user is notified. Permissions and boundary can be no more than the caller's own (403
// `grants_more`), and a user with more rights than the caller cannot be changed (403 `holds_more`).
//
// PATCH /v1/users/{userId}
func (s *UsersService) Update(ctx context.Context, userID string, body RekeyUserChange, opts ...Option) (*RekeyUser, error) {
	return answered[RekeyUser](ctx, s.client, request{operation: operations["rekeyUpdateUser"], path: []string{userID}, body: body}, opts)
}

// WristbandService has the operations of Client.Wristband.
type WristbandService struct{ client *Client }

// ChangePassword: Change one's own password
//
// Replaces the password of the calling user, who has to know the current one. userId has to be the caller's own: any other id, known
// or not, is refused with 403, and so is a caller that is not a user. On success, in one transaction: all sessions and refresh tokens
// of the user are revoked, including that of this call, open resets of the user end, the "Password Updated" mail is queued, and an
// event is written to the audit trail. A wrong current password is a 400 on currentPassword, changes nothing, and counts like a
// failed login; while logins of the user are delayed, the right password gets the same 400.
//
// POST /api/v1/change-password
func (s *WristbandService) ChangePassword(ctx context.Context, body WristbandChangePasswordInput, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandChangePassword"], body: body}, opts)
}

// CreatePasswordResetLink: Create a reset link and return it
//
// Makes a reset link for the user and returns it to the caller, who delivers it; no mail is sent. Every older reset link of the user
// stops working. The password and the sessions stay as they are. By default the link lives 60 minutes; it works once. The address in
// the link comes from the configuration, never from the request (no header can change it). The answer has a live code, so it has
// `Cache-Control: no-store`, and leaves an event in the audit trail. A user outside the caller's scope is answered like one that does
// not exist.
//
// POST /api/v1/password-reset/create-password-reset-link
func (s *WristbandService) CreatePasswordResetLink(ctx context.Context, body WristbandPasswordResetLinkInput, opts ...Option) (*WristbandPasswordResetLink, error) {
	return answered[WristbandPasswordResetLink](ctx, s.client, request{operation: operations["wristbandCreatePasswordResetLink"], body: body}, opts)
}

// CreateUser: Create a user
//
// Creates a user of a tenant. At the vendor a user who was created is not active before a further step, so the status is INACTIVE
// unless the request has ACTIVE; such a user cannot log in, and gets no reset. No mail is sent. Without a username it is the
// address, which then follows each change of the address. A password has to meet the policy of the tenant; without one, create a
// reset link for the active user. An address or a name that another user of the tenant has is a 400 `not_unique`. externalId is
// an id of the vendor's identity providers, and not served: the id that a user had at the vendor comes with
// [an import](/docs/import#external-ids).
//
// POST /api/v1/users
func (s *WristbandService) CreateUser(ctx context.Context, body WristbandCreateUserInput, opts ...Option) (*WristbandUser, error) {
	return answered[WristbandUser](ctx, s.client, request{operation: operations["wristbandCreateUser"], body: body}, opts)
}

// DeleteUser: Delete a user
//
// Deletes a user with everything that belongs to him, except the audit trail. Sessions, refresh tokens and codes end. The address
// and the name can be used again. The vendor also lets a user delete himself; Rekey does not, since a stolen session would be
// enough for it.
//
// DELETE /api/v1/users/{userId}
func (s *WristbandService) DeleteUser(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandDeleteUser"], path: []string{userID}}, opts)
}

// DeleteUserAuthSessions: End all sessions of a user
//
// Ends every session of the user, on every device, together with their refresh tokens; access tokens of these sessions are refused
// from then on. The password stays. For a user without sessions the answer is the same, so the request can be repeated. With the
// Self boundary another user's id is refused with 403. With any other boundary, a user outside the caller's scope is answered like
// one that does not exist.
//
// DELETE /api/v1/users/{userId}/auth-sessions
func (s *WristbandService) DeleteUserAuthSessions(ctx context.Context, userID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandDeleteUserAuthSessions"], path: []string{userID}}, opts)
}

// GetJwks: The keys that verify access tokens
//
// The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it has the old and
// the new one. No credential is read. The answer may be cached for five minutes (`Cache-Control: public, max-age=300`).
//
// GET /api/v1/oauth2/jwks
func (s *WristbandService) GetJwks(ctx context.Context, opts ...Option) (*WristbandJSONWebKeySet, error) {
	return answered[WristbandJSONWebKeySet](ctx, s.client, request{operation: operations["wristbandGetJwks"]}, opts)
}

// GetToken: Get an access token
//
// The token endpoint of RFC 6749, for two grants. client_credentials returns an access token with the permissions of the client, and no
// refresh token. refresh_token exchanges a refresh token for a new pair: the old one no longer works, and using it again ends all tokens
// that came from it. The client authenticates by HTTP Basic, or by client_id and client_secret in the form; both at once is a 400,
// neither or a wrong one is a 401. A bearer token is not read. An access token lives 15 minutes at most.
//
// A refresh token that is unknown, used, revoked, expired or another client's is always the same invalid_grant. Answers
// have `Cache-Control: no-store`.
//
// POST /api/v1/oauth2/token
func (s *WristbandService) GetToken(ctx context.Context, body WristbandTokenInput, opts ...Option) (*WristbandTokenResult, error) {
	return answered[WristbandTokenResult](ctx, s.client, request{operation: operations["wristbandGetToken"], body: body}, opts)
}

// GetUser: Read a user
//
// Returns a user. A user may read himself without the permission; another id is then refused with 403. Members of the vendor that
// Rekey does not keep (fullName, externalId, the metadata of an application and others) are absent.
//
// GET /api/v1/users/{userId}
func (s *WristbandService) GetUser(ctx context.Context, userID string, opts ...Option) (*WristbandUser, error) {
	return answered[WristbandUser](ctx, s.client, request{operation: operations["wristbandGetUser"], path: []string{userID}}, opts)
}

// IntrospectPasswordResetEmailAuthCode: Inspect the code of a reset mail
//
// Says whether the code of a mailed link still works, and for which user. It does not consume the code or extend its lifetime,
// however often it is called. A code that is unknown, used, superseded, expired or of another application always gets the same
// 400, so that the answer reveals nothing. The answer has `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/introspect-email-auth-code
func (s *WristbandService) IntrospectPasswordResetEmailAuthCode(ctx context.Context, body WristbandEmailAuthCodeInput, opts ...Option) (*WristbandEmailAuthCodeIntrospection, error) {
	return answered[WristbandEmailAuthCodeIntrospection](ctx, s.client, request{operation: operations["wristbandIntrospectPasswordResetEmailAuthCode"], body: body}, opts)
}

// PatchUser: Change a user
//
// Changes the members that the request has, in one transaction; null removes a value. email and emailVerified need the permission
// `user:manage-email` as well, and status `user:manage-status`. A user may change his own names and language without a
// permission, and nothing else.
//
// A new address is not verified unless emailVerified is true, and links are mailed to a verified address only. The change ends
// what was mailed before, and each verified address, old and new, is told of it. A username that is the address follows it.
// INACTIVE ends all sessions, refresh tokens and codes of the user. ACTIVE also unlocks.
//
// PATCH /api/v1/users/{userId}
func (s *WristbandService) PatchUser(ctx context.Context, userID string, body WristbandPatchUserInput, opts ...Option) (*WristbandUser, error) {
	return answered[WristbandUser](ctx, s.client, request{operation: operations["wristbandPatchUser"], path: []string{userID}, body: body}, opts)
}

// WristbandQueryApplicationUsersParams are the query parameters of WristbandService.QueryApplicationUsers.
type WristbandQueryApplicationUsersParams struct {
	// Which users. One or several comparisons that all must hold: `email eq "ada@example.com" and status eq "ACTIVE"`. The attributes
	// are email, username and status; the operator is eq, and a value stands in double quotes. Names and values are compared
	// without regard to case. A user is found by each of his addresses. What else the vendor's language has (other attributes and
	// operators, or, parentheses) is refused with 501; a query that it does not have either, with 400.
	Query *string `query:"query"`
	// The number of the first user of the page; the first user of all is 1.
	StartIndex *int32 `query:"start_index"`
	// How many users a page has at most. The vendor publishes neither the default nor a bound.
	Count *int32 `query:"count"`
	// The order, such as `email:desc`; without a direction ascending, without the parameter by id. One attribute: id, username,
	// email, givenName, familyName or status. Several are refused with 501.
	SortBy *string `query:"sort_by"`
}

// QueryApplicationUsers: Find users of an application
//
// Returns a page of the users of all tenants of the application for whom the query holds, and the number of all of them. An
// applicationId other than the caller's is refused with 403, whether it exists or not.
//
// GET /api/v1/applications/{applicationId}/users
func (s *WristbandService) QueryApplicationUsers(ctx context.Context, applicationID string, params *WristbandQueryApplicationUsersParams, opts ...Option) (*WristbandUserPage, error) {
	return answered[WristbandUserPage](ctx, s.client, request{operation: operations["wristbandQueryApplicationUsers"], path: []string{applicationID}, query: queryOf(params)}, opts)
}

// WristbandQueryTenantUsersParams are the query parameters of WristbandService.QueryTenantUsers.
type WristbandQueryTenantUsersParams struct {
	// Which users. One or several comparisons that all must hold: `email eq "ada@example.com" and status eq "ACTIVE"`. The attributes
	// are email, username and status; the operator is eq, and a value stands in double quotes. Names and values are compared
	// without regard to case. A user is found by each of his addresses. What else the vendor's language has (other attributes and
	// operators, or, parentheses) is refused with 501; a query that it does not have either, with 400.
	Query *string `query:"query"`
	// The number of the first user of the page; the first user of all is 1.
	StartIndex *int32 `query:"start_index"`
	// How many users a page has at most. The vendor publishes neither the default nor a bound.
	Count *int32 `query:"count"`
	// The order, such as `email:desc`; without a direction ascending, without the parameter by id. One attribute: id, username,
	// email, givenName, familyName or status. Several are refused with 501.
	SortBy *string `query:"sort_by"`
}

// QueryTenantUsers: Find users of a tenant
//
// Returns a page of the users of a tenant for whom the query holds, and the number of all of them. A tenant outside the caller's scope
// is answered like one that does not exist.
//
// GET /api/v1/tenants/{tenantId}/users
func (s *WristbandService) QueryTenantUsers(ctx context.Context, tenantID string, params *WristbandQueryTenantUsersParams, opts ...Option) (*WristbandUserPage, error) {
	return answered[WristbandUserPage](ctx, s.client, request{operation: operations["wristbandQueryTenantUsers"], path: []string{tenantID}, query: queryOf(params)}, opts)
}

// RequestPasswordReset: Request a password reset by address
//
// Sends a reset mail to this address, if it is a verified address of a user who can reset his password. The mail has a link
// or an OTP, as the tenant's policy says. Without tenantId, the request acts in the default tenant of the application. The
// answer is the same, in content and in time, for a known, an unknown, a disabled and a locked user, and when the limit of
// mails for the address is reached; a requestCode without a user never works. The password and the sessions stay as they
// are. A later request ends the codes of an earlier one. By default a link lives 60 minutes and an OTP 10 minutes.
//
// An applicationId other than the caller's is refused with 403, whether it exists or not. An answer with a requestCode has
// `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/request-password-reset
func (s *WristbandService) RequestPasswordReset(ctx context.Context, body WristbandPasswordResetRequestInput, opts ...Option) (*WristbandPasswordResetRequestResult, error) {
	return answered[WristbandPasswordResetRequestResult](ctx, s.client, request{operation: operations["wristbandRequestPasswordReset"], body: body}, opts)
}

// ResetPassword: Set a new password with the proof of a reset
//
// Replaces the password of the user to whom the proof belongs. There are three kinds of proof; send exactly one:
//
// 1. emailAuthCode, from a mail with a link;
// 2. requestCode and verificationCode, both, from a mail with an OTP;
// 3. passwordResetCode, from a link made by create-password-reset-link.
//
// More than one kind, half of the second, or none is a 400, and does not count as a try.
//
// On success, in one transaction: the password is replaced, the proof and every other open reset of the user end, all
// sessions and refresh tokens of the user are revoked, a lockout is lifted, the "Password Updated" mail is queued unless it
// is suppressed (the event says so), and an event is written to the audit trail. The user is not logged in, and MFA
// stays as it was.
//
// A password that the policy or the history refuses is a 400 that names every broken rule; the proof can be used again.
// A code that is unknown, used, superseded, expired, of another application or of a user who is not active is always the same 400
// on its own field, and so is a code that another request redeems at the same time. Wrong OTPs are counted as in verify-code. A
// client should still read `result`: the vendor's own service also answers 200 with other results.
//
// POST /api/v1/password-reset/reset-password
func (s *WristbandService) ResetPassword(ctx context.Context, body WristbandResetPasswordInput, opts ...Option) (*WristbandResetPasswordOutcome, error) {
	return answered[WristbandResetPasswordOutcome](ctx, s.client, request{operation: operations["wristbandResetPassword"], body: body}, opts)
}

// RevokeRefreshToken: Revoke a refresh token
//
// Revokes the refresh token with this id, together with all tokens that were rotated from it and their access tokens. The id is not
// the token and gives no access. For a token that is already revoked the answer is the same. The password and the other refresh
// tokens of the user stay. With the Self boundary a caller can revoke only its own tokens. A token outside the caller's scope is
// answered like one that does not exist. The vendor prints this path without `/api/v1`, unlike all others; Rekey's path has it.
//
// POST /api/v1/refresh-tokens/{refreshTokenId}/revoke
func (s *WristbandService) RevokeRefreshToken(ctx context.Context, refreshTokenID string, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandRevokeRefreshToken"], path: []string{refreshTokenID}}, opts)
}

// RevokeToken: Revoke a token
//
// The revocation endpoint of RFC 7009, for refresh tokens. The token, all tokens that were rotated from it and their access tokens stop
// working. An unknown, expired or already revoked token is answered with the same 200. Another client's token is refused with
// invalid_grant and still works; an access token is refused with unsupported_token_type, since it expires within minutes. The client
// authenticates as at the token endpoint. A bearer token is not read.
//
// POST /api/v1/oauth2/revoke
func (s *WristbandService) RevokeToken(ctx context.Context, body WristbandTokenRevocationInput, opts ...Option) error {
	return done(ctx, s.client, request{operation: operations["wristbandRevokeToken"], body: body}, opts)
}

// SendPasswordResetEmail: Send a reset mail to a user
//
// Sends a reset mail to the user with this id, with a link or an OTP, as the tenant's policy says. The codes of earlier reset mails
// of the user end. The password and the sessions stay as they are. A user outside the caller's scope is answered like one that does
// not exist. An answer with a requestCode has `Cache-Control: no-store`.
//
// POST /api/v1/password-reset/send-password-reset-email
func (s *WristbandService) SendPasswordResetEmail(ctx context.Context, body WristbandPasswordResetEmailInput, opts ...Option) (*WristbandPasswordResetRequestResult, error) {
	return answered[WristbandPasswordResetRequestResult](ctx, s.client, request{operation: operations["wristbandSendPasswordResetEmail"], body: body}, opts)
}

// VerifyCode: Check the OTP of a reset mail
//
// Checks the OTP before the user is asked for a new password. A right OTP is not consumed: send it again, with the same requestCode, to
// reset-password. Wrong tries of both operations are counted together: after five an OTP is invalid, and a budget for the user applies
// to all OTPs. Failed tries never prevent a login with the right password. A requestCode without a user, an unknown one, and a used,
// superseded, expired or exhausted OTP get the same 400 as a wrong OTP.
//
// POST /api/v1/password-reset/verify-code
func (s *WristbandService) VerifyCode(ctx context.Context, body WristbandVerificationCodeInput, opts ...Option) (*WristbandVerifyCodeOutcome, error) {
	return answered[WristbandVerifyCodeOutcome](ctx, s.client, request{operation: operations["wristbandVerifyCode"], body: body}, opts)
}

// ZitadelService has the operations of Client.Zitadel.
type ZitadelService struct{ client *Client }

// AddHumanUser: Create a human user
//
// `username` is the e-mail address if it is absent. `userId` becomes the id by which the vendor's operations find and show the user; it is
// never used again. An address that is not `isVerified` gets a code: sent by default and with `sendCode`, in this answer with
// `returnCode`. The password has to meet the policy; a hash has to be one that can be imported. `totpSecret` makes an authenticator
// app the user's second factor. A value of `metadata` has to be UTF-8 text.
//
// POST /v2/users/human
func (s *ZitadelService) AddHumanUser(ctx context.Context, body ZitadelAddHumanUserInput, opts ...Option) (*ZitadelAddHumanUserOutput, error) {
	return answered[ZitadelAddHumanUserOutput](ctx, s.client, request{operation: operations["zitadelAddHumanUser"], body: body}, opts)
}

// CreateInviteCode: Invite a user who has no password yet
//
// Makes a code with which a new user proves his address, and delivers it: `sendCode` mails it inside a link, `returnCode` puts
// it only into this answer (`Cache-Control: no-store`); with neither, it is mailed with the default link. Both at once is
// refused. An earlier invite code of the user ends.
//
// `sendCode.urlTemplate` follows the rules of PasswordReset: allow-listed, and only the three literal placeholders are replaced.
// `sendCode.applicationName` is in the mail instead of the tenant's name; host names in it are written so that mail programs do not make links of them.
// A user who already has a password cannot be invited. The code lives 72 hours by default.
//
// POST /v2/users/{userId}/invite_code
func (s *ZitadelService) CreateInviteCode(ctx context.Context, userID string, body ZitadelCreateInviteCodeInput, opts ...Option) (*ZitadelCreateInviteCodeOutput, error) {
	return answered[ZitadelCreateInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelCreateInviteCode"], path: []string{userID}, body: body}, opts)
}

// CreateSession: Log a user in
//
// Makes a session and records the checks that the request passes: a user, named by id or by login name, and his password.
// The token in the answer (`Cache-Control: no-store`) works as a Bearer token of that user once his password was checked.
//
// The answer to a password check is the same, and takes the same time, for a wrong password and for a user who is unknown,
// disabled, locked or without a password; so there is no `failedAttempts`. The vendor distinguishes these cases. A check of
// only the user, without a password, does answer 404: a caller with `session.write` may know this. Every session belongs to a
// user: a request without checks is refused.
//
// A password that must be changed first gives 400 with code 9 and no session. A user with a second factor gets a session with his
// password recorded, but its token acts for him only after the factor was checked too. Each code of an app is accepted once,
// and after a few wrong ones in a row all codes are refused for five minutes.
//
// `challenges` orders one-time codes for the session: to the user's verified address or number, or into the answer, which is for
// callers who act for others. SetSession checks them with `otpEmail` and `otpSms`. A code lives as long as the tenant's mailed
// codes, is accepted once, and ends with the next challenge, a change of the password or the addresses, and the session. Wrong
// codes count against the code and the user's budget of codes, and block no password. For a user with an app, `otpEmail` and
// `otpSms` are recorded, but only `totp` is his second factor: somebody who reads the mailbox can reset the password too.
// Without `lifetime`, or with a longer one, the tenant's limit for sessions applies; the vendor's sessions live until they are deleted.
//
// POST /v2/sessions
func (s *ZitadelService) CreateSession(ctx context.Context, body ZitadelCreateSessionInput, opts ...Option) (*ZitadelCreateSessionOutput, error) {
	return answered[ZitadelCreateSessionOutput](ctx, s.client, request{operation: operations["zitadelCreateSession"], body: body}, opts)
}

// CreateUser: Create a user, by the newer message
//
// `username` is the e-mail address if it is absent. `userId` becomes the id by which the vendor's operations find and show the user; it is
// never used again. An address that is not `isVerified` gets a code: sent by default and with `sendCode`, in this answer with
// `returnCode`. The password has to meet the policy; a hash has to be one that can be imported. `totpSecret` makes an authenticator
// app the user's second factor. A value of `metadata` has to be UTF-8 text.
//
// POST /v2/users/new
func (s *ZitadelService) CreateUser(ctx context.Context, body ZitadelCreateUserInput, opts ...Option) (*ZitadelCreateUserOutput, error) {
	return answered[ZitadelCreateUserOutput](ctx, s.client, request{operation: operations["zitadelCreateUser"], body: body}, opts)
}

// DeactivateUser: Deactivate a user
//
// Disables the user. He cannot log in, and his sessions and tickets end. ReactivateUser lifts it.
//
// POST /v2/users/{userId}/deactivate
func (s *ZitadelService) DeactivateUser(ctx context.Context, userID string, body ZitadelDeactivateUserInput, opts ...Option) (*ZitadelDeactivateUserOutput, error) {
	return answered[ZitadelDeactivateUserOutput](ctx, s.client, request{operation: operations["zitadelDeactivateUser"], path: []string{userID}, body: body}, opts)
}

// ZitadelDeleteSessionParams are the query parameters of ZitadelService.DeleteSession.
type ZitadelDeleteSessionParams struct {
	// The session's current token. It replaces the permission; a wrong one is refused, whatever the permission.
	SessionToken *Secret `query:"sessionToken"`
}

// DeleteSession: End a session
//
// Ends a session and its token permanently. A caller needs `session.delete`, or is the user of the session, or sends the
// session's current token in `sessionToken`. As with the vendor, that token may be in a JSON body instead of the query; in
// both it is refused. Deleting a session that has ended already answers 200 again.
//
// DELETE /v2/sessions/{sessionId}
func (s *ZitadelService) DeleteSession(ctx context.Context, sessionID string, params *ZitadelDeleteSessionParams, opts ...Option) (*ZitadelDeleteSessionOutput, error) {
	return answered[ZitadelDeleteSessionOutput](ctx, s.client, request{operation: operations["zitadelDeleteSession"], path: []string{sessionID}, query: queryOf(params)}, opts)
}

// DeleteUser: Delete a user
//
// Deletes a user with everything that belongs to him but the audit events. His ids are never used again.
//
// DELETE /v2/users/{userId}
func (s *ZitadelService) DeleteUser(ctx context.Context, userID string, opts ...Option) (*ZitadelDeleteUserOutput, error) {
	return answered[ZitadelDeleteUserOutput](ctx, s.client, request{operation: operations["zitadelDeleteUser"], path: []string{userID}}, opts)
}

// GetKeys: The keys that verify access tokens
//
// The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it has the old and
// the new one. No credential is read. The answer may be cached for five minutes (`Cache-Control: public, max-age=300`).
//
// GET /oauth/v2/keys
func (s *ZitadelService) GetKeys(ctx context.Context, opts ...Option) (*ZitadelJSONWebKeySet, error) {
	return answered[ZitadelJSONWebKeySet](ctx, s.client, request{operation: operations["zitadelGetKeys"]}, opts)
}

// ZitadelGetLockoutSettingsParams are the query parameters of ZitadelService.GetLockoutSettings.
type ZitadelGetLockoutSettingsParams struct {
	// The tenant whose rules are requested. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// With true the answer has the rules of the instance, which apply to tenants without their own rules. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetLockoutSettings: Read the limits for failed attempts
//
// Returns the limits for failed attempts of one tenant, or of the instance. After `maxPasswordAttempts` failures in a row
// further attempts have to wait, longer each time; no user is locked out permanently, and a proven reset ends the wait.
// Wrong codes end the code and never lock the user, so `maxOtpAttempts` is zero and therefore absent. Without parameters the
// answer is for the caller's own tenant.
//
// GET /v2/settings/lockout
func (s *ZitadelService) GetLockoutSettings(ctx context.Context, params *ZitadelGetLockoutSettingsParams, opts ...Option) (*ZitadelGetLockoutSettingsOutput, error) {
	return answered[ZitadelGetLockoutSettingsOutput](ctx, s.client, request{operation: operations["zitadelGetLockoutSettings"], query: queryOf(params)}, opts)
}

// ZitadelGetLoginSettingsParams are the query parameters of ZitadelService.GetLoginSettings.
type ZitadelGetLoginSettingsParams struct {
	// The tenant whose rules are requested. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// With true the answer has the rules of the instance, which apply to tenants without their own rules. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetLoginSettings: Read the rules for logins
//
// Returns the rules for logins of one tenant, or of the instance, as far as Rekey has them. Users log in with a user name or a
// verified e-mail address, and a password; not with a phone number, a passkey or an identity provider. A password check does
// not tell whether the user exists. Each user's second factor is his own choice or the operator's, so `forceMfa` is absent.
// The checks last as long as a session of the tenant. Without parameters the answer is for the caller's own tenant.
//
// GET /v2/settings/login
func (s *ZitadelService) GetLoginSettings(ctx context.Context, params *ZitadelGetLoginSettingsParams, opts ...Option) (*ZitadelGetLoginSettingsOutput, error) {
	return answered[ZitadelGetLoginSettingsOutput](ctx, s.client, request{operation: operations["zitadelGetLoginSettings"], query: queryOf(params)}, opts)
}

// GetOpenidConfiguration: Where a program logs in
//
// The metadata of RFC 8414 for the clients that look here for the token endpoint. It names only what is served: there is no
// authorization endpoint, no user info and no ID token, so that lists of these are absent. `issuer` is the public URL, exactly as
// configured: it is the audience of an assertion. No credential is read. The answer may be cached for five minutes.
//
// GET /.well-known/openid-configuration
func (s *ZitadelService) GetOpenidConfiguration(ctx context.Context, opts ...Option) (*ZitadelOpenidConfiguration, error) {
	return answered[ZitadelOpenidConfiguration](ctx, s.client, request{operation: operations["zitadelGetOpenidConfiguration"]}, opts)
}

// ZitadelGetPasswordComplexitySettingsParams are the query parameters of ZitadelService.GetPasswordComplexitySettings.
type ZitadelGetPasswordComplexitySettingsParams struct {
	// The tenant whose rules are requested. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// With true the answer has the rules of the instance, which apply to tenants without their own rules. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetPasswordComplexitySettings: Read the rules for passwords
//
// Returns the rules for new passwords of one tenant, or of the instance. `minLength` is the length for a user whose only factor is
// the password. Rules that this object cannot express, such as the list of refused passwords and the history, also apply. Without
// parameters the answer is for the caller's own tenant.
//
// GET /v2/settings/password/complexity
func (s *ZitadelService) GetPasswordComplexitySettings(ctx context.Context, params *ZitadelGetPasswordComplexitySettingsParams, opts ...Option) (*ZitadelGetPasswordComplexitySettingsOutput, error) {
	return answered[ZitadelGetPasswordComplexitySettingsOutput](ctx, s.client, request{operation: operations["zitadelGetPasswordComplexitySettings"], query: queryOf(params)}, opts)
}

// ZitadelGetPasswordExpirySettingsParams are the query parameters of ZitadelService.GetPasswordExpirySettings.
type ZitadelGetPasswordExpirySettingsParams struct {
	// The tenant whose rules are requested. Excludes `ctx.instance=true`.
	CtxOrgID *string `query:"ctx.orgId"`
	// With true the answer has the rules of the instance, which apply to tenants without their own rules. Excludes `ctx.orgId`.
	CtxInstance *bool `query:"ctx.instance"`
}

// GetPasswordExpirySettings: Read the lifetime of passwords
//
// Returns the lifetime of passwords of one tenant, or of the instance. By default passwords do not expire; then both
// numbers are zero and therefore absent. Without parameters the answer is for the caller's own tenant.
//
// GET /v2/settings/password/expiry
func (s *ZitadelService) GetPasswordExpirySettings(ctx context.Context, params *ZitadelGetPasswordExpirySettingsParams, opts ...Option) (*ZitadelGetPasswordExpirySettingsOutput, error) {
	return answered[ZitadelGetPasswordExpirySettingsOutput](ctx, s.client, request{operation: operations["zitadelGetPasswordExpirySettings"], query: queryOf(params)}, opts)
}

// ZitadelGetSessionParams are the query parameters of ZitadelService.GetSession.
type ZitadelGetSessionParams struct {
	// The session's current token. It replaces the permission; a wrong one is refused, whatever the permission.
	SessionToken *Secret `query:"sessionToken"`
}

// GetSession: Read a session
//
// Returns the checks of a session and when it ends, never its token. A caller needs `session.read`, or is the user of the session,
// or sends the session's current token in `sessionToken`. The token in the query is kept out of all logs.
//
// GET /v2/sessions/{sessionId}
func (s *ZitadelService) GetSession(ctx context.Context, sessionID string, params *ZitadelGetSessionParams, opts ...Option) (*ZitadelGetSessionOutput, error) {
	return answered[ZitadelGetSessionOutput](ctx, s.client, request{operation: operations["zitadelGetSession"], path: []string{sessionID}, query: queryOf(params)}, opts)
}

// GetToken: Get an access token for a program
//
// The token endpoint of RFC 6749, for programs. client_credentials authenticates by HTTP Basic, or by client_id and client_secret in the
// form; both at once is a 400, neither or a wrong one is a 401. The id of an API key is the client id.
//
// `urn:ietf:params:oauth:grant-type:jwt-bearer` takes an assertion that the program signed with the private key of its key file
// (RFC 7523), by RS256, ES256 or EdDSA. `kid` names the key, `iss` and `sub` the program, and `aud` is the `issuer` of the metadata,
// exactly. `exp` is at most an hour ahead; clocks may differ by a minute. An assertion with a `jti` is accepted once. An assertion
// that is not accepted is always the same invalid_grant. [Programs](/docs/programs) says how to make a key file.
//
// Any other grant is unsupported_grant_type, also without client authentication. A bearer token is not read. An access token lives
// 15 minutes at most, has the rights of the API key, and ends when the key is revoked. Answers have `Cache-Control: no-store`.
//
// POST /oauth/v2/token
func (s *ZitadelService) GetToken(ctx context.Context, body ZitadelTokenInput, opts ...Option) (*ZitadelTokenOutput, error) {
	return answered[ZitadelTokenOutput](ctx, s.client, request{operation: operations["zitadelGetToken"], body: body}, opts)
}

// GetUserByID: Read a user
//
// Returns a user in the caller's scope. A user may read himself without the permission. `loginNames` has the user name alone, and
// `email` and `phone` are the user's main ones.
//
// GET /v2/users/{userId}
func (s *ZitadelService) GetUserByID(ctx context.Context, userID string, opts ...Option) (*ZitadelGetUserByIDOutput, error) {
	return answered[ZitadelGetUserByIDOutput](ctx, s.client, request{operation: operations["zitadelGetUserByID"], path: []string{userID}}, opts)
}

// ListAuthenticationMethodTypes: List how a user can log in
//
// Lists the kinds of proof that the user can give. `PASSWORD`: he has a password, here or in the directory. `TOTP`: his
// authenticator app is confirmed. `OTP_EMAIL` and `OTP_SMS`: his second factor is a code, and he has a verified address or
// number that receives it. A code is no second factor beside an app, so a user with an app has neither of the two. Passkeys and
// identity providers do not exist here, so the vendor's `domainQuery` is refused.
//
// GET /v2/users/{userId}/authentication_methods
func (s *ZitadelService) ListAuthenticationMethodTypes(ctx context.Context, userID string, opts ...Option) (*ZitadelListAuthenticationMethodTypesOutput, error) {
	return answered[ZitadelListAuthenticationMethodTypesOutput](ctx, s.client, request{operation: operations["zitadelListAuthenticationMethodTypes"], path: []string{userID}}, opts)
}

// ListSessions: Search sessions
//
// Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with `session.read` gets the sessions
// in his scope; a user without it gets his own. Sessions that have ended or expired are not listed, and tokens never are.
//
// POST /v2/sessions/search
func (s *ZitadelService) ListSessions(ctx context.Context, body ZitadelListSessionsInput, opts ...Option) (*ZitadelListSessionsOutput, error) {
	return answered[ZitadelListSessionsOutput](ctx, s.client, request{operation: operations["zitadelListSessions"], body: body}, opts)
}

// ListUsers: Search users
//
// Lists the users who match all of `queries`, or every user without any, in the order of `sortingColumn`. A caller with `user.read`
// finds the users in his scope, whatever the queries say; a user without it finds himself at most.
//
// Each query has exactly one member. One that is empty, or of a kind that is not supported, is refused with code 3, so that a
// mistake never lists everybody. Queries are nested at most 8 deep, and there are at most 100 in all. An e-mail address or phone
// number is found whether it is the user's main one or a further one. All users are human.
//
// POST /v2/users
func (s *ZitadelService) ListUsers(ctx context.Context, body ZitadelListUsersInput, opts ...Option) (*ZitadelListUsersOutput, error) {
	return answered[ZitadelListUsersOutput](ctx, s.client, request{operation: operations["zitadelListUsers"], body: body}, opts)
}

// LockUser: Lock a user
//
// Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The lock does not expire:
// UnlockUser lifts it. A lockout after failed attempts is different: it ends with time or with a proven reset.
//
// POST /v2/users/{userId}/lock
func (s *ZitadelService) LockUser(ctx context.Context, userID string, body ZitadelLockUserInput, opts ...Option) (*ZitadelLockUserOutput, error) {
	return answered[ZitadelLockUserOutput](ctx, s.client, request{operation: operations["zitadelLockUser"], path: []string{userID}, body: body}, opts)
}

// PasswordReset: Request a code to reset a password
//
// Makes a code to set the user's password with SetPassword, and delivers it in one of three ways:
//
// - `sendLink`: by e-mail, or by SMS when `notificationType` says so, inside a link made from `urlTemplate` or from the tenant's default.
// - `returnCode`: only in this answer, for a caller who delivers it. The answer has `Cache-Control: no-store`.
// - Neither: by e-mail with the default link. An empty object is a valid request.
//
// `sendLink` together with `returnCode` is refused and makes no code, although the vendor's own sample sends both.
// `urlTemplate` is checked against the tenant's allow-list before anything is created.
//
// An earlier reset code of the user ends. The password, the sessions and the ability to log in stay as they are. A
// user may call this for himself without the permission. `/v2beta/users/{userId}/password_reset` is the same operation.
//
// POST /v2/users/{userId}/password_reset
func (s *ZitadelService) PasswordReset(ctx context.Context, userID string, body ZitadelPasswordResetInput, opts ...Option) (*ZitadelPasswordResetOutput, error) {
	return answered[ZitadelPasswordResetOutput](ctx, s.client, request{operation: operations["zitadelPasswordReset"], path: []string{userID}, body: body}, opts)
}

// ReactivateUser: Reactivate a user
//
// Lets a deactivated user log in again.
//
// POST /v2/users/{userId}/reactivate
func (s *ZitadelService) ReactivateUser(ctx context.Context, userID string, body ZitadelReactivateUserInput, opts ...Option) (*ZitadelReactivateUserOutput, error) {
	return answered[ZitadelReactivateUserOutput](ctx, s.client, request{operation: operations["zitadelReactivateUser"], path: []string{userID}, body: body}, opts)
}

// ResendEmailCode: Make a new code for an e-mail address
//
// Makes a new code for the user's primary e-mail address and ends the former one. `sendCode` mails it inside a link, `returnCode` puts it only into this
// answer (`Cache-Control: no-store`); with neither, it is sent. Both at once are refused. A user may ask for a code for himself;
// only a caller with rights over others gets it returned. A verified e-mail address needs no code. If it, or the user, got too many
// messages in the last hour, the answer is code 9, and the former code stays valid.
//
// POST /v2/users/{userId}/email/resend
func (s *ZitadelService) ResendEmailCode(ctx context.Context, userID string, body ZitadelResendEmailCodeInput, opts ...Option) (*ZitadelResendEmailCodeOutput, error) {
	return answered[ZitadelResendEmailCodeOutput](ctx, s.client, request{operation: operations["zitadelResendEmailCode"], path: []string{userID}, body: body}, opts)
}

// ResendInviteCode: Mail a new invite code
//
// Makes a new invite code and mails it with the template and application name of the former one, which ends. It works only if the
// former code was mailed; if a code was returned to the caller, or there is none, it cannot be repeated.
//
// POST /v2/users/{userId}/invite_code/resend
func (s *ZitadelService) ResendInviteCode(ctx context.Context, userID string, body ZitadelResendInviteCodeInput, opts ...Option) (*ZitadelResendInviteCodeOutput, error) {
	return answered[ZitadelResendInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelResendInviteCode"], path: []string{userID}, body: body}, opts)
}

// ResendPhoneCode: Make a new code for a phone number
//
// Makes a new code for the user's primary phone number and ends the former one. `sendCode` sends it by SMS, `returnCode` puts it only into this
// answer (`Cache-Control: no-store`); with neither, it is sent. Both at once are refused. A user may ask for a code for himself;
// only a caller with rights over others gets it returned. A verified phone number needs no code. If it, or the user, got too many
// messages in the last hour, the answer is code 9, and the former code stays valid.
//
// POST /v2/users/{userId}/phone/resend
func (s *ZitadelService) ResendPhoneCode(ctx context.Context, userID string, body ZitadelResendPhoneCodeInput, opts ...Option) (*ZitadelResendPhoneCodeOutput, error) {
	return answered[ZitadelResendPhoneCodeOutput](ctx, s.client, request{operation: operations["zitadelResendPhoneCode"], path: []string{userID}, body: body}, opts)
}

// SetEmail: Replace an e-mail address
//
// Replaces the user's primary e-mail address; others that he has stay. The new one is not verified until its code is shown
// (VerifyEmail): `sendCode` mails it inside a link, `returnCode` puts it only into this answer (`Cache-Control: no-store`), and with
// neither it is sent with the default text. `isVerified` sends nothing: with true the e-mail address counts as verified, and with
// false it does not. More than one of the three is refused.
//
// The user's verified e-mail addresses are told of the change, his open reset and invite codes end, and so does the code for
// the former e-mail address. One that somebody else has is refused.
//
// `sendCode.urlTemplate` follows the rules of PasswordReset. If the address, or the user, got too many messages in the last
// hour, nothing changes and the answer is code 9.
//
// POST /v2/users/{userId}/email
func (s *ZitadelService) SetEmail(ctx context.Context, userID string, body ZitadelSetEmailInput, opts ...Option) (*ZitadelSetEmailOutput, error) {
	return answered[ZitadelSetEmailOutput](ctx, s.client, request{operation: operations["zitadelSetEmail"], path: []string{userID}, body: body}, opts)
}

// SetPassword: Set or change a password
//
// Sets the user's password. The body decides which right is used:
//
// - `verificationCode`: the code that PasswordReset made. It is used up only when the password is set.
// - `currentPassword`: the user's current password.
// - Neither: set by an administrator, which needs `user.write` on the user.
//
// Both at once is refused. The new password must meet the tenant's policy and must not repeat a former one. `changeRequired`
// applies only when an administrator sets the password; with a code or the current password it counts as false. In one
// transaction the user's sessions, refresh tokens and open codes end, the count of failed attempts is reset, and the notification
// about the change is queued. The user is not logged in. With a code or a current password an unknown user is answered exactly
// like a user without an open code, or like a wrong password. An administrator who names an unknown user gets
// 400 with code 9, as the vendor answers; a user who was deleted is unknown. `/v2beta/users/{userId}/password` is the
// same operation.
//
// POST /v2/users/{userId}/password
func (s *ZitadelService) SetPassword(ctx context.Context, userID string, body ZitadelSetPasswordInput, opts ...Option) (*ZitadelSetPasswordOutput, error) {
	return answered[ZitadelSetPasswordOutput](ctx, s.client, request{operation: operations["zitadelSetPassword"], path: []string{userID}, body: body}, opts)
}

// SetPhone: Replace a phone number
//
// Replaces the user's primary phone number; others that he has stay. The new one is not verified until its code is shown
// (VerifyPhone): `sendCode` sends it by SMS, `returnCode` puts it only into this answer (`Cache-Control: no-store`), and with
// neither it is sent with the default text. `isVerified` sends nothing: with true the phone number counts as verified, and with
// false it does not. More than one of the three is refused.
//
// The user's verified e-mail addresses are told of the change, his open reset and invite codes end, and so does the code for
// the former phone number. One that somebody else has is refused.
//
// If the number, or the user, got too many messages in the last hour, nothing changes and the answer is code 9.
//
// POST /v2/users/{userId}/phone
func (s *ZitadelService) SetPhone(ctx context.Context, userID string, body ZitadelSetPhoneInput, opts ...Option) (*ZitadelSetPhoneOutput, error) {
	return answered[ZitadelSetPhoneOutput](ctx, s.client, request{operation: operations["zitadelSetPhone"], path: []string{userID}, body: body}, opts)
}

// SetSession: Add checks to a session
//
// Runs further checks on a session, adds metadata, or changes its end, and returns a new token (`Cache-Control: no-store`); the
// former token no longer works. The user of a session cannot be changed. A metadata key with an empty value is removed.
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
// Lifts a lock, so that the user can log in again. His password is the same as before. Sessions and refresh tokens that
// the lock ended are not restored.
//
// POST /v2/users/{userId}/unlock
func (s *ZitadelService) UnlockUser(ctx context.Context, userID string, body ZitadelUnlockUserInput, opts ...Option) (*ZitadelUnlockUserOutput, error) {
	return answered[ZitadelUnlockUserOutput](ctx, s.client, request{operation: operations["zitadelUnlockUser"], path: []string{userID}, body: body}, opts)
}

// UpdateUser: Update a user
//
// Changes what the request has: `username`, the profile, the e-mail address or phone number (as in AddHumanUser), or the password. It
// needs `user.write`; a user may change his own password alone. All is changed in one transaction or nothing, and a new password is
// judged by the names after the change. `human.phone: {}` removes the phone. The proof of `human.password` is the same as in SetPassword: `verificationCode`, `currentPassword`, or neither for an
// administrator. The effects are the same too. A hash cannot be checked against the policy, so `hashedPassword` always needs
// `user.write`, even for the caller's own password; the server has to accept its format and its cost. It is replaced by a stronger
// hash at the next login. A proof together with a hash is refused. An empty request changes nothing.
//
// PATCH /v2/users/{userId}
func (s *ZitadelService) UpdateUser(ctx context.Context, userID string, body ZitadelUpdateUserInput, opts ...Option) (*ZitadelUpdateUserOutput, error) {
	return answered[ZitadelUpdateUserOutput](ctx, s.client, request{operation: operations["zitadelUpdateUser"], path: []string{userID}, body: body}, opts)
}

// VerifyEmail: Verify an e-mail address
//
// Uses up the code that was sent or returned for the user's e-mail address, which then counts as verified. It opens no session and sets
// no password. A wrong, expired, replaced or used code gets the same answer, and so does a code for another purpose.
//
// POST /v2/users/{userId}/email/verify
func (s *ZitadelService) VerifyEmail(ctx context.Context, userID string, body ZitadelVerifyEmailInput, opts ...Option) (*ZitadelVerifyEmailOutput, error) {
	return answered[ZitadelVerifyEmailOutput](ctx, s.client, request{operation: operations["zitadelVerifyEmail"], path: []string{userID}, body: body}, opts)
}

// VerifyInviteCode: Verify an invite code
//
// Uses up an invite code: the user's e-mail address then counts as verified, and he may set his first password. It does not set a
// password; continue with PasswordReset and SetPassword. A wrong, expired, replaced or used code gets the same answer. Only a code
// that was mailed proves an address: a code that was returned to the caller does not change it.
//
// POST /v2/users/{userId}/invite_code/verify
func (s *ZitadelService) VerifyInviteCode(ctx context.Context, userID string, body ZitadelVerifyInviteCodeInput, opts ...Option) (*ZitadelVerifyInviteCodeOutput, error) {
	return answered[ZitadelVerifyInviteCodeOutput](ctx, s.client, request{operation: operations["zitadelVerifyInviteCode"], path: []string{userID}, body: body}, opts)
}

// VerifyPhone: Verify a phone number
//
// Uses up the code that was sent or returned for the user's phone number, which then counts as verified. It opens no session and sets
// no password. A wrong, expired, replaced or used code gets the same answer, and so does a code for another purpose.
//
// POST /v2/users/{userId}/phone/verify
func (s *ZitadelService) VerifyPhone(ctx context.Context, userID string, body ZitadelVerifyPhoneInput, opts ...Option) (*ZitadelVerifyPhoneOutput, error) {
	return answered[ZitadelVerifyPhoneOutput](ctx, s.client, request{operation: operations["zitadelVerifyPhone"], path: []string{userID}, body: body}, opts)
}
