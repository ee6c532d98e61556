package rpc

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
	_ "google.golang.org/protobuf/types/known/durationpb"  // imported by messages
	_ "google.golang.org/protobuf/types/known/structpb"    // imported by messages
	_ "google.golang.org/protobuf/types/known/timestamppb" // imported by messages
)

// Schema is the messages and procedures of an API.
type Schema struct {
	files   *protoregistry.Files
	types   *dynamicpb.Types // of the details of errors
	root    string           // the first part of the names of all packages
	methods map[string]protoreflect.MethodDescriptor
}

// Read reads a FileDescriptorSet in JSON, in which each file comes after those that it imports.
func Read(descriptors []byte) (*Schema, error) {
	var set descriptorpb.FileDescriptorSet
	if err := protojson.Unmarshal(descriptors, &set); err != nil {
		return nil, fmt.Errorf("rpc: %w", err)
	}
	if len(set.GetFile()) == 0 {
		return nil, errors.New("rpc: no files")
	}
	s := &Schema{files: new(protoregistry.Files), methods: map[string]protoreflect.MethodDescriptor{}}
	s.root, _, _ = strings.Cut(set.GetFile()[0].GetPackage(), ".")
	for _, f := range set.GetFile() {
		file, err := protodesc.NewFile(f, known{s.files})
		if err != nil {
			return nil, fmt.Errorf("rpc: %w", err)
		}
		if err := s.add(file); err != nil {
			return nil, fmt.Errorf("rpc: %w", err)
		}
	}
	s.types = dynamicpb.NewTypes(s.files)
	return s, nil
}

func (s *Schema) add(file protoreflect.FileDescriptor) error {
	if root, _, _ := strings.Cut(string(file.Package()), "."); root != s.root {
		return fmt.Errorf("%s is not in a package of %s", file.Path(), s.root)
	}
	for i := range file.Services().Len() {
		service := file.Services().Get(i)
		for j := range service.Methods().Len() {
			method := service.Methods().Get(j)
			if method.IsStreamingClient() || method.IsStreamingServer() {
				return fmt.Errorf("%s is a stream", method.FullName())
			}
			s.methods[string(service.FullName())+"/"+string(method.Name())] = method
		}
	}
	return s.files.RegisterFile(file)
}

// Procedures lists the names of all procedures, such as package.Service/Method, in order.
func (s *Schema) Procedures() []string {
	names := make([]string, 0, len(s.methods))
	for name := range s.methods {
		names = append(names, name)
	}
	slices.SortFunc(names, cmp.Compare[string])
	return names
}

// Messages returns the types of the request and of the answer of a procedure.
func (s *Schema) Messages(procedure string) (request, answer protoreflect.MessageDescriptor, err error) {
	method := s.methods[procedure]
	if method == nil {
		return nil, nil, fmt.Errorf("rpc: there is no procedure %s", procedure)
	}
	return method.Input(), method.Output(), nil
}

// Prefix is what the paths of all procedures begin with, declared or not.
func (s *Schema) Prefix() string { return "/" + s.root + "." }

// known finds the files of a schema, and those of the library.
type known struct{ *protoregistry.Files }

func (k known) FindFileByPath(path string) (protoreflect.FileDescriptor, error) {
	if f, err := k.Files.FindFileByPath(path); err == nil {
		return f, nil
	}
	return protoregistry.GlobalFiles.FindFileByPath(path)
}

func (k known) FindDescriptorByName(name protoreflect.FullName) (protoreflect.Descriptor, error) {
	if d, err := k.Files.FindDescriptorByName(name); err == nil {
		return d, nil
	}
	return protoregistry.GlobalFiles.FindDescriptorByName(name)
}
