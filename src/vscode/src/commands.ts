import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { Answers, type Answer } from "./answers.js";
import snippets from "../../../grammar/snippets/icx.json" with { type: "json" };
import { declarations, expressionAt, nearest } from "./text.js";

const prefixes = new Set<unknown>(Object.values(snippets).map(snippet => snippet.prefix));

/** Some words come with the extension's snippets; the server's for the same words would be there twice. */
export const completion: Pick<Middleware, "provideCompletionItem"> = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const proposed = await next(document, position, context, token);
    const items = Array.isArray(proposed) ? proposed : (proposed?.items ?? []);
    return items.filter(item => !(item.kind === vscode.CompletionItemKind.Keyword && item.insertText instanceof vscode.SnippetString && prefixes.has(item.label)));
  },
};

/** Fills in what a command of the server needs and nobody has said, and shows what it gives. Lenses say all of it; the palette says nothing. */
export function commandsOf(answers: Answers): Pick<Middleware, "executeCommand"> {
  return {
    executeCommand: async (command, given, next) => {
      const ask = async (args: string[]) => (await next(command, args)) as Answer;
      try {
        const args = given.length >= 2 ? (given as string[]) : await complete(command);
        if (args !== undefined) {
          await answers.show(titleOf(command, args), args[0]!, await ask(args), () => ask(args));
        }
      } catch (fault) {
        void vscode.window.showWarningMessage(`icx: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
    },
  };
}

function titleOf(command: string, [, name, expression]: string[]): string {
  return command === "icx.report" ? `Report of ${name}` : command === "icx.study" ? `Study ${name}` : (expression ?? name!);
}

/** File, design or study, and for a derivation the expression; nothing when the user changes his mind. */
async function complete(command: string): Promise<string[] | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "icx") {
    throw new Error("open an .icx file first");
  }
  const { document, selection } = editor;
  const word = command === "icx.study" ? "study" : "design";
  const found = nearest(declarations(document.getText(), word), selection.active.line);
  if (found === undefined) {
    throw new Error(`there is no ${word} in ${vscode.workspace.asRelativePath(document.uri)}`);
  }
  if (command !== "icx.why") {
    return [document.uri.toString(), found.name];
  }
  const expression = await vscode.window.showInputBox({
    title: `Derivation in ${found.name}`,
    prompt: "An expression over the design, such as min(lane.margin)",
    value: document.getText(selection) || expressionAt(document.lineAt(selection.active.line).text, selection.active.character),
  });
  return expression ? [document.uri.toString(), found.name, expression] : undefined;
}
