package secret

// Sealer is a Keyring without its peppers: enough for a package that seals what it gives
// out, and recognises it when it comes back.
type Sealer interface {
	// MAC recognises values without storing them.
	MAC(kind string, parts ...string) Digest
	// Seal encrypts for a context; what is sealed for one does not unseal for another.
	Seal(plain []byte, context string) ([]byte, error)
	Unseal(sealed []byte, context string) ([]byte, error)
}

var _ Sealer = (*Keyring)(nil)
