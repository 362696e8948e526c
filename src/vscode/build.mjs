// Bundles the extension and its tests, and lays out in artifacts/vscode what goes into the package; the grammar comes from grammar/, and is nowhere else.
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const stage = join(root, "artifacts/vscode");
const tests = join(root, "artifacts/vscode-tests");
const bundle = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

rmSync(join(stage, "grammar"), { recursive: true, force: true });
rmSync(tests, { recursive: true, force: true });
mkdirSync(join(stage, "grammar"), { recursive: true });

await build({ ...bundle, entryPoints: [join(here, "src/extension.ts")], outfile: join(stage, "extension.js"), format: "cjs", external: ["vscode"], minify: true });
await build({ ...bundle, entryPoints: readdirSync(join(here, "test")).map(file => join(here, "test", file)), outdir: tests, format: "cjs" });

for (const file of ["textmate/icx.tmLanguage.json", "textmate/language-configuration.json", "snippets/icx.json"]) {
  cpSync(join(root, "grammar", file), join(stage, "grammar", file.split("/")[1]));
}
cpSync(join(here, "walkthrough"), join(stage, "walkthrough"), { recursive: true });
for (const file of ["README.md", ".vscodeignore", "icon.png"]) {
  cpSync(join(here, file), join(stage, file));
}
cpSync(join(root, "LICENSE"), join(stage, "LICENSE"));

const { scripts, devDependencies, private: _, ...manifest } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
writeFileSync(join(stage, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
