import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/i18n/problem-text.ts';
import { problem } from '../../src/shared/problem.ts';

describe('what the plan says', () => {
  it('is a sentence in both languages, with numbers and dates written their way', () => {
    const reversed = problem('plan.dates-reversed', { from: '2030-01-01', to: '2029-09-01' });
    expect(problemText(reversed, 'de')).toBe('Das Ende (01.09.2029) muss nach dem Beginn (01.01.2030) liegen.');
    expect(problemText(reversed, 'en')).toBe('The end (1 Sept 2029) must come after the beginning (1 Jan 2030).');
    const step = problem('plan.need-step-reason', { from: 'reported', to: 'decided' });
    expect(problemText(step, 'de')).toBe(
      'Von „gemeldet“ nach „beschlossen“ ist nicht der nächste Schritt. Geben Sie bitte einen Grund an.',
    );
    const sum = problem('plan.phases-sum', { percent: 80 });
    expect(problemText(sum, 'de')).toContain('80,0\u202f%');
  });

  it('names objects by what they are', () => {
    const moved = problem('change.moved', { collection: 'measures', name: 'Kita West' });
    expect(problemText(moved, 'de')).toBe('Maßnahme verschoben: Kita West');
    expect(problemText(moved, 'en')).toBe('Measure moved: Kita West');
    const status = problem('change.status', { collection: 'needs', name: 'Jugendraum', status: 'secured' });
    expect(problemText(status, 'de')).toBe('Bedarfsmeldung gesichert: Jugendraum');
  });
});
