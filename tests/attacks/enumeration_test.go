package attacks_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// somebody is a kind of account that an anonymous caller asks about. The first one is
// nobody.
type somebody struct {
	kind  string
	enter func(s *stage) *harness.Person
}

func everybody() []somebody {
	with := func(change ...func(*accounts.CreateUserInput)) func(*stage) *harness.Person {
		return func(s *stage) *harness.Person { return s.person(change...) }
	}
	then := func(do func(*stage, *harness.Person)) func(*stage) *harness.Person {
		return func(s *stage) *harness.Person {
			p := s.person()
			do(s, p)
			return p
		}
	}
	return []somebody{
		{"nobody", (*stage).nobody},
		{"known", with()},
		{"disabled", then((*stage).disable)},
		{"locked", then((*stage).lock)},
		{"in a directory", with(harness.InDirectory)},
		{"without an address", with(harness.NoEmail)},
		{"unverified", with(harness.Unverified)},
		{"without a password", with(harness.NoPassword)},
		{"with a second factor", with(harness.WithMFA)},
		{"with a bcrypt hash", func(s *stage) *harness.Person {
			_, hash := s.bcrypt()
			return s.person(harness.Imported(hash))
		}},
		{"must change", then(func(s *stage, p *harness.Person) { s.expiring(p) })},
		{"with a hash out of bounds", then(func(s *stage, p *harness.Person) {
			s.Spoil("UPDATE credentials SET hash_encoded = '$2b$31$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', hash_key_id = '' WHERE user_id = ?", p.ID)
		})},
		{"with a hash of a lost secret file", then(func(s *stage, p *harness.Person) {
			s.Spoil("UPDATE credentials SET hash_key_id = 'deadbeef' WHERE user_id = ?", p.ID)
		})},
	}
}

// nobody has a name and an address that no account has.
func (s *stage) nobody() *harness.Person {
	p := s.person()
	ghost := *p.User
	ghost.ID, ghost.Username = "01a1ffff-0000-7000-8000-0000000000ff", p.Username+"-nobody"
	return &harness.Person{User: &ghost, Email: ghost.Username + "@example.test", Password: s.password()}
}

// question is a request of an anonymous or unauthorised caller about an
// account by its name.
type question struct {
	name   string
	ask    func(s *stage, p *harness.Person) harness.Call
	hashes uint64 // that each answer costs
	status int
}

func questions() []question {
	return []question{
		{"forgotPassword by name", func(s *stage, p *harness.Person) harness.Call { return s.forgot(p) }, 0, http.StatusOK},
		{"forgotPassword by address", func(_ *stage, p *harness.Person) harness.Call {
			return post("/api/ForgotUser/forgotPassword", j{"emailAddress": p.Username + "@example.test"})
		}, 0, http.StatusOK},
		{"forgotUsername", func(_ *stage, p *harness.Person) harness.Call {
			return post("/api/ForgotUser/forgotUsername", j{"emailAddress": p.Username + "@example.test"})
		}, 0, http.StatusOK},
		{"request-password-reset", func(s *stage, p *harness.Person) harness.Call {
			return s.byOwner(post(resets+"request-password-reset", j{
				"applicationId": s.Tenant.ApplicationID, "email": p.Username + "@example.test",
			}))
		}, 0, http.StatusOK},
		{"reset request by name", func(_ *stage, p *harness.Person) harness.Call {
			return post("/v1/reset-requests", j{"username": p.Username})
		}, 0, http.StatusAccepted},
		{"reset request by address", func(_ *stage, p *harness.Person) harness.Call {
			return post("/v1/reset-requests", j{"email": p.Username + "@example.test"})
		}, 0, http.StatusAccepted},
		{"login by name", func(_ *stage, p *harness.Person) harness.Call { return signIn(p.Username, "a wrong password") }, 1, http.StatusUnauthorized},
		{"login by address", func(_ *stage, p *harness.Person) harness.Call {
			return signIn(p.Username+"@example.test", "a wrong password")
		}, 1, http.StatusUnauthorized},
		{"session check by name", func(s *stage, p *harness.Person) harness.Call {
			return as(s.checker().Key.Reveal(), post("/v2/sessions",
				j{"checks": j{"user": j{"loginName": p.Username}, "password": j{"password": "a wrong password"}}}))
		}, 1, http.StatusBadRequest},
		{"session check by id", func(s *stage, p *harness.Person) harness.Call {
			return as(s.checker().Key.Reveal(), post("/v2/sessions",
				j{"checks": j{"user": j{"userId": p.ID}, "password": j{"password": "a wrong password"}}}))
		}, 1, http.StatusBadRequest},
	}
}

// checker is a key that was used before: its first use is recorded, which is a statement.
func (s *stage) checker() *keys.CreatedAPIKey {
	s.T.Helper()
	k := s.TenantKey(s.Tenant, "*")
	s.Do(as(k.Key.Reveal(), post("/v2/sessions/search", j{})))
	return k
}

// TestNoAnswerRevealsWhetherAnAccountExists: S40, S42, A-102, A-103: the same bytes, the same
// statements and the same number of hashes for every account.
func TestNoAnswerRevealsWhetherAnAccountExists(t *testing.T) {
	t.Parallel()
	for _, q := range questions() {
		t.Run(q.name, func(t *testing.T) {
			t.Parallel()
			onStage(t, func(t *testing.T, s *stage) {
				s.must(s.byOwner(post("/v2/sessions/search", j{})), http.StatusOK) // the first use of a key is recorded
				var first told
				var did []string
				for _, who := range everybody() {
					call := q.ask(s, who.enter(s))
					for _, time := range []string{"first", "second"} {
						before := s.Hasher.Count()
						var a harness.Answer
						statements := s.statements(func() { a = s.Do(call) })
						if a.Status != q.status {
							t.Errorf("%s, %s time: status %d: %s", who.kind, time, a.Status, a.Body)
						}
						if n := s.Hasher.Count() - before; n != q.hashes {
							t.Errorf("%s, %s time: %d hashes, want %d", who.kind, time, n, q.hashes)
						}
						if who.kind == "nobody" && time == "first" {
							first.text, did = harness.Comparable(a), statements
						}
						if got := harness.Comparable(a); got != first.text {
							t.Errorf("%s, %s time, is answered\n%s\nnobody is answered\n%s", who.kind, time, got, first.text)
						}
						if time == "first" && !slices.Equal(statements, did) {
							t.Errorf("%s runs\n%s\nnobody runs\n%s", who.kind, strings.Join(statements, "; "), strings.Join(did, "; "))
						}
					}
				}
			})
		})
	}
}

// TestTheRightPasswordRevealsNothing: S42, A-105: if an account admits
// nobody, the answer to its right password is that to a wrong one of an unknown account.
func TestTheRightPasswordRevealsNothing(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, call := range seed.InOrder(map[string]func(p *harness.Person) harness.Call{
			"login":   func(p *harness.Person) harness.Call { return signIn(p.Username, p.Password) },
			"session": func(p *harness.Person) harness.Call { return s.opening(p) },
		}) {
			want := harness.Comparable(s.Do(call(s.nobody())))
			for _, end := range []func(*stage, *harness.Person){(*stage).disable, (*stage).lock} {
				p := s.person()
				end(s, p)
				if got := harness.Comparable(s.Do(call(p))); got != want {
					t.Errorf("%s: the right password of an inactive account is answered\n%s\nnobody is answered\n%s", name, got, want)
				}
			}
		}
	})
}

// TestTheLimiterRevealsNothing: S43, A-105: driven into the back-off, known and unknown
// names stay alike, and so do right and wrong passwords.
func TestTheLimiterRevealsNothing(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		known, nobody := s.person(), s.nobody()
		for n := range 9 {
			a, b := s.Do(signIn(known.Username, "a wrong password")), s.Do(signIn(nobody.Username, "a wrong password"))
			if harness.Comparable(a) != harness.Comparable(b) {
				t.Errorf("try %d: known\n%s\nunknown\n%s", n+1, harness.Comparable(a), harness.Comparable(b))
			}
		}
		before := s.Hasher.Count()
		right := s.Do(signIn(known.Username, known.Password))
		if wrong := s.Do(signIn(nobody.Username, "a wrong password")); harness.Comparable(right) != harness.Comparable(wrong) {
			t.Errorf("while slowed down the right password is answered\n%s\nand a wrong one\n%s", harness.Comparable(right), harness.Comparable(wrong))
		}
		if n := s.Hasher.Count() - before; n != 2 {
			t.Errorf("%d hashes for two tries while slowed down: the time tells", n)
		}
	}, harness.WithSettings(func(set *models.Settings) { set.Sessions.LoginFailures = 5 }))
}

// TestTheMailBudgetRevealsNothing: A-050, S48: over the budget the answer is the same,
// and no further mail leaves, however the name is spelled.
func TestTheMailBudgetRevealsNothing(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		known, nobody := s.person(), s.nobody()
		want := harness.Comparable(s.Do(s.forgot(nobody)))
		for range 100 {
			for _, p := range []*harness.Person{known, nobody} {
				for _, name := range []string{p.Username, strings.ToUpper(p.Username)} {
					a := s.Do(post("/api/ForgotUser/forgotPassword", j{"username": name}))
					if got := harness.Comparable(a); got != want {
						t.Fatalf("answered\n%s\nwant\n%s", got, want)
					}
				}
			}
			s.must(post("/api/ForgotUser/forgotPassword", j{"emailAddress": known.Email}), http.StatusOK)
		}
		if mails := s.Mails(); len(mails) != 3 {
			t.Errorf("%d mails for one account in an hour, want 3", len(mails))
		}
	}, harness.WithSettings(func(set *models.Settings) { set.Tickets.MailsPerHour = 3 }))
}

// TestCodesRevealNothingOfTheirOwners: a code of any user that no longer
// works is answered like one that never was.
func TestCodesRevealNothingOfTheirOwners(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, way := range seed.InOrder(waysToRedeem()) {
			want := harness.Comparable(s.Do(way.with(s, way.issue(s, s.personOf(way)).another())))
			for _, who := range everybody() {
				if who.kind != "disabled" && who.kind != "locked" {
					continue
				}
				p := s.personOf(way)
				call := way.with(s, way.issue(s, p))
				map[string]func(*harness.Person){"disabled": s.disable, "locked": s.lock}[who.kind](p)
				before := s.Hasher.Count()
				if got := harness.Comparable(s.Do(call)); got != want && !way.named {
					t.Errorf("%s of somebody %s is answered\n%s\none that never was\n%s", name, who.kind, got, want)
				}
				if n := s.Hasher.Count() - before; n != 0 {
					t.Errorf("%s of somebody %s costs %d hashes", name, who.kind, n)
				}
			}
		}
	})
}
