package keys

import (
	"context"
	"errors"
	"regexp"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RegisterAPIKeyInput describes an API key whose holder signs assertions with a private key.
type RegisterAPIKeyInput struct {
	CreateAPIKeyInput
	PublicKey string // in PEM
	Subject   string // whom the assertions name; empty: the id of the API key
	KeyID     string // how the assertions name the public key; empty: its fingerprint
}

// RegisterAPIKey stores a key with a public key and without a secret. The key has no rights that the caller lacks.
func (uc *UseCases) RegisterAPIKey(ctx context.Context, in RegisterAPIKeyInput) (*APIKey, error) {
	if in.Boundary == models.BoundarySelf { // a user's key is no client of a token endpoint
		return nil, core.ErrAPIKey.With(fault.Violation{Pointer: "/boundary", Code: "not_allowed", Message: "A user cannot have a key with a public key."})
	}
	k, err := uc.newKey(ctx, &in.CreateAPIKeyInput)
	if err != nil {
		return nil, err
	}
	if err := setPublicKey(k, in); err != nil {
		return nil, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		k.CreatedAt, k.UpdatedAt = tx.Now, tx.Now
		if err := tx.InsertAPIKey(k); errors.Is(err, store.ErrDuplicate) { // of the subject: the other unique values are random
			return core.ErrSubjectTaken
		} else if err != nil {
			return err
		}
		return tx.AppendEvent(newKeyEvent(ctx, models.ActionAPIKeyCreate, k))
	})
	if err != nil {
		return nil, err
	}
	return new(apiKeyOf(k)), nil
}

// assertionName is what may name a program or its key, as impl/access accepts it.
var assertionName = regexp.MustCompile(`^[A-Za-z0-9._|:@-]{1,64}$`)

// setPublicKey gives a new key its names and its public key. The digest is that of the public key: tokens name it, as
// they name that of a secret, and nobody can send a secret that has it.
func setPublicKey(k *models.APIKey, in RegisterAPIKeyInput) error {
	public, err := publickey.Parse(in.PublicKey)
	if err != nil {
		return core.ErrAPIKey.With(publicKeyViolation(err))
	}
	k.ID = uuid.Must(uuid.NewV7()).String()
	subject := in.Subject
	if subject == "" {
		subject = k.ID
	}
	k.Subject, k.PublicKeyID, k.PublicKey = &subject, in.KeyID, public.DER
	if k.PublicKeyID == "" {
		k.PublicKeyID = public.Fingerprint
	}
	var broken []fault.Violation
	for _, n := range []struct{ pointer, name string }{{"/subject", subject}, {"/keyId", k.PublicKeyID}} {
		if !assertionName.MatchString(n.name) {
			broken = append(broken, fault.Violation{Pointer: n.pointer, Code: "not_allowed", Message: "A name has 1 to 64 letters, digits and . _ | : @ -."})
		}
	}
	if len(broken) > 0 {
		return core.ErrAPIKey.With(broken...)
	}
	k.Digest = secret.Sum("public-key", k.ID, k.PublicKeyID, public.Fingerprint).Bytes()
	return nil
}

func publicKeyViolation(err error) fault.Violation {
	v := fault.Violation{Pointer: "/publicKey", Code: "not_accepted"}
	switch {
	case errors.Is(err, publickey.ErrPrivate):
		v.Code, v.Message = "private_key", "This is a private key. Send its public key, and do not use this private key any more."
	case errors.Is(err, publickey.ErrAlgorithm):
		v.Message = "Only RSA, P-256 and Ed25519 keys are accepted."
	case errors.Is(err, publickey.ErrSize):
		v.Message = "An RSA key has 2,048 to 4,096 bits, and an exponent of 65,537 or more."
	default:
		v.Message = "This is not a public key in PEM, which begins with -----BEGIN PUBLIC KEY-----."
	}
	return v
}
