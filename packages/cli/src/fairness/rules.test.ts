import { describe, expect, it } from 'vitest';
import type { ActionFigures, BehaviourFigures, Figures } from './figures.js';
import { judge } from './rules.js';

const ACTION: ActionFigures = {
  name: 'deny',
  label: 'Deny all',
  width: 174,
  height: 46,
  fontSize: 15,
  fontWeight: 600,
  labelContrast: 14.3,
  fillContrast: 14.3,
  edgeContrast: 14.3,
  fill: [31, 42, 68],
  container: 0,
  tabStop: 1,
  visible: 1,
};
const BEHAVIOUR: BehaviourFigures = {
  clicksToDeny: 1,
  clicksToAllow: 1,
  preTicked: [],
  closings: [{ how: 'Escape in the banner', decided: [] }],
  quietDays: 180,
  askedAgainAfter: [],
};

/** The figures of a fair banner, with changes to one of its buttons and to what became of acts. */
function figures({
  deny = {},
  allow = {},
  choose = {},
  behaviour = {},
  label = 'Deny all',
  model = 'opt-in',
}: {
  deny?: Partial<ActionFigures>;
  allow?: Partial<ActionFigures>;
  choose?: Partial<ActionFigures>;
  behaviour?: Partial<BehaviourFigures>;
  label?: string;
  model?: Figures['model'];
} = {}): Figures {
  return {
    model,
    looks: [
      {
        view: { language: 'en', width: 390, scheme: 'light' },
        actions: [
          { ...ACTION, ...deny },
          { ...ACTION, name: 'allow', label: 'Allow all', tabStop: 2, ...allow },
          {
            ...ACTION,
            name: 'choose',
            label: 'Choose',
            fillContrast: 1,
            fill: [255, 255, 255],
            tabStop: 3,
            ...choose,
          },
        ],
      },
    ],
    wording: [{ language: 'en', labels: { 'banner.deny': label } }],
    behaviour: { ...BEHAVIOUR, ...behaviour },
  };
}
const codes = (changes: Parameters<typeof figures>[0]) => judge(figures(changes)).map(({ code }) => code);

describe('a fair banner', () => {
  it('has equal buttons, one press each, nothing ticked, and is quiet after a denial', () => {
    expect(judge(figures())).toEqual([]);
  });

  it('may have buttons that differ by less than anybody sees', () => {
    expect(
      codes({ allow: { width: 174 * 1.049, labelContrast: 13.1, fill: [33, 44, 71], fontSize: 15.2 } }),
    ).toEqual([]);
  });

  it('may run what it tells of until it is denied, with switches that say so', () => {
    expect(codes({ model: 'opt-out', behaviour: { preTicked: ['Measuring visits'] } })).toEqual([]);
  });
});

describe('a banner is unfair', () => {
  it.each([
    ['where allow is 6 % wider', { allow: { width: 174 * 1.06 } }, ['size']],
    ['where deny is lower', { deny: { height: 40 } }, ['size']],
    ['where allow is in larger letters', { allow: { fontSize: 17 } }, ['font']],
    ['where allow is bold and deny is not', { deny: { fontWeight: 400 } }, ['font']],
    ['where the label of deny is pale', { deny: { labelContrast: 4.49 } }, ['contrast', 'contrast']],
    [
      'where both labels are pale',
      { deny: { labelContrast: 3 }, allow: { labelContrast: 3 } },
      ['contrast', 'contrast'],
    ],
    ['where the way to choose is pale', { choose: { labelContrast: 2 } }, ['contrast']],
    ['where deny has a weaker label than allow', { deny: { labelContrast: 12.9 } }, ['contrast']],
    [
      'where deny is a link beside a button',
      { deny: { fillContrast: 1, edgeContrast: 1, fill: [255, 255, 255] as const } },
      ['prominence', 'prominence', 'colour'],
    ],
    [
      'where deny is an outline beside a filled button',
      { deny: { fillContrast: 1, fill: [255, 255, 255] as const } },
      ['prominence', 'colour'],
    ],
    [
      'where allow is green and deny an equally bright grey',
      { deny: { fill: [110, 110, 110] as const }, allow: { fill: [20, 128, 60] as const } },
      ['colour'],
    ],
    ['where deny stands elsewhere', { deny: { container: 1 } }, ['level']],
    ['where deny is below the fold', { deny: { visible: 0.4 } }, ['visible']],
    ['where something stands between deny and allow', { allow: { tabStop: 3 } }, ['tab-order']],
    ['where the keyboard does not reach deny', { deny: { tabStop: 0 } }, ['tab-order']],
    [
      'where denying takes more presses than allowing',
      { behaviour: { clicksToDeny: undefined } },
      ['clicks'],
    ],
    [
      'where neither can be done in one press',
      { behaviour: { clicksToDeny: undefined, clicksToAllow: undefined } },
      ['clicks'],
    ],
    [
      'where something is ticked before a decision',
      { behaviour: { preTicked: ['Advertising'] } },
      ['pre-ticked'],
    ],
    [
      'where closing allows',
      { behaviour: { closings: [{ how: 'Escape in the banner', decided: ['analytics'] }] } },
      ['close'],
    ],
    ['where a denial is forgotten', { behaviour: { askedAgainAfter: [0, 1] } }, ['quiet']],
    ['where refusing is made embarrassing', { label: 'No thanks, I hate saving money' }, ['wording']],
  ] as const)('%s', (_, changes, expected) => {
    expect(codes(changes as Parameters<typeof figures>[0])).toEqual(expected);
  });

  it('where an Enter that was meant for the page allows', () => {
    const { looks, ...rest } = figures();
    const focusing = (focused: 'deny' | 'allow') => looks.map((look) => ({ ...look, focused }));
    expect(judge({ ...rest, looks: focusing('allow') }).map(({ code }) => code)).toEqual(['focus']);
    expect(judge({ ...rest, looks: focusing('deny') })).toEqual([]);
  });

  it('where there is no button to deny with', () => {
    const { looks, ...rest } = figures();
    const without = looks.map(({ view, actions }) => ({
      view,
      actions: actions.filter(({ name }) => name !== 'deny'),
    }));
    expect(judge({ ...rest, looks: without }).map(({ code }) => code)).toEqual(['missing']);
  });

  it('and is told so in a sentence with what was measured and what is allowed', () => {
    const message = (changes: Parameters<typeof figures>[0]) => judge(figures(changes))[0]?.message;
    expect(message({ allow: { width: 200 } })).toBe(
      'Deny has a width of 174 px and allow one of 200 px; at most 5 % may lie between them.',
    );
    // Never rounded up to what would be enough.
    expect(message({ choose: { labelContrast: 4.4999 } })).toBe(
      'The label of choose has 4.4:1 against what is behind it; at least 4.5:1 is needed.',
    );
    expect(message({ deny: { visible: 0.4 } })).toBe(
      'Of deny, 40 % is seen without scrolling; all of it has to be.',
    );
    expect(message({ behaviour: { askedAgainAfter: [0, 90] } })).toBe(
      'After a denial the banner is there again at once, after 90 days; the config promises 180 days of quiet.',
    );
  });

  it('in the view where it was measured', () => {
    expect(judge(figures({ deny: { visible: 0 } }))[0]?.view).toEqual({
      language: 'en',
      width: 390,
      scheme: 'light',
    });
  });
});
