import type { AdapterCatalogue } from '@consentry/config';
import type { Arbitrary } from 'fast-check';

export function randomConfigs(catalogue: AdapterCatalogue): Arbitrary<unknown>;
