package passhash

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// The tails were made by the Python package bcrypt 5.0 at cost 4, which parse
// refuses, so that the test is fast.
func TestBcryptVariants(t *testing.T) {
	t.Parallel()
	for password, tail := range seed.InOrder(map[string]string{
		"correct horse battery": "abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
		"pässwörd – 密码":         "abcdefghijklmnopqrstuuXv5S1Vkrp.Xpt9u4u.WLZES2/aUzCyO",
	}) {
		for _, variant := range []string{"$2a$04$", "$2b$04$", "$2y$04$"} {
			h := &bcryptHash{encoded: variant + tail}
			if !h.match([]byte(password)) || h.match([]byte(password[1:])) || h.match(nil) {
				t.Errorf("%s%s", variant, tail)
			}
		}
	}
}

// TestBcryptComparesWhatItReads: the systems that made such hashes cut a longer password.
func TestBcryptComparesWhatItReads(t *testing.T) {
	t.Parallel()
	whole := strings.Repeat("0123456789", 7) + "ab"
	h := &bcryptHash{encoded: "$2b$04$abcdefghijklmnopqrstuuMtJwfagkGaCKZ.IMpPJzYjhgL/xnp2C"}
	for password, want := range seed.InOrder(map[string]bool{
		whole: true, whole[:71]: false, whole + "c": true, whole + whole: true, whole[:71] + "c" + whole: false,
	}) {
		if h.match([]byte(password)) != want {
			t.Errorf("%d bytes: want %v", len(password), want)
		}
	}
}
