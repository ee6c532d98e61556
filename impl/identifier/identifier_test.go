package identifier_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestInvisibleTwinsAreRefused: characters that mails, browsers and terminals do not show, or
// show as something else, in the middle of a name that exists.
func TestInvisibleTwinsAreRefused(t *testing.T) {
	t.Parallel()
	for what, c := range seed.InOrder(map[string]rune{
		"soft hyphen": 0xad, "grapheme joiner": 0x34f, "Arabic letter mark": 0x61c, "Hangul filler": 0x3164, "halfwidth filler": 0xffa0,
		"Hangul leading filler": 0x115f, "Khmer vowel": 0x17b4, "Mongolian separator": 0x180e, "zero-width space": 0x200b, "non-joiner": 0x200c,
		"joiner": 0x200d, "left-to-right mark": 0x200e, "line separator": 0x2028, "paragraph separator": 0x2029, "override": 0x202e,
		"word joiner": 0x2060, "isolate": 0x2066, "byte order mark": 0xfeff, "variation selector": 0xfe0f, "further selector": 0xe0100,
		"tag letter": 0xe0061, "annotation": 0xfff9, "shorthand": 0x1bca0, "musical": 0x1d173, "control": 0x07, "C1 control": 0x85,
		"private use": 0xe000, "private plane": 0xf0000, "unassigned": 0x378, "noncharacter": 0xfdd0, "last of a plane": 0xfffe,
		"Braille without a dot": 0x2800, "replacement": 0xfffd, "Arabic number sign": 0x600,
	}) {
		for _, name := range []string{"ro" + string(c) + "ot", "root" + string(c), string(c) + "root"} {
			if err := identifier.CheckName(name); err == nil {
				t.Errorf("%s: %+q is taken", what, name)
			}
			if err := identifier.CheckMail(name + "@example.test"); err == nil {
				t.Errorf("%s: %+q is taken before the @", what, name)
			}
			if err := identifier.CheckMail("x@" + name + ".test"); err == nil {
				t.Errorf("%s: %+q is taken behind the @", what, name)
			}
		}
	}
}

// TestPeoplesNamesAreTaken: scripts that need joiners and marks, blanks between words, and what
// people choose for fun.
func TestPeoplesNamesAreTaken(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"ada", "Ada Lovelace", "O'Neil", "José", "Jose\u0301", "محمد", "محمد علي", "mohammed محمد", "עברית", "יְהוּדָה", "한국", "\u1112\u1161\u11ab",
		"ﾊﾝｸﾞﾙ", "山田・太郎", "क्\u200dष", "ශ්\u200dරී", "نامه\u200cای", "தமிழ்", "Ἀθηνᾶ", "ОЛЕГ", "ı", "Straße", "ᎠᏂ", "ⅷ", "٠١٢", "ada@example.test", "jäne@bücher.example",
		"DOMAIN\\ada", "ada_1-2.3+4", "😀", "❤", "a^b`", "x", strings.Repeat("x", 255), strings.Repeat("😀", 255), strings.Repeat("ж", 255),
	} {
		if err := identifier.CheckName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for name, want := range seed.InOrder(map[string]error{
		"": identifier.ErrNameLength, " ada": identifier.ErrNameLength, "ada\u00a0": identifier.ErrNameLength, strings.Repeat("x", 256): identifier.ErrNameLength,
		strings.Repeat("😀", 256): identifier.ErrNameLength, "a\xffb": identifier.ErrNameLength, "❤\ufe0f": identifier.ErrNameShape, "a\tb": identifier.ErrNameShape, "ada\x00": identifier.ErrNameShape, "ada\t": identifier.ErrNameLength, "👩\u200d👧": identifier.ErrNameShape,
	}) {
		if err := identifier.CheckName(name); !errors.Is(err, want) {
			t.Errorf("%+q: %v, want %v", name, err, want)
		}
	}
}

// TestWhatCanBeMailed is what the store takes and the outbox sends, with the form that goes out.
func TestWhatCanBeMailed(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("d23456789.", 18)
	for address, wire := range seed.InOrder(map[string]string{
		"ada@example.test": "ada@example.test", "Ada@EXAMPLE.test": "Ada@EXAMPLE.test", "o'neil+tag=x/y@a-b.c--d.test": "o'neil+tag=x/y@a-b.c--d.test",
		"root@localhost": "root@localhost", "x@bücher.example": "x@xn--bcher-kva.example", "x@xn--bcher-kva.example": "x@xn--bcher-kva.example",
		"x@straße.example": "x@xn--strae-oqa.example", "jäne@bücher.example": "jäne@xn--bcher-kva.example", "用户@例子.中国": "用户@xn--fsqu00a.xn--fiqs8s",
		"x@ｅxample.test": "x@example.test", "x@1.example": "x@1.example", strings.Repeat("l", 64) + "@" + long + "ab.test": strings.Repeat("l", 64) + "@" + long + "ab.test",
	}) {
		if got, err := identifier.Mail(address); err != nil || got != wire {
			t.Errorf("%q goes out as %q (%v), want %q", address, got, err, wire)
		}
	}
	for address, want := range seed.InOrder(map[string]error{
		"": identifier.ErrMailShape, "x": identifier.ErrMailShape, "@x.test": identifier.ErrMailShape, "x@": identifier.ErrMailShape, "a@b@c.test": identifier.ErrMailShape,
		" x@example.test": identifier.ErrMailShape, "x y@example.test": identifier.ErrMailShape, "x@example.test\r\nRCPT": identifier.ErrMailShape,
		"x@probe..test": identifier.ErrMailDomain, "x@-evil.test": identifier.ErrMailDomain, "x@evil-.test": identifier.ErrMailDomain, "x@evil.test.": identifier.ErrMailDomain,
		"x@[127.0.0.1]": identifier.ErrMailDomain, "x@127.0.0.1": identifier.ErrMailDomain, "x@a_b.test": identifier.ErrMailDomain, "x@xn--a.test": identifier.ErrMailDomain,
		"x@" + strings.Repeat("d", 64) + ".test": identifier.ErrMailDomain, "x@exa mple.test": identifier.ErrMailShape, "x@example.test>": identifier.ErrMailDomain,
		".x@evil.test": identifier.ErrMailLocal, "x.@evil.test": identifier.ErrMailLocal, "x..y@evil.test": identifier.ErrMailLocal, `"x"@evil.test`: identifier.ErrMailLocal,
		"x(y)@evil.test": identifier.ErrMailLocal, "a,b@evil.test": identifier.ErrMailLocal, "<x@evil.test": identifier.ErrMailLocal,
		"=?iso-8859-1?q?=61=62=63?=@evil.test": identifier.ErrMailEncoded, "x=?utf-8?q?=41?=@evil.test": identifier.ErrMailEncoded,
		"x@evil.test\u200b": identifier.ErrMailShape, "x@a\u2028b.test": identifier.ErrMailShape, "\u202ex@evil.test": identifier.ErrMailShape,
		strings.Repeat("l", 65) + "@example.test": identifier.ErrMailLong, strings.Repeat("ä", 33) + "@example.test": identifier.ErrMailLong,
		strings.Repeat("l", 64) + "@" + long + "abcd.tests": identifier.ErrMailLong,
	}) {
		if got, err := identifier.Mail(address); !errors.Is(err, want) {
			t.Errorf("%+q: %q, %v, want %v", address, got, err, want)
		}
	}
}

// TestPhonesHaveOneSpelling.
func TestPhonesHaveOneSpelling(t *testing.T) {
	t.Parallel()
	for typed, want := range seed.InOrder(map[string]string{
		"+491510001": "+491510001", "+49 151 0001": "+491510001", "+49-151-0001": "+491510001", "+1 (555) 010-7777": "+15550107777", "+1.555.010.7777": "+15550107777",
		"+49\u00a0151\u20110001": "+491510001", "＋４９ １５１ ０００１": "+491510001", " +491510001 ": "+491510001", "+123456789012345": "+123456789012345", "+1234567": "+1234567",
		"": "", "call me": "", "☎ call me maybe": "", "0151 12345678": "", "0049 151 0001": "", "491510001": "", "+0151000111": "", "+49 (0) 151 0001": "",
		"+1234567890123456": "", "+123456": "", "++491510001": "", "+49151000a": "", "+٤٩١٥١٠٠٠١": "", "tel:+491510001": "", "+491510001\n": "", "\t+491510001": "", "+491510001;ext=7": "",
	}) {
		got, err := identifier.Phone(typed)
		if (err == nil) != (want != "") || err == nil && got != want {
			t.Errorf("%q is %q (%v), want %q", typed, got, err, want)
		}
	}
}

// TestOneAddressHasOneForm: whatever letters its domain and its name are written in.
func TestOneAddressHasOneForm(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"x@bücher.example", "X@BÜCHER.example", "x@xn--bcher-kva.example", "x@XN--BCHER-KVA.Example", "x@bu\u0308cher.example", "x@b\u00adücher.example"},
		{"x@straße.example", "x@xn--strae-oqa.example"},
		{"root", "ro\u00adot", "ＲＯＯＴ", "ro\u200bot", "root\ufe0f", "ro\U000e0061ot"},
		{"क्\u200dष", "क्ष"},
		{"xn--bcher-kva", "XN--bcher-kva"}, // no address: it stands for itself
	} {
		want, ok := identifier.Canonical(same[0])
		if !ok {
			t.Errorf("%+q names nobody", same[0])
		}
		for _, s := range same {
			if got, _ := identifier.Canonical(s); got != want {
				t.Errorf("%+q is %+q, want %+q", s, got, want)
			}
		}
	}
	for _, name := range []string{"", " ", "\u200b", " x", "x\x00", "x\xff", strings.Repeat("x", 321)} {
		if got, ok := identifier.Canonical(name); ok {
			t.Errorf("%+q names %+q", name, got)
		}
	}
}

// TestFormsFindWhatWasStoredBefore: as version 0.1 kept names, with what is invisible, and
// addresses, in the letters of their spelling.
func TestFormsFindWhatWasStoredBefore(t *testing.T) {
	t.Parallel()
	for typed, want := range seed.InOrder(map[string][]string{
		"Ada": {"ada"}, "ro\u00adot": {"ro\u00adot", "root"}, "x@BÜCHER.example": {"x@bücher.example", "x@xn--bcher-kva.example"},
		"x@xn--bcher-kva.example": {"x@xn--bcher-kva.example", "x@bücher.example"}, " x": nil, "ada@example.test": {"ada@example.test"},
	}) {
		if got := identifier.Forms(typed); !slices.Equal(got, want) {
			t.Errorf("%+q: %+q, want %+q", typed, got, want)
		}
	}
}

// FuzzMail: what can be mailed holds nothing that a mail server or a parser behind it could
// read in another way.
func FuzzMail(f *testing.F) {
	for _, s := range []string{"ada@example.test", "jäne@bücher.example", "=?utf-8?q?=41?=@x.test", "x@xn--a.test", "x@a\u2028b.test"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		out, err := identifier.Mail(address)
		if err != nil {
			return
		}
		local, domain, _ := strings.Cut(out, "@")
		if strings.ContainsAny(out, " \t\r\n,;:<>()[]\\\"\u200b\u2028") || strings.Count(out, "@") != 1 || strings.Contains(local, "=?") ||
			strings.Trim(strings.ToLower(domain), "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" || len(out) > 254 {
			t.Errorf("%+q goes out as %+q", address, out)
		}
		if again, err := identifier.Mail(out); err != nil || again != out {
			t.Errorf("%+q becomes %+q (%v)", out, again, err)
		}
		if _, ok := identifier.Canonical(address); !ok {
			t.Errorf("%+q names nobody", address)
		}
	})
}
