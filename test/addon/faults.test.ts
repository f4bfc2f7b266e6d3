import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotateRequest } from '../../src/addon/api.ts';
import type { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import { fullBook } from './full-book.ts';
import { openHost, scanAndAudit } from './open-book.ts';

/** Without the numbers of new things, and without the tab in front: a run that ends while it makes a tab leaves that one there. */
const shown = (book: Book) =>
  JSON.stringify(snapshot(book), (key, value: unknown) => (key === 'id' || key === 'activeSheet' ? undefined : value));

let request: AnnotateRequest;
let untouched: string;
let complete: string;
beforeAll(async () => {
  const book = fullBook();
  untouched = shown(book);
  const host = openHost(book);
  ({ request } = await scanAndAudit(host));
  await host.callApi('annotate', request);
  complete = shown(book);
});

const annotate = (book: Book) => openHost(book).callApi('annotate', request);
const remove = (book: Book) => openHost(book).callApi('remove', {});

/** Runs an action while service calls fail as told, counted from 0. Returns whether one did. */
async function withFault(book: Book, action: 'annotate' | 'remove', failing: (index: number) => boolean): Promise<boolean> {
  let hasFailed = false;
  let index = 0;
  const host = openHost(book, {
    beforeCall: () => {
      if (!failing(index++)) return;
      hasFailed = true;
      throw new Error('Exception: Service Spreadsheets timed out while accessing document.');
    },
  });
  await host.callApi(action, action === 'annotate' ? request : {}).then(undefined, (problem: Error) => {
    expect(problem.message).toMatch(/try again/);
  });
  return hasFailed;
}

const kinds = {
  'fails once': (fault: number) => (index: number) => index === fault,
  // As when Google ends a script after six minutes.
  'ends there': (fault: number) => (index: number) => index >= fault,
};

describe('when a service call fails, whichever', () => {
  for (const [kind, failing] of Object.entries(kinds)) {
    it(`annotating that ${kind} leaves nothing that the next run cannot put right`, async () => {
      let hasFailed = true;
      for (let fault = 0; hasFailed; fault++) {
        const removed = fullBook();
        hasFailed = await withFault(removed, 'annotate', failing(fault));
        if (kind === 'fails once') expect([untouched, complete], `after call ${fault}`).toContain(shown(removed));
        await remove(removed);
        expect(shown(removed), `removed after call ${fault}`).toBe(untouched);

        const retried = fullBook();
        await withFault(retried, 'annotate', failing(fault));
        await annotate(retried);
        expect(shown(retried), `annotated after call ${fault}`).toBe(complete);
      }
    });

    it(`annotating again that ${kind} does too`, async () => {
      let hasFailed = true;
      for (let fault = 0; hasFailed; fault++) {
        const book = fullBook();
        await annotate(book);
        hasFailed = await withFault(book, 'annotate', failing(fault));
        await annotate(book);
        expect(shown(book), `annotated after call ${fault}`).toBe(complete);
        await remove(book);
        expect(shown(book), `removed after call ${fault}`).toBe(untouched);
      }
    });

    it(`removing that ${kind} can be finished by the next`, async () => {
      let hasFailed = true;
      for (let fault = 0; hasFailed; fault++) {
        const book = fullBook();
        await annotate(book);
        hasFailed = await withFault(book, 'remove', failing(fault));
        await remove(book);
        expect(shown(book), `removed after call ${fault}`).toBe(untouched);
      }
    });
  }
});
