import { createSessionServiceClient, createUserServiceClient } from "@zitadel/client/v2";
import { createServerTransport } from "@zitadel/client/node";

const transport = createServerTransport(process.env.REKEY_API_KEY, { baseUrl: process.env.REKEY_URL });
const users = createUserServiceClient(transport);
const sessions = createSessionServiceClient(transport);

const email = { case: "emailQuery", value: { emailAddress: "minnie@example.com" } };
const { result } = await users.listUsers({ queries: [{ query: email }] });
const { userId } = result[0];

const { verificationCode } = await users.passwordReset({ userId, medium: { case: "returnCode", value: {} } });
const password = "Violet otters, 2 of them";
const verification = { case: "verificationCode", value: verificationCode };
await users.setPassword({ userId, newPassword: { password }, verification });

const user = { search: { case: "userId", value: userId } };
const { sessionToken } = await sessions.createSession({ checks: { user, password: { password } } });
console.log(userId, sessionToken ? "is logged in" : "is not logged in");
