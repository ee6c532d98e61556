package keycheck

import (
	"context"
	"fmt"
	"strings"

	"github.com/rekeyhq/rekey/models"
)

// Report tells an operator whether keys and database belong together, and what still needs an earlier key.
type Report struct {
	Text     string
	Complete bool // the ring has every key that is needed
}

// Report refuses what Register would refuse. It writes nothing.
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
	lines := []string{p.status()}
	for _, k := range r[1:] {
		if need := n.of(k.ID); need.Any() {
			lines = append(lines, fmt.Sprintf("%s is still needed for: %s", file(k), need))
		}
	}
	if row := rowOf(rows, r[0].ID); row != nil && row.CurrentAt != nil && *row.Generation > 1 {
		codes, err := c.Store.Read(ctx).CountRecoveryCodes(*row.CurrentAt)
		if err != nil {
			return nil, err
		}
		if codes > 0 {
			lines = append(lines, fmt.Sprintf("%d unused recovery codes are older than the secret and need an earlier one", codes))
		}
	}
	if len(lines) == 1 {
		lines = append(lines, "nothing needs an older one")
	}
	givenUp := n.takeGivenUp(r, rows)
	lost := n.unreadableWith(r, rows)
	if lost.Any() {
		lines = append(lines, fmt.Sprintf("no file here can read: %s%s", lost, ofKeys(n.named(r))))
	}
	if givenUp.Any() {
		lines = append(lines, "given up: "+givenUp.String())
	}
	return &Report{Text: strings.Join(lines, "; "), Complete: !lost.Any()}, nil
}

func ofKeys(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " (key " + strings.Join(ids, ", ") + ")"
}

// status describes the current key.
func (p *plan) status() string {
	if p.event != nil && p.event.Action == models.ActionSecretChange {
		return "it is new, and is taken when the service starts"
	}
	return "belongs to this database"
}

// takeGivenUp adds up what needs a key that was given up, and removes it from the needs. If a key was given
// up, it takes every value of an unknown key too: nothing shows that another key made it.
func (n *needs) takeGivenUp(r ring, rows []models.SecretKey) Need {
	var sum Need
	for _, row := range rows {
		if row.GivenUpAt == nil || r.has(row.ID) {
			continue
		}
		for _, id := range []string{row.ID, unknownKey} {
			sum.add(n.of(id))
			delete(n.byKey, id)
		}
	}
	return sum
}
