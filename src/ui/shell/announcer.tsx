import { useEffect, useState } from 'react';
import { useCity, useTexts } from '../common/app-context.ts';
import { cityLabel } from '../common/city-label.ts';
import { nameOfDetails } from '../common/object-name.ts';

/** Says to screen readers what the eye sees happen: the city is there, an object is selected. */
export function Announcer() {
  const t = useTexts();
  const [message, setMessage] = useState('');
  const phase = useCity((state) => state.phase);
  const city = useCity((state) => cityLabel(state.summary, t));
  const details = useCity((state) => state.selected?.details ?? null);

  useEffect(() => {
    if (phase === 'loading') setMessage(t('loading.start'));
    else if (phase === 'open' && city !== null) setMessage(t('loading.ready', { city }));
  }, [phase, city, t]);

  useEffect(() => {
    if (details === null) return;
    setMessage(t('details.selected', { kind: t(`kind.${details.kind}`), name: nameOfDetails(details, t) }));
  }, [details, t]);

  return (
    <div role="status" className="sr-only">
      {message}
    </div>
  );
}
