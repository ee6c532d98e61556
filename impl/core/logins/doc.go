// Package logins proves who a user is: passwords, second factors, sessions, refresh tokens.
//
// [UseCases.LogIn] answers one of three results: a session, a challenge (the second factor
// is still missing), or a demanded change of the password. None of them is an error. One
// refusal, login_failed, stands for unknown, wrong, disabled, locked and throttled users,
// after the same work for each.
//
// A session is what a caller holds after a login. A refresh token renews it once; a token
// that is shown twice ends its whole family (RFC 9700 section 4.14.2), except for a short
// time in which the same client gets the same answer again. A second factor is a mailed
// code or an authenticator app (RFC 6238) with recovery codes.
//
// Tokens are stored as digests. A code is spent in the transaction of what it opens, so a
// failure in between costs nobody a code. Each try is counted before the comparison.
//
// Surfaces and background jobs call this package. It must not set a password, and it knows
// no other room.
package logins
