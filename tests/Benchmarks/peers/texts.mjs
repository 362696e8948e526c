// The same switches in three languages: packages with a die and four engines each, four links through fibers, about as many lines. Each text says where one of its numbers may be
// made wrong, as its checker sees it: a fiber longer than the agreement of the link allows, or text where a number is wanted.

/** How many switches make about so many lines. */
const LinesOfASwitch = 41;
const places = lines => Array.from({ length: Math.floor(lines / LinesOfASwitch) }, (_, p) => p);

const icxHead = [
  "module bench.peers", "", "use icx.oif.{Xsr112, CoPackaged3200}", "use icx.connectors.{Mpo16}", "use icx.fiber.{smf}", "use icx.electrical.{trace, Abf}", "",
  "param reach : length = 500 m within 2 m .. 2 km", "",
  "part Switch : die {", "  size  = 32 mm by 26 mm", "  power = 480 W", "  lanes = 4", "  io    = Xsr112", "}", "",
];

const icxSwitch = p => [
  `  package sw${p} on main {`,
  "    substrate base : Abf { size = 110 mm by 110 mm }",
  "    die asic : Switch on base at center {",
  `      power = ${450 + (p % 30)} W`,
  "      lanes = 4",
  "    }",
  ...[0, 1, 2, 3].flatMap(e => [
    `    engine oe${e} : CoPackaged3200 on base at (${e < 2 ? "-" : ""}40 mm, ${(e % 2) * 30 - 15} mm) {`,
    `      power     = 0.${3 + e}${p % 10} W`,
    `      average   = 1.${p % 7} dBm`,
    "      lanes     = 1",
    "      bandwidth = 100 Gb/s per_direction",
    "    }",
  ]),
  "  }",
  `  connector port${p}[4] : Mpo16 on face`,
  ...[0, 1, 2, 3].flatMap(e => [
    `  link lane${p}_${e} = sw${p}.asic <-> trace() -> sw${p}.oe${e} -> smf(0.${4 + e} m)`,
    `    -> port${p}[${e}] -> smf(reach * 0.5 + 20 m) -> mirror`,
  ]),
];

const typeScriptHead = [
  "type Die = { power: number; lanes: number };",
  "type Engine = { at: [number, number]; power: number; average: number; lanes: number; bandwidth: number };",
  "type Fiber = { length: number };",
  "type Connector = { fibers: number };",
  "type Link = { from: Die; through: readonly (Engine | Fiber | Connector)[] };",
  "const smf = (length: number): Fiber => ({ length });",
  "const mpo16 = (count: number): Connector[] => Array.from({ length: count }, () => ({ fibers: 16 }));",
  "const reach = 500;",
];

const typeScriptSwitch = p => [
  `const sw${p} = {`,
  "  base: { size: [110, 110] },",
  "  asic: {",
  `    power: ${450 + (p % 30)},`,
  "    lanes: 4,",
  "  } satisfies Die,",
  ...[0, 1, 2, 3].flatMap(e => [
    `  oe${e}: {`,
    `    at: [${e < 2 ? "-" : ""}40, ${(e % 2) * 30 - 15}],`,
    `    power: 0.${3 + e}${p % 10},`,
    `    average: 1.${p % 7},`,
    "    lanes: 1, bandwidth: 100,",
    "  } satisfies Engine,",
  ]),
  "};",
  `const port${p} = mpo16(4);`,
  ...[0, 1, 2, 3].flatMap(e => [
    `const lane${p}_${e}: Link = { from: sw${p}.asic, through: [sw${p}.oe${e}, smf(0.${4 + e}),`,
    `  port${p}[${e}]!, smf(reach * 0.5 + 20)] };`,
  ]),
];

const typeSpecHead = [
  "model Die { power: float64; lanes: int32; }",
  "model Engine { x: float64; y: float64; power: float64; average: float64; lanes: int32; bandwidth: float64; }",
  "model Connector { fibers: int32; }",
  "model Link { lanes: int32; connector: int32; near: float64; far: float64; }",
  "const reach: float64 = 500;",
];

const typeSpecSwitch = p => [
  `namespace Sw${p} {`,
  `  const asic: Die = #{`,
  `    power: ${450 + (p % 30)},`,
  "    lanes: 4,",
  "  };",
  ...[0, 1, 2, 3].flatMap(e => [
    `  const oe${e}: Engine = #{`,
    `    x: ${e < 2 ? "-" : ""}40, y: ${(e % 2) * 30 - 15},`,
    `    power: 0.${3 + e}${p % 10},`,
    `    average: 1.${p % 7},`,
    "    lanes: 1, bandwidth: 100,",
    "  };",
  ]),
  "}",
  `const port${p}: Connector = #{ fibers: 16 };`,
  ...[0, 1, 2, 3].flatMap(e => [
    `const lane${p}_${e}: Link = #{ lanes: 4, connector: ${e},`,
    `  near: 0.${4 + e}, far: reach };`,
  ]),
];

/** A text, and in it the places that are edited and asked about: number `right` may be made `wrong`, `name` may be pointed at, `member` be completed. */
function written(path, head, content, tail, marks) {
  return { path, text: [...head, ...content, ...tail, ""].join("\n"), ...marks };
}

export const icx = lines => written("peers.icx",
  [...icxHead, "design Peers {", "  board main", `  panel face { rack_units = ${1 + Math.floor(lines / 200)} }`, "  blast_limit = 100 %"], places(lines).flatMap(icxSwitch), ["}"],
  { near: p => `link lane${p}_1 `, right: "0.5 m", wrong: "9.5 km", name: p => `lane${p}_2`, member: p => [`= sw${p}.`, "asic"] });

export const typeScript = lines => written("peers.ts",
  typeScriptHead, places(lines).flatMap(typeScriptSwitch), ["export {};"],
  { near: p => `const lane${p}_1:`, right: "0.5", wrong: '"9.5"', name: p => `lane${p}_2`, member: p => [`from: sw${p}.`, "asic"] });

export const typeSpec = lines => written("peers.tsp",
  typeSpecHead, places(lines).flatMap(typeSpecSwitch), [],
  { near: p => `const lane${p}_1:`, right: "0.5", wrong: '"9.5"', name: p => `lane${p}_2`, member: p => [`const lane${p}_1: `, "Link"] });

export const count = lines => places(lines).length;
