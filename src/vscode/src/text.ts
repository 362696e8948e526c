/** A declaration at the start of a line: `design Cpo51 {`, `study tolerance of Cpo51 {`. */
export interface Declaration {
  readonly name: string;
  readonly line: number;
}

/** The designs or studies of a text, in order. The server knows them better; this is enough to ask it about one. */
export function declarations(text: string, word: "design" | "study"): Declaration[] {
  const pattern = new RegExp(`^${word}\\s+([A-Za-z_]\\w*)`);
  return text.split(/\r?\n/).flatMap((content, line) => {
    const name = pattern.exec(content)?.[1];
    return name === undefined ? [] : [{ name, line }];
  });
}

/** The last of the declarations that starts at a line or above it, or else the first of all. */
export function nearest(found: readonly Declaration[], line: number): Declaration | undefined {
  return found.filter(d => d.line <= line).at(-1) ?? found[0];
}

/** What somebody who points at a character may want derived: a name with its dots and indices, and of a link its least margin. */
export function expressionAt(line: string, character: number): string {
  const link = /^\s*link\s+([A-Za-z_]\w*)/.exec(line);
  for (const match of line.matchAll(/[A-Za-z_]\w*(?:\[\d+\])?(?:\.[A-Za-z_]\w*(?:\[\d+\])?)*/g)) {
    if (match.index <= character && character <= match.index + match[0].length) {
      return match[0] === link?.[1] ? `min(${match[0]}.margin)` : match[0];
    }
  }
  return link ? `min(${link[1]}.margin)` : "";
}
