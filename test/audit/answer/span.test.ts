import { expect, it } from 'vitest';
import { spanOf } from '../../../src/audit/answer/span.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

const spanOfTabs = (tabs: Readonly<Record<string, Grid>>) =>
  spanOf(
    prepareAudit(
      Object.entries(tabs).map(([name, grid]) => inputOf(name, grid)),
      {},
      { zone, now },
    ),
  );

const posts: Grid = [
  ['Network', 'Post', 'Published', 'Likes'],
  ['Instagram', 'a', '2026-03-02 12:00', 10],
  ['Facebook', 'b', '2026-03-05 12:00', 12],
];
const leads: Grid = [
  ['Name', 'Lead received', 'First answer', 'Source'],
  ['A', '2026-03-01 10:00', '2026-03-01 11:00', 'Instagram, direct'],
  ['B', '2026-04-01 10:00', '2026-04-01 11:00', 'website'],
];

it('counts the accounts of posts, not where leads came from, and spans the days of all tabs', () => {
  expect(spanOfTabs({ Posts: posts, Leads: leads })).toEqual({
    accounts: 2,
    from: Date.UTC(2026, 2, 1, 10),
    to: Date.UTC(2026, 3, 1, 10),
  });
});

it('has no days where no row states one', () => {
  expect(spanOfTabs({ Posts: posts.map(([network, post, , likes]) => [network ?? '', post ?? '', likes ?? '']) })).toEqual({ accounts: 2 });
});
