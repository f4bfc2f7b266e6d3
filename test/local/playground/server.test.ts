import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../src/local/playground/server.ts';

let playground: Playground;
let secret = '';
beforeAll(async () => {
  playground = await startPlayground({ port: 0, language: 'en' });
  secret = /data-secret="([0-9a-f]+)"/.exec((await ask('GET', '/')).body)?.[1] ?? '';
});
afterAll(() => playground.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Asks as anything on this machine could: with whatever host and headers it likes. */
function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, playground.address), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
const post = (path: string, body: object | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  ask('POST', path, { 'x-playground': secret, ...headers }, Buffer.isBuffer(body) ? body : JSON.stringify(body));

const ofOne = (name: string, size: number) => ({ 'x-files': encodeURIComponent(JSON.stringify([{ name, size }])) });

describe('the playground’s server', () => {
  it('listens on this machine only', () => {
    expect(new URL(playground.address).hostname).toBe('127.0.0.1');
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example:1234', '192.168.0.1:1234'])(
    'refuses what was asked for under the name %s',
    async (host) => {
      expect((await ask('GET', '/', { host })).status).toBe(403);
      expect((await ask('POST', '/view', { host, 'x-playground': secret }, '{}')).status).toBe(403);
    },
  );

  it.each(['/view', '/call', '/run', '/edit', '/spill', '/sort', '/rows-like', '/all-rows', '/activate', '/open', '/download', '/menu'])(
    'refuses %s to any page but its own',
    async (path) => {
      expect((await ask('POST', path, {}, '{}')).status).toBe(403);
      expect((await ask('POST', path, { 'x-playground': 'x'.repeat(32) }, '{}')).status).toBe(403);
      expect((await ask('GET', path)).status).toBe(404);
    },
  );

  it.each([
    '/../package.json',
    '/src/local/start.ts',
    '/%2e%2e/package.json',
    '/Code.js/../../package.json',
    '//etc/passwd',
    '/file:///etc/passwd',
  ])('has no file behind %s', async (path) => {
    const answer = await new Promise<number>((resolve, reject) => {
      const { port } = new URL(playground.address);
      request({ host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect(answer).toBe(404);
  });

  it('allows scripts from itself only, and the sidebar nothing but itself', async () => {
    const policy = String((await ask('GET', '/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
    const sidebar = String((await ask('GET', '/sidebar')).headers['content-security-policy']);
    expect(sidebar).toContain("default-src 'none'");
    expect(sidebar).not.toContain('connect-src');
    expect(sidebar).toContain("frame-ancestors 'self'");
  });

  it('answers with a sentence what it cannot do', async () => {
    const problems = [
      [await post('/edit', Buffer.from('not json')), /JSON/],
      [await post('/sort', { sheet: 'nowhere', column: 0, isDescending: false }), 'There is no such tab'],
      [await post('/run', { name: 'callApi', agrees: true }), 'There is no such menu item'],
      [await post('/open', Buffer.from('x'), ofOne('a.ods', 1)), 'Files of type .ods are not read'],
      [await post('/open', Buffer.from('PK, but no package'), ofOne('a.xlsx', 18)), /damaged/],
    ] as const;
    for (const [{ status, body }, sentence] of problems) {
      expect(status).toBe(400);
      expect((JSON.parse(body) as { problem: string }).problem).toMatch(sentence);
      expect(body).not.toMatch(/\bat .*:\d+:\d+/);
    }
  });

  it('reads no more than 64 MB', async () => {
    const { status, body } = await post('/open', Buffer.alloc(64 * 1024 * 1024 + 1), ofOne('large.xlsx', 1));
    expect([status, body]).toEqual([400, expect.stringContaining('64 MB')]);
  });

  it('leaves nothing behind when stopped', async () => {
    const own = await startPlayground({ port: 0 });
    await own.close();
    await expect(fetch(own.address)).rejects.toThrow();
  });
});
