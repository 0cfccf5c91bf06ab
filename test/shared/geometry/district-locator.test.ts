import { describe, expect, it } from 'vitest';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { rectangle } from './shapes.ts';

describe('the district a point lies in', () => {
  // Two halves of a city; the eastern one in two quarters that reach 0.1 beyond it in the north.
  const districts = [
    { id: 's:east', level: 1, parent: null, geometry: rectangle(2, 0, 4, 2) },
    { id: 's:west', level: 1, parent: null, geometry: rectangle(0, 0, 2, 2) },
    { id: 's:e1', level: 2, parent: 's:east', geometry: rectangle(2, 0, 3, 2.1) },
    { id: 's:e2', level: 2, parent: 's:east', geometry: rectangle(3, 0, 4, 2.1) },
  ];
  const locator = createDistrictLocator(districts);

  it('is given per level, with null where a level has none', () => {
    expect(locator.levelCount).toBe(2);
    expect(locator.locate([2.5, 1])).toEqual(['s:east', 's:e1']);
    expect(locator.locate([1, 1])).toEqual(['s:west', null]);
    expect(locator.locate([9, 9])).toEqual([null, null]);
  });

  it('is the one with the lowest id on a border', () => {
    expect(locator.locate([3, 1])).toEqual(['s:east', 's:e1']);
    expect(createDistrictLocator([...districts].reverse()).locate([3, 1])).toEqual(['s:east', 's:e1']);
  });

  it('follows the tree where a child reaches beyond its parent', () => {
    expect(locator.locate([3.5, 2.05])).toEqual(['s:east', 's:e2']);
  });

  it('is nothing in a city without districts', () => {
    expect(createDistrictLocator([]).locate([1, 1])).toEqual([]);
  });
});
