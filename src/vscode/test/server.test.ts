import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { findServer } from "../src/server.js";

const program = process.platform === "win32" ? "icx.exe" : "icx";
let folder = "", bundled = "", installed = "";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "icx-server-"));
  [bundled, installed] = [join(folder, "icx.dll"), join(folder, "bin", program)];
  mkdirSync(join(folder, "bin"));
  writeFileSync(bundled, "");
  writeFileSync(installed, "");
  chmodSync(installed, 0o755);
});

after(() => rmSync(folder, { recursive: true }));

const find = (configured: string, inside: string, path: string, runtime: boolean) =>
  findServer({ configured, bundled: inside, path, hasRuntime: async () => runtime });

test("A server that is named is started, whatever else there is", async () => {
  assert.deepEqual(await find("/opt/icx", bundled, join(folder, "bin"), true), { command: "/opt/icx", args: ["lsp", "--stdio"], origin: "settings" });
  assert.deepEqual(await find("/opt/icx.dll", bundled, "", true), { command: "dotnet", args: ["/opt/icx.dll", "lsp", "--stdio"], origin: "settings" });
});

test("The server inside the extension is started where .NET 10 is installed", async () => {
  assert.deepEqual(await find("", bundled, join(folder, "bin"), true), { command: "dotnet", args: [bundled, "lsp", "--stdio"], origin: "extension" });
});

test("Without .NET 10, or without a server inside, the one on the PATH is started", async () => {
  const path = [join(folder, "nowhere"), join(folder, "bin")].join(delimiter);
  assert.deepEqual(await find("", bundled, path, false), { command: installed, args: ["lsp", "--stdio"], origin: "PATH" });
  assert.deepEqual(await find("", join(folder, "none.dll"), path, true), { command: installed, args: ["lsp", "--stdio"], origin: "PATH" });
});

test("Where there is none, none is found", async () => assert.equal(await find("", join(folder, "none.dll"), "", true), undefined));
