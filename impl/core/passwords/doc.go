// Package passwords sets, changes, checks and removes passwords, and keeps the policies
// that they are judged by.
//
// [UseCases.SetPassword] is for administrators, and [UseCases.ChangePassword] for users who
// know their current password. [UseCases.CheckPassword] is a dry run: it answers every
// broken rule with the level that imposed it, and changes nothing. All three judge by the
// kernel's one function, so that a check equals the commit.
//
// A policy is set on a level, which is an application or a tenant. A tenant inherits the
// rules that it does not set itself, and no change may leave a tenant with rules that no
// password meets ([UseCases.SetPolicy]). [UseCases.FindEffectivePolicy] answers the rules
// of a tenant, and the level that imposed each. [UseCases.WarnOfExpiry] is a background
// job: it mails users whose password expires soon, and reschedules warnings after a change
// of a policy.
//
// A password stays in a secret.Password. Its text leaves this package in a mail alone, if
// the tenant wants it so, and that mail is sealed. Hashing happens before the transaction,
// within the hash limiter.
//
// Surfaces, the demo and background jobs call this package. It knows no other room.
package passwords
