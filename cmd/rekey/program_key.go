package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/publickey"
)

// programKey are the flags with which an API key gets a public key in place of a secret.
type programKey struct {
	NewKeyFile  string `name:"new-key-file" group:"Program" type:"path" placeholder:"FILE" xor:"program" help:"Make a private key and write it to a new FILE, which the program logs in with. Only the public key is sent; the API key has no secret."`
	PublicKeyOf string `name:"public-key-of" group:"Program" type:"path" placeholder:"FILE" xor:"program" help:"Register the public key of FILE, a key file or a key in PEM, so that the file goes on working. Only the public key is sent; the API key has no secret."`
}

// programCommands add the flags of programs to the command that creates an API key. It then calls another operation,
// whose answer has no secret.
func (p *program) programCommands() []console.Local {
	flags := &programKey{}
	return []console.Local{{Words: []string{"api-keys", "create"}, Flags: flags, Prepare: func() (*console.Prepared, error) {
		switch {
		case flags.NewKeyFile != "":
			return p.newKeyFile(flags.NewKeyFile)
		case flags.PublicKeyOf != "":
			return registerKeyOf(flags.PublicKeyOf)
		}
		return nil, nil
	}}}
}

var register = []string{"api-keys", "register"}

// registerKeyOf prepares the registration of an existing key.
func registerKeyOf(file string) (*console.Prepared, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	owner, err := publickey.ReadOwner(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	set := map[string]string{"public-key": owner.Key.PEM()}
	if owner.Subject != "" {
		set["subject"], set["key"] = owner.Subject, owner.KeyID
	}
	return &console.Prepared{Words: register, Set: set, Done: func([]byte) error { return nil }}, nil
}

// newKeyFile prepares the registration of a new key. The file is opened first: a key that cannot be stored must not be
// registered, and a file that exists is not overwritten.
func (p *program) newKeyFile(name string) (*console.Prepared, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%s exists already; it is not overwritten", name)
	}
	if err != nil {
		return nil, err
	}
	private, err := publickey.NewPrivate()
	if err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(name))
	}
	return &console.Prepared{
		Words: register, Set: map[string]string{"public-key": private.Public.PEM()},
		Done: func(body []byte) error {
			if body == nil { // nothing was registered, or nobody knows
				return errors.Join(f.Close(), os.Remove(name))
			}
			if err := p.writeKeyFile(f, private, body); err != nil {
				return fmt.Errorf("%s cannot be written, so nothing can log in with this API key; revoke it: %w", name, err)
			}
			_, err := fmt.Fprintf(p.err, "rekey: %s has the private key, and only its owner may read it\n", name)
			return err
		},
	}, nil
}

// writeKeyFile writes the private key with the names that the service gave it.
func (p *program) writeKeyFile(f *os.File, private *publickey.Private, body []byte) error {
	var made struct{ Subject, KeyID string }
	if err := json.Unmarshal(body, &made); err != nil || made.Subject == "" || made.KeyID == "" {
		return errors.Join(errors.New("the answer has no names for it"), f.Close())
	}
	raw, err := private.File(made.Subject, made.KeyID)
	if err == nil {
		_, err = f.Write(raw)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
