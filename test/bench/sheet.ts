import type { Cell } from '../../src/base/cells.ts';
import { createRandom } from '../simulation/random.ts';

export const headers: readonly string[] = [
  'Дата публикации',
  'Тема',
  'Ссылка',
  'Формат',
  'Кто решил',
  'Отправлено на согласование',
  'Согласовано',
  'Кругов правок',
  'Подписчики',
  'Лайки',
  'Комментарии',
  'Сохранения',
  'Репосты',
  'Охват',
  'Показы',
  'Расход',
  'Заявки',
  'Реклама',
  'Ответственный',
  'Примечание',
];

/** Posts of one account, two a day, twenty columns as people keep them: dates with time, numbers, words. Made by a seeded generator. */
export function postRows(count: number, seed = 1): Cell[][] {
  const random = createRandom(seed);
  let followers = 5000;
  return Array.from({ length: count }, (_, index): Cell[] => {
    const published = Date.UTC(2000, 0, 1, 9) + index * 43_200_000;
    const iso = (wall: number) => new Date(wall).toISOString().slice(0, 19);
    const wait = 3_600_000 * Math.exp(1.5 + random.normal());
    followers += random.poisson(3) + (random.next() < 0.001 ? Math.round(followers * 0.05) : 0);
    const likes = random.poisson(followers * 0.03);
    return [
      iso(published),
      `Пост ${index}`,
      `https://example.com/p/${index}`,
      random.pick(['фото', 'видео', 'карусель']),
      random.pick(['СММ', 'СММ', 'Лена', 'Директор']),
      iso(published - wait - 3_600_000),
      iso(published - 3_600_000),
      random.whole(0, 4),
      followers,
      likes,
      random.poisson(likes * 0.05),
      random.poisson(likes * 0.08),
      random.poisson(likes * 0.02),
      Math.round(followers * random.between(0.2, 0.5)),
      Math.round(followers * random.between(0.5, 0.9)),
      random.next() < 0.1 ? random.whole(500, 5000) : null,
      random.poisson(0.3),
      random.next() < 0.1 ? 'да' : '',
      random.pick(['Маша', 'Олег', '']),
      random.next() < 0.02 ? 'розыгрыш' : '',
    ];
  });
}

/**
 * A header and some rows of so many columns: every tenth set of twenty is known, the others are of the client's own making, and of another
 * with every seed.
 */
export function wideSheet(columns: number, rows: number, seed: number): Cell[][] {
  const body = postRows(rows, seed);
  const header = Array.from({ length: columns }, (_, column) =>
    column < headers.length ? (headers[column] ?? '') : `Показатель ${seed * columns + column} (отдел ${column % 7})`,
  );
  return [header, ...body.map((row) => Array.from({ length: columns }, (_, column): Cell => row[column % headers.length] ?? null))];
}
