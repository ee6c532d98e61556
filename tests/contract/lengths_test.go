package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestLengthsCountCharacters: code points, as JSON Schema counts them and as the columns hold
// them, whatever bytes they take. At the bound it is taken and read back whole, on both engines;
// one more is refused.
func TestLengthsCountCharacters(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		at := users + "/" + ada.ID
		for letter, name := range seed.InOrder(map[string]string{"x": "one byte", "é": "two bytes", "字": "three bytes", "😀": "four bytes"}) {
			for _, c := range []struct {
				member string
				max    int
				status int
				send   func(text string) harness.Answer
				read   func(a harness.Answer) string
			}{
				{"username", 255, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"username": s}) }, field(t, "username")},
				{"givenName", 200, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"givenName": s}) }, field(t, "givenName")},
				{"familyName", 200, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"familyName": s}) }, field(t, "familyName")},
				{"nickname", 200, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"nickname": s}) }, field(t, "nickname")},
				{"displayName", 200, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"displayName": s}) }, field(t, "displayName")},
				{"a value of metadata", 1000, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"metadata": j{"a": s}}) }, field(t, "metadata", "a")},
				{"a name of metadata", 64, 200, func(s string) harness.Answer { return n.call(http.MethodPatch, at, j{"metadata": j{s: "v"}}) }, nil},
				{"name of a tenant", 200, 201, func(s string) harness.Answer {
					return n.call(http.MethodPost, "/v1/tenants", j{"applicationId": w.Tenant.ApplicationID, "name": s})
				}, field(t, "name")},
				{"name of an application", 200, 201, func(s string) harness.Answer { return n.call(http.MethodPost, "/v1/applications", j{"name": s}) }, field(t, "name")},
				{"name of an API key", 200, 201, func(s string) harness.Answer {
					return n.call(http.MethodPost, apiKeys, j{"name": s, "boundary": "platform", "permissions": []string{"users:read"}})
				}, field(t, "apiKey", "name")},
			} {
				w.Check(c.member+" of "+name, func(t *testing.T) {
					text := strings.Repeat(letter, c.max)
					a := c.send(text)
					if a.Status != c.status || c.read != nil && c.read(a) != text || !strings.Contains(a.Body, text) {
						t.Errorf("%d characters: %d %s", c.max, a.Status, a.Body)
					}
					if a := c.send(text + letter); a.Status != 400 && a.Status != 422 {
						t.Errorf("%d characters: %d %s", c.max+1, a.Status, a.Body)
					}
				})
			}
			w.Check("a name of "+name+" logs in", func(*testing.T) {
				n.must(200, http.MethodPatch, at, j{"username": strings.Repeat(letter, 255)})
				nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin(strings.Repeat(letter, 255), ada.Password, ""))
			})
		}
	})
}

func field(t *testing.T, path ...string) func(harness.Answer) string {
	return func(a harness.Answer) string {
		t.Helper()
		return a.Field(t, path...)
	}
}

// TestPasswordsCountCharacters at each surface that sets one: the longest is taken and logs in,
// one more is refused, and so is one less than the shortest.
func TestPasswordsCountCharacters(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Settings(func(s *models.Settings) {
			s.Password.MinStrength, s.Password.MinLength, s.Password.MaxRepeated = 0, 8, 0
		})
		for surface, set := range seed.InOrder(map[string]func(p *harness.Person, password string) harness.Answer{
			"the native one": func(p *harness.Person, s string) harness.Answer {
				return n.call(http.MethodPut, users+"/"+p.ID+"/password", j{"password": s})
			},
			"Entrust's": func(p *harness.Person, s string) harness.Answer {
				return w.Do(entrustPut(w, p, entrustBody{"password": s, "emailPassword": false, "forceUpdate": false}))
			},
			"Wristband's": func(p *harness.Person, s string) harness.Answer {
				token := w.LogIn(p).AccessToken
				return w.Do(wbChangeOwn(token, p.ID, p.Password, s))
			},
			"Boomi's": func(p *harness.Person, s string) harness.Answer {
				token := w.LogIn(p).AccessToken
				return w.Do(own(token, j{"currentPassword": p.Password, "newPassword": s, "confirmPassword": s}))
			},
			"a ticket": func(p *harness.Person, s string) harness.Answer {
				key := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "return"}).Field(t, "proof", "ticket")
				return nobody(w).call(http.MethodPost, "/v1/tickets/redeem", j{"ticket": key, "newPassword": s})
			},
			"ZITADEL's": func(p *harness.Person, s string) harness.Answer {
				return w.Do(zitadel(w).patch("/v2/users/"+p.ID, zitHuman(j{"password": j{"password": s}})))
			},
		}) {
			w.Check(surface, func(t *testing.T) {
				p := w.Person(strings.ToLower(surface[:1]) + "person" + surface[2:3])
				letters := []rune("😀🦊𝒳🎈字é🌍🪐🚲🧵")
				text := func(n int) string {
					var b strings.Builder
					for i := range n {
						b.WriteRune(letters[(i*i+i/7)%len(letters)])
					}
					return b.String()
				}
				most := 1024
				if surface == "ZITADEL's" {
					most = 200 // the vendor's own bound
				}
				for _, long := range []int{8, most} {
					if a := set(p, text(long)); a.Status >= 300 || !w.CanLogIn(p, text(long)) {
						t.Errorf("%d characters: %d %.300s", long, a.Status, a.Body)
					}
					p.Password = text(long)
				}
				for _, long := range []int{7, most + 1} {
					if a := set(p, text(long)); a.Status != 400 && a.Status != 422 {
						t.Errorf("%d characters: %d %.300s", long, a.Status, a.Body)
					}
				}
			})
		}
	})
}
