package boomi

import (
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
)

// write says a fault in this surface's shape.
func write(g *gin.Context, f *fault.Fault) {
	g.JSON(500, f.Code)
}
