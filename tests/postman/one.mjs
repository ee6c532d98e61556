// Runs the collection once, as its message says, and answers what newman found: who calls this is another process, so that
// two runs take two processors.
import { createRequire } from "node:module";

const newman = createRequire(import.meta.url)("newman");

process.once("message", ({ collection, environment, values, folder }) => {
  const found = { requests: 0, unanswered: 0, checks: 0, failed: [], skipped: [] };
  let current;
  newman
    .run({
      collection, environment, folder, reporters: [], timeoutRequest: 20000, timeoutScript: 60000,
      envVar: Object.entries(values).map(([key, value]) => ({ key, value })),
    })
    .on("request", (error, o) => {
      found.requests++;
      if (error) found.unanswered++;
    })
    .on("assertion", (error, o) => {
      const of = { id: o.item.id, name: o.item.name, check: o.assertion };
      if (o.skipped) found.skipped.push(of);
      else found.checks++;
      if (error) found.failed.push({ ...of, why: error.message });
    })
    .on("beforeItem", (_, { item }) => {
      current = item;
    })
    .on("exception", (_, { error }) => {
      found.failed.push({ id: current.id, name: current.name, check: "script", why: error.message });
    })
    .on("done", (error) => {
      if (error) found.failed.push({ name: "newman", check: "run", why: error.message });
      process.send(found, () => process.exit(0));
    });
});
