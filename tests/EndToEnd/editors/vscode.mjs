// Visual Studio Code (code-server) with the packaged extension: node vscode.mjs; see `check` for what it needs.
import { spawn, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { open, root } from "./screen.mjs";

const home = process.env.ICX_CODE_SERVER;
const folder = join(root, "artifacts/editors/vscode");
const [workspace, data, extensions] = ["workspace", "data", "extensions"].map(name => join(folder, name));
const node = join(home, "node/bin/node");
const entry = join(home, "node_modules/code-server/out/node/entry.js");
const common = ["--config", join(folder, "config.yaml"), "--user-data-dir", data, "--extensions-dir", extensions];
const environment = { ...process.env, PATH: `${join(home, "node/bin")}:${process.env.PATH}` };

function prepare(port) {
  rmSync(folder, { recursive: true, force: true });
  for (const made of [workspace, join(data, "User"), extensions]) mkdirSync(made, { recursive: true });
  writeFileSync(join(folder, "config.yaml"), `bind-addr: 127.0.0.1:${port}\nauth: none\ncert: false\n`);
  writeFileSync(join(data, "User/settings.json"), readFileSync(new URL("./settings.json", import.meta.url)));
  cpSync(join(root, "tests/InterconnectDsl.LanguageServer.Tests/Clients/clean.icx"), join(workspace, "clean.icx"));
  execFileSync(node, [entry, ...common, "--install-extension", process.env.ICX_VSIX, "--force"], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilAnswers(url) {
  for (let i = 0; i < 300; i++) {
    if (await fetch(url).then(answer => answer.ok, () => false)) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`nothing answers at ${url}`);
}

async function command(page, name) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").first().fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
}

async function look(url) {
  const { browser, page, screen } = await open(url, { width: 1500, height: 900 });
  try {
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "clean.icx" }).dblclick();
    await screen.sees("the language", '[id="status.editor.mode"]', /Interconnect DSL/);
    await screen.sees("the server", '[id="interconnectdsl.icx.icx.status"]', /icx \d/);

    await screen.sees("a value behind a link", ".view-line", /mirror.*margin 4\.306 dB/);
    await screen.sees("a verdict above a design", ".codelens-decoration", /rules hold/);
    await screen.sees("a margin above a link", ".codelens-decoration", /margin 4\.306/);
    await screen.picture("vscode-values");

    await screen.pointAt("lane[", "lane");
    await screen.sees("a hover", ".monaco-hover:not(.hidden) .hover-row", /margin.*4\.306 dB/s);
    await screen.picture("vscode-hover");
    await page.keyboard.press("Escape");

    await screen.pointAt("lane[", "lane").then(place => page.mouse.click(place.x, place.y));
    await command(page, "icx: Show Derivation");
    await screen.sees("the expression to derive", ".quick-input-widget", /An expression over the design/);
    await page.keyboard.press("Enter");
    await screen.sees("a derivation", ".view-line", /min\(lane\.margin\) = 4\.305\d* dB/);
    await screen.picture("vscode-derivation");
    await page.keyboard.press("Control+1");

    await command(page, "icx: Preview Report");
    const report = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame").locator("body");
    await report.filter({ hasText: /0\.175\sdB/ }).waitFor();
    const paper = await report.evaluate(body => getComputedStyle(body).backgroundColor);
    screen.say(`a report: ${await report.locator("h1").innerText()}, on ${paper}`);
    if (!paper.match(/\d+/g).every(part => Number(part) < 60)) throw new Error("the editor is dark and the report is not");
    await screen.pointAt("param reach", "500").then(place => page.mouse.dblclick(place.x, place.y));
    await page.keyboard.type("400");
    await report.filter({ hasText: /0\.14\sdB/ }).waitFor();
    screen.say("the report follows: 400 m of 0.35 dB/km lose 0.14 dB");
    await screen.picture("vscode-report");
    await command(page, "View: Close Editors in Other Groups");

    await screen.pointAt("smf(reach)", "reach").then(place => page.mouse.dblclick(place.x, place.y));
    await page.keyboard.type("raech");
    await page.locator(".squiggly-error").first().waitFor();
    screen.say("a squiggle");
    await screen.picture("vscode-squiggle");
    await page.keyboard.press("Control+Shift+M");
    await screen.sees("a problem", ".markers-panel-container", /raech.*is not known here/s);
    await screen.picture("vscode-problems");
    await page.keyboard.press("Control+J");

    await screen.pointAt("blast_limit", "100").then(place => page.mouse.click(place.x, place.y));
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("conn");
    await screen.sees("a completion", ".suggest-widget.visible .monaco-list-row", /^connector/);
    await screen.picture("vscode-completion");
  } catch (fault) {
    await screen.picture("missing");
    throw fault;
  } finally {
    await browser.close();
  }
}

const port = await freePort();
prepare(port);
const server = spawn(node, [entry, ...common, "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", workspace], { env: environment, stdio: "ignore" });
try {
  await untilAnswers(`http://127.0.0.1:${port}/healthz`);
  await look(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`);
} finally {
  const ended = new Promise(resolve => server.once("exit", resolve));
  server.kill();
  await ended;
}
