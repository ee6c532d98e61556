package journeys_test

import (
	"net/http"
	"testing"

	"golang.org/x/crypto/bcrypt"

	"github.com/rekeyhq/rekey/gen/client/boomiclient"
)

// bcryptOf is a password's hash as another product would export it.
func bcryptOf(t *testing.T, password string) string {
	t.Helper()
	h, err := bcrypt.GenerateFromPassword([]byte(password), 10)
	if err != nil {
		t.Fatal(err)
	}
	return string(h)
}

func (in *installation) boomi() *boomiclient.ClientWithResponses {
	in.t.Helper()
	c, err := boomiclient.NewClientWithResponses(in.url, boomiclient.WithHTTPClient(in.client))
	if err != nil {
		in.t.Fatal(err)
	}
	return c
}

// login is what a person holds after logging in.
type login struct{ access, refresh string }

func (in *installation) logIn(password string) login {
	in.t.Helper()
	r, err := in.boomi().AuthenticateWithResponse(in.t.Context(), boomiclient.LoginModel{UserName: username, Password: &password})
	if err != nil {
		in.t.Fatal(err)
	}
	must(in.t, nil, r.StatusCode(), http.StatusOK, r.Body)
	access, err := r.JSON200.AccessToken.Get()
	if err != nil {
		in.t.Fatal(err)
	}
	refresh, err := r.JSON200.RefreshToken.Get()
	if err != nil {
		in.t.Fatal(err)
	}
	return login{access, refresh}
}

// refused requires that a password no longer logs in.
func (in *installation) refused(password string) {
	in.t.Helper()
	r, err := in.boomi().AuthenticateWithResponse(in.t.Context(), boomiclient.LoginModel{UserName: username, Password: &password})
	if err != nil {
		in.t.Fatal(err)
	}
	must(in.t, nil, r.StatusCode(), http.StatusUnauthorized, r.Body)
}

// dead requires that access and refresh token of an earlier login are dead.
func (in *installation) dead(l login) {
	in.t.Helper()
	a := in.call(http.MethodGet, "/v2/settings/lockout", l.access, nil)
	must(in.t, nil, a.Status, http.StatusUnauthorized, []byte(a.Body))
	a = in.call(http.MethodPost, "/api/Users/refreshToken", "", map[string]string{"refreshToken": l.refresh})
	must(in.t, nil, a.Status, http.StatusUnauthorized, []byte(a.Body))
}

// alive requires that a login's access token is accepted.
func (in *installation) alive(l login) {
	in.t.Helper()
	a := in.call(http.MethodGet, "/v2/settings/lockout", l.access, nil)
	must(in.t, nil, a.Status, http.StatusOK, []byte(a.Body))
}
