import type { Peer } from './peer.js';
import { readAnswers, readObject } from './read-json.js';

/**
 * Orejime 3: `<template data-purpose>` around whatever waits. It stores one yes or no for each purpose, without a date, in
 * a cookie `eu-consent`; its README says `orejime`, which its code does not.
 *
 * @see https://www.npmjs.com/package/orejime 3.2.1, README and dist/orejime-standard-en.js (read 2026-11-22)
 */
export const orejime: Peer = {
  templates: {
    selector: 'template[data-purpose]',
    namesOn: (element) => [element.getAttribute('data-purpose') ?? ''].filter(Boolean),
  },
  storedName: 'eu-consent',
  readStored: (read) => readAnswers(readObject(read())),
};
