// What somebody who edits one file does, and how long he waits for it.
import { errors } from "./session.mjs";

export class Editing {
  #session;
  #text;
  #document;
  #pulls;
  #lines;
  #version = 1;

  /** @param pulls whether findings are asked for, as newer clients do, or pushed */
  constructor(session, text, uri, pulls) {
    this.#session = session;
    this.#text = text;
    this.#document = { uri };
    this.#pulls = pulls;
    this.#lines = text.text.split("\n");
  }

  /** Opens the file; the time until its findings are there, among them no error. */
  open(language) {
    return this.#until(count => count === 0, () => {
      this.#session.notify("textDocument/didOpen", { textDocument: { ...this.#document, languageId: language, version: this.#version, text: this.#text.text } });
    });
  }

  /** Makes a number of a switch wrong, or the one that is wrong right again; the time until the findings say so. */
  edit(number, isWrong) {
    const [before, after] = isWrong ? [this.#text.right, this.#text.wrong] : [this.#text.wrong, this.#text.right];
    const declared = this.#lineOf(this.#text.near(number));
    const line = this.#lines[declared].includes(before) ? declared : declared + 1;
    const character = this.#lines[line].indexOf(before);
    this.#lines[line] = this.#lines[line].replace(before, () => after);
    const change = { range: { start: { line, character }, end: { line, character: character + before.length } }, text: after };
    return this.#until(count => isWrong === count > 0, () => {
      this.#session.notify("textDocument/didChange", { textDocument: { ...this.#document, version: ++this.#version }, contentChanges: [change] });
    });
  }

  /** Asks for what may stand where a member of a switch stands. */
  complete(number) {
    const [start, member] = this.#text.member(number);
    return this.#ask("textDocument/completion", start, start.length + 1, answer => (answer.items ?? answer).some(item => item.label === member));
  }

  /** Asks about the name of a link. */
  hover(number) {
    return this.#ask("textDocument/hover", this.#text.name(number), 0, answer => answer?.contents !== undefined);
  }

  async #ask(method, start, offset, isGood) {
    const line = this.#lineOf(start);
    const position = { line, character: this.#lines[line].indexOf(start) + offset };
    const began = performance.now();
    const answer = await this.#session.request(method, { textDocument: this.#document, position });
    const took = performance.now() - began;
    if (!isGood(answer)) throw new Error(`${method} at ${JSON.stringify(position)} gives ${JSON.stringify(answer)?.slice(0, 200)}`);
    return took;
  }

  async #until(wanted, act) {
    const began = performance.now();
    const told = this.#pulls ? undefined : this.#session.published(wanted);
    act();
    if (told !== undefined) {
      await told;
    } else {
      const { items } = await this.#session.request("textDocument/diagnostic", { textDocument: this.#document });
      if (!wanted(errors(items))) throw new Error(`other findings were expected than ${JSON.stringify(items).slice(0, 300)}`);
    }
    return performance.now() - began;
  }

  #lineOf(start) {
    return this.#lines.findIndex(line => line.includes(start));
  }
}
