package service

import (
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/server"
	"github.com/rekeyhq/rekey/models"
)

// counters count what the parts of the service report. No label has a value that a request chose, so the
// number of time series is bounded.
type counters struct {
	refusals   *prometheus.CounterVec
	attempts   *prometheus.CounterVec
	deliveries *prometheus.HistogramVec
	logins     *prometheus.CounterVec
	tickets    *prometheus.CounterVec
	spans      *prometheus.CounterVec
	notReady   prometheus.Counter
}

func newCounters() *counters {
	return &counters{
		refusals: newRefusals(), attempts: newAttempts(), deliveries: newDeliveries(), logins: newLogins(), tickets: newTickets(), spans: newSpans(),
		notReady: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "rekey_readiness_failures_total", Help: "Checks of readiness that failed.",
		}),
	}
}

func (c *counters) all() []prometheus.Collector {
	return []prometheus.Collector{c.refusals, c.attempts, c.deliveries, c.logins, c.tickets, c.spans, c.notReady}
}

// newRefusals counts the refusals of budgets, including those that callers do not see.
func newRefusals() *prometheus.CounterVec {
	refusals := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_budget_refusals_total", Help: "Requests, mails and tries that were refused or dropped since a budget was spent.",
	}, []string{"budget"})
	for _, budget := range slices.Concat(core.Budgets(), server.Budgets()) {
		refusals.WithLabelValues(string(budget)) // a rate needs a zero to start from
	}
	return refusals
}

// newAttempts counts the attempts to deliver a message, by channel and outcome.
func newAttempts() *prometheus.CounterVec {
	attempts := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_message_attempts_total", Help: "Tries to deliver a message, by channel and outcome.",
	}, []string{"channel", "outcome"})
	for _, channel := range channels() {
		for _, outcome := range outbox.Outcomes() {
			attempts.WithLabelValues(string(channel), string(outcome)) // a rate needs a zero to start from
		}
	}
	return attempts
}

// newDeliveries measures how long messages waited, by channel. A message is tried for a day.
func newDeliveries() *prometheus.HistogramVec {
	deliveries := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "rekey_message_delivery_seconds", Help: "Time from the change that a message is about to its delivery, by channel.",
		Buckets: []float64{.1, .5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400},
	}, []string{"channel"})
	for _, channel := range channels() {
		deliveries.WithLabelValues(string(channel))
	}
	return deliveries
}

func channels() []models.Channel { return []models.Channel{models.ChannelEmail, models.ChannelSMS} }

// newLogins counts logins, by outcome.
func newLogins() *prometheus.CounterVec {
	all := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_logins_total", Help: "Logins and checks of sessions that ended, by outcome.",
	}, []string{"outcome"})
	for _, outcome := range logins.Outcomes() {
		all.WithLabelValues(string(outcome))
	}
	return all
}

// newTickets counts the steps of tickets.
func newTickets() *prometheus.CounterVec {
	tickets := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_tickets_total", Help: "Tickets that reached a state, by state, purpose and medium.",
	}, []string{"state", "purpose", "medium"})
	for _, purpose := range append(models.PasswordPurposes(), models.PurposeVerify) {
		for _, medium := range []models.Medium{models.MediumLink, models.MediumOTP, models.MediumReturned} {
			states := []models.TicketState{models.TicketIssued, models.TicketConsumed}
			if medium != models.MediumReturned {
				states = append(states, models.TicketDelivered, models.TicketFailed)
			}
			for _, state := range states {
				tickets.WithLabelValues(string(state), string(purpose), string(medium))
			}
		}
	}
	return tickets
}

func (c *counters) countRefusal(budget core.Budget) {
	c.refusals.WithLabelValues(string(budget)).Inc()
}

func (c *counters) countLogin(outcome logins.Outcome) {
	c.logins.WithLabelValues(string(outcome)).Inc()
}

func (c *counters) countTicket(state models.TicketState, purpose models.Purpose, medium models.Medium) {
	c.tickets.WithLabelValues(string(state), string(purpose), string(medium)).Inc()
}

func (c *counters) countAttempt(channel models.Channel, outcome outbox.Outcome) {
	c.attempts.WithLabelValues(string(channel), string(outcome)).Inc()
}

func (c *counters) observeDelivery(channel models.Channel, waited time.Duration) {
	c.deliveries.WithLabelValues(string(channel)).Observe(waited.Seconds())
}
