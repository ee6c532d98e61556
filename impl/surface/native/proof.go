package native

import (
	"slices"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// proof reads the one shape of a proof: a ticket, or the two halves of a short code.
// Both, or half of one, is refused before the core is called, so it does not count as an attempt.
func proof(ticket, requestCode, code *rekeyapi.ProofText) (core.Proof, error) {
	var wrong []fault.Violation
	must := func(field, rule, words string) {
		wrong = append(wrong, fault.Violation{Pointer: "/" + field, Code: rule, Message: words})
	}
	unwanted := func(field string, value *rekeyapi.ProofText) {
		if value != nil {
			must(field, "not_allowed", "A ticket needs no code.")
		}
	}
	switch {
	case ticket != nil:
		unwanted("requestCode", requestCode)
		unwanted("code", code)
	case requestCode == nil && code == nil:
		must("ticket", "required", "A ticket is required, or a request code and its code.")
	case requestCode == nil:
		must("requestCode", "required", "A value is required.")
	case code == nil:
		must("code", "required", "A value is required.")
	}
	if len(wrong) > 0 {
		return core.Proof{}, fault.ErrMalformed.With(wrong...)
	}
	if ticket != nil {
		return core.Proof{Form: core.ProofTicket, Secret: secret.NewText(*ticket)}, nil
	}
	return core.Proof{Form: core.ProofOTP, Secret: secret.NewText(*requestCode), Code: secret.NewText(*code)}, nil
}

// revealed is a secret that the caller receives once; an empty one is absent.
func revealed(t secret.Text) *string {
	if t.Empty() {
		return nil
	}
	return some(t.Reveal())
}

// identity is the stored id of a row; ours are all UUIDs.
func identity(id string) rekeyapi.UUID {
	u, err := uuid.Parse(id)
	if err != nil {
		return uuid.Nil
	}
	return u
}

// withPointer sets the member of the body that the violations of the core concern.
func withPointer(pointer string, err error) error {
	f := fault.From(err)
	if len(f.Violations) == 0 {
		return err
	}
	c := *f
	c.Violations = slices.Clone(f.Violations)
	for i := range c.Violations {
		if c.Violations[i].Pointer == "" {
			c.Violations[i].Pointer = pointer
		}
	}
	return &c
}
