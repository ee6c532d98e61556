package store_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// Rows of the large table: what was sent, and what one tenant queued at once. The plans
// were the same at 1,000,000 and 100,000.
const (
	sentRows   = 20_000
	queuedRows = 5_000
)

// TestNoLookReadsWhatWasSent: the statements of a look take the index that holds a lane
// together, however much was sent, and however much one tenant has in line.
func TestNoLookReadsWhatWasSent(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		fillMessages(t, w, sentRows, queuedRows)
		m := &models.Message{ID: "m-zz", TenantID: "big", UserID: "u-2", Destination: []byte("d-0"), NextAttemptAt: w.Clock.Now()}
		claim := &store.Claim{Message: *m, Until: w.Clock.Now()}
		for _, look := range []struct {
			name, index string
			run         func(*store.Tx)
		}{
			{"what became due", "idx_messages_due", func(tx *store.Tx) { _, _ = tx.DueMessages(256) }},
			{"which applications wait", "idx_messages_application", func(tx *store.Tx) { _, _, _ = tx.ReadyApplications("aaa", 64) }},
			{"which tenants wait", "idx_messages_application", func(tx *store.Tx) { _, _, _ = tx.ReadyTenants("app", "aaa", 64) }},
			{"whither", "idx_messages_lane", func(tx *store.Tx) { _, _, _ = tx.ReadyDestinations("big", []byte("d-"), 64) }},
			{"the first of a lane", "idx_messages_lane", func(tx *store.Tx) { _, _ = tx.FirstReady("big", []byte("d-0"), []string{"u-1"}) }},
			{"the claim", "idx_messages_user_id", func(tx *store.Tx) { _, _ = tx.ClaimMessage(m, time.Minute) }},
			{"the lease", "PRIMARY", func(tx *store.Tx) { _, _ = tx.RenewClaim(claim, time.Minute) }},
			{"in line", "PRIMARY", func(tx *store.Tx) { _, _ = tx.LineUp("m-1", w.Clock.Now(), []byte("d-0")) }},
		} {
			statements := w.Store.Statements(t.Context(), look.run)
			if len(statements) != 1 {
				t.Fatalf("%s: %d statements", look.name, len(statements))
			}
			plan := explain(t, w, statements[0])
			index := look.index
			if w.Kind == "sqlite" && index == "PRIMARY" {
				index = "sqlite_autoindex_messages_1"
			}
			if !strings.Contains(plan, index) || strings.Contains(plan, "SCAN messages") || strings.Contains(plan, "filesort") ||
				strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "messages|ALL|") {
				t.Errorf("%s takes not %s alone:\n%s\n%s", look.name, index, statements[0], plan)
			}
		}
	})
}

// fillMessages queues messages of one tenant behind messages that were sent.
func fillMessages(t *testing.T, w *harness.World, sent, queued int) {
	t.Helper()
	now := w.Clock.Now()
	db := harness.Beside(t, w.DBURL)
	insert := func(state models.MessageState, ready, rows int) {
		concat := "'m-%s-' || n, 'app', 'big', 'u-' || n, '', 'email', 'reset_link', 'd-' || (n %% 100)"
		if w.Kind != "sqlite" {
			concat = "CONCAT('m-%s-', n), 'app', 'big', CONCAT('u-', n), '', 'email', 'reset_link', CONCAT('d-', n %% 100)"
		}
		_, err := db.ExecContext(t.Context(), `INSERT INTO messages
 (id, application_id, tenant_id, user_id, ticket_id, channel, template, destination, state, ready, next_attempt_at, attempts, last_answer, created_at)
 WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < `+fmt.Sprint(rows)+`)
 SELECT `+fmt.Sprintf(concat, state)+`, ?, ?, ?, 0, '', ? FROM numbers`, state, ready, now, now)
		if err != nil {
			t.Fatal(err)
		}
	}
	if w.Kind != "sqlite" {
		db.SetMaxOpenConns(1)
		if _, err := db.ExecContext(t.Context(), "SET SESSION max_recursive_iterations = 10000000"); err != nil {
			t.Fatal(err)
		}
	}
	insert(models.MessageSent, 0, sent)
	insert(models.MessageQueued, 1, queued)
	analyze := "ANALYZE"
	if w.Kind != "sqlite" {
		analyze = "ANALYZE TABLE messages"
	} else {
		return // as it is in production, where nobody runs it
	}
	if rows, err := db.QueryContext(t.Context(), analyze); err == nil {
		_ = rows.Close()
	}
}

// explain is a statement's plan, a line a step.
func explain(t *testing.T, w *harness.World, statement string) string {
	t.Helper()
	prefix := "EXPLAIN QUERY PLAN "
	if w.Kind != "sqlite" {
		prefix = "EXPLAIN "
	}
	rows, err := harness.Beside(t, w.DBURL).QueryContext(t.Context(), prefix+statement)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var plan strings.Builder
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			plan.WriteString(c.String + "|")
		}
		plan.WriteString("\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return plan.String()
}
