package core

import (
	"slices"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UserStep is a prepared change of a user that shares the transaction of a new password: both are stored
// or neither. The room that knows the change prepares it, and a use case that sets a password runs it. A
// nil step changes nothing.
type UserStep struct {
	user   *models.User // after the change
	claims []string     // the addresses after the change
	run    func(*store.Tx) error
}

// NewUserStep returns a step after which the user and the addresses are as given.
func NewUserStep(u *models.User, addresses []models.Address, run func(*store.Tx) error) *UserStep {
	st := &UserStep{user: u, claims: []string{}, run: run}
	for _, a := range addresses {
		st.claims = append(st.claims, a.Value)
	}
	return st
}

// After is the subject after the step: its names are the ones that a new password must not contain.
func (st *UserStep) After(s *Subject) *Subject {
	if st == nil || st.user.ID != s.User.ID {
		return s
	}
	next := *s
	next.User, next.Claims = st.user, slices.Clone(st.claims)
	return &next
}

// Run makes the change of the subject that After returned; it refuses any other. It must come before the replacement of the credential, which increments the
// version of the user that the change compares.
func (st *UserStep) Run(tx *store.Tx, s *Subject) error {
	if st == nil {
		return nil
	}
	if s.User != st.user {
		return ErrUserNotFound
	}
	return st.run(tx)
}
