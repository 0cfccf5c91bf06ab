/** Persons are kept to the thousandth. */
export function roundPersons(persons: number): number {
  return Math.round(persons * 1000) / 1000;
}

/** Persons as a whole number of thousandths, in which sums are exact. */
export function toThousandths(persons: number): number {
  return Math.round(persons * 1000);
}
