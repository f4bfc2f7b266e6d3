import { beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import type { Host } from '../../src/local/host.ts';
import { annotated, openHost } from '../addon/open-book.ts';
import { type BookPlan, bookPlans, build } from './books.ts';
import { fuzz } from './budget.ts';

let host: Host;
beforeAll(() => {
  // One running add-on for all books: loading it takes longer than an audit of a few rows.
  host = openHost(new Book());
});

const exactly = (book: Book) => JSON.stringify(snapshot(book));
/** Without the numbers that Google gives to new things. */
const alike = (book: Book) => JSON.stringify(snapshot(book), (key, value: unknown) => (key === 'id' ? undefined : value));

const broken = /NaN|undefined|Infinity|\[object|null/;

/** Nothing that we write is a formula, and nothing in it is broken. */
function checkOurs(book: Book): void {
  for (const sheet of book.sheets) {
    const isOurTab = sheet.metadata.length > 0 && !sheet.columns.some(({ metadata }) => metadata);
    sheet.rows.forEach(({ values, extras }) => {
      values.forEach((value, index) => {
        if (!isOurTab && !sheet.columns[index]?.metadata) return;
        expect(extras[index]?.formula).toBeUndefined();
        if (typeof value === 'string') expect(value).not.toMatch(broken);
      });
    });
  }
}

/** How many books were tried, and into how many reasons were written: a test that seldom writes would prove little. */
const tried = { all: 0, written: 0 };

async function thereAndBack(plan: BookPlan): Promise<void> {
  const { book } = host.runtime;
  build(book, plan);
  const before = exactly(book);
  const first = await annotated(host).then(
    ({ result }) => result,
    (problem: Error) => problem,
  );
  tried.all++;
  if (!(first instanceof Error) && first.outcome === 'written' && first.rows > 0) tried.written++;
  if (first instanceof Error || first.outcome !== 'written') {
    if (first instanceof Error) expect(first.message).toMatch(/^[^\n]{20,200}\.$/);
    expect(exactly(book)).toBe(before);
    return;
  }
  checkOurs(book);
  const once = alike(book);
  expect((await annotated(host)).result).toEqual(first);
  expect(alike(book)).toBe(once);
  expect(await host.callApi('remove', {})).toMatchObject({ outcome: 'removed' });
  expect(exactly(book)).toBe(before);
}

describe('a workbook of whatever kind', () => {
  fuzz('is the same after highlighting, highlighting again and removing', bookPlans, 250, thereAndBack);

  it('had reasons written into it often enough for that to mean something', () => {
    expect(tried.written / tried.all).toBeGreaterThan(0.5);
  });
});
