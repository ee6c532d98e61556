package contract_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitReader is a client that may read users.
func zitReader(w *harness.World) zit { return zit{w, w.Key("user.read").Key.Reveal()} }

// finds says which user names a search has to find, in this order.
func (z zit) finds(body any, names ...string) {
	z.T.Helper()
	var got struct {
		Details struct{ TotalResult string }
		Result  []struct{ Username string }
	}
	a := z.expect(z.post("/v2/users", body), 200, `"timestamp":"`)
	a.JSON(z.T, &got)
	var found []string
	for _, u := range got.Result {
		found = append(found, u.Username)
	}
	if !slices.Equal(found, names) {
		z.T.Errorf("%v finds %q, want %q: %s", body, found, names, a.Body)
	}
	if len(names) == 0 && strings.Contains(a.Body, "esult") {
		z.T.Errorf("an empty list is there: %s", a.Body)
	}
}

// zitText is a query by text.
func zitText(kind, member, text, method string) j {
	q := j{member: text}
	if method != "" {
		q["method"] = "TEXT_QUERY_METHOD_" + method
	}
	return j{kind: q}
}

// byName searches in the order of user names.
func byName(queries ...j) j {
	return j{"queries": queries, "query": j{"asc": true}, "sortingColumn": "USER_FIELD_NAME_USER_NAME"}
}

func TestZitadelListUsersByText(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitReader(w)
		named := func(name, mail, phone string) {
			w.Person(name, func(in *accounts.CreateUserInput) { in.Email, in.Phone = mail, phone })
		}
		named("Minnie", "Minnie@Example.test", "+12025550101")
		named("minna", "minna@example.test", "")
		named("JÜRGEN", "jürgen@bücher.example", "")
		named("a_b%c", "a_b%c@example.test", "")
		named(`b*[x]?`, "", "")
		named("Straße", "", "")
		for _, kind := range []string{"userNameQuery userName", "loginNameQuery loginName"} {
			kind, member, _ := strings.Cut(kind, " ")
			for what, want := range seed.InOrder(map[string][]string{
				"Minnie": {"Minnie"}, "minnie": nil, "minnie EQUALS": nil, "minnie EQUALS_IGNORE_CASE": {"Minnie"}, "Minnie EQUALS": {"Minnie"},
				"jürgen EQUALS_IGNORE_CASE": {"JÜRGEN"}, "strasse EQUALS_IGNORE_CASE": {"Straße"}, "strasse EQUALS": nil, "Minni EQUALS": nil,
				"mi STARTS_WITH": {"minna"}, "MI STARTS_WITH_IGNORE_CASE": {"Minnie", "minna"}, "jü STARTS_WITH_IGNORE_CASE": {"JÜRGEN"}, "jü STARTS_WITH": nil,
				"inn CONTAINS": {"Minnie", "minna"}, "INN CONTAINS": nil, "INN CONTAINS_IGNORE_CASE": {"Minnie", "minna"}, "ürg CONTAINS_IGNORE_CASE": {"JÜRGEN"}, "urg CONTAINS_IGNORE_CASE": nil,
				"NIE ENDS_WITH": nil, "nie ENDS_WITH": {"Minnie"}, "NIE ENDS_WITH_IGNORE_CASE": {"Minnie"}, "inni ENDS_WITH": nil, "ß ENDS_WITH": nil, "ße ENDS_WITH_IGNORE_CASE": {"Straße"},
				"_b%c ENDS_WITH": {"a_b%c"}, "% CONTAINS": {"a_b%c"}, "_ CONTAINS": {"a_b%c"}, "*[ CONTAINS": {"b*[x]?"}, "]? ENDS_WITH": {"b*[x]?"}, "b*[X STARTS_WITH_IGNORE_CASE": {"b*[x]?"},
				"* CONTAINS": {"b*[x]?"}, "? CONTAINS": {"b*[x]?"}, ". CONTAINS": nil, "^ CONTAINS": nil, "$ CONTAINS": nil, `\ CONTAINS`: nil, "[a-z] CONTAINS": nil, "minna  EQUALS": nil, "minna\x00 STARTS_WITH": nil,
			}) {
				text, method := what, ""
				if i := strings.LastIndex(what, " "); i >= 0 {
					text, method = what[:i], what[i+1:]
				}
				w.Check(kind+" "+what, func(*testing.T) { z.finds(byName(zitText(kind, member, text, method)), want...) })
			}
		}
		for what, want := range seed.InOrder(map[string][]string{
			"Minnie@Example.test": {"Minnie"}, "minnie@example.test": nil, "minnie@example.test EQUALS_IGNORE_CASE": {"Minnie"}, "JÜRGEN@BÜCHER.EXAMPLE EQUALS_IGNORE_CASE": {"JÜRGEN"},
			"jürgen@xn--bcher-kva.example EQUALS_IGNORE_CASE": {"JÜRGEN"}, "@example.test ENDS_WITH": {"a_b%c", "minna"}, "@EXAMPLE.test ENDS_WITH_IGNORE_CASE": {"Minnie", "a_b%c", "minna"},
			"a_b% STARTS_WITH": {"a_b%c"}, "xample CONTAINS": {"JÜRGEN", "Minnie", "a_b%c", "minna"}, "nobody@example.test": nil,
		}) {
			text, method, _ := strings.Cut(what, " ")
			w.Check("emailQuery "+what, func(*testing.T) {
				z.finds(byName(zitText("emailQuery", "emailAddress", text, method)), want...)
			})
		}
		for what, want := range seed.InOrder(map[string][]string{"+12025550101": {"Minnie"}, "+1 202 555 0101": {"Minnie"}, "+12025550102": nil, "+1202 STARTS_WITH": {"Minnie"}, "0101 ENDS_WITH": {"Minnie"}}) {
			text, method := what, ""
			if i := strings.LastIndex(what, " "); strings.HasSuffix(what, "WITH") {
				text, method = what[:i], what[i+1:]
			}
			w.Check("phoneQuery "+what, func(*testing.T) { z.finds(byName(zitText("phoneQuery", "number", text, method)), want...) })
		}
		w.Check("several addresses", func(*testing.T) {
			z.finds(byName(j{"inUserEmailsQuery": j{"userEmails": []string{"minna@example.test", "Minnie@Example.test", "x@example.test"}}}), "Minnie", "minna")
		})
	})
}

func TestZitadelListUsersByStateAndTree(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitReader(w)
		active, locked := w.Person("minnie"), w.Person("donald")
		w.Person("goofy", func(in *accounts.CreateUserInput) { in.Disabled = true })
		w.Person("pluto", harness.NoPassword, func(in *accounts.CreateUserInput) { in.Verified = false })
		w.Person("daisy", harness.NoPassword)
		w.Person("chip", harness.NoPassword, func(in *accounts.CreateUserInput) { in.Email, in.Phone, in.Directory = "", "", true })
		zitadel(w).expect(zitadel(w).user(locked, "lock", j{}), 200)
		everybody := []string{"chip", "daisy", "donald", "goofy", "minnie", "pluto"}
		state := func(s string) j { return j{"stateQuery": j{"state": "USER_STATE_" + s}} }
		kind := func(s string) j { return j{"typeQuery": j{"type": "TYPE_" + s}} }
		name := func(s string) j { return zitText("userNameQuery", "userName", s, "") }
		not := func(q j) j { return j{"notQuery": j{"query": q}} }
		group := func(kind string, all ...j) j { return j{kind + "Query": j{"queries": all}} }
		ids := func(all ...string) j { return j{"inUserIdsQuery": j{"userIds": all}} }
		deep := name("minnie")
		for range 6 {
			deep = not(deep)
		}
		for _, c := range []struct {
			name    string
			queries []j
			want    []string
		}{
			{"active", []j{state("ACTIVE")}, []string{"chip", "daisy", "minnie"}},
			{"inactive", []j{state("INACTIVE")}, []string{"goofy"}},
			{"locked", []j{state("LOCKED")}, []string{"donald"}},
			{"initial", []j{state("INITIAL")}, []string{"pluto"}},
			{"deleted", []j{state("DELETED")}, nil},
			{"by the number of a state", []j{{"stateQuery": j{"state": 4}}}, []string{"donald"}},
			{"not active", []j{not(state("ACTIVE"))}, []string{"donald", "goofy", "pluto"}},
			{"human", []j{kind("HUMAN")}, everybody},
			{"machines", []j{kind("MACHINE")}, nil},
			{"no machines", []j{not(kind("MACHINE"))}, everybody},
			{"no queries", nil, everybody},
			{"ids", []j{ids(active.ID, locked.ID, "nope")}, []string{"donald", "minnie"}},
			{"two queries at once", []j{ids(active.ID, locked.ID), state("ACTIVE")}, []string{"minnie"}},
			{"or", []j{group("or", name("minnie"), name("goofy"), name("nobody"))}, []string{"goofy", "minnie"}},
			{"and", []j{group("and", ids(active.ID, locked.ID), state("LOCKED"))}, []string{"donald"}},
			{"and of or and not", []j{group("and", group("or", name("minnie"), name("goofy")), not(state("INACTIVE")))}, []string{"minnie"}},
			{"not or", []j{not(group("or", name("minnie"), state("INITIAL")))}, []string{"chip", "daisy", "donald", "goofy"}},
			{"as deep as may be", []j{deep}, []string{"minnie"}},
			{"the tenant", []j{{"organizationIdQuery": j{"organizationId": w.Tenant.ID}}}, everybody},
			{"another tenant", []j{{"organizationIdQuery": j{"organizationId": "nope"}}}, nil},
			{"in snake case", []j{{"or_query": j{"queries": []j{{"user_name_query": j{"user_name": "GOOFY", "method": 1}}}}}}, []string{"goofy"}},
		} {
			w.Check(c.name, func(*testing.T) { z.finds(byName(c.queries...), c.want...) })
		}
		z.pagesUsers(everybody)
		for depth := range 3 {
			deep = not(deep)
			if depth < 1 {
				w.Check("still deeper", func(*testing.T) { z.finds(byName(deep), without(everybody, "minnie")...) })
			}
		}
		z.expects(zitCall{"too deep", z.post("/v2/users", byName(deep)), 400, []string{"nested at most 8 deep"}})
	})
}

func without(all []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == one })
}

func TestZitadelListUsersByPersonalNames(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitReader(w)
		w.Person("minnie", func(in *accounts.CreateUserInput) {
			in.GivenName, in.FamilyName, in.Nickname, in.DisplayName, in.Gender = "Minnie", "Maus", "Min", "M. Maus", models.GenderFemale
		})
		w.Person("donald")
		for what, want := range seed.InOrder(map[string][]string{
			"first Minnie": {"minnie"}, "last Maus": {"minnie"}, "last maus": nil, "last maus EQUALS_IGNORE_CASE": {"minnie"}, "last Mau EQUALS_IGNORE_CASE": nil,
			"nick min EQUALS_IGNORE_CASE": {"minnie"}, "display Maus ENDS_WITH": {"minnie"}, "display Donald": nil, "first a CONTAINS": {"donald"},
		}) {
			words := append(strings.Fields(what), "")
			w.Check(what, func(*testing.T) {
				z.finds(byName(zitText(words[0]+"NameQuery", words[0]+"Name", words[1], words[2])), want...)
			})
		}
		for column, first := range seed.InOrder(map[string]string{"FIRST_NAME": "donald", "LAST_NAME": "donald", "NICK_NAME": "donald", "DISPLAY_NAME": "donald"}) {
			w.Check("by "+column, func(t *testing.T) {
				z.finds(j{"query": j{"asc": true, "limit": 1}, "sortingColumn": "USER_FIELD_NAME_" + column}, first)
			})
		}
		w.Check("are read", func(*testing.T) {
			z.expect(z.post("/v2/users", byName(zitText("userNameQuery", "userName", "minnie", ""))), 200,
				`"profile":{"displayName":"M. Maus","familyName":"Maus","gender":"GENDER_FEMALE","givenName":"Minnie","nickName":"Min","preferredLanguage":"en"}`)
		})
	})
}

func (z zit) pagesUsers(everybody []string) {
	z.T.Helper()
	backwards := slices.Clone(everybody)
	slices.Reverse(backwards)
	page := func(asc bool, offset, limit any) j {
		return j{"query": j{"asc": asc, "offset": offset, "limit": limit}, "sortingColumn": "USER_FIELD_NAME_USER_NAME"}
	}
	for _, c := range []struct {
		name string
		body j
		want []string
	}{
		{"two", page(true, "0", 2), everybody[:2]},
		{"two after three", page(true, 3, "2"), everybody[3:5]},
		{"the last", page(true, "5", 100), everybody[5:]},
		{"none after the last", page(true, "6", 0), nil},
		{"none far after the last", page(true, "999999999999999999", 0), nil},
		{"backwards", page(false, "0", 0), backwards},
	} {
		z.Check(c.name, func(t *testing.T) {
			if c.want != nil {
				z.finds(c.body, c.want...)
				return
			}
			z.expect(z.post("/v2/users", c.body), 200, `"totalResult":"6"`)
		})
	}
	for _, column := range []string{"UNSPECIFIED", "USER_NAME", "EMAIL", "STATE", "TYPE", "CREATION_DATE"} {
		z.Check("by "+column, func(t *testing.T) {
			seen := map[string]bool{}
			for i := range everybody {
				var got struct{ Result []struct{ UserID string } }
				z.expect(z.post("/v2/users", j{"query": j{"offset": i, "limit": 1}, "sortingColumn": "USER_FIELD_NAME_" + column}), 200).JSON(t, &got)
				seen[got.Result[0].UserID] = true
			}
			if len(seen) != len(everybody) {
				t.Errorf("%d users on %d pages", len(seen), len(everybody))
			}
		})
	}
}

// TestZitadelListUsersStaysInScope: whatever the queries say.
func TestZitadelListUsersStaysInScope(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		here := w.Person("minnie")
		w.Clock.Advance(time.Second)
		home, sibling := w.Tenant, w.Sibling("Umbrella")
		w.Tenant = sibling
		w.Person("donald")
		w.Tenant = home
		foreign := w.NewTenant("Elsewhere", false, models.DefaultSettings())
		z := zit{w, w.TenantKey(home, "user.read").Key.Reveal()}
		all := zit{w, w.KeyWith(keys.CreateAPIKeyInput{Name: "all", Boundary: models.BoundaryApplication, ApplicationID: home.ApplicationID, Permissions: []string{"user.read"}}).Key.Reveal()}
		stranger := zit{w, w.TenantKey(foreign, "user.read").Key.Reveal()}
		self := z.as(w.LogIn(here).AccessToken)
		machine := j{"typeQuery": j{"type": "TYPE_MACHINE"}}
		wide := []j{
			nil, {"typeQuery": j{"type": "TYPE_HUMAN"}}, {"notQuery": j{"query": machine}},
			{"orQuery": j{"queries": []j{{"notQuery": j{"query": machine}}, {"organizationIdQuery": j{"organizationId": sibling.ID}}, machine}}},
			{"notQuery": j{"query": j{"organizationIdQuery": j{"organizationId": home.ID}}}},
			{"organizationIdQuery": j{"organizationId": sibling.ID}},
		}
		for i, q := range wide {
			body := byName()
			if q != nil {
				body = byName(q)
			}
			ofHome := i < 4
			expected := func(names ...string) (want []string) {
				for _, name := range names {
					if name == "minnie" && ofHome || name == "donald" {
						want = append(want, name)
					}
				}
				return want
			}
			w.Check("a tenant's key", func(*testing.T) { z.finds(body, expected("minnie")...) })
			w.Check("an application's key", func(*testing.T) { all.finds(body, expected("donald", "minnie")...) })
			w.Check("a stranger", func(*testing.T) { stranger.finds(body) })
			w.Check("the user", func(*testing.T) { self.finds(body, expected("minnie")...) })
		}
		named := func(c harness.Call, id string) harness.Call {
			c.Header = map[string]string{"x-zitadel-orgid": id}
			return c
		}
		all.expects(
			zitCall{"in one tenant", named(all.post("/v2/users", byName()), sibling.ID), 200, []string{`"totalResult":"1"`, `"username":"donald"`}},
			zitCall{"in another's tenant", named(all.post("/v2/users", byName()), foreign.ID), 403, []string{`"code":7`}},
		)
		z.expects(zitCall{"without the permission", z.as(z.Key("user.write").Key.Reveal()).post("/v2/users", `{}`), 403, zitFault(7, "AUTH-5mWD2")})
		z.readsUsers(here, self, stranger)
	})
}

func (z zit) readsUsers(p *harness.Person, self, stranger zit) {
	z.T.Helper()
	path := "/v2/users/" + p.ID
	other := z.Person("daisy")
	noUser := zitFault(5, "QUERY-Dfbg2")
	z.expects(
		zitCall{"a user", z.get(path), 200, []string{
			`"userId":"` + p.ID + `"`, `"state":"USER_STATE_ACTIVE"`, `"username":"minnie"`, `"loginNames":["minnie"]`, `"preferredLoginName":"minnie"`,
			`"email":{"email":"` + p.Email + `","isVerified":true}`, `"givenName":"Minnie"`, `"displayName":"Minnie"`, `"preferredLanguage":"en"`, `"resourceOwner":"` + p.TenantID + `"`, `"passwordChanged":"`,
		}},
		zitCall{"himself", self.get(path), 200, []string{`"username":"minnie"`}},
		zitCall{"another, for a user", self.get("/v2/users/" + other.ID), 404, noUser},
		zitCall{"nobody, for a user", self.get("/v2/users/nope"), 404, noUser},
		zitCall{"of another application", stranger.get(path), 404, noUser},
		zitCall{"nobody", z.get("/v2/users/nope"), 404, noUser},
		zitCall{"without the permission", z.as(z.Key("user.write").Key.Reveal()).get(path), 403, zitFault(7, "AUTH-5mWD2")},
	)
}

// TestZitadelListUsersRefusesWhatItCannotFollow: an empty filter never means everybody.
func TestZitadelListUsersRefusesWhatItCannotFollow(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("minnie")
		z := zitReader(w)
		nested := func(inner string) string { return `{"queries":[{"notQuery":{"query":` + inner + `}}]}` }
		many := `{"userNameQuery":{"userName":"x"}}` + strings.Repeat(`,{"userNameQuery":{"userName":"x"}}`, 19)
		for name, body := range seed.InOrder(map[string]string{
			"a query of nothing": `{"queries":[{}]}`, "one of nothing among others": `{"queries":[{"userNameQuery":{"userName":"minnie"}},{}]}`,
			"an unknown query": `{"queries":[{"pigeonQuery":{"x":"y"}}]}`, "an empty text": `{"queries":[{"emailQuery":{"emailAddress":""}}]}`, "no text": `{"queries":[{"emailQuery":{}}]}`,
			"null": `{"queries":[{"emailQuery":null}]}`, "no ids": `{"queries":[{"inUserIdsQuery":{"userIds":[]}}]}`, "an empty id": `{"queries":[{"inUserIdsQuery":{"userIds":[""]}}]}`,
			"no addresses": `{"queries":[{"inUserEmailsQuery":{}}]}`, "no tenant": `{"queries":[{"organizationIdQuery":{"organizationId":""}}]}`, "an empty or": `{"queries":[{"orQuery":{"queries":[]}}]}`,
			"an or of nothing": `{"queries":[{"orQuery":{"queries":[{}]}}]}`, "an empty and": `{"queries":[{"andQuery":{}}]}`, "a not of nothing": nested(`{}`), "a not without": `{"queries":[{"notQuery":{}}]}`,
			"a not of an unknown one": nested(`{"pigeonQuery":{}}`), "a not of an empty text": nested(`{"userNameQuery":{"userName":""}}`), "no state": `{"queries":[{"stateQuery":{}}]}`,
			"an unknown state": `{"queries":[{"stateQuery":{"state":"USER_STATE_ASLEEP"}}]}`, "the unspecified state": `{"queries":[{"stateQuery":{"state":"USER_STATE_UNSPECIFIED"}}]}`, "its number": `{"queries":[{"stateQuery":{"state":0}}]}`,
			"a number of no state": `{"queries":[{"stateQuery":{"state":99}}]}`, "an unknown method": `{"queries":[{"userNameQuery":{"userName":"m","method":"TEXT_QUERY_METHOD_SOUNDS_LIKE"}}]}`,
			"no type": `{"queries":[{"typeQuery":{}}]}`, "the unspecified type": `{"queries":[{"typeQuery":{"type":"TYPE_UNSPECIFIED"}}]}`, "two in one": `{"queries":[{"userNameQuery":{"userName":"m"},"emailQuery":{"emailAddress":"m"}}]}`,
			"one that is not supported": `{"queries":[{"metadataKeyFilter":{"key":"x"}}]}`, "such a one beside another": `{"queries":[{"userNameQuery":{"userName":"minnie"},"metadataValueFilter":{"value":"eA=="}}]}`,
			"a limit that is too large": `{"query":{"limit":1001}}`, "a negative offset": `{"query":{"offset":"-1"}}`, "more than twenty": `{"queries":[` + many + `,{"userNameQuery":{"userName":"x"}}]}`,
			"more than a hundred": `{"queries":[{"orQuery":{"queries":[` + strings.TrimSuffix(strings.Repeat(`{"andQuery":{"queries":[`+many+`]}},`, 6), ",") + `]}}]}`,
		}) {
			w.Check(name, func(t *testing.T) {
				a := z.Do(z.post("/v2/users", body))
				if a.Status != 400 || !strings.Contains(a.Body, `{"code":3,"message":"invalid ListUsersRequest: /que`) {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
	})
}
