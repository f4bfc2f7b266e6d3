import { describe, expect, it } from 'vitest';
import { describeSheet } from '../../../src/table/recognition/layout.ts';
import type { Grid } from '../../audit/audit-table.ts';

/** Headers as they stand in tables that others keep; cells and values are made up. Expected fields were decided before. */
const fieldsOf = (grid: Grid) => describeSheet('Sheet', grid).columns.map(({ header, field }) => `${header} → ${field}`);
const days = ['02.03.2026', '04.03.2026', '06.03.2026', '09.03.2026'];
/** A table of four rows: header → what stands in its cells, one value for all or one each. */
function table(columns: Readonly<Record<string, string | number | readonly (string | number)[]>>): Grid {
  const headers = Object.keys(columns);
  return [
    headers,
    ...days.map((_, row) =>
      headers.map((header) => {
        const cells = columns[header] ?? '';
        return typeof cells === 'object' ? (cells[row] ?? '') : cells;
      }),
    ),
  ];
}

describe('what a thing is called does not change what is said of it', () => {
  it.each([
    [{ 'Blog title': 'Tea', 'Date- Sent for Approval': days, 'Blog link': 'https://e.com/1' }, ['title', 'sentAt', 'link']],
    [
      { 'Content Title': 'Tea', asset_type: ['reel_60s', 'photo', 'photo', 'reel'], post_url: 'https://e.com/1', taken_at: days },
      ['title', 'format', 'link', 'publishedAt'],
    ],
    [{ Date: days, Caption: 'Tea', play_count: [10, 20, 30, 40], replyCount: [1, 0, 2, 1] }, ['publishedAt', 'title', 'views', 'comments']],
    [
      { 'Content of the post': 'We open at ten', Date: days, 'Hour of the post (24H)': [9, 11, 13, 9] },
      ['title', 'publishedAt', 'timeOfDay'],
    ],
    [
      { 'Ник блогера': 'a', 'Дата интеграции': days, 'Стоимость сторис': 7000, 'Кол-во подписчиков': [18_400, 2100, 90_000, 700] },
      ['placement', 'placedAt', 'price', 'followers'],
    ],
    [{ clip_id: ['a1B2c3', 'b1B2c3', 'c1B2c3', 'd1B2c3'], Views: [10, 20, 30, 40] }, ['postId', 'views']],
    [{ Date: days, Theme: 'Tea', PostContent: 'We open at ten' }, ['publishedAt', 'null', 'title']],
    [{ Date: days, Theme: 'Tea', Platform: 'IG' }, ['publishedAt', 'title', 'platform']],
    [
      { Канал: 'Город', 'Дата посева': days, 'Цена за пост, ₽': 6000, 'Ср. просмотры': 3100, 'Цена ₽': '' },
      ['account', 'placedAt', 'price', 'views', 'null'],
    ],
  ])('%j', (columns, expected) => {
    expect(fieldsOf(table(columns))).toEqual(Object.keys(columns).map((header, at) => `${header} → ${expected[at]}`));
  });
});

describe('words of trackers, leads and ads in other languages', () => {
  it.each([
    [
      { 'Отправили клиенту': days, Согласовал: 'Ольга', 'Кол-во итераций': [2, 1, 6, 0], Вышел: days },
      ['sentAt', 'decider', 'revisionRounds', 'publishedAt'],
    ],
    [{ Eingang: days, 'Erste Antwort': days, Telefon: '030 1', Verantwortlich: 'Anna' }, ['leadAt', 'answeredAt', 'null', 'responsible']],
    [
      { 'Data do contato': days, Nome: 'Ana', Telefone: '11 9', 'Data da resposta': days, Responsável: 'Rui' },
      ['leadAt', 'null', 'null', 'answeredAt', 'responsible'],
    ],
    [
      { Berichtsbeginn: days, Kampagnenname: 'Herbst', 'Ausgegebener Betrag (EUR)': 20, Impressionen: 900 },
      ['day', 'placement', 'spend', 'impressions'],
    ],
    [
      { 'Inicio del informe': days, 'Nombre de la campaña': 'Otoño', 'Importe gastado (EUR)': 20, Alcance: 700 },
      ['day', 'placement', 'spend', 'reach'],
    ],
  ])('%j', (columns, expected) => {
    expect(fieldsOf(table(columns))).toEqual(Object.keys(columns).map((header, at) => `${header} → ${expected[at]}`));
  });
});

describe('goals in other languages, and what is beside what was spent', () => {
  it.each([
    [
      { 'Objetivo do mês': 'Vendas', Previsto: 40, Realizado: 6, 'Está no contrato?': ['sim', 'sim', 'não', 'não'] },
      ['goal', 'goalPlan', 'goalFact', 'isAgreed'],
    ],
    [
      { Kampagnenname: 'Herbst', 'Ausgaben (€)': '1.240,50', 'Budget (€)': '2.000,00', Reichweite: 900 },
      ['placement', 'spend', 'null', 'reach'],
    ],
    [{ campaign: ['Q3', 'Q4', 'Q3', 'All'], spend: 20, impressions: 900 }, ['placement', 'spend', 'impressions']],
    [{ Неделя: days, Подписчики: ['+212', '+164', '+171', '+66'] }, ['day', 'followersNet']],
    [{ Influencer: ['a', 'b', 'c', 'd'], 'Anteil 25–44': '58 %' }, ['placement', 'ageShare']],
  ])('%j', (columns, expected) => {
    expect(fieldsOf(table(columns))).toEqual(Object.keys(columns).map((header, at) => `${header} → ${expected[at]}`));
  });
});

describe('a header that sounds right above other cells', () => {
  it.each<[string, Parameters<typeof table>[0], readonly string[]]>([
    [
      'a promo code is no promotion',
      { Дата: days, Тема: 'Чай', Промокод: ['TEN', 'TEA10', 'ONE', 'TEN'] },
      ['publishedAt', 'title', 'null'],
    ],
    [
      'a form is no format',
      { created_time: days, Email: 'a@b.c', Form: 'form created on Tuesday', Answered: 'yes' },
      ['leadAt', 'null', 'null', 'leadAnswered'],
    ],
    [
      'a kind of content is no id',
      { Datum: days, Titel: 'Tee', 'Bild/Video': ['Video', 'Foto', 'Foto', 'Video'] },
      ['publishedAt', 'title', 'null'],
    ],
    [
      'percents of engagement are a rate',
      { Influencer: ['a', 'b', 'c', 'd'], Engagement: [6.2, 4.1, 11.9, 3.3] },
      ['placement', 'engagementRate'],
    ],
    [
      'the sum of a deal is no price of an ad',
      { 'Дата создания сделки': days, Телефон: '+7', Бюджет: [0, 45_000, 0, 38_000] },
      ['leadAt', 'null', 'null'],
    ],
    [
      'the kind of a community is no format',
      { Ссылка: 'https://vk.com/a', тип: ['паблик', 'группа', 'паблик', 'группа'], подписчики: [47_000, 900, 12, 300] },
      ['link', 'null', 'followers'],
    ],
    [
      'a day is nobody who decides',
      { Пост: 'Чай', 'Изпратено за одобрение': days, 'Одобрено на': days },
      ['title', 'sentAt', 'approvedAt'],
    ],
  ])('%s', (_, columns, expected) => {
    expect(fieldsOf(table(columns))).toEqual(Object.keys(columns).map((header, at) => `${header} → ${expected[at]}`));
  });
});

it('a row of words above numbers is a header also where none is known', () => {
  const grid: Grid = [
    ['Bereich', 'Anteil der Besucher'],
    ['18-24', 12],
    ['25-34', 40],
    ['35-44', 20],
  ];
  expect(describeSheet('Sheet', grid)).toMatchObject({ headerRow: 0, problem: 'nothing-recognised' });
});
