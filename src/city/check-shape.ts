import * as z from 'zod/mini';
import { fail, type Where } from '../shared/problem.ts';

/** Checks a value against a schema. Throws `city.field-invalid` with the path in the file, what was found and what was expected. */
export function checkShape<T>(schema: z.core.$ZodType, value: unknown, where: Where): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as T;
  const issue = result.error.issues[0]!;
  return fail(
    'city.field-invalid',
    { path: pathText(issue.path), found: foundText(valueAt(value, issue.path)), expected: expectedText(issue) },
    where,
  );
}

/** JSON text → value, unchecked. Throws `city.json-invalid`. */
export function parseJson(text: string, where: Where): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('city.json-invalid', { found: text.slice(0, 60) }, where);
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((item, key) => (item as Record<PropertyKey, unknown> | null)?.[key], value);
}

/** `files[3].sha256` */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');
}

function foundText(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}

/** Technical words only (`string`, `≥ 0`, `a | b`): they are the same in every language. */
function expectedText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_format':
      return (issue as { pattern?: string }).pattern ?? issue.format;
    default:
      return issue.code;
  }
}
