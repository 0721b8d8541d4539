/** sRGB, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What a visitor can press in the banner's first layer. */
export type ActionName = 'deny' | 'allow' | 'choose';

/** One button of the banner as a browser shows it. Lengths are CSS pixels, contrasts as WCAG 2 has them, from 1 to 21. */
export interface ActionFigures {
  readonly name: ActionName;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly fontWeight: number;
  /** Label against what is behind it, the worst part of it. */
  readonly labelContrast: number;
  /** Fill of the button against what is around it. */
  readonly fillContrast: number;
  /** Fill or border against what is around it, whichever is seen better. */
  readonly edgeContrast: number;
  readonly fill: Colour;
  /** Which element it is a child of; the same number is the same element. */
  readonly container: number;
  /** How many presses of Tab reach it from the banner's start; `0` if none do. */
  readonly tabStop: number;
  /** Share of it that is seen and can be pressed without scrolling, from 0 to 1. */
  readonly visible: number;
}

/** Where a banner was looked at. */
export interface View {
  /** BCP 47, of the page. */
  readonly language: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** The banner in one view. */
export interface LookFigures {
  readonly view: View;
  readonly actions: readonly ActionFigures[];
  /** What has focus when the banner has come: an Enter that was meant for the page presses it. */
  readonly focused?: ActionName;
}

/** What a visitor reads where they may refuse, in one language. */
export interface WordingFigures {
  readonly language: string;
  /** Labels that refuse, by the name of the text in the config: `banner.deny`. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What became of a visitor's acts, in the config's first language. */
export interface BehaviourFigures {
  /** Presses until everything was denied; `undefined` where one did not do it. */
  readonly clicksToDeny: number | undefined;
  readonly clicksToAllow: number | undefined;
  /** Names of what was switched on in the preferences before any decision. */
  readonly preTicked: readonly string[];
  /** Ways of closing, each with the ids that it decided on. */
  readonly closings: readonly { readonly how: string; readonly decided: readonly string[] }[];
  /** Days of quiet after a denial, by the config. */
  readonly quietDays: number;
  /** Days after a denial at which the banner was looked for, and was there. */
  readonly askedAgainAfter: readonly number[];
}

/** All that was measured of one site's banner. */
export interface Figures {
  readonly model: 'opt-in' | 'opt-out' | 'notice';
  readonly looks: readonly LookFigures[];
  readonly wording: readonly WordingFigures[];
  readonly behaviour: BehaviourFigures;
}
