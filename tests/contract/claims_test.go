package contract_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// claim is one thing that the document of a vendor says.
type claim struct {
	at       string // heading or member of the document, and which sentences below it
	says     string // in our words
	result   claimResult
	why      string // our rule, or why nothing here can show the claim
	examples []example
	stories  stories // longer ones, elsewhere in this package
}

// stories are tests, and people is what distinguishes a user.
type (
	stories []func(*testing.T)
	people  []func(*accounts.CreateUserInput)
)

// claimResult says how a claim is kept.
type claimResult string

const (
	kept       claimResult = "kept"
	ourRule    claimResult = "kept, by our rule"
	unverified claimResult = "not testable here"
)

// example shows a claim with one call, or with a check that makes its own calls. Each has a user of its own.
type example struct {
	name   string // a sentence about behaviour
	user   people
	rules  func(*models.Settings)
	call   func(s *scene) harness.Call
	status int
	has    []string
	never  []string
	then   func(s *scene, a harness.Answer)
	check  func(s *scene)
}

// scene is the world of an example.
type scene struct {
	*harness.World
	user  *harness.Person
	login *harness.Login // that began before the call
	key   string         // of a link
	proof wbProof
}

// neighbour is another user of the tenant.
func (s *scene) neighbour() *harness.Person {
	s.T.Helper()
	return s.Person(s.user.Username + "-neighbour")
}

// mails are the messages to the user.
func (s *scene) mails() (texts []string) {
	s.T.Helper()
	for _, m := range s.Mails() {
		if m.To == s.user.Email {
			texts = append(texts, m.Subject+"\n"+m.Text)
		}
	}
	return texts
}

// admits demands that a password opens the account, or does not.
func (s *scene) admits(password string, want bool) {
	s.T.Helper()
	if got := s.CanLogIn(s.user, password); got != want {
		s.T.Errorf("the password %q opens the account: %t, want %t", password, got, want)
	}
}

// changed demands that the new password replaced the old one.
func (s *scene) changed() {
	s.T.Helper()
	s.admits(harness.Password, false)
	s.admits(harness.NewPassword, true)
}

// thenChanged is changed as the end of an example.
func thenChanged(s *scene, _ harness.Answer) {
	s.T.Helper()
	s.changed()
}

// thenUnchanged demands that the user's password is the one he began with.
func thenUnchanged(s *scene, _ harness.Answer) {
	s.T.Helper()
	s.admits(harness.Password, true)
	s.admits(harness.NewPassword, false)
}

func (e example) play(w *harness.World, n int) {
	w.T.Helper()
	if e.rules != nil {
		before := w.Tenant.Settings
		w.Settings(e.rules)
		defer w.Settings(func(s *models.Settings) { *s = before })
	}
	s := &scene{World: w, user: w.Person(fmt.Sprintf("ada%03d", n), e.user...)}
	if e.check != nil {
		e.check(s)
		return
	}
	call := e.call(s)
	a := w.Do(call)
	if a.Status != e.status {
		w.T.Fatalf("%s %s: status %d, want %d; body: %s", call.Method, call.Path, a.Status, e.status, a.Body)
	}
	for _, text := range e.has {
		if !strings.Contains(a.Body, text) {
			w.T.Errorf("body lacks %s: %s", text, a.Body)
		}
	}
	for _, text := range e.never {
		if strings.Contains(a.Body, text) {
			w.T.Errorf("body has %s: %s", text, a.Body)
		}
	}
	if e.then != nil {
		e.then(s, a)
	}
}

// schemas are those of the contract, from which clients are generated, by surface and name.
var schemas = sync.OnceValues(func() (map[string]schemaOf, error) {
	var contract struct {
		Components struct{ Schemas map[string]schemaOf }
	}
	err := json.Unmarshal(openapi.JSON, &contract)
	return contract.Components.Schemas, err
})

// schemaOf is a schema with its members.
type schemaOf struct {
	Properties map[string]map[string]any
}

// declares is an example that compares keywords of a member of a schema of the contract with those that are wanted.
func declares(surface, schema, member, want string) example {
	return example{name: "the contract declares " + member + " so", check: func(s *scene) {
		s.T.Helper()
		all, err := schemas()
		if err != nil {
			s.T.Fatal(err)
		}
		got := all[surface+schema].Properties[member]
		if got == nil {
			s.T.Fatalf("the contract of %s has no %s/%s", surface, schema, member)
		}
		var wanted map[string]any
		if err := json.Unmarshal([]byte(want), &wanted); err != nil {
			s.T.Fatal(err)
		}
		for keyword, value := range seed.InOrder(wanted) {
			if !reflect.DeepEqual(got[keyword], value) {
				s.T.Errorf("%s/%s has %s %v, want %v", schema, member, keyword, got[keyword], value)
			}
		}
	}}
}

// vendorClaims are the claims of each vendor's document, in its order.
func vendorClaims() map[string][]claim {
	return map[string][]claim{
		"boomi": boomiClaims(), "entrust": entrustClaims(), "wristband": wristbandClaims(), "zitadel": zitadelClaims(),
	}
}

// TestEveryClaimOfAVendorsDocumentIsShown plays the examples of all claims, in one world a vendor.
func TestEveryClaimOfAVendorsDocumentIsShown(t *testing.T) {
	t.Parallel()
	for vendor, claims := range seed.InOrder(vendorClaims()) {
		t.Run(vendor, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(_ *testing.T, w *harness.World) {
				n := 0
				for _, c := range claims {
					for _, e := range c.examples {
						n++
						w.Check(c.at+": "+e.name, func(*testing.T) { e.play(w, n) })
					}
				}
			})
		})
	}
}

// TestClaimsAreComplete: a claim that is kept is shown, and one that is not shown says why.
func TestClaimsAreComplete(t *testing.T) {
	t.Parallel()
	for vendor, claims := range seed.InOrder(vendorClaims()) {
		names := map[string]bool{}
		for _, c := range claims {
			where := vendor + ", " + c.at
			if c.at == "" || c.says == "" {
				t.Errorf("%s: a claim without a place or without words: %q", where, c.says)
			}
			shown := len(c.examples) + len(c.stories)
			if (c.result == unverified) != (shown == 0) {
				t.Errorf("%s: %s, with %d examples and stories: %s", where, c.result, shown, c.says)
			}
			if (c.result == kept) != (c.why == "") {
				t.Errorf("%s: %s, with the reason %q", where, c.result, c.why)
			}
			for _, e := range c.examples {
				name := c.at + ": " + e.name
				if names[name] {
					t.Errorf("%s: two examples have this name", name)
				}
				names[name] = true
				if (e.call == nil) == (e.check == nil) || e.call != nil && e.status == 0 {
					t.Errorf("%s: neither a call with a status nor a check", name)
				}
			}
			for _, story := range c.stories {
				if name := storyName(story); !strings.HasPrefix(name, "Test") {
					t.Errorf("%s: %s is no test", where, name)
				}
			}
		}
	}
}

// storyName is the name of a test.
func storyName(test func(*testing.T)) string {
	full := runtime.FuncForPC(reflect.ValueOf(test).Pointer()).Name()
	return full[strings.LastIndex(full, ".")+1:]
}
