/** What a page of a webview is made of. Addresses are those that the webview gives for files of the extension. */
export interface WebviewPage {
  readonly title: string;
  /** BCP 47 tag of the language that the texts are in. */
  readonly language: string;
  readonly cspSource: string;
  /** Unguessable, for this page alone. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
}

/** A page that runs one script and loads nothing from elsewhere; what it shows comes as messages. */
export function webviewPage({ title, language, cspSource, nonce, script, style }: WebviewPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
