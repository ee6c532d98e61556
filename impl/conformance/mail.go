package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"time"
)

// readMail sets fixtures from the newest mail that contains them.
func (p *Player) readMail(ctx context.Context, w *world, m Mail) error {
	if p.server.Mails == nil {
		return errCannot{"needs a mailbox that can be read"}
	}
	to, err := w.fill(m.To)
	if err != nil {
		return err
	}
	pattern, names := w.pattern(m.Shows)
	shows, err := regexp.Compile(pattern)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	for {
		mails, err := p.server.Mails(ctx, to)
		if err != nil {
			return err
		}
		for _, text := range mails {
			match := shows.FindStringSubmatch(text)
			if match == nil || p.read[match[0]] {
				continue
			}
			p.read[match[0]] = true // a mail of an earlier case is not read again
			for i, name := range names {
				w.live[name] = match[i+1]
			}
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no mail to %s that shows what %s", to, quoted(m.Shows))
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// DevelopmentMailbox reads the mailbox of a server with the development profile.
func DevelopmentMailbox(client *http.Client, url string) func(context.Context, string) ([]string, error) {
	return func(ctx context.Context, to string) ([]string, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/dev/mailbox.json", nil)
		if err != nil {
			return nil, err
		}
		resp, err := client.Do(r)
		if err != nil {
			return nil, err
		}
		defer func() { _ = resp.Body.Close() }()
		if resp.StatusCode != http.StatusOK {
			return nil, errCannot{"needs the mailbox of the development profile"}
		}
		var mails []struct {
			To   string `json:"to"`
			Text string `json:"text"`
		}
		if err := json.NewDecoder(resp.Body).Decode(&mails); err != nil {
			return nil, err
		}
		var texts []string
		for _, m := range mails {
			if m.To == to {
				texts = append(texts, m.Text)
			}
		}
		return texts, nil
	}
}
