package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// print writes the medians of all rounds, each beside its floor and its goal.
func (r *result) print(w io.Writer) error {
	spent := "server"
	if r.DatabaseIn {
		spent = "server and database"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%d cores, %s, medians of %d rounds, %s a phase. CPU is user and system time of %s.\n\n",
		r.Store, r.Cores, r.GoVersion, len(r.Rounds), r.Phase, spent)
	r.isolation(&b)
	r.costs(&b)
	r.mails(&b)
	r.expired(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// isolation: validating links is not to suffer from hashing.
func (r *result) isolation(b *strings.Builder) {
	idle50, idle99 := r.duration(func(o round) time.Duration { return o.Idle.P50 }), r.duration(func(o round) time.Duration { return o.Idle.P99 })
	on50, on99 := r.duration(func(o round) time.Duration { return o.Limited.Links.P50 }), r.duration(func(o round) time.Duration { return o.Limited.Links.P99 })
	off50, off99 := r.duration(func(o round) time.Duration { return o.Free.Links.P50 }), r.duration(func(o round) time.Duration { return o.Free.Links.P99 })
	onLogins, offLogins := r.number(func(o round) float64 { return o.Limited.Logins }), r.number(func(o round) float64 { return o.Free.Logins })
	beside := fmt.Sprintf("beside %d clients that log in, limiter", loginClients)
	table(b, fmt.Sprintf("validate-link at %d a second", perSecond), "p50 ms", "p99 ms", "logins/s")
	row(b, "idle", ms(idle50), ms(idle99), "")
	row(b, beside+" on", ms(on50), ms(on99), fmt.Sprintf("%.1f", onLogins))
	row(b, beside+" off", ms(off50), ms(off99), fmt.Sprintf("%.1f", offLogins))
	b.WriteString("\n")
	table(b, "goal (G5)", "asked", "found")
	row(b, "p50 with limiter / idle", "at most 2", times(r.ratio(func(o round) (float64, float64) {
		return o.Limited.Links.P50.Seconds(), o.Idle.P50.Seconds()
	})))
	row(b, "p99 with limiter", "at most 25 ms", ms(on99)+" ms")
	row(b, "p50 without limiter / with", "at least 10", times(r.ratio(func(o round) (float64, float64) {
		return o.Free.Links.P50.Seconds(), o.Limited.Links.P50.Seconds()
	})))
	row(b, "logins with limiter / without", "at least 0.90", times(r.ratio(func(o round) (float64, float64) {
		return o.Limited.Logins, o.Free.Logins
	})))
	b.WriteString("\n")
}

// costs: what is added to the least that an operation can cost.
func (r *result) costs(b *strings.Builder) {
	table(b, "CPU per operation", "rekey", "floor", "ratio", "goal")
	r.cost(b, "validate-link; floor: gin and one prepared SELECT", "at most 1.50 (G3)",
		func(o round) cost { return o.Link }, func(o round) cost { return o.LinkFloor })
	r.cost(b, "set-password; floor: the hash alone, on all cores", "at most 1.05 (G1)",
		func(o round) cost { return o.Set }, func(o round) cost { return o.SetFloor })
	b.WriteString("\n")
}

// mails: a hanging destination is not to delay others.
func (r *result) mails(b *strings.Builder) {
	alone := func(o round) time.Duration { return o.Mails.Alone.P50 }
	beside := func(o round) time.Duration { return o.Mails.Beside.P50 }
	table(b, "a mail, from its commit to the mail server", "p50 ms", "p99 ms", "p50 / alone", "goal")
	row(b, "alone", ms(r.duration(alone)), ms(r.duration(func(o round) time.Duration { return o.Mails.Alone.P99 })), "", "")
	row(b, fmt.Sprintf("beside %d domains that hang", hangingDomains), ms(r.duration(beside)),
		ms(r.duration(func(o round) time.Duration { return o.Mails.Beside.P99 })),
		times(r.ratio(func(o round) (float64, float64) { return beside(o).Seconds(), alone(o).Seconds() })), "at most 2 (G14)")
	b.WriteString("\n")
}

// expired: a write is not to suffer from what is swept.
func (r *result) expired(b *strings.Builder) {
	if r.Beside == nil {
		return
	}
	x := r.Beside
	table(b, fmt.Sprintf("a small write at %d a second", writesPerSecond), "p50 ms", "p99 ms", "longest ms", "rows swept/s")
	row(b, "no expired rows, in the same moments", ms(x.None.P50), ms(x.None.P99), ms(x.None.Longest), "")
	row(b, fmt.Sprintf("%d of them, being swept", x.Rows), ms(x.Swept.P50), ms(x.Swept.P99), ms(x.Swept.Longest), fmt.Sprintf("%.0f", x.PerSecond))
	row(b, "ratio", times(x.Swept.P50.Seconds()/x.None.P50.Seconds()), times(x.Swept.P99.Seconds()/x.None.P99.Seconds()),
		times(x.Swept.Longest.Seconds()/x.None.Longest.Seconds()), "")
	b.WriteString("\n")
}

func (r *result) cost(b *strings.Builder, name, goal string, ours, floor func(round) cost) {
	row(b, name,
		micros(r.duration(func(o round) time.Duration { return ours(o).CPU })),
		micros(r.duration(func(o round) time.Duration { return floor(o).CPU })),
		times(r.ratio(func(o round) (float64, float64) { return ours(o).CPU.Seconds(), floor(o).CPU.Seconds() })), goal)
}

// median is the middle one; of an even number, the upper of the two in the middle.
func median[T cmp.Ordered](r *result, of func(round) T) T {
	all := make([]T, 0, len(r.Rounds))
	for _, o := range r.Rounds {
		all = append(all, of(o))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func (r *result) duration(of func(round) time.Duration) time.Duration { return median(r, of) }

func (r *result) number(of func(round) float64) float64 { return median(r, of) }

// ratio compares within each round, since neighbours on the machine come and go
// between rounds.
func (r *result) ratio(of func(round) (float64, float64)) float64 {
	return median(r, func(o round) float64 {
		a, b := of(o)
		return a / b
	})
}

func table(b *strings.Builder, columns ...string) {
	row(b, columns...)
	b.WriteString("| ---" + strings.Repeat(" | ---:", len(columns)-1) + " |\n")
}

func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d)/float64(time.Millisecond)) }

func micros(d time.Duration) string { return fmt.Sprintf("%d µs", d.Microseconds()) }

func times(f float64) string { return fmt.Sprintf("%.2f", f) }
