import * as vscode from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";
import type { Server } from "./server.js";

/** Says in the status bar, beside an .icx file, whether there is a server and which. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("icx.status", vscode.StatusBarAlignment.Right, 50);
  private readonly listener = vscode.window.onDidChangeActiveTextEditor(() => this.reveal());

  constructor() {
    this.item.name = "icx";
    this.item.command = "icx.output";
    this.reveal();
  }

  /** Follows a client until it is stopped. */
  follow(client: LanguageClient, server: Server): void {
    this.show(client.state, client, server);
    client.onDidChangeState(change => this.show(change.newState, client, server));
  }

  /** Says that there is nothing to start. */
  missing(): void {
    this.set("$(error) icx", "No server was found. Click for the output.", true);
  }

  private show(state: State, client: LanguageClient, server: Server): void {
    const origin = `${[server.command, ...server.args].join(" ")}\nfrom the ${server.origin}`;
    switch (state) {
      case State.Running:
        return this.set(`$(pulse) icx ${client.initializeResult?.serverInfo?.version ?? ""}`.trim(), origin, false);
      case State.Stopped:
        return this.set("$(error) icx", `The server has stopped.\n${origin}`, true);
      default:
        return this.set("$(sync~spin) icx", origin, false);
    }
  }

  private set(text: string, tooltip: string, isWrong: boolean): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.backgroundColor = isWrong ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
  }

  private reveal(): void {
    if (vscode.window.activeTextEditor?.document.languageId === "icx") {
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }
}
