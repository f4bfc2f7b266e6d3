import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/base/cells.ts';
import { acceptedHeaders, fields } from '../../../src/table/fields.ts';
import { exportLanguages, spellingOf } from '../../../src/table/languages/index.ts';
import { exportedFields } from '../../../src/table/languages/language.ts';
import { rowKind } from '../../../src/table/reading/row-kinds.ts';
import { createHeaderMatcher } from '../../../src/table/recognition/headers.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';

const mapping = (grid: readonly (readonly Cell[])[]) =>
  Object.fromEntries(describeSheet('Sheet', grid).columns.map(({ header, field }) => [header, field]));

// Written by hand after exports of Meta and of a video studio: headers as the platforms have them, numbers and texts made up.
const metaPosts: Readonly<Record<string, readonly string[]>> = {
  es: [
    'Hora de publicación',
    'Descripción',
    'Fecha',
    'Visualizaciones',
    'Alcance',
    'Me gusta',
    'Veces que se ha compartido',
    'Seguidores',
    'Comentarios',
    'Veces guardado',
  ],
  pt: [
    'Horário de publicação',
    'Descrição',
    'Data',
    'Visualizações',
    'Alcance',
    'Curtidas',
    'Compartilhamentos',
    'Seguimentos',
    'Comentários',
    'Salvamentos',
  ],
  de: [
    'Veröffentlichungszeit',
    'Beschreibung',
    'Datum',
    'Aufrufe',
    'Reichweite',
    '„Gefällt mir“-Angaben',
    'Geteilte Inhalte',
    'Abonnements',
    'Kommentare',
    'Gespeicherte Inhalte',
  ],
  fr: [
    'Heure de publication',
    'Description',
    'Date',
    'Vues',
    'Couverture',
    'Mentions J’aime',
    'Partages',
    'Followers',
    'Commentaires',
    'Enregistrements',
  ],
  it: [
    'Ora di pubblicazione',
    'Descrizione',
    'Data',
    'Visualizzazioni',
    'Copertura',
    'Mi piace',
    'Condivisioni',
    'Follower',
    'Commenti',
    'Salvataggi',
  ],
  pl: ['Czas publikacji', 'Opis', 'Data', 'Wyświetlenia', 'Zasięg', 'Polubienia', 'Udostępnienia', 'Obserwacje', 'Komentarze', 'Zapisania'],
  tr: [
    'Yayınlanma zamanı',
    'Açıklama',
    'Tarih',
    'Görüntülemeler',
    'Erişim',
    'Beğenmeler',
    'Paylaşımlar',
    'Takipler',
    'Yorumlar',
    'Kaydetmeler',
  ],
  bg: [
    'Час на публикуване',
    'Описание',
    'Дата',
    'Гледания',
    'Обхват',
    'Харесвания',
    'Споделяния',
    'Последвания',
    'Коментари',
    'Запазвания',
  ],
  id: ['Waktu publikasi', 'Deskripsi', 'Tanggal', 'Penayangan', 'Jangkauan', 'Suka', 'Dibagikan', 'Mengikuti', 'Komentar', 'Disimpan'],
  nl: [
    'Publicatietijd',
    'Beschrijving',
    'Datum',
    'Weergaven',
    'Bereik',
    'Vind-ik-leuks',
    'Gedeeld',
    'Volgingen',
    'Opmerkingen',
    'Opgeslagen',
  ],
  uk: ['Час публікації', 'Опис', 'Дата', 'Перегляди', 'Охоплення', 'Вподобання', 'Поширення', 'Підписки', 'Коментарі', 'Збереження'],
};
const wanted = ['publishedAt', 'title', null, 'views', 'reach', 'likes', 'shares', 'followersGained', 'comments', 'saves'];
const posts: readonly (readonly Cell[])[] = Array.from({ length: 6 }, (_, row) => [
  `0${row + 1}/2${row}/2026 18:5${row}`,
  `Text ${row}, and what it says`,
  'Total',
  ...[900 + 7 * row, 700 - row, 40 + row, row % 3, [0, 2, 0, 5, 1, 0][row] ?? 0, row % 4, 3],
]);

describe.each(exportLanguages.map(({ id }) => [id] as const))('posts of Meta in %s', (id) => {
  const headers = metaPosts[id] ?? [];
  it.each([
    ['as they are', (text: string) => text],
    ['in capitals', (text: string) => text.toLocaleUpperCase(id)],
    [
      'without accents',
      (text: string) =>
        text
          .normalize('NFD')
          .replace(/([A-Za-z])[\u0300-\u036f]+/g, '$1')
          .normalize('NFC'),
    ],
  ])('are understood %s', (_name, written) => {
    const texts = headers.map(written);
    expect(Object.values(mapping([texts, ...posts]))).toEqual(wanted);
    expect(texts.length).toBe(wanted.length);
  });
});

describe.each(exportLanguages.map((language) => [language.id, language] as const))(
  'a table of their own in %s',
  (_id, { tracker, headers, date }) => {
    const first = (aliases: readonly string[]) => spellingOf(aliases[0] ?? '');
    it('is understood with its approvals', () => {
      const texts = [
        first(date),
        first(tracker.platform),
        first(headers.title),
        first(tracker.sentAt),
        first(tracker.approvedAt),
        first(tracker.approver),
      ];
      const rows = [1, 2, 3, 4].map((row) => [
        `0${row}.03.2026`,
        'Instagram',
        `Text ${row}`,
        `0${row}.02.2026 10:00`,
        `1${row}.02.2026 12:00`,
        'Anna',
      ]);
      expect(Object.values(mapping([texts, ...rows]))).toEqual(['publishedAt', 'platform', 'title', 'sentAt', 'approvedAt', 'decider']);
    });
    it('is understood with its placements', () => {
      const texts = [first(tracker.placement), first(date), first(tracker.price), first(tracker.note)];
      const rows = [1, 2, 3, 4].map((row) => [`@name${row}`, `0${row}.03.2026`, 1000 * row, 'hand-made']);
      expect(Object.values(mapping([texts, ...rows]))).toEqual(['placement', 'placedAt', 'price', 'note']);
    });
    it('may keep the hour in a column of its own', () => {
      const rows = [1, 2, 3].map((row) => [`0${row}.03.2026`, `1${row}:30`, `Text ${row}`]);
      expect(Object.values(mapping([[first(date), first(tracker.timeOfDay), first(headers.title)], ...rows]))).toEqual([
        'publishedAt',
        'timeOfDay',
        'title',
      ]);
    });
  },
);

describe('a series of Meta', () => {
  it.each([
    ['Alcance', 'Fecha', 'reach'],
    ['Seguidores de Instagram', 'Fecha', 'followersGained'],
    ['Reichweite', 'Datum', 'reach'],
    ['Охват', 'Дата', 'reach'],
  ])('%s stands above, and is what Primary means', (metric, date, field) => {
    expect(mapping([[metric], [date, 'Primary'], ['2026-02-24T00:00:00', 2], ['2026-02-25T00:00:00', 5]])).toEqual({
      [date]: 'day',
      Primary: field,
    });
  });
});

describe('the data files of the languages', () => {
  const match = createHeaderMatcher();
  it.each(exportLanguages.map((language) => [language.id, language] as const))(
    '%s: every header is understood as its field',
    (_id, { headers }) => {
      for (const id of exportedFields) {
        expect(headers[id].length, id).toBeGreaterThan(0);
        for (const header of headers[id].map(spellingOf))
          expect(
            match(header).map(({ field }) => field.id),
            header,
          ).toContain(id);
      }
    },
  );

  it.each(exportLanguages.flatMap(({ totals }) => totals))('%s begins a line of totals', (word) => {
    expect(rowKind([word, '', 5, 7], ['a', 'b', 'c', 'd'])).toBe(2);
    expect(rowKind([`${word} look, a post`, 'x', 5, 7], ['a', 'b', 'c', 'd'])).toBe(0);
  });
});

describe('what the product shows', () => {
  const match = createHeaderMatcher();
  const shown = fields.flatMap((field) =>
    [...acceptedHeaders(field, 'en', 99), ...acceptedHeaders(field, 'ru', 99)].map((label) => [field.id, label] as const),
  );
  it('is understood in any case, as the very field it is shown for', () => {
    const lost = shown.filter(([id, label]) =>
      [label, label.toLowerCase(), label.toUpperCase(), `${label[0]?.toUpperCase()}${label.slice(1)}`].some(
        (written) => !match(written).some(({ field }) => field.id === id),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('identifiers of programmers', () => {
  it.each([
    ['viewCount', 'views'],
    ['like_count', 'likes'],
    ['commentCount', 'comments'],
    ['me_gustas', 'likes'],
    ['Post_Published_At', 'publishedAt'],
    ['Incremento.Seguidores', 'followersGained'],
    ['timestamp', 'publishedAt'],
  ])('%s', (header, field) => {
    expect(match(header)).toBe(field);
  });
  const match = (header: string) => createHeaderMatcher()(header)[0]?.field.id;
});

describe('header and content together', () => {
  const column = (header: string, cells: readonly Cell[], beside = 'Тема') =>
    describeSheet('Sheet', [[beside, header], ...cells.map((cell, row) => [`Пост ${row}`, cell])]).columns[1];
  it.each([
    ['a bracket qualifies, it does not name', 'Talking About This (Post) by action type - comment', [1, 2, 3], null],
    ['links are no account', 'Страница', ['https://a.example/x/y?z=1', 'https://b.example/q/r?s=2'], null],
    ['words are no ids', 'Content', ['Three ways to brew', 'Our team at work'], null],
    ['ids are ids', 'Content', ['aBcDeFgHi21', 'aBcDeFgHi22'], 'postId'],
    ['a type of plans', 'Тип', ['плановый', 'ситуативный', 'плановый'], 'urgency'],
    ['a type of formats', 'Тип', ['рилс', 'карусель', 'фото'], 'format'],
    ['whoever approves, where nobody decides', 'Согласующий', ['Ольга', 'Олег'], 'decider'],
    ['seconds of Unix time', 'timestamp', [1_772_000_000, 1_772_100_000], 'publishedAt'],
  ])('%s', (_name, header, cells, field) => {
    expect(column(header, cells)?.field).toBe(field);
  });

  it.each([
    ['% Пермь', ['12 %', '3 %'], 'geoShare'],
    ['Perm, %', ['12 %', '3 %'], 'geoShare'],
    ['18–24, %', ['12 %', '33 %'], 'ageShare'],
    ['18-24', ['12 %', '33 %'], 'ageShare'],
    ['Пермь', [12, 3], null],
  ])('shares above %s', (header, cells, field) => {
    const found = column(header, cells, 'Блогер');
    expect(found?.field).toBe(field);
    if (field !== null) expect(found?.confidence).toBe('likely');
  });
});
