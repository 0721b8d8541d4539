interface TrustedTypePolicy {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
}

const same = (text: string) => text;
const PASS_THROUGH: TrustedTypePolicy = {
  createHTML: same,
  createScript: same,
  createScriptURL: same,
};

/**
 * The policy `consentry`, through which released script text and script URLs pass where a page enforces
 * Trusted Types. What passes was written by the site into its page or its config; nothing is made up here.
 * Where there are no Trusted Types, or the page's policy list leaves us out, texts stay plain.
 */
export function createScriptPolicy(window: unknown): TrustedTypePolicy {
  try {
    const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory };
    return trustedTypes?.createPolicy('consentry', PASS_THROUGH) ?? PASS_THROUGH;
  } catch {
    return PASS_THROUGH; // not on the page's `trusted-types` list: the sinks below will say so themselves
  }
}
