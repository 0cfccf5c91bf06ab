/**
 * Text as the search compares it: lower case without accents; ä, ae and a are the same, likewise ö and ü; ß is ss; "str." and "Str"
 * at the end of a word are "strasse". Words are separated by single spaces.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/str\.(?=\s|$|-)/g, 'strasse ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([aou])e/g, '$1')
    .trim();
}
