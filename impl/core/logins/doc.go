// Package logins verifies who a user is, and keeps the sessions that follow from it.
//
// [UseCases.LogIn] has three results: a session ([LoggedIn]), a [Challenge] for the second
// factor, or [ChangeRequired]. None of them is an error. All refused logins have the same error,
// login_failed, after the same work: the user is unknown, disabled, locked or throttled, or the
// password or the code is wrong.
//
// A session is the state of a login. Access and refresh tokens represent a session of LogIn, and a
// session token one of [UseCases.CreateSession]. A refresh token works once and is replaced by its
// successor. If it is used again, its whole family and the session end (RFC 9700 section 4.14.2),
// except that a tenant may allow a few seconds in which the same client gets the same successor
// again. The second factor is a mailed code, or an authenticator app (RFC 6238) with recovery codes.
//
// Tokens are stored as digests, codes as MACs, and the secrets of apps encrypted. A code is spent in
// the transaction of the change for which it was given, so a failure before the commit does not cost
// the user a code. Each try is counted before the comparison.
//
// Surfaces and background jobs call this package. It must not set a password, and it knows no other
// room.
package logins
