import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { pageFor } from "./page.js";

/** What the server gives for a command: a page, or a text. */
export interface Answer {
  readonly html?: string;
  readonly text?: string;
}

/** Shows answers beside the text they are about: each page in a panel of its own that follows the text, each text in a document nobody can change. */
export class Answers implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private static readonly scheme = "icx-answer";
  private static readonly patience = 500;
  private readonly texts = new Map<string, string>();
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly provider = vscode.workspace.registerTextDocumentContentProvider(Answers.scheme, this);
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** Shows an answer; a page is asked for again whenever the file changes. */
  async show(title: string, file: string, answer: Answer, again: () => Promise<Answer>): Promise<void> {
    if (answer.html !== undefined) {
      this.showPage(title, file, answer.html, again);
    } else if (answer.text !== undefined) {
      await this.showText(title, answer.text);
    }
  }

  private showPage(title: string, file: string, html: string, again: () => Promise<Answer>): void {
    const key = `${file} ${title}`;
    let panel = this.panels.get(key);
    if (panel === undefined) {
      panel = vscode.window.createWebviewPanel("icx.report", title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableFindWidget: true });
      this.panels.set(key, panel);
      const following = this.follow(panel, file, again);
      panel.onDidDispose(() => {
        following.dispose();
        this.panels.delete(key);
      });
    }
    panel.webview.html = pageFor(html, randomUUID());
    panel.reveal(undefined, true);
  }

  // While the text has errors nothing is evaluated; the page then stays as it is, and the findings say why.
  private follow(panel: vscode.WebviewPanel, file: string, again: () => Promise<Answer>): vscode.Disposable {
    let timer: NodeJS.Timeout | undefined;
    const renew = () => again().then(answer => (panel.webview.html = pageFor(answer.html ?? "", randomUUID())), () => undefined);
    const listener = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document.uri.toString() === file && change.contentChanges.length > 0) {
        clearTimeout(timer);
        timer = setTimeout(() => void renew(), Answers.patience);
      }
    });
    return new vscode.Disposable(() => {
      clearTimeout(timer);
      listener.dispose();
    });
  }

  private async showText(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: Answers.scheme, path: `/${title.replaceAll("/", "÷")}.txt` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    vscode.Disposable.from(this.provider, this.changed, ...this.panels.values()).dispose();
  }
}
