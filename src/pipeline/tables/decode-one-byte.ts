/** Encodings of one byte per character that German offices still write. */
export type OneByteEncoding = 'windows-1252' | 'cp850';

// Bytes 0x80–0x9F of Windows-1252; above that it is Latin-1. Source: WHATWG Encoding Standard, index windows-1252.
const WINDOWS_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Bytes 0x80–0xFF of code page 850 (DOS). Source: Unicode's CP850.TXT.
const DOS_UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

function unitsOf(encoding: OneByteEncoding): Uint16Array {
  const upper = encoding === 'cp850' ? DOS_UPPER_HALF : WINDOWS_CONTROLS;
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    const at = byte - 128;
    return at >= 0 && at < upper.length ? upper.charCodeAt(at) : byte;
  });
}

const UNITS = { 'windows-1252': unitsOf('windows-1252'), cp850: unitsOf('cp850') };

/**
 * Bytes → text by table. `TextDecoder` is not used for these: it does not know CP850, and in Node 20 it reads Windows-1252 as Latin-1
 * ("–" and "€" become control characters), so results would differ between engines.
 */
export function decodeOneByte(bytes: Uint8Array, encoding: OneByteEncoding): string {
  const units = UNITS[encoding];
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const slice = bytes.subarray(start, start + 8192);
    pieces.push(String.fromCharCode(...Uint16Array.from(slice, (byte) => units[byte] as number)));
  }
  return pieces.join('');
}
