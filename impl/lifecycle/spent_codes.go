package lifecycle

import (
	"cmp"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// codesSpent tells whether no short code of the account is taken any more, since too many
// were wrong.
func codesSpent(rd *store.Reader, s *subject) (bool, error) {
	codes := codeTries(s.tenant, s.user.ID)
	t, err := rd.FindTries(codes.row)
	return err == nil && t.Never(codes.rule), err
}

// withoutCode gives a plan a link in place of a short code that could not work. An
// attacker who guessed at the codes of an account must not close its owner's way back, and
// a link cannot be guessed.
func withoutCode(rd *store.Reader, s *subject, p *plan) error {
	if p.form != models.ProofOTP || p.medium == models.MediumReturned {
		return nil
	}
	spent, err := codesSpent(rd, s)
	if err != nil || !spent {
		return err
	}
	p.medium, p.form = models.MediumLink, cmp.Or(p.link, models.ProofKey)
	p.text = newSecret(p.form)
	return nil
}
