import type { Actions } from '../model.ts';
import type { Store } from '../store.ts';
import { findingActions } from './findings.ts';
import { movingActions } from './moving.ts';
import { readingActions } from './reading.ts';
import { reportActions } from './report.ts';
import { settingsActions } from './settings.ts';
import { writingActions } from './writing.ts';

/** What a person can do, by job. */
export function createActions(store: Store): Actions {
  const reading = readingActions(store);
  const settings = settingsActions(store, reading);
  return {
    ...reading,
    ...settings,
    ...writingActions(store, reading),
    ...findingActions(store, settings.change),
    ...reportActions(store, settings.change, reading.rememberTabs),
    ...movingActions(store),
  };
}
