package attacks_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
	"gorm.io/gorm/schema"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// odd marks what was assigned; it must be found nowhere.
const odd = "odd-c0ffee-value"

// columns are the names of all columns of all tables, in the spellings of Go, SQL and
// JSON, and of fields that such services tend to have.
func columns(t testing.TB) []string {
	t.Helper()
	names := map[string]bool{}
	for _, name := range []string{
		"role", "roles", "admin", "isAdmin", "is_admin", "tenantId", "permissions", "forceUpdate", "mfaEnabled", "emailVerified",
		"passwordHash", "lockedUntil", "verified", "organizationId", "__proto__", "constructor", "$ref", "@type",
	} {
		names[name] = true
	}
	for _, m := range models.All() {
		s, err := schema.Parse(m, &sync.Map{}, schema.NamingStrategy{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range s.Fields {
			camel := []rune(f.Name)
			camel[0] = unicode.ToLower(camel[0])
			names[f.Name], names[f.DBName], names[string(camel)] = true, true, true
		}
	}
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}

// plainName is a field's name without what spellings differ in.
func plainName(name string) string { return strings.ReplaceAll(lower(name), "_", "") }

// declared are the names of all fields of an operation's body, at any depth.
func declared(o *harness.Operation) map[string]bool {
	names := map[string]bool{}
	var walk func(s *openapi3.SchemaRef)
	walk = func(s *openapi3.SchemaRef) {
		if s == nil || s.Value == nil {
			return
		}
		for name, below := range s.Value.Properties {
			if !names[plainName(name)] {
				names[plainName(name)] = true
				walk(below)
			}
		}
		walk(s.Value.Items)
	}
	if o.Op.RequestBody != nil {
		for _, m := range o.Op.RequestBody.Value.Content {
			walk(m.Schema)
		}
	}
	return names
}

// assign adds undeclared fields to every object of a body.
func assign(body j, undeclared []string) {
	for _, below := range body {
		if object, ok := below.(j); ok {
			assign(object, undeclared)
		}
	}
	for i, name := range undeclared {
		body[name] = []any{odd, true, 7391, nil, j{"id": odd}, []any{odd}}[i%6]
	}
}

// skeleton is an answer without what differs between two people: its members' names.
func skeleton(t testing.TB, a harness.Answer) string {
	t.Helper()
	var v any
	if json.Unmarshal([]byte(a.Body), &v) != nil {
		return a.Body
	}
	object, ok := v.(j)
	if !ok {
		return a.Body
	}
	return strings.Join(slices.Sorted(maps.Keys(object)), ",")
}

// TestNoFieldReachesAColumnByItsName: S71, A-088: with every column's name in the body
// the answer is what it is without them, and so is what changes in the database.
func TestNoFieldReachesAColumnByItsName(t *testing.T) {
	t.Parallel()
	all := columns(t)
	onStage(t, func(t *testing.T, s *stage) {
		for _, a := range acts() {
			o := a.operation(t)
			if !o.HasBody() || o.Client() {
				continue
			}
			known := declared(o)
			undeclared := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return known[plainName(name)] })
			var want string
			var wantChanges []string
			for n := 0; n < len(undeclared); n += 250 { // a body has at most 1,000 fields at all depths
				plainly, loaded := a.play(s), a.play(s)
				if n == 0 {
					before := s.picture()
					want = skeleton(t, s.Do(plainly))
					wantChanges = before.changes(s.picture())
				}
				body := fields(t, loaded)
				assign(body, undeclared[n:min(len(undeclared), n+250)])
				before := s.picture()
				answer := s.Do(withFields(loaded, body))
				if got := skeleton(t, answer); got != want || answer.Status >= http.StatusBadRequest {
					t.Errorf("%s: answered %d %q, without the fields %q: %s", a.name, answer.Status, got, want, answer.Body)
				}
				if changes := before.changes(s.picture()); !slices.Equal(slices.Compact(changes), slices.Compact(slices.Clone(wantChanges))) {
					t.Errorf("%s: changes %v, without the fields %v", a.name, changes, wantChanges)
				}
			}
		}
		if found := search(s.bytes(), []canary{{name: "an assigned value", value: odd}}); len(found) != 0 {
			t.Errorf("assigned values were stored: %v", found)
		}
	})
}

// TestFieldNamesAreTakenByTheLetter: a field under another spelling is a field that is
// not there; one that is required is missing then, and no second copy slips past the
// schema (the standard decoder ignores case).
func TestFieldNamesAreTakenByTheLetter(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		before := s.Hasher.Count()
		shout := func(name string) string { return strings.ToUpper(name) }
		title := func(name string) string { return strings.ToUpper(name[:1]) + name[1:] }
		// ſ and K fold to s and k (U+017F, U+212A), as strings.EqualFold sees it.
		exotic := func(name string) string { return strings.NewReplacer("s", "ſ", "k", "K").Replace(name) }
		for _, a := range acts() {
			o := a.operation(t)
			if !o.HasBody() || o.Client() || strings.HasPrefix(a.name, "entrust setUserPasswordUsingPUT generated") {
				continue
			}
			call := a.play(s)
			picture := s.picture()
			before = s.Hasher.Count()
			for name, respell := range map[string]func(string) string{"shouted": shout, "as a title": title, "exotic": exotic} {
				body := fields(t, call)
				if len(body) == 0 {
					continue
				}
				changed := respelled(body, respell)
				if same(changed, body) {
					continue
				}
				answer := s.Do(withFields(call, changed))
				if strings.Contains(a.name, "mailed") || a.name == "zitadel ListSessions" || strings.Contains(a.name, "UpdateUser") ||
					strings.Contains(a.name, "returned") {
					continue // what is left of such a body is valid, and asks for the default
				}
				if answer.Status != http.StatusBadRequest {
					t.Errorf("%s, fields %s: %d %s", a.name, name, answer.Status, answer.Body)
				}
				if changes := kept(picture.changes(s.picture())); len(changes) != 0 {
					t.Errorf("%s, fields %s: changed %v", a.name, name, changes)
				}
			}
			if n := s.Hasher.Count() - before; n != 0 && !strings.Contains(a.name, "ession") {
				t.Errorf("%s: %d passwords under other names were hashed", a.name, n)
			}
		}
	})
}

func respelled(body j, respell func(string) string) j {
	out := j{}
	for name, v := range body {
		if below, ok := v.(j); ok {
			v = respelled(below, respell)
		}
		out[respell(name)] = v
	}
	return out
}

func same(a, b j) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

// TestFieldsThatAppearTwiceAreRefused: A-010, S74: two machines could take different
// ones of the two.
func TestFieldsThatAppearTwiceAreRefused(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, a := range acts() {
			o, call := a.operation(t), a.play(s)
			if !o.HasBody() {
				continue
			}
			before := s.picture()
			for _, leaf := range leaves(fields(t, call)) {
				for _, body := range doubled(t, call, leaf) {
					twice := call
					twice.Body = body
					if a := s.Do(twice); a.Status != http.StatusBadRequest {
						t.Errorf("%s, %s twice: %d %s", o, leaf, a.Status, a.Body)
					}
				}
			}
			if changes := kept(before.changes(s.picture())); len(changes) != 0 {
				t.Errorf("%s: fields that appear twice changed %v", o, changes)
			}
		}
	})
}

// doubled are bodies in which a leaf appears twice, the second time otherwise, spelled
// the same to a parser.
func doubled(t testing.TB, call harness.Call, leaf string) []string {
	t.Helper()
	parts := strings.Split(leaf, "/")
	name := parts[len(parts)-1]
	if form, ok := call.Body.(string); ok {
		return []string{form + "&" + name + "=evil", name + "=evil&" + form}
	}
	raw, err := json.Marshal(call.Body)
	if err != nil {
		t.Fatal(err)
	}
	field := `"` + name + `":`
	escaped := `"\u00` + hexByte(name[0]) + name[1:] + `":`
	return []string{
		strings.Replace(string(raw), field, field+`"evil",`+field, 1),
		strings.Replace(string(raw), field, escaped+`"evil",`+field, 1),
		strings.Replace(string(raw), field, field+`null,`+field, 1),
	}
}

func hexByte(b byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[b>>4], digits[b&15]})
}
