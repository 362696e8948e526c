import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** What to start as a language server, and where it comes from. */
export interface Server {
  readonly command: string;
  readonly args: readonly string[];
  readonly origin: "settings" | "extension" | "PATH";
}

/** Where to look for a server. */
export interface Places {
  /** What the user names, or nothing. */
  readonly configured: string;
  /** The `icx.dll` inside the extension. */
  readonly bundled: string;
  /** The folders of programs. */
  readonly path: string;
  /** Whether .NET 10 is installed. */
  readonly hasRuntime: () => Promise<boolean>;
}

/** The server to start: the one that is named; else the one inside, which needs .NET 10; else `icx` on the PATH; else none. */
export async function findServer(places: Places): Promise<Server | undefined> {
  if (places.configured !== "") {
    return started(places.configured, "settings");
  }
  if (existsSync(places.bundled) && (await places.hasRuntime())) {
    return started(places.bundled, "extension");
  }
  const installed = onPath("icx", places.path);
  return installed === undefined ? undefined : started(installed, "PATH");
}

/** Whether a `dotnet` on the PATH has the runtime the server is built for. */
export async function hasDotnet10(): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)("dotnet", ["--list-runtimes"]);
    return /^Microsoft\.NETCore\.App 10\./m.test(stdout);
  } catch {
    return false;
  }
}

function started(program: string, origin: Server["origin"]): Server {
  return program.endsWith(".dll")
    ? { command: "dotnet", args: [program, "lsp", "--stdio"], origin }
    : { command: program, args: ["lsp", "--stdio"], origin };
}

/** The full path of a program that may be run, or none. */
export function onPath(program: string, path: string): string | undefined {
  const names = process.platform === "win32" ? [`${program}.exe`, `${program}.cmd`] : [program];
  return path
    .split(delimiter)
    .filter(folder => folder !== "")
    .flatMap(folder => names.map(name => join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
