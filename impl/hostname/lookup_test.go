package hostname_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestARecordIsRead(t *testing.T) {
	t.Parallel()
	d := harness.NewDNS(t)
	r := hostname.NewResolver(d.Addr())
	d.Publish("_rekey-host.one.example", "token")
	d.Publish("_rekey-host.many.example", "other")
	d.Publish("_rekey-host.many.example", "to", "ken")
	d.Publish("_rekey-host.empty.example")
	d.Publish("elsewhere.example", "token")
	d.Alias("_rekey-host.alias.example", "elsewhere.example")
	d.Alias("_rekey-host.dangling.example", "nowhere.example")
	d.Publish("one.example", "no such prefix")
	for i := range 20 {
		d.Publish("_rekey-host.long.example", fmt.Sprint(i), strings.Repeat("x", 250)) // more than fits into a datagram
	}
	d.Publish("_rekey-host.long.example", "token")
	for _, c := range []struct {
		host string
		want []string
	}{
		{"one.example", []string{"token"}},
		{"many.example", []string{"other", "token"}},
		{"alias.example", []string{"token"}},
		{"dangling.example", nil},
		{"missing.example", nil},
	} {
		got, err := r.Records(t.Context(), "tenant", c.host)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v", c.host, got, err)
		}
	}
	got, err := r.Records(t.Context(), "tenant", "long.example")
	if err != nil || len(got) != 21 || got[20] != "token" {
		t.Errorf("a long answer: %d records, %v", len(got), err)
	}
	for _, name := range d.Asked() {
		if !strings.HasPrefix(name, "_rekey-host.") || !strings.HasSuffix(name, ".example") {
			t.Errorf("it was asked for %s", name)
		}
	}
}

func TestWhoDoesNotAnswerSaysNothing(t *testing.T) {
	t.Parallel()
	broken := harness.NewDNS(t)
	broken.Break(true)
	for name, server := range seed.InOrder(map[string]string{
		"a silent server": silent(t).LocalAddr().String(), "a broken server": broken.Addr(), "no server": "127.0.0.1:1",
	}) {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		if got, err := hostname.NewResolver(server).Records(ctx, "tenant", "a.example"); err == nil || !strings.Contains(err.Error(), " on "+server+": ") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// silent is a server that answers nothing.
func silent(t *testing.T) net.PacketConn {
	t.Helper()
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// TestSoManyLookUpsAreUnderWay: a further look-up is refused without waiting.
func TestSoManyLookUpsAreUnderWay(t *testing.T) {
	t.Parallel()
	server := silent(t)
	r := hostname.NewResolver(server.LocalAddr().String())
	var all sync.WaitGroup
	var refuse []func()
	refused := func(tenantID string) {
		t.Helper()
		// A look-up that waited would end with the deadline.
		if _, err := r.Records(t.Context(), tenantID, "a.example"); err == nil || !strings.Contains(err.Error(), "under way") ||
			errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("one more of the tenant %s: %v", tenantID, err)
		}
	}
	for tenant := range 8 {
		for range 2 {
			all.Go(func() { _, _ = r.Records(t.Context(), fmt.Sprint(tenant), "a.example") })
			refuse = append(refuse, question(server))
		}
		refused(fmt.Sprint(tenant))
	}
	refused("another")
	for _, one := range refuse {
		one()
	}
	go func() {
		for { // they ask again
			question(server)()
		}
	}()
	all.Wait()
	for range 17 { // what is over counts no more
		if _, err := r.Records(t.Context(), "0", "a.example"); err == nil || strings.Contains(err.Error(), "under way") {
			t.Fatalf("when all are over: %v", err)
		}
	}
}

// question waits for one, and gives back what answers it with SERVFAIL.
func question(server net.PacketConn) (refuse func()) {
	m := make([]byte, 4096)
	n, from, err := server.ReadFrom(m)
	if err != nil {
		runtime.Goexit() // the test is over
	}
	m[2], m[3] = m[2]|0x80, 2
	return func() { _, _ = server.WriteTo(m[:n], from) }
}
