import { useTexts } from '../common/app-context.ts';
import { AreaSample } from './layer-sample.tsx';

const KINDS = ['green', 'playground', 'pitch'] as const;

/** The kinds of supply areas with their colours on the map. */
export function SupplyAreaLegend() {
  const t = useTexts();
  return (
    <ul className="legend-list">
      {KINDS.map((kind) => (
        <li key={kind}>
          <AreaSample kind={kind} />
          {t(`layers.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
