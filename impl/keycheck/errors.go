package keycheck

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// lostForGood ends each refusal.
const lostForGood = "If that file is lost for good, see: rekey forget-secret --help"

// file is the file of a key. Keys that tests make have none.
func file(k secret.KeyInfo) string {
	if k.File == "" {
		return "the secret"
	}
	return k.File
}

// freeName is the path of one more earlier secret.
func (r ring) freeName() string {
	base := file(r[0])
	for n := 1; ; n++ {
		name := secret.PreviousFile(base, n)
		if !slices.ContainsFunc(r, func(k secret.KeyInfo) bool { return k.File == name }) {
			return name
		}
	}
}

func errUnknownKey(r ring, leader *models.SecretKey) error {
	return fmt.Errorf("the secret file %s does not belong to this database: it holds key %s, and the database was last used with key %s. "+
		"Put the file with key %s back there. If this is a new secret, put that file beside it as %s. %s",
		file(r[0]), r[0].ID, leader.ID, leader.ID, secret.PreviousFile(file(r[0]), 1), lostForGood)
}

func errOlder(r ring, leader *models.SecretKey) error {
	since := ""
	if leader.CurrentAt != nil {
		since = leader.CurrentAt.UTC().Format(" on 2006-01-02 at 15:04:05 UTC")
	}
	if newer := r.find(leader.ID); newer != nil {
		return fmt.Errorf("the secret files are swapped: %s holds key %s, and key %s, which replaced it%s, is in %s. Exchange the two",
			file(r[0]), r[0].ID, leader.ID, since, file(*newer))
	}
	return fmt.Errorf("%s holds an older secret of this database: key %s, which key %s replaced%s. "+
		"Put the file with key %s there, and this one beside it as %s. %s",
		file(r[0]), r[0].ID, leader.ID, since, leader.ID, secret.PreviousFile(file(r[0]), 1), lostForGood)
}

func errMissing(r ring, missing []models.SecretKey, lost Need) error {
	var ids []string
	for _, row := range missing {
		ids = append(ids, row.ID)
	}
	return fmt.Errorf("%s is missing: key %s is in no secret file here, and this still needs it: %s. Put the file with that key there. %s",
		r.freeName(), strings.Join(ids, " or "), lost, lostForGood)
}

// errUnreadable is the refusal of a database that has no rows of keys yet, but values that keys made.
func errUnreadable(r ring, lost Need, named []string) error {
	which := "the file that it was made with"
	if len(named) > 0 {
		which = "the file with key " + strings.Join(named, " and that with key ")
	}
	return fmt.Errorf("the secret file %s does not belong to this database: key %s cannot read what was made with another one: %s. "+
		"Put %s there, or beside it as %s if the secret was changed since. %s",
		file(r[0]), r[0].ID, lost, which, r.freeName(), lostForGood)
}

func errDiffers(k secret.KeyInfo) error {
	return fmt.Errorf("the secret file %s does not match the check value that this database holds of key %s: another file has a key of the same name, or the database was changed. "+
		"Put the right file there, or restore the table secret_keys from a backup", file(k), k.ID)
}

// named lists the keys that password hashes name and the ring does not have.
func (n *needs) named(r ring) []string {
	var out []string
	for id := range n.byKey {
		if id != unknownKey && !r.has(id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
