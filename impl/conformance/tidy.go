package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
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
	host string // of the request: where it selects the tenant, it does so for the removal
}

// Undo says how an object that an operation creates is removed.
type Undo struct {
	By string // the operation that removes it; its only parameter is the id
	At string // where the id is in the answer of the creation: a pointer
}

// UndoOf returns how what an operation creates is removed: by the operation that its answer leads to
// with a link "delete", or that the playbook names in the step of a situation. It applies wherever the
// operation is called, also by a case or an unauthorised caller. Other objects are removed with their
// user or tenant.
func (c *Contract) UndoOf(operation string) (u Undo, found bool) {
	u, found = c.undo[operation]
	return u, found
}

func (c *Contract) undoOf() map[string]Undo {
	named := map[string]string{}
	for _, s := range c.Playbook.Situations {
		for _, step := range s.Steps {
			if step.Undo != "" {
				named[step.Call.Call] = step.Undo
			}
		}
	}
	undo := map[string]Undo{}
	for id, o := range c.operations {
		if o.method != http.MethodPost {
			continue
		}
		for status, answer := range o.spec.Responses.Map() {
			for name, link := range answer.Value.Links {
				by := link.Value.OperationID
				if at, one := onlyParameter(link.Value); status[0] == '2' && one && (by == named[id] || name == "delete" && named[id] == "") {
					undo[id] = Undo{By: by, At: at}
				}
			}
		}
	}
	return undo
}

// onlyParameter returns the place in the answer of the only parameter of a link.
func onlyParameter(link *openapi3.Link) (at string, found bool) {
	for _, value := range link.Parameters {
		text, _ := value.(string)
		at, found = strings.CutPrefix(text, "$response.body#")
	}
	return at, found && len(link.Parameters) == 1
}

// remember records the object that an answer shows as created.
func (p *Player) remember(w *world, o *operation, host string, a answer) {
	undo, found := p.contract.undo[o.id]
	if !found || a.status < 200 || a.status > 299 {
		return
	}
	made := created{p.contract.operations[undo.By], textAt(a.body, undo.At), host}
	if made.id != "" && !slices.Contains(w.made, made) {
		w.made = append(w.made, made)
	}
}

// textAt returns a text or number in an answer; "" if there is none.
func textAt(body []byte, at string) string {
	raw := json.RawMessage(body)
	for _, step := range strings.Split(at, "/")[1:] {
		var members map[string]json.RawMessage
		var items []json.RawMessage
		if n, err := strconv.Atoi(step); err == nil && json.Unmarshal(raw, &items) == nil && n < len(items) {
			raw = items[n]
		} else if json.Unmarshal(raw, &members) == nil {
			raw = members[step]
		} else {
			return ""
		}
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var number json.Number
	_ = json.Unmarshal(raw, &number) // "" if it is none
	return number.String()
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

// remove removes one object. It is not an error if a case has removed it already.
func (p *Player) remove(ctx context.Context, made created) error {
	target := p.server.URL + parameter.ReplaceAllLiteralString(made.undo.path, url.PathEscape(made.id))
	r, err := http.NewRequestWithContext(ctx, made.undo.method, target, http.NoBody)
	if err != nil {
		return err
	}
	r.Host = made.host
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
