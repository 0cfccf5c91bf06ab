const SHOWN = 12;

/** Names for a sentence: the first twelve, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (more > 0 ? ` … (+${more})` : '');
}
