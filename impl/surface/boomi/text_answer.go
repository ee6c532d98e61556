package boomi

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
)

// textAnswer is a bare string as an answer. The contract declares it as JSON. Clients that prefer
// text/plain get that, as from ASP.NET Core, which the vendor's names suggest. It has no newline
// at its end: clients that take the body for the string would keep it.
type textAnswer struct {
	text  string
	plain bool
}

var (
	_ boomiapi.SetPasswordResponseObject   = textAnswer{}
	_ boomiapi.ResetPasswordResponseObject = textAnswer{}
)

// answerText answers a string in the media type that the client prefers.
func answerText(ctx context.Context, text string) textAnswer {
	g, ok := ctx.(*gin.Context)
	return textAnswer{text, ok && wantsText(g.Request.Header.Values("Accept"))}
}

// VisitSetPasswordResponse writes the answer.
func (s textAnswer) VisitSetPasswordResponse(w http.ResponseWriter) error { return s.write(w) }

// VisitResetPasswordResponse writes the answer.
func (s textAnswer) VisitResetPasswordResponse(w http.ResponseWriter) error { return s.write(w) }

func (s textAnswer) write(w http.ResponseWriter) error {
	media, body := "text/plain", []byte(s.text)
	if !s.plain {
		var err error
		if body, err = json.Marshal(s.text); err != nil {
			return err // unreachable: it is a string
		}
		media = "application/json"
	}
	w.Header().Set("Content-Type", media)
	w.WriteHeader(http.StatusOK)
	_, err := w.Write(body)
	return err
}
