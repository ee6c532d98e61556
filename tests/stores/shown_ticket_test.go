package stores_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAShownTicketIsTheTicketAndItsUser: the one statement that reads both by hand
// brings what the models bring, column for column.
func TestAShownTicketIsTheTicketAndItsUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		anna := w.Person("anna", harness.WithMFA, harness.WithExternalID("163840776835432705"))
		tx := w.Store.Write(t.Context())
		at := func(minutes int) *time.Time {
			moment := w.Clock.Now().Add(time.Duration(minutes) * time.Minute).Truncate(time.Microsecond).UTC()
			return &moment
		}
		lookup := secret.Sum("a ticket for this test")
		must(t, tx.InsertTicket(&models.Ticket{
			ID: secret.NewID(), ApplicationID: anna.ApplicationID, TenantID: anna.TenantID, UserID: anna.ID,
			Purpose: models.PurposeReset, Medium: models.MediumLink, Proof: models.ProofOTP, Lookup: lookup.Bytes(),
			CodeMAC: secret.Sum("its code").Bytes(), AddressID: secret.NewID(), FailedTries: 2, MaxTries: 5,
			CreatedAt: *at(0), ExpiresAt: *at(1), OpenedAt: at(2), VerifiedAt: at(3), ConsumedAt: at(4), EndedAt: at(5), EndedBecause: models.EndedRevoked,
		}))
		if _, err := tx.SetDisabled(anna.ID, at(6)); err != nil {
			t.Fatal(err)
		}
		if _, err := tx.LockUser(anna.ID); err != nil {
			t.Fatal(err)
		}
		have, err := tx.FindShownTicket(secret.Sum("another"), lookup)
		must(t, err)
		row, err := tx.FindTicketByID(have.ID)
		must(t, err)
		u, err := tx.FindUser(anna.ID)
		must(t, err)
		want := store.ShownTicket{
			ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID,
			Purpose: row.Purpose, Medium: row.Medium, Proof: row.Proof, CodeMAC: row.CodeMAC, AddressID: row.AddressID,
			FailedTries: row.FailedTries, MaxTries: row.MaxTries, ExpiresAt: row.ExpiresAt,
			OpenedAt: row.OpenedAt, ConsumedAt: row.ConsumedAt, EndedBecause: row.EndedBecause,
			ExternalID: u.ExternalID, Username: u.Username, MFA: u.MFA, Directory: u.Directory, DisabledAt: u.DisabledAt, LockedAt: u.LockedAt,
		}
		v := reflect.ValueOf(want)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Field(i).IsZero() && name != "Directory" {
				t.Errorf("%s is empty: the comparison cannot tell", name)
			}
		}
		if !reflect.DeepEqual(*have, want) {
			t.Errorf("have %+v\nwant %+v", *have, want)
		}
		if _, err := tx.FindShownTicket(secret.Sum("another")); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("an unknown ticket gives %v", err)
		}
	})
}
