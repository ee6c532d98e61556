module github.com/rekeyhq/rekey/tests/sdk/go

go 1.26

require github.com/rekeyhq/rekey/gen/sdk/go v0.0.0

require github.com/oapi-codegen/nullable v1.1.0 // indirect

replace github.com/rekeyhq/rekey/gen/sdk/go => ../../../gen/sdk/go
