package core

import (
	"github.com/rekeyhq/rekey/models"
)

const AddressEmail = models.AddressEmail
