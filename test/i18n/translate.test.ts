import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import '../../src/i18n/later-texts.ts';
import { createTexts, type TextKey, textsByLanguage } from '../../src/i18n/translate.ts';

const de = textsByLanguage('de');
const en = textsByLanguage('en');
const keys = Object.keys(de) as TextKey[];
const placeholders = (text: string) => [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!).sort();

describe('the texts of the interface', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('are nowhere empty and carry no stray spaces', () => {
    const wrong = keys.filter((key) => [de[key], en[key]].some((text) => text.trim() === '' || text !== text.trim()));
    expect(wrong).toEqual([]);
  });

  it('use the same placeholders in both languages', () => {
    expect(keys.filter((key) => placeholders(de[key]).join() !== placeholders(en[key]).join())).toEqual([]);
  });

  it('have both forms where a number decides', () => {
    const forms = keys.filter((key) => /\.(one|other)$/.test(key));
    const lonely = forms.filter((key) => {
      const twin = key.endsWith('.one') ? key.replace(/\.one$/, '.other') : key.replace(/\.other$/, '.one');
      return !(forms as string[]).includes(twin) || !de[key].includes('{count}');
    });
    expect(forms.length).toBeGreaterThan(0);
    expect(lonely).toEqual([]);
  });

  it('are all asked for somewhere', () => {
    const root = join(import.meta.dirname, '../../src');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('i18n/de') && !path.startsWith('i18n/en'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    // Keys put together from parts, such as `layers.${layer}`, stand for all keys of that form.
    const forms = [...sources.matchAll(/`([a-z-]+\.[a-z-]*(?:\$\{[^}]+\}[a-z-]*)+)`/g)].map(
      (match) => new RegExp(`^${match[1]!.replace('.', '\\.').replace(/\$\{[^}]+\}/g, '[A-Za-z0-9-]+')}$`),
    );
    const unused = keys.filter((key) => {
      const name = key.replace(/\.(one|other)$/, '');
      return !sources.includes(`'${name}'`) && !forms.some((form) => form.test(key));
    });
    expect(unused).toEqual([]);
  });

  it('write three dots as one sign and never use straight quotation marks', () => {
    expect(keys.filter((key) => /\.\.\.|"/.test(de[key] + en[key]))).toEqual([]);
  });

  it('are filled in with numbers written the way of the language', () => {
    expect(createTexts('de')('houses.range', { from: 1, to: 50, total: 2552 })).toBe('1 bis 50 von 2.552');
    expect(createTexts('en')('houses.range', { from: 1, to: 50, total: 2552 })).toBe('1 to 50 of 2,552');
  });

  it('choose the form by the number', () => {
    expect(createTexts('de').count('layers.cells', 1)).toBe('1 Rasterzelle');
    expect(createTexts('de').count('layers.cells', 12000)).toBe('12.000 Rasterzellen');
    expect(createTexts('en').count('search.count', 0)).toBe('0 results');
  });
});
