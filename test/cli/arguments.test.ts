import { describe, expect, it } from 'vitest';
import { readCityArguments } from '../../src/cli/arguments.ts';

describe('the arguments of npm run city', () => {
  it('are a recipe and options, in any order, with a space or an equals sign', () => {
    const expected = {
      task: { kind: 'recipe', path: 'data/cities/koeln.json' },
      out: 'x',
      sources: '/daten',
      language: 'en',
      checkOnly: true,
    };
    const spaced = ['--out', 'x', 'data/cities/koeln.json', '--lang', 'en', '--check-only', '--sources', '/daten'];
    expect(readCityArguments(spaced)).toEqual(expected);
    const joined = ['data/cities/koeln.json', '--out=x', '--lang=en', '--check-only', '--sources=/daten'];
    expect(readCityArguments(joined)).toEqual(expected);
  });

  it('build the demo city of scale 1 and seed 1 unless stated', () => {
    expect(readCityArguments(['demo'])).toMatchObject({ task: { kind: 'demo', scale: 1, seed: 1 }, out: null });
    expect(readCityArguments(['demo', '--scale', '0.05', '--seed', '7'])).toMatchObject({
      task: { kind: 'demo', scale: 0.05, seed: 7 },
    });
  });

  it('speak German unless the system speaks something else', () => {
    expect(readCityArguments(['demo'], 'de_DE.UTF-8')).toMatchObject({ language: 'de' });
    expect(readCityArguments(['demo'], 'C.UTF-8')).toMatchObject({ language: 'de' });
    expect(readCityArguments(['demo'], 'en_GB.UTF-8')).toMatchObject({ language: 'en' });
    expect(readCityArguments(['demo', '--lang', 'de'], 'en_GB.UTF-8')).toMatchObject({ language: 'de' });
  });

  it.each([
    [['demo', '--skale', '2'], '--skale', 'known-option'],
    [['demo', '--scale'], '--scale', 'value'],
    [['demo', '--scale', 'big'], '--scale', 'number'],
    [['demo', '--scale', '-1'], '--scale', 'number'],
    [['demo', '--lang', 'fr'], '--lang', 'language'],
    [[], '', 'one-recipe'],
    [['a.json', 'b.json'], 'b.json', 'one-recipe'],
  ])('refuse %j', (argv, option, expected) => {
    expect(readCityArguments(argv)).toEqual({ option, expected });
  });
});
