import type { ServiceId } from '../../shared/services.ts';

/** The uses of the matrix in `domain.md` § 8 that needs can have. */
export const USES = ['kita', 'school', 'youth', 'meeting', 'library', 'care', 'sport', 'practice', 'shelter'] as const;
export type Use = (typeof USES)[number];

/** How two uses go together: strong, possible with zoning, neutral, conflict (noise), or one and the same use. */
export type Cell = 'strong' | 'possible' | 'neutral' | 'conflict' | 'same';

const CELLS: Readonly<Record<string, Cell>> = {
  '.': 'same',
  '++': 'strong',
  '+': 'possible',
  o: 'neutral',
  '-': 'conflict',
};

/** The matrix from its diagonal on, `domain.md` § 8 (an assumption; ++ strong, + possible with zoning, o neutral, - conflict). */
const MATRIX: Readonly<Record<Use, readonly Cell[]>> = {
  kita: row('. + - ++ + + o + +'),
  school: row('. + + ++ o ++ o o'),
  youth: row('. + + - ++ o +'),
  meeting: row('. ++ ++ + + ++'),
  library: row('. + o o +'),
  care: row('. o ++ o'),
  sport: row('. o o'),
  practice: row('. +'),
  shelter: row('.'),
};

function row(signs: string): readonly Cell[] {
  return signs.split(' ').map((sign) => CELLS[sign]!);
}

/** The use of a service; `null` = not in the matrix (areas such as playgrounds, "to be rated by the city"). */
export function matrixUse(service: ServiceId): Use | null {
  switch (service) {
    case 'kita-u3':
    case 'kita-ue3':
      return 'kita';
    case 'grundschule':
    case 'ganztag':
    case 'sek-1':
    case 'schule':
      return 'school';
    case 'jugendtreff':
      return 'youth';
    case 'begegnung':
    case 'familienzentrum':
      return 'meeting';
    case 'bibliothek':
      return 'library';
    case 'pflege':
    case 'tagespflege':
      return 'care';
    case 'sporthalle':
      return 'sport';
    case 'hausarzt':
    case 'kinderarzt':
    case 'arzt':
      return 'practice';
    case 'unterkunft':
      return 'shelter';
    case 'spielplatz-0-6':
    case 'spielplatz-6-12':
    case 'spielplatz-12-18':
    case 'spielflaeche':
    case 'gruen-nah':
      return null;
  }
}

export function cellOf(a: Use, b: Use): Cell {
  const [i, j] = [USES.indexOf(a), USES.indexOf(b)];
  return i <= j ? MATRIX[a][j - i]! : MATRIX[b][i - j]!;
}

/** Uses that are loud in the evening or outdoors: not under one roof with a need that asks for quiet. */
export const LOUD_USES: readonly Use[] = ['youth', 'sport'];
