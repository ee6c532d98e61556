// Package core is the kernel of the core: the steps that its use cases share.
//
// The core decides everything about passwords: who may set one, with which proof, under
// which policy, and what ends when one changes. Its use cases live in rooms beside the
// kernel. Each room knows the kernel, and none knows another:
//
//	tickets    one-time rights to set a password: issue, inspect, redeem, reset requests, messages
//	passwords  set, change, check and remove a password; policies; expiry warnings
//	logins     log in, sessions, refresh tokens
//	factors    the second factor of a user
//	accounts   users and their addresses, import and export
//	tenants    tenants with their hosts, applications
//	keys       API keys and signing keys
//	audit      the audit trail: events, export, verification, archive, checkpoints
//
// # Nouns
//
// A [Subject] is the user whose password is concerned, with the tenant and the credential
// that decide about this user. A [Proof] is what a caller shows to redeem a ticket. A
// [TicketPlan] describes a ticket before it is written. [Evidence] is what a new password
// is judged by, and a [Verdict] is the result. A [Replacement] is a new password on its way
// into the database. An [OpenTry] is a counted attempt whose result is still unknown. A
// [FactorProof] is a second step that was passed and is not spent yet.
//
// # The order of a use case
//
// A use case first authorises: [Kernel.AuthorizeUser] for what changes a user,
// [Kernel.ReadUser] for what only reads, [Kernel.ActingTenant] where no user is named.
// Then it verifies and hashes, outside any transaction. Then it commits, in one call of
// [Kernel.Commit], as a list of steps in a fixed order:
// consume the ticket, replace the credential, end sessions and tickets, enqueue the mail,
// append the event. Last, it wakes the workers.
//
// # Promises
//
//   - A change commits whole or not at all, with its mail and its audit event.
//   - What a decision depends on is read after [Kernel.LockUserRow] locked the user's row in the
//     same transaction.
//   - A try is counted before the work, in a statement of its own, and settled in every
//     case, so that no rollback and no lost connection gives an attacker another guess.
//   - Every password that is set goes through [Kernel.JudgeAndHash] and
//     [Kernel.ReplaceCredential].
//   - Errors are declared faults (faults.go), or internal. A fault gives no hint to an attacker.
//
// # What must not be done here
//
// No HTTP, no surface, no vendor's word, no sending. No hashing, network or logging within
// a transaction: it may run several times. Only the rooms, and the assembly that builds
// them, use the kernel's methods; callers above the core use its types and faults alone.
package core
