import { type Language, languageOf, type Text } from '../../i18n/language.ts';
import type { Field } from '../../table/fields.ts';
import * as columns from '../../table/fields.ts';
import type { Sheet } from '../services/google.ts';

/** A tab to start from: its headers, by field, and what a column accepts where that helps. */
interface Template {
  readonly name: Text;
  readonly fields: readonly Field[];
}

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
  },
  { name: { en: 'Leads', ru: 'Заявки' }, fields: [columns.leadAt, columns.answeredAt, columns.leadAnswered, columns.responsible] },
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
  },
  { name: { en: 'Goals', ru: 'Цели' }, fields: [columns.goal, columns.scope, columns.goalPlan, columns.goalFact] },
  { name: { en: 'Client', ru: 'Клиент' }, fields: [columns.parameter, columns.parameterValue] },
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

/** Adds a tab per template, with headers and validation and no data; a tab that is there already stays as it is. Returns the names. */
export function addTemplates(): readonly string[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const language = languageOf(spreadsheet.getSpreadsheetLocale());
  return templates.flatMap(({ name, fields }) => {
    const present = spreadsheet.getSheetByName(name[language]);
    // An empty one may be what a run that was cut off left behind.
    if (present && present.getLastRow() > 0) return [];
    fill(present ?? spreadsheet.insertSheet(name[language], spreadsheet.getNumSheets()), fields, language);
    return [name[language]];
  });
}

/** The words go in last: a tab that has them is complete. */
function fill(sheet: Sheet, fields: readonly Field[], language: Language): void {
  const headers = fields.map(({ aliases }) => aliases[language][0] ?? '');
  const below = fields[0] === columns.parameter ? parameters.map((parameter) => [parameter[language], '']) : [];
  fields.forEach((field, index) => {
    validate(sheet, index + 1, field, language);
  });
  sheet.setFrozenRows(1);
  sheet.getRange(1, 1, 1, headers.length).setFontWeights([headers.map(() => 'bold')]);
  const words = sheet.getRange(1, 1, below.length + 1, headers.length);
  // What is blank below is the user's: it keeps the format that fits what is typed there.
  words.setNumberFormats([headers, ...below].map((line) => line.map((text) => (text === '' ? '' : '@'))));
  words.setValues([headers, ...below]);
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
