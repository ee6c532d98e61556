package config

import "reflect"

// Setting describes one setting, for the documentation and --help.
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

// variable returns the name of the environment variable of a field.
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
