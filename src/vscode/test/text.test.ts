import assert from "node:assert/strict";
import { test } from "node:test";
import { declarations, expressionAt, nearest } from "../src/text.js";

const text = [
  "module site",
  "design Near {",
  "  link lane[i in 512] = asic <-> oe[3].power -> mirror",
  "}",
  "  design Indented {",
  "// design Remarked",
  "design Far {",
  "}",
  "study tolerance of Near {",
].join("\r\n");

test("Designs and studies are those that start a line", () => {
  assert.deepEqual(declarations(text, "design"), [{ name: "Near", line: 1 }, { name: "Far", line: 6 }]);
  assert.deepEqual(declarations(text, "study"), [{ name: "tolerance", line: 8 }]);
  assert.deepEqual(declarations("", "study"), []);
});

test("The nearest declaration is the last one above, or the first one below", () => {
  const found = declarations(text, "design");
  assert.equal(nearest(found, 2)?.name, "Near");
  assert.equal(nearest(found, 6)?.name, "Far");
  assert.equal(nearest(found, 0)?.name, "Near");
  assert.equal(nearest([], 3), undefined);
});

test("A derivation is offered of the name one points at, and of a link's least margin", () => {
  const line = text.split("\r\n")[2]!;
  assert.equal(expressionAt(line, line.indexOf("oe[3]") + 1), "oe[3].power");
  assert.equal(expressionAt(line, line.indexOf("lane")), "min(lane.margin)");
  assert.equal(expressionAt(line, 0), "min(lane.margin)");
  assert.equal(expressionAt("  ambient = 35 degC", 4), "ambient");
  assert.equal(expressionAt("  }", 2), "");
});
