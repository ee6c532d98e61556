// Package model checks that an account behaves as if one operation happened after the other,
// however many clients call however many servers at the same time.
//
// Play lets clients work on one account and records when each operation was called, when its
// answer came and what it was. Check hands that history to porcupine, which looks for an order of
// the operations that agrees with the times and with the model in account.go (linearizability,
// Herlihy and Wing, 1990). An operation without an answer, or with a 503, happened once or never.
//
//	history := model.Play(t, model.Game{Servers: urls, ...})
//	model.Check(t, history)
//
// Between the operations and their model is one looseness: who sets a password may be refused with
// a conflict (409) at any time, and has then changed nothing.
package model
