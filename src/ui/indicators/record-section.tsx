import { type ReactNode, useId } from 'react';

/** A part of a Kennwert under its heading. */
export function RecordSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="gap-section" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </section>
  );
}
