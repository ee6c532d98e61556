package demo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/server"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
)

// The user of the demo. The password needs no quotes in a shell.
const (
	username = "alice"
	email    = "alice@example.com"
	phone    = "+15550100"
	password = "amber-kettles-sing-at-dawn"
)

// Facts are the values that are needed to try the demo.
type Facts struct {
	URL           string
	APIKey        secret.Text
	ClientID      string // the two halves of the key, as OAuth client credentials
	ClientSecret  secret.Text
	ApplicationID string
	TenantID      string
	UserID        string
	Username      string
	Email         string
	Password      string
}

// Seed creates what does not exist yet and sets the user's password to the known one again, so
// that the env file is true after every start.
func Seed(ctx context.Context, i *service.Instance, p Place, url string) (*Facts, error) {
	ctx = setup.AsOperator(ctx, "demo")
	t, err := tenant(ctx, i)
	if err != nil {
		return nil, fmt.Errorf("demo tenant: %w", err)
	}
	u, err := user(ctx, i, t)
	if err != nil {
		return nil, fmt.Errorf("demo user: %w", err)
	}
	f := &Facts{
		URL: url, ApplicationID: t.ApplicationID, TenantID: t.ID, UserID: u.ID,
		Username: username, Email: email, Password: password,
	}
	if err := f.key(ctx, i, p); err != nil {
		return nil, fmt.Errorf("demo key: %w", err)
	}
	i.ShowDemo(server.Demo{
		ApplicationID: t.ApplicationID, TenantID: t.ID, UserID: u.ID, UserNumber: strconv.Itoa(int(u.Number)), KeyFile: p.path(),
	})
	return f, f.write(p)
}

func tenant(ctx context.Context, i *service.Instance) (*tenants.Tenant, error) {
	t, err := i.Core.Tenants.ResolveTenant(ctx, "") // without an id, the default tenant
	if !errors.Is(err, core.ErrTenantNotFound) {
		return t, err
	}
	set := core.DefaultSettings()
	set.Tickets.MailsPerHour = 20 // people try a journey more than once
	return i.Core.Tenants.CreateTenant(ctx, tenants.CreateTenantInput{
		ApplicationName: "Demo", Name: "Demo", Default: true, Settings: set,
	})
}

func user(ctx context.Context, i *service.Instance, t *tenants.Tenant) (*core.User, error) {
	known, err := secret.NewPassword(password)
	if err != nil {
		return nil, err
	}
	found, _, err := i.Core.Accounts.ListUsers(ctx, accounts.ListUsersInput{TenantID: t.ID, Username: username, Page: core.Page{Limit: 1}})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return i.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{
			TenantID: t.ID, Username: username, GivenName: "Alice", Email: email, Phone: phone, Verified: true,
			Locale: "en", Password: known,
		})
	}
	u := &found[0]
	if same, err := i.Core.Passwords.HasPassword(ctx, u.ID, known); err != nil || same {
		return u, err
	}
	_, err = i.Core.Passwords.SetPassword(ctx, passwords.SetPasswordInput{UserID: u.ID, Password: known, ClearHistory: true, Quiet: true})
	return u, err
}

// key keeps the key of an earlier start, if the env file still has one that works.
func (f *Facts) key(ctx context.Context, i *service.Instance, p Place) error {
	earlier, err := setup.ReadEnvFile(p.EnvFile())
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	f.APIKey = secret.NewText(earlier["REKEY_API_KEY"])
	f.ClientID, f.ClientSecret = earlier["REKEY_CLIENT_ID"], secret.NewText(earlier["REKEY_CLIENT_SECRET"])
	if who, err := i.Access.Authenticate(ctx, f.APIKey); err == nil && who.ID == f.ClientID {
		return nil
	}
	k, err := i.Core.Keys.CreateAPIKey(ctx, setup.OwnerKey())
	if err != nil {
		return err
	}
	f.APIKey, f.ClientID, f.ClientSecret = k.Key, k.ID, k.Secret
	return nil
}

// write replaces the env file, readable by its owner only since it contains the key.
func (f *Facts) write(p Place) error {
	lines := []string{
		"REKEY_URL=" + f.URL,
		"REKEY_API_KEY=" + f.APIKey.Reveal(),
		"REKEY_CLIENT_ID=" + f.ClientID,
		"REKEY_CLIENT_SECRET=" + f.ClientSecret.Reveal(),
		"REKEY_APPLICATION_ID=" + f.ApplicationID,
		"REKEY_TENANT_ID=" + f.TenantID,
		"REKEY_USER_ID=" + f.UserID,
		"REKEY_USERNAME=" + f.Username,
		"REKEY_EMAIL=" + f.Email,
		"REKEY_PASSWORD=" + f.Password,
	}
	next, err := os.CreateTemp(filepath.Dir(p.EnvFile()), "demo.env.") // mode 0600
	if err != nil {
		return err
	}
	_, err = next.WriteString(strings.Join(lines, "\n") + "\n")
	if err = errors.Join(err, next.Close()); err == nil {
		err = os.Rename(next.Name(), p.EnvFile())
	}
	if err != nil {
		return errors.Join(err, os.Remove(next.Name()))
	}
	return nil
}
