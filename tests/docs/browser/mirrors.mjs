// The Markdown of each page, and the lists of it.

async function get(address, headers = {}, method = "GET") {
  const answer = await fetch(address, { method, headers, redirect: "manual" });
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", etag: answer.headers.get("etag"), headers: answer.headers, text: await answer.text() };
}

// mirrors reads the Markdown of every page and follows its links.
export async function mirrors(base, pages) {
  const bad = [];
  const texts = new Map();
  for (const [path, { mirror, heading }] of pages) {
    if (mirror !== `${base}${path}.md`) {
      bad.push(`${path} says that its Markdown is at ${mirror}`);
      continue;
    }
    const m = await get(mirror);
    if (m.status !== 200 || !m.type.startsWith("text/markdown")) bad.push(`${mirror}: ${m.status} ${m.type}`);
    const title = m.text.match(/^# (.+)$/m)?.[1];
    if (title !== heading) bad.push(`${mirror} has the title ${title}, its page ${heading}`);
    texts.set(path + ".md", m.text);
  }
  let links = 0;
  const known = new Set();
  for (const [path, text] of texts) {
    for (const [, link] of text.replace(/^```.*?^```|`[^`\n]+`/gms, "").matchAll(/\]\(([^)\s]+)\)/g)) {
      const address = new URL(link, base + path);
      if (address.origin !== base || known.has(address.pathname)) continue;
      known.add(address.pathname);
      links++;
      const answer = await get(address, {}, "HEAD");
      if (answer.status !== 200) bad.push(`${path} links to ${link}: ${answer.status}`);
    }
  }
  return { count: texts.size, links, bad };
}

// lists: llms.txt names each page of the navigation, and what it names is Markdown.
export async function lists(base, pages) {
  const bad = [];
  const whole = await get(base + "/llms.txt");
  const below = await get(base + "/docs/llms.txt");
  if (whole.status !== 200 || whole.text !== below.text) bad.push("/llms.txt and /docs/llms.txt differ");
  const named = [...whole.text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)(: .+)?$/gm)];
  for (const [line, link, words] of named) {
    if (!words) bad.push(`llms.txt says nothing about ${link}`);
    const answer = await get(new URL(link, base));
    if (answer.status !== 200 || !answer.type.startsWith("text/markdown")) bad.push(`llms.txt: ${line}: ${answer.status} ${answer.type}`);
  }
  const all = new Set(named.map(([, link]) => link));
  for (const path of pages.keys()) if (path !== "/docs" && !all.has(path + ".md")) bad.push(`llms.txt lacks ${path}`);
  return { count: named.length, bad };
}

// manners: what is public may be kept, is asked for by GET and HEAD alone, and is armoured.
export async function manners(base, paths) {
  const bad = [];
  for (const path of paths) {
    const first = await get(base + path);
    const again = await get(base + path, { "If-None-Match": first.etag });
    if (!first.etag || again.status !== 304 || again.text) bad.push(`${path}: ETag ${first.etag}, then ${again.status}`);
    const head = await get(base + path, {}, "HEAD");
    if (head.status !== 200 || head.text || head.etag !== first.etag) bad.push(`${path}: HEAD answers ${head.status}`);
    for (const method of ["POST", "PUT", "DELETE"]) {
      const refused = await get(base + path, {}, method);
      if (refused.status !== 405) bad.push(`${path}: ${method} answers ${refused.status}`);
    }
    const policy = first.headers.get("content-security-policy") ?? "";
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      if (!policy.includes(part)) bad.push(`${path}: the policy lacks ${part}`);
    }
    if (/unsafe|\*/.test(policy)) bad.push(`${path}: the policy is open: ${policy}`);
    if (first.headers.get("x-content-type-options") !== "nosniff") bad.push(`${path}: no nosniff`);
    if (!/public/.test(first.headers.get("cache-control"))) bad.push(`${path}: ${first.headers.get("cache-control")}`);
  }
  return bad;
}
