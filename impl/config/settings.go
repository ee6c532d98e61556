package config

import "reflect"

// Setting is one line of the operator's interface.
type Setting struct {
	Name    string // of the environment variable
	Default string
	Help    string
}

// Settings lists every setting, in the order of Config.
func Settings() []Setting {
	var out []Setting
	for _, f := range fields() {
		out = append(out, Setting{Name: f.Tag.Get("env"), Default: f.Tag.Get("envDefault"), Help: f.Tag.Get("help")})
	}
	return out
}

// variable is the environment variable that a field is read from.
func variable(field string) string {
	for _, f := range fields() {
		if f.Name == field {
			return f.Tag.Get("env")
		}
	}
	return field
}

func fields() []reflect.StructField {
	var out []reflect.StructField
	for f := range reflect.TypeFor[Config]().Fields() {
		if name := f.Tag.Get("env"); name != "" && name != "-" {
			out = append(out, f)
		}
	}
	return out
}
