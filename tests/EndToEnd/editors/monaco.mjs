// Monaco, in a page, with its own client for language servers: node monaco.mjs; see `check` for what it needs.
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./bridge.mjs";
import { open, root } from "./screen.mjs";

const here = new URL(".", import.meta.url).pathname;
const made = join(root, "artifacts/editors/monaco");
const bundle = { bundle: true, outdir: made, format: "esm", target: "es2022", loader: { ".ttf": "file" }, logLevel: "warning" };
await build({ ...bundle, entryPoints: [join(here, "monaco/main.js")] });
await build({ ...bundle, entryPoints: { worker: "monaco-editor/editor/editor.worker.js" }, format: "iife", absWorkingDir: here });

const files = new Map(readdirSync(made).map(file => [`/${file}`, join(made, file)]));
files.set("/", join(here, "monaco/index.html"));
files.set("/clean.icx", join(root, "tests/InterconnectDsl.LanguageServer.Tests/Clients/clean.icx"));

async function look(url) {
  const { browser, page, screen } = await open(url, { width: 1500, height: 620 });
  try {
    await screen.sees("a value behind a link", ".view-line", /mirror.*margin 4\.306 dB/);
    await screen.pointAt("lane[", "lane");
    await screen.sees("a hover", ".monaco-hover:not(.hidden) .hover-row", /margin.*4\.306 dB/s);
    await screen.picture("monaco-hover");
    await page.keyboard.press("Escape");

    await screen.pointAt("smf(reach)", "reach").then(place => page.mouse.dblclick(place.x, place.y));
    await page.keyboard.type("raech");
    await page.locator(".squiggly-error").first().waitFor();
    const [problem] = await page.evaluate(() => monaco.editor.getModelMarkers({}));
    screen.say(`a squiggle at ${problem.startLineNumber}:${problem.startColumn}: ${problem.message.replaceAll("\n", " ")}`);
    await page.keyboard.press("Escape");

    await screen.pointAt("blast_limit", "100").then(place => page.mouse.click(place.x, place.y));
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("conn");
    await screen.sees("a completion", ".suggest-widget.visible .monaco-list-row", /^connector/);
    await screen.picture("monaco-squiggle-and-completion");
  } catch (fault) {
    await screen.picture("missing");
    throw fault;
  } finally {
    await browser.close();
  }
}

const bridge = await serve(files, process.env.ICX_SERVER.split(" "));
try {
  await look(bridge.address);
} finally {
  bridge.close();
}
