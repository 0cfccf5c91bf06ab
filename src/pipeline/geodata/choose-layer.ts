import { fail } from '../../shared/problem.ts';

/**
 * The layer to read: the one asked for, or the only one. Throws `geodata.layer-unknown` and `geodata.layer-unclear`, which name the
 * layers there are, and `geodata.no-layers`.
 */
export function chooseLayer(names: readonly string[], wanted: string | undefined, file: string): string {
  const [only, ...others] = names;
  if (only === undefined) return fail('geodata.no-layers', {}, { file });
  if (wanted !== undefined) {
    if (!names.includes(wanted)) fail('geodata.layer-unknown', { expected: wanted, found: names.join(', ') }, { file });
    return wanted;
  }
  return others.length === 0 ? only : fail('geodata.layer-unclear', { found: names.join(', ') }, { file });
}
