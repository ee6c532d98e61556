package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/surface/native"
)

// BenchmarkRequestAgainstTheContract measures the checks of a request against its operation, without
// authentication and the handler.
func BenchmarkRequestAgainstTheContract(b *testing.B) {
	sf, err := native.New(surface.Deps{})
	if err != nil {
		b.Fatal(err)
	}
	c, err := newContract(&Server{}, sf)
	if err != nil {
		b.Fatal(err)
	}
	defineFormats()
	gin.SetMode(gin.TestMode)
	engine := gin.New()
	for _, bench := range []struct{ operation, target, body string }{
		{"PUT /v1/users/:userId/password", "/v1/users/x/password", `{"password":"violet otters paddle at noon","mustChange":true,"revoke":"all"}`},
		{"POST /v1/users", "/v1/users", `{"tenantId":"01hq3kad3svktnkwp31fmt4bee","username":"jane","givenName":"Jane","emails":[{"address":"jane@example.com","verified":true},{"address":"j@example.com"}],"metadata":{"costCentre":"4711"}}`},
		{"GET /v1/users", "/v1/users?limit=20&username=jane", ""},
	} {
		o := c.operations[bench.operation]
		b.Run("rekey "+bench.operation, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g := gin.CreateTestContextOnly(httptest.NewRecorder(), engine)
				method, _, _ := strings.Cut(bench.operation, " ")
				g.Request = httptest.NewRequest(method, bench.target, strings.NewReader(bench.body))
				g.Request.Header.Set("Content-Type", "application/json")
				id := "0192f3a4-5b6c-7d8e-9f01-23456789abcd"
				g.Params = gin.Params{{Key: "userId", Value: id}, {Key: "userid", Value: id}}
				query, unknown, err := c.readQuery(g.Request, o)
				if err != nil {
					b.Fatal(err)
				}
				more, err := c.prepareBody(g, o)
				if err != nil {
					b.Fatal(err)
				}
				if err := c.validate(g, o, query, append(unknown, more...)); err != nil {
					b.Fatal(err)
				}
				if g.Writer.Status() != http.StatusOK {
					b.Fatal(g.Writer.Status())
				}
			}
		})
	}
}
