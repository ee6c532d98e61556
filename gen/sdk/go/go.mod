module github.com/rekeyhq/rekey/gen/sdk/go

go 1.24

require github.com/oapi-codegen/nullable v1.1.0
