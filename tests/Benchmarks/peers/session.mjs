// A client of one language server over its standard input and output, that knows how long the server and its children have computed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export class Session {
  #rest = Buffer.alloc(0);
  #waiting = new Map();
  #lastId = 0;
  #published = [];
  #heard = () => {};

  constructor([program, ...args], folder) {
    this.process = spawn(program, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
    this.process.stdout.on("data", data => this.#read(data));
  }

  notify(method, params) {
    this.#send({ jsonrpc: "2.0", method, params });
  }

  request(method, params) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ jsonrpc: "2.0", id, method, params });
    });
  }

  /** Waits until findings are published with as many errors as wanted; older ones do not count. */
  async published(wanted) {
    this.#published = [];
    while (!this.#published.some(wanted)) await new Promise(resolve => (this.#heard = resolve));
  }

  /** Seconds of processor, and bytes of memory, of the server and its children so far. */
  cost() {
    const tree = pid => [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).flatMap(tree)];
    let [seconds, bytes] = [0, 0];
    for (const pid of tree(this.process.pid)) {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
      seconds += (Number(fields[11]) + Number(fields[12])) / 100;
      bytes += 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    }
    return { seconds, bytes };
  }

  async stop() {
    const ended = new Promise(resolve => this.process.once("exit", resolve));
    await this.request("shutdown");
    this.notify("exit");
    const patience = setTimeout(() => this.process.kill(), 5000);
    await ended;
    clearTimeout(patience);
  }

  #send(message) {
    const body = JSON.stringify(message);
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const end = this.#rest.indexOf("\r\n\r\n");
      const start = end + 4;
      const length = end < 0 ? NaN : Number(/Content-Length: *(\d+)/i.exec(this.#rest.subarray(0, end).toString())[1]);
      if (!(this.#rest.length >= start + length)) return;
      const message = JSON.parse(this.#rest.subarray(start, start + length).toString());
      this.#rest = this.#rest.subarray(start + length);
      this.#take(message);
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === undefined) {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    } else if (id !== undefined) {
      this.#send({ jsonrpc: "2.0", id, result: method === "workspace/configuration" ? params.items.map(() => null) : null });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#published.push(errors(params.diagnostics));
      this.#heard();
    }
  }
}

/** How many of the findings are errors. */
export function errors(findings) {
  return findings.filter(finding => (finding.severity ?? 1) === 1).length;
}
