import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeOneByte } from '../../../src/pipeline/tables/decode-one-byte.ts';
import { decodeText, decodeTextChunks } from '../../../src/pipeline/tables/decode-text.ts';
import { gunzipChunks } from '../../../src/pipeline/tables/gunzip-chunks.ts';
import { byteSource, problemOf, textSource } from './table-sources.ts';

const guessed = (encoding: string) => [
  { severity: 'info', code: 'table.encoding-guessed', params: { encoding }, where: { file: 'tabelle.csv' } },
];

function utf16(text: string, littleEndian: boolean): number[] {
  return [...text].flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  });
}

describe('text of a file', () => {
  it('is UTF-8 where that is valid, and says nothing about it', () => {
    expect(decodeText(textSource('Straße;Köln'))).toEqual({ data: 'Straße;Köln', notes: [] });
  });

  it('loses its byte order mark', () => {
    expect(decodeText(byteSource([0xef, 0xbb, 0xbf, 'a;b'])).data).toBe('a;b');
    expect(decodeText(byteSource([0xff, 0xfe, ...utf16('Höhe', true)])).data).toBe('Höhe');
    expect(decodeText(byteSource([0xfe, 0xff, ...utf16('Höhe', false)])).data).toBe('Höhe');
  });

  it('is UTF-16 without a mark where every second byte is 0', () => {
    expect(decodeText(byteSource(utf16('Name;Wert\n', true))).data).toBe('Name;Wert\n');
    expect(decodeText(byteSource(utf16('Name;Wert\n', false))).data).toBe('Name;Wert\n');
  });

  it('is Windows-1252 or CP850, whichever makes more German letters, and says so', () => {
    expect(decodeText(byteSource(['K', 0xf6, 'ln']))).toEqual({ data: 'Köln', notes: guessed('windows-1252') });
    expect(decodeText(byteSource(['K', 0x94, 'ln']))).toEqual({ data: 'Köln', notes: guessed('cp850') });
  });

  it('decides also by a special character at the very end', () => {
    expect(decodeText(byteSource(['Gro', 0xdf])).data).toBe('Groß');
  });

  it('follows a declared encoding without a note', () => {
    expect(decodeText(byteSource(['a', 0x84, 'b']), 'cp850')).toEqual({ data: 'aäb', notes: [] });
    expect(decodeText(byteSource(['a', 0x84, 'b']), 'windows-1252')).toEqual({ data: 'a„b', notes: [] });
  });

  it('is refused where it does not fit the declared encoding', () => {
    expect(problemOf(() => decodeText(byteSource(['K', 0xf6, 'ln']), 'utf-8'))).toEqual({
      code: 'table.encoding',
      params: { expected: 'utf-8' },
      where: { file: 'tabelle.csv' },
    });
  });

  it('is refused where UTF-8 breaks off later', () => {
    const head = textSource(`ä${'x'.repeat(1_000_000)}`).bytes;
    const source = { name: 'x.csv', bytes: Uint8Array.from([...head, 0xf6, 0x6c]) };
    expect(problemOf(() => [...decodeTextChunks(source).chunks]).code).toBe('table.encoding');
  });

  it.each([
    ['zip', ['PK', 3, 4, 20, 0]],
    ['excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['pdf', ['%PDF-1.7']],
    ['html', ['\n <!DOCTYPE html><html>']],
    ['binary', ['ab', 0, 'cd']],
  ] as const)('is no text but %s', (found, parts) => {
    expect(problemOf(() => decodeText(byteSource(parts)))).toEqual({
      code: 'table.not-text',
      params: { found },
      where: { file: 'tabelle.csv' },
    });
  });

  it('is not taken from an empty file', () => {
    expect(problemOf(() => decodeText(textSource(''))).code).toBe('table.empty');
  });
});

describe('one-byte encodings', () => {
  it('know the characters in which Windows-1252 differs from Latin-1', () => {
    expect(decodeOneByte(Uint8Array.of(0x80, 0x84, 0x93, 0x96, 0xe4, 0xff), 'windows-1252')).toBe('€„“–äÿ');
  });

  it('know the German letters of code page 850', () => {
    expect(decodeOneByte(Uint8Array.of(0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1, 0x82, 0xff), 'cp850')).toBe(
      'äöüÄÖÜßé\u00a0',
    );
  });
});

describe('a gzip file', () => {
  const text = Array.from({ length: 50_000 }, (_, i) => `Zeile ${i};${(i * 7919) % 1009}`).join('\n');
  const packed = gzipSync(textSource(text).bytes);
  const packedSource = (bytes: Uint8Array) => ({ name: 'x.csv.gz', bytes });

  it('is unpacked', () => {
    expect(decodeText(packedSource(packed)).data).toBe(text);
  });

  it('may have several members, one after another', () => {
    const second = gzipSync(textSource('\nEnde').bytes);
    expect(decodeText(packedSource(Uint8Array.from([...packed, ...second]))).data).toBe(`${text}\nEnde`);
  });

  it('is refused where it breaks off, wherever that is', () => {
    for (const missing of [1, 4, 8, 9, 1000, packed.length - 12]) {
      const cut = packed.slice(0, packed.length - missing);
      expect(problemOf(() => decodeText(packedSource(cut)))).toEqual({
        code: 'table.gzip-damaged',
        params: {},
        where: { file: 'x.csv.gz' },
      });
    }
  });

  it('is refused as soon as it unpacks to more than the limit', () => {
    const bomb = packedSource(gzipSync(new Uint8Array(20_000_000)));
    expect(bomb.bytes.length).toBeLessThan(30_000);
    expect(problemOf(() => [...gunzipChunks(bomb, 1_000_000)])).toEqual({
      code: 'table.too-large',
      params: { limitBytes: 1_000_000 },
      where: { file: 'x.csv.gz' },
    });
  });
});
