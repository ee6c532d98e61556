package outbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/wneessen/go-mail"
)

// refused is an outcome that another attempt would not change.
func refused(answer string) (string, error) {
	return answer, &PermanentError{Answer: answer}
}

// delayed is an outcome that another attempt can change; setup marks those that need
// the operator first.
func delayed(err error, setup bool) (string, error) {
	answer := oneLine(err.Error())
	return answer, &TemporaryError{Answer: answer, Setup: setup}
}

// unreached tells why no mail could be offered: no line, no TLS, no login. None of it
// is the recipient's fault, so the mail is kept whatever the code says.
func (s *SMTP) unreached(ctx context.Context, err error) (string, error) {
	if ctx.Err() != nil {
		return delayed(errors.New("the mail server did not answer in time"), false)
	}
	var answer *textproto.Error
	if errors.As(err, &answer) {
		return delayed(fmt.Errorf("%d %s", answer.Code, answer.Msg), answer.Code >= 500)
	}
	var network net.Error
	if errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		var alert *net.OpError // the server's verdict on our TLS
		return delayed(err, errors.As(err, &alert) && alert.Op == "remote error")
	}
	return delayed(err, true) // certificates, STARTTLS or AUTH not offered
}

// undelivered sorts the end of a conversation that was begun: 4xx and cut lines are
// tried again, 5xx is final (RFC 5321 section 4.2.1). But a refusal of our login or
// of our own sender address says nothing about the recipient; giving up would lose
// everybody's mail to one wrong setting.
func (s *SMTP) undelivered(ctx context.Context, err error) (string, error) {
	if ctx.Err() != nil {
		return delayed(errors.New("the mail server did not answer in time"), false)
	}
	var end *mail.SendError
	if !errors.As(err, &end) || end.ErrorCode() == 0 {
		return delayed(errors.New("the line to the mail server was cut: "+briefly(err)), false)
	}
	answer := errors.New(serverText(end))
	switch {
	case end.ErrorCode() < 500:
		return delayed(answer, false)
	case end.Reason == mail.ErrSMTPMailFrom || isLogin(end.ErrorCode()):
		return delayed(answer, true)
	}
	return refused(oneLine(answer.Error()))
}

// isLogin lists the codes about TLS and AUTH (RFC 4954 section 6, RFC 3207 section 4).
func isLogin(code int) bool {
	switch code {
	case 523, 530, 534, 535, 538:
		return true
	}
	return false
}

// serverText is the server's answer without the library's own words around it. The
// library keeps no more of it than the text of an error, in which net/textproto quotes
// the message (since Go 1.26).
func serverText(end *mail.SendError) string {
	code := strconv.Itoa(end.ErrorCode()) + " "
	_, text, found := strings.Cut(end.Error(), code)
	if !found {
		return end.Error()
	}
	if quoted, err := strconv.QuotedPrefix(text); err == nil {
		if text, err = strconv.Unquote(quoted); err == nil {
			return code + text
		}
	}
	text, _, _ = strings.Cut(text, ", affected ")
	return code + text
}

// briefly names the step at which a line was cut, without the recipient and the ids
// that the library adds.
func briefly(err error) string {
	var end *mail.SendError
	if errors.As(err, &end) {
		return end.Reason.String()
	}
	return "no answer"
}
