package contract_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// state reads a user as this surface shows him.
func (e entrustAdmin) state(id string) harness.Answer {
	e.w.T.Helper()
	return e.do(http.MethodGet, entrustUsers+"/"+id, nil)
}

func (e entrustAdmin) put(t *testing.T, status int, id string, body entrustBody) harness.Answer {
	t.Helper()
	return e.must(t, status, http.MethodPut, entrustUsers+"/"+id, body)
}

func entrustActions(w *harness.World, id string) (all []models.Action) {
	w.T.Helper()
	events, err := w.Store.Read(w.T.Context()).EventsOf(id, 100)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, e := range events {
		all = append(all, e.Action)
	}
	return all
}

func TestEntrustCreateUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		e, mails := entrustUserAdmin(w), 0
		create := func(t *testing.T, status int, body entrustBody) harness.Answer {
			t.Helper()
			a := e.must(t, status, http.MethodPost, entrustUsers, body)
			w.Deliver()
			return a
		}
		mailed := func() int {
			n := len(w.Mails()) - mails
			mails += n
			return n
		}
		w.Step("by default a link is mailed that verifies the address", func(t *testing.T) {
			a := create(t, 200, entrustBody{"userId": "minnie", "firstName": "Minnie", "lastName": "Mouse", "email": "minnie@example.test", "locale": "ZH-cn", "externalId": "emp-1"})
			for member, want := range seed.InOrder(map[string]string{
				"userId": "minnie", "lastName": "Mouse", "verificationRequired": "true", "locale": "zh-cn", "externalId": "emp-1", "state": "ACTIVE",
			}) {
				if got := a.Field(t, member); got != want {
					t.Errorf("%s is %s", member, got)
				}
			}
			if got := entrustActions(w, a.Field(t, "id")); !slices.Contains(got, models.ActionUserCreate) {
				t.Errorf("events: %v", got)
			}
			if n := mailed(); n != 1 {
				t.Errorf("%d mails", n)
			}
		})
		for name, body := range seed.InOrder(map[string]entrustBody{
			"of an address that is known to be his": {"userId": "a1", "email": "a1@example.test", "mobile": "+12025550171", "verificationRequired": false},
			"without a mail":                        {"userId": "a2", "email": "a2@example.test", "emailVerification": false},
			"who is inactive":                       {"userId": "a3", "email": "a3@example.test", "state": "INACTIVE"},
			"who is locked":                         {"userId": "a4", "email": "a4@example.test", "lock": true},
			"with the values that mean nothing":     {"userId": "a5", "groups": []any{}, "userAliases": []any{}, "registrationRequired": false, "preferredOtpDelivery": "SYSTEM", "phone": "", "oauthRoles": nil},
		}) {
			w.Step("a user "+name+" gets no mail", func(t *testing.T) {
				a := create(t, 200, body)
				if n := mailed(); n != 0 {
					t.Errorf("%d mails", n)
				}
				if inactive := a.Field(t, "state") == "INACTIVE"; inactive != (body["state"] != nil) || (a.Field(t, "locked") == "true") != (body["lock"] == true) {
					t.Error(a.Body)
				}
				if want := body["email"] != nil && body["verificationRequired"] == nil; (a.Field(t, "verificationRequired") == "true") != want {
					t.Error(a.Body)
				}
			})
		}
		for name, c := range seed.InOrder(map[string]struct {
			status int
			body   entrustBody
			want   string
		}{
			"without a name":           {400, entrustBody{"firstName": "Max"}, "/userId required"},
			"with the name of another": {409, entrustBody{"userId": "Minnie"}, ""},
			"with the address as name": {409, entrustBody{"userId": "minnie@example.test"}, ""},
			"with the other's id":      {409, entrustBody{"userId": "max", "externalId": "emp-1"}, ""},
			"with a bad number":        {400, entrustBody{"userId": "max", "mobile": "none"}, "/mobile format"},
			"with a bad locale":        {400, entrustBody{"userId": "max", "locale": "klingon!"}, "/locale format"},
			"with groups":              {501, entrustBody{"userId": "max", "groups": []any{"staff"}}, "/groups not_served"},
			"with an alias":            {501, entrustBody{"userId": "max", "userAliases": []any{j{"value": "m"}}}, "/userAliases not_served"},
		}) {
			w.Check("a user "+name+" is refused", func(t *testing.T) {
				if got := strings.Join(entrustErrors(t, create(t, c.status, c.body)), ", "); got != c.want {
					t.Errorf("%s, want %s", got, c.want)
				}
				if a := e.find("max"); a.Status != 404 {
					t.Errorf("he exists: %s", a.Body)
				}
			})
		}
	})
}

func TestEntrustUpdateUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, e := w.Person("ada"), entrustUserAdmin(w)
		shows := func(t *testing.T, member, want string) {
			t.Helper()
			if got := e.state(ada.ID); !strings.Contains(got.Body, `"`+member+`":`+want) {
				t.Errorf("%s is not %s: %s", member, want, got.Body)
			}
		}
		w.Step("what was read can be sent back, and changes nothing", func(t *testing.T) {
			before := entrustStateOf(w, ada.ID)
			var read entrustBody
			e.state(ada.ID).JSON(t, &read)
			e.put(t, 200, ada.ID, read)
			if after := entrustStateOf(w, ada.ID); after.events != before.events || after.sequence != before.sequence || after.mails != before.mails {
				t.Errorf("%+v, was %+v", after, before)
			}
		})
		w.Step("names change", func(t *testing.T) {
			if a := e.put(t, 200, ada.ID, entrustBody{"userId": "ada.l", "lastName": "Lovelace", "locale": "fr"}); a.Body != "" {
				t.Error(a.Body)
			}
			shows(t, "userId", `"ada.l"`)
			shows(t, "lastName", `"Lovelace"`)
			e.put(t, 200, ada.ID, entrustBody{"lastName": ""})
			if a := e.state(ada.ID); strings.Contains(a.Body, "lastName") {
				t.Error(a.Body)
			}
		})
		w.Step("a new address is unverified, and a link is mailed to it", func(t *testing.T) {
			e.put(t, 200, ada.ID, entrustBody{"email": "ada@new.test"})
			w.Deliver()
			shows(t, "verificationRequired", "true")
			if m := w.LastMail("ada@new.test"); !strings.Contains(m.Text, "/verify?key=") {
				t.Errorf("mailed: %s", m.Text)
			}
		})
		w.Step("the same address gets another link only if that is asked for", func(t *testing.T) {
			count := func() (n int) {
				w.Deliver()
				for _, m := range w.Mails() {
					if strings.Contains(m.Text, "/verify?key=") {
						n++
					}
				}
				return n
			}
			before := count()
			e.put(t, 200, ada.ID, entrustBody{"email": "ada@new.test", "verificationRequired": true})
			if n := count(); n != before {
				t.Errorf("%d links, were %d", n, before)
			}
			e.put(t, 200, ada.ID, entrustBody{"emailVerification": true})
			if n := count(); n != before+1 {
				t.Errorf("%d links, were %d", n, before)
			}
		})
		w.Step("the administrator knows that it is hers", func(t *testing.T) {
			e.put(t, 200, ada.ID, entrustBody{"verificationRequired": false})
			shows(t, "verificationRequired", "false")
			if got := entrustErrors(t, e.put(t, 501, ada.ID, entrustBody{"verificationRequired": true})); !slices.Equal(got, []string{"/verificationRequired not_served"}) {
				t.Error(got)
			}
		})
		w.Step("a mobile number is set and removed", func(t *testing.T) {
			e.put(t, 200, ada.ID, entrustBody{"mobile": "+1 202 555 0199"})
			shows(t, "mobile", `"+12025550199"`)
			e.put(t, 200, ada.ID, entrustBody{"mobile": "", "email": ""})
			if a := e.state(ada.ID); strings.Contains(a.Body, "mobile") || strings.Contains(a.Body, "email") {
				t.Error(a.Body)
			}
		})
		w.Step("the external id stays", func(t *testing.T) {
			e.put(t, 200, ada.ID, entrustBody{"externalId": ""})
			if got := entrustErrors(t, e.put(t, 501, ada.ID, entrustBody{"externalId": "emp-2", "lastName": "King"})); !slices.Equal(got, []string{"/externalId not_served"}) {
				t.Error(got)
			}
			if a := e.state(ada.ID); strings.Contains(a.Body, "King") {
				t.Error(a.Body)
			}
		})
		ada.Username = "ada.l"
		w.Step("a lock and an inactive state end the logins", func(t *testing.T) {
			for member, values := range seed.InOrder(map[string][2]any{"lock": {true, false}, "state": {"INACTIVE", "ACTIVE"}}) {
				login := w.LogIn(ada)
				e.put(t, 200, ada.ID, entrustBody{member: values[0]})
				if session, refresh := entrustAlive(w, login); session || refresh || entrustLogin(w, ada, harness.Password) != "refused" {
					t.Errorf("%s: she is still in", member)
				}
				e.put(t, 200, ada.ID, entrustBody{member: values[1]})
				if got := entrustLogin(w, ada, harness.Password); got != "in" {
					t.Errorf("%s: login: %s", member, got)
				}
			}
		})
	})
}

func TestEntrustUserState(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, e := w.Person("ada"), entrustUserAdmin(w)
		set := func(t *testing.T, status int, state any) harness.Answer {
			t.Helper()
			return e.must(t, status, http.MethodPut, "/api/web/v1/users/"+ada.ID+"/state", entrustBody{"state": state})
		}
		login := w.LogIn(ada)
		for range 2 {
			w.Step("she is disabled, also twice", func(t *testing.T) {
				set(t, 200, "INACTIVE")
				if session, _ := entrustAlive(w, login); session || e.state(ada.ID).Field(t, "state") != "INACTIVE" {
					t.Error("she is active")
				}
			})
		}
		w.Step("she is enabled", func(t *testing.T) {
			set(t, 200, "ACTIVE")
			if !w.CanLogIn(ada, harness.Password) {
				t.Error("she is inactive")
			}
			set(t, 400, "FROZEN")
			set(t, 400, nil)
		})
		if n := len(entrustActions(w, ada.ID)); n < 3 {
			t.Errorf("%d events", n)
		}
	})
}

func TestEntrustDeleteUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, e := w.Person("ada"), entrustUserAdmin(w)
		login := w.LogIn(ada)
		if a := e.must(t, 200, http.MethodDelete, entrustUsers+"/"+ada.ID, nil); a.Body != "" {
			t.Error(a.Body)
		}
		if session, refresh := entrustAlive(w, login); session || refresh {
			t.Error("her login lives on")
		}
		e.must(t, 404, http.MethodDelete, entrustUsers+"/"+ada.ID, nil)
		e.must(t, 404, http.MethodGet, entrustUsers+"/"+ada.ID, nil)
	})
}

// A change that meets another one is made on what the other one left, or refused; it is never lost.
func TestEntrustUpdateMeetsAnother(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, e := w.Person("ada"), entrustUserAdmin(w)
		type made struct {
			member, value string
			status        int
		}
		results := make(chan made, 4)
		for member, value := range seed.InOrder(map[string]string{
			"email": "one@example.test", "lastName": "Lovelace", "mobile": "+12025550177", "locale": "fr",
		}) {
			go func() {
				results <- made{member, value, e.do(http.MethodPut, entrustUsers+"/"+ada.ID, entrustBody{member: value}).Status}
			}()
		}
		for range 4 {
			m := <-results
			got := e.state(ada.ID)
			if m.status != 200 && m.status != 409 && m.status != 503 || m.status == 200 && got.Field(t, m.member) != m.value {
				t.Errorf("%+v: %s", m, got.Body)
			}
		}
	})
}
