import * as api from "./client";
import { drive, url } from "./journeys";

const anonymous = new api.Configuration({ basePath: url });
const as = (accessToken: string) => new api.Configuration({ basePath: url, accessToken });
// The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
const asEntrust = (apiKey: string) => new api.Configuration({ basePath: url, apiKey });

void drive({
  boomiReset: (boomiPasswordModel) => new api.BoomiPasswordApi(anonymous).boomiResetPassword({ boomiPasswordModel }),
  boomiLogin: async (boomiLoginModel) => (await new api.BoomiUsersApi(anonymous).boomiAuthenticate({ boomiLoginModel })).accessToken,
  entrustToken: async (entrustAdminApiAuthentication) =>
    (await new api.EntrustAdminAuthenticationApi(anonymous).entrustAuthenticateAdminApiUsingPOST({ entrustAdminApiAuthentication })).authToken,
  entrustSet: (token, userid, entrustUserPasswordParms) =>
    new api.EntrustPasswordsApi(asEntrust(token)).entrustSetUserPasswordUsingPUT({ userid, entrustUserPasswordParms }),
  entrustValidate: async (token, userid, entrustUserPasswordValidateParms) =>
    (await new api.EntrustPasswordsApi(asEntrust(token)).entrustValidateUserPasswordUsingPOST({ userid, entrustUserPasswordValidateParms })).length,
  wristbandToken: async (body) => {
    const form = { grantType: body.grant_type, clientId: body.client_id, clientSecret: body.client_secret };
    return (await new api.WristbandOAuthApi(anonymous).wristbandGetToken(form)).accessToken;
  },
  wristbandLink: async (token, wristbandPasswordResetLinkInput) =>
    (await new api.WristbandPasswordResetApi(as(token)).wristbandCreatePasswordResetLink({ wristbandPasswordResetLinkInput })).passwordResetCode,
  wristbandReset: async (token, wristbandResetPasswordInput) =>
    (await new api.WristbandPasswordResetApi(as(token)).wristbandResetPassword({ wristbandResetPasswordInput })).result,
  zitadelCode: async (token, userId, zitadelPasswordResetInput) =>
    (await new api.ZitadelPasswordsApi(as(token)).zitadelPasswordReset({ userId, zitadelPasswordResetInput })).verificationCode,
  zitadelSet: (token, userId, zitadelSetPasswordInput) =>
    new api.ZitadelPasswordsApi(as(token)).zitadelSetPassword({ userId, zitadelSetPasswordInput }),
  zitadelSession: async (token, zitadelCreateSessionInput) =>
    (await new api.ZitadelSessionsApi(as(token)).zitadelCreateSession({ zitadelCreateSessionInput })).sessionId,
  ticket: async (token, rekeyTicketCreation) => (await new api.RekeyTicketsApi(as(token)).rekeyCreateTicket({ rekeyTicketCreation })).proof?.ticket,
  redeem: (rekeyTicketRedemption) => new api.RekeyTicketsApi(anonymous).rekeyRedeemTicket({ rekeyTicketRedemption }),
  refused: (rekeyTicketRedemption) =>
    new api.RekeyTicketsApi(anonymous).rekeyRedeemTicket({ rekeyTicketRedemption }).then(
      () => ({ code: "none" }),
      async (error: api.ResponseError) => api.RekeyProblemFromJSON(await error.response.json()),
    ),
  events: async (token) => (await new api.RekeyEventsApi(as(token)).rekeyExportEvents()).text(),
});
