package tracing

import (
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// Settings are the standard settings of OpenTelemetry that Rekey follows
// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
type Settings struct {
	Endpoint   string            // the URL to which spans are posted
	Headers    map[string]string // of each request to the collector; they can be credentials
	RootCAs    *x509.CertPool    // nil: those of the system
	Service    string
	Attributes map[string]string // of the resource
	Sampler    string
	Argument   string // of the sampler
}

// Deps are what a Tracer needs. Settings may be nil.
type Deps struct {
	Settings *Settings
	Version  string
	Log      *slog.Logger
	Count    func(outcome Result, spans int)
}

// Result is what became of a span.
type Result string

// The results.
const (
	Ended    Result = "ended"    // it was recorded
	Exported Result = "exported" // the collector has it
	Lost     Result = "lost"     // the collector did not take it
)

// Results lists the results.
func Results() []Result { return []Result{Ended, Exported, Lost} }

// Input are the values of the variables, as an operator writes them.
type Input struct {
	Endpoint, TracesEndpoint, Protocol, Headers, Service, Attributes, Sampler, Argument string
	Disabled                                                                            bool
}

// Parse reads the variables; nil if there is no collector. Its errors name variables and no values.
func Parse(in Input) (*Settings, error) {
	at := in.TracesEndpoint
	if at == "" && in.Endpoint != "" {
		at = strings.TrimSuffix(in.Endpoint, "/") + "/v1/traces"
	}
	if at == "" || in.Disabled {
		return nil, nil
	}
	var errs []error
	u, err := url.Parse(at)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		errs = append(errs, errors.New("OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be http or https URLs without a user, such as http://127.0.0.1:4318"))
	}
	if in.Protocol != "http/protobuf" {
		errs = append(errs, errors.New("OTEL_EXPORTER_OTLP_PROTOCOL: Rekey speaks http/protobuf alone, to port 4318 of a collector"))
	}
	s := &Settings{Endpoint: at, Service: in.Service, Sampler: in.Sampler, Argument: in.Argument}
	if s.Headers, err = pairs(in.Headers); err != nil {
		errs = append(errs, fmt.Errorf("OTEL_EXPORTER_OTLP_HEADERS %w", err))
	}
	if s.Attributes, err = pairs(in.Attributes); err != nil {
		errs = append(errs, fmt.Errorf("OTEL_RESOURCE_ATTRIBUTES %w", err))
	}
	if _, err := s.sampler(); err != nil {
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return s, nil
}

var errPairs = errors.New("must be name=value, several with commas, percent-encoded as in W3C Baggage")

func pairs(text string) (map[string]string, error) {
	all := map[string]string{}
	for part := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, value, ok := strings.Cut(part, "=")
		decoded, err := url.PathUnescape(strings.TrimSpace(value))
		if name = strings.TrimSpace(name); !ok || name == "" || err != nil {
			return nil, errPairs
		}
		all[name] = decoded
	}
	return all, nil
}

func (s *Settings) sampler() (sdk.Sampler, error) {
	ratio := 1.0
	if strings.HasSuffix(s.Sampler, "traceidratio") && s.Argument != "" {
		var err error
		if ratio, err = strconv.ParseFloat(s.Argument, 64); err != nil || ratio < 0 || ratio > 1 {
			return nil, errors.New("OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1")
		}
	}
	switch s.Sampler {
	case "always_on":
		return sdk.AlwaysSample(), nil
	case "always_off":
		return sdk.NeverSample(), nil
	case "traceidratio":
		return sdk.TraceIDRatioBased(ratio), nil
	case "", "parentbased_always_on":
		return sdk.ParentBased(sdk.AlwaysSample()), nil
	case "parentbased_always_off":
		return sdk.ParentBased(sdk.NeverSample()), nil
	case "parentbased_traceidratio":
		return sdk.ParentBased(sdk.TraceIDRatioBased(ratio)), nil
	}
	return nil, errors.New("OTEL_TRACES_SAMPLER must be always_on, always_off, traceidratio, or one of these with parentbased_ before it")
}

// resource describes this process. It has neither host name nor address unless the operator sets them.
func (s *Settings) resource(version string) *resource.Resource {
	service := s.Service
	if service == "" {
		service = "rekey"
	}
	all := []attribute.KeyValue{
		attribute.String("service.version", version), attribute.String("service.instance.id", uuid.NewString()),
	}
	for name, value := range s.Attributes {
		if name == "service.name" && s.Service == "" {
			service = value
			continue
		}
		all = append(all, attribute.String(name, value))
	}
	return resource.NewSchemaless(append(all, attribute.String("service.name", service))...)
}
