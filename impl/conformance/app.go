package conformance

import (
	"crypto/hmac"
	"crypto/sha1" // #nosec G505 -- the digest of authenticator apps (RFC 6238 section 1.2)
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"time"
)

// readApp sets the fixture of the code that the user's authenticator app shows.
func (p *Player) readApp(w *world, a App) error {
	secret, ok := w.live[a.Secret]
	if !ok {
		return fmt.Errorf("%s does not exist yet", a.Secret)
	}
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	if err != nil {
		return fmt.Errorf("%s is no base32", a.Secret)
	}
	w.live[a.Code] = oneTimeCode(key, p.now().Unix()/30+a.Ahead)
	return nil
}

// now returns the server's time.
func (p *Player) now() time.Time {
	now := time.Now
	if p.server.Now != nil {
		now = p.server.Now
	}
	return now()
}

// oneTimeCode is HOTP (RFC 4226 section 5.3) of a time step, in six digits.
func oneTimeCode(key []byte, step int64) string {
	h := hmac.New(sha1.New, key)
	_ = binary.Write(h, binary.BigEndian, step)
	sum := h.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[at:at+4])&0x7fffffff%1_000_000)
}
