/** A page that needs nothing else: no script, nothing from elsewhere. Texts in it are escaped by whoever makes its parts. */
import type { Language } from '../i18n/language.ts';
import type { Drawing } from './charts/drawing.ts';
import { svgOf } from './charts/svg.ts';

interface HtmlPage {
  readonly language: Language;
  /** Escaped. */
  readonly title: string;
  readonly style: string;
  /** What stands in its `main`. */
  readonly main: string;
}

export const htmlPage = ({ language, title, style, main }: HtmlPage): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;

/** A drawing with its title above and its key below. @param escaped how a text gets into the page */
export function htmlFigure(title: string, drawing: Drawing, escaped: (text: string) => string): string {
  const key = drawing.key.map(({ tone, text }) => `<span class="key-${tone}">${escaped(text)}</span>`);
  return `<figure><figcaption>${escaped(title)}</figcaption>${svgOf(drawing)}<p class="key">${key.join(' ')}</p></figure>\n`;
}
