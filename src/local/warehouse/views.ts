/**
 * Views over what well-known pipelines write, in the shape that the functions take. Fivetran: `instagram_business` (user_history, media_history,
 * media_insights). YouTube: the daily table of BigQuery's channel transfer. Supermetrics: a table whose fields were named as below when
 * the transfer was set up, for its columns are whatever was chosen there.
 */
import { DATASET } from './sql.ts';

const accountColumns = 'account, day, followers, engagements, reach, explained';

const fivetranAccounts = `-- Instagram by Fivetran: followers as they were synchronised each day, beside what the posts of that day brought.
CREATE OR REPLACE VIEW ${DATASET}.fivetran_instagram_days AS
WITH followers AS (
  SELECT username AS account, DATE(_fivetran_synced) AS day, MAX(followers_count) AS followers
  FROM instagram_business.user_history
  GROUP BY account, day
),
posts AS (
  SELECT
    history.username AS account,
    DATE(history.created_time) AS day,
    SUM(insights.like_count) AS likes,
    SUM(insights.comment_count) AS comments,
    SUM(COALESCE(insights.video_photo_saved, insights.carousel_album_saved)) AS saves,
    SUM(COALESCE(insights.video_photo_reach, insights.carousel_album_reach)) AS reach
  FROM instagram_business.media_history AS history
  JOIN instagram_business.media_insights AS insights ON insights.id = history.id
  GROUP BY account, day
)
SELECT
  followers.account AS account,
  TIMESTAMP(followers.day) AS day,
  CAST(followers.followers AS FLOAT64) AS followers,
  [CAST(posts.likes AS FLOAT64), CAST(posts.comments AS FLOAT64), CAST(posts.saves AS FLOAT64)] AS engagements,
  CAST(posts.reach AS FLOAT64) AS reach,
  CAST(NULL AS STRING) AS explained
FROM followers
LEFT JOIN posts ON posts.account = followers.account AND posts.day = followers.day;
`;

const youtubeDays = `-- YouTube channels by BigQuery's own transfer. It tells gains and losses: put the subscribers before the first day in place of 0, and your suffix.
CREATE OR REPLACE VIEW ${DATASET}.youtube_days AS
WITH days AS (
  SELECT
    channel_id AS account,
    PARSE_DATE('%Y%m%d', date) AS day,
    SUM(subscribers_gained - subscribers_lost) AS gained,
    SUM(likes) AS likes,
    SUM(comments) AS comments,
    SUM(shares) AS shares,
    SUM(views) AS views
  FROM youtube.p_channel_basic_a3_YOUR_SUFFIX
  GROUP BY account, day
)
SELECT
  account,
  TIMESTAMP(day) AS day,
  CAST(0 + SUM(gained) OVER (PARTITION BY account ORDER BY day) AS FLOAT64) AS followers,
  [CAST(likes AS FLOAT64), CAST(comments AS FLOAT64), CAST(shares AS FLOAT64)] AS engagements,
  CAST(views AS FLOAT64) AS reach,
  CAST(NULL AS STRING) AS explained
FROM days;
`;

const supermetricsDays = `-- Supermetrics: a daily table of Instagram Insights; name its columns as here, or here as there.
CREATE OR REPLACE VIEW ${DATASET}.supermetrics_instagram_days AS
SELECT
  profile AS account,
  TIMESTAMP(date) AS day,
  CAST(followers AS FLOAT64) AS followers,
  [CAST(likes AS FLOAT64), CAST(comments AS FLOAT64), CAST(saves AS FLOAT64)] AS engagements,
  CAST(reach AS FLOAT64) AS reach,
  CAST(NULL AS STRING) AS explained
FROM supermetrics.YOUR_TABLE;
`;

/** One row an account with the three answers, over any of the views. */
const risks = (view: string) => `CREATE OR REPLACE VIEW ${DATASET}.${view}_risk AS
SELECT
  account,
  ${DATASET}.BOTRISK(history) AS risk,
  ${DATASET}.BOTSHARE(history) AS share
FROM (
  SELECT account, ARRAY_AGG(STRUCT(day, followers, engagements, reach, explained) ORDER BY day) AS history
  FROM (SELECT ${accountColumns} FROM ${DATASET}.${view} WHERE followers IS NOT NULL)
  GROUP BY account
);
`;

export const viewFiles = (): readonly { readonly name: string; readonly sql: string }[] => [
  { name: 'view-fivetran-instagram.sql', sql: `${fivetranAccounts}\n${risks('fivetran_instagram_days')}` },
  { name: 'view-youtube.sql', sql: `${youtubeDays}\n${risks('youtube_days')}` },
  { name: 'view-supermetrics-instagram.sql', sql: `${supermetricsDays}\n${risks('supermetrics_instagram_days')}` },
];
