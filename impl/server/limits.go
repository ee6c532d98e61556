package server

import (
	"fmt"
	"math"
	"net"
	"net/http"
	"net/netip"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/hostname"
)

// sources bounds what one client address may ask where no credential is needed. It guards this node's
// capacity; the budgets that guard accounts are in the store.
type sources struct {
	clock clock.Clock
	every rate.Limit
	burst int
	known *lru.Cache[string, *rate.Limiter]
}

// maxSources bounds the addresses that this node remembers. A client with more addresses than that
// makes it forget the addresses that were quiet for longest, one for each new address.
const maxSources = 100_000

func newSources(c clock.Clock, perMinute, burst int) *sources {
	known, _ := lru.New[string, *rate.Limiter](maxSources) // only a size below one is an error
	return &sources{clock: c, every: rate.Limit(float64(perMinute) / 60), burst: burst, known: known}
}

// take admits one request of an address, and sets the headers that say how many are left
// (draft-ietf-httpapi-ratelimit-headers).
func (s *sources) take(header http.Header, source string) error {
	now, l := s.clock.Now(), s.limiter(source)
	r := l.ReserveN(now, 1)
	left := max(0, l.TokensAt(now))
	full := (float64(s.burst) - left) / float64(s.every)
	header.Set("RateLimit-Policy", fmt.Sprintf(`"anonymous";q=%d;w=60`, s.burst))
	header.Set("RateLimit", fmt.Sprintf(`"anonymous";r=%d;t=%d`, int(left), int(math.Ceil(full))))
	if wait := r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
		return fault.ErrTooManyRequests.After(wait)
	}
	return nil
}

func (s *sources) limiter(source string) *rate.Limiter {
	if l, ok := s.known.Get(source); ok {
		return l
	}
	fresh := rate.NewLimiter(s.every, s.burst)
	if l, ok, _ := s.known.PeekOrAdd(source, fresh); ok { // another request of the address came first
		return l
	}
	return fresh
}

// source is the client's address: the peer's, or, if the peer is a trusted proxy, the last address in
// X-Forwarded-For that is not a trusted proxy. IPv6 addresses count by /64, which is one subscriber.
func (s *Server) source(r *http.Request) string {
	addr := parseAddr(r.RemoteAddr)
	if s.trusted(addr) {
		hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		for i := len(hops) - 1; i >= 0; i-- {
			hop, ok := parseHop(strings.TrimSpace(hops[i]))
			if !ok {
				break
			}
			addr = hop
			if !s.trusted(addr) {
				break
			}
		}
	}
	if addr.Is6() {
		p, err := addr.Prefix(64)
		if err == nil {
			return p.String()
		}
	}
	return addr.String()
}

func (s *Server) trusted(a netip.Addr) bool {
	for _, p := range s.TrustedProxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// parseHop reads the address that a proxy wrote. Some proxies (Azure) add the port, and then write an IPv6
// address in brackets.
func parseHop(text string) (netip.Addr, bool) {
	if at, err := netip.ParseAddrPort(text); err == nil {
		return at.Addr().Unmap().WithZone(""), true
	}
	if inner, ok := strings.CutPrefix(text, "["); ok {
		text = strings.TrimSuffix(inner, "]")
	}
	addr, err := netip.ParseAddr(text)
	return addr.Unmap().WithZone(""), err == nil
}

func parseAddr(remote string) netip.Addr {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	a, err := netip.ParseAddr(host)
	if err != nil {
		return netip.IPv4Unspecified()
	}
	return a.Unmap().WithZone("")
}

// hostOf is the host that a request names. It only serves to choose a tenant.
func hostOf(r *http.Request) string { return hostname.Canonical(r.Host) }
