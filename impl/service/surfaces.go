package service

import (
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/surface/boomi"
	"github.com/rekeyhq/rekey/impl/surface/entrust"
	"github.com/rekeyhq/rekey/impl/surface/native"
	"github.com/rekeyhq/rekey/impl/surface/wristband"
	"github.com/rekeyhq/rekey/impl/surface/zitadel"
)

// Surfaces lists the APIs that the service has. A new surface is a new line here.
func Surfaces() []surface.New {
	return []surface.New{native.New, boomi.New, entrust.New, wristband.New, zitadel.New}
}
