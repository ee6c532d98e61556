package secret

import (
	"strings"

	"github.com/google/uuid"
)

// APIKeyPrefix distinguishes API keys from other bearer credentials, also for scanners of leaked keys.
const APIKeyPrefix = "rk_"

// APIKeyText is an API key as its holder sends it: prefix, id and secret.
func APIKeyText(id uuid.UUID, part Text) Text {
	return NewText(APIKeyPrefix + ShortID(id) + "_" + part.Reveal())
}

// ParseAPIKey reverses APIKeyText.
func ParseAPIKey(text Text) (id uuid.UUID, part Text, ok bool) {
	rest, prefixed := strings.CutPrefix(text.Reveal(), APIKeyPrefix)
	short, secretPart, cut := strings.Cut(rest, "_")
	id, valid := ParseShortID(short)
	return id, NewText(secretPart), prefixed && cut && valid
}

// APIKeyDigest is what is stored of an API key.
func APIKeyDigest(id string, part Text) Digest { return Sum("api-key", id, part.Reveal()) }
