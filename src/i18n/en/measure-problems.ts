import type { MeasureProblems } from '../../shared/problems/measures.ts';
import type { ProblemMessages } from '../problem-text.ts';

const WHAT = {
  name: 'Give the scenario a name.',
  place: 'The place is missing: click the map, choose a plot or enter an address.',
  house: 'Choose the facility that the measure changes.',
  places: 'Enter at least one offer with its number of places.',
  reason: 'Say in one sentence why the catchment was changed by hand.',
};

export const measureProblemsEn: ProblemMessages<MeasureProblems> = {
  'measure.number-unreadable': (p) =>
    `“${p.found}” is no number. Write digits only, for example ${p.style === 'de' ? '45 or 1.250' : '45 or 1,250'}.`,
  'measure.date-unreadable': (p) => `“${p.found}” is no date. Write 01.09.2028 or a year such as 2028.`,
  'measure.missing': (p) => WHAT[p.what],
  'measure.outside-city': (p, f) =>
    `The place (${f.number(p.lat, 4)}, ${f.number(p.lon, 4)}) lies outside the city. Measures stand within its border.`,
  'measure.place-unknown': (p) =>
    `“${p.found}” was not found. Enter a street, a quarter, a facility or coordinates; house numbers are not known.`,
  'measure.closed-before-open': (p, f) =>
    `The facility opens on ${f.date(p.opens)}; it cannot close on ${f.date(p.closes)} already.`,
  'measure.no-catchment': () =>
    'At this place the new school is the nearest for nobody; choose another place or a year in which it is there.',
  'measure.catchment-outside': () =>
    'The cell lies outside the city. A catchment ends at the city’s border; it stayed as it was.',
  'measure.catchment-empty': () =>
    'A catchment needs at least one cell; it stayed as it was. To have none, use “Remove the catchment”.',
  'measure.not-suggested': (p) =>
    `There are no suggestions for “${p.service}”: its places are not shared out by walking.`,
};
