package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
)

// writesPerSecond is the fixed rate of writes beside expired rows.
const writesPerSecond = 20

// beside is a write's latency without expired rows, and while they are swept.
type beside struct {
	Rows      int // expired
	None      latencies
	Swept     latencies
	PerSecond float64 // rows that were swept
}

// expiry measures a write while two servers sweep rows that are over for a year, from their
// start on, and in the same moments the same write at a third server, whose database holds none.
func (b *bench) expiry(ctx context.Context, dir string, r role, length time.Duration) (out beside, err error) {
	out.Rows, r.Limited = b.expired, true
	if err := errors.Join(b.limited.end(), b.free.end()); err != nil {
		return out, err
	}
	db, err := openWritable(b.db.URL)
	if err != nil {
		return out, err
	}
	defer func() { _ = db.Close() }()
	fmt.Fprintf(os.Stderr, "planting %d expired rows\n", out.Rows)
	if err := plantExpired(ctx, db, out.Rows); err != nil {
		return out, err
	}
	empty, err := openDatabase(ctx, b.store, dir, "empty")
	if err != nil {
		return out, err
	}
	defer empty.drop()
	other := r
	other.DatabaseURL = empty.URL
	none, err := plant(ctx, other)
	if err != nil {
		return out, err
	}
	var servers []*child
	for _, s := range []struct {
		name string
		role role
	}{{"empty", other}, {"sweeping", r}, {"sweeping-too", r}} {
		c, err := start(ctx, dir, s.name, "rekey", s.role)
		if err != nil {
			return out, err
		}
		defer func() { _ = c.end() }()
		servers = append(servers, c)
	}
	began, both := time.Now(), make(chan error, 1)
	go func() {
		var err error
		out.None, err = fixedRate(ctx, b.client, writesPerSecond, length, rename(servers[0], none))
		both <- err
	}()
	out.Swept, err = fixedRate(ctx, b.client, writesPerSecond, length, rename(servers[1], b.seed))
	took := time.Since(began)
	if err := errors.Join(err, <-both); err != nil {
		return out, err
	}
	left, err := countExpired(ctx, db)
	out.PerSecond = float64(out.Rows-left) / took.Seconds()
	return out, err
}

// rename is a small write: one transaction with its event.
func rename(c *child, s *seed) request {
	return func(n int) (*http.Request, error) {
		body, err := json.Marshal(map[string]string{"givenName": fmt.Sprintf("name %d", n)})
		if err != nil {
			return nil, err
		}
		return send(http.MethodPatch, c.URL+"/v1/users/"+s.IDs[n%len(s.IDs)], s.Key, body)
	}
}

// openWritable opens the database to fill it: rows that a power failure would lose are planted again.
func openWritable(raw string) (*sql.DB, error) {
	if path, ok := strings.CutPrefix(raw, "sqlite:"); ok {
		return sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(30000)&_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)&_pragma=cache_size(-400000)&_txlock=immediate")
	}
	dsn, err := mysqlDSN(raw)
	if err != nil {
		return nil, err
	}
	return sql.Open("mysql", dsn)
}

// expiredTable is what expired rows of a kind consist of.
type expiredTable struct {
	name, columns string
	ours          string // tells the planted ones
	row           func() []any
	share         int // of ten; a token has a session
}

func expiredTables(over time.Time) []expiredTable {
	id := func() string { return random(18) }
	var sessions []string
	return []expiredTable{
		{"sessions", "id, application_id, tenant_id, user_id, token_digest, sequence, metadata, checked_at, expires_at, ends_at, idle_minutes, ended_at", " WHERE user_id = 'somebody'", func() []any {
			sessions = append(sessions, id())
			return []any{sessions[len(sessions)-1], "", "", "somebody", digest(), 1, "", over, over, over, 0, over}
		}, 2},
		{"refresh_tokens", "id, family_id, session_id, application_id, tenant_id, user_id, client_id, digest, expires_at", " WHERE user_id = 'somebody'", func() []any {
			session := sessions[0]
			sessions = sessions[1:]
			return []any{id(), session, session, "", "", "somebody", "", digest(), over}
		}, 2},
		{"tickets", "id, application_id, tenant_id, user_id, purpose, medium, proof, lookup, address_id, link_template, shown_name, failed_tries, max_tries, expires_at, consumed_at, ended_because", " WHERE user_id = 'somebody'", func() []any {
			return []any{id(), "", "", "somebody", "reset", "link", "key", digest(), "", "", "", 0, 0, over, over, ""}
		}, 2},
		{"messages", "id, application_id, tenant_id, user_id, ticket_id, channel, template, state, next_attempt_at, attempts, last_answer, sent_at", " WHERE user_id = 'somebody'", func() []any {
			return []any{id(), "", "", "somebody", "", "email", "reset_link", "sent", over, 1, "250", over}
		}, 2},
		{"counters", "counter_key, hits, window_ends_at", "", func() []any { return []any{digest(), 1, over} }, 2},
	}
}

func random(bytes int) string {
	b := make([]byte, bytes)
	_, _ = rand.Read(b) // never fails since Go 1.24
	return hex.EncodeToString(b)
}

func digest() []byte {
	b := make([]byte, 32)
	_, _ = rand.Read(b)
	return b
}

// plantExpired inserts rows in transactions of some thousands.
func plantExpired(ctx context.Context, db *sql.DB, rows int) error {
	const statement, commit = 250, 40
	for _, t := range expiredTables(time.Now().UTC().AddDate(-1, 0, 0)) {
		for left := rows * t.share / 10; left > 0; {
			tx, err := db.BeginTx(ctx, nil)
			if err != nil {
				return err
			}
			for n := 0; n < commit && left > 0 && err == nil; n++ {
				k := min(left, statement)
				err = insertRows(ctx, tx, t, k)
				left -= k
			}
			if err != nil {
				return errors.Join(err, tx.Rollback())
			}
			if err := tx.Commit(); err != nil {
				return err
			}
		}
	}
	return nil
}

func insertRows(ctx context.Context, tx *sql.Tx, t expiredTable, rows int) error {
	var values []any
	for range rows {
		values = append(values, t.row()...)
	}
	marks := "(?" + strings.Repeat(", ?", len(values)/rows-1) + ")"
	_, err := tx.ExecContext(ctx, "INSERT INTO "+t.name+" ("+t.columns+") VALUES "+marks+strings.Repeat(", "+marks, rows-1), values...)
	return err
}

func countExpired(ctx context.Context, db *sql.DB) (all int, err error) {
	for _, t := range expiredTables(time.Time{}) {
		n := 0
		if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+t.name+t.ours).Scan(&n); err != nil {
			return 0, err
		}
		all += n
	}
	return all, nil
}
