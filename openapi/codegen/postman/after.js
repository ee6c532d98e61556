// After each request: the answer is like its example, member by member. Ids and codes that the server
// made are kept in collection variables for the requests that follow.

const expected = ANSWERS[pm.info.requestId];
if (expected && expected.mail) {
  pm.test("the mail is there", () => pm.expect(readMail(pm.response.json(), expected.mail)).to.equal(true));
} else if (expected && expected.app) {
  code(expected.app);
} else if (expected) {
  pm.test(`answers ${expected.status}`, () => pm.expect(pm.response.code).to.equal(expected.status));
  pm.test("carries a request id", () => pm.expect(pm.response.headers.get("X-Request-Id")).to.be.a("string"));
  if (expected.media) {
    pm.test(`is ${expected.media}`, () => pm.expect(pm.response.headers.get("Content-Type")).to.include(expected.media));
  }
  if (expected.example !== undefined && expected.example !== null && /json$/.test(expected.media)) {
    const values = (text) => text.trim().split("\n").map((line) => JSON.parse(line));
    const lines = /ndjson$/.test(expected.media);
    const got = lines ? values(pm.response.text()) : pm.response.json();
    const example = lines ? values(expected.example) : expected.example;
    pm.test("is like the example", () => pm.expect(compare("", example, got, expected)).to.eql([]));
  } else if (typeof expected.example === "string") {
    pm.test("is like the example", () => pm.expect(learn("", expected.example, pm.response.text())).to.eql([]));
  }
  if (expected.learn) take(expected.learn, pm.response.json());
}
