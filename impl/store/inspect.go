package store

import (
	"context"
	"fmt"
)

// Server is what a MySQL-compatible server says about its settings and its state, by the names that it
// has for them.
type Server struct {
	Host      string
	Err       error // why it says nothing, for the operator
	Variables map[string]string
	Status    map[string]string
}

// Servers returns a report of each host of the URL; an SQLite file has none.
func (s *Store) Servers(ctx context.Context) (all []Server) {
	d, ok := s.dialect.(mysqlDialect)
	if !ok {
		return nil
	}
	for _, r := range d.connector.Inspect(ctx, inspectedVariables, inspectedStatus) {
		server := Server{Host: r.Host, Err: r.Err, Variables: r.Variables, Status: r.Status}
		if r.Err != nil {
			server.Err = fmt.Errorf("%s: %w", refusal(r.Err, d.configOf(r.Host)), r.Err)
		}
		all = append(all, server)
	}
	return all
}

var inspectedVariables = []string{
	"wsrep_on", "wsrep_max_ws_size", "wsrep_max_ws_rows", "binlog_format", "log_bin", "sync_binlog",
	"innodb_flush_log_at_trx_commit", "innodb_doublewrite", "innodb_autoinc_lock_mode", "max_connections", "max_user_connections", "read_only",
}

var inspectedStatus = []string{"wsrep_cluster_size", "wsrep_cluster_status", "wsrep_local_state_comment", "wsrep_ready"}

// ConnectionLimits is how this process uses a MySQL-compatible database.
type ConnectionLimits struct {
	Connections int // at most
	Hosts       int
	SyncWait    int // the value of wsrep_sync_wait on a cluster
}

// ConnectionLimits returns the limits of the connections; those of an SQLite file are zero.
func (s *Store) ConnectionLimits() ConnectionLimits {
	d, ok := s.dialect.(mysqlDialect)
	if !ok {
		return ConnectionLimits{}
	}
	return ConnectionLimits{Connections: d.connections, Hosts: len(d.configs), SyncWait: d.connector.SyncWait()}
}
