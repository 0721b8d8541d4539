import type { AdapterHooks } from '../define-adapter.js';
import type { PageWindow } from './page-window.js';

/**
 * The hooks of a vendor that a page may call before its script is there. `open` makes its queue and answers the list of
 * waiting calls; `hold` says in the vendor's own words that nothing is granted yet, before any other call. What
 * waits is forgotten when the vendor is refused, and what the page calls under a refusal is forgotten too, so
 * that a later yes does not send it; what waits since before any answer stays. Once a script has put
 * something else than a list there, it is left alone. Who says yes, no and yes again before the script has
 * arrived finds the vendor running on the next page only.
 */
export function holdCalls(
  vendor: string,
  open: (window: PageWindow) => unknown,
  hold?: (window: PageWindow) => void,
): Required<Pick<AdapterHooks, 'onInit' | 'onChange'>> {
  let refused = false;
  const onInit = ({ window }: { readonly window: PageWindow }) => {
    open(window);
    hold?.(window);
  };
  return {
    onInit,
    onChange(context) {
      const list = open(context.window);
      const refusedBefore = refused;
      refused = !context.isAllowed(vendor);
      if ((refused || refusedBefore) && list instanceof Array) {
        list.length = 0;
        onInit(context);
      }
    },
  };
}
