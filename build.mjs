/** Builds `dist/` from `src/`: Code.js (with a top-level wrapper and JSDoc for every formula), sidebar.html, appsscript.json. */
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const bundleName = 'smmAudit';
/** What menus and the page call; each is exported from src/addon/entry/index.ts and takes at most these parameters. */
const entryPoints = {
  onOpen: [],
  onInstall: [],
  openAudit: [],
  removeAudit: [],
  forgetSettings: [],
  addTemplateTabs: [],
  callApi: ['method', 'argument'],
};

/** With `--live-check` the checks of what we believe of Google come along; such a build is for a scratch file, never to be published. */
const isLiveCheck = process.argv.includes('--live-check');
if (isLiveCheck) entryPoints.liveCheck = [];
/** `--out FOLDER` instead of `dist`. */
const wanted = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : 'dist';
/** Built apart and moved file by file: who reads the folder meanwhile, or builds it too, finds whole files. */
const out = `node_modules/.cache/build-${process.pid}`;

/** Bundles a module in memory and imports it: the formula list is read from the very sources. */
async function importBundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** One block of text as Sheets shows it: no line breaks, nothing that would end the comment. */
const plain = (text) => text.replace(/\s+/g, ' ').replace(/\*\//g, '* /').trim();
const bothLanguages = ({ en, ru }) => `${plain(en)} ${plain(ru)}`;

function formulaWrapper({ name, summary, params, returns }) {
  const variadic = params[0]?.isSum ? ' Further ranges may stand before the last argument. Можно указать несколько диапазонов подряд.' : '';
  const lines = [
    bothLanguages(summary),
    '',
    ...params.map((param) => `@param {${jsType(param)}} ${param.name} ${bothLanguages(param.about)}${param.isSum ? variadic : ''}`),
    `@return ${plain(returns)}`,
    '@customfunction',
  ];
  const comment = `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
  return `${comment}\nfunction ${name}(${params.map((param) => param.name).join(', ')}) {\n  return ${bundleName}.callFormula('${name}', arguments);\n}`;
}

const jsType = ({ kind }) =>
  ({ text: 'string', range: 'Array<Array<*>>', date: 'Date|string|Array<Array<*>>' })[kind] ?? 'number|Array<Array<*>>';

function entryPointWrapper([name, parameters]) {
  const list = parameters.join(', ');
  return `function ${name}(${list}) {\n  return ${bundleName}.${name}(${list});\n}`;
}

/** What ships beside our own code, with its licence: `docs/licences.md` has the texts. */
const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const shipped = await Promise.all(
  Object.keys(manifest.dependencies).map(async (name) => {
    const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} ${version} (${license})`;
  }),
);
const licences = `SMM Audit ${manifest.version}, ${manifest.license} licence. With ${shipped.join(' and ')}.`;

async function buildCode() {
  const { formulas } = await importBundled('src/addon/entry/formulas.ts');
  const wrappers = [...formulas.map(formulaWrapper), ...Object.entries(entryPoints).map(entryPointWrapper)];
  await build({
    entryPoints: [isLiveCheck ? 'src/addon/live-check/index.ts' : 'src/addon/entry/index.ts'],
    outfile: `${out}/Code.js`,
    bundle: true,
    format: 'iife',
    globalName: bundleName,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: `/** @OnlyCurrentDoc */\n/* ${licences} */` },
    footer: { js: wrappers.join('\n\n') },
  });
}

async function buildSidebar() {
  const { outputFiles } = await build({
    entryPoints: ['src/sidebar/main.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
  });
  // Inside a page neither the end of the script nor a template's scriptlet may appear.
  const script = outputFiles[0].text
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<\?/g, '<\\?')
    .replace(/<!--/g, '<\\!--');
  const page = await readFile('src/sidebar/index.html', 'utf8');
  const style = await readFile('src/sidebar/style.css', 'utf8');
  const html = page
    // The version stands in package.json alone.
    .replace('data-version=""', `data-version="${manifest.version}"`)
    .replace('<!-- style -->', () => `<style>\n${style}</style>`)
    .replace('<!-- script -->', () => `<script>\n/* ${licences} */\n${script}</script>`);
  await writeFile(`${out}/sidebar.html`, html);
}

await mkdir(out, { recursive: true });
await Promise.all([buildCode(), buildSidebar(), copyFile('appsscript.json', `${out}/appsscript.json`)]);
await mkdir(wanted, { recursive: true });
for (const file of await readdir(out)) await rename(`${out}/${file}`, `${wanted}/${file}`);
await rm(out, { recursive: true });
