import { describe, expect, it } from 'vitest';
import { insightsTopics } from './insights-topics.js';

describe('insightsTopics', () => {
  it('names what is decided on as visitors read it, and leaves out what nobody is asked about', () => {
    const config = {
      languages: ['ja', 'en'],
      purposes: {
        site: { label: 'Running this site', exempt: true },
        analytics: { label: { ja: '測定', en: 'Measuring visits' } },
        marketing: { label: '広告' },
      },
      vendors: { acme: { adapter: 'known' }, own: { adapter: false as const, name: 'Our own' }, other: {} },
    };
    expect(insightsTopics(config, { known: { name: 'Acme Analytics' } } as never)).toEqual([
      { id: 'analytics', kind: 'purpose', names: { ja: '測定', en: 'Measuring visits' } },
      { id: 'marketing', kind: 'purpose', names: { ja: '広告' } },
      { id: 'acme', kind: 'vendor', names: { ja: 'Acme Analytics' } },
      { id: 'own', kind: 'vendor', names: { ja: 'Our own' } },
      { id: 'other', kind: 'vendor' },
    ]);
  });
});
