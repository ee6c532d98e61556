// Package tickets issues and redeems tickets: one-time rights to set a password.
//
// A ticket has a purpose (set, reset, invite), a medium (a link by mail, a short code by
// mail, or an answer to the caller) and a form, in which it is shown later. Its secret is
// stored as a digest alone. [UseCases.IssueTicket] serves callers who are authorised;
// [UseCases.RequestReset] serves people who forgot their password, and answers known and
// unknown names alike: the work is queued, and [UseCases.WorkResetRequests] does it later.
// [UseCases.RedeemTicket] sets the password. A ticket dies only in the transaction that
// writes an accepted password, so a refused password or a failure leaves it alive.
//
// One-time means once: a guarded update consumes the ticket, and one row must have changed.
// A user has at most one live ticket of a purpose. Guesses of short codes are counted.
// A refusal tells an anonymous caller one thing only, that the ticket is unusable; the
// reason is a typed value for surfaces whose callers are authorised.
//
// Messages are here too, since what they carry are tickets: [UseCases.ResendMessage] renews
// the ticket's message, never its lifetime.
//
// Surfaces and background jobs call this package. It must not decide about a password (the
// kernel does), and it knows no other room.
package tickets
