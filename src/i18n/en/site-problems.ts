import type { SiteProblems } from '../../shared/problems/sites.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const siteProblemsEn: ProblemMessages<SiteProblems> = {
  'site.number-invalid': (p) => `“${p.found}” is not a number. Expected, for example, 1,250 or 12.5.`,
  'site.number-outside': (p, f) => `${f.number(p.found)} is outside ${f.number(p.from)} to ${f.number(p.to)}.`,
  'site.year-invalid': (p) => `“${p.found}” is not a year from ${p.from} to ${p.to}.`,
  'site.date-invalid': (p) => `“${p.found}” is not a date. Expected DD.MM.YYYY or YYYY-MM-DD.`,
  'site.phases-invalid': (p) =>
    `“${p.found}” is not a phase. Expected a year and a share, for example 2029: 50; 2030: 50.`,
  'site.split-share': (p) => `A share of ${p.percent}% does not split the site. Expected is a number between 1 and 99.`,
  'site.name-missing': () => 'The site needs a name.',
  'site.place-missing': () => 'The site needs an area: draw it on the map or enter coordinates.',
  'site.coordinates-invalid': (p) =>
    `Line ${p.line}: “${p.found}” is not a place. Expected, for example, 48.775 9.182 or a UTM pair.`,
  'site.corners-missing': (p, f) => `An area needs at least 3 corners; given: ${f.number(p.found)}.`,
  'site.outside-city': () => 'The place is not in the city.',
  'site.text-missing': () => 'A text is missing here.',
};
