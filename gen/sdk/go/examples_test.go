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
		{"boomiAuthenticatePassword", ExampleBoomiService_Authenticate_password},
		{"boomiAuthenticatePasswordAndCode", ExampleBoomiService_Authenticate_passwordAndCode},
		{"boomiChangePasswordChange", ExampleBoomiService_ChangePassword_change},
		{"boomiCreateAdminUserInvitation", ExampleBoomiService_CreateAdminUser_invitation},
		{"boomiDeleteAdminUser", ExampleBoomiService_DeleteAdminUser},
		{"boomiForgotPasswordByUserName", ExampleBoomiService_ForgotPassword_byUserName},
		{"boomiForgotUsernameByAddress", ExampleBoomiService_ForgotUsername_byAddress},
		{"boomiGetAdminUser", ExampleBoomiService_GetAdminUser},
		{"boomiListAdminUsers", ExampleBoomiService_ListAdminUsers},
		{"boomiRefreshTokenRefresh", ExampleBoomiService_RefreshToken_refresh},
		{"boomiResendActivation", ExampleBoomiService_ResendActivation},
		{"boomiResendMfaAgain", ExampleBoomiService_ResendMfa_again},
		{"boomiResetPasswordComplete", ExampleBoomiService_ResetPassword_complete},
		{"boomiResetPasswordLeast", ExampleBoomiService_ResetPassword_least},
		{"boomiSetPasswordComplete", ExampleBoomiService_SetPassword_complete},
		{"boomiSetPasswordLeast", ExampleBoomiService_SetPassword_least},
		{"boomiUnlockAdminUser", ExampleBoomiService_UnlockAdminUser},
		{"boomiUpdateAdminUserRename", ExampleBoomiService_UpdateAdminUser_rename},
		{"boomiValidatePasswordResetLink", ExampleBoomiService_ValidatePasswordResetLink},
		{"boomiValidatePasswordSetLink", ExampleBoomiService_ValidatePasswordSetLink},
		{"entrustAuthenticateAdminApiUsingPOSTApplication", ExampleEntrustService_AuthenticateAdminAPI_application},
		{"entrustCreateUserUsingPOSTVerified", ExampleEntrustService_CreateUser_verified},
		{"entrustCreateUserUsingPOSTWithoutAddress", ExampleEntrustService_CreateUser_withoutAddress},
		{"entrustCreateUsersUsingPOSTUsers", ExampleEntrustService_CreateUsers_users},
		{"entrustDeleteUserPasswordUsingDELETE", ExampleEntrustService_DeleteUserPassword},
		{"entrustDeleteUserUsingDELETE", ExampleEntrustService_DeleteUser},
		{"entrustDeleteUsersUsingDELETEUsers", ExampleEntrustService_DeleteUsers_users},
		{"entrustGetUserPasswordSettingsUsingGET", ExampleEntrustService_GetUserPasswordSettings},
		{"entrustGetUserPasswordUsingGET", ExampleEntrustService_GetUserPassword},
		{"entrustSendPasswordExpiryNotificationUsingPUT", ExampleEntrustService_SendPasswordExpiryNotification},
		{"entrustSetUserPasswordUsingPUTChosen", ExampleEntrustService_SetUserPassword_chosen},
		{"entrustSetUserPasswordUsingPUTGenerated", ExampleEntrustService_SetUserPassword_generated},
		{"entrustSetUserPasswordUsingPUTImported", ExampleEntrustService_SetUserPassword_imported},
		{"entrustUnlockUserUsingPUT", ExampleEntrustService_UnlockUser},
		{"entrustUpdateUserStateUsingPUTInactive", ExampleEntrustService_UpdateUserState_inactive},
		{"entrustUpdateUserUsingPUTAddress", ExampleEntrustService_UpdateUser_address},
		{"entrustUpdateUserUsingPUTLock", ExampleEntrustService_UpdateUser_lock},
		{"entrustUpdateUsersUsingPUTUsers", ExampleEntrustService_UpdateUsers_users},
		{"entrustUserByUseridUsingPOSTAlice", ExampleEntrustService_UserByUserid_alice},
		{"entrustUserUsingGET", ExampleEntrustService_User},
		{"entrustUsersPagedUsingPOSTByName", ExampleEntrustService_UsersPaged_byName},
		{"entrustUsersPagedUsingPOSTAll", ExampleEntrustService_UsersPaged_all},
		{"entrustValidateUserPasswordUsingPOSTCandidate", ExampleEntrustService_ValidateUserPassword_candidate},
		{"rekeyCancelTicket", ExampleTicketsService_Cancel},
		{"rekeyChangePasswordOwn", ExamplePasswordsService_Change_own},
		{"rekeyCheckPasswordUser", ExamplePasswordsService_Check_user},
		{"rekeyCheckPasswordNewcomer", ExamplePasswordsService_Check_newcomer},
		{"rekeyConfirmTotpCode", ExampleSecondFactorService_Confirm_code},
		{"rekeyCreateApiKeyApplication", ExampleAPIKeysService_Create_application},
		{"rekeyCreateApiKeyService", ExampleAPIKeysService_Create_service},
		{"rekeyCreateApiKeyPowerless", ExampleAPIKeysService_Create_powerless},
		{"rekeyCreateApiKeyReporting", ExampleAPIKeysService_Create_reporting},
		{"rekeyCreateApiKeyBulk", ExampleAPIKeysService_Create_bulk},
		{"rekeyCreateApiKeyScript", ExampleAPIKeysService_Create_script},
		{"rekeyCreateApplicationShop", ExampleApplicationsService_Create_shop},
		{"rekeyCreateSessionPassword", ExampleSessionsService_Create_password},
		{"rekeyCreateSessionCode", ExampleSessionsService_Create_code},
		{"rekeyCreateTenantAcme", ExampleTenantsService_Create_acme},
		{"rekeyCreateTicketMailed", ExampleTicketsService_Create_mailed},
		{"rekeyCreateTicketUnlocking", ExampleTicketsService_Create_unlocking},
		{"rekeyCreateTicketMailedCode", ExampleTicketsService_Create_mailedCode},
		{"rekeyCreateTicketReturned", ExampleTicketsService_Create_returned},
		{"rekeyCreateTicketReturnedCode", ExampleTicketsService_Create_returnedCode},
		{"rekeyCreateTicketInvitation", ExampleTicketsService_Create_invitation},
		{"rekeyCreateTicketVerification", ExampleTicketsService_Create_verification},
		{"rekeyCreateTicketKey", ExampleTicketsService_Create_key},
		{"rekeyCreateTicketOwnPage", ExampleTicketsService_Create_ownPage},
		{"rekeyCreateUserAlice", ExampleUsersService_Create_alice},
		{"rekeyCreateUserBob", ExampleUsersService_Create_bob},
		{"rekeyCreateUserMoved", ExampleUsersService_Create_moved},
		{"rekeyDeleteApplication", ExampleApplicationsService_Delete},
		{"rekeyDeleteTenant", ExampleTenantsService_Delete},
		{"rekeyDeleteUser", ExampleUsersService_Delete},
		{"rekeyDropSecondFactorFresh", ExampleSecondFactorService_Drop_fresh},
		{"rekeyEndSessions", ExampleUsersService_EndSessions},
		{"rekeyEnrollTotpOwn", ExampleSecondFactorService_Enroll_own},
		{"rekeyEnrollTotpOther", ExampleSecondFactorService_Enroll_other},
		{"rekeyExportEvents", ExampleEventsService_Export},
		{"rekeyGetApiKey", ExampleAPIKeysService_Get},
		{"rekeyGetApplication", ExampleApplicationsService_Get},
		{"rekeyGetApplicationPolicy", ExampleApplicationsService_Policy},
		{"rekeyGetEffectivePolicy", ExampleTenantsService_EffectivePolicy},
		{"rekeyGetEvent", ExampleEventsService_Get},
		{"rekeyGetMessage", ExampleMessagesService_Get},
		{"rekeyGetPassword", ExamplePasswordsService_Get},
		{"rekeyGetSecondFactor", ExampleSecondFactorService_Get},
		{"rekeyGetSession", ExampleSessionsService_Get},
		{"rekeyGetTenant", ExampleTenantsService_Get},
		{"rekeyGetTenantPolicy", ExampleTenantsService_Policy},
		{"rekeyGetTicket", ExampleTicketsService_Get},
		{"rekeyGetUser", ExampleUsersService_Get},
		{"rekeyInspectTicketLink", ExampleTicketsService_Inspect_link},
		{"rekeyInspectTicketCode", ExampleTicketsService_Inspect_code},
		{"rekeyListApiKeys", ExampleAPIKeysService_List},
		{"rekeyListApplications", ExampleApplicationsService_List},
		{"rekeyListCheckpoints", ExampleAuditService_Checkpoints},
		{"rekeyListEvents", ExampleEventsService_List},
		{"rekeyListLocales", ExampleLocalesService_List},
		{"rekeyListMessages", ExampleMessagesService_List},
		{"rekeyListPermissions", ExamplePermissionsService_List},
		{"rekeyListPolicyPresets", ExamplePolicyPresetsService_List},
		{"rekeyListSessions", ExampleSessionsService_List},
		{"rekeyListSigningKeys", ExampleSigningKeysService_List},
		{"rekeyListTenants", ExampleTenantsService_List},
		{"rekeyListTickets", ExampleTicketsService_List},
		{"rekeyListUsers", ExampleUsersService_List},
		{"rekeyRedeemTicketLink", ExampleTicketsService_Redeem_link},
		{"rekeyRedeemTicketCode", ExampleTicketsService_Redeem_code},
		{"rekeyRefreshSessionToken", ExampleSessionsService_Refresh_token},
		{"rekeyRegisterApiKeyProgram", ExampleAPIKeysService_Register_program},
		{"rekeyRegisterApiKeyKeyFile", ExampleAPIKeysService_Register_keyFile},
		{"rekeyRemovePassword", ExamplePasswordsService_Remove},
		{"rekeyRemoveSecondFactor", ExampleSecondFactorService_Remove},
		{"rekeyRenewRecoveryCodesOwn", ExampleSecondFactorService_RecoveryCodes_own},
		{"rekeyRenewRecoveryCodesOther", ExampleSecondFactorService_RecoveryCodes_other},
		{"rekeyRequestResetEmail", ExampleResetRequestsService_Create_email},
		{"rekeyRequestResetUsername", ExampleResetRequestsService_Create_username},
		{"rekeyResendMessage", ExampleMessagesService_Resend},
		{"rekeyRetireSigningKey", ExampleSigningKeysService_Retire},
		{"rekeyRevokeApiKey", ExampleAPIKeysService_Revoke},
		{"rekeyRevokeSession", ExampleSessionsService_Revoke},
		{"rekeyRotateApiKeyDay", ExampleAPIKeysService_Rotate_day},
		{"rekeyRotateSigningKeyPlanned", ExampleSigningKeysService_Rotate_planned},
		{"rekeyRotateSigningKeyAtOnce", ExampleSigningKeysService_Rotate_atOnce},
		{"rekeySetApplicationPolicyOwn", ExampleApplicationsService_ReplacePolicy_own},
		{"rekeySetApplicationPolicyPreset", ExampleApplicationsService_ReplacePolicy_preset},
		{"rekeySetPasswordChosen", ExamplePasswordsService_Set_chosen},
		{"rekeySetPasswordGenerated", ExamplePasswordsService_Set_generated},
		{"rekeySetPasswordUnlocking", ExamplePasswordsService_Set_unlocking},
		{"rekeySetPasswordImported", ExamplePasswordsService_Set_imported},
		{"rekeySetTenantPolicyOwn", ExampleTenantsService_ReplacePolicy_own},
		{"rekeySetTenantPolicyPreset", ExampleTenantsService_ReplacePolicy_preset},
		{"rekeyUpdateApiKeyRename", ExampleAPIKeysService_Update_rename},
		{"rekeyUpdateApiKeyBudgets", ExampleAPIKeysService_Update_budgets},
		{"rekeyUpdateApplicationRename", ExampleApplicationsService_Update_rename},
		{"rekeyUpdateApplicationPolicyChange", ExampleApplicationsService_SetPolicy_change},
		{"rekeyUpdateApplicationPolicyInherit", ExampleApplicationsService_SetPolicy_inherit},
		{"rekeyUpdateApplicationPolicyExpire", ExampleApplicationsService_SetPolicy_expire},
		{"rekeyUpdateTenantHosts", ExampleTenantsService_Update_hosts},
		{"rekeyUpdateTenantPolicyChange", ExampleTenantsService_SetPolicy_change},
		{"rekeyUpdateTenantPolicyInherit", ExampleTenantsService_SetPolicy_inherit},
		{"rekeyUpdateTenantPolicyExpire", ExampleTenantsService_SetPolicy_expire},
		{"rekeyUpdateUserLock", ExampleUsersService_Update_lock},
		{"rekeyUpdateUserAddress", ExampleUsersService_Update_address},
		{"rekeyUpdateUserRights", ExampleUsersService_Update_rights},
		{"rekeyUpdateUserNotes", ExampleUsersService_Update_notes},
		{"rekeyVerifyAddressLink", ExampleTicketsService_VerifyAddress_link},
		{"rekeyVerifyAddressCode", ExampleTicketsService_VerifyAddress_code},
		{"rekeyVerifyAudit", ExampleAuditService_Verify},
		{"rekeyVerifyTenantHost", ExampleTenantsService_VerifyHost},
		{"wristbandChangePasswordChange", ExampleWristbandService_ChangePassword_change},
		{"wristbandCreatePasswordResetLinkUser", ExampleWristbandService_CreatePasswordResetLink_user},
		{"wristbandCreateUserActive", ExampleWristbandService_CreateUser_active},
		{"wristbandCreateUserInactive", ExampleWristbandService_CreateUser_inactive},
		{"wristbandDeleteUser", ExampleWristbandService_DeleteUser},
		{"wristbandDeleteUserAuthSessions", ExampleWristbandService_DeleteUserAuthSessions},
		{"wristbandGetJwks", ExampleWristbandService_GetJwks},
		{"wristbandGetTokenClientCredentials", ExampleWristbandService_GetToken_clientCredentials},
		{"wristbandGetTokenClientInForm", ExampleWristbandService_GetToken_clientInForm},
		{"wristbandGetTokenRefreshToken", ExampleWristbandService_GetToken_refreshToken},
		{"wristbandGetUser", ExampleWristbandService_GetUser},
		{"wristbandIntrospectPasswordResetEmailAuthCodeCode", ExampleWristbandService_IntrospectPasswordResetEmailAuthCode_code},
		{"wristbandPatchUserNames", ExampleWristbandService_PatchUser_names},
		{"wristbandPatchUserEmail", ExampleWristbandService_PatchUser_email},
		{"wristbandPatchUserDeactivate", ExampleWristbandService_PatchUser_deactivate},
		{"wristbandQueryApplicationUsers", ExampleWristbandService_QueryApplicationUsers},
		{"wristbandQueryTenantUsers", ExampleWristbandService_QueryTenantUsers},
		{"wristbandRequestPasswordResetInTenant", ExampleWristbandService_RequestPasswordReset_inTenant},
		{"wristbandRequestPasswordResetInDefaultTenant", ExampleWristbandService_RequestPasswordReset_inDefaultTenant},
		{"wristbandResetPasswordEmailLink", ExampleWristbandService_ResetPassword_emailLink},
		{"wristbandResetPasswordOtp", ExampleWristbandService_ResetPassword_otp},
		{"wristbandResetPasswordCreatedLink", ExampleWristbandService_ResetPassword_createdLink},
		{"wristbandRevokeRefreshToken", ExampleWristbandService_RevokeRefreshToken},
		{"wristbandRevokeTokenBasic", ExampleWristbandService_RevokeToken_basic},
		{"wristbandRevokeTokenClientInForm", ExampleWristbandService_RevokeToken_clientInForm},
		{"wristbandSendPasswordResetEmailUser", ExampleWristbandService_SendPasswordResetEmail_user},
		{"wristbandVerifyCodeOtp", ExampleWristbandService_VerifyCode_otp},
		{"zitadelAddHumanUserVerified", ExampleZitadelService_AddHumanUser_verified},
		{"zitadelAddHumanUserReturnCode", ExampleZitadelService_AddHumanUser_returnCode},
		{"zitadelCreateInviteCodeSendCode", ExampleZitadelService_CreateInviteCode_sendCode},
		{"zitadelCreateInviteCodeReturnCode", ExampleZitadelService_CreateInviteCode_returnCode},
		{"zitadelCreateSessionLoginName", ExampleZitadelService_CreateSession_loginName},
		{"zitadelCreateSessionUserId", ExampleZitadelService_CreateSession_userId},
		{"zitadelCreateSessionLoginPage", ExampleZitadelService_CreateSession_loginPage},
		{"zitadelCreateSessionMailedCode", ExampleZitadelService_CreateSession_mailedCode},
		{"zitadelCreateSessionReturnedCode", ExampleZitadelService_CreateSession_returnedCode},
		{"zitadelCreateUserVerified", ExampleZitadelService_CreateUser_verified},
		{"zitadelCreateUserReturnCode", ExampleZitadelService_CreateUser_returnCode},
		{"zitadelDeactivateUserEmpty", ExampleZitadelService_DeactivateUser_empty},
		{"zitadelDeleteSession", ExampleZitadelService_DeleteSession},
		{"zitadelDeleteUser", ExampleZitadelService_DeleteUser},
		{"zitadelGetKeys", ExampleZitadelService_GetKeys},
		{"zitadelGetLockoutSettings", ExampleZitadelService_GetLockoutSettings},
		{"zitadelGetLoginSettings", ExampleZitadelService_GetLoginSettings},
		{"zitadelGetOpenidConfiguration", ExampleZitadelService_GetOpenidConfiguration},
		{"zitadelGetPasswordComplexitySettings", ExampleZitadelService_GetPasswordComplexitySettings},
		{"zitadelGetPasswordExpirySettings", ExampleZitadelService_GetPasswordExpirySettings},
		{"zitadelGetSession", ExampleZitadelService_GetSession},
		{"zitadelGetTokenClientCredentials", ExampleZitadelService_GetToken_clientCredentials},
		{"zitadelGetTokenClientInForm", ExampleZitadelService_GetToken_clientInForm},
		{"zitadelGetTokenJwtBearer", ExampleZitadelService_GetToken_jwtBearer},
		{"zitadelGetUserByID", ExampleZitadelService_GetUserByID},
		{"zitadelListAuthenticationMethodTypes", ExampleZitadelService_ListAuthenticationMethodTypes},
		{"zitadelListSessionsOfUser", ExampleZitadelService_ListSessions_ofUser},
		{"zitadelListSessionsByIds", ExampleZitadelService_ListSessions_byIds},
		{"zitadelListUsersByEmail", ExampleZitadelService_ListUsers_byEmail},
		{"zitadelListUsersByLoginName", ExampleZitadelService_ListUsers_byLoginName},
		{"zitadelListUsersCombined", ExampleZitadelService_ListUsers_combined},
		{"zitadelLockUserEmpty", ExampleZitadelService_LockUser_empty},
		{"zitadelPasswordResetDefaultMail", ExampleZitadelService_PasswordReset_defaultMail},
		{"zitadelPasswordResetSendLink", ExampleZitadelService_PasswordReset_sendLink},
		{"zitadelPasswordResetSendLinkBySms", ExampleZitadelService_PasswordReset_sendLinkBySms},
		{"zitadelPasswordResetReturnCode", ExampleZitadelService_PasswordReset_returnCode},
		{"zitadelReactivateUserEmpty", ExampleZitadelService_ReactivateUser_empty},
		{"zitadelResendEmailCodeSendCode", ExampleZitadelService_ResendEmailCode_sendCode},
		{"zitadelResendEmailCodeReturnCode", ExampleZitadelService_ResendEmailCode_returnCode},
		{"zitadelResendInviteCodeEmpty", ExampleZitadelService_ResendInviteCode_empty},
		{"zitadelResendPhoneCodeSendCode", ExampleZitadelService_ResendPhoneCode_sendCode},
		{"zitadelResendPhoneCodeReturnCode", ExampleZitadelService_ResendPhoneCode_returnCode},
		{"zitadelSetEmailSendCode", ExampleZitadelService_SetEmail_sendCode},
		{"zitadelSetEmailReturnCode", ExampleZitadelService_SetEmail_returnCode},
		{"zitadelSetEmailVerified", ExampleZitadelService_SetEmail_verified},
		{"zitadelSetPasswordWithCode", ExampleZitadelService_SetPassword_withCode},
		{"zitadelSetPasswordWithCurrentPassword", ExampleZitadelService_SetPassword_withCurrentPassword},
		{"zitadelSetPasswordByAdministrator", ExampleZitadelService_SetPassword_byAdministrator},
		{"zitadelSetPhoneSendCode", ExampleZitadelService_SetPhone_sendCode},
		{"zitadelSetPhoneReturnCode", ExampleZitadelService_SetPhone_returnCode},
		{"zitadelSetPhoneVerified", ExampleZitadelService_SetPhone_verified},
		{"zitadelSetSessionPassword", ExampleZitadelService_SetSession_password},
		{"zitadelSetSessionLifetime", ExampleZitadelService_SetSession_lifetime},
		{"zitadelSetSessionMailedCode", ExampleZitadelService_SetSession_mailedCode},
		{"zitadelSetSessionSmsCode", ExampleZitadelService_SetSession_smsCode},
		{"zitadelUnlockUserEmpty", ExampleZitadelService_UnlockUser_empty},
		{"zitadelUpdateUserPassword", ExampleZitadelService_UpdateUser_password},
		{"zitadelUpdateUserEverything", ExampleZitadelService_UpdateUser_everything},
		{"zitadelUpdateUserHashedPassword", ExampleZitadelService_UpdateUser_hashedPassword},
		{"zitadelVerifyEmailCode", ExampleZitadelService_VerifyEmail_code},
		{"zitadelVerifyInviteCodeCode", ExampleZitadelService_VerifyInviteCode_code},
		{"zitadelVerifyPhoneCode", ExampleZitadelService_VerifyPhone_code},
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

func ExampleBoomiService_Authenticate_password() {
	answer, err := client.Boomi.Authenticate(ctx, rekey.BoomiLoginModel{
		UserName: "alice",
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_Authenticate_passwordAndCode() {
	answer, err := client.Boomi.Authenticate(ctx, rekey.BoomiLoginModel{
		UserName:        "alice",
		Password:        "correct horse battery staple",
		OneTimePasscode: rekey.Value(rekey.Secret("428913")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ChangePassword_change() {
	answer, err := client.Boomi.ChangePassword(ctx, rekey.BoomiChangePassword{
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

func ExampleBoomiService_CreateAdminUser_invitation() {
	answer, err := client.Boomi.CreateAdminUser(ctx, rekey.BoomiAdminUserModel{
		Email:        "alice@example.com",
		FirstName:    "Alice",
		LastName:     "Liddell",
		Username:     "alice",
		IsActive:     true,
		IsEnabled:    true,
		IsLogSession: true,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_DeleteAdminUser() {
	answer, err := client.Boomi.DeleteAdminUser(ctx, "1839201733")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ForgotPassword_byUserName() {
	err := client.Boomi.ForgotPassword(ctx, rekey.BoomiForgotModel{
		Username:     rekey.Value("alice"),
		EmailAddress: rekey.Null[string](),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleBoomiService_ForgotUsername_byAddress() {
	err := client.Boomi.ForgotUsername(ctx, rekey.BoomiForgotModel{
		Username:     rekey.Null[string](),
		EmailAddress: rekey.Value("alice@example.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleBoomiService_GetAdminUser() {
	answer, err := client.Boomi.GetAdminUser(ctx, "1839201733")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ListAdminUsers() {
	err := client.Boomi.ListAdminUsers(ctx, nil)
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleBoomiService_RefreshToken_refresh() {
	answer, err := client.Boomi.RefreshToken(ctx, rekey.BoomiRefreshTokenModel{
		RefreshToken: rekey.Value(rekey.Secret("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ResendActivation() {
	answer, err := client.Boomi.ResendActivation(ctx, "1839201733")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ResendMfa_again() {
	err := client.Boomi.ResendMfa(ctx, rekey.BoomiResendMfa{
		Sid:   "6f7d1b1e-3c58-4d0e-9a57-0c4be1f2a386",
		Email: rekey.Null[string](),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleBoomiService_ResetPassword_complete() {
	answer, err := client.Boomi.ResetPassword(ctx, rekey.BoomiPasswordModel{
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

func ExampleBoomiService_ResetPassword_least() {
	answer, err := client.Boomi.ResetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("9f1c7d52-0a6b-4e83-b1d4-5c2e8f7a3b90")),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_SetPassword_complete() {
	answer, err := client.Boomi.SetPassword(ctx, rekey.BoomiPasswordModel{
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

func ExampleBoomiService_SetPassword_least() {
	answer, err := client.Boomi.SetPassword(ctx, rekey.BoomiPasswordModel{
		Key:             rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
		Password:        rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
		ConfirmPassword: rekey.Value(rekey.Secret("seven quiet lanterns over the harbour")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_UnlockAdminUser() {
	answer, err := client.Boomi.UnlockAdminUser(ctx, "1839201733")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_UpdateAdminUser_rename() {
	answer, err := client.Boomi.UpdateAdminUser(ctx, rekey.BoomiAdminUserModel{
		Email:        "alice@example.com",
		FirstName:    "Alice",
		LastName:     "Liddell",
		Username:     "alice.liddell",
		IsActive:     true,
		IsEnabled:    true,
		IsLogSession: true,
		ID:           rekey.Ptr(int32(1839201733)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ValidatePasswordResetLink() {
	answer, err := client.Boomi.ValidatePasswordResetLink(ctx, &rekey.BoomiValidatePasswordResetLinkParams{
		Key: rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleBoomiService_ValidatePasswordSetLink() {
	answer, err := client.Boomi.ValidatePasswordSetLink(ctx, &rekey.BoomiValidatePasswordSetLinkParams{
		Key: rekey.Ptr(rekey.Secret("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_AuthenticateAdminAPI_application() {
	answer, err := client.Entrust.AuthenticateAdminAPI(ctx, rekey.EntrustAdminAPIAuthentication{
		ApplicationID: "0192f3a4-4444-7d8e-9f01-23456789abcd",
		SharedSecret:  "Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_CreateUser_verified() {
	answer, err := client.Entrust.CreateUser(ctx, rekey.EntrustUserParms{
		UserID:               rekey.Ptr("alice"),
		FirstName:            rekey.Ptr("Alice"),
		Email:                rekey.Ptr("alice@example.com"),
		Mobile:               rekey.Ptr("+12025550143"),
		VerificationRequired: rekey.Ptr(false),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_CreateUser_withoutAddress() {
	answer, err := client.Entrust.CreateUser(ctx, rekey.EntrustUserParms{
		UserID: rekey.Ptr("bob"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_CreateUsers_users() {
	err := client.Entrust.CreateUsers(ctx, rekey.EntrustCreateUsersParms{
		Users: []rekey.EntrustUserParms{{
			UserID:               rekey.Ptr("alice"),
			FirstName:            rekey.Ptr("Alice"),
			Email:                rekey.Ptr("alice@example.com"),
			Mobile:               rekey.Ptr("+12025550143"),
			VerificationRequired: rekey.Ptr(false),
		}, {
			UserID: rekey.Ptr("alice"),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_DeleteUserPassword() {
	err := client.Entrust.DeleteUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_DeleteUser() {
	err := client.Entrust.DeleteUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_DeleteUsers_users() {
	err := client.Entrust.DeleteUsers(ctx, rekey.EntrustDeleteUsersParms{
		Users: []rekey.EntrustDeleteUserParms{{
			ID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		}, {
			ID:     "nobody",
			IDType: rekey.Ptr(rekey.EntrustUserIDTypeUSERID),
		}},
		StopOnError: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_GetUserPasswordSettings() {
	answer, err := client.Entrust.GetUserPasswordSettings(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_GetUserPassword() {
	answer, err := client.Entrust.GetUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_SendPasswordExpiryNotification() {
	err := client.Entrust.SendPasswordExpiryNotification(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_SetUserPassword_chosen() {
	answer, err := client.Entrust.SetUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserPasswordParms{
		Password:      rekey.Ptr(rekey.Secret("correct horse battery staple")),
		EmailPassword: rekey.Ptr(false),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_SetUserPassword_generated() {
	answer, err := client.Entrust.SetUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserPasswordParms{
		GeneratePassword: rekey.Ptr(true),
		ReturnPassword:   rekey.Ptr(true),
		EmailPassword:    rekey.Ptr(false),
		ForceUpdate:      rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_SetUserPassword_imported() {
	answer, err := client.Entrust.SetUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserPasswordParms{
		Password:       rekey.Ptr(rekey.Secret("$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO")),
		PasswordFormat: rekey.Ptr(rekey.EntrustPasswordFormatBCRYPT),
		EmailPassword:  rekey.Ptr(false),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_UnlockUser() {
	err := client.Entrust.UnlockUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_UpdateUserState_inactive() {
	err := client.Entrust.UpdateUserState(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserChangeStateParms{
		State: rekey.EntrustUserStateINACTIVE,
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_UpdateUser_address() {
	err := client.Entrust.UpdateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserParms{
		Email:                rekey.Ptr("alice@example.org"),
		VerificationRequired: rekey.Ptr(false),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_UpdateUser_lock() {
	err := client.Entrust.UpdateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserParms{
		Lock: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_UpdateUsers_users() {
	err := client.Entrust.UpdateUsers(ctx, rekey.EntrustUpdateUsersParms{
		Users: []rekey.EntrustUpdateUserParms{{
			ID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
			Parms: rekey.EntrustUserParms{
				LastName: rekey.Ptr("Liddell"),
			},
		}, {
			ID:     "nobody",
			IDType: rekey.Ptr(rekey.EntrustUserIDTypeUSERID),
			Parms: rekey.EntrustUserParms{
				State: rekey.Ptr(rekey.EntrustUserStateINACTIVE),
			},
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleEntrustService_UserByUserid_alice() {
	answer, err := client.Entrust.UserByUserid(ctx, rekey.EntrustUserGetParms{
		UserID: "alice",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_User() {
	answer, err := client.Entrust.User(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_UsersPaged_byName() {
	answer, err := client.Entrust.UsersPaged(ctx, rekey.EntrustSearchParms{
		Limit: rekey.Ptr(int32(10)),
		SearchByAttributes: &[]rekey.EntrustSearchByAttribute{{
			Name:     "userId",
			Operator: rekey.EntrustSearchOperatorSTARTSWITH,
			Value:    rekey.Ptr("ali"),
		}},
		OrderByAttribute: &rekey.EntrustOrderByAttribute{
			Name:      "userId",
			Ascending: true,
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_UsersPaged_all() {
	answer, err := client.Entrust.UsersPaged(ctx, rekey.EntrustSearchParms{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEntrustService_ValidateUserPassword_candidate() {
	answer, err := client.Entrust.ValidateUserPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.EntrustUserPasswordValidateParms{
		Password:              "correct horse battery staple",
		IgnorePasswordHistory: rekey.Ptr(false),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Cancel() {
	err := client.Tickets.Cancel(ctx, "0192f3a4-3333-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExamplePasswordsService_Change_own() {
	answer, err := client.Passwords.Change(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyPasswordChange{
		CurrentPassword: "correct horse battery staple",
		NewPassword:     "violet otters paddle at noon",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Check_user() {
	answer, err := client.Passwords.Check(ctx, rekey.RekeyPasswordCheck{
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Check_newcomer() {
	answer, err := client.Passwords.Check(ctx, rekey.RekeyPasswordCheck{
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

func ExampleSecondFactorService_Confirm_code() {
	answer, err := client.SecondFactor.Confirm(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyTotpCode{
		Code: "730264",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Create_application() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
		Name:          "back office",
		Boundary:      rekey.RekeyKeyBoundaryApplication,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		Permissions:   &[]rekey.RekeyPermission{"applications:read", "tenants:read", "tenants:write", "users:read"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Create_service() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
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

func ExampleAPIKeysService_Create_powerless() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
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

func ExampleAPIKeysService_Create_reporting() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
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

func ExampleAPIKeysService_Create_bulk() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
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

func ExampleAPIKeysService_Create_script() {
	answer, err := client.APIKeys.Create(ctx, rekey.RekeyAPIKeyCreation{
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

func ExampleApplicationsService_Create_shop() {
	answer, err := client.Applications.Create(ctx, rekey.RekeyApplicationCreation{
		Name: "Shop",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSessionsService_Create_password() {
	answer, err := client.Sessions.Create(ctx, rekey.RekeyLogin{
		Username: "alice",
		Password: "correct horse battery staple",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSessionsService_Create_code() {
	answer, err := client.Sessions.Create(ctx, rekey.RekeyLogin{
		Username: "alice",
		Password: "correct horse battery staple",
		Code:     rekey.Ptr(rekey.Secret("730264")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_Create_acme() {
	answer, err := client.Tenants.Create(ctx, rekey.RekeyTenantCreation{
		ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
		Name:          "Acme",
		Hosts:         &[]rekey.RekeyHost{"acme.example.com"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_mailed() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumLink,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_unlocking() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumLink,
		Unlock: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_mailedCode() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium: rekey.RekeyTicketMediumOtp,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_returned() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
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

func ExampleTicketsService_Create_returnedCode() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Medium:  rekey.RekeyTicketMediumOtp,
		Deliver: rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_invitation() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Purpose: rekey.Ptr(rekey.RekeyTicketPurposeInvite),
		Medium:  rekey.RekeyTicketMediumLink,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_verification() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Purpose: rekey.Ptr(rekey.RekeyTicketPurposeVerify),
		Address: rekey.Ptr("alice.new@example.com"),
		Medium:  rekey.RekeyTicketMediumOtp,
		Deliver: rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_key() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
		UserID:  "0192f3a4-1111-7d8e-9f01-23456789abcd",
		Purpose: rekey.Ptr(rekey.RekeyTicketPurposeSet),
		Medium:  rekey.RekeyTicketMediumLink,
		Form:    rekey.Ptr(rekey.RekeyTicketFormKey),
		Deliver: rekey.Ptr(rekey.RekeyTicketDeliveryReturn),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Create_ownPage() {
	answer, err := client.Tickets.Create(ctx, rekey.RekeyTicketCreation{
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

func ExampleUsersService_Create_alice() {
	answer, err := client.Users.Create(ctx, rekey.RekeyUserCreation{
		TenantID:  "01hq3kad3svktnkwp31fmt4bee",
		Username:  "alice",
		GivenName: rekey.Ptr("Alice"),
		Emails: &[]rekey.RekeyUserAddress{{
			Address:  "alice@example.com",
			Verified: rekey.Ptr(true),
		}},
		Phones: &[]rekey.RekeyUserPhone{{
			Address:  "+12025550143",
			Verified: rekey.Ptr(true),
		}},
		Metadata: &rekey.RekeyMetadata{
			"costCentre": "4711",
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Create_bob() {
	answer, err := client.Users.Create(ctx, rekey.RekeyUserCreation{
		TenantID: "01hq3kad3svktnkwp31fmt4bee",
		Username: "bob",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Create_moved() {
	answer, err := client.Users.Create(ctx, rekey.RekeyUserCreation{
		TenantID:   "01hq3kad3svktnkwp31fmt4bee",
		ExternalID: rekey.Ptr("163840776835432705"),
		Username:   "carol",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_Delete() {
	err := client.Applications.Delete(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleTenantsService_Delete() {
	err := client.Tenants.Delete(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleUsersService_Delete() {
	err := client.Users.Delete(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleSecondFactorService_Drop_fresh() {
	err := client.SecondFactor.Drop(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyFreshness{
		CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
		Code:            rekey.Ptr(rekey.Secret("730264")),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleUsersService_EndSessions() {
	answer, err := client.Users.EndSessions(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSecondFactorService_Enroll_own() {
	answer, err := client.SecondFactor.Enroll(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyProof{
		CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSecondFactorService_Enroll_other() {
	answer, err := client.SecondFactor.Enroll(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyProof{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEventsService_Export() {
	answer, err := client.Events.Export(ctx, &rekey.EventsExportParams{
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

func ExampleAPIKeysService_Get() {
	answer, err := client.APIKeys.Get(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_Get() {
	answer, err := client.Applications.Get(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_Policy() {
	answer, err := client.Applications.Policy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_EffectivePolicy() {
	answer, err := client.Tenants.EffectivePolicy(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEventsService_Get() {
	answer, err := client.Events.Get(ctx, "01a20053-82d9-72ea-bd02-0121f9d04d0f")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleMessagesService_Get() {
	answer, err := client.Messages.Get(ctx, "0192f3a4-2222-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Get() {
	answer, err := client.Passwords.Get(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSecondFactorService_Get() {
	answer, err := client.SecondFactor.Get(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSessionsService_Get() {
	answer, err := client.Sessions.Get(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_Get() {
	answer, err := client.Tenants.Get(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_Policy() {
	answer, err := client.Tenants.Policy(ctx, "01hq3kad3svktnkwp31fmt4bee")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Get() {
	answer, err := client.Tickets.Get(ctx, "0192f3a4-3333-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Get() {
	answer, err := client.Users.Get(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Inspect_link() {
	answer, err := client.Tickets.Inspect(ctx, rekey.RekeyTicketProof{
		Ticket: rekey.Ptr(rekey.Secret("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Inspect_code() {
	answer, err := client.Tickets.Inspect(ctx, rekey.RekeyTicketProof{
		RequestCode: rekey.Ptr(rekey.Secret("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")),
		Code:        rekey.Ptr(rekey.Secret("048213")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_List() {
	answer, err := client.APIKeys.List(ctx, &rekey.APIKeysListParams{
		Limit:         rekey.Ptr(int32(50)),
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		UserID:        rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_List() {
	answer, err := client.Applications.List(ctx, &rekey.ApplicationsListParams{
		Limit: rekey.Ptr(int32(50)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAuditService_Checkpoints() {
	answer, err := client.Audit.Checkpoints(ctx, &rekey.AuditCheckpointsParams{
		Limit:    rekey.Ptr(int32(50)),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleEventsService_List() {
	answer, err := client.Events.List(ctx, &rekey.EventsListParams{
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

func ExampleLocalesService_List() {
	answer, err := client.Locales.List(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleMessagesService_List() {
	answer, err := client.Messages.List(ctx, &rekey.MessagesListParams{
		Limit:    rekey.Ptr(int32(50)),
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		TicketID: rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePermissionsService_List() {
	answer, err := client.Permissions.List(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePolicyPresetsService_List() {
	answer, err := client.PolicyPresets.List(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSessionsService_List() {
	answer, err := client.Sessions.List(ctx, &rekey.SessionsListParams{
		Limit:  rekey.Ptr(int32(50)),
		UserID: rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSigningKeysService_List() {
	answer, err := client.SigningKeys.List(ctx, &rekey.SigningKeysListParams{
		Limit: rekey.Ptr(int32(50)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_List() {
	answer, err := client.Tenants.List(ctx, &rekey.TenantsListParams{
		Limit:         rekey.Ptr(int32(50)),
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_List() {
	answer, err := client.Tickets.List(ctx, &rekey.TicketsListParams{
		Limit:    rekey.Ptr(int32(50)),
		UserID:   rekey.Ptr("0192f3a4-1111-7d8e-9f01-23456789abcd"),
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_List() {
	answer, err := client.Users.List(ctx, &rekey.UsersListParams{
		Limit:      rekey.Ptr(int32(50)),
		TenantID:   rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		ExternalID: rekey.Ptr("163840776835432705"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Redeem_link() {
	answer, err := client.Tickets.Redeem(ctx, rekey.RekeyTicketRedemption{
		Ticket:      rekey.Ptr(rekey.Secret("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")),
		NewPassword: "violet submarine under the rain",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_Redeem_code() {
	answer, err := client.Tickets.Redeem(ctx, rekey.RekeyTicketRedemption{
		RequestCode: rekey.Ptr(rekey.Secret("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")),
		Code:        rekey.Ptr(rekey.Secret("048213")),
		NewPassword: "violet submarine under the rain",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSessionsService_Refresh_token() {
	answer, err := client.Sessions.Refresh(ctx, rekey.RekeyRefresh{
		RefreshToken: "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Register_program() {
	answer, err := client.APIKeys.Register(ctx, rekey.RekeyAPIKeyRegistration{
		Name:          "nightly sync",
		Boundary:      rekey.RekeyKeyBoundaryTenant,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Permissions:   &[]rekey.RekeyPermission{"users:read", "users:write"},
		PublicKey:     "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Register_keyFile() {
	answer, err := client.APIKeys.Register(ctx, rekey.RekeyAPIKeyRegistration{
		Name:          "login app",
		Boundary:      rekey.RekeyKeyBoundaryTenant,
		ApplicationID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		Permissions:   &[]rekey.RekeyPermission{"users:read", "users:write"},
		PublicKey:     "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n",
		Subject:       rekey.Ptr("login-app"),
		KeyID:         rekey.Ptr("239120551178895617"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Remove() {
	answer, err := client.Passwords.Remove(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSecondFactorService_Remove() {
	err := client.SecondFactor.Remove(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleSecondFactorService_RecoveryCodes_own() {
	answer, err := client.SecondFactor.RecoveryCodes(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyFreshness{
		CurrentPassword: rekey.Ptr(rekey.Secret("correct horse battery staple")),
		Code:            rekey.Ptr(rekey.Secret("730264")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSecondFactorService_RecoveryCodes_other() {
	answer, err := client.SecondFactor.RecoveryCodes(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyFreshness{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleResetRequestsService_Create_email() {
	answer, err := client.ResetRequests.Create(ctx, rekey.RekeyResetRequestCreation{
		Email: rekey.Ptr("alice@example.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleResetRequestsService_Create_username() {
	answer, err := client.ResetRequests.Create(ctx, rekey.RekeyResetRequestCreation{
		Username: rekey.Ptr("alice"),
		TenantID: rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleMessagesService_Resend() {
	answer, err := client.Messages.Resend(ctx, "0192f3a4-2222-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSigningKeysService_Retire() {
	answer, err := client.SigningKeys.Retire(ctx, "0192f3a4-8889-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Revoke() {
	err := client.APIKeys.Revoke(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleSessionsService_Revoke() {
	err := client.Sessions.Revoke(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleAPIKeysService_Rotate_day() {
	answer, err := client.APIKeys.Rotate(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd", rekey.RekeyAPIKeyRotation{
		OverlapSeconds: rekey.Ptr(int32(86400)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSigningKeysService_Rotate_planned() {
	answer, err := client.SigningKeys.Rotate(ctx, rekey.RekeySigningKeyRotation{
		SignsAfterSeconds: rekey.Ptr(int32(600)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleSigningKeysService_Rotate_atOnce() {
	answer, err := client.SigningKeys.Rotate(ctx, rekey.RekeySigningKeyRotation{
		SignsAfterSeconds: rekey.Ptr(int32(0)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_ReplacePolicy_own() {
	answer, err := client.Applications.ReplacePolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", nil, rekey.RekeyPolicyChange{
		Rules: &rekey.RekeyPolicyRules{
			Password: &rekey.RekeyPasswordRules{
				History: rekey.Ptr(int32(5)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_ReplacePolicy_preset() {
	answer, err := client.Applications.ReplacePolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", nil, rekey.RekeyPolicyChange{
		Preset: rekey.Ptr(rekey.RekeyPresetNameNist),
		Rules: &rekey.RekeyPolicyRules{
			Password: &rekey.RekeyPasswordRules{
				History: rekey.Ptr(int32(5)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Set_chosen() {
	answer, err := client.Passwords.Set(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyPasswordAssignment{
		Password: rekey.Ptr(rekey.Secret("correct horse battery staple")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Set_generated() {
	answer, err := client.Passwords.Set(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyPasswordAssignment{
		Generate:       rekey.Ptr(true),
		ReturnPassword: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Set_unlocking() {
	answer, err := client.Passwords.Set(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyPasswordAssignment{
		Password: rekey.Ptr(rekey.Secret("correct horse battery staple")),
		Unlock:   rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExamplePasswordsService_Set_imported() {
	answer, err := client.Passwords.Set(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyPasswordAssignment{
		Hash: rekey.Ptr(rekey.Secret("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_ReplacePolicy_own() {
	answer, err := client.Tenants.ReplacePolicy(ctx, "01hq3kad3svktnkwp31fmt4bee", nil, rekey.RekeyPolicyChange{
		Rules: &rekey.RekeyPolicyRules{
			Password: &rekey.RekeyPasswordRules{
				MinLength: rekey.Ptr(int32(12)),
			},
			ResetBy:       rekey.Ptr(rekey.RekeyTicketMediumOtp),
			LinkTemplates: &[]string{"https://app.example.com"},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_ReplacePolicy_preset() {
	answer, err := client.Tenants.ReplacePolicy(ctx, "01hq3kad3svktnkwp31fmt4bee", nil, rekey.RekeyPolicyChange{
		Preset: rekey.Ptr(rekey.RekeyPresetNameNist),
		Rules: &rekey.RekeyPolicyRules{
			Password: &rekey.RekeyPasswordRules{
				History: rekey.Ptr(int32(5)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Update_rename() {
	answer, err := client.APIKeys.Update(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd", rekey.RekeyAPIKeyChange{
		Name: rekey.Ptr("monthly reporting"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAPIKeysService_Update_budgets() {
	answer, err := client.APIKeys.Update(ctx, "0192f3a4-4444-7d8e-9f01-23456789abcd", rekey.RekeyAPIKeyChange{
		RequestsPerMinute: rekey.Value(int32(600)),
		RequestsAtOnce:    rekey.Value(int32(8)),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_Update_rename() {
	answer, err := client.Applications.Update(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", rekey.RekeyApplicationChange{
		Name: rekey.Ptr("Shop Europe"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_SetPolicy_change() {
	answer, err := client.Applications.SetPolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			Password: &rekey.RekeyPasswordRulesPatch{
				MinLength: rekey.Value(int32(16)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_SetPolicy_inherit() {
	answer, err := client.Applications.SetPolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			Password: &rekey.RekeyPasswordRulesPatch{
				History: rekey.Null[int32](),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleApplicationsService_SetPolicy_expire() {
	answer, err := client.Applications.SetPolicy(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			Password: &rekey.RekeyPasswordRulesPatch{
				LifetimeDays: rekey.Value(int32(90)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_Update_hosts() {
	answer, err := client.Tenants.Update(ctx, "01hq3kad3svktnkwp31fmt4bee", rekey.RekeyTenantChange{
		Hosts: &[]rekey.RekeyHost{"acme.example.com", "login.acme.example.com"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_SetPolicy_change() {
	answer, err := client.Tenants.SetPolicy(ctx, "01hq3kad3svktnkwp31fmt4bee", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			Password: &rekey.RekeyPasswordRulesPatch{
				History: rekey.Value(int32(5)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_SetPolicy_inherit() {
	answer, err := client.Tenants.SetPolicy(ctx, "01hq3kad3svktnkwp31fmt4bee", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			ResetBy: rekey.Null[string](),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_SetPolicy_expire() {
	answer, err := client.Tenants.SetPolicy(ctx, "01hq3kad3svktnkwp31fmt4bee", nil, rekey.RekeyPolicyPatch{
		Rules: &rekey.RekeyPolicyRulesPatch{
			Password: &rekey.RekeyPasswordRulesPatch{
				LifetimeDays: rekey.Value(int32(90)),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Update_lock() {
	answer, err := client.Users.Update(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyUserChange{
		Locked: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Update_address() {
	answer, err := client.Users.Update(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyUserChange{
		Emails: &[]rekey.RekeyUserAddress{{
			Address:  "alice.smith@example.com",
			Verified: rekey.Ptr(true),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Update_rights() {
	answer, err := client.Users.Update(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyUserChange{
		Boundary:    rekey.Ptr(rekey.RekeyUserBoundaryTenant),
		Permissions: &[]rekey.RekeyPermission{"users:read", "passwords:write", "second-factors:write"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleUsersService_Update_notes() {
	answer, err := client.Users.Update(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.RekeyUserChange{
		Metadata: &rekey.RekeyMetadata{
			"costCentre": "4712",
			"desk":       "3B",
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_VerifyAddress_link() {
	answer, err := client.Tickets.VerifyAddress(ctx, rekey.RekeyTicketProof{
		Ticket: rekey.Ptr(rekey.Secret("3pYkq0xvR2mG7sD1nL5tW8zB4cF6hJ9aE0uI2oK3yQM")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTicketsService_VerifyAddress_code() {
	answer, err := client.Tickets.VerifyAddress(ctx, rekey.RekeyTicketProof{
		RequestCode: rekey.Ptr(rekey.Secret("Wd8rT3nXq6Lk1VbZ0sYp5HcMj7GfEa9UoIi2CxQv4Ky")),
		Code:        rekey.Ptr(rekey.Secret("048213")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleAuditService_Verify() {
	answer, err := client.Audit.Verify(ctx, &rekey.AuditVerifyParams{
		TenantID: rekey.Ptr("01hq3k9v5x7e2m4n8p6r1s0t9w"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleTenantsService_VerifyHost() {
	answer, err := client.Tenants.VerifyHost(ctx, "01hq3kad3svktnkwp31fmt4bee", "acme.example.com")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_ChangePassword_change() {
	err := client.Wristband.ChangePassword(ctx, rekey.WristbandChangePasswordInput{
		UserID:          "0192f3a4-1111-7d8e-9f01-23456789abcd",
		CurrentPassword: "correct horse battery staple",
		NewPassword:     "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_CreatePasswordResetLink_user() {
	answer, err := client.Wristband.CreatePasswordResetLink(ctx, rekey.WristbandPasswordResetLinkInput{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_CreateUser_active() {
	answer, err := client.Wristband.CreateUser(ctx, rekey.WristbandCreateUserInput{
		TenantID:             "01hq3kad3svktnkwp31fmt4bee",
		IdentityProviderName: rekey.Ptr("wristband"),
		Email:                "dora@example.com",
		EmailVerified:        rekey.Ptr(true),
		Username:             rekey.Ptr("dora"),
		GivenName:            rekey.Value("Dora"),
		FamilyName:           rekey.Value("Hale"),
		Password:             rekey.Ptr(rekey.Secret("violet otters paddle at noon")),
		Status:               rekey.Ptr(rekey.WristbandUserStatusACTIVE),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_CreateUser_inactive() {
	answer, err := client.Wristband.CreateUser(ctx, rekey.WristbandCreateUserInput{
		TenantID: "01hq3kad3svktnkwp31fmt4bee",
		Email:    "dora@example.com",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_DeleteUser() {
	err := client.Wristband.DeleteUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_DeleteUserAuthSessions() {
	err := client.Wristband.DeleteUserAuthSessions(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_GetJwks() {
	answer, err := client.Wristband.GetJwks(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_GetToken_clientCredentials() {
	answer, err := client.Wristband.GetToken(ctx, rekey.WristbandTokenInput{
		GrantType: "client_credentials",
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_GetToken_clientInForm() {
	answer, err := client.Wristband.GetToken(ctx, rekey.WristbandTokenInput{
		GrantType:    "client_credentials",
		ClientID:     rekey.Ptr("0192f3a4-4444-7d8e-9f01-23456789abcd"),
		ClientSecret: rekey.Ptr(rekey.Secret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_GetToken_refreshToken() {
	answer, err := client.Wristband.GetToken(ctx, rekey.WristbandTokenInput{
		GrantType:    "refresh_token",
		RefreshToken: rekey.Ptr(rekey.Secret("Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM")),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_GetUser() {
	answer, err := client.Wristband.GetUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_IntrospectPasswordResetEmailAuthCode_code() {
	answer, err := client.Wristband.IntrospectPasswordResetEmailAuthCode(ctx, rekey.WristbandEmailAuthCodeInput{
		EmailAuthCode: "bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_PatchUser_names() {
	answer, err := client.Wristband.PatchUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.WristbandPatchUserInput{
		FamilyName: rekey.Value("Rowe"),
		Nickname:   rekey.Value("Mouse"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_PatchUser_email() {
	answer, err := client.Wristband.PatchUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.WristbandPatchUserInput{
		Email:         rekey.Ptr("alice@example.org"),
		EmailVerified: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_PatchUser_deactivate() {
	answer, err := client.Wristband.PatchUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.WristbandPatchUserInput{
		Status: rekey.Ptr(rekey.WristbandUserStatusINACTIVE),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_QueryApplicationUsers() {
	answer, err := client.Wristband.QueryApplicationUsers(ctx, "01hq3k9v5x7e2m4n8p6r1s0t9w", &rekey.WristbandQueryApplicationUsersParams{
		Query:      rekey.Ptr("email eq \"alice@example.com\""),
		StartIndex: rekey.Ptr(int32(1)),
		Count:      rekey.Ptr(int32(50)),
		SortBy:     rekey.Ptr("email:asc"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_QueryTenantUsers() {
	answer, err := client.Wristband.QueryTenantUsers(ctx, "01hq3kad3svktnkwp31fmt4bee", &rekey.WristbandQueryTenantUsersParams{
		Query:      rekey.Ptr("email eq \"alice@example.com\""),
		StartIndex: rekey.Ptr(int32(1)),
		Count:      rekey.Ptr(int32(50)),
		SortBy:     rekey.Ptr("email:asc"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_RequestPasswordReset_inTenant() {
	answer, err := client.Wristband.RequestPasswordReset(ctx, rekey.WristbandPasswordResetRequestInput{
		ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
		Email:         "alice@example.com",
		TenantID:      rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_RequestPasswordReset_inDefaultTenant() {
	answer, err := client.Wristband.RequestPasswordReset(ctx, rekey.WristbandPasswordResetRequestInput{
		ApplicationID: "01hq3k9v5x7e2m4n8p6r1s0t9w",
		Email:         "alice@example.com",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_ResetPassword_emailLink() {
	answer, err := client.Wristband.ResetPassword(ctx, rekey.WristbandResetPasswordInput{
		EmailAuthCode: rekey.Value(rekey.Secret("bbMchBnVwIY7F6ffl5Vu9NblzMLFRamU")),
		NewPassword:   "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_ResetPassword_otp() {
	answer, err := client.Wristband.ResetPassword(ctx, rekey.WristbandResetPasswordInput{
		RequestCode:      rekey.Value(rekey.Secret("XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y")),
		VerificationCode: rekey.Value(rekey.Secret("402917")),
		NewPassword:      "seven quiet rivers run north",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_ResetPassword_createdLink() {
	answer, err := client.Wristband.ResetPassword(ctx, rekey.WristbandResetPasswordInput{
		PasswordResetCode:            rekey.Value(rekey.Secret("h6ZCGSQeGPIbI9ZtJ-_7BbYYvzlW74_i")),
		NewPassword:                  "seven quiet rivers run north",
		SuppressPasswordUpdatedEmail: rekey.Value(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_RevokeRefreshToken() {
	err := client.Wristband.RevokeRefreshToken(ctx, "0192f3a4-7c11-7a52-8b3d-5e6f708192a3")
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_RevokeToken_basic() {
	err := client.Wristband.RevokeToken(ctx, rekey.WristbandTokenRevocationInput{
		Token:         "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
		TokenTypeHint: rekey.Ptr("refresh_token"),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_RevokeToken_clientInForm() {
	err := client.Wristband.RevokeToken(ctx, rekey.WristbandTokenRevocationInput{
		Token:        "Zk3mQ8vT1xYb6Rn0LwHs5PcD7uJe2GfA9oKiXtVrNyM",
		ClientID:     rekey.Ptr("0192f3a4-4444-7d8e-9f01-23456789abcd"),
		ClientSecret: rekey.Ptr(rekey.Secret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA")),
	})
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleWristbandService_SendPasswordResetEmail_user() {
	answer, err := client.Wristband.SendPasswordResetEmail(ctx, rekey.WristbandPasswordResetEmailInput{
		UserID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleWristbandService_VerifyCode_otp() {
	answer, err := client.Wristband.VerifyCode(ctx, rekey.WristbandVerificationCodeInput{
		RequestCode:      "XF-N5rRHe9ndclPlWm5ykNwxkf8lD44y",
		VerificationCode: "402917",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_AddHumanUser_verified() {
	answer, err := client.Zitadel.AddHumanUser(ctx, rekey.ZitadelAddHumanUserInput{
		UserID:   rekey.Ptr("carol-1"),
		Username: rekey.Ptr("carol"),
		Organization: rekey.Value(rekey.ZitadelOrganization{
			OrgID: rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		}),
		Profile: rekey.ZitadelSetHumanProfile{
			GivenName:         "Carol",
			FamilyName:        "Shaw",
			NickName:          rekey.Ptr("caz"),
			PreferredLanguage: rekey.Ptr("en"),
			Gender:            rekey.Ptr(rekey.ZitadelGenderGENDERFEMALE),
		},
		Email: rekey.ZitadelSetHumanEmail{
			Email:      "carol@example.com",
			IsVerified: rekey.Value(true),
		},
		Phone: rekey.Value(rekey.ZitadelSetHumanPhone{
			Phone:      rekey.Ptr("+12025550144"),
			IsVerified: rekey.Value(true),
		}),
		Password: rekey.Value(rekey.ZitadelOptionalPassword{
			Password:       "violet otters paddle at noon",
			ChangeRequired: rekey.Ptr(true),
		}),
		Metadata: &[]rekey.ZitadelUserMetadata{{
			Key:   "costCentre",
			Value: []byte("4711"),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_AddHumanUser_returnCode() {
	answer, err := client.Zitadel.AddHumanUser(ctx, rekey.ZitadelAddHumanUserInput{
		UserID:   rekey.Ptr("carol-1"),
		Username: rekey.Ptr("carol"),
		Organization: rekey.Value(rekey.ZitadelOrganization{
			OrgID: rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		}),
		Profile: rekey.ZitadelSetHumanProfile{
			GivenName:  "Carol",
			FamilyName: "Shaw",
		},
		Email: rekey.ZitadelSetHumanEmail{
			Email:      "carol@example.com",
			ReturnCode: &rekey.ZitadelReturnEmailVerificationCode{},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateInviteCode_sendCode() {
	answer, err := client.Zitadel.CreateInviteCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelCreateInviteCodeInput{
		SendCode: rekey.Value(rekey.ZitadelSendInviteCode{
			URLTemplate:     rekey.Ptr("https://app.example.com/user/invite?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"),
			ApplicationName: rekey.Ptr("Customer Portal"),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateInviteCode_returnCode() {
	answer, err := client.Zitadel.CreateInviteCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelCreateInviteCodeInput{
		ReturnCode: rekey.Value(rekey.ZitadelReturnInviteCode{}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateSession_loginName() {
	answer, err := client.Zitadel.CreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				LoginName: rekey.Value("alice"),
			},
			Password: &rekey.ZitadelCheckPassword{
				Password: "correct horse battery staple",
			},
		},
		Lifetime: rekey.Ptr("18000s"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateSession_userId() {
	answer, err := client.Zitadel.CreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				UserID: rekey.Value("0192f3a4-1111-7d8e-9f01-23456789abcd"),
			},
			Password: &rekey.ZitadelCheckPassword{
				Password: "correct horse battery staple",
			},
		},
		Metadata: &rekey.ZitadelMetadata{
			"device": []byte("tablet"),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateSession_loginPage() {
	answer, err := client.Zitadel.CreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				LoginName: rekey.Value("alice"),
			},
			Password: &rekey.ZitadelCheckPassword{
				Password: "correct horse battery staple",
			},
		},
		UserAgent: rekey.Value(rekey.ZitadelUserAgent{
			FingerprintID: rekey.Value("5c9f2b1e-3d4a-4f6b-8e7c-1a2b3c4d5e6f"),
			IP:            rekey.Value("203.0.113.7"),
			Description:   rekey.Value("Firefox on Linux"),
			Header: &rekey.ZitadelUserAgentHeaders{
				"user-agent": {
					Values: &[]string{"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"},
				},
			},
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateSession_mailedCode() {
	answer, err := client.Zitadel.CreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				LoginName: rekey.Value("alice"),
			},
			Password: &rekey.ZitadelCheckPassword{
				Password: "correct horse battery staple",
			},
		},
		Challenges: rekey.Value(rekey.ZitadelRequestChallenges{
			OtpEmail: rekey.Value(rekey.ZitadelChallengeOTPEmail{}),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateSession_returnedCode() {
	answer, err := client.Zitadel.CreateSession(ctx, rekey.ZitadelCreateSessionInput{
		Checks: &rekey.ZitadelChecks{
			User: &rekey.ZitadelCheckUser{
				UserID: rekey.Value("0192f3a4-1111-7d8e-9f01-23456789abcd"),
			},
		},
		Challenges: rekey.Value(rekey.ZitadelRequestChallenges{
			OtpEmail: rekey.Value(rekey.ZitadelChallengeOTPEmail{
				ReturnCode: rekey.Value(rekey.ZitadelReturnChallengeCode{}),
			}),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateUser_verified() {
	answer, err := client.Zitadel.CreateUser(ctx, rekey.ZitadelCreateUserInput{
		OrganizationID: "01hq3kad3svktnkwp31fmt4bee",
		UserID:         rekey.Ptr("carol-1"),
		Username:       rekey.Ptr("carol"),
		Human: rekey.ZitadelCreateUserHuman{
			Profile: rekey.ZitadelSetHumanProfile{
				GivenName:         "Carol",
				FamilyName:        "Shaw",
				NickName:          rekey.Ptr("caz"),
				PreferredLanguage: rekey.Ptr("en"),
				Gender:            rekey.Ptr(rekey.ZitadelGenderGENDERFEMALE),
			},
			Email: rekey.ZitadelSetHumanEmail{
				Email:      "carol@example.com",
				IsVerified: rekey.Value(true),
			},
			Phone: rekey.Value(rekey.ZitadelSetHumanPhone{
				Phone:      rekey.Ptr("+12025550144"),
				IsVerified: rekey.Value(true),
			}),
			Password: rekey.Value(rekey.ZitadelOptionalPassword{
				Password:       "violet otters paddle at noon",
				ChangeRequired: rekey.Ptr(true),
			}),
			Metadata: &[]rekey.ZitadelUserMetadata{{
				Key:   "costCentre",
				Value: []byte("4711"),
			}},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_CreateUser_returnCode() {
	answer, err := client.Zitadel.CreateUser(ctx, rekey.ZitadelCreateUserInput{
		OrganizationID: "01hq3kad3svktnkwp31fmt4bee",
		UserID:         rekey.Ptr("carol-1"),
		Username:       rekey.Ptr("carol"),
		Human: rekey.ZitadelCreateUserHuman{
			Profile: rekey.ZitadelSetHumanProfile{
				GivenName:  "Carol",
				FamilyName: "Shaw",
			},
			Email: rekey.ZitadelSetHumanEmail{
				Email:      "carol@example.com",
				ReturnCode: &rekey.ZitadelReturnEmailVerificationCode{},
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_DeactivateUser_empty() {
	answer, err := client.Zitadel.DeactivateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelDeactivateUserInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_DeleteSession() {
	answer, err := client.Zitadel.DeleteSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", &rekey.ZitadelDeleteSessionParams{
		SessionToken: rekey.Ptr(rekey.Secret("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_DeleteUser() {
	answer, err := client.Zitadel.DeleteUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetKeys() {
	answer, err := client.Zitadel.GetKeys(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetLockoutSettings() {
	answer, err := client.Zitadel.GetLockoutSettings(ctx, &rekey.ZitadelGetLockoutSettingsParams{
		CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		CtxInstance: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetLoginSettings() {
	answer, err := client.Zitadel.GetLoginSettings(ctx, &rekey.ZitadelGetLoginSettingsParams{
		CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		CtxInstance: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetOpenidConfiguration() {
	answer, err := client.Zitadel.GetOpenidConfiguration(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetPasswordComplexitySettings() {
	answer, err := client.Zitadel.GetPasswordComplexitySettings(ctx, &rekey.ZitadelGetPasswordComplexitySettingsParams{
		CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		CtxInstance: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetPasswordExpirySettings() {
	answer, err := client.Zitadel.GetPasswordExpirySettings(ctx, &rekey.ZitadelGetPasswordExpirySettingsParams{
		CtxOrgID:    rekey.Ptr("01hq3kad3svktnkwp31fmt4bee"),
		CtxInstance: rekey.Ptr(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetSession() {
	answer, err := client.Zitadel.GetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", &rekey.ZitadelGetSessionParams{
		SessionToken: rekey.Ptr(rekey.Secret("rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetToken_clientCredentials() {
	answer, err := client.Zitadel.GetToken(ctx, rekey.ZitadelTokenInput{
		GrantType: "client_credentials",
		Scope:     rekey.Ptr("openid urn:zitadel:iam:org:project:id:zitadel:aud"),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetToken_clientInForm() {
	answer, err := client.Zitadel.GetToken(ctx, rekey.ZitadelTokenInput{
		GrantType:    "client_credentials",
		ClientID:     rekey.Ptr("0192f3a4-4444-7d8e-9f01-23456789abcd"),
		ClientSecret: rekey.Ptr(rekey.Secret("Hq7mT2xRvB9cKp4WnL6sYf1ZdJ8gEaU3oXiQtCy5MwA")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetToken_jwtBearer() {
	answer, err := client.Zitadel.GetToken(ctx, rekey.ZitadelTokenInput{
		GrantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
		Scope:     rekey.Ptr("openid urn:zitadel:iam:org:project:id:zitadel:aud"),
		Assertion: rekey.Ptr(rekey.Secret("eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCIsImtpZCI6IjE2Mzg0MDc3NjgzNTQzMjM0NSJ9.eyJpc3MiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJzdWIiOiIxNjM4NDA3NzY4MzU0MzI3MDUiLCJhdWQiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIiwiaWF0IjoxNzcyNzQ0NDAwLCJleHAiOjE3NzI3NDgwMDB9.Yi6RtKq4LWuaOD_keYCm7yCR4NkgLr0itC-ntg_Ax4M2Zbqj3Dro8H4TaOTNGH_GVNTUvkiwOOLyG5NCgQWDCg")),
	}, rekey.WithClientCredentials(clientID, clientSecret))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_GetUserByID() {
	answer, err := client.Zitadel.GetUserByID(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListAuthenticationMethodTypes() {
	answer, err := client.Zitadel.ListAuthenticationMethodTypes(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListSessions_ofUser() {
	answer, err := client.Zitadel.ListSessions(ctx, rekey.ZitadelListSessionsInput{
		Query: &rekey.ZitadelListQuery{
			Offset: rekey.Ptr("0"),
			Limit:  rekey.Ptr(int32(20)),
			Asc:    rekey.Ptr(true),
		},
		Queries: &[]rekey.ZitadelSearchQuery{{
			UserIDQuery: rekey.Value(rekey.ZitadelUserIDQuery{
				ID: "0192f3a4-1111-7d8e-9f01-23456789abcd",
			}),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListSessions_byIds() {
	answer, err := client.Zitadel.ListSessions(ctx, rekey.ZitadelListSessionsInput{
		Queries: &[]rekey.ZitadelSearchQuery{{
			IdsQuery: rekey.Value(rekey.ZitadelIDsQuery{
				Ids: []string{"0192f3a4-9d01-7b2c-8e3f-456789abcdef"},
			}),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListUsers_byEmail() {
	answer, err := client.Zitadel.ListUsers(ctx, rekey.ZitadelListUsersInput{
		Queries: &[]rekey.ZitadelUserSearchQuery{{
			EmailQuery: rekey.Value(rekey.ZitadelEmailQuery{
				EmailAddress: "alice@example.com",
				Method:       rekey.Ptr(rekey.ZitadelTextQueryMethodTEXTQUERYMETHODEQUALSIGNORECASE),
			}),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListUsers_byLoginName() {
	answer, err := client.Zitadel.ListUsers(ctx, rekey.ZitadelListUsersInput{
		Query: &rekey.ZitadelListQuery{
			Offset: rekey.Ptr("0"),
			Limit:  rekey.Ptr(int32(1)),
			Asc:    rekey.Ptr(true),
		},
		SortingColumn: rekey.Ptr(rekey.ZitadelUserFieldNameUSERFIELDNAMEUSERNAME),
		Queries: &[]rekey.ZitadelUserSearchQuery{{
			LoginNameQuery: rekey.Value(rekey.ZitadelLoginNameQuery{
				LoginName: "alice",
			}),
		}, {
			OrganizationIDQuery: rekey.Value(rekey.ZitadelOrganizationIDQuery{
				OrganizationID: "01hq3kad3svktnkwp31fmt4bee",
			}),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ListUsers_combined() {
	answer, err := client.Zitadel.ListUsers(ctx, rekey.ZitadelListUsersInput{
		Queries: &[]rekey.ZitadelUserSearchQuery{{
			OrganizationIDQuery: rekey.Value(rekey.ZitadelOrganizationIDQuery{
				OrganizationID: "01hq3kad3svktnkwp31fmt4bee",
			}),
		}, {
			OrQuery: rekey.Value(rekey.ZitadelOrQuery{
				Queries: []rekey.ZitadelUserSearchQuery{{
					UserNameQuery: rekey.Value(rekey.ZitadelUserNameQuery{
						UserName: "ALI",
						Method:   rekey.Ptr(rekey.ZitadelTextQueryMethodTEXTQUERYMETHODSTARTSWITHIGNORECASE),
					}),
				}, {
					InUserEmailsQuery: rekey.Value(rekey.ZitadelInUserEmailsQuery{
						UserEmails: []string{"alice@example.com"},
					}),
				}},
			}),
		}, {
			NotQuery: rekey.Value(rekey.ZitadelNotQuery{
				Query: &rekey.ZitadelUserSearchQuery{
					StateQuery: rekey.Value(rekey.ZitadelUserStateQuery{
						State: rekey.ZitadelUserStateUSERSTATELOCKED,
					}),
				},
			}),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_LockUser_empty() {
	answer, err := client.Zitadel.LockUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelLockUserInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_PasswordReset_defaultMail() {
	answer, err := client.Zitadel.PasswordReset(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelPasswordResetInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_PasswordReset_sendLink() {
	answer, err := client.Zitadel.PasswordReset(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelPasswordResetInput{
		SendLink: rekey.Value(rekey.ZitadelSendPasswordResetLink{
			NotificationType: rekey.Ptr(rekey.ZitadelNotificationTypeNOTIFICATIONTYPEEmail),
			URLTemplate:      rekey.Ptr("https://app.example.com/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_PasswordReset_sendLinkBySms() {
	answer, err := client.Zitadel.PasswordReset(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelPasswordResetInput{
		SendLink: rekey.Value(rekey.ZitadelSendPasswordResetLink{
			NotificationType: rekey.Ptr(rekey.ZitadelNotificationTypeNOTIFICATIONTYPESMS),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_PasswordReset_returnCode() {
	answer, err := client.Zitadel.PasswordReset(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelPasswordResetInput{
		ReturnCode: rekey.Value(rekey.ZitadelReturnPasswordResetCode{}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ReactivateUser_empty() {
	answer, err := client.Zitadel.ReactivateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelReactivateUserInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ResendEmailCode_sendCode() {
	answer, err := client.Zitadel.ResendEmailCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelResendEmailCodeInput{
		SendCode: rekey.Value(rekey.ZitadelSendEmailVerificationCode{}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ResendEmailCode_returnCode() {
	answer, err := client.Zitadel.ResendEmailCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelResendEmailCodeInput{
		ReturnCode: &rekey.ZitadelReturnEmailVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ResendInviteCode_empty() {
	answer, err := client.Zitadel.ResendInviteCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelResendInviteCodeInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ResendPhoneCode_sendCode() {
	answer, err := client.Zitadel.ResendPhoneCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelResendPhoneCodeInput{
		SendCode: &rekey.ZitadelSendPhoneVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_ResendPhoneCode_returnCode() {
	answer, err := client.Zitadel.ResendPhoneCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelResendPhoneCodeInput{
		ReturnCode: &rekey.ZitadelReturnPhoneVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetEmail_sendCode() {
	answer, err := client.Zitadel.SetEmail(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetEmailInput{
		Email: "alice.new@example.com",
		SendCode: rekey.Value(rekey.ZitadelSendEmailVerificationCode{
			URLTemplate: rekey.Ptr("https://app.example.com/verify?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetEmail_returnCode() {
	answer, err := client.Zitadel.SetEmail(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetEmailInput{
		Email:      "alice.new@example.com",
		ReturnCode: &rekey.ZitadelReturnEmailVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetEmail_verified() {
	answer, err := client.Zitadel.SetEmail(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetEmailInput{
		Email:      "alice.new@example.com",
		IsVerified: rekey.Value(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPassword_withCode() {
	answer, err := client.Zitadel.SetPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPasswordInput{
		NewPassword: rekey.ZitadelPassword{
			Password: "violet otters paddle at noon",
		},
		VerificationCode: rekey.Value(rekey.Secret("k3VbQ9tXw2RmZ7pLc8Hn")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPassword_withCurrentPassword() {
	answer, err := client.Zitadel.SetPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPasswordInput{
		NewPassword: rekey.ZitadelPassword{
			Password: "violet otters paddle at noon",
		},
		CurrentPassword: rekey.Value(rekey.Secret("correct horse battery staple")),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPassword_byAdministrator() {
	answer, err := client.Zitadel.SetPassword(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPasswordInput{
		NewPassword: rekey.ZitadelPassword{
			Password:       "violet otters paddle at noon",
			ChangeRequired: rekey.Ptr(true),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPhone_sendCode() {
	answer, err := client.Zitadel.SetPhone(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPhoneInput{
		Phone:    "+12025550187",
		SendCode: &rekey.ZitadelSendPhoneVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPhone_returnCode() {
	answer, err := client.Zitadel.SetPhone(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPhoneInput{
		Phone:      "+12025550187",
		ReturnCode: &rekey.ZitadelReturnPhoneVerificationCode{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetPhone_verified() {
	answer, err := client.Zitadel.SetPhone(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelSetPhoneInput{
		Phone:      "+12025550187",
		IsVerified: rekey.Value(true),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetSession_password() {
	answer, err := client.Zitadel.SetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", rekey.ZitadelSetSessionInput{
		Checks: &rekey.ZitadelChecks{
			Password: &rekey.ZitadelCheckPassword{
				Password: "correct horse battery staple",
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetSession_lifetime() {
	answer, err := client.Zitadel.SetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", rekey.ZitadelSetSessionInput{
		Lifetime: rekey.Ptr("3600s"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetSession_mailedCode() {
	answer, err := client.Zitadel.SetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", rekey.ZitadelSetSessionInput{
		Checks: &rekey.ZitadelChecks{
			OtpEmail: rekey.Value(rekey.ZitadelCheckOTPEmail{
				Code: "517204",
			}),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_SetSession_smsCode() {
	answer, err := client.Zitadel.SetSession(ctx, "0192f3a4-9d01-7b2c-8e3f-456789abcdef", rekey.ZitadelSetSessionInput{
		Challenges: rekey.Value(rekey.ZitadelRequestChallenges{
			OtpSms: rekey.Value(rekey.ZitadelChallengeOTPSMS{}),
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_UnlockUser_empty() {
	answer, err := client.Zitadel.UnlockUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelUnlockUserInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_UpdateUser_password() {
	answer, err := client.Zitadel.UpdateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelUpdateUserInput{
		Human: rekey.Value(rekey.ZitadelUpdateUserHuman{
			Password: &rekey.ZitadelSetHumanPassword{
				Password: rekey.Value(rekey.ZitadelOptionalPassword{
					Password: "violet otters paddle at noon",
				}),
				CurrentPassword: rekey.Value(rekey.Secret("correct horse battery staple")),
			},
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_UpdateUser_everything() {
	answer, err := client.Zitadel.UpdateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelUpdateUserInput{
		Username: rekey.Value("alice.l"),
		Human: rekey.Value(rekey.ZitadelUpdateUserHuman{
			Profile: &rekey.ZitadelUpdateHumanProfile{
				FamilyName: rekey.Ptr("Liddell"),
			},
			Email: &rekey.ZitadelSetHumanEmail{
				Email:      "alice.l@example.com",
				IsVerified: rekey.Value(true),
			},
			Phone: rekey.Value(rekey.ZitadelSetHumanPhone{}),
			Password: &rekey.ZitadelSetHumanPassword{
				Password: rekey.Value(rekey.ZitadelOptionalPassword{
					Password: "violet otters paddle at noon",
				}),
			},
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_UpdateUser_hashedPassword() {
	answer, err := client.Zitadel.UpdateUser(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelUpdateUserInput{
		Human: rekey.Value(rekey.ZitadelUpdateUserHuman{
			Password: &rekey.ZitadelSetHumanPassword{
				HashedPassword: rekey.Value(rekey.ZitadelHashedPassword{
					Hash:           "$2b$12$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO",
					ChangeRequired: rekey.Ptr(true),
				}),
			},
		}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_VerifyEmail_code() {
	answer, err := client.Zitadel.VerifyEmail(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelVerifyEmailInput{
		VerificationCode: "r9YdMn4WcKx7TqLb2VgZ",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_VerifyInviteCode_code() {
	answer, err := client.Zitadel.VerifyInviteCode(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelVerifyInviteCodeInput{
		VerificationCode: "w7HnC2vKq9TzR4mXb5Ld",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

func ExampleZitadelService_VerifyPhone_code() {
	answer, err := client.Zitadel.VerifyPhone(ctx, "0192f3a4-1111-7d8e-9f01-23456789abcd", rekey.ZitadelVerifyPhoneInput{
		VerificationCode: "r9YdMn4WcKx7TqLb2VgZ",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}
