/** What the exports of Meta, YouTube Studio, TikTok, LinkedIn and X are called in one interface language. */
export interface ExportLanguage {
  /** Two letters, as in a locale. */
  readonly id: string;
  /**
   * Field id → headers, those of exports first, then what people write in tables of their own. A `?` before a header says that no real file
   * or code showed it yet: it is what the platform's interface calls the figure.
   */
  readonly headers: Readonly<Record<ExportedField, readonly string[]>>;
  /** The same of tables that people keep themselves: calendars, approvals, placements, leads. */
  readonly tracker: Readonly<Record<TrackedField, readonly string[]>>;
  /** Headers of a date that may be that of a post, a day, a placement: the table decides. */
  readonly date: readonly string[];
  /** Headers that only a video studio's export has. */
  readonly videoStudio: readonly string[];
  /** The studio's word for the net change of subscribers by video. */
  readonly subscribers: readonly string[];
  /** Words of a table of leads: enquiries, and ways to reach somebody. */
  readonly leadWords: readonly string[];
  /** What begins a line of totals. */
  readonly totals: readonly string[];
}

/** The fields that platforms export. English and Russian headers stand with the fields themselves. */
export const exportedFields = [
  'account',
  'publishedAt',
  'day',
  'title',
  'link',
  'postId',
  'format',
  'followers',
  'followersGained',
  'followersLost',
  'likes',
  'comments',
  'shares',
  'saves',
  'engagements',
  'reach',
  'impressions',
  'views',
  'engagementRate',
  'spend',
] as const;
export type ExportedField = (typeof exportedFields)[number];

/** The fields of tables that people keep themselves. */
const trackedFields = [
  'timeOfDay',
  'platform',
  'sentAt',
  'approvedAt',
  'approver',
  'decider',
  'revisionRounds',
  'responsible',
  'placement',
  'placementKind',
  'placedAt',
  'price',
  'note',
  'currency',
  'audiencePlace',
  'leads',
  'leadAt',
  'answeredAt',
  'status',
  'goal',
  'goalPlan',
  'goalFact',
  'isAgreed',
  'followersNet',
] as const;
export type TrackedField = (typeof trackedFields)[number];
