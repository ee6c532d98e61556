// Plays stories: node play.mjs STORY... A line of JSON says how each one ended.
import { program } from "./clients.mjs";
import { refusals } from "./refusals.mjs";
import { stories } from "./stories.mjs";

const portal = program("portal");
const every = { ...stories, ...refusals };
for (const name of process.argv.slice(2)) {
  const say = (result, why) => console.log(JSON.stringify({ story: name, result, why }));
  try {
    say((await every[name](portal)) ?? "works");
  } catch (failed) {
    const stack = String(failed.stack ?? failed).split("\n");
    say("failed", stack.filter((line) => !/node_modules|node:internal/.test(line)).join("\n"));
  }
}
