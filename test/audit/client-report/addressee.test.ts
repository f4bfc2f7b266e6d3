import { describe, expect, it } from 'vitest';
import { clientInTitle, statedClient } from '../../../src/audit/client-report/addressee.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

describe('the client in a title', () => {
  it.each([
    ['Студия «Зелёный час», Тюмень: посты и согласования, март-май 2026', 'Студия «Зелёный час»'],
    ['Контент-план для "Ромашки" на май', 'для "Ромашки"'.slice(4)],
    ['Client: Bloom Ltd, May 2026', 'Bloom Ltd'],
    ['Клиент — Пекарня у реки; июнь', 'Пекарня у реки'],
    // Nobody for certain.
    ['Контент-план на май', undefined],
    ['Posts and approvals, March to May', undefined],
    ['Client: lena@example.com', undefined],
  ])('%j names %j', (title, name) => {
    const found = clientInTitle(title);
    expect(name === undefined ? found : found?.endsWith(name)).toBe(name === undefined ? undefined : true);
  });
});

describe('whom the workbook names', () => {
  const posts: Grid = [['Студия «Зелёный час»: посты', '', ''], [], ['Пост', 'Кругов правок', 'Лайки'], ['а', 6, 10], ['б', 1, 12]];
  const client: Grid = [
    ['Параметр', 'Значение'],
    ['Клиент', 'Пекарня'],
  ];
  const stated = (tabs: Readonly<Record<string, Grid>>) =>
    statedClient(
      prepareAudit(
        Object.entries(tabs).map(([name, grid]) => inputOf(name, grid)),
        {},
        { zone, now },
      ),
    );

  it('is the client tab, else the title above a table', () => {
    expect(stated({ Посты: posts })).toBe('Студия «Зелёный час»');
    expect(stated({ Посты: posts, Клиент: client })).toBe('Пекарня');
    expect(stated({ Посты: posts.slice(2) })).toBeUndefined();
  });
});
