package contract_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Hashes of other systems, with what they are of.
const (
	entrustHashed = "imported and remembered"
	entrustHash   = "$2a$10$20FWL6zjDgCuj5IIfP5cxOAd/jg136HSQBEV4hCQDHQ/d.HELZAtu"
	// of "long enough " six times: 72 bytes, all that bcrypt reads
	entrustHashOf72 = "$2a$10$63SGvr.D.NtJXO11zEiRNOoO/YRmR4aVGK/7CVPmpxrZnwf/OMoi6"
)

func entrustImport(hash string) entrustBody {
	return entrustBody{"password": hash, "passwordFormat": "BCRYPT", "emailPassword": false}
}

func TestEntrustAnImportedHashLogsInAndIsRenewed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		old := w.LogIn(ada)
		a := w.Do(entrustPut(w, ada, entrustImport(entrustHash)))
		if a.Status != 200 || a.Field(t, "present") != "true" || a.Field(t, "forceUpdate") != "false" || strings.Contains(a.Body, "$2") {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		if session, refresh := entrustAlive(w, old); session || refresh {
			t.Error("an earlier login lives on")
		}
		if w.CanLogIn(ada, harness.Password) || entrustLogin(w, ada, entrustHashed+" ") != "refused" {
			t.Error("another password logs in")
		}
		if got := entrustLogin(w, ada, entrustHashed); got != "in" {
			t.Fatalf("login: %s", got)
		}
		cred, err := w.Store.Read(context.Background()).FindCredential(ada.ID)
		if err != nil || !strings.HasPrefix(cred.Hash.Encoded, "$argon2id$") || cred.Hash.KeyID == "" {
			t.Errorf("not renewed at login: %v %.10s", err, cred.Hash.Encoded)
		}
		if entrustLogin(w, ada, entrustHashed) != "in" || entrustMailed(w, entrustHash) {
			t.Error("the renewed hash does not log in, or the hash was mailed")
		}
		events, err := w.Store.Read(context.Background()).EventsOf(ada.ID, 20)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(events, func(e models.Event) bool {
			return e.Action == "password.import" && e.Detail == "bcrypt" && e.ActorID != "" && e.ActorKind == "api_key"
		}) {
			t.Errorf("no event tells of the import and who did it: %+v", events)
		}
	})
}

// TestEntrustBcryptIsComparedAsItWasMade: by its first 72 bytes, until the login that renews
// the hash over the whole password.
func TestEntrustBcryptIsComparedAsItWasMade(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada", harness.NoPassword)
		if a := w.Do(entrustPut(w, ada, entrustImport(entrustHashOf72))); a.Status != 200 {
			t.Fatal(a.Body)
		}
		cut := strings.Repeat("long enough ", 6)
		long := cut + "and what the other system never looked at"
		for _, login := range []struct{ password, want string }{
			{cut[:71], "refused"}, {long, "in"}, {cut, "refused"}, {long + "x", "refused"}, {long, "in"},
		} {
			if got := entrustLogin(w, ada, login.password); got != login.want {
				t.Errorf("%d bytes: %s, want %s", len(login.password), got, login.want)
			}
		}
	})
}

// entrustRestrictions are the five restrictions on an import, each with what breaks it.
func entrustRestrictions() []struct {
	field string
	value any
	says  string
} {
	return []struct {
		field string
		value any
		says  string
	}{
		{"", nil, "path:userid not_local"}, // the user is one of a directory
		{"currentPassword", harness.Password, "/currentPassword must_be_null"},
		{"generatePassword", true, "/generatePassword must_be_false"},
		{"emailPassword", true, "/emailPassword must_be_false"},
		{"returnPassword", true, "/returnPassword must_be_false"},
	}
}

func TestEntrustEachRestrictionOfAnImportAloneAndInPairs(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		local, remote := w.Person("ada"), w.Person("rex", harness.InDirectory)
		rules := entrustRestrictions()
		for i := range rules {
			for j := i; j < len(rules); j++ {
				subject, body, want := local, entrustImport(entrustHash), []string{}
				for _, rule := range rules[i : j+1] {
					if rule != rules[i] && rule != rules[j] {
						continue
					}
					want = append(want, rule.says)
					if rule.field == "" {
						subject = remote
						continue
					}
					body[rule.field] = rule.value
				}
				slices.Sort(want)
				a := entrustUnchanged(t, w, subject, entrustPut(w, subject, body), 400)
				if got := entrustErrors(t, a); !slices.Equal(got, want) || a.Field(t, "errorCode") != "invalid_password" {
					t.Errorf("%v: says %v: %s", want, got, a.Body)
				}
				if i == j && !strings.HasSuffix(a.Field(t, "errorMessage"), "when passwordFormat is BCRYPT") {
					t.Errorf("%v has no message of its own: %s", want, a.Body)
				}
			}
		}
		body := entrustImport(entrustHash)
		delete(body, "emailPassword")
		a := entrustUnchanged(t, w, local, entrustPut(w, local, body), 400)
		if a.Field(t, "errorMessage") != "emailPassword must be false when passwordFormat is BCRYPT" {
			t.Errorf("emailPassword is true unless it is sent: %s", a.Body)
		}
		body = entrustImport(entrustHash)
		body["currentPassword"] = ""
		entrustUnchanged(t, w, local, entrustPut(w, local, body), 400)
		for _, field := range []string{"generatePassword", "returnPassword"} {
			body[field] = false
		}
		body["currentPassword"] = nil
		if a := w.Do(entrustPut(w, local, body)); a.Status != 200 {
			t.Errorf("all restrictions met, in words: %s", a.Body)
		}
	})
}

func TestEntrustOnlySoundBcryptHashesAreImported(t *testing.T) {
	t.Parallel()
	tail := entrustHash[7:]
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for name, hash := range seed.InOrder(map[string]string{
			"a cost that is too cheap":    "$2b$09$" + tail,
			"a cost that is too high":     "$2b$17$" + tail,
			"the dearest cost":            "$2b$31$" + tail,
			"a cost without its zero":     "$2b$9$" + tail,
			"a cost that is no number":    "$2b$1x$" + tail,
			"a faulty variant":            "$2x$10$" + tail,
			"no variant":                  "$2$10$" + tail,
			"cut short":                   entrustHash[:59],
			"one character more":          entrustHash + "a",
			"a character of no alphabet":  entrustHash[:59] + "!",
			"bits that no hash has":       entrustHash[:59] + "v",
			"a line end":                  entrustHash + "\n",
			"a blank before":              " " + entrustHash,
			"a password in clear":         harness.NewPassword,
			"an argon2id hash":            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$iWh06vD8Fy27wf9npn6FXWiCX4K6pW6Ue1Bnzz07Z8A",
			"a SHA-crypt hash":            "$6$rounds=5000$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjlO/O817G3uBnIFNjnQJuesI68OTLiBFdcbYEdFCoEOfaS35inz1",
			"a hash in the Unix style":    "ada:" + entrustHash,
			"a thousand characters":       "$2b$10$" + strings.Repeat("a", 1000),
			"nothing":                     "",
			"a bcrypt hash of two halves": entrustHash + entrustHash,
		}) {
			a := entrustUnchanged(t, w, ada, entrustPut(w, ada, entrustImport(hash)), 400)
			want := "/password hash_not_accepted"
			if hash == "" {
				want = "/password password_required"
			}
			if got := entrustErrors(t, a); len(got) != 1 || got[0] != want || hash != "" && strings.Contains(a.Body, hash) {
				t.Errorf("%s: %s", name, a.Body)
			}
		}
		clear := entrustBody{"password": entrustHash, "emailPassword": false}
		if a := w.Do(entrustPut(w, ada, clear)); a.Status != 200 || entrustLogin(w, ada, entrustHash) != "in" || w.CanLogIn(ada, entrustHashed) {
			t.Errorf("without passwordFormat a hash is a password like another: %d", a.Status)
		}
	})
}
