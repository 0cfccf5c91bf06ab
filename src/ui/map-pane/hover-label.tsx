import type { MapHandlers } from '../common/app-context.ts';
import { useTexts } from '../common/app-context.ts';

export type MapHover = NonNullable<Parameters<MapHandlers['onHover']>[0]>;

/** The name of what is under the pointer; the keyboard has the list of houses and the details. */
export function HoverLabel({ hover }: { readonly hover: MapHover }) {
  const t = useTexts();
  return (
    <div className="hover-label" aria-hidden="true" style={{ translate: `${hover.x}px ${hover.y}px` }}>
      {hover.name ?? t(`kind.${hover.ref.kind}`)}
    </div>
  );
}
