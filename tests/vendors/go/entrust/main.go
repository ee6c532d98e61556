// Command stories is a Go program of a customer of Entrust, with the client that OpenAPI Generator makes for Go:
//
//	stories STORY...
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

// program is the client with the token of an application.
type program struct {
	*client.APIClient
	ctx context.Context
}

func main() {
	err := json.Unmarshal([]byte(os.Getenv("ENTRUST_USERS")), &imported)
	for _, name := range os.Args[1:] {
		result, why := "failed", fmt.Sprint(err)
		if err == nil {
			result, why = play(stories()[name])
		}
		_ = json.NewEncoder(os.Stdout).Encode(map[string]string{"story": name, "result": result, "why": why})
	}
}

// play is how a story ended.
func play(story func(program) string) (result, why string) {
	defer func() {
		if r := recover(); r != nil {
			result, why = "failed", fmt.Sprint(r)
		}
	}()
	return story(application("ENTRUST_APPLICATION_ID", "ENTRUST_SHARED_SECRET")), ""
}

// application logs in an administration application.
func application(id, secret string) program {
	p := with("")
	order := client.NewAdminApiAuthentication(os.Getenv(id), os.Getenv(secret))
	token, _, err := p.AdminAuthenticationAPI.AuthenticateAdminApiUsingPOST(p.ctx).AdminApiAuthentication(*order).Execute()
	done(err)
	return with(token.GetAuthToken())
}

// with is the client with a token; empty: without one.
func with(token string) program {
	config := client.NewConfiguration()
	config.Servers[0].URL = os.Getenv("ENTRUST_URL")
	ctx := context.Background()
	if token != "" {
		ctx = context.WithValue(ctx, client.ContextAPIKeys, map[string]client.APIKey{"AdminAPIAuthentication": {Key: token}})
	}
	return program{client.NewAPIClient(config), ctx}
}

// set orders a password.
func (p program) set(id string, order client.UserPasswordParms) (*client.UserPassword, error) {
	answer, _, err := p.PasswordsAPI.SetUserPasswordUsingPUT(p.ctx, id).UserPasswordParms(order).Execute()
	return answer, err
}

func (p program) mustSet(id string, order client.UserPasswordParms) *client.UserPassword {
	answer, err := p.set(id, order)
	done(err)
	return answer
}

func (p program) validate(id, password string) *client.UserPasswordValidationResponse {
	verdict, _, err := p.PasswordsAPI.ValidateUserPasswordUsingPOST(p.ctx, id).
		UserPasswordValidateParms(*client.NewUserPasswordValidateParms(password)).Execute()
	done(err)
	return verdict
}

func (p program) state(id string) (*client.UserPassword, error) {
	state, _, err := p.PasswordsAPI.GetUserPasswordUsingGET(p.ctx, id).Execute()
	return state, err
}

func (p program) find(name string) (*client.User, error) {
	found, _, err := p.UsersAPI.UserByUseridUsingPOST(p.ctx).UserGetParms(*client.NewUserGetParms(name)).Execute()
	return found, err
}

// user is one who was imported.
type user struct {
	ID      string `json:"userId"`
	Name    string `json:"username"`
	Address string `json:"address"`
}

var imported []user

// somebody is a user whom no other story knows; his password is that of all imported users.
func somebody() user {
	u := imported[0]
	imported = imported[1:]
	return u
}

// opens tells whether a password opens a session, with the key of the tenant's login page.
func (u user) opens(password string) bool {
	body, err := json.Marshal(map[string]string{"username": u.Name, "password": password})
	done(err)
	login, err := http.NewRequest(http.MethodPost, os.Getenv("ENTRUST_URL")+"/v1/sessions", bytes.NewReader(body))
	done(err)
	login.Header.Set("Content-Type", "application/json")
	login.Header.Set("Authorization", "Bearer "+os.Getenv("ENTRUST_LOGIN_KEY"))
	answer, err := http.DefaultClient.Do(login)
	done(err)
	_ = answer.Body.Close()
	return answer.StatusCode == http.StatusCreated
}

func must(holds bool, format string, a ...any) {
	if !holds {
		panic(fmt.Sprintf(format, a...))
	}
}

// done panics with what the service answered to a call that has to succeed.
func done(err error) {
	var refusal *client.GenericOpenAPIError
	if errors.As(err, &refusal) {
		panic(err.Error() + " " + string(refusal.Body()))
	}
	must(err == nil, "%v", err)
}

// refused is the error that a call has to fail with.
func refused(code string, err error) client.ErrorInfo {
	var refusal *client.GenericOpenAPIError
	must(errors.As(err, &refusal), "%s: not refused: %v", code, err)
	told, ok := refusal.Model().(client.ErrorInfo)
	must(ok && told.GetErrorCode() == code, "refused with %s, not %s", refusal.Body(), code)
	return told
}
