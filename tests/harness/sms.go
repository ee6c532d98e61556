package harness

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"testing"
)

// SMS is an SMS gateway on a free port of this machine.
type SMS struct {
	URL    string
	Secret string // signs the requests

	mu       sync.Mutex
	answer   SMSAnswer
	received []ReceivedSMS
}

// SMSAnswer is what the gateway says to a well-signed request.
type SMSAnswer struct {
	Status     int // 0: 202
	RetryAfter string
	Location   string
	Body       string
}

// ReceivedSMS is one request, whatever it was answered.
type ReceivedSMS struct {
	ID       string
	To       string
	Text     string
	SignedAt int64 // seconds
	Genuine  bool  // the signature is right
	Status   int   // what it was answered
}

// NewSMS starts a gateway that lasts as long as the test.
func NewSMS(t testing.TB) *SMS {
	t.Helper()
	s := &SMS{Secret: "sms-signing-secret-7d1e"}
	server := httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(server.Close)
	s.URL = server.URL + "/messages"
	return s
}

// Answer changes what the gateway says from now on.
func (s *SMS) Answer(a SMSAnswer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = a
}

// Received lists all requests, the oldest first.
func (s *SMS) Received() []ReceivedSMS {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.received)
}

var signatureForm = regexp.MustCompile(`^t=([0-9]{1,12}),v1=([0-9a-f]{64})$`)

func (s *SMS) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		return
	}
	got := ReceivedSMS{}
	if form := signatureForm.FindStringSubmatch(r.Header.Get("Rekey-Signature")); form != nil {
		got.SignedAt, _ = strconv.ParseInt(form[1], 10, 64)
		mac := hmac.New(sha256.New, []byte(s.Secret))
		mac.Write([]byte(form[1] + "." + string(body)))
		got.Genuine = hmac.Equal([]byte(form[2]), []byte(hex.EncodeToString(mac.Sum(nil))))
	}
	var content struct {
		ID   string `json:"id"`
		To   string `json:"to"`
		Text string `json:"text"`
	}
	wellFormed := json.Unmarshal(body, &content) == nil && r.Method == http.MethodPost &&
		r.Header.Get("Content-Type") == "application/json"
	got.ID, got.To, got.Text = content.ID, content.To, content.Text

	s.mu.Lock()
	answer := s.answer
	switch {
	case !got.Genuine:
		answer = SMSAnswer{Status: http.StatusUnauthorized}
	case !wellFormed:
		answer = SMSAnswer{Status: http.StatusBadRequest}
	case answer.Status == 0:
		answer.Status = http.StatusAccepted
	}
	got.Status = answer.Status
	s.received = append(s.received, got)
	s.mu.Unlock()

	for name, value := range map[string]string{"Retry-After": answer.RetryAfter, "Location": answer.Location} {
		if value != "" {
			w.Header().Set(name, value)
		}
	}
	w.WriteHeader(answer.Status)
	_, _ = io.WriteString(w, answer.Body)
}
