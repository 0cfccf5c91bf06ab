/** Problems of questions to the engine. */
export interface EngineProblems {
  'gap.limit-invalid': { found: string };
  'gap.limit-too-large': { found: number; largest: number };
  'gap.year-outside': { found: number; first: number; last: number };
  'gap.nothing-of-service': { service: string };
  'gap.service-unknown': { found: string; known: string };
  'gap.measure-undefined': { measure: string; service: string; model: string; defined: string };
  'gap.level-unknown': { found: number; known: string };
  'gap.indicator-file': { file: string; detail: string };
  'gap.scenario-unknown': { found: string; known: string };
  'gap.scenario-without-plan': { found: string };
  'gap.plan-file': { file: string; detail: string };
  'location.count-invalid': { found: number; least: number; most: number };
}
