// Command openapi-generator drives the journeys with the client that OpenAPI Generator makes for Go.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"

	client "driver/client"
	"driver/journeys"
)

type calls struct{ *client.APIClient }

func main() {
	config := client.NewConfiguration()
	config.Servers[0].URL = os.Getenv("REKEY_URL")
	journeys.Drive(calls{client.NewAPIClient(config)})
}

var anonymous = context.Background()

func as(token string) context.Context {
	return context.WithValue(context.Background(), client.ContextAccessToken, token)
}

func (c calls) BoomiReset(key, password string) (string, error) {
	body := client.NewBoomiPasswordModel()
	body.SetKey(key)
	body.SetPassword(password)
	body.SetConfirmPassword(password)
	answer, _, err := c.BoomiPasswordAPI.BoomiResetPassword(anonymous).BoomiPasswordModel(*body).Execute()
	if err != nil {
		return "", err
	}
	// This generator leaves a string as it came: in quotes.
	var said string
	err = json.Unmarshal([]byte(answer), &said)
	return said, err
}

func (c calls) BoomiLogin(name, password string) (string, error) {
	tokens, _, err := c.BoomiUsersAPI.BoomiAuthenticate(anonymous).BoomiLoginModel(*client.NewBoomiLoginModel(name, password)).Execute()
	return tokens.GetAccessToken(), err
}

func (c calls) EntrustToken(id, secret string) (string, error) {
	body := *client.NewEntrustAdminApiAuthentication(id, secret)
	answer, _, err := c.EntrustAdminAuthenticationAPI.EntrustAuthenticateAdminApiUsingPOST(anonymous).EntrustAdminApiAuthentication(body).Execute()
	return answer.GetAuthToken(), err
}

func (c calls) EntrustSet(token, user, password string) error {
	body := client.EntrustUserPasswordParms{Password: &password, EmailPassword: client.PtrBool(false)}
	_, _, err := c.EntrustPasswordsAPI.EntrustSetUserPasswordUsingPUT(asEntrust(token), user).EntrustUserPasswordParms(body).Execute()
	return err
}

func (c calls) EntrustValidate(token, user, password string) (bool, error) {
	body := *client.NewEntrustUserPasswordValidateParms(password)
	verdict, _, err := c.EntrustPasswordsAPI.EntrustValidateUserPasswordUsingPOST(asEntrust(token), user).EntrustUserPasswordValidateParms(body).Execute()
	return verdict.GetLength(), err
}

// asEntrust: the scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
func asEntrust(token string) context.Context {
	keys := map[string]client.APIKey{"entrustAdminAPIAuthentication": {Key: token}}
	return context.WithValue(context.Background(), client.ContextAPIKeys, keys)
}

func (c calls) WristbandToken(id, secret string) (string, error) {
	answer, _, err := c.WristbandOAuthAPI.WristbandGetToken(anonymous).GrantType("client_credentials").ClientId(id).ClientSecret(secret).Execute()
	return answer.GetAccessToken(), err
}

func (c calls) WristbandLink(token, user string) (string, error) {
	body := *client.NewWristbandPasswordResetLinkInput(user)
	link, _, err := c.WristbandPasswordResetAPI.WristbandCreatePasswordResetLink(as(token)).WristbandPasswordResetLinkInput(body).Execute()
	return link.GetPasswordResetCode(), err
}

func (c calls) WristbandReset(token, code, password string) (string, error) {
	body := client.NewWristbandResetPasswordInput(password)
	body.SetPasswordResetCode(code)
	outcome, _, err := c.WristbandPasswordResetAPI.WristbandResetPassword(as(token)).WristbandResetPasswordInput(*body).Execute()
	return outcome.GetResult(), err
}

func (c calls) ZitadelCode(token, user string) (string, error) {
	body := client.ZitadelPasswordResetInput{ReturnCode: map[string]any{}}
	answer, _, err := c.ZitadelPasswordsAPI.ZitadelPasswordReset(as(token), user).ZitadelPasswordResetInput(body).Execute()
	return answer.GetVerificationCode(), err
}

func (c calls) ZitadelSet(token, user, code, password string) error {
	body := client.NewZitadelSetPasswordInput(*client.NewZitadelPassword(password))
	body.SetVerificationCode(code)
	_, _, err := c.ZitadelPasswordsAPI.ZitadelSetPassword(as(token), user).ZitadelSetPasswordInput(*body).Execute()
	return err
}

func (c calls) ZitadelSession(token, name, password string) (string, error) {
	user := client.NewZitadelCheckUser()
	user.SetLoginName(name)
	checks := client.ZitadelChecks{User: user, Password: client.NewZitadelCheckPassword(password)}
	session, _, err := c.ZitadelSessionsAPI.ZitadelCreateSession(as(token)).ZitadelCreateSessionInput(client.ZitadelCreateSessionInput{Checks: &checks}).Execute()
	return session.GetSessionId(), err
}

func (c calls) Ticket(token, user string) (string, error) {
	body := client.NewRekeyTicketCreation(user, client.REKEYTICKETMEDIUM_LINK)
	body.SetDeliver(client.REKEYTICKETDELIVERY_RETURN)
	issued, _, err := c.RekeyTicketsAPI.RekeyCreateTicket(as(token)).RekeyTicketCreation(*body).Execute()
	proof := issued.GetProof()
	return proof.GetTicket(), err
}

func (c calls) Redeem(ticket, password string) error {
	body := client.NewRekeyTicketRedemption(password)
	body.SetTicket(ticket)
	_, _, err := c.RekeyTicketsAPI.RekeyRedeemTicket(anonymous).RekeyTicketRedemption(*body).Execute()
	return err
}

func (c calls) Refused(ticket, password string) (string, []string) {
	var refused *client.GenericOpenAPIError
	if !errors.As(c.Redeem(ticket, password), &refused) {
		return "", nil
	}
	problem, _ := refused.Model().(client.RekeyProblem)
	var messages []string
	for _, violation := range problem.GetViolations() {
		messages = append(messages, violation.GetMessage())
	}
	return problem.GetCode(), messages
}

func (c calls) Events(token string) ([]byte, error) {
	file, _, err := c.RekeyEventsAPI.RekeyExportEvents(as(token)).Execute()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
