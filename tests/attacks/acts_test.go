package attacks_test

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// act is a successful call. Each time it is made with its own new users and secrets.
type act struct {
	name  string // surface, operation and, if there are several ways, the way
	play  func(s *stage) harness.Call
	gives []string // members of the answer that carry a secret to the caller, by dots
	own   bool     // the answer repeats a secret of the request to the one who sent it
	once  bool     // a try is used up even when something fails behind it
}

// acts are all of them: each operation of each surface, each way to use it.
func acts() []act {
	return slices.Concat(boomiActs(), boomiAdminUserActs(), entrustActs(), entrustUserActs(), wristbandActs(), wristbandUserActs(), zitadelSetActs(), zitadelSessionActs(), zitadelOAuthActs(), zitadelUserActs(), zitadelAddressActs(),
		rekeyTenancyActs(), rekeyUserActs(), rekeySigningKeyActs(), rekeyEventActs(), rekeyTicketActs(),
		rekeyPasswordActs(), rekeyFactorActs(), rekeySessionActs(), rekeyPolicyActs(),
	)
}

// oneEach is the first act of each operation, for attacks that do not care for the way.
func oneEach() []act {
	seen := map[string]bool{}
	return slices.DeleteFunc(acts(), func(a act) bool {
		words := strings.Fields(a.name)
		again := seen[words[0]+words[1]]
		seen[words[0]+words[1]] = true
		return again
	})
}

// operation is the one of the contract that an act calls.
func (a act) operation(t testing.TB) *harness.Operation {
	t.Helper()
	words := strings.Fields(a.name)
	for _, o := range harness.Contract() {
		if o.Surface == words[0] && strings.EqualFold(o.ID, words[1]) {
			return o
		}
	}
	t.Fatalf("%s: there is no such operation", a.name)
	return nil
}

func TestEveryOperationHasAnAct(t *testing.T) {
	t.Parallel()
	played := map[string]bool{}
	for _, a := range acts() {
		played[a.operation(t).String()] = true
	}
	for _, o := range harness.Contract() {
		if !played[o.String()] {
			t.Errorf("no attack begins at %s: add an act %q to tests/attacks/acts_%s*_test.go", o, o.Surface+" "+o.ID, o.Surface)
		}
	}
}

func TestEveryActSucceeds(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, a := range acts() {
			answer := s.Do(a.play(s))
			if answer.Status >= http.StatusBadRequest {
				t.Errorf("%s: %d %s", a.name, answer.Status, answer.Body)
				continue
			}
			for _, member := range a.gives {
				if answer.Field(t, strings.Split(member, ".")...) == "" {
					t.Errorf("%s: the answer has no %s: %s", a.name, member, answer.Body)
				}
			}
		}
	})
}

// harvest plants the secrets that an answer gave away, and lists them.
func (s *stage) harvest(a act, answer harness.Answer) []string {
	s.T.Helper()
	var given []string
	if answer.Status >= http.StatusBadRequest {
		return nil
	}
	for _, member := range a.gives {
		if value := answer.Field(s.T, strings.Split(member, ".")...); value != "" {
			given = append(given, s.plant(a.name+" "+member, value))
		}
	}
	return given
}

// fields reads a call's body, JSON or form, into a tree that can be changed.
func fields(t testing.TB, c harness.Call) j {
	t.Helper()
	out := j{}
	if text, ok := c.Body.(string); ok {
		form, err := url.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for name := range seed.InOrder(form) {
			out[name] = form.Get(name)
		}
		return out
	}
	raw, err := json.Marshal(c.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// withFields puts the tree back, in the call's own media type.
func withFields(c harness.Call, tree j) harness.Call {
	if _, form := c.Body.(string); !form {
		c.Body = tree
		return c
	}
	values := url.Values{}
	for name, v := range seed.InOrder(tree) {
		if text, ok := v.(string); ok {
			values.Set(name, text)
		}
	}
	c.Body = values.Encode()
	return c
}

// leaves are the pointers of all texts in a tree: "newPassword/password".
func leaves(tree j) []string {
	var found []string
	for _, name := range slices.Sorted(maps.Keys(tree)) {
		switch v := tree[name].(type) {
		case string:
			found = append(found, name)
		case j:
			for _, below := range leaves(v) {
				found = append(found, name+"/"+below)
			}
		}
	}
	return found
}

// at reads a leaf.
func (t tree) at(pointer string) any {
	name, rest, deeper := strings.Cut(pointer, "/")
	if !deeper {
		return t[name]
	}
	below, _ := t[name].(j)
	return tree(below).at(rest)
}

// put replaces a leaf, in place.
func (t tree) put(pointer string, value any) {
	name, rest, deeper := strings.Cut(pointer, "/")
	if !deeper {
		t[name] = value
		return
	}
	below, _ := t[name].(j)
	tree(below).put(rest, value)
}

// drop takes a leaf out, in place.
func (t tree) drop(pointer string) {
	if name, rest, deeper := strings.Cut(pointer, "/"); deeper {
		below, _ := t[name].(j)
		tree(below).drop(rest)
		return
	}
	delete(t, pointer)
}

// rename gives a leaf another name, in place; it returns false if the name is the same.
func (t tree) rename(pointer string, other func(string) string) bool {
	if name, rest, deeper := strings.Cut(pointer, "/"); deeper {
		below, _ := t[name].(j)
		return tree(below).rename(rest, other)
	}
	name := other(pointer)
	if _, taken := t[name]; taken {
		return false
	}
	t[name] = t[pointer]
	delete(t, pointer)
	return true
}

type tree j

// expiring gives a person's password an end.
func (s *stage) expiring(p *harness.Person) {
	s.T.Helper()
	at := s.Clock.Now().AddDate(0, 0, 30)
	_, err := s.Core.Passwords.SetPassword(operator(), passwords.SetPasswordInput{
		UserID: p.ID, Generate: true, ExpiresAt: &at, ClearHistory: true, Quiet: true,
	})
	if err != nil {
		s.T.Fatal(err)
	}
}

// credential is a person's current one.
func (s *stage) stored(p *harness.Person) (hash string, version int64) {
	s.T.Helper()
	c, err := s.Store.Read(context.Background()).FindCredential(p.ID)
	if err != nil {
		s.T.Fatal(err)
	}
	return c.Hash.Encoded, c.Version
}
