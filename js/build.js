// Bundles every file directly in src/ into the Python package: `npm run build`.
// `npm run check` writes nothing and fails when a committed bundle is out of date.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const target = join(here, "..", "olenb", "views", "widgets", "static");
const check = process.argv.includes("--check");

const entries = readdirSync(source).filter((name) => /\.(js|css)$/.test(name));
const { outputFiles = [] } = await build({
  absWorkingDir: here,
  entryPoints: entries.map((name) => join(source, name)),
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: !check,
});

const stale = outputFiles.filter(({ path, text }) => {
  try {
    return readFileSync(path, "utf8") !== text;
  } catch {
    return true;
  }
});
for (const { path } of stale) console.error(`out of date: ${path}`);
process.exitCode = stale.length ? 1 : 0;
