import type { IndicatorProblems } from '../../shared/problems/indicators.ts';
import type { ProblemMessages } from '../problem-text.ts';

const UNITS: Readonly<Record<string, string>> = {
  places: 'places',
  pupils: 'pupils',
  'square-meters': 'm²',
  persons: 'persons',
  houses: 'facilities',
};

const MODELS: Readonly<Record<string, string>> = {
  allocation: 'allocation to places',
  catchment: 'school catchments',
  balance: 'balance by area',
  area: 'area per person',
  reach: 'reach',
  count: 'number of facilities',
};

const MISSING: Readonly<Record<IndicatorProblems['indicator.missing']['what'], string>> = {
  value: 'The value is missing.',
  limit: 'The walking limit is missing; this model needs one.',
  ages: 'The age is missing.',
  'group-size': 'The size is missing.',
  source: 'A link needs the title of its source.',
  'valid-from': 'The day from which the indicator is valid is missing.',
  reason: 'The reason for the change is missing.',
  author: 'The name is missing.',
  reference: 'The GRDrs number is missing.',
  date: 'The date of the decision is missing.',
  body: 'The deciding body is missing.',
};

const words = (codes: readonly string[], names: Readonly<Record<string, string>>) =>
  codes.map((code) => names[code] ?? code).join(', ');

export const indicatorProblemsEn: ProblemMessages<IndicatorProblems> = {
  'indicator.number-unreadable': (p) =>
    p.style === 'de'
      ? `“${p.found}” is no number. Write for example 1.250 or 12,5 (German style).`
      : `“${p.found}” is no number. Write for example 1,250 or 12.5.`,
  'indicator.date-unreadable': (p) => `“${p.found}” is no date. Write for example 2026-12-31 or 31.12.2026.`,
  'indicator.missing': (p) => MISSING[p.what],
  'indicator.outside': (p, f) =>
    `${f.number(p.found)} is outside what is possible here: ${f.number(p.least)} to ${f.number(p.most)}.`,
  'indicator.range-alone': () => 'A range without a value says nothing: enter the value too.',
  'indicator.bounds-crossed': (p, f) => {
    const parts = [
      ...(p.low === null ? [] : [`low ${f.number(p.low)}`]),
      `value ${f.number(p.value)}`,
      ...(p.high === null ? [] : [`high ${f.number(p.high)}`]),
    ];
    return `The range is crossed: ${parts.join(', ')}. The value must lie between low and high.`;
  },
  'indicator.limit-above-largest': (p, f) =>
    `The walking limit of ${f.unit(p.found, 'm')} is larger than the largest one that can be chosen, ${f.unit(p.largest, 'm')}.`,
  'indicator.ages-crossed': (p, f) => `The age “to under ${f.number(p.to)}” must be above “from ${f.number(p.from)}”.`,
  'indicator.ages-step': (p, f) => `${f.number(p.found, 2)} is neither a whole nor a half year.`,
  'indicator.unit-wrong': (p) =>
    `The unit “${words([p.found], UNITS)}” does not fit the model “${words([p.model], MODELS)}”. Possible: ${words(p.expected, UNITS)}.`,
  'indicator.model-wrong': (p) =>
    `The model “${words([p.found], MODELS)}” does not exist for this service. Possible: ${words(p.expected, MODELS)}.`,
  'indicator.link-wrong': (p) => `“${p.found}” is no address. It begins with https:// or http://.`,
  'indicator.phase-order': (p) =>
    `At school year ${p.schoolYear} years and shares do not rise: they must grow from year to year.`,
  'indicator.service-twice': (p) =>
    `The service “${p.service}” already has the indicator “${p.id}”; there is one per service.`,
  'indicator.nothing-decided': () => 'Choose at least one indicator.',
  'catalogue.not-json': (p) => `The file is not readable JSON: ${p.detail}`,
  'catalogue.shape': (p) =>
    `At “${p.path === '' ? 'top level' : p.path}” the file has ${p.found}; expected is ${p.expected}.`,
  'catalogue.version-newer': (p) =>
    `The file has version ${p.found}; this program knows version ${p.known} only. Reload the page to get a newer one.`,
  'catalogue.id-twice': (p) => `The indicator “${p.id}” stands in the file twice.`,
  'catalogue.too-large': (p, f) =>
    `At ${f.bytes(p.bytes)} the file is too large for a catalogue (at most ${f.bytes(p.limit)}).`,
};
