/** How the gate withholds, from the weakest to the one that needs the server. */
export const LAYERS = ['page', 'strict', 'header'] as const;
export type LayerName = (typeof LAYERS)[number];
