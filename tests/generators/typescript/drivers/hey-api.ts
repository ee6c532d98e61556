import * as sdk from "./client";
import { client } from "./client/client.gen";
import { drive, url } from "./journeys";

client.setConfig({ baseUrl: url, throwOnError: true });

const data = async <T>(answer: Promise<{ data: T }>): Promise<NonNullable<T>> => (await answer).data as NonNullable<T>;
const throwOnError = true;

void drive({
  boomiReset: (body) => data(sdk.boomiResetPassword({ body, throwOnError })),
  boomiLogin: async (body) => (await data(sdk.boomiAuthenticate({ body, throwOnError }))).accessToken,
  entrustToken: async (body) => (await data(sdk.entrustAuthenticateAdminApiUsingPost({ body, throwOnError }))).authToken,
  entrustSet: (auth, userid, body) => sdk.entrustSetUserPasswordUsingPut({ path: { userid }, body, auth, throwOnError }),
  entrustValidate: async (auth, userid, body) =>
    (await data(sdk.entrustValidateUserPasswordUsingPost({ path: { userid }, body, auth, throwOnError }))).length,
  wristbandToken: async (body) => (await data(sdk.wristbandGetToken({ body, throwOnError }))).access_token,
  wristbandLink: async (auth, body) => (await data(sdk.wristbandCreatePasswordResetLink({ body, auth, throwOnError }))).passwordResetCode,
  wristbandReset: async (auth, body) => (await data(sdk.wristbandResetPassword({ body, auth, throwOnError }))).result,
  zitadelCode: async (auth, userId, body) =>
    (await data(sdk.zitadelPasswordReset({ path: { userId }, body, auth, throwOnError }))).verificationCode,
  zitadelSet: (auth, userId, body) => sdk.zitadelSetPassword({ path: { userId }, body, auth, throwOnError }),
  zitadelSession: async (auth, body) => (await data(sdk.zitadelCreateSession({ body, auth, throwOnError }))).sessionId,
  ticket: async (auth, body) => (await data(sdk.rekeyCreateTicket({ body, auth, throwOnError }))).proof?.ticket,
  redeem: (body) => sdk.rekeyRedeemTicket({ body, throwOnError }),
  refused: async (body) => {
    const { error } = await sdk.rekeyRedeemTicket({ body, throwOnError: false });
    return error ?? { code: "none" };
  },
  events: async (auth) => new Response(await data(sdk.rekeyExportEvents({ auth, throwOnError }))).text(),
});
