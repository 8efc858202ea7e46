// Checks manifests, a JSON array on standard input, against the schemas of Kubernetes, KEDA and the Prometheus operator.
// Prints a JSON array with one entry for each: {schema, complaints}; schema is null where none is known.
// Two passes: the schema itself (types, required fields, enumerations, formats), and the TypeScript types that were made from
// it, because only the compiler objects to a field that does not exist.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const PACKAGES = ["kubernetes-models", "@kubernetes-models/keda", "@kubernetes-models/prometheus-operator"];

function schemaOf({ apiVersion, kind }) {
  const paths = PACKAGES.map((name) => `${name}/${apiVersion}/${kind}`);
  return paths.find((path) => existsSync(join(MODULES, `${path}.d.ts`))) ?? null;
}

async function complaintsOfTheSchema(schema, manifest) {
  const Model = (await import(schema))[manifest.kind];
  try {
    new Model(manifest).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
}

// one manifest a line, so that the line of an error tells which one it is about
function typed(schema, manifest, index) {
  const type = `import("${schema}").I${manifest.kind}`;
  return `export const m${index}: ${type} = ${JSON.stringify(manifest)};`;
}

function complaintsOfTheCompiler(checked) {
  const directory = mkdtempSync(join(MODULES, ".check-"));
  try {
    const source = join(directory, "manifests.ts");
    writeFileSync(source, checked.map(({ schema, manifest }, index) =>
      schema ? typed(schema, manifest, index) : "export {};").join("\n"));
    const compiler = spawnSync(join(MODULES, ".bin", "tsc"),
      ["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--ignoreConfig",
        "--module", "nodenext", "--moduleResolution", "nodenext", source], { encoding: "utf8" });
    if (compiler.error) {
      throw compiler.error;
    }
    const found = [...compiler.stdout.matchAll(/manifests\.ts\((\d+),\d+\): error (.*)/g)]
      .map(([, line, message]) => ({ index: Number(line) - 1, message }));
    if (compiler.status !== 0 && found.length === 0) {
      throw new Error(compiler.stdout + compiler.stderr);
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const checked = [];
for (const manifest of JSON.parse(readFileSync(0, "utf8"))) {
  const schema = schemaOf(manifest);
  checked.push({ schema, manifest, complaints: schema ? await complaintsOfTheSchema(schema, manifest) : [] });
}
for (const { index, message } of complaintsOfTheCompiler(checked)) {
  checked[index].complaints.push(message);
}
console.log(JSON.stringify(checked.map(({ schema, complaints }) => ({ schema, complaints }))));
