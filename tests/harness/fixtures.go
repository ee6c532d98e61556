package harness

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Password is the first password of users in tests; it meets the default policy.
const Password = "correct horse battery staple"

// NewPassword is the one that they change it to.
const NewPassword = "violet submarine under the rain"

func testingContext() context.Context { return context.Background() }

// operator creates the fixtures: a caller with all rights, without a request.
func operator() context.Context {
	return caller.Into(testingContext(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
}

// NewTenant adds a tenant in an application of its own, of the same name.
func (w *World) NewTenant(name string, isDefault bool, set models.Settings, hosts ...string) *models.Tenant {
	w.T.Helper()
	t, err := w.Core.Tenants.CreateTenant(operator(), tenants.CreateTenantInput{
		ApplicationName: name, Name: name, Hosts: hosts, Default: isDefault, Settings: set,
	})
	if err != nil {
		w.T.Fatalf("new tenant: %v", err)
	}
	return w.tenantRow(t.ID)
}

// Sibling adds a tenant to the application of the default tenant.
func (w *World) Sibling(name string) *models.Tenant {
	w.T.Helper()
	t, err := w.Core.Tenants.CreateTenant(operator(), tenants.CreateTenantInput{
		ApplicationID: w.Tenant.ApplicationID, Name: name, Settings: models.DefaultSettings(),
	})
	if err != nil {
		w.T.Fatalf("sibling tenant: %v", err)
	}
	return w.tenantRow(t.ID)
}

// tenantRow reads behind the core what is stored of a tenant.
func (w *World) tenantRow(id string) *models.Tenant {
	w.T.Helper()
	t, err := w.Store.Read(testingContext()).FindTenant(id)
	if err != nil {
		w.T.Fatalf("read tenant: %v", err)
	}
	return t
}

// Settings changes the default tenant's settings while it runs.
func (w *World) Settings(change func(*models.Settings)) {
	w.T.Helper()
	change(&w.Tenant.Settings)
	w.SettingsOf(w.Tenant.ID, w.Tenant.Settings)
}

// SettingsOf replaces a tenant's settings: its own rules become what differs from the
// built-in ones.
func (w *World) SettingsOf(tenantID string, set models.Settings) {
	w.T.Helper()
	tx := w.Store.Write(testingContext())
	now, err := tx.FindTenant(tenantID)
	if err != nil {
		w.T.Fatal(err)
	}
	own := models.LevelPolicy{Policy: models.Difference(models.DefaultSettings(), set)}
	if saved, err := tx.SaveTenantPolicy(tenantID, now.PolicyVersion, own); err != nil || !saved {
		w.T.Fatalf("save settings: %v %v", saved, err)
	}
}

// Person is a user with what a test needs to know of him.
type Person struct {
	*models.User
	Email    string
	Phone    string
	Password string
}

// Person adds a user to the default tenant: verified address name@example.test, phone,
// and Password, unless change says otherwise.
func (w *World) Person(name string, change ...func(*accounts.CreateUserInput)) *Person {
	w.T.Helper()
	pw, err := secret.NewPassword(Password)
	if err != nil {
		w.T.Fatal(err)
	}
	in := accounts.CreateUserInput{
		TenantID: w.Tenant.ID, Username: name, GivenName: strings.ToUpper(name[:1]) + name[1:],
		Email: name + "@example.test", Verified: true, Locale: "en", Password: pw,
	}
	for _, c := range change {
		c(&in)
	}
	u, err := w.Core.Accounts.CreateUser(operator(), in)
	if err != nil {
		w.T.Fatalf("new person %s: %v", name, err)
	}
	row, err := w.Store.Read(testingContext()).FindUser(u.ID)
	if err != nil {
		w.T.Fatalf("read person %s: %v", name, err)
	}
	return &Person{User: row, Email: in.Email, Phone: in.Phone, Password: Password}
}

// NoPassword leaves a person without one.
func NoPassword(in *accounts.CreateUserInput) { in.Password = secret.Password{} }

// WithMFA gives a person a second factor.
func WithMFA(in *accounts.CreateUserInput) { in.MFA = true }

// InDirectory keeps a person's password in a directory.
func InDirectory(in *accounts.CreateUserInput) { in.Directory, in.Password = true, secret.Password{} }

// WithPhone gives a person a verified phone.
func WithPhone(number string) func(*accounts.CreateUserInput) {
	return func(in *accounts.CreateUserInput) { in.Phone = number }
}

// NoEmail leaves a person without an address.
func NoEmail(in *accounts.CreateUserInput) { in.Email = "" }

// Unverified leaves a person's addresses unproven.
func Unverified(in *accounts.CreateUserInput) { in.Verified = false }

// WithExternalID gives a person the id of another system.
func WithExternalID(id string) func(*accounts.CreateUserInput) {
	return func(in *accounts.CreateUserInput) { in.ExternalID = id }
}

// Of puts a person into another tenant.
func Of(t *models.Tenant) func(*accounts.CreateUserInput) {
	return func(in *accounts.CreateUserInput) { in.TenantID = t.ID }
}

// Imported gives a person an imported hash in place of a password.
func Imported(hash string) func(*accounts.CreateUserInput) {
	return func(in *accounts.CreateUserInput) {
		in.Password, in.Hash = secret.Password{}, secret.NewText(hash)
	}
}

// Key adds an API key of the default application with these permissions.
func (w *World) Key(permissions ...string) *keys.CreatedAPIKey {
	w.T.Helper()
	return w.KeyWith(keys.CreateAPIKeyInput{
		Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: permissions,
	})
}

// TenantKey adds an API key of one tenant with these permissions.
func (w *World) TenantKey(t *models.Tenant, permissions ...string) *keys.CreatedAPIKey {
	w.T.Helper()
	return w.KeyWith(keys.CreateAPIKeyInput{
		Boundary: models.BoundaryTenant, ApplicationID: t.ApplicationID, TenantID: t.ID, Permissions: permissions,
	})
}

// KeyWith adds an API key.
func (w *World) KeyWith(in keys.CreateAPIKeyInput) *keys.CreatedAPIKey {
	w.T.Helper()
	if in.Name == "" {
		in.Name = "test"
	}
	k, err := w.Core.Keys.CreateAPIKey(operator(), in)
	if err != nil {
		w.T.Fatalf("new key: %v", err)
	}
	return k
}

// PlantKey writes a key that could not be created, past the core that would refuse it.
func (w *World) PlantKey(k models.APIKey) string {
	w.T.Helper()
	id, part := uuid.Must(uuid.NewV7()), secret.NewToken()
	k.ID, k.Name, k.Digest = id.String(), "planted", secret.APIKeyDigest(id.String(), part).Bytes()
	k.TenantIDs, k.Permissions = append([]string{}, k.TenantIDs...), append([]string{}, k.Permissions...)
	if err := w.Store.Write(testingContext()).InsertAPIKey(&k); err != nil {
		w.T.Fatalf("plant a key: %v", err)
	}
	return secret.APIKeyText(id, part).Reveal()
}

// Login is a person's session with its tokens.
type Login struct {
	SessionID      string
	AccessToken    string
	RefreshToken   string
	RefreshTokenID string
}

// LogIn begins a session with the person's password, without the wire.
func (w *World) LogIn(p *Person) *Login {
	w.T.Helper()
	pw, err := secret.NewPassword(p.Password)
	if err != nil {
		w.T.Fatal(err)
	}
	ctx := caller.Into(testingContext(), caller.Caller{Kind: caller.System, TenantID: p.TenantID})
	login, err := w.Core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: pw})
	in, ok := login.(*logins.LoggedIn)
	if err != nil || !ok {
		w.T.Fatalf("log in %s: %T, %v", p.Username, login, err)
	}
	signer, err := w.Access.Signer(ctx)
	if err != nil {
		w.T.Fatal(err)
	}
	token, err := signer.IssueForSession(access.Holder{
		SessionID: in.Session.ID, UserID: in.User.ID, ApplicationID: in.User.ApplicationID, TenantID: in.User.TenantID, Number: in.User.Number,
	}, 10*60*1e9)
	if err != nil {
		w.T.Fatal(err)
	}
	return &Login{
		SessionID: in.Session.ID, AccessToken: token.Text.Reveal(),
		RefreshToken: in.RefreshToken.Reveal(), RefreshTokenID: in.RefreshTokenID,
	}
}

// CanLogIn tells whether a password opens the account, without the wire. The
// counters of failures are left as they were found.
func (w *World) CanLogIn(p *Person, password string) bool {
	w.T.Helper()
	pw, err := secret.NewPassword(password)
	if err != nil {
		w.T.Fatal(err)
	}
	cred, err := w.Store.Read(testingContext()).FindCredential(p.ID)
	if err != nil {
		w.T.Fatal(err)
	}
	if !cred.Present() {
		return false
	}
	v, err := w.Hasher.Verify(testingContext(), passhash.Share{}, cred.Hash, pw)
	if err != nil {
		w.T.Fatal(err)
	}
	return v.Match
}
