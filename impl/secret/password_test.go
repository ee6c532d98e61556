package secret_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
)

func TestNewPassword(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, given, want string
		points            int
		err               error
	}{
		{"empty is for the policy to refuse", "", "", 0, nil},
		{"S05: decomposed becomes composed", "cafe\u0301", "caf\u00e9", 4, nil},
		{"S05: fullwidth stays fullwidth", "\uff21", "\uff21", 1, nil},
		{"spaces stay", "  a  ", "  a  ", 5, nil},
		{"an emoji is one code point", "😀", "😀", 1, nil},
		{"1,024 code points of one byte", strings.Repeat("a", 1024), strings.Repeat("a", 1024), 1024, nil},
		{"1,024 code points of four bytes", strings.Repeat("😀", 1024), strings.Repeat("😀", 1024), 1024, nil},
		{"1,025 code points", strings.Repeat("a", 1025), "", 0, secret.ErrPasswordTooLong},
		{"A-046: ten megabytes", strings.Repeat("a", 10<<20), "", 0, secret.ErrPasswordTooLong},
		{"growing beyond the bound when normalised", strings.Repeat("\U0001d160", 1024), "", 0, secret.ErrPasswordTooLong},
		{"shrinking when normalised", strings.Repeat("e\u0301", 512), strings.Repeat("\u00e9", 512), 512, nil},
		{"invalid UTF-8", "a\xff", "", 0, secret.ErrPasswordNotText},
		{"a surrogate", "a\xed\xa0\x80", "", 0, secret.ErrPasswordNotText},
		{"NUL", "abc\x00def", "", 0, secret.ErrPasswordNotText},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, err := secret.NewPassword(c.given)
			if !errors.Is(err, c.err) || p.Reveal() != c.want || p.Points() != c.points || p.Empty() != (c.want == "") {
				t.Errorf("%d points, %v", p.Points(), err)
			}
		})
	}
}

func FuzzNewPassword(f *testing.F) {
	for _, seed := range []string{"", "cafe\u0301", "\ufdfa", "\U0001d160", "a\x00", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		p, err := secret.NewPassword(raw)
		if err != nil {
			if !p.Empty() {
				t.Error("a value beside an error")
			}
			return
		}
		again, err := secret.NewPassword(p.Reveal())
		if err != nil || again.Reveal() != p.Reveal() || p.Points() > secret.MaxPasswordPoints || len(p.Reveal()) > secret.MaxPasswordBytes {
			t.Errorf("not stable: %v", err)
		}
	})
}
