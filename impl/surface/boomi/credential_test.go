package boomi

import (
	"errors"
	"net/http"
	"testing"
)

func TestCredential(t *testing.T) {
	t.Parallel()
	const key, other, token = "rk_a_b", "rk_c_d", "header.claims.signature"
	for _, c := range []struct {
		name    string
		headers http.Header
		want    string
		present bool
		refused bool
	}{
		{"no header is no credential", http.Header{}, "", false, false},
		{"the header holds a key", http.Header{"Apikey": {key}}, key, true, false},
		{"space around the key is none of it", http.Header{"Apikey": {"\t" + key + " "}}, key, true, false},
		{"an empty header is no credential", http.Header{"Apikey": {""}}, "", false, false},
		{"nor are two empty ones", http.Header{"Apikey": {"", " "}}, "", false, false},
		{"an access token is not valid in it", http.Header{"Apikey": {token}}, "", true, false},
		{"nor is a scheme", http.Header{"Apikey": {"Bearer " + key}}, "", true, false},
		{"nor are two keys", http.Header{"Apikey": {key, key}}, "", true, false},
		{"nor a key and an empty value", http.Header{"Apikey": {key, ""}}, "", true, false},
		{"an empty bearer counts as absent", http.Header{"Apikey": {key}, "Authorization": {"Bearer "}}, key, true, false},
		{"an empty key beside a bearer counts as absent", http.Header{"Apikey": {""}, "Authorization": {"Bearer " + token}}, token, true, false},
		{"the same key twice is one key", http.Header{"Apikey": {key}, "Authorization": {"bearer " + key}}, key, true, false},
		{"the same token twice is one token", http.Header{"Apikey": {token}, "Authorization": {"Bearer " + token}}, token, true, false},
		{"two keys are refused", http.Header{"Apikey": {key}, "Authorization": {"Bearer " + other}}, "", true, true},
		{"a key and a token are refused", http.Header{"Apikey": {key}, "Authorization": {"Bearer " + token}}, "", true, true},
		{"a token and a key are refused", http.Header{"Apikey": {token}, "Authorization": {"Bearer " + key}}, "", true, true},
		{"a key and HTTP Basic are refused", http.Header{"Apikey": {key}, "Authorization": {"Basic " + key}}, "", true, true},
		{"several keys beside a bearer are refused", http.Header{"Apikey": {key, key}, "Authorization": {"Bearer " + key}}, "", true, true},
		{"a key beside two bearers is refused", http.Header{"Apikey": {key}, "Authorization": {"Bearer " + key, "Bearer " + key}}, "", true, true},
	} {
		got, present, err := credential(&http.Request{Header: c.headers})
		if got.Reveal() != c.want || present != c.present || errors.Is(err, errTwoCredentials) != c.refused {
			t.Errorf("%s: %q, %t, %v", c.name, got.Reveal(), present, err)
		}
	}
}
