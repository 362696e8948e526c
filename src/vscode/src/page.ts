/** A report fit for a panel: nothing from outside is loaded, and the only script keeps the place one has scrolled to when the page is made anew. */
export function pageFor(report: string, nonce: string): string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const keep = "const panel = acquireVsCodeApi(); scrollTo(0, panel.getState() ?? 0); addEventListener('scroll', () => panel.setState(scrollY));";
  return report.replace("<head>", `<head>\n${head}`).replace("</body>", `<script nonce="${nonce}">${keep}</script>\n</body>`);
}
