package stores_test

import (
	"context"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// verify checks the whole trail, or one tenant's, in steps of so many events.
func verify(t testing.TB, w *harness.World, tenantID string, most int) *audit.VerifiedAudit {
	t.Helper()
	in, all := audit.VerifyAuditInput{TenantID: tenantID, Limit: most}, &audit.VerifiedAudit{}
	for {
		out, err := w.Core.Audit.VerifyAudit(asOwner(t.Context()), in)
		must(t, err)
		all.Checked, all.Chains, all.Flaw = all.Checked+out.Checked, all.Chains+out.Chains, out.Flaw
		if in.After = out.Next; out.Next == nil {
			return all
		}
	}
}

// intact fails if the trail is not what was written.
func intact(t testing.TB, w *harness.World) {
	t.Helper()
	if v := verify(t, w, "", 10_000); v.Flaw != nil || v.Checked == 0 {
		t.Fatalf("%d events checked: %+v", v.Checked, v.Flaw)
	}
}

// forger has the database in his hands, but not the secret file.
type forger struct {
	*harness.World
	t           testing.TB
	db          *gorm.DB
	events      []models.Event
	chain       models.EventChain
	early       models.EventChain // as it was before
	checkpoints []models.Checkpoint
}

const (
	signedAt = 9  // the sequence of the one checkpoint
	lastAt   = 15 // and of the last event
)

func newForger(t testing.TB, w *harness.World) *forger {
	t.Helper()
	f := &forger{World: w, t: t, db: openRaw(t, w.DBURL)}
	write := func(through int) {
		for i := f.count() + 1; i <= through; i++ {
			text := func(name string) string { return fmt.Sprintf("%s-%d", name, i) }
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				return tx.AppendEvent(&models.Event{
					ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, UserID: text("user"), ActorKind: "user",
					ActorID: text("actor"), Action: models.Action(text("act")), Outcome: "done", Surface: "rekey", RequestID: text("request"),
					Source: text("source"), TicketID: text("ticket"), Detail: "übel\r\n{\"a\":1}\x1b[0m", // S93
				})
			}))
		}
	}
	write(6)
	f.load()
	f.early = f.chain
	write(signedAt)
	w.Clock.Advance(time.Hour)
	w.Deliver()
	write(lastAt)
	f.load()
	if len(f.checkpoints) != 1 || f.checkpoints[0].Sequence != signedAt || f.chain.Sequence != lastAt {
		t.Fatalf("%+v %+v", f.checkpoints, f.chain)
	}
	return f
}

func (f *forger) count() int {
	var n int64
	must(f.t, f.db.Model(&models.Event{}).Where("tenant_id = ?", f.Tenant.ID).Count(&n).Error)
	return int(n)
}

func (f *forger) load() {
	f.events, f.checkpoints, f.chain = nil, nil, models.EventChain{}
	must(f.t, f.db.Where("tenant_id = ?", f.Tenant.ID).Order("sequence").Find(&f.events).Error)
	must(f.t, f.db.Where("tenant_id = ?", f.Tenant.ID).Take(&f.chain).Error)
	must(f.t, f.db.Where("tenant_id = ?", f.Tenant.ID).Find(&f.checkpoints).Error)
}

// mend puts everything back.
func (f *forger) mend() {
	f.t.Helper()
	for _, m := range []any{&models.Event{}, &models.EventChain{}, &models.Checkpoint{}} {
		must(f.t, f.db.Where("tenant_id <> ''").Delete(m).Error)
	}
	must(f.t, f.db.Create(slices.Clone(f.events)).Error)
	must(f.t, f.db.Create(slices.Clone(f.checkpoints)).Error)
	chain := f.chain
	must(f.t, f.db.Create(&chain).Error)
}

func (f *forger) exec(statement string, args ...any) {
	f.t.Helper()
	must(f.t, f.db.Exec(statement, args...).Error)
}

// cut deletes the events from one to another.
func (f *forger) cut(from, to int64) {
	f.exec("DELETE FROM events WHERE tenant_id = ? AND sequence BETWEEN ? AND ?", f.Tenant.ID, from, to)
}

// end says where the chain ends.
func (f *forger) end(c models.EventChain) {
	f.exec("UPDATE event_chains SET sequence = ?, head = ?, seal = ? WHERE tenant_id = ?", c.Sequence, c.Head, c.Seal, f.Tenant.ID)
}

// redo changes an event and makes the rest of the chain fit, as far as he can.
func (f *forger) redo(from int) {
	tail := slices.Clone(f.events[from-1:])
	tail[0].ActorID = "somebody else"
	chain := models.EventChain{TenantID: f.Tenant.ID, Sequence: int64(from - 1), Head: f.events[from-1].PreviousHash, Seal: f.chain.Seal}
	for i := range tail {
		trail.Link(&chain, []*models.Event{&tail[i]})
		f.exec("UPDATE events SET actor_id = ?, previous_hash = ?, hash = ? WHERE id = ?", tail[i].ActorID, tail[i].PreviousHash, tail[i].Hash, tail[i].ID)
	}
	f.end(chain)
}

// flip changes one byte of one column of an event, and tells what the check must find.
func (f *forger) flip(column *schema.Field, at int) trail.Flaw {
	e := f.events[at-1]
	bad := trail.Flaw{TenantID: f.Tenant.ID, Sequence: e.Sequence, EventID: e.ID, Why: trail.Changed}
	value, _ := column.ValueOf(f.t.Context(), reflect.ValueOf(&e).Elem())
	if text := reflect.ValueOf(value); text.Kind() == reflect.String {
		value = text.String() // of whichever type
	}
	switch v := value.(type) {
	case string:
		value = v[:len(v)-1] + string(v[len(v)-1]^1)
		switch column.DBName {
		case "id":
			bad.EventID = value.(string)
		case "tenant_id":
			bad.Why, bad.EventID = trail.Missing, ""
		}
	case []byte:
		value = append(append([]byte{}, v[:31]...), v[31]^1)
	case int64:
		value = v ^ 256
		bad.Why, bad.EventID = trail.Missing, ""
	case time.Time:
		value = v.Add(time.Microsecond)
	default:
		f.t.Fatalf("column %s holds %T", column.DBName, value)
	}
	must(f.t, f.db.Model(&models.Event{}).Where("id = ?", e.ID).UpdateColumn(column.DBName, value).Error)
	return bad
}

// TestTheTrailShowsEveryForgery (S94): one byte of any column, a row that is gone or was
// added, an order that was changed, a tail that was written again.
func TestTheTrailShowsEveryForgery(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f := newForger(t, w)
		expect := func(name string, want trail.Flaw) {
			t.Helper()
			for _, most := range []int{10_000, 4} {
				v := verify(t, w, w.Tenant.ID, most)
				if v.Flaw == nil || *v.Flaw != want {
					t.Errorf("%s, %d at a time: %+v, want %+v", name, most, v.Flaw, want)
				}
			}
			if v := verify(t, w, "", 10_000); v.Flaw == nil {
				t.Errorf("%s: the check of all chains finds nothing", name)
			}
			f.mend()
			if v := verify(t, w, w.Tenant.ID, 10_000); v.Flaw != nil || v.Checked != lastAt || v.Chains != 1 {
				t.Fatalf("%s was mended: %+v %+v", name, v, v.Flaw)
			}
		}
		columns, err := schema.Parse(&models.Event{}, &sync.Map{}, schema.NamingStrategy{})
		must(t, err)
		for _, column := range columns.Fields {
			for _, at := range []int{2, signedAt, lastAt} {
				bad := f.flip(column, at)
				expect(fmt.Sprintf("a byte of %s of event %d", column.DBName, at), bad)
			}
		}
		for name, forgery := range seed.InOrder(f.forgeries()) {
			forgery.by()
			bad := trail.Flaw{TenantID: w.Tenant.ID, Sequence: forgery.at, Why: forgery.why}
			if forgery.event > 0 {
				bad.EventID = f.events[forgery.event-1].ID
			}
			expect(name, bad)
		}
	})
}

type forgery struct {
	by    func()
	at    int64
	why   trail.Reason
	event int // the number of the one that is named, if it is there
}

func (f *forger) forgeries() map[string]forgery {
	before := func(at int64) models.EventChain {
		return models.EventChain{Sequence: at - 1, Head: f.events[at-1].PreviousHash, Seal: f.chain.Seal}
	}
	jws := f.checkpoints[0].Signature
	resign := func(signature string) func() {
		return func() { f.exec("UPDATE checkpoints SET signature = ? WHERE tenant_id = ?", signature, f.Tenant.ID) }
	}
	parts := strings.Split(jws, ".")
	return map[string]forgery{
		"the first event is gone":        {func() { f.cut(1, 1) }, 1, trail.Missing, 0},
		"one in the middle is gone":      {func() { f.cut(5, 5) }, 5, trail.Missing, 0},
		"the last is gone":               {func() { f.cut(lastAt, lastAt) }, lastAt, trail.Missing, 0},
		"all are gone":                   {func() { f.cut(1, lastAt) }, 1, trail.Missing, 0},
		"all are gone, and the end":      {func() { f.cut(1, lastAt); f.exec("DELETE FROM event_chains WHERE tenant_id <> ''") }, 1, trail.Missing, 0},
		"the end is gone":                {func() { f.exec("DELETE FROM event_chains WHERE tenant_id <> ''") }, 1, trail.HeadMismatch, 0},
		"the last is cut off":            {func() { f.cut(lastAt, lastAt); f.end(before(lastAt)) }, lastAt - 1, trail.HeadMismatch, 0},
		"an earlier end is put back":     {func() { f.cut(f.early.Sequence+1, lastAt); f.end(f.early) }, f.early.Sequence + 1, trail.CheckpointMismatch, 0},
		"an event is put behind the end": {func() { f.end(before(lastAt)) }, lastAt, trail.HeadMismatch, 0},
		"a tail is written anew":         {func() { f.redo(12) }, lastAt, trail.HeadMismatch, 0},
		"a signed tail is written anew":  {func() { f.redo(3) }, signedAt, trail.CheckpointMismatch, signedAt},
		"another head":                   {func() { f.exec("UPDATE event_chains SET head = seal WHERE tenant_id = ?", f.Tenant.ID) }, lastAt, trail.HeadMismatch, 0},
		"an event is renumbered": {func() {
			f.cut(5, 5)
			e := f.events[5]
			e.Sequence = 5
			f.exec("UPDATE events SET sequence = 5, hash = ? WHERE id = ?", trail.Hash(&e), e.ID)
		}, 5, trail.OutOfOrder, 6},
		"a checkpoint says another head": {func() { f.exec("UPDATE checkpoints SET head = ? WHERE tenant_id = ?", f.chain.Head, f.Tenant.ID) }, signedAt, trail.CheckpointSignature, signedAt},
		"a checkpoint of another time": {func() {
			f.exec("UPDATE checkpoints SET created_at = ? WHERE tenant_id = ?", f.Clock.Now().Add(time.Hour), f.Tenant.ID)
		}, signedAt, trail.CheckpointSignature, signedAt},
		"a checkpoint without signature": {resign(parts[0] + "." + parts[1] + "."), signedAt, trail.CheckpointSignature, signedAt},
		"a checkpoint of no algorithm":   {resign("eyJhbGciOiJub25lIiwidHlwIjoicmVrZXktY2hlY2twb2ludCtqd3QifQ." + parts[1] + "."), signedAt, trail.CheckpointSignature, signedAt},
		"another signature":              {resign(parts[0] + "." + parts[1] + "." + strings.Repeat("A", len(parts[2]))), signedAt, trail.CheckpointSignature, signedAt},
		"no signature at all":            {resign("x"), signedAt, trail.CheckpointSignature, signedAt},
	}
}

// A row that cannot even be read is named like any other.
func TestTheTrailNamesAnUnreadableEvent(t *testing.T) {
	t.Parallel()
	w := harness.New(t, harness.SQLite())
	f := newForger(t, w)
	f.exec("UPDATE events SET at = 'long ago' WHERE id = ?", f.events[6].ID)
	want := trail.Flaw{TenantID: w.Tenant.ID, Sequence: 7, EventID: f.events[6].ID, Why: trail.Changed}
	if v := verify(t, w, "", 10_000); v.Flaw == nil || *v.Flaw != want {
		t.Errorf("%+v", v.Flaw)
	}
}

// TestCheckpointsAreWrittenOnceAndNotOverAForgery: also by several nodes at once; the
// log has them too, and nothing that was forged is ever signed.
func TestCheckpointsAreWrittenOnceAndNotOverAForgery(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		f := newForger(t, w)
		if log := w.Log.String(); !strings.Contains(log, f.checkpoints[0].Signature) || !strings.Contains(log, hex.EncodeToString(f.checkpoints[0].Head)) {
			t.Error("the log lacks the checkpoint")
		}
		w.Deliver() // not due: less than an hour, less than a thousand events
		f.exec("UPDATE event_chains SET seal = head WHERE tenant_id = ?", w.Tenant.ID)
		w.Clock.Advance(time.Hour)
		if signed, err := w.Core.Audit.WriteCheckpoints(t.Context()); err == nil || len(signed) != 0 {
			t.Errorf("%v was signed: %v", signed, err)
		}
		f.mend()
		wrote := make([]int, 4)
		for _, err := range together(len(wrote), func(i int) error {
			signed, err := w.Core.Audit.WriteCheckpoints(context.Background())
			wrote[i] = len(signed)
			return err
		}) {
			must(t, err)
		}
		if slices.Sort(wrote); !slices.Equal(wrote, []int{0, 0, 0, 1}) {
			t.Errorf("%v checkpoints were written at once", wrote)
		}
		intact(t, w)
		w.Clock.Advance(24 * time.Hour)
		if signed, err := w.Core.Audit.WriteCheckpoints(t.Context()); err != nil || len(signed) != 0 {
			t.Errorf("a chain that did not go on was signed again: %v %v", signed, err)
		}
		must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			for range 1000 {
				if err := tx.AppendEvent(&models.Event{TenantID: w.Tenant.ID}); err != nil {
					return err
				}
			}
			return nil
		}))
		if signed, err := w.Core.Audit.WriteCheckpoints(t.Context()); err != nil || len(signed) != 1 {
			t.Errorf("after a thousand events: %v %v", signed, err)
		}
		intact(t, w)
	})
}

// TestChainsGrowTogether: transactions of several tenants at once, in any order of
// tenants, leave chains without gaps, while others look.
func TestChainsGrowTogether(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		tenants := []string{w.Tenant.ID, w.Sibling("Sibling").ID, "", secret.NewShortID()}
		const each = 8
		for _, err := range together(8, func(i int) error {
			for n := range each {
				err := w.Store.InTx(context.Background(), func(tx *store.Tx) error {
					for k := range tenants {
						if err := tx.AppendEvent(&models.Event{TenantID: tenants[(i+k*(1+i%2*2))%len(tenants)], Action: "test"}); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					return err
				}
				if n%4 == 0 {
					v, err := w.Core.Audit.VerifyAudit(asOwner(context.Background()), audit.VerifyAuditInput{Limit: 100_000})
					if err != nil || v.Flaw != nil {
						return fmt.Errorf("while it grows: %w %+v", err, v)
					}
				}
			}
			return nil
		}) {
			must(t, err)
		}
		v := verify(t, w, "", 100_000)
		if v.Flaw != nil || v.Chains != len(tenants) || v.Checked != 8*each*len(tenants)+2 { // two tenants were created
			t.Errorf("%+v %+v", v, v.Flaw)
		}
	})
}

// An event by itself is a transaction of its own. That a handle that only reads writes none
// is held by the compiler, and by TestAWriteThroughAReaderDoesNotCompile in tests/shape.
func TestAnEventByItself(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		must(t, w.Store.Write(t.Context()).AppendEvent(&models.Event{TenantID: w.Tenant.ID, Action: "test"}))
		intact(t, w)
	})
}
