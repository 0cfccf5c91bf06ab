import { useEffect, useState } from 'react';
import type { HouseBrief } from '../../questions/measures/measure-calls.ts';
import type { SearchHit } from '../../questions/search-city.ts';
import { measureName } from '../../report/measures/measure-name.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { showOnMap } from '../common/select-object.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { ProblemText } from './form-parts.tsx';
import type { MeasureFields } from './measure-fields.ts';
import { setFields } from './measure-ui.ts';
import { SearchField } from './search-field.tsx';
import { useScenario } from './use-measures.ts';

/** A house of the city by its id; `null` while it is not known, and for houses that a measure brings. */
export function useHouseBrief(id: string | null): HouseBrief | null {
  const { measureSession } = useApp();
  const year = useGaps((state) => state.question?.request.year ?? 0);
  const [brief, setBrief] = useState<HouseBrief | null>(null);
  useEffect(() => {
    if (id === null) return setBrief(null);
    const controller = new AbortController();
    measureSession.houses([id], year, controller.signal).then(
      ([found]) => setBrief(found ?? null),
      () => {},
    );
    return () => controller.abort();
  }, [measureSession, id, year]);
  return brief?.id === id ? brief : null;
}

interface HouseFieldProps {
  readonly fields: MeasureFields;
  readonly house: HouseBrief | null;
  readonly problem: Problem | undefined;
}

/** Which house is changed: the one selected on the map, one of the scenario, or one found by its name. */
export function HouseField({ fields, house, problem: fault }: HouseFieldProps) {
  const t = useTexts();
  const app = useApp();
  const parts = useScenario()?.parts;
  const selection = useView((state) => state.selection);
  const selected = useHouseBrief(selection?.kind === 'house' ? selection.id : null);
  const [unknown, setUnknown] = useState<Problem | null>(null);
  const own = (parts?.measures ?? []).filter(({ kind, id }) => kind === 'add' && id !== fields.id);
  const nameOf = (id: string) => {
    const measure = own.find((candidate) => candidate.id === id);
    if (measure !== undefined) return measureName(measure, parts?.offersOf(id) ?? [], t);
    return house?.name ?? id;
  };
  const take = (hit: SearchHit | null, text: string) => {
    setUnknown(hit === null ? problem('measure.place-unknown', { found: text }) : null);
    if (hit === null) return;
    setFields({ houseId: hit.id });
    showOnMap(app, { position: hit.position, zoom: 15 });
  };
  return (
    <fieldset className="measure-house">
      <legend>{t('measures.house')}</legend>
      {fields.houseId === null ? (
        <>
          {selected === null ? null : (
            <button type="button" className="button" onClick={() => setFields({ houseId: selected.id })}>
              {t('measures.house-pick', { name: selected.name ?? selected.id })}
            </button>
          )}
          {own.map(({ id }) => (
            <button key={id} type="button" className="button" onClick={() => setFields({ houseId: id })}>
              {nameOf(id)}
            </button>
          ))}
          <SearchField label={t('measures.house-search')} kinds={['house']} onFound={take} />
        </>
      ) : (
        <p className="measure-chosen">
          <strong>{nameOf(fields.houseId)}</strong>
          <button type="button" className="text-button" onClick={() => setFields({ houseId: null })}>
            {t('measures.house-change')}
          </button>
        </p>
      )}
      <ProblemText problem={unknown ?? fault} />
    </fieldset>
  );
}
