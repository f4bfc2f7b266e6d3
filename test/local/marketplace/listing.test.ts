import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const listing = readFileSync('docs/marketplace/listing.md', 'utf8');
const part = (name: string) => new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`).exec(listing)?.[1] ?? '';

describe('the listing', () => {
  it.each([
    ['name', 50],
    ['short', 200],
    ['long', 16_000],
  ])('%s has at most %d characters in both languages', (name, most) => {
    for (const language of ['en', 'ru']) {
      const text = part(`${name}-${language}`);
      expect(text.length).toBeGreaterThan(5);
      expect(text.length).toBeLessThanOrEqual(most);
    }
  });

  it('gives a reason for each scope that the add-on asks for, and for no other', () => {
    const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { readonly oauthScopes: readonly string[] };
    const named = [...listing.matchAll(/`(https:\/\/www\.googleapis\.com\/auth\/[\w.]+)`/g)].map(([, scope]) => scope);
    expect(named).toEqual(oauthScopes);
  });

  it('claims nothing that filter views disprove, and says of Meta what Russian law asks for', () => {
    expect(part('long-en')).toContain('Filter views');
    expect(part('long-ru')).toContain('Представления фильтра');
    expect(part('long-ru')).toMatch(/Meta, признанной в России экстремистской/);
  });
});

describe('the pictures', () => {
  /** Width and height as a PNG states them. */
  const sizeOf = (name: string) => {
    const bytes = readFileSync(`docs/marketplace/${name}.png`);
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };

  it.each([
    ...[32, 48, 96, 128].map((size) => [`icon-${size}`, size, size] as const),
    ['banner', 220, 140] as const,
    ...['answer', 'place', 'highlighted'].flatMap((name) =>
      ['en', 'ru'].map((language) => [`screenshot-${name}-${language}`, 1280, 800] as const),
    ),
  ])('%s is %d × %d', (name, width, height) => {
    expect(sizeOf(name)).toEqual([width, height]);
  });
});
