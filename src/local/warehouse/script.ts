import { build } from 'esbuild';

/**
 * The one thing the engine asks `Intl` for in a warehouse, the decimal mark of a locale: its tables are not sure to be there. A language that is
 * not named writes a point.
 */
const INTL = `var smmIntl = { NumberFormat: function (locale) {
  var comma = /^(ru|uk|be|bg|de|fr|es|it|pt|pl|tr|nl|cs|sk|da|sv|nb|no|fi|el|ro|hu|kk)\\b/i.test(locale);
  var point = /^(de-(CH|LI)|it-CH|es-(MX|US|PR|GT|HN|NI|PA|PE|SV|DO))/i.test(locale);
  this.format = function () { return comma && !point ? "1,5" : "1.5"; };
} };`;

/** The engine as one script that defines \`smmAudit\` and asks for nothing but the language itself. */
export async function warehouseScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/local/warehouse/udf.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'smmAudit',
    target: 'es2020',
    legalComments: 'none',
    define: { Intl: 'smmIntl' },
    banner: { js: INTL },
  });
  return escaped(outputFiles[0]?.text ?? '');
}

/** In what encoding the script is read nobody promises: escapes leave no doubt, in texts and in patterns alike. */
const escaped = (code: string) =>
  code.replace(/[^\n\r\t -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
