import { useEffect, useMemo, useRef, useState } from 'react';
import { type CellGeometry, cellsAround, countPieces, rimCells } from '../../questions/measures/catchment-cells.ts';
import type { CatchmentGround } from '../../questions/measures/measure-calls.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { Segments } from '../common/segments.tsx';
import { focusMap } from '../common/select-object.ts';
import { Choice, ProblemText } from './form-parts.tsx';

interface CatchmentToolsProps {
  readonly ground: CatchmentGround;
  readonly geometry: CellGeometry;
  readonly school: LonLat;
  readonly cells: ReadonlySet<number>;
  readonly onChange: (cells: ReadonlySet<number>) => void;
  readonly onDone: () => void;
}

type Side = '1' | '3' | '5';

/** Cells are taken in and out: on the map (click, or Enter under the crosshair), by whole districts, or in a list of those at the rim. */
export function CatchmentTools({ ground, geometry, school, cells, onChange, onDone }: CatchmentToolsProps) {
  const t = useTexts();
  const { map } = useApp();
  const { grid } = ground;
  const [side, setSide] = useState<Side>('1');
  const [steps, setSteps] = useState<readonly ReadonlySet<number>[]>([]);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);

  const take = (asked: readonly number[], isIn: boolean) => {
    const within = asked.filter((cell) => cell >= 0 && grid.districtOf[cell]! >= 0);
    const changing = within.filter((cell) => cells.has(cell) !== isIn);
    const outside = asked.length - within.length;
    const next = new Set(cells);
    for (const cell of changing) {
      if (isIn) next.add(cell);
      else next.delete(cell);
    }
    setSaid('');
    if (within.length === 0) return setRefused(problem('measure.catchment-outside', {}));
    if (next.size === 0) return setRefused(problem('measure.catchment-empty', {}));
    setRefused(null);
    if (changing.length > 0) {
      setSteps([...steps, cells]);
      onChange(next);
    }
    const words = [t.count(isIn ? 'measures.cells-in' : 'measures.cells-out', changing.length)];
    if (outside > 0) words.push(t.count('measures.cells-beyond', outside));
    setSaid(words.join(' '));
  };
  const onPlace = (position: LonLat) => {
    const cell = geometry.cellAt(position);
    if (cell < 0) return take([-1], true);
    take(cellsAround(cell, Number(side), grid), !cells.has(cell));
  };
  // The map keeps one listener for as long as the tools are open; it calls the newest.
  const newest = useRef(onPlace);
  newest.current = onPlace;
  useEffect(() => {
    const shown = map.current;
    shown?.sites.listen((position) => newest.current(position));
    return () => shown?.sites.listen(null);
  }, [map]);

  const pieces = useMemo(() => countPieces(cells, grid), [cells, grid]);
  const back = steps.at(-1);
  return (
    <div className="catchment-tools">
      <p className="measure-hint">{t('measures.catchment-hint')}</p>
      <Segments
        label={t('measures.catchment-brush')}
        value={side}
        options={[
          { value: '1', label: t('measures.catchment-one') },
          { value: '3', label: '3 × 3' },
          { value: '5', label: '5 × 5' },
        ]}
        onChange={setSide}
      />
      <div className="measure-actions">
        <button type="button" className="button" onClick={focusMap}>
          <Icon name="target" />
          {t('measures.catchment-to-map')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={back === undefined}
          onClick={() => {
            if (back === undefined) return;
            setSteps(steps.slice(0, -1));
            setRefused(null);
            setSaid(t('measures.catchment-stepped'));
            onChange(back);
          }}
        >
          {t('measures.catchment-back')}
        </button>
      </div>
      <p role="status" className="secondary">
        {said}
      </p>
      <ProblemText problem={refused} />
      {pieces > 1 ? <p className="warning-text">{t.count('measures.catchment-pieces', pieces)}</p> : null}
      {cells.has(geometry.cellAt(school)) ? null : <p className="warning-text">{t('measures.catchment-without')}</p>}
      {grid.districts.length < 2 ? null : <Districts ground={ground} cells={cells} onTake={take} />}
      <Rim ground={ground} geometry={geometry} school={school} cells={cells} onTake={take} />
      <div className="measure-actions">
        <button type="button" className="button" onClick={onDone}>
          {t('measures.catchment-done')}
        </button>
      </div>
    </div>
  );
}

interface PartProps {
  readonly ground: CatchmentGround;
  readonly cells: ReadonlySet<number>;
  readonly onTake: (cells: readonly number[], isIn: boolean) => void;
}

function Districts({ ground: { grid }, cells, onTake }: PartProps) {
  const t = useTexts();
  const [chosen, setChosen] = useState('');
  // Those it touches come first: a city has too many to look through.
  const touched = useMemo(() => new Set([...cells].map((cell) => grid.districtOf[cell]!)), [cells, grid]);
  const options = grid.districts
    .map(({ id, name }, number) => ({ value: id, label: name, isTouched: touched.has(number) }))
    .sort((a, b) => Number(b.isTouched) - Number(a.isTouched) || a.label.localeCompare(b.label, t.language));
  const own = () => {
    const number = grid.districts.findIndex(({ id }) => id === chosen);
    return [...grid.districtOf.keys()].filter((cell) => grid.districtOf[cell] === number);
  };
  return (
    <>
      <Choice
        label={t('measures.catchment-district')}
        value={chosen}
        options={[{ value: '', label: t('measures.catchment-choose') }, ...options]}
        onChange={setChosen}
      />
      <div className="measure-actions">
        {([true, false] as const).map((isIn) => (
          <button
            key={String(isIn)}
            type="button"
            className="button"
            aria-disabled={chosen === ''}
            onClick={() => {
              if (chosen !== '') onTake(own(), isIn);
            }}
          >
            {t(isIn ? 'measures.catchment-all-in' : 'measures.catchment-all-out')}
          </button>
        ))}
      </div>
    </>
  );
}

interface RimProps extends PartProps {
  readonly geometry: CellGeometry;
  readonly school: LonLat;
}

function Rim({ ground: { grid, demand }, geometry, school, cells, onTake }: RimProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const schoolOf = useMemo(() => {
    const found = new Map<number, number>();
    demand.cells.forEach((cell, i) => {
      if (!found.has(cell)) found.set(cell, demand.schoolOf[i]!);
    });
    return found;
  }, [demand]);
  const rim = useMemo(
    () => (isOpen ? rimCells(cells, grid, geometry, school).filter(({ cell }) => grid.districtOf[cell]! >= 0) : []),
    [isOpen, cells, grid, geometry, school],
  );
  const placeOf = (east: number, north: number) => {
    const far = (meters: number) => t.format.unit(Math.abs(meters), 'm');
    const words = [
      ...(north === 0 ? [] : [t(north > 0 ? 'measures.rim-north' : 'measures.rim-south', { meters: far(north) })]),
      ...(east === 0 ? [] : [t(east > 0 ? 'measures.rim-east' : 'measures.rim-west', { meters: far(east) })]),
    ];
    return words.length === 0 ? t('measures.rim-here') : words.join(', ');
  };
  const soFar = (cell: number) => {
    const number = schoolOf.get(cell);
    if (number === undefined) return t('measures.rim-empty');
    const found = demand.schools[number];
    return found === undefined
      ? t('measures.rim-no-school')
      : t('measures.rim-school', { school: found.name ?? found.id });
  };
  return (
    <details className="catchment-rim" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('measures.catchment-rim')}</summary>
      <ul>
        {rim.map(({ cell, isIn, eastMeters, northMeters }) => (
          <li key={cell}>
            <label className="measure-check">
              <input type="checkbox" checked={isIn} onChange={({ target }) => onTake([cell], target.checked)} />
              <span>
                {placeOf(eastMeters, northMeters)} <span className="secondary">{soFar(cell)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
