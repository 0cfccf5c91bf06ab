import { useCity, useTexts } from './app-context.ts';

interface NoCityProps {
  /** What to say once a city is open. */
  readonly open?: string;
}

/** What a panel says while there is nothing to show in it yet. */
export function NoCity({ open }: NoCityProps) {
  const t = useTexts();
  const phase = useCity((state) => state.phase);
  const text = phase === 'failed' ? t('app.no-city') : phase === 'loading' ? t('loading.start') : open;
  return <p className="secondary">{text}</p>;
}
