// Plays stories with a client that an outside generator made of openapi/boomi.yaml: node play.mjs STORY...
import { stories } from "./stories.mjs";

for (const name of process.argv.slice(2)) {
  const say = (result, why) => console.log(JSON.stringify({ story: name, result, why }));
  try {
    say((await stories[name]()) ?? "works");
  } catch (failed) {
    say("failed", String(failed.stack ?? failed));
  }
}
