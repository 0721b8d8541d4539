import type { StorageDescription, Text } from '@consentry/adapters/describe-vendor';
import type { GoogleSettings } from '@consentry/adapters/google-consent';
import type { CookieSettings, RegimeRule } from '@consentry/core';
import type { Appearance } from '@consentry/widget/style';

type ConfigText = string | Text;

/** A purpose in a site's config, as far as the browser needs it. */
export interface SitePurpose {
  readonly label: ConfigText;
  readonly description?: ConfigText;
  readonly phrase?: ConfigText;
  /** Purposes of mails are asked and recorded like others, and nothing in the page belongs to them. @default "page" */
  readonly channel?: 'page' | 'email';
  readonly exempt?: boolean;
  readonly signals?: readonly 'gpc'[];
  readonly since?: number;
}

/** A vendor in a site's config, as far as the browser needs it. */
export interface SiteVendor {
  readonly enabled?: boolean;
  /** What works in mails is told of in the notice, and has no place in a page. @default "page" */
  readonly channel?: 'page' | 'email';
  readonly purposes?: readonly string[];
  readonly adapter?: string | false;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The vendors whose scripts have to be there before its own starts. */
  readonly after?: string | readonly string[];
  readonly name?: ConfigText;
  readonly provider?: ConfigText;
  readonly country?: string;
  readonly information?: ConfigText;
  readonly usedFor?: ConfigText;
  readonly storage?: readonly StorageDescription[];
  /** What belongs to it: host with or without port and path, or a path of the site. */
  readonly hosts?: readonly string[];
  /** What becomes of a request to it while it is withheld. @default "reject" */
  readonly held?: 'reject' | 'replay';
  /** Waits for a yes under every regime. @default whether "transfer" rests on consent */
  readonly askFirst?: boolean;
  /** What is told before data goes abroad; here only on what that rests. */
  readonly transfer?: { readonly basis: string };
  readonly policyUrl?: string;
  readonly since?: number;
}

/** What Google is told, and by whom. */
export interface SiteGoogle extends GoogleSettings {
  /** The Tag Manager template tells Google, and nothing of ours does. @default Consentry's own adapters */
  readonly toldBy?: 'tag-manager';
  /** Pages look for whatever else reads or sets Google's consent. @default false */
  readonly selfCheck?: boolean;
}

/** The consent manager that pages were written for, and what its names stand for here. */
export interface SiteDialect {
  readonly of: DialectName;
  /** Names of its categories and services, with the purposes and vendors they stand for. */
  readonly categories: Readonly<Record<string, string | readonly string[]>>;
  readonly stored?: { readonly kind: 'cookie' | 'localStorage'; readonly name?: string };
  readonly revision?: number;
  readonly implied?: readonly string[];
  readonly undatedDays?: number;
}

/** The consent managers whose pages are understood. */
export type DialectName =
  | 'vanilla-cookieconsent'
  | 'klaro'
  | 'orejime'
  | 'tarteaucitron'
  | 'cookiebot'
  | 'onetrust';

/** A `consentry.json` as builds read it. Checked by `@consentry/config`, which never reaches a visitor. */
export interface SiteConfig {
  readonly site: string;
  readonly languages: readonly string[];
  readonly notice?: { readonly version?: number; readonly url?: ConfigText };
  readonly regime?: Partial<RegimeRule> & {
    /** Rules by place are compiled by the build; what knows no table of places keeps to the strictest. */
    readonly byPlace?: boolean;
  };
  readonly purposes: Readonly<Record<string, SitePurpose>>;
  readonly vendors: Readonly<Record<string, SiteVendor>>;
  readonly cookie?: CookieSettings;
  /** What Google is told about consent, by all of Google's vendors here. */
  readonly google?: SiteGoogle;
  readonly receipts?: {
    readonly endpoint: string;
    /** Pages tell that they showed a banner, and nothing else. @default false */
    readonly countShown?: boolean;
  };
  readonly appearance?: Appearance;
  /** Pages compare what they contact with this file. @default nothing of it is in a page */
  readonly drift?: {
    readonly report?: 'console' | 'server';
    readonly sample?: number;
    readonly ignore?: readonly string[];
  };
  /** Pages are marked for another consent manager. Builds only: the script for everybody does not know it. */
  readonly dialect?: SiteDialect;
  readonly gate?: { readonly layer?: 'page' | 'strict' | 'marked'; readonly hosts?: readonly string[] };
  readonly texts?: Readonly<
    Record<
      string,
      {
        readonly banner?: Readonly<Record<string, string>>;
        readonly preferences?: Readonly<Record<string, string>>;
        readonly embed?: Readonly<Record<string, string>>;
        readonly reopen?: Readonly<Record<string, string>>;
      }
    >
  >;
}
