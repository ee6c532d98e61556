package server

import (
	"context"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/time/rate"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// keyBudgets bounds what an API key may ask. Like the budgets of addresses they guard this
// node's capacity, so each node has its own.
type keyBudgets struct {
	clock clock.Clock

	mu    sync.Mutex
	known map[string]*keyBudget // by id of the key; guarded by mu
}

// keyBudget is what one key used; guarded by the mutex of all.
type keyBudget struct {
	limit    models.KeyBudget
	minute   *rate.Limiter
	underway int
	policy   []string  // the value of RateLimit-Policy
	told     time.Time // when a refusal was told last
}

// The budgets of the edge, as metrics and events name them.
const (
	budgetAddress   = "address"
	budgetKeyMinute = "key_minute"
	budgetKeyAtOnce = "key_at_once"
)

// toldEvery keeps a caller who does not wait from filling the audit trail.
const toldEvery = time.Minute

const maxKnownKeys = 100_000

func newKeyBudgets(c clock.Clock) *keyBudgets {
	return &keyBudgets{clock: c, known: map[string]*keyBudget{}}
}

// keyOf is the id of the API key that speaks; empty if none does.
func keyOf(who caller.Caller) string {
	if who.Kind == caller.APIKey {
		return who.ID
	}
	return who.KeyID
}

// refusal is what a key had used up.
type refusal struct {
	budget string
	wait   time.Duration
	tell   bool // the first for a while
}

// take admits one request of a key, which give ends, and tells in the answer what is left
// (draft-ietf-httpapi-ratelimit-headers). A request that is refused costs nothing.
func (k *keyBudgets) take(header http.Header, id string, limit models.KeyBudget) (*keyBudget, *refusal) {
	now := k.clock.Now()
	k.mu.Lock()
	defer k.mu.Unlock()
	b := k.known[id]
	if b == nil || b.limit != limit {
		b = k.begin(id, limit, now)
	}
	var refused *refusal
	if b.underway >= limit.AtOnce {
		refused = &refusal{budget: budgetKeyAtOnce, wait: time.Second}
	} else if !b.minute.AllowN(now, 1) {
		r := b.minute.ReserveN(now, 1)
		refused = &refusal{budget: budgetKeyMinute, wait: r.DelayFrom(now)}
		r.CancelAt(now)
	} else {
		b.underway++
	}
	if refused == nil {
		if header["Ratelimit"] == nil { // else the address has less left
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

// begin makes a budget for a key, or changes it: then the minute begins anew, so that
// raising it is felt at once.
func (k *keyBudgets) begin(id string, limit models.KeyBudget, now time.Time) *keyBudget {
	b := k.known[id]
	if b == nil {
		if len(k.known) >= maxKnownKeys {
			k.forget(now)
		}
		b = &keyBudget{}
		k.known[id] = b
	}
	b.limit, b.minute = limit, rate.NewLimiter(rate.Limit(float64(limit.PerMinute)/60), limit.PerMinute)
	b.policy = []string{`"key";q=` + strconv.Itoa(limit.PerMinute) + `;w=60, "key-at-once";q=` + strconv.Itoa(limit.AtOnce) +
		`;qu="concurrent-requests"`}
	return b
}

// show writes the headers without fmt, since every answer to a key has them.
func (b *keyBudget) show(header http.Header, now time.Time) {
	left := max(0, b.minute.TokensAt(now))
	whole := int64(math.Ceil((float64(b.limit.PerMinute) - left) * 60 / float64(b.limit.PerMinute)))
	text := append(make([]byte, 0, 64), `"key";r=`...)
	text = strconv.AppendInt(text, int64(left), 10)
	text = append(text, `;t=`...)
	text = strconv.AppendInt(text, whole, 10)
	text = append(text, `, "key-at-once";r=`...)
	text = strconv.AppendInt(text, int64(max(0, b.limit.AtOnce-b.underway)), 10)
	header["Ratelimit-Policy"] = b.policy
	header["Ratelimit"] = []string{string(text)}
}

// give ends a request, however it ended.
func (k *keyBudgets) give(b *keyBudget) {
	if b == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	b.underway--
}

// forget drops keys that ask for nothing now and whose minute is whole again.
func (k *keyBudgets) forget(now time.Time) {
	for id, b := range k.known {
		if b.underway == 0 && b.minute.TokensAt(now) >= float64(b.limit.PerMinute) {
			delete(k.known, id)
		}
	}
}

// spend takes what a request costs: of the address where no credential is needed, since
// a user's own token is easily had and one that is made up is had at once, and of the API
// key that speaks. Without a caller the credential was not valid.
func (c *contract) spend(g *gin.Context, o *operation, who caller.Caller, known bool) (*keyBudget, error) {
	s := c.server
	if o.anonymous && (!known || who.Kind != caller.APIKey) {
		if err := s.sources.take(g.Writer.Header(), who.Source); err != nil {
			s.Refused(budgetAddress)
			return nil, err
		}
	}
	id := keyOf(who)
	if !known || id == "" {
		return nil, nil
	}
	spent, refused := s.keys.take(g.Writer.Header(), id, who.Budget)
	if refused == nil {
		return spent, nil
	}
	s.Refused(refused.budget)
	if refused.tell {
		s.tellOfKey(caller.Into(g.Request.Context(), who), id, refused.budget)
	}
	return nil, fault.ErrTooManyRequests.After(refused.wait)
}

// tellOfKey writes into the audit trail which key asks too much. The caller is refused
// whether or not that can be written, and whether or not he waits for it.
func (s *Server) tellOfKey(ctx context.Context, id, budget string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepWithin)
	defer cancel()
	if err := s.Core.TellOfKeyBudget(ctx, id, budget); err != nil {
		s.Log.ErrorContext(ctx, "that an API key spent its budget cannot be told", "key", id, "budget", budget, "cause", err.Error())
	}
}
