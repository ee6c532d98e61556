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

// permanent is an outcome that another attempt would not change.
func permanent(answer string) (string, error) {
	return answer, &PermanentError{Answer: answer}
}

// temporary is an outcome that another attempt can change. If setup is true, the operator must correct a
// setting first.
func temporary(err error, setup bool) (string, error) {
	answer := oneLine(err.Error())
	return answer, &TemporaryError{Answer: answer, Setup: setup}
}

// connectFailed is the outcome if no mail could be offered: no connection, no TLS, no login. The recipient is
// not the cause, so the outcome is temporary whatever the code.
func (s *SMTP) connectFailed(ctx context.Context, err error) (string, error) {
	if ctx.Err() != nil {
		return temporary(errors.New("the mail server did not answer in time"), false)
	}
	var answer *textproto.Error
	if errors.As(err, &answer) {
		return temporary(fmt.Errorf("%d %s", answer.Code, answer.Msg), answer.Code >= 500)
	}
	var network net.Error
	if errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		var alert *net.OpError // the server refused our TLS
		return temporary(err, errors.As(err, &alert) && alert.Op == "remote error")
	}
	return temporary(err, true) // certificates, STARTTLS or AUTH not offered
}

// sendFailed is the outcome of a conversation that failed. 4xx and a lost connection are temporary, 5xx is
// permanent (RFC 5321 section 4.2.1). But a refusal of our login or of our own sender address has nothing to
// do with the recipient: if it were permanent, one wrong setting would lose everybody's mail.
func (s *SMTP) sendFailed(ctx context.Context, err error) (string, error) {
	if ctx.Err() != nil {
		return temporary(errors.New("the mail server did not answer in time"), false)
	}
	var end *mail.SendError
	if !errors.As(err, &end) || end.ErrorCode() == 0 {
		return temporary(errors.New("the connection to the mail server was lost: "+failedStep(err)), false)
	}
	answer := errors.New(serverText(end))
	switch {
	case end.ErrorCode() < 500:
		return temporary(answer, false)
	case end.Reason == mail.ErrSMTPMailFrom || isLogin(end.ErrorCode()):
		return temporary(answer, true)
	}
	return permanent(oneLine(answer.Error()))
}

// isLogin lists the codes about TLS and AUTH (RFC 4954 section 6, RFC 3207 section 4).
func isLogin(code int) bool {
	switch code {
	case 523, 530, 534, 535, 538:
		return true
	}
	return false
}

// serverText is the server's answer without the library's words around it. The library keeps only the text of
// an error, in which net/textproto quotes the message (since Go 1.26).
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

// failedStep names the step at which the connection was lost, without the recipient and the ids that the
// library adds.
func failedStep(err error) string {
	var end *mail.SendError
	if errors.As(err, &end) {
		return end.Reason.String()
	}
	return "no answer"
}
