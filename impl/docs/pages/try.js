// Try it: a request is put together from a form, sent to this server and shown.

// The key is in the page's memory alone: not in storage, not in an address. What is typed
// into one field is in all of the page.
const keyFields = document.querySelectorAll("[data-in=key]");
document.addEventListener("input", (event) => {
  if (event.target.dataset?.in !== "key") return;
  for (const field of keyFields) {
    if (field !== event.target) field.value = event.target.value;
    field.removeAttribute("aria-invalid");
  }
});

function authorization(form) {
  const key = form.querySelector("[data-in=key]")?.value.trim();
  if (!key) return null;
  if (form.dataset.credential !== "client") return "Bearer " + key;
  const [, id, secret] = key.match(/^rk_([^_]+)_(.+)$/) || []; // an API key is an OAuth client too
  return id ? "Basic " + btoa(id + ":" + secret) : null;
}

function request(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  const headers = new Headers();
  for (const field of form.elements) {
    if (!field.value) continue;
    switch (field.dataset.in) {
      case "path": path = path.replace("{" + field.name + "}", encodeURIComponent(field.value)); break;
      case "query": query.set(field.name, field.value); break;
      case "header": headers.set(field.name, field.value); break;
      case "accept": headers.set("Accept", field.value); break;
    }
  }
  const init = { method: form.dataset.method, headers, credentials: "omit", redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer" };
  const body = form.querySelector("[data-in=body]");
  if (body) {
    headers.set("Content-Type", form.dataset.media);
    init.body = body.value;
  }
  const who = authorization(form);
  if (who) headers.set("Authorization", who);
  return [path + (query.size ? "?" + query : ""), init];
}

// JSON is laid out and coloured as the examples are; everything else is shown as it came.
function readable(text, type) {
  let laid = text;
  try {
    if (/[/+]json$/.test(type.split(";")[0])) laid = JSON.stringify(JSON.parse(text), null, 2);
    else return [text];
  } catch {
    return [text];
  }
  return laid.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*)/).map((part, i) => {
    if (i % 2 === 0) return part;
    const kind = part.endsWith(":") ? "n" : part.startsWith('"') ? "s" : "v";
    return made("span", { className: kind, textContent: part });
  });
}

// Who was refused for want of a key is led to its field.
function refused(answer, form) {
  const field = form.querySelector("[data-in=key]");
  if (answer.status !== 401 || !field) return [];
  field.setAttribute("aria-invalid", "true");
  const lead = made("button", { type: "button", className: "plain", textContent: field.value ? "Change the key" : "Enter a key" });
  lead.addEventListener("click", () => field.focus());
  return [made("p", { className: "hint" }, field.value ? "The credential was not accepted. " : "This call wants an API key or token. ", lead)];
}

async function send(form, result) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  try {
    const [address, init] = request(form);
    const began = performance.now();
    const answer = await fetch(address, init);
    const text = await answer.text();
    const took = Math.round(performance.now() - began);
    const status = made("strong", { className: "status s" + String(answer.status)[0], textContent: answer.status + " " + answer.statusText });
    const headers = [...answer.headers].map(([name, value]) => name + ": " + value).join("\n");
    result.replaceChildren(
      ...refused(answer, form),
      made("p", {}, status, " in " + took + " ms: ", made("code", { textContent: init.method + " " + address })),
      text ? made("pre", { className: "code" }, made("code", {}, ...readable(text, answer.headers.get("Content-Type") || ""))) : made("p", { textContent: "No body." }),
      made("details", {}, made("summary", { textContent: "Headers" }), made("pre", { className: "code" }, made("code", { textContent: headers }))),
    );
  } catch (failure) {
    result.replaceChildren(made("p", { className: "warn", textContent: "The request was not sent, or not answered: " + failure.message }));
  } finally {
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll(".try form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, form.parentElement.querySelector(".result"));
  });
  const choice = form.querySelector("[data-in=example]");
  choice?.addEventListener("change", () => { form.querySelector("[data-in=body]").value = choice.value; });
}

// A value that was typed once is offered wherever the same parameter is asked for.
document.addEventListener("change", (event) => {
  if (event.target.dataset?.in !== "path") return;
  for (const other of document.querySelectorAll("[data-in=path]")) {
    if (other.name === event.target.name && !other.value) other.value = event.target.value;
  }
});
