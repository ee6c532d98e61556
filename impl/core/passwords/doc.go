// Package passwords sets, changes, checks and removes passwords, and keeps the policies
// that they are judged by.
//
// [UseCases.SetPassword] is for administrators, [UseCases.ChangePassword] for users who
// know their current password, [UseCases.CheckPassword] is a dry run: it says what a
// change would say, with every broken rule and the level that imposed it, and changes
// nothing. All three judge by the kernel's one function, so that a check equals the commit.
//
// A policy is set on a level, which is an application or a tenant; a tenant may only be
// stricter ([UseCases.SetPolicy]). [UseCases.EffectivePolicy] answers what holds and which
// level imposed it. [UseCases.WarnOfExpiry] is a background job: it mails users whose
// password expires soon, and reschedules warnings after a policy changed.
//
// A password never leaves its secret.Password here. Hashing happens before the transaction,
// within the hash limiter. Surfaces, the command line's setup and background jobs call this
// package; it knows no other room.
package passwords
