"""Makes of the bundle what the generators of the Python and Java SDKs are given.

    prepare.py BUNDLE LANGUAGE OUT

The bundle says more than a client needs to have typed: refusals are turned into errors by the
runtime, which knows each surface's envelope, and what the runtime sends by itself is no
parameter. What a generator cannot be told otherwise is said in tags:

    paged        answers pages of a list, to be walked by nextCursor
    lines        answers an object a line
    keyed        takes an Idempotency-Key
    oauth        refuses with the errors of RFC 6749
"""

import copy
import json
import re
import sys

METHODS = ("get", "put", "post", "delete", "patch")
SURFACES = ("rekey", "boomi", "entrust", "wristband", "zitadel")


def resolve(bundle, node):
    """What a node that may be a reference stands for."""
    while "$ref" in node:
        target = bundle
        for part in node["$ref"][2:].split("/"):
            target = target[part]
        node = target
    return node


def flowing(text):
    """Sentences without the line ends of the file that they were written in."""
    return re.sub(r"(?<!\n)\n(?![\n*-])", " ", text.strip())


def is_secret(schema):
    return bool(schema.get("format") == "password" or schema.get("writeOnly") or schema.get("x-secret"))


def member(bundle, schema):
    """A member without what a type cannot say; a plain text or number stands where it is used."""
    named = resolve(bundle, schema)
    if "$ref" in schema and (named.get("type") in ("object", None) or "enum" in named):
        return schema
    schema = copy.deepcopy({**named, **{k: v for k, v in schema.items() if k != "$ref"}})
    if len(schema.get("allOf", ())) == 1 and "$ref" in schema["allOf"][0]:
        # An allOf of one says no more than the reference, which may not have a description beside it in 3.0.
        return schema["allOf"][0]
    values = schema.get("enum")
    if values and not all(isinstance(v, str) for v in values):
        # Numbers that stand for the same words, for clients that are not typed.
        schema["enum"] = [v for v in values if isinstance(v, str)]
        schema["type"] = "string"
    schema["x-redact"] = is_secret(schema)
    if "description" in schema:
        schema["description"] = flowing(schema["description"])
    for rule in ("pattern", "minLength", "maxLength", "minItems", "maxItems", "maxProperties", "minimum", "maximum",
                 "example", "default", "writeOnly", "readOnly", "uniqueItems"):
        # Bounds are the service's to judge: a client that knows them by heart outlives its knowledge.
        schema.pop(rule, None)
    if schema.get("format") in ("password", "uuid", "uri", "uri-reference", "byte", "email"):
        # Told apart by nobody who only passes them on; a value that a later version writes otherwise still arrives.
        del schema["format"]
    if "items" in schema:
        schema["items"] = member(bundle, schema["items"])
    if isinstance(schema.get("additionalProperties"), dict):
        schema["additionalProperties"] = member(bundle, schema["additionalProperties"])
    return schema


def model(bundle, schema):
    if "enum" in schema:
        return {"type": "string", "enum": [v for v in schema["enum"] if isinstance(v, str)],
                "description": flowing(schema.get("description", ""))}
    out = {k: v for k, v in schema.items() if k in ("type", "description", "required", "deprecated")}
    if "description" in out:
        out["description"] = flowing(out["description"])
    out["properties"] = {name: member(bundle, value) for name, value in schema.get("properties", {}).items()}
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict):
        out["additionalProperties"] = member(bundle, extra)
    return out


def answer(bundle, responses):
    """The success, and whether it comes as lines."""
    status = min(code for code in responses if code.startswith("2"))
    response = resolve(bundle, responses[status])
    content = response.get("content", {})
    out = {"description": response["description"]}
    if "application/x-ndjson" in content:
        out["content"] = {"application/json": {"schema": content["application/x-ndjson"]["x-item-schema"]}}
        return {status: out}, True
    if content:
        out["content"] = {"application/json": {"schema": member(bundle, content["application/json"]["schema"])}}
    return {status: out}, False


def parameters(bundle, listed):
    for given in listed:
        p = {k: v for k, v in resolve(bundle, given).items() if k in ("name", "in", "required", "description", "schema")}
        p["schema"] = member(bundle, p["schema"])
        p["schema"].pop("x-redact", None)
        yield p


def operation(bundle, path, op, shared, language):
    surface = next(s for s in SURFACES if op["operationId"].startswith(s))
    name = op["operationId"][len(surface):]
    responses, lines = answer(bundle, op["responses"])
    out = {
        "operationId": name[0].lower() + name[1:],
        "summary": op.get("summary", ""),
        "description": flowing(op.get("description", "")),
        "responses": responses,
        "tags": [surface],
    }
    if op.get("deprecated"):
        out["deprecated"] = True
    found = list(parameters(bundle, shared + op.get("parameters", [])))
    names = {p["name"] for p in found}
    flags = {
        "paged": "cursor" in names,
        "lines": lines,
        "keyed": "Idempotency-Key" in names,
        "oauth": path.startswith("/api/v1/oauth2/"),
    }
    if language == "java":
        # Given by RequestOptions there.
        found = [p for p in found if p["in"] != "header"]
        body = resolve(bundle, op["requestBody"]) if "requestBody" in op else {"content": {}}
        flags["form"] = "application/x-www-form-urlencoded" in body["content"]
        # An object without members is sent without being asked for.
        flags["empty"] = any("properties" not in resolve(bundle, m["schema"]) for m in body["content"].values())
        out["x-flags"] = {k: True for k, v in flags.items() if v}
        out["x-surface"] = surface
        out["x-name"] = out["operationId"]
        out["x-query"] = name + "Query"
        # The generator wants ids to be unique over all surfaces, though each has a class of its own.
        out["operationId"] = op["operationId"]
        out["x-arguments"] = bool(found or body["content"] and not flags["empty"])
        if flags["paged"]:
            out["x-iterate"] = re.sub("^list", "iterate", out["x-name"])
            listed = resolve(bundle, next(iter(responses.values()))["content"]["application/json"]["schema"])
            item = listed["properties"]["items"]["items"]["$ref"].split("/")[-1]
            out["x-item"] = item[0].upper() + item[1:]
        if lines:
            item = next(iter(responses.values()))["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
            out["x-item"] = item[0].upper() + item[1:]
        for p in found:
            p["x-query"] = name + "Query"
    else:
        out["tags"] += [k for k, v in flags.items() if v]
    out["parameters"] = found
    if "requestBody" in op and not flags.get("empty"):
        body = resolve(bundle, op["requestBody"])
        kind, media = next(iter(body["content"].items()))
        if language == "java":
            # A form would be taken apart into parameters there.
            kind = "application/json"
        out["requestBody"] = {"required": body.get("required", False), "content": {kind: {"schema": media["schema"]}}}
    return out


def kept(bundle, schemas):
    """The schemas that become types: objects with members, and enumerations."""
    for name, schema in schemas.items():
        if schema.get("type") == "object" or "enum" in schema:
            yield name, model(bundle, schema)


def secrets(schemas):
    """The members that must never be printed, by type and name on the wire."""
    found = {}
    for name, schema in schemas.items():
        marked = sorted(m for m, value in schema.get("properties", {}).items() if value.pop("x-redact", False))
        if marked:
            found[name[0].upper() + name[1:]] = marked
    return found


def capitalised(bundle):
    """Generators name types as they are written: rekeyUser becomes RekeyUser."""
    text = json.dumps(bundle)
    text = re.sub(r'"#/components/schemas/([a-z])', lambda m: '"#/components/schemas/' + m[1].upper(), text)
    out = json.loads(text)
    out["components"]["schemas"] = {k[0].upper() + k[1:]: v for k, v in out["components"]["schemas"].items()}
    return out


def prepare(bundle, language):
    paths = {}
    for path, item in bundle["paths"].items():
        paths[path] = {m: operation(bundle, path, item[m], item.get("parameters", []), language)
                       for m in METHODS if m in item}
    schemas = dict(kept(bundle, bundle["components"]["schemas"]))
    out = {
        "openapi": "3.0.3",
        "info": {"title": "Rekey", "version": bundle["info"]["version"],
                 "description": "A self-hosted password lifecycle service."},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }
    return out


def main(bundle_path, language, out_path):
    with open(bundle_path, encoding="utf-8") as file:
        bundle = json.load(file)
    out = capitalised(prepare(bundle, language))
    if language == "python":
        out["x-secrets"] = secrets(out["components"]["schemas"])
    with open(out_path, "w", encoding="utf-8") as file:
        json.dump(out, file, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
