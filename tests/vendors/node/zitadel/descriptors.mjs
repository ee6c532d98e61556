// Prints the descriptors that the vendor's generated messages bring, as a FileDescriptorSet: node descriptors.mjs FILE...
import { create, toBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";

const files = new Map();

function add(file) {
  file.dependencies.forEach(add);
  files.set(file.name, file.proto);
}

for (const name of process.argv.slice(2)) {
  const module = await import(`@zitadel/proto/${name}_pb`);
  add(Object.values(module).find((declared) => declared?.kind === "file"));
}
process.stdout.write(toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file: [...files.values()] })));
