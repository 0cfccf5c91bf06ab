import type { GapResult } from '../../questions/gaps/gap-request.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { useGapView, useSetGap } from './use-gaps.ts';

/** City › Stadtbezirk › Stadtteil: where in the city the list looks, and the way back. */
export function DistrictPath({ result }: { readonly result: GapResult }) {
  const t = useTexts();
  const setGap = useSetGap();
  const { within } = useGapView();
  const city = useCity((state) => state.summary?.identity.name ?? '');
  if (within === null) return null;
  const all = result.levels.flat();
  const path = [];
  for (let row = all.find(({ id }) => id === within); row !== undefined && row.level > 0; ) {
    path.unshift(row);
    const { parent } = row;
    row = all.find(({ id }) => id === parent);
  }
  const open = (id: string | null, level: number) => setGap({ within: id, level });
  return (
    <nav className="gap-path" aria-label={t('gaps.path')}>
      <button type="button" className="text-button" onClick={() => open(null, 1)}>
        {city}
      </button>
      {path.map((row, i) => (
        <span key={row.id}>
          <Icon name="next" />
          {i === path.length - 1 ? (
            <span aria-current="true">{row.name}</span>
          ) : (
            <button type="button" className="text-button" onClick={() => open(row.id, row.level + 1)}>
              {row.name}
            </button>
          )}
        </span>
      ))}
    </nav>
  );
}
