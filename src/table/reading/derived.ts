/** Columns that a table states in another form than signals ask for: a day and its hour apart, an answer by how long it took, an approval as a history. */
import { cleanText } from '../../base/cells.ts';
import { type DateOrder, hasTimeOfDay, readDates, type WallTime } from '../../base/dates.ts';
import { CellState } from '../../base/numbers.ts';
import type { Zone } from '../../base/zone.ts';
import type { Field } from '../fields.ts';
import * as fields from '../fields.ts';
import type { TypedColumn } from '../table.ts';
import { readDuration, readTimeOfDay } from './durations.ts';
import { stepsOf } from './status-history.ts';

type Columns = ReadonlyMap<string, TypedColumn>;

interface Surroundings {
  readonly zone: Zone;
  readonly now: WallTime | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** Ids of the fields that follow from those that are there. */
export function derivableFields(present: ReadonlySet<string | null>): readonly string[] {
  const has = (field: Field) => present.has(field.id);
  return [
    ...(has(fields.answeredAfter) && has(fields.leadAt) && !has(fields.answeredAt) ? [fields.answeredAt.id] : []),
    ...(has(fields.approvalHistory) && !has(fields.sentAt) && !has(fields.approvedAt) ? [fields.sentAt.id, fields.approvedAt.id] : []),
  ];
}

/** The columns that follow from those that were read; each stands where its source does. */
export function derivedColumns(typed: Columns, surroundings: Surroundings): readonly TypedColumn[] {
  const wanted = new Set(derivableFields(new Set(typed.keys())));
  const dated = withTimeOfDay(typed);
  const leadAt = dated?.field === fields.leadAt ? dated : typed.get(fields.leadAt.id);
  return [
    ...(dated ? [dated] : []),
    ...(wanted.has(fields.answeredAt.id) ? answered(leadAt, typed.get(fields.answeredAfter.id), surroundings.zone) : []),
    ...(wanted.has(fields.sentAt.id) ? approvals(typed.get(fields.approvalHistory.id), surroundings) : []),
  ];
}

/** Dates that an hour in a column of its own may belong to. */
const timed: readonly Field[] = [fields.publishedAt, fields.leadAt, fields.answeredAt, fields.sentAt, fields.approvedAt, fields.eventAt];

/** The nearest column of mere days to the left of the hours, else to the right, with the hours added; a row without an hour stays a day. */
function withTimeOfDay(typed: Columns): TypedColumn | undefined {
  const hours = typed.get(fields.timeOfDay.id);
  if (!hours?.texts) return undefined;
  const days = timed
    .flatMap((field) => typed.get(field.id) ?? [])
    .filter(({ numbers }) => numbers?.every((wall) => Number.isNaN(wall) || !hasTimeOfDay(wall)));
  const distance = ({ index }: TypedColumn) => (index < hours.index ? hours.index - index : 1000 + index - hours.index);
  const [nearest] = [...days].sort((one, other) => distance(one) - distance(other));
  if (!nearest?.numbers) return undefined;
  return { ...nearest, numbers: nearest.numbers.map((wall, row) => wall + (readTimeOfDay(hours.texts?.[row] ?? '') ?? 0)) };
}

/** When a lead was answered, by when it came and how long that took. */
function answered(leadAt: TypedColumn | undefined, after: TypedColumn | undefined, zone: Zone): readonly TypedColumn[] {
  if (!leadAt?.numbers || !after?.texts) return [];
  const { texts, header, index } = after;
  const numbers = leadAt.numbers.map((wall, row) => {
    const took = readDuration(texts[row] ?? '', header);
    return took === undefined || Number.isNaN(wall) ? Number.NaN : zone.toWall(zone.toInstant(wall) + took);
  });
  return [{ field: fields.answeredAt, header, index, numbers, states: statesOf(numbers, texts) }];
}

/** When a post was sent and approved, by the steps that its history names. */
function approvals(history: TypedColumn | undefined, { zone, now, dateOrder }: Surroundings): readonly TypedColumn[] {
  if (!history?.texts) return [];
  const { texts, header, index } = history;
  const steps = texts.map((text) => stepsOf(cleanText(text)));
  // Read together, so that the order of day and month is decided once.
  const sent = steps.map((own) => own.find(({ step }) => step === 'sent')?.date ?? '');
  const approved = steps.map((own) => own.filter(({ step }) => step === 'approved').pop()?.date ?? '');
  const all = readDates([...sent, ...approved], { clock: zone, now, fallbackOrder: dateOrder });
  return [fields.sentAt, fields.approvedAt].map((field, part) => {
    const [from, to] = [part * texts.length, (part + 1) * texts.length];
    return { field, header, index, numbers: all.values.slice(from, to), states: all.states.slice(from, to) };
  });
}

/** Blank where nothing stands, unreadable where something stands that gave no value. */
const statesOf = (numbers: Float64Array, texts: readonly string[]): Uint8Array =>
  Uint8Array.from(numbers, (value, row) =>
    Number.isNaN(value) ? (texts[row] === '' ? CellState.blank : CellState.unreadable) : CellState.read,
  );
