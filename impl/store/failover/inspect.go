package failover

import (
	"context"
	"strings"
	"sync"
)

// Report is what one host says about its settings and its state.
type Report struct {
	Host      string
	Err       error // why it says nothing
	Variables map[string]string
	Status    map[string]string
}

// Inspect asks every host for variables and status values. A host that knows a name not leaves it out.
func (c *Connector) Inspect(ctx context.Context, variables, status []string) []Report {
	reports := make([]Report, len(c.hosts))
	var all sync.WaitGroup
	for i, h := range c.hosts {
		all.Go(func() { reports[i] = c.inspect(ctx, h, variables, status) })
	}
	all.Wait()
	return reports
}

func (c *Connector) inspect(ctx context.Context, h *host, variables, status []string) (r Report) {
	r.Host = h.address()
	ctx, cancel := context.WithTimeout(ctx, c.limits.login)
	defer cancel()
	s, err := open(ctx, h.config)
	if err != nil {
		r.Err = err
		return r
	}
	defer func() { _ = s.Close() }()
	if r.Variables, r.Err = show(ctx, s, "SHOW GLOBAL VARIABLES"+named(variables)); r.Err == nil {
		r.Status, r.Err = show(ctx, s, "SHOW GLOBAL STATUS"+named(status))
	}
	return r
}

func named(names []string) string {
	return " WHERE Variable_name IN ('" + strings.Join(names, "', '") + "')"
}

// SyncWait is the value of wsrep_sync_wait that connections to a cluster get.
func (c *Connector) SyncWait() int { return c.syncWait }
