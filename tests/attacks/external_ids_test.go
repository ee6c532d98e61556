package attacks_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAnExternalIDOpensNoOtherTenant: every vendor's operation that names a user takes the external
// id. To the keys of another tenant or application it is answered like one that nobody has, and
// nothing is changed. The matrix of ids in TestNothingOutsideTheTenantIsInScope has the native ones.
func TestAnExternalIDOpensNoOtherTenant(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		all := s.realms()
		probes := 0
		for n, a := range seed.Draw(t, oneEach()) {
			o := a.operation(t)
			if o.Surface == "rekey" || o.Anonymous() || o.Client() {
				continue
			}
			home := all[0]
			own := s.in(home, a)
			native := userNamed(s, own)
			if native == "" {
				continue
			}
			external := fmt.Sprintf("ext|%d", n)
			s.Spoil("UPDATE users SET external_id = ? WHERE id = ?", external, native)
			moved, nobody := renamed(t, own, native, external), renamed(t, own, native, "ext|nobody")
			s.Deliver()
			before := s.picture()
			for _, p := range all[1:] {
				keys := []string{p.narrow}
				if p.tenant.ApplicationID != home.tenant.ApplicationID {
					keys = append(keys, p.wide)
				}
				for _, key := range keys {
					if own.Token != s.owner.Key.Reveal() {
						continue // a user names himself
					}
					probes++
					moved.Token, nobody.Token = key, key
					answer, unknown := s.Do(moved), s.Do(nobody)
					if harness.Comparable(answer) != harness.Comparable(unknown) {
						t.Errorf("%s, %s: %d %s\nto an id that nobody has: %d %s", a.name, p.name, answer.Status, answer.Body, unknown.Status, unknown.Body)
					}
				}
			}
			s.Deliver()
			if changes := kept(before.changes(s.picture())); len(changes) != 0 {
				t.Errorf("%s: what is foreign was changed: %v", a.name, changes)
			}
			moved.Token = own.Token
			if answer := s.Do(moved); answer.Status >= http.StatusBadRequest {
				t.Errorf("%s: the external id is refused: %d %s", a.name, answer.Status, answer.Body)
			}
		}
		if seed.Cases() != seed.Some && probes < 30 {
			t.Errorf("only %d probes: ids are not found in the calls", probes)
		}
	})
}

// userNamed is the native id of the user whom a call names; empty: it names none.
func userNamed(s *stage, c harness.Call) string {
	for _, id := range anyID.FindAllString(c.Path+" "+fmt.Sprint(c.Body), -1) {
		if _, err := s.Store.Read(s.T.Context()).FindUser(id); err == nil {
			return id
		}
	}
	return ""
}

// renamed is the call with another id in path and body.
func renamed(t *testing.T, c harness.Call, from, to string) harness.Call {
	t.Helper()
	c.Path = strings.ReplaceAll(c.Path, from, strings.ReplaceAll(to, "|", "%7C"))
	if c.Body == nil {
		return c
	}
	body := fields(t, c)
	for _, leaf := range leaves(body) {
		if tree(body).at(leaf) == from {
			tree(body).put(leaf, to)
		}
	}
	return withFields(c, body)
}
