import type { GivingSchool } from './measure-calls.ts';

/** Who wants a place in which cell and which school has them so far, for one year. Parallel arrays, sorted by cell. */
export interface CatchmentDemand {
  readonly cells: Int32Array;
  /** Number in `schools` of who has them without the new school's catchment; −1 = none. */
  readonly schoolOf: Int32Array;
  /** In pupils, by the Kennwert; of the points that know. */
  readonly pupils: Float64Array;
  /** Points of which nobody knows how many pupils they have. */
  readonly unknown: Int32Array;
  /** `capacity`: `null` = keine Angabe. */
  readonly schools: readonly Pick<GivingSchool, 'id' | 'name' | 'capacity'>[];
  /** Of the new school; `null` = keine Angabe. */
  readonly places: number | null;
  /** `null` where the Kennwert counts no Züge. */
  readonly pupilsPerZug: number | null;
  /** The cells proposed; none if it is nobody's nearest school. */
  readonly proposal: Int32Array;
}

/** What a catchment of some cells means; `null` = keine Angabe. */
export interface CatchmentFigures {
  readonly pupils: number | null;
  readonly zuege: number | null;
  /** Places − pupils. */
  readonly balance: number | null;
  /** Of the pupils, those whom no school has so far. */
  readonly withoutSchool: number;
  /** Points in it that are not counted, for nobody knows their pupils. */
  readonly unknown: number;
  /** Those that give most first. */
  readonly schools: readonly GivingSchool[];
}

/** A sum of which parts may be unknown; `null` where nothing is known. */
interface Sum {
  pupils: number;
  unknown: number;
  parts: number;
}

const emptySum = (): Sum => ({ pupils: 0, unknown: 0, parts: 0 });

function add(sum: Sum, { pupils, unknown }: CatchmentDemand, i: number): void {
  sum.pupils += pupils[i]!;
  sum.unknown += unknown[i]!;
  // An entry without known pupils is one because something in it is unknown.
  sum.parts += pupils[i]! > 0 ? 1 : 0;
}

const knownOf = ({ pupils, unknown, parts }: Sum) => (parts === 0 && unknown > 0 ? null : pupils);

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

/** The figures of `computeGaps` with that catchment, for the new school and those that give up pupils. O(entries). */
export function figuresOfCells(demand: CatchmentDemand, cells: ReadonlySet<number>): CatchmentFigures {
  const before = demand.schools.map(emptySum);
  const given = demand.schools.map(emptySum);
  const own = emptySum();
  const none = emptySum();
  demand.cells.forEach((cell, i) => {
    const school = demand.schoolOf[i]!;
    const isIn = cells.has(cell);
    if (isIn) add(own, demand, i);
    if (school >= 0) add(before[school]!, demand, i);
    if (isIn) add(school < 0 ? none : given[school]!, demand, i);
  });
  const schools = demand.schools.flatMap((school, i): (GivingSchool & { readonly gives: number })[] => {
    const [was, gives] = [knownOf(before[i]!), knownOf(given[i]!)];
    return given[i]!.parts > 0 || given[i]!.unknown > 0
      ? [{ ...school, before: was, after: minus(was, gives), gives: gives ?? 0 }]
      : [];
  });
  const { places, pupilsPerZug } = demand;
  const pupils = knownOf(own);
  return {
    pupils,
    zuege: pupils === null || pupilsPerZug === null ? null : pupils / pupilsPerZug,
    balance: minus(places, pupils),
    withoutSchool: none.pupils,
    unknown: own.unknown,
    schools: schools
      .sort((a, b) => b.gives - a.gives || (a.id < b.id ? -1 : 1))
      .map(({ gives: _, ...school }) => school),
  };
}
