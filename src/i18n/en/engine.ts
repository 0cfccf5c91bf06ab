import type { EngineProblems } from '../../shared/problems/engine.ts';
import type { ProblemMessages } from '../problem-text.ts';
import { termsEn } from './terms.ts';

/** The name of a service; its id where there is none. */
const serviceName = (id: string) => (termsEn as Readonly<Record<string, string>>)[`service.${id}`] ?? id;

export const engineEn: ProblemMessages<EngineProblems> = {
  'gap.limit-invalid': (p) => `The walking limit must be more than 0 m; given is “${p.found}”.`,
  'gap.limit-too-large': (p, f) =>
    `The walking limit of ${f.unit(p.found, 'm')} is larger than the largest that can be chosen, ${f.unit(p.largest, 'm')}.`,
  'gap.year-outside': (p) => `The city package has nothing for ${p.found}; it covers ${p.first} to ${p.last}.`,
  'gap.nothing-of-service': (p) =>
    `The city package has no facility of the service “${serviceName(p.service)}”: no data.`,
  'gap.service-unknown': (p) => `The service “${p.found}” is not known. Known are: ${p.known}.`,
  'gap.measure-undefined': (p) =>
    `“${p.measure}” is not defined for ${p.service} (model ${p.model}). Defined are: ${p.defined}.`,
  'gap.level-unknown': (p) => `There is no district level ${p.found} here; there are ${p.known}.`,
  'gap.indicator-file': (p) => `The indicator file ${p.file} cannot be read: ${p.detail}.`,
  'gap.scenario-unknown': (p) =>
    p.known === ''
      ? `This plan has no scenario “${p.found}”; it has none.`
      : `This plan has no scenario “${p.found}”. It has: ${p.known}.`,
  'gap.scenario-without-plan': (p) => `The scenario “${p.found}” needs its plan: give it with --plan.`,
  'gap.plan-file': (p) => `The plan file ${p.file} cannot be read: ${p.detail}.`,
  'location.count-invalid': (p) =>
    `The number of sites must be a whole number from ${p.least} to ${p.most}; given is ${p.found}.`,
};
