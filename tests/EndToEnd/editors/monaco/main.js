// An editor with nothing of icx in it but its name: all that is seen comes from the server, the colours too.
import * as monaco from "monaco-editor";

self.MonacoEnvironment = { getWorker: () => new Worker("/worker.js") };
monaco.languages.register({ id: "icx", extensions: [".icx"] });
const transport = await monaco.lsp.WebSocketTransport.connectTo({ address: `ws://${location.host}/lsp` });
new monaco.lsp.MonacoLspClient(transport);
const text = await (await fetch("/clean.icx")).text();
const model = monaco.editor.createModel(text, "icx", monaco.Uri.parse("file:///site/clean.icx"));
window.monaco = monaco;
monaco.editor.create(document.getElementById("editor"), {
  model,
  automaticLayout: true,
  fontSize: 14,
  minimap: { enabled: false },
  wordBasedSuggestions: "off",
  inlayHints: { enabled: "on", maximumLength: 0 },
  "semanticHighlighting.enabled": true,
});
