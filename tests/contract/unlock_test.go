package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// triedKinds are all secrets of a user that can be guessed at.
var triedKinds = []models.TryKind{models.TryPassword, models.TryProof, models.TryCode, models.TryApp, models.TryRecovery}

// tries changes what was tried at each of a user's secrets.
func tries(w *harness.World, p *harness.Person, change func(*models.Tries)) {
	w.T.Helper()
	for _, kind := range triedKinds {
		row := models.Tries{Key: secret.Sum("tries", string(kind), p.ID).Bytes(), UserID: p.ID, Kind: kind}
		err := w.Store.ChangeTries(w.T.Context(), row, func(t *models.Tries, _ time.Time) bool {
			change(t)
			return true
		})
		if err != nil {
			w.T.Fatal(err)
		}
	}
}

// unlocks are the ways to unlock a user; some set a password or issue a ticket with it.
func (n native) unlocks() map[string]func(p *harness.Person) harness.Answer {
	z := zitadel(n.World)
	return map[string]func(p *harness.Person) harness.Answer{
		"a change of the user": func(p *harness.Person) harness.Answer {
			return n.must(200, http.MethodPatch, users+"/"+p.ID, j{"locked": false})
		},
		"a change that disables him, and is undone": func(p *harness.Person) harness.Answer {
			n.must(200, http.MethodPatch, users+"/"+p.ID, j{"locked": false, "disabled": true})
			return n.must(200, http.MethodPatch, users+"/"+p.ID, j{"disabled": false})
		},
		"the unlock of the v2 API": func(p *harness.Person) harness.Answer { return z.expect(z.post("/v2/users/"+p.ID+"/unlock", j{}), 200) },
		"a new password": func(p *harness.Person) harness.Answer {
			p.Password = harness.NewPassword
			return n.must(200, http.MethodPut, users+"/"+p.ID+"/password", j{"password": p.Password, "unlock": true})
		},
		"a ticket": func(p *harness.Person) harness.Answer {
			return n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "medium": "link", "unlock": true})
		},
	}
}

// TestEveryWayToUnlockHasTheSameEffect: the user is not locked, nothing counts against him, and
// the right password is accepted at once.
func TestEveryWayToUnlockHasTheSameEffect(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		locked := func(p *harness.Person) { n.must(200, http.MethodPatch, users+"/"+p.ID, j{"locked": true}) }
		hundred := func(p *harness.Person) {
			now := w.Clock.Now()
			tries(w, p, func(t *models.Tries) { t.Wrong, t.LockedOutAt = 100, &now })
		}
		few := func(p *harness.Person) { tries(w, p, func(t *models.Tries) { t.Wrong = 4 }) }
		for out, lock := range seed.InOrder(map[string]func(p *harness.Person){
			"locked": locked, "after a hundred wrong tries": hundred,
			"locked, after a hundred wrong tries": func(p *harness.Person) { locked(p); hundred(p) },
			"after a hundred wrong passwords and a few wrong codes": func(p *harness.Person) {
				now := w.Clock.Now()
				tries(w, p, func(t *models.Tries) {
					if t.Wrong = 4; t.Kind == models.TryPassword {
						t.Wrong, t.LockedOutAt = 100, &now
					}
				})
			},
			"locked, after a few wrong tries": func(p *harness.Person) { few(p); locked(p) },
		}) {
			for how, unlock := range seed.InOrder(n.unlocks()) {
				w.Check(how+" of somebody "+out, func(t *testing.T) {
					p := w.Person("p" + strings.ToLower(secret.NewID()[24:]))
					lock(p)
					nobody(w).must(401, http.MethodPost, sessionsPath, j{"username": p.Username, "password": p.Password})
					unlock(p)
					n.isUnlocked(t, p)
				})
			}
		}
	})
}

func (n native) isUnlocked(t *testing.T, p *harness.Person) {
	t.Helper()
	if a := n.get(users + "/" + p.ID); a.Field(t, "locked") != "false" {
		t.Errorf("%s", a.Body)
	}
	for _, kind := range triedKinds {
		row, err := n.Store.Read(t.Context()).FindTries(models.Tries{Key: secret.Sum("tries", string(kind), p.ID).Bytes(), UserID: p.ID, Kind: kind})
		if err != nil || row.Wrong != 0 || row.LockedOutAt != nil || row.WaitUntil != nil || len(row.Open) > 0 {
			t.Errorf("%s: %+v %v", kind, row, err)
		}
	}
	if count := strings.Count(n.get("/v1/events?action=user.unlock&userId="+p.ID).Body, `"user.unlock"`); count != 1 {
		t.Errorf("%d events tell of it", count)
	}
	nobody(n.World).must(201, http.MethodPost, sessionsPath, j{"username": p.Username, "password": p.Password})
}

// TestALockStaysUnlessItIsLifted: a new password or a ticket alone does not lift a lock, and a caller who may not change users
// lifts none with either.
func TestALockStaysUnlessItIsLifted(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"locked": true})
		desk := native{w, w.Key("passwords:write", "tickets:write").Key.Reveal()}
		set := func(unlock any) j { return j{"password": harness.NewPassword, "unlock": unlock} }
		issue := func(unlock any) j { return j{"userId": ada.ID, "medium": "link", "unlock": unlock} }
		w.Check("a new password leaves it", func(t *testing.T) {
			n.must(200, http.MethodPut, users+"/"+ada.ID+"/password", j{"password": harness.NewPassword})
			n.must(200, http.MethodPut, users+"/"+ada.ID+"/password", j{"password": harness.Password, "unlock": false})
			if n.get(users+"/"+ada.ID).Field(t, "locked") != "true" {
				t.Error("the lock is gone")
			}
		})
		w.Check("a ticket is refused", func(*testing.T) {
			n.refused(409, "user_inactive", http.MethodPost, "/v1/tickets", issue(false))
		})
		w.Check("who may not change users lifts none", func(t *testing.T) {
			for _, a := range []harness.Answer{
				desk.refused(403, "forbidden", http.MethodPut, users+"/"+ada.ID+"/password", set(true)),
				desk.refused(403, "forbidden", http.MethodPost, "/v1/tickets", issue(true)),
			} {
				if a.Field(t, "permission") != "users:write" {
					t.Errorf("%s", a.Body)
				}
			}
			desk.must(200, http.MethodPut, users+"/"+ada.ID+"/password", set(false))
			if n.get(users+"/"+ada.ID).Field(t, "locked") != "true" {
				t.Error("the lock is gone")
			}
		})
		w.Check("nor does a refused password", func(t *testing.T) {
			n.must(422, http.MethodPut, users+"/"+ada.ID+"/password", j{"password": "short", "unlock": true})
			if n.get(users+"/"+ada.ID).Field(t, "locked") != "true" {
				t.Error("the lock is gone")
			}
		})
		w.Check("who is disabled stays so", func(*testing.T) {
			bob := w.Person("bob")
			n.must(200, http.MethodPatch, users+"/"+bob.ID, j{"disabled": true, "locked": true})
			n.refused(409, "user_inactive", http.MethodPost, "/v1/tickets", j{"userId": bob.ID, "medium": "link", "unlock": true})
			if a := n.get(users + "/" + bob.ID); a.Field(w.T, "locked") != "true" {
				w.T.Errorf("a ticket that was refused unlocked him: %s", a.Body)
			}
		})
		w.Check("nobody is unlocked twice", func(t *testing.T) {
			cleo := w.Person("cleo")
			n.must(200, http.MethodPut, users+"/"+cleo.ID+"/password", j{"password": harness.NewPassword, "unlock": true})
			if body := n.get("/v1/events?action=user.unlock&userId=" + cleo.ID).Body; strings.Contains(body, "user.unlock") {
				t.Errorf("%s", body)
			}
		})
		w.Check("a ticket of an unlocked user works", func(t *testing.T) {
			proof := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": ada.ID, "medium": "link", "deliver": "return", "unlock": true}).Field(t, "proof", "ticket")
			nobody(w).must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": proof, "newPassword": harness.NewPassword + "!"})
			nobody(w).must(201, http.MethodPost, sessionsPath, j{"username": "ada", "password": harness.NewPassword + "!"})
		})
	})
}
