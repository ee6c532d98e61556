package secret_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/seed"
)

func material(letter string) []byte { return []byte(strings.Repeat(letter, secret.MinSecretBytes)) }

func keyring(t *testing.T, letters ...string) *secret.Keyring {
	t.Helper()
	var previous [][]byte
	for _, letter := range letters[1:] {
		previous = append(previous, material(letter))
	}
	k, err := secret.NewKeyring(material(letters[0]), previous...)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSumSeparatesDomains(t *testing.T) {
	t.Parallel()
	seen := map[secret.Digest]string{}
	for name, digest := range seed.InOrder(map[string]secret.Digest{
		"key ab":     secret.Sum("key", "ab"),
		"key a b":    secret.Sum("key", "a", "b"),
		"key ab ''":  secret.Sum("key", "ab", ""),
		"key '' ab":  secret.Sum("key", "", "ab"),
		"keya b":     secret.Sum("keya", "b"),
		"code ab":    secret.Sum("code", "ab"),
		"key":        secret.Sum("key"),
		"'' key":     secret.Sum("", "key"),
		"key a\\0b":  secret.Sum("key", "a\x00b"),
		"MAC key ab": keyring(t, "a").MAC("key", "ab"),
	}) {
		if other, known := seen[digest]; known {
			t.Errorf("%s and %s have one digest", name, other)
		}
		seen[digest] = name
	}
	once, again := secret.Sum("key", "ab"), secret.Sum("key", "ab")
	if once != again || len(once.Bytes()) != 32 {
		t.Error("Sum is not a function")
	}
}

func TestMACUnderRotation(t *testing.T) {
	t.Parallel()
	old := keyring(t, "a").MAC("otp", "ticket", "123456").Bytes()
	for name, c := range seed.InOrder(map[string]struct {
		k     *secret.Keyring
		kind  string
		parts []string
		want  bool
	}{
		"same key":      {keyring(t, "a"), "otp", []string{"ticket", "123456"}, true},
		"after a turn":  {keyring(t, "b", "a"), "otp", []string{"ticket", "123456"}, true},
		"key forgotten": {keyring(t, "b"), "otp", []string{"ticket", "123456"}, false},
		"other code":    {keyring(t, "a"), "otp", []string{"ticket", "123457"}, false},
		"other ticket":  {keyring(t, "a"), "otp", []string{"other", "123456"}, false},
		"other kind":    {keyring(t, "a"), "mfa", []string{"ticket", "123456"}, false},
		"parts joined":  {keyring(t, "a"), "otp", []string{"ticket123456"}, false},
	}) {
		if c.k.MatchMAC(old, c.kind, c.parts...) != c.want {
			t.Errorf("%s: want %v", name, c.want)
		}
	}
	if keyring(t, "a").MatchMAC(nil, "otp", "ticket", "123456") {
		t.Error("nothing stored, yet it matches")
	}
}

func TestSealUnderRotation(t *testing.T) {
	t.Parallel()
	plain := []byte("canary-Zq7vTw2kLm")
	sealed, err := keyring(t, "a").Seal(plain, "row 1")
	if err != nil || bytes.Contains(sealed, plain[:6]) {
		t.Fatalf("%x, %v", sealed, err)
	}
	again, err := keyring(t, "a").Seal(plain, "row 1")
	if err != nil || bytes.Equal(sealed, again) {
		t.Errorf("the same twice: %v", err)
	}
	for name, k := range seed.InOrder(map[string]*secret.Keyring{"same key": keyring(t, "a"), "after a turn": keyring(t, "c", "b", "a")}) {
		if got, err := k.Unseal(sealed, "row 1"); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := keyring(t, "b").Unseal(sealed, "row 1"); !errors.Is(err, secret.ErrUnsealable) {
		t.Errorf("key forgotten: %v", err)
	}
	if _, err := keyring(t, "a").Unseal(sealed, "row 2"); !errors.Is(err, secret.ErrUnsealable) {
		t.Errorf("moved to another row: %v", err)
	}
	for n := range sealed {
		if _, err := keyring(t, "a").Unseal(sealed[:n], "row 1"); !errors.Is(err, secret.ErrUnsealable) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
		changed := bytes.Clone(sealed)
		changed[n] ^= 1
		if _, err := keyring(t, "a").Unseal(changed, "row 1"); !errors.Is(err, secret.ErrUnsealable) {
			t.Errorf("byte %d changed: %v", n, err)
		}
	}
}

func TestPepperIsKeyed(t *testing.T) {
	t.Parallel()
	p, err := secret.NewPassword("correct horse battery staple")
	if err != nil {
		t.Fatal(err)
	}
	a, b := keyring(t, "a"), keyring(t, "b", "a")
	if a.PepperID() == b.PepperID() || a.PepperID() == "" || len(a.PepperID()) > 16 {
		t.Errorf("ids %q and %q", a.PepperID(), b.PepperID())
	}
	first, err := a.Pepper(a.PepperID(), p)
	if err != nil {
		t.Fatal(err)
	}
	if rotated, err := b.Pepper(a.PepperID(), p); err != nil || !bytes.Equal(first, rotated) {
		t.Errorf("after rotation: %v", err)
	}
	if other, err := b.Pepper(b.PepperID(), p); err != nil || bytes.Equal(first, other) {
		t.Errorf("two secrets, one pepper: %v", err)
	}
	if bare, err := a.Pepper("", p); err != nil || string(bare) != p.Reveal() {
		t.Errorf("imported: %v", err)
	}
	if _, err := a.Pepper("unknown", p); err == nil {
		t.Error("an unknown pepper is not an error")
	}
}

func TestLoadKeyring(t *testing.T) {
	t.Parallel()
	write := func(t *testing.T, content []byte, mode os.FileMode) string {
		path := filepath.Join(t.TempDir(), "rekey.secret")
		if err := os.WriteFile(path, content, mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil { // whatever the umask
			t.Fatal(err)
		}
		return path
	}
	for name, c := range seed.InOrder(map[string]struct {
		content []byte
		mode    os.FileMode
		says    string
	}{
		"private":           {material("a"), 0o600, ""},
		"read-only":         {material("a"), 0o400, ""},
		"read by the group": {material("a"), 0o640, "chmod 600"},
		"read by anybody":   {material("a"), 0o604, "chmod 600"},
		"31 bytes":          {material("a")[1:], 0o600, "at least 32 bytes"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k, err := secret.LoadKeyring(write(t, c.content, c.mode))
			if c.says == "" && (err != nil || k.PepperID() != keyring(t, "a").PepperID()) {
				t.Errorf("%v", err)
			}
			if c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "aaaa")) {
				t.Errorf("%v", err)
			}
		})
	}
	t.Run("missing", func(t *testing.T) {
		t.Parallel()
		if _, err := secret.LoadKeyring(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "rekey init") {
			t.Errorf("%v", err)
		}
	})
	t.Run("with a previous secret", func(t *testing.T) {
		t.Parallel()
		path := write(t, material("b"), 0o600)
		if err := os.WriteFile(path+".previous", material("a"), 0o600); err != nil {
			t.Fatal(err)
		}
		k, err := secret.LoadKeyring(path)
		if err != nil || !k.MatchMAC(keyring(t, "a").MAC("otp", "1").Bytes(), "otp", "1") {
			t.Errorf("%v", err)
		}
	})
	t.Run("with several previous secrets", func(t *testing.T) {
		t.Parallel()
		path := write(t, material("d"), 0o600)
		for n, letter := range []string{1: "c", 2: "b", 9: "a"} { // none in between is missed
			if letter == "" {
				continue
			}
			if err := os.WriteFile(secret.PreviousFile(path, n), material(letter), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		k, err := secret.LoadKeyring(path)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, key := range k.Keys() {
			told = append(told, strings.TrimPrefix(key.File, path))
		}
		if got := strings.Join(told, " "); got != " .previous .previous.2 .previous.9" || !k.MatchMAC(keyring(t, "a").MAC("otp", "1").Bytes(), "otp", "1") {
			t.Errorf("%q", got)
		}
	})
}

func TestKeysAreToldByNameAndCheckValue(t *testing.T) {
	t.Parallel()
	a, both := keyring(t, "a").Keys(), keyring(t, "b", "a").Keys()
	if len(a) != 1 || len(both) != 2 || both[1] != a[0] || both[0].Check == a[0].Check {
		t.Errorf("%v, %v", a, both)
	}
	if k := keyring(t, "a"); a[0].ID != k.PepperID() || a[0].Check == k.MAC("key-check", a[0].ID) {
		t.Error("the check value is made with a key that has another use")
	}
}

func TestAKeyIsKnownByWhatItMade(t *testing.T) {
	t.Parallel()
	old := keyring(t, "a")
	sealed, err := old.Seal([]byte("plain"), "row 1")
	if err != nil {
		t.Fatal(err)
	}
	mac := old.MAC("end", "1").Bytes()
	for name, c := range seed.InOrder(map[string]struct {
		k    *secret.Keyring
		want string
	}{
		"same key":      {keyring(t, "a"), old.PepperID()},
		"after a turn":  {keyring(t, "c", "b", "a"), old.PepperID()},
		"key forgotten": {keyring(t, "b"), ""},
	}) {
		seal, _ := c.k.KeyOfSeal(sealed, "row 1")
		if made, _ := c.k.KeyOfMAC(mac, "end", "1"); seal != c.want || made != c.want {
			t.Errorf("%s: %q and %q, want %q", name, seal, made, c.want)
		}
	}
}
