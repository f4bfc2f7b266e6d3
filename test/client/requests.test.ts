import { describe, expect, it } from 'vitest';
import { clientCopies } from '../../src/client/report-request.ts';
import { rowRequest } from '../../src/client/row-request.ts';
import { openHost, scanAndAudit } from '../addon/open-book.ts';
import { bookOf } from '../sidebar/drive.ts';

// All tables are made by hand.
const posts = [
  ['Title', 'Link', 'Decided by', 'Revision rounds', 'Note'],
  ['Spring menu', 'https://example.com/a', 'Olga', 9, 'Olga is on holiday'],
  ['Team', '', 'Olga', 8, ''],
];
const leads = [
  ['Lead received', 'First answer', 'Source', 'Responsible', 'Note'],
  ['2026-06-01 10:00', '2026-06-03 15:00', 'Instagram', 'Olga', 'wants a haircut'],
  ['2026-06-02 10:00', '2026-06-02 10:05', 'Facebook', 'Olga', ''],
];

describe('the client’s copy of a table', () => {
  it.each([
    ['posts: without people and notes', posts, ['Title', 'Link', 'Revision rounds']],
    ['leads: without any text either', leads, ['Lead received', 'First answer']],
  ])('%s', async (_, rows, headers) => {
    const judged = await scanAndAudit(openHost(bookOf(...rows)));
    const [copy] = clientCopies(judged, [1, 2, 3, 4, 5], 'en');
    expect(copy?.shown.map((position) => rows[0]?.[position])).toEqual(headers);
  });
});

describe('a row is found again', () => {
  it.each([
    ['by its link alone, where it has one', 2, [1]],
    ['by what else names it, where it has none', 3, [0]],
  ])('%s', async (_, row, columns) => {
    const judged = await scanAndAudit(openHost(bookOf(...posts)));
    expect(rowRequest(judged, 'Sheet1', row, 'revision-rounds')?.key.map(({ column }) => column)).toEqual(columns);
  });
});
