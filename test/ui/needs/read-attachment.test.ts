import { describe, expect, it } from 'vitest';
import { readAttachment } from '../../../src/ui/needs/read-attachment.ts';

const bytes = (...start: number[]) => Uint8Array.from([...start, 0, 0, 0, 0]);

describe('a file to be attached', () => {
  it.each([
    ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image/webp', bytes(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50)],
    ['application/pdf', bytes(0x25, 0x50, 0x44, 0x46, 0x2d)],
  ])('is %s by its first bytes, whatever it is called', (mediaType, content) => {
    expect(readAttachment('a.exe', content)).toEqual({ name: 'a.exe', mediaType, bytes: content });
  });

  it.each([
    ['application/x-executable', 'bild.png', bytes(0x4d, 0x5a, 0x90, 0)],
    ['application/x-executable', 'bild.png', bytes(0x7f, 0x45, 0x4c, 0x46)],
    ['application/zip', 'plan.pdf', bytes(0x50, 0x4b, 3, 4)],
    ['text/x-script', 'run', bytes(0x23, 0x21, 0x2f)],
    ['.svg', 'bild.SVG', bytes(0x3c, 0x73, 0x76, 0x67)],
    // RIFF that is a sound, no picture.
    ['.webp', 'ton.webp', bytes(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45)],
    ['?', 'leer', new Uint8Array()],
  ])('is refused as %s with its name', (found, name, content) => {
    expect(readAttachment(name, content)).toMatchObject({ code: 'plan.attachment-kind', params: { name, found } });
  });

  it('is refused over 5 MB with its size', () => {
    expect(readAttachment('gross.pdf', new Uint8Array(5_000_001))).toMatchObject({
      code: 'plan.attachment-too-large',
      params: { name: 'gross.pdf', bytes: 5_000_001, limit: 5_000_000 },
    });
    const largest = new Uint8Array(5_000_000);
    largest.set([0x25, 0x50, 0x44, 0x46, 0x2d]);
    expect(readAttachment('gross.pdf', largest)).toMatchObject({ mediaType: 'application/pdf' });
  });
});
