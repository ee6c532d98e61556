package server

import (
	"context"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/time/rate"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// keyBudgets limits the requests of authenticated callers. Like the budgets of addresses they protect
// this node's capacity, so each node has its own.
type keyBudgets struct {
	clock clock.Clock

	mu      sync.Mutex
	budgets *simplelru.LRU[holder, *keyBudget] // guarded by mu
}

// holder is the key, user or application whose requests count together.
type holder struct{ kind, id string }

// The kinds of holders. A caller that may create keys can create many. All keys of an application, and
// all of a user, therefore count together too: they cannot occupy every slot of the server.
const (
	ofKey         = "key"
	ofUser        = "user"
	ofApplication = "application"
)

// keyBudget is what one holder has used; guarded by keyBudgets.mu.
type keyBudget struct {
	holder     holder
	limit      caller.Budget // PerMinute 0: no limit per minute
	minute     *rate.Limiter
	running    int       // concurrent requests
	policy     []string  // the value of RateLimit-Policy
	recordedAt time.Time // of the last refusal in the audit trail
}

// The budgets of the edge, as metrics and events name them.
const (
	budgetAddress           core.Budget = "address"
	budgetKeyMinute         core.Budget = "key_minute"
	budgetKeyAtOnce         core.Budget = "key_at_once"
	budgetUserMinute        core.Budget = "user_minute"
	budgetUserAtOnce        core.Budget = "user_at_once"
	budgetApplicationAtOnce core.Budget = "application_at_once"
)

// minuteBudget names a holder's budget of requests per minute; an application has none.
func minuteBudget(kind string) core.Budget {
	if kind == ofUser {
		return budgetUserMinute
	}
	return budgetKeyMinute
}

// concurrencyBudget names a holder's budget of concurrent requests.
func concurrencyBudget(kind string) core.Budget {
	switch kind {
	case ofUser:
		return budgetUserAtOnce
	case ofApplication:
		return budgetApplicationAtOnce
	}
	return budgetKeyAtOnce
}

// reservations are the budgets in which a request counts as running.
type reservations [3]*keyBudget

const (
	// recordEvery limits the events of one holder: a caller that ignores Retry-After must not fill
	// the audit trail.
	recordEvery   = time.Minute
	recordTimeout = 5 * time.Second
)

// maxHolders is how many holders this node remembers.
const maxHolders = 100_000

func newKeyBudgets(c clock.Clock) *keyBudgets {
	budgets, _ := simplelru.NewLRU[holder, *keyBudget](maxHolders, nil) // only a size below one is an error
	return &keyBudgets{clock: c, budgets: budgets}
}

// refusal names the budget that a holder has spent.
type refusal struct {
	holder holder
	budget core.Budget
	wait   time.Duration
	record bool // the first refusal since recordEvery
}

// reserve counts one request of a holder as running until release, and sets the headers that say what
// is left (draft-ietf-httpapi-ratelimit-headers). A refused request costs nothing.
func (k *keyBudgets) reserve(header http.Header, of holder, limit caller.Budget) (*keyBudget, *refusal) {
	now := k.clock.Now()
	k.mu.Lock()
	defer k.mu.Unlock()
	b, known := k.budgets.Get(of)
	if !known || b.limit != limit {
		b = k.setLimit(of, limit)
	}
	var refused *refusal
	if b.running >= limit.AtOnce {
		refused = &refusal{holder: of, budget: concurrencyBudget(of.kind), wait: time.Second}
	} else if limit.PerMinute > 0 && !b.minute.AllowN(now, 1) {
		r := b.minute.ReserveN(now, 1)
		refused = &refusal{holder: of, budget: minuteBudget(of.kind), wait: r.DelayFrom(now)}
		r.CancelAt(now)
	} else {
		b.running++
	}
	if refused == nil {
		if header["Ratelimit"] == nil && limit.PerMinute > 0 { // otherwise the headers show a budget with less left
			b.writeHeaders(header, now)
		}
		return b, nil
	}
	b.writeHeaders(header, now)
	if refused.record = b.recordedAt.IsZero() || now.Sub(b.recordedAt) >= recordEvery; refused.record {
		b.recordedAt = now
	}
	return nil, refused
}

// setLimit creates or changes the budget of a holder. A change starts a new minute, so that a higher
// limit takes effect at once.
func (k *keyBudgets) setLimit(of holder, limit caller.Budget) *keyBudget {
	b, known := k.budgets.Get(of)
	if !known {
		k.evict()
		b = &keyBudget{holder: of}
		k.budgets.Add(of, b)
	}
	b.limit, b.minute = limit, rate.NewLimiter(rate.Limit(float64(limit.PerMinute)/60), limit.PerMinute)
	atOnce := `"` + of.kind + `-at-once";q=` + strconv.Itoa(limit.AtOnce) + `;qu="concurrent-requests"`
	b.policy = []string{atOnce}
	if limit.PerMinute > 0 {
		b.policy = []string{`"` + of.kind + `";q=` + strconv.Itoa(limit.PerMinute) + `;w=60, ` + atOnce}
	}
	return b
}

// writeHeaders avoids fmt: every answer to a key has these headers.
func (b *keyBudget) writeHeaders(header http.Header, now time.Time) {
	text := make([]byte, 0, 64)
	if b.limit.PerMinute > 0 {
		left := max(0, b.minute.TokensAt(now))
		whole := int64(math.Ceil((float64(b.limit.PerMinute) - left) * 60 / float64(b.limit.PerMinute)))
		text = append(append(append(text, '"'), b.holder.kind...), `";r=`...)
		text = strconv.AppendInt(text, int64(left), 10)
		text = append(text, `;t=`...)
		text = strconv.AppendInt(text, whole, 10)
		text = append(text, ", "...)
	}
	text = append(append(append(text, '"'), b.holder.kind...), `-at-once";r=`...)
	text = strconv.AppendInt(text, int64(max(0, b.limit.AtOnce-b.running)), 10)
	header["Ratelimit-Policy"] = b.policy
	header["Ratelimit"] = []string{string(text)}
}

// release ends the reservations of a request, whatever its result.
func (k *keyBudgets) release(reserved reservations) {
	if reserved == (reservations{}) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, b := range reserved {
		if b != nil {
			b.running--
		}
	}
}

// evict removes the holder that was inactive for longest, if there are maxHolders. It keeps a holder
// with running requests: otherwise its count of concurrent requests would start again from zero.
func (k *keyBudgets) evict() {
	for range k.budgets.Len() {
		if k.budgets.Len() < maxHolders {
			return
		}
		of, oldest, _ := k.budgets.GetOldest()
		if oldest.running == 0 {
			k.budgets.Remove(of)
			return
		}
		k.budgets.Get(of) // moves it to the newest
	}
}

// reserveBudgets spends from the budget of the address where no credential is needed, and reserves in
// the budgets of the caller. A user's token does not spare the address: attackers can create accounts,
// or send invalid tokens. authenticated is false if the credential was invalid.
func (c *contract) reserveBudgets(g *gin.Context, o *operation, who caller.Caller, authenticated bool) (reserved reservations, err error) {
	s := c.server
	if o.anonymous && (!authenticated || who.Kind != caller.APIKey) {
		if err := s.sources.spend(g.Writer.Header(), who.Source); err != nil {
			s.Refused(budgetAddress)
			return reserved, err
		}
	}
	if !authenticated {
		return reserved, nil
	}
	reserved, refused := s.reserveForCaller(g.Writer.Header(), who)
	if refused == nil {
		return reserved, nil
	}
	s.Refused(refused.budget)
	if refused.record {
		s.recordRefusal(caller.Into(g.Request.Context(), who), refused)
	}
	return reserved, fault.ErrTooManyRequests.After(refused.wait)
}

// reserveForCaller reserves in each budget that a caller's request counts in: of the key, of the user,
// and of the application. If one of them refuses, nothing stays reserved.
func (s *Server) reserveForCaller(header http.Header, who caller.Caller) (reserved reservations, refused *refusal) {
	key, user := who.KeyID, ""
	switch who.Kind {
	case caller.APIKey:
		key = who.ID
	case caller.User:
		user = who.ID
	}
	for i, b := range [...]struct {
		of    holder
		limit caller.Budget
	}{
		{holder{ofKey, key}, who.Budget},
		{holder{ofUser, user}, caller.Budget{PerMinute: caller.RequestsPerMinute, AtOnce: caller.RequestsAtOnce}},
		{holder{ofApplication, who.ApplicationID}, caller.Budget{AtOnce: max(1, cap(s.slots)/2)}},
	} {
		if b.of.id == "" {
			continue
		}
		if reserved[i], refused = s.keys.reserve(header, b.of, b.limit); refused != nil {
			s.keys.release(reserved)
			return reservations{}, refused
		}
	}
	return reserved, nil
}

// recordRefusal appends an event to the audit trail. The caller is refused even if that fails, and the
// event is written even if the caller has left.
func (s *Server) recordRefusal(ctx context.Context, r *refusal) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordTimeout)
	defer cancel()
	if err := s.Core.Keys.RecordBudgetSpent(ctx, r.holder.kind+" "+r.holder.id, r.budget); err != nil {
		s.Log.ErrorContext(ctx, "a spent budget cannot be recorded", r.holder.kind, r.holder.id, "budget", r.budget, "cause", err.Error())
	}
}
