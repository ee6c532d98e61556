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

// Leftover is an object that was created and could not be removed.
type Leftover struct {
	Operation string `json:"operation"` // what should have removed it
	ID        string `json:"id"`
	Why       string `json:"why"`
}

// created is an object that a call created, and the operation that removes it.
type created struct {
	undo *operation
	id   string
}

// undoOf returns, for each operation that creates an object, the operation that removes it. The
// playbook names it in the step of a situation, and it applies wherever the operation is called, also
// by a case or an unauthorised caller. Other objects are removed with their user or tenant.
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

// remember records the object that an answer shows as created.
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

// madeID returns the id of the created object in an answer: its own, or that of its only member
// with an id.
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

// tidy removes the objects of a world, the last one first, also after the run was ended.
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

// lastingContext ends some time after the run.
func (p *Player) lastingContext(ctx context.Context) (context.Context, context.CancelFunc) {
	lasting := context.WithoutCancel(ctx)
	if ctx.Err() == nil {
		return lasting, func() {}
	}
	return context.WithTimeout(lasting, farewell)
}

// finish removes the objects that were kept until the end, tries again to remove those that could
// not be removed before, and returns those that stay.
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

// remove removes one object. It is not an error if a case has removed it already. A tenant of the run
// may still have users whom a surface created and names by ids of its own: they are removed first.
func (p *Player) remove(ctx context.Context, made created) error {
	a, err := p.ask(ctx, made.undo, made.id, nil)
	if err == nil && a.status == http.StatusConflict && made.undo.id == "rekeyDeleteTenant" {
		if err := p.removeUsers(ctx, made.id); err != nil {
			return err
		}
		a, err = p.ask(ctx, made.undo, made.id, nil)
	}
	switch {
	case err != nil:
		return err
	case a.status >= 200 && a.status <= 299, a.status == http.StatusNotFound:
		return nil
	}
	return fmt.Errorf("answers %d: %s", a.status, p.contract.mask.body(a))
}

// removeUsers removes the users of a tenant that the run created.
func (p *Player) removeUsers(ctx context.Context, tenantID string) error {
	a, err := p.ask(ctx, p.contract.operations["rekeyListUsers"], "", url.Values{"tenantId": {tenantID}, "limit": {"200"}})
	if err != nil {
		return err
	}
	var users struct{ Items []struct{ ID string } }
	if err := json.Unmarshal(a.body, &users); err != nil {
		return err
	}
	for _, u := range users.Items {
		if _, err := p.ask(ctx, p.contract.operations["rekeyDeleteUser"], u.ID, nil); err != nil {
			return err
		}
	}
	return nil
}

// ask calls an operation on one object with the key of the owner.
func (p *Player) ask(ctx context.Context, o *operation, id string, query url.Values) (answer, error) {
	target := p.server.URL + parameter.ReplaceAllLiteralString(o.path, url.PathEscape(id))
	if query != nil {
		target += "?" + query.Encode()
	}
	r, err := http.NewRequestWithContext(ctx, o.method, target, http.NoBody)
	if err != nil {
		return answer{}, err
	}
	if err := p.world().authorize(r, o, "ownerKey"); err != nil {
		return answer{}, err
	}
	return p.send(r, true)
}
