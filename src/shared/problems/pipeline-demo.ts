/** Problems and notes of the generated demo city. */
export interface DemoProblems {
  'pipeline.demo.scale': { found: string; expected: string };
  'pipeline.demo.invented': { seed: number; scale: number };
  'pipeline.demo.suppressed-cells': { below: number };
  'pipeline.demo.places-missing': { offers: number };
}
