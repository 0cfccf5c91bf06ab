import type { CityProblems } from '../../shared/problems/city.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const cityDe: ProblemMessages<CityProblems> = {
  'city.file-missing': (p) => `Im Stadtpaket fehlt die Datei ${p.file}. Bitte das Paket vollständig neu kopieren.`,
  'city.crs-unknown': (p) => `Koordinatensystem ${p.found} ist nicht bekannt. Bekannt sind ${p.known}.`,
};
