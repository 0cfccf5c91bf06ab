import type { GivingSchool } from './measure-calls.ts';

/** Who wants a place in which cell and which school has them so far, for one year. Parallel arrays, sorted by cell. */
export interface CatchmentDemand {
  readonly cells: Int32Array;
  /** Number in `schools` of who has them without the new school's catchment; −1 = none. */
  readonly schoolOf: Int32Array;
  /** In pupils, by the Kennwert. */
  readonly pupils: Float64Array;
  /** `capacity`: `null` = keine Angabe. */
  readonly schools: readonly Pick<GivingSchool, 'id' | 'name' | 'capacity'>[];
  /** Of the new school; `null` = keine Angabe. */
  readonly places: number | null;
  /** `null` where the Kennwert counts no Züge. */
  readonly pupilsPerZug: number | null;
  /** The cells proposed; none if it is nobody's nearest school. */
  readonly proposal: Int32Array;
}

/** What a catchment of some cells means. */
export interface CatchmentFigures {
  readonly pupils: number;
  readonly zuege: number | null;
  /** Places − pupils; `null` = keine Angabe. */
  readonly balance: number | null;
  /** Of the pupils, those whom no school has so far. */
  readonly withoutSchool: number;
  /** Those that give most first. */
  readonly schools: readonly GivingSchool[];
}

/** The figures of `computeGaps` with that catchment, for the new school and those that give up pupils. O(entries). */
export function figuresOfCells(demand: CatchmentDemand, cells: ReadonlySet<number>): CatchmentFigures {
  const before = new Float64Array(demand.schools.length);
  const given = new Float64Array(demand.schools.length);
  let pupils = 0;
  let withoutSchool = 0;
  demand.cells.forEach((cell, i) => {
    const [school, amount] = [demand.schoolOf[i]!, demand.pupils[i]!];
    const isIn = cells.has(cell);
    if (isIn) pupils += amount;
    if (school < 0) withoutSchool += isIn ? amount : 0;
    else {
      before[school]! += amount;
      if (isIn) given[school]! += amount;
    }
  });
  const schools = demand.schools.flatMap((school, i): (GivingSchool & { readonly gives: number })[] =>
    given[i]! > 0 ? [{ ...school, before: before[i]!, after: before[i]! - given[i]!, gives: given[i]! }] : [],
  );
  const { places, pupilsPerZug } = demand;
  return {
    pupils,
    zuege: pupilsPerZug === null ? null : pupils / pupilsPerZug,
    balance: places === null ? null : places - pupils,
    withoutSchool,
    schools: schools
      .sort((a, b) => b.gives - a.gives || (a.id < b.id ? -1 : 1))
      .map(({ gives: _, ...school }) => school),
  };
}
