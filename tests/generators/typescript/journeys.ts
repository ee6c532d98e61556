// One journey a surface, told once for all clients. A client says which of its functions is which call.

export type Reset = { key: string; password: string; confirmPassword: string };
export type Redemption = { ticket: string; newPassword: string };
export type Refusal = { code: string; violations?: { message: string }[] };

export interface Calls {
  boomiReset(body: Reset): Promise<string>;
  boomiLogin(body: { userName: string; password: string }): Promise<string | null | undefined>;
  entrustToken(body: { applicationId: string; sharedSecret: string }): Promise<string>;
  entrustSet(token: string, userid: string, body: { password: string; emailPassword: boolean }): Promise<unknown>;
  entrustValidate(token: string, userid: string, body: { password: string }): Promise<boolean | undefined>;
  wristbandToken(body: { grant_type: string; client_id: string; client_secret: string }): Promise<string>;
  wristbandLink(token: string, body: { userId: string }): Promise<string>;
  wristbandReset(token: string, body: { passwordResetCode: string; newPassword: string }): Promise<string>;
  zitadelCode(token: string, userId: string, body: { returnCode: {} }): Promise<string | undefined>;
  zitadelSet(token: string, userId: string, body: { newPassword: { password: string }; verificationCode: string }): Promise<unknown>;
  zitadelSession(token: string, body: { checks: { user: { loginName: string }; password: { password: string } } }): Promise<string | undefined>;
  ticket(token: string, body: { userId: string; medium: "link"; deliver: "return" }): Promise<string | undefined>;
  redeem(body: Redemption): Promise<unknown>;
  refused(body: Redemption): Promise<Refusal>;
  events(token: string): Promise<string>;
}

export const env = (name: string): string => process.env[name] ?? "";
export const url = env("REKEY_URL");
const owner = env("REKEY_API_KEY");
const password = env("NEW_PASSWORD");

function must(what: string, ok: unknown): void {
  if (!ok) throw new Error(what);
}

const journeys: Record<string, (calls: Calls) => Promise<void>> = {
  async boomi(calls) {
    const said = await calls.boomiReset({ key: env("BOOMI_KEY"), password, confirmPassword: password });
    must(`said ${JSON.stringify(said)}`, said === "Password has been reset.");
    must("no token", await calls.boomiLogin({ userName: env("BOOMI_NAME"), password }));
  },
  async entrust(calls) {
    const token = await calls.entrustToken({ applicationId: env("REKEY_CLIENT_ID"), sharedSecret: env("REKEY_CLIENT_SECRET") });
    await calls.entrustSet(token, env("ENTRUST_USER"), { password, emailPassword: false });
    must("short is long enough", (await calls.entrustValidate(token, env("ENTRUST_USER"), { password: "short" })) === false);
  },
  async wristband(calls) {
    const client = { client_id: env("REKEY_CLIENT_ID"), client_secret: env("REKEY_CLIENT_SECRET") };
    const token = await calls.wristbandToken({ grant_type: "client_credentials", ...client });
    const passwordResetCode = await calls.wristbandLink(token, { userId: env("WRISTBAND_USER") });
    const result = await calls.wristbandReset(token, { passwordResetCode, newPassword: password });
    must(`result ${result}`, result === "PASSWORD_RESET_SUCCESSFUL");
  },
  async zitadel(calls) {
    const verificationCode = (await calls.zitadelCode(owner, env("ZITADEL_USER"), { returnCode: {} })) ?? "";
    await calls.zitadelSet(owner, env("ZITADEL_USER"), { newPassword: { password }, verificationCode });
    const checks = { user: { loginName: env("ZITADEL_NAME") }, password: { password } };
    must("no session", await calls.zitadelSession(owner, { checks }));
  },
  async rekey(calls) {
    const ticket = (await calls.ticket(owner, { userId: env("REKEY_USER"), medium: "link", deliver: "return" })) ?? "";
    const { code, violations } = await calls.refused({ ticket, newPassword: "short" });
    must(`refused as ${code}`, code === "password_policy" && violations?.[0]?.message);
    await calls.redeem({ ticket, newPassword: password });
    must("the export has one line", (await calls.events(owner)).trim().split("\n").length > 1);
  },
};

export async function drive(calls: Calls): Promise<void> {
  for (const [surface, journey] of Object.entries(journeys)) {
    const outcome = await journey(calls).then(
      () => "ok",
      (error: unknown) => String(error).split("\n")[0],
    );
    console.log(surface, outcome);
  }
}
