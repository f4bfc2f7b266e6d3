/** What the other columns say about a table, where one header alone is not enough. */
import { type Cell, cleanText, isBlank, isDate } from '../../base/cells.ts';
import { hasTimeOfDay } from '../../base/dates.ts';
import type { Field } from '../fields.ts';
import * as columns from '../fields.ts';
import { readTimeOfDay } from '../reading/durations.ts';
import { readFlag } from '../reading/flags.ts';
import { fitOf } from './contents.ts';
import { normaliseHeader } from './header-text.ts';
import type { Candidate, HeaderMatcher } from './headers.ts';
import {
  arrivalWords,
  clickWords,
  contactWords,
  costWords,
  crmWords,
  customerWords,
  influencerWords,
  isPlainDate,
  leadWords,
  nameWords,
  otherDays,
  reachableBy,
  sellerWords,
  studioHeaders,
  videoStudioWords,
  writtenBack,
  writtenTo,
} from './table-words.ts';

export interface TableContext {
  readonly hasPosts: boolean;
  readonly hasPostIds: boolean;
  /** Rows of different days; without one it is a list, of accounts or of bloggers. */
  readonly hasDays: boolean;
  /** Posts say on which day they came out. */
  readonly hasPublicationDays: boolean;
  /** There are days, and no hour stands beside them yet. */
  readonly lacksTimes: boolean;
  readonly hasLeads: boolean;
  /** Whether the table is about leads at all: a calendar too has days of creation and owners. */
  readonly isAboutLeads: boolean;
  readonly hasActivity: boolean;
  readonly hasApproval: boolean;
  /** Somebody approves, or did so on a day, or posts went round. */
  readonly hasApprovers: boolean;
  readonly isAboutPosts: boolean;
  /** Somebody's reach or followers, or ads with him: a place or an age may be that of an audience. */
  readonly hasAudiences: boolean;
  /** Posts to come or made, without money or sizes: a status in it is that of a post. */
  readonly isPlan: boolean;
  /** Bloggers, channels or pages with their size: a name is whose row it is. */
  readonly isListOfAccounts: boolean;
  /** Each row has the address of an account and its followers, one day or many. */
  readonly areAccountsLinked: boolean;
  readonly hasParameters: boolean;
  readonly hasGoals: boolean;
  readonly hasSpend: boolean;
  readonly hasMoney: boolean;
  /** Campaigns by day, as an ads manager exports them: money that was spent, no price agreed. */
  readonly isAdsByDay: boolean;
  readonly hasPlacements: boolean;
  readonly isVideoStudio: boolean;
  /** What each video brought on each day: the days are not those of publication. */
  readonly areVideosByDay: boolean;
  /** An ads manager's table, whatever it calls the money that was spent. */
  readonly isAds: boolean;
  /** People who were written to and may have written back, or a log of talks with customers who have a number of their own. */
  readonly hasNobodyEnquired: boolean;
  /** The header of the only column of days, where no header is known to be that of days. */
  readonly untoldDate: string | undefined;
  /** LinkedIn's followers by day: its `Total followers` is what the day brought, of all kinds. */
  readonly isFollowersByDay: boolean;
  /** Rows of several accounts, networks or bloggers, each with a number of its own. */
  readonly hasSeveral: boolean;
}

export interface ColumnTop {
  readonly header: string;
  readonly cells: readonly Cell[];
}

export function tableContext(tops: readonly ColumnTop[], match: HeaderMatcher): TableContext {
  const headers = tops.map(({ header }) => header);
  const ids = new Set(headers.flatMap((header) => match(header).map(({ field }) => field.id)));
  const has = (...wanted: Field[]) => wanted.some(({ id }) => ids.has(id));
  const says = (words: RegExp) => headers.some((header) => words.test(normaliseHeader(header)));
  const first = new Set(headers.map((header) => match(header)[0]?.field));
  const isAds = says(clickWords) && !says(sellerWords) && !has(columns.title, columns.link, columns.likes, columns.followers);
  const isCostSpent =
    isAds && tops.some(({ header }) => match(header)[0]?.field === columns.price && costWords.test(normaliseHeader(header)));
  const hasSpend = has(columns.spend) || isCostSpent;
  // `Type` may be of anything: its cells have to name formats.
  const hasFormats =
    !hasSpend &&
    tops.some(
      ({ header, cells }) => match(header).some(({ field }) => field === columns.format) && fitOf(columns.format, cells, header).holds,
    );
  const dated = (...wanted: Field[]) =>
    tops.filter(({ header, cells }) => match(header).some(({ field }) => wanted.includes(field)) && cells.some(hasDay));
  const dates = dated(columns.publishedAt, columns.day);
  const names = (words: ReadonlySet<string>) =>
    headers.some((header) =>
      normaliseHeader(header)
        .split(' ')
        .some((word) => words.has(word)),
    );
  const hasActivity = tops.some(({ header, cells }) => match(header).some(({ field }) => acts.includes(field) && areActs(field, cells)));
  const hasDays = tops.some(({ header, cells }) => match(header).some(({ field }) => field.kind === 'date') && cells.some(hasDay));
  // `ID` alone numbers rows of any kind: of posts where each has a day and likes.
  const numbersPosts = hasActivity && hasDays && !has(columns.spend, columns.followers);
  const hasOwnIds = tops.some(
    ({ header }) => match(header).some(({ field }) => field === columns.postId) && (numbersPosts || !isBareId(header)),
  );
  // Addresses of accounts, each with its followers: neither they nor the titles beside them are of posts.
  const areAccountsLinked =
    has(columns.followers) &&
    !hasActivity &&
    tops.some(({ header, cells }) => match(header)[0]?.field === columns.link && areAccountLinks(cells));
  const isReachable = tops.some(({ header, cells }) => reachableBy.test(normaliseHeader(header)) && mayBeContacts(cells));
  const isOutreach =
    isReachable &&
    !says(arrivalWords) &&
    headers.some((header) => isWrittenTo(header) && headers.some((other) => other !== header && isWrittenBack(other)));
  const isOfCustomers = says(customerWords) && !isReachable && !says(leadWords);
  const hasNobodyEnquired = isOutreach || isOfCustomers;
  const hasPosts =
    !hasNobodyEnquired && ((!areAccountsLinked && has(columns.title, columns.link)) || has(columns.sentAt) || hasOwnIds || hasFormats);
  const hasAnswers = has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered, columns.leads, columns.leadsAnswered);
  const isAboutLeads =
    hasAnswers ||
    says(leadWords) ||
    says(crmWords) ||
    (!says(influencerWords) && (isReachable || (!hasPosts && names(contactWords)))) ||
    (!hasActivity && tops.some(({ header, cells }) => namesThings(match(header)) && areLeads(cells)));
  // Where the people of leads live and how old they are says nothing of anybody's audience.
  const hasPlacements =
    first.has(columns.placement) || has(columns.placementKind) || (!isAboutLeads && has(columns.geoShare, columns.ageShare));
  // Accounts that only have a number are told by their names.
  const hasAccounts = tops.some(({ header, cells }) => match(header).some(({ field }) => field === columns.account) && !areNumbers(cells));
  const starts = isAboutLeads && !hasPosts ? [...dates, ...dated(columns.leadAt)] : dates;
  const isVideoStudio = headers.some(
    (header) => videoStudioWords.test(normaliseHeader(header)) || studioHeaders.has(normaliseHeader(header)),
  );
  const isPublished = (header: string) => match(header)[0]?.field === columns.publishedAt && !isPlainDate(normaliseHeader(header));
  return {
    areAccountsLinked,
    isAds,
    hasNobodyEnquired,
    areVideosByDay: isVideoStudio && dates.some(({ header }) => isPublished(header)),
    untoldDate: hasDays ? undefined : onlyDate(tops, match, hasActivity || hasPosts || has(columns.followers), isReachable),
    hasPosts,
    isAboutLeads,
    hasActivity,
    hasPostIds: hasOwnIds,
    hasDays,
    hasPublicationDays: hasPosts && dates.some(({ header }) => match(header)[0]?.field === columns.publishedAt),
    lacksTimes: starts.length > 0 && !starts.some(({ cells }) => cells.some(hasTime)),
    hasLeads:
      !hasNobodyEnquired &&
      (has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered) || (isAboutLeads && isReachable && !hasActivity)),
    hasPlacements,
    hasApprovers: has(columns.approvedAt, columns.approver, columns.revisionRounds, columns.approvalHistory),
    isAboutPosts: hasOwnIds || has(columns.title, columns.link, columns.publishedAt, columns.sentAt),
    isPlan:
      !first.has(columns.placement) &&
      !has(columns.spend, columns.followers, columns.price) &&
      (isAboutLeads ? hasFormats && has(columns.title) : hasFormats || has(columns.title)),
    hasAudiences: has(columns.placedAt, columns.placementKind, columns.followers, columns.reach),
    isListOfAccounts:
      !hasAccounts &&
      !has(columns.publishedAt, columns.placement) &&
      (!has(columns.title) || (has(columns.followers) && !hasDays && says(nameWords))) &&
      has(columns.followers, columns.engagementRate),
    hasSpend,
    hasMoney: has(columns.spend, columns.price),
    hasGoals: has(columns.goal),
    hasParameters: has(columns.parameter) && has(columns.parameterValue),
    isAdsByDay: hasSpend && (isCostSpent || !has(columns.price)),
    hasApproval: headers.some((header) => match(header).some(({ field, isLikely }) => !isLikely && approvals.includes(field))),
    hasSeveral: hasPlacements || areAccountsLinked || tops.some(({ header, cells }) => namesWhose(match(header)) && isVaried(cells)),
    isVideoStudio,
    isFollowersByDay: ['organic followers', 'sponsored followers'].every((wanted) =>
      headers.some((header) => normaliseHeader(header) === wanted),
    ),
  };
}

/** Addresses or numbers; in a plan `Email` may be one of the channels, with a tick for each post. */
const mayBeContacts = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length === 0 || filled.some((cell) => readFlag(cell) < 0 && /[@\d]/.test(cleanText(cell)));
};

const isWrittenTo = (header: string) => writtenTo.test(normaliseHeader(header));
const isWrittenBack = (header: string) => writtenBack.test(normaliseHeader(header));

/** Fewer days may be anything. */
const FEWEST_DAYS = 3;

/** The one column of days under a header that nobody knows, in a table of posts, figures or leads; of people only with the hour. */
function onlyDate(tops: readonly ColumnTop[], match: HeaderMatcher, isMeasured: boolean, isReachable: boolean): string | undefined {
  if (!isMeasured && !isReachable) return undefined;
  const [found, ...others] = tops.filter(({ header, cells }) => {
    if (header === '' || match(header).length > 0 || otherDays.test(normaliseHeader(header))) return false;
    const filled = cells.filter((cell) => !isBlank(cell));
    const { cells: fitting, of } = fitOf(columns.publishedAt, filled);
    return of >= FEWEST_DAYS && fitting === of && filled.every(isMeasured ? hasDay : hasTime);
  });
  return others.length === 0 ? found?.header : undefined;
}

/** `ID`, `№ id`: a number of whatever the table is of. */
export const isBareId = (header: string): boolean => /^(?:row )?(?:id|ид|идентификатор)$/.test(normaliseHeader(header));
const namesThings = (candidates: readonly Candidate[]) => candidates.some(({ field }) => field === columns.title);
/** `Заявка с сайта`, `Сделка № 12`: most rows say themselves that they are leads. */
const areLeads = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= 3 && filled.filter((cell) => leadWords.test(normaliseHeader(cleanText(cell)))).length > filled.length / 2;
};
export const areNumbers = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === 'number' || /^\d+$/.test(cleanText(cell)));
};
/** `Comments` without one number may be what somebody remarked. */
const areActs = (field: Field, cells: readonly Cell[]) =>
  fitOf(field, cells).holds && (field !== columns.comments || !cells.every(isBlank));

const accountLink =
  /^(?:https?:\/\/)?(?:www\.|m\.)?(?:t\.me|(?:instagram|tiktok|facebook|twitter|x|vk)\.com|vk\.ru|youtube\.com(?:\/(?:c|channel|user))?)\/@?[\w.-]+\/?$/i;
const areAccountLinks = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.filter((cell) => accountLink.test(cleanText(cell))).length >= 0.8 * filled.length;
};

/** `6:05 PM`, and what a spreadsheet makes of such a cell; `18.05` may be a day. */
const isHourAlone = (text: string) => !/\d\.\d/.test(text) && readTimeOfDay(text) !== undefined;
const hasDay = (cell: Cell) => isDate(cell) || (typeof cell === 'string' && /\d(?:[-/.]|,? )\S+/.test(cell) && !isHourAlone(cell));
const hasTime = (cell: Cell) => (isDate(cell) ? hasTimeOfDay(cell.getTime()) : hasDay(cell) && /\d:\d\d/.test(cleanText(cell)));
const acts: readonly Field[] = [columns.likes, columns.comments, columns.engagements, columns.views, columns.impressions, columns.reach];
const approvals: readonly Field[] = [columns.sentAt, columns.approvedAt, columns.approver, columns.revisionRounds];

const namesWhose = (candidates: readonly Candidate[]) =>
  candidates.some(({ field }) => field === columns.account || field === columns.platform);
const isVaried = (cells: readonly Cell[]) => new Set(cells.filter((cell) => !isBlank(cell)).map(cleanText)).size > 1;
