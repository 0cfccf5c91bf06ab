import type { ReactNode } from 'react';
import { useTexts } from './app-context.ts';
import { Missing } from './figure.tsx';

/** Pairs of word and figure, one to a line; `figures`: all of them numbers, set at the right. */
export function Facts({ children, figures }: { readonly children: ReactNode; readonly figures?: boolean }) {
  return <dl className={figures ? 'facts facts-figures' : 'facts'}>{children}</dl>;
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface TextFactProps {
  readonly label: string;
  readonly value: string | null;
  readonly why: string;
}

/** A pair whose second half is a text or missing. */
export function TextFact({ label, value, why }: TextFactProps) {
  return <Fact label={label}>{value === null ? <Missing why={why} /> : value}</Fact>;
}

interface YesNoFactProps {
  readonly label: string;
  readonly value: boolean | null;
  readonly why: string;
}

export function YesNoFact({ label, value, why }: YesNoFactProps) {
  const t = useTexts();
  return <TextFact label={label} value={value === null ? null : t(value ? 'details.yes' : 'details.no')} why={why} />;
}
