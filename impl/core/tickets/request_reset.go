package tickets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RequestResetInput names an account; the requester proves nothing.
type RequestResetInput struct {
	TenantID     string // empty: the caller's, or the tenant that the request's host selects
	Username     string // one of Username and Email
	Email        string
	LinkForm     core.ProofForm // the form of the surface's mailed links
	AllowOTP     bool           // the surface can redeem OTPs, so the tenant's strategy decides
	SendUsername bool           // mail the user name instead of a ticket
}

// RequestedReset is the result, the same for known and unknown names.
type RequestedReset struct {
	RequestCode secret.Text // set if the tenant mails OTPs, for unknown names too
}

// resetRequest is the content of a queued row, which is sealed.
type resetRequest struct {
	Username     string           `json:"username,omitempty"`
	Email        string           `json:"email,omitempty"`
	Form         core.ProofForm   `json:"form"`
	Link         core.ProofForm   `json:"link,omitempty"` // of the link that may replace a short code
	Medium       core.Medium      `json:"medium"`
	Secret       string           `json:"secret"`
	SendUsername bool             `json:"remind,omitempty"`
	OverBudget   bool             `json:"refused,omitempty"` // only an audit event is written, and no mail is sent
	ActorKind    models.ActorKind `json:"actorKind"`
	ActorID      string           `json:"actorId"`
	Surface      string           `json:"surface"`
	RequestID    string           `json:"requestId"`
	Source       string           `json:"source"`
}

// RequestReset queues a reset request. Known and unknown names cause the same statements here: one
// budget by the name or address that was typed, and one row. Everything that differs happens later, in
// ProcessResetRequests (ASVS 5.0 6.3.8).
func (uc *UseCases) RequestReset(ctx context.Context, in RequestResetInput) (*RequestedReset, error) {
	t, err := uc.findRequestedTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	from := caller.From(ctx)
	request := resetRequest{
		Username: in.Username, Email: in.Email, Form: in.LinkForm, Medium: models.MediumLink, SendUsername: in.SendUsername,
		ActorKind: from.Kind, ActorID: from.ID, Surface: from.Surface, RequestID: from.RequestID, Source: from.Source,
	}
	out := &RequestedReset{}
	text := core.NewProofSecret(in.LinkForm)
	if in.AllowOTP && t.Settings.ResetBy == models.ResetByOTP {
		request.Form, request.Link, request.Medium = models.ProofOTP, in.LinkForm, models.MediumOTP
		text = secret.NewToken()
		out.RequestCode = text
	}
	request.Secret = text.Reveal()
	typed, _ := core.CanonicalName(in.Username + in.Email)
	within, err := uc.store.Write(ctx).SpendBudget(uc.keyring.MAC("plea", t.ID, typed), t.Settings.Tickets.MailsPerHour, core.MailWindow)
	if err != nil {
		return nil, err
	}
	if !within {
		uc.refused(core.BudgetResetRequests)
		first, err := uc.store.Write(ctx).SpendBudget(uc.keyring.MAC("plea-told", t.ID, typed), 1, core.MailWindow)
		if err != nil || !first {
			return out, err // the same answer, and no mail
		}
		request.OverBudget, request.Secret = true, "" // the worker finds the user, for the audit event
	}
	return out, uc.queueResetRequest(ctx, t, request)
}

// findRequestedTenant reads the tenant of a reset request. An anonymous caller may name any tenant:
// its id is not secret, and the answer reveals nothing about its users.
func (uc *UseCases) findRequestedTenant(ctx context.Context, id string) (*models.Tenant, error) {
	if id == "" || caller.From(ctx).Kind != caller.Anonymous {
		return uc.kernel.ResolveTenant(ctx, id)
	}
	t, err := uc.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrTenantNotFound
	}
	return t, err
}

func (uc *UseCases) queueResetRequest(ctx context.Context, t *models.Tenant, request resetRequest) error {
	plain, err := json.Marshal(request)
	if err != nil {
		return fmt.Errorf("tickets: encode a reset request: %w", err)
	}
	row := &models.ResetRequest{ID: secret.NewID(), TenantID: t.ID}
	if row.Sealed, err = uc.keyring.Seal(plain, "plea:"+row.ID); err != nil {
		return fmt.Errorf("tickets: seal a reset request: %w", err)
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error { return tx.InsertResetRequest(row) })
	if err != nil {
		return err
	}
	uc.wake()
	return nil
}
