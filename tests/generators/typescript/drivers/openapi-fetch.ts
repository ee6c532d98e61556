import createClient from "openapi-fetch";
import type { paths } from "./client/schema";
import { drive, url } from "./journeys";

const api = createClient<paths>({ baseUrl: url });
const as = (token: string) => ({ Authorization: `Bearer ${token}` });

async function data<T, E>(answer: Promise<{ data?: T; error?: E }>): Promise<T> {
  const { data, error } = await answer;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

void drive({
  boomiReset: (body) => data(api.POST("/api/Password/resetPassword", { body })),
  boomiLogin: async (body) => (await data(api.POST("/api/Users/authenticate", { body }))).accessToken,
  entrustToken: async (body) => (await data(api.POST("/api/web/v1/adminapi/authenticate", { body }))).authToken,
  entrustSet: (token, userid, body) =>
    data(api.PUT("/api/web/v1/users/{userid}/passwords", { params: { path: { userid } }, headers: as(token), body })),
  entrustValidate: async (token, userid, body) =>
    (await data(api.POST("/api/web/v1/users/{userid}/password/validate", { params: { path: { userid } }, headers: as(token), body }))).length,
  wristbandToken: async (body) =>
    (await data(api.POST("/api/v1/oauth2/token", { body, headers: { "Content-Type": "application/x-www-form-urlencoded" } }))).access_token,
  wristbandLink: async (token, body) =>
    (await data(api.POST("/api/v1/password-reset/create-password-reset-link", { headers: as(token), body }))).passwordResetCode,
  wristbandReset: async (token, body) => (await data(api.POST("/api/v1/password-reset/reset-password", { headers: as(token), body }))).result,
  zitadelCode: async (token, userId, body) =>
    (await data(api.POST("/v2/users/{userId}/password_reset", { params: { path: { userId } }, headers: as(token), body }))).verificationCode,
  zitadelSet: (token, userId, body) =>
    data(api.POST("/v2/users/{userId}/password", { params: { path: { userId } }, headers: as(token), body })),
  zitadelSession: async (token, body) => (await data(api.POST("/v2/sessions", { headers: as(token), body }))).sessionId,
  ticket: async (token, body) => (await data(api.POST("/v1/tickets", { headers: as(token), body }))).proof?.ticket,
  redeem: (body) => data(api.POST("/v1/tickets/redeem", { body })),
  refused: async (body) => (await api.POST("/v1/tickets/redeem", { body })).error ?? { code: "none" },
  events: (token) => data(api.GET("/v1/events/export", { headers: as(token), parseAs: "text" })) as Promise<string>,
});
