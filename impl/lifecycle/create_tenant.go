package lifecycle

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrSettings lists the settings that are out of bounds.
var ErrSettings = fault.New(fault.Invalid, "settings_invalid", "The tenant's settings are out of bounds.")

// CreateTenant describes a new tenant, in a new application if none is named.
type CreateTenant struct {
	ApplicationID   string
	ApplicationName string
	Name            string
	Hosts           []string
	Default         bool
	Settings        models.Settings
}

// newTenant stands for a tenant that has no id yet, in the question who reaches it: no
// list of tenants holds it.
const newTenant = "new"

// hostNames are the hosts as they are compared: in lower case, each once.
func hostNames(hosts []string) []string {
	var names []string
	for _, h := range hosts {
		names = append(names, strings.ToLower(h))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// hostTaken says the store's words for what can go wrong with a tenant.
func hostTaken(err error) error {
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return ErrHostTaken
	case errors.Is(err, store.ErrNotFound):
		return ErrApplicationNotFound
	}
	return err
}

// CreateTenant writes a tenant and, if need be, its application.
func (c *Core) CreateTenant(ctx context.Context, in CreateTenant) (*models.Tenant, error) {
	if v := append(policy.Validate(in.Settings.Password), checkSettings(in.Settings)...); len(v) > 0 {
		return nil, ErrSettings.With(v...)
	}
	if in.ApplicationID != "" && !caller.From(ctx).Reaches(in.ApplicationID, newTenant, "") {
		return nil, ErrApplicationNotFound
	}
	t := &models.Tenant{
		ID: secret.NewShortID(), ApplicationID: in.ApplicationID, Name: in.Name, IsDefault: in.Default, Settings: in.Settings,
	}
	err := c.commit(ctx, func(tx *store.Tx) error {
		if in.ApplicationID == "" {
			a := &models.Application{ID: secret.NewShortID(), Name: in.ApplicationName, CreatedAt: tx.Now, UpdatedAt: tx.Now}
			if err := tx.InsertApplication(a); err != nil {
				return err
			}
			t.ApplicationID = a.ID
		}
		t.CreatedAt, t.UpdatedAt = tx.Now, tx.Now
		if err := hostTaken(tx.InsertTenant(t, hostNames(in.Hosts)...)); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, "tenant.create", t, ""))
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// The hard ceilings of decision D10 and SP 800-63B-4 section 3.2.2.
func checkSettings(s models.Settings) []fault.Violation {
	var broken []fault.Violation
	check := func(name string, value, low, high int) {
		if value < low || value > high {
			broken = append(broken, fault.Violation{Pointer: name, Code: "out_of_bounds", Message: name + " is out of bounds."})
		}
	}
	check("tickets.otpMinutes", s.Tickets.OTPMinutes, 1, 15)
	check("tickets.linkMinutes", s.Tickets.LinkMinutes, 1, 24*60)
	check("tickets.setHours", s.Tickets.SetHours, 1, 7*24)
	check("tickets.inviteHours", s.Tickets.InviteHours, 1, 7*24)
	check("tickets.otpLength", s.Tickets.OTPLength, 6, 10)
	check("tickets.otpTries", s.Tickets.OTPTries, 1, 10)
	check("tickets.accountTries", s.Tickets.AccountTries, 1, 100)
	check("tickets.mailsPerHour", s.Tickets.MailsPerHour, 1, 20)
	check("tickets.tempPassHours", s.Tickets.TempPassHours, 1, 7*24)
	check("sessions.accessMinutes", s.Sessions.AccessMinutes, 1, 15)
	check("sessions.refreshDays", s.Sessions.RefreshDays, 1, 30)
	check("sessions.sessionHours", s.Sessions.SessionHours, 1, 30*24)
	check("sessions.loginFailures", s.Sessions.LoginFailures, 1, 100)
	check("sessions.backoffSeconds", s.Sessions.BackoffSeconds, 1, 3600)
	check("sessions.backoffMaxSeconds", s.Sessions.BackoffMaxSecs, 1, 24*3600)
	if s.ResetBy != models.ResetByLink && s.ResetBy != models.ResetByOTP {
		broken = append(broken, fault.Violation{Pointer: "resetBy", Code: "not_allowed", Message: "resetBy is link or otp."})
	}
	return broken
}
