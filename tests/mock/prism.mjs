// Starts the mock on the published contract as it is, and stops it.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { bundle } from "./contract.mjs";

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

export async function start() {
  const port = await freePort();
  const cli = fileURLToPath(new URL("node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));
  const args = [cli, "mock", "--host", "127.0.0.1", "--port", String(port), "--verboseLevel", "error", fileURLToPath(bundle)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the mock does not start: ${said}`);
    try {
      await fetch(url);
      return { url, stop: () => child.kill() };
    } catch {
      await new Promise((again) => setTimeout(again, 100));
    }
  }
}
