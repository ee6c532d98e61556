package contract_test

import (
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

func TestZitadelListSessions(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		var mine []zitSession
		for range 3 {
			w.Clock.Advance(time.Second)
			mine = append(mine, z.logIn(p))
		}
		theirs := z.logIn(other)
		self, foreign := z.as(mine[0].token), zitForeign(w)
		of := func(id string) j { return j{"userIdQuery": j{"id": id}} }
		by := func(ids ...string) j { return j{"idsQuery": j{"ids": ids}, "userIdQuery": nil} }
		ofOther := j{"queries": []j{of(other.ID)}}
		for _, c := range []struct {
			name string
			who  zit
			body any
			want []string
		}{
			{"all, the newest first", z, `{}`, []string{theirs.id, mine[2].id, mine[1].id, mine[0].id}},
			{"all, the oldest first", z, `{"query":{"asc":true}}`, []string{mine[0].id, mine[1].id, mine[2].id, theirs.id}},
			{"two after the first", z, `{"query":{"asc":true,"limit":2,"offset":"1"}}`, []string{mine[1].id, mine[2].id}},
			{"all, without a limit", z, `{"query":{"limit":0,"offset":"0"},"queries":[]}`, []string{theirs.id, mine[2].id, mine[1].id, mine[0].id}},
			{"none after the last", z, `{"query":{"offset":"999999999999999999"}}`, nil},
			{"of one user", z, ofOther, []string{theirs.id}},
			{"of two users at once", z, j{"queries": []j{of(other.ID), of(p.ID)}}, nil},
			{"by ids, of one user", z, j{"queries": []j{by(mine[0].id, theirs.id, "nothing"), of(p.ID)}}, []string{mine[0].id}},
			{"by two lists of ids", z, j{"queries": []j{by(mine[0].id, mine[1].id), by(mine[1].id, theirs.id)}}, []string{mine[1].id}},
			{"by two lists that share nothing", z, j{"queries": []j{by(mine[0].id), by(mine[1].id)}}, nil},
			{"of one user, in snake case", z, j{"queries": []j{{"user_id_query": j{"id": other.ID}}}}, []string{theirs.id}},
			{"a user's own", self, `{}`, []string{mine[2].id, mine[1].id, mine[0].id}},
			{"another's, for a user", self, ofOther, nil},
			{"another's by id, for a user", self, j{"queries": []j{by(theirs.id)}}, nil},
			{"all, for a foreign client", foreign, `{}`, nil},
			{"of one user, for a foreign client", foreign, j{"queries": []j{of(p.ID)}}, nil},
		} {
			w.Check(c.name, func(t *testing.T) { c.who.listsSessions(c.body, c.want...) })
		}
		w.Check("the total counts what the page does not hold", func(t *testing.T) {
			if total := z.expect(z.post("/v2/sessions/search", `{"query":{"limit":1}}`), 200).Field(t, "details", "totalResult"); total != "4" {
				t.Errorf("total %s", total)
			}
		})
		w.Check("an ended one is not listed", func(t *testing.T) {
			z.expect(z.delete(theirs.path()), 200)
			z.listsSessions(ofOther)
		})
		z.refusesSearches()
	})
}

// listsSessions says which ids a search has to find, in this order.
func (z zit) listsSessions(body any, ids ...string) {
	z.T.Helper()
	var got struct {
		Sessions []struct{ ID string }
	}
	a := z.expect(z.post("/v2/sessions/search", body), 200, `"timestamp":"2026-01-02T03:04:08.678901Z"`)
	a.JSON(z.T, &got)
	var found []string
	for _, s := range got.Sessions {
		found = append(found, s.ID)
	}
	if strings.Join(found, " ") != strings.Join(ids, " ") || strings.Contains(a.Body, "rs_") {
		z.T.Errorf("%v lists %v, want %v: %s", body, found, ids, a.Body)
	}
	if len(ids) == 0 && strings.Contains(a.Body, "essions") {
		z.T.Errorf("an empty list is there: %s", a.Body)
	}
}

func (z zit) refusesSearches() {
	z.T.Helper()
	for _, c := range []struct{ name, body, message string }{
		{"a limit that is too large", `{"query":{"limit":1001}}`, "/query/limit: the value is too large"},
		{"a negative offset", `{"query":{"offset":"-1"}}`, "/query/offset: the value does not have the required form"},
		{"a query of nothing", `{"queries":[{}]}`, "/queries/0: needs either idsQuery or userIdQuery"},
		{"an unknown query", `{"queries":[{"x":{}},{}]}`, "/queries/0: needs either idsQuery or userIdQuery"},
		{"two queries in one", `{"queries":[{"idsQuery":{"ids":["a"]},"userIdQuery":{"id":"b"}}]}`, "/queries/0/idsQuery and /queries/0/userIdQuery exclude each other"},
	} {
		z.expects(zitCall{c.name, z.post("/v2/sessions/search", c.body), 400, zitMalformed("invalid ListSessionsRequest: " + c.message)})
	}
	bare := z.as(z.Key("session.write").Key.Reveal())
	z.expects(zitCall{"a client that may not read", bare.post("/v2/sessions/search", `{}`), 403, zitFault(7, "AUTH-5mWD2")})
}
