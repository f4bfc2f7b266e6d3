import type { Text } from '../../i18n/language.ts';
import type { Field } from '../../table/fields.ts';
import type { SignalDefinition, Thresholds } from './definition.ts';
import { missingFields, prepareSignal } from './judge-table.ts';
import { type ColumnSpec, fieldOf, type Optional } from './row-reader.ts';
import type { Setting, Signal } from './signal.ts';
import type { SignalBill } from './signal-bill.ts';
import type { Evidence } from './verdicts.ts';

/** A threshold: its default, unit, name in both languages, sensible range, and source. */
export function setting(
  value: number,
  unit: Setting['unit'],
  title: Text,
  range: { readonly min: number; readonly max: number; readonly step: number },
  source: Text,
): Setting {
  return { default: value, unit, title, ...range, source };
}

/** Declares a signal: columns and settings first, a tiny judge, wording last. */
export function defineSignal<
  const C extends ColumnSpec,
  const S extends Readonly<Record<string, Setting>>,
  E extends Evidence,
  B = undefined,
>(definition: SignalDefinition<C, S, E, B>): Signal {
  const { id, columns, beside = {}, settings } = definition;
  const judged = Object.keys(columns).map((key) => fieldOf(columns[key] as Field | Optional));
  const others = Object.keys(beside).map((key) => fieldOf(beside[key] as Optional));
  return {
    id,
    settings,
    fields: [...new Set([...judged, ...others])],
    judged,
    // The evidence a signal renders and prices is the evidence its own judge produced.
    ...(definition.bill ? { bill: definition.bill as SignalBill<Evidence> } : {}),
    ...(definition.isApart ? { isApart: definition.isApart as NonNullable<Signal['isApart']> } : {}),
    ...(definition.chart ? { chart: definition.chart } : {}),
    ...(definition.restated ? { restated: definition.restated } : {}),
    texts: definition.texts as Signal['texts'],
    missing: (has) => missingFields(definition, has),
    prepare: (table, context) => {
      const judge = prepareSignal(definition, table, context);
      return (thresholds) => judge(thresholds as Thresholds<S>);
    },
  };
}
