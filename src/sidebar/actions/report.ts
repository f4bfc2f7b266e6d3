import { addressed } from '../../audit/client-report/addressee.ts';
import { auditSumOf, remembered } from '../../audit/progress/history.ts';
import { isEmail } from '../../base/contacts.ts';
import { clientCopies, namedRows, namesIn, reportRequest, topicsIn } from '../../client/report-request.ts';
import type { Actions, ReportState, Scan } from '../model.ts';
import type { Store } from '../store.ts';
import { downloadPage } from './download-page.ts';
import { type Consent, refuse, sheetLanguage } from './not-written.ts';

type ReportActions = Pick<Actions, 'chooseForReport' | 'makeReport' | 'downloadReport' | 'copyTables' | 'share'>;

/** The report for the client: writing it, adding tables, and letting the client in after a yes. */
export function reportActions(store: Store, change: Actions['change'], rememberTabs: () => Promise<void>): ReportActions {
  const { model, callServer, say, update, notify, drop, attempt } = store;
  const updateReport = (change: Partial<ReportState>) => update({ phase: 'idle', report: { ...model().report, ...change } });

  const addressedFor = ({ prepared }: Scan) => addressed(model().settings, prepared, model().start?.fileName ?? '');

  async function makeReport(consent: Consent = {}): Promise<void> {
    const { scan, report } = model();
    if (!scan) return;
    drop('notice');
    update({ phase: 'writing' });
    const request = reportRequest(scan, report.patterns, sheetLanguage(model()), scan.now, addressedFor(scan));
    const result = await callServer('report', { ...request, ...consent });
    if (result.outcome === 'written') {
      await rememberTabs();
      // Sums of one tab would not compare with those of the whole workbook.
      if (model().chosen === '') change({ history: remembered(model().settings.history ?? [], auditSumOf(scan.report, scan.now)) });
      return update({
        ...{ phase: 'idle', hasMarks: true },
        report: { patterns: report.patterns, stage: 'made', tab: result.tab, rows: namedRows(request), topics: topicsIn(request) },
      });
    }
    const again = (more: Consent) => () => attempt(() => makeReport({ ...consent, ...more }), actions.makeReport);
    refuse(store, result, again, 'reportAnyway');
  }

  async function copyTables({ force = false }: Consent = {}): Promise<void> {
    const { scan, report } = model();
    if (!scan) return;
    drop('notice');
    update({ phase: 'writing' });
    const copies: NonNullable<ReportState['copies']>[number][] = [];
    const tooLong: string[] = [];
    let most = 0;
    for (const request of clientCopies(scan, report.patterns, sheetLanguage(model()))) {
      const result = await callServer('clientCopy', { ...request, ...(force ? { force } : {}) });
      if (result.outcome === 'too-long') {
        most = result.most;
        tooLong.push(request.sheet);
      } else if (result.outcome === 'written')
        copies.push({ tab: result.tab, rows: result.rows, columns: result.columns, names: namesIn(scan, request) });
      else return refuse(store, result, (more) => () => attempt(() => copyTables(more), actions.copyTables));
    }
    // Now that there are tables its examples carry the numbers of their rows.
    const request = reportRequest(scan, report.patterns, sheetLanguage(model()), scan.now, addressedFor(scan), copies.length > 0);
    const written = await callServer('report', { ...request, ...(force ? { force } : {}) });
    if (written.outcome !== 'written') return refuse(store, written, (more) => () => attempt(() => copyTables(more), actions.copyTables));
    await rememberTabs();
    updateReport({ copies, tab: written.tab, rows: namedRows(request), topics: topicsIn(request) });
    if (tooLong.length > 0) notify({ text: `${say('tooLong')} ${most}.`, details: tooLong, isProblem: true });
  }

  async function share(email: string): Promise<void> {
    const { tab, copies = [] } = model().report;
    if (tab === undefined) return;
    drop('notice');
    if (!isEmail(email)) return notify({ text: say(email === '' ? 'noEmail' : 'wrongEmail'), isProblem: true });
    update({ phase: 'sharing', report: { ...model().report, email } });
    const result = await callServer('share', { tabs: [tab, ...copies.map((copy) => copy.tab)], email });
    if (result.outcome === 'no-report') {
      updateReport({ stage: 'none' });
      return notify({ text: say('noReport'), isProblem: true, next: [{ label: 'makeReport', run: actions.makeReport }] });
    }
    const { outcome: stage, ...rest } = result;
    updateReport({ stage, ...rest });
  }

  const actions: ReportActions = {
    chooseForReport: (pattern, isIn) => {
      const others = model().report.patterns.filter((number) => number !== pattern);
      update({ report: { patterns: isIn ? [...others, pattern].sort() : others, stage: 'none' } });
    },
    makeReport: () => attempt(() => makeReport(), actions.makeReport),
    downloadReport: () => {
      const { scan, report } = model();
      if (scan)
        downloadPage(scan, { patterns: report.patterns, settings: addressedFor(scan), language: sheetLanguage(model()), now: scan.now });
    },
    copyTables: () => attempt(() => copyTables(), actions.copyTables),
    share: (email) =>
      attempt(
        () => share(email),
        () => actions.share(email),
      ),
  };
  return actions;
}
