import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Language, languageOf } from '../../i18n/language.ts';
import { type NamedFile, readNamed } from '../files/open.ts';
import { fileProblems, LocalProblem, sentenceOf } from '../problem.ts';
import { hintSeparators } from './hint-separators.ts';
import { type Edit, type Place, Session, type SpilledCell } from './session.ts';

/** Nothing that a page sends is larger than this, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A call to Google takes its time; the page must not come to rely on an immediate answer. */
const LATENCY_MS = 30;

export interface PlaygroundOptions {
  /** The user's own files, tabs of one workbook; without any the sample. */
  readonly paths?: readonly string[];
  /** 0 lets the system choose. */
  readonly port: number;
  readonly language?: Language;
}

export interface Playground {
  readonly address: string;
  close(): Promise<void>;
}

interface Reply {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the sidebar's page is given as `google.script.run`: it may only speak to the page around it. */
const shim = readFileSync(new URL('./shim.js', import.meta.url), 'utf8');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>SMM Audit</title>
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <script src="/Code.js"></script>
    <script type="module" src="/page.js"></script>
  </body>
</html>`;

/** Scripts from here only; Univer draws with inline styles. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The sidebar is one file with its script inside, and fetches nothing. */
const sidebarPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Serves the grid with the add-on at work, to this machine only. */
export async function startPlayground({ paths = [], port, language }: PlaygroundOptions): Promise<Playground> {
  const files = paths.map(readNamed);
  // What cannot be opened is said at once, not by the first page.
  if (files.length > 0) await Session.fromFiles(files, language ?? 'en');
  const bundle = await bundlePage();
  // Known to our own page only: no other site can send it.
  const secret = randomBytes(16).toString('hex');
  let session: Session | undefined;
  const sessionFor = async (request: IncomingMessage): Promise<Session> => {
    const wanted = language ?? languageOf(request.headers['accept-language'] ?? 'en');
    session ??= await (files.length > 0 ? Session.fromFiles(files, wanted) : Session.sample(wanted));
    return session;
  };
  const json = (value: unknown): Reply => ({ type: 'application/json', body: JSON.stringify(value) });
  const text = (type: string, body: string, policy?: string): Reply => ({
    type,
    body,
    ...(policy ? { headers: { 'content-security-policy': policy } } : {}),
  });

  const gets: Readonly<Record<string, (request: IncomingMessage) => Promise<Reply> | Reply>> = {
    '/': () => text('text/html', page.replace('<body>', `<body data-secret="${secret}">`), pagePolicy),
    '/page.js': () => text('text/javascript', bundle.script),
    '/page.css': () => text('text/css', bundle.style),
    '/Code.js': () => text('text/javascript', readFileSync('dist/Code.js', 'utf8')),
    '/sidebar': () =>
      text('text/html', readFileSync('dist/sidebar.html', 'utf8').replace('<head>', `<head><script>${shim}</script>`), sidebarPolicy),
    '/favicon.ico': () => ({ status: 204, type: 'image/x-icon', body: '' }),
  };

  const posts: Readonly<Record<string, (request: IncomingMessage, body: Buffer) => Promise<Reply>>> = {
    '/view': async (request) => json((await sessionFor(request)).view()),
    '/menu': async (request) => json((await sessionFor(request)).host.runtime.menu),
    '/call': async (request, body) => {
      const own = await sessionFor(request);
      const { method, argument } = parsed<{ method: string; argument: string }>(body);
      await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
      return json({ result: own.host.callFromPage('callApi', [method, argument]), place: own.place() });
    },
    '/run': async (request, body) => {
      const { name, agrees } = parsed<{ name: string; agrees: boolean }>(body);
      return json((await sessionFor(request)).runMenuItem(name, agrees));
    },
    '/edit': async (request, body) => {
      (await sessionFor(request)).edit(parsed<readonly Edit[]>(body));
      return json({});
    },
    '/spill': async (request, body) => {
      const { sheet, cells } = parsed<{ sheet: string; cells: readonly SpilledCell[] }>(body);
      (await sessionFor(request)).spill(sheet, cells);
      return json({});
    },
    '/sort': async (request, body) => {
      const { sheet, column, isDescending } = parsed<{ sheet: string; column: number; isDescending: boolean }>(body);
      const own = await sessionFor(request);
      own.sort(sheet, column, isDescending);
      return json(own.view());
    },
    '/rows-like': async (request, body) => {
      const own = await sessionFor(request);
      own.showRowsLike(parsed<Place>(body));
      return json(own.view());
    },
    '/all-rows': async (request, body) => {
      const own = await sessionFor(request);
      own.showAllRows(parsed<{ sheet: string }>(body).sheet);
      return json(own.view());
    },
    '/sharing': async (request, body) => {
      (await sessionFor(request)).refuseSharing(parsed<{ isRefused: boolean }>(body).isRefused);
      return json({});
    },
    '/activate': async (request, body) => {
      (await sessionFor(request)).activate(parsed<{ sheet: string }>(body).sheet);
      return json({});
    },
    '/open': async (request, body) => {
      const wanted = (await sessionFor(request)).language;
      session = await Session.fromFiles(filesIn(body, String(request.headers['x-files'])), wanted);
      return json(session.view());
    },
    '/download': async (request) => ({
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await (await sessionFor(request)).download(),
    }),
  };

  const server = createServer((request, response) => {
    void answer(request).then(
      (reply) => send(response, reply),
      (problem: unknown) =>
        send(response, {
          status: 400,
          type: 'application/json',
          body: JSON.stringify({ problem: sentenceOf(problem, session?.language ?? 'en') }),
        }),
    );
  });
  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Any site the user visits can reach this address; it cannot make the browser say that it is this one.
    if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return { status: 403, type: 'text/plain', body: 'forbidden' };
    const get = request.method === 'GET' ? gets[pathname] : undefined;
    if (get) return get(request);
    const post = request.method === 'POST' ? posts[pathname] : undefined;
    if (!post) return { status: 404, type: 'text/plain', body: 'not found' };
    if (request.headers['x-playground'] !== secret) return { status: 403, type: 'text/plain', body: 'forbidden' };
    return post(request, await bodyOf(request));
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closed(server) };
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function send(response: ServerResponse, { status = 200, type, body, headers = {} }: Reply): void {
  response.writeHead(status, {
    'content-type': /^(text|application\/json)/.test(type) ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new LocalProblem(fileProblems.tooLarge);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** The files that a body holds one after the other. @param list their names and sizes, as JSON that a header may carry */
function filesIn(body: Buffer, list: string): readonly NamedFile[] {
  let end = 0;
  return (JSON.parse(decodeURIComponent(list)) as readonly { readonly name: string; readonly size: number }[]).map(({ name, size }) => {
    const start = end;
    end += size;
    return { name, bytes: new Uint8Array(body.subarray(start, end)) };
  });
}

const parsed = <Shape>(body: Buffer): Shape => JSON.parse(body.toString('utf8')) as Shape;

async function bundlePage(): Promise<{ readonly script: string; readonly style: string }> {
  const { outputFiles } = await build({
    entryPoints: ['src/local/playground/page/main.ts'],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    minify: true,
    target: 'es2022',
    loader: { '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
    plugins: [hintSeparators],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const named = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: named('.js'), style: named('.css') };
}
