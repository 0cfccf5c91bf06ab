import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { measureName } from '../../../src/report/measures/measure-name.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('the name of a measure', () => {
  const closing = { name: ' ', kind: 'close' } as const;

  it('is its own, else what it does and to which house or service', () => {
    expect(measureName({ ...closing, name: 'Aus' }, [], de, 'Kita Süd')).toBe('Aus');
    expect(measureName(closing, [], de, 'Kita U3 ohne Namen, Stöckach')).toBe(
      'Schließen: Kita U3 ohne Namen, Stöckach',
    );
    expect(measureName(closing, [{ service: 'kita-u3' }], de)).toBe('Schließen Kita U3');
    expect(measureName(closing, [], en, 'Kita Süd')).toBe('Close: Kita Süd');
  });
});
