import { useTexts } from './app-context.ts';
import { Tooltip } from './tooltip.tsx';

/** A figure that is missing: its own word, never 0, with the reason on hover and focus. */
export function Missing({ why }: { readonly why: string }) {
  const t = useTexts();
  return (
    <Tooltip className="missing" text={why}>
      <span aria-hidden="true">{t('missing.short')}</span>
      <span className="sr-only">{t('missing.long')}</span>
    </Tooltip>
  );
}

interface FigureProps {
  readonly value: number | null;
  readonly unit?: string;
  readonly digits?: number;
  /** Why it is missing where it is. */
  readonly why: string;
}

/** A number in the way of the language, or the word for a missing one. */
export function Figure({ value, unit, digits, why }: FigureProps) {
  const { format } = useTexts();
  if (value === null) return <Missing why={why} />;
  return (
    <span className="figure">
      {unit === undefined ? format.number(value, digits) : format.unit(value, unit, digits)}
    </span>
  );
}
