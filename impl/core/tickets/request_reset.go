package tickets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RequestResetInput is a plea for help: somebody names an account and proves nothing.
type RequestResetInput struct {
	TenantID     string // empty: the caller's, or the one its host selects
	Username     string // one of Username and Email
	Email        string
	LinkForm     core.ProofForm // the form of the surface's mailed links
	AllowOTP     bool           // the surface can redeem OTPs, so the tenant's strategy decides
	RemindUserID bool           // mail the user name instead of a ticket
}

// RequestedReset is the answer, the same for known and unknown names.
type RequestedReset struct {
	RequestCode secret.Text // set when the tenant mails OTPs, whoever is asked for
}

// resetRequest is what the worker finds in the sealed row.
type resetRequest struct {
	Username  string           `json:"username,omitempty"`
	Email     string           `json:"email,omitempty"`
	Form      core.ProofForm   `json:"form"`
	Link      core.ProofForm   `json:"link,omitempty"` // of the link that may take a short code's place
	Medium    core.Medium      `json:"medium"`
	Secret    string           `json:"secret"`
	Remind    bool             `json:"remind,omitempty"`
	Refused   bool             `json:"refused,omitempty"` // it is over budget: nobody is mailed, and the trail is told
	ActorKind models.ActorKind `json:"actorKind"`
	ActorID   string           `json:"actorId"`
	Surface   string           `json:"surface"`
	RequestID string           `json:"requestId"`
	Source    string           `json:"source"`
}

// RequestReset queues the plea. Within the request, known and unknown names take the
// same statements: one budget keyed on what was typed, one row. Everything that
// differs happens later, in the worker (ASVS 5.0 6.3.8).
func (uc *UseCases) RequestReset(ctx context.Context, in RequestResetInput) (*RequestedReset, error) {
	t, err := uc.requestedTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	p := resetRequest{
		Username: in.Username, Email: in.Email, Form: in.LinkForm, Medium: models.MediumLink, Remind: in.RemindUserID,
		ActorKind: who.Kind, ActorID: who.ID, Surface: who.Surface, RequestID: who.RequestID, Source: who.Source,
	}
	out := &RequestedReset{}
	text := core.NewProofSecret(in.LinkForm)
	if in.AllowOTP && t.Settings.ResetBy == models.ResetByOTP {
		p.Form, p.Link, p.Medium = models.ProofOTP, in.LinkForm, models.MediumOTP
		text = secret.NewToken()
		out.RequestCode = text
	}
	p.Secret = text.Reveal()
	typed, _ := core.CanonicalName(in.Username + in.Email)
	ok, err := uc.store.Write(ctx).Spend(uc.keyring.MAC("plea", t.ID, typed), t.Settings.Tickets.MailsPerHour, core.MailWindow)
	if err != nil {
		return nil, err
	}
	if !ok {
		uc.refused(core.BudgetResetRequests)
		first, err := uc.store.Write(ctx).Spend(uc.keyring.MAC("plea-told", t.ID, typed), 1, core.MailWindow)
		if err != nil || !first {
			return out, err // the same answer, and no mail
		}
		p.Refused, p.Secret = true, "" // whose budget it is, the worker finds out
	}
	return out, uc.queueResetRequest(ctx, t, p)
}

// requestedTenant is the tenant that a plea is for. Somebody unknown may name any: its id
// is no secret, and the answer tells nothing about its users.
func (uc *UseCases) requestedTenant(ctx context.Context, id string) (*models.Tenant, error) {
	if id == "" || caller.From(ctx).Kind != caller.Anonymous {
		return uc.kernel.ResolveTenant(ctx, id)
	}
	t, err := uc.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrTenantNotFound
	}
	return t, err
}

func (uc *UseCases) queueResetRequest(ctx context.Context, t *models.Tenant, p resetRequest) error {
	plain, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("tickets: plea: %w", err)
	}
	row := &models.ResetRequest{ID: secret.NewID(), TenantID: t.ID}
	if row.Sealed, err = uc.keyring.Seal(plain, "plea:"+row.ID); err != nil {
		return fmt.Errorf("tickets: seal plea: %w", err)
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error { return tx.InsertResetRequest(row) })
	if err != nil {
		return err
	}
	uc.wake()
	return nil
}

const (
	pleaLease    = 30 * time.Second
	pleaAttempts = 20
)
