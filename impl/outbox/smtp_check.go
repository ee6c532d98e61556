package outbox

import (
	"context"
	"errors"
)

// Check greets the mail server, with TLS and AUTH as configured, and leaves without
// sending anything. What it answers is what the server said, or why it was not
// reached; never a credential.
func (s *SMTP) Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, smtpWithin)
	defer cancel()
	line := &line{config: s.config, whole: ctx}
	defer line.close()
	client, err := s.client(line, s.from.Address)
	if err != nil {
		return errors.New("outbox: the mail server's settings cannot be used")
	}
	conversation, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		answer, _ := s.unreached(ctx, err)
		return errors.New(answer)
	}
	_ = conversation.Quit() // a courtesy
	return nil
}
