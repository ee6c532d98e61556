// Command bench measures what Rekey promises about speed, each figure beside its
// floor, in one run. It is a program and not a set of tests: times depend on the
// machine, so nothing fails on them. docs/performance.md says how to read it.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"
)

// options are the flags.
type options struct {
	duration time.Duration
	rounds   int
	store    string
	asJSON   bool
	profile  string
	serve    string
	expired  int
}

func main() {
	var o options
	flag.DurationVar(&o.duration, "duration", 3500*time.Millisecond, "length of one phase; there are nine in a round")
	flag.IntVar(&o.rounds, "rounds", 3, "rounds, of which the median counts")
	flag.StringVar(&o.store, "store", "sqlite", "sqlite, or mysql: a fresh database on the server that REKEY_TEST_MYSQL_DSN names")
	flag.BoolVar(&o.asJSON, "json", false, "print every round as JSON in place of the table")
	flag.StringVar(&o.profile, "profile", "", "write CPU profiles of the server to this path, followed by .link and .set")
	flag.StringVar(&o.serve, "serve", "", "rekey or floor: be one of the servers (the program starts them itself)")
	flag.IntVar(&o.expired, "expired", 1_000_000, "expired rows beside which a write is measured, for eight phases; 0: it is not")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	if o.serve != "" {
		return serve(ctx, o.serve, os.Stdin, os.Stdout)
	}
	if o.rounds < 1 || o.duration < 100*time.Millisecond {
		return fmt.Errorf("at least one round, of at least 100 ms a phase")
	}
	dir, err := os.MkdirTemp("", "rekey-bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	db, err := openDatabase(ctx, o.store, dir, "rekey")
	if err != nil {
		return err
	}
	defer db.drop()
	r, err := measure(ctx, o, db, dir)
	if err != nil {
		return err
	}
	if o.asJSON {
		e := json.NewEncoder(os.Stdout)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	return r.print(os.Stdout)
}
