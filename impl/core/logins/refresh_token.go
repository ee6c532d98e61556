package logins

import "github.com/rekeyhq/rekey/impl/secret"

// refreshDigest is the stored digest of a refresh token.
func refreshDigest(token secret.Text) secret.Digest { return secret.Sum("refresh", token.Reveal()) }
