// Writes the types of the bundle: node generate.mjs bundle.json schemas.gen.ts
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [bundle, out] = process.argv.slice(2);
const { factory: f, SyntaxKind } = ts;

// A value that a later server adds must not be a type error: known | (string & {}) keeps the
// names for editors, and makes a switch have a default.
const open = (values) =>
  f.createUnionTypeNode([
    ...values.map((v) => f.createLiteralTypeNode(f.createStringLiteral(v))),
    f.createParenthesizedType(
      f.createIntersectionTypeNode([f.createKeywordTypeNode(SyntaxKind.StringKeyword), f.createTypeLiteralNode([])]),
    ),
  ]);

const document = JSON.parse(await readFile(bundle, "utf8"));
const nodes = await openapiTS(document, {
  alphabetize: false,
  emptyObjectsUnknown: true,
  defaultNonNullable: false, // a member with a default may still be left out of a request
  transform: (schema) => (schema.type === "string" && schema.enum && !schema.nullable ? open(schema.enum) : undefined),
});
// Operations and their parameters are in client.gen.ts; of what the generator made, the schemas are kept.
const components = nodes.find((n) => n.name?.text === "components");
const schemas = f.createInterfaceDeclaration(
  components.modifiers,
  components.name,
  undefined,
  undefined,
  components.members.filter((m) => m.name.text === "schemas"),
);
await writeFile(out, `// Generated from openapi/ by openapi-typescript; do not edit.\n\n${astToString([schemas])}`);
