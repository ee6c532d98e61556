package entrust

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// errImport lists what contradicts passwordFormat BCRYPT.
var errImport = fault.New(fault.Invalid, "invalid_password", "Several fields contradict passwordFormat BCRYPT.")

// SetUserPasswordUsingPUT sets, generates or imports a user's password.
func (h *handlers) SetUserPasswordUsingPUT(ctx context.Context, r entrustapi.SetUserPasswordUsingPUTRequestObject) (entrustapi.SetUserPasswordUsingPUTResponseObject, error) {
	order := passwords.SetPasswordInput{
		UserID: r.Userid, Generate: isTrue(r.Body.GeneratePassword), Return: isTrue(r.Body.ReturnPassword),
		MustChange: r.Body.ForceUpdate, ExpiresAt: r.Body.ExpiryTime,
		ClearHistory: isTrue(r.Body.ClearPasswordHistory), Mail: mails(r.Body),
	}
	fill := h.chosen
	if f := r.Body.PasswordFormat; f != nil && *f == entrustapi.PasswordFormatBCRYPT {
		fill = h.imported
	}
	if err := fill(ctx, r.Body, &order); err != nil {
		return nil, err
	}
	set, err := h.Core.Passwords.SetPassword(ctx, order)
	if err != nil {
		return nil, err
	}
	a := described(set.State)
	if !set.Generated.Empty() {
		told := set.Generated.Reveal() // the caller asked for it (D5)
		a.NewPassword = &told
	}
	return entrustapi.SetUserPasswordUsingPUT200JSONResponse(a), nil
}

// mails is true if the field is absent, as the vendor documents.
func mails(p *entrustapi.UserPasswordParms) bool { return p.EmailPassword == nil || *p.EmailPassword }

func isTrue(b *bool) bool { return b != nil && *b }

// chosen fills an order for a password in clear, or a generated one.
func (h *handlers) chosen(_ context.Context, p *entrustapi.UserPasswordParms, order *passwords.SetPasswordInput) (err error) {
	if current, err := p.CurrentPassword.Get(); err == nil {
		if order.Current, err = surface.Password(current); err != nil {
			return fault.From(err).With(fault.Violation{
				Pointer: "/currentPassword", Code: core.ErrPasswordText.Code, Message: core.ErrPasswordText.Message,
			})
		}
	}
	if order.Generate {
		return nil // the field password is ignored
	}
	order.Password, err = surface.Password(text(p.Password))
	return err
}

// imported fills an order for a hash from another system. Everything that
// the vendor's document forbids with it is reported in one answer.
func (h *handlers) imported(ctx context.Context, p *entrustapi.UserPasswordParms, order *passwords.SetPasswordInput) error {
	u, err := h.Core.Accounts.FindUser(ctx, order.UserID)
	if err != nil {
		return err
	}
	var broken []fault.Violation
	for _, rule := range []struct {
		broken                 bool
		pointer, code, message string
	}{
		{u.Directory, "path:userid", "not_local", "the user must be a local user when passwordFormat is BCRYPT"},
		{p.CurrentPassword.IsSpecified() && !p.CurrentPassword.IsNull(), "/currentPassword", "must_be_null",
			"currentPassword must be null when passwordFormat is BCRYPT"},
		{order.Generate, "/generatePassword", "must_be_false", "generatePassword must be false when passwordFormat is BCRYPT"},
		{order.Mail, "/emailPassword", "must_be_false", "emailPassword must be false when passwordFormat is BCRYPT"},
		{order.Return, "/returnPassword", "must_be_false", "returnPassword must be false when passwordFormat is BCRYPT"},
	} {
		if rule.broken {
			broken = append(broken, fault.Violation{Pointer: rule.pointer, Code: rule.code, Message: rule.message})
		}
	}
	switch {
	case len(broken) == 1:
		return fault.New(errImport.Kind, errImport.Code, broken[0].Message).With(broken...)
	case len(broken) > 1:
		return errImport.With(broken...)
	}
	hash := text(p.Password)
	if hash == "" {
		return core.ErrPasswordMissing
	}
	// The core accepts other formats too; a hash that is declared as bcrypt must be bcrypt.
	if !strings.HasPrefix(hash, "$2") {
		return core.ErrHashNotAccepted.With(fault.Violation{Message: "Not accepted: a bcrypt hash has 2a, 2b or 2y between its first two dollar signs."})
	}
	order.Hash = secret.NewText(hash)
	return nil
}
