package models

// Action is what an event of the audit trail is about. The values never change, since chains are
// hashed over them and readers search for them. A refused attempt has the same action with another
// outcome; a few actions only occur as refused.
type Action string

// The actions.
const (
	ActionAddressVerify Action = "address.verify" // by a ticket

	ActionAPIKeyCreate Action = "api_key.create"
	ActionAPIKeyRevoke Action = "api_key.revoke"
	ActionAPIKeyRotate Action = "api_key.rotate"
	ActionAPIKeyUpdate Action = "api_key.update"

	ActionApplicationCreate Action = "application.create"
	ActionApplicationDelete Action = "application.delete"
	ActionApplicationUpdate Action = "application.update"

	ActionAuditArchive Action = "audit.archive"
	ActionBudgetSpent  Action = "budget.spent"
	ActionInviteAccept Action = "invite.accept"

	ActionDatabaseRestore Action = "database.restore" // what was ended after it

	ActionLogin               Action = "login"
	ActionLoginChallenge      Action = "login.challenge"
	ActionLoginChangeRequired Action = "login.change_required"
	ActionLoginCode           Action = "login.code"
	ActionLoginResend         Action = "login.resend"

	ActionMessageResent Action = "message.resent"

	ActionMFAConfirm         Action = "mfa.confirm" // refused: a wrong code; see mfa.confirmed
	ActionMFAConfirmed       Action = "mfa.confirmed"
	ActionMFAEnroll          Action = "mfa.enroll" // refused; see mfa.enrolled
	ActionMFAEnrolled        Action = "mfa.enrolled"
	ActionMFARecoveryRenew   Action = "mfa.recovery_renew" // refused; see mfa.recovery_renewed
	ActionMFARecoveryRenewed Action = "mfa.recovery_renewed"
	ActionMFARecoveryUsed    Action = "mfa.recovery_used"
	ActionMFARemove          Action = "mfa.remove" // refused; see mfa.removed
	ActionMFARemoved         Action = "mfa.removed"

	ActionPasswordChange           Action = "password.change"
	ActionPasswordExpiryNotice     Action = "password.expiry_notice"
	ActionPasswordExpiryWarning    Action = "password.expiry_warning"
	ActionPasswordGenerate         Action = "password.generate"
	ActionPasswordImport           Action = "password.import"
	ActionPasswordInvite           Action = "password.invite"
	ActionPasswordRemove           Action = "password.remove"
	ActionPasswordReset            Action = "password.reset"
	ActionPasswordSet              Action = "password.set"
	ActionPasswordUnverifiable     Action = "password.unverifiable"
	ActionSecondFactorUnverifiable Action = "second_factor.unverifiable"

	ActionPolicySet          Action = "policy.set"
	ActionRefreshTokenRevoke Action = "refresh_token.revoke"
	ActionResetRequest       Action = "reset.request"

	ActionSecretAdopt  Action = "secret.adopt"
	ActionSecretChange Action = "secret.change"
	ActionSecretForget Action = "secret.forget"

	ActionSessionChallenge Action = "session.challenge"
	ActionSessionCheck     Action = "session.check" // refused
	ActionSessionCreate    Action = "session.create"
	ActionSessionEnd       Action = "session.end"
	ActionSessionEndAll    Action = "session.end_all"
	ActionSessionRefresh   Action = "session.refresh"
	ActionSessionUpdate    Action = "session.update"

	// Too many wrong in a row: none is taken any more.
	ActionAppLockedOut      Action = "app.shut"
	ActionCodeLockedOut     Action = "code.shut"
	ActionPasswordLockedOut Action = "password.shut"
	ActionProofLockedOut    Action = "proof.shut"

	ActionSigningKeyCreate Action = "signing_key.create"
	ActionSigningKeyRetire Action = "signing_key.retire"
	ActionSigningKeyRotate Action = "signing_key.rotate"

	ActionTenantCreate     Action = "tenant.create"
	ActionTenantDelete     Action = "tenant.delete"
	ActionTenantHostClaim  Action = "tenant.host_claim"
	ActionTenantHostRemove Action = "tenant.host_remove"
	ActionTenantHostSet    Action = "tenant.host_set"
	ActionTenantHostVerify Action = "tenant.host_verify"
	ActionTenantUpdate     Action = "tenant.update"

	// The life of a ticket, by its states, and what is refused at one.
	ActionTicketConsumed   Action = "ticket.consumed"
	ActionTicketDelivered  Action = "ticket.delivered"
	ActionTicketExpired    Action = "ticket.expired"
	ActionTicketFactor     Action = "ticket.factor" // refused: the second factor that a reset asks for
	ActionTicketFailed     Action = "ticket.failed"
	ActionTicketForeign    Action = "ticket.foreign" // refused: of a tenant that the caller does not reach
	ActionTicketGuess      Action = "ticket.guess"   // refused: a wrong code
	ActionTicketIssued     Action = "ticket.issued"
	ActionTicketOpened     Action = "ticket.opened"
	ActionTicketQueued     Action = "ticket.queued"
	ActionTicketRevoked    Action = "ticket.revoked"
	ActionTicketSuperseded Action = "ticket.superseded"
	ActionTicketVerified   Action = "ticket.verified"

	ActionUserCreate  Action = "user.create"
	ActionUserDelete  Action = "user.delete"
	ActionUserDisable Action = "user.disable"
	ActionUserEnable  Action = "user.enable"
	ActionUserImport  Action = "user.import"
	ActionUserLock    Action = "user.lock"
	ActionUserUnlock  Action = "user.unlock"
	ActionUserUpdate  Action = "user.update"

	ActionUsernameRemind Action = "username.remind"
)

// Action is the event of a ticket that came into a state.
func (s TicketState) Action() Action {
	switch s {
	case TicketIssued:
		return ActionTicketIssued
	case TicketQueued:
		return ActionTicketQueued
	case TicketDelivered:
		return ActionTicketDelivered
	case TicketFailed:
		return ActionTicketFailed
	case TicketOpened:
		return ActionTicketOpened
	case TicketVerified:
		return ActionTicketVerified
	case TicketConsumed:
		return ActionTicketConsumed
	case TicketSuperseded:
		return ActionTicketSuperseded
	case TicketRevoked:
		return ActionTicketRevoked
	case TicketExpired:
		return ActionTicketExpired
	}
	return ""
}

// Action is the event of a ticket that was redeemed: a password was set, or an address verified.
func (p Purpose) Action() Action {
	switch p {
	case PurposeSet:
		return ActionPasswordSet
	case PurposeReset:
		return ActionPasswordReset
	case PurposeInvite:
		return ActionPasswordInvite
	case PurposeVerify:
		return ActionAddressVerify
	}
	return ""
}

// LockoutAction is the event of a secret that is not accepted any more. There is none of
// recovery codes: their tries are slowed down and never end.
func (k TryKind) LockoutAction() Action {
	switch k {
	case TryPassword:
		return ActionPasswordLockedOut
	case TryProof:
		return ActionProofLockedOut
	case TryCode:
		return ActionCodeLockedOut
	case TryApp:
		return ActionAppLockedOut
	}
	return ""
}

// Outcome is how what an event is about ended.
type Outcome string

// The outcomes.
const (
	OutcomeDone    Outcome = "done"
	OutcomeRefused Outcome = "refused"
	OutcomeIgnored Outcome = "ignored" // the caller was not told that nothing came of it
)

// ActorKind is what kind of caller did it.
type ActorKind string

// The kinds.
const (
	ActorAnonymous ActorKind = "anonymous"
	ActorAPIKey    ActorKind = "api_key"
	ActorUser      ActorKind = "user"
	ActorSystem    ActorKind = "system" // the service itself
)
