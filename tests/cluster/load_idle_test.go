package cluster_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
)

const (
	idlers = 10_000
	// idleMemory is what an open connection may take: its goroutine, and the buffers of net/http.
	idleMemory = 24 << 10
)

// TestLoadIdle: ten thousand connections made a request and stay open. Others are served meanwhile, and the memory is
// bounded by the number of connections.
func TestLoadIdle(t *testing.T) {
	s := rig.Serve(t, rig.SQLite(t), 1)
	server, user := s.Servers[0], people(t, s, s.Tenant, "ada", 1)[0]
	idle := server.RSS()
	for _, c := range idleConnections(t, strings.TrimPrefix(server.URL, "http://")) {
		defer func() { _ = c.Close() }()
	}
	client := &http.Client{Timeout: answerBound, Transport: &http.Transport{DisableKeepAlives: true}}
	for range 5 {
		o, _ := send(t.Context(), client, http.MethodPost, server.URL+"/v1/sessions", s.Key, map[string]any{"tenantId": s.Tenant, "username": user.name, "password": loadPassword})
		if o.status != http.StatusCreated {
			t.Errorf("a login beside %d idle connections: %d, %v", idlers, o.status, o.err)
		}
	}
	if runtime.GOOS != "linux" { // the memory of a process is read from /proc
		return
	}
	most, bound := peak(t, server.Process), idle+idlers*idleMemory+hashesMemory
	t.Logf("%d MiB before, %d at most, bound %d", idle>>20, most>>20, bound>>20)
	if most > bound {
		t.Errorf("%d MiB of memory, more than %d", most>>20, bound>>20)
	}
}

// hashesMemory is what logins one after the other take beside their connections.
const hashesMemory = 64 << 20

// idleConnections opens connections, each with one request.
func idleConnections(t *testing.T, address string) (all []net.Conn) {
	t.Helper()
	const side = 50
	var mu sync.Mutex
	var group sync.WaitGroup
	for range side {
		group.Go(func() {
			for range idlers / side {
				c, err := net.Dial("tcp", address)
				if err == nil {
					err = ask(c)
				}
				if err != nil {
					t.Errorf("a connection of %d: %v", idlers, err)
					return
				}
				mu.Lock()
				all = append(all, c)
				mu.Unlock()
			}
		})
	}
	group.Wait()
	return all
}

// ask makes a request on a connection, and leaves the connection open.
func ask(c net.Conn) error {
	if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		return err
	}
	a, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, a.Body)
	return err
}
