package policy_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"encoding/json"
	"github.com/ccojocar/zxcvbn-go/data"

	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/seed"
)

// S07: from each listed word come strings of at least 15 characters that people
// really use: doubled, or padded with digits and a mark.
func TestListedPasswordsOfPolicyLengthAreRefused(t *testing.T) {
	t.Parallel()
	raw, err := data.Asset("data/Passwords.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ List []string }
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	list, refused := policy.NewBlocklist(), map[string]bool{}
	refuse := func(candidate string) {
		p := password(t, candidate)
		if p.Points() < 15 || refused[candidate] {
			return
		}
		if !list.Contains(p) {
			t.Errorf("%q is not refused", candidate)
		}
		refused[candidate] = true
	}
	for i, word := range file.List {
		core := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(core) < 4 {
			continue
		}
		times := 15/len(word) + 1
		refuse(strings.Repeat(word, times))
		refuse(strings.ToUpper(word[:1]) + word[1:] + strconv.Itoa(100_000_000_000_000 + i)[:15-min(len(word), 14)] + "!")
	}
	if len(refused) < 3000 {
		t.Errorf("only %d strings", len(refused))
	}
	t.Logf("%d strings of at least 15 characters refused", len(refused))
}

func TestPatterns(t *testing.T) {
	t.Parallel()
	list := policy.NewBlocklist()
	for candidate, refused := range seed.InOrder(map[string]bool{
		"passwordpassword":         true,
		"password password":        true,
		"1234 5678 9012 3456":      true,
		"PasswordPassword1!":       true,
		"Passw0rd!Passw0rd!":       true,
		"P@$$w0rd2026!!!!":         true,
		"ｐａｓｓｗｏｒｄ12345678":         true,
		"!!!!!!iloveyou!!":         true,
		"abcdefghijklmnop":         true,
		"ponmlkjihgfedcba":         true,
		"1234567890123456":         true,
		"987654321098765":          true,
		"qwertyuiopasdfgh":         true,
		"QwertyuiopAsdfgh1":        true,
		"qwertyuiop123456":         true,
		"123qweasdzxc123":          true,
		"1qaz2wsx3edc4rfv":         true,
		"!QAZ@WSX#EDC$RFV":         true,
		"!@#$%^&*()!@#$%":          true,
		"1q2w3e4r5t6y7u8i":         true,
		"q1w2e3r4t5y6u7i8":         true,
		"112233445566778899":       true,
		"aabbccddeeffgghh":         true,
		"aaaaaaaaaaaaaaa":          true,
		"121212121212121":          true,
		"abc1abc1abc1abc1":         true,
		"yxcvbnmasdfghjkl":         true,
		"               ":          true, // 15 spaces
		passphrase:                 false,
		"correcthorsebatterystapl": false,
		"my password is secret ok": false,
		"83640297155092738416":     false,
		"tr7Kq-v2Wz_m9XeLp":        false,
		"wertvoll und hierher":     false,
		"密码学习生活电话密码学习生活电": false,
		"x": false,
		"":  false,
	}) {
		if list.Contains(password(t, candidate)) != refused {
			t.Errorf("%q: want refused %v", candidate, refused)
		}
	}
}

func TestRandomPasswordsAreNotRefused(t *testing.T) {
	t.Parallel()
	list := policy.NewBlocklist()
	for range 500 {
		for _, p := range []string{secret.NewOTP(20).Reveal(), secret.NewToken().Reveal(), secret.NewLinkKey().Reveal(), secret.NewCode().Reveal()} {
			if list.Contains(password(t, p)) {
				t.Errorf("%q is refused", p)
			}
		}
	}
}

// An estimator that tries all look-alikes of all places takes years here.
func TestLongHostilePasswordsEnd(t *testing.T) {
	t.Parallel()
	list := policy.NewBlocklist()
	rules := standard()
	rules.MinStrength = 4
	for _, piece := range []string{"1", "4@8({[<3691!|70$5+%2", "1234567890", "ab", "\ufdfa", "qwertyuiop", "aA"} {
		text := strings.Repeat(piece, 1024)
		for len(text) > secret.MaxPasswordBytes || len([]rune(text)) > secret.MaxPasswordPoints {
			text = strings.TrimSuffix(text, piece)
		}
		p := password(t, text)
		policy.Check(policy.Input{Policy: rules, Password: p, Context: []string{"Acme", "jane"}, Blocklist: list})
	}
}

func BenchmarkLoadBlocklist(b *testing.B) {
	p, err := secret.NewPassword(passphrase)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		policy.NewBlocklist().Contains(p)
	}
}

func BenchmarkCheck(b *testing.B) {
	list := policy.NewBlocklist()
	weak := standard()
	weak.MinStrength = 3
	for name, in := range seed.InOrder(map[string]policy.Input{"standard": {Policy: standard()}, "strength": {Policy: weak}}) {
		p, err := secret.NewPassword(strings.Repeat("1", 1024))
		if err != nil {
			b.Fatal(err)
		}
		in.Password, in.Blocklist, in.Context = p, list, []string{"Rekey", "Acme", "jane.doe"}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				policy.Check(in)
			}
		})
	}
}
