import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/questions/fold-text.ts';

describe('folding', () => {
  it.each([
    ['Äußere Bachstraße', 'aussere bachstrasse'],
    ['AEUSSERE BACHSTR.', 'aussere bachstrasse'],
    ['Hölderlin-Str. 5', 'holderlin strasse 5'],
    ['Muehlstraße', 'muhlstrasse'],
    ['Café d’Été', 'cafe d ete'],
    ['  ', ''],
  ])('turns "%s" into "%s"', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
