import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith, settle } from '../../../../test/support/page-with-adapters.js';
import { mailbluster } from './mailbluster.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'marketing' }],
  vendors: [{ id: 'mailbluster', purposes: ['marketing'] }],
};
const FORM = 'https://forms.mailbluster.com/example';
function newPage(options = {}) {
  const page = pageWith(SITE, [mailbluster({ formUrl: FORM, target: '#newsletter', ...options })]);
  const stop = () => {
    // A form that waits would find its place on the page of the next test.
    page.manager.deny();
    page.stop();
  };
  return { ...page, stop };
}
const frames = () => [...document.querySelectorAll('iframe')];
const parsed = () => document.dispatchEvent(new Event('DOMContentLoaded'));

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

describe('mailbluster', () => {
  it('puts no form into the page before a grant, nor after a refusal', () => {
    document.body.innerHTML = '<div id="newsletter"></div>';
    const { manager, stop } = newPage();
    parsed();
    expect(frames()).toEqual([]);
    manager.deny();
    parsed();
    expect(frames()).toEqual([]);
    stop();
  });

  it('puts the form into its place, with a name and a height', () => {
    document.body.innerHTML = '<p></p><div id="newsletter"><h2>News</h2></div>';
    const { manager, stop } = newPage({ title: 'Sign up for news', height: 240 });
    manager.grant();
    const [frame, ...others] = frames();
    expect(others).toEqual([]);
    expect(frame?.parentElement?.id).toBe('newsletter');
    expect(frame?.getAttribute('src')).toBe(FORM);
    expect(frame?.title).toBe('Sign up for news');
    expect(frame?.height).toBe('240');
    expect(document.querySelector('#newsletter h2')?.textContent).toBe('News');
    stop();
  });

  it('waits for a place that comes later in the page', () => {
    const { manager, stop } = newPage();
    manager.grant();
    expect(frames()).toEqual([]);
    document.body.innerHTML = '<div id="newsletter"></div>';
    parsed();
    expect(frames()).toHaveLength(1);
    expect(frames()[0]?.title).toBe('MailBluster');
    parsed();
    expect(frames()).toHaveLength(1);
    stop();
  });

  it('takes the form out on a withdrawal without a reload, and back in on the next grant', async () => {
    document.body.innerHTML = '<div id="newsletter"></div>';
    const { manager, reload, stop } = newPage();
    manager.grant();
    manager.deny();
    await settle();
    expect(frames()).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
    manager.grant();
    expect(frames()).toHaveLength(1);
    stop();
  });

  it('stops waiting for its place on a withdrawal', () => {
    const { manager, stop } = newPage();
    manager.grant();
    manager.deny();
    document.body.innerHTML = '<div id="newsletter"></div>';
    parsed();
    expect(frames()).toEqual([]);
    stop();
  });
});
