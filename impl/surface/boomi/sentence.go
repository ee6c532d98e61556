package boomi

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
)

// sentence is a bare string as an answer. The contract declares it as JSON; text/plain is
// for those who ask for it, as ASP.NET Core, which the vendor's names look like, has it.
// It has no newline at its end: clients that take the body for the string would keep it.
type sentence struct {
	text  string
	plain bool
}

var (
	_ boomiapi.SetPasswordResponseObject   = sentence{}
	_ boomiapi.ResetPasswordResponseObject = sentence{}
)

// say answers a sentence in the form that the client wants.
func say(ctx context.Context, text string) sentence {
	g, ok := ctx.(*gin.Context)
	return sentence{text, ok && wantsText(g.Request.Header.Values("Accept"))}
}

// VisitSetPasswordResponse writes the answer.
func (s sentence) VisitSetPasswordResponse(w http.ResponseWriter) error { return s.write(w) }

// VisitResetPasswordResponse writes the answer.
func (s sentence) VisitResetPasswordResponse(w http.ResponseWriter) error { return s.write(w) }

func (s sentence) write(w http.ResponseWriter) error {
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
