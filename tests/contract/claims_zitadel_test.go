package contract_test

import (
	"bytes"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitadelClaims() []claim {
	return slices.Concat(zitadelRequest(), zitadelBody(), zitadelSuccess(), zitadelErrors(), zitadelSample())
}

// zitCurl is the sample of the document, as it is printed.
const zitCurl = `curl -L 'https://$CUSTOM-DOMAIN/v2/users/:userId/password_reset' \
-H 'Content-Type: application/json' \
-H 'Accept: application/json' \
-H 'Authorization: Bearer <TOKEN>' \
-d '{
"sendLink": {
"notificationType": "NOTIFICATION_TYPE_Unspecified",
"urlTemplate": "https://example.com/password/changey?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"
},
"returnCode": {}
}'`

// zitPrinted is the request that a printed command makes, with the places filled that the reader has to fill, and with
// a part of its text replaced.
func zitPrinted(from, to string) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		s.T.Helper()
		text := strings.Replace(zitCurl, from, to, 1)
		if from != to && text == zitCurl {
			s.T.Fatalf("the sample has no %s", from)
		}
		text = strings.NewReplacer(":userId", s.user.ID, "<TOKEN>", zitadel(s.World).key).Replace(text)
		address := regexp.MustCompile(`^curl -L 'https://\$CUSTOM-DOMAIN(/[^']*)'`).FindStringSubmatch(text)
		_, body, has := strings.Cut(text, "-d '")
		if address == nil || !has {
			s.T.Fatalf("the sample is no command: %s", text)
		}
		c := harness.Call{Method: http.MethodPost, Path: address[1], Body: strings.TrimSuffix(body, "'"), Header: map[string]string{}}
		for _, header := range regexp.MustCompile(`-H '([^:]*): ([^']*)'`).FindAllStringSubmatch(text, -1) {
			c.Header[header[1]] = header[2]
		}
		return c
	}
}

// zitAsks is a request for a code, with a body.
func zitAsks(body any) func(*scene) harness.Call {
	return func(s *scene) harness.Call { return zitadel(s.World).user(s.user, "password_reset", body) }
}

// zitTells demands that one message with a link goes to the user, and that the answer has no code.
func zitTells(s *scene, a harness.Answer) {
	s.T.Helper()
	if mails := s.mails(); len(mails) != 1 || !zitHosted.MatchString(mails[0]) || strings.Contains(a.Body, "verificationCode") {
		s.T.Errorf("not one message with the link: %q; %s", mails, a.Body)
	}
}

// zitTellsNothing demands that the user gets no message.
func zitTellsNothing(s *scene, _ harness.Answer) {
	s.T.Helper()
	if mails := s.mails(); len(mails) != 0 {
		s.T.Errorf("messages: %q", mails)
	}
}

func zitSamples(s *models.Settings) { s.LinkTemplates = []string{"https://example.com"} }

// zitMedia are the content types of the document.
func zitMedia() []string {
	return []string{"application/json", "application/grpc", "application/grpc-web+proto"}
}

// zitBinary is the message of a request in the encoding of a content type.
func zitBinary(media, text string, message ...byte) []byte {
	if media == "application/json" {
		return []byte(text)
	}
	return frame(message)
}

func zitadelRequest() []claim {
	return []claim{
		{at: "title", says: "POST /v2/users/:userId/password_reset requests a code with which a password is set.", result: kept, stories: stories{TestZitadelACodeSetsThePasswordOnce}, examples: []example{
			{name: "POST does, and the code sets a password", call: zitAsks(`{"returnCode":{}}`), status: 200, then: func(s *scene, a harness.Answer) {
				z := zitadel(s.World)
				z.expect(z.user(s.user, "password", zitSet("verificationCode", a.Field(s.T, "verificationCode"))), 200)
				s.changed()
			}},
			{name: "GET does not", status: 405, call: func(s *scene) harness.Call { return zitadel(s.World).get("/v2/users/" + s.user.ID + "/password_reset") }},
		}},
		{at: "URL", says: "The host is the customer's own domain.", result: kept, stories: stories{TestZitadelHostHeadersDoNotMoveTheLink}, examples: []example{
			{name: "the service answers to any host name", status: 200, then: zitTells, call: func(s *scene) harness.Call {
				c := zitAsks(`{}`)(s)
				c.Host = "login.customer.example"
				return c
			}},
		}},
		{at: "Path Parameters, userId", says: "The user is named by text, which is required.", result: kept, examples: []example{
			{name: "the user who is named gets the message", call: zitAsks(`{}`), status: 200, then: zitTells},
			{name: "without one, no code is made", status: 400, has: []string{"userId"}, then: zitTellsNothing, call: func(s *scene) harness.Call { return zitadel(s.World).post("/v2/users//password_reset", `{}`) }},
		}},
		{at: "Request, content types", says: "The request is application/json, application/grpc or application/grpc-web+proto, at this path.", result: kept, stories: stories{TestZitadelACallIsARequestOfItsOperation}, examples: []example{
			{name: "each of them requests a code", check: func(s *scene) {
				for _, media := range zitMedia() {
					got := zitCalls(s, media, zitadel(s.World).key, s.user.ID, zitBinary(media, `{"returnCode":{}}`, 3<<3|2, 0))
					if got.status != 200 || got.code() != "" && got.code() != "0" || len(got.body) == 0 {
						s.T.Errorf("%s: %d %v %q", media, got.status, got.trailer, got.body)
					}
				}
			}},
			{name: "another one is refused", status: 415, then: zitTellsNothing, call: func(s *scene) harness.Call {
				c := zitAsks(`{}`)(s)
				c.Type = "text/plain"
				return c
			}},
		}},
	}
}

func zitadelBody() []claim {
	return []claim{
		{at: "Body", says: "A body is required, with each of the three content types.", result: kept, examples: []example{
			{name: "JSON without one is refused", call: zitAsks(""), status: 400, then: zitTellsNothing},
			{name: "an empty object is one", call: zitAsks(`{}`), status: 200, then: zitTells},
			{name: "gRPC and gRPC-Web without a message are refused", check: func(s *scene) {
				for _, media := range zitMedia()[1:] {
					if got := zitCalls(s, media, zitadel(s.World).key, s.user.ID, nil); got.code() == "0" || got.code() == "" {
						s.T.Errorf("%s: %d %v", media, got.status, got.trailer)
					}
				}
				zitTellsNothing(s, harness.Answer{})
			}},
		}},
		{at: "Body, sendLink", says: "An object orders a message with a link.", result: kept, examples: []example{
			{name: "an empty object does", call: zitAsks(`{"sendLink":{}}`), status: 200, then: zitTells},
			{name: "null is like absent", call: zitAsks(`{"sendLink":null,"returnCode":{}}`), status: 200, has: []string{`"verificationCode":"`}, then: zitTellsNothing},
			{name: "text is refused", call: zitAsks(`{"sendLink":"yes"}`), status: 400, then: zitTellsNothing},
			{name: "gRPC and gRPC-Web mean the same", check: zitBinaryMails},
		}},
		{at: "Body, returnCode", says: "An object orders the code in the answer.", result: kept, examples: []example{
			{name: "an empty object does", call: zitAsks(`{"returnCode":{}}`), status: 200, has: []string{`"verificationCode":"`}, then: zitTellsNothing},
			{name: "null is like absent", call: zitAsks(`{"returnCode":null}`), status: 200, then: zitTells},
			{name: "text is refused", call: zitAsks(`{"returnCode":"yes"}`), status: 400, then: zitTellsNothing},
		}},
		{at: "Body (neither)", says: "The document does not say what is done without both.", result: ourRule, why: "the default link is mailed, as the vendor's server does", examples: []example{
			{name: "an empty object mails the link", call: zitAsks(`{}`), status: 200, then: zitTells},
		}},
	}
}

// zitCalls makes the call with a content type and without the contract's check of answers, which knows JSON alone.
func zitCalls(s *scene, media, token, id string, body []byte) called {
	s.T.Helper()
	return onWire(s.T, s.World).post(s.T, "/v2/users/"+id+"/password_reset", media, body, map[string]string{"Authorization": "Bearer " + token})
}

// zitBinaryMails demands that a binary message with sendLink mails the link.
func zitBinaryMails(s *scene) {
	for n, media := range zitMedia()[1:] {
		got := zitCalls(s, media, zitadel(s.World).key, s.user.ID, zitBinary(media, "", 2<<3|2, 0))
		if mails := s.mails(); got.code() != "0" || len(mails) != n+1 {
			s.T.Errorf("%s: %v, %d messages", media, got.trailer, len(mails))
		}
	}
}

func zitadelSuccess() []claim {
	asks := zitAsks(`{"returnCode":{}}`)
	detail := func(member, says string, is func(*scene, string) bool) claim {
		return claim{at: "200, example, " + member, says: says, result: kept, examples: []example{{
			name: "the answer has it so", call: asks, status: 200, then: func(s *scene, a harness.Answer) {
				var got struct{ Details map[string]any }
				a.JSON(s.T, &got)
				if text, ok := got.Details[member].(string); !ok || !is(s, text) {
					s.T.Errorf("%s: %s", member, a.Body)
				}
			},
		}}}
	}
	isTime := func(_ *scene, text string) bool {
		at, err := time.Parse(time.RFC3339Nano, text)
		return err == nil && strings.HasSuffix(text, "Z") && strings.Contains(text, ".") && at.Year() == 2026
	}
	return []claim{
		{at: "200", says: "A success is 200 and has details, an object.", result: kept, examples: []example{
			{name: "with a link", call: zitAsks(`{}`), status: 200, has: []string{`"details":{`}},
			{name: "with a code", call: asks, status: 200, has: []string{`"details":{`}},
		}},
		{at: "200, content types", says: "The answer has the content type of the request, one of three.", result: kept, examples: []example{
			{name: "each of them", check: func(s *scene) {
				for _, media := range zitMedia() {
					got := zitCalls(s, media, zitadel(s.World).key, s.user.ID, zitBinary(media, `{}`))
					if is := got.header.Get("Content-Type"); is != media || got.status != 200 {
						s.T.Errorf("%s: %d %s", media, got.status, is)
					}
				}
			}},
		}},
		{at: "200, verificationCode", says: "The code is in the answer if it was asked for, as text.", result: kept, examples: []example{
			{name: "with returnCode", call: asks, status: 200, has: []string{`"verificationCode":"`}},
			{name: "not with sendLink", call: zitAsks(`{"sendLink":{}}`), status: 200, never: []string{"verificationCode"}},
			{name: "not with neither", call: zitAsks(`{}`), status: 200, never: []string{"verificationCode"}},
			{name: "in binary too", check: func(s *scene) {
				for _, media := range zitMedia()[1:] {
					got := zitCalls(s, media, zitadel(s.World).key, s.user.ID, zitBinary(media, "", 3<<3|2, 0))
					if !bytes.Contains(got.body, []byte{2<<3 | 2, 20}) {
						s.T.Errorf("%s: %v %q", media, got.trailer, got.body)
					}
				}
			}},
			declares("zitadel", "PasswordResetOutput", "verificationCode", `{"type":"string"}`),
		}},
		detail("sequence", "The sequence is a number as text.", func(_ *scene, text string) bool { return regexp.MustCompile(`^[1-9][0-9]*$`).MatchString(text) }),
		detail("changeDate", "The time of the change is in UTC, with a fraction.", isTime),
		detail("creationDate", "The time of the creation is in UTC, with a fraction.", isTime),
		detail("resourceOwner", "The owner is the id of the organisation as text.", func(s *scene, text string) bool { return text == s.Tenant.ID }),
	}
}

// zitRefusal is an answer with an error, in each of the three content types.
type zitRefusal struct {
	at, says string
	call     func(s *scene) (token, id, text string, message []byte)
	status   int
	code     string // of gRPC
	has      []string
}

func (r zitRefusal) claims(told ...func(*testing.T)) []claim {
	ask := func(s *scene) harness.Call {
		token, id, text, _ := r.call(s)
		return harness.Call{Method: http.MethodPost, Path: "/v2/users/" + id + "/password_reset", Token: token, Body: text}
	}
	return []claim{
		{at: r.at, says: r.says, result: kept, stories: told, examples: []example{{name: "the status is " + strconv.Itoa(r.status) + ", and nothing is sent", call: ask, status: r.status, then: zitTellsNothing}}},
		{at: r.at + ", content types", says: "The error has the content type of the request, one of three.", result: kept, examples: []example{{name: "each of them", check: func(s *scene) {
			for _, media := range zitMedia() {
				token, id, text, message := r.call(s)
				got := zitCalls(s, media, token, id, zitBinary(media, text, message...))
				isGRPC := media != "application/json"
				if is := got.header.Get("Content-Type"); is != media || isGRPC && got.code() != r.code || !isGRPC && got.status != r.status {
					s.T.Errorf("%s: %d %s %v", media, got.status, is, got.trailer)
				}
			}
		}}}},
		{at: r.at + ", schema", says: "The error has a number as code, a text as message, and a list of details with @type.", result: kept, examples: []example{
			{name: "the answer has them", call: ask, status: r.status, has: append(r.has, `{"code":`+r.code+`,`, `"message":"`, `"details":[{"@type":"type.googleapis.com/`)},
			declares("zitadel", "Status", "code", `{"type":"integer","format":"int32"}`),
			declares("zitadel", "Status", "message", `{"type":"string"}`),
			declares("zitadel", "Status", "details", `{"type":"array"}`),
		}},
	}
}

func zitadelErrors() []claim {
	const nobody = "0192f3a4-5b6c-7d8e-9f01-23456789abcd"
	return slices.Concat(zitRefusal{"403", "It is 403 if the caller has no permission for the user.", func(s *scene) (string, string, string, []byte) {
		return s.Key("policy.read").Key.Reveal(), s.user.ID, `{}`, nil
	}, 403, "7", []string{"AUTH-5mWD2"}}.claims(TestZitadelAUserMayAskForHimself, TestZitadelAKeyWithoutAnyPermissionIsNoMember), zitRefusal{"404", "It is 404 if there is no such user.", func(s *scene) (string, string, string, []byte) {
		return zitadel(s.World).key, nobody, `{}`, nil
	}, 404, "5", []string{"COMMAND-SAF4f"}}.claims(TestZitadelPasswordResetNeedsAVerifiedAddress), zitRefusal{"default", "Any other error has the same shape.", func(s *scene) (string, string, string, []byte) {
		return "rk_unknown", s.user.ID, `{}`, nil
	}, 401, "16", []string{"AUTH-7fs1e"}}.claims(TestZitadelFailedCallsHaveTheShapeOfTheirProtocol), []claim{
		{at: "default, details", says: "The details of an error may be empty.", result: kept, examples: []example{
			{name: "an error of the server has none", check: func(s *scene) {
				call := zitAsks(`{}`)(s)
				s.BreakStore(func(statement string) bool { return statement == "insert tickets" })
				a := s.Do(call)
				s.BreakStore(nil)
				zitWant(s.T, a, 500, `{"code":13,"message":"`)
				zitTellsNothing(s, a)
			}},
			{name: "an error without an id has none", call: zitAsks(`[]`), status: 400, has: []string{`{"code":3,"message":"`}, never: []string{"details"}},
		}},
	})
}

func zitadelSample() []claim {
	const both = ",\n\"returnCode\": {}"
	const send = "\"sendLink\": {\n\"notificationType\": \"NOTIFICATION_TYPE_Unspecified\",\n\"urlTemplate\": \"https://example.com/password/changey?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}\"\n},\n"
	return []claim{
		{at: "CURL", says: "The printed command requests a code.", result: ourRule,
			why: "as it is printed it orders both ways at once, which the vendor's own decoder refuses too; with either way alone it is accepted", examples: []example{
				{name: "as it is printed, it is refused like by the vendor", rules: zitSamples, call: zitPrinted("", ""), status: 400, has: []string{`"code":3`, "/sendLink and /returnCode exclude each other"}, then: zitTellsNothing},
				{name: "with sendLink alone, it mails the printed link", rules: zitSamples, call: zitPrinted(both, ""), status: 200, then: zitFilled},
				{name: "with returnCode alone, it returns the code", call: zitPrinted(send, ""), status: 200, has: []string{`"verificationCode":"`}, then: zitTellsNothing},
			}},
		{at: "CURL, -H", says: "The command sends a token as Bearer, accepts JSON, and has a JSON body.", result: kept, examples: []example{
			{name: "without the token, it is refused", call: zitPrinted("-H 'Authorization: Bearer <TOKEN>' \\\n", ""), status: 401, has: []string{`"code":16`}},
			{name: "the answer is JSON", call: zitPrinted(send, ""), status: 200, then: func(s *scene, a harness.Answer) {
				if media := a.Header.Get("Content-Type"); media != "application/json" {
					s.T.Errorf("Content-Type %q", media)
				}
			}},
		}},
		{at: "CURL, -L", says: "The command follows redirects.", result: kept, examples: []example{
			{name: "there are none", call: zitPrinted(send, ""), status: 200},
		}},
		{at: "CURL, notificationType", says: "NOTIFICATION_TYPE_Unspecified is a type of message.", result: kept, examples: []example{
			{name: "it is mail", rules: zitSamples, call: zitPrinted(both, ""), status: 200, then: zitFilled},
			{name: "absent is like it", call: zitAsks(`{"sendLink":{}}`), status: 200, then: zitTells},
			{name: "so is null", call: zitAsks(`{"sendLink":{"notificationType":null}}`), status: 200, then: zitTells},
		}, stories: stories{TestZitadelSpellingsOfTheVendorsDecoder}},
		{at: "CURL, urlTemplate", says: "The link is made from a template with the fields UserID, Code and OrgID.", result: ourRule,
			why: "a production service accepts the template only if the tenant's rule linkTemplates has its origin, since the link contains the code", examples: []example{
				{name: "an allowed template is filled", rules: zitSamples, call: zitPrinted(both, ""), status: 200, then: zitFilled},
				{name: "another one is refused, with the command that allows it", rules: func(s *models.Settings) { s.LinkTemplates = []string{"https://example.org"} },
					call: zitPrinted(both, ""), status: 400, has: []string{"REKEY-UrlTemplateNotAllowed", "--rules.link-templates https://example.com"}, then: zitTellsNothing},
				{name: "absent and null mean the default link", call: zitAsks(`{"sendLink":{"urlTemplate":null}}`), status: 200, then: zitTells},
			}, stories: stories{TestZitadelAnAllowedTemplateIsMailedByteForByte, TestZitadelTrialLinksAreForDevelopmentAlone}},
		{at: "samples", says: "There are samples for Python, Go, Node.js, Ruby, C#, PHP, Java and PowerShell.", result: unverified, why: "the document names the languages and prints the command for curl alone"},
	}
}

// zitFilled demands that the mail has the link of the sample, with its fields filled.
func zitFilled(s *scene, _ harness.Answer) {
	s.T.Helper()
	link := regexp.MustCompile(`https://example\.com/password/changey\?userID=` + regexp.QuoteMeta(s.user.ID) + `&code=([A-Za-z0-9]{20})&orgID=` + regexp.QuoteMeta(s.Tenant.ID) + `\s`)
	mails := s.mails()
	if len(mails) != 1 {
		s.T.Fatalf("%d messages", len(mails))
	}
	found := link.FindStringSubmatch(mails[0])
	if found == nil {
		s.T.Fatalf("no link of the sample: %s", mails[0])
	}
	z := zitadel(s.World)
	z.expect(z.user(s.user, "password", zitSet("verificationCode", found[1])), 200)
	s.changed()
}
