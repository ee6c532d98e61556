package tenants

import (
	"time"

	"github.com/rekeyhq/rekey/models"
)

// Application owns tenants.
type Application struct {
	ID        string
	Name      string
	Version   int64 // increases with every change
	CreatedAt time.Time
	UpdatedAt time.Time
}

func applicationOf(row *models.Application) Application {
	return Application{ID: row.ID, Name: row.Name, Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt}
}
