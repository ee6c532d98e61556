// Command ogen drives the journeys with the client that ogen makes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/google/uuid"
	"github.com/ogen-go/ogen/ogenerrors"

	"driver/client"
	"driver/journeys"
)

type calls struct{}

func main() { journeys.Drive(calls{}) }

var anonymous, ctx = as(""), context.Background()

func as(t string) *client.Client {
	c, err := client.NewClient(os.Getenv("REKEY_URL"), token(t))
	if err != nil {
		panic(err)
	}
	return c
}

// token is the one credential of a client, whatever the scheme.
type token string

func (t token) given() error {
	if t == "" {
		return ogenerrors.ErrSkipClientSecurity
	}
	return nil
}

func (t token) BoomiApiKeyBearer(context.Context, client.OperationName) (client.BoomiApiKeyBearer, error) {
	return client.BoomiApiKeyBearer{Token: string(t)}, t.given()
}

func (t token) BoomiApiKey(context.Context, client.OperationName) (client.BoomiApiKey, error) {
	return client.BoomiApiKey{APIKey: string(t)}, t.given()
}

func (t token) EntrustAdminAPIAuthentication(context.Context, client.OperationName) (client.EntrustAdminAPIAuthentication, error) {
	return client.EntrustAdminAPIAuthentication{APIKey: string(t)}, t.given()
}

func (t token) RekeyBearerAuth(context.Context, client.OperationName) (client.RekeyBearerAuth, error) {
	return client.RekeyBearerAuth{Token: string(t)}, t.given()
}

func (t token) WristbandBearerAuth(context.Context, client.OperationName) (client.WristbandBearerAuth, error) {
	return client.WristbandBearerAuth{Token: string(t)}, t.given()
}

func (t token) WristbandOauthClient(context.Context, client.OperationName) (client.WristbandOauthClient, error) {
	return client.WristbandOauthClient{}, ogenerrors.ErrSkipClientSecurity
}

func (t token) ZitadelOauthClient(context.Context, client.OperationName) (client.ZitadelOauthClient, error) {
	return client.ZitadelOauthClient{}, ogenerrors.ErrSkipClientSecurity
}

func (t token) ZitadelBearerAuth(context.Context, client.OperationName) (client.ZitadelBearerAuth, error) {
	return client.ZitadelBearerAuth{Token: string(t)}, t.given()
}

// wanted is the answer, if it is of the type of the success.
func wanted[T any](answer any, err error) (T, error) {
	found, ok := answer.(T)
	if err == nil && !ok {
		err = fmt.Errorf("answered %T %+v", answer, answer)
	}
	return found, err
}

func (calls) BoomiReset(key, password string) (string, error) {
	body := client.BoomiPasswordModel{Key: client.NewOptUUID(uuid.MustParse(key)),
		Password: client.NewOptNilString(password), ConfirmPassword: client.NewOptNilString(password)}
	said, err := wanted[*client.BoomiPasswordResult](anonymous.BoomiResetPassword(ctx, &body))
	if err != nil {
		return "", err
	}
	return string(*said), nil
}

func (calls) BoomiLogin(name, password string) (string, error) {
	tokens, err := wanted[*client.BoomiTokenPair](anonymous.BoomiAuthenticate(ctx, &client.BoomiLoginModel{UserName: name, Password: password}))
	if err != nil {
		return "", err
	}
	return tokens.AccessToken.Value, nil
}

func (calls) EntrustToken(id, secret string) (string, error) {
	body := client.EntrustAdminApiAuthentication{ApplicationId: uuid.MustParse(id), SharedSecret: secret}
	answer, err := wanted[*client.EntrustAdminApiAuthenticationResult](anonymous.EntrustAuthenticateAdminApiUsingPOST(ctx, &body))
	if err != nil {
		return "", err
	}
	return answer.AuthToken, nil
}

func (calls) EntrustSet(token, user, password string) error {
	body := client.EntrustUserPasswordParms{Password: client.NewOptString(password), EmailPassword: client.NewOptBool(false)}
	_, err := wanted[*client.EntrustUserPassword](as(token).EntrustSetUserPasswordUsingPUT(ctx, &body,
		client.EntrustSetUserPasswordUsingPUTParams{Userid: user}))
	return err
}

func (calls) EntrustValidate(token, user, password string) (bool, error) {
	verdict, err := wanted[*client.EntrustUserPasswordValidationResponse](as(token).EntrustValidateUserPasswordUsingPOST(ctx,
		&client.EntrustUserPasswordValidateParms{Password: password},
		client.EntrustValidateUserPasswordUsingPOSTParams{Userid: user}))
	if err != nil {
		return false, err
	}
	return verdict.Length.Value, nil
}

func (calls) WristbandToken(id, secret string) (string, error) {
	body := client.WristbandTokenInput{GrantType: "client_credentials", ClientID: client.NewOptString(id), ClientSecret: client.NewOptString(secret)}
	answer, err := wanted[*client.WristbandTokenResultHeaders](anonymous.WristbandGetToken(ctx, &body))
	if err != nil {
		return "", err
	}
	return answer.Response.AccessToken, nil
}

func (calls) WristbandLink(token, user string) (string, error) {
	link, err := wanted[*client.WristbandPasswordResetLink](as(token).WristbandCreatePasswordResetLink(ctx, &client.WristbandPasswordResetLinkInput{UserId: user}))
	if err != nil {
		return "", err
	}
	return link.PasswordResetCode, nil
}

func (calls) WristbandReset(token, code, password string) (string, error) {
	body := client.WristbandResetPasswordInput{PasswordResetCode: client.NewOptNilString(code), NewPassword: password}
	outcome, err := wanted[*client.WristbandResetPasswordOutcome](as(token).WristbandResetPassword(ctx, &body))
	if err != nil {
		return "", err
	}
	return outcome.Result, nil
}

func (calls) ZitadelCode(token, user string) (string, error) {
	body := client.ZitadelPasswordResetInput{ReturnCode: client.NewOptZitadelReturnPasswordResetCode(&client.ZitadelReturnPasswordResetCode{})}
	answer, err := wanted[*client.ZitadelPasswordResetOutput](as(token).ZitadelPasswordReset(ctx, &body, client.ZitadelPasswordResetParams{UserId: user}))
	if err != nil {
		return "", err
	}
	return answer.VerificationCode.Value, nil
}

func (calls) ZitadelSet(token, user, code, password string) error {
	body := client.ZitadelSetPasswordInput{NewPassword: client.ZitadelPassword{Password: password}, VerificationCode: client.NewOptNilString(code)}
	_, err := wanted[*client.ZitadelSetPasswordOutput](as(token).ZitadelSetPassword(ctx, &body, client.ZitadelSetPasswordParams{UserId: user}))
	return err
}

func (calls) ZitadelSession(token, name, password string) (string, error) {
	checks := client.ZitadelChecks{User: client.NewOptZitadelCheckUser(client.ZitadelCheckUser{LoginName: client.NewOptNilString(name)}),
		Password: client.NewOptZitadelCheckPassword(client.ZitadelCheckPassword{Password: password})}
	body := client.ZitadelCreateSessionInput{Checks: client.NewOptZitadelChecks(checks)}
	session, err := wanted[*client.ZitadelCreateSessionOutput](as(token).ZitadelCreateSession(ctx, &body))
	if err != nil {
		return "", err
	}
	return session.SessionId, nil
}

func (calls) Ticket(token, user string) (string, error) {
	body := client.RekeyTicketCreation{UserId: client.RekeyUuid(uuid.MustParse(user)), Medium: client.RekeyTicketMediumLink,
		Deliver: client.NewOptRekeyTicketDelivery(client.RekeyTicketDeliveryReturn)}
	issued, err := wanted[*client.RekeyIssuedTicket](as(token).RekeyCreateTicket(ctx, &body, client.RekeyCreateTicketParams{}))
	if err != nil {
		return "", err
	}
	return string(issued.Proof.Value.Ticket.Value), nil
}

func redeem(ticket, password string) (client.RekeyRedeemTicketRes, error) {
	body := client.RekeyTicketRedemption{Ticket: client.NewOptRekeyProofText(client.RekeyProofText(ticket)), NewPassword: password}
	return anonymous.RekeyRedeemTicket(ctx, &body, client.RekeyRedeemTicketParams{})
}

func (calls) Redeem(ticket, password string) error {
	_, err := wanted[*client.RekeyRedeemedTicket](redeem(ticket, password))
	return err
}

func (calls) Refused(ticket, password string) (string, []string) {
	problem, err := wanted[*client.RekeyRedeemTicketUnprocessableEntity](redeem(ticket, password))
	if err != nil {
		return err.Error(), nil
	}
	var messages []string
	for _, violation := range problem.Violations {
		messages = append(messages, violation.Message)
	}
	return problem.Code, messages
}

func (calls) Events(token string) ([]byte, error) {
	export, err := wanted[*client.RekeyExportEventsOK](as(token).RekeyExportEvents(ctx, client.RekeyExportEventsParams{}))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(export)
}
