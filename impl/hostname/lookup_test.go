package hostname_test

import (
	"context"
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
		got, err := r.Records(t.Context(), c.host)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v", c.host, got, err)
		}
	}
	got, err := r.Records(t.Context(), "long.example")
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
		if got, err := hostname.NewResolver(server).Records(ctx, "a.example"); err == nil {
			t.Errorf("%s: %q", name, got)
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

func TestSoManyLookUpsAreUnderWay(t *testing.T) {
	t.Parallel()
	server := silent(t)
	r := hostname.NewResolver(server.LocalAddr().String())
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() { _, _ = r.Records(t.Context(), "a.example") })
	}
	refuse := make([]func(), 16)
	for i := range refuse {
		refuse[i] = question(server)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Records(gone, "a.example"); err == nil || !strings.Contains(err.Error(), "under way") {
		t.Errorf("one more: %v", err)
	}
	for _, one := range refuse {
		one()
	}
	go func() {
		for { // they ask again
			question(server)()
		}
	}()
	all.Wait()
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
