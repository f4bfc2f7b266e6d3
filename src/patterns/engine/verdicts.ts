/** The gravest first. */
export const severities = ['critical', 'serious', 'minor'] as const;
export type Severity = (typeof severities)[number];

/** For sorting: the gravest first. */
export const gravity: Readonly<Record<Severity, number>> = { critical: 0, serious: 1, minor: 2 };

/** Numbers, yes/no and code words behind a finding: plain JSON, never a person's name or a cell's text. */
export type Evidence = Readonly<Record<string, number | string | boolean>>;

export interface Found<E extends Evidence = Evidence> {
  readonly kind: 'found';
  readonly severity: Severity;
  readonly evidence: E;
}

/** What came up has an innocent reason that the sheet itself states: reported as such, never silently dropped. */
export interface Explained {
  readonly kind: 'explained';
  readonly why: string;
}

/** The row has its cells but cannot be judged; `reason` is a key of the signal's `unclear` texts. */
export interface Unclear {
  readonly kind: 'unclear';
  readonly reason: string;
}

/** The table as a whole cannot be judged; `reason` is a key of the signal's `notJudged` texts. */
export interface NotJudged {
  readonly kind: 'not-judged';
  readonly reason: string;
  readonly evidence: Evidence;
}

/** Nothing to say about the row is `undefined`. */
export type Verdict<E extends Evidence = Evidence> = Found<E> | Explained | Unclear | undefined;

export const found = <E extends Evidence>(severity: Severity, evidence: E): Found<E> => ({ kind: 'found', severity, evidence });
export const explained = (why: string): Explained => ({ kind: 'explained', why });
export const unclear = (reason: string): Unclear => ({ kind: 'unclear', reason });
export const notJudged = (reason: string, evidence: Evidence = {}): NotJudged => ({ kind: 'not-judged', reason, evidence });

export function isNotJudged(value: unknown): value is NotJudged {
  return typeof value === 'object' && value !== null && (value as NotJudged).kind === 'not-judged';
}
