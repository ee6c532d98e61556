package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// The reasons for which Look finds that a server cannot be tested.
var (
	ErrForeign   = errors.New("is not a server of this contract")
	ErrKey       = errors.New("does not accept the API key")
	ErrForbidden = errors.New("needs the key of an owner")
	ErrBusy      = errors.New("is busy")
)

// Caller is the owner of the key, as far as the server shows it.
type Caller struct {
	Name        string   `json:"name"`
	Prefix      string   `json:"prefix"`
	Boundary    string   `json:"boundary"`
	Permissions []string `json:"permissions"`
}

func (c Caller) String() string {
	return fmt.Sprintf("the key %q (%s; %s)", c.Name, c.Boundary, strings.Join(c.Permissions, ", "))
}

// Look checks before any case that the server implements the contract, who owns the key, and that
// the key has the permissions for the selection. It only sends reads.
func (c *Contract) Look(ctx context.Context, s Server, sel Selection) (Caller, error) {
	s.Client = c.guarded(s.Client)
	p := c.Player(s)
	asked := c.forAnyCaller()
	if asked == nil {
		return Caller{}, nil // the contract has no suitable read
	}
	if err := p.genuine(ctx, asked); err != nil || s.Given["ownerKey"] == "" {
		return Caller{}, err
	}
	who := p.owner(ctx)
	if sel.ReadOnly {
		return who, nil
	}
	return who, p.entitled(ctx, who)
}

// forAnyCaller returns a read that every key can make.
func (c *Contract) forAnyCaller() *operation {
	for _, surface := range c.Surfaces() {
		for _, o := range c.sorted(surface) {
			if any, _ := o.spec.Extensions["x-any-caller"].(bool); any && o.safe() && len(o.parameters) == 0 {
				return o
			}
		}
	}
	return nil
}

// genuine distinguishes a server of the contract from another server, from a mock, which accepts
// every key, and from a server that does not know the key.
func (p *Player) genuine(ctx context.Context, o *operation) error {
	_, nobodys, err := p.enact(ctx, p.world(), Call{Call: o.id, As: p.unknown()})
	switch {
	case nobodys.status == 0:
		return err
	case busy(nobodys):
		return fmt.Errorf("%w: it answers %d", ErrBusy, nobodys.status)
	case nobodys.status == http.StatusOK && err == nil:
		return fmt.Errorf("%w: %s %s answers 200 to a key that does not exist, as a mock does", ErrForeign, o.method, o.path)
	case p.server.Given["ownerKey"] == "":
		return p.foreign(o, nobodys, err)
	}
	_, own, err := p.enact(ctx, p.world(), Call{Call: o.id, As: "ownerKey"})
	switch {
	case own.status == 0:
		return err
	case busy(own):
		return fmt.Errorf("%w: it answers %d", ErrBusy, own.status)
	case err != nil:
		return p.foreign(o, own, err)
	case own.status == http.StatusUnauthorized:
		return fmt.Errorf("%w: %s %s answers 401", ErrKey, o.method, o.path)
	case own.status != http.StatusOK:
		return fmt.Errorf("%s %s answers %d", o.method, o.path, own.status)
	}
	return nil
}

// unknown returns a credential that no server knows.
func (p *Player) unknown() string {
	if _, ok := p.contract.Playbook.Fixtures.None["unknownKey"]; ok {
		return "unknownKey"
	}
	return "none"
}

func busy(a answer) bool {
	return a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable
}

func (p *Player) foreign(o *operation, a answer, err error) error {
	if err == nil {
		return nil
	}
	media := a.header.Get("Content-Type")
	if media == "" {
		media = "no media type"
	}
	return fmt.Errorf("%w: %s %s answers %d, %s", ErrForeign, o.method, o.path, a.status, p.contract.mask.text(media))
}

// owner finds the key among those that it can list; the zero Caller if it can list none.
func (p *Player) owner(ctx context.Context) (who Caller) {
	for _, o := range p.contract.listsOf("apiKeyId") {
		_, a, err := p.enact(ctx, p.world(), Call{Call: o.id, As: "ownerKey", Query: map[string]string{"limit": "200"}})
		var page struct {
			Items []Caller `json:"items"`
		}
		if err != nil || a.status != http.StatusOK || json.Unmarshal(a.body, &page) != nil {
			continue
		}
		for _, k := range page.Items {
			if k.Prefix != "" && strings.HasPrefix(p.server.Given["ownerKey"], k.Prefix) {
				return k
			}
		}
	}
	return Caller{}
}

// entitled makes a read that only an owner can make, and compares the permissions of the key with
// those that the set-ups need.
func (p *Player) entitled(ctx context.Context, who Caller) error {
	name := "the key"
	if who.Name != "" {
		name = who.String()
	}
	for _, surface := range p.contract.Surfaces() {
		for _, o := range p.contract.sorted(surface) {
			if !slices.Equal(o.boundary(), []string{"platform"}) || !o.safe() || strings.Contains(o.path, "{") {
				continue
			}
			_, a, err := p.enact(ctx, p.world(), Call{Call: o.id, As: "ownerKey", Query: p.little(o)})
			if a.status == http.StatusForbidden {
				return fmt.Errorf("%w: %s has no permission to %s; --read-only runs with the permissions it has", ErrForbidden, name, o.permission())
			}
			if a.status == 0 {
				return err
			}
		}
	}
	if missing := p.missing(who); len(missing) > 0 {
		return fmt.Errorf("%w: %s lacks %s", ErrForbidden, name, strings.Join(missing, ", "))
	}
	return nil
}

// missing returns the permissions that set-ups need and the key lacks, if its permissions are known.
func (p *Player) missing(who Caller) (missing []string) {
	if who.Name == "" || slices.Contains(who.Permissions, "*") {
		return nil
	}
	for _, s := range p.contract.Playbook.Situations {
		for _, step := range s.Steps {
			o := p.contract.operations[step.Call.Call]
			if o == nil || step.As != "" && step.As != "ownerKey" {
				continue
			}
			if need := o.permission(); need != "" && !slices.Contains(who.Permissions, need) && !slices.Contains(missing, need) {
				missing = append(missing, need)
			}
		}
	}
	slices.Sort(missing)
	return missing
}

func (o *operation) permission() string {
	permission, _ := o.spec.Extensions["x-permission"].(string)
	return permission
}

// boundary returns the boundaries that the operation admits.
func (o *operation) boundary() (all []string) {
	list, _ := o.spec.Extensions["x-boundary"].([]any)
	for _, b := range list {
		name, _ := b.(string)
		all = append(all, name)
	}
	return all
}

// Version returns the version of the contract at the server's /openapi.json; empty if there is none.
func (c *Contract) Version(ctx context.Context, s Server) string {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/openapi.json", nil)
	if err != nil {
		return ""
	}
	resp, err := s.Client.Do(r)
	if err != nil {
		return ""
	}
	defer func() { _ = resp.Body.Close() }()
	var spec struct {
		Info struct {
			Version string `json:"version"`
		} `json:"info"`
	}
	if resp.StatusCode != http.StatusOK || json.NewDecoder(resp.Body).Decode(&spec) != nil {
		return ""
	}
	return spec.Info.Version
}
