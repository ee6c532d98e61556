package secret_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
)

const canary = "canary-Zq7vTw2kLm"

type holder struct {
	Password secret.Password
	Text     secret.Text
	Pointer  *secret.Password
	List     []secret.Text
	Map      map[string]secret.Password
	hidden   secret.Password // fmt calls no method on it
	text     secret.Text
}

func TestSecretsCannotBePrinted(t *testing.T) {
	t.Parallel()
	p, err := secret.NewPassword(canary)
	if err != nil {
		t.Fatal(err)
	}
	text := secret.NewText(canary)
	values := []any{p, &p, text, &text, []any{p, text}, map[string]secret.Password{"p": p},
		holder{p, text, &p, []secret.Text{text}, map[string]secret.Password{"p": p}, p, text}}
	for _, v := range values {
		for _, verb := range "vsqxXdobcUtTeEfFgG" { // not p: vet refuses it
			for _, flags := range []string{"", "+", "#", "10.3", "-20", "0"} {
				format := "%" + flags + string(verb)
				mustNotLeak(t, format, fmt.Sprintf(format, v))
			}
		}
		mustNotLeak(t, "Sprint", fmt.Sprint(v))
		mustNotLeak(t, "Errorf", fmt.Errorf("wrapped: %v", v).Error())
		if raw, err := json.Marshal(v); err == nil {
			mustNotLeak(t, "json", string(raw))
		}
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, nil)).Info("it", "secret", v, slog.Group("group", "inner", v))
		slog.New(slog.NewTextHandler(&log, nil)).Info("it", "secret", v, slog.Group("group", "inner", v))
		mustNotLeak(t, "slog", log.String())
	}
}

func mustNotLeak(t *testing.T, way, output string) {
	t.Helper()
	for _, form := range []string{canary, fmt.Sprintf("%x", canary), fmt.Sprintf("%X", canary), "Zq7v", fmt.Sprint([]byte(canary)[:6])} {
		if strings.Contains(output, strings.Trim(form, "[]")) {
			t.Errorf("%s leaks: %s", way, output)
		}
	}
}

func TestRedactionSaysSo(t *testing.T) {
	t.Parallel()
	p, err := secret.NewPassword(canary)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(map[string]any{"p": p, "t": secret.NewText(canary)})
	if err != nil || string(raw) != `{"p":"[redacted]","t":"[redacted]"}` {
		t.Errorf("%s, %v", raw, err)
	}
	if s := fmt.Sprintf("%v %s %q", p, &p, secret.NewText(canary)); s != "[redacted] [redacted] [redacted]" {
		t.Error(s)
	}
}
