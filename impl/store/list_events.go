package store

import (
	"math"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// EventFilter narrows a list of events; zero fields do not narrow it.
type EventFilter struct {
	TenantID string
	UserID   string
	TicketID string
	Action   string
	Outcome  string
	From     *time.Time // from this time on
	To       *time.Time // before this time
}

// EventPage is a page of a list of events: the events after a place in it.
type EventPage struct {
	After  *EventTime // nil: from the beginning
	Oldest bool       // the oldest first
	Limit  int
}

// EventTime is the place of an event among all events.
type EventTime struct {
	At time.Time
	ID string
}

// eventsWithin selects the events in scope. Events that belong to no tenant are in the scope of
// everything only.
func (rd *Reader) eventsWithin(s Scope) *gorm.DB {
	q := s.within(rd.db, "application_id", "tenant_id", "")
	if !s.Everything {
		q = q.Where("tenant_id <> ?", "")
	}
	return q
}

// ListEvents lists the events in scope, and tells whether there are more.
func (rd *Reader) ListEvents(s Scope, f EventFilter, p EventPage) ([]models.Event, bool, error) {
	q := rd.eventsWithin(s)
	for _, is := range []struct{ column, value string }{
		{"tenant_id", f.TenantID}, {"user_id", f.UserID}, {"ticket_id", f.TicketID}, {"action", f.Action}, {"outcome", f.Outcome},
	} {
		if is.value != "" {
			q = q.Where(is.column+" = ?", is.value)
		}
	}
	q = between(q, f.From, f.To)
	order, behind := "at DESC, id DESC", "at <= ? AND (at < ? OR id < ?)"
	if p.Oldest {
		order, behind = "at, id", "at >= ? AND (at > ? OR id > ?)"
	}
	if p.After != nil {
		q = q.Where(behind, p.After.At, p.After.At, p.After.ID)
	}
	var rows []models.Event
	if err := q.Order(order).Limit(p.Limit + 1).Find(&rows).Error; err != nil || len(rows) <= p.Limit {
		return rows, false, translate(err)
	}
	return rows[:p.Limit], true, nil
}

func between(q *gorm.DB, from, to *time.Time) *gorm.DB {
	if from != nil {
		q = q.Where("at >= ?", exact(*from))
	}
	if to != nil {
		q = q.Where("at < ?", exact(*to))
	}
	return q
}

// FindEvent reads one event in scope.
func (rd *Reader) FindEvent(s Scope, id string) (*models.Event, error) {
	e := &models.Event{}
	err := rd.eventsWithin(s).Where("id = ?", id).Take(e).Error
	return e, translate(err)
}

// Span returns the sequences of the first and the last event of a chain in a period. The second
// is less than the first if there are none.
func (rd *Reader) Span(tenantID string, from, to *time.Time) (first, last int64, err error) {
	if from == nil && to == nil {
		last, err = rd.LastPlace(tenantID)
		return 1, last, err
	}
	var ends struct{ First, Last *int64 }
	err = between(rd.db.Model(&models.Event{}).Select("MIN(sequence) AS first, MAX(sequence) AS last").Where("tenant_id = ?", tenantID), from, to).
		Scan(&ends).Error
	if err != nil || ends.First == nil || ends.Last == nil {
		return math.MaxInt64, 0, translate(err)
	}
	return *ends.First, *ends.Last, nil
}

// ListCheckpoints lists the checkpoints of the chains in scope; a tenant id limits the list to
// its chain.
func (rd *Reader) ListCheckpoints(s Scope, tenantID string, p Page) ([]models.Checkpoint, bool, error) {
	q := rd.db
	if !s.Everything {
		q = q.Where("tenant_id IN (?)", s.within(rd.db.Model(&models.Tenant{}).Select("id"), "application_id", "id", ""))
	}
	if tenantID != "" {
		q = q.Where("tenant_id = ?", tenantID)
	}
	return page[models.Checkpoint](q, p)
}
