import type { AxiosError } from "axios";
import * as api from "./client";
import { drive, url } from "./journeys";
import type { Refusal } from "./journeys";

const anonymous = new api.Configuration({ basePath: url });
const as = (accessToken: string) => new api.Configuration({ basePath: url, accessToken });
// The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
const asEntrust = (apiKey: string) => new api.Configuration({ basePath: url, apiKey });

void drive({
  boomiReset: async (body) => (await new api.BoomiPasswordApi(anonymous).boomiResetPassword(body)).data,
  boomiLogin: async (body) => (await new api.BoomiUsersApi(anonymous).boomiAuthenticate(body)).data.accessToken,
  entrustToken: async (body) => (await new api.EntrustAdminAuthenticationApi(anonymous).entrustAuthenticateAdminApiUsingPOST(body)).data.authToken,
  entrustSet: (token, userid, body) => new api.EntrustPasswordsApi(asEntrust(token)).entrustSetUserPasswordUsingPUT(userid, body),
  entrustValidate: async (token, userid, body) =>
    (await new api.EntrustPasswordsApi(asEntrust(token)).entrustValidateUserPasswordUsingPOST(userid, body)).data.length,
  wristbandToken: async ({ grant_type, client_id, client_secret }) =>
    (await new api.WristbandOAuthApi(anonymous).wristbandGetToken(grant_type, undefined, undefined, client_id, client_secret)).data.access_token,
  wristbandLink: async (token, body) => (await new api.WristbandPasswordResetApi(as(token)).wristbandCreatePasswordResetLink(body)).data.passwordResetCode,
  wristbandReset: async (token, body) => (await new api.WristbandPasswordResetApi(as(token)).wristbandResetPassword(body)).data.result,
  zitadelCode: async (token, userId, body) => (await new api.ZitadelPasswordsApi(as(token)).zitadelPasswordReset(userId, body)).data.verificationCode,
  zitadelSet: (token, userId, body) => new api.ZitadelPasswordsApi(as(token)).zitadelSetPassword(userId, body),
  zitadelSession: async (token, body) => (await new api.ZitadelSessionsApi(as(token)).zitadelCreateSession(body)).data.sessionId,
  ticket: async (token, body) => (await new api.RekeyTicketsApi(as(token)).rekeyCreateTicket(body)).data.proof?.ticket,
  redeem: (body) => new api.RekeyTicketsApi(anonymous).rekeyRedeemTicket(body),
  refused: (body) =>
    new api.RekeyTicketsApi(anonymous).rekeyRedeemTicket(body).then(() => ({ code: "none" }), (error: AxiosError<Refusal>) => error.response!.data),
  // Its type is a File, as browsers take it; in Node axios has the text instead.
  events: async (token) => String((await new api.RekeyEventsApi(as(token)).rekeyExportEvents()).data),
});
