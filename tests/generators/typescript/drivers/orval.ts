import axios from "axios";
import type { AxiosError } from "axios";
import * as api from "./client/client";
import { drive, url } from "./journeys";
import type { Refusal } from "./journeys";

axios.defaults.baseURL = url;
const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

void drive({
  boomiReset: async (body) => (await api.boomiResetPassword(body)).data,
  boomiLogin: async (body) => (await api.boomiAuthenticate(body)).data.accessToken,
  entrustToken: async (body) => (await api.entrustAuthenticateAdminApiUsingPOST(body)).data.authToken,
  entrustSet: (token, userid, body) => api.entrustSetUserPasswordUsingPUT(userid, body, as(token)),
  entrustValidate: async (token, userid, body) => (await api.entrustValidateUserPasswordUsingPOST(userid, body, as(token))).data.length,
  wristbandToken: async (body) => (await api.wristbandGetToken(body)).data.access_token,
  wristbandLink: async (token, body) => (await api.wristbandCreatePasswordResetLink(body, as(token))).data.passwordResetCode,
  wristbandReset: async (token, body) => (await api.wristbandResetPassword(body, as(token))).data.result,
  zitadelCode: async (token, userId, body) => (await api.zitadelPasswordReset(userId, body, as(token))).data.verificationCode,
  zitadelSet: (token, userId, body) => api.zitadelSetPassword(userId, body, as(token)),
  zitadelSession: async (token, body) => (await api.zitadelCreateSession(body, as(token))).data.sessionId,
  ticket: async (token, body) => (await api.rekeyCreateTicket(body, as(token))).data.proof?.ticket,
  redeem: (body) => api.rekeyRedeemTicket(body),
  refused: async (body) => api.rekeyRedeemTicket(body).then(() => ({ code: "none" }), (error: AxiosError<Refusal>) => error.response!.data),
  // Its type is a Blob, as browsers take it; in Node axios has the text instead.
  events: async (token) => new Response((await api.rekeyExportEvents({}, as(token))).data).text(),
});
