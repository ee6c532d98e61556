// How a program of a ZITADEL customer makes its clients. Only the base URL is not the vendor's.
import { createUserServiceClient, createSessionServiceClient, createSettingsServiceClient } from "@zitadel/client/v2";
import { createServerTransport } from "@zitadel/client/node";
import { createClientTransport } from "@zitadel/client/web";
import { NewAuthorizationBearerInterceptor } from "@zitadel/client";
import { createConnectTransport } from "@connectrpc/connect-web";

const baseUrl = process.env.ZITADEL_URL;

const bearer = (token) => [NewAuthorizationBearerInterceptor(token)];

// One for each protocol.
const transports = {
  "grpc": (token, interceptors) => createServerTransport(token, { baseUrl, interceptors }),
  "grpc-web": (token, interceptors) => createClientTransport(token, { baseUrl, interceptors }),
  "connect-json": (token, interceptors) => createConnectTransport({ baseUrl, interceptors: [...interceptors, ...bearer(token)] }),
  "connect-binary": (token, interceptors) =>
    createConnectTransport({ baseUrl, useBinaryFormat: true, interceptors: [...interceptors, ...bearer(token)] }),
};

// withHeaders is an interceptor; the vendor's own guide sets the organisation in this way.
const withHeaders = (change) => (next) => (request) => {
  change(request.header);
  return next(request);
};

export function clientsOf(protocol) {
  return (token, change = () => {}) => {
    const transport = transports[protocol](token, [withHeaders(change)]);
    return {
      users: createUserServiceClient(transport),
      sessions: createSessionServiceClient(transport),
      settings: createSettingsServiceClient(transport),
    };
  };
}
