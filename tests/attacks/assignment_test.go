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
	"github.com/rekeyhq/rekey/tests/seed"
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
		for name, below := range seed.InOrder(s.Value.Properties) {
			if !names[plainName(name)] {
				names[plainName(name)] = true
				walk(below)
			}
		}
		walk(s.Value.Items)
		for _, part := range slices.Concat(s.Value.AllOf, s.Value.OneOf, s.Value.AnyOf) {
			walk(part)
		}
	}
	if o.Op.RequestBody != nil {
		for _, m := range seed.InOrder(o.Op.RequestBody.Value.Content) {
			walk(m.Schema)
		}
	}
	return names
}

// assign adds undeclared fields to every object of a body.
func assign(body j, undeclared []string) {
	for name, below := range seed.InOrder(body) {
		if object, ok := below.(j); ok && name != "metadata" { // whose members are the caller's own
			assign(object, undeclared)
		}
	}
	for i, name := range undeclared {
		body[name] = []any{odd, true, 7391, nil}[i%4]
	}
}

// portions are the names in groups that a body can hold: at most 1,000 fields at all
// depths, and no name in two spellings, which one surface refuses.
func portions(names []string) [][]string {
	bySpelling := map[string][]string{}
	for _, name := range names {
		spelling := "camelCase"
		if strings.Contains(name, "_") {
			spelling = "snake_case"
		}
		bySpelling[spelling] = append(bySpelling[spelling], name)
	}
	var all [][]string
	for _, group := range seed.InOrder(bySpelling) {
		all = slices.AppendSeq(all, slices.Chunk(group, 100))
	}
	return all
}

// skeleton is an answer without what differs between two people: its members' names.
func skeleton(t testing.TB, a harness.Answer) string {
	t.Helper()
	var v any
	if json.Unmarshal([]byte(a.Body), &v) != nil {
		return a.Body
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var each []string
	for _, item := range list {
		object, ok := item.(j)
		if !ok {
			return a.Body
		}
		each = append(each, strings.Join(slices.Sorted(maps.Keys(object)), ","))
	}
	return strings.Join(each, "; ")
}

// refusesUnknown tells whether an operation takes no field that it does not know: none of
// the native surface does.
func refusesUnknown(o *harness.Operation) bool { return o.Surface == "rekey" }

// TestNoFieldSetsAColumnByItsName: S71, A-088: with every column's name in the body
// the answer is what it is without them, and so is what changes in the database.
func TestNoFieldSetsAColumnByItsName(t *testing.T) {
	t.Parallel()
	all := columns(t)
	onStage(t, func(t *testing.T, s *stage) {
		for _, a := range seed.Draw(t, oneEach()) {
			o := a.operation(t)
			if !o.HasBody() || o.Client() {
				continue
			}
			known := declared(o)
			undeclared := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return known[plainName(name)] })
			var want string
			var wantChanges []string
			for n, names := range append([][]string{nil}, portions(undeclared)...) {
				call := a.play(s)
				body := fields(t, call)
				assign(body, names)
				before := s.picture()
				answer := s.Do(withFields(call, body))
				got, changes := skeleton(t, answer), slices.Compact(slices.DeleteFunc(before.changes(s.picture()), func(c string) bool {
					return c == "api_keys.last_used_at"
				}))
				if n == 0 {
					want, wantChanges = got, changes
				}
				if n > 0 && refusesUnknown(o) {
					if answer.Status != http.StatusBadRequest || len(changes) > 0 {
						t.Errorf("%s: a field that there is not is answered %d, and changes %v", a.name, answer.Status, changes)
					}
					continue
				}
				if got != want || answer.Status >= http.StatusBadRequest {
					t.Errorf("%s: answered %d %q, without the fields %q: %s", a.name, answer.Status, got, want, answer.Body)
				}
				if !slices.Equal(changes, wantChanges) {
					t.Errorf("%s: changes %v, without the fields %v", a.name, changes, wantChanges)
				}
			}
		}
		if found := search(s.bytes(), []canary{{name: "an assigned value", value: odd}}); len(found) != 0 {
			t.Errorf("assigned values were stored: %v", found)
		}
	})
}

// spellings are names that a decoder which ignores case takes for the right ones. ſ and
// K fold to s and k (U+017F, U+212A).
var spellings = map[string]func(string) string{
	"shouted":  strings.ToUpper,
	"a title":  func(name string) string { return strings.ToUpper(name[:1]) + name[1:] },
	"exotic":   func(name string) string { return strings.NewReplacer("s", "\u017f", "k", "\u212a").Replace(name) },
	"one-eyed": func(name string) string { return name[:len(name)-1] + strings.ToUpper(name[len(name)-1:]) },
}

// TestFieldNamesAreTakenByTheLetter: A-088: under another spelling a field is not there,
// at any depth, or is refused by that name. Every single field, so that those around it
// still lead to it.
func TestFieldNamesAreTakenByTheLetter(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, a := range seed.Draw(t, acts()) {
			o := a.operation(t)
			if !o.HasBody() || o.Client() {
				continue
			}
			call := a.play(s)
			for _, leaf := range leaves(fields(t, call)) {
				absent := fields(t, call)
				tree(absent).drop(leaf)
				want := s.Do(withFields(call, absent))
				if want.Status < http.StatusBadRequest {
					call = a.play(s) // without it, the call asks for something else
				}
				for name, respell := range seed.InOrder(spellings) {
					if o.Surface == "boomi" && name != "exotic" {
						continue // its vendor's services ignore the case of ASCII letters, and its contract says so
					}
					body := fields(t, call)
					if !tree(body).rename(leaf, respell) {
						continue
					}
					got := s.Do(withFields(call, body))
					if refusesUnknown(o) && !freeBelow(leaf) {
						if got.Status != http.StatusBadRequest || !strings.Contains(got.Body, `"unknown_member"`) {
							t.Errorf("%s: %s, %s, is not refused by that name: %d %s", a.name, leaf, name, got.Status, got.Body)
						}
						continue
					}
					if got.Status != want.Status || skeleton(t, got) != skeleton(t, want) {
						t.Errorf("%s: %s, %s, is answered %d %s\nwithout it %d %s", a.name, leaf, name, got.Status, got.Body, want.Status, want.Body)
					}
					if got.Status < http.StatusBadRequest {
						call = a.play(s)
					}
				}
			}
		}
	})
}

// freeBelow tells whether a field is one of the caller's own.
func freeBelow(leaf string) bool { return strings.Contains(leaf, "metadata/") }

// TestACopyUnderAnotherSpellingIsNotTaken: the schema sees one value, and no decoder
// behind it another.
func TestACopyUnderAnotherSpellingIsNotTaken(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, respell := range seed.InOrder(spellings) {
			s.Check(name, func(t *testing.T) {
				p := s.person()
				chosen, smuggled := s.password(), s.password()
				code := s.userCode(p, models.PurposeReset)
				_, hash := s.bcrypt()
				s.must(s.patch(p, j{
					"password": j{"password": chosen, respell("password"): smuggled}, "verificationCode": code,
					respell("hashedPassword"): j{"hash": hash},
				}), http.StatusOK)
				if !s.CanLogIn(p, chosen) || s.CanLogIn(p, smuggled) {
					t.Errorf("%s: the copy was taken", name)
				}
			})
		}
		s.Check("without the member itself", func(t *testing.T) {
			p := s.person()
			s.must(s.patch(p, j{"PASSWORD": j{"password": s.password()}}), http.StatusBadRequest)
			s.must(s.patch(p, j{"password": j{"paſſword": s.password()}}), http.StatusBadRequest)
			if !s.CanLogIn(p, p.Password) {
				t.Error("a password under another name was set")
			}
		})
	})
}

// TestFieldsThatAppearTwiceAreRefused: A-010, S74: two machines could take different
// ones of the two.
func TestFieldsThatAppearTwiceAreRefused(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		calls := map[string]harness.Call{}
		for _, a := range seed.Draw(t, acts()) {
			if a.operation(t).HasBody() {
				calls[a.name] = a.play(s)
			}
		}
		before := s.picture()
		for name, call := range seed.InOrder(calls) {
			for _, leaf := range leaves(fields(t, call)) {
				for _, body := range doubled(t, call, leaf) {
					twice := call
					twice.Body = body
					if a := s.Do(twice); a.Status != http.StatusBadRequest {
						t.Errorf("%s, %s twice: %d %s", name, leaf, a.Status, a.Body)
					}
				}
			}
		}
		if changes := kept(before.changes(s.picture())); len(changes) != 0 {
			t.Errorf("fields that appear twice changed %v", changes)
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
