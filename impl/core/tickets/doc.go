// Package tickets issues and redeems tickets: one-time rights to set a password.
//
// # Nouns
//
// A ticket has a purpose (set, reset, invite), a medium (a mailed link, a mailed short code, or
// returned to the caller) and a form, which is how its secret is shown later. A reset request is
// what a user who forgot the password asks for. A message is what is mailed or texted to a user;
// messages are in this package because most of them carry a ticket.
//
// # Use cases
//
// [UseCases.IssueTicket] serves authorised callers. [UseCases.RequestReset] serves users who forgot
// their password. It queues the request and answers the same for known and unknown names;
// [UseCases.ProcessResetRequests] issues the ticket later. [UseCases.InspectTicket] and
// [UseCases.VerifyTicket] check a proof and leave the ticket live. [UseCases.RedeemTicket] sets the
// password, and [UseCases.AcceptInvite] accepts an invitation without a password.
// [UseCases.ExpireTickets] and ProcessResetRequests are background jobs.
//
// # Promises
//
//   - A ticket is used once: a guarded update consumes it, and exactly one row must change.
//   - Setting the password and consuming the ticket are one transaction, so a refused password or
//     a failure leaves the ticket live.
//   - A user has at most one live ticket of each purpose.
//   - The secret of a ticket is stored only as a digest; what carries it to the user is sealed.
//   - Tries of short codes are counted before the code is compared.
//   - An anonymous caller learns only that a ticket is unusable. The reason is a typed value, for
//     surfaces whose callers are authorised.
//   - [UseCases.ResendMessage] never extends the lifetime of a ticket.
//
// # What must not be done here
//
// This package does not judge passwords; the kernel does. It knows no other room. Surfaces, hosted
// pages and background jobs call it.
package tickets
