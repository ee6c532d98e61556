package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/models"
)

// hangingDomains keep a mail server from answering RCPT.
const hangingDomains = 40

// mails is how long a mail waits from the commit that queued it until it is handed over.
type mails struct {
	Alone  latencies // the floor: nothing else to be sent
	Beside latencies // while forty other domains hang
}

// mailServer answers at once, but for domains that hang.
type mailServer struct {
	arrived chan time.Time
	hanging chan struct{}
}

func (s *mailServer) Send(ctx context.Context, m outbox.Outgoing) (string, error) {
	if strings.Contains(m.To, "@hang") {
		s.hanging <- struct{}{}
		<-ctx.Done()
		return "no answer", &outbox.TemporaryError{Answer: "no answer"}
	}
	s.arrived <- time.Now()
	return "250 accepted", nil
}

// mails measures on a fresh database, so that no round meets what hung in an earlier one.
func (b *bench) mails(ctx context.Context) (out mails, err error) {
	dir, err := os.MkdirTemp("", "rekey-bench-mails")
	if err != nil {
		return out, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	db, err := openDatabase(ctx, b.store, dir, "mails")
	if err != nil {
		return out, err
	}
	defer db.drop()
	r := role{DatabaseURL: db.URL, Secret: make([]byte, 32), Limited: true}
	_, _ = rand.Read(r.Secret)
	mail := &mailServer{arrived: make(chan time.Time, 1), hanging: make(chan struct{}, hangingDomains)}
	i, err := open(ctx, r, io.Discard, true, mail)
	if err != nil {
		return out, err
	}
	defer func() { _ = i.Close() }()
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
	t, err := i.Core.Tenants.CreateTenant(ctx, tenants.CreateTenantInput{
		ApplicationName: "Measured", Name: "Measured", Default: true, Settings: models.DefaultSettings(),
	})
	if err != nil {
		return out, err
	}
	working, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() { defer close(ended); i.Run(working) }()
	defer func() { stop(); <-ended }()

	healthy, err := person(ctx, i, t, "healthy", secret.Password{})
	if err != nil {
		return out, err
	}
	if out.Alone, err = b.mailed(ctx, i, mail, healthy.ID); err != nil {
		return out, err
	}
	for n := range hangingDomains {
		u, err := i.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{
			TenantID: t.ID, Username: fmt.Sprintf("hanging%d", n), Email: fmt.Sprintf("ada@hang%d.example", n), Verified: true,
		})
		if err == nil {
			err = mailLink(ctx, i, u.ID)
		}
		if err != nil {
			return out, err
		}
	}
	for range hangingDomains {
		select {
		case <-mail.hanging:
		case <-ctx.Done():
			return out, ctx.Err()
		}
	}
	out.Beside, err = b.mailed(ctx, i, mail, healthy.ID)
	return out, err
}

// mailed mails one link after the other and tells how long they took.
func (b *bench) mailed(ctx context.Context, i *service.Instance, mail *mailServer, userID string) (latencies, error) {
	var took []time.Duration
	for end := time.Now().Add(b.duration); time.Now().Before(end); {
		if err := mailLink(ctx, i, userID); err != nil {
			return latencies{}, err
		}
		queued := time.Now()
		select {
		case at := <-mail.arrived:
			took = append(took, max(at.Sub(queued), 0)+1) // a worker may be faster than the answer of the commit
		case <-ctx.Done():
			return latencies{}, ctx.Err()
		}
	}
	slices.Sort(took)
	return latencies{P50: took[rank(len(took), 50)], P99: took[rank(len(took), 99)], Calls: len(took)}, nil
}

func mailLink(ctx context.Context, i *service.Instance, userID string) error {
	_, err := i.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: userID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey,
	})
	return err
}
