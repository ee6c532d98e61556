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

// keyBudgets bounds what known callers may ask. Like the budgets of addresses they guard
// this node's capacity, so each node has its own.
type keyBudgets struct {
	clock clock.Clock

	mu    sync.Mutex
	known *simplelru.LRU[holder, *keyBudget] // guarded by mu
}

// holder is whose requests count together.
type holder struct{ kind, id string }

// The kinds of holders. Whoever may make keys can make many: what keeps them from taking
// every place is that all of an application, or all of a user, count together too.
const (
	ofKey         = "key"
	ofUser        = "user"
	ofApplication = "application"
)

// keyBudget is what one holder used; guarded by the mutex of all.
type keyBudget struct {
	holder   holder
	limit    caller.Budget // without a number of the minute there is no such bound
	minute   *rate.Limiter
	underway int
	policy   []string  // the value of RateLimit-Policy
	told     time.Time // when a refusal was told last
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

// minuteOf is a holder's budget of requests in a minute; an application has none.
func minuteOf(kind string) core.Budget {
	if kind == ofUser {
		return budgetUserMinute
	}
	return budgetKeyMinute
}

// atOnceOf is a holder's budget of requests under way.
func atOnceOf(kind string) core.Budget {
	switch kind {
	case ofUser:
		return budgetUserAtOnce
	case ofApplication:
		return budgetApplicationAtOnce
	}
	return budgetKeyAtOnce
}

// charges are the budgets that one request takes from, until it ends.
type charges [3]*keyBudget

// toldEvery keeps a caller who does not wait from filling the audit trail.
const (
	toldEvery  = time.Minute
	tellWithin = 5 * time.Second
)

// maxKnownKeys bounds the holders that this node remembers.
const maxKnownKeys = 100_000

func newKeyBudgets(c clock.Clock) *keyBudgets {
	known, _ := simplelru.NewLRU[holder, *keyBudget](maxKnownKeys, nil) // only a size below one is an error
	return &keyBudgets{clock: c, known: known}
}

// refusal is what a holder had used up.
type refusal struct {
	holder holder
	budget core.Budget
	wait   time.Duration
	tell   bool // the first for a while
}

// take admits one request of a holder, which give ends, and tells in the answer what is left
// (draft-ietf-httpapi-ratelimit-headers). A request that is refused costs nothing.
func (k *keyBudgets) take(header http.Header, of holder, limit caller.Budget) (*keyBudget, *refusal) {
	now := k.clock.Now()
	k.mu.Lock()
	defer k.mu.Unlock()
	b, known := k.known.Get(of)
	if !known || b.limit != limit {
		b = k.begin(of, limit)
	}
	var refused *refusal
	if b.underway >= limit.AtOnce {
		refused = &refusal{holder: of, budget: atOnceOf(of.kind), wait: time.Second}
	} else if limit.PerMinute > 0 && !b.minute.AllowN(now, 1) {
		r := b.minute.ReserveN(now, 1)
		refused = &refusal{holder: of, budget: minuteOf(of.kind), wait: r.DelayFrom(now)}
		r.CancelAt(now)
	} else {
		b.underway++
	}
	if refused == nil {
		if header["Ratelimit"] == nil && limit.PerMinute > 0 { // else another has less left
			b.show(header, now)
		}
		return b, nil
	}
	b.show(header, now)
	if refused.tell = b.told.IsZero() || now.Sub(b.told) >= toldEvery; refused.tell {
		b.told = now
	}
	return nil, refused
}

// begin makes a budget for a holder, or changes it: then the minute begins anew, so that
// raising it is felt at once.
func (k *keyBudgets) begin(of holder, limit caller.Budget) *keyBudget {
	b, known := k.known.Get(of)
	if !known {
		k.makeRoom()
		b = &keyBudget{holder: of}
		k.known.Add(of, b)
	}
	b.limit, b.minute = limit, rate.NewLimiter(rate.Limit(float64(limit.PerMinute)/60), limit.PerMinute)
	atOnce := `"` + of.kind + `-at-once";q=` + strconv.Itoa(limit.AtOnce) + `;qu="concurrent-requests"`
	b.policy = []string{atOnce}
	if limit.PerMinute > 0 {
		b.policy = []string{`"` + of.kind + `";q=` + strconv.Itoa(limit.PerMinute) + `;w=60, ` + atOnce}
	}
	return b
}

// show writes the headers without fmt, since every answer to a key has them.
func (b *keyBudget) show(header http.Header, now time.Time) {
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
	text = strconv.AppendInt(text, int64(max(0, b.limit.AtOnce-b.underway)), 10)
	header["Ratelimit-Policy"] = b.policy
	header["Ratelimit"] = []string{string(text)}
}

// give ends a request, however it ended.
func (k *keyBudgets) give(spent charges) {
	if spent == (charges{}) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, b := range spent {
		if b != nil {
			b.underway--
		}
	}
}

// makeRoom forgets the holder that was quiet for longest, if there is no room for another. A
// holder with requests under way is not quiet: its bound of concurrent requests would begin anew.
func (k *keyBudgets) makeRoom() {
	for range k.known.Len() {
		if k.known.Len() < maxKnownKeys {
			return
		}
		of, oldest, _ := k.known.GetOldest()
		if oldest.underway == 0 {
			k.known.Remove(of)
			return
		}
		k.known.Get(of) // it is the newest now
	}
}

// spend takes what a request costs: of the address where no credential is needed, since
// a user's own token is easily had and one that is made up is had at once, and of who
// speaks. Without a caller the credential was not valid.
func (c *contract) spend(g *gin.Context, o *operation, who caller.Caller, known bool) (spent charges, err error) {
	s := c.server
	if o.anonymous && (!known || who.Kind != caller.APIKey) {
		if err := s.sources.take(g.Writer.Header(), who.Source); err != nil {
			s.Refused(budgetAddress)
			return spent, err
		}
	}
	if !known {
		return spent, nil
	}
	spent, refused := s.charge(g.Writer.Header(), who)
	if refused == nil {
		return spent, nil
	}
	s.Refused(refused.budget)
	if refused.tell {
		s.tellOfBudget(caller.Into(g.Request.Context(), who), refused)
	}
	return spent, fault.ErrTooManyRequests.After(refused.wait)
}

// charge takes from each of the budgets that a caller's request counts in: of the key that
// speaks, of the user, and of the application. What one of them refuses costs no place.
func (s *Server) charge(header http.Header, who caller.Caller) (spent charges, refused *refusal) {
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
		if spent[i], refused = s.keys.take(header, b.of, b.limit); refused != nil {
			s.keys.give(spent)
			return charges{}, refused
		}
	}
	return spent, nil
}

// tellOfBudget writes into the audit trail who asks too much. The caller is refused
// whether or not that can be written, and whether or not he waits for it.
func (s *Server) tellOfBudget(ctx context.Context, r *refusal) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), tellWithin)
	defer cancel()
	if err := s.Core.Keys.NotifyBudgetSpent(ctx, r.holder.kind+" "+r.holder.id, r.budget); err != nil {
		s.Log.ErrorContext(ctx, "that a budget is spent cannot be told", r.holder.kind, r.holder.id, "budget", r.budget, "cause", err.Error())
	}
}
