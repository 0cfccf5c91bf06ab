export type CheckResult = 'met' | 'partly' | 'open' | 'unmet' | 'irrelevant';
/** Where an answer comes from: computed, computed and judged, by hand. */
export type CheckBasis = 'computed' | 'partly' | 'manual';
export type CheckGroup = 'need' | 'child' | 'health' | 'access' | 'mix' | 'land' | 'process';
export type CheckLayer =
  | 'noise'
  | 'climate'
  | 'burden'
  | 'burden-social'
  | 'slope'
  | 'units'
  | 'attributes'
  | 'attributes-toilets'
  | 'social'
  | 'shelters'
  | 'context'
  | 'fees'
  | 'ownership'
  | 'plots';

/** A question of the Sozialverträglichkeitsprüfung (`domain.md` § 6, own wording). */
export interface CheckQuestion {
  readonly number: number;
  readonly group: CheckGroup;
  readonly basis: CheckBasis;
  /** What it rests on. */
  readonly law: string | null;
  /** The layer without which it stays open. */
  readonly layer: CheckLayer | null;
}

const q = (
  number: number,
  group: CheckGroup,
  basis: CheckBasis,
  law: string | null = null,
  layer: CheckLayer | null = null,
): CheckQuestion => ({ number, group, basis, law, layer });

export const CHECK_QUESTIONS: readonly CheckQuestion[] = [
  q(1, 'need', 'computed', '§ 1 (6) BauGB'),
  q(2, 'need', 'partly', '§ 24 SGB VIII'),
  q(3, 'need', 'partly', 'SchG BW'),
  q(4, 'need', 'partly', 'GaFöG'),
  q(5, 'need', 'computed', 'G-BA'),
  q(6, 'need', 'partly'),
  q(7, 'need', 'partly', null, 'fees'),
  q(8, 'need', 'manual', '§ 1 (6) BauGB'),
  q(9, 'child', 'computed', 'DIN 18034-1, UN-KRK 31'),
  q(10, 'child', 'computed', 'DIN 18034-1, UN-KRK 31'),
  q(11, 'child', 'computed', 'UN-KRK 31'),
  q(12, 'child', 'partly', 'UN-KRK 3'),
  q(13, 'child', 'partly', 'LBOAVO § 1'),
  q(14, 'child', 'partly'),
  q(15, 'child', 'manual', '§ 41a GemO, UN-KRK 12'),
  q(16, 'child', 'manual', 'UN-KRK 3'),
  q(17, 'health', 'partly', null, 'noise'),
  q(18, 'health', 'partly', null, 'climate'),
  q(19, 'health', 'computed'),
  q(20, 'health', 'computed', null, 'context'),
  q(21, 'health', 'partly', null, 'burden'),
  q(22, 'health', 'manual'),
  q(23, 'access', 'partly', 'UN-BRK 9, DIN 18040-3', 'slope'),
  q(24, 'access', 'partly', 'UN-BRK 19, LBO § 35', 'units'),
  q(25, 'access', 'manual', 'LBO § 39, UN-BRK 9'),
  q(26, 'access', 'partly', 'UN-BRK 9', 'attributes'),
  q(27, 'access', 'manual', 'UN-BRK 4'),
  q(28, 'mix', 'partly', 'SIM'),
  q(29, 'mix', 'partly', null, 'social'),
  q(30, 'mix', 'manual', '§ 180 BauGB'),
  q(31, 'mix', 'partly', null, 'units'),
  q(32, 'mix', 'computed', null, 'shelters'),
  q(33, 'land', 'partly', 'GRDrs 193/2022', 'ownership'),
  q(34, 'land', 'partly', '§ 9 (1) Nr. 5 BauGB'),
  q(35, 'land', 'manual', '§ 11 BauGB'),
  q(36, 'land', 'partly'),
  q(37, 'process', 'manual'),
  q(38, 'process', 'manual'),
  q(39, 'process', 'computed'),
  q(40, 'process', 'computed'),
];
