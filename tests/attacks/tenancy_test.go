package attacks_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// realm is a tenant with a key that may do everything in it, and nothing elsewhere.
type realm struct {
	name   string
	tenant *models.Tenant
	wide   string // bound to the application
	narrow string // bound to the tenant
}

// realms are two applications with two tenants each.
func (s *stage) realms() []realm {
	s.T.Helper()
	other := s.NewTenant("Other", false, generousSettings())
	s.Tenant = other
	third := s.Sibling("Other sibling")
	s.Tenant = s.home
	second := s.Sibling("Sibling")
	var all []realm
	for name, t := range seed.InOrder(map[string]*models.Tenant{"home": s.home, "sibling": second, "other": other, "other sibling": third}) {
		key := func(b models.Boundary) string {
			in := keys.CreateAPIKeyInput{Boundary: b, ApplicationID: t.ApplicationID, Permissions: []string{"*"}}
			if b == models.BoundaryTenant {
				in.TenantID = t.ID
			}
			return s.KeyWith(in).Key.Reveal()
		}
		all = append(all, realm{name, t, key(models.BoundaryApplication), key(models.BoundaryTenant)})
	}
	slices.SortFunc(all, func(a, b realm) int { return strings.Compare(a.name, b.name) })
	return all
}

func generousSettings() models.Settings {
	set := models.DefaultSettings()
	generous(&set)
	return set
}

// in plays an act about people and things of another tenant.
func (s *stage) in(p realm, a act) harness.Call {
	s.T.Helper()
	s.Tenant = p.tenant
	defer func() { s.Tenant = s.home }()
	return a.play(s)
}

// swapped are the calls in which one id at a time is that of the other place's call, in
// path, query or body. Both calls come from one act, so they have one shape.
func swapped(t *testing.T, own, foreign harness.Call) map[string]harness.Call {
	t.Helper()
	all := map[string]harness.Call{}
	ownPath, ownQuery, _ := strings.Cut(own.Path, "?")
	foreignPath, foreignQuery, _ := strings.Cut(foreign.Path, "?")
	words, others := strings.Split(ownPath, "/"), strings.Split(foreignPath, "/")
	for i := range words {
		if words[i] != others[i] {
			c := own
			mixed := slices.Clone(words)
			mixed[i] = others[i]
			c.Path = strings.TrimSuffix(strings.Join(mixed, "/")+"?"+ownQuery, "?")
			all["path "+words[i-1]] = c
		}
	}
	q, err := url.ParseQuery(ownQuery)
	if err != nil {
		t.Fatal(err)
	}
	other, err := url.ParseQuery(foreignQuery)
	if err != nil {
		t.Fatal(err)
	}
	for name := range seed.InOrder(q) {
		if q.Get(name) != other.Get(name) && strings.HasSuffix(strings.ToLower(name), "id") {
			c, mixed := own, url.Values{}
			for k := range seed.InOrder(q) {
				mixed.Set(k, q.Get(k))
			}
			mixed.Set(name, other.Get(name))
			c.Path = ownPath + "?" + mixed.Encode()
			all["query "+name] = c
		}
	}
	if own.Body == nil {
		return all
	}
	theirs := fields(t, foreign)
	for _, leaf := range leaves(fields(t, own)) {
		body := fields(t, own)
		if own.Method == http.MethodPost && strings.HasSuffix(leaf, "userId") && (own.Path == "/api/web/v3/users" || own.Path == several) {
			continue // of a user who is created
		}
		if strings.HasSuffix(strings.ToLower(leaf), "id") && tree(body).at(leaf) != tree(theirs).at(leaf) {
			tree(body).put(leaf, tree(theirs).at(leaf))
			all["body "+leaf] = withFields(own, body)
		}
	}
	return all
}

// idOrShortID is that of a user or another thing, or that of a tenant or an application.
var idOrShortID = regexp.MustCompile(anyID.String() + `|\b[0-9a-z]{26}\b`)

// foreignIDs are those of the foreign call that the own one does not have.
func foreignIDs(own, foreign harness.Call) []string {
	var found []string
	for _, id := range idOrShortID.FindAllString(foreign.Path, -1) {
		if !strings.Contains(own.Path, id) {
			found = append(found, id)
		}
	}
	return found
}

// TestNothingOutsideTheTenantIsInScope: S70, A-086: two applications with two tenants
// each; every id in every path, query and body swapped for one of each other place, and
// whole calls made with the key of each other place. The answer is that to calls about
// objects that do not exist, nothing is written, and no user gets a mail.
func TestNothingOutsideTheTenantIsInScope(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		all := s.realms()
		home := all[slices.IndexFunc(all, func(p realm) bool { return p.name == "home" })]
		probes := 0
		for _, a := range seed.Draw(t, oneEach()) {
			o := a.operation(t)
			if o.Anonymous() || o.Client() {
				continue // who shows a code needs no place
			}
			own := s.in(home, a)
			byKey := own.Token == s.owner.Key.Reveal()
			type probe struct {
				name string
				call harness.Call
				ids  []string
			}
			var list []probe
			for _, p := range all {
				if p.name == "home" {
					continue
				}
				foreign := s.in(p, a)
				keys := map[string]string{"tenant key": home.narrow}
				if p.tenant.ApplicationID != home.tenant.ApplicationID {
					keys["application key"] = home.wide
				}
				for name, key := range seed.InOrder(keys) {
					for where, c := range seed.InOrder(swapped(t, own, foreign)) {
						if byKey {
							c.Token = key
						}
						list = append(list, probe{name + ", " + p.name + " in " + where, c, foreignIDs(own, foreign)})
					}
					if byKey && len(foreignIDs(own, foreign)) > 0 {
						whole := foreign
						whole.Token = key
						list = append(list, probe{name + ", all of " + p.name, whole, foreignIDs(own, foreign)})
					}
				}
			}
			s.Deliver()
			before, mails := s.picture(), len(s.Mailbox.Messages())
			for _, p := range list {
				probes++
				answer := s.Do(p.call)
				if answer.Status >= http.StatusInternalServerError || answer.Status == http.StatusTooManyRequests {
					t.Errorf("%s, %s: %d %s", a.name, p.name, answer.Status, answer.Body)
				}
				if answer.Status < http.StatusBadRequest {
					for _, id := range p.ids {
						if strings.Contains(answer.Body, id) {
							t.Errorf("%s, %s: shows %s: %s", a.name, p.name, id, answer.Body)
						}
					}
				}
			}
			s.Deliver()
			if changes := kept(before.changes(s.picture())); len(changes) != 0 {
				t.Errorf("%s: what is foreign was changed: %v", a.name, changes)
			}
			if n := len(s.Mailbox.Messages()) - mails; n != 0 {
				t.Errorf("%s: %d mails were sent about what is foreign", a.name, n)
			}
			if answer := s.Do(s.in(home, a)); answer.Status >= http.StatusBadRequest {
				t.Errorf("%s: its own call is refused: %d %s", a.name, answer.Status, answer.Body)
			}
		}
		if seed.Cases() != seed.Some && probes < 200 {
			t.Errorf("only %d probes: ids are not found in the calls", probes)
		}
	})
}
