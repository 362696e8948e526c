/**
 * A report fit for a panel: nothing from outside is loaded, the colours are those of the editor, and the only script keeps the place one has scrolled to when the page is made anew.
 */
export function pageFor(report: string, nonce: string, isDark: boolean): string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const keep = "const panel = acquireVsCodeApi(); scrollTo(0, panel.getState() ?? 0); addEventListener('scroll', () => panel.setState(scrollY));";
  return report
    .replaceAll("@media (prefers-color-scheme: dark)", isDark ? "@media all" : "@media not all")
    .replace("color-scheme: light dark", isDark ? "color-scheme: dark" : "color-scheme: light")
    .replace("<head>", `<head>\n${head}`)
    .replace("</body>", `<script nonce="${nonce}">${keep}</script>\n</body>`);
}
