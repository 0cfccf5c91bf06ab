/**
 * JSON text with the keys of every object in code-unit order: equal content, equal bytes. With `keepRootOrder` the outermost object
 * keeps its own order, for a file that people read from the top.
 */
export function canonicalJson(value: unknown, options: { indent?: number; keepRootOrder?: boolean } = {}): string {
  const sortKeys = (key: string, item: unknown): unknown => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    if (key === '' && item === value && options.keepRootOrder === true) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(value, sortKeys, options.indent);
}
