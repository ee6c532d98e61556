// Code generated from openapi/ by specbundle; DO NOT EDIT.

package rekey_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"testing"
	"time"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

// What the examples have at hand. They are those of the contract, and run only where REKEY_STANDIN_URL names a
// stand-in that knows them: many of them change something.
var (
	ctx          = context.Background()
	client, _    = rekey.New(os.Getenv("REKEY_STANDIN_URL"), rekey.WithToken("a token"), rekey.WithRetries(0))
	clientID     = os.Getenv("REKEY_CLIENT_ID")
	clientSecret = os.Getenv("REKEY_CLIENT_SECRET")
)

func TestExamples(t *testing.T) {
	if client == nil {
		t.Skip("REKEY_STANDIN_URL is not set")
	}
	defer log.SetOutput(log.Writer())
	defer func(out *os.File) { os.Stdout = out }(os.Stdout)
	os.Stdout, _ = os.OpenFile(os.DevNull, os.O_WRONLY, 0) // what they print would hide what went wrong
	for _, example := range []struct {
		name string
		run  func()
	}{
		{"boomiAuthenticatePassword", ExampleClient_BoomiAuthenticate_password},
		{"boomiAuthenticatePasswordAndCode", ExampleClient_BoomiAuthenticate_passwordAndCode},
		{"boomiChangePasswordChange", ExampleClient_BoomiChangePassword_change},
		{"boomiForgotPasswordByUserName", ExampleClient_BoomiForgotPassword_byUserName},
		{"boomiForgotUsernameByAddress", ExampleClient_BoomiForgotUsername_byAddress},
		{"boomiRefreshTokenRefresh", ExampleClient_BoomiRefreshToken_refresh},
		{"boomiResendMfaAgain", ExampleClient_BoomiResendMfa_again},
		{"boomiResetPasswordComplete", ExampleClient_BoomiResetPassword_complete},
		{"boomiResetPasswordLeast", ExampleClient_BoomiResetPassword_least},
		{"boomiSetPasswordComplete", ExampleClient_BoomiSetPassword_complete},
		{"boomiSetPasswordLeast", ExampleClient_BoomiSetPassword_least},
		{"boomiValidatePasswordResetLink", ExampleClient_BoomiValidatePasswordResetLink},
		{"boomiValidatePasswordSetLink", ExampleClient_BoomiValidatePasswordSetLink},
		{"entrustAuthenticateAdminApiUsingPOSTApplication", ExampleClient_EntrustAuthenticateAdminAPIUsingPOST_application},
		{"entrustDeleteUserPasswordUsingDELETE", ExampleClient_EntrustDeleteUserPasswordUsingDELETE},
		{"entrustGetUserPasswordSettingsUsingGET", ExampleClient_EntrustGetUserPasswordSettingsUsingGET},
		{"entrustGetUserPasswordUsingGET", ExampleClient_EntrustGetUserPasswordUsingGET},
		{"entrustSendPasswordExpiryNotificationUsingPUT", ExampleClient_EntrustSendPasswordExpiryNotificationUsingPUT},
		{"entrustSetUserPasswordUsingPUTChosen", ExampleClient_EntrustSetUserPasswordUsingPUT_chosen},
		{"entrustSetUserPasswordUsingPUTGenerated", ExampleClient_EntrustSetUserPasswordUsingPUT_generated},
		{"entrustSetUserPasswordUsingPUTImported", ExampleClient_EntrustSetUserPasswordUsingPUT_imported},
		{"entrustValidateUserPasswordUsingPOSTCandidate", ExampleClient_EntrustValidateUserPasswordUsingPOST_candidate},
		{"rekeyCancelTicket", ExampleClient_RekeyCancelTicket},
		{"rekeyChangePasswordOwn", ExampleClient_RekeyChangePassword_own},
		{"rekeyCheckPasswordUser", ExampleClient_RekeyCheckPassword_user},
		{"rekeyCheckPasswordNewcomer", ExampleClient_RekeyCheckPassword_newcomer},
		{"rekeyConfirmTotpCode", ExampleClient_RekeyConfirmTotp_code},
		{"rekeyCreateApiKeyApplication", ExampleClient_RekeyCreateAPIKey_application},
		{"rekeyCreateApiKeyService", ExampleClient_RekeyCreateAPIKey_service},
		{"rekeyCreateApiKeyPowerless", ExampleClient_RekeyCreateAPIKey_powerless},
		{"rekeyCreateApiKeyReporting", ExampleClient_RekeyCreateAPIKey_reporting},
		{"rekeyCreateApiKeyBulk", ExampleClient_RekeyCreateAPIKey_bulk},
		{"rekeyCreateApiKeyScript", ExampleClient_RekeyCreateAPIKey_script},
		{"rekeyCreateApplicationShop", ExampleClient_RekeyCreateApplication_shop},
		{"rekeyCreateSessionPassword", ExampleClient_RekeyCreateSession_password},
		{"rekeyCreateSessionCode", ExampleClient_RekeyCreateSession_code},
		{"rekeyCreateTenantAcme", ExampleClient_RekeyCreateTenant_acme},
		{"rekeyCreateTicketMailed", ExampleClient_RekeyCreateTicket_mailed},
		{"rekeyCreateTicketUnlocking", ExampleClient_RekeyCreateTicket_unlocking},
		{"rekeyCreateTicketMailedCode", ExampleClient_RekeyCreateTicket_mailedCode},
		{"rekeyCreateTicketReturned", ExampleClient_RekeyCreateTicket_returned},
		{"rekeyCreateTicketReturnedCode", ExampleClient_RekeyCreateTicket_returnedCode},
		{"rekeyCreateTicketInvitation", ExampleClient_RekeyCreateTicket_invitation},
		{"rekeyCreateTicketOwnPage", ExampleClient_RekeyCreateTicket_ownPage},
		{"rekeyCreateUserAlice", ExampleClient_RekeyCreateUser_alice},
		{"rekeyCreateUserBob", ExampleClient_RekeyCreateUser_bob},
		{"rekeyDeleteApplication", ExampleClient_RekeyDeleteApplication},
		{"rekeyDeleteTenant", ExampleClient_RekeyDeleteTenant},
		{"rekeyDeleteUser", ExampleClient_RekeyDeleteUser},
		{"rekeyDropSecondFactorFresh", ExampleClient_RekeyDropSecondFactor_fresh},
		{"rekeyEndSessions", ExampleClient_RekeyEndSessions},
		{"rekeyEnrollTotpOwn", ExampleClient_RekeyEnrollTotp_own},
		{"rekeyEnrollTotpOther", ExampleClient_RekeyEnrollTotp_other},
		{"rekeyExportEvents", ExampleClient_RekeyExportEvents},
		{"rekeyGetApiKey", ExampleClient_RekeyGetAPIKey},
		{"rekeyGetApplication", ExampleClient_RekeyGetApplication},
		{"rekeyGetApplicationPolicy", ExampleClient_RekeyGetApplicationPolicy},
		{"rekeyGetEffectivePolicy", ExampleClient_RekeyGetEffectivePolicy},
		{"rekeyGetEvent", ExampleClient_RekeyGetEvent},
		{"rekeyGetMessage", ExampleClient_RekeyGetMessage},
		{"rekeyGetPassword", ExampleClient_RekeyGetPassword},
		{"rekeyGetSecondFactor", ExampleClient_RekeyGetSecondFactor},
		{"rekeyGetSession", ExampleClient_RekeyGetSession},
		{"rekeyGetTenant", ExampleClient_RekeyGetTenant},
		{"rekeyGetTenantPolicy", ExampleClient_RekeyGetTenantPolicy},
		{"rekeyGetTicket", ExampleClient_RekeyGetTicket},
		{"rekeyGetUser", ExampleClient_RekeyGetUser},
		{"rekeyInspectTicketLink", ExampleClient_RekeyInspectTicket_link},
		{"rekeyInspectTicketCode", ExampleClient_RekeyInspectTicket_code},
		{"rekeyListApiKeys", ExampleClient_RekeyListAPIKeys},
		{"rekeyListApplications", ExampleClient_RekeyListApplications},
		{"rekeyListCheckpoints", ExampleClient_RekeyListCheckpoints},
		{"rekeyListEvents", ExampleClient_RekeyListEvents},
		{"rekeyListLocales", ExampleClient_RekeyListLocales},
		{"rekeyListMessages", ExampleClient_RekeyListMessages},
		{"rekeyListPermissions", ExampleClient_RekeyListPermissions},
		{"rekeyListPolicyPresets", ExampleClient_RekeyListPolicyPresets},
		{"rekeyListSessions", ExampleClient_RekeyListSessions},
		{"rekeyListSigningKeys", ExampleClient_RekeyListSigningKeys},
		{"rekeyListTenants", ExampleClient_RekeyListTenants},
		{"rekeyListTickets", ExampleClient_RekeyListTickets},
		{"rekeyListUsers", ExampleClient_RekeyListUsers},
		{"rekeyRedeemTicketLink", ExampleClient_RekeyRedeemTicket_link},
		{"rekeyRedeemTicketCode", ExampleClient_RekeyRedeemTicket_code},
		{"rekeyRefreshSessionToken", ExampleClient_RekeyRefreshSession_token},
		{"rekeyRemovePassword", ExampleClient_RekeyRemovePassword},
		{"rekeyRemoveSecondFactor", ExampleClient_RekeyRemoveSecondFactor},
		{"rekeyRenewRecoveryCodesOwn", ExampleClient_RekeyRenewRecoveryCodes_own},
		{"rekeyRenewRecoveryCodesOther", ExampleClient_RekeyRenewRecoveryCodes_other},
		{"rekeyRequestResetEmail", ExampleClient_RekeyRequestReset_email},
		{"rekeyRequestResetUsername", ExampleClient_RekeyRequestReset_username},
		{"rekeyResendMessage", ExampleClient_RekeyResendMessage},
		{"rekeyRetireSigningKey", ExampleClient_RekeyRetireSigningKey},
		{"rekeyRevokeApiKey", ExampleClient_RekeyRevokeAPIKey},
		{"rekeyRevokeSession", ExampleClient_RekeyRevokeSession},
		{"rekeyRotateApiKeyDay", ExampleClient_RekeyRotateAPIKey_day},
		{"rekeyRotateSigningKeyPlanned", ExampleClient_RekeyRotateSigningKey_planned},
		{"rekeyRotateSigningKeyAtOnce", ExampleClient_RekeyRotateSigningKey_atOnce},
		{"rekeySetApplicationPolicyOwn", ExampleClient_RekeySetApplicationPolicy_own},
		{"rekeySetApplicationPolicyPreset", ExampleClient_RekeySetApplicationPolicy_preset},
		{"rekeySetPasswordChosen", ExampleClient_RekeySetPassword_chosen},
		{"rekeySetPasswordGenerated", ExampleClient_RekeySetPassword_generated},
		{"rekeySetPasswordUnlocking", ExampleClient_RekeySetPassword_unlocking},
		{"rekeySetPasswordImported", ExampleClient_RekeySetPassword_imported},
		{"rekeySetTenantPolicyOwn", ExampleClient_RekeySetTenantPolicy_own},
		{"rekeySetTenantPolicyPreset", ExampleClient_RekeySetTenantPolicy_preset},
		{"rekeyUpdateApiKeyRename", ExampleClient_RekeyUpdateAPIKey_rename},
		{"rekeyUpdateApiKeyBudgets", ExampleClient_RekeyUpdateAPIKey_budgets},
		{"rekeyUpdateApplicationRename", ExampleClient_RekeyUpdateApplication_rename},
		{"rekeyUpdateApplicationPolicyChange", ExampleClient_RekeyUpdateApplicationPolicy_change},
		{"rekeyUpdateApplicationPolicyInherit", ExampleClient_RekeyUpdateApplicationPolicy_inherit},
		{"rekeyUpdateApplicationPolicyExpire", ExampleClient_RekeyUpdateApplicationPolicy_expire},
		{"rekeyUpdateTenantHosts", ExampleClient_RekeyUpdateTenant_hosts},
		{"rekeyUpdateTenantPolicyChange", ExampleClient_RekeyUpdateTenantPolicy_change},
		{"rekeyUpdateTenantPolicyInherit", ExampleClient_RekeyUpdateTenantPolicy_inherit},
		{"rekeyUpdateTenantPolicyExpire", ExampleClient_RekeyUpdateTenantPolicy_expire},
		{"rekeyUpdateUserLock", ExampleClient_RekeyUpdateUser_lock},
		{"rekeyUpdateUserAddress", ExampleClient_RekeyUpdateUser_address},
		{"rekeyUpdateUserRights", ExampleClient_RekeyUpdateUser_rights},
		{"rekeyUpdateUserNotes", ExampleClient_RekeyUpdateUser_notes},
		{"rekeyVerifyAudit", ExampleClient_RekeyVerifyAudit},
		{"rekeyVerifyTenantHost", ExampleClient_RekeyVerifyTenantHost},
		{"wristbandChangePasswordChange", ExampleClient_WristbandChangePassword_change},
		{"wristbandCreatePasswordResetLinkUser", ExampleClient_WristbandCreatePasswordResetLink_user},
		{"wristbandDeleteUserAuthSessions", ExampleClient_WristbandDeleteUserAuthSessions},
		{"wristbandGetJwks", ExampleClient_WristbandGetJwks},
		{"wristbandGetTokenClientCredentials", ExampleClient_WristbandGetToken_clientCredentials},
		{"wristbandGetTokenClientInForm", ExampleClient_WristbandGetToken_clientInForm},
		{"wristbandGetTokenRefreshToken", ExampleClient_WristbandGetToken_refreshToken},
		{"wristbandIntrospectPasswordResetEmailAuthCodeCode", ExampleClient_WristbandIntrospectPasswordResetEmailAuthCode_code},
		{"wristbandRequestPasswordResetInTenant", ExampleClient_WristbandRequestPasswordReset_inTenant},
		{"wristbandRequestPasswordResetInDefaultTenant", ExampleClient_WristbandRequestPasswordReset_inDefaultTenant},
		{"wristbandResetPasswordEmailLink", ExampleClient_WristbandResetPassword_emailLink},
		{"wristbandResetPasswordOtp", ExampleClient_WristbandResetPassword_otp},
		{"wristbandResetPasswordCreatedLink", ExampleClient_WristbandResetPassword_createdLink},
		{"wristbandRevokeRefreshToken", ExampleClient_WristbandRevokeRefreshToken},
		{"wristbandRevokeTokenBasic", ExampleClient_WristbandRevokeToken_basic},
		{"wristbandRevokeTokenClientInForm", ExampleClient_WristbandRevokeToken_clientInForm},
		{"wristbandSendPasswordResetEmailUser", ExampleClient_WristbandSendPasswordResetEmail_user},
		{"wristbandVerifyCodeOtp", ExampleClient_WristbandVerifyCode_otp},
		{"zitadelCreateInviteCodeSendCode", ExampleClient_ZitadelCreateInviteCode_sendCode},
		{"zitadelCreateInviteCodeReturnCode", ExampleClient_ZitadelCreateInviteCode_returnCode},
		{"zitadelCreateSessionLoginName", ExampleClient_ZitadelCreateSession_loginName},
		{"zitadelCreateSessionUserId", ExampleClient_ZitadelCreateSession_userId},
		{"zitadelDeleteSession", ExampleClient_ZitadelDeleteSession},
		{"zitadelGetLockoutSettings", ExampleClient_ZitadelGetLockoutSettings},
		{"zitadelGetPasswordComplexitySettings", ExampleClient_ZitadelGetPasswordComplexitySettings},
		{"zitadelGetPasswordExpirySettings", ExampleClient_ZitadelGetPasswordExpirySettings},
		{"zitadelGetSession", ExampleClient_ZitadelGetSession},
		{"zitadelListSessionsOfUser", ExampleClient_ZitadelListSessions_ofUser},
		{"zitadelListSessionsByIds", ExampleClient_ZitadelListSessions_byIds},
		{"zitadelLockUserEmpty", ExampleClient_ZitadelLockUser_empty},
		{"zitadelPasswordResetDefaultMail", ExampleClient_ZitadelPasswordReset_defaultMail},
		{"zitadelPasswordResetSendLink", ExampleClient_ZitadelPasswordReset_sendLink},
		{"zitadelPasswordResetSendLinkBySms", ExampleClient_ZitadelPasswordReset_sendLinkBySms},
		{"zitadelPasswordResetReturnCode", ExampleClient_ZitadelPasswordReset_returnCode},
		{"zitadelResendInviteCodeEmpty", ExampleClient_ZitadelResendInviteCode_empty},
		{"zitadelSetPasswordWithCode", ExampleClient_ZitadelSetPassword_withCode},
		{"zitadelSetPasswordWithCurrentPassword", ExampleClient_ZitadelSetPassword_withCurrentPassword},
		{"zitadelSetPasswordByAdministrator", ExampleClient_ZitadelSetPassword_byAdministrator},
		{"zitadelSetSessionPassword", ExampleClient_ZitadelSetSession_password},
		{"zitadelSetSessionLifetime", ExampleClient_ZitadelSetSession_lifetime},
		{"zitadelUnlockUserEmpty", ExampleClient_ZitadelUnlockUser_empty},
		{"zitadelUpdateUserPassword", ExampleClient_ZitadelUpdateUser_password},
		{"zitadelUpdateUserHashedPassword", ExampleClient_ZitadelUpdateUser_hashedPassword},
		{"zitadelVerifyInviteCodeCode", ExampleClient_ZitadelVerifyInviteCode_code},
	} {
		t.Run(example.name, func(t *testing.T) {
			log.SetOutput(failure{t})
			example.run()
		})
	}
}

// failure makes of log.Fatal the end of one test.
type failure struct{ *testing.T }

func (f failure) Write(said []byte) (int, error) {
	f.Fatal(string(said))
	return 0, nil
}

func ExampleClient_BoomiAuthenticate_password() {
	answer, err := client.BoomiAuthenticate(ctx, rekey.BoomiLoginModel{
		UserName: "alice",
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiAuthenticate_passwordAndCode() {
	answer, err := client.BoomiAuthenticate(ctx, rekey.BoomiLoginModel{
		UserName:        "alice",
		Password:        "correct horse battery staple",
		OneTimePasscode: rekey.Value(rekey.Secret("428913")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiChangePassword_change() {
	answer, err := client.BoomiChangePassword(ctx, rekey.BoomiChangePassword{
		UserID:          rekey.Ptr(int32(0)),
		CurrentPassword: rekey.Value(rekey.Secret("correct horse battery staple")),
		NewPassword:     rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiForgotPassword_byUserName() {
	err := client.BoomiForgotPassword(ctx, rekey.BoomiForgotModel{
		Username:     rekey.Value("alice"),
		EmailAddress: rekey.Null[string](),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_BoomiForgotUsername_byAddress() {
	err := client.BoomiForgotUsername(ctx, rekey.BoomiForgotModel{
		Username:     rekey.Null[string](),
		EmailAddress: rekey.Value("alice@example.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_BoomiRefreshToken_refresh() {
	answer, err := client.BoomiRefreshToken(ctx, rekey.BoomiRefreshTokenModel{
		RefreshToken: rekey.Value(rekey.Secret("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiResendMfa_again() {
	err := client.BoomiResendMfa(ctx, rekey.BoomiResendMfa{
		Sid:   "6f7d1b1e-3c58-4d0e-9a57-0c4be1f2a386",
		Email: rekey.Null[string](),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_BoomiResetPassword_complete() {
	answer, err := client.BoomiResetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90")),
		MfaEnabled:      rekey.Ptr(true),
		Username:        rekey.Value("alice"),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiResetPassword_least() {
	answer, err := client.BoomiResetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90")),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiSetPassword_complete() {
	answer, err := client.BoomiSetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
		MfaEnabled:      rekey.Ptr(false),
		Username:        rekey.Value("alice"),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiSetPassword_least() {
	answer, err := client.BoomiSetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiValidatePasswordResetLink() {
	answer, err := client.BoomiValidatePasswordResetLink(
		ctx,
		&rekey.BoomiValidatePasswordResetLinkParams{
			Key: rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_BoomiValidatePasswordSetLink() {
	answer, err := client.BoomiValidatePasswordSetLink(
		ctx,
		&rekey.BoomiValidatePasswordSetLinkParams{
			Key: rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustAuthenticateAdminAPIUsingPOST_application() {
	answer, err := client.EntrustAuthenticateAdminAPIUsingPOST(
		ctx,
		rekey.EntrustAdminAPIAuthentication{
			ApplicationID: "0192f3a4-4444-7d8e-9f01-23456789abcd",
			SharedSecret:  "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustDeleteUserPasswordUsingDELETE() {
	err := client.EntrustDeleteUserPasswordUsingDELETE(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
	)
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_EntrustGetUserPasswordSettingsUsingGET() {
	answer, err := client.EntrustGetUserPasswordSettingsUsingGET(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustGetUserPasswordUsingGET() {
	answer, err := client.EntrustGetUserPasswordUsingGET(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustSendPasswordExpiryNotificationUsingPUT() {
	err := client.EntrustSendPasswordExpiryNotificationUsingPUT(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
	)
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_EntrustSetUserPasswordUsingPUT_chosen() {
	answer, err := client.EntrustSetUserPasswordUsingPUT(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.EntrustUserPasswordParms{
			Password:      rekey.Ptr(rekey.Secret("correct horse battery staple")),
			EmailPassword: rekey.Ptr(false),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustSetUserPasswordUsingPUT_generated() {
	answer, err := client.EntrustSetUserPasswordUsingPUT(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.EntrustUserPasswordParms{
			GeneratePassword: rekey.Ptr(true),
			ReturnPassword:   rekey.Ptr(true),
			EmailPassword:    rekey.Ptr(false),
			ForceUpdate:      rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustSetUserPasswordUsingPUT_imported() {
	answer, err := client.EntrustSetUserPasswordUsingPUT(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.EntrustUserPasswordParms{
			Password:       rekey.Ptr(rekey.Secret("$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO")),
			PasswordFormat: rekey.Ptr(rekey.EntrustPasswordFormatBCRYPT),
			EmailPassword:  rekey.Ptr(false),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_EntrustValidateUserPasswordUsingPOST_candidate() {
	answer, err := client.EntrustValidateUserPasswordUsingPOST(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.EntrustUserPasswordValidateParms{
			Password:              "correct horse battery staple",
			IgnorePasswordHistory: rekey.Ptr(false),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCancelTicket() {
	err := client.RekeyCancelTicket(ctx, "0192f3a4-3333-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyChangePassword_own() {
	answer, err := client.RekeyChangePassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyPasswordChange{
			CurrentPassword: "correct horse battery staple",
			NewPassword:     "violet otters paddle at noon",
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCheckPassword_user() {
	answer, err := client.RekeyCheckPassword(ctx, rekey.RekeyPasswordCheck{
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCheckPassword_newcomer() {
	answer, err := client.RekeyCheckPassword(ctx, rekey.RekeyPasswordCheck{
		TenantID: rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Username: rekey.Ptr("carol"),
		Email:    rekey.Ptr("carol@example.com"),
		Password: "carol2026",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyConfirmTotp_code() {
	answer, err := client.RekeyConfirmTotp(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyTotpCode{Code: "730264"},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_application() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:          "back office",
		Boundary:      rekey.RekeyKeyBoundaryApplication,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		Permissions: &[]rekey.RekeyPermission{
			"applications:read",
			"tenants:read",
			"tenants:write",
			"users:read",
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_service() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:          "sign-in service",
		Boundary:      rekey.RekeyKeyBoundaryTenant,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Permissions:   &[]rekey.RekeyPermission{"*"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_powerless() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:          "new service",
		Boundary:      rekey.RekeyKeyBoundaryTenant,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_reporting() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:          "reporting",
		Boundary:      rekey.RekeyKeyBoundaryTenant,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Permissions:   &[]rekey.RekeyPermission{"users:read"},
		ExpiresAt:     rekey.Ptr(time.Date(2027, time.November, 2, 9, 30, 0, 0, time.UTC)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_bulk() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:              "migration",
		Boundary:          rekey.RekeyKeyBoundaryTenant,
		ApplicationID:     rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:          rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Permissions:       &[]rekey.RekeyPermission{"users:read", "users:write"},
		RequestsPerMinute: rekey.Ptr(int32(60000)),
		RequestsAtOnce:    rekey.Ptr(int32(200)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateAPIKey_script() {
	answer, err := client.RekeyCreateAPIKey(ctx, rekey.RekeyAPIKeyCreation{
		Name:        "nightly script",
		Boundary:    rekey.RekeyKeyBoundarySelf,
		UserID:      rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		Permissions: &[]rekey.RekeyPermission{"sessions:read"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateApplication_shop() {
	answer, err := client.RekeyCreateApplication(ctx, rekey.RekeyApplicationCreation{
		Name: "Shop",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateSession_password() {
	answer, err := client.RekeyCreateSession(ctx, rekey.RekeyLogin{
		Username: "alice",
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateSession_code() {
	answer, err := client.RekeyCreateSession(ctx, rekey.RekeyLogin{
		Username: "alice",
		Password: "correct horse battery staple",
		Code:     rekey.Ptr(rekey.Secret("730264")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTenant_acme() {
	answer, err := client.RekeyCreateTenant(ctx, rekey.RekeyTenantCreation{
		ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
		Name:          "Acme",
		Hosts:         &[]rekey.RekeyHost{"acme.example.com"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_mailed() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumLink,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_unlocking() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumLink,
		Unlock: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_mailedCode() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumOtp,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_returned() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID:          "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Purpose:         rekey.Ptr(rekey.RekeyTicketPurposeSet),
		Medium:          rekey.RekeyTicketMediumLink,
		Deliver:         rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
		LifetimeSeconds: rekey.Ptr(int32(86400)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_returnedCode() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium:  rekey.RekeyTicketMediumOtp,
		Deliver: rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_invitation() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Purpose: rekey.Ptr(rekey.RekeyTicketPurposeInvite),
		Medium:  rekey.RekeyTicketMediumLink,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateTicket_ownPage() {
	answer, err := client.RekeyCreateTicket(ctx, rekey.RekeyTicketCreation{
		UserID:       "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium:       rekey.RekeyTicketMediumLink,
		Deliver:      rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
		LinkTemplate: rekey.Ptr("https://app.example.com/reset?code={{.Code}}"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateUser_alice() {
	answer, err := client.RekeyCreateUser(ctx, rekey.RekeyUserCreation{
		TenantID:  "01hq3kad3svktnkwp31fmt4bee",
		Username:  "alice",
		GivenName: rekey.Ptr("Alice"),
		Emails: &[]rekey.RekeyUserAddress{
			{Address: "alice@example.com", Verified: rekey.Ptr(true)},
		},
		Phones:   &[]rekey.RekeyUserPhone{{Address: "+12025550143", Verified: rekey.Ptr(true)}},
		Metadata: &rekey.RekeyMetadata{"costCentre": "4711"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyCreateUser_bob() {
	answer, err := client.RekeyCreateUser(ctx, rekey.RekeyUserCreation{
		TenantID: "01hq3kad3svktnkwp31fmt4bee",
		Username: "bob",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyDeleteApplication() {
	err := client.RekeyDeleteApplication(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyDeleteTenant() {
	err := client.RekeyDeleteTenant(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyDeleteUser() {
	err := client.RekeyDeleteUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyDropSecondFactor_fresh() {
	err := client.RekeyDropSecondFactor(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyFreshness{
			CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
			Code:            rekey.Ptr(rekey.Secret("730264")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyEndSessions() {
	answer, err := client.RekeyEndSessions(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyEnrollTotp_own() {
	answer, err := client.RekeyEnrollTotp(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyProof{
			CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyEnrollTotp_other() {
	answer, err := client.RekeyEnrollTotp(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyProof{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyExportEvents() {
	answer, err := client.RekeyExportEvents(ctx, &rekey.RekeyExportEventsParams{
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		After:    rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Close()
	for lines := json.NewDecoder(answer); ; {
		var line rekey.RekeyEvent
		if err := lines.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		fmt.Println(line)
	}
}

func ExampleClient_RekeyGetAPIKey() {
	answer, err := client.RekeyGetAPIKey(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetApplication() {
	answer, err := client.RekeyGetApplication(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetApplicationPolicy() {
	answer, err := client.RekeyGetApplicationPolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetEffectivePolicy() {
	answer, err := client.RekeyGetEffectivePolicy(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetEvent() {
	answer, err := client.RekeyGetEvent(ctx, "01a20053-82d9-72ea-bd02-0121f9d04d0f")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetMessage() {
	answer, err := client.RekeyGetMessage(ctx, "0192f3a4-2222-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetPassword() {
	answer, err := client.RekeyGetPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetSecondFactor() {
	answer, err := client.RekeyGetSecondFactor(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetSession() {
	answer, err := client.RekeyGetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetTenant() {
	answer, err := client.RekeyGetTenant(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetTenantPolicy() {
	answer, err := client.RekeyGetTenantPolicy(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetTicket() {
	answer, err := client.RekeyGetTicket(ctx, "0192f3a4-3333-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyGetUser() {
	answer, err := client.RekeyGetUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyInspectTicket_link() {
	answer, err := client.RekeyInspectTicket(ctx, rekey.RekeyTicketProof{
		Ticket: rekey.Ptr(rekey.Secret("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyInspectTicket_code() {
	answer, err := client.RekeyInspectTicket(ctx, rekey.RekeyTicketProof{
		RequestCode: rekey.Ptr(rekey.Secret("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")),
		Code:        rekey.Ptr(rekey.Secret("048213")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListAPIKeys() {
	answer, err := client.RekeyListAPIKeys(ctx, &rekey.RekeyListAPIKeysParams{
		Limit:         rekey.Ptr(int32(50)),
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		UserID:        rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListApplications() {
	answer, err := client.RekeyListApplications(ctx, &rekey.RekeyListApplicationsParams{
		Limit: rekey.Ptr(int32(50)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListCheckpoints() {
	answer, err := client.RekeyListCheckpoints(ctx, &rekey.RekeyListCheckpointsParams{
		Limit:    rekey.Ptr(int32(50)),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListEvents() {
	answer, err := client.RekeyListEvents(ctx, &rekey.RekeyListEventsParams{
		Limit:    rekey.Ptr(int32(50)),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		TicketID: rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		Action:   rekey.Ptr("password.set"),
		Outcome:  rekey.Ptr("refused"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListLocales() {
	answer, err := client.RekeyListLocales(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListMessages() {
	answer, err := client.RekeyListMessages(ctx, &rekey.RekeyListMessagesParams{
		Limit:    rekey.Ptr(int32(50)),
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		TicketID: rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListPermissions() {
	answer, err := client.RekeyListPermissions(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListPolicyPresets() {
	answer, err := client.RekeyListPolicyPresets(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListSessions() {
	answer, err := client.RekeyListSessions(ctx, &rekey.RekeyListSessionsParams{
		Limit:  rekey.Ptr(int32(50)),
		UserID: rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListSigningKeys() {
	answer, err := client.RekeyListSigningKeys(ctx, &rekey.RekeyListSigningKeysParams{
		Limit: rekey.Ptr(int32(50)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListTenants() {
	answer, err := client.RekeyListTenants(ctx, &rekey.RekeyListTenantsParams{
		Limit:         rekey.Ptr(int32(50)),
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListTickets() {
	answer, err := client.RekeyListTickets(ctx, &rekey.RekeyListTicketsParams{
		Limit:    rekey.Ptr(int32(50)),
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyListUsers() {
	answer, err := client.RekeyListUsers(ctx, &rekey.RekeyListUsersParams{
		Limit:    rekey.Ptr(int32(50)),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRedeemTicket_link() {
	answer, err := client.RekeyRedeemTicket(ctx, rekey.RekeyTicketRedemption{
		Ticket:      rekey.Ptr(rekey.Secret("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")),
		NewPassword: "violet submarine under the rain",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRedeemTicket_code() {
	answer, err := client.RekeyRedeemTicket(ctx, rekey.RekeyTicketRedemption{
		RequestCode: rekey.Ptr(rekey.Secret("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")),
		Code:        rekey.Ptr(rekey.Secret("048213")),
		NewPassword: "violet submarine under the rain",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRefreshSession_token() {
	answer, err := client.RekeyRefreshSession(ctx, rekey.RekeyRefresh{
		RefreshToken: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRemovePassword() {
	answer, err := client.RekeyRemovePassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRemoveSecondFactor() {
	err := client.RekeyRemoveSecondFactor(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyRenewRecoveryCodes_own() {
	answer, err := client.RekeyRenewRecoveryCodes(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyFreshness{
			CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
			Code:            rekey.Ptr(rekey.Secret("730264")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRenewRecoveryCodes_other() {
	answer, err := client.RekeyRenewRecoveryCodes(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyFreshness{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRequestReset_email() {
	answer, err := client.RekeyRequestReset(ctx, rekey.RekeyResetRequestCreation{
		Email: rekey.Ptr("alice@example.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRequestReset_username() {
	answer, err := client.RekeyRequestReset(ctx, rekey.RekeyResetRequestCreation{
		Username: rekey.Ptr("alice"),
		TenantID: rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyResendMessage() {
	answer, err := client.RekeyResendMessage(ctx, "0192f3a4-2222-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRetireSigningKey() {
	answer, err := client.RekeyRetireSigningKey(ctx, "0192f3a4-8889-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRevokeAPIKey() {
	err := client.RekeyRevokeAPIKey(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyRevokeSession() {
	err := client.RekeyRevokeSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_RekeyRotateAPIKey_day() {
	answer, err := client.RekeyRotateAPIKey(
		ctx,
		"0192f3a4-4444-7d8e-9f01-23456789abcd",
		rekey.RekeyAPIKeyRotation{OverlapSeconds: rekey.Ptr(int32(86400))},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRotateSigningKey_planned() {
	answer, err := client.RekeyRotateSigningKey(ctx, rekey.RekeySigningKeyRotation{
		SignsAfterSeconds: rekey.Ptr(int32(600)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyRotateSigningKey_atOnce() {
	answer, err := client.RekeyRotateSigningKey(ctx, rekey.RekeySigningKeyRotation{
		SignsAfterSeconds: rekey.Ptr(int32(0)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetApplicationPolicy_own() {
	answer, err := client.RekeySetApplicationPolicy(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		nil,
		rekey.RekeyPolicyChange{
			Rules: &rekey.RekeyPolicyRules{
				Password: &rekey.RekeyPasswordRules{History: rekey.Ptr(int32(5))},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetApplicationPolicy_preset() {
	answer, err := client.RekeySetApplicationPolicy(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		nil,
		rekey.RekeyPolicyChange{
			Preset: rekey.Ptr(rekey.RekeyPresetNameNist),
			Rules: &rekey.RekeyPolicyRules{
				Password: &rekey.RekeyPasswordRules{History: rekey.Ptr(int32(5))},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetPassword_chosen() {
	answer, err := client.RekeySetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyPasswordAssignment{
			Password: rekey.Ptr(rekey.Secret("correct horse battery staple")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetPassword_generated() {
	answer, err := client.RekeySetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyPasswordAssignment{
			Generate:       rekey.Ptr(true),
			ReturnPassword: rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetPassword_unlocking() {
	answer, err := client.RekeySetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyPasswordAssignment{
			Password: rekey.Ptr(rekey.Secret("correct horse battery staple")),
			Unlock:   rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetPassword_imported() {
	answer, err := client.RekeySetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyPasswordAssignment{
			Hash: rekey.Ptr(rekey.Secret("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetTenantPolicy_own() {
	answer, err := client.RekeySetTenantPolicy(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		nil,
		rekey.RekeyPolicyChange{
			Rules: &rekey.RekeyPolicyRules{
				Password:      &rekey.RekeyPasswordRules{MinLength: rekey.Ptr(int32(12))},
				ResetBy:       rekey.Ptr(rekey.RekeyTicketMediumOtp),
				LinkTemplates: &[]string{"https://app.example.com"},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeySetTenantPolicy_preset() {
	answer, err := client.RekeySetTenantPolicy(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		nil,
		rekey.RekeyPolicyChange{
			Preset: rekey.Ptr(rekey.RekeyPresetNameNist),
			Rules: &rekey.RekeyPolicyRules{
				Password: &rekey.RekeyPasswordRules{History: rekey.Ptr(int32(5))},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateAPIKey_rename() {
	answer, err := client.RekeyUpdateAPIKey(
		ctx,
		"0192f3a4-4444-7d8e-9f01-23456789abcd",
		rekey.RekeyAPIKeyChange{Name: rekey.Ptr("monthly reporting")},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateAPIKey_budgets() {
	answer, err := client.RekeyUpdateAPIKey(
		ctx,
		"0192f3a4-4444-7d8e-9f01-23456789abcd",
		rekey.RekeyAPIKeyChange{
			RequestsPerMinute: rekey.Value(int32(600)),
			RequestsAtOnce:    rekey.Value(int32(8)),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateApplication_rename() {
	answer, err := client.RekeyUpdateApplication(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		rekey.RekeyApplicationChange{Name: rekey.Ptr("Shop Europe")},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateApplicationPolicy_change() {
	answer, err := client.RekeyUpdateApplicationPolicy(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{
				Password: &rekey.RekeyPasswordRulesPatch{MinLength: rekey.Value(int32(16))},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateApplicationPolicy_inherit() {
	answer, err := client.RekeyUpdateApplicationPolicy(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{
				Password: &rekey.RekeyPasswordRulesPatch{History: rekey.Null[int32]()},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateApplicationPolicy_expire() {
	answer, err := client.RekeyUpdateApplicationPolicy(
		ctx,
		"01hq3k9v5x7e2m4n8p6r1s0t9w",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{
				Password: &rekey.RekeyPasswordRulesPatch{
					LifetimeDays: rekey.Value(int32(90)),
				},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateTenant_hosts() {
	answer, err := client.RekeyUpdateTenant(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		rekey.RekeyTenantChange{
			Hosts: &[]rekey.RekeyHost{"acme.example.com", "login.acme.example.com"},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateTenantPolicy_change() {
	answer, err := client.RekeyUpdateTenantPolicy(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{
				Password: &rekey.RekeyPasswordRulesPatch{History: rekey.Value(int32(5))},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateTenantPolicy_inherit() {
	answer, err := client.RekeyUpdateTenantPolicy(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{ResetBy: rekey.Null[string]()},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateTenantPolicy_expire() {
	answer, err := client.RekeyUpdateTenantPolicy(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		nil,
		rekey.RekeyPolicyPatch{
			Rules: &rekey.RekeyPolicyRulesPatch{
				Password: &rekey.RekeyPasswordRulesPatch{
					LifetimeDays: rekey.Value(int32(90)),
				},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateUser_lock() {
	answer, err := client.RekeyUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyUserChange{Locked: rekey.Ptr(true)},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateUser_address() {
	answer, err := client.RekeyUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyUserChange{
			Emails: &[]rekey.RekeyUserAddress{
				{Address: "alice.smith@example.com", Verified: rekey.Ptr(true)},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateUser_rights() {
	answer, err := client.RekeyUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyUserChange{
			Boundary: rekey.Ptr(rekey.RekeyUserBoundaryTenant),
			Permissions: &[]rekey.RekeyPermission{
				"users:read",
				"passwords:write",
				"second-factors:write",
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyUpdateUser_notes() {
	answer, err := client.RekeyUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.RekeyUserChange{
			Metadata: &rekey.RekeyMetadata{"costCentre": "4712", "desk": "3B"},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyVerifyAudit() {
	answer, err := client.RekeyVerifyAudit(ctx, &rekey.RekeyVerifyAuditParams{
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_RekeyVerifyTenantHost() {
	answer, err := client.RekeyVerifyTenantHost(
		ctx,
		"01hq3kad3svktnkwp31fmt4bee",
		"acme.example.com",
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandChangePassword_change() {
	err := client.WristbandChangePassword(ctx, rekey.WristbandChangePasswordInput{
		UserID:          "0192f3a4-1111-7d8e-9f01-23456789abcd",
		CurrentPassword: "correct horse battery staple",
		NewPassword:     "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_WristbandCreatePasswordResetLink_user() {
	answer, err := client.WristbandCreatePasswordResetLink(
		ctx,
		rekey.WristbandPasswordResetLinkInput{UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd"},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandDeleteUserAuthSessions() {
	err := client.WristbandDeleteUserAuthSessions(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_WristbandGetJwks() {
	answer, err := client.WristbandGetJwks(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandGetToken_clientCredentials() {
	answer, err := client.WristbandGetToken(ctx, rekey.WristbandTokenInput{
		GrantType: "client_credentials",
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandGetToken_clientInForm() {
	answer, err := client.WristbandGetToken(ctx, rekey.WristbandTokenInput{
		GrantType:    "client_credentials",
		ClientID:     rekey.Ptr("0192f3a4-4444-7d8e-9f01-23456789abcd"),
		ClientSecret: rekey.Ptr(rekey.Secret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandGetToken_refreshToken() {
	answer, err := client.WristbandGetToken(ctx, rekey.WristbandTokenInput{
		GrantType:    "refresh_token",
		RefreshToken: rekey.Ptr(rekey.Secret("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandIntrospectPasswordResetEmailAuthCode_code() {
	answer, err := client.WristbandIntrospectPasswordResetEmailAuthCode(
		ctx,
		rekey.WristbandEmailAuthCodeInput{EmailAuthCode: "bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU"},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandRequestPasswordReset_inTenant() {
	answer, err := client.WristbandRequestPasswordReset(
		ctx,
		rekey.WristbandPasswordResetRequestInput{
			ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
			Email:         "alice@example.com",
			TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandRequestPasswordReset_inDefaultTenant() {
	answer, err := client.WristbandRequestPasswordReset(
		ctx,
		rekey.WristbandPasswordResetRequestInput{
			ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
			Email:         "alice@example.com",
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandResetPassword_emailLink() {
	answer, err := client.WristbandResetPassword(ctx, rekey.WristbandResetPasswordInput{
		EmailAuthCode: rekey.Value(rekey.Secret("bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU")),
		NewPassword:   "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandResetPassword_otp() {
	answer, err := client.WristbandResetPassword(ctx, rekey.WristbandResetPasswordInput{
		RequestCode:      rekey.Value(rekey.Secret("XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y")),
		VerificationCode: rekey.Value(rekey.Secret("402917")),
		NewPassword:      "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandResetPassword_createdLink() {
	answer, err := client.WristbandResetPassword(ctx, rekey.WristbandResetPasswordInput{
		PasswordResetCode:            rekey.Value(rekey.Secret("h6ZCGSQeGPIbI9ZtJ-_7BbYYvzlW74_i")),
		NewPassword:                  "seven quiet rivers run north",
		SuppressPasswordUpdatedEmail: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandRevokeRefreshToken() {
	err := client.WristbandRevokeRefreshToken(ctx, "0192f3a4-7c11-7a52-8b3d-5e6f708192a3")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_WristbandRevokeToken_basic() {
	err := client.WristbandRevokeToken(ctx, rekey.WristbandTokenRevocationInput{
		Token:         "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
		TokenTypeHint: rekey.Ptr("refresh_token"),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_WristbandRevokeToken_clientInForm() {
	err := client.WristbandRevokeToken(ctx, rekey.WristbandTokenRevocationInput{
		Token:        "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
		ClientID:     rekey.Ptr("0192f3a4-4444-7d8e-9f01-23456789abcd"),
		ClientSecret: rekey.Ptr(rekey.Secret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA")),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleClient_WristbandSendPasswordResetEmail_user() {
	answer, err := client.WristbandSendPasswordResetEmail(
		ctx,
		rekey.WristbandPasswordResetEmailInput{
			UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_WristbandVerifyCode_otp() {
	answer, err := client.WristbandVerifyCode(ctx, rekey.WristbandVerificationCodeInput{
		RequestCode:      "XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y",
		VerificationCode: "402917",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelCreateInviteCode_sendCode() {
	answer, err := client.ZitadelCreateInviteCode(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelCreateInviteCodeInput{
			SendCode: rekey.Value(rekey.ZitadelSendInviteCode{
				URLTemplate:     rekey.Ptr("https://app.example.com/user/invite?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"),
				ApplicationName: rekey.Ptr("Customer Portal"),
			}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelCreateInviteCode_returnCode() {
	answer, err := client.ZitadelCreateInviteCode(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelCreateInviteCodeInput{
			ReturnCode: rekey.Value(rekey.ZitadelReturnInviteCode{}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelCreateSession_loginName() {
	answer, err := client.ZitadelCreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User:     &rekey.ZitadelCheckUser{LoginName: rekey.Value("alice")},
			Password: &rekey.ZitadelCheckPassword{Password: "correct horse battery staple"},
		},
		Lifetime: rekey.Ptr("18000s"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelCreateSession_userId() {
	answer, err := client.ZitadelCreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				UserID: rekey.Value("0192f3a4-1111-7d8e-9f01-23456789abcd"),
			},
			Password: &rekey.ZitadelCheckPassword{Password: "correct horse battery staple"},
		},
		Metadata: &rekey.ZitadelMetadata{"device": []byte("tablet")},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelDeleteSession() {
	answer, err := client.ZitadelDeleteSession(
		ctx,
		"0192f3a4-9d01-7b2c-8e3f-456789abcdef",
		&rekey.ZitadelDeleteSessionParams{
			SessionToken: rekey.Ptr(rekey.Secret("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelGetLockoutSettings() {
	answer, err := client.ZitadelGetLockoutSettings(
		ctx,
		&rekey.ZitadelGetLockoutSettingsParams{
			CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
			CtxInstance: rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelGetPasswordComplexitySettings() {
	answer, err := client.ZitadelGetPasswordComplexitySettings(
		ctx,
		&rekey.ZitadelGetPasswordComplexitySettingsParams{
			CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
			CtxInstance: rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelGetPasswordExpirySettings() {
	answer, err := client.ZitadelGetPasswordExpirySettings(
		ctx,
		&rekey.ZitadelGetPasswordExpirySettingsParams{
			CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
			CtxInstance: rekey.Ptr(true),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelGetSession() {
	answer, err := client.ZitadelGetSession(
		ctx,
		"0192f3a4-9d01-7b2c-8e3f-456789abcdef",
		&rekey.ZitadelGetSessionParams{
			SessionToken: rekey.Ptr(rekey.Secret("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelListSessions_ofUser() {
	answer, err := client.ZitadelListSessions(ctx, rekey.ZitadelListSessionsInput{
		Query: &rekey.ZitadelListQuery{
			Offset: rekey.Ptr("0"),
			Limit:  rekey.Ptr(int32(20)),
			Asc:    rekey.Ptr(true),
		},
		Queries: &[]rekey.ZitadelSearchQuery{
			{
				UserIDQuery: rekey.Value(rekey.ZitadelUserIDQuery{
					ID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
				}),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelListSessions_byIds() {
	answer, err := client.ZitadelListSessions(ctx, rekey.ZitadelListSessionsInput{
		Queries: &[]rekey.ZitadelSearchQuery{
			{
				IdsQuery: rekey.Value(rekey.ZitadelIDsQuery{
					Ids: []string{"0192f3a4-9d01-7b2c-8e3f-456789abcdef"},
				}),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelLockUser_empty() {
	answer, err := client.ZitadelLockUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelLockUserInput{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelPasswordReset_defaultMail() {
	answer, err := client.ZitadelPasswordReset(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelPasswordResetInput{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelPasswordReset_sendLink() {
	answer, err := client.ZitadelPasswordReset(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelPasswordResetInput{
			SendLink: rekey.Value(rekey.ZitadelSendPasswordResetLink{
				NotificationType: rekey.Ptr(rekey.ZitadelNotificationType("NOTIFICATION_TYPE_Email")),
				URLTemplate:      rekey.Ptr("https://app.example.com/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"),
			}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelPasswordReset_sendLinkBySms() {
	answer, err := client.ZitadelPasswordReset(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelPasswordResetInput{
			SendLink: rekey.Value(rekey.ZitadelSendPasswordResetLink{
				NotificationType: rekey.Ptr(rekey.ZitadelNotificationType("NOTIFICATION_TYPE_SMS")),
			}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelPasswordReset_returnCode() {
	answer, err := client.ZitadelPasswordReset(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelPasswordResetInput{
			ReturnCode: rekey.Value(rekey.ZitadelReturnPasswordResetCode{}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelResendInviteCode_empty() {
	answer, err := client.ZitadelResendInviteCode(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelResendInviteCodeInput{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelSetPassword_withCode() {
	answer, err := client.ZitadelSetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelSetPasswordInput{
			NewPassword:      rekey.ZitadelPassword{Password: "violet otters paddle at noon"},
			VerificationCode: rekey.Value(rekey.Secret("k3VbQ9tXw2RmZ7pLc8Hn")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelSetPassword_withCurrentPassword() {
	answer, err := client.ZitadelSetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelSetPasswordInput{
			NewPassword:     rekey.ZitadelPassword{Password: "violet otters paddle at noon"},
			CurrentPassword: rekey.Value(rekey.Secret("correct horse battery staple")),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelSetPassword_byAdministrator() {
	answer, err := client.ZitadelSetPassword(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelSetPasswordInput{
			NewPassword: rekey.ZitadelPassword{
				Password:       "violet otters paddle at noon",
				ChangeRequired: rekey.Ptr(true),
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelSetSession_password() {
	answer, err := client.ZitadelSetSession(
		ctx,
		"0192f3a4-9d01-7b2c-8e3f-456789abcdef",
		rekey.ZitadelSetSessionInput{
			Checks: &rekey.ZitadelChecks{
				Password: &rekey.ZitadelCheckPassword{
					Password: "correct horse battery staple",
				},
			},
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelSetSession_lifetime() {
	answer, err := client.ZitadelSetSession(
		ctx,
		"0192f3a4-9d01-7b2c-8e3f-456789abcdef",
		rekey.ZitadelSetSessionInput{Lifetime: rekey.Ptr("3600s")},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelUnlockUser_empty() {
	answer, err := client.ZitadelUnlockUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelUnlockUserInput{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelUpdateUser_password() {
	answer, err := client.ZitadelUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelUpdateUserInput{
			Human: rekey.Value(rekey.ZitadelUpdateUserHuman{
				Password: &rekey.ZitadelSetHumanPassword{
					Password: rekey.Value(rekey.ZitadelOptionalPassword{
						Password: "violet otters paddle at noon",
					}),
					CurrentPassword: rekey.Value(rekey.Secret("correct horse battery staple")),
				},
			}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelUpdateUser_hashedPassword() {
	answer, err := client.ZitadelUpdateUser(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelUpdateUserInput{
			Human: rekey.Value(rekey.ZitadelUpdateUserHuman{
				Password: &rekey.ZitadelSetHumanPassword{
					HashedPassword: rekey.Value(rekey.ZitadelHashedPassword{
						Hash:           "$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
						ChangeRequired: rekey.Ptr(true),
					}),
				},
			}),
		},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleClient_ZitadelVerifyInviteCode_code() {
	answer, err := client.ZitadelVerifyInviteCode(
		ctx,
		"0192f3a4-1111-7d8e-9f01-23456789abcd",
		rekey.ZitadelVerifyInviteCodeInput{VerificationCode: "w7HnC2vKq9TzR4mXb5Ld"},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}
