import { Api, RekeyTicketDelivery, RekeyTicketMedium } from "./client/Api";
import type { HttpResponse } from "./client/Api";
import { drive, url } from "./journeys";
import type { Refusal } from "./journeys";

const { api, v1, v2 } = new Api({ baseUrl: url });
const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

void drive({
  boomiReset: async (body) => (await api.boomiResetPassword(body)).data,
  boomiLogin: async (body) => (await api.boomiAuthenticate(body)).data.accessToken,
  entrustToken: async (body) => (await api.entrustAuthenticateAdminApiUsingPost(body)).data.authToken,
  entrustSet: (token, userid, body) => api.entrustSetUserPasswordUsingPut(userid, body, as(token)),
  entrustValidate: async (token, userid, body) => (await api.entrustValidateUserPasswordUsingPost(userid, body, as(token))).data.length,
  wristbandToken: async (body) => (await api.wristbandGetToken(body)).data.access_token,
  wristbandLink: async (token, body) => (await api.wristbandCreatePasswordResetLink(body, as(token))).data.passwordResetCode,
  wristbandReset: async (token, body) => (await api.wristbandResetPassword(body, as(token))).data.result,
  zitadelCode: async (token, userId, body) => (await v2.zitadelPasswordReset(userId, body, as(token))).data.verificationCode,
  zitadelSet: (token, userId, body) => v2.zitadelSetPassword(userId, body, as(token)),
  zitadelSession: async (token, body) => (await v2.zitadelCreateSession(body, as(token))).data.sessionId,
  ticket: async (token, { userId }) =>
    (await v1.rekeyCreateTicket({ userId, medium: RekeyTicketMedium.Link, deliver: RekeyTicketDelivery.Return }, as(token))).data.proof?.ticket,
  redeem: (body) => v1.rekeyRedeemTicket(body),
  refused: async (body) => v1.rekeyRedeemTicket(body).then(() => ({ code: "none" }), (answer: HttpResponse<unknown, Refusal>) => answer.error),
  // It reads no file by itself: the answer is still to be read.
  events: async (token) => (await v1.rekeyExportEvents({}, as(token))).text(),
});
