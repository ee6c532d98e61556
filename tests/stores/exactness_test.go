package stores_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// others are texts that a careless comparison takes for s.
func others(s string) []string {
	near := []string{s + " ", s + "  ", " " + s, strings.ToUpper(s), s + "\t", s + "\u00a0", strings.Replace(s, "a", "á", 1), ""}
	return slices.DeleteFunc(near, func(n string) bool { return n == s })
}

// TestKeysCompareExactly: no padding, no folding of case or accents, on either engine
//
func TestKeysCompareExactly(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const id, host, name = "a0000000-0000-7000-8000-00000000000a", "acme.example.test", "ada.lovelace"
		p := w.Person(name, func(in *accounts.CreateUserInput) { in.ID = id })
		tenant := w.NewTenant("Other", false, models.DefaultSettings(), host)
		rd := w.Store.Read(t.Context())
		lookups := map[string]func(s string) error{
			id: func(s string) error { _, err := rd.FindUser(s); return err },
			host: func(s string) error {
				found, err := rd.FindHost(s)
				if err == nil && found.TenantID != tenant.ID {
					t.Errorf("%q is the host of %s", s, found.TenantID)
				}
				return err
			},
			name: func(s string) error {
				_, err := rd.FindUserByUsername(w.Tenant.ID, core.UsernameKey(s).Bytes())
				return err
			},
			p.Email: func(s string) error {
				_, err := rd.FindAddress(w.Tenant.ID, models.AddressEmail, core.AddressKey(models.AddressEmail, s).Bytes())
				return err
			},
		}
		for key, find := range seed.InOrder(lookups) {
			if err := find(key); err != nil {
				t.Errorf("%q is not found: %v", key, err)
			}
			for _, other := range others(key) {
				if err := find(other); !errors.Is(err, store.ErrNotFound) {
					t.Errorf("%q finds %q: %v", other, key, err)
				}
			}
		}
		for _, tenantID := range others(w.Tenant.ID) {
			if _, err := rd.FindUserByUsername(tenantID, core.UsernameKey(name).Bytes()); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("the user is found in tenant %q: %v", tenantID, err)
			}
		}
	})
}

// TestCredentialsCompareExactly: keys of callers and of tickets are digests.
func TestCredentialsCompareExactly(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		_, proof := ticketFor(t, w, p)
		for _, other := range others(proof.Secret.Reveal()) {
			wrong := proof
			wrong.Secret = secret.NewText(other)
			if _, err := w.Core.Tickets.InspectTicket(t.Context(), wrong); !errors.Is(err, core.ErrTicketUnusable) {
				t.Errorf("a changed key opens the ticket: %v", err)
			}
		}
		if _, err := w.Core.Tickets.InspectTicket(t.Context(), proof); err != nil {
			t.Error(err)
		}
		l := w.LogIn(p)
		for _, other := range others(l.RefreshToken) {
			if _, err := w.Core.Logins.RefreshSession(t.Context(), secret.NewText(other)); !errors.Is(err, core.ErrRefreshInvalid) {
				t.Errorf("a changed refresh token is taken: %v", err)
			}
		}
		if _, err := w.Core.Logins.RefreshSession(t.Context(), secret.NewText(l.RefreshToken)); err != nil {
			t.Error(err)
		}
	})
}

// TestNamesAreWholeOrRefused: a name of the full length comes back as it was written,
// a longer one is refused, and none is ever cut.
func TestNamesAreWholeOrRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		long := strings.Repeat("n", 255)
		for _, name := range []string{long, "\U0001F98A\U0001F47E-fox", "Žofie-Ünïçødé-名前", "o'brien\\\"%_;--"} {
			p := w.Person("x", func(in *accounts.CreateUserInput) { in.Username, in.Email = name, "" })
			u, err := w.Store.Read(t.Context()).FindUser(p.ID)
			must(t, err)
			if u.Username != name {
				t.Errorf("%q came back as %q", name, u.Username)
			}
			w.LogIn(p)
		}
		pad := strings.Repeat(" ", 245)
		for _, name := range []string{long + "n", "admin" + pad + "xxxxxx", strings.Repeat("n", 300), "admin ", " admin", "ad\x00min", "\xff"} {
			_, err := w.Core.Accounts.CreateUser(asOwner(t.Context()), accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: name, Locale: "en"})
			if !errors.Is(err, core.ErrNameShape) {
				t.Errorf("a name of %d bytes: %v", len(name), err)
			}
		}
		if !onServer(w) {
			return // SQLite cuts nothing, whatever the length
		}
		err := w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			return tx.InsertApplication(&models.Application{ID: secret.NewShortID(), Name: strings.Repeat("n", 201)})
		})
		if err == nil {
			t.Error("a text too long for its column was stored")
		}
	})
}

// TestTimesAreExact: what is written comes back to the microsecond, in UTC, whatever
// zone and precision it came with.
func TestTimesAreExact(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		east, west := time.FixedZone("east", 5*3600+1800), time.FixedZone("west", -8*3600)
		for i, at := range []time.Time{
			time.Date(2031, 2, 3, 4, 5, 6, 123456789, time.UTC), time.Date(2031, 2, 3, 4, 5, 6, 999999999, east),
			time.Date(2031, 12, 31, 23, 59, 59, 1000, west), time.Date(2032, 2, 29, 0, 0, 0, 0, east),
			time.Date(2031, 2, 3, 4, 5, 6, 120000000, time.UTC), time.Date(2031, 7, 1, 2, 30, 0, 999, time.UTC),
		} {
			want := at.UTC().Truncate(time.Microsecond)
			p := w.Person("ada" + string(rune('a'+i)))
			tx := w.Store.Write(t.Context())
			for range 2 { // the second changes nothing, and still counts (clientFoundRows)
				if ok, err := tx.SetDisabled(p.ID, &at); !ok || err != nil {
					t.Fatalf("%v, %v", ok, err)
				}
			}
			if _, err := tx.ReplaceCredential(1, &models.Credential{UserID: p.ID, ExpiresAt: &at}); err != nil {
				t.Fatal(err)
			}
			row := &models.Ticket{ID: secret.NewID(), UserID: p.ID, Lookup: secret.Sum(p.ID).Bytes(), ExpiresAt: at, CreatedAt: at}
			must(t, tx.InsertTicket(row))
			u, err := tx.FindUser(p.ID)
			must(t, err)
			c, err := tx.FindCredential(p.ID)
			must(t, err)
			k, err := tx.FindTicketByID(row.ID)
			must(t, err)
			for name, got := range seed.InOrder(map[string]time.Time{
				"disabled": *u.DisabledAt, "password": *c.ExpiresAt, "ticket": k.ExpiresAt, "created": k.CreatedAt, "in memory": row.ExpiresAt,
			}) {
				if got != want || got.Location() != time.UTC {
					t.Errorf("%s: %v came back as %v", name, at, got)
				}
			}
		}
		if u, err := w.Store.Read(t.Context()).FindUser(w.Person("bob").ID); err != nil || !u.CreatedAt.Equal(w.Clock.Now()) {
			t.Errorf("created at %v, now is %v", u.CreatedAt, w.Clock.Now())
		}
	})
}

// TestExpiryIsComparedInOneZone: a ticket is live until its last microsecond and no
// longer, though it was written with another zone.
func TestExpiryIsComparedInOneZone(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for _, zone := range []*time.Location{time.UTC, time.FixedZone("east", 9*3600), time.FixedZone("west", -9*3600)} {
			row := &models.Ticket{
				ID: secret.NewID(), UserID: p.ID, Lookup: secret.Sum(zone.String()).Bytes(), ExpiresAt: w.Clock.Now().Add(time.Minute).In(zone),
			}
			must(t, w.Store.Write(t.Context()).InsertTicket(row))
			w.Clock.Advance(time.Minute - time.Microsecond)
			if ok, err := w.Store.Write(t.Context()).MarkOpened(row.ID); !ok || err != nil {
				t.Errorf("%v: dead before its time, %v", zone, err)
			}
			w.Clock.Advance(time.Microsecond)
			if ok, err := w.Store.Write(t.Context()).ConsumeTicket(row.ID); ok || err != nil {
				t.Errorf("%v: alive after its time, %v", zone, err)
			}
		}
	})
}

// TestAnUpdateThatChangesNothingCounts alike on both engines: the row was there.
func TestAnUpdateThatChangesNothingCounts(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		tx := w.Store.Write(t.Context())
		for name, update := range seed.InOrder(map[string]func(id string) (bool, error){
			"enable": func(id string) (bool, error) { return tx.SetDisabled(id, nil) },
			"rehash": func(id string) (bool, error) { return tx.RehashCredential(id, 1, models.PasswordHash{Encoded: "$x$"}) },
		}) {
			for range 2 {
				if ok, err := update(p.ID); !ok || err != nil {
					t.Errorf("%s: %v, %v", name, ok, err)
				}
			}
			if ok, err := update(secret.NewID()); ok || err != nil {
				t.Errorf("%s of nobody: %v, %v", name, ok, err)
			}
		}
	})
}

// TestEmptyValuesWidenNothing: an empty key, list or filter finds and changes nobody
//
func TestEmptyValuesWidenNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		id, _ := ticketFor(t, w, p)
		w.LogIn(p)
		w.Key("users:read")
		tx := w.Store.Write(t.Context())
		_, u := tx.FindUser("")
		_, n := tx.FindUserByUsername(w.Tenant.ID, nil)
		_, a := tx.FindAddress("", "", nil)
		_, k := tx.FindTicketByID("")
		_, s := tx.FindSession("")
		_, key := tx.FindAPIKey("")
		for i, err := range []error{u, n, a, k, s, key} {
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("lookup %d by nothing: %v", i, err)
			}
		}
		for name, end := range seed.InOrder(map[string]func() (int, error){
			"tickets":    func() (int, error) { ids, err := tx.EndTickets("", models.EndedRevoked); return len(ids), err },
			"sessions":   func() (int, error) { return tx.EndSessionsOf("") },
			"tokens":     func() (int, error) { return tx.RevokeRefreshTokensOf("") },
			"family":     func() (int, error) { return tx.RevokeFamily("") },
			"challenges": func() (int, error) { return tx.EndChallengesOf("") },
			"keys":       func() (int, error) { return tx.RevokeKeysOfUser("") },
		}) {
			if n, err := end(); n != 0 || err != nil {
				t.Errorf("%s: nobody's were ended, that is %d, %v", name, n, err)
			}
		}
		must(t, tx.ClearHistory(""))
		if rows, total, err := tx.ListSessions(store.SessionFilter{Scope: store.Scope{ApplicationID: p.ApplicationID, TenantIDs: []string{}}, UserID: p.ID, Limit: 10}); len(rows) != 0 || total != 0 || err != nil {
			t.Errorf("no tenants list %d sessions, %v", total, err)
		}
		if ticket, err := tx.FindTicketByID(id); err != nil || !ticket.Live(w.Clock.Now()) {
			t.Errorf("the ticket died, %v", err)
		}
	})
}
