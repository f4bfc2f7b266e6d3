import { createZone, type Zone } from '../../base/zone.ts';
import { type Language, languageOf, type Text } from '../../i18n/language.ts';
import type { Field } from '../../table/fields.ts';
import * as columns from '../../table/fields.ts';
import { exampleMark } from '../../table/reading/row-kinds.ts';
import type { Sheet } from '../services/google.ts';

/** A tab to start from: its headers, by field, and what a column accepts where that helps. */
interface Template {
  readonly name: Text;
  readonly fields: readonly Field[];
  /** One filled row, by field: shows what goes where and says of itself that it is not counted. */
  readonly example: ReadonlyMap<Field, Example>;
}

type Example = Text | number | boolean | { readonly day: string };

const templates: readonly Template[] = [
  {
    name: { en: 'Posts', ru: 'Посты' },
    fields: [
      columns.publishedAt,
      columns.title,
      columns.link,
      columns.format,
      columns.urgency,
      columns.eventAt,
      columns.sentAt,
      columns.approvedAt,
      columns.revisionRounds,
      columns.decider,
      columns.followers,
      columns.likes,
      columns.comments,
      columns.saves,
      columns.reach,
      columns.paid,
      columns.note,
    ],
    example: new Map<Field, Example>([
      [columns.publishedAt, { day: '2026-03-06T12:00:00' }],
      [columns.title, { en: 'Three breakfasts in ten minutes', ru: 'Три завтрака за десять минут' }],
      [columns.link, { en: 'https://example.com/post', ru: 'https://example.com/post' }],
      [columns.format, { en: 'reel', ru: 'рилс' }],
      [columns.urgency, { en: 'planned', ru: 'плановый' }],
      [columns.sentAt, { day: '2026-03-04T10:00:00' }],
      [columns.approvedAt, { day: '2026-03-05T11:00:00' }],
      [columns.revisionRounds, 1],
      [columns.decider, { en: 'SMM', ru: 'СММ' }],
      [columns.followers, 3884],
      [columns.likes, 214],
      [columns.comments, 17],
      [columns.saves, 31],
      [columns.reach, 2980],
      [columns.note, exampleMark],
    ]),
  },
  {
    name: { en: 'Leads', ru: 'Заявки' },
    fields: [columns.leadAt, columns.answeredAt, columns.leadAnswered, columns.responsible],
    example: new Map<Field, Example>([
      [columns.leadAt, { day: '2026-03-06T12:10:00' }],
      [columns.answeredAt, { day: '2026-03-06T12:40:00' }],
      [columns.leadAnswered, true],
      [columns.responsible, exampleMark],
    ]),
  },
  {
    name: { en: 'Placements', ru: 'Размещения' },
    fields: [
      columns.placement,
      columns.placementKind,
      columns.placedAt,
      columns.price,
      columns.reach,
      columns.geoShare,
      columns.ageShare,
      columns.realShare,
    ],
    example: new Map<Field, Example>([
      [columns.placement, exampleMark],
      [columns.placementKind, { en: 'blogger', ru: 'блогер' }],
      [columns.placedAt, { day: '2026-03-06T00:00:00' }],
      [columns.price, 12000],
      [columns.reach, 5200],
      [columns.geoShare, 0.7],
      [columns.ageShare, 0.8],
      [columns.realShare, 0.9],
    ]),
  },
  {
    name: { en: 'Goals', ru: 'Цели' },
    fields: [columns.goal, columns.scope, columns.goalPlan, columns.goalFact],
    example: new Map<Field, Example>([
      [columns.goal, { en: '40 enquiries a month', ru: '40 заявок в месяц' }],
      [columns.scope, exampleMark],
      [columns.goalPlan, 40],
      [columns.goalFact, 31],
    ]),
  },
  { name: { en: 'Client', ru: 'Клиент' }, fields: [columns.parameter, columns.parameterValue], example: new Map() },
];

/** What a client tab may state; the second column is for the user to fill. */
const parameters: readonly Text[] = [
  { en: 'City', ru: 'Город' },
  { en: 'Age', ru: 'Возраст' },
  { en: 'Ad budget per month', ru: 'Рекламный бюджет в месяц' },
  { en: 'Scope', ru: 'Состав работ' },
  { en: 'Working hours', ru: 'Рабочее время' },
  { en: 'Days off', ru: 'Выходные' },
];

const urgencies: Readonly<Record<Language, string[]>> = { en: ['planned', 'situational'], ru: ['плановый', 'ситуативный'] };

/** Adds a tab per template and shows the first; a tab that is there already stays as it is. Returns the names. */
export function addTemplates(): readonly string[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const language = languageOf(spreadsheet.getSpreadsheetLocale());
  const zone = createZone(spreadsheet.getSpreadsheetTimeZone());
  const before = spreadsheet.getActiveSheet();
  const added = templates.flatMap((template) => {
    const name = template.name[language];
    const present = spreadsheet.getSheetByName(name);
    // An empty one may be what a run that was cut off left behind.
    if (present && present.getLastRow() > 0) return [];
    const sheet = present ?? spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
    fill(sheet, template, language, zone);
    return [{ name, sheet }];
  });
  spreadsheet.setActiveSheet(added[0]?.sheet ?? before);
  return added.map(({ name }) => name);
}

const HEADER_COLOUR = '#e8f0fe';
const EXAMPLE_COLOUR = '#80868b';
const WIDTHS: Readonly<Record<Field['kind'], number>> = { date: 140, number: 110, count: 110, money: 110, share: 110, flag: 90, text: 190 };

/** The words go in last: a tab that has them is complete. */
function fill(sheet: Sheet, { fields, example }: Template, language: Language, zone: Zone): void {
  const headers = fields.map(({ aliases }) => aliases[language][0] ?? '');
  const shown = fields.map((field) => cellOf(example.get(field), language, zone));
  const below = fields[0] === columns.parameter ? parameters.map((parameter) => [parameter[language], '']) : [shown];
  fields.forEach((field, index) => {
    validate(sheet, index + 1, field, language);
    sheet.setColumnWidth(index + 1, WIDTHS[field.kind]);
  });
  sheet.setFrozenRows(1);
  const top = sheet.getRange(1, 1, 1, headers.length);
  top.setFontWeights([headers.map(() => 'bold')]);
  top.setBackgrounds([headers.map(() => HEADER_COLOUR)]);
  top.setWrap(true);
  if (example.size > 0) sheet.getRange(2, 1, 1, headers.length).setFontColors([headers.map(() => EXAMPLE_COLOUR)]);
  const words = sheet.getRange(1, 1, below.length + 1, headers.length);
  // What is blank below is the user's: it keeps the format that fits what is typed there.
  words.setNumberFormats([headers, ...below].map((line) => line.map((cell, index) => formatOf(cell, fields[index]))));
  words.setValues([headers, ...below]);
}

function cellOf(example: Example | undefined, language: Language, zone: Zone): string | number | boolean | Date {
  if (example === undefined) return '';
  if (typeof example !== 'object') return example;
  return 'day' in example ? new Date(zone.toInstant(Date.parse(`${example.day}Z`))) : example[language];
}

function formatOf(cell: unknown, field: Field | undefined): string {
  if (typeof cell === 'string') return cell === '' ? '' : '@';
  if (field?.kind === 'date') return 'yyyy-mm-dd hh:mm';
  return field?.kind === 'share' ? '0%' : '';
}

/** Dates, counts and yes/no are checked as they are typed; a wrong entry is marked, not refused: a sheet in use has reasons of its own. */
function validate(sheet: Sheet, column: number, field: Field, language: Language): void {
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  if (field === columns.urgency) rule.requireValueInList(urgencies[language]);
  else if (field.kind === 'date') rule.requireDate();
  else if (field.kind === 'flag') rule.requireCheckbox();
  else if (field.kind === 'text') return;
  else rule.requireNumberGreaterThanOrEqualTo(0);
  sheet.getRange(2, column, sheet.getMaxRows() - 1, 1).setDataValidation(rule.build());
}
