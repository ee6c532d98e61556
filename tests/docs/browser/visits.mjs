// What a browser sees while it visits pages: what it asks for, what its policy forbids,
// what it complains about, and where the pages lead.
export class Visits {
  constructor(base) {
    this.base = base;
    this.pages = new Map(); // path -> {title, ids, links, mirror}
    this.requests = 0;
    this.outside = [];
    this.violations = [];
    this.errors = [];
    this.wide = [];
  }

  // A context whose every request is looked at; what leaves the server is not sent.
  async context(browser, options) {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    await context.route("**/*", (route) => {
      const address = new URL(route.request().url());
      this.requests++;
      if (address.origin === this.base || address.protocol === "data:" || address.protocol === "blob:") return route.continue();
      this.outside.push(address.href);
      return route.abort();
    });
    await context.exposeBinding("rekeyViolation", ({ page }, what) => this.violations.push(`${page.url()}: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (e) => window.rekeyViolation(`${e.effectiveDirective} forbids ${e.blockedURI || e.sample}`));
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.errors.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on("weberror", (e) => this.errors.push(`${e.page()?.url()}: ${e.error()}`));
    return context;
  }

  // open visits a page and notes what it is made of.
  async open(page, path) {
    const answer = await page.goto(this.base + path);
    if (answer.status() !== 200) {
      this.errors.push(`${path}: status ${answer.status()}`);
      return;
    }
    const seen = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      return {
        title: document.title,
        heading: document.querySelector("h1")?.textContent.trim(),
        ids,
        twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        links: [...document.querySelectorAll("a[href]")].map((a) => a.href),
        mirror: document.querySelector("link[rel=alternate][type='text/markdown']")?.href,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((h) => Number(h.tagName[1])),
      };
    });
    if (seen.overflow > 0) this.wide.push(`${path}: ${seen.overflow} px too wide`);
    if (seen.twice.length) this.errors.push(`${path}: the id ${seen.twice[0]} is there twice`);
    if (!seen.heading) this.errors.push(`${path}: no h1`);
    seen.levels.forEach((level, i) => {
      if (level > (i ? seen.levels[i - 1] : 0) + 1) this.errors.push(`${path}: a heading of level ${level} after ${seen.levels[i - 1]}`);
    });
    this.pages.set(path, seen);
    return seen;
  }

  // crawl visits every page of the documentation that one can get to from the first.
  async crawl(page, first) {
    const open = [first];
    const met = new Set(open);
    while (open.length) {
      const seen = await this.open(page, open.shift());
      for (const link of seen?.links ?? []) {
        const { origin, pathname } = new URL(link);
        if (origin !== this.base || met.has(pathname) || !isPage(pathname)) continue;
        met.add(pathname);
        open.push(pathname);
      }
    }
  }

  // broken follows every link and anchor once.
  async broken() {
    const bad = [];
    const checked = new Set();
    const files = new Map();
    for (const [path, { links }] of this.pages) {
      for (const link of links) {
        const address = new URL(link);
        if (address.origin !== this.base || checked.has(link)) continue;
        checked.add(link);
        const to = this.pages.get(address.pathname);
        if (to && address.hash && !to.ids.includes(decodeURIComponent(address.hash.slice(1)))) bad.push(`${path} links to ${address.pathname}${address.hash}, which has no such place`);
        if (to || files.has(address.pathname)) continue;
        const answer = await fetch(address, { method: "HEAD", redirect: "manual" });
        files.set(address.pathname, answer.status);
        if (answer.status !== 200) bad.push(`${path} links to ${address.pathname}: ${answer.status}`);
      }
    }
    return { checked: checked.size, bad };
  }
}

export function isPage(path) {
  return /^\/(docs|problems)(\/[^.]*)?$/.test(path);
}
