import type { StartInfo } from '../../api/messages.ts';
import type { AuditSettings } from '../../audit/settings.ts';
import { columnKey } from '../../table/recognition/profile.ts';
import type { Actions } from '../model.ts';
import type { Store } from '../store.ts';
import type { Reading } from './reading.ts';

/** Settings are saved when the user pauses, not at every move of a slider. */
const SAVE_AFTER_MS = 600;

/** What no finding depends on: the results stay, and so does what is highlighted of them. */
const notJudged: ReadonlySet<string> = new Set<keyof AuditSettings>(['report', 'history', 'agreements']);

/** Thresholds, client, people, columns: whatever changes counts at once and is kept with the file. */
export function settingsActions(
  { model, callServer, update, set, sentenceOf }: Store,
  { judgeAgain, scan }: Reading,
): Pick<Actions, 'change' | 'correctColumn' | 'forgetTaught'> {
  let saving: ReturnType<typeof setTimeout> | undefined;

  const change: Actions['change'] = (part) => {
    const settings = { ...model().settings, ...part };
    // A report that is already made no longer tells of these settings.
    set({ settings, report: { patterns: model().report.patterns, stage: 'none' } });
    const { scan: done } = model();
    if ('period' in part || 'formats' in part || 'joins' in part) judgeAgain();
    else if (Object.keys(part).every((key) => notJudged.has(key))) update({});
    else update(done ? { scan: { ...done, report: done.judge(settings) } } : {});
    save();
  };

  function save(): void {
    clearTimeout(saving);
    saving = setTimeout(saveNow, SAVE_AFTER_MS);
  }

  /** Goes on beside whatever the page is doing: a failure says so and leaves the rest alone. */
  async function saveNow(): Promise<void> {
    await callServer('saveSettings', model().settings).catch(failed(save));
  }

  const setTaught = (taught: StartInfo['taught']) => {
    const { start } = model();
    if (start) set({ start: { ...start, taught } });
  };

  /** For the next workbook that has such a column. */
  function teach(tab: string, header: string, field: string): void {
    const { start, scan: done } = model();
    const source = done?.scanned.find(({ layout }) => layout.tab === tab && layout.columns.some((column) => column.header === header));
    const index = source?.layout.columns.find((column) => column.header === header)?.index;
    const profile = source?.profiles[index ?? -1];
    if (!start || profile === undefined) return;
    const key = columnKey(header, profile);
    setTaught({ ...start.taught, [key]: field });
    callServer('teachColumn', { key, field }).catch(failed(() => teach(tab, header, field)));
  }

  const failed = (again: () => void) => (problem: unknown) =>
    update({ notice: { text: sentenceOf(problem), isProblem: true, next: [{ label: 'again', run: again }] } });

  const actions: Pick<Actions, 'change' | 'correctColumn' | 'forgetTaught'> = {
    change,
    correctColumn: (sheet, header, field) => {
      const { settings } = model();
      const own = { ...settings.columns?.[sheet], [header]: field };
      set({ settings: { ...settings, columns: { ...settings.columns, [sheet]: own } } });
      save();
      teach(sheet, header, field);
      // Other columns are read now.
      scan();
    },
    forgetTaught: () => {
      setTaught({});
      update({});
      callServer('forgetTaught', {}).catch(failed(actions.forgetTaught));
    },
  };
  return actions;
}
