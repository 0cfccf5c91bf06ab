import { describe, expect, it } from 'vitest';
import { worstOf } from '../../../src/report/sites/check-evidence.ts';

describe('several results as one', () => {
  it('are met only if all are, open if one is, and partly met in between', () => {
    expect(worstOf(['met', 'met'])).toBe('met');
    expect(worstOf(['unmet', 'unmet'])).toBe('unmet');
    expect(worstOf(['met', 'unmet'])).toBe('partly');
    expect(worstOf(['unmet', 'open'])).toBe('open');
    expect(worstOf([])).toBe('open');
  });
});
