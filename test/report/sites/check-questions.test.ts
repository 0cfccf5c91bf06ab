import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { textsByLanguage } from '../../../src/i18n/translate.ts';
import { CHECK_QUESTIONS } from '../../../src/report/sites/check-questions.ts';

describe('the questions of the checklist', () => {
  it('has the forty questions in their order, each with its words in both languages', () => {
    expect(CHECK_QUESTIONS.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    for (const language of ['de', 'en'] as const) {
      const texts = textsByLanguage(language) as Readonly<Record<string, string>>;
      expect(CHECK_QUESTIONS.filter(({ number }) => texts[`sites.check-${number}`] === undefined)).toEqual([]);
    }
  });
});
