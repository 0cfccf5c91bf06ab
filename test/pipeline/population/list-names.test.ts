import { expect, it } from 'vitest';
import { listNames } from '../../../src/pipeline/population/list-names.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `b${i + 1}`);

it('names up to twelve districts, and counts the others', () => {
  expect(listNames(['a', 'b'])).toBe('a, b');
  expect(listNames(names(12))).toBe('b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12');
  expect(listNames(names(447))).toBe('b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12 … (+435)');
});
