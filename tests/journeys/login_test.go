package journeys_test

import (
	"net/http"
	"testing"

	"golang.org/x/crypto/bcrypt"
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

// login is what a person holds after logging in.
type login struct{ access, refresh string }

func (in *installation) logIn(password string) login {
	in.t.Helper()
	a := in.answered(http.StatusOK, http.MethodPost, "/api/Users/authenticate", "", map[string]string{"userName": username, "password": password})
	return login{a.Field(in.t, "accessToken"), a.Field(in.t, "refreshToken")}
}

// refused requires that a password no longer logs in.
func (in *installation) refused(password string) {
	in.t.Helper()
	in.answered(http.StatusUnauthorized, http.MethodPost, "/api/Users/authenticate", "", map[string]string{"userName": username, "password": password})
}

// dead requires that access and refresh token of an earlier login are dead.
func (in *installation) dead(l login) {
	in.t.Helper()
	in.answered(http.StatusUnauthorized, http.MethodGet, "/v2/settings/lockout", l.access, nil)
	in.answered(http.StatusUnauthorized, http.MethodPost, "/api/Users/refreshToken", "", map[string]string{"refreshToken": l.refresh})
}

// alive requires that a login's access token is accepted.
func (in *installation) alive(l login) {
	in.t.Helper()
	in.answered(http.StatusOK, http.MethodGet, "/v2/settings/lockout", l.access, nil)
}
