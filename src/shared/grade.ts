/** How well a figure is known, best first. A result carries the worst grade of its inputs. */
export const GRADES = ['measured', 'official', 'estimated', 'assumed'] as const;

export type Grade = (typeof GRADES)[number];

export function worseGrade(a: Grade, b: Grade): Grade {
  return GRADES.indexOf(a) >= GRADES.indexOf(b) ? a : b;
}
