import { factsOf, type ReportChoice } from '../../audit/client-report/facts.ts';
import { shared } from '../../i18n/words.ts';
import { reportContent } from '../../wording/client-report/content.ts';
import { reportPage } from '../../wording/client-report/page.ts';
import type { Scan } from '../model.ts';

/** Saves the report for the client as a page on the user's own machine; nothing is sent anywhere. */
export function downloadPage({ prepared, report }: Scan, choice: ReportChoice): void {
  const page = reportPage(reportContent(factsOf(prepared, report, choice)));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
  link.download = `${shared.reportTab[choice.language]}.html`;
  link.click();
  URL.revokeObjectURL(link.href);
}
