package main

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"

	"google.golang.org/grpc/codes"
)

const (
	another = "Seven quiet rivers, 4 bends"
	unknown = "163840776835432799"

	works, refused, notOffered = "works", "refused", "not offered"
)

var (
	org      = os.Getenv("ZITADEL_ORG")
	password = os.Getenv("ZITADEL_PASSWORD")
	imported []struct{ UserID, Username, Address string }
	made     int
)

// known is a user who was imported: he has the id of 18 digits that the vendor gave him, a password and a verified address.
func known() (id, name, address string) {
	if imported == nil {
		err := json.Unmarshal([]byte(os.Getenv("ZITADEL_USERS")), &imported)
		check(err == nil, "users: %v", err)
	}
	u := imported[0]
	imported = imported[1:]
	return u.UserID, u.Username, u.Address
}

// added is a new user with a password and a verified address.
func (v *vendor) added(more fields) (id, name, address string) {
	made++
	name = fmt.Sprintf("%s-%d-%d", os.Getenv("ZITADEL_PREFIX"), os.Getpid(), made)
	address = name + "@example.com"
	request := fields{
		"username": name, "organization": fields{"orgId": org}, "profile": fields{"givenName": "Minnie", "familyName": "Mouse"},
		"email": fields{"email": address, "isVerified": true}, "password": fields{"password": password},
	}
	for k, value := range more {
		request[k] = value
	}
	return v.call("user/AddHumanUser", request).text("userId"), name, address
}

func (v *vendor) setPassword(id, to string, proof fields) {
	request := fields{"userId": id, "newPassword": fields{"password": to}}
	for k, value := range proof {
		request[k] = value
	}
	v.call("user/SetPassword", request)
}

func (v *vendor) logsIn(name, with string) bool {
	a, err := v.try("session/CreateSession", fields{"checks": fields{"user": fields{"loginName": name}, "password": fields{"password": with}}})
	return err == nil && a.text("sessionToken") != ""
}

// opened is a session of a user, by his password.
func (v *vendor) opened(id string, challenges fields) answer {
	return v.call("session/CreateSession", fields{
		"checks": fields{"user": fields{"userId": id}, "password": fields{"password": password}}, "challenges": challenges,
	})
}

// checked are the factors of a session after one more check.
func (v *vendor) checked(session string, checks fields) answer {
	v.call("session/SetSession", fields{"sessionId": session, "checks": checks})
	return v.call("session/GetSession", fields{"sessionId": session})
}

// mailed waits for a mail to the address, and returns what the pattern finds in its text.
func mailed(address, pattern string) string {
	for until := time.Now().Add(30 * time.Second); time.Now().Before(until); <-time.After(50 * time.Millisecond) {
		r, err := http.Get(os.Getenv("ZITADEL_MAILBOX"))
		check(err == nil, "mailbox: %v", err)
		var mails []struct{ To, Text string }
		err = json.NewDecoder(r.Body).Decode(&mails)
		_ = r.Body.Close()
		check(err == nil, "mailbox: %v", err)
		for _, m := range mails {
			if found := regexp.MustCompile(pattern).FindString(m.Text); m.To == address && found != "" {
				return found
			}
		}
	}
	check(false, "%s got no mail with %s", address, pattern)
	return ""
}

// link of a mail, as the program's page sees its query.
func link(address, path string) url.Values {
	opened, err := url.Parse(mailed(address, `https://app\.example\.com`+path+`\?\S+`))
	check(err == nil, "%v", err)
	return opened.Query()
}

// totp is the code of an authenticator app (RFC 6238).
func totp(secret string) string {
	key, err := base32.StdEncoding.DecodeString(secret)
	check(err == nil, "%v", err)
	h := hmac.New(sha1.New, key)
	_ = binary.Write(h, binary.BigEndian, time.Now().Unix()/30)
	sum := h.Sum(nil)
	at := sum[len(sum)-1] & 15
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[at:])&0x7fffffff%1_000_000)
}

// stories are methods of a client that say how they ended.
func stories() map[string]func(*vendor) string {
	return map[string]func(*vendor) string{
		"find":         (*vendor).find,
		"add":          (*vendor).add,
		"send-link":    (*vendor).sendLink,
		"return-code":  (*vendor).returnCode,
		"change":       (*vendor).change,
		"session":      (*vendor).session,
		"otp-email":    (*vendor).otpEmail,
		"totp":         (*vendor).authenticator,
		"organization": (*vendor).organization,
		"wrong-code":   (*vendor).wrongCode,
		"unknown-user": (*vendor).unknownUser,
		"no-token":     (*vendor).noToken,
		"forbidden":    (*vendor).forbidden,
		"passkeys":     (*vendor).passkeys,
	}
}

func (v *vendor) find() string {
	id, name, address := known()
	for _, query := range []fields{
		{"emailQuery": fields{"emailAddress": address}}, {"loginNameQuery": fields{"loginName": name}},
		{"userNameQuery": fields{"userName": name}}, {"inUserIdsQuery": fields{"userIds": []string{id}}},
	} {
		a := v.call("user/ListUsers", fields{"queries": []fields{query}})
		check(a.text("result", 0, "userId") == id && a.text("details", "totalResult") == "1", "%v: %v", query, a)
	}
	return works
}

func (v *vendor) add() string {
	_, name, address := v.added(nil)
	id := v.call("user/CreateUser", fields{"organizationId": org, "username": "new-" + name, "human": fields{
		"profile": fields{"givenName": "Minnie", "familyName": "Mouse"}, "email": fields{"email": "new-" + address, "isVerified": true},
		"password": fields{"password": password},
	}}).text("id")
	a := v.call("user/GetUserByID", fields{"userId": id})
	check(a.text("user", "username") == "new-"+name && a.text("user", "details", "resourceOwner") == org, "%v", a)
	check(a.at("user", "human", "email", "isVerified") == true && a.text("user", "human", "profile", "givenName") == "Minnie", "%v", a)
	check(v.logsIn("new-"+name, password), "the first password does not log in")
	return works
}

func (v *vendor) sendLink() string {
	id, name, address := known()
	v.call("user/PasswordReset", fields{"userId": id, "sendLink": fields{
		"notificationType": "NOTIFICATION_TYPE_Email", "urlTemplate": "https://app.example.com/new?user={{.UserID}}&code={{.Code}}&org={{.OrgID}}",
	}})
	q := link(address, "/new")
	check(q.Get("user") == id && q.Get("org") == org, "%v", q)
	v.setPassword(id, another, fields{"verificationCode": q.Get("code")})
	check(v.logsIn(name, another) && !v.logsIn(name, password), "the old password still logs in")
	return works
}

func (v *vendor) returnCode() string {
	id, name, _ := known()
	code := v.call("user/PasswordReset", fields{"userId": id, "returnCode": fields{}}).text("verificationCode")
	v.setPassword(id, another, fields{"verificationCode": code})
	check(v.logsIn(name, another), "the new password does not log in")
	return works
}

func (v *vendor) change() string {
	id, name, _ := known()
	v.setPassword(id, another, fields{"currentPassword": password})
	check(v.logsIn(name, another), "the new password does not log in")
	v.setPassword(id, password, nil)
	check(v.logsIn(name, password), "the administrator's password does not log in")
	return works
}

func (v *vendor) session() string {
	id, _, _ := known()
	session := v.opened(id, nil).text("sessionId")
	a := v.call("session/GetSession", fields{"sessionId": session})
	check(a.text("session", "factors", "user", "id") == id && a.text("session", "factors", "password", "verifiedAt") != "", "%v", a)
	v.call("session/DeleteSession", fields{"sessionId": session})
	v.refused(codes.NotFound, "", "session/GetSession", fields{"sessionId": session})
	return works
}

func (v *vendor) otpEmail() string {
	id, _, address := known()
	first := v.opened(id, fields{"otpEmail": fields{"returnCode": fields{}}})
	a := v.checked(first.text("sessionId"), fields{"otpEmail": fields{"code": first.text("challenges", "otpEmail")}})
	check(a.text("session", "factors", "otpEmail", "verifiedAt") != "", "%v", a)
	second := v.opened(id, fields{"otpEmail": fields{"sendCode": fields{}}})
	a = v.checked(second.text("sessionId"), fields{"otpEmail": fields{"code": mailed(address, `\b[0-9]{6,10}\b`)}})
	check(a.text("session", "factors", "otpEmail", "verifiedAt") != "", "%v", a)
	return works
}

func (v *vendor) authenticator() string {
	const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
	id, _, _ := v.added(fields{"totpSecret": secret})
	a := v.checked(v.opened(id, nil).text("sessionId"), fields{"totp": fields{"code": totp(secret)}})
	check(a.text("session", "factors", "totp", "verifiedAt") != "", "%v", a)
	return works
}

func (v *vendor) organization() string {
	id, _, _ := known()
	v.call("user/GetUserByID", fields{"userId": id}, "x-zitadel-orgid", org)
	_, err := v.try("user/GetUserByID", fields{"userId": id}, "x-zitadel-orgid", os.Getenv("ZITADEL_OTHER_ORG"))
	check(err != nil && strings.Contains(err.Error(), codes.PermissionDenied.String()), "another organisation: %v", err)
	return works
}

func (v *vendor) wrongCode() string {
	id, _, _ := known()
	v.call("user/PasswordReset", fields{"userId": id, "returnCode": fields{}})
	request := fields{"userId": id, "newPassword": fields{"password": another}, "verificationCode": "WRONG1"}
	v.refused(codes.InvalidArgument, "CODE-woT0xc", "user/SetPassword", request)
	return refused
}

func (v *vendor) unknownUser() string {
	v.refused(codes.NotFound, "COMMAND-SAF4f", "user/PasswordReset", fields{"userId": unknown, "returnCode": fields{}})
	return refused
}

func (v *vendor) noToken() string {
	v.nobody.refused(codes.Unauthenticated, "", "user/GetUserByID", fields{"userId": unknown})
	return refused
}

func (v *vendor) forbidden() string {
	id, _, _ := known()
	v.reader.refused(codes.PermissionDenied, "AUTH-5mWD2", "user/SetPassword", fields{"userId": id, "newPassword": fields{"password": another}})
	return refused
}

func (v *vendor) passkeys() string {
	id, _, _ := known()
	v.refused(codes.Unimplemented, "", "user/RegisterPasskey", fields{"userId": id})
	return notOffered
}
