#!/usr/bin/env python3
"""Writes src/exoscout/api.py: the types and calls that the documents in docs/openapi promise.

Run it without arguments after the documents have changed, or with --check to be told whether they have. It needs nothing
but Python itself, and ends with an error at whatever it does not know how to express, so that nothing is left out silently.
"""
from __future__ import annotations

import argparse
import json
import keyword
import pathlib
import re
import sys
import textwrap
from typing import Any, Optional

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENTS = HERE.parent.parent / "docs" / "openapi"
MODULE = HERE / "src" / "exoscout" / "api.py"
WIDTH = 120

# POSTs that change nothing when they are made twice: an upload is known by its content, scoring stores nothing
REPEATABLE = {
    "cancelJob", "computeFeatures", "infer", "inferVersion", "inspectTable", "fitEphemeris", "forecastSeries", "predict", "profileRow", "trainSeries", "uploadTable", "whitenCurve", "addPoints",
}
# spoken over a WebSocket, not over HTTP
OTHERWISE = {"openSocket"}
KNOWN = {
    "$ref", "additionalProperties", "allOf", "anyOf", "contentMediaType", "contentSchema", "default", "description", "enum",
    "example", "format", "items", "maxItems", "maxLength", "maximum", "minLength", "minimum", "oneOf", "pattern",
    "properties", "required", "type",
}

HEAD = '''"""What the suite's API documents promise: types of what goes in and comes out, and a method for each call.

Made by generate.py from docs/openapi; changes belong there.
"""
from __future__ import annotations

from typing import Any, Literal, Optional, TypedDict, Union

from exoscout.transport import Answer, JsonPart, Transport
from exoscout.uploads import Upload

'''


def snake(name: str) -> str:
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name.replace("-", "_")).lower()
    return words + "_" if keyword.iskeyword(words) else words


def pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def prose(text: Optional[str], indent: int) -> str:
    """A description as a docstring; Javadoc's links become their words."""
    text = re.sub(r"\{@link \S+ ([^}]*)\}", r"`\1`", " ".join((text or "").split()))
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    text = text[:1].upper() + text[1:]
    text += "" if text.endswith((".", "?", "!", ":")) else "."
    pad = " " * indent
    lines = textwrap.wrap(text, WIDTH - indent - 6, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1:
        return pad + '"""' + lines[0] + '"""'
    return "\n".join([pad + '"""' + lines[0]] + [pad + line for line in lines[1:]] + [pad + '"""'])


Schema = dict[str, Any]
Documents = dict[str, Schema]
Member = tuple[str, str, Optional[str]]


class Names:
    """What each schema of each document is called, where documents agree on a name or use it for different things."""

    def __init__(self, documents: Documents) -> None:
        self.schemas: dict[tuple[str, str], Schema] = {(doc, name): schema for doc, content in documents.items()
                        for name, schema in content["components"]["schemas"].items()}
        kinds: dict[tuple[str, str], Any] = {place: json.dumps(schema, sort_keys=True) for place, schema in self.schemas.items()}
        # two schemas of the same words are still different ones if what they refer to differs
        while True:
            finer = {place: (kinds[place], tuple(kinds[place[0], name] for name in self.referred(schema)))
                     for place, schema in self.schemas.items()}
            numbers = {kind: number for number, kind in enumerate(dict.fromkeys(finer.values()))}
            settled = len(numbers) == len(set(kinds.values()))
            kinds = {place: numbers[kind] for place, kind in finer.items()}
            if settled:
                break
        self.names: dict[tuple[str, str], str] = {}
        for name in sorted({name for _, name in self.schemas}):
            holders: dict[Any, list[str]] = {}
            for doc in documents:
                if (doc, name) in kinds:
                    holders.setdefault(kinds[doc, name], []).append(doc)
            most = max(holders.values(), key=len)
            for docs in holders.values():
                for doc in docs:
                    self.names[doc, name] = name if docs is most else pascal(doc) + name

    @staticmethod
    def referred(schema: Schema) -> list[str]:
        return sorted(set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(schema))))

    def of(self, doc: str, reference: str) -> str:
        return self.names[doc, reference.rsplit("/", 1)[1]]


class Types:
    """Python types of schemas, and the classes they need."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.classes: dict[str, str] = {}
        self.dates: set[str] = set()

    def of(self, doc: str, schema: Schema, name: str) -> str:
        """The type of a schema; `name` is for the class that it may need."""
        unknown = set(schema) - KNOWN
        if unknown:
            raise SystemExit("%s uses %s, which generate.py does not know" % (name, ", ".join(sorted(unknown))))
        if "$ref" in schema:
            return self.names.of(doc, schema["$ref"])
        for choice in ("oneOf", "anyOf"):
            if choice in schema:
                return self.union([self.of(doc, one, "%s%d" % (name, number + 1))
                                   for number, one in enumerate(schema[choice])])
        if "enum" in schema:
            found = "Literal[%s]" % ", ".join(json.dumps(value) for value in schema["enum"] if value is not None)
            kinds = schema.get("type", "string")
            return "Optional[%s]" % found if "null" in kinds and isinstance(kinds, list) else found
        kinds = schema.get("type")
        if kinds is None:
            return "Any"
        kinds = [kinds] if isinstance(kinds, str) else kinds
        found = self.union([self.plain(doc, schema, kind, name) for kind in kinds if kind != "null"])
        return "Optional[%s]" % found if "null" in kinds else found

    def plain(self, doc: str, schema: Schema, kind: str, name: str) -> str:
        if kind == "array":
            return "list[%s]" % self.of(doc, schema["items"], name + "Item")
        if kind == "object":
            if "properties" in schema:
                self.declare(doc, schema, name)
                return name
            more = schema.get("additionalProperties", {})
            return "dict[str, %s]" % (self.of(doc, more, name + "Value") if isinstance(more, dict) else "Any")
        # some numbers of the query are declared as text with bounds
        if kind == "string" and ("minimum" in schema or "maximum" in schema):
            return "float"
        return {"string": "str", "number": "float", "integer": "int", "boolean": "bool"}[kind]

    @staticmethod
    def union(types: list[str]) -> str:
        types = list(dict.fromkeys(types))
        if "float" in types and "int" in types:
            types.remove("int")
        return types[0] if len(types) == 1 else "Union[%s]" % ", ".join(types)

    def declare(self, doc: str, schema: Schema, name: str) -> None:
        if name in self.classes:
            return
        self.classes[name] = ""  # holds its place while it is written, which may lead back to it
        required: list[Member] = []
        optional: list[Member] = []
        for key, part in schema["properties"].items():
            kind = self.of(doc, part, name + pascal(key))
            if part.get("format") == "date-time":
                self.dates.add(key)
            (required if key in schema.get("required", ()) else optional).append((key, kind, part.get("description")))
        self.classes[name] = self.written(schema, name, required, optional)

    def written(self, schema: Schema, name: str, required: list[Member], optional: list[Member]) -> str:
        text = schema.get("description") or name
        if schema.get("additionalProperties"):
            text += ". Further members are allowed, which a type can not say"
        base = "TypedDict"
        lines: list[str] = []
        if required and optional:
            base = "_%sAlways" % name
            lines += self.body(base, "TypedDict", "", "What every %s has" % name, required)
        return "\n".join(lines + self.body(name, base, "" if not optional else ", total=False", text, optional or required))

    @staticmethod
    def body(name: str, base: str, total: str, text: str, members: list[Member]) -> list[str]:
        if any(keyword.iskeyword(key) or not key.isidentifier() for key, _, _ in members):
            # a member like `class` can not be written as an attribute
            mixin = "_%sMembers" % name.lstrip("_")
            lines = ["%s = TypedDict(" % mixin, '    "%s",' % mixin, "    {"]
            lines += ["        %s: %s," % (json.dumps(key), json.dumps(kind) if not kind.isidentifier() or kind[0].isupper()
                                            else kind) for key, kind, _ in members]
            lines += ["    },", "    total=%s," % (not total), ")", "", ""]
            bases = mixin if base == "TypedDict" else base + ", " + mixin
            return lines + ["class %s(%s):" % (name, bases), prose(text, 4), "", ""]
        lines = ["class %s(%s%s):" % (name, base, total), prose(text, 4), ""]
        for key, kind, said in members:
            lines.append("    %s: %s" % (key, kind))
            if said:
                lines.append(prose(said, 4))
        return lines + ["", ""]

    def alias(self, doc: str, schema: Schema, name: str) -> None:
        self.classes[name] = ""
        kind = self.of(doc, schema, name)
        quoted = re.sub(r"\b(?!Literal|Optional|Union|list|dict|str|float|int|bool|Any)([A-Z]\w+)\b(?![^\"]*\")", r'"\1"', kind)
        quoted = kind if kind.startswith("Literal") else quoted
        if len(name) + len(quoted) > WIDTH - 3 and quoted.startswith("Literal["):
            inner = textwrap.wrap(quoted[len("Literal["):-1], WIDTH - 4)
            quoted = "Literal[\n    %s,\n]" % "\n    ".join(inner)
        self.classes[name] = "%s = %s\n%s\n\n" % (name, quoted, prose(schema.get("description") or name, 0))


class Calls:
    """A method for each call of a document."""

    def __init__(self, types: Types) -> None:
        self.types = types

    def method(self, doc: str, path: str, verb: str, call: Schema) -> str:
        name = snake(call["operationId"])
        title = pascal(call["operationId"])
        places: dict[str, list[str]] = {"path": [], "query": [], "header": []}
        needed: list[str] = []
        given: list[str] = []
        said: list[tuple[str, Optional[str]]] = []
        for part in call.get("parameters", []):
            if part["name"] == "Accept":
                continue
            kind = self.types.of(doc, part["schema"], title + pascal(part["name"]))
            places[part["in"]].append(part["name"])
            argument = snake(part["name"])
            if part.get("required"):
                needed.append("%s: %s" % (argument, kind))
            else:
                given.append("%s: Optional[%s] = None" % (argument, kind))
            said.append((argument, part.get("description")))
        sent = self.body(doc, call, title, needed, given, said)
        forms, kind = self.answers(doc, call, title)
        accept = '"%s"' % forms[0] if forms else '"*/*"'
        if len(forms) > 1:
            given.append("accept: Literal[%s] = %s" % (", ".join(json.dumps(form) for form in forms), accept))
            accept = "accept"
        lines = ["    def %s(" % name, "        self,"]
        lines += ["        %s," % argument for argument in needed]
        lines += ["        *,"] + ["        %s," % argument for argument in given] if given else []
        lines += ["    ) -> Answer[%s]:" % kind, self.docstring(call, said)]
        lines += ["        return self._transport.call(", '            "%s",' % verb.upper(), '            "%s",' % path]
        for place, keyword_name in (("path", "path"), ("query", "query"), ("header", "headers")):
            if places[place]:
                pairs = ", ".join('"%s": %s' % (one, snake(one)) for one in places[place])
                lines += self.wrapped("            %s={%s}," % (keyword_name, pairs))
        lines += ["            accept=%s," % accept] + sent
        if call["operationId"] in REPEATABLE:
            lines.append("            repeatable=True,")
        return "\n".join(lines + ["        )", ""])

    @staticmethod
    def wrapped(line: str) -> list[str]:
        if len(line) <= WIDTH:
            return [line]
        head, pairs = line.split("{", 1)
        inner = textwrap.wrap(pairs[:-2], WIDTH - 16)
        return [head + "{"] + ["                " + one for one in inner] + ["            },"]

    def body(self, doc: str, call: Schema, title: str, needed: list[str], given: list[str],
             said: list[tuple[str, Optional[str]]]) -> list[str]:
        contents = (call.get("requestBody") or {}).get("content", {})
        if not contents:
            return []
        lines = []
        several = "application/json" in contents and "multipart/form-data" in contents
        if "application/json" in contents:
            kind = self.types.of(doc, contents["application/json"]["schema"], title + "Body")
            given.insert(0, "body: Optional[%s] = None" % kind) if several else needed.append("body: " + kind)
            said.append(("body", "what is sent as JSON"))
            lines.append("            json=body,")
        if "multipart/form-data" in contents:
            parts = []
            schema = contents["multipart/form-data"]["schema"]
            if "$ref" in schema:
                schema = self.types.names.schemas[doc, schema["$ref"].rsplit("/", 1)[1]]
            for key, part in schema["properties"].items():
                if part.get("format") == "binary":
                    argument, value = key + ": Upload", key
                elif (part.get("items") or {}).get("format") == "binary":
                    argument, value = key + ": list[Upload]", key
                elif "contentSchema" in part:
                    kind = self.types.of(doc, part["contentSchema"], title + pascal(key))
                    argument, value = "%s: %s" % (key, kind), "JsonPart.of(%s)" % key
                else:
                    raise SystemExit("%s has a form field %s that generate.py does not know" % (title, key))
                always = key in schema.get("required", ()) and not several
                needed.append(argument) if always else given.insert(
                    0, "%s: Optional[%s] = None" % tuple(argument.split(": ", 1)))
                said.append((key, part.get("description")))
                parts.append('"%s": %s' % (key, value))
            lines.append("            form={%s}," % ", ".join(parts))
        if not lines:
            raise SystemExit("%s takes only %s, which generate.py does not know" % (title, ", ".join(contents)))
        return lines

    def answers(self, doc: str, call: Schema, title: str) -> tuple[list[str], str]:
        forms: list[str] = []
        kinds: list[str] = []
        for status, answer in call["responses"].items():
            if not status.startswith("2"):
                continue
            for form, content in answer.get("content", {}).items():
                forms += [form] if form not in forms else []
                if form == "application/json":
                    kinds.append(self.types.of(doc, content["schema"], "%s%s" % (title, status)))
        forms.sort(key=lambda form: form != "application/json")
        return forms, Types.union(kinds) if kinds else "Any"

    @staticmethod
    def docstring(call: Schema, said: list[tuple[str, Optional[str]]]) -> str:
        text = call["summary"].rstrip(".") + "."
        lines = textwrap.wrap(" ".join((call.get("description") or "").split()), WIDTH - 8)
        lines = ['        """' + text] + ([""] + ["        " + line for line in lines] if lines else [])
        if said:
            lines.append("")
        for argument, words in said:
            lines += textwrap.wrap("%s: %s" % (argument, " ".join((words or "").split())), WIDTH, initial_indent=" " * 8,
                                   subsequent_indent=" " * 12)
        return "\n".join(lines + ['        """']).replace("\\", "\\\\")


def module() -> str:
    documents: Documents = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(DOCUMENTS.glob("*.json"))}
    if not documents:
        raise SystemExit("There are no documents in %s" % DOCUMENTS)
    names = Names(documents)
    types = Types(names)
    for place in sorted(names.schemas, key=lambda place: (names.names[place], place)):
        name, schema = names.names[place], names.schemas[place]
        if name in types.classes:
            continue
        if schema.get("type") == "object" and "properties" in schema:
            types.declare(place[0], schema, name)
        else:
            types.alias(place[0], schema, name)
    calls = Calls(types)
    methods: dict[str, str] = {}
    seen: set[str] = set()
    for doc, content in documents.items():
        for path, verbs in content["paths"].items():
            for verb, call in verbs.items():
                seen.add(call["operationId"])
                if call["operationId"] in OTHERWISE:
                    continue
                if call["operationId"] in methods:
                    raise SystemExit("Two calls are named %s" % call["operationId"])
                methods[call["operationId"]] = calls.method(doc, path, verb, call)
    lost = (REPEATABLE | OTHERWISE) - seen
    if lost:
        raise SystemExit("No call is named %s any more" % ", ".join(sorted(lost)))
    return "".join([HEAD, constants(documents, types), "\n"] + [text + "\n" for text in types.classes.values()]
                   + ['class Operations:\n    """Each call of the API, as the documents have it."""\n\n'
                      "    def __init__(self, transport: Transport) -> None:\n        self._transport = transport\n\n"
                      "    def within(self, timeout: float) -> Operations:\n"
                      '        """The same calls, with so many seconds for each."""\n'
                      "        return Operations(self._transport.within(timeout))\n\n"]
                   + ["\n".join(methods.values())])


def constants(documents: Documents, types: Types) -> str:
    figures = documents["jobs"]["components"]["schemas"]["StoredTrainingResults"]["properties"]
    lines = ["#: members of answers that are moments", "MOMENTS = frozenset(", "    {"]
    lines += ['        "%s",' % name for name in sorted(types.dates)] + ["    }", ")", "",
              "#: what the figures of a training mean", "FIGURES = {"]
    lines += ["    %s: %s," % (json.dumps(name), json.dumps(part["description"])) for name, part in figures.items()
              if part.get("type") == "number"]
    return "\n".join(lines + ["}", "", ""])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--check", action="store_true", help="only say whether the module is what the documents make")
    wanted = module()
    if not arguments.parse_args().check:
        MODULE.write_text(wanted, "utf-8")
    elif not MODULE.exists() or MODULE.read_text("utf-8") != wanted:
        sys.exit("%s is not what docs/openapi makes: run %s" % (MODULE.name, pathlib.Path(__file__).name))


if __name__ == "__main__":
    main()
