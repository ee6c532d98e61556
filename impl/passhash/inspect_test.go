package passhash_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestInspectBoundsTheCost(t *testing.T) {
	t.Parallel()
	const (
		salt   = "MDEyMzQ1Njc4OWFiY2RlZg"
		key    = "gW+/U7R+pyEm6M9ofR6BsPfz7lTvfl4LkYRdPqfpOKU"
		bcrypt = "abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2"
		sha256 = "5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"
		tail   = "$" + salt + "$" + key
	)
	for encoded, want := range seed.InOrder(map[string]error{
		"$2b$09$" + bcrypt: passhash.ErrHashCost,
		"$2b$10$" + bcrypt: nil,
		"$2b$16$" + bcrypt: nil,
		"$2b$17$" + bcrypt: passhash.ErrHashCost,
		"$2b$31$" + bcrypt: passhash.ErrHashCost,
		"$2b$99$" + bcrypt: passhash.ErrHashCost,

		"$argon2id$v=19$m=7,t=1,p=1" + tail:       passhash.ErrHashCost,
		"$argon2id$v=19$m=8,t=1,p=1" + tail:       nil,
		"$argon2id$v=19$m=63,t=1,p=8" + tail:      passhash.ErrHashCost,
		"$argon2id$v=19$m=131072,t=4,p=1" + tail:  nil,
		"$argon2id$v=19$m=131072,t=5,p=1" + tail:  passhash.ErrHashCost,
		"$argon2id$v=19$m=131073,t=1,p=1" + tail:  passhash.ErrHashCost,
		"$argon2id$v=19$m=4294967295,t=1,p=1":     passhash.ErrHashFormat,
		"$argon2id$v=19$m=52428,t=10,p=1" + tail:  nil,
		"$argon2id$v=19$m=64,t=11,p=1" + tail:     passhash.ErrHashCost,
		"$argon2id$v=19$m=64,t=0,p=1" + tail:      passhash.ErrHashCost,
		"$argon2id$v=19$m=19456,t=2,p=0" + tail:   passhash.ErrHashCost,
		"$argon2id$v=19$m=19456,t=2,p=9" + tail:   passhash.ErrHashCost,
		"$argon2id$v=19$m=19456,t=2,p=257" + tail: passhash.ErrHashCost,

		"$scrypt$ln=9,r=8,p=1" + tail:          passhash.ErrHashCost,
		"$scrypt$ln=17,r=16,p=4" + tail:        nil,
		"$scrypt$ln=18,r=8,p=1" + tail:         passhash.ErrHashCost,
		"$scrypt$ln=14,r=17,p=1" + tail:        passhash.ErrHashCost,
		"$scrypt$ln=14,r=0,p=1" + tail:         passhash.ErrHashCost,
		"$scrypt$ln=14,r=8,p=5" + tail:         passhash.ErrHashCost,
		"$scrypt$ln=4294967295,r=8,p=1" + tail: passhash.ErrHashCost,

		"$pbkdf2-sha256$i=9999,l=32" + tail:                                      passhash.ErrHashCost,
		"$pbkdf2-sha256$i=2000000,l=32" + tail:                                   nil,
		"$pbkdf2-sha256$i=2000001,l=32" + tail:                                   passhash.ErrHashCost,
		"$pbkdf2-sha256$9999$" + salt + "$" + strings.ReplaceAll(key, "+", "."):  passhash.ErrHashCost,
		"$pbkdf2-sha256$10000$" + salt + "$" + strings.ReplaceAll(key, "+", "."): nil,

		"$5$rounds=4999$salt$" + sha256:   passhash.ErrHashCost,
		"$5$rounds=5000$salt$" + sha256:   nil,
		"$5$rounds=500000$salt$" + sha256: nil,
		"$5$rounds=500001$salt$" + sha256: passhash.ErrHashCost,
		"$5$salt$" + sha256:               nil,
	}) {
		_, err := passhash.Inspect(encoded)
		if !errors.Is(err, want) || (want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", encoded, err, want)
		}
	}
}

func TestInspectRefusesMalformedHashes(t *testing.T) {
	t.Parallel()
	for name, encoded := range seed.InOrder(map[string]string{
		"empty":                         "",
		"no dollar":                     "password",
		"only a dollar":                 "$",
		"a bare MD5":                    "5f4dcc3b5aa765d61d8327deb882cf99",
		"MD5-crypt":                     "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
		"text before the dollar":        "x$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
		"bcrypt of 52 characters":       "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/",
		"bcrypt of 54 characters":       "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/22",
		"bcrypt with a plus":            "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL+TfOiOeiv0fQvSOK1/2",
		"bcrypt, unused bits set":       "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/3",
		"bcrypt, one cost digit":        "$2b$9$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
		"bcrypt, signed cost":           "$2b$+9$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
		"bcrypt of the faulty variant":  "$2x$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
		"bcrypt without a variant":      "$2$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
		"bcrypt with a line end":        "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2\n",
		"bcrypt with a field more":      "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2$",
		"argon2d":                       "$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2 of the first version":   "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2 without a version":      "$argon2id$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, a parameter twice":     "$argon2id$v=19$t=2,m=256,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, a parameter missing":   "$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, a parameter unknown":   "$argon2id$v=19$m=256,t=2,p=1,data=aGVsbG8$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"scrypt, a parameter missing":   "$scrypt$ln=14,r=8$MDEyMzQ1Njc4OWFiY2RlZg$wOBlTLx2kTvDnlM7GeRqLPJSaL8dgO6Mbiarn6WFHEI",
		"pbkdf2 without its count":      "$pbkdf2-sha256$l=32$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng",
		"argon2, leading zero":          "$argon2id$v=19$m=0256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, minus":                 "$argon2id$v=19$m=-256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, number beyond 32 bits": "$argon2id$v=19$m=4294967552,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, short salt":            "$argon2id$v=19$m=256,t=2,p=1$c29tZQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, padded base64":         "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
		"argon2, empty hash":            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
		"argon2, loose last bits":       "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
		"pbkdf2 over SHA-1":             "$pbkdf2$29000$MDEyMzQ1Njc4OWFiY2RlZg$iofHyKicmbsPwNySq7Znp1qDAVU",
		"pbkdf2, length disagrees":      "$pbkdf2-sha256$i=10000,l=64$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng",
		"pbkdf2, plus in the old form":  "$pbkdf2-sha256$29000$MDEyMzQ1Njc4OWFiY2RlZg$iofHyKicmbsPwNySq7Znp1qDAVV4nNuFZkeNAtqPv+w",
		"SHA-crypt, long salt":          "$5$saltstringsaltstr$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
		"SHA-crypt, short hash":         "$6$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
		"SHA-crypt, unused bits set":    "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEcz",
		"SHA-crypt, field for rounds":   "$5$round=5000$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
		"longer than the column":        "$6$" + strings.Repeat("a", 600),
	}) {
		_, err := passhash.Inspect(encoded)
		if !errors.Is(err, passhash.ErrHashFormat) {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && len(encoded) > 20 && strings.Contains(err.Error(), encoded[len(encoded)-12:]) {
			t.Errorf("%s: the error repeats the hash: %v", name, err)
		}
	}
}

func TestInspectTellsTheCost(t *testing.T) {
	t.Parallel()
	for i, want := range seed.InOrder(map[int]string{0: "m=256,t=2,p=1", 5: "cost=10", 6: "ln=14,r=8,p=1", 8: "i=29000", 10: "i=10000", 13: "rounds=5000", 15: "rounds=10000"}) {
		if info, err := passhash.Inspect(vectors[i].encoded); err != nil || info.Cost != want {
			t.Errorf("%s: %+v, %v; want %s", vectors[i].encoded, info, err, want)
		}
	}
}

// TestReasonsNameTheBound: an operator who moves a million users has to know which number it was.
func TestReasonsNameTheBound(t *testing.T) {
	t.Parallel()
	const tail = "$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng"
	for encoded, want := range seed.InOrder(map[string]string{
		"$2b$09$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2": "bcrypt: the cost must be 10 to 16",
		"$pbkdf2-sha256$i=9999" + tail:                                 "pbkdf2-sha256: the count must be 10000 to 2000000",
		"$pbkdf2-sha256$x=1" + tail:                                    "i=, l=, each once",
		"$argon2id$v=19$m=999999,t=1,p=1" + tail:                       "argon2id: m must be 8 to 131072",
		"$argon2id$v=19$m=8,t=1" + tail:                                "argon2id: the parameter p= is missing",
		"$scrypt$ln=9,r=8,p=1" + tail:                                  "scrypt: ln must be 10 to 17",
		"$6$rounds=1000$salt$x":                                        "sha512-crypt: rounds must be 5000 to 500000",
		"$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/":                           "the algorithm must be argon2id",
		"5f4dcc3b5aa765d61d8327deb882cf99":                             "must begin with $",
	}) {
		_, err := passhash.Inspect(encoded)
		reason := passhash.Reason(err)
		if !strings.Contains(reason, want) || !strings.HasPrefix(reason, "Not accepted: ") || strings.Contains(reason, "passhash") {
			t.Errorf("%s: %q", encoded, reason)
		}
	}
	if r := passhash.Reason(passhash.ErrHashPepper); !strings.Contains(r, "pepper") || passhash.Reason(errors.New("x")) != "" {
		t.Error(r)
	}
}
