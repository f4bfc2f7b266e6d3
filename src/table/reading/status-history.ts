/** `Draft 01.03 → Sent 02.03 → OK 05.03`: what happened to a post, told in one cell. */
export interface HistoryStep {
  readonly step: 'sent' | 'approved' | 'other';
  readonly date: string;
}

const separator = /\s*(?:→|->|=>|⇒|>|;|\||\n|,(?=\s*\p{L}))\s*/u;
const hasSeparator = /[→>⇒;|\n,]/;
const dateIn = /\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:,?\s+\d{1,2}:\d{2})?/;
const sentWords =
  /sent|submitted|(?:for|in|on) (?:approval|review)|to (?:the )?client|отправ|на (?:согласовани|проверк|утверждени)|клиенту/i;
const approvedWords =
  /(^|[^\p{L}])(?:ok|ок|okay|approved|accepted|confirmed|согласован[оа]?|утвержд[её]н[оа]?|принят[оа]?|одобрен[оа]?)(?![\p{L}])/iu;

/** The dated steps of a history, in its order; none where the cell is no history. */
export function stepsOf(text: string): readonly HistoryStep[] {
  if (text.length > 500) return [];
  return text.split(separator).flatMap((part): readonly HistoryStep[] => {
    const date = dateIn.exec(part)?.[0];
    if (date === undefined) return [];
    return [{ step: sentWords.test(part) ? 'sent' : approvedWords.test(part) ? 'approved' : 'other', date }];
  });
}

/** Whether the cell tells at least when a post was sent and one step more, or when it was approved. */
export function isHistory(text: string): boolean {
  // Most cells of a sheet end here.
  if (!hasSeparator.test(text)) return false;
  const steps = stepsOf(text);
  return steps.length >= 2 && steps.some(({ step }) => step !== 'other');
}
