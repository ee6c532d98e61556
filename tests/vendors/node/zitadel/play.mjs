// Plays stories: node play.mjs PROTOCOL STORY... A line of JSON says how each one ended.
import { clientsOf } from "./clients.mjs";
import { stories } from "./stories.mjs";
import { refusals } from "./refusals.mjs";

const [protocol, ...names] = process.argv.slice(2);
const clients = clientsOf(protocol);
const every = { ...stories, ...refusals };
for (const name of names) {
  const say = (result, why) => console.log(JSON.stringify({ story: name, result, why }));
  try {
    say((await every[name](clients(process.env.ZITADEL_TOKEN), clients)) ?? "works");
  } catch (failed) {
    const stack = String(failed.stack ?? failed).split("\n");
    say("failed", stack.filter((line) => !/node_modules|node:internal/.test(line)).join("\n"));
  }
}
