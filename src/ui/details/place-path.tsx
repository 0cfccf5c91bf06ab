import type { ObjectDetails } from '../../questions/describe-object.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { closeDetails, selectAndShow, showOnMap } from '../common/select-object.ts';

/** City → Stadtbezirk → Stadtteil: where the object lies, each step a way there. */
export function PlacePath({ details }: { readonly details: ObjectDetails }) {
  const t = useTexts();
  const app = useApp();
  const summary = useCity((state) => state.summary);
  if (summary === null) return null;
  return (
    <nav className="place-path" aria-label={t('details.path')}>
      <ol>
        <li>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              closeDetails(app);
              showOnMap(app, { bbox: summary.identity.bbox });
            }}
          >
            {summary.identity.name}
          </button>
        </li>
        {details.path.map(({ id, name }) => (
          <li key={id}>
            <Icon name="next" />
            <button type="button" className="text-button" onClick={() => selectAndShow(app, { kind: 'district', id })}>
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
