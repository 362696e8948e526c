import { join } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { Answers } from "./answers.js";
import { commandsOf, completion } from "./commands.js";
import { findServer, hasDotnet10 } from "./server.js";
import { Status } from "./status.js";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("icx", { log: true });
  const answers = new Answers();
  const status = new Status();
  const start = () => startServer(context, output, answers, status);
  const restart = async () => {
    await deactivate();
    await start();
  };
  context.subscriptions.push(
    output,
    answers,
    status,
    vscode.commands.registerCommand("icx.output", () => output.show()),
    vscode.commands.registerCommand("icx.restart", restart),
    vscode.commands.registerCommand("icx.new", newDesign),
    vscode.workspace.onDidChangeConfiguration(change => (change.affectsConfiguration("icx.server.path") ? restart() : undefined)),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  const stopping = client;
  client = undefined;
  await stopping?.dispose();
}

async function startServer(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, answers: Answers, status: Status): Promise<void> {
  const settings = vscode.workspace.getConfiguration("icx");
  const server = await findServer({
    configured: settings.get("server.path", ""),
    bundled: join(context.extensionPath, "server", "icx.dll"),
    path: process.env["PATH"] ?? "",
    hasRuntime: hasDotnet10,
  });
  if (server === undefined) {
    status.missing();
    return askForServer(output);
  }

  const options: LanguageClientOptions = {
    documentSelector: ["file", "untitled"].map(scheme => ({ language: "icx", scheme })),
    outputChannel: output,
    initializationOptions: { inlayHints: settings.get("inlayHints"), codeLens: settings.get("codeLens") },
    synchronize: { configurationSection: "icx" },
    middleware: { ...completion, ...commandsOf(answers) },
  };
  output.info(`starting ${[server.command, ...server.args].join(" ")}, from the ${server.origin}`);
  client = new LanguageClient("icx", "icx", { command: server.command, args: [...server.args] }, options);
  status.follow(client, server);
  try {
    await client.start();
  } catch (fault) {
    // The client has said so; with the server named in the settings it may go better.
    return output.error(fault instanceof Error ? fault : String(fault));
  }
  const commands = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  await vscode.commands.executeCommand("setContext", "icx.runsStudies", commands.includes("icx.study"));
}

async function askForServer(output: vscode.LogOutputChannel): Promise<void> {
  const message = "icx: no server was found. Install .NET 10, or put icx on the PATH, or name it in the settings.";
  output.error(message);
  if ((await vscode.window.showErrorMessage(message, "Settings")) === "Settings") {
    await vscode.commands.executeCommand("workbench.action.openSettings", "icx.server.path");
  }
}

async function newDesign(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "icx", content: "module site\n\n" });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(2, 0, 2, 0);
}
