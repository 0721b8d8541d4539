/** Rows of the comparison of the five texts, in its order. */
export const ROWS: readonly string[] = [
  'controller',
  'laws named',
  'audiences',
  'items acquired',
  'automatic items',
  'purposes',
  'purpose kinds seen',
  'purpose change rule',
  'retention',
  'security measures',
  'third parties in general',
  'named domestic recipients',
  'unnamed recipient kinds',
  'recipients abroad',
  'protection-system info',
  'scope of a recipient',
  'tools table',
  'joint use: who',
  'joint use: items',
  'joint use: purpose',
  'joint use: manager',
  'rights offered',
  'procedure channel',
  'identity documents',
  'fee',
  'refusal grounds',
  'special addressee',
  'contact',
  'anonymous info',
  'pseudonymous info',
  'personal-related info, received',
  'personal-related info, given',
  'cookies',
  'e-mail tracking',
  'special-care info / My Number',
  'app-specific policies',
  'accessibility statement',
  'leak handling',
  'continuous improvement',
  'change rule',
  'date',
  'languages',
];

/** One row of the table in a policy's README. */
export interface PolicyRow {
  readonly row: string;
  /** Paths of the notice document; of `consentry.json` after `config:`. */
  readonly data: readonly string[];
  readonly places: readonly { page: string; id: string; headings: { en: string; ja: string } }[];
}

/** Reads the table that says of each fact where it is and where it is shown. */
export function readTable(readme: string): PolicyRow[] {
  return readme
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (row|---)/.test(line))
    .map((line) => {
      const [row = '', data = '', places = ''] = cells(line);
      return {
        row,
        data: [...data.matchAll(/`([^`]+)`/g)].map(([, path]) => path as string),
        places: [...places.matchAll(/`(\w+)#([\w-]+)` (.*?) \/ (.*?)(?=; `|$)/g)].map(
          ([, page = '', id = '', en = '', ja = '']) => ({ page, id, headings: { en, ja } }),
        ),
      };
    });
}

const cells = (line: string) => line.slice(2, -2).split(' | ');

interface Data {
  readonly config: object;
  readonly document: object;
}

/**
 * The texts that a path of the table leads to, in a language: texts of either file, and names that are no texts of any
 * language. Undefined where the path leads nowhere. Ids and settings are no texts; their words are the page's.
 */
export function textsAt({ config, document }: Data, path: string, language: string): string[] | undefined {
  if (path.startsWith('notStated.')) {
    const { notStated = [] } = document as { notStated?: string[] };
    return notStated.includes(path.slice('notStated.'.length)) ? [] : undefined;
  }
  const [root, rest] = path.startsWith('config:') ? [config, path.slice('config:'.length)] : [document, path];
  const value = rest
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], root);
  return value === undefined ? undefined : texts(value, language, '');
}

const TOLD = /^(name|label|address|email|url|desk|provider|purpose|information|usedFor)$/;

function texts(value: unknown, language: string, key: string): string[] {
  if (typeof value === 'string') return TOLD.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, language, key));
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Record<string, unknown>)[language];
  if (typeof own === 'string') return [own];
  // What only the example needs is for machines.
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'options' ? [] : texts(inner, language, name),
  );
}
