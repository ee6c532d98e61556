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

// sourceBudgets limits the requests of one client address where no credential is needed. They protect
// this node's capacity; the budgets that protect accounts are in the store.
type sourceBudgets struct {
	clock    clock.Clock
	rate     rate.Limit
	burst    int
	limiters *lru.Cache[string, *rate.Limiter]
}

// maxSources is how many addresses this node remembers. If there are more, each new address replaces
// the one that was inactive for longest.
const maxSources = 100_000

func newSourceBudgets(c clock.Clock, perMinute, burst int) *sourceBudgets {
	limiters, _ := lru.New[string, *rate.Limiter](maxSources) // only a size below one is an error
	return &sourceBudgets{clock: c, rate: rate.Limit(float64(perMinute) / 60), burst: burst, limiters: limiters}
}

// spend takes one request from the budget of an address, and sets the headers that say how many are
// left (draft-ietf-httpapi-ratelimit-headers).
func (s *sourceBudgets) spend(header http.Header, source string) error {
	now, l := s.clock.Now(), s.limiter(source)
	r := l.ReserveN(now, 1)
	left := max(0, l.TokensAt(now))
	full := (float64(s.burst) - left) / float64(s.rate)
	header.Set("RateLimit-Policy", fmt.Sprintf(`"anonymous";q=%d;w=60`, s.burst))
	header.Set("RateLimit", fmt.Sprintf(`"anonymous";r=%d;t=%d`, int(left), int(math.Ceil(full))))
	if wait := r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
		return fault.ErrTooManyRequests.After(wait)
	}
	return nil
}

func (s *sourceBudgets) limiter(source string) *rate.Limiter {
	if l, ok := s.limiters.Get(source); ok {
		return l
	}
	fresh := rate.NewLimiter(s.rate, s.burst)
	if l, ok, _ := s.limiters.PeekOrAdd(source, fresh); ok { // a concurrent request added it first
		return l
	}
	return fresh
}

// source returns the client's address: the peer's, or, if the peer is a trusted proxy, the last address
// in X-Forwarded-For that is not a trusted proxy. IPv6 addresses count by /64, which is one subscriber.
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

// parseHop parses an address that a proxy added. Some proxies (Azure) add the port, and then write an IPv6
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

// hostOf returns the host that a request names. It only serves to choose a tenant.
func hostOf(r *http.Request) string { return hostname.Canonical(r.Host) }
