package rpc

import (
	"bufio"
	"bytes"
	"errors"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
)

// recorder keeps the answer of a twin. Its headers are those of the call's answer.
type recorder struct {
	gin.ResponseWriter
	status int
	body   bytes.Buffer
	wrote  bool
}

// Recording reports whether what is written now is the answer of a twin, which no client sees as it is.
func Recording(g *gin.Context) bool {
	_, ok := g.Writer.(*recorder)
	return ok
}

// Discard removes what was recorded, so that a failure can be recorded instead.
func Discard(g *gin.Context) {
	if r, ok := g.Writer.(*recorder); ok {
		r.body.Reset()
		r.wrote, r.status = false, http.StatusOK
	}
}

// record runs what answers a request, and keeps the answer.
func record(g *gin.Context, answer func()) (status int, body []byte) {
	r := &recorder{ResponseWriter: g.Writer, status: http.StatusOK}
	header := r.Header()
	media := header["Content-Type"] // of the call's answer
	g.Writer = r
	defer func() {
		g.Writer = r.ResponseWriter
		delete(header, "Content-Type")
		delete(header, "Content-Length")
		if media != nil {
			header["Content-Type"] = media
		}
	}()
	answer()
	return r.status, r.body.Bytes()
}

func (r *recorder) Write(data []byte) (int, error) {
	r.wrote = true
	return r.body.Write(data)
}

func (r *recorder) WriteString(text string) (int, error) { return r.Write([]byte(text)) }
func (r *recorder) WriteHeader(status int)               { r.status = status }
func (r *recorder) WriteHeaderNow()                      { r.wrote = true }
func (r *recorder) Status() int                          { return r.status }
func (r *recorder) Size() int                            { return r.body.Len() }
func (r *recorder) Written() bool                        { return r.wrote }
func (r *recorder) Flush()                               {}

// Hijack is refused: the connection also carries other calls.
func (r *recorder) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return nil, nil, errors.ErrUnsupported
}
