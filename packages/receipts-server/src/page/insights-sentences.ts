import type { Comparison, InsightsAnswer, TopicFigures } from '../insights/answer.js';
import { daysOf, type Words } from './insights-words.js';

/** What somebody should know who reads nothing else, in sentences. */
export function glanceSentences(answer: InsightsAnswer, words: Words): string[] {
  const { texts, percent, count, points } = words;
  const { total, standouts } = answer;
  const topic = answer.topics.find(({ id }) => id === answer.topic);
  return [
    ...answer.topics
      .filter((each) => each.kind === 'purpose' || each.id === answer.topic)
      .map((each) => topicSentence(each, answer, words)),
    ...(topic && total.rate
      ? standouts.length > 0
        ? standouts.map(({ dimension, comparison }) => {
            const [low, high] = range(comparison, points);
            const value = words.value(dimension, comparison.one);
            const where =
              words.language === 'ja'
                ? `${words.topic(topic)}（${value}）`
                : `${words.topic(topic)}, ${value}`;
            return comparison.verdict === 'more'
              ? texts.standsOutMore(where, low, high)
              : texts.standsOutLess(where, low, high);
          })
        : [texts.nothingStandsOut]
      : []),
    ...(total.shown && total.ignored !== null
      ? [texts.ignored(percent(total.ignored / total.shown), count(total.shown))]
      : []),
    ...(topic && total.granted && total.withdrawn
      ? [
          `${words.topic(topic)}: ${texts.withdrawals(oneDecimal((100 * total.withdrawn) / total.granted, words))}`,
        ]
      : []),
  ];
}

function topicSentence(topic: TopicFigures, answer: InsightsAnswer, words: Words): string {
  const { texts, percent, count, points } = words;
  const { now, change, before } = topic;
  const name = words.topic(topic);
  if (now.decisions === 0) return texts.noDecisions(name);
  if (!now.rate || now.granted === null || now.decisions === null) return texts.tooFew(name, answer.minimum);
  const days = texts.days(daysOf(answer));
  const rate = texts.rateIs(name, percent(now.rate.value), count(now.granted), count(now.decisions));
  const join = words.language === 'ja' ? '。' : '; ';
  if (!change || !before.decisions) return rate + join + texts.nothingBefore(days);
  const [low, high] = range(change, points);
  const then =
    change.verdict === 'more'
      ? texts.moreThanBefore(low, high, days)
      : change.verdict === 'less'
        ? texts.lessThanBefore(low, high, days)
        : texts.sameAsBefore(days);
  return rate + join + then;
}

/** What comparing two versions of the notice gave. */
export function versionSentence(versions: Comparison | null, { texts, points, count }: Words): string {
  if (!versions) return texts.versionNothing;
  const { one, other, verdict, delta, needed } = versions;
  const [low, high] = range(versions, points);
  if (verdict === 'more') return texts.versionMore(one, other, low, high);
  if (verdict === 'less') return texts.versionLess(one, other, low, high);
  return needed > 0
    ? texts.versionUnclear(one, other, points(delta), count(rounded(needed)))
    : texts.versionUnlikely(one, other, points(delta));
}

/** Ends of an interval on one side of 0, the nearer first. */
function range({ difference }: Comparison, points: (value: number) => string): [string, string] {
  const ends = [difference.low, difference.high].sort((a, b) => Math.abs(a) - Math.abs(b)) as [
    number,
    number,
  ];
  return [points(ends[0]), points(ends[1])];
}

function oneDecimal(value: number, { language }: Words): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** Two digits: more would claim to know the future. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
