package keycheck

import (
	"context"
	"fmt"
	"strings"

	"github.com/rekeyhq/rekey/models"
)

// Report says, for an operator, whether keys and database belong together, and what still
// needs an older key. It writes nothing.
type Report struct {
	Text     string
	Complete bool // nothing needs a key that is not here
}

// Report refuses what Register would refuse.
func (c Checker) Report(ctx context.Context) (*Report, error) {
	p, err := c.plan(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := c.Store.Read(ctx).SecretKeys()
	if err != nil {
		return nil, err
	}
	n, err := c.count(ctx)
	if err != nil {
		return nil, err
	}
	r := c.ring()
	says := []string{p.says()}
	for _, k := range r[1:] {
		if need := n.of(k.ID); need.Any() {
			says = append(says, fmt.Sprintf("%s is still needed for: %s", file(k), need))
		}
	}
	if row := rowOf(rows, r[0].ID); row != nil && row.CurrentAt != nil && *row.Generation > 1 {
		codes, err := c.Store.Read(ctx).CountRecoveryCodes(*row.CurrentAt)
		if err != nil {
			return nil, err
		}
		if codes > 0 {
			says = append(says, fmt.Sprintf("%d unused recovery codes are older than the secret and need an earlier one", codes))
		}
	}
	if len(says) == 1 {
		says = append(says, "nothing needs an older one")
	}
	gone := n.giveUp(r, rows)
	lost := n.outside(r, rows)
	if lost.Any() {
		says = append(says, fmt.Sprintf("no file here can read: %s%s", lost, ofKeys(n.named(r))))
	}
	if gone.Any() {
		says = append(says, "given up: "+gone.String())
	}
	return &Report{Text: strings.Join(says, "; "), Complete: !lost.Any()}, nil
}

func ofKeys(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " (key " + strings.Join(ids, ", ") + ")"
}

// says what will be noted of the keys.
func (p *plan) says() string {
	if p.event != nil && p.event.Action == "secret.change" {
		return "it is new, and is taken when the service starts"
	}
	return "belongs to this database"
}

// giveUp takes out, and adds up, what was declared lost. Once a key was, a seal that
// nothing opens is put down to it: a seal does not say which key made it.
func (n *needs) giveUp(r ring, rows []models.SecretKey) Need {
	var sum Need
	for _, row := range rows {
		if row.GivenUpAt == nil || r.has(row.ID) {
			continue
		}
		for _, id := range []string{row.ID, unreadable} {
			sum.add(n.of(id))
			delete(n.by, id)
		}
	}
	return sum
}
