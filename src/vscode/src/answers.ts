import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { pageFor } from "./page.js";

/** What the server gives for a command: a page, or a text. */
export interface Answer {
  readonly html?: string;
  readonly text?: string;
}

/** A page that is shown, and what the server last gave for it. */
interface Page {
  readonly panel: vscode.WebviewPanel;
  html: string;
}

/** Shows answers beside the text they are about: each page in a panel of its own that follows the text, each text in a document nobody can change. */
export class Answers implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private static readonly scheme = "icx-answer";
  private static readonly patience = 500;
  private readonly texts = new Map<string, string>();
  private readonly pages = new Map<string, Page>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly provider = vscode.workspace.registerTextDocumentContentProvider(Answers.scheme, this);
  private readonly themes = vscode.window.onDidChangeActiveColorTheme(() => this.pages.forEach(page => this.fill(page, page.html)));
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** Shows an answer; a page is asked for again whenever the file changes. */
  async show(title: string, file: string, answer: Answer, again: () => Promise<Answer>): Promise<void> {
    if (answer.html !== undefined) {
      const page = this.pages.get(`${file} ${title}`) ?? this.open(title, file, again);
      this.fill(page, answer.html);
      page.panel.reveal(undefined, true);
    } else if (answer.text !== undefined) {
      await this.showText(title, answer.text);
    }
  }

  private open(title: string, file: string, again: () => Promise<Answer>): Page {
    const key = `${file} ${title}`;
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const page: Page = { panel: vscode.window.createWebviewPanel("icx.report", title, place, { enableScripts: true, enableFindWidget: true }), html: "" };
    const following = this.follow(page, file, again);
    page.panel.onDidDispose(() => {
      following.dispose();
      this.pages.delete(key);
    });
    this.pages.set(key, page);
    return page;
  }

  private fill(page: Page, html: string): void {
    page.html = html;
    const isDark = [vscode.ColorThemeKind.Dark, vscode.ColorThemeKind.HighContrast].includes(vscode.window.activeColorTheme.kind);
    page.panel.webview.html = pageFor(html, randomUUID(), isDark);
  }

  // While the text has errors nothing is evaluated; the page then stays as it is, and the findings say why.
  private follow(page: Page, file: string, again: () => Promise<Answer>): vscode.Disposable {
    let timer: NodeJS.Timeout | undefined;
    const renew = () => again().then(answer => this.fill(page, answer.html ?? page.html), () => undefined);
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
    vscode.Disposable.from(this.provider, this.themes, this.changed, ...[...this.pages.values()].map(page => page.panel)).dispose();
  }
}
