/** What each column of a table means: the header against the alias table, the cells against what the field can hold. */

import { type Cell, cleanText, isBlank } from '../../base/cells.ts';
import { readNumbers } from '../../base/numbers.ts';
import { ownValue } from '../../base/records.ts';
import { medianOf } from '../../base/statistics.ts';
import type { ColumnReport } from '../column-report.ts';
import type { Field } from '../fields.ts';
import * as columns from '../fields.ts';
import { agesIn } from '../vocabulary/ages.ts';
import { placesIn } from '../vocabulary/places.ts';
import { type Choice, type Fitting, reportsOf } from './assign.ts';
import { areShares, fitOf, isUrgency, partOf } from './contents.ts';
import { areWeeksUnder, normaliseHeader } from './header-text.ts';
import { type Candidate, FOREIGN_RANK, type HeaderMatcher } from './headers.ts';
import { ofNetwork } from './networks.ts';
import { areNumbers, isBareId, type TableContext, tableContext } from './table-context.ts';
import { costWords, inAnyLanguage, isPlainDate, leadWords, nameWords } from './table-words.ts';

/** The user's corrections for one sheet: header → field id, or `''` for a column to leave alone. */
export type ColumnCorrections = Readonly<Record<string, string>>;

/** A header as it stands in the sheet, and the text it is read as. */
export interface HeaderText {
  readonly header: string;
  readonly meaning: string;
}

interface Headers {
  readonly texts: readonly HeaderText[];
  readonly firstColumn: number;
  /** Rows below the header. */
  readonly sample: readonly (readonly Cell[])[];
  readonly match: HeaderMatcher;
  readonly corrections: ColumnCorrections;
}

/** One report per column. No field is given to two columns, and nothing is settled silently: a doubt stays with the column. */
export function recognise({ texts, firstColumn, sample, match, corrections }: Headers): readonly ColumnReport[] {
  const context = tableContext(
    texts.map(({ meaning }, offset) => ({ header: meaning, cells: sample.map((row) => row[firstColumn + offset]) })),
    match,
  );
  const isOther = ofOtherNetworks(texts.map(({ meaning }) => (match(meaning).every(({ isLikely }) => isLikely) ? meaning : '')));
  const choices = texts.map(({ header, meaning }, offset): Choice => {
    const cells = sample.map((row) => row[firstColumn + offset]);
    const given = ownValue(corrections, header);
    const known = given !== undefined || meaning === '' ? [] : candidatesOf(meaning, match, cells, context);
    const candidates = isOther(meaning) ? [] : refine(meaning, known, context, cells);
    const fitted = candidates.map((candidate): Fitting => ({ ...candidate, fit: fitOf(candidate.field, cells, header) }));
    return {
      index: firstColumn + offset,
      header,
      given,
      isEmpty: cells.every(isBlank),
      fitting: fitted.filter((candidate) => isBelieved(candidate, cells)),
      refused: fitted.filter((candidate) => !isBelieved(candidate, cells)),
      elsewhere: candidates.length === 0 ? known : [],
    };
  });
  return reportsOf(choices);
}

/** Cells that can be it are enough for a known header; a guess needs most of them, and words where words are meant. */
function isBelieved({ field, fit, isLikely }: Fitting, cells: readonly Cell[]): boolean {
  if (!isLikely || fit.of === 0) return fit.holds;
  const mayBeNumbers = field === columns.timeOfDay || field === columns.postId;
  const areWords = field.kind !== 'text' || mayBeNumbers || cells.some((cell) => /\p{L}/u.test(cleanText(cell)));
  return fit.holds && areWords && partOf(fit) >= 0.5;
}

/**
 * Where the metrics of several networks stand side by side, those of one make a row that can be judged: of the network with the most
 * columns, of equal ones the first.
 */
function ofOtherNetworks(headers: readonly string[]): (header: string) => boolean {
  const columns = new Map<string, number>();
  for (const header of headers) {
    const network = ofNetwork(header)?.network;
    if (network !== undefined) columns.set(network, (columns.get(network) ?? 0) + 1);
  }
  const [chosen] = [...columns].sort(([, one], [, other]) => other - one)[0] ?? [];
  return (header) => chosen !== undefined && headers.includes(header) && (ofNetwork(header)?.network ?? chosen) !== chosen;
}

const studioSubscribers = inAnyLanguage(({ subscribers }) => subscribers);

const where: Candidate = { field: columns.link, rank: 60, isExact: false, isLikely: true };
const linkOfPost =
  /(?:instagram\.com\/(?:p|reels?|tv)|tiktok\.com\/@[^/]+\/(?:video|photo)|t\.me\/[^/]+|vk\.(?:com|ru)\/(?:wall|video|clip)|youtube\.com\/(?:watch|shorts)|youtu\.be|facebook\.com\/\S+\/(?:posts|videos)|(?:twitter|x)\.com\/[^/]+\/status|linkedin\.com\/(?:posts|feed)|threads\.(?:net|com)\/@[^/]+\/post|pinterest\.[a-z.]+\/pin)[/?-]?[^/\s]*\d|instagram\.com\/(?:p|reels?|tv)\/[\w-]{5,}/i;
const whose: Candidate = { field: columns.account, rank: 60, isExact: false, isLikely: true };

/** Under a header that says nothing: addresses of posts, names in a list of accounts, and the only days of a table. */
function toldByTable(header: string, cells: readonly Cell[], context: TableContext): readonly Candidate[] {
  if (header === context.untoldDate) return [{ ...where, field: context.hasPosts ? columns.publishedAt : everydayDate(context) }];
  if (context.isListOfAccounts && nameWords.test(normaliseHeader(header))) return [whose];
  const filled = cells.filter((cell) => !isBlank(cell));
  const links = filled.filter((cell) => typeof cell === 'string' && cell.includes('/') && linkOfPost.test(cell));
  return links.length > 0 && links.length >= 0.8 * filled.length ? [where] : [];
}

/** What the header may mean; one that says nothing but a place or ages, above shares, is the share of the audience there. */
function candidatesOf(header: string, match: HeaderMatcher, cells: readonly Cell[], context: TableContext): readonly Candidate[] {
  const known = match(header);
  const named = known.length > 0 ? known : toldByTable(header, cells, context);
  // A history tells itself, whatever stands above it: `Status`, `Client`.
  const isStory = named.every(({ field }) => field.kind !== 'date') && fitOf(columns.approvalHistory, cells).holds && !cells.every(isBlank);
  const all = isStory
    ? [
        { field: columns.approvalHistory, rank: -1, isExact: false, isLikely: true },
        ...named.filter(({ field }) => field !== columns.status),
      ]
    : named;
  const normal = normaliseHeader(header);
  if (all.some(({ field }) => field.kind === 'share')) return all;
  const isAge =
    /^(?:(?:anteil|доля|share|alter|возраст|ages?|part|porcentaje|% de)\s+)?[\d\s+–—-]+(?:лет|года|years|jahre|años|anos|ans|y\.?o\.?)?[\s,%]*$/i.test(
      header,
    ) && agesIn(header).length === 1;
  if (!/%|дол[яи]|share/i.test(`${header} ${percentSign(cells)}`) && !(isAge && arePercents(cells))) return all;
  const place = normal
    .replace(/(^| )(доля|доли|аудитории|аудитория|подписчиков|share|of|audience|followers|из|в|in|from)(?= |$)/g, ' ')
    .trim();
  const { cities, countries } = placesIn(place);
  const isPlace = cities.length + countries.length === 1 && place.split(' ').length <= 3;
  if (!isPlace && !isAge) return all;
  return [...all, { field: isPlace ? columns.geoShare : columns.ageShare, rank: 90, isExact: false, isLikely: true, isOneOfSeveral: true }];
}

/** Numbers of which each can be so many of a hundred. */
function arePercents(cells: readonly Cell[]): boolean {
  const { values } = readNumbers(cells.filter((cell) => !isBlank(cell)));
  return values.length > 0 && values.every((value) => value >= 0 && value <= 100);
}

const percentSign = (cells: readonly Cell[]) => (cells.some((cell) => typeof cell === 'string' && /\d\s*%$/.test(cell.trim())) ? '%' : '');

/** Lets the table decide what an everyday header means: `Date`, `Subscribers`. */
function refine(header: string, candidates: readonly Candidate[], context: TableContext, cells: readonly Cell[]): readonly Candidate[] {
  const normalised = normaliseHeader(header);
  const isAnyDate = isPlainDate(normalised);
  // A video's id in the studio, elsewhere what a post is about.
  const isAbout = !context.isVideoStudio && normalised === 'контент';
  // The studio's own word for a net change; `Subscribers in total` stays a total.
  const isStudioWord = context.isVideoStudio && (/^(subscribers|подписчики)$/.test(normalised) || studioSubscribers.has(normalised));
  // An everyday word of another language, `Tag` or `Data`, says something else where no day stands below it.
  const isUnsaid = isAnyDate && cells.every(isBlank) && candidates.every(({ rank }) => rank >= FOREIGN_RANK);
  const possible = (isUnsaid ? [] : candidates).flatMap((candidate) => inItsTable(candidate, normalised, context, cells));
  const sorted = isAbout
    ? [...possible].sort((one, other) => Number(other.field === columns.title) - Number(one.field === columns.title))
    : possible;
  const refined = sorted.map((candidate, place) => {
    const { field } = candidate;
    if (isAbout) return { ...candidate, rank: place };
    if (field === columns.publishedAt && isAnyDate && (!context.hasPosts || context.areVideosByDay))
      return { ...candidate, field: context.areVideosByDay ? columns.day : everydayDate(context) };
    const isNetChange =
      field === columns.followers &&
      (isStudioWord ||
        (context.isFollowersByDay && areGains(cells)) ||
        cells.some((cell) => (typeof cell === 'number' && cell < 0) || (typeof cell === 'string' && /^[+−-]\s?\d/.test(cell.trim()))));
    if (isNetChange) return { ...candidate, field: columns.followersNet };
    if (field === columns.engagements && (areShares(cells) || areRates(cells))) return { ...candidate, field: columns.engagementRate };
    return field === columns.format && isUrgency(cells) ? { ...candidate, field: columns.urgency } : candidate;
  });
  const total = refined.find(({ field }) => field === columns.followers);
  // What each post brought: an account that has followers has them at every post. The total stays as a doubt.
  if (
    total &&
    context.hasPosts &&
    context.hasDays &&
    (areGains(cells) || ((context.hasPostIds || !context.hasSeveral) && jumpsAbout(cells)))
  )
    return [{ ...total, field: columns.followersGained }, ...refined.map((one) => (one === total ? { ...one, isLikely: true } : one))];
  // A day's number that is often nothing, and in no order, is what the day brought.
  if (total && !context.hasPosts && !context.hasSeveral && areGains(cells) && jumpsAbout(cells))
    return [{ ...total, field: columns.followersNet }, ...refined.map((one) => (one === total ? { ...one, isLikely: true } : one))];
  // Not taken for a change, but not passed over either: the doubt is shown.
  return total && !context.hasSeveral && jumpsAbout(cells)
    ? [...refined, { ...total, field: columns.followersNet, isLikely: true }]
    : refined;
}

/**
 * Whoever owns a card, and when it was created, is a matter of leads only in a table of leads; of posts with their figures the time of
 * creation is that of publication, as programs export it.
 */
function inItsTable(candidate: Candidate, header: string, context: TableContext, cells: readonly Cell[]): readonly Candidate[] {
  const { field } = candidate;
  const { isAboutLeads, hasPosts, hasActivity } = context;
  // An hour without a day, or beside one that has its hour, says nothing new: other days would take it for theirs.
  if (field === columns.timeOfDay && !context.lacksTimes && !cells.every(isBlank)) return [];
  // Of a lead or a campaign it says something else.
  if (field === columns.status && !context.hasApproval && !context.isPlan && !/approv|соглас/.test(header)) return [];
  // Whoever asks has an age, a city and a decision of his own.
  if (isAboutLeads && !hasPosts && !context.hasAudiences && ofAudiences.has(field)) return [];
  // `Week 3` of a plan whose posts have days is no date of its own.
  if (field === columns.day && context.hasPublicationDays && areWeeksUnder(header)) return [];
  // Whoever was written to, or has bought already, is no enquiry, and what was written to him no post.
  if (context.hasNobodyEnquired && (ofEnquiries.has(field) || field === columns.title)) return [];
  // What a channel says of itself is no post; what it is called tells whose row it is.
  if (field === columns.title && context.areAccountsLinked && /^(title|name|название)$/.test(header))
    return [{ ...candidate, field: columns.account, isLikely: true }];
  if (field === columns.title && (context.isListOfAccounts || context.areAccountsLinked)) return [];
  // Beside clicks and impressions what an ad cost is what was spent on it, and its format a kind of placement.
  if (field === columns.price && context.isAds && costWords.test(header)) return [{ ...candidate, field: columns.spend }];
  if (field === columns.format && context.isAds) return [{ ...candidate, field: columns.placementKind, isLikely: true }];
  // A lead's campaign is where it came from: nothing was paid for this row.
  if (field === columns.placement && isAboutLeads && !context.hasAudiences && !context.hasMoney) return [];
  // What a CRM calls so is a remark; an account is told by its name before its number.
  if (field === columns.comments && isAboutLeads && !hasActivity) return [{ ...candidate, field: columns.note, isLikely: true }];
  if (field === columns.account && context.isListOfAccounts && areNumbers(cells)) return [];
  if (field === columns.placedAt && hasPosts && !context.hasPlacements) return [];
  if (field === columns.postId && isBareId(header) && !hasPosts) return [];
  // Sent to whom? Without anybody who approves it may be to readers.
  if (field === columns.sentAt && !context.hasApprovers && !approvalWords.test(header)) return [{ ...candidate, isLikely: true }];
  if (field === columns.price && isAboutLeads && !context.hasPlacements) return [];
  // Beside what was spent a budget is what may be.
  if (field === columns.price && context.hasSpend && /budget|бюджет|presupuesto|orçamento|orcamento/.test(header)) return [];
  // Beside what was spent a campaign is where; of no post it is no remark.
  if (field === columns.note && header === 'campaign' && !hasPosts)
    return context.hasSpend ? [{ ...candidate, field: columns.placement }] : [];
  if (field === columns.postId && isAboutLeads && !context.hasActivity) return [];
  // A kind of something else than of posts.
  if (field === columns.format && !context.isAboutPosts && !hasActivity) return [];
  // Of what a plan or a result is has to stand beside it.
  if ((field === columns.goalPlan || field === columns.goalFact) && !context.hasGoals) return [];
  // A parameter without its value is one of a list.
  if ((field === columns.parameter || field === columns.parameterValue) && !context.hasParameters) return [];
  if ((field !== columns.leadAt && field !== columns.responsible) || leadWords.test(header)) return [candidate];
  // Whoever is responsible for a post is not so for the leads that are counted beside it.
  if (field === columns.responsible && hasPosts && (hasActivity || context.isPlan)) return [];
  // What has reach or likes is no enquiry, whatever was counted beside them.
  if (isAboutLeads && !(field === columns.leadAt && hasActivity)) return [candidate];
  return field === columns.leadAt && hasPosts && hasActivity ? [{ ...candidate, field: columns.publishedAt, isLikely: true }] : [];
}

const ofEnquiries: ReadonlySet<Field> = new Set([
  ...[columns.leadAt, columns.answeredAt, columns.answeredAfter, columns.leadAnswered, columns.responsible, columns.sentAt, columns.status],
]);
const ofAudiences: ReadonlySet<Field> = new Set([
  ...[columns.geoShare, columns.ageShare, columns.targetShare, columns.realShare, columns.audiencePlace, columns.audienceAge],
  ...[columns.decider, columns.approver],
]);
const approvalWords = /approv|review|client|соглас|утвержд|клиент|погодж|затвердж|aproba|aprova|valid|freigabe|akcept|onay|одобр/;

/** Percents without their sign: parts of a number stand where only whole acts could. */
function areRates(cells: readonly Cell[]): boolean {
  const { values } = readNumbers(cells.filter((cell) => !isBlank(cell)));
  const broken = values.filter((value) => value > 0 && value < 100 && !Number.isInteger(value)).length;
  return broken > values.length / 2 && values.every((value) => Number.isNaN(value) || value < 100);
}

/** A total of followers moves little from row to row; what every second row changes by a quarter looks like a change. */
function jumpsAbout(cells: readonly Cell[]): boolean {
  const counts = [
    ...readNumbers(
      cells.filter((cell) => !isBlank(cell)),
      { wholeNumbers: true },
    ).values,
  ].filter((count) => count > 0);
  const steps = counts.slice(1).map((count, at) => Math.abs(Math.log(count / (counts[at] ?? count))));
  return steps.length >= 3 && medianOf(steps) > 0.25;
}

/** Followers that a post brought are few, often none, and in no order; those of an account are never nothing all of a sudden. */
function areGains(cells: readonly Cell[]): boolean {
  const counts = [
    ...readNumbers(
      cells.filter((cell) => !isBlank(cell)),
      { wholeNumbers: true },
    ).values,
  ].filter((count) => !Number.isNaN(count));
  if (counts.length < 3) return false;
  const isAscending = counts.every((count, at) => at === 0 || count >= (counts[at - 1] ?? 0));
  const isDescending = counts.every((count, at) => at === 0 || count <= (counts[at - 1] ?? 0));
  if (isAscending || isDescending) return false;
  const nothing = counts.filter((count) => count === 0).length;
  return nothing >= counts.length / 5 || medianOf(counts) < 30;
}

function everydayDate(context: TableContext): Field {
  if (context.hasLeads) return columns.leadAt;
  return context.hasPlacements && !context.isAdsByDay ? columns.placedAt : columns.day;
}
