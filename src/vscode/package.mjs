// Packs what build.mjs laid out, with the server inside: node package.mjs [linux-x64|win32-x64|...]
// Without a target the package runs wherever .NET 10 does; with one, its server is compiled ahead of time for that target and starts faster.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const stage = join(root, "artifacts/vscode");
const [target] = process.argv.slice(2);
const run = (program, ...args) => execFileSync(program, args, { cwd: stage, stdio: "inherit" });

const runtime = target?.replace("win32", "win").replace("darwin", "osx");
rmSync(join(stage, "server"), { recursive: true, force: true });
run("dotnet", "publish", join(root, "src/InterconnectDsl.Cli"), "-c", "Release", "-v", "quiet", "-o", join(stage, "server"), ...(runtime ? [`-p:IcxRuntime=${runtime}`] : []));

const name = ["icx", target].filter(Boolean).join("-") + ".vsix";
const vsce = join(here, "node_modules/@vscode/vsce/vsce");
run(process.execPath, vsce, "package", "--no-dependencies", "--allow-missing-repository", "--out", join(root, "artifacts", name), ...(target ? ["--target", target] : []));
