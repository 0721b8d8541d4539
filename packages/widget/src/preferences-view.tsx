import type { DecisionContext } from '@consentry/core';
import { h } from 'preact';
import { DialogContent } from './components/dialog-content.js';
import type { DialogActs } from './components/dialog-state.js';
import type { PreferencesHost } from './preferences-host.js';
import type { Surface } from './surface.js';
import { createSwitches } from './switches.js';

/** What draws the preferences into a surface. */
export interface PreferencesView {
  draw(): void;
  /** Forgets what was turned, searched for and said. */
  reset(): void;
}

/** The preferences on `surface`. `close` is called after a decision, and by the button that closes, if there is one. */
export function createPreferencesView(
  host: PreferencesHost,
  surface: Surface<'dialog' | 'section'>,
  close?: () => void,
): PreferencesView {
  const { manager, document, history, languages, onError, shown } = host;
  let { content } = host;
  const { face } = surface;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  face.after(status);

  const switches = createSwitches(content, manager.$consent.get);
  const unfolded = new Set<string>();
  let query = '';
  const decideBy = (decide: (context: DecisionContext) => void) => () => {
    decide({ via: 'preferences', language: content.language, shown });
    if (close) close();
    else {
      switches.reset();
      draw();
    }
    status.lang = content.language;
    status.textContent = content.texts[manager.$consent.get().unsaved ? 'unsaved' : 'saved'];
  };
  const acts: DialogActs = {
    deny: decideBy((context) => manager.deny(undefined, context)),
    allow: decideBy((context) => manager.grant(undefined, context)),
    save: decideBy((context) => manager.decide(switches.choices(), context)),
    close,
    search(text) {
      query = text.toLowerCase();
      draw();
    },
    async speak(language) {
      try {
        content = (await languages?.load(language)) ?? content;
        surface.speak(content);
      } catch (error) {
        onError?.(error);
      }
      draw();
    },
  };
  const draw = () => {
    const consent = manager.$consent.get();
    const state = {
      content,
      consent,
      switches,
      unfolded,
      query,
      history: history?.() ?? [],
      languages,
      acts,
      redraw: draw,
    };
    surface.draw(<DialogContent state={state} />);
  };
  return {
    draw,
    reset() {
      switches.reset();
      query = status.textContent = '';
    },
  };
}
