/** Options of a command line: `--name value` or `--name=value`, flags without a value, and words. */
export interface ReadOptions {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** What is wrong: the option and whether it is unknown or lacks its value. */
export interface OptionMistake {
  readonly option: string;
  readonly expected: 'known-option' | 'value';
}

/** Reads options strictly: nothing unknown is passed over. */
export function readOptions(
  argv: readonly string[],
  withValue: readonly string[],
  flagNames: readonly string[],
): ReadOptions | OptionMistake {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const text = argv[i]!;
    const at = text.startsWith('--') ? text.indexOf('=') : -1;
    const option = at < 0 ? text : text.slice(0, at);
    if (!option.startsWith('-')) words.push(option);
    else if (flagNames.includes(option)) flags.add(option);
    else if (!withValue.includes(option)) return { option, expected: 'known-option' };
    else {
      const value = at < 0 ? argv[++i] : text.slice(at + 1);
      if (value === undefined || value === '') return { option, expected: 'value' };
      values.set(option, value);
    }
  }
  return { values, flags, words };
}
