import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(__dirname, "../..");
const stage = join(root, "artifacts/vscode");
const manifest = JSON.parse(readFileSync(join(stage, "package.json"), "utf8"));
const contributes = manifest.contributes;
const commands: string[] = contributes.commands.map((c: { command: string }) => c.command);

test("The grammar, the configuration and the snippets are those of grammar/", () => {
  const sources: Record<string, string> = {
    [contributes.grammars[0].path]: "grammar/textmate/icx.tmLanguage.json",
    [contributes.languages[0].configuration]: "grammar/textmate/language-configuration.json",
    [contributes.snippets[0].path]: "grammar/snippets/icx.json",
  };
  for (const [packed, source] of Object.entries(sources)) {
    assert.equal(readFileSync(join(stage, packed), "utf8"), readFileSync(join(root, source), "utf8"), packed);
  }
  assert.equal(contributes.grammars[0].scopeName, JSON.parse(readFileSync(join(root, "grammar/textmate/icx.tmLanguage.json"), "utf8")).scopeName);
});

test("Every page and file the manifest names is there", () => {
  const steps: { media: { markdown: string } }[] = contributes.walkthroughs.flatMap((w: { steps: unknown[] }) => w.steps);
  for (const file of [manifest.main, manifest.icon, ...steps.map(s => s.media.markdown)]) {
    assert.ok(existsSync(join(stage, file)), file);
  }
});

test("Menus and walkthroughs name commands that are contributed", () => {
  const menus: { command: string }[] = Object.values(contributes.menus).flat() as { command: string }[];
  const linked = [...JSON.stringify(contributes.walkthroughs).matchAll(/command:(icx\.\w+)|onCommand:(icx\.\w+)/g)].map(m => m[1] ?? m[2]!);
  for (const command of [...menus.map(m => m.command), ...linked]) {
    assert.ok(commands.includes(command), command);
  }
});

test("Every command of ours is registered by the extension or is one of the server's", () => {
  const bundle = readFileSync(join(stage, "extension.js"), "utf8");
  const server = ["icx.report", "icx.why", "icx.study"];
  for (const command of commands.filter(c => !server.includes(c))) {
    assert.ok(bundle.includes(`registerCommand("${command}"`), command);
  }
});
