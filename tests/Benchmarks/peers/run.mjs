// The language server beside others, over the protocol, with files that say the same: node run.mjs [lines], with Node 22 or later, after `npm ci --ignore-scripts` here and
// `dotnet publish src/InterconnectDsl.Cli -c Release -p:IcxRuntime=linux-x64 -o artifacts/icx`. Prints a table. Linux; ICX_PEERS=icx,typescript picks columns.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Editing } from "./editing.mjs";
import { Session } from "./session.mjs";
import * as texts from "./texts.mjs";

const lines = Number(process.argv[2] ?? 10000);
const rounds = Number(process.env.ICX_ROUNDS ?? 100);
const warmUp = 10;
const here = new URL(".", import.meta.url).pathname;
const inPackage = path => join(here, "node_modules", path);

const servers = [
  { key: "icx", name: "`icx lsp`", language: "icx", text: texts.icx(lines), command: [process.env.ICX ?? join(here, "../../../artifacts/icx/icx"), "lsp"] },
  { key: "typescript", name: "TypeScript 7.0.2, native", language: "typescript", text: texts.typeScript(lines), command: [process.execPath, inPackage("typescript/bin/tsc"), "--lsp", "--stdio"], pulls: true },
  { key: "typespec", name: "TypeSpec 1.17.0", language: "typespec", text: texts.typeSpec(lines), command: [process.execPath, inPackage("@typespec/compiler/cmd/tsp-server.js"), "--stdio"] },
].filter(server => (process.env.ICX_PEERS ?? server.key).split(",").includes(server.key));

const capabilities = {
  textDocument: { synchronization: {}, publishDiagnostics: {}, diagnostic: {}, completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] } },
  workspace: { configuration: true, workspaceFolders: true },
};

const columns = [];
for (const server of servers) columns.push(await measure(server));
console.log(`${lines} lines; ${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0].model}, load ${loadavg()[1].toFixed(0)}, node ${process.version}\n`);
console.log(`| median and p99 of ${rounds}, wall | ${columns.map(column => column.name).join(" | ")} |\n|---|${"---|".repeat(columns.length)}`);
columns[0].rows.forEach(([what], i) => console.log(`| ${what} | ${columns.map(column => column.rows[i][1]).join(" | ")} |`));

async function measure({ name, language, text, command, pulls = false }) {
  const folder = mkdtempSync(join(tmpdir(), "icx-peers-"));
  try {
    writeFileSync(join(folder, text.path), text.text);
    writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true, "noUncheckedIndexedAccess": true }, "include": ["*.ts"] }');
    const starts = await repeat(5, async () => {
      const { session, took } = await start(command, folder);
      await session.stop();
      return took;
    });
    const { session } = await start(command, folder);
    const editing = new Editing(session, text, pathToFileURL(join(folder, text.path)).href, pulls);
    const open = await editing.open(language);
    const edit = i => editing.edit(someSwitch(i >> 1), i % 2 === 0);
    await repeat(warmUp, edit);
    const before = session.cost();
    const edits = await repeat(rounds, edit);
    const after = session.cost();
    const completions = (await repeat(warmUp + rounds, i => editing.complete(someSwitch(i)))).slice(warmUp);
    const hovers = (await repeat(warmUp + rounds, i => editing.hover(someSwitch(i)))).slice(warmUp);
    const { bytes } = session.cost();
    await session.stop();
    return {
      name,
      rows: [
        ["`initialize`, median of 5", `${quantile(starts, 0.5).toFixed(0)} ms`],
        ["open to findings, once", `${open.toFixed(0)} ms`],
        ["edit to findings", spread(edits)],
        ["processor time an edit", `${((1000 * (after.seconds - before.seconds)) / rounds).toFixed(0)} ms`],
        ["completion", spread(completions)],
        ["hover", spread(hovers)],
        ["memory at the end", `${(bytes / 1e6).toFixed(0)} MB`],
      ],
    };
  } catch (fault) {
    throw new Error(`${name}: ${fault.message}`, { cause: fault });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A server that has introduced itself, and how long that took from the start of its process. */
async function start(command, folder) {
  const began = performance.now();
  const session = new Session(command, folder);
  const root = pathToFileURL(folder).href;
  await session.request("initialize", { processId: process.pid, rootUri: root, workspaceFolders: [{ uri: root, name: "peers" }], capabilities });
  const took = performance.now() - began;
  session.notify("initialized", {});
  return { session, took };
}

async function repeat(times, act) {
  const took = [];
  for (let i = 0; i < times; i++) took.push(await act(i));
  return took;
}

// Far apart from each other, and the same every time.
function someSwitch(i) {
  return (i * 7919 + 13) % texts.count(lines);
}

function quantile(times, share) {
  return times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1];
}

function spread(times) {
  const shown = time => (time < 10 ? time.toFixed(1) : time.toFixed(0));
  return `${shown(quantile(times, 0.5))} and ${shown(quantile(times, 0.99))} ms`;
}
