import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { useTexts } from '../common/app-context.ts';

interface AsIfNoteProps {
  readonly site: Pick<RegisterSite, 'firstOccupancy' | 'phases'>;
  /** See `Impacts.asIf`. */
  readonly asIf: number | null;
}

/** Says that a site is compared as if it were lived in already, where the city package knows no later year. */
export function AsIfNote({ site, asIf }: AsIfNoteProps) {
  const t = useTexts();
  if (asIf === null) return null;
  const first = site.phases[0]?.year ?? site.firstOccupancy;
  return <p className="secondary">{t('sites.as-if', { last: String(asIf), first: String(first) })}</p>;
}
