import assert from "node:assert/strict";
import { test } from "node:test";
import { pageFor } from "../src/page.js";

test("A page may load nothing, and runs the one script that is ours", () => {
  const page = pageFor("<html>\n<head>\n<title>Cpo51</title>\n</head>\n<body><script>alert(1)</script></body>\n</html>", "n0", false);
  assert.match(page, /<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*script-src 'nonce-n0'">/);
  assert.equal([...page.matchAll(/<script nonce="n0">/g)].length, 1);
  assert.ok(page.includes("<script>alert(1)</script>"), "the report is not changed otherwise; the policy keeps scripts in it from running");
});

test("A page is as dark as the editor, whatever the system is", () => {
  const report = "<head><style>:root { color-scheme: light dark; --ink: black } @media (prefers-color-scheme: dark) { :root { --ink: white } }</style></head>";
  assert.match(pageFor(report, "n0", true), /color-scheme: dark; --ink: black \} @media all \{/);
  assert.match(pageFor(report, "n0", false), /color-scheme: light; --ink: black \} @media not all \{/);
});
