import type { ConsentryConfig } from '@consentry/config';
import type { Line } from './blocks.js';
import { countryName, dayText, fill, periodText } from './say.js';
import type { Speaker } from './speaker.js';

type Transfer = NonNullable<ConsentryConfig['vendors'][string]['transfer']>;
type Row = [string, (string | Line)[]];

/** What is told before data goes abroad: where to, how it is protected there, and what the recipient does. */
export function transferRows(transfer: Transfer | undefined, speaker: Speaker): Row[] {
  if (!transfer) return [];
  const { words, language } = speaker;
  const { labels } = words;
  const { countries = [], unidentified, measures, measuresUnavailable, monitoring } = transfer;
  return [
    [labels.transferBasis, [words.transferBases[transfer.basis]]],
    [
      labels.where,
      countries.map(
        ({ country, subdivision, name }) => speaker.text(name) || countryName(country, speaker, subdivision),
      ),
    ],
    [
      labels.unidentified,
      unidentified
        ? [...speaker.texts(unidentified.reason, unidentified.helpful), ...speaker.link(unidentified.url)]
        : [],
    ],
    [
      labels.system,
      countries.flatMap(({ system, systemUrls = [] }) => [
        ...speaker.texts(system),
        ...systemUrls.flatMap(({ name, url }) => speaker.link(url, name)),
      ]),
    ],
    [
      labels.measures,
      [
        ...speaker.texts(measures?.text),
        ...speaker.link(measures?.url, measures?.name),
        ...speaker.texts(measuresUnavailable?.reason),
      ],
    ],
    [
      labels.monitoring,
      [
        ...(monitoring?.every ? [fill(words.every, { period: periodText(monitoring.every, language) })] : []),
        ...(monitoring?.last ? [fill(words.lastLook, { day: dayText(monitoring.last, language) })] : []),
      ],
    ],
  ];
}
