import type { NoticeDocument } from '@consentry/config';
import type { Speaker } from './speaker.js';

type Law = NonNullable<NoticeDocument['laws']>[number];

/** A law with the articles that are meant, as its readers name them: "Articles 28(1), 37", 「第 28 条第 1 項、第 37 条」. */
export function lawText({ name, articles = [] }: Law, speaker: Speaker): string {
  const { words, language } = speaker;
  const law = speaker.text(name);
  if (articles.length === 0) return law;
  if (/^ja\b/.test(language)) return `${law} ${articles.map(inJapanese).join(words.separator)}`;
  return `${law}, ${articles.length > 1 ? 'Articles' : 'Article'} ${articles.join(words.separator)}`;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Article, paragraph and item by their own words; what is written otherwise stays as it is. */
function inJapanese(article: string): string {
  const [, number, branch, paragraph, item] =
    /^(\d+)(?:-(\d+))?(?:\((\d+)\))?(?:\(([ivx]+)\))?$/.exec(article) ?? [];
  if (!number || (item && !ROMAN.includes(item))) return article;
  return [
    `第 ${number} 条`,
    branch ? `の ${branch}` : '',
    paragraph ? `第 ${paragraph} 項` : '',
    item ? `第 ${ROMAN.indexOf(item) + 1} 号` : '',
  ].join('');
}
