export { Client } from "./client.gen.js";
export type * from "./client.gen.js";
export {
  ApiError,
  BoomiApiError,
  BoomiSecondFactorError,
  ConnectionError,
  EntrustApiError,
  RekeyApiError,
  WristbandApiError,
  WristbandOAuthApiError,
  ZitadelOAuthApiError,
  ZitadelApiError,
} from "./errors.js";
export { Code, version } from "./facts.gen.js";
export type * from "./facts.gen.js";
export type { Answer, CallOptions, ClientOptions, DebugRecord } from "./transport.js";
