// Runs every snippet once, against the stand-in that knows what must arrive.
import { Client } from "@rekeyhq/rekey";

import { snippets } from "./snippets.js";

const client = new Client({ url: process.env["REKEY_STANDIN_URL"] ?? "", token: "a token", retries: 0 });
for (const [name, run] of Object.entries(snippets)) {
  try {
    await run(client);
  } catch (error) {
    console.error(name, error);
    process.exitCode = 1;
  }
}
