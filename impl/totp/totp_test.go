package totp_test

import (
	"encoding/base32"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/tests/seed"
)

// The secret of RFC 6238 appendix B for SHA-1.
func published() secret.Text {
	return secret.NewText(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString([]byte("12345678901234567890")))
}

// RFC 6238 appendix B: the last six of the eight digits, since codes are cut by modulo.
func TestCodesAreThoseOfTheStandard(t *testing.T) {
	t.Parallel()
	for at, want := range seed.InOrder(map[int64]string{
		59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130",
	}) {
		got, err := totp.Code(published(), totp.Step(time.Unix(at, 0)))
		if err != nil || got != want {
			t.Errorf("at %d: %s, %v; want %s", at, got, err, want)
		}
	}
}

// RFC 6238 section 5.2: one step either side, and never one that was used or an older one.
func TestACodeMatchesAroundNowAndOnce(t *testing.T) {
	t.Parallel()
	now := time.Unix(1111111111, 0)
	step := totp.Step(now)
	for off := int64(-3); off <= 3; off++ {
		code, err := totp.Code(published(), step+off)
		if err != nil {
			t.Fatal(err)
		}
		for _, last := range []int64{-1, step - 1, step, step + 1} {
			found, ok, err := totp.Match(published(), secret.NewText(code), now, last)
			want := off >= -1 && off <= 1 && step+off > last
			if err != nil || ok != want || ok && found != step+off {
				t.Errorf("step %d after %d: %d %v %v", off, last-step, found-step, ok, err)
			}
		}
	}
	for _, wrong := range []string{"", "0", "05047", "0504711", "05047x", "０５０４７１"} {
		if _, ok, err := totp.Match(published(), secret.NewText(wrong), now, -1); ok || err != nil {
			t.Errorf("%q: %v %v", wrong, ok, err)
		}
	}
	if _, _, err := totp.Match(secret.NewText("!"), secret.NewText("050471"), now, -1); err == nil || strings.Contains(err.Error(), "!") {
		t.Errorf("a broken secret: %v", err)
	}
}

func TestTheAddressIsWhatAppsRead(t *testing.T) {
	t.Parallel()
	k, err := totp.NewKey("Rekey & Sons", "ada@example.test")
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(k.URI.Reveal())
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	if u.Scheme != "otpauth" || u.Host != "totp" || u.Path != "/Rekey & Sons:ada@example.test" || q.Get("issuer") != "Rekey & Sons" ||
		q.Get("secret") != k.Secret.Reveal() || q.Get("digits") != "6" || q.Get("period") != "30" || q.Get("algorithm") != "SHA1" {
		t.Error("the address lacks something")
	}
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(k.Secret.Reveal())
	if err != nil || len(raw) != 20 {
		t.Errorf("%d bytes, %v", len(raw), err)
	}
	if _, err := totp.NewKey("Rekey", ""); err == nil {
		t.Error("an account without a name")
	}
}
