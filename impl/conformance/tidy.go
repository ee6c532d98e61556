package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
)

// Leftover is something that was made and could not be removed.
type Leftover struct {
	Operation string `json:"operation"` // what should have removed it
	ID        string `json:"id"`
	Why       string `json:"why"`
}

// created is something that a call made, and the operation that removes it.
type created struct {
	undo *operation
	id   string
}

// undoOf says for each operation that makes something lasting which one removes it. The playbook says so where a
// situation needs one, and it holds wherever the operation is called, also by a case or by an unauthorised caller.
// What is not named there goes with its user or tenant.
func (c *Contract) undoOf() map[string]*operation {
	undo := map[string]*operation{}
	for _, s := range c.Playbook.Situations {
		for _, step := range s.Steps {
			if step.Undo != "" {
				undo[step.Call.Call] = c.operations[step.Undo]
			}
		}
	}
	return undo
}

// remember notes what an answer says was made.
func (p *Player) remember(w *world, o *operation, a answer) {
	undo := p.contract.undo[o.id]
	if undo == nil || a.status < 200 || a.status > 299 {
		return
	}
	made := created{undo, madeID(a.body)}
	if made.id != "" && !slices.Contains(w.made, made) {
		w.made = append(w.made, made)
	}
}

// madeID is the id that an answer shows of what was made: its own, or that of its only member that has one.
func madeID(body []byte) string {
	var answer map[string]json.RawMessage
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	var id string
	if json.Unmarshal(answer["id"], &id) == nil {
		return id
	}
	var ids []string
	for _, raw := range answer {
		var member struct {
			ID string `json:"id"`
		}
		if json.Unmarshal(raw, &member) == nil && member.ID != "" {
			ids = append(ids, member.ID)
		}
	}
	if len(ids) != 1 {
		return ""
	}
	return ids[0]
}

// tidy removes what was made in a world, the last first. It does so also when the run was ended.
func (p *Player) tidy(ctx context.Context, w *world) {
	ctx, cancel := p.lastingContext(ctx)
	defer cancel()
	for _, made := range slices.Backward(w.made) {
		if p.remove(ctx, made) != nil {
			p.left = append(p.left, made)
		}
	}
	w.made = nil
}

// lastingContext outlives the run by a while.
func (p *Player) lastingContext(ctx context.Context) (context.Context, context.CancelFunc) {
	lasting := context.WithoutCancel(ctx)
	if ctx.Err() == nil {
		return lasting, func() {}
	}
	return context.WithTimeout(lasting, farewell)
}

// finish removes what stood until the end, tries once more what could not be removed in its time, and gives back what stays.
func (p *Player) finish(ctx context.Context) (stays []Leftover) {
	ctx, cancel := p.lastingContext(ctx)
	defer cancel()
	for _, w := range p.lasting {
		p.tidy(ctx, w)
	}
	for _, made := range slices.Backward(p.left) {
		if err := p.remove(ctx, made); err != nil {
			stays = append(stays, Leftover{Operation: made.undo.id, ID: made.id, Why: p.contract.mask.text(err.Error())})
		}
	}
	p.left = nil
	return stays
}

var parameter = regexp.MustCompile(`\{[^}]+\}`)

// remove undoes one thing. It is no error if a case has removed it already.
func (p *Player) remove(ctx context.Context, made created) error {
	target := p.server.URL + parameter.ReplaceAllLiteralString(made.undo.path, url.PathEscape(made.id))
	r, err := http.NewRequestWithContext(ctx, made.undo.method, target, http.NoBody)
	if err != nil {
		return err
	}
	if err := p.world().authorize(r, made.undo, "ownerKey"); err != nil {
		return err
	}
	a, err := p.send(r, true)
	switch {
	case err != nil:
		return err
	case a.status >= 200 && a.status <= 299, a.status == http.StatusNotFound:
		return nil
	}
	return fmt.Errorf("answers %d: %s", a.status, p.contract.mask.body(a))
}
