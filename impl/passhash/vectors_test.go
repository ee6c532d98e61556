package passhash_test

import (
	"context"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// vectors were made by other implementations: argon2 by the reference library
// (argon2-cffi 25.1), bcrypt by
// bcrypt 5.0 (more of it in bcrypt_test.go), scrypt and the short PBKDF2 form by passlib 1.7.4, the PHC form of
// PBKDF2 by Python's hashlib, SHA-crypt by libxcrypt's crypt(3) with the inputs of
// the specification's own test list.
var vectors = []struct{ algorithm, password, encoded string }{
	{"argon2id", "password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
	{"argon2id", "password", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"},
	{"argon2i", "password", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"},
	{"argon2i", "password", "$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E"},
	{"argon2id", "pässwörd – 密码", "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gW+/U7R+pyEm6M9ofR6BsPfz7lTvfl4LkYRdPqfpOKU"},
	{"bcrypt", "correct horse battery", "$2y$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2"},
	{"scrypt", "pleaseletmein", "$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$wOBlTLx2kTvDnlM7GeRqLPJSaL8dgO6Mbiarn6WFHEI"},
	{"scrypt", "pässwörd", "$scrypt$ln=10,r=8,p=2$c2FsdHNhbHQ$Uav7d+++K1uDSaKjjJEhtJrJp0Ik9yzDmN3RP+1KADM"},
	{"pbkdf2-sha256", "pleaseletmein", "$pbkdf2-sha256$29000$MDEyMzQ1Njc4OWFiY2RlZg$iofHyKicmbsPwNySq7Znp1qDAVV4nNuFZkeNAtqPvww"},
	{"pbkdf2-sha512", "pässwörd", "$pbkdf2-sha512$25000$.//.NDU2Nzg5YWJjZGVm$86wnqhQSLMo6k35vRSI1r4bs1.wyoXk9.R4dpY0LUu.Z6cOnJF88UDyzQnA/6VMgUbU0Fcjrt0xRFZ7NHVDATA"},
	{"pbkdf2-sha256", "pleaseletmein", "$pbkdf2-sha256$i=10000,l=32$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng"},
	{"pbkdf2-sha256", "pleaseletmein", "$pbkdf2-sha256$i=10000,l=64$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsnjo0p0XEnqgeNWYGaHRdFnPzJNFxQz+CvO0mCV75uAFHQ"},
	{"pbkdf2-sha512", "pleaseletmein", "$pbkdf2-sha512$i=10000,l=64$MDEyMzQ1Njc4OWFiY2RlZg$uvRuH9FjAba4/ZYbIhP2Ge51s5KAWgm0J0LYiYBO2znwh1AVECW+7iSJliM860i0Lf2piRux+xFDDZSR/Kgvcw"},
	{"sha256-crypt", "Hello world!", "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"},
	{"sha512-crypt", "Hello world!", "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1"},
	{"sha256-crypt", "Hello world!", "$5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA"},
	{"sha512-crypt", "Hello world!", "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v."},
	{"sha256-crypt", "This is just a test", "$5$rounds=5000$toolongsaltstrin$Un/5jzAHMgOGZ5.mWJpuVolil07guHPvOW8mGRcvxa5"},
	{"sha512-crypt", "This is just a test", "$6$rounds=5000$toolongsaltstrin$lQ8jolhgVRVhY4b5pZKaysCLi0QBxGoNeKQzQ3glMhwllF7oGDZxUhx1yxdYcz/e1JSbq3y6JMxxl8audkUEm0"},
	{"sha512-crypt", "pässwörd – 密码 x", "$6$saltstring$RigYm4/J0OXPe6WsDeMzFD80x8KR8vvXcRKfPZIYYF8vIPc8eWoRWbYJu1wO2BtZZYw5Li7gVQYg6FEwdoM0o0"},
	{"pbkdf2-sha256", "pleaseletmein", "$pbkdf2-sha256$i=10000$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng"},
	{"pbkdf2-sha256", "pleaseletmein", "$pbkdf2-sha256$l=32,i=10000$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng"},
	{"argon2id", "password", "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
	{"scrypt", "pleaseletmein", "$scrypt$r=8,p=1,ln=14$MDEyMzQ1Njc4OWFiY2RlZg$wOBlTLx2kTvDnlM7GeRqLPJSaL8dgO6Mbiarn6WFHEI"},
}

var tiny = passhash.Params{MemoryKiB: 8, Iterations: 1, Parallelism: 1}

func keyring(t *testing.T, letters ...string) *secret.Keyring {
	t.Helper()
	var files [][]byte
	for _, letter := range letters {
		files = append(files, []byte(strings.Repeat(letter, secret.MinSecretBytes)))
	}
	k, err := secret.NewKeyring(files[0], files[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func hasher(t *testing.T, params passhash.Params, k *secret.Keyring) *passhash.Hasher {
	t.Helper()
	h, err := passhash.New(passhash.Deps{Keyring: k, Params: params, Limit: 4, Queue: 64})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func password(t *testing.T, text string) secret.Password {
	t.Helper()
	p, err := secret.NewPassword(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOtherImplementationsHashesVerify(t *testing.T) {
	t.Parallel()
	h := hasher(t, tiny, keyring(t, "a"))
	for _, v := range vectors {
		t.Run(v.encoded[:min(len(v.encoded), 30)], func(t *testing.T) {
			t.Parallel()
			info, err := passhash.Inspect(v.encoded)
			if err != nil || info.Algorithm != v.algorithm {
				t.Fatalf("Inspect: %+v, %v", info, err)
			}
			row := models.PasswordHash{Encoded: v.encoded}
			for text, want := range seed.InOrder(map[string]bool{v.password: true, v.password[1:]: false}) {
				verdict, err := h.Verify(context.Background(), passhash.Share{}, row, password(t, text))
				if err != nil || verdict.Match != want || verdict.Outdated != want {
					t.Errorf("%q: %+v, %v; want match %v and, being imported, outdated", text, verdict, err, want)
				}
			}
		})
	}
}

func FuzzInspect(f *testing.F) {
	for _, v := range vectors {
		f.Add(v.encoded)
	}
	f.Add("$argon2id$v=19$m=8,t=1,p=1$$")
	f.Fuzz(func(t *testing.T, encoded string) {
		info, err := passhash.Inspect(encoded)
		if (err == nil) == (info.Algorithm == "") {
			t.Errorf("%q: %+v, %v", encoded, info, err)
		}
	})
}
