import { describe, expect, it } from 'vitest';
import { isFixed, isKeyed, isOrdered, keyOf } from '../../src/plan/collections.ts';

describe('collections', () => {
  it('make the key of the one object there is for a thing from what it is about', () => {
    const answer = { siteId: 'osm:1', run: 2, item: '9' };
    expect(keyOf('checkAnswers', answer)).toBe('osm:1|2|9');
    expect(keyOf('edits', { scenarioId: null, kind: 'site', objectId: 's', field: 'dwellings' })).toBe(
      'base|site|s|dwellings',
    );
  });

  it('know which have a place in a list and which a key', () => {
    expect(isOrdered('measures')).toBe(true);
    expect(isOrdered('edits')).toBe(false);
    expect(isKeyed('edits')).toBe(true);
    expect(isKeyed('measures')).toBe(false);
  });

  it('hold fast what an object is about, and records as a whole', () => {
    expect(isFixed('measures', 'scenarioId')).toBe(true);
    expect(isFixed('measures', 'kind')).toBe(true);
    expect(isFixed('measures', 'costEuro')).toBe(false);
    expect(isFixed('measures', 'plotId')).toBe(false);
    expect(isFixed('needs', 'quantity')).toBe(true);
    expect(isFixed('needs', 'circle')).toBe(false);
    expect(isFixed('needSteps', 'reason')).toBe(true);
  });
});
