import { describe, expect, it } from 'vitest';
import { createSettings } from '../../src/state/settings.ts';

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
    kept: () => kept,
  };
}

describe('settings', () => {
  it('come back at the next visit', () => {
    const storage = memory();
    createSettings(() => storage).write({ language: 'en', panel: null });
    createSettings(() => storage).write({ officialBasemap: true });
    expect(createSettings(() => storage).read()).toEqual({ language: 'en', panel: null, officialBasemap: true });
  });

  it.each(['not json', '[]', '7', '{"language":"fr","panel":"cellar","officialBasemap":"yes"}'])(
    'ignore what does not belong there: %s',
    (text) => {
      expect(createSettings(() => memory(text)).read()).toEqual({});
    },
  );

  it('keep one’s own districts by city and ignore what is no list of ids', () => {
    const storage = memory();
    createSettings(() => storage).write({ districts: { demo: ['01'], other: [] } });
    expect(createSettings(() => storage).read().districts).toEqual({ demo: ['01'], other: [] });
    expect(createSettings(() => memory('{"districts":{"demo":[1]}}')).read()).toEqual({});
  });

  it('live until the page is closed where the browser refuses to keep them', () => {
    const refuse = (): never => {
      throw new Error('SecurityError');
    };
    const settings = createSettings(refuse);
    expect(settings.refused()).toBe(true);
    settings.write({ language: 'en' });
    expect(settings.read()).toEqual({ language: 'en' });
  });

  it('notice a storage that is full only when they write', () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const settings = createSettings(() => full);
    expect(settings.refused()).toBe(false);
    settings.write({ panel: 'data' });
    expect(settings.refused()).toBe(true);
    expect(settings.read()).toEqual({ panel: 'data' });
  });
});
