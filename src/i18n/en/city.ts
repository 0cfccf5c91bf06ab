import type { CityProblems } from '../../shared/problems/city.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const cityEn: ProblemMessages<CityProblems> = {
  'city.file-missing': (p) => `The city package lacks the file ${p.file}. Please copy the complete package again.`,
  'city.crs-unknown': (p) => `Coordinate system ${p.found} is not known. Known are ${p.known}.`,
};
