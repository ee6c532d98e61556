package contract_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// invisibleLetters stand beside a name that there is: mails strip them, and browsers and
// terminals show nothing of them.
var invisibleLetters = []rune{
	0xad, 0x34f, 0x3164, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f, 0xe0061, 0xe0100, 0x202e, 0x2066, 0x85, 0x2028, 0x2029, 0xe000, 0x378, 0xfdd0,
}

// plantName gives a user a name as version 0.1 took it.
func plantName(w *harness.World, p *harness.Person, name, canonical string) {
	w.T.Helper()
	w.Spoil("UPDATE users SET username = ?, username_key = ? WHERE id = ?", name, core.UsernameKey(canonical).Bytes(), p.ID)
}

// TestInvisibleTwinsOfAName: nobody is called as another but for what cannot be seen.
func TestInvisibleTwinsOfAName(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, root, other := asOwner(w), w.Person("root"), w.Person("other")
		for _, letter := range invisibleLetters {
			name := "ro" + string(letter) + "ot"
			a := n.refused(422, "name_invalid", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": name})
			if got := onlyBroken(t, a); !strings.Contains(got.Message, "invisible") || got.Pointer == nil || *got.Pointer != "/username" {
				t.Errorf("%+q: %s", name, a.Body)
			}
			n.refused(422, "name_invalid", http.MethodPatch, users+"/"+other.ID, j{"username": name})
		}
		w.Check("what cannot be seen is not compared", func(*testing.T) {
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ro\u00adot", root.Password, ""))
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("\ufeffroot", root.Password, ""))
		})
		w.Check("joiners of a script are kept, and not compared", func(t *testing.T) {
			a := n.must(201, http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "ශ්\u200dරී"})
			if a.Field(t, "username") != "ශ්\u200dරී" {
				t.Errorf("%s", a.Body)
			}
			n.refused(409, "name_taken", http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "ශ්රී"})
		})
	})
}

// TestNamesThatWereThereBefore: whom version 0.1 took keeps working, each under his own name.
func TestNamesThatWereThereBefore(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		const others = "violet otters paddle at noon"
		root, twin := w.Person("root"), w.Person("twin")
		n.must(200, http.MethodPut, users+"/"+twin.ID+"/password", j{"password": others})
		plantName(w, twin, "ro\u00adot", "ro\u00adot")
		at := users + "/" + twin.ID
		w.Check("each logs in by his own", func(*testing.T) {
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ro\u00adot", others, ""))
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("root", root.Password, ""))
			nobody(w).must(401, http.MethodPost, sessionsPath, nativeLogin("root", others, ""))
			nobody(w).must(401, http.MethodPost, sessionsPath, nativeLogin("ro\u00adot", root.Password, ""))
		})
		w.Check("he is found, and other members of him change", func(t *testing.T) {
			if a := n.must(200, http.MethodGet, users+"?username="+url.QueryEscape("ro\u00adot"), nil); !strings.Contains(a.Body, twin.ID) {
				t.Errorf("%s", a.Body)
			}
			if a := n.must(200, http.MethodGet, users+"?username=root", nil); strings.Contains(a.Body, twin.ID) {
				t.Errorf("%s", a.Body)
			}
			n.must(200, http.MethodPatch, at, j{"givenName": "Twin"})
			n.must(200, http.MethodPatch, at, j{"givenName": "Tw", "username": "ro\u00adot"})
			n.refused(422, "name_invalid", http.MethodPatch, at, j{"username": "ro\u00ad\u00adot"})
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ro\u00adot", others, ""))
		})
		w.Check("a reset is mailed to him", func(t *testing.T) {
			before := len(w.Mails())
			n.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "ro\u00adot"})
			if m := w.Mails()[before:]; len(m) != 1 || m[0].To != twin.Email {
				t.Errorf("%+v", m)
			}
		})
		w.Check("and he can be renamed", func(*testing.T) {
			n.must(200, http.MethodPatch, at, j{"username": "twin"})
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("twin", others, ""))
		})
	})
}

// TestAddressesThatWereThereBefore can be sent back, and are found; the same address in other
// letters is theirs.
func TestAddressesThatWereThereBefore(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada, bob := asOwner(w), w.Person("ada"), w.Person("bob")
		plant := func(p *harness.Person, kind models.AddressKind, value, canonical string) {
			w.Spoil("UPDATE addresses SET value = ?, value_key = ? WHERE user_id = ? AND kind = ?", value, core.AddressKey(kind, canonical).Bytes(), p.ID, kind)
		}
		plant(ada, models.AddressEmail, "x@probe..test", "x@probe..test")
		at := users + "/" + ada.ID
		w.Check("an address that cannot be mailed stays, until it is changed", func(t *testing.T) {
			n.must(200, http.MethodPatch, at, j{"givenName": "Ada"})
			n.must(200, http.MethodPatch, at, j{"emails": []j{{"address": "x@probe..test", "verified": true}, {"address": "ada2@example.test", "verified": true}}})
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("x@probe..test", ada.Password, ""))
			n.refused(422, "name_invalid", http.MethodPatch, at, j{"emails": []j{{"address": "x@probe...test"}}})
			n.must(200, http.MethodPatch, at, j{"emails": []j{{"address": "ada2@example.test", "verified": true}}})
		})
		plant(bob, models.AddressEmail, "bob@xn--bcher-kva.example", "bob@xn--bcher-kva.example")
		for _, typed := range []string{"bob@xn--bcher-kva.example", "bob@bücher.example", "BOB@BÜCHER.example", "bob@XN--Bcher-kva.example"} {
			w.Check("an address in A-labels is found as "+typed, func(t *testing.T) {
				nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin(typed, bob.Password, ""))
				n.refused(409, "name_taken", http.MethodPatch, at, j{"emails": []j{{"address": typed}}})
				n.refused(409, "name_taken", http.MethodPatch, at, j{"username": typed})
				if a := n.must(200, http.MethodGet, users+"?email="+url.QueryEscape(typed), nil); !strings.Contains(a.Body, bob.ID) {
					t.Errorf("%s", a.Body)
				}
			})
		}
	})
}

// TestADomainInItsOwnLettersIsTheSameAddress as in A-labels, at each surface that looks one up.
func TestADomainInItsOwnLettersIsTheSameAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"emails": []j{{"address": "Ada@bücher.example", "verified": true}}})
		for way, ask := range seed.InOrder(asksByAddress(w)) {
			for _, typed := range []string{"ada@xn--bcher-kva.example", "ADA@Bücher.example"} {
				w.Check(way+" by "+typed, func(t *testing.T) {
					w.Clock.Advance(2 * time.Hour)
					before := len(w.Mails())
					if a := w.Do(ask(typed)); a.Status >= 300 {
						t.Fatalf("%d %s", a.Status, a.Body)
					}
					if m := w.Mails()[before:]; len(m) != 1 || m[0].To != "Ada@bücher.example" {
						t.Errorf("%+v", m)
					}
				})
			}
		}
	})
}
