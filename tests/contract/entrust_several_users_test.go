package contract_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const entrustSeveral = entrustUsers + "/multiple"

// entrustResults writes the results of several changes: "ok", or the code of the error.
func entrustResults(t *testing.T, a harness.Answer) (all []string) {
	t.Helper()
	var results []struct {
		Success bool
		Error   struct{ ErrorCode string }
	}
	a.JSON(t, &results)
	for _, r := range results {
		switch {
		case r.Success && r.Error.ErrorCode == "":
			all = append(all, "ok")
		case !r.Success:
			all = append(all, r.Error.ErrorCode)
		default:
			all = append(all, "both")
		}
	}
	return all
}

func TestEntrustSeveralUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		e := entrustUserAdmin(w)
		several := func(t *testing.T, method string, body entrustBody, want ...string) {
			t.Helper()
			if got := entrustResults(t, e.must(t, 200, method, entrustSeveral, body)); !slices.Equal(got, want) {
				t.Errorf("results: %v, want %v", got, want)
			}
		}
		w.Step("each of them is created or refused alone", func(t *testing.T) {
			several(t, http.MethodPost, entrustBody{"users": []any{
				j{"userId": "minnie", "externalId": "emp-1"}, j{"userId": "minnie"}, j{"firstName": "Max"}, j{"userId": "daisy"},
			}}, "ok", "name_taken", "invalid_request", "ok")
			if e.find("minnie").Status != 200 || e.find("daisy").Status != 200 {
				t.Error("they do not exist")
			}
		})
		w.Step("the first error is the last result, if that is asked for", func(t *testing.T) {
			several(t, http.MethodPost, entrustBody{"stopOnError": true, "users": []any{j{"userId": "goofy"}, j{"userId": "minnie"}, j{"userId": "pluto"}}}, "ok", "name_taken")
			if a := e.find("pluto"); a.Status != 404 {
				t.Error(a.Body)
			}
		})
		w.Step("a member that is not served refuses them all", func(t *testing.T) {
			a := e.must(t, 501, http.MethodPost, entrustSeveral, entrustBody{"users": []any{j{"userId": "pluto"}, j{"userId": "donald", "groups": []any{"x"}}}})
			if got := entrustErrors(t, a); !slices.Equal(got, []string{"/users/1/groups not_served"}) || e.find("pluto").Status != 404 {
				t.Errorf("%v", got)
			}
		})
		minnie := e.find("minnie").Field(t, "id")
		w.Step("they are changed by any kind of id", func(t *testing.T) {
			several(t, http.MethodPut, entrustBody{"users": []any{
				j{"id": minnie, "parms": j{"lastName": "Mouse"}},
				j{"id": "emp-1", "idType": "EXTERNALID", "parms": j{"firstName": "Minnie"}},
				j{"id": "DAISY", "idType": "USERID", "parms": j{"state": "INACTIVE"}},
				j{"id": "emp-1", "idType": "USERID", "parms": j{"state": "INACTIVE"}},
				j{"id": "minnie", "parms": j{"state": "INACTIVE"}},
				j{"id": "daisy", "idType": "EXTERNALID", "parms": j{"state": "INACTIVE"}},
			}}, "ok", "ok", "ok", "user_not_found", "user_not_found", "user_not_found")
			a := e.state(minnie)
			if a.Field(t, "firstName") != "Minnie" || a.Field(t, "lastName") != "Mouse" || a.Field(t, "state") != "ACTIVE" || e.find("daisy").Field(t, "state") != "INACTIVE" {
				t.Error(a.Body)
			}
		})
		w.Step("users of other tenants are nobody", func(t *testing.T) {
			eve := entrustOther(w)
			several(t, http.MethodPut, entrustBody{"users": []any{j{"id": eve.ID, "parms": j{"lock": true}}}}, "user_not_found")
			several(t, http.MethodDelete, entrustBody{"users": []any{j{"id": eve.ID}, j{"id": eve.Username, "idType": "USERID"}}}, "user_not_found", "user_not_found")
			if !w.CanLogIn(eve, harness.Password) {
				t.Error("she was changed")
			}
		})
		w.Step("they are deleted, with an event each", func(t *testing.T) {
			several(t, http.MethodDelete, entrustBody{"users": []any{j{"id": minnie}, j{"id": minnie}, j{"id": "daisy", "idType": "USERID"}}}, "ok", "user_not_found", "ok")
			if got := entrustActions(w, minnie); !slices.Contains(got, models.ActionUserDelete) || e.find("daisy").Status != 404 {
				t.Errorf("events: %v", got)
			}
		})
		for name, users := range seed.InOrder(map[string]any{"none": []any{}, "too many": slices.Repeat([]any{j{"userId": "x"}}, 101), "no list": "x"}) {
			w.Check("a list of "+name+" is refused", func(t *testing.T) {
				e.must(t, 400, http.MethodPost, entrustSeveral, entrustBody{"users": users})
			})
		}
	})
}

// When the store fails between two users, the first one's result is still told.
func TestEntrustSeveralUsersWhileTheStoreFails(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		e, inserted := entrustUserAdmin(w), 0
		broken := func(after int) {
			inserted = 0
			w.BreakStore(func(statement string) bool {
				if statement == "insert users" {
					inserted++
				}
				return inserted > after
			})
		}
		w.Step("after the first", func(t *testing.T) {
			broken(1)
			a := e.must(t, 200, http.MethodPost, entrustSeveral, entrustBody{"users": []any{j{"userId": "a1"}, j{"userId": "a2"}, j{"userId": "a3"}}})
			w.BreakStore(nil)
			got := entrustResults(t, a)
			if len(got) != 3 || got[0] != "ok" || got[1] == "ok" || got[2] != got[1] {
				t.Errorf("results: %v", got)
			}
			if e.find("a1").Status != 200 || e.find("a2").Status != 404 || e.find("a3").Status != 404 {
				t.Error("others exist than were told")
			}
		})
		w.Step("before the first", func(t *testing.T) {
			broken(0)
			a := e.do(http.MethodPost, entrustSeveral, entrustBody{"users": []any{j{"userId": "b1"}, j{"userId": "b2"}}})
			w.BreakStore(nil)
			if a.Status < 500 || e.find("b1").Status != 404 {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		})
	})
}

// entrustPage is a page of a list.
type entrustPage struct {
	Paging struct {
		Limit                  int
		NextCursor, PrevCursor string
	}
	Results []struct{ UserID string }
}

func (p entrustPage) names() string {
	var all []string
	for _, u := range p.Results {
		all = append(all, u.UserID)
	}
	return strings.Join(all, " ")
}

func TestEntrustUsersPaged(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		e := entrustUserAdmin(w)
		for n := range 7 {
			body := j{"userId": fmt.Sprintf("user%d", 7-n)}
			if n%3 == 0 {
				body["state"] = "INACTIVE"
			}
			e.must(t, 200, http.MethodPost, entrustUsers, body)
		}
		e.must(t, 200, http.MethodPost, entrustUsers, j{"userId": "odd", "email": "odd@user.test", "lock": true, "state": "INACTIVE"})
		entrustOther(w)
		page := func(t *testing.T, body any) (p entrustPage) {
			t.Helper()
			e.must(t, 200, http.MethodPost, "/api/web/v4/userspaged", body).JSON(t, &p)
			return p
		}
		where := func(name, operator, value string) j {
			return j{"name": name, "operator": operator, "value": value}
		}
		for name, c := range seed.InOrder(map[string]struct {
			where []any
			want  string
		}{
			"everybody":            {nil, "user7 user6 user5 user4 user3 user2 user1 odd"},
			"a name":               {[]any{where("userId", "EQUALS", "USER4")}, "user4"},
			"an address":           {[]any{where("userId", "EQUALS", "odd@user.test")}, "odd"},
			"all but one":          {[]any{where("userId", "NOT_EQUALS", "user4"), where("userId", "STARTS_WITH", "User")}, "user7 user6 user5 user3 user2 user1"},
			"a part":               {[]any{where("userId", "CONTAINS", "SER")}, "user7 user6 user5 user4 user3 user2 user1 odd"},
			"not a part":           {[]any{where("userId", "NOT_CONTAINS", "ser")}, ""},
			"an end":               {[]any{where("userId", "ENDS_WITH", "3")}, "user3"},
			"a wildcard":           {[]any{where("userId", "CONTAINS", "%")}, ""},
			"the inactive":         {[]any{where("state", "EQUALS", "INACTIVE")}, "user7 user4 user1 odd"},
			"the active of a name": {[]any{where("state", "EQUALS", "ACTIVE"), where("userId", "STARTS_WITH", "user")}, "user6 user5 user3 user2"},
			"the locked":           {[]any{where("locked", "EQUALS", "true")}, "odd"},
			"the local":            {[]any{where("userType", "EQUALS", "LOCAL"), where("userId", "ENDS_WITH", "1")}, "user1"},
			"those of a directory": {[]any{where("userType", "EQUALS", "SYNC")}, ""},
			"the unregistered":     {[]any{where("registrationRequired", "EQUALS", "true")}, ""},
		}) {
			w.Check("a search for "+name, func(t *testing.T) {
				if p := page(t, j{"searchByAttributes": c.where}); p.names() != c.want || p.Paging.Limit != 100 || p.Paging.NextCursor+p.Paging.PrevCursor != "" {
					t.Errorf("%s, %+v", p.names(), p.Paging)
				}
			})
		}
		for name, c := range seed.InOrder(map[string]struct {
			order any
			want  []string
		}{
			"by id":            {nil, []string{"user7 user6 user5", "user4 user3 user2", "user1 odd"}},
			"by name":          {j{"name": "userId", "ascending": true}, []string{"odd user1 user2", "user3 user4 user5", "user6 user7"}},
			"by name, back":    {j{"name": "userId", "ascending": false}, []string{"user7 user6 user5", "user4 user3 user2", "user1 odd"}},
			"by state":         {j{"name": "state", "ascending": true}, []string{"user6 user5 user3", "user2 user7 user4", "user1 odd"}},
			"by state, in all": {j{"name": "state", "ascending": false}, []string{"odd user1 user4", "user7 user2 user3", "user5 user6"}},
		}) {
			w.Check("pages "+name+", there and back", func(t *testing.T) {
				ask := j{"limit": 3, "orderByAttribute": c.order}
				var p entrustPage
				for n, want := range c.want {
					if p = page(t, ask); p.names() != want || (p.Paging.PrevCursor != "") != (n > 0) || (p.Paging.NextCursor != "") != (n < 2) {
						t.Fatalf("page %d is %s, want %s: %+v", n, p.names(), want, p.Paging)
					}
					ask = j{"limit": 3, "cursor": p.Paging.NextCursor, "searchByAttributes": []any{where("userId", "EQUALS", "ignored")}}
				}
				for n := 1; n >= 0; n-- {
					if p = page(t, j{"limit": 3, "cursor": p.Paging.PrevCursor}); p.names() != c.want[n] || (p.Paging.PrevCursor != "") != (n > 0) || p.Paging.NextCursor == "" {
						t.Fatalf("back on page %d: %s, want %s: %+v", n, p.names(), c.want[n], p.Paging)
					}
				}
			})
		}
		cursor := page(t, j{"limit": 3}).Paging.NextCursor
		w.Check("a cursor is of one caller, and has one spelling", func(t *testing.T) {
			other := entrustUserAdmin(w)
			for _, c := range []struct {
				by     entrustAdmin
				cursor string
			}{{other, cursor}, {e, cursor + "\n"}, {e, cursor[1:]}, {e, "AAAA"}, {e, "%"}} {
				if got := entrustErrors(t, c.by.must(t, 400, http.MethodPost, "/api/web/v4/userspaged", j{"cursor": c.cursor})); !slices.Equal(got, []string{"/cursor not_allowed"}) {
					t.Errorf("%q: %v", c.cursor, got)
				}
			}
		})
		for name, c := range seed.InOrder(map[string]struct {
			status int
			body   j
			want   string
		}{
			"an attribute that there is not": {400, j{"searchByAttributes": []any{where("colour", "EQUALS", "red")}}, "/searchByAttributes/0/name not_allowed"},
			"an attribute that is not served": {501, j{"searchByAttributes": []any{where("locked", "EQUALS", "true"), where("lastAuthTime", "EXISTS", "")}},
				"/searchByAttributes/1/name not_served"},
			"an operator of another":         {400, j{"searchByAttributes": []any{where("locked", "NOT_EQUALS", "true")}}, "/searchByAttributes/0/operator not_allowed"},
			"a comparison of names":          {400, j{"searchByAttributes": []any{where("userId", "GREATER_THAN", "a")}}, "/searchByAttributes/0/operator not_allowed"},
			"an empty name":                  {400, j{"searchByAttributes": []any{where("userId", "CONTAINS", "")}}, "/searchByAttributes/0/value not_allowed"},
			"a value that there is not":      {400, j{"searchByAttributes": []any{where("locked", "EQUALS", "false")}}, "/searchByAttributes/0/value not_allowed"},
			"an order that there is not":     {400, j{"orderByAttribute": j{"name": "colour", "ascending": true}}, "/orderByAttribute/name not_allowed"},
			"an order by nothing":            {400, j{"orderByAttribute": j{"name": "", "ascending": true}}, "/orderByAttribute/name not_allowed"},
			"an order that is not served":    {501, j{"orderByAttribute": j{"name": "lastAuthTime", "ascending": true}}, "/orderByAttribute/name not_served"},
			"attributes that are not served": {501, j{"attributes": []any{"groups"}}, "/attributes not_served"},
			"a page that is too long":        {400, j{"limit": 101}, "/limit too_large"},
		}) {
			w.Check(name+" is refused", func(t *testing.T) {
				if got := strings.Join(entrustErrors(t, e.must(t, c.status, http.MethodPost, "/api/web/v4/userspaged", c.body)), ", "); got != c.want {
					t.Errorf("%s, want %s", got, c.want)
				}
			})
		}
	})
}

// A page begins where the one before it ended, also if users are created or deleted in between.
func TestEntrustUsersPagedWhileUsersChange(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		e := entrustUserAdmin(w)
		for n := range 6 {
			e.must(t, 200, http.MethodPost, entrustUsers, j{"userId": fmt.Sprintf("user%d", n)})
		}
		var seen []string
		ask := j{"limit": 2, "orderByAttribute": j{"name": "userId", "ascending": true}}
		for range 3 {
			var p entrustPage
			e.must(t, 200, http.MethodPost, "/api/web/v4/userspaged", ask).JSON(t, &p)
			seen = append(seen, p.names())
			for _, u := range p.Results {
				e.must(t, 200, http.MethodDelete, entrustSeveral, j{"users": []any{j{"id": u.UserID, "idType": "USERID"}}})
			}
			ask = j{"limit": 2, "cursor": p.Paging.NextCursor}
		}
		if got := strings.Join(seen, " "); got != "user0 user1 user2 user3 user4 user5" {
			t.Error(got)
		}
	})
}
